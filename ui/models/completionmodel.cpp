// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/completionmodel.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int most = 12;

template <typename E>
QStringList wordsOf(const QList<E> &values)
{
    QStringList words;
    for (const E value : values)
        words.append(toWord(value));
    return words;
}

/** A key of the filter language; without fixed words its values are asked of the store. */
struct Key
{
    QString name;
    QStringList words;
    bool stored = false;
};

const QList<Key> &keys()
{
    static const QList<Key> table{
        {u"person"_s, {}, true},
        {u"country"_s, {}, false},
        {u"kind"_s, wordsOf(allKinds()), false},
        {u"status"_s, wordsOf(allStatuses()), false},
        {u"capacity"_s, wordsOf(allCapacities()), false},
        {u"place"_s, {}, true},
        {u"source"_s, {}, true},
        {u"after"_s, {}, false},
        {u"before"_s, {}, false},
        {u"in"_s, {}, false},
        {u"sources"_s, {u"several"_s}, false},
        {u"surely"_s, {u"yes"_s}, false},
    };
    return table;
}

QString quoted(const QString &value)
{
    return value.contains(u' ') ? u'"' + value + u'"' : value;
}

/** Where the last word of the line begins; a space within quotes parts no words. */
qsizetype lastWord(const QString &line)
{
    qsizetype begin = 0;
    bool inQuotes = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) == u'"')
            inQuotes = !inQuotes;
        else if (line.at(i) == u' ' && !inQuotes)
            begin = i + 1;
    }
    return begin;
}

QStringList fixedLines(const QString &head, const QString &word)
{
    QStringList lines;
    const qsizetype colon = word.indexOf(u':');
    for (const Key &key : keys()) {
        if (colon < 0 && !word.isEmpty() && key.name.startsWith(word, Qt::CaseInsensitive))
            lines.append(head + key.name + u':');
        if (colon < 0 || word.left(colon) != key.name)
            continue;
        for (const QString &value : key.words) {
            if (value.startsWith(word.mid(colon + 1), Qt::CaseInsensitive))
                lines.append(head + key.name + u':' + value);
        }
    }
    return lines;
}

} // namespace

CompletionModel::CompletionModel(Archive *archive, QObject *parent)
    : QAbstractListModel(parent), m_archive(archive), m_question(this)
{
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    return m_lines.at(index.row());
}

void CompletionModel::complete(const QString &line)
{
    const QString head = line.left(lastWord(line));
    const QString word = line.mid(head.size());
    const qsizetype colon = word.indexOf(u':');
    const QString name = word.left(qMax(qsizetype(0), colon));
    const QString prefix = word.mid(colon + 1).remove(u'"');
    const auto key = std::find_if(keys().begin(), keys().end(), [&name](const Key &k) { return k.name == name; });
    if (key == keys().end() || !key->stored || (prefix.isEmpty() && !m_valuesOnly) || !m_archive->isOpen()) {
        m_question.drop();
        setLines(fixedLines(head, word));
        return;
    }
    m_question.ask<QStringList>(
        m_archive, [name, prefix](const StoreReader &reader) { return reader.completions(name, prefix, most); },
        [this, head, name](const QStringList &values) {
            QStringList lines;
            for (const QString &value : values)
                lines.append(m_valuesOnly ? value : head + name + u':' + quoted(value));
            setLines(lines);
        });
}

void CompletionModel::setLines(const QStringList &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
    emit answered();
}

} // namespace dragoman
