// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/persondelegate.h"

#include "models/personlistmodel.h"
#include "state/theme.h"
#include "widgets/rowpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QString s_dot = u"  ·  "_s;
constexpr int funnelSize = 16;

QString spanOf(const PersonRow &person)
{
    if (!person.first.isKnown())
        return {};
    const QString first = person.first.earliest().toString(u"yyyy-MM"_s);
    const QString last = person.last.isKnown() ? person.last.latest().toString(u"yyyy-MM"_s) : first;
    return first == last ? first : first + u" – "_s + last;
}

const Office *latestOffice(const PersonRow &person)
{
    const Office *latest = nullptr;
    for (const Office &office : person.offices) {
        if (!latest || office.lastTold > latest->lastTold)
            latest = &office;
    }
    return latest;
}

} // namespace

QRect PersonDelegate::funnelRect(const QRect &row)
{
    return {row.right() - RowPainter::margin - funnelSize, row.top() + (row.height() - funnelSize) / 2, funnelSize,
            funnelSize};
}

void PersonDelegate::paintRow(QPainter *painter, const RowPainter &row, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const auto person = index.data(PersonListModel::RowRole).value<PersonRow>();
    const QColor text = option.palette.color(QPalette::Text);
    const QColor muted = theme()->mutedText();
    const QRect funnel = funnelRect(option.rect);
    const bool hot = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Selected);
    theme()->icon(u"filter"_s).paint(painter, funnel, Qt::AlignCenter, hot ? QIcon::Normal : QIcon::Disabled);

    QRect first = row.line(0);
    QRect second = row.line(1);
    first.setRight(funnel.left() - RowPainter::gap);
    second.setRight(first.right());
    const QString count = counted(tr("1 contact"), tr("%1 contacts"), person.contacts);
    first = row.textAtEnd(first, count, row.small(), person.contacts > 0 ? text : muted);
    row.text(first, person.name, row.strong(), text);
    second = row.textAtEnd(second, spanOf(person), row.small(), muted);
    QStringList parts;
    if (!person.country.isEmpty())
        parts.append(countryLabel(person.country));
    if (const Office *office = latestOffice(person))
        parts.append(office->title);
    if (person.forms.size() > 1)
        parts.append(tr("%1 spellings").arg(person.forms.size()));
    row.text(second, parts.join(s_dot), row.small(), muted);
}

QString PersonDelegate::toolTip(const QModelIndex &index) const
{
    if (!index.data(RecordModel::LoadedRole).toBool())
        return {};
    const auto person = index.data(PersonListModel::RowRole).value<PersonRow>();
    QStringList spellings;
    for (const NameForm &form : person.forms)
        spellings.append(form.text);
    QStringList lines{person.name};
    if (spellings.size() > 1)
        lines.append(tr("Spelled %1").arg(spellings.join(u", "_s)));
    for (const Office &office : person.offices)
        lines.append(office.title);
    lines.append(tr("Enter, or a click on the funnel, filters by this person"));
    return lines.join(u'\n');
}

} // namespace dragoman
