// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/antecedents.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

std::vector<int> Antecedents::groupBefore(int at) const
{
    const int number = m_clauses.phraseAt(at);
    const QString key = number >= 0 && phrase(number).kind == Kind::Group
                            ? roleKeyOf(m_analysis.text, phrase(number).begin, phrase(number).end, m_lexicon)
                            : QString();
    std::vector<int> pair = pairBefore(at, key);
    return pair.empty() && !key.isEmpty() ? pairBefore(at, QString()) : pair;
}

std::vector<int> Antecedents::listBefore(int at) const
{
    const int number = m_clauses.phraseAt(at);
    const bool bare = number >= 0 && phrase(number).kind == Kind::Group &&
                      m_clauses.is(phrase(number).end - 1, WordClass::PronounThey);
    if (!bare)
        return {};
    const int sentence = phrase(number).sentence;
    std::vector<int> last;
    auto p = std::partition_point(m_analysis.phrases.begin(), m_analysis.phrases.end(),
                                  [sentence](const NounPhrase &other) { return other.sentence + 1 < sentence; });
    for (int behind = 0; p != m_analysis.phrases.end() && p->begin < at; ++p) {
        if (p->kind != Kind::Person || p->mergedInto >= 0 || p->begin < behind)
            continue;
        const PhraseList list = m_clauses.listFrom(p->begin, limitOf(p->sentence), true);
        std::vector<int> persons;
        for (const int one : list.phrases) {
            if (phrase(one).kind == Kind::Person && phrase(one).actors.size() == 1)
                persons.push_back(phrase(one).actors.front());
        }
        behind = std::max(list.end, p->end);
        if (persons.size() > 2)
            last = persons;
    }
    return last;
}

/** The last two of different sides named before, holding the office if one is asked for. */
std::vector<int> Antecedents::pairBefore(int at, const QString &key) const
{
    std::vector<int> pair;
    const auto behind = std::partition_point(m_analysis.phrases.begin(), m_analysis.phrases.end(),
                                             [at](const NounPhrase &p) { return p.begin < at; });
    for (auto p = behind; p != m_analysis.phrases.begin() && pair.size() < 2;) {
        --p;
        if (p->mergedInto >= 0 || p->actors.size() != 1 || p->plural || !speaksForSide(p->actors.front(), key))
            continue;
        const Entity &who = entity(p->actors.front());
        const bool other = pair.empty() || (pair.front() != p->actors.front() &&
                                            (who.side().isEmpty() || entity(pair.front()).side() != who.side()));
        if (other)
            pair.insert(pair.begin(), p->actors.front());
    }
    const bool known = pair.size() == 2 && !(entity(pair[0]).side().isEmpty() && entity(pair[1]).side().isEmpty());
    return known ? pair : std::vector<int>();
}

/** Whether somebody can be one of "the two ministers": no spokesman, and of the office if one is told. */
bool Antecedents::speaksForSide(int actor, const QString &key) const
{
    const Entity &who = entity(actor);
    if (who.type != ParticipantType::Person && who.roleKeys.isEmpty())
        return false;
    if (who.roleKeys.contains(u"spokesperson"_s) || (who.side().isEmpty() && !who.official))
        return false;
    if (key.isEmpty())
        return true;
    const QStringList others = m_lexicon.roleGroups.value(key);
    return std::any_of(who.roleKeys.begin(), who.roleKeys.end(), [&](const QString &own) {
        return own == key || others.contains(own) || m_lexicon.roleGroups.value(own).contains(key);
    });
}

bool Antecedents::areNamedTogether(const std::vector<int> &pair, int sentence, int at) const
{
    QHash<int, int> named;
    const auto first = std::partition_point(m_analysis.phrases.begin(), m_analysis.phrases.end(),
                                            [sentence](const NounPhrase &p) { return p.sentence <= sentence; });
    for (auto next = first; next != m_analysis.phrases.end() && next->begin < at; ++next) {
        const NounPhrase &p = *next;
        // "X's address echoed a speech by Y": neither does anything here.
        if (p.kind != Kind::Person || p.possessiveOf || m_clauses.isWord(p.begin - 1, "by"_L1))
            continue;
        for (const int actor : p.actors) {
            if (std::find(pair.begin(), pair.end(), actor) != pair.end())
                named[p.sentence] |= actor == pair.front() ? 1 : 2;
        }
    }
    return std::any_of(named.begin(), named.end(), [](int both) { return both == 3; });
}

bool Antecedents::canBe(const NounPhrase &group, const std::vector<int> &pair) const
{
    const QString key = roleKeyOf(m_analysis.text, group.begin, group.end, m_lexicon);
    return std::all_of(pair.begin(), pair.end(), [&](int actor) { return speaksForSide(actor, key); });
}

int Antecedents::subjectBefore(int at) const
{
    const auto behind = std::partition_point(m_analysis.verbs.begin(), m_analysis.verbs.end(),
                                             [at](const VerbGroup &group) { return group.begin < at; });
    for (auto v = static_cast<size_t>(behind - m_analysis.verbs.begin()); v-- > 0;) {
        const VerbGroup &group = m_analysis.verbs[v];
        if (group.end > at || !group.isFinite())
            continue;
        if (limitOf(group.sentence) <= at)
            return -1;
        const PhraseList subject = m_clauses.subjectOf(static_cast<int>(v));
        if (subject.phrases.size() != 1)
            return -1;
        const std::vector<int> &actors = phrase(subject.phrases.front()).actors;
        return actors.size() == 1 && entity(actors.front()).type == ParticipantType::Person ? actors.front() : -1;
    }
    return -1;
}

int Antecedents::ownerBefore(int at) const
{
    if (const int actor = subjectBefore(at); actor >= 0)
        return actor;
    int found = -1;
    int sentence = -1;
    auto p = std::partition_point(m_analysis.phrases.begin(), m_analysis.phrases.end(),
                                  [at](const NounPhrase &phrase) { return phrase.begin < at; });
    while (p != m_analysis.phrases.begin()) {
        --p;
        if (found >= 0 && p->sentence != sentence)
            break;
        if (p->mergedInto >= 0 || p->actors.empty() || p->plural ||
            entity(p->actors.front()).type != ParticipantType::Person)
            continue;
        sentence = p->sentence;
        found = p->actors.front();
    }
    return found;
}

int Antecedents::leaderOf(int number) const
{
    const NounPhrase &p = phrase(number);
    if (p.kind != Kind::Role && p.kind != Kind::Body)
        return -1;
    bool delegation = false;
    for (int i = p.begin; i < p.end; ++i)
        delegation = delegation || m_clauses.isWord(i, "delegation"_L1);
    if (!delegation)
        return -1;
    const int limit = std::min(limitOf(p.sentence), p.end + 8);
    for (int i = p.end; i < limit; ++i) {
        const int v = m_clauses.verbAt(i);
        if (v < 0 && m_clauses.isWord(i, "under"_L1)) {
            const PhraseList leader = m_clauses.listFrom(i + 1, limitOf(p.sentence));
            return !leader.isEmpty() && phrase(leader.phrases.front()).actors.size() == 1
                       ? phrase(leader.phrases.front()).actors.front()
                       : -1;
        }
        if (v < 0)
            continue;
        if (!verb(v).passive || !m_lexicon.is(verb(v).lemma, WordClass::Leading))
            return -1;
        const int by = verb(v).end;
        const PhraseList leader = m_clauses.listFrom(m_clauses.isWord(by, "by"_L1) ? by + 1 : by, limitOf(p.sentence));
        const bool one = !leader.isEmpty() && phrase(leader.phrases.front()).actors.size() == 1;
        return one ? phrase(leader.phrases.front()).actors.front() : -1;
    }
    return -1;
}

} // namespace dragoman
