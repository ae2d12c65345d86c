// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace dragoman {

class Theme;

/** What stands in the window while no archive is open: how to open one, the recent ones, the sample. */
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(const Theme *theme, QAction *open, QAction *sample, QWidget *parent);

    void setRecent(const QStringList &paths); ///< those that are gone show greyed

signals:
    void chosen(const QString &path);

private:
    void retint();

    const Theme *m_theme;
    QLabel *m_sentence = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_recentTitle = nullptr;
    QVBoxLayout *m_recent = nullptr;
};

} // namespace dragoman
