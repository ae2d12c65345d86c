// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/decoding.h"

#include <QFile>
#include <QHash>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

constexpr int textsOfEach = 20;

/** A character set and the languages that are written in it. */
struct Charset
{
    const char *name;
    QStringList languages;
};

const QList<Charset> &charsets()
{
    static const QList<Charset> table{
        {"UTF-8", {u"ru"_s, u"zh"_s, u"fr"_s, u"ar"_s}},
        {"windows-1250", {u"pl"_s, u"cs"_s}},
        {"windows-1251", {u"ru"_s, u"uk"_s}},
        {"windows-1252", {u"fr"_s, u"de"_s}},
        {"windows-1253", {u"el"_s}},
        {"windows-1254", {u"tr"_s}},
        {"windows-1255", {u"he"_s}},
        {"windows-1256", {u"ar"_s}},
        {"windows-1257", {u"lt"_s}},
        {"ISO-8859-2", {u"pl"_s, u"cs"_s}},
        {"ISO-8859-5", {u"ru"_s}},
        {"ISO-8859-7", {u"el"_s}},
        {"ISO-8859-9", {u"tr"_s}},
        {"KOI8-R", {u"ru"_s}},
        {"KOI8-U", {u"uk"_s}},
        {"GB18030", {u"zh"_s}},
        {"Big5", {u"tw"_s}},
        {"Shift_JIS", {u"ja"_s}},
        {"EUC-JP", {u"ja"_s}},
        {"EUC-KR", {u"ko"_s}},
    };
    return table;
}

QHash<QString, QStringList> paragraphs()
{
    QFile file(QStringLiteral(DRAGOMAN_CHARSETS) + u"/texts.tsv"_s);
    QHash<QString, QStringList> result;
    if (!file.open(QIODevice::ReadOnly))
        return result;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith(u'#') && line.contains(u'\t'))
            result[line.section(u'\t', 0, 0)].append(line.section(u'\t', 1));
    }
    return result;
}

/** Characters that the set cannot write, such as quotes that it has not, become plain ones. */
QString writable(QString text, const QByteArray &charset)
{
    QStringEncoder encoder(charset.constData());
    for (QChar &c : text) {
        encoder.resetState();
        const QByteArray bytes = encoder.encode(QStringView(&c, 1));
        QStringDecoder decoder(charset.constData());
        if (QString(decoder.decode(bytes)) != c)
            c = c == u'—' || c == u'–' ? u'-' : u'\'';
    }
    return text;
}

/** Text `number` of a language: one, two or three of its paragraphs, in turn. */
QString textOf(const QStringList &own, int number)
{
    QStringList parts;
    for (int i = 0; i <= number % 3; ++i)
        parts.append(own.at((number + i) % own.size()));
    return parts.join(u"\n\n"_s) + u'\n';
}

} // namespace

/** Whether texts without any mark are decoded as they were encoded, in twenty character sets. */
class TestCharsets : public QObject
{
    Q_OBJECT
private slots:
    void detection();
};

void TestCharsets::detection()
{
    const QHash<QString, QStringList> texts = paragraphs();
    int right = 0;
    int all = 0;
    QStringList wrong;
    for (const Charset &charset : charsets()) {
        QStringEncoder encoder(charset.name);
        QVERIFY2(encoder.isValid(), charset.name);
        for (int i = 0; i < textsOfEach; ++i) {
            const QString &language = charset.languages.at(i % charset.languages.size());
            const QString text =
                writable(textOf(texts.value(language), i / static_cast<int>(charset.languages.size())), charset.name);
            encoder.resetState();
            const DecodedText decoded = decode(encoder.encode(text));
            ++all;
            right += decoded.text == text ? 1 : 0;
            if (decoded.text != text)
                wrong.append(
                    u"%1 %2 %3 as %4"_s.arg(QLatin1StringView(charset.name), language).arg(i).arg(decoded.charset));
        }
    }
    qInfo("%d of %d texts decoded right", right, all);
    QCOMPARE(all, textsOfEach * static_cast<int>(charsets().size()));
    QVERIFY2(right * 100 >= all * 99, qUtf8Printable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestCharsets)
#include "tst_charsets.moc"
