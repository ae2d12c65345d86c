// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>
#include <QTabWidget>

namespace dragoman {

class Theme;

/** Tabs as plain words, the current one underlined. */
class FlatTabBar : public QTabBar
{
    Q_OBJECT
public:
    FlatTabBar(const Theme *theme, QWidget *parent);

    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme;
};

class FlatTabs : public QTabWidget
{
    Q_OBJECT
public:
    FlatTabs(const Theme *theme, QWidget *parent);
};

} // namespace dragoman
