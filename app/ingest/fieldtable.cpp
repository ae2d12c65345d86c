// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fieldtable.h"

#include "ingest/htmltext.h"
#include "ingest/tablefile.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QHash<QString, ToldFact::Kind> &factKinds()
{
    using Kind = ToldFact::Kind;
    static const QHash<QString, Kind> kinds{{u"title"_s, Kind::Title},   {u"published"_s, Kind::Published},
                                            {u"source"_s, Kind::Source}, {u"author"_s, Kind::Author},
                                            {u"url"_s, Kind::Url},       {u"language"_s, Kind::Language}};
    return kinds;
}

bool isKind(const QString &kind)
{
    return kind == u"text" || kind == u"list" || factKinds().contains(kind);
}

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar c : name.toCaseFolded()) {
        if (c != u' ' && c != u'-' && c != u'_')
            plain += c;
    }
    return plain;
}

/** A text of a value: of a list its texts joined, of a number its figures. */
QString wordsOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (!value.isArray())
        return value.toString();
    QStringList parts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &part : array) {
        const QString words = part.isObject() ? part.toObject().value("name"_L1).toString() : part.toString();
        if (!words.isEmpty())
            parts.append(words);
    }
    return parts.join(u", "_s);
}

bool isHtml(const QString &text)
{
    static const QRegularExpression mark(u"<(p|br|div|b|i|a|strong|em|span|ul|ol|h[1-6]|blockquote)(\\s[^<>]*)?/?>"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return mark.match(text).hasMatch();
}

QString plainText(const QString &text)
{
    if (!isHtml(text))
        return text;
    const Result<HtmlTree> page = HtmlTree::parse(text.toUtf8());
    return page.ok() ? wholeText(page.value(), HtmlTables::builtIn()) : text;
}

} // namespace

const FieldTable &FieldTable::builtIn()
{
    static const FieldTable table = [] {
        const Result<FieldTable> loaded = load(u":/dragoman/formats/fields.tsv"_s);
        if (!loaded.ok())
            qFatal("%s", qUtf8Printable(loaded.error().message()));
        return loaded.value();
    }();
    return table;
}

Result<FieldTable> FieldTable::load(const QString &file)
{
    const Result<TableFile> table = TableFile::read(file, 2);
    if (!table.ok())
        return table.error();
    FieldTable fields;
    for (const TableRow &row : table.value().rows()) {
        if (!isKind(row.cells[0]))
            return table.value().error(row, u"“%1” is no kind of field."_s.arg(row.cells[0]));
        fields.m_names[row.cells[0]].append(row.cells[1]);
    }
    return fields;
}

QStringList FieldTable::kindsOf(const QStringList &columns) const
{
    QStringList plain;
    for (const QString &column : columns)
        plain.append(plainName(column));
    QStringList kinds(columns.size());
    for (auto kind = m_names.cbegin(); kind != m_names.cend(); ++kind) {
        for (const QString &name : kind.value()) {
            const qsizetype at = plain.indexOf(plainName(name));
            if (at >= 0 && kinds[at].isEmpty()) {
                kinds[at] = kind.key();
                break;
            }
        }
    }
    return kinds;
}

std::optional<ToldArticle> FieldTable::article(const QJsonObject &object, const QString &where) const
{
    ToldArticle told;
    for (auto kind = m_names.cbegin(); kind != m_names.cend(); ++kind) {
        for (const QString &name : kind.value()) {
            const QString value = wordsOf(valueAt(object, name));
            if (!value.trimmed().isEmpty()) {
                tellField(told, kind.key(), value, where + u' ' + name);
                break;
            }
        }
    }
    return told.text.isEmpty() ? std::nullopt : std::optional(told);
}

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &name : path.split(u'.')) {
        const QJsonObject inside = value.toObject();
        const QString wanted = plainName(name);
        value = QJsonValue();
        for (auto member = inside.constBegin(); member != inside.constEnd(); ++member) {
            if (plainName(member.key()) == wanted) {
                value = member.value();
                break;
            }
        }
    }
    return value;
}

void tellField(ToldArticle &told, const QString &kind, const QString &value, const QString &where)
{
    if (kind == u"text") {
        told.text = plainText(value).trimmed();
        return;
    }
    const auto fact = factKinds().constFind(kind);
    if (fact == factKinds().cend() || (*fact == ToldFact::Kind::Published && daysOf(value).isEmpty()))
        return;
    told.tell(*fact, *fact == ToldFact::Kind::Title ? plainText(value) : value, where);
}

} // namespace dragoman
