// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace dragoman {

class ChipBar;
class CompletionModel;

/** The one place where the filter is made: a line for text and conditions, a button a field, and the chips. */
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(const ViewContext &context, QWidget *parent);

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] ChipBar *chips() const { return m_chips; }
    [[nodiscard]] QList<QAction *> fieldActions() const { return m_fields; } ///< one a field, opens its popup
    void focusEdit();
    void submit(); ///< takes the line as a filter; shows a sentence if it is not understood

signals:
    void left(); ///< Esc in the empty line

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildEdit();
    void buildFields();
    void buildLayout();
    void connectState();
    void addField(const QString &id, const QString &title, const QString &icon,
                  const std::function<void(QPoint)> &popUp);
    void showCompletions();
    void edited(const QString &text);
    void takeText();
    void showError(const QString &sentence);
    void retint();

    ViewContext m_context;
    QLineEdit *m_edit = nullptr;
    CompletionModel *m_completions = nullptr;
    QTimer *m_pause = nullptr;
    QLabel *m_error = nullptr;
    ChipBar *m_chips = nullptr;
    QHBoxLayout *m_row = nullptr;
    QList<QAction *> m_fields;
    QAction *m_glass = nullptr;
};

} // namespace dragoman
