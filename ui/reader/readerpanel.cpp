// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/readerpanel.h"

#include "models/readersource.h"
#include "reader/articlepane.h"
#include "reader/articletextview.h"
#include "reader/comparisontable.h"
#include "reader/elidedlabel.h"
#include "reader/findbar.h"
#include "reader/readerview.h"
#include "state/selection.h"
#include "widgets/emptypage.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int zoomStep = 10;
constexpr int leastZoom = 60;
constexpr int mostZoom = 300;

QString columnTitle(const Article &article)
{
    const QString name = article.source.isEmpty() ? article.provenance.path.section(u'/', -1) : article.source;
    const QString day = dayLabel(article.resolvedPublished());
    return day.isEmpty() ? name : name + u" · "_s + day;
}

} // namespace

QWidget *createReaderView(const ViewContext &context, QWidget *parent)
{
    return new ReaderPanel(context, parent);
}

ReaderPanel::ReaderPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context),
      m_source(new ReaderSource(context.archive, this)), m_shown{Theme::Mark::Person, Theme::Mark::Body,
                                                                 Theme::Mark::Place, Theme::Mark::Date,
                                                                 Theme::Mark::Evidence}
{
    setObjectName(u"reader"_s);
    setAccessibleName(tr("Reader"));
    buildActions();
    buildLayout();
    connectActions();
    connectState();
    m_source->setArticles(context.selection->articles());
    m_source->setContact(context.selection->contact());
    updatePage();
}

QAction *ReaderPanel::keyAction(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!keys.isEmpty())
        action->setToolTip(u"%1 (%2)"_s.arg(text, keys.first().toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void ReaderPanel::markAction(const QString &text, Theme::Mark mark)
{
    auto *action = new QAction(text, this);
    action->setCheckable(true);
    action->setChecked(true);
    action->setData(int(mark));
    connect(action, &QAction::toggled, this, &ReaderPanel::updateMarks);
    m_markActions.append(action);
}

void ReaderPanel::buildActions()
{
    m_nextContact = keyAction(tr("Next contact"), {Qt::Key_F4});
    m_previousContact = keyAction(tr("Previous contact"), {Qt::SHIFT | Qt::Key_F4});
    m_find = keyAction(tr("Find in this article"), QKeySequence::keyBindings(QKeySequence::Find));
    m_findNext = keyAction(tr("Find next"), {Qt::Key_F3});
    m_findPrevious = keyAction(tr("Find previous"), {Qt::SHIFT | Qt::Key_F3});
    m_larger = keyAction(tr("Larger text"), QKeySequence::keyBindings(QKeySequence::ZoomIn) +
                                                QList<QKeySequence>{Qt::CTRL | Qt::Key_Equal});
    m_smaller = keyAction(tr("Smaller text"), QKeySequence::keyBindings(QKeySequence::ZoomOut));
    m_normalSize = keyAction(tr("Normal text size"), {Qt::CTRL | Qt::Key_0});
    m_compare = new QAction(tr("Comparison"), this);
    m_compare->setCheckable(true);
    m_compare->setChecked(true);
    m_compare->setToolTip(tr("What the accounts of this contact tell, side by side"));
    markAction(tr("People"), Theme::Mark::Person);
    markAction(tr("States and organisations"), Theme::Mark::Body);
    markAction(tr("Places"), Theme::Mark::Place);
    markAction(tr("Dates"), Theme::Mark::Date);
    markAction(tr("Evidence of all contacts"), Theme::Mark::Evidence);
}

QToolButton *ReaderPanel::toolButton(QAction *action, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QWidget *ReaderPanel::buildToolBar()
{
    auto *bar = new QWidget(this);
    m_summary = new ElidedLabel(bar);
    m_summary->setObjectName(u"reader.summary"_s);
    m_marksButton = new QToolButton(bar);
    m_marksButton->setText(tr("Marks"));
    m_marksButton->setAccessibleName(tr("What is marked in the text"));
    m_marksButton->setToolTip(tr("What is marked in the text"));
    m_marksButton->setAutoRaise(true);
    m_marksButton->setPopupMode(QToolButton::InstantPopup);
    m_marksButton->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(m_marksButton);
    menu->addActions(m_markActions);
    m_marksButton->setMenu(menu);
    m_smaller->setIconText(u"A−"_s);
    m_larger->setIconText(u"A+"_s);
    m_previousContact->setIconText(u"‹"_s);
    m_nextContact->setIconText(u"›"_s);
    m_find->setIconText(tr("Find"));
    QAction *why = m_context.selection->whyAction();
    why->setIconText(tr("Why?"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 3, 8, 3);
    row->setSpacing(2);
    row->addWidget(m_summary, 1);
    row->addWidget(toolButton(m_compare, m_compare->text()));
    row->addSpacing(6);
    row->addWidget(toolButton(m_previousContact, m_previousContact->text()));
    row->addWidget(toolButton(m_nextContact, m_nextContact->text()));
    row->addWidget(toolButton(why, tr("Why is this contact here?")));
    row->addSpacing(6);
    row->addWidget(m_marksButton);
    row->addWidget(toolButton(m_find, m_find->text()));
    row->addWidget(toolButton(m_smaller, m_smaller->text()));
    row->addWidget(toolButton(m_larger, m_larger->text()));
    return bar;
}

void ReaderPanel::buildLayout()
{
    m_problems = new QLabel(this);
    m_problems->setObjectName(u"reader.problems"_s);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setContentsMargins(12, 6, 12, 6);
    m_problems->hide();
    m_comparison = new ComparisonTable(*m_context.theme, this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(3);
    m_column = new QSplitter(Qt::Vertical, this);
    m_column->setChildrenCollapsible(false);
    m_column->setHandleWidth(3);
    m_column->addWidget(m_comparison);
    m_column->addWidget(m_splitter);
    m_column->setStretchFactor(1, 1);
    m_comparison->hide();
    m_findBar = new FindBar(m_context.theme, this);
    auto *reading = new QWidget(this);
    auto *inner = new QVBoxLayout(reading);
    inner->setContentsMargins({});
    inner->setSpacing(0);
    inner->addWidget(buildToolBar());
    inner->addWidget(m_column, 1);
    inner->addWidget(m_findBar);
    m_empty = new EmptyPage(m_context.theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(reading);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_problems);
    outer->addWidget(m_stack, 1);
}

void ReaderPanel::connectActions()
{
    const auto onActive = [this](auto verb) {
        return [this, verb] {
            if (ArticlePane *pane = activePane())
                (pane->*verb)();
        };
    };
    connect(m_nextContact, &QAction::triggered, this, onActive(&ArticlePane::nextContact));
    connect(m_previousContact, &QAction::triggered, this, onActive(&ArticlePane::previousContact));
    connect(m_find, &QAction::triggered, this, [this] {
        updateFind();
        m_findBar->open();
    });
    connect(m_findNext, &QAction::triggered, m_findBar, &FindBar::next);
    connect(m_findPrevious, &QAction::triggered, m_findBar, &FindBar::previous);
    connect(m_findBar, &FindBar::hitsChanged, this, [this](const QList<TextSpan> &hits, int current) {
        if (ArticlePane *pane = activePane())
            pane->text()->setHits(hits, current);
    });
    connect(m_findBar, &FindBar::closed, this, [this] {
        if (ArticlePane *pane = activePane())
            pane->setFocus();
    });
    connect(m_larger, &QAction::triggered, this, [this] { setZoom(m_zoom + zoomStep); });
    connect(m_smaller, &QAction::triggered, this, [this] { setZoom(m_zoom - zoomStep); });
    connect(m_normalSize, &QAction::triggered, this, [this] { setZoom(100); });
    connect(m_compare, &QAction::toggled, this, &ReaderPanel::updateComparison);
    connect(m_column, &QSplitter::splitterMoved, this, [this] { m_handleMoved = true; });
    connect(m_comparison, &ComparisonTable::evidenceWanted, this, &ReaderPanel::jumpToEvidence);
}

void ReaderPanel::connectState()
{
    connect(m_context.selection, &Selection::articlesChanged, m_source, &ReaderSource::setArticles);
    connect(m_context.selection, &Selection::contactChanged, this, [this](ContactId contact) {
        m_contactIsNew = true;
        m_source->setContact(contact);
    });
    connect(m_source, &ReaderSource::arrived, this, &ReaderPanel::take);
    connect(m_source, &ReaderSource::contactArrived, this, &ReaderPanel::followContact);
    connect(m_source, &ReaderSource::personArrived, this, [this](const Person &person) {
        for (ArticlePane *pane : std::as_const(m_panes))
            pane->setOfficesOf(person);
    });
}

ArticlePane *ReaderPanel::activePane() const
{
    return m_panes.contains(m_active) ? m_active : m_panes.value(0);
}

ArticlePane *ReaderPanel::paneFor(const ArticlePage &page)
{
    for (ArticlePane *pane : std::as_const(m_panes)) {
        if (pane->article() == page.article.id)
            return pane;
    }
    auto *pane = new ArticlePane(m_context, m_splitter);
    pane->setZoom(m_zoom);
    pane->setShown(m_shown);
    connect(pane, &ArticlePane::closeRequested, m_context.selection, &Selection::closeArticle, Qt::QueuedConnection);
    connect(pane, &ArticlePane::contactChosen, m_context.selection, &Selection::setContact);
    connect(pane, &ArticlePane::personWanted, m_source, &ReaderSource::askPerson);
    connect(pane, &ArticlePane::activated, this, [this, pane] { activate(pane); });
    return pane;
}

void ReaderPanel::take(const QList<ArticlePage> &pages, const QStringList &problems)
{
    QList<ArticlePane *> next;
    const qsizetype before = m_panes.size();
    for (const ArticlePage &page : pages) {
        ArticlePane *pane = paneFor(page);
        const bool fresh = !m_panes.contains(pane);
        pane->setPage(page);
        if (fresh)
            pane->setContact(m_context.selection->contact());
        next.append(pane);
    }
    for (ArticlePane *pane : std::as_const(m_panes)) {
        if (!next.contains(pane)) {
            pane->hide();
            pane->deleteLater();
        }
    }
    m_panes = next;
    for (int at = 0; at < m_panes.size(); ++at) {
        m_splitter->insertWidget(at, m_panes[at]);
        m_panes[at]->show();
    }
    if (m_panes.size() != before)
        m_splitter->setSizes(QList<int>(m_splitter->count(), 1000));
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    activate(activePane());
    updateComparison();
    updatePage();
}

void ReaderPanel::followContact(const Contact &contact)
{
    const bool isNew = std::exchange(m_contactIsNew, false);
    if (contact.id != m_context.selection->contact())
        return;
    if (isNew) {
        for (ArticlePane *pane : std::as_const(m_panes))
            pane->setContact(contact.id);
        const QList<ArticleId> &open = m_context.selection->articles();
        const bool shown = std::any_of(contact.accounts.begin(), contact.accounts.end(),
                                       [&](const Account &account) { return open.contains(account.article); });
        if (!shown && !contact.accounts.isEmpty())
            m_context.selection->openArticle(contact.accounts.first().article);
    }
    updateComparison();
}

void ReaderPanel::updateComparison()
{
    const ContactId contact = m_context.selection->contact();
    QList<Account> accounts;
    QStringList titles;
    m_compared.clear();
    for (ArticlePane *pane : std::as_const(m_panes)) {
        const QList<Account> &told = pane->page().accounts;
        const auto found =
            std::find_if(told.begin(), told.end(), [&](const Account &account) { return account.contact == contact; });
        if (!contact.isValid() || found == told.end())
            continue;
        accounts.append(*found);
        titles.append(columnTitle(pane->page().article));
        m_compared.append(pane);
    }
    const bool several = accounts.size() > 1;
    m_comparison->setAccounts(several ? accounts : QList<Account>(), several ? titles : QStringList());
    m_compare->setEnabled(several);
    const bool visible = several && m_compare->isChecked();
    m_comparison->setVisible(visible);
    QMetaObject::invokeMethod(this, &ReaderPanel::fitComparison, Qt::QueuedConnection);
    m_summary->setText(several ? tr("%1 accounts of this contact, %2 points of difference")
                                     .arg(accounts.size())
                                     .arg(m_comparison->comparison()->differences())
                               : QString());
}

/** As high as its rows, but never more than half, until somebody moves the handle. */
void ReaderPanel::fitComparison()
{
    if (m_comparison->isHidden() || m_handleMoved)
        return;
    const int height = std::min(m_comparison->sizeHint().height(), m_column->height() / 2);
    m_column->setSizes({height, std::max(1, m_column->height() - height)});
}

void ReaderPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The splitter gets its own new size only after this.
    QMetaObject::invokeMethod(this, &ReaderPanel::fitComparison, Qt::QueuedConnection);
}

void ReaderPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &ReaderPanel::fitComparison, Qt::QueuedConnection);
}

void ReaderPanel::jumpToEvidence(int account)
{
    for (int at = 0; at < m_compared.size(); ++at) {
        if (account < 0 || account == at)
            m_compared[at]->setContact(m_context.selection->contact());
    }
    if (account >= 0 && account < m_compared.size())
        activate(m_compared[account]);
}

void ReaderPanel::activate(ArticlePane *pane)
{
    if (m_active && m_active != pane && m_panes.contains(m_active))
        m_active->text()->setHits({}, -1);
    m_active = pane;
    m_context.selection->setReading(pane ? pane->article() : ArticleId());
    for (ArticlePane *each : std::as_const(m_panes))
        each->setActive(each == pane && m_panes.size() > 1);
    updateFind();
}

void ReaderPanel::updateFind()
{
    if (ArticlePane *pane = activePane())
        m_findBar->setText(pane->text()->readerText().text());
}

void ReaderPanel::updateMarks()
{
    m_shown.clear();
    for (const QAction *action : std::as_const(m_markActions)) {
        if (action->isChecked())
            m_shown.insert(Theme::Mark(action->data().toInt()));
    }
    for (ArticlePane *pane : std::as_const(m_panes))
        pane->setShown(m_shown);
}

void ReaderPanel::setZoom(int percent)
{
    m_zoom = std::clamp(percent, leastZoom, mostZoom);
    for (ArticlePane *pane : std::as_const(m_panes))
        pane->setZoom(m_zoom);
}

void ReaderPanel::updatePage()
{
    m_stack->setCurrentIndex(m_panes.isEmpty() ? 0 : 1);
    setFocusProxy(m_panes.isEmpty() ? nullptr : m_panes.first());
    m_empty->setContent(u"articles"_s, tr("Choose an article or a contact"),
                        tr("Two to four can be read side by side."));
}

} // namespace dragoman
