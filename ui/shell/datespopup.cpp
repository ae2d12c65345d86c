// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/datespopup.h"

#include "state/filterstate.h"
#include "state/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int fieldWidth = 160;

} // namespace

DatesPopup::DatesPopup(FilterState *filter, const Theme *theme, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_filter(filter), m_theme(theme)
{
    setObjectName(u"popup.dates"_s);
    setFrameShape(QFrame::StyledPanel);
    buildLayout();
}

void DatesPopup::buildLayout()
{
    m_from = new QLineEdit(this);
    m_to = new QLineEdit(this);
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    for (QLineEdit *edit : {m_from, m_to}) {
        edit->setPlaceholderText(tr("2025, 2025-10 or 2025-10-01"));
        edit->setMinimumWidth(fieldWidth + 40);
        edit->setClearButtonEnabled(true);
        connect(edit, &QLineEdit::returnPressed, this, [this] {
            if (apply())
                close();
        });
    }
    m_surely = new QCheckBox(tr("Only contacts surely within"), this);
    m_surely->setToolTip(tr("Leave out contacts whose uncertain date lies only partly within"));
    m_error = new QLabel(this);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *done = new QPushButton(tr("Apply"), this);
    connect(done, &QPushButton::clicked, this, [this] {
        if (apply())
            close();
    });
    auto *form = new QFormLayout(this);
    form->setContentsMargins(14, 12, 14, 12);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(QString(), m_surely);
    form->addRow(m_error);
    form->addRow(QString(), done);
}

void DatesPopup::popUp(const QPoint &at)
{
    const Filter &filter = m_filter->filter();
    m_from->setText(filter.from.toString(Qt::ISODate));
    m_to->setText(filter.to.toString(Qt::ISODate));
    m_surely->setChecked(filter.dateMode == DateMode::SurelyLiesIn);
    m_error->hide();
    adjustSize();
    move(at);
    show();
    m_from->setFocus(Qt::PopupFocusReason);
    m_from->selectAll();
}

bool DatesPopup::apply()
{
    const auto from = FuzzyDate::fromEdtf(m_from->text().trimmed());
    const auto to = FuzzyDate::fromEdtf(m_to->text().trimmed());
    const QString wrong = !from ? m_from->text() : !to ? m_to->text() : QString();
    const bool turned = from && to && from->isKnown() && to->isKnown() && from->earliest() > to->latest();
    if (!from || !to || turned) {
        m_error->setText(
            turned ? tr("The first day lies after the last.")
                   : tr("“%1” is not a date. Write a year, a month or a day: 2025, 2025-10, 2025-10-01.").arg(wrong));
        QPalette tone = palette();
        tone.setColor(QPalette::WindowText, m_theme->warning());
        m_error->setPalette(tone);
        m_error->show();
        adjustSize();
        return false;
    }
    Filter next = m_filter->filter();
    next.from = from->earliest();
    next.to = to->latest();
    next.dateMode = m_surely->isChecked() ? DateMode::SurelyLiesIn : DateMode::MayLieIn;
    m_filter->setFilter(next);
    return true;
}

} // namespace dragoman
