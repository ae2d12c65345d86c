// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/matcher.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Mood = VerbGroup::Mood;
using Kind = NounPhrase::Kind;

bool Candidate::has(int entity) const
{
    return std::any_of(members.begin(), members.end(), [entity](const Member &m) { return m.entity == entity; });
}

void Candidate::add(int entity, Capacity capacity, int phrase, bool met)
{
    if (!has(entity))
        members.push_back({entity, capacity, phrase, met});
}

namespace {

class Matcher
{
public:
    Matcher(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
            const FrameSet &frames)
        : m_analysis(analysis), m_entities(entities), m_lexicon(lexicon), m_frames(frames), m_clauses(analysis, lexicon)
    {
        for (const Token &token : analysis.text.tokens) {
            if (token.word != 0)
                m_words.insert(token.word);
        }
    }

    std::vector<Candidate> run()
    {
        for (size_t v = 0; v < m_analysis.verbs.size(); ++v) {
            for (const int frame : m_frames.byVerb.value(m_analysis.verbs[v].lemma))
                verbRule(frame, static_cast<int>(v));
        }
        for (size_t s = 0; s < m_analysis.text.sentences.size(); ++s) {
            const Sentence &sentence = m_analysis.text.sentences[s];
            for (int at = sentence.begin; at < sentence.end; ++at)
                at = std::max(at, nounRules(at, static_cast<int>(s)));
        }
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Candidate &a, const Candidate &b) { return a.trigger < b.trigger; });
        return std::move(m_found);
    }

private:
    [[nodiscard]] const Token &token(int at) const { return m_analysis.token(at); }
    [[nodiscard]] const NounPhrase &phrase(int number) const { return m_analysis.phrases[static_cast<size_t>(number)]; }
    [[nodiscard]] const VerbGroup &verb(int number) const { return m_analysis.verbs[static_cast<size_t>(number)]; }
    [[nodiscard]] const Entity &entity(int number) const { return m_entities[static_cast<size_t>(number)]; }
    [[nodiscard]] int limitOf(int sentence) const
    {
        return m_analysis.text.sentences[static_cast<size_t>(sentence)].end;
    }
    [[nodiscard]] int firstOf(int sentence) const
    {
        return m_analysis.text.sentences[static_cast<size_t>(sentence)].begin;
    }

    /** The end of the longest of `phrases` that stands at `at`, or `at`. */
    [[nodiscard]] int match(const std::vector<std::vector<WordId>> &phrases, int at, int limit) const
    {
        int best = at;
        for (const auto &words : phrases) {
            if (words.empty() || at + static_cast<int>(words.size()) > limit)
                continue;
            bool same = true;
            for (size_t i = 0; i < words.size() && same; ++i)
                same = token(at + static_cast<int>(i)).word == words[i];
            if (same)
                best = std::max(best, at + static_cast<int>(words.size()));
        }
        return best;
    }

    [[nodiscard]] bool contextHolds(const Frame &frame) const
    {
        if (frame.context.empty())
            return true;
        return std::any_of(frame.context.begin(), frame.context.end(), [this](const std::vector<WordId> &words) {
            return std::all_of(words.begin(), words.end(), [this](WordId word) { return m_words.contains(word); });
        });
    }

    /** Who may take part under this rule. */
    [[nodiscard]] bool acceptable(int number, const Frame &frame) const
    {
        const Entity &who = entity(number);
        if (who.type == ParticipantType::Person)
            return true;
        if (who.isForum)
            return false;
        const bool plain =
            who.isState || (who.roleKeys.isEmpty() && !who.organisation.isEmpty() && who.country.isEmpty());
        return !plain || frame.states;
    }

    void addList(Candidate &candidate, const PhraseList &list, Capacity capacity, const Frame &frame, bool met = false)
    {
        for (const int number : list.phrases) {
            const NounPhrase &p = phrase(number);
            std::vector<int> actors = p.actors;
            if (p.kind == Kind::Group)
                actors = groupBefore(p.begin);
            for (const int actor : actors) {
                if (acceptable(actor, frame))
                    candidate.add(actor, capacity, number, met);
            }
        }
    }

    /** Whom "the two ministers" or "they" mean: the last two persons of different sides named before. */
    [[nodiscard]] std::vector<int> groupBefore(int at) const
    {
        std::vector<int> pair;
        for (size_t i = m_analysis.phrases.size(); i-- > 0;) {
            const NounPhrase &p = m_analysis.phrases[i];
            if (p.begin >= at || p.mergedInto >= 0 || p.actors.empty() || p.plural)
                continue;
            const Entity &who = entity(p.actors.front());
            const bool counts = who.type == ParticipantType::Person || !who.roleKeys.isEmpty();
            if (!counts || who.side().isEmpty() ||
                (!pair.empty() && (pair.front() == p.actors.front() || entity(pair.front()).side() == who.side())))
                continue;
            pair.insert(pair.begin(), p.actors.front());
            if (pair.size() == 2)
                break;
        }
        return pair.size() == 2 ? pair : std::vector<int>();
    }

    [[nodiscard]] static std::optional<Slot> slotOf(const QString &preposition)
    {
        static const QHash<QString, Slot> slots_{
            {u"with"_s, Slot::With}, {u"between"_s, Slot::Between}, {u"by"_s, Slot::By},       {u"from"_s, Slot::From},
            {u"to"_s, Slot::To},     {u"of"_s, Slot::Of},           {u"among"_s, Slot::Among}, {u"for"_s, Slot::For},
        };
        const auto at = slots_.constFind(preposition);
        return at == slots_.cend() ? std::nullopt : std::optional(*at);
    }

    void addAttachments(Candidate &candidate, const Frame &frame, const std::vector<Attachment> &attachments,
                        bool passive)
    {
        for (const Attachment &attachment : attachments) {
            const QString preposition = m_lexicon.vocabulary.text(attachment.preposition);
            const NounPhrase &first = phrase(attachment.list.phrases.front());
            if ((preposition == u"in"_s || preposition == u"at"_s ||
                 (preposition == u"to"_s && frame.kind == ContactKind::Meeting)) &&
                candidate.place < 0 && namesPlace(first))
                candidate.place = attachment.list.phrases.front();
            if (frame.destinations.contains(preposition) && candidate.destination < 0 && namesPlace(first))
                candidate.destination = attachment.list.phrases.front();
            const std::optional<Slot> slot = slotOf(preposition);
            // "talks of A and B", but not "a call with A at the initiative of B".
            if (!slot || (*slot == Slot::Of && &attachment != &attachments.front()))
                continue;
            std::optional<Capacity> capacity = frame.role(*slot);
            if (*slot == Slot::By && passive && !capacity)
                capacity = frame.role(Slot::Subject);
            if (!capacity ||
                (frame.destinations.contains(preposition) && candidate.destination == attachment.list.phrases.front()))
                continue;
            const size_t before = candidate.members.size();
            addList(candidate, attachment.list, *capacity, frame, *slot != Slot::By && *slot != Slot::Between);
            if (candidate.members.size() > before)
                candidate.filled |= 1U << static_cast<int>(*slot);
        }
    }

    [[nodiscard]] static bool namesPlace(const NounPhrase &p)
    {
        if (p.kind == Kind::Body && p.periphrasis)
            return true;
        return !p.attributive && !p.possessiveOf && (p.kind == Kind::Place || (p.kind == Kind::Body && p.state));
    }

    /** The token of the rule's noun in the object of the verb, or -1. */
    [[nodiscard]] int objectNoun(const Frame &frame, int after, int limit, int *end) const
    {
        int i = m_clauses.skipLight(after, limit);
        // "handed him a note", "received from X a letter"
        for (int steps = 0; steps < 9 && i < limit; ++steps) {
            *end = match(frame.objectNouns, i, limit);
            if (*end > i)
                return i;
            const Token &t = token(i);
            if (t.kind == Token::Kind::Punctuation && !t.isMark(u',') && !t.isMark(u'"') && !t.isMark(u'“'))
                return -1;
            if (m_clauses.verbAt(i) >= 0 && verb(m_clauses.verbAt(i)).isFinite())
                return -1;
            if (m_clauses.is(i, WordClass::Relative) || (m_clauses.is(i, WordClass::Preposition) && steps > 6))
                return -1;
            i = m_clauses.phraseAt(i) >= 0 ? phrase(m_clauses.phraseAt(i)).end : i + 1;
        }
        return -1;
    }

    [[nodiscard]] bool barred(const Frame &frame, int before, int after, int limit, int first) const
    {
        if (!frame.notAfter.empty() && match(frame.notAfter, after, limit) > after)
            return true;
        for (const auto &words : frame.notBefore) {
            const int at = before - static_cast<int>(words.size());
            if (at >= first && match({words}, at, before) == before)
                return true;
        }
        return false;
    }

    void verbRule(int number, int v)
    {
        const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
        const VerbGroup &group = verb(v);
        if (!frame.verbs.empty() && !contextHolds(frame))
            return;
        const int limit = limitOf(group.sentence);
        int after = group.end;
        if (!frame.after.empty()) {
            if (after >= limit ||
                std::find(frame.after.begin(), frame.after.end(), token(after).word) == frame.after.end())
                return;
            ++after;
        }
        if (barred(frame, group.begin, after, limit, firstOf(group.sentence)))
            return;
        Candidate candidate = start(number, group.main, v, group.sentence);
        int nounEnd = after;
        if (!frame.objectNouns.empty()) {
            const int noun = objectNoun(frame, after, limit, &nounEnd);
            if (noun < 0 || barred(frame, noun, nounEnd, limit, firstOf(group.sentence)))
                return;
        }
        const PhraseList subject = m_clauses.subjectOf(v);
        const Slot own = group.passive ? Slot::Object : Slot::Subject;
        const std::optional<Capacity> subjectRole = frame.role(own) ? frame.role(own) : std::nullopt;
        if (subjectRole)
            addList(candidate, subject, *subjectRole, frame);
        if (!group.passive)
            objectRoles(candidate, frame, v, after);
        const std::vector<Attachment> attachments = m_clauses.attachments(after, limit);
        addAttachments(candidate, frame, attachments, group.passive);
        dropBearer(candidate, frame, subject);
        if (frame.status == ContactStatus::Invited)
            inviteDestination(candidate, after, limit);
        if (nounEnd > after) {
            durationBefore(candidate, nounEnd);
            possessor(candidate, frame, placeOf(objectNoun(frame, after, limit, &nounEnd), firstOf(group.sentence)));
        }
        if (hasForeignObject(candidate, frame, after, limit))
            candidate.dropped = u"its object is no person and no body"_s;
        setStatus(candidate, frame);
        finish(candidate, frame, nounEnd);
    }

    /** "handed over a letter from X": X is the sender, who hands it over only its bearer. */
    void dropBearer(Candidate &candidate, const Frame &frame, const PhraseList &subject) const
    {
        const bool from = (candidate.filled >> static_cast<int>(Slot::From)) & 1;
        if (!from || frame.role(Slot::From) != frame.role(Slot::Subject))
            return;
        std::erase_if(candidate.members, [&subject](const Candidate::Member &m) {
            return std::find(subject.phrases.begin(), subject.phrases.end(), m.phrase) != subject.phrases.end();
        });
    }

    /** "met the demand", "to meet challenges": something else stands where the other side should. */
    [[nodiscard]] bool hasForeignObject(const Candidate &candidate, const Frame &frame, int after, int limit) const
    {
        const bool met = std::any_of(candidate.members.begin(), candidate.members.end(),
                                     [](const Candidate::Member &m) { return m.met; });
        if (met || !frame.role(Slot::Object) || !frame.objectNouns.empty() || verb(candidate.verb).passive)
            return false;
        const int at = m_clauses.skipLight(after, limit);
        if (at >= limit || token(at).kind == Token::Kind::Punctuation)
            return false;
        return !m_clauses.is(at, WordClass::Preposition) && !m_clauses.is(at, WordClass::Conjunction) &&
               !m_clauses.is(at, WordClass::Subordinator) && !m_clauses.is(at, WordClass::Relative) &&
               !m_clauses.is(at, WordClass::Adverb) && m_clauses.verbAt(at) < 0;
    }

    void objectRoles(Candidate &candidate, const Frame &frame, int v, int after)
    {
        const int limit = limitOf(candidate.sentence);
        const int at = m_clauses.skipLight(after, limit);
        const std::optional<Capacity> role = frame.role(Slot::Object);
        if (role && frame.objectNouns.empty())
            addList(candidate, after == verb(v).end ? m_clauses.objectOf(v) : m_clauses.listFrom(at, limit), *role,
                    frame, true);
        else if (role)
            addList(candidate, m_clauses.listFrom(at, limit), *role, frame, true);
        if (frame.destinations.contains(u"object"_s) && m_clauses.phraseAt(at) >= 0 &&
            phrase(m_clauses.phraseAt(at)).begin == at && namesPlace(phrase(m_clauses.phraseAt(at))))
            candidate.destination = m_clauses.phraseAt(at);
    }

    /** "to visit Tehran", "to travel to Istanbul", "to pay a visit to Iran" after an invitation. */
    void inviteDestination(Candidate &candidate, int after, int limit)
    {
        for (int i = after; i < limit && i < after + 28; ++i) {
            const int v = m_clauses.verbAt(i);
            if (v >= 0 && verb(v).mood != Mood::Infinitive && i > after + 1)
                break;
            if (v >= 0 && verb(v).mood == Mood::Infinitive) {
                i = verb(v).end - 1;
                continue;
            }
            const int p = m_clauses.phraseAt(i);
            if (p >= 0 && namesPlace(phrase(p)) && phrase(p).kind != Kind::Person) {
                const bool led = i > 0 && (m_clauses.verbAt(i - 1) >= 0 || m_clauses.isWord(i - 1, "to"_L1) ||
                                           m_clauses.isWord(i - 1, "in"_L1));
                if (led) {
                    candidate.destination = p;
                    return;
                }
            }
        }
    }

    Candidate start(int frame, int trigger, int v, int sentence) const
    {
        Candidate candidate;
        candidate.frame = frame;
        candidate.kind = m_frames.frames[static_cast<size_t>(frame)].kind;
        candidate.trigger = trigger;
        candidate.verb = v;
        candidate.sentence = sentence;
        return candidate;
    }

    /** Noun rules at a token; returns the last token of the noun that matched, or `at`. */
    int nounRules(int at, int sentence)
    {
        if (!token(at).isWord() || m_clauses.verbAt(at) >= 0 || token(at).has(Token::Quoted))
            return at;
        const int covered = m_clauses.phraseAt(at);
        if (covered >= 0 && phrase(covered).kind != Kind::Body)
            return at;
        int best = -1;
        int bestEnd = at;
        for (const int number : m_frames.byNoun.value(token(at).word)) {
            const int end = match(m_frames.frames[static_cast<size_t>(number)].nouns, at, limitOf(sentence));
            if (end > bestEnd) {
                best = number;
                bestEnd = end;
            }
        }
        if (best < 0)
            return at;
        nounRule(best, at, bestEnd, sentence);
        return bestEnd - 1;
    }

    struct NounPlace
    {
        int begin = 0;        ///< first token of the noun's phrase
        int possessor = -1;   ///< phrase
        int possessive = -1;  ///< token of "his"
        int determiner = -1;  ///< token
        int governor = -1;    ///< verb group of which it is the object
        int preposition = -1; ///< token of the preposition before it
        int partner = -1;     ///< token before "and"
        std::optional<ContactStatus> modifier;
        bool separate = false;
        int days = 0;
    };

    NounPlace placeOf(int at, int first) const
    {
        NounPlace place;
        int i = at - 1;
        for (int steps = 0; i >= first && steps < 8; ++steps, --i) {
            const Token &t = token(i);
            if (t.kind == Token::Kind::PossessiveMark) {
                const int p = m_clauses.phraseAt(i - 1);
                place.possessor = p;
                place.begin = p >= 0 ? phrase(p).begin : i;
                i = place.begin - 1;
                break;
            }
            if (!t.isWord() && t.kind != Token::Kind::Number)
                break;
            if (m_clauses.is(i, WordClass::Possessive)) {
                place.possessive = i--;
                break;
            }
            if (m_clauses.is(i, WordClass::Determiner)) {
                place.determiner = i--;
                break;
            }
            if (m_clauses.verbAt(i) >= 0 || m_clauses.is(i, WordClass::Preposition) ||
                m_clauses.is(i, WordClass::Conjunction))
                break;
            if (m_clauses.phraseAt(i) >= 0 && !phrase(m_clauses.phraseAt(i)).attributive && !t.has(Token::Glued) &&
                phrase(m_clauses.phraseAt(i)).kind != Kind::Body)
                break;
            if (const auto mood = m_frames.mood(t.word, "modifier"_L1))
                place.modifier = mood;
            place.separate =
                place.separate || m_clauses.isWord(i, "separate"_L1) || m_clauses.isWord(i, "bilateral"_L1);
            if (m_clauses.isWord(i, "day"_L1) && t.has(Token::Glued) && i > first)
                place.days = numberOf(i - 1);
        }
        if (place.begin == 0)
            place.begin = i + 1;
        if (place.separate && !token(at).isWord())
            place.separate = false;
        int before = place.begin - 1;
        while (before >= first && (m_clauses.timeAt(before) >= 0 ||
                                   (m_clauses.is(before, WordClass::Adverb) && m_clauses.verbAt(before) < 0) ||
                                   (m_clauses.is(before, WordClass::Preposition) && m_clauses.timeAt(before + 1) >= 0 &&
                                    before + 1 < place.begin)))
            --before;
        if (before < first)
            return place;
        if (m_clauses.verbAt(before) >= 0)
            place.governor = m_clauses.verbAt(before);
        else if (m_clauses.is(before, WordClass::Preposition))
            place.preposition = before;
        else if (m_clauses.isWord(before, "and"_L1))
            place.partner = before;
        return place;
    }

    [[nodiscard]] int numberOf(int at) const
    {
        if (at < 0)
            return 0;
        const Token &t = token(at);
        if (t.kind == Token::Kind::Number)
            return std::clamp(m_analysis.text.text(t).toInt(), 0, 60);
        return m_clauses.is(at, WordClass::Number) ? m_lexicon.numbers.value(t.word) : 0;
    }

    void durationBefore(Candidate &candidate, int nounEnd) const
    {
        for (int i = nounEnd - 2; i > candidate.trigger && i > nounEnd - 7; --i) {
            if (m_clauses.isWord(i, "day"_L1) && token(i).has(Token::Glued))
                candidate.durationDays = numberOf(i - 1);
        }
    }

    /** The verb whose clause the noun stands in, when it is not its object: before it, else after a comma. */
    [[nodiscard]] int clauseVerb(const NounPlace &place, int end, int sentence) const
    {
        const int before = m_clauses.verbBefore(place.begin, firstOf(sentence));
        return before >= 0 ? before : m_clauses.verbAfter(end, limitOf(sentence));
    }

    void nounRule(int number, int at, int end, int sentence)
    {
        const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
        const int limit = limitOf(sentence);
        const int first = firstOf(sentence);
        if (barred(frame, at, end, limit, first))
            return;
        NounPlace place = placeOf(at, first);
        if (place.governor >= 0 && std::find(frame.notGoverned.begin(), frame.notGoverned.end(),
                                             verb(place.governor).lemma) != frame.notGoverned.end())
            return;
        Candidate candidate = start(number, at, place.governor, sentence);
        candidate.durationDays = place.days;
        candidate.definite = place.determiner >= 0 && !m_clauses.isWord(place.determiner, "a"_L1) &&
                             !m_clauses.isWord(place.determiner, "an"_L1);
        const bool plural =
            m_lexicon.vocabulary.text(token(end - 1).word).endsWith(u's') && !m_clauses.isWord(end - 1, "talks"_L1);
        candidate.separate = place.separate && (plural || m_clauses.isWord(end - 1, "talks"_L1));
        const std::vector<Attachment> attachments = m_clauses.attachments(end, limit);
        addAttachments(candidate, frame, attachments, true);
        possessor(candidate, frame, place);
        governed(candidate, frame, place);
        if (frame.status == ContactStatus::Invited)
            inviteDestination(candidate, end, limit);
        adjunct(candidate, frame, place, end);
        candidate.onlyAfter = place.preposition >= 0 && isOutside(place.preposition);
        if (place.modifier)
            candidate.status = *place.modifier;
        nounStatus(candidate, frame, place, end);
        finish(candidate, frame, end);
    }

    void possessor(Candidate &candidate, const Frame &frame, const NounPlace &place)
    {
        const std::optional<Capacity> role = frame.role(Slot::Possessor);
        if (!role)
            return;
        if (place.possessor >= 0) {
            PhraseList list;
            const NounPhrase &owner = phrase(place.possessor);
            if (owner.kind == Kind::Group)
                for (const int actor : groupBefore(owner.begin))
                    candidate.add(actor, *role, place.possessor);
            list.phrases = {place.possessor};
            if (owner.kind != Kind::Group && owner.kind != Kind::Place)
                addList(candidate, list, *role, frame);
        } else if (place.possessive >= 0) {
            const bool their = m_clauses.isWord(place.possessive, "their"_L1);
            if (their) {
                for (const int actor : groupBefore(place.possessive))
                    candidate.add(actor, *role, -1);
            } else if (const int owner = ownerBefore(place.possessive); owner >= 0) {
                candidate.add(owner, *role, -1);
            }
        } else if (place.partner >= 0) {
            // "Raisi's visit to Moscow and meeting with President Putin"
            for (size_t i = m_found.size(); i-- > 0;) {
                const Candidate &before = m_found[i];
                if (before.sentence == candidate.sentence && before.trigger < candidate.trigger &&
                    !before.members.empty() && candidate.members.size() == 1) {
                    candidate.add(before.members.front().entity, *role, before.members.front().phrase);
                    if (candidate.place < 0)
                        candidate.place = before.destination;
                    break;
                }
            }
        }
    }

    /** Who does the deed of the clause that `at` stands in, if that is one person. */
    [[nodiscard]] int subjectBefore(int at) const
    {
        for (size_t v = m_analysis.verbs.size(); v-- > 0;) {
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

    /** Whom "his" means: the first person of the sentence before it, else of the sentence before. */
    [[nodiscard]] int ownerBefore(int at) const
    {
        if (const int actor = subjectBefore(at); actor >= 0)
            return actor;
        int found = -1;
        int sentence = -1;
        for (const NounPhrase &p : m_analysis.phrases) {
            if (p.begin >= at)
                break;
            if (p.mergedInto >= 0 || p.actors.empty() || p.plural ||
                entity(p.actors.front()).type != ParticipantType::Person)
                continue;
            if (p.sentence != sentence) {
                sentence = p.sentence;
                found = p.actors.front();
            }
        }
        return found;
    }

    /** "ahead of", "before", "after", "for" a meeting: the clause's own time is not the meeting's. */
    [[nodiscard]] bool isOutside(int preposition) const
    {
        return m_clauses.isWord(preposition - 1, "ahead"_L1) || m_clauses.isWord(preposition, "before"_L1) ||
               m_clauses.isWord(preposition, "after"_L1) || m_clauses.isWord(preposition, "since"_L1) ||
               m_clauses.isWord(preposition - 1, "preparation"_L1);
    }

    /** The noun is the object of a verb: a light one lends its subject. */
    void governed(Candidate &candidate, const Frame &frame, const NounPlace &place)
    {
        if (place.governor < 0)
            return;
        const VerbGroup &governor = verb(place.governor);
        const bool light = std::find(frame.light.begin(), frame.light.end(), governor.lemma) != frame.light.end();
        const std::optional<Capacity> role = frame.role(Slot::Subject);
        if (light && role && !governor.passive && !candidate.definite)
            addList(candidate, m_clauses.subjectOf(place.governor), *role, frame);
        else if (light && role && !governor.passive && candidate.members.size() < 2)
            addList(candidate, m_clauses.subjectOf(place.governor), *role, frame);
    }

    /** "X said in a phone call with Y", "X is on a visit to Z": who does the clause's deed takes part. */
    void adjunct(Candidate &candidate, const Frame &frame, const NounPlace &place, int end)
    {
        const std::optional<Capacity> role = frame.role(Slot::Adjunct);
        if (!role || place.preposition < 0 || m_clauses.isWord(place.preposition, "of"_L1) ||
            m_clauses.isWord(place.preposition, "between"_L1))
            return;
        const size_t enough = candidate.kind == ContactKind::Visit ? 1 : 2;
        if (candidate.members.size() >= enough || (candidate.kind != ContactKind::Visit && candidate.members.empty()))
            return;
        const int v = clauseVerb(place, end, candidate.sentence);
        if (v < 0)
            return;
        candidate.verb = v;
        addList(candidate, m_clauses.subjectOf(v), *role, frame);
    }

    [[nodiscard]] bool hasIf(int from, int to) const
    {
        for (int i = from; i < to; ++i) {
            if (m_clauses.isWord(i, "if"_L1) || m_clauses.isWord(i, "whether"_L1))
                return true;
        }
        return false;
    }

    /** The status that a verb's own form gives; nothing if it tells of no contact at all. */
    [[nodiscard]] std::optional<ContactStatus> statusOf(int v, int depth = 0) const
    {
        const VerbGroup &group = verb(v);
        if (depth > 5)
            return std::nullopt;
        const int first = firstOf(group.sentence);
        if (hasIf(first, group.begin))
            return std::nullopt;
        switch (group.mood) {
        case Mood::Past:
        case Mood::Present:
            return group.negated ? ContactStatus::Cancelled : ContactStatus::Held;
        case Mood::Future:
        case Mood::BeTo:
            return group.negated ? ContactStatus::Cancelled : ContactStatus::Planned;
        case Mood::Conditional: {
            const QString modal = m_lexicon.vocabulary.text(group.modal);
            if (modal == u"would"_s && m_frames.mood(group.lemma, "governor"_L1) != ContactStatus::Proposed)
                return group.negated ? ContactStatus::Cancelled : ContactStatus::Planned;
            return std::nullopt;
        }
        case Mood::Infinitive:
            return infinitiveStatus(v, depth);
        case Mood::Gerund: {
            const int before = m_clauses.verbBefore(group.begin, first);
            return before >= 0 ? statusOf(before, depth + 1) : std::optional(ContactStatus::Held);
        }
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<ContactStatus> infinitiveStatus(int v, int depth) const
    {
        const VerbGroup &group = verb(v);
        const int first = firstOf(group.sentence);
        // "readiness to meet", "an idea to visit": a noun governs.
        if (group.begin - 1 >= first) {
            if (const auto mood = m_frames.mood(token(group.begin - 1).word, "before"_L1))
                return mood;
        }
        const int governor = m_clauses.verbBefore(group.begin, first);
        if (governor < 0)
            return std::nullopt;
        const VerbGroup &above = verb(governor);
        const std::optional<ContactStatus> mood = m_frames.mood(above.lemma, "governor"_L1);
        if (m_lexicon.vocabulary.text(above.lemma) == u"invite"_s)
            return ContactStatus::Invited;
        if (mood)
            return above.negated ? ContactStatus::Cancelled : mood;
        const std::optional<ContactStatus> inherited = statusOf(governor, depth + 1);
        // What somebody went to do need not have been done; what he was to do is planned.
        return inherited == ContactStatus::Held ? std::optional(ContactStatus::Planned) : inherited;
    }

    [[nodiscard]] bool deniedBefore(int at, int sentence) const
    {
        static const QSet<QString> deny{u"deny"_s, u"dismiss"_s};
        for (const VerbGroup &group : m_analysis.verbs) {
            if (group.sentence == sentence && group.end <= at && deny.contains(m_lexicon.vocabulary.text(group.lemma)))
                return true;
        }
        return false;
    }

    void setStatus(Candidate &candidate, const Frame &frame) const
    {
        const VerbGroup &group = verb(candidate.verb);
        std::optional<ContactStatus> status = statusOf(candidate.verb);
        if (m_clauses.is(group.main, WordClass::Predicative) && status == ContactStatus::Held)
            status = m_frames.mood(group.lemma, "governor"_L1);
        if (frame.status && status == ContactStatus::Held)
            status = frame.status;
        if (group.quoted)
            candidate.dropped = u"stands inside a quotation"_s;
        else if (!status)
            candidate.dropped = u"is only a condition, a possibility or a purpose"_s;
        candidate.status = status.value_or(ContactStatus::Held);
        if (deniedBefore(group.begin, candidate.sentence))
            candidate.status = ContactStatus::Cancelled;
        candidate.future = candidate.status != ContactStatus::Held;
    }

    void nounStatus(Candidate &candidate, const Frame &frame, const NounPlace &place, int end) const
    {
        std::optional<ContactStatus> status = place.modifier ? place.modifier : std::optional<ContactStatus>();
        if (place.preposition >= 0 && !status) {
            status = m_frames.mood(token(place.preposition).word, "before"_L1);
            for (int i = place.preposition; !status && i > place.preposition - 3 && i >= firstOf(candidate.sentence);
                 --i)
                status = m_frames.mood(token(i).word, "before"_L1);
        }
        if (place.governor >= 0) {
            const VerbGroup &governor = verb(place.governor);
            const bool light = std::find(frame.light.begin(), frame.light.end(), governor.lemma) != frame.light.end();
            const auto mood =
                light ? std::nullopt : m_frames.mood(governor.lemma, governor.passive ? "subject"_L1 : "object"_L1);
            status = mood     ? mood
                     : status ? status
                     : light  ? statusOf(place.governor)
                              : std::optional(ContactStatus::Held);
            if (light && !statusOf(place.governor))
                candidate.dropped = u"is only a condition, a possibility or a purpose"_s;
        } else if (place.preposition < 0) {
            const int v = m_clauses.verbAfter(end, limitOf(candidate.sentence));
            if (v >= 0 && !status) {
                const VerbGroup &own = verb(v);
                const auto mood = m_frames.mood(own.lemma, "subject"_L1);
                const bool happens = own.isFinite() && (own.passive || isHappening(own));
                if (happens)
                    candidate.verb = v;
                status = mood && own.passive ? mood : happens ? statusOf(v) : std::optional<ContactStatus>();
            }
        } else if (!status && candidate.verb >= 0) {
            const std::optional<ContactStatus> main = statusOf(candidate.verb);
            status = main == ContactStatus::Planned ? main : std::optional(ContactStatus::Held);
        }
        if (place.determiner >= 0 && m_clauses.isWord(place.determiner, "no"_L1))
            status = ContactStatus::Cancelled;
        if (frame.status && (!status || *status == ContactStatus::Held))
            status = frame.status;
        candidate.status = status.value_or(ContactStatus::Held);
        if (deniedBefore(candidate.trigger, candidate.sentence))
            candidate.status = ContactStatus::Cancelled;
        candidate.future = candidate.status != ContactStatus::Held;
    }

    [[nodiscard]] bool isHappening(const VerbGroup &group) const
    {
        static const QSet<QString> happening{u"take"_s,   u"begin"_s, u"start"_s, u"end"_s, u"conclude"_s,
                                             u"happen"_s, u"last"_s,  u"come"_s,  u"open"_s};
        return happening.contains(m_lexicon.vocabulary.text(group.lemma));
    }

    void finish(Candidate &candidate, const Frame &frame, int end)
    {
        takeTime(candidate, end);
        takePlace(candidate);
        takeHosts(candidate);
        takePrincipal(candidate);
        takeMedium(candidate);
        candidate.evidence = evidenceOf(candidate);
        if (candidate.dropped.isEmpty())
            validate(candidate, frame);
        m_found.push_back(std::move(candidate));
    }

    /** The time told in the candidate's own clause, else at the head of its sentence. */
    void takeTime(Candidate &candidate, int end)
    {
        int best = -1;
        int bestDistance = 1000;
        const int first = firstOf(candidate.sentence);
        for (size_t i = 0; i < m_analysis.times.size(); ++i) {
            const TimeExpression &time = m_analysis.times[i];
            if (time.sentence != candidate.sentence)
                continue;
            const bool leading = time.begin <= first + 2;
            const int barrier =
                barriers(std::min(time.begin, candidate.trigger), std::max(time.end, candidate.trigger), candidate);
            if (barrier > 0 && !(leading && time.end <= candidate.trigger && barrier == 1 && !belongsToReport(time)))
                continue;
            if (belongsToReport(time) || !isWhen(time))
                continue;
            if (candidate.onlyAfter && time.end <= candidate.trigger)
                continue;
            const int distance = time.begin >= end               ? time.begin - end
                                 : time.end <= candidate.trigger ? candidate.trigger - time.end
                                                                 : 0;
            if (distance < bestDistance) {
                bestDistance = distance;
                best = static_cast<int>(i);
            }
        }
        candidate.time = best;
        if (candidate.verb >= 0 && candidate.kind == ContactKind::Visit) {
            const QString lemma = m_lexicon.vocabulary.text(verb(candidate.verb).lemma);
            candidate.endsOnTime = lemma == u"conclude"_s || lemma == u"end"_s || lemma == u"wrap"_s ||
                                   lemma == u"complete"_s || lemma == u"finish"_s || lemma == u"return"_s;
        }
    }

    [[nodiscard]] bool isWhen(const TimeExpression &time) const
    {
        // "since March", "until Friday", "the October talks": not the day of the contact itself.
        return time.begin == 0 ||
               (!m_clauses.isWord(time.begin - 1, "since"_L1) && !m_clauses.isWord(time.begin - 1, "until"_L1) &&
                !m_clauses.isWord(time.begin - 1, "by"_L1));
    }

    /** How many clause boundaries lie between two tokens: other finite verbs with a subject of their own, "that",
     * relatives. */
    [[nodiscard]] int barriers(int from, int to, const Candidate &candidate) const
    {
        int count = 0;
        int lastVerb = -1;
        for (int i = from; i < to; ++i) {
            const Token &t = token(i);
            if (t.isMark(u';') || t.isMark(u':'))
                ++count;
            const int v = m_clauses.verbAt(i);
            if (v >= 0 && v != lastVerb && v != candidate.verb && verb(v).isFinite() &&
                verb(v).main != candidate.trigger && !(verb(v).passive && verb(v).end == verb(v).begin + 1))
                ++count;
            lastVerb = v >= 0 ? v : lastVerb;
        }
        return count;
    }

    /** "said on Monday": the time of the telling. */
    [[nodiscard]] bool belongsToReport(const TimeExpression &time) const
    {
        int i = time.begin - 1;
        while (i >= 0 && (m_clauses.is(i, WordClass::Preposition) || m_clauses.is(i, WordClass::Adverb)) &&
               m_clauses.verbAt(i) < 0)
            --i;
        return i >= 0 && m_clauses.verbAt(i) >= 0 && m_clauses.is(verb(m_clauses.verbAt(i)).main, WordClass::Reporting);
    }

    void takePlace(Candidate &candidate)
    {
        const int first = firstOf(candidate.sentence);
        const int limit = limitOf(candidate.sentence);
        for (int i = first; i < limit; ++i) {
            candidate.here = candidate.here || (std::abs(i - candidate.trigger) < 12 && m_clauses.isWord(i, "here"_L1));
            candidate.there = candidate.there ||
                              (i > candidate.trigger && i < candidate.trigger + 6 && m_clauses.isWord(i, "there"_L1));
            if (m_clauses.is(i, WordClass::Setting) && !m_clauses.isWord(i - 1, "press"_L1) &&
                !m_clauses.isWord(i - 1, "news"_L1) && i > candidate.trigger - 14)
                candidate.setting = true;
        }
        if (candidate.place >= 0 || candidate.kind == ContactKind::Visit)
            return;
        int best = 1000;
        for (int i = first; i + 1 < limit; ++i) {
            if (!m_clauses.isWord(i, "in"_L1) && !m_clauses.isWord(i, "In"_L1) && !m_clauses.isWord(i, "at"_L1))
                continue;
            int next = i + 1;
            if (m_clauses.is(next, WordClass::Determiner))
                next = m_clauses.phraseAt(next) >= 0 ? next : next + 1;
            const int p = m_clauses.phraseAt(next);
            if (p < 0 || phrase(p).begin > next || !namesPlace(phrase(p)))
                continue;
            const int barrier = barriers(std::min(i, candidate.trigger), std::max(i, candidate.trigger), candidate);
            const int distance = std::abs(i - candidate.trigger);
            if ((barrier == 0 || (i < candidate.trigger && barrier <= 1 && i <= first + 1)) && distance < best) {
                best = distance;
                candidate.place = p;
            }
        }
    }

    /** "on behalf of X": X is the sender, who acts is only the bearer. */
    void takePrincipal(Candidate &candidate)
    {
        if (candidate.kind != ContactKind::Message)
            return;
        const int limit = limitOf(candidate.sentence);
        for (int i = firstOf(candidate.sentence); i + 2 < limit; ++i) {
            if (!m_clauses.isWord(i, "behalf"_L1) || !m_clauses.isWord(i + 1, "of"_L1))
                continue;
            const PhraseList list = m_clauses.listFrom(i + 2, limit);
            if (list.isEmpty() || phrase(list.phrases.front()).actors.empty())
                continue;
            std::erase_if(candidate.members, [](const Candidate::Member &m) { return m.capacity == Capacity::Sender; });
            const int principal = list.phrases.front();
            candidate.members.insert(candidate.members.begin(),
                                     {phrase(principal).actors.front(), Capacity::Sender, principal, false});
        }
    }

    /** "at the invitation of X": the host of the visit. */
    void takeHosts(Candidate &candidate)
    {
        if (candidate.kind != ContactKind::Visit || candidate.status == ContactStatus::Invited)
            return;
        const int limit = limitOf(candidate.sentence);
        for (int i = candidate.trigger; i + 1 < limit; ++i) {
            if (!m_clauses.isWord(i, "invitation"_L1))
                continue;
            const NounPlace place = placeOf(i, firstOf(candidate.sentence));
            if (place.preposition < 0)
                continue;
            if (place.possessive >= 0)
                if (const int owner = ownerBefore(place.possessive); owner >= 0 && !candidate.has(owner))
                    candidate.add(owner, Capacity::Host, -1);
            if (!m_clauses.isWord(i + 1, "of"_L1) && !m_clauses.isWord(i + 1, "from"_L1))
                continue;
            for (const int number : m_clauses.listFrom(i + 2, limit).phrases) {
                for (const int actor : phrase(number).actors) {
                    if (!entity(actor).isState)
                        candidate.add(actor, Capacity::Host, number, true);
                }
            }
        }
    }

    /** A meeting by video is a call; a call told with a place, and without a word of the medium, is a meeting. */
    void takeMedium(Candidate &candidate)
    {
        const bool spoken = m_frames.frames[static_cast<size_t>(candidate.frame)].id.startsWith(u"call.speak"_s);
        if (candidate.kind != ContactKind::Meeting && !spoken)
            return;
        const int limit = limitOf(candidate.sentence);
        bool calling = false;
        bool gathering = false;
        for (int i = firstOf(candidate.sentence); i < limit; ++i) {
            const bool near = std::abs(i - candidate.trigger) <= 14;
            calling = calling || (near && m_clauses.is(i, WordClass::Calling));
            gathering = gathering || (near && m_clauses.is(i, WordClass::Gathering));
        }
        if (spoken)
            candidate.kind = calling || (!gathering && candidate.place < 0) ? ContactKind::Call : ContactKind::Meeting;
        else if (calling && !gathering && candidate.kind == ContactKind::Meeting && byMedium(candidate))
            candidate.kind = ContactKind::Call;
    }

    /** "met by video link", "met virtually". */
    [[nodiscard]] bool byMedium(const Candidate &candidate) const
    {
        for (int i = std::max(firstOf(candidate.sentence), candidate.trigger - 4);
             i < std::min(limitOf(candidate.sentence), candidate.trigger + 14); ++i) {
            if (m_clauses.is(i, WordClass::Calling) &&
                (m_clauses.isWord(i - 1, "by"_L1) || m_clauses.isWord(i - 1, "via"_L1) ||
                 m_clauses.isWord(i - 1, "over"_L1) || m_clauses.isWord(i, "virtual"_L1) ||
                 m_clauses.isWord(i, "virtually"_L1) || m_clauses.isWord(i, "online"_L1)))
                return true;
        }
        return false;
    }

    /** From the first to the last word that bears on the match, within its sentence. */
    [[nodiscard]] TextSpan evidenceOf(const Candidate &candidate) const
    {
        const int first = firstOf(candidate.sentence);
        const int last = limitOf(candidate.sentence) - 1;
        return {token(first).span.start, token(last).span.end};
    }

    [[nodiscard]] bool needsFilled(const Candidate &candidate, const Frame &frame) const
    {
        const auto isFilled = [&candidate](Slot slot) { return (candidate.filled >> static_cast<int>(slot)) & 1; };
        if (!frame.needs.isEmpty() && std::none_of(frame.needs.begin(), frame.needs.end(), isFilled))
            return false;
        if (!frame.nearCalling)
            return true;
        const int limit = std::min(limitOf(candidate.sentence), candidate.trigger + 10);
        for (int i = std::max(firstOf(candidate.sentence), candidate.trigger - 6); i < limit; ++i) {
            if (m_clauses.is(i, WordClass::Calling))
                return true;
        }
        return false;
    }

    void validate(Candidate &candidate, const Frame &frame)
    {
        if (!needsFilled(candidate, frame)) {
            candidate.dropped = u"nobody stands where the rule needs him"_s;
            return;
        }
        size_t people = 0;
        for (const Candidate::Member &member : candidate.members)
            people += entity(member.entity).isState ? 0 : 1;
        const bool visit = candidate.kind == ContactKind::Visit;
        if (visit && frame.status != ContactStatus::Invited) {
            const bool guest = std::any_of(candidate.members.begin(), candidate.members.end(),
                                           [](const Candidate::Member &m) { return m.capacity == Capacity::Guest; });
            const bool host = std::any_of(candidate.members.begin(), candidate.members.end(),
                                          [](const Candidate::Member &m) { return m.capacity == Capacity::Host; });
            if (!guest)
                candidate.dropped = u"nobody is told to travel"_s;
            else if (candidate.destination < 0 && !host)
                candidate.dropped = u"no destination is told"_s;
        } else if (candidate.members.size() < 2) {
            candidate.dropped = u"fewer than two take part"_s;
        } else if (frame.needsPeople && people == 0 && !frame.states) {
            candidate.dropped = u"nobody is named"_s;
        }
    }

    const Analysis &m_analysis;
    const std::vector<Entity> &m_entities;
    const Lexicon &m_lexicon;
    const FrameSet &m_frames;
    Clauses m_clauses;
    QSet<WordId> m_words;
    std::vector<Candidate> m_found;
};

} // namespace

std::vector<Candidate> matchRules(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
                                  const FrameSet &frames)
{
    return Matcher(analysis, entities, lexicon, frames).run();
}

} // namespace dragoman
