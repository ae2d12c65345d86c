// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinegeometry.h"
#include "timeline/timelinepainter.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>

class QNativeGestureEvent;
class QPushButton;

namespace dragoman {

/** The painted lanes of a timeline: zoomed, panned and walked by mouse and keys. It knows contacts by number only. */
class TimelineCanvas : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit TimelineCanvas(const Theme &theme, QWidget *parent = nullptr);

    /** The visible range is kept if contacts still lie in it, else the days where most lie are shown. */
    void setIndex(TimelineIndex index);
    [[nodiscard]] const TimelineIndex &index() const { return m_index; }
    [[nodiscard]] const TimelineGeometry &geometry() const; ///< as painted now

    [[nodiscard]] const DayRange &range() const { return m_range; }
    void setRange(const DayRange &range);
    void zoomAt(double day, double factor); ///< below 1: nearer
    void panByDays(double days);
    void showAll();
    void showFirst();
    void showLast();

    void setContact(qint64 contact); ///< 0: none
    [[nodiscard]] qint64 contact() const { return m_emphasis.contact; }
    void reveal(qint64 contact); ///< pans and scrolls, as little as need be
    void setNames(const QHash<qint64, QString> &names);
    void setToday(QDate today);
    [[nodiscard]] std::vector<qint64> drawnContacts(int most) const; ///< with a mark of their own now

    [[nodiscard]] const DayRange &selection() const { return m_emphasis.selection; }
    void select(const DayRange &days);
    void clearSelection();
    [[nodiscard]] QPushButton *filterButton() const { return m_filterButton; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 140}; }

public slots:
    void zoomIn();
    void zoomOut();
    void panLeft();
    void panRight();
    void stepNext(); ///< to the next contact of the current lane
    void stepPrevious();
    void stepUp(); ///< to the nearest contact of the lane above
    void stepDown();
    void focusContact(); ///< centres the selected range or contact; once more: fits it
    void openCurrent();  ///< filters to the selected range, else opens the selected contact

signals:
    void rangeChanged(const dragoman::DayRange &range);
    void drawnChanged(); ///< other marks than before are drawn by themselves
    void contactChosen(qint64 contact);
    void contactOpened(qint64 contact);
    void filterRequested(QDate first, QDate last);
    void hovered(const dragoman::TimelineHit &hit, QPoint globalPosition);
    void hoverEnded();
    void menuRequested(const dragoman::TimelineHit &hit, QPoint globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Drag { None, Pan, Select };

    void buildLayout();
    void invalidate();
    void updateScrollBar();
    void placeFilterButton();
    void zoomByGesture(const QNativeGestureEvent &event);
    void step(int by);
    void stepLane(int by);
    void choose(int lane, quint32 item);
    [[nodiscard]] int laneOfContact(quint32 item) const; ///< the current lane if it holds it
    void beginDrag(const QMouseEvent &event);
    void dragTo(QPointF at);
    void hoverAt(QPoint at);
    void showHover();
    void requestFilter();
    [[nodiscard]] QRectF axisRect() const;
    [[nodiscard]] ZoomLimits limits() const;
    [[nodiscard]] double headWidth() const;

    const Theme &m_theme;
    TimelineIndex m_index;
    std::vector<double> m_tops{0};
    DayRange m_range;
    mutable std::optional<TimelineGeometry> m_geometry; ///< built on demand; dropped by whatever changes it
    TimelineEmphasis m_emphasis;
    QPushButton *m_filterButton = nullptr;
    QTimer m_hoverTimer;
    QPoint m_hoverAt;
    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    DayRange m_pressedRange;
    double m_pressedScroll = 0;
    bool m_moved = false;
    bool m_fitNext = false; ///< the next focusContact() fits
};

} // namespace dragoman
