// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/filelistmodel.h"
#include "session/archive.h"
#include "session/articlefolder.h"
#include "shell/problemsdialog.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

/** The account of files, by clicks. */
class TestProblems : public QObject
{
    Q_OBJECT
private slots:
    void readsInAnotherCharacterSet();
    void tellsTheLimits();
};

namespace {

/** A dialog on an archive of two files. */
struct Rig
{
    Rig()
    {
        folder.write(u"a.txt"_s, u"Report\n\nThe minister read the newspaper Мир in the train to the capital.\n"_s);
        folder.write(u"b.txt"_s, u"Report\n\nThe minister went home.\n"_s);
        ArchiveOptions options;
        options.store = folder.store();
        const Result<void> opened = archive.open(folder.path(), options);
        if (!opened.ok())
            qFatal("%s", qPrintable(opened.error().message()));
        QObject::connect(&archive, &Archive::importFinished, &files, &FileListModel::refresh);
        archive.startImport();
        if (!QTest::qWaitFor([this] { return files.rowCount() == 2; }, 20000))
            qFatal("the files are not listed");
        dialog = std::make_unique<ProblemsDialog>(ViewContext{&archive, &filter, &selection, &theme}, &files, nullptr);
        dialog->findChild<QComboBox *>()->setCurrentIndex(dialog->findChild<QComboBox *>()->count() - 1);
        dialog->show();
    }

    /** The entry of the menu of character sets, as it is when that opens. */
    [[nodiscard]] QAction *charset(const QString &name) const
    {
        auto *menu = dialog->findChild<QMenu *>(u"charsets"_s);
        emit menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text() == name)
                return action;
        }
        return nullptr;
    }

    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *found : dialog->findChildren<QPushButton *>()) {
            if (found->text() == text)
                return found;
        }
        return nullptr;
    }

    [[nodiscard]] QString charsetOf(int row) const
    {
        return files.index(row, FileListModel::Charset).data().toString();
    }

    ArticleFolder folder;
    Archive archive;
    FilterState filter;
    Selection selection;
    Theme theme;
    FileListModel files{&archive};
    std::unique_ptr<ProblemsDialog> dialog;
};

} // namespace

void TestProblems::readsInAnotherCharacterSet()
{
    const NoWarnings noWarnings;
    Rig rig;
    QCOMPARE(rig.charsetOf(0), u"UTF-8"_s);
    QVERIFY(!rig.button(u"Read As"_s)->isEnabled());
    rig.dialog->findChild<QTableView *>()->selectRow(0);
    QVERIFY(rig.button(u"Read As"_s)->isEnabled());
    QVERIFY(rig.charset(u"Automatic"_s)->isChecked());
    rig.charset(u"KOI8-R"_s)->trigger();
    QTRY_COMPARE(rig.charsetOf(0), u"KOI8-R, chosen by you"_s);
    QCOMPARE(rig.charsetOf(1), u"UTF-8"_s);
    QTRY_VERIFY(!rig.archive.isImporting());
    rig.dialog->findChild<QTableView *>()->selectRow(0);
    QVERIFY(rig.charset(u"KOI8-R"_s)->isChecked());
    rig.charset(u"Automatic"_s)->trigger();
    QTRY_COMPARE(rig.charsetOf(0), u"UTF-8"_s);
    QTRY_VERIFY(!rig.archive.isImporting());
    VERIFY_NO_WARNINGS();
}

void TestProblems::tellsTheLimits()
{
    const Rig rig;
    QVERIFY(rig.dialog->findChild<QLabel *>(u"limits"_s)->text().contains(u"an article up to 64 MB"_s));
}

QTEST_MAIN(TestProblems)
#include "tst_problems.moc"
