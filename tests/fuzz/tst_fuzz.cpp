// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/properties.h"

#include <QDir>
#include <QTest>

#include <random>

using namespace dragoman::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr int mutationsEach = 40;
constexpr int longestInput = 4000;

using Random = std::mt19937;

qsizetype below(Random &random, qsizetype limit)
{
    return limit > 0 ? static_cast<qsizetype>(random() % static_cast<unsigned>(limit)) : 0;
}

QByteArray piece(Random &random, const QList<QByteArray> &corpus)
{
    const QByteArray &from = corpus[below(random, corpus.size())];
    return from.mid(below(random, from.size()), 1 + below(random, 80));
}

/** One change of a few: bytes changed, cut, doubled, or a piece of another input put in. */
void mutate(QByteArray &input, Random &random, const QList<QByteArray> &corpus)
{
    static constexpr char signs[] = "\n\n.,;:\"'()-\x80\xc3\xf0\x9f\0\xff 0123456789Aa|/";
    static const QByteArray marks(signs, sizeof(signs) - 1);
    const qsizetype at = below(random, input.size());
    switch (random() % 6) {
    case 0:
        input.insert(at, marks.mid(below(random, marks.size()), 1));
        break;
    case 1:
        input.remove(at, 1 + below(random, 40));
        break;
    case 2:
        input.insert(at, input.mid(below(random, input.size()), 1 + below(random, 60)));
        break;
    case 3:
        if (!input.isEmpty())
            input[at] = static_cast<char>(random() & 0xff);
        break;
    case 4:
        input.insert(at, marks.mid(below(random, marks.size()), 1).repeated(1 + below(random, 50)));
        break;
    default:
        input.insert(at, piece(random, corpus));
        break;
    }
    input.truncate(longestInput);
}

QList<QByteArray> corpusOf(const QString &part)
{
    QList<QByteArray> corpus;
    const QDir folder(QStringLiteral(DRAGOMAN_CORPUS) + u'/' + part);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            corpus.append(file.readAll());
    }
    return corpus;
}

} // namespace

/** The properties of the fuzzers hold for their corpus and for mutations of it, the same in each run. */
class TestFuzz : public QObject
{
    Q_OBJECT
private slots:
    void holds_data();
    void holds();
};

void TestFuzz::holds_data()
{
    using Property = QString (*)(const QByteArray &);
    QTest::addColumn<QString>("part");
    QTest::addColumn<Property>("fault");
    QTest::newRow("tokenizer") << u"tokenizer"_s << Property(tokenizerFault);
    QTest::newRow("dates") << u"dates"_s << Property(datesFault);
    QTest::newRow("rules") << u"rules"_s << Property(rulesFault);
    QTest::newRow("extractor") << u"extractor"_s << Property(extractorFault);
    QTest::newRow("readers") << u"readers"_s << Property(readersFault);
}

void TestFuzz::holds()
{
    using Property = QString (*)(const QByteArray &);
    QFETCH(QString, part);
    QFETCH(Property, fault);
    const QList<QByteArray> corpus = corpusOf(part);
    QVERIFY2(!corpus.isEmpty(), "the corpus is missing");
    Random random(20240514);
    for (const QByteArray &seed : corpus) {
        QByteArray input = seed;
        for (int turn = 0; turn <= mutationsEach; ++turn) {
            const QString found = fault(input);
            QVERIFY2(found.isEmpty(), qPrintable(found + u" in: "_s + QString::fromLatin1(input.toPercentEncoding())));
            if (turn % 8 == 7)
                input = seed;
            mutate(input, random, corpus);
        }
    }
}

QTEST_GUILESS_MAIN(TestFuzz)
#include "tst_fuzz.moc"
