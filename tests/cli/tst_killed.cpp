// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "store/storereader.h"
#include "support/resulttest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/**
 * Imports that are killed at random moments. A few in the usual run; as many as DRAGOMAN_KILLS says where that is set,
 * which then also prints how much work was lost.
 */
class TestKilled : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void killedImportsGoOn();

private:
    void start(QProcess &process) const;
    [[nodiscard]] bool finish(QProcess &process) const;
    [[nodiscard]] QByteArray exported(const QString &store) const;
    void waitAndKill(QProcess &process, qint64 milliseconds);
    void checkStore();

    ArticleFolder m_folder;
    QRandomGenerator m_random;
    qint64 m_undisturbed = 0; ///< milliseconds
    QByteArray m_expected;
    int m_kills = 8;
    int m_all = 0;      ///< articles of the folder
    int m_articles = 0; ///< that were stored at the last look
    qint64 m_lost = 0;  ///< milliseconds, at most, from the last new article in the store to a kill
    bool m_watching = false;
};

namespace {

constexpr int patience = 600'000;

const QStringList cities{u"Ankara"_s, u"Tehran"_s, u"Baghdad"_s, u"Paris"_s, u"Bern"_s, u"Oslo"_s, u"Cairo"_s};

int articlesIn(const QString &store)
{
    if (!QFile::exists(store))
        return 0;
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
    return reader.ok() ? reader.value()->counts({}).articles : 0;
}

} // namespace

void TestKilled::initTestCase()
{
    const int wanted = qEnvironmentVariableIntValue("DRAGOMAN_KILLS");
    m_watching = wanted > 0;
    m_kills = m_watching ? wanted : m_kills;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("%d kills, seed %u", m_kills, seed);
    m_random.seed(seed);
    const int articles = m_watching ? 4000 : 700;
    m_folder.writeMany(articles / 2);
    for (int i = 0; i < articles / 2; ++i)
        m_folder.writeMeeting(u"m%1/%2.txt"_s.arg(i % 9).arg(i), cities.at(i % cities.size()), 2 + i % 27);
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    start(process);
    QVERIFY(finish(process));
    m_undisturbed = timer.elapsed();
    m_all = articlesIn(m_folder.store());
    m_expected = exported(m_folder.store());
    QVERIFY(m_expected.size() > 10'000);
}

void TestKilled::start(QProcess &process) const
{
    process.start(QStringLiteral(DRAGOMAN_CLI), {u"import"_s, m_folder.path(), u"--store"_s, m_folder.store()});
    QVERIFY(process.waitForStarted(patience));
}

bool TestKilled::finish(QProcess &process) const
{
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QByteArray TestKilled::exported(const QString &store) const
{
    QProcess process;
    process.start(QStringLiteral(DRAGOMAN_CLI), {u"export"_s, store});
    return finish(process) ? process.readAllStandardOutput() : QByteArray();
}

void TestKilled::waitAndKill(QProcess &process, qint64 milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    QElapsedTimer sinceNew;
    int seen = m_articles;
    while (timer.elapsed() < milliseconds && process.state() != QProcess::NotRunning) {
        process.waitForFinished(static_cast<int>(std::min<qint64>(20, milliseconds - timer.elapsed() + 1)));
        const int now = m_watching ? articlesIn(m_folder.store()) : 0;
        if (std::exchange(seen, std::max(seen, now)) < now)
            sinceNew.start();
    }
    if (process.state() == QProcess::NotRunning)
        return;
    // Once all are stored only the joining is left, which is done again as a whole.
    if (sinceNew.isValid() && seen < m_all)
        m_lost = std::max(m_lost, sinceNew.elapsed());
    ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
    process.waitForFinished(patience);
}

void TestKilled::checkStore()
{
    if (!QFile::exists(m_folder.store()))
        return;
    const Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(m_folder.store());
    // Killed before it was made: then there is nothing in it yet.
    if (!reader.ok() && m_articles == 0)
        return;
    VERIFY_RESULT(reader);
    QCOMPARE(reader.value()->damages(), QStringList());
    const int now = reader.value()->counts({}).articles;
    QVERIFY2(now >= m_articles, qPrintable(u"%1 articles after %2"_s.arg(now).arg(m_articles)));
    m_articles = now;
}

void TestKilled::killedImportsGoOn()
{
    int killed = 0;
    int rounds = 0;
    while (killed < m_kills) {
        for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
            QFile::remove(m_folder.store() + part);
        m_articles = 0;
        ++rounds;
        while (true) {
            QProcess process;
            start(process);
            if (killed < m_kills)
                waitAndKill(process, m_random.bounded(m_undisturbed + 1));
            else
                QVERIFY(process.waitForFinished(patience));
            const bool ended = process.exitStatus() == QProcess::NormalExit;
            if (ended)
                QCOMPARE(process.exitCode(), 0);
            killed += ended ? 0 : 1;
            checkStore();
            if (ended)
                break;
        }
        QCOMPARE(exported(m_folder.store()), m_expected);
        QVERIFY(!QFile::exists(m_folder.store() + u".lock"_s));
    }
    if (m_watching)
        qInfo("%d kills in %d imports of %lld ms, all sound; at most %lld ms of work lost", killed, rounds,
              static_cast<long long>(m_undisturbed), static_cast<long long>(m_lost));
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
