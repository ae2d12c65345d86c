// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/scorer.h"
#include "support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTest>

#include <algorithm>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

/** A contact of the gold: the article's name without ending, and which of its contacts. */
using GoldContact = std::pair<QString, int>;

struct SamePair
{
    GoldContact one;
    GoldContact other;
};

Result<QList<SamePair>> loadPairs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(u"%1: %2"_s.arg(path, file.errorString()));
    QList<SamePair> pairs;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() < 4)
            return Error(u"%1: “%2” has fewer than four columns"_s.arg(path, line));
        pairs.append({{cells[0], cells[1].toInt()}, {cells[2], cells[3].toInt()}});
    }
    return pairs;
}

/** What was found, by the contact of the gold that it answers. */
QMap<GoldContact, ToldContact> answers(const ToldArticles &gold, const ToldArticles &found)
{
    QMap<GoldContact, ToldContact> result;
    for (auto article = gold.cbegin(); article != gold.cend(); ++article) {
        const QList<ToldContact> wanted = article->contacts;
        const QList<ToldContact> told = found.value(article.key()).contacts;
        std::vector<std::vector<double>> weights;
        for (const ToldContact &want : wanted) {
            weights.emplace_back();
            for (const ToldContact &one : told) {
                const auto agreement = agreementOf(want, one);
                weights.back().push_back(agreement ? agreement->likeness() : 0);
            }
        }
        const QString name = article.key().section(u'.', 0, -2);
        for (const auto &[row, column] : assign(weights))
            result.insert({name, static_cast<int>(row)}, told[column]);
    }
    return result;
}

/** The contacts of the gold as numbers, equal where they are one. */
class Identities
{
public:
    explicit Identities(const QList<SamePair> &pairs)
    {
        for (const SamePair &pair : pairs)
            m_first.insert(of(pair.other), of(pair.one));
    }

    [[nodiscard]] GoldContact of(GoldContact contact) const
    {
        while (m_first.contains(contact))
            contact = m_first.value(contact);
        return contact;
    }

private:
    QMap<GoldContact, GoldContact> m_first;
};

} // namespace

/** Which accounts of two articles are joined: all that are of one contact, if they were read rightly, and no others. */
class TestSameContact : public QObject
{
    Q_OBJECT
private slots:
    void joinedAsTheGoldSays_data();
    void joinedAsTheGoldSays();
};

void TestSameContact::joinedAsTheGoldSays_data()
{
    QTest::addColumn<QString>("articles");
    QTest::addColumn<QString>("contacts");
    QTest::addColumn<QString>("pairs");
    const QString own = QStringLiteral(DRAGOMAN_GOLD);
    const QString shared = QStringLiteral(DRAGOMAN_SHARED);
    QTest::newRow("dev") << own + u"/articles"_s << own + u"/contacts"_s << own + u"/same-contact.tsv"_s;
    QTest::newRow("five articles beside the sources")
        << shared + u"/archive"_s << shared + u"/gold/seeds/contacts"_s << shared + u"/gold/dev/same-contact.tsv"_s;
}

void TestSameContact::joinedAsTheGoldSays()
{
    QFETCH(QString, articles);
    QFETCH(QString, contacts);
    QFETCH(QString, pairs);
    if (!QDir(articles).exists())
        QSKIP("The articles are not beside the sources.");
    const auto rules = RuleSet::load();
    VERIFY_RESULT(rules);
    const auto gold = loadGold(contacts, articles);
    VERIFY_RESULT(gold);
    const auto same = loadPairs(pairs);
    VERIFY_RESULT(same);
    const auto read = readFolder(articles, *rules.value());
    VERIFY_RESULT(read);
    const QMap<GoldContact, ToldContact> found = answers(gold.value(), foundIn(read.value()));
    const Identities identities(same.value());

    int joined = 0;
    QStringList apart;
    for (const SamePair &pair : same.value()) {
        if (!gold.value().contains(pair.one.first + u".txt"_s))
            continue;
        const ToldContact one = found.value(pair.one);
        const ToldContact other = found.value(pair.other);
        const bool readRightly = one.joined.isValid() && other.joined.isValid() && one.status == other.status;
        if (one.joined.isValid() && one.joined == other.joined)
            ++joined;
        else if (readRightly)
            apart.append(describe(one) + u"\n  "_s + describe(other));
        else
            qInfo("not read: %s %d, %s %d", qPrintable(pair.one.first), pair.one.second, qPrintable(pair.other.first),
                  pair.other.second);
    }
    qInfo("%d joined", joined);
    QVERIFY(joined > 0);
    QCOMPARE(apart, QStringList());

    QMap<ContactId, GoldContact> identity;
    for (auto answer = found.cbegin(); answer != found.cend(); ++answer) {
        const GoldContact is = identities.of(answer.key());
        const GoldContact known = identity.value(answer->joined, is);
        QVERIFY2(known == is,
                 qPrintable(
                     u"%1 %2 and %3 %4 are joined"_s.arg(known.first).arg(known.second).arg(is.first).arg(is.second)));
        identity.insert(answer->joined, is);
    }
}

QTEST_GUILESS_MAIN(TestSameContact)
#include "tst_samecontact.moc"
