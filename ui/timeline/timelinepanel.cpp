// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinepanel.h"

#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "timeline/timelinelegend.h"
#include "timeline/timelineoverview.h"
#include "timeline/timelinetext.h"
#include "timeline/timelineview.h"
#include "widgets/emptypage.h"

#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int mostNames = 80; ///< contacts whose names are fetched to stand beside their marks

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAccessibleName(action->toolTip().isEmpty() ? action->text() : action->text().remove(u'&'));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

QWidget *createTimelineView(const ViewContext &context, QWidget *parent)
{
    return new TimelinePanel(context, parent);
}

TimelinePanel::TimelinePanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_source(new TimelineSource(context.archive, this))
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    buildActions();
    buildLayout();
    connectState();
    connectCanvas();
    m_source->setFilter(context.filter->filter());
    m_source->refresh();
    showEmptyPage();
}

QAction *TimelinePanel::laneAction(LaneMode mode, const QString &text, const QString &tip, int key)
{
    auto *action = new QAction(text, m_laneActions);
    action->setCheckable(true);
    action->setData(int(mode));
    action->setToolTip(tip);
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, mode] { m_source->setLaneMode(mode); });
    return action;
}

void TimelinePanel::buildActions()
{
    m_laneActions = new QActionGroup(this);
    laneAction(LaneMode::CountryPair, tr("Country pairs"), tr("A lane for each two countries (1)"), Qt::Key_1)
        ->setChecked(true);
    laneAction(LaneMode::Person, tr("People"), tr("A lane for each person (2)"), Qt::Key_2);
    laneAction(LaneMode::Kind, tr("Kinds"), tr("A lane for calls, meetings, visits, messages (3)"), Qt::Key_3);
    m_zoomIn = new QAction(u"+"_s, this);
    m_zoomIn->setToolTip(tr("Zoom in (+, W, Ctrl+wheel)"));
    m_zoomOut = new QAction(u"−"_s, this);
    m_zoomOut->setToolTip(tr("Zoom out (−, S, Ctrl+wheel)"));
    m_showAll = new QAction(tr("Whole span"), this);
    m_showAll->setToolTip(tr("Show the whole span (0)"));
    m_toggleLegend = new QAction(tr("Legend"), this);
    m_toggleLegend->setCheckable(true);
    m_toggleLegend->setShortcut(QKeySequence(Qt::Key_L));
    m_toggleLegend->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_toggleLegend->setToolTip(tr("What shapes, colours and outlines mean (L)"));
    addAction(m_toggleLegend);
}

QWidget *TimelinePanel::buildHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(8, 5, 8, 5);
    row->setSpacing(0);
    for (QAction *action : m_laneActions->actions())
        row->addWidget(buttonFor(action, header));
    row->addSpacing(14);
    m_summary = new QLabel(header);
    m_summary->setObjectName(u"timeline.summary"_s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    const QList<std::pair<QAction *, QString>> buttons{{m_zoomOut, tr("Zoom out")},
                                                       {m_showAll, tr("Whole span")},
                                                       {m_zoomIn, tr("Zoom in")},
                                                       {m_toggleLegend, tr("Legend")}};
    for (const auto &[action, name] : buttons) {
        if (action == m_toggleLegend)
            row->addSpacing(10);
        QToolButton *button = buttonFor(action, header);
        button->setAccessibleName(name);
        row->addWidget(button);
    }
    return header;
}

void TimelinePanel::buildLayout()
{
    m_canvas = new TimelineCanvas(*m_context.theme, this);
    m_overview = new TimelineOverview(*m_context.theme, this);
    m_legend = new TimelineLegend(*m_context.theme, this);
    m_legend->hide();
    m_empty = new EmptyPage(m_context.theme, this);
    auto *shown = new QWidget(this);
    auto *column = new QVBoxLayout(shown);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_overview);
    column->addWidget(m_legend);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(shown);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(buildHeader());
    outer->addWidget(m_stack, 1);
    setFocusProxy(m_canvas);
}

void TimelinePanel::connectState()
{
    m_namesTimer.setSingleShot(true);
    m_namesTimer.setInterval(120);
    connect(&m_namesTimer, &QTimer::timeout, this, &TimelinePanel::askNames);
    connect(m_source, &TimelineSource::arrived, this, &TimelinePanel::take);
    connect(m_source, &TimelineSource::rowsArrived, this, &TimelinePanel::updateNames);
    connect(m_source, &TimelineSource::articlesFound, this, [this](ContactId, const QList<ArticleId> &articles) {
        if (!articles.isEmpty())
            m_context.selection->openArticles(articles);
    });
    connect(m_context.filter, &FilterState::changed, m_source, &TimelineSource::setFilter);
    connect(m_context.selection, &Selection::contactChanged, this, &TimelinePanel::followContact);
    connect(m_context.archive, &Archive::importStarted, this, &TimelinePanel::showEmptyPage);
    connect(m_context.archive, &Archive::importFinished, this, &TimelinePanel::showEmptyPage);
    connect(m_context.theme, &Theme::changed, this, [this] {
        m_canvas->viewport()->update();
        m_overview->update();
        m_legend->update();
    });
    connect(m_toggleLegend, &QAction::toggled, m_legend, &QWidget::setVisible);
}

void TimelinePanel::connectCanvas()
{
    connect(m_zoomIn, &QAction::triggered, m_canvas, &TimelineCanvas::zoomIn);
    connect(m_zoomOut, &QAction::triggered, m_canvas, &TimelineCanvas::zoomOut);
    connect(m_showAll, &QAction::triggered, m_canvas, &TimelineCanvas::showAll);
    connect(m_overview, &TimelineOverview::rangeRequested, m_canvas, &TimelineCanvas::setRange);
    connect(m_canvas, &TimelineCanvas::rangeChanged, m_overview, &TimelineOverview::setRange);
    connect(m_canvas, &TimelineCanvas::rangeChanged, this, &TimelinePanel::updateSummary);
    connect(m_canvas, &TimelineCanvas::drawnChanged, &m_namesTimer, qOverload<>(&QTimer::start));
    connect(m_canvas, &TimelineCanvas::contactChosen, this,
            [this](qint64 contact) { m_context.selection->setContact(ContactId{contact}); });
    connect(m_canvas, &TimelineCanvas::contactOpened, this, [this](qint64 contact) {
        m_context.selection->setContact(ContactId{contact});
        m_source->askArticles(ContactId{contact});
    });
    connect(m_canvas, &TimelineCanvas::filterRequested, m_context.filter, &FilterState::setDates);
    connect(m_canvas, &TimelineCanvas::hovered, this, &TimelinePanel::hover);
    connect(m_canvas, &TimelineCanvas::hoverEnded, this, &TimelinePanel::endHover);
    connect(m_canvas, &TimelineCanvas::menuRequested, this, [this](const TimelineHit &hit, QPoint at) {
        QMenu menu(this);
        fillMenu(&menu, hit);
        if (!menu.isEmpty())
            menu.exec(at);
    });
}

void TimelinePanel::take(const TimelineData &columns)
{
    TimelineIndex index = makeIndex(columns);
    if (m_source->laneMode() == LaneMode::Kind) {
        for (LaneIndex &lane : index.lanes) {
            if (const auto kind = kindFromWord(lane.key))
                lane.name = kindLabel(*kind);
        }
    }
    m_overview->setIndex(nullptr);
    m_canvas->setIndex(std::move(index));
    m_overview->setIndex(&m_canvas->index());
    m_overview->setRange(m_canvas->range());
    m_canvas->setContact(m_context.selection->contact().value);
    showEmptyPage();
    updateSummary();
}

void TimelinePanel::showEmptyPage()
{
    m_stack->setCurrentIndex(m_canvas->index().data.size() > 0 ? 1 : 0);
    m_empty->setActions({});
    if (!m_context.archive->isOpen()) {
        m_empty->setContent(u"timeline"_s, tr("No archive is open"),
                            tr("Open a folder of articles to see its contacts here."));
    } else if (!m_source->filter().isEmpty()) {
        m_empty->setContent(u"filter"_s, tr("No contact matches the filter"), tr("Remove a condition to see more."));
        m_empty->setActions({m_context.filter->removeLastAction(), m_context.filter->clearAction()});
    } else if (m_context.archive->isImporting()) {
        m_empty->setContent(u"timeline"_s, tr("Reading the articles"),
                            tr("Contacts appear here as soon as they are found."));
    } else {
        m_empty->setContent(u"timeline"_s, tr("No contacts in this archive"),
                            tr("None of its articles tells of a call, meeting, visit or message between states."));
    }
}

void TimelinePanel::updateSummary()
{
    const TimelineIndex &index = m_canvas->index();
    if (index.data.size() == 0) {
        m_summary->clear();
        return;
    }
    QString text = tr("%1 contacts").arg(QLocale().toString(qlonglong(index.data.size())));
    if (!index.undated.empty())
        text += tr(", %1 without a date").arg(QLocale().toString(qlonglong(index.undated.size())));
    if (!m_canvas->range().isEmpty())
        text += u" · "_s + spanInWords(m_canvas->range());
    m_summary->setText(text);
}

void TimelinePanel::askNames()
{
    const std::vector<qint64> drawn = m_canvas->drawnContacts(mostNames + 1);
    if (int(drawn.size()) <= mostNames)
        m_source->askRows(drawn);
    updateNames();
}

void TimelinePanel::updateNames()
{
    QHash<qint64, QString> names;
    const std::vector<qint64> drawn = m_canvas->drawnContacts(mostNames + 1);
    for (const qint64 contact : drawn) {
        const ContactRow *row = m_source->row(contact);
        if (row && int(drawn.size()) <= mostNames)
            names.insert(contact, participantsLabel(row->participants) +
                                      (row->place.isKnown() ? u" · "_s + row->place.name : QString()));
    }
    m_canvas->setNames(names);
    showContactCard();
    describeContact();
}

void TimelinePanel::hover(const TimelineHit &hit, QPoint globalPosition)
{
    const TimelineIndex &index = m_canvas->index();
    m_hoverAt = globalPosition;
    m_hovered = 0;
    if (hit.what == TimelineHit::What::Mark) {
        m_hovered = index.data.contact[hit.item];
        m_source->askRows({m_hovered});
        showContactCard();
    } else if (hit.what == TimelineHit::What::Group) {
        QToolTip::showText(globalPosition, groupCard(hit.group, hit.undated), m_canvas);
    } else if (hit.what == TimelineHit::What::LaneHead && hit.lane >= 0) {
        const LaneIndex &lane = index.lanes[size_t(hit.lane)];
        QString text =
            u"<b>%1</b><br>%2"_s.arg(lane.name.toHtmlEscaped(), tr("%1 dated contacts").arg(lane.items.size()));
        if (lane.undated > 0)
            text += tr(", %1 without a date").arg(lane.undated);
        QToolTip::showText(globalPosition, text, m_canvas);
    }
}

void TimelinePanel::endHover()
{
    m_hovered = 0;
    QToolTip::hideText();
}

void TimelinePanel::showContactCard()
{
    const ContactRow *row = m_hovered > 0 ? m_source->row(m_hovered) : nullptr;
    if (row)
        QToolTip::showText(m_hoverAt, contactCard(*row), m_canvas);
}

void TimelinePanel::followContact(ContactId contact)
{
    m_canvas->setContact(contact.value);
    m_canvas->reveal(contact.value);
    if (contact.isValid())
        m_source->askRows({contact.value});
    describeContact();
}

void TimelinePanel::describeContact()
{
    const ContactRow *row = m_source->row(m_canvas->contact());
    const QString text = row ? contactLine(*row)
                             : tr("Full stop and comma walk the contacts of a lane, plus and minus zoom, Enter opens.");
    if (text == m_canvas->accessibleDescription())
        return;
    m_canvas->setAccessibleDescription(text);
    QAccessibleEvent event(m_canvas, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void TimelinePanel::fillMenu(QMenu *menu, const TimelineHit &hit)
{
    const TimelineIndex &index = m_canvas->index();
    if (!m_canvas->selection().isEmpty())
        menu->addAction(tr("Filter to %1").arg(rangeInWords(m_canvas->selection())), m_canvas,
                        &TimelineCanvas::openCurrent);
    if (hit.what == TimelineHit::What::Mark)
        addContactItems(menu, hit.item);
    if (hit.what == TimelineHit::What::Group && !hit.undated) {
        menu->addAction(tr("Look nearer"), this,
                        [this, days = hit.group.days] { m_canvas->setRange(fitted(days, 1)); });
        menu->addAction(tr("Filter to %1").arg(rangeInWords(hit.group.days)), this,
                        [this, days = hit.group.days] { m_context.filter->setDates(firstDate(days), lastDate(days)); });
    }
    if (hit.lane >= 0 && hit.lane < int(index.lanes.size())) {
        const LaneIndex &lane = index.lanes[size_t(hit.lane)];
        menu->addAction(tr("Filter to %1").arg(lane.name), this,
                        [this, key = lane.key] { m_context.filter->addFilter(laneFilter(m_source->laneMode(), key)); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(m_showAll);
    menu->addAction(m_toggleLegend);
}

void TimelinePanel::addContactItems(QMenu *menu, quint32 item)
{
    const qint64 contact = m_canvas->index().data.contact[item];
    menu->addAction(tr("Open all its articles side by side"), this,
                    [this, contact] { emit m_canvas->contactOpened(contact); });
    QAction *why = menu->addAction(m_context.selection->whyAction()->text(), this, [this, contact] {
        m_context.selection->setContact({contact});
        m_context.selection->askWhy();
    });
    why->setShortcut(m_context.selection->whyAction()->shortcut());
    const ContactRow *row = m_source->row(contact);
    if (!row)
        return;
    for (const Participant &participant : row->participants) {
        if (participant.type == ParticipantType::Person)
            menu->addAction(tr("Filter to %1").arg(participant.name), this,
                            [this, name = participant.name] { m_context.filter->addPerson(name); });
    }
    if (row->place.isKnown())
        menu->addAction(tr("Filter to %1").arg(row->place.name), this,
                        [this, name = row->place.name] { m_context.filter->addPlace(name); });
}

Filter laneFilter(LaneMode mode, const QString &key)
{
    Filter filter;
    switch (mode) {
    case LaneMode::CountryPair:
        filter.countries = key.split(u'-', Qt::SkipEmptyParts);
        break;
    case LaneMode::Person:
        filter.persons = {key.section(u':', 1)};
        break;
    case LaneMode::Kind:
        if (const auto kind = kindFromWord(key))
            filter.kinds = {*kind};
        break;
    }
    return filter;
}

} // namespace dragoman
