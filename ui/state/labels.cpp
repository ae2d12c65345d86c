// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/labels.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("dragoman::labels", text);
}

/** Where the name that readers of news expect is not the one of Qt's locale data. */
const QHash<QString, QString> &countryOverrides()
{
    static const QHash<QString, QString> table{
        {u"TR"_s, u"Türkiye"_s},     {u"PS"_s, u"Palestine"_s},      {u"HK"_s, u"Hong Kong"_s},
        {u"MO"_s, u"Macao"_s},       {u"CD"_s, u"DR Congo"_s},       {u"CG"_s, u"Congo"_s},
        {u"MM"_s, u"Myanmar"_s},     {u"BA"_s, u"Bosnia"_s},         {u"MK"_s, u"North Macedonia"_s},
        {u"VA"_s, u"Holy See"_s},    {u"CZ"_s, u"Czechia"_s},        {u"SZ"_s, u"Eswatini"_s},
        {u"CI"_s, u"Ivory Coast"_s}, {u"EU"_s, u"European Union"_s}, {u"UN"_s, u"United Nations"_s},
    };
    return table;
}

QString monthName(QDate day, QLocale::FormatType form)
{
    return QLocale(QLocale::English).monthName(day.month(), form);
}

QString intervalLabel(QDate from, QDate to)
{
    const QString last = dayLabel(to);
    if (from.year() == to.year() && from.month() == to.month())
        return QString::number(from.day()) + u"–"_s + last;
    if (from.year() == to.year())
        return QString::number(from.day()) + u' ' + monthName(from, QLocale::ShortFormat) + u" – "_s + last;
    return dayLabel(from) + u" – "_s + last;
}

QString plainLabel(const FuzzyDate &date)
{
    if (date.isInterval())
        return intervalLabel(date.earliest(), date.latest());
    switch (date.precision()) {
    case FuzzyDate::Precision::Day:
        return dayLabel(date.earliest());
    case FuzzyDate::Precision::Month:
        return monthName(date.earliest(), QLocale::LongFormat) + u' ' + QString::number(date.earliest().year());
    case FuzzyDate::Precision::Year:
        return QString::number(date.earliest().year());
    case FuzzyDate::Precision::Unknown:
        break;
    }
    return {};
}

/** The side that acts or receives stands first. */
int rank(Capacity capacity)
{
    switch (capacity) {
    case Capacity::Host:
    case Capacity::Caller:
    case Capacity::Sender:
        return 0;
    case Capacity::Guest:
    case Capacity::Recipient:
        return 1;
    case Capacity::Party:
        return 1;
    case Capacity::Mediator:
        return 2;
    }
    return 3;
}

} // namespace

QString kindLabel(ContactKind kind)
{
    switch (kind) {
    case ContactKind::Call:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Call"));
    case ContactKind::Meeting:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Meeting"));
    case ContactKind::Visit:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Visit"));
    case ContactKind::Message:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Message"));
    }
    return {};
}

QString statusLabel(ContactStatus status)
{
    switch (status) {
    case ContactStatus::Held:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Held"));
    case ContactStatus::Planned:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Planned"));
    case ContactStatus::Invited:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Invited"));
    case ContactStatus::Proposed:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Proposed"));
    case ContactStatus::Cancelled:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Cancelled"));
    }
    return {};
}

QString capacityLabel(Capacity capacity)
{
    switch (capacity) {
    case Capacity::Host:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Host"));
    case Capacity::Guest:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Guest"));
    case Capacity::Caller:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Caller"));
    case Capacity::Recipient:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Recipient"));
    case Capacity::Sender:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Sender"));
    case Capacity::Mediator:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Mediator"));
    case Capacity::Party:
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "Party"));
    }
    return {};
}

QString countryLabel(const QString &code)
{
    const auto found = countryOverrides().constFind(code);
    if (found != countryOverrides().cend())
        return *found;
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

QString dayLabel(QDate day)
{
    if (!day.isValid())
        return {};
    return QString::number(day.day()) + u' ' + monthName(day, QLocale::ShortFormat) + u' ' +
           QString::number(day.year());
}

QString dateLabel(const FuzzyDate &date)
{
    if (!date.isKnown())
        return translated(QT_TRANSLATE_NOOP("dragoman::labels", "no date"));
    const QString known = plainLabel(date);
    const QString plain =
        date.isUncertain() ? translated(QT_TRANSLATE_NOOP("dragoman::labels", "%1 (uncertain)")).arg(known) : known;
    return date.isApproximate() ? translated(QT_TRANSLATE_NOOP("dragoman::labels", "about %1")).arg(plain) : plain;
}

QString numberLabel(qint64 number)
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English).toString(number) : locale.toString(number);
}

QString counted(const QString &one, const QString &many, qint64 number)
{
    return number == 1 ? one : many.arg(numberLabel(number));
}

QString participantsLabel(const QList<Participant> &participants)
{
    QList<Participant> sorted = participants;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Participant &a, const Participant &b) { return rank(a.capacity) < rank(b.capacity); });
    QStringList names;
    for (const Participant &participant : std::as_const(sorted)) {
        if (!names.contains(participant.name))
            names.append(participant.name);
    }
    return names.join(u" – "_s);
}

} // namespace dragoman
