// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/matcher.h"

#include "extract/antecedents.h"
#include "extract/circumstances.h"
#include "extract/companions.h"
#include "extract/contactstatus.h"
#include "extract/delegates.h"
#include "extract/listedpeople.h"
#include "extract/mediators.h"
#include "extract/nounplace.h"
#include "extract/pairs.h"
#include "extract/refusals.h"
#include "extract/rulewords.h"
#include "extract/stops.h"
#include "extract/whomet.h"

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
        members.push_back({entity, capacity, phrase, met, filling});
}

namespace {

class Matcher : private MatchBase
{
public:
    Matcher(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
            const FrameSet &frames)
        : MatchBase(analysis, entities, lexicon, frames), m_places(analysis, entities, lexicon, frames),
          m_antecedents(analysis, entities, lexicon, frames), m_ruleWords(analysis, entities, lexicon, frames),
          m_status(analysis, entities, lexicon, frames), m_circumstances(analysis, entities, lexicon, frames),
          m_companions(analysis, entities, lexicon, frames), m_mediators(analysis, entities, lexicon, frames),
          m_refusals(analysis, entities, lexicon, frames), m_delegates(analysis, entities, lexicon, frames),
          m_pairs(analysis, entities, lexicon, frames), m_stops(analysis, entities, lexicon, frames),
          m_whoMet(analysis, entities, lexicon, frames, m_found), m_listed(*this, m_antecedents, m_whoMet)
    {
        m_words.resize(static_cast<size_t>(lexicon.vocabulary.size()));
        for (const Token &token : analysis.text.tokens)
            m_words[token.word] = token.word != 0;
        m_calling = std::any_of(analysis.text.tokens.begin(), analysis.text.tokens.end(), [&](const Token &token) {
            return token.isWord() && lexicon.is(token.word, WordClass::Calling);
        });
    }

    std::vector<Candidate> run()
    {
        size_t v = 0;
        for (size_t s = 0; s < m_analysis.text.sentences.size(); ++s) {
            for (; v < m_analysis.verbs.size() && m_analysis.verbs[v].sentence <= static_cast<int>(s); ++v) {
                for (const int frame : m_frames.byVerb.value(m_analysis.verbs[v].lemma))
                    verbRule(frame, static_cast<int>(v));
            }
            const Sentence &sentence = m_analysis.text.sentences[s];
            for (int at = sentence.begin; at < sentence.end; ++at)
                at = std::max(at, nounRules(at, static_cast<int>(s)));
        }
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Candidate &a, const Candidate &b) { return a.trigger < b.trigger; });
        return std::move(m_found);
    }

private:
    [[nodiscard]] int limitOf(int sentence) const
    {
        return m_analysis.text.sentences[static_cast<size_t>(sentence)].end;
    }
    [[nodiscard]] bool contextHolds(const Frame &frame) const
    {
        if (frame.context.empty())
            return true;
        return std::any_of(frame.context.begin(), frame.context.end(), [this](const std::vector<WordId> &words) {
            return std::all_of(words.begin(), words.end(), [this](WordId word) { return m_words[word]; });
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
        const bool speakers =
            frame.kind == ContactKind::Meeting && capacity == Capacity::Party && m_listed.nameSpeakers(list);
        for (const int number : list.phrases) {
            const std::vector<int> actors = m_listed.actorsOf(number, list);
            for (const int actor : actors) {
                if (acceptable(actor, frame) || (speakers && !entity(actor).isForum))
                    candidate.add(actor, capacity, number, met);
            }
        }
    }

    [[nodiscard]] static std::optional<Slot> slotOf(const QString &preposition)
    {
        static const QHash<QString, Slot> slots_{
            {u"with"_s, Slot::With}, {u"between"_s, Slot::Between}, {u"by"_s, Slot::By},       {u"from"_s, Slot::From},
            {u"to"_s, Slot::To},     {u"of"_s, Slot::Of},           {u"among"_s, Slot::Among}, {u"for"_s, Slot::For},
            {u"on"_s, Slot::On},     {u"upon"_s, Slot::On},
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
            // "a session of the Security Council": whose session it is, not who met there.
            const bool ofBody = first.kind == Kind::Body ? !first.state : first.plural && !first.organisation.isEmpty();
            if (*slot == Slot::Of && ofBody && attachment.list.phrases.size() == 1)
                continue;
            const size_t before = candidate.members.size();
            candidate.filling = slot;
            addList(candidate, attachment.list, *capacity, frame, *slot != Slot::By && *slot != Slot::Between);
            if (candidate.members.size() > before)
                candidate.filled |= 1U << static_cast<int>(*slot);
        }
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
            while (after < limit && m_clauses.isAdverb(after) &&
                   std::find(frame.after.begin(), frame.after.end(), token(after).word) == frame.after.end())
                ++after;
            if (after >= limit ||
                std::find(frame.after.begin(), frame.after.end(), token(after).word) == frame.after.end())
                return;
            ++after;
        }
        const bool names = frame.kind == ContactKind::Call && after < limit && !group.quoted &&
                           token(after).has(Token::Quoted); // "whom she calls “dear friend”"
        if (names || m_ruleWords.barred(frame, group.begin, after, limit, firstOf(group.sentence)) ||
            (!frame.opens.empty() && !m_ruleWords.isOpened(frame, group)))
            return;
        if (!frame.subjectNouns.empty() && !m_ruleWords.hasSubjectNoun(frame, group.begin, firstOf(group.sentence)))
            return;
        Candidate candidate = start(number, group.main, v, group.sentence);
        int nounEnd = after;
        if (!frame.objectNouns.empty()) {
            const int noun = m_ruleWords.nounAfter(frame.objectNouns, after, limit, &nounEnd);
            const bool behind = noun < 0 && !frame.purpose && m_ruleWords.isBehindNoun(frame.objectNouns, v);
            nounEnd = behind ? after : nounEnd;
            if (behind && m_ruleWords.barred(frame, group.begin, after, limit, firstOf(group.sentence)))
                return;
            if (!behind && (noun < 0 || (frame.purpose && !isPurpose(noun)) ||
                            (frame.joins && isIndefinite(noun, firstOf(group.sentence))) ||
                            m_ruleWords.barred(frame, noun, nounEnd, limit, firstOf(group.sentence))))
                return;
        }
        if (frame.needsNoObject && !isBare(after, limit))
            return;
        if (frame.unlessInfinitive && infinitiveBehindObject(after, limit))
            return;
        int unlessEnd = after;
        if (!frame.unlessNouns.empty() && isPurpose(m_ruleWords.nounAfter(frame.unlessNouns, after, limit, &unlessEnd)))
            return;
        const PhraseList subject = principalOf(v, frame);
        const Slot own = group.passive ? Slot::Object : Slot::Subject;
        const std::optional<Capacity> subjectRole = frame.role(own) ? frame.role(own) : std::nullopt;
        candidate.filling = own;
        if (subjectRole)
            addList(candidate, subject, *subjectRole, frame);
        if (!group.passive)
            objectRoles(candidate, frame, v, after);
        else if (frame.destinations.contains(u"object"_s) && subject.phrases.size() == 1 &&
                 namesPlace(phrase(subject.phrases.front())))
            candidate.destination = subject.phrases.front(); // "Japan was visited by X"
        const std::vector<Attachment> attachments = m_clauses.attachments(after, limit);
        addAttachments(candidate, frame, attachments, group.passive);
        listedDestination(candidate, frame, after, limit);
        if (frame.joins)
            restOfNames(candidate, frame, attachments);
        takeRelative(candidate, frame, group.begin);
        if (frame.role(Slot::Pair))
            addPair(candidate, frame, m_pairs.endingAt(group.begin, firstOf(group.sentence)));
        dropBearer(candidate, frame, subject);
        readLetters(candidate, frame, after, nounEnd);
        candidate.separate = candidate.separate || m_clauses.isApart(v) ||
                             (candidate.members.size() > 2 && isInSeparate(candidate.sentence));
        if (frame.status == ContactStatus::Invited) {
            inviteDestination(candidate, after, limit);
            const bool asks = m_lexicon.is(group.lemma, WordClass::ObjectControl) && lemmaOf(v) != u"invite"_s;
            if (candidate.destination < 0 && (asks || !invitesToCome(after, limit)))
                candidate.dropped = u"he is not invited to come anywhere"_s;
        }
        if (nounEnd > after) {
            durationBefore(candidate, nounEnd);
            possessor(candidate, frame,
                      m_places.placeOf(m_ruleWords.nounAfter(frame.objectNouns, after, limit, &nounEnd),
                                       firstOf(group.sentence)));
        }
        const int partner = m_clauses.skipLight(after, limit);
        if (frame.role(Slot::With) && m_clauses.isWord(partner, "with"_L1) && frame.objectNouns.empty() &&
            !((candidate.filled >> static_cast<int>(Slot::With)) & 1))
            candidate.dropped = u"whom they met is nobody that is named"_s;
        if (frame.openMedium && addressesGroup(candidate, group))
            candidate.dropped = u"is a speech to several"_s;
        if (hasForeignObject(candidate, frame, after, limit))
            candidate.dropped = u"its object is no person and no body"_s;
        m_status.setStatus(candidate, frame);
        candidate.onlyAfter = candidate.onlyAfter || followsAnother(v);
        finish(candidate, frame, nounEnd);
    }

    /** "begins a visit to Japan on Tuesday before heading to Seoul": the clause's own time is not that of the gerund.
     */
    [[nodiscard]] bool followsAnother(int v) const
    {
        const int before = verb(v).begin - 1;
        return verb(v).mood == Mood::Gerund &&
               (m_clauses.isWord(before, "before"_L1) || m_clauses.isWord(before, "after"_L1));
    }

    /** "asked him to invite the minister": who invites is who asked for it; else who does the verb's deed. */
    [[nodiscard]] PhraseList principalOf(int v, const Frame &frame) const
    {
        const int above = m_clauses.verbBefore(verb(v).begin, firstOf(verb(v).sentence));
        const bool sent = frame.status == ContactStatus::Invited && verb(v).mood == Mood::Infinitive && above >= 0 &&
                          m_lexicon.is(verb(above).lemma, WordClass::ObjectControl) &&
                          !m_clauses.objectOf(above).isEmpty();
        if (const PhraseList sender = invitesByLetter(v, frame); !sender.isEmpty())
            return sender;
        return m_clauses.subjectOf(sent ? above : v);
    }

    /** "handed over a letter from X, inviting him", "a letter from X, in which he invited him": X invites. */
    [[nodiscard]] PhraseList invitesByLetter(int v, const Frame &frame) const
    {
        PhraseList sender;
        if (frame.status != ContactStatus::Invited || frame.verbs.empty())
            return sender;
        const int begin = verb(v).begin;
        const bool gerund = verb(v).mood == Mood::Gerund && token(begin - 1).isMark(u',');
        const int he = m_clauses.phraseAt(begin - 1);
        const bool relative =
            he >= 0 && phrase(he).kind == Kind::Pronoun && m_clauses.isWord(phrase(he).begin - 1, "which"_L1);
        for (size_t i = m_found.size(); (gerund || relative) && i-- > 0 && m_found[i].sentence == verb(v).sentence;) {
            if (m_found[i].kind != ContactKind::Message)
                continue;
            for (const Candidate::Member &member : m_found[i].members) {
                if (member.capacity != Capacity::Sender || member.phrase < 0 || phrase(member.phrase).end > begin)
                    continue;
                sender.phrases = {member.phrase};
                sender.begin = phrase(member.phrase).begin;
                sender.end = phrase(member.phrase).end;
                return sender;
            }
        }
        return sender;
    }

    /** "the minister, with whom he held talks", "whom he met": the relative stands for who is named before it. */
    void takeRelative(Candidate &candidate, const Frame &frame, int at)
    {
        const int first = firstOf(candidate.sentence);
        for (int i = at - 1; i > first && i > at - 5; --i) {
            if (!m_clauses.isWord(i, "whom"_L1))
                continue;
            const bool with = m_clauses.isWord(i - 1, "with"_L1);
            const std::optional<Capacity> role = frame.role(with ? Slot::With : Slot::Object);
            int end = with ? i - 1 : i;
            if (end > first && token(end - 1).isMark(u','))
                --end;
            PhraseList who = m_clauses.listUntil(end, first);
            if (!role || who.isEmpty())
                return;
            who.phrases = {who.phrases.back()};
            addList(candidate, who, *role, frame, true);
            candidate.filled |= 1U << static_cast<int>(with ? Slot::With : Slot::Object);
            return;
        }
    }

    /** "hosted him for a state visit", "on an official visit": not "on the occasion of his visit". */
    [[nodiscard]] bool isPurpose(int noun) const
    {
        for (int i = noun - 1; noun >= 0 && i >= 0 && i > noun - 6; --i) {
            if (m_clauses.is(i, WordClass::Preposition))
                return m_clauses.isWord(i, "for"_L1) || m_clauses.isWord(i, "on"_L1);
            if (m_clauses.is(i, WordClass::Possessive) || !token(i).isWord())
                return false;
        }
        return false;
    }

    /** "and he accepted", "he accepted with pleasure": nothing follows that the verb could take. */
    [[nodiscard]] bool isBare(int after, int limit) const
    {
        int at = after;
        while (at < limit && m_clauses.isAdverb(at))
            ++at;
        return at >= limit || token(at).kind == Token::Kind::Punctuation || m_clauses.timeAt(at) >= 0 ||
               m_clauses.isWord(at, "with"_L1) || m_clauses.isWord(at, "in"_L1) || m_clauses.isWord(at, "at"_L1) ||
               m_clauses.isWord(at, "on"_L1);
    }

    /** "called on the minister to resign": what follows is demanded of him. */
    [[nodiscard]] bool infinitiveBehindObject(int after, int limit) const
    {
        const PhraseList object = m_clauses.listFrom(after, limit);
        const int behind = object.isEmpty() ? after : object.end;
        for (int i = behind; i < limit && i < behind + (object.isEmpty() ? 12 : 3); ++i) {
            if (m_clauses.verbAt(i) >= 0)
                return verb(m_clauses.verbAt(i)).mood == Mood::Infinitive;
        }
        const bool demand = m_clauses.isWord(behind, "to"_L1) && m_clauses.phraseAt(behind + 1) < 0;
        return demand || m_clauses.isWord(behind, "for"_L1);
    }

    /** "handed over a letter from X": X is the sender, who hands it over only its bearer. */
    void dropBearer(Candidate &candidate, const Frame &frame, const PhraseList &subject) const
    {
        const auto bySubject = [&](Slot slot) {
            return ((candidate.filled >> static_cast<int>(slot)) & 1) && frame.role(slot) == frame.role(Slot::Subject);
        };
        // "handed over a letter from X", "a letter signed by X"
        if (!bySubject(Slot::From) && (verb(candidate.verb).passive || !bySubject(Slot::By)))
            return;
        for (const Candidate::Member &member : candidate.members) {
            if (std::find(subject.phrases.begin(), subject.phrases.end(), member.phrase) != subject.phrases.end())
                candidate.bearer = member.entity;
        }
        std::erase_if(candidate.members, [&subject](const Candidate::Member &m) {
            return std::find(subject.phrases.begin(), subject.phrases.end(), m.phrase) != subject.phrases.end();
        });
    }

    /** "attended a meeting": another one than that told before. */
    [[nodiscard]] bool isIndefinite(int noun, int first) const
    {
        const int determiner = m_places.placeOf(noun, first).determiner;
        return m_clauses.isWord(determiner, "a"_L1) || m_clauses.isWord(determiner, "an"_L1);
    }

    /** "sent cables to A and B": a message to each; "a similar cable": to whom the one before went. */
    void readLetters(Candidate &candidate, const Frame &frame, int after, int nounEnd) const
    {
        if (frame.kind != ContactKind::Message || nounEnd <= after)
            return;
        candidate.separate = m_lexicon.vocabulary.text(token(nounEnd - 1).word).endsWith(u's') &&
                             !m_clauses.is(nounEnd - 1, WordClass::Greeting);
        for (int i = after; i < nounEnd; ++i)
            candidate.similar = candidate.similar || m_clauses.is(i, WordClass::Alike);
    }

    /** "Speaking to the ambassadors, he said": who listens does not converse. */
    [[nodiscard]] bool addressesGroup(const Candidate &candidate, const VerbGroup &group) const
    {
        return group.mood == Mood::Gerund && group.begin == firstOf(candidate.sentence) &&
               m_clauses.isWord(group.end, "to"_L1) &&
               std::any_of(candidate.members.begin(), candidate.members.end(), [this](const Candidate::Member &m) {
                   return m.met && m.phrase >= 0 && (phrase(m.phrase).plural || phrase(m.phrase).kind == Kind::Group);
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
        candidate.filling = Slot::Object;
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
            if (v >= 0 && verb(v).mood != Mood::Infinitive && i > after + 1 && m_clauses.verbAt(verb(v).end) < 0 &&
                !m_clauses.is(verb(v).main, WordClass::Predicative))
                break; // but "a conference due to be held in"
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

    /** "In separate calls, X discussed": several contacts, each with one. */
    [[nodiscard]] bool isInSeparate(int sentence) const
    {
        const int limit = limitOf(sentence);
        for (int i = firstOf(sentence); i + 1 < limit; ++i) {
            if (!m_clauses.is(i, WordClass::Apart) || !m_clauses.is(i - 1, WordClass::Preposition))
                continue;
            const int noun = m_clauses.is(i + 1, WordClass::Calling) ? i + 2 : i + 1;
            if (m_frames.byNoun.contains(token(noun).word) &&
                m_lexicon.vocabulary.text(token(noun).word).endsWith(u's'))
                return true;
        }
        return false;
    }

    /** "was joined by X, Director of Y, and Z": those behind the offices. */
    void restOfNames(Candidate &candidate, const Frame &frame, const std::vector<Attachment> &attachments)
    {
        for (const Attachment &attachment : attachments) {
            if (frame.role(Slot::By) && m_clauses.isWord(attachment.at, "by"_L1))
                addList(candidate, m_clauses.namesFrom(attachment.list.begin, limitOf(candidate.sentence)),
                        *frame.role(Slot::By), frame);
        }
        if (frame.role(Slot::Object) && candidate.verb >= 0 && !verb(candidate.verb).passive) {
            const PhraseList object = m_clauses.objectOf(candidate.verb);
            if (!object.isEmpty())
                addList(candidate, m_clauses.namesFrom(object.begin, limitOf(candidate.sentence)),
                        *frame.role(Slot::Object), frame);
        }
    }

    /** "to three island nations: Fiji, Tonga and Palau": the first of those listed behind the colon. */
    void listedDestination(Candidate &candidate, const Frame &frame, int after, int limit) const
    {
        static constexpr int farthest = 10;
        if (candidate.destination >= 0 || frame.destinations.isEmpty())
            return;
        bool led = false;
        for (int i = after; i + 1 < limit && i < after + farthest; ++i) {
            if (m_clauses.verbAt(i) >= 0)
                return;
            led = led || frame.destinations.contains(m_lexicon.vocabulary.text(token(i).word));
            if (!led || !token(i).isMark(u':'))
                continue;
            const int p = m_clauses.phraseAt(i + 1);
            if (p >= 0 && phrase(p).begin == i + 1 && namesPlace(phrase(p)))
                candidate.destination = p;
            return;
        }
    }

    /** "invited him to attend", "to the opening of the conference"; not "invited them to join the alliance". */
    [[nodiscard]] bool invitesToCome(int after, int limit) const
    {
        for (int i = after; i < limit && i < after + 16; ++i) {
            const int v = m_clauses.verbAt(i);
            if (v >= 0 && verb(v).mood == Mood::Infinitive)
                return m_status.isJourney(v) || m_lexicon.is(verb(v).lemma, WordClass::TakingPart);
            if (v >= 0 && i > after)
                return false;
            if (m_clauses.is(i, WordClass::Setting) || m_clauses.is(i, WordClass::Occasion))
                return true;
        }
        return false;
    }

    Candidate start(int frame, int trigger, int v, int sentence) const
    {
        Candidate candidate;
        candidate.frame = frame;
        candidate.kind = m_frames.frames[static_cast<size_t>(frame)].kind;
        candidate.trigger = candidate.last = trigger;
        candidate.verb = v;
        candidate.sentence = sentence;
        return candidate;
    }

    /** Noun rules at a token; returns the last token of the noun that matched, or `at`. */
    int nounRules(int at, int sentence)
    {
        if (!token(at).isWord() || m_clauses.verbAt(at) >= 0)
            return at;
        const int covered = m_clauses.phraseAt(at);
        const bool delegation = covered >= 0 && phrase(covered).kind == Kind::Role && phrase(covered).end == at + 1;
        if (covered >= 0 && phrase(covered).kind != Kind::Body && !delegation)
            return at;
        int best = -1;
        int bestEnd = at;
        for (const int number : m_frames.byNoun.value(token(at).word)) {
            const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
            const int end = match(frame.nouns, at, limitOf(sentence));
            if (end > bestEnd && frame.delegates == delegation) {
                best = number;
                bestEnd = end;
            }
        }
        if (best < 0)
            return at;
        nounRule(best, at, bestEnd, sentence);
        return bestEnd - 1;
    }

    void durationBefore(Candidate &candidate, int nounEnd) const
    {
        for (int i = nounEnd - 2; i > candidate.trigger && i > nounEnd - 7; --i) {
            if (m_clauses.isWord(i, "day"_L1) && token(i).has(Token::Glued))
                candidate.durationDays = m_places.numberOf(i - 1);
        }
    }

    /** The verb whose clause the noun stands in, when it is not its object: before it, else after a comma. */
    [[nodiscard]] int clauseVerb(const NounPlace &place, int end, int sentence) const
    {
        const int before = m_clauses.verbBefore(place.begin, firstOf(sentence));
        if (before >= 0)
            return before;
        int after = m_clauses.verbAfter(end, limitOf(sentence));
        while (after >= 0 && (m_clauses.is(verb(after).main, WordClass::Reduced) || // "in a letter dated Monday, he"
                              isReducedBehind(after, end)))
            after = m_clauses.verbAfter(verb(after).end, limitOf(sentence));
        return after;
    }

    /** "in the conversation, held on Sunday, A and B": a participle of the noun that ends at `end`. */
    [[nodiscard]] bool isReducedBehind(int v, int end) const
    {
        const bool behind = verb(v).begin == end || (verb(v).begin == end + 1 && token(end).isMark(u','));
        return behind && verb(v).mood == Mood::Past && verb(v).end == verb(v).begin + 1 &&
               (m_clauses.is(verb(v).end, WordClass::Preposition) || m_clauses.timeAt(verb(v).end) >= 0);
    }

    void nounRule(int number, int at, int end, int sentence)
    {
        const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
        const int limit = limitOf(sentence);
        const int first = firstOf(sentence);
        if (m_ruleWords.barred(frame, at, end, limit, first))
            return;
        NounPlace place = m_places.placeOf(at, first);
        if (opensReportedClause(place, end, limit))
            place.governor = -1;
        if (place.governor >= 0 && std::find(frame.notGoverned.begin(), frame.notGoverned.end(),
                                             verb(place.governor).lemma) != frame.notGoverned.end())
            return;
        Candidate candidate = start(number, at, place.governor, sentence);
        candidate.last = end - 1;
        candidate.durationDays = place.days;
        candidate.quoted = token(at).has(Token::Quoted);
        candidate.definite = place.determiner >= 0 && !m_clauses.isWord(place.determiner, "a"_L1) &&
                             !m_clauses.isWord(place.determiner, "an"_L1);
        const bool plural =
            m_lexicon.vocabulary.text(token(end - 1).word).endsWith(u's') && !m_clauses.isWord(end - 1, "talks"_L1);
        candidate.separate = (frame.kind == ContactKind::Call && plural) ||
                             (place.separate && (plural || m_clauses.isWord(end - 1, "talks"_L1))) ||
                             (place.governor >= 0 && m_clauses.isApart(place.governor));
        const std::vector<Attachment> attachments = m_clauses.attachments(end, limit);
        addAttachments(candidate, frame, attachments, true);
        listedDestination(candidate, frame, end, limit);
        addBehindEvent(candidate, frame, place, end);
        takeRelative(candidate, frame, place.governor >= 0 ? verb(place.governor).begin : at);
        possessor(candidate, frame, place);
        governed(candidate, frame, place);
        addBehindRelative(candidate, frame, end);
        if (frame.status == ContactStatus::Invited)
            inviteDestination(candidate, end, limit);
        if (candidate.kind == ContactKind::Message && m_clauses.isWord(end, "in"_L1) &&
            m_clauses.isWord(end + 1, "which"_L1) && candidate.members.empty() && frame.role(Slot::Adjunct)) {
            if (const int told = m_clauses.verbAfter(end + 2, limit); told >= 0)
                inMessage(candidate, frame, told); // "a letter in which Sol congratulated Luna"
        }
        adjunct(candidate, frame, place, end);
        addPair(candidate, frame, m_pairs.ofNoun(at, end, place, sentence));
        addressee(candidate, frame, end);
        candidate.bare = tellsNobody(candidate, frame, place, end);
        candidate.onlyAfter = place.preposition >= 0 && isOutside(place.preposition);
        if (isUngoverned(place) &&
            (candidate.members.size() == 1 || (candidate.separate && namesPartnersOnly(candidate))))
            candidate.principal = m_antecedents.ownerBefore(first);
        candidate.within = place.possessive >= 0 && !m_clauses.isWord(place.possessive, "its"_L1) &&
                           (m_clauses.isWord(place.outer, "during"_L1) || m_clauses.isWord(place.outer, "on"_L1));
        if (place.governor >= 0 && moodOf(place.governor, "object"_L1) &&
            std::find(frame.light.begin(), frame.light.end(), verb(place.governor).lemma) == frame.light.end())
            candidate.ownFrom = place.begin;
        if (place.modifier)
            candidate.status = *place.modifier;
        if (candidate.kind == ContactKind::Visit && candidate.destination < 0)
            candidate.destination = placeLeft(place, first);
        m_status.nounStatus(candidate, frame, place, end);
        if (frame.delegates)
            m_delegates.take(candidate, end);
        finish(candidate, frame, end);
    }

    /** "left Oslo on Friday after a visit", "left Oslo, wrapping up a visit": the phrase of Oslo, or -1. */
    [[nodiscard]] int placeLeft(const NounPlace &place, int first) const
    {
        const bool behind = m_clauses.isWord(place.outer, "after"_L1) || m_clauses.isWord(place.outer, "following"_L1);
        const bool ended = place.governor >= 0 && verb(place.governor).mood == Mood::Gerund &&
                           m_lexicon.is(verb(place.governor).lemma, WordClass::Ending);
        const int v = behind  ? m_clauses.verbBefore(place.outer, first)
                      : ended ? m_clauses.verbBefore(verb(place.governor).begin, first)
                              : -1;
        if (v < 0 || !leaves(v))
            return -1;
        const int at = m_clauses.isWord(verb(v).end, "from"_L1) ? verb(v).end + 1 : verb(v).end;
        const int p = m_clauses.phraseAt(at);
        return p >= 0 && phrase(p).begin <= at && namesPlace(phrase(p)) ? p : -1;
    }

    /** "left", "departed": a visit's rule lets it stand before "for". */
    [[nodiscard]] bool leaves(int v) const
    {
        const QList<int> frames = m_frames.byVerb.value(verb(v).lemma);
        return std::any_of(frames.begin(), frames.end(), [this](int number) {
            const Frame &frame = m_frames.frames[static_cast<size_t>(number)];
            return frame.kind == ContactKind::Visit && frame.after.empty() &&
                   frame.destinations == QStringList{u"for"_s};
        });
    }

    /** "As a follow-up to the talks held in Oslo on Friday": a meeting of which nothing but the place is told. */
    [[nodiscard]] bool tellsNobody(const Candidate &candidate, const Frame &frame, const NounPlace &place,
                                   int end) const
    {
        const bool alone = candidate.kind == ContactKind::Meeting && candidate.members.empty() &&
                           frame.needs.isEmpty() && place.preposition >= 0 && place.governor < 0 &&
                           place.possessor < 0 && place.possessive < 0 && !place.modifier &&
                           m_clauses.phraseAt(candidate.trigger - 1) < 0;
        return alone && (participleAt(frame, end) >= 0 || m_clauses.isWord(end, "in"_L1));
    }

    /** "There were talks with X", "to send a delegation to hold talks with X": nobody beside it who would take part. */
    [[nodiscard]] bool isUngoverned(const NounPlace &place) const
    {
        if (place.governor < 0 || lemmaOf(place.governor) == u"be"_s)
            return true;
        return verb(place.governor).mood == Mood::Infinitive && m_clauses.subjectOf(place.governor).isEmpty();
    }

    /** "said a meeting between A and B was not planned": the noun is no object of "said". */
    [[nodiscard]] bool opensReportedClause(const NounPlace &place, int end, int limit) const
    {
        if (place.governor < 0 || !m_clauses.is(verb(place.governor).main, WordClass::Reporting) ||
            moodOf(place.governor, "object"_L1))
            return false;
        const int next = m_clauses.verbAfter(end, limit);
        return next >= 0 && verb(next).isFinite() && !m_clauses.is(verb(next).begin - 1, WordClass::Relative);
    }

    /** "the consultations held in Bern between A and B": the noun's own participle that begins at `at`, or -1. */
    [[nodiscard]] int participleAt(const Frame &frame, int at) const
    {
        const int v = m_clauses.verbAt(at);
        if (v < 0 || verb(v).begin != at || verb(v).end != at + 1 || verb(v).mood != Mood::Past || verb(v).passive ||
            !m_clauses.is(at + 1, WordClass::Preposition))
            return -1;
        return std::find(frame.light.begin(), frame.light.end(), verb(v).lemma) != frame.light.end() ? v : -1;
    }

    /** "a telephone conversation took place between A and B", "talks were held in Oslo with B". */
    void addBehindEvent(Candidate &candidate, const Frame &frame, const NounPlace &place, int end)
    {
        if (const int own = participleAt(frame, end); own >= 0) {
            candidate.occasion = true;
            addAttachments(candidate, frame, m_clauses.attachments(verb(own).end, limitOf(candidate.sentence)), true);
        }
        if (place.governor >= 0 || place.preposition >= 0)
            return;
        const int limit = limitOf(candidate.sentence);
        const int v = m_status.eventVerb(frame, end, limit);
        if (v >= 0 && verb(v).end > verb(v).begin + (verb(v).passive ? 1 : 0))
            addAttachments(candidate, frame, m_clauses.attachments(verb(v).end, limit), true);
    }

    /** "the visit that X had made to Z", "the talks he held with Y": the noun is the object of its relative clause. */
    void addBehindRelative(Candidate &candidate, const Frame &frame, int end)
    {
        const std::optional<Capacity> role = frame.role(Slot::Subject);
        const int limit = limitOf(candidate.sentence);
        const bool relative = m_clauses.isWord(end, "that"_L1) || m_clauses.isWord(end, "which"_L1);
        const PhraseList who = m_clauses.listFrom(relative ? end + 1 : end, limit);
        const int v = who.isEmpty() ? -1 : m_clauses.verbAt(m_clauses.skipLight(who.end, limit));
        if (!role || v < 0 || !verb(v).isFinite() || verb(v).passive ||
            std::find(frame.light.begin(), frame.light.end(), verb(v).lemma) == frame.light.end())
            return;
        candidate.verb = v;
        candidate.occasion = true;
        candidate.filling = Slot::Subject;
        addList(candidate, who, *role, frame);
        addAttachments(candidate, frame, m_clauses.attachments(verb(v).end, limit), true);
    }

    /** "the Omani-Swiss talks": those sides of whom nobody else is told to take part. */
    void addPair(Candidate &candidate, const Frame &frame, const std::vector<int> &pair)
    {
        const std::optional<Capacity> role = frame.role(Slot::Pair);
        if (!role || pair.empty())
            return;
        const size_t told = candidate.members.size();
        candidate.filling = Slot::Pair;
        for (const int number : pair) {
            for (const int actor : phrase(number).actors) {
                const auto last = candidate.members.begin() + static_cast<std::ptrdiff_t>(told);
                const bool speaks = std::any_of(candidate.members.begin(), last, [&](const Candidate::Member &m) {
                    return entity(m.entity).side() == entity(actor).side();
                });
                if (!speaks && told < 2 && acceptable(actor, frame))
                    candidate.add(actor, *role, -1);
            }
        }
        if (candidate.members.size() > told)
            candidate.filled |= 1U << static_cast<int>(Slot::Pair);
    }

    void possessor(Candidate &candidate, const Frame &frame, const NounPlace &place)
    {
        const std::optional<Capacity> role = frame.role(Slot::Possessor);
        if (!role)
            return;
        candidate.filling = Slot::Possessor;
        if (const int praised = frame.status ? -1 : praisedFor(candidate, place); praised >= 0) {
            candidate.add(praised, *role, -1);
        } else if (place.possessor >= 0) {
            PhraseList list;
            const NounPhrase &owner = phrase(place.possessor);
            if (owner.kind == Kind::Group)
                for (const int actor : m_whoMet.of(owner))
                    candidate.add(actor, *role, place.possessor);
            list.phrases = {place.possessor};
            const bool bodys = owner.plural && !owner.organisation.isEmpty(); // "the EU foreign ministers' meeting"
            if (owner.kind != Kind::Group && owner.kind != Kind::Place && !bodys)
                addList(candidate, list, *role, frame);
        } else if (place.possessive >= 0) {
            const bool their = m_clauses.isWord(place.possessive, "their"_L1);
            if (frame.status == ContactStatus::Invited && thankedFor(candidate, place, *role))
                return;
            if (their && candidate.kind == ContactKind::Visit)
                return; // those of two sides have no trip of theirs; who does the clause's deed may
            if (their) {
                for (const int actor : ownersBefore(place.possessive, candidate.sentence))
                    candidate.add(actor, *role, -1);
            } else if (const int owner = m_antecedents.ownerBefore(place.possessive);
                       owner >= 0 && !m_clauses.isWord(place.possessive, "its"_L1)) {
                candidate.add(owner, *role, -1);
            }
        } else if (frame.status == ContactStatus::Invited && place.determiner >= 0) {
            thankedFor(candidate, place, *role);
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

    /** "commended the Prime Minister for his visit": the visit of who is commended; -1 if it is told otherwise. */
    [[nodiscard]] int praisedFor(const Candidate &candidate, const NounPlace &place) const
    {
        if (place.possessive < 0 || candidate.kind != ContactKind::Visit ||
            !m_clauses.isWord(place.preposition, "for"_L1))
            return -1;
        const int v = m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence));
        const PhraseList object = v >= 0 ? m_clauses.objectOf(v) : PhraseList();
        if (object.phrases.size() != 1 || object.end != place.preposition)
            return -1;
        const std::vector<int> &actors = phrase(object.phrases.front()).actors;
        return actors.size() == 1 ? actors.front() : -1;
    }

    /** "thanked the Prime Minister for his invitation": he who is thanked invited him who thanks. */
    bool thankedFor(Candidate &candidate, const NounPlace &place, Capacity host)
    {
        if (!m_clauses.isWord(place.preposition, "for"_L1))
            return false;
        const int v = m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence));
        const PhraseList inviter = v >= 0 ? m_clauses.objectOf(v) : PhraseList();
        if (inviter.isEmpty() || inviter.end != place.preposition)
            return false;
        const Frame &frame = m_frames.frames[static_cast<size_t>(candidate.frame)];
        addList(candidate, inviter, host, frame);
        addList(candidate, m_clauses.subjectOf(v), Capacity::Guest, frame);
        return true;
    }

    /** "a letter from the King inviting X to Oslo": whom the letter invites, thanks or congratulates gets it. */
    void addressee(Candidate &candidate, const Frame &frame, int end)
    {
        const std::optional<Capacity> recipient = frame.role(Slot::To);
        if (frame.kind != ContactKind::Message || candidate.members.size() != 1 || !recipient ||
            candidate.members.front().capacity != Capacity::Sender)
            return;
        const int v = m_clauses.verbAfter(end, limitOf(candidate.sentence));
        const int sender = candidate.members.front().phrase;
        const bool own = v >= 0 && verb(v).mood == Mood::Gerund && sender >= 0 &&
                         (verb(v).begin == phrase(sender).end ||
                          (token(verb(v).begin - 1).isMark(u',') && verb(v).begin == phrase(sender).end + 1));
        if (own)
            addList(candidate, m_clauses.objectOf(v), *recipient, frame, true);
    }

    /** Whose "their" is: of the two named last, else of the group that does something in the sentence. */
    [[nodiscard]] std::vector<int> ownersBefore(int possessive, int sentence) const
    {
        const std::vector<int> pair = m_antecedents.groupBefore(possessive);
        for (int i = possessive - 1; pair.empty() && i >= firstOf(sentence); --i) {
            const int p = m_clauses.phraseAt(i);
            if (p >= 0 && phrase(p).kind == Kind::Group)
                return m_whoMet.of(phrase(p));
        }
        return pair;
    }

    /** "ahead of", "before", "after", "for" a meeting: the clause's own time is not the meeting's. */
    [[nodiscard]] bool isOutside(int preposition) const
    {
        return m_clauses.isWord(preposition - 1, "ahead"_L1) || m_clauses.isWord(preposition, "before"_L1) ||
               m_clauses.isWord(preposition, "after"_L1) || m_clauses.isWord(preposition, "since"_L1) ||
               m_clauses.isWord(preposition, "following"_L1) || m_clauses.isWord(preposition - 1, "preparation"_L1);
    }

    /** The noun is the object of a verb: a light one lends its subject. */
    void governed(Candidate &candidate, const Frame &frame, const NounPlace &place)
    {
        if (place.governor < 0)
            return;
        const VerbGroup &governor = verb(place.governor);
        const bool light = std::find(frame.light.begin(), frame.light.end(), governor.lemma) != frame.light.end();
        const std::optional<Capacity> role = frame.role(Slot::Subject);
        candidate.filling = Slot::Subject;
        if (!role || governor.passive)
            return;
        if (candidate.kind == ContactKind::Visit && !light && m_status.wouldBeGladOf(place.governor)) {
            for (const int number : m_clauses.subjectOf(place.governor).phrases) {
                for (const int actor : phrase(number).actors)
                    candidate.add(actor, Capacity::Host, number);
            }
            return;
        }
        // "postponed a visit to", "proposed talks with": who does so is to take part, unless others are told.
        // "reaffirmed the President's invitation": who does so only passes it on.
        const bool passed =
            frame.status == ContactStatus::Invited && std::any_of(candidate.members.begin(), candidate.members.end(),
                                                                  [role](const auto &m) { return m.capacity == role; });
        if (passed) {
            const bool guest = std::any_of(candidate.members.begin(), candidate.members.end(),
                                           [](const auto &m) { return m.capacity == Capacity::Guest; });
            if (!light && !guest && m_lexicon.is(governor.lemma, WordClass::Musing))
                addList(candidate, m_clauses.subjectOf(place.governor), Capacity::Guest, frame);
            return;
        }
        const bool intends = moodOf(place.governor, "object"_L1) && !m_lexicon.is(governor.lemma, WordClass::Musing);
        const size_t enough = candidate.kind == ContactKind::Visit ? 1 : 2;
        if (light ? candidate.definite && candidate.members.size() >= 2
                  : !intends || candidate.members.size() >= enough)
            return;
        const PhraseList subject = m_clauses.subjectOf(place.governor);
        candidate.ofStates = candidate.members.empty() && governor.mood == Mood::Infinitive &&
                             subject.phrases.size() == 1 && phrase(subject.phrases.front()).kind == Kind::Group &&
                             isOfSeries(place, candidate.trigger);
        addList(candidate, subject, *role, frame);
    }

    /** "agreed to hold the next round", "a follow-up meeting": one of a series that the states hold. */
    [[nodiscard]] bool isOfSeries(const NounPlace &place, int noun) const
    {
        for (int i = place.begin; i < noun; ++i) {
            if (m_clauses.is(i, WordClass::Sequel))
                return true;
        }
        return false;
    }

    /** "informed him about talks with", "hosted him for a visit": who does the clause's deed is not who takes part. */
    [[nodiscard]] bool isTopic(const Candidate &candidate, const NounPlace &place) const
    {
        const bool visit = candidate.kind == ContactKind::Visit;
        if ((candidate.filled >> static_cast<int>(Slot::Between)) & 1)
            return true;
        if (visit && m_clauses.isWord(place.preposition, "for"_L1)) {
            const int v = m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence));
            return v >= 0 && !m_status.isJourney(v);
        }
        return m_clauses.is(place.preposition, WordClass::Topic) && place.possessor < 0 && place.possessive < 0 &&
               !m_clauses.isWord(place.preposition, "on"_L1);
    }

    /** "took part in a call with A and B", "participated in talks with": he is one more beside them. */
    [[nodiscard]] bool takesPartIn(const Candidate &candidate, const Frame &frame, const NounPlace &place) const
    {
        if (candidate.kind == ContactKind::Visit || candidate.kind == ContactKind::Message ||
            !m_clauses.isWord(place.preposition, "in"_L1))
            return false;
        const int v = m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence));
        if (v < 0 || verb(v).passive || !m_lexicon.is(verb(v).lemma, WordClass::TakingPart))
            return false;
        const bool light = std::find(frame.light.begin(), frame.light.end(), verb(v).lemma) != frame.light.end();
        const bool part = verb(v).end == place.preposition - 1 && m_clauses.isWord(verb(v).end, "part"_L1);
        return light && (part || verb(v).end == place.preposition);
    }

    /** "will host X for a state visit", "received X on a visit": who does so is no traveller. */
    [[nodiscard]] bool tellsHost(int v) const
    {
        const QList<int> frames = m_frames.byVerb.value(verb(v).lemma);
        return !verb(v).passive && std::any_of(frames.begin(), frames.end(), [this](int number) {
            return m_frames.frames[static_cast<size_t>(number)].role(Slot::Subject) == Capacity::Host;
        });
    }

    /** "said in a call with A and B": with whom he spoke are several, he himself is still to be found. */
    [[nodiscard]] static bool namesPartnersOnly(const Candidate &candidate)
    {
        return candidate.kind == ContactKind::Call &&
               std::all_of(candidate.members.begin(), candidate.members.end(),
                           [](const Candidate::Member &m) { return m.slot == Slot::With; });
    }

    /** "invited him to the summit", "urged them to return to talks": those two do not meet there. */
    [[nodiscard]] bool isInvitedTo(const Candidate &candidate, const NounPlace &place) const
    {
        const int v = candidate.kind == ContactKind::Meeting && m_clauses.isWord(place.preposition, "to"_L1)
                          ? m_clauses.verbBefore(place.preposition, firstOf(candidate.sentence))
                          : -1;
        return v >= 0 && m_lexicon.is(verb(v).lemma, WordClass::ObjectControl);
    }

    /** "X said in a phone call with Y", "X is on a visit to Z": who does the clause's deed takes part. */
    void adjunct(Candidate &candidate, const Frame &frame, const NounPlace &place, int end)
    {
        const std::optional<Capacity> role = frame.role(Slot::Adjunct);
        if (!role || place.preposition < 0 || m_clauses.isWord(place.outer, "of"_L1) ||
            m_clauses.isWord(place.preposition, "between"_L1))
            return;
        const size_t enough = candidate.kind == ContactKind::Visit ? 1 : 2;
        if ((candidate.members.size() >= enough && !takesPartIn(candidate, frame, place) &&
             !namesPartnersOnly(candidate)) ||
            isTopic(candidate, place))
            return;
        // "X, on a two-day visit to Z, said"
        const int before = place.outer - (m_clauses.isWord(place.outer - 1, "while"_L1) ? 2 : 1);
        if (candidate.kind == ContactKind::Visit && before > firstOf(candidate.sentence) &&
            token(before).isMark(u',')) {
            const PhraseList owner = m_clauses.listUntil(before, firstOf(candidate.sentence));
            if (owner.phrases.size() == 1) {
                addList(candidate, owner, *role, frame);
                if (!candidate.members.empty())
                    return;
            }
        }
        if (isInvitedTo(candidate, place))
            return;
        const int v = clauseVerb(place, end, candidate.sentence);
        if (v < 0)
            return;
        if (candidate.kind == ContactKind::Message) {
            if (m_clauses.isWord(place.preposition, "in"_L1))
                inMessage(candidate, frame, v);
            return;
        }
        const PhraseList subject = m_clauses.subjectOf(v);
        // "During their conversation, A and B ...": who does the deed took part, one alone did not with himself.
        if (candidate.kind != ContactKind::Visit && candidate.members.empty() && subject.phrases.size() < 2 &&
            m_clauses.objectOf(v).isEmpty())
            return;
        candidate.verb = v;
        // "In a phone call, A assured B of his support"
        const bool told = candidate.kind != ContactKind::Visit && candidate.members.empty() &&
                          subject.phrases.size() == 1 && !m_status.isJourney(v); // "visits Japan for a meeting"
        const bool host = candidate.kind == ContactKind::Visit && tellsHost(v);
        addList(candidate, host ? m_clauses.objectOf(v) : subject, *role, frame);
        if (told)
            addList(candidate, m_clauses.objectOf(v), *role, frame, true);
    }

    /** "In a letter to X, Y congratulated him", "In a letter Y invited X". */
    void inMessage(Candidate &candidate, const Frame &frame, int v)
    {
        candidate.verb = v;
        addList(candidate, m_clauses.subjectOf(v), *frame.role(Slot::Adjunct), frame);
        const std::optional<Capacity> recipient = frame.role(Slot::To);
        if (candidate.members.size() == 1 && recipient)
            addList(candidate, m_clauses.objectOf(v), *recipient, frame, true);
    }

    /** "Sol's talk with Luna", where he is told to have met others in the margins of a forum, or to have met Luna. */
    [[nodiscard]] bool isFaceToFace(const Candidate &candidate) const
    {
        return std::any_of(m_found.begin(), m_found.end(), [&candidate](const Candidate &told) {
            if (!told.dropped.isEmpty() || told.kind != ContactKind::Meeting || told.status != ContactStatus::Held)
                return false;
            const auto shared =
                std::count_if(told.members.begin(), told.members.end(),
                              [&candidate](const Candidate::Member &m) { return candidate.has(m.entity); });
            return shared > (told.setting ? 0 : 1);
        });
    }

    void finish(Candidate &candidate, const Frame &frame, int end)
    {
        candidate.filling.reset();
        candidate.again = m_clauses.isWord(end, "again"_L1);
        m_circumstances.takeTime(candidate, end);
        candidate.present = candidate.verb >= 0 && isPresent(candidate.verb);
        m_circumstances.takePlace(candidate);
        m_circumstances.takeHosts(candidate);
        m_circumstances.takePrincipal(candidate);
        m_circumstances.takeMedium(candidate);
        if (frame.openMedium && candidate.kind == ContactKind::Call && !m_calling && isFaceToFace(candidate))
            candidate.kind = ContactKind::Meeting;
        m_circumstances.takeInitiative(candidate);
        m_mediators.take(candidate);
        candidate.evidence = evidenceOf(candidate);
        if (candidate.dropped.isEmpty())
            m_refusals.judge(candidate, frame);
        m_companions.take(candidate);
        const std::vector<Candidate> further =
            candidate.dropped.isEmpty() ? m_stops.further(candidate) : std::vector<Candidate>();
        m_found.push_back(std::move(candidate));
        m_found.insert(m_found.end(), further.begin(), further.end());
    }

    /** Of a gerund the verb before it tells: "begins a visit before heading to Seoul". */
    [[nodiscard]] bool isPresent(int v) const
    {
        const int before = m_clauses.verbBefore(verb(v).begin, firstOf(verb(v).sentence));
        return verb(v).mood == Mood::Present ||
               (verb(v).mood == Mood::Gerund && before >= 0 && verb(before).mood == Mood::Present);
    }

    /** From the first to the last word that bears on the match, within its sentence. */
    [[nodiscard]] TextSpan evidenceOf(const Candidate &candidate) const
    {
        const int first = firstOf(candidate.sentence);
        const int last = limitOf(candidate.sentence) - 1;
        return {token(first).span.start, token(last).span.end};
    }

    NounPlaces m_places;
    Antecedents m_antecedents;
    RuleWords m_ruleWords;
    StatusReader m_status;
    Circumstances m_circumstances;
    Companions m_companions;
    Mediators m_mediators;
    Refusals m_refusals;
    Delegates m_delegates;
    Pairs m_pairs;
    Stops m_stops;
    bool m_calling = false;    ///< whether the text speaks of telephones at all
    std::vector<bool> m_words; ///< by number: whether the text has it
    WhoMet m_whoMet;           ///< looks into what is found so far
    ListedPeople m_listed;
    std::vector<Candidate> m_found;
};

} // namespace

std::vector<Candidate> matchRules(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
                                  const FrameSet &frames)
{
    return Matcher(analysis, entities, lexicon, frames).run();
}

} // namespace dragoman
