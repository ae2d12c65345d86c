// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"
#include "shell/banner.h"
#include "store/storelock.h"
#include "ui/windowrig.h"

#include <QDir>
#include <QFile>
#include <QToolButton>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** What the window says and offers when something befell an archive. */
class TestRecovery : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void damagedStoreIsSetAside();
    void emptiedFolderIsAskedAbout();
    void missingFolderIsShownAsItWas();
    void progressTellsWhatItDoes();

private:
    [[nodiscard]] QToolButton *offer(const QString &text);
    [[nodiscard]] bool press(const QString &text);
    [[nodiscard]] int articles() { return m_rig->model("articleList")->rowCount(); }

    std::unique_ptr<WindowRig> m_rig;
    std::unique_ptr<ArticleFolder> m_folder;
};

void TestRecovery::init()
{
    m_rig = std::make_unique<WindowRig>();
    m_folder = std::make_unique<ArticleFolder>();
    m_folder->writeMany(120);
    m_folder->writeMeeting(u"a.txt"_s);
    QVERIFY(m_rig->open(m_folder->path()));
    QTRY_COMPARE(articles(), 121);
}

void TestRecovery::cleanup()
{
    m_rig.reset();
    m_folder.reset();
}

QToolButton *TestRecovery::offer(const QString &text)
{
    const QList<QToolButton *> offers = m_rig->window().banner()->offers();
    const auto found =
        std::find_if(offers.begin(), offers.end(), [&text](const QToolButton *one) { return one->text() == text; });
    return found == offers.end() ? nullptr : *found;
}

/** Presses what the banner offers, and waits for the import that it begins. */
bool TestRecovery::press(const QString &text)
{
    QToolButton *button = offer(text);
    if (!button)
        return false;
    QSignalSpy finished(m_rig->archive(), &Archive::importFinished);
    button->click();
    return finished.wait(60000);
}

void TestRecovery::damagedStoreIsSetAside()
{
    const QString store = m_rig->archive()->storeFile();
    m_rig->window().closeArchive();
    StoreLock::take(store).value()->leave();
    {
        QFile file(store);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QVERIFY(file.write(QByteArray(file.size() / 2, '\x5a')) > 0);
    }
    QSignalSpy finished(m_rig->archive(), &Archive::importFinished);
    if (m_rig->window().openArchive(m_folder->path()))
        QVERIFY(!finished.isEmpty() || finished.wait(60000));
    QVERIFY2(m_rig->window().banner()->isVisible() && m_rig->window().banner()->text().contains(store),
             qPrintable(m_rig->window().banner()->text()));
    QVERIFY(press(u"Set the Store Aside and Read Again"_s));
    QVERIFY(m_rig->window().banner()->text().contains(store + u".damaged-"_s));
    QVERIFY(m_rig->window().banner()->offers().isEmpty());
    QTRY_COMPARE(articles(), 121);
    QCOMPARE(m_rig->reader()->damages(), QStringList());
}

void TestRecovery::emptiedFolderIsAskedAbout()
{
    QVERIFY(QDir(m_folder->path()).removeRecursively());
    QVERIFY(QDir().mkdir(m_folder->path()));
    QSignalSpy finished(m_rig->archive(), &Archive::importFinished);
    m_rig->archive()->startImport();
    QVERIFY(finished.wait(60000));
    QVERIFY2(m_rig->window().banner()->text().contains(u"is empty now"_s),
             qPrintable(m_rig->window().banner()->text()));
    QVERIFY(m_rig->isSettled());
    QCOMPARE(articles(), 121);
    QVERIFY(offer(u"Locate the Folder…"_s));
    QVERIFY(press(u"Forget the Files"_s));
    QTRY_COMPARE(articles(), 0);
    QVERIFY(!m_rig->window().banner()->isVisible());
}

void TestRecovery::missingFolderIsShownAsItWas()
{
    m_rig->window().closeArchive();
    const QString elsewhere = m_folder->outside(u"elsewhere"_s);
    QVERIFY(QDir().rename(m_folder->path(), elsewhere));
    QVERIFY(m_rig->window().openArchive(m_folder->path()));
    QVERIFY2(m_rig->window().banner()->text().contains(u"is not there now"_s),
             qPrintable(m_rig->window().banner()->text()));
    QVERIFY(offer(u"Locate the Folder…"_s));
    QTRY_COMPARE(articles(), 121);
    QVERIFY(QDir().rename(elsewhere, m_folder->path()));
    QSignalSpy finished(m_rig->archive(), &Archive::importFinished);
    m_rig->window().action(u"reread"_s)->trigger();
    QVERIFY(finished.wait(60000));
    QCOMPARE(finished.first().first().value<ImportReport>().unchanged, 121);
}

void TestRecovery::progressTellsWhatItDoes()
{
    using Phase = ImportProgress::Phase;
    ImportProgress progress;
    const auto told = [this, &progress] {
        emit m_rig->archive()->importProgress(progress);
        return m_rig->label("importRate");
    };
    QCOMPARE(told(), u"Looking through the folder …"_s);
    progress.phase = Phase::Checking;
    QCOMPARE(told(), u"Checking the store …"_s);
    progress = {Phase::Reading, 2000, 500, 8'000'000, 2'000'000, 500, 10, 240.4, 31};
    QCOMPARE(told(), u"Reading 500 of 2,000 files, 240 a second, 35 s left"_s);
    progress.secondsLeft = 130;
    QCOMPARE(told(), u"Reading 500 of 2,000 files, 240 a second, 2 min left"_s);
    progress.secondsLeft = -1;
    QCOMPARE(told(), u"Reading 500 of 2,000 files, 240 a second"_s);
    progress.phase = Phase::Joining;
    QCOMPARE(told(), u"Joining what the articles tell …"_s);
}

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
