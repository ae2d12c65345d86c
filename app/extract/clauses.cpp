// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/clauses.h"

#include <algorithm>

namespace dragoman {

using Mood = VerbGroup::Mood;

Clauses::Clauses(const Analysis &analysis, const Lexicon &lexicon)
    : m_analysis(analysis), m_lexicon(lexicon), m_by(lexicon.word(QLatin1String("by")))
{
}

bool Clauses::isAdverb(int at) const
{
    if (is(at, WordClass::Adverb))
        return true;
    if (at < 0 || at >= static_cast<int>(m_analysis.text.tokens.size()) || phraseAt(at) >= 0 || verbAt(at) >= 0)
        return false;
    const Token &t = m_analysis.token(at);
    return t.isWord() && !t.has(Token::Capital) && t.span.length() > 4 &&
           m_analysis.text.body.mid(t.span.start, t.span.length()).endsWith(u"ly");
}

bool Clauses::isApart(int verb) const
{
    const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(verb)];
    const int limit = sentenceOf(verb).end;
    for (int i = group.begin; i < limit && !m_analysis.token(i).isMark(u';'); ++i) {
        if (is(i, WordClass::Apart) && isAdverb(i))
            return true;
        if (i >= group.end && (is(i, WordClass::Relative) ||
                               (verbAt(i) >= 0 && m_analysis.verbs[static_cast<size_t>(verbAt(i))].isFinite())))
            return false;
    }
    return is(group.begin - 1, WordClass::Apart) && isAdverb(group.begin - 1);
}

const Sentence &Clauses::sentenceOf(int verb) const
{
    return m_analysis.text.sentences[static_cast<size_t>(m_analysis.verbs[static_cast<size_t>(verb)].sentence)];
}

bool Clauses::isSomebody(int number) const
{
    if (number < 0)
        return false;
    const NounPhrase &p = phrase(number);
    return !p.possessiveOf && !p.attributive && p.kind != NounPhrase::Kind::Place &&
           (!p.actors.empty() || p.kind == NounPhrase::Kind::Group || p.kind == NounPhrase::Kind::Role);
}

/** A place, or a seat of government that stands for one: "at Bustros Palace". */
bool Clauses::isVenue(int number) const
{
    const NounPhrase &p = phrase(number);
    return p.kind == NounPhrase::Kind::Place || (p.kind == NounPhrase::Kind::Body && p.periphrasis);
}

/** Behind ", and", "as well as" and their like; -1 where nothing joins. */
int Clauses::afterJoiner(int at, int limit) const
{
    int i = at;
    bool joined = false;
    if (i < limit && m_analysis.token(i).isMark(u',')) {
        ++i;
        joined = true;
    }
    if (isWord(i, QLatin1String("and")) || isWord(i, QLatin1String("&"))) {
        ++i;
        joined = true;
        if (isWord(i, QLatin1String("then")))
            ++i;
        if (i + 2 < limit && m_analysis.token(i).isMark(u',') && is(i + 1, WordClass::Apart) &&
            m_analysis.token(i + 2).isMark(u','))
            i += 3; // "and, separately, with Y"
        else if (is(i, WordClass::Apart) && isAdverb(i))
            ++i;
        if (isWord(i, QLatin1String("with")) || isWord(i, QLatin1String("to")))
            ++i;
    } else if (isWord(i, QLatin1String("as")) && isWord(i + 1, QLatin1String("well")) &&
               isWord(i + 2, QLatin1String("as"))) {
        i += 3;
        joined = true;
    } else if ((isWord(i, QLatin1String("along")) || isWord(i, QLatin1String("together"))) &&
               isWord(i + 1, QLatin1String("with"))) {
        i += 2;
        joined = true;
    }
    return joined ? i : -1;
}

/** Whether at `at` a new clause begins: somebody, then a verb of his own. */
bool Clauses::opensClause(int at, int limit) const
{
    int i = at;
    if (phraseAt(i) >= 0)
        i = phrase(phraseAt(i)).end;
    if (i < limit && m_analysis.token(i).isMark(u','))
        ++i;
    while (i < limit && (isAdverb(i) || timeAt(i) >= 0))
        ++i;
    const int verb = verbAt(i);
    return verb >= 0 && m_analysis.verbs[static_cast<size_t>(verb)].isFinite() &&
           !(m_analysis.verbs[static_cast<size_t>(verb)].passive &&
             m_analysis.verbs[static_cast<size_t>(verb)].end == m_analysis.verbs[static_cast<size_t>(verb)].begin + 1);
}

PhraseList Clauses::listFrom(int at, int limit, bool whole) const
{
    PhraseList list;
    int i = behindOwner(at, limit);
    list.begin = list.end = i;
    while (i < limit && isSomebody(phraseAt(i)) && phrase(phraseAt(i)).begin == i) {
        list.phrases.push_back(phraseAt(i));
        list.end = behindBrackets(phrase(phraseAt(i)).end, limit);
        if (opensNames(phraseAt(i), limit)) { // "the ambassadors X and Y", "his counterparts: X and Y"
            i = list.end + (m_analysis.token(list.end).isMark(u':') ? 1 : 0);
            continue;
        }
        int next = afterJoiner(list.end, limit);
        if (next >= 0 && isWord(next, QLatin1String("with")) && endsWithWith(next, limit))
            ++next; // "calls with A, with B, and with C"
        // "At the invitation of A, B will visit": a comma alone closes no list.
        const bool closed = whole && (next != list.end + 1 || !m_analysis.token(list.end).isMark(u','));
        if (next < 0 || (!closed && next < limit && isSomebody(phraseAt(next)) && opensClause(next, limit)))
            break;
        i = next;
    }
    return list;
}

PhraseList Clauses::namesFrom(int at, int limit) const
{
    static constexpr int longestOffice = 40;
    PhraseList list = listFrom(at, limit, true);
    for (int i = list.end; i < limit && i < list.end + longestOffice && !list.isEmpty(); ++i) {
        const bool clause = verbAt(i) >= 0 && m_analysis.verbs[static_cast<size_t>(verbAt(i))].isFinite();
        if (clause || is(i, WordClass::Relative) || m_analysis.token(i).isMark(u':'))
            break;
        const int number = phraseAt(i);
        if (number < 0 || phrase(number).begin != i)
            continue;
        const bool parted = m_analysis.token(i - 1).isMark(u',') || m_analysis.token(i - 1).isMark(u';') ||
                            isWord(i - 1, QLatin1String("and")) || isWord(i - 1, QLatin1String("as"));
        if (parted && isNamed(number) && phrase(number).actors.size() == 1) {
            if (opensClause(i, limit))
                break;
            list.phrases.push_back(number);
            list.end = phrase(number).end;
        }
        i = phrase(number).end - 1;
    }
    return list;
}

/** "the country's atomic chief": behind the owner, where a phrase begins there; else `at`. */
int Clauses::behindOwner(int at, int limit) const
{
    if (!is(at, WordClass::Determiner) || phraseAt(at) >= 0)
        return at;
    for (int i = at + 1; i + 1 < limit && i < at + 4; ++i) {
        if (m_analysis.token(i).kind == Token::Kind::PossessiveMark)
            return phraseAt(i + 1) >= 0 && phrase(phraseAt(i + 1)).begin == i + 1 ? i + 1 : at;
        if (!m_analysis.token(i).isWord() || phraseAt(i) >= 0)
            return at;
    }
    return at;
}

/** "under the chairmanship of X and Y", "with the participation of": behind the "of"; else `at`. */
int Clauses::behindChair(int at, int limit) const
{
    static constexpr int longest = 5;
    if (!isWord(at, QLatin1String("under")))
        return at;
    for (int i = at + 1; i + 1 < limit && i < at + longest && phraseAt(i) < 0; ++i) {
        if (is(i, WordClass::Chairing))
            return isWord(i + 1, QLatin1String("of")) ? i + 2 : at;
    }
    return at;
}

/** "the foreign ministries of A and B", "delegations from A and B": those speak for the states behind. */
int Clauses::behindInstitutions(int at, int limit) const
{
    static constexpr int longest = 6;
    int i = at;
    while (i < limit && i < at + longest && phraseAt(i) < 0 && verbAt(i) < 0 &&
           (is(i, WordClass::Determiner) || is(i, WordClass::OfficeModifier) || is(i, WordClass::Adjective) ||
            is(i, WordClass::OfficeFiller)))
        ++i;
    if (!is(i, WordClass::Institution) || phraseAt(i) >= 0 || verbAt(i) >= 0)
        return at;
    const bool of = isWord(i + 1, QLatin1String("of")) || isWord(i + 1, QLatin1String("from"));
    return of && i + 2 < limit && isSomebody(phraseAt(i + 2)) && phrase(phraseAt(i + 2)).begin == i + 2 ? i + 2 : at;
}

/** "the newly appointed ambassadors X and Y": behind words of office that no phrase covers, if a name follows. */
int Clauses::behindTitle(int at, int limit) const
{
    if (!is(at, WordClass::Determiner) || phraseAt(at) >= 0)
        return at;
    for (int i = at + 1; i < limit && i < at + 7; ++i) {
        if (phraseAt(i) >= 0)
            return phrase(phraseAt(i)).kind == NounPhrase::Kind::Person && phrase(phraseAt(i)).begin == i &&
                           is(i - 1, WordClass::OfficeHead)
                       ? i
                       : at;
        if (!is(i, WordClass::OfficeHead) && !is(i, WordClass::OfficeModifier) && !is(i, WordClass::Adjective) &&
            !is(i, WordClass::Adverb) && !is(i, WordClass::Number))
            return at;
    }
    return at;
}

/** Behind "(Finland)". */
int Clauses::behindBrackets(int at, int limit) const
{
    if (at >= limit || !m_analysis.token(at).isMark(u'('))
        return at;
    for (int i = at + 1; i < limit && i < at + 8; ++i) {
        if (m_analysis.token(i).isMark(u')'))
            return i + 1;
    }
    return at;
}

bool Clauses::opensNames(int number, int limit) const
{
    const NounPhrase &p = phrase(number);
    const int begin = p.end + (p.end < limit && m_analysis.token(p.end).isMark(u':') ? 1 : 0);
    const int next = begin < limit ? phraseAt(begin) : -1;
    return p.kind == NounPhrase::Kind::Role && p.plural && p.actors.empty() && next >= 0 &&
           phrase(next).kind == NounPhrase::Kind::Person && phrase(next).begin == begin;
}

/** Whether the list whose members each have a "with" goes on from here to an "and with". */
bool Clauses::endsWithWith(int at, int limit) const
{
    for (int i = at + 1; i < limit; ++i) {
        if (verbAt(i) >= 0 && m_analysis.verbs[static_cast<size_t>(verbAt(i))].isFinite())
            return false;
        if (isWord(i, QLatin1String("and")) && isWord(i + 1, QLatin1String("with")))
            return true;
    }
    return false;
}

int Clauses::beforeJoiner(int at, int first) const
{
    int i = at;
    bool joined = false;
    if (i - 1 >= first && isWord(i - 1, QLatin1String("and"))) {
        --i;
        joined = true;
    } else if (i - 3 >= first && isWord(i - 1, QLatin1String("as")) && isWord(i - 2, QLatin1String("well"))) {
        i -= 3;
        joined = true;
    } else if (i - 2 >= first && isWord(i - 1, QLatin1String("with")) &&
               (isWord(i - 2, QLatin1String("along")) || isWord(i - 2, QLatin1String("together")))) {
        i -= 2;
        joined = true;
    }
    if (i - 1 >= first && m_analysis.token(i - 1).isMark(u',')) {
        --i;
        joined = true;
    }
    return joined ? i : -1;
}

/** Before "the accompanying official" of "the accompanying official delegation"; `at` where nothing of the kind stands.
 */
int Clauses::beforeModifiers(int at, int first) const
{
    for (int i = at - 1; i >= first && i >= at - 4; --i) {
        const Token &t = m_analysis.token(i);
        if (!t.isWord() || phraseAt(i) >= 0 || timeAt(i) >= 0 || t.has(Token::Capital))
            return at;
        if (is(i, WordClass::Determiner) || is(i, WordClass::Possessive))
            return i;
        if (is(i, WordClass::Preposition) || is(i, WordClass::Conjunction) || is(i, WordClass::Subordinator) ||
            is(i, WordClass::Relative) ||
            (verbAt(i) >= 0 && m_analysis.verbs[static_cast<size_t>(verbAt(i))].isFinite()))
            return at;
    }
    return at;
}

PhraseList Clauses::listUntil(int at, int first) const
{
    PhraseList list;
    list.begin = list.end = at;
    int i = at;
    bool comma = false;
    while (i - 1 >= first && isSomebody(phraseAt(i - 1)) && phrase(phraseAt(i - 1)).end == i) {
        const NounPhrase &p = phrase(phraseAt(i - 1));
        list.phrases.insert(list.phrases.begin(), phraseAt(i - 1));
        // "On its margins he met": no modifiers of a pronoun.
        list.begin = p.kind == NounPhrase::Kind::Pronoun ? p.begin : beforeModifiers(p.begin, first);
        const int next = beforeJoiner(list.begin, first);
        if (next < 0)
            break;
        // "In Geneva, A met": a comma alone joins only within a list that an "and" closes.
        const bool onlyComma = m_analysis.token(list.begin - 1).isMark(u',');
        if (onlyComma && list.phrases.size() == 1 && !comma)
            break;
        comma = true;
        i = next;
    }
    return list;
}

int Clauses::skipLight(int at, int limit) const
{
    int i = at;
    while (i < limit) {
        const int venue = is(i, WordClass::Preposition) ? behindVenue(i, limit) : i;
        if (timeAt(i) >= 0) {
            ++i;
        } else if (verbAt(i) < 0 && phraseAt(i) < 0 && (isAdverb(i) || isWord(i, QLatin1String("here")))) {
            ++i;
        } else if (is(i, WordClass::Preposition) && i + 1 < limit && timeAt(i + 1) >= 0 &&
                   !isWord(i, QLatin1String("of"))) {
            i += 2;
        } else if (venue > i) {
            i = venue;
        } else if (is(i, WordClass::Preposition) && is(i + 1, WordClass::Manner) && phraseAt(i + 1) < 0) {
            i += 2; // "received in audience"
        } else if (m_analysis.token(i).isMark(u',') && partsLight(i, at, limit)) {
            ++i;
        } else {
            break;
        }
    }
    return i;
}

/** A comma before or behind what may stand between: "received, today, Sunday, the minister". */
bool Clauses::partsLight(int comma, int from, int limit) const
{
    if (comma + 1 >= limit)
        return false;
    const int next = comma + 1;
    const bool light = timeAt(next) >= 0 || (is(next, WordClass::Preposition) && timeAt(next + 1) >= 0) ||
                       (is(next, WordClass::Preposition) && behindVenue(next, limit) > next);
    return light || (comma > from && isSomebody(phraseAt(next)));
}

/** Behind "in London", "at the ministry's headquarters in Ain el-Tineh, Beirut"; `at` itself if no place follows. */
int Clauses::behindVenue(int at, int limit) const
{
    if (isWord(at, QLatin1String("with")) || isWord(at, QLatin1String("of")) || isWord(at, QLatin1String("by")) ||
        isWord(at, QLatin1String("to")) || isWord(at, QLatin1String("from")) || isWord(at, QLatin1String("for")))
        return at;
    int i = at + 1;
    for (int steps = 0; i < limit && steps < 9; ++steps) {
        if (phraseAt(i) >= 0 && isVenue(phraseAt(i))) {
            int end = phrase(phraseAt(i)).end;
            while (end + 1 < limit && m_analysis.token(end).isMark(u',') && phraseAt(end + 1) >= 0 &&
                   isVenue(phraseAt(end + 1)))
                end = phrase(phraseAt(end + 1)).end;
            return behindVenueNoun(end, limit);
        }
        const bool word = m_analysis.token(i).isWord() && phraseAt(i) < 0 && verbAt(i) < 0 && timeAt(i) < 0 &&
                          !is(i, WordClass::Conjunction) && !is(i, WordClass::Subordinator);
        const bool preposition = is(i, WordClass::Preposition);
        const int body = steps > 0 ? phraseAt(i) : -1; // "the headquarters of the Secretariat in"
        if (body >= 0 && phrase(body).kind == NounPhrase::Kind::Body && phrase(body).begin == i) {
            i = phrase(body).end;
            continue;
        }
        const bool owner = m_analysis.token(i).kind == Token::Kind::PossessiveMark;
        if ((!word && !owner) || (preposition && steps == 0))
            return at;
        ++i;
    }
    return at;
}

/** "his Ain el-Tineh residence" before somebody. */
int Clauses::behindVenueNoun(int at, int limit) const
{
    int i = at;
    while (i < limit && i < at + 3 && m_analysis.token(i).isWord() && !m_analysis.token(i).has(Token::Capital) &&
           phraseAt(i) < 0 && verbAt(i) < 0 && timeAt(i) < 0 && !is(i, WordClass::Preposition) &&
           !is(i, WordClass::Conjunction) && !is(i, WordClass::Determiner) && !is(i, WordClass::Relative))
        ++i;
    return i < limit && isSomebody(phraseAt(i)) && phrase(phraseAt(i)).begin == i ? i : at;
}

PhraseList Clauses::objectOf(int verb) const
{
    const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(verb)];
    const int limit = sentenceOf(verb).end;
    const int at = skipLight(group.end, limit);
    return listFrom(at, limit);
}

int Clauses::verbBefore(int at, int first) const
{
    for (int i = at - 1; i >= first; --i) {
        if (verbAt(i) >= 0)
            return verbAt(i);
    }
    return -1;
}

int Clauses::verbAfter(int at, int limit) const
{
    for (int i = at; i < limit; ++i) {
        if (verbAt(i) >= 0)
            return verbAt(i);
    }
    return -1;
}

/** Back over what may stand between a subject and its verb: adverbs, times, closing commas, brackets, places. */
int Clauses::skipBack(int at, int first) const
{
    int i = at;
    while (i > first) {
        const Token &before = m_analysis.token(i - 1);
        if (before.isMark(u')')) {
            int open = i - 1;
            while (open > first && !m_analysis.token(open).isMark(u'('))
                --open;
            i = open;
        } else if (before.isMark(u',') || timeAt(i - 1) >= 0) {
            --i;
        } else if (before.isWord() && phraseAt(i - 1) < 0 && verbAt(i - 1) < 0 &&
                   (isAdverb(i - 1) || (is(i - 1, WordClass::Preposition) && i < at && timeAt(i) >= 0))) {
            --i;
        } else if (const int behindName = beforeFollowers(i, first); behindName < i) {
            i = behindName;
        } else {
            break;
        }
    }
    return i;
}

/** "Sol and his team", "Sol and members of her accompanying delegation": where the followers begin; else `at`. */
int Clauses::beforeFollowers(int at, int first) const
{
    static constexpr int longest = 6;
    bool owned = false;
    for (int i = at - 1; i > first && i >= at - longest; --i) {
        if (!m_analysis.token(i).isWord() || verbAt(i) >= 0)
            return at;
        owned = owned || is(i, WordClass::Possessive) || is(i, WordClass::Number); // "Sol and two colleagues"
        if (isWord(i, QLatin1String("and")))
            return owned && is(at - 1, WordClass::Followers) && phraseAt(i - 1) >= 0 ? i : at;
    }
    return at;
}

PhraseList Clauses::mainSubject(int verb, int depth) const
{
    const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(verb)];
    const Sentence &sentence = sentenceOf(verb);
    for (int v = verb - 1; v >= 0 && m_analysis.verbs[static_cast<size_t>(v)].sentence == group.sentence; --v) {
        if (m_analysis.verbs[static_cast<size_t>(v)].isFinite()) {
            PhraseList subject = subjectOf(v, depth + 1);
            if (!subject.isEmpty())
                return subject;
        }
    }
    for (int v = verb + 1;
         v < static_cast<int>(m_analysis.verbs.size()) && m_analysis.verbs[static_cast<size_t>(v)].begin < sentence.end;
         ++v) {
        if (m_analysis.verbs[static_cast<size_t>(v)].isFinite()) {
            PhraseList subject = subjectOf(v, depth + 1);
            if (!subject.isEmpty() && subject.begin > group.end)
                return subject;
        }
    }
    return {};
}

PhraseList Clauses::subjectOf(int verb, int depth) const
{
    if (depth > 6)
        return {};
    const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(verb)];
    const Sentence &sentence = sentenceOf(verb);
    if (group.mood == Mood::Infinitive) {
        const bool comma = group.begin > sentence.begin && m_analysis.token(group.begin - 1).isMark(u',');
        const int behind = group.begin - (comma ? 1 : 0);
        if (const int own = phraseAt(behind - 1); own >= 0 && isSomebody(own)) { // "an invitation for X to visit"
            const PhraseList list = listUntil(behind, sentence.begin);
            const bool invited =
                isWord(list.begin - 1, QLatin1String("to")) && isWord(list.begin - 2, QLatin1String("invitation"));
            if (!list.isEmpty() && (invited || isWord(list.begin - 1, QLatin1String("for"))))
                return list;
        }
        const int governor = verbBefore(group.begin, sentence.begin);
        if (governor < 0)
            return {};
        const VerbGroup &above = m_analysis.verbs[static_cast<size_t>(governor)];
        if (m_lexicon.is(above.lemma, WordClass::ObjectControl)) {
            PhraseList object = objectOf(governor);
            if (!object.isEmpty())
                return object;
        }
        // "announced a delegation to Iceland to attend": not who announced it attends.
        for (int i = above.end; i < group.begin; ++i) {
            if (isWord(i, QLatin1String("delegation")))
                return {};
        }
        return subjectOf(governor, depth + 1);
    }
    if (group.mood == Mood::Gerund) {
        const int before = group.begin - 1;
        const int covered = before >= sentence.begin ? phraseAt(before) : -1;
        if (covered >= 0 && isSomebody(covered)) {
            PhraseList own = listUntil(group.begin, sentence.begin);
            if (!own.isEmpty())
                return own;
        }
        return mainSubject(verb, depth);
    }
    return finiteSubject(verb, depth);
}

/** "X, who came on Monday, met": from before "met" to behind X; `at` itself where no such clause stands. */
int Clauses::beforeRelative(int at, int first) const
{
    int comma = at - 1;
    while (comma > first && isAdverb(comma) && phraseAt(comma) < 0)
        --comma;
    if (comma <= first || !m_analysis.token(comma).isMark(u','))
        return at;
    for (int i = comma - 1; i > first + 1; --i) {
        const Token &t = m_analysis.token(i);
        if (t.isMark(u';') || t.isMark(u':'))
            return at;
        const bool opens = is(i, WordClass::Relative) && m_analysis.token(i - 1).isMark(u',') && verbAt(i) < 0;
        if (opens && isSomebody(phraseAt(i - 2)))
            return i - 1;
    }
    return at;
}

/** "X, also a member of the council of Y, met": from before "met" to behind X; `at` itself where nothing stands so. */
int Clauses::beforeAside(int at, int first) const
{
    static constexpr int longest = 30;
    int comma = at - 1;
    while (comma > first && (isAdverb(comma) || timeAt(comma) >= 0) && phraseAt(comma) < 0)
        --comma;
    if (comma <= first || !m_analysis.token(comma).isMark(u','))
        return at;
    for (int i = comma - 1; i > first + 1 && i > comma - longest; --i) {
        const Token &t = m_analysis.token(i);
        if (t.isMark(u';') || t.isMark(u':') ||
            (verbAt(i) >= 0 && m_analysis.verbs[static_cast<size_t>(verbAt(i))].isFinite()))
            return at;
        if (t.isMark(u',') && isNamed(phraseAt(i - 1)) && opensAside(i + 1))
            return i;
    }
    return at;
}

bool Clauses::isNamed(int number) const
{
    return isSomebody(number) && phrase(number).kind == NounPhrase::Kind::Person;
}

/** "also a member", "chairman of the council", "the man who": what tells of whom was named just before. */
bool Clauses::opensAside(int at) const
{
    int i = at;
    while (isAdverb(i) && phraseAt(i) < 0)
        ++i;
    if (phraseAt(i) >= 0)
        return phrase(phraseAt(i)).kind == NounPhrase::Kind::Role;
    return (is(i, WordClass::Determiner) || is(i, WordClass::OfficeHead) || is(i, WordClass::OfficeCapital)) &&
           verbAt(i) < 0 && timeAt(i) < 0;
}

/** "A and B, who are on a visit", "who both came", "who arrived together": the clause is of all of them. */
bool Clauses::isOfSeveral(int verb) const
{
    const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(verb)];
    const auto together = [this](int at) {
        return isWord(at, QLatin1String("both")) || isWord(at, QLatin1String("together")) ||
               isWord(at, QLatin1String("jointly"));
    };
    if (isWord(group.begin, QLatin1String("are")) || isWord(group.begin, QLatin1String("were")) ||
        isWord(group.begin, QLatin1String("have")) || together(group.begin - 1) || together(group.begin + 1))
        return true;
    const int limit = sentenceOf(verb).end;
    for (int i = group.end; i < limit && verbAt(i) < 0 && !m_analysis.token(i).isMark(u','); ++i) {
        if (together(i) && !isWord(i + 1, QLatin1String("with")))
            return true;
    }
    return false;
}

/** "It was Sol, the adviser and no friend of Luna, who met": Sol, before any relative clause that ends at `end`. */
PhraseList Clauses::cleftSubject(int end, int first) const
{
    if (!isWord(first, QLatin1String("it")) || !is(first + 1, WordClass::Be) || phraseAt(first + 2) < 0)
        return {};
    for (int i = first; i < end; ++i) {
        if (is(i, WordClass::Relative))
            return {};
    }
    PhraseList list;
    list.begin = phrase(phraseAt(first + 2)).begin;
    list.phrases = {phraseAt(first + 2)};
    return list;
}

/** "A and several officials, including B, met": A too. */
PhraseList Clauses::withWhole(const PhraseList &part, int first) const
{
    if (!isWord(part.begin - 1, QLatin1String("including")))
        return part;
    PhraseList whole = listFrom(first, part.begin - 1);
    if (whole.isEmpty() || phrase(whole.phrases.front()).kind != NounPhrase::Kind::Person)
        return part;
    whole.phrases.insert(whole.phrases.end(), part.phrases.begin(), part.phrases.end());
    whole.end = part.end;
    return whole;
}

PhraseList Clauses::finiteSubject(int verb, int depth) const
{
    const VerbGroup &group = m_analysis.verbs[static_cast<size_t>(verb)];
    const int first = sentenceOf(verb).begin;
    int i = beforeRelative(group.begin, first);
    if (i == group.begin)
        i = beforeAside(i, first);
    for (int turns = 0; turns < 24; ++turns) {
        i = skipBack(i, first);
        if (i <= first)
            return {};
        if (isWord(i - 1, QLatin1String("both")) && is(i - 2, WordClass::Relative))
            --i;
        if (is(i - 1, WordClass::Relative) ||
            (isWord(i - 1, QLatin1String("that")) && i < group.begin + 1 && phraseAt(i - 2) >= 0 && i == group.begin)) {
            int end = i - 1;
            if (isWord(i - 1, QLatin1String("where")) || isWord(i - 1, QLatin1String("whom")))
                return {};
            if (end - 1 >= first && m_analysis.token(end - 1).isMark(u','))
                --end;
            if (PhraseList cleft = cleftSubject(end, first); !cleft.isEmpty())
                return cleft;
            PhraseList list = listUntil(end, first);
            if (list.phrases.size() > 1 && !isOfSeveral(verb)) {
                list.begin = phrase(list.phrases.back()).begin;
                list.phrases = {list.phrases.back()};
            }
            return list;
        }
        if (isWord(i - 1, QLatin1String("and")) || isWord(i - 1, QLatin1String("but")) ||
            isWord(i - 1, QLatin1String("then"))) {
            const int before = verbBefore(i - 1, first);
            return before >= 0 ? subjectOf(before, depth + 1) : PhraseList{};
        }
        if (m_analysis.token(i - 1).isMark(u';')) { // "paid a call on X; held talks with Y"
            const int before = verbBefore(i - 1, first);
            return before >= 0 ? subjectOf(before, depth + 1) : PhraseList{};
        }
        const PhraseList list = listUntil(i, first);
        if (!list.isEmpty()) {
            const int preposition = list.begin - 1;
            const bool inPhrase = preposition >= first && is(preposition, WordClass::Preposition) &&
                                  phraseAt(preposition) < 0 && !is(preposition, WordClass::Subordinator);
            if (!inPhrase)
                return withWhole(list, first);
            i = preposition;
            continue;
        }
        if (phraseAt(i - 1) >= 0) { // a place, or somebody's possession
            const NounPhrase &p = phrase(phraseAt(i - 1));
            if (p.possessiveOf && turns > 0)
                return {};
            i = p.begin;
            if (i > first && is(i - 1, WordClass::Preposition))
                --i;
            continue;
        }
        if (verbAt(i - 1) >= 0) {
            const VerbGroup &before = m_analysis.verbs[static_cast<size_t>(verbAt(i - 1))];
            if (!before.isFinite() || before.passive) { // "the call requested by", "delegation led by"
                i = before.begin;
                continue;
            }
            return m_analysis.token(group.begin - 1).isMark(u',') ? subjectOf(verbAt(i - 1), depth + 1) : PhraseList{};
        }
        // A common noun: within a prepositional phrase it is passed over, else it is the subject.
        int noun = i - 1;
        while (noun > first && m_analysis.token(noun).isWord() && phraseAt(noun) < 0 && verbAt(noun) < 0 &&
               !is(noun, WordClass::Preposition) && !is(noun, WordClass::Conjunction) &&
               !is(noun, WordClass::Subordinator) && timeAt(noun) < 0)
            --noun;
        if (noun < i - 1 && is(noun, WordClass::Preposition)) {
            i = noun;
            continue;
        }
        return {};
    }
    return {};
}

std::vector<Attachment> Clauses::attachments(int at, int limit) const
{
    std::vector<Attachment> found;
    int i = at;
    int crossed = 0;
    while (i < limit) {
        const Token &t = m_analysis.token(i);
        if (t.kind == Token::Kind::Punctuation) {
            if (t.isMark(u'(')) {
                while (i < limit && !m_analysis.token(i).isMark(u')'))
                    ++i;
            } else if (!t.isMark(u',') && !t.isMark(u')')) {
                break;
            }
            ++i;
            continue;
        }
        if (timeAt(i) >= 0) {
            ++i;
            continue;
        }
        if (verbAt(i) >= 0) {
            const VerbGroup &verb = m_analysis.verbs[static_cast<size_t>(verbAt(i))];
            // "paid a visit and was received by Y": what follows a passive is its own.
            const bool coordinated =
                i > at && isWord(i - 1, QLatin1String("and")) && verb.isFinite() && !verb.passive && crossed == 0;
            const bool reduced = (verb.passive && verb.end == verb.begin + 1) || is(verb.main, WordClass::Reduced);
            if (!coordinated && !reduced)
                break;
            crossed = 1;
            i = verb.end;
            continue;
        }
        if (phraseAt(i) < 0 && is(i, WordClass::Preposition) && !isWord(i, QLatin1String("as")) &&
            !isWord(i, QLatin1String("after")) && !isWord(i, QLatin1String("before")) &&
            !isWord(i, QLatin1String("since")) && !isWord(i, QLatin1String("than"))) {
            int next = i + 1;
            while (next < limit && isAdverb(next) && phraseAt(next) < 0)
                ++next;
            if (isWord(next, QLatin1String("the")) && isWord(next + 1, QLatin1String("participation")) &&
                isWord(next + 2, QLatin1String("of")))
                next += 3; // "was held with the participation of X and Y"
            const int chairs = behindChair(i, limit);
            if (chairs > i)
                next = chairs;
            next = behindInstitutions(behindTitle(next, limit), limit);
            // "between A and B", "a meeting of A and B was held"
            const bool whole = isWord(i, QLatin1String("between")) || (i == at && isWord(i, QLatin1String("of")));
            Attachment attachment{chairs > i ? m_by : t.word, i, listFrom(next, limit, whole || chairs > i)};
            if (attachment.list.isEmpty() && next < limit && phraseAt(next) >= 0 &&
                phrase(phraseAt(next)).begin == next) {
                attachment.list.phrases = {phraseAt(next)};
                attachment.list.begin = next;
                attachment.list.end = phrase(phraseAt(next)).end;
            }
            if (!attachment.list.isEmpty()) {
                found.push_back(attachment);
                i = attachment.list.end;
                continue;
            }
            ++i;
            continue;
        }
        if (phraseAt(i) < 0 &&
            (is(i, WordClass::Relative) || isWord(i, QLatin1String("that")) || isWord(i, QLatin1String("when")) ||
             isWord(i, QLatin1String("while")) || isWord(i, QLatin1String("if")) ||
             isWord(i, QLatin1String("because")) || isWord(i, QLatin1String("after")) ||
             isWord(i, QLatin1String("before")) || isWord(i, QLatin1String("since"))))
            break;
        if (t.has(Token::Quoted))
            break;
        if (phraseAt(i) >= 0) {
            if (isSomebody(phraseAt(i)) && opensClause(i, limit))
                break;
            i = phrase(phraseAt(i)).end;
            continue;
        }
        ++i;
    }
    return found;
}

} // namespace dragoman
