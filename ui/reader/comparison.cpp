// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/comparison.h"

#include "domain/names.h"
#include "state/labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Comparison
{
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

/** What is shown, and what decides whether two are equal. */
struct Value
{
    QString text;
    QString key;    ///< empty: not told
    QString detail; ///< differs only from another detail, not from none
};

bool allEqual(const QStringList &texts)
{
    return std::all_of(texts.begin(), texts.end(), [&](const QString &text) { return text == texts.first(); });
}

ComparisonRow rowOf(ComparisonRow::Field field, const QString &label, const QList<Value> &values)
{
    QStringList told;
    QStringList details;
    for (const Value &value : values) {
        if (!value.key.isEmpty())
            told.append(value.key);
        if (!value.detail.isEmpty())
            details.append(value.detail);
    }
    const bool same = allEqual(told) && allEqual(details);
    ComparisonRow row{.field = field, .label = label, .cells = {}};
    for (const Value &value : values) {
        ComparisonCell cell{.text = value.text, .state = same ? ToldState::Equal : ToldState::Differs};
        if (value.key.isEmpty())
            cell.state = ToldState::NotTold;
        else if (told.size() == 1 && values.size() > 1)
            cell.state = ToldState::OnlyHere;
        row.cells.append(cell);
    }
    return row;
}

ComparisonRow fieldRow(ComparisonRow::Field field, const QString &label, const QList<Account> &accounts,
                       const std::function<Value(const Account &)> &valueOf)
{
    QList<Value> values;
    for (const Account &account : accounts)
        values.append(valueOf(account));
    return rowOf(field, label, values);
}

Value placeOf(const Account &account)
{
    if (!account.place.isKnown())
        return {};
    return {account.place.name, folded(account.place.name), {}};
}

Value dateOf(const Account &account)
{
    return {account.date.isKnown() ? dateLabel(account.date) : QString(), account.date.toEdtf(), {}};
}

bool isSame(const Participant &a, const Participant &b)
{
    if (a.person.isValid() && b.person.isValid())
        return a.person == b.person;
    if (a.body.isValid() && b.body.isValid())
        return a.body == b.body;
    return a.type == b.type && folded(a.name) == folded(b.name);
}

QString participantText(const Participant &participant)
{
    QStringList parts{participant.name, capacityLabel(participant.capacity).toLower()};
    if (!participant.office.isEmpty() && participant.office != participant.name)
        parts.append(participant.office);
    return parts.join(u" · "_s);
}

/** The name is no difference: that two spellings are one person is what joining has found. */
Value valueOf(const Participant &participant)
{
    return {participantText(participant), toWord(participant.capacity), folded(participant.office)};
}

QList<Participant> everyone(const QList<Account> &accounts)
{
    QList<Participant> all;
    for (const Account &account : accounts) {
        for (const Participant &participant : account.participants) {
            if (std::none_of(all.begin(), all.end(),
                             [&](const Participant &known) { return isSame(known, participant); }))
                all.append(participant);
        }
    }
    return all;
}

ComparisonRow participantRow(const Participant &who, const QList<Account> &accounts)
{
    return fieldRow(ComparisonRow::Field::Participant, who.name, accounts, [&who](const Account &account) {
        const auto found = std::find_if(account.participants.begin(), account.participants.end(),
                                        [&](const Participant &participant) { return isSame(who, participant); });
        return found == account.participants.end() ? Value() : valueOf(*found);
    });
}

} // namespace

QList<ComparisonRow> compareAccounts(const QList<Account> &accounts)
{
    using Field = ComparisonRow::Field;
    QList<ComparisonRow> rows;
    rows << fieldRow(Field::Kind, Comparison::tr("Kind"), accounts, [](const Account &account) {
        return Value{kindLabel(account.kind), toWord(account.kind), {}};
    });
    rows << fieldRow(Field::Status, Comparison::tr("Status"), accounts, [](const Account &account) {
        return Value{statusLabel(account.status), toWord(account.status), {}};
    });
    rows << fieldRow(Field::Date, Comparison::tr("Date"), accounts, dateOf);
    rows << fieldRow(Field::Place, Comparison::tr("Place"), accounts, placeOf);
    for (const Participant &who : everyone(accounts))
        rows << participantRow(who, accounts);
    rows.removeIf([](const ComparisonRow &row) {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const ComparisonCell &cell) { return cell.state == ToldState::NotTold; });
    });
    return rows;
}

} // namespace dragoman
