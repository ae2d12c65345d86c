// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/contactdelegate.h"

#include "models/contactlistmodel.h"
#include "state/theme.h"
#include "widgets/rowpainter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QString s_dot = u"  ·  "_s;
constexpr int iconSize = 16;

QString countriesOf(const ContactRow &row)
{
    QStringList countries;
    for (const Participant &participant : row.participants) {
        const QString country = countryLabel(participant.country);
        if (!country.isEmpty() && !countries.contains(country))
            countries.append(country);
    }
    return countries.join(u" – "_s);
}

/** Whoever takes part, with what is known of him. */
QString participantLine(const Participant &participant)
{
    QStringList known;
    if (!participant.office.isEmpty())
        known.append(participant.office);
    if (!participant.country.isEmpty() && participant.country != participant.office)
        known.append(countryLabel(participant.country));
    if (participant.capacity != Capacity::Party)
        known.append(capacityLabel(participant.capacity).toLower());
    return known.isEmpty() ? participant.name : participant.name + u" ("_s + known.join(u", "_s) + u')';
}

} // namespace

ContactDelegate::ContactDelegate(const Theme *theme, QObject *parent) : RecordDelegate(theme, parent) {}

void ContactDelegate::paintRow(QPainter *painter, const RowPainter &row, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const auto contact = index.data(ContactListModel::RowRole).value<ContactRow>();
    const QColor text = option.palette.color(QPalette::Text);
    const QColor muted = theme()->mutedText();
    QRect first = row.line(0);
    QRect second = row.line(1);
    const QRect icon(first.left(), first.top() + (first.height() - iconSize) / 2, iconSize, iconSize);
    theme()->kindIcon(contact.kind).paint(painter, icon);
    first.setLeft(icon.right() + RowPainter::gap);
    second.setLeft(first.left());

    first = row.textAtEnd(first, dateLabel(contact.date), row.small(), contact.date.isKnown() ? text : muted);
    QFont names = row.strong();
    names.setStrikeOut(contact.status == ContactStatus::Cancelled);
    row.text(first, participantsLabel(contact.participants), names, text);

    if (contact.accounts > 1)
        second = row.pillAtEnd(second, tr("%1 accounts").arg(contact.accounts), theme()->accent());
    if (contact.status != ContactStatus::Held)
        second = row.pillAtEnd(second, statusLabel(contact.status), theme()->warning());
    QStringList parts{kindLabel(contact.kind)};
    for (const QString &part : {contact.place.name, countriesOf(contact), contact.sources.join(u", "_s)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    row.text(second, parts.join(s_dot), row.small(), muted);
}

QString ContactDelegate::toolTip(const QModelIndex &index) const
{
    if (!index.data(RecordModel::LoadedRole).toBool())
        return {};
    const auto contact = index.data(ContactListModel::RowRole).value<ContactRow>();
    QStringList lines{kindLabel(contact.kind) + u", "_s + statusLabel(contact.status).toLower() + s_dot +
                      dateLabel(contact.date) + (contact.place.isKnown() ? s_dot + contact.place.name : QString())};
    for (const Participant &participant : contact.participants)
        lines.append(participantLine(participant));
    if (!contact.evidence.isEmpty())
        lines.append(u"“"_s + contact.evidence + u"…”"_s);
    return lines.join(u'\n');
}

} // namespace dragoman
