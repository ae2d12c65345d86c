// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/calibration.h"

using namespace Qt::StringLiterals;

namespace dragoman::test {

QList<Judged> judge(const ToldArticles &gold, const ToldArticles &found)
{
    QList<Judged> judged;
    for (auto article = gold.cbegin(); article != gold.cend(); ++article) {
        const ToldArticle told = found.value(article.key());
        const QHash<qsizetype, Agreement> assigned = assignedIn(*article, told);
        for (qsizetype i = 0; i < told.contacts.size(); ++i) {
            const auto agreement = assigned.constFind(i);
            const bool right = agreement != assigned.cend();
            const bool exact = right && agreement->status && agreement->lacking == 0 && agreement->extra == 0;
            judged.append({article.key(), told.contacts[i].account, told.contacts[i].confidence, right, exact});
        }
    }
    return judged;
}

Calibration calibrationOf(const QList<Judged> &judged, double from, double to)
{
    Calibration sum;
    for (const Judged &each : judged) {
        if (each.confidence < from || each.confidence >= to)
            continue;
        ++sum.accounts;
        sum.right += each.right ? 1 : 0;
        sum.exact += each.exact ? 1 : 0;
    }
    return sum;
}

QString calibrationReport(const QList<Judged> &judged)
{
    QString text;
    const QList<double> bounds{0, 0.5, 0.7, 0.8, 0.9, 1.01};
    for (qsizetype i = 0; i + 1 < bounds.size(); ++i) {
        const Calibration band = calibrationOf(judged, bounds[i], bounds[i + 1]);
        text += u"confidence %1 to %2: %3 accounts, right %4, with status and all participants %5\n"_s
                    .arg(bounds[i], 0, 'f', 2)
                    .arg(std::min(1.0, bounds[i + 1]), 0, 'f', 2)
                    .arg(band.accounts)
                    .arg(band.right)
                    .arg(band.exact);
    }
    return text;
}

} // namespace dragoman::test
