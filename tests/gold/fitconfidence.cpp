// SPDX-License-Identifier: GPL-3.0-or-later
// Fits the weights of resources/rules/confidence.tsv to gold articles; see tests/gold/README.md.
#include "extract/reading.h"
#include "gold/calibration.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cmath>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int folds = 5;
constexpr int steps = 4000;
constexpr double rate = 0.05;
/** Taken from where every account begins: articles that the rules were made with are read better than others. */
constexpr double caution = 0.3;
constexpr double pull = 3; ///< towards 0: how many accounts the belief that a sign means nothing is worth

using Weights = std::array<double, signCount>;

struct Sample
{
    Signs signs;
    Judged judged;
    int fold = 0;
};

double dot(const Weights &weights, const Signs &signs)
{
    double sum = 0;
    for (size_t i = 0; i < signCount; ++i)
        sum += weights[i] * signs[i];
    return sum;
}

/** What is thought to speak for an account may not come to speak against it, nor the reverse: people read it. */
double kept(double weight, double before)
{
    return (before > 0 && weight < 0) || (before < 0 && weight > 0) ? 0 : weight;
}

/** Logistic regression, drawn towards 0, by plain descent; `without` is a fold to leave out. */
Weights fit(const QList<Sample> &samples, const Weights &before, int without)
{
    Weights weights{};
    for (int step = 0; step < steps; ++step) {
        Weights slope{};
        double count = 1;
        for (const Sample &sample : samples) {
            if (sample.fold == without)
                continue;
            ++count;
            const double off = 1 / (1 + std::exp(-dot(weights, sample.signs))) - (sample.judged.exact ? 1 : 0);
            for (size_t i = 0; i < signCount; ++i)
                slope[i] += off * sample.signs[i];
        }
        for (size_t i = 0; i < signCount; ++i) {
            const bool free = i == static_cast<size_t>(Sign::Always);
            weights[i] = kept(weights[i] - rate * 20 * (slope[i] + (free ? 0 : pull * weights[i])) / count,
                              free ? 0 : before[i]);
        }
    }
    return weights;
}

Result<QList<Sample>> samplesOf(const QString &articles, const QString &contacts, const RuleSet &rules)
{
    const Result<ToldArticles> gold = loadGold(contacts, articles);
    if (!gold.ok())
        return gold.error();
    const Result<ReadFolder> folder = readFolder(articles, rules);
    if (!folder.ok())
        return folder.error();
    QHash<qint64, Signs> signs;
    for (const Article &article : folder.value().articles) {
        Article printed = article;
        printed.publishedCorrected = {};
        qint64 number = 1000 * article.id.value;
        for (const MadeAccount &made : read(printed, rules).accounts)
            signs.insert(number++, made.signs);
    }
    QList<Sample> samples;
    int fold = -1;
    QString before;
    for (const Judged &judged : judge(gold.value(), foundIn(folder.value()))) {
        fold += judged.article == before ? 0 : 1;
        before = judged.article;
        samples.append({signs.value(judged.account.value), judged, fold % folds});
    }
    return samples;
}

QList<Judged> withWeights(const QList<Sample> &samples, const Weights &weights, int fold)
{
    ConfidenceTable table;
    table.weights = weights;
    QList<Judged> judged;
    for (const Sample &sample : samples) {
        if (fold >= 0 && sample.fold != fold)
            continue;
        judged.append(sample.judged);
        judged.last().confidence = confidenceOf(sample.signs, table);
    }
    return judged;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList folders = QCoreApplication::arguments().mid(1);
    QTextStream out(stdout);
    const auto rules = RuleSet::load();
    if (!rules.ok() || folders.isEmpty() || folders.size() % 2 != 0) {
        out << (rules.ok() ? u"fit_confidence ARTICLES CONTACTS [ARTICLES CONTACTS ...]\n"_s
                           : rules.error().message() + u'\n');
        return 2;
    }
    QList<Sample> samples;
    for (qsizetype i = 0; i < folders.size(); i += 2) {
        const Result<QList<Sample>> read = samplesOf(folders[i], folders[i + 1], *rules.value());
        if (!read.ok()) {
            out << read.error().message() << '\n';
            return 1;
        }
        samples.append(read.value());
    }
    const ConfidenceTable &table = rules.value()->frames().confidence;
    Weights all = fit(samples, table.weights, -1);
    QList<Judged> heldOut;
    for (int fold = 0; fold < folds; ++fold)
        heldOut.append(withWeights(samples, fit(samples, table.weights, fold), fold));
    all[static_cast<size_t>(Sign::Always)] -= caution;
    for (size_t i = 0; i < signCount; ++i)
        out << u"%1\t%2\t%3\n"_s.arg(toWord(static_cast<Sign>(i))).arg(all[i], 0, 'f', 2).arg(table.words[i]);
    out << "\nAs the table stands now\n" << calibrationReport(withWeights(samples, table.weights, -1));
    out << "\nFitted to all\n" << calibrationReport(withWeights(samples, all, -1));
    out << "\nEach fifth of the articles, fitted to the other four\n" << calibrationReport(heldOut);
    return 0;
}
