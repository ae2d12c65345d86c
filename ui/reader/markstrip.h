// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

namespace dragoman {

/** A mark of the strip: where in the whole text, from 0 to 1. */
struct StripMark
{
    double share = 0;
    QColor colour;
    bool strong = false;
    int account = -1;
};

/** All evidence of an article at a glance, beside the scroll bar; a click asks for the nearest. */
class MarkStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MarkStrip(QWidget *parent = nullptr);

    void setMarks(const QList<StripMark> &marks);
    [[nodiscard]] const QList<StripMark> &marks() const { return m_marks; }
    [[nodiscard]] QSize sizeHint() const override { return {12, 40}; }

signals:
    void accountClicked(int account);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QList<StripMark> m_marks;
};

} // namespace dragoman
