// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace dragoman {

class FilterState;
class Theme;

/** The dates of the filter: from and to as year, month or day, and whether an uncertain date may lie only partly
 * within. */
class DatesPopup : public QFrame
{
    Q_OBJECT
public:
    DatesPopup(FilterState *filter, const Theme *theme, QWidget *parent);

    void popUp(const QPoint &at);
    [[nodiscard]] QLineEdit *fromEdit() const { return m_from; }
    [[nodiscard]] QLineEdit *toEdit() const { return m_to; }
    bool apply(); ///< false, with a sentence shown, if a date is not understood

private:
    void buildLayout();

    FilterState *m_filter;
    const Theme *m_theme;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QCheckBox *m_surely = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace dragoman
