// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmlreader.h"
#include "ingest/textreader.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

constexpr int articlesOfEach = 5;

QString textOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? QString::fromUtf8(device.readAll()) : QString();
}

/** An article of the sample archive, to be put into pages. */
struct Story
{
    QString title;
    QString outlet;
    QString author;
    QDate day;
    QStringList paragraphs;

    [[nodiscard]] QString text() const { return paragraphs.join(u"\n\n"_s); }
};

QList<Story> stories()
{
    const QDir folder(QStringLiteral(DRAGOMAN_SAMPLE));
    QList<Story> result;
    for (const QString &name : folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name)) {
        const FileBytes file{name, textOf(folder.filePath(name)).toUtf8()};
        const Article article = TextReader().read(file).value().articles.first();
        Story story{article.title, article.source, u"Mira Holt"_s, article.published, {}};
        for (const QString &paragraph :
             article.body.mid(article.story.start, article.story.length()).split(u"\n\n"_s)) {
            if (!paragraph.trimmed().isEmpty())
                story.paragraphs.append(paragraph.simplified());
        }
        if (!story.title.isEmpty() && !story.outlet.isEmpty() && story.day.isValid() && story.paragraphs.size() > 2)
            result.append(story);
    }
    return result;
}

QString wrapped(const QStringList &paragraphs, const QString &before, const QString &after, const QString &between = {})
{
    QStringList parts;
    for (const QString &paragraph : paragraphs)
        parts.append(before + paragraph.toHtmlEscaped() + after);
    return parts.join(between);
}

/** Paragraphs of some words each a link, as newspapers have them. */
QString withLinks(const QStringList &paragraphs)
{
    QString text;
    for (const QString &paragraph : paragraphs) {
        QStringList words = paragraph.toHtmlEscaped().split(u' ');
        for (qsizetype i = 4; i < words.size(); i += 11)
            words[i] = u"<a href=\"/t/%1\">%2</a>"_s.arg(i).arg(words[i]);
        text += u"<p>"_s + words.join(u' ') + u"</p>\n"_s;
    }
    return text;
}

/** Each sentence a paragraph. */
QString inSentences(const QStringList &paragraphs)
{
    QStringList sentences;
    for (const QString &paragraph : paragraphs)
        sentences += paragraph.split(u". "_s);
    for (qsizetype i = 0; i + 1 < sentences.size(); ++i)
        sentences[i] += sentences[i].endsWith(u'.') || sentences[i].endsWith(u'”') ? QString() : u"."_s;
    return wrapped(sentences, u"<p>"_s, u"</p>"_s);
}

QString page(QString layout, const Story &story)
{
    const QStringList &p = story.paragraphs;
    const QString ad =
        u"<div class=\"ad-slot\"><p>Advertisement: fly to the sea, cheap, fast, and with two bags.</p></div>"_s;
    const QHash<QString, QString> holes{
        {u"@TITLE@"_s, story.title.toHtmlEscaped()},
        {u"@OUTLET@"_s, story.outlet.toHtmlEscaped()},
        {u"@AUTHOR@"_s, story.author},
        {u"@ISO@"_s, story.day.toString(Qt::ISODate)},
        {u"@LONG@"_s, QLocale::c().toString(story.day, u"d MMMM yyyy"_s)},
        {u"@P@"_s, wrapped(p, u"<p>"_s, u"</p>\n"_s)},
        {u"@DIVP@"_s, wrapped(p, u"<div>"_s, u"</div>"_s)},
        {u"@BR@"_s, wrapped(p, {}, {}, u"<br><br>\n"_s)},
        {u"@PADS@"_s, wrapped(p, u"<p>"_s, u"</p>"_s, ad)},
        {u"@PUNCLOSED@"_s, wrapped(p, {}, {}, u"<p align=justify>"_s)},
        {u"@PWRAP@"_s, wrapped(p, u"<div><div><p>"_s, u"</p></div></div>"_s)},
        {u"@PLINKS@"_s, withLinks(p)},
        {u"@PSHORT@"_s, inSentences(p)},
    };
    for (auto hole = holes.cbegin(); hole != holes.cend(); ++hole)
        layout.replace(hole.key(), hole.value());
    return layout;
}

QHash<QString, int> tokens(const QString &text)
{
    static const QRegularExpression border(u"[^\\w]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QHash<QString, int> counts;
    for (const QString &word : text.split(border, Qt::SkipEmptyParts))
        ++counts[word];
    return counts;
}

double tokenF1(const QString &wanted, const QString &got)
{
    const QHash<QString, int> left = tokens(wanted);
    const QHash<QString, int> right = tokens(got);
    int shared = 0;
    int all = 0;
    for (auto token = left.cbegin(); token != left.cend(); ++token) {
        shared += std::min(*token, right.value(token.key()));
        all += *token;
    }
    for (const int count : right)
        all += count;
    return all == 0 ? 0 : 2.0 * shared / all;
}

} // namespace

/** A hundred saved pages: five articles in each of twenty layouts of sites. */
class TestLayouts : public QObject
{
    Q_OBJECT
private slots:
    void pages();
};

void TestLayouts::pages()
{
    const QDir folder(QStringLiteral(DRAGOMAN_LAYOUTS));
    const QStringList layouts = folder.entryList({u"*.html"_s}, QDir::Files, QDir::Name);
    QCOMPARE(layouts.size(), 20);
    const QList<Story> all = stories();
    QVERIFY(all.size() >= articlesOfEach);
    double f1 = 0;
    int asked = 0;
    int right = 0;
    QStringList wrong;
    for (qsizetype i = 0; i < layouts.size(); ++i) {
        const QString layout = textOf(folder.filePath(layouts[i]));
        for (int n = 0; n < articlesOfEach; ++n) {
            const Story &story = all.at((i + n) % all.size());
            const Result<FileContents> read = HtmlReader().read({u"a.html"_s, page(layout, story).toUtf8()});
            QVERIFY2(read.ok(), qUtf8Printable(layouts[i]));
            const Article &article = read.value().articles.first();
            const double one = tokenF1(story.text(), article.body.mid(article.titleSpan.end));
            f1 += one;
            const QString where = u"%1, %2: "_s.arg(layouts[i], story.title);
            if (one < 0.95)
                wrong.append(where + u"text F1 %1: %2"_s.arg(one).arg(article.body.left(300)));
            // A layout that does not name outlet or author cannot be asked for them.
            const auto ask = [&](bool told, const QString &wanted, const QString &got) {
                asked += told ? 1 : 0;
                right += told && wanted == got ? 1 : 0;
                if (told && wanted != got)
                    wrong.append(where + u"“%1” instead of “%2”"_s.arg(got, wanted));
            };
            ask(true, story.title, article.title);
            ask(true, story.day.toString(Qt::ISODate), article.published.toString(Qt::ISODate));
            ask(layout.contains(u"@OUTLET@"_s) &&
                    layout.contains(QRegularExpression(u"site_name|ublisher|application-name"_s)),
                story.outlet, article.source);
        }
    }
    const double mean = f1 / static_cast<double>(layouts.size() * articlesOfEach);
    qInfo("token F1 %.3f, facts %d of %d", mean, right, asked);
    QVERIFY2(mean >= 0.95, qUtf8Printable(wrong.join(u'\n')));
    QVERIFY2(right * 100 >= asked * 95, qUtf8Printable(wrong.join(u'\n')));
    if (!wrong.isEmpty())
        qInfo("%s", qUtf8Printable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayouts)
#include "tst_layouts.moc"
