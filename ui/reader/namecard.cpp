// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/namecard.h"

#include "state/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int mostOffices = 5;

struct NameCard
{
    Q_DECLARE_TR_FUNCTIONS(NameCard)
};

QString kindInWords(MentionRow::Kind kind)
{
    switch (kind) {
    case MentionRow::Kind::Person:
        return NameCard::tr("person");
    case MentionRow::Kind::Body:
        return NameCard::tr("state or organisation");
    case MentionRow::Kind::Place:
        return NameCard::tr("place");
    case MentionRow::Kind::Role:
        return NameCard::tr("office");
    case MentionRow::Kind::Date:
        break;
    }
    return NameCard::tr("date");
}

QString officeInWords(const Office &office)
{
    QString text = office.title;
    const QString first = dayLabel(office.firstTold);
    const QString last = dayLabel(office.lastTold);
    if (!first.isEmpty() && !last.isEmpty() && first != last)
        text += NameCard::tr(", told %1 to %2").arg(first, last);
    else if (!first.isEmpty() || !last.isEmpty())
        text += NameCard::tr(", told %1").arg(first.isEmpty() ? last : first);
    return text;
}

QString nameInWords(const MentionRow &mention)
{
    if (mention.kind == MentionRow::Kind::Date) {
        if (const auto date = FuzzyDate::fromEdtf(mention.name); date && date->isKnown())
            return dateLabel(*date);
    }
    return mention.name;
}

} // namespace

QString nameCard(const MentionRow &mention, const std::optional<Person> &person)
{
    QStringList lines{u"<b>%1</b>"_s.arg(nameInWords(mention).toHtmlEscaped())};
    QStringList what{kindInWords(mention.kind)};
    if (!mention.country.isEmpty())
        what << countryLabel(mention.country);
    lines << what.join(u" · "_s).toHtmlEscaped();
    if (person) {
        for (const Office &office : person->offices.mid(0, mostOffices))
            lines << officeInWords(office).toHtmlEscaped();
        if (person->offices.size() > mostOffices)
            lines << NameCard::tr("and %1 more").arg(person->offices.size() - mostOffices);
    }
    return lines.join(u"<br>"_s);
}

} // namespace dragoman
