// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/confidencetable.h"

#include "extract/lexicontable.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QStringList &signWords()
{
    static const QStringList words{
        u"always"_s,       u"rule"_s,    u"both-named"_s, u"no-office"_s, u"no-side"_s,    u"guessed"_s,  u"pointed"_s,
        u"group"_s,        u"clauses"_s, u"far"_s,        u"noun"_s,      u"non-finite"_s, u"not-held"_s, u"own-time"_s,
        u"lent-date"_s,    u"fresh"_s,   u"undated"_s,    u"repeated"_s,  u"lead"_s,       u"definite"_s, u"states"_s,
        u"implied-host"_s, u"unnamed"_s, u"crowd"_s,      u"placed"_s,    u"passive"_s,    u"quoted"_s,   u"long"_s,
        u"busy"_s,         u"call"_s,    u"visit"_s,      u"message"_s,
    };
    return words;
}

} // namespace

QString toWord(Sign sign)
{
    return signWords().at(static_cast<qsizetype>(sign));
}

double confidenceOf(const Signs &signs, const ConfidenceTable &table)
{
    double sum = 0;
    for (size_t i = 0; i < signCount; ++i)
        sum += signs[i] * table.weights[i];
    return std::clamp(1 / (1 + std::exp(-sum)), 0.02, 0.99);
}

Result<ConfidenceTable> loadConfidence(const QStringList &overlays)
{
    ConfidenceTable table;
    for (const QString &file : resourceFiles(u"rules/confidence.tsv"_s, overlays)) {
        const Result<QList<LexiconRow>> rows = readTable(file, 3);
        if (!rows.ok())
            return rows.error();
        for (const LexiconRow &row : rows.value()) {
            const qsizetype sign = signWords().indexOf(row.columns[0]);
            bool isNumber = false;
            const double weight = row.columns[1].toDouble(&isNumber);
            if (sign < 0)
                return Error(
                    u"%1: “%2” is no sign; known are %3."_s.arg(row.where, row.columns[0], signWords().join(u", "_s)));
            if (!isNumber || row.columns[2].isEmpty())
                return Error(u"%1: a sign, its weight and what it means are expected."_s.arg(row.where));
            table.weights[static_cast<size_t>(sign)] = weight;
            table.words[static_cast<size_t>(sign)] = row.columns[2];
        }
    }
    for (size_t i = 0; i < signCount; ++i) {
        if (table.words[i].isEmpty())
            return Error(u"confidence.tsv: the sign “%1” is missing."_s.arg(toWord(static_cast<Sign>(i))));
    }
    return table;
}

} // namespace dragoman
