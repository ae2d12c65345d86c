// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelineindex.h"

#include <QWidget>

namespace dragoman {

class Theme;

/** The whole span in one strip with a frame around what is seen; a click or drag moves the frame. */
class TimelineOverview : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineOverview(const Theme &theme, QWidget *parent = nullptr);

    void setIndex(const TimelineIndex *index); ///< stays with the caller, who sets it again when it changes
    void setRange(const DayRange &range);
    [[nodiscard]] QRectF frame() const; ///< around what is seen

    [[nodiscard]] QSize sizeHint() const override { return {400, 40}; }

signals:
    void rangeRequested(const dragoman::DayRange &range);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] TimeScale scale() const;
    void centreAt(double x);
    void count();

    const Theme &m_theme;
    const TimelineIndex *m_index = nullptr;
    DayRange m_span;
    DayRange m_range;
    std::vector<KindCounts> m_columns;
    int m_most = 1;
};

} // namespace dragoman
