// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecanvas.h"

#include "state/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace dragoman {

namespace {

constexpr double shortestFit = 14; ///< days; a single contact is shown among its neighbouring days
constexpr double keyZoom = 0.7;
constexpr double keyPan = 0.15;

} // namespace

TimelineCanvas::TimelineCanvas(const Theme &theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    m_emphasis.today = QDate::currentDate();
    buildLayout();
    connect(m_filterButton, &QPushButton::clicked, this, &TimelineCanvas::requestFilter);
    connect(&m_hoverTimer, &QTimer::timeout, this, &TimelineCanvas::showHover);
}

void TimelineCanvas::buildLayout()
{
    setObjectName(QStringLiteral("timeline.canvas"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Timeline of contacts"));
    setAccessibleDescription(tr("Full stop and comma walk the contacts of a lane, plus and minus zoom, Enter opens."));
    m_filterButton = new QPushButton(tr("Filter to range"), viewport());
    m_filterButton->setObjectName(QStringLiteral("timeline.filterToRange"));
    m_filterButton->setAccessibleName(tr("Filter to the selected range of days"));
    m_filterButton->setFocusPolicy(Qt::NoFocus);
    m_filterButton->setCursor(Qt::ArrowCursor);
    m_filterButton->hide();
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(300);
}

void TimelineCanvas::setIndex(TimelineIndex index)
{
    const bool keep = !m_range.isEmpty() && m_range.overlaps(index.days);
    m_index = std::move(index);
    m_tops = laneTops(m_index);
    m_emphasis.currentLane = -1;
    m_emphasis.hovered = 0;
    if (!keep)
        m_range = fitted(busyDays(m_index), shortestFit);
    updateScrollBar();
    invalidate();
    emit rangeChanged(m_range);
}

const TimelineGeometry &TimelineCanvas::geometry() const
{
    if (!m_geometry) {
        const QFontMetricsF metrics(font());
        m_geometry =
            makeGeometry(m_index, m_tops,
                         {.range = m_range,
                          .size = viewport()->size(),
                          .scroll = double(verticalScrollBar()->value()),
                          .axisHeight = axisRect().height(),
                          .measure = [metrics](const QString &text) { return metrics.horizontalAdvance(text); }});
    }
    return *m_geometry;
}

void TimelineCanvas::invalidate()
{
    m_geometry.reset();
    placeFilterButton();
    viewport()->update();
    emit drawnChanged();
}

QRectF TimelineCanvas::axisRect() const
{
    return {0, 0, double(viewport()->width()), QFontMetricsF(font()).height() * 2 + 10};
}

double TimelineCanvas::headWidth() const
{
    return headWidthFor(viewport()->width());
}

ZoomLimits TimelineCanvas::limits() const
{
    ZoomLimits limits;
    limits.longest = std::max({limits.longest, m_index.days.length() * 2, m_range.length()});
    return limits;
}

void TimelineCanvas::setRange(const DayRange &range)
{
    if (range.isEmpty() || range == m_range)
        return;
    m_range = range;
    invalidate();
    emit rangeChanged(m_range);
}

void TimelineCanvas::zoomAt(double day, double factor)
{
    setRange(zoomed(m_range, day, factor, limits()));
}

void TimelineCanvas::panByDays(double days)
{
    setRange(panned(m_range, days, m_index.days));
}

void TimelineCanvas::showAll()
{
    setRange(fitted(m_index.days, shortestFit));
}

void TimelineCanvas::showFirst()
{
    panByDays(m_index.days.start + m_range.length() * 0.4 - m_range.middle());
}

void TimelineCanvas::showLast()
{
    panByDays(m_index.days.end - m_range.length() * 0.4 - m_range.middle());
}

void TimelineCanvas::zoomIn()
{
    zoomAt(m_range.middle(), keyZoom);
}

void TimelineCanvas::zoomOut()
{
    zoomAt(m_range.middle(), 1 / keyZoom);
}

void TimelineCanvas::panLeft()
{
    panByDays(-m_range.length() * keyPan);
}

void TimelineCanvas::panRight()
{
    panByDays(m_range.length() * keyPan);
}

void TimelineCanvas::setContact(qint64 contact)
{
    if (contact == m_emphasis.contact)
        return;
    m_emphasis.contact = contact;
    m_fitNext = false;
    const qsizetype item = m_index.itemOf(contact);
    if (item >= 0)
        m_emphasis.currentLane = laneOfContact(quint32(item));
    viewport()->update();
}

void TimelineCanvas::reveal(qint64 contact)
{
    const qsizetype item = m_index.itemOf(contact);
    if (item < 0 || !m_index.isDated(quint32(item)))
        return;
    const int lane = laneOfContact(quint32(item));
    if (lane >= 0) {
        const int top = int(m_tops[size_t(lane)]);
        const int bottom = int(m_tops[size_t(lane) + 1]);
        const int room = int(geometry().ground.height());
        if (top < verticalScrollBar()->value())
            verticalScrollBar()->setValue(top);
        else if (bottom > verticalScrollBar()->value() + room)
            verticalScrollBar()->setValue(bottom - room);
    }
    const DayRange days = m_index.range(quint32(item));
    if (!m_range.overlaps(days))
        setRange(revealed(m_range, days));
}

void TimelineCanvas::setNames(const QHash<qint64, QString> &names)
{
    m_emphasis.names = names;
    viewport()->update();
}

void TimelineCanvas::setToday(QDate today)
{
    m_emphasis.today = today;
    viewport()->update();
}

std::vector<qint64> TimelineCanvas::drawnContacts(int most) const
{
    std::vector<qint64> contacts;
    const auto add = [&](const LaneLayout &layout) {
        for (const TimelineMark &mark : layout.marks) {
            if (int(contacts.size()) < most && mark.x1 >= geometry().scale.left && mark.x0 <= geometry().scale.right())
                contacts.push_back(m_index.data.contact[mark.item]);
        }
    };
    for (const LaneBox &box : geometry().lanes)
        add(box.layout);
    add(geometry().undated);
    return contacts;
}

void TimelineCanvas::select(const DayRange &days)
{
    m_emphasis.selection = days;
    m_filterButton->setVisible(!days.isEmpty());
    placeFilterButton();
    viewport()->update();
}

void TimelineCanvas::clearSelection()
{
    select({});
}

void TimelineCanvas::placeFilterButton()
{
    if (m_emphasis.selection.isEmpty())
        return;
    m_filterButton->adjustSize();
    const double left = geometry().scale.x(m_emphasis.selection.start);
    const double right = geometry().scale.x(m_emphasis.selection.end);
    const int x = int((left + right) / 2) - m_filterButton->width() / 2;
    const int least = int(headWidth()) + 4;
    const int most = std::max(least, viewport()->width() - m_filterButton->width() - 4);
    m_filterButton->move(std::clamp(x, least, most), int(axisRect().bottom()) + 6);
}

void TimelineCanvas::requestFilter()
{
    if (m_emphasis.selection.isEmpty())
        return;
    const DayRange days = m_emphasis.selection;
    clearSelection();
    emit filterRequested(firstDate(days), lastDate(days));
}

void TimelineCanvas::openCurrent()
{
    if (!m_emphasis.selection.isEmpty())
        requestFilter();
    else if (m_emphasis.contact > 0)
        emit contactOpened(m_emphasis.contact);
}

void TimelineCanvas::updateScrollBar()
{
    const double ground = viewport()->height() - axisRect().height() - undatedHeightFor(m_index, viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, int(m_tops.back() - ground + 1)));
    verticalScrollBar()->setPageStep(std::max(1, int(ground)));
    verticalScrollBar()->setSingleStep(int(shapeOf(LaneIndex()).height()));
}

void TimelineCanvas::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.setFont(font());
    TimelinePainter(m_index, geometry(), m_emphasis, m_theme).paint(&painter);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent(), 1));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

} // namespace dragoman
