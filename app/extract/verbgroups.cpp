// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/verbgroups.h"

#include <algorithm>

namespace dragoman {

namespace {

class VerbFinder
{
public:
    VerbFinder(Analysis &analysis, const Lexicon &lexicon) : m_analysis(analysis), m_lexicon(lexicon)
    {
        m_to = lexicon.word(QLatin1String("to"));
        m_by = lexicon.word(QLatin1String("by"));
        m_co = lexicon.word(QLatin1String("co"));
    }

    void run()
    {
        m_analysis.verbAt.assign(m_analysis.text.tokens.size(), -1);
        for (size_t s = 0; s < m_analysis.text.sentences.size(); ++s) {
            m_begin = m_analysis.text.sentences[s].begin;
            m_limit = m_analysis.text.sentences[s].end;
            int at = m_begin;
            while (at < m_limit) {
                if (!m_lexicon.openers.verb.contains(token(at).word)) {
                    ++at;
                    continue;
                }
                VerbGroup group;
                group.sentence = static_cast<int>(s);
                if (read(at, group)) {
                    for (int i = group.begin; i < group.end; ++i)
                        m_analysis.verbAt[static_cast<size_t>(i)] = static_cast<int>(m_analysis.verbs.size());
                    at = group.end;
                    m_analysis.verbs.push_back(group);
                } else {
                    ++at;
                }
            }
        }
    }

private:
    [[nodiscard]] const Token &token(int at) const { return m_analysis.token(at); }
    [[nodiscard]] bool free(int at) const
    {
        return at < m_limit && token(at).isWord() && m_analysis.phraseAt[static_cast<size_t>(at)] < 0;
    }
    [[nodiscard]] bool is(int at, WordClass wordClass) const
    {
        return at >= m_begin && at < m_limit && token(at).isWord() && m_lexicon.is(token(at).word, wordClass);
    }
    [[nodiscard]] bool isWord(int at, QLatin1String text) const
    {
        return at >= 0 && at < m_limit && m_lexicon.vocabulary.is(token(at).word, text);
    }
    [[nodiscard]] const VerbReading *reading(int at, VerbForm form) const
    {
        if (!free(at) || (token(at).has(Token::Glued) && at != m_joint))
            return nullptr;
        for (const VerbReading &candidate : m_lexicon.verbs.value(token(at).word)) {
            if (candidate.form == form)
                return &candidate;
        }
        return nullptr;
    }

    /** Adverbs, time expressions and negations that may stand inside a group. */
    int skipInside(int at, VerbGroup &group) const
    {
        while (at < m_limit) {
            if (is(at, WordClass::Negation)) {
                group.negated = true;
                ++at;
            } else if (free(at) && (is(at, WordClass::Adverb) || isManner(at))) {
                ++at;
            } else if (isTimeInside(at)) { // "had earlier in the day received"
                ++at;
            } else if (const int behind = behindParenthesis(at); behind > at) { // "had, however, been"
                at = behind;
            } else {
                break;
            }
        }
        return at;
    }

    /** Behind adverbs between two commas that begin at `at`; else `at`. */
    [[nodiscard]] int behindParenthesis(int at) const
    {
        int i = at + 1;
        while (token(at).isMark(u',') && i < m_limit && i <= at + 3 && free(i) && is(i, WordClass::Adverb))
            ++i;
        return i > at + 1 && i < m_limit && token(i).isMark(u',') ? i + 1 : at;
    }

    [[nodiscard]] bool isTimeInside(int at) const
    {
        if (m_analysis.timeAt[static_cast<size_t>(at)] >= 0)
            return true;
        return (is(at, WordClass::Preposition) || is(at, WordClass::Determiner)) && at + 2 < m_limit &&
               (m_analysis.timeAt[static_cast<size_t>(at + 1)] >= 0 ||
                m_analysis.timeAt[static_cast<size_t>(at + 2)] >= 0) &&
               token(at).word != m_to && token(at).word != m_by;
    }

    /** Read from the text itself: of the words in -ly the lexicon knows few. */
    [[nodiscard]] bool isManner(int at) const
    {
        const Token &t = token(at);
        return m_analysis.text.body.mid(t.span.start, t.span.length()).endsWith(QLatin1String("ly")) &&
               !m_lexicon.verbs.contains(t.word);
    }

    bool finish(int at, VerbGroup &group, const VerbReading *verb)
    {
        group.main = at;
        group.end = at + 1;
        group.lemma = verb->lemma;
        group.quoted = token(at).has(Token::Quoted);
        return true;
    }

    bool read(int at, VerbGroup &group)
    {
        if (!free(at))
            return false;
        // "co-chaired"
        const bool joint = token(at).word == m_co && m_co != 0 && at + 1 < m_limit && token(at + 1).has(Token::Glued);
        if (joint) {
            m_joint = at + 1;
            const bool found = plain(at + 1, group);
            group.begin = at;
            return found;
        }
        group.begin = at;
        if (token(at).word == m_to && token(at).word != 0)
            return infinitive(at, group);
        if (is(at, WordClass::Future) || is(at, WordClass::Conditional) || is(at, WordClass::Do))
            return modal(at, group);
        if (is(at, WordClass::Have))
            return perfect(at, group) || plain(at, group) || possessing(at, group);
        if (is(at, WordClass::Be))
            return being(at, group);
        return plain(at, group);
    }

    /** "will co-chair", "to co-chair": behind "co-". */
    int behindJoint(int at)
    {
        const bool joint = at + 1 < m_limit && token(at).word == m_co && m_co != 0 && token(at + 1).has(Token::Glued);
        if (joint)
            m_joint = at + 1;
        return joint ? at + 1 : at;
    }

    bool infinitive(int at, VerbGroup &group)
    {
        const int verb = behindJoint(skipInside(at + 1, group));
        if (perfectInfinitive(verb, group))
            return true;
        const bool auxiliary = is(verb, WordClass::Be) && free(verb);
        const VerbReading *base = auxiliary ? nullptr : reading(verb, VerbForm::Base);
        if (base) {
            group.mood = VerbGroup::Mood::Infinitive;
            return finish(verb, group, base);
        }
        if (verb < m_limit && is(verb, WordClass::Be) && free(verb)) {
            group.mood = VerbGroup::Mood::Infinitive;
            return passiveOrAlone(verb, group);
        }
        return false;
    }

    /** "to have gone", "to have been received" */
    bool perfectInfinitive(int at, VerbGroup &group)
    {
        if (!isWord(at, QLatin1String("have")) || !free(at))
            return false;
        VerbGroup inner = group;
        const int verb = skipInside(at + 1, inner);
        const bool being = verb < m_limit && is(verb, WordClass::Be) && free(verb);
        const VerbReading *participle = being ? nullptr : reading(verb, VerbForm::Participle);
        if (!being && !participle)
            return false;
        group = inner;
        group.mood = VerbGroup::Mood::Infinitive;
        group.perfect = true;
        return being ? passiveOrAlone(verb, group) : finish(verb, group, participle);
    }

    bool modal(int at, VerbGroup &group)
    {
        const bool future = is(at, WordClass::Future);
        const bool conditional = is(at, WordClass::Conditional);
        group.mood = future        ? VerbGroup::Mood::Future
                     : conditional ? VerbGroup::Mood::Conditional
                                   : VerbGroup::Mood::Past;
        group.modal = conditional ? token(at).word : 0;
        const int verb = behindJoint(skipInside(at + 1, group));
        if (verb < m_limit && is(verb, WordClass::Be) && free(verb))
            return passiveOrAlone(verb, group);
        if (verb < m_limit && is(verb, WordClass::Have) && perfect(verb, group))
            return true;
        if (const VerbReading *base = reading(verb, VerbForm::Base))
            return finish(verb, group, base);
        if (verb < m_limit && is(verb, WordClass::Have))
            return perfect(verb, group) || finishAuxiliary(verb, group);
        return false;
    }

    bool finishAuxiliary(int at, VerbGroup &group)
    {
        group.main = at;
        group.end = at + 1;
        group.lemma = token(at).word;
        group.quoted = token(at).has(Token::Quoted);
        return true;
    }

    bool passiveOrAlone(int be, VerbGroup &group)
    {
        int verb = skipInside(be + 1, group);
        if (is(verb, WordClass::Be) && free(verb))
            verb = skipInside(verb + 1, group);
        verb = behindJoint(verb); // "was co-chaired"
        if (const VerbReading *participle = reading(verb, VerbForm::Participle)) {
            group.passive = !is(verb, WordClass::Predicative);
            return finish(verb, group, participle);
        }
        if (const VerbReading *gerund = reading(verb, VerbForm::Gerund))
            return finish(verb, group, gerund);
        group.main = be;
        group.end = be + 1;
        group.lemma = m_lexicon.word(QLatin1String("be"));
        group.quoted = token(be).has(Token::Quoted);
        return true;
    }

    bool perfect(int at, VerbGroup &group)
    {
        if (group.mood != VerbGroup::Mood::Future && group.mood != VerbGroup::Mood::Conditional)
            group.mood = VerbGroup::Mood::Past;
        const int verb = behindJoint(skipInside(at + 1, group));
        if (verb < m_limit && is(verb, WordClass::Be) && free(verb))
            return passiveOrAlone(verb, group);
        if (const VerbReading *participle = reading(verb, VerbForm::Participle))
            return finish(verb, group, participle);
        if (is(verb, WordClass::Have) && free(verb))
            return finishAuxiliary(verb, group);
        return false;
    }

    /** "has" as a full verb: "has talks in Cairo", "has no plans to travel". */
    bool possessing(int at, VerbGroup &group)
    {
        if (!isWord(at, QLatin1String("has")) || !followsSubject(at))
            return false;
        finishAuxiliary(at, group);
        group.mood = VerbGroup::Mood::Present;
        group.lemma = m_lexicon.word(QLatin1String("have"));
        return true;
    }

    bool being(int at, VerbGroup &group)
    {
        const bool past = isWord(at, QLatin1String("was")) || isWord(at, QLatin1String("were"));
        group.mood = past ? VerbGroup::Mood::Past : VerbGroup::Mood::Present;
        int next = skipInside(at + 1, group);
        while (next < m_limit && m_analysis.timeAt[static_cast<size_t>(next)] >= 0)
            ++next;
        if (next < m_limit && token(next).word == m_to) {
            VerbGroup inner = group;
            if (infinitive(next, inner)) {
                group = inner;
                group.begin = at;
                group.mood = VerbGroup::Mood::BeTo;
                return true;
            }
        }
        return passiveOrAlone(at, group);
    }

    /** Whether what stands before lets an ambiguous word be a noun or an adjective rather than a verb. */
    [[nodiscard]] bool looksNominal(int at) const
    {
        if (at == m_begin)
            return false;
        const Token &before = token(at - 1);
        if (before.kind == Token::Kind::PossessiveMark || before.kind == Token::Kind::Number)
            return true;
        if (m_analysis.phraseAt[static_cast<size_t>(at - 1)] >= 0) {
            const NounPhrase &phrase =
                m_analysis.phrases[static_cast<size_t>(m_analysis.phraseAt[static_cast<size_t>(at - 1)])];
            return phrase.attributive;
        }
        return is(at - 1, WordClass::Determiner) || is(at - 1, WordClass::Possessive) ||
               is(at - 1, WordClass::Ordinal) || token(at).has(Token::Glued);
    }

    [[nodiscard]] bool followsSubject(int at) const
    {
        int before = at - 1;
        while (before >= m_begin && (is(before, WordClass::Adverb) || (token(before).isWord() && isManner(before)) ||
                                     token(before).isMark(u',') || m_analysis.timeAt[static_cast<size_t>(before)] >= 0))
            --before;
        if (before < m_begin)
            return false;
        if (is(before, WordClass::Relative))
            return true;
        return m_analysis.phraseAt[static_cast<size_t>(before)] >= 0;
    }

    bool plain(int at, VerbGroup &group)
    {
        if (!m_lexicon.verbs.contains(token(at).word))
            return false;
        if (const VerbReading *past = reading(at, VerbForm::Past)) {
            const bool adjective = looksNominal(at) && at + 1 < m_limit && token(at + 1).isWord() &&
                                   !is(at + 1, WordClass::Preposition) && !is(at + 1, WordClass::Determiner);
            if (adjective)
                return false;
            group.mood = VerbGroup::Mood::Past;
            group.negated = at > m_begin && isWord(at - 1, QLatin1String("never"));
            if (at + 1 < m_limit && token(at + 1).word == m_by && token(at + 1).isWord() &&
                !is(at + 2, WordClass::Calling) &&
                m_analysis.timeAt[static_cast<size_t>(std::min(at + 2, m_limit - 1))] < 0)
                group.passive = true;
            return finish(at, group, past);
        }
        if (const VerbReading *gerund = reading(at, VerbForm::Gerund)) {
            if (looksNominal(at) || !takesGerund(at))
                return false;
            group.mood = VerbGroup::Mood::Gerund;
            return finish(at, group, gerund);
        }
        if ((token(at).has(Token::Capital) && at > m_begin) || is(at, WordClass::Adverb))
            return false;
        if (const VerbReading *third = reading(at, VerbForm::Third)) {
            if (looksNominal(at) || !followsSubject(at) || nounAfter(at))
                return false;
            group.mood = VerbGroup::Mood::Present;
            return finish(at, group, third);
        }
        if (const VerbReading *base = reading(at, VerbForm::Base)) {
            if (continuesList(at, group))
                return finish(at, group, base);
            if (looksNominal(at) || !(followsSubject(at) && pluralBefore(at)))
                return false;
            group.mood = VerbGroup::Mood::Present;
            return finish(at, group, base);
        }
        return false;
    }

    /** "will chair the ceremony and then hold talks": the second verb has the first one's auxiliary. */
    [[nodiscard]] bool continuesList(int at, VerbGroup &group) const
    {
        int before = at - 1;
        while (before > m_begin && is(before, WordClass::Adverb))
            --before;
        if (!is(before, WordClass::Conjunction) || m_analysis.verbs.empty())
            return false;
        const VerbGroup &last = m_analysis.verbs.back();
        if (last.sentence != group.sentence || last.mood == VerbGroup::Mood::Past ||
            last.mood == VerbGroup::Mood::Present || last.mood == VerbGroup::Mood::Gerund)
            return false;
        group.mood = last.mood;
        group.modal = last.modal;
        return true;
    }

    [[nodiscard]] bool nounAfter(int at) const
    {
        return at + 1 < m_limit && (is(at + 1, WordClass::Be) || is(at + 1, WordClass::Have));
    }

    [[nodiscard]] bool pluralBefore(int at) const
    {
        int last = at - 1;
        while (last > m_begin && is(last, WordClass::Adverb) && m_analysis.phraseAt[static_cast<size_t>(last)] < 0)
            --last; // "I also look forward"
        const int covered = last >= m_begin ? m_analysis.phraseAt[static_cast<size_t>(last)] : -1;
        if (covered < 0)
            return is(last, WordClass::Relative);
        const NounPhrase &phrase = m_analysis.phrases[static_cast<size_t>(covered)];
        if (phrase.kind == NounPhrase::Kind::Place)
            return false;
        const int before = phrase.begin - 1;
        const bool first = phrase.kind == NounPhrase::Kind::Pronoun && phrase.name == QLatin1String("I");
        return first || phrase.plural || (before >= m_begin && is(before, WordClass::Conjunction));
    }

    /** "meeting" and its like are nouns unless something that a verb takes follows or a conjunction of time stands
     * before. */
    [[nodiscard]] bool takesGerund(int at) const
    {
        if (at + 1 >= m_limit)
            return false;
        const bool somebody = m_analysis.phraseAt[static_cast<size_t>(at + 1)] >= 0;
        const bool determined = is(at + 1, WordClass::Determiner) || is(at + 1, WordClass::Possessive);
        const bool particle = is(at + 1, WordClass::Preposition) || is(at + 1, WordClass::Adverb);
        const bool opened = at == m_begin || token(at - 1).isMark(u',') || is(at - 1, WordClass::Subordinator) ||
                            is(at - 1, WordClass::Preposition);
        const bool both = isWord(at, QLatin1String("meeting"));
        if (both)
            return somebody && !is(at - 1, WordClass::Conjunction);
        return somebody || determined || (particle && opened) || opened;
    }

    Analysis &m_analysis;
    const Lexicon &m_lexicon;
    int m_begin = 0;
    int m_limit = 0;
    int m_joint = -1; ///< token behind "co-"
    WordId m_co = 0;
    WordId m_to = 0;
    WordId m_by = 0;
};

} // namespace

void findVerbGroups(Analysis &analysis, const Lexicon &lexicon)
{
    VerbFinder(analysis, lexicon).run();
}

void indexTokens(Analysis &analysis)
{
    analysis.phraseAt.assign(analysis.text.tokens.size(), -1);
    analysis.timeAt.assign(analysis.text.tokens.size(), -1);
    for (size_t i = 0; i < analysis.phrases.size(); ++i) {
        const NounPhrase &phrase = analysis.phrases[i];
        if (phrase.mergedInto >= 0)
            continue;
        for (int t = phrase.begin; t < phrase.end; ++t)
            analysis.phraseAt[static_cast<size_t>(t)] = static_cast<int>(i);
    }
    for (size_t i = 0; i < analysis.times.size(); ++i) {
        for (int t = analysis.times[i].begin; t < analysis.times[i].end; ++t)
            analysis.timeAt[static_cast<size_t>(t)] = static_cast<int>(i);
    }
}

} // namespace dragoman
