// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace dragoman {

class Theme;

/** A message across the window that stays until it is closed: what happened, what can be done about it, with details
 * that fold out and can be copied. */
class Banner : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Information, Error };

    Banner(Theme *theme, QWidget *parent);

    void showMessage(Tone tone, const QString &text, const QString &details = {});
    /** Adds a button for what can be done about the message shown; a press hides the message first. */
    void offer(const QString &text, const std::function<void()> &deed);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<QToolButton *> offers() const { return m_offers; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void retint();
    void buildLayout();

    Theme *m_theme;
    Tone m_tone = Tone::Information;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_details = nullptr;
    QHBoxLayout *m_offerRow = nullptr;
    QList<QToolButton *> m_offers; ///< of the message shown
    QToolButton *m_more = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace dragoman
