// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/contactlistmodel.h"
#include "session/articlefolder.h"
#include "shell/keysheet.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"
#include "ui/windowrig.h"
#include "why/whydialog.h"
#include "widgets/emptypage.h"
#include "widgets/windowstyle.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

const QString s_call = u" date 2025-10-08\nLeaders talk\n\nNAIROBI, Oct. 8 (AA) — Kenyan President Peter Otieno "
                       "telephoned Dutch Prime Minister Piet Vos on Monday.\n\nOn Tuesday, Otieno met Kenyan Foreign "
                       "Minister Grace Njeri in Nairobi.\n"_s;
const QString s_sameCall = u" date 2025-10-09\nVos on the phone\n\nTHE HAGUE, Oct. 9 (TASS) — Kenyan President Peter "
                           "Otieno telephoned Dutch Prime Minister Piet Vos on Monday.\n"_s;
const QString s_meeting = u" date 2025-10-09\nTalks in Oslo\n\nOSLO, Oct. 9 (AA) — Portuguese President Ana Sol met "
                          "Ugandan President Moses Okello in Oslo on Wednesday.\n"_s;

} // namespace

/** "Why is this here?" as somebody asks it in the window. */
class TestWhy : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void isOfferedOnlyForAContact();
    void keyShowsRuleWordsAndWhatWasDropped();
    void keyInTheListAsksAboutItsRow();
    void everyAccountCanBeChosen();
    void followsTheSelection();
    void copiesPlainText();
    void tellsWhatBecameOfTheFile();
    void aContactThatIsGoneIsToldSo();
    void coloursFollowTheTheme();
    void closesWithTheArchive();
    void everythingHasAName();

private:
    [[nodiscard]] ContactId contactOf(ContactKind kind) const;
    [[nodiscard]] WhyDialog *dialog() const { return m_rig->window().findChild<WhyDialog *>(); }
    [[nodiscard]] QTextBrowser *page() const { return dialog()->findChild<QTextBrowser *>(); }
    [[nodiscard]] QString text() const { return page()->toPlainText(); }
    [[nodiscard]] QString label(const char *name) const
    {
        return dialog()->findChild<QLabel *>(QLatin1String(name))->text();
    }
    void ask(ContactKind kind);
    [[nodiscard]] bool isAnswered() const;

    std::unique_ptr<test::NoWarnings> m_quiet;
    std::unique_ptr<test::ArticleFolder> m_folder;
    std::unique_ptr<test::WindowRig> m_rig;
};

void TestWhy::init()
{
    m_quiet = std::make_unique<test::NoWarnings>();
    QApplication::setStyle(new WindowStyle);
    m_folder = std::make_unique<test::ArticleFolder>();
    m_folder->write(u"a.txt"_s, s_call);
    m_folder->write(u"b.txt"_s, s_sameCall);
    m_folder->write(u"c.txt"_s, s_meeting);
    m_rig = std::make_unique<test::WindowRig>();
    QVERIFY(m_rig->open(m_folder->path()));
}

void TestWhy::cleanup()
{
    m_rig.reset();
    m_folder.reset();
    VERIFY_NO_WARNINGS();
    m_quiet.reset();
}

ContactId TestWhy::contactOf(ContactKind kind) const
{
    Filter filter;
    filter.kinds = {kind};
    const std::vector<qint64> ids = m_rig->reader()->contactIds(filter, ContactSort::Date, Qt::AscendingOrder);
    return ids.size() == 1 ? ContactId{ids.front()} : ContactId();
}

bool TestWhy::isAnswered() const
{
    return QTest::qWaitFor(
        [this] {
            const auto *empty = dialog()->findChild<EmptyPage *>();
            return page()->isVisible() || (empty->isVisible() && empty->title() == WhyDialog::tr("No explanation"));
        },
        60000);
}

void TestWhy::ask(ContactKind kind)
{
    const ContactId contact = contactOf(kind);
    QVERIFY(contact.isValid());
    m_rig->selection()->setContact(contact);
    m_rig->selection()->whyAction()->trigger();
    QVERIFY(dialog() && isAnswered());
}

void TestWhy::isOfferedOnlyForAContact()
{
    QAction *why = m_rig->selection()->whyAction();
    QVERIFY(!why->isEnabled());
    why->trigger();
    QVERIFY(!dialog());
    m_rig->selection()->setContact(contactOf(ContactKind::Call));
    QVERIFY(why->isEnabled());
}

void TestWhy::keyShowsRuleWordsAndWhatWasDropped()
{
    QVERIFY(m_rig->activate());
    m_rig->selection()->setContact(contactOf(ContactKind::Call));
    QTRY_VERIFY(m_rig->selection()->reading().isValid());
    QTest::keySequence(&m_rig->window(), m_rig->selection()->whyAction()->shortcut());
    QVERIFY(dialog() && dialog()->isVisible());
    QVERIFY(isAnswered());
    QCOMPARE(label("why.title"), u"Peter Otieno – Piet Vos"_s);
    QVERIFY2(label("why.about").startsWith(u"Call, held · 6 Oct 2025"_s), qPrintable(label("why.about")));
    for (const QString &part :
         {u"call.ring"_s, u"telephone"_s, u"subject"_s, u"“Monday”"_s, u"in an article of 2025-10-08"_s,
          u"Confidence"_s, u"Example"_s, u"past"_s, u"all who take part are of one side"_s})
        QVERIFY2(text().contains(part), qPrintable(part + u" in "_s + text()));
}

void TestWhy::keyInTheListAsksAboutItsRow()
{
    QVERIFY(m_rig->activate());
    m_rig->window().workspace()->showView(u"contacts"_s);
    RecordListView *list = m_rig->list("contactList");
    const ContactId meeting = contactOf(ContactKind::Meeting);
    QTRY_VERIFY((list->showId(meeting.value), list->currentIndex().isValid()));
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    QTRY_VERIFY(list->currentIndex().data(ContactListModel::RowRole).isValid()); // rows are fetched when shown
    QTest::keySequence(list, m_rig->selection()->whyAction()->shortcut());
    QCOMPARE(m_rig->selection()->contact(), meeting);
    QVERIFY(dialog() && isAnswered());
    QVERIFY(text().contains(u"Ana Sol"_s));
}

void TestWhy::everyAccountCanBeChosen()
{
    ask(ContactKind::Call);
    auto *accounts = dialog()->findChild<QComboBox *>();
    QVERIFY(accounts->isVisible());
    QCOMPARE(accounts->count(), 2);
    const int first = accounts->currentIndex();
    accounts->setCurrentIndex(1 - first);
    QVERIFY(isAnswered());
    const bool isSecond = text().contains(u"in an article of 2025-10-09"_s);
    accounts->setCurrentIndex(first);
    QVERIFY(isAnswered());
    QCOMPARE(text().contains(u"in an article of 2025-10-09"_s), !isSecond);
}

void TestWhy::followsTheSelection()
{
    ask(ContactKind::Call);
    m_rig->selection()->setContact(contactOf(ContactKind::Meeting));
    QTRY_COMPARE(label("why.title"), u"Ana Sol – Moses Okello"_s);
    QVERIFY(!dialog()->findChild<QComboBox *>()->isVisible());
    dialog()->reject();
    m_rig->selection()->setContact(contactOf(ContactKind::Call));
    QTest::qWait(50);
    QCOMPARE(label("why.title"), u"Ana Sol – Moses Okello"_s);
}

void TestWhy::copiesPlainText()
{
    ask(ContactKind::Call);
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"why.copy"_s), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    for (const QString &part : {u"call held 2025-10-06"_s, u"call.ring"_s, u"telephoned"_s, u"a.txt"_s, u"Dropped"_s})
        QVERIFY2(copied.contains(part), qPrintable(part + u" in "_s + copied));
    QVERIFY(!copied.contains(u'<'));
}

void TestWhy::tellsWhatBecameOfTheFile()
{
    ask(ContactKind::Meeting);
    auto *note = dialog()->findChild<QLabel *>(u"why.note"_s);
    QVERIFY(!note->isVisible());
    m_folder->write(u"c.txt"_s, s_meeting + u"And more."_s);
    ask(ContactKind::Meeting);
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().contains(u"has changed"_s), qPrintable(note->text()));
    m_folder->remove(u"c.txt"_s);
    ask(ContactKind::Meeting);
    QVERIFY2(note->text().contains(u"not there"_s), qPrintable(note->text()));
    QVERIFY(text().contains(u"Moses Okello"_s));
}

void TestWhy::aContactThatIsGoneIsToldSo()
{
    ask(ContactKind::Call);
    m_rig->selection()->setContact(ContactId{9999});
    m_rig->selection()->askWhy();
    auto *empty = dialog()->findChild<EmptyPage *>();
    QTRY_COMPARE(empty->title(), WhyDialog::tr("No explanation"));
    QVERIFY(empty->isVisible());
    QVERIFY(!dialog()->findChild<QPushButton *>(u"why.copy"_s)->isEnabled());
}

void TestWhy::coloursFollowTheTheme()
{
    ask(ContactKind::Call);
    const QString light = page()->toHtml();
    m_rig->theme().setChoice(Theme::Choice::Dark);
    const QString dark = page()->toHtml();
    QVERIFY(light != dark);
    QVERIFY(dark.contains(m_rig->theme().markColour(Theme::Mark::Person).name()));
    m_rig->theme().setChoice(Theme::Choice::Light);
    QCOMPARE(page()->toHtml(), light);
}

void TestWhy::closesWithTheArchive()
{
    ask(ContactKind::Call);
    m_rig->window().closeArchive();
    QVERIFY(!dialog()->isVisible());
    QVERIFY(!m_rig->selection()->whyAction()->isEnabled());
}

void TestWhy::everythingHasAName()
{
    ask(ContactKind::Call);
    const auto widgets = dialog()->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
            widget->objectName().startsWith(u"qt_"_s))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestWhy)
#include "tst_why.moc"
