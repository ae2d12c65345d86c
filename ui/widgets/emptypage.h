// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace dragoman {

class Theme;

/** What stands where there is nothing to show: an icon, what, why, and what to do about it. */
class EmptyPage : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyPage(Theme *theme, QWidget *parent = nullptr);

    void setContent(const QString &icon, const QString &title, const QString &text);
    void setActions(const QList<QAction *> &actions); ///< a button each, the first one as the default
    [[nodiscard]] QString title() const;

private:
    void retint();

    Theme *m_theme;
    QString m_iconName;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QVBoxLayout *m_buttons = nullptr;
    QList<QAction *> m_actions;
};

} // namespace dragoman
