// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/scorer.h"

#include "gold/nameagreement.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman::test {

namespace {

struct Weight
{
    double weight = 0;
    bool right = false;
};

/** A state in place of a person of that state, or the reverse, weighs something but is not right. */
Weight weigh(const ToldParticipant &gold, const ToldParticipant &found)
{
    const bool sameCountry = !gold.country.isEmpty() && gold.country == found.country;
    const bool goldIsBody = gold.type == ParticipantType::Body;
    Weight result;
    if (gold.type == found.type && !goldIsBody) {
        result.weight = personQuality(gold.forms.first(), found.forms);
        result.right = result.weight > 0;
    } else if (gold.type == found.type) {
        result.right = sameCountry || std::any_of(found.forms.begin(), found.forms.end(), [&](const QString &form) {
                           return sameBodyName(gold.forms.first(), form);
                       });
        result.weight = result.right ? 1 : 0;
    } else if (sameCountry) {
        result.right = goldIsBody && isRole(gold.forms.first());
        result.weight = result.right ? 0.7 : 0.3;
    }
    if (result.weight > 0)
        result.weight += (gold.capacity == found.capacity ? 0.05 : 0) + (sameCountry ? 0.02 : 0);
    return result;
}

bool sameDays(const FuzzyDate &gold, const FuzzyDate &found)
{
    return gold.earliest() == found.earliest() && gold.latest() == found.latest();
}

struct Aligned
{
    QList<std::pair<qsizetype, qsizetype>> pairs;
    std::vector<std::vector<std::optional<Agreement>>> table;
};

Aligned align(const QList<ToldContact> &gold, const QList<ToldContact> &found)
{
    Aligned result;
    std::vector<std::vector<double>> weights;
    for (const ToldContact &wanted : gold) {
        result.table.emplace_back();
        weights.emplace_back();
        for (const ToldContact &offered : found) {
            result.table.back().push_back(agreementOf(wanted, offered));
            weights.back().push_back(result.table.back().back() ? result.table.back().back()->likeness() : 0);
        }
    }
    result.pairs = assign(weights);
    return result;
}

QList<ToldContact> heldOf(const QList<ToldContact> &contacts)
{
    QList<ToldContact> held;
    std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(held),
                 [](const ToldContact &contact) { return contact.status == ContactStatus::Held; });
    return held;
}

QString difference(const QString &article, const ToldContact &gold, const ToldContact &found,
                   const Agreement &agreement)
{
    QStringList wrong;
    const std::pair<bool, QString> fields[] = {{agreement.date, u"date"_s},
                                               {agreement.status, u"status"_s},
                                               {agreement.place, u"place"_s},
                                               {agreement.evidence, u"evidence"_s},
                                               {agreement.lacking == 0 && agreement.extra == 0, u"participants"_s},
                                               {agreement.capacities == agreement.right.size(), u"capacity"_s}};
    for (const auto &[right, name] : fields) {
        if (!right)
            wrong.append(name);
    }
    if (wrong.isEmpty())
        return {};
    return u"DIFF  %1  [%2]\n      gold   %3\n      found  %4\n      “%5”"_s.arg(
        article, wrong.join(u", "_s), describe(gold), describe(found), gold.quote);
}

QString oneSided(const QString &sort, const QString &article, const ToldContact &contact)
{
    return u"%1 %2  %3\n      “%4”"_s.arg(sort.leftJustified(5), article, describe(contact), contact.quote);
}

class Counter
{
public:
    void article(const QString &name, const ToldArticle &gold, const ToldArticle &found)
    {
        ++m_score.articles;
        m_score.published += gold.published == found.published ? 1 : 0;
        m_score.resolved += gold.resolved == found.resolved ? 1 : 0;
        if (gold.contacts.isEmpty())
            m_score.falseInNegatives += static_cast<int>(found.contacts.size());
        totals(gold.contacts, found.contacts);
        const Aligned aligned = align(gold.contacts, found.contacts);
        QSet<qsizetype> matchedGold;
        QSet<qsizetype> matchedFound;
        for (const auto &[g, f] : aligned.pairs) {
            matchedGold.insert(g);
            matchedFound.insert(f);
            pair(name, gold.contacts[g], found.contacts[f],
                 *aligned.table[static_cast<size_t>(g)][static_cast<size_t>(f)]);
        }
        for (qsizetype f = 0; f < found.contacts.size(); ++f)
            m_score.doubles += !matchedFound.contains(f) && isDouble(aligned, f) ? 1 : 0;
        rest(u"MISS"_s, name, gold.contacts, matchedGold);
        rest(u"FALSE"_s, name, found.contacts, matchedFound);
        const QList<ToldContact> heldGold = heldOf(gold.contacts);
        const QList<ToldContact> heldFound = heldOf(found.contacts);
        m_score.held.gold += static_cast<int>(heldGold.size());
        m_score.held.found += static_cast<int>(heldFound.size());
        m_score.held.hits += static_cast<int>(align(heldGold, heldFound).pairs.size());
    }

    [[nodiscard]] Score take() { return std::move(m_score); }

private:
    [[nodiscard]] Tally &kind(const ToldContact &contact)
    {
        return m_score.kinds.at(static_cast<size_t>(contact.kind));
    }

    /** Told besides as the one that is assigned to the same contact of the gold, of a time that agrees. */
    [[nodiscard]] static bool isDouble(const Aligned &aligned, qsizetype found)
    {
        return std::any_of(aligned.pairs.begin(), aligned.pairs.end(), [&](const auto &assigned) {
            const auto &agreement = aligned.table[static_cast<size_t>(assigned.first)][static_cast<size_t>(found)];
            return agreement && agreement->compatible;
        });
    }

    void totals(const QList<ToldContact> &gold, const QList<ToldContact> &found)
    {
        m_score.contacts.gold += static_cast<int>(gold.size());
        m_score.contacts.found += static_cast<int>(found.size());
        m_score.strict.gold = m_score.contacts.gold;
        m_score.strict.found = m_score.contacts.found;
        for (const ToldContact &contact : gold)
            ++kind(contact).gold;
        for (const ToldContact &contact : found)
            ++kind(contact).found;
    }

    void pair(const QString &article, const ToldContact &gold, const ToldContact &found, const Agreement &agreement)
    {
        const int right = static_cast<int>(agreement.right.size());
        ++m_score.contacts.hits;
        ++kind(gold).hits;
        m_score.strict.hits += agreement.strict() ? 1 : 0;
        m_score.participants.hits += right;
        m_score.participants.gold += right + agreement.lacking;
        m_score.participants.found += right + agreement.extra;
        m_score.capacities += agreement.capacities;
        m_score.dates += agreement.date ? 1 : 0;
        m_score.places += agreement.place ? 1 : 0;
        m_score.statuses += agreement.status ? 1 : 0;
        m_score.evidence += agreement.evidence ? 1 : 0;
        const QString text = difference(article, gold, found, agreement);
        if (!text.isEmpty())
            m_score.errors.append(text);
    }

    void rest(const QString &sort, const QString &article, const QList<ToldContact> &contacts,
              const QSet<qsizetype> &matched)
    {
        for (qsizetype i = 0; i < contacts.size(); ++i) {
            if (!matched.contains(i))
                m_score.errors.append(oneSided(sort, article, contacts[i]));
        }
    }

    Score m_score;
};

QString line(const QString &label, const Tally &tally)
{
    return u"%1 P %2  R %3  F1 %4  %5 of %6, %7 found\n"_s.arg(label.leftJustified(18))
        .arg(tally.precision(), 0, 'f', 3)
        .arg(tally.recall(), 0, 'f', 3)
        .arg(tally.f1(), 0, 'f', 3)
        .arg(tally.hits)
        .arg(tally.gold)
        .arg(tally.found);
}

QString line(const QString &label, int right, int of)
{
    return u"%1 %2  %3 of %4\n"_s.arg(label.leftJustified(18))
        .arg(of > 0 ? double(right) / of : 0, 0, 'f', 3)
        .arg(right)
        .arg(of);
}

} // namespace

double Agreement::likeness() const
{
    const double found = static_cast<double>(right.size());
    const double share = 2 * found / (2 * found + lacking + extra);
    return 1 + 0.30 * share + 0.15 * capacities / found + (date ? 0.08 : 0) + (compatible ? 0.07 : 0) +
           (status ? 0.15 : 0) + (place ? 0.10 : 0) + (evidence ? 0.12 : 0);
}

std::optional<Agreement> agreementOf(const ToldContact &gold, const ToldContact &found)
{
    if (gold.kind != found.kind)
        return std::nullopt;
    std::vector<std::vector<double>> weights;
    std::vector<std::vector<Weight>> table;
    for (const ToldParticipant &wanted : gold.participants) {
        weights.emplace_back();
        table.emplace_back();
        for (const ToldParticipant &offered : found.participants) {
            table.back().push_back(weigh(wanted, offered));
            weights.back().push_back(table.back().back().weight);
        }
    }
    Agreement agreement;
    const auto pairs = assign(weights);
    for (const auto &[g, f] : pairs) {
        if (!table[static_cast<size_t>(g)][static_cast<size_t>(f)].right)
            continue;
        agreement.right.append({g, f});
        agreement.capacities += gold.participants[g].capacity == found.participants[f].capacity ? 1 : 0;
    }
    if (agreement.right.isEmpty() || pairs.size() < std::min<qsizetype>(2, gold.participants.size()))
        return std::nullopt;
    agreement.lacking = static_cast<int>(gold.participants.size() - agreement.right.size());
    agreement.extra = static_cast<int>(found.participants.size() - agreement.right.size());
    agreement.date = sameDays(gold.date, found.date);
    agreement.compatible = agreement.date || gold.date.overlaps(found.date);
    agreement.status = gold.status == found.status;
    agreement.place = samePlace(gold.place, found.place);
    agreement.evidence = std::any_of(gold.evidence.begin(), gold.evidence.end(), [&found](const TextSpan &span) {
        return std::any_of(found.evidence.begin(), found.evidence.end(),
                           [&span](const TextSpan &other) { return span.overlaps(other); });
    });
    return agreement;
}

QHash<qsizetype, Agreement> assignedIn(const ToldArticle &gold, const ToldArticle &found)
{
    const Aligned aligned = align(gold.contacts, found.contacts);
    QHash<qsizetype, Agreement> assigned;
    for (const auto &[g, f] : aligned.pairs)
        assigned.insert(f, *aligned.table[static_cast<size_t>(g)][static_cast<size_t>(f)]);
    return assigned;
}

Score score(const ToldArticles &gold, const ToldArticles &found)
{
    Counter counter;
    for (auto article = gold.cbegin(); article != gold.cend(); ++article)
        counter.article(article.key(), article.value(), found.value(article.key()));
    return counter.take();
}

QJsonObject Score::judged() const
{
    return {{u"contacts F1"_s, contacts.f1()},
            {u"contacts precision"_s, contacts.precision()},
            {u"contacts recall"_s, contacts.recall()},
            {u"held F1"_s, held.f1()},
            {u"strict F1"_s, strict.f1()},
            {u"false in negatives"_s, falseInNegatives}};
}

QString Score::report() const
{
    QString text = line(u"STRICT"_s, strict) + line(u"contacts, all"_s, contacts) + line(u"contacts, held"_s, held);
    for (const ContactKind kind : allKinds())
        text += line(u"  "_s + toWord(kind), kinds.at(static_cast<size_t>(kind)));
    text += line(u"  participants"_s, participants) + line(u"  capacity"_s, capacities, participants.hits) +
            line(u"  date"_s, dates, contacts.hits) + line(u"  place"_s, places, contacts.hits) +
            line(u"  status"_s, statuses, contacts.hits) + line(u"  evidence"_s, evidence, contacts.hits) +
            line(u"published"_s, published, articles) + line(u"resolved"_s, resolved, articles);
    return text + line(u"doubles"_s, doubles, contacts.found) + u"false in negatives %1\n"_s.arg(falseInNegatives);
}

} // namespace dragoman::test
