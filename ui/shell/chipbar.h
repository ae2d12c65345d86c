// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "state/filterstate.h"

#include <QAbstractButton>
#include <QWidget>

namespace dragoman {

class FlowLayout;
class Theme;

/** One condition of the filter; a click on its cross, Delete or Backspace takes it away. */
class ChipButton : public QAbstractButton
{
    Q_OBJECT
public:
    ChipButton(const FilterChip &chip, const Theme *theme, QWidget *parent);

    [[nodiscard]] const FilterChip &chip() const { return m_chip; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    FilterChip m_chip;
    const Theme *m_theme;
};

/** The conditions of the filter as chips that wrap, with "Clear all" at the end; hidden while there are none. */
class ChipBar : public QWidget
{
    Q_OBJECT
public:
    ChipBar(FilterState *filter, const Theme *theme, QWidget *parent);

    [[nodiscard]] QList<ChipButton *> chips() const { return m_chips; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void walk(int step);

    FilterState *m_filter;
    const Theme *m_theme;
    FlowLayout *m_flow = nullptr;
    QList<ChipButton *> m_chips;
    QAbstractButton *m_clear = nullptr;
};

} // namespace dragoman
