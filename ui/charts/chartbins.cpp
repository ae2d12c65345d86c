// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartbins.h"

#include "state/labels.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Charts
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

int monthNumber(const MonthCount &count)
{
    return count.year * 12 + count.month - 1;
}

std::pair<int, int> firstAndLastBin(const QList<MonthCount> &months, int unit)
{
    const auto [first, last] =
        std::minmax_element(months.begin(), months.end(),
                            [](const MonthCount &a, const MonthCount &b) { return monthNumber(a) < monthNumber(b); });
    return {monthNumber(*first) / unit, monthNumber(*last) / unit};
}

QDate firstDayOf(int month)
{
    return {std::max(1, month / 12), month / 12 < 1 ? 1 : month % 12 + 1, 1};
}

QString labelOf(QDate first, QDate last, int unit)
{
    if (unit == 1)
        return QLocale(QLocale::English).standaloneMonthName(first.month(), QLocale::ShortFormat) + u' ' +
               QString::number(first.year());
    if (unit == 3)
        return Charts::tr("Q%1 %2").arg((first.month() + 2) / 3).arg(first.year());
    if (unit == 12)
        return QString::number(first.year());
    return QString::number(first.year()) + u'–' + QString::number(last.year());
}

} // namespace

int chartBinCount(const QList<MonthCount> &months, int unit)
{
    if (months.isEmpty())
        return 0;
    const auto [first, last] = firstAndLastBin(months, unit);
    return last - first + 1;
}

int chartUnitFor(const QList<MonthCount> &months, int most)
{
    for (const int unit : chartUnits) {
        if (chartBinCount(months, unit) <= most)
            return unit;
    }
    return chartUnits.back();
}

QList<ChartBin> makeChartBins(const QList<MonthCount> &months, int unit)
{
    QList<ChartBin> bins;
    if (months.isEmpty())
        return bins;
    const auto [first, last] = firstAndLastBin(months, unit);
    for (int number = first; number <= last; ++number) {
        ChartBin bin;
        bin.first = firstDayOf(number * unit);
        bin.last = firstDayOf((number + 1) * unit).addDays(-1);
        bin.label = labelOf(bin.first, bin.last, unit);
        bins.append(bin);
    }
    for (const MonthCount &count : months)
        bins[monthNumber(count) / unit - first].kinds[size_t(count.kind)] += count.count;
    return bins;
}

QString chartCsv(const QList<ChartBin> &bins)
{
    QString csv = u"from,to"_s;
    for (const ContactKind kind : allKinds())
        csv += u',' + toWord(kind);
    csv += u",total\n"_s;
    for (const ChartBin &bin : bins) {
        csv += bin.first.toString(Qt::ISODate) + u',' + bin.last.toString(Qt::ISODate);
        for (const ContactKind kind : allKinds())
            csv += u',' + QString::number(bin.kinds[size_t(kind)]);
        csv += u',' + QString::number(bin.total()) + u'\n';
    }
    return csv;
}

} // namespace dragoman
