// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartbins.h"

#include <QChartView>

namespace dragoman {

class Theme;

/** A chart of bars that writes as many labels below as stand beside each other, and is walked by the arrow keys. */
class BarsView : public QChartView
{
    Q_OBJECT
public:
    BarsView(QChart *chart, const Theme &theme, QWidget *parent = nullptr);

    void setBins(const QList<ChartBin> &bins);
    [[nodiscard]] int current() const { return m_current; } ///< where the keyboard stands; -1: nowhere

signals:
    void barChosen(int bin); ///< by Return

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void walkTo(int bin);
    void drawLabels(QPainter *painter, const QRectF &plot) const;
    void drawCurrent(QPainter *painter, const QRectF &plot) const;

    const Theme &m_theme;
    QList<ChartBin> m_bins;
    int m_current = -1;
};

} // namespace dragoman
