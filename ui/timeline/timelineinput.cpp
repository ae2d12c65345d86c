// SPDX-License-Identifier: GPL-3.0-or-later
// The events of TimelineCanvas: each only names the verb it stands for.
#include "timeline/timelinecanvas.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <array>
#include <cmath>

namespace dragoman {

namespace {

constexpr double notchDegrees = 120; ///< of a wheel event, one notch
constexpr double wheelZoom = 0.8;
constexpr double wheelPan = 0.08;

struct KeyVerb
{
    int key;
    Qt::KeyboardModifiers modifiers;
    void (TimelineCanvas::*verb)();
};

const auto &keyVerbs()
{
    using Canvas = TimelineCanvas;
    static const std::array table{
        KeyVerb{Qt::Key_W, {}, &Canvas::zoomIn},
        KeyVerb{Qt::Key_Plus, {}, &Canvas::zoomIn},
        KeyVerb{Qt::Key_Equal, {}, &Canvas::zoomIn},
        KeyVerb{Qt::Key_S, {}, &Canvas::zoomOut},
        KeyVerb{Qt::Key_Minus, {}, &Canvas::zoomOut},
        KeyVerb{Qt::Key_A, {}, &Canvas::panLeft},
        KeyVerb{Qt::Key_D, {}, &Canvas::panRight},
        KeyVerb{Qt::Key_Left, Qt::ShiftModifier, &Canvas::panLeft},
        KeyVerb{Qt::Key_Right, Qt::ShiftModifier, &Canvas::panRight},
        KeyVerb{Qt::Key_Period, {}, &Canvas::stepNext},
        KeyVerb{Qt::Key_Comma, {}, &Canvas::stepPrevious},
        KeyVerb{Qt::Key_Home, {}, &Canvas::showFirst},
        KeyVerb{Qt::Key_End, {}, &Canvas::showLast},
        KeyVerb{Qt::Key_0, {}, &Canvas::showAll},
        KeyVerb{Qt::Key_0, Qt::ControlModifier, &Canvas::showAll},
        KeyVerb{Qt::Key_F, {}, &Canvas::focusContact},
        KeyVerb{Qt::Key_Return, {}, &Canvas::openCurrent},
        KeyVerb{Qt::Key_Enter, {}, &Canvas::openCurrent},
    };
    return table;
}

/** With a contact selected the arrows walk contacts, else they move what is seen. */
const auto &walkVerbs()
{
    using Canvas = TimelineCanvas;
    static const std::array table{
        KeyVerb{Qt::Key_Right, {}, &Canvas::stepNext},
        KeyVerb{Qt::Key_Left, {}, &Canvas::stepPrevious},
        KeyVerb{Qt::Key_Up, {}, &Canvas::stepUp},
        KeyVerb{Qt::Key_Down, {}, &Canvas::stepDown},
    };
    return table;
}

const auto &moveVerbs()
{
    using Canvas = TimelineCanvas;
    static const std::array table{
        KeyVerb{Qt::Key_Right, {}, &Canvas::panRight},
        KeyVerb{Qt::Key_Left, {}, &Canvas::panLeft},
    };
    return table;
}

template <typename Table>
bool obey(TimelineCanvas *canvas, const Table &table, const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    for (const KeyVerb &entry : table) {
        // On many keyboards + is a shifted key.
        const bool modifiersFit =
            entry.modifiers == modifiers || (entry.key == Qt::Key_Plus && modifiers == Qt::ShiftModifier);
        if (entry.key == event.key() && modifiersFit) {
            (canvas->*entry.verb)();
            return true;
        }
    }
    return false;
}

} // namespace

void TimelineCanvas::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
    invalidate();
}

void TimelineCanvas::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    invalidate();
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    const QPointF turned = QPointF(event->angleDelta()) / notchDegrees;
    const double sideways = std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : 0;
    emit hoverEnded();
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoomAt(geometry().scale.day(event->position().x()), std::pow(wheelZoom, turned.y()));
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        panByDays(-(turned.y() + turned.x()) * wheelPan * range().length());
    else if (sideways != 0)
        panByDays(-sideways * wheelPan * range().length());
    else
        verticalScrollBar()->setValue(verticalScrollBar()->value() -
                                      int(turned.y() * 3 * verticalScrollBar()->singleStep()));
    event->accept();
}

void TimelineCanvas::zoomByGesture(const QNativeGestureEvent &event)
{
    if (event.gestureType() == Qt::ZoomNativeGesture && event.value() > -1)
        zoomAt(geometry().scale.day(event.position().x()), 1 / (1 + event.value()));
}

bool TimelineCanvas::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        zoomByGesture(*static_cast<QNativeGestureEvent *>(event));
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hoverTimer.stop();
        emit hoverEnded();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool walks = contact() > 0 && index().itemOf(contact()) >= 0;
    if (obey(this, keyVerbs(), *event) || (walks ? obey(this, walkVerbs(), *event) : obey(this, moveVerbs(), *event)))
        return;
    if (event->key() == Qt::Key_Escape && !selection().isEmpty())
        clearSelection();
    else if (event->matches(QKeySequence::ZoomIn))
        zoomIn();
    else if (event->matches(QKeySequence::ZoomOut))
        zoomOut();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    m_hoverTimer.stop();
    emit hoverEnded();
    beginDrag(*event);
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None)
        hoverAt(event->position().toPoint());
    else
        dragTo(event->position());
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag ended = std::exchange(m_drag, Drag::None);
    viewport()->unsetCursor();
    if (ended == Drag::Select && !m_moved && event->button() == Qt::LeftButton)
        clearSelection();
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const TimelineHit hit = hitTest(geometry(), event->position());
    if (hit.what == TimelineHit::What::Mark)
        emit contactOpened(m_index.data.contact[hit.item]);
    else if (hit.what == TimelineHit::What::Group && !hit.undated)
        setRange(fitted(hit.group.days, limits().shortest));
}

void TimelineCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() != QContextMenuEvent::Keyboard) {
        emit menuRequested(hitTest(geometry(), event->pos()), event->globalPos());
        return;
    }
    TimelineHit hit;
    const qsizetype item = m_index.itemOf(m_emphasis.contact);
    if (item >= 0) {
        hit.what = TimelineHit::What::Mark;
        hit.item = quint32(item);
        hit.lane = laneOfContact(hit.item);
    }
    emit menuRequested(hit, viewport()->mapToGlobal(viewport()->rect().center()));
}

void TimelineCanvas::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineCanvas::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void TimelineCanvas::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateScrollBar();
        invalidate();
    }
}

void TimelineCanvas::beginDrag(const QMouseEvent &event)
{
    const TimelineHit hit = hitTest(geometry(), event.position());
    m_pressedAt = event.position();
    m_pressedRange = m_range;
    m_pressedScroll = verticalScrollBar()->value();
    m_moved = false;
    const bool pans = event.button() == Qt::MiddleButton ||
                      (event.button() == Qt::LeftButton && event.modifiers().testFlag(Qt::ShiftModifier));
    if (pans) {
        m_drag = Drag::Pan;
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event.button() == Qt::LeftButton && hit.what == TimelineHit::What::Mark) {
        choose(hit.lane, hit.item);
    } else if (event.button() == Qt::LeftButton && !hit.undated &&
               (hit.what == TimelineHit::What::Ground || hit.what == TimelineHit::What::Axis ||
                hit.what == TimelineHit::What::Group) &&
               event.position().x() >= headWidth()) {
        m_drag = Drag::Select;
    }
}

void TimelineCanvas::dragTo(QPointF at)
{
    if ((at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        m_moved = true;
    if (!m_moved)
        return;
    const TimeScale scale{.range = m_pressedRange, .left = geometry().scale.left, .width = geometry().scale.width};
    if (m_drag == Drag::Pan) {
        setRange(panned(m_pressedRange, scale.day(m_pressedAt.x()) - scale.day(at.x()), m_index.days));
        verticalScrollBar()->setValue(int(m_pressedScroll - (at.y() - m_pressedAt.y())));
        return;
    }
    const double day = scale.day(std::clamp(at.x(), scale.left, scale.right()));
    const double from = std::floor(std::min(scale.day(m_pressedAt.x()), day));
    const double to = std::floor(std::max(scale.day(m_pressedAt.x()), day)) + 1;
    select({from, to});
}

void TimelineCanvas::hoverAt(QPoint at)
{
    const TimelineHit hit = hitTest(geometry(), at);
    const qint64 over = hit.what == TimelineHit::What::Mark ? m_index.data.contact[hit.item] : 0;
    if (over != m_emphasis.hovered) {
        m_emphasis.hovered = over;
        viewport()->setCursor(over > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        viewport()->update();
        emit hoverEnded();
    }
    m_hoverAt = at;
    m_hoverTimer.start();
}

void TimelineCanvas::showHover()
{
    emit hovered(hitTest(geometry(), m_hoverAt), viewport()->mapToGlobal(m_hoverAt));
}

} // namespace dragoman
