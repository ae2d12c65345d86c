// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/confidence.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

using Member = Candidate::Member;

constexpr int farTokens = 12;
constexpr double longFrom = 25; ///< tokens of a sentence
constexpr int leadSentences = 2;
constexpr size_t crowd = 3;

class SignReader
{
public:
    SignReader(const SignContext &context, const AccountOrigin &origin)
        : m_context(context), m_origin(origin),
          m_own(context.candidates[static_cast<size_t>(origin.candidates.front())])
    {
    }

    Signs read(const std::vector<Member> &members, ContactStatus status)
    {
        readRule();
        readMembers(members);
        readTrigger();
        readDate();
        at(Sign::NotHeld) = status == ContactStatus::Held ? 0 : 1;
        at(Sign::Placed) = m_origin.place == PlaceSource::None ? 0 : 1;
        readSentence();
        at(Sign::Repeated) = std::min(2.0, std::log2(static_cast<double>(sentences())));
        return m_signs;
    }

private:
    double &at(Sign sign) { return m_signs[static_cast<size_t>(sign)]; }
    [[nodiscard]] const Entity &entity(int number) const { return m_context.entities[static_cast<size_t>(number)]; }

    void readRule()
    {
        const double told =
            std::clamp(m_context.frames.frames[static_cast<size_t>(m_own.frame)].confidence, 0.05, 0.98);
        at(Sign::Always) = 1;
        at(Sign::Rule) = std::log(told / (1 - told));
        at(Sign::Call) = m_own.kind == ContactKind::Call ? 1 : 0;
        at(Sign::Visit) = m_own.kind == ContactKind::Visit ? 1 : 0;
        at(Sign::Message) = m_own.kind == ContactKind::Message ? 1 : 0;
    }

    void readMembers(const std::vector<Member> &members)
    {
        QSet<QString> sides;
        for (const Member &member : members) {
            if (member.entity < 0) {
                at(Sign::ImpliedHost) = 1;
                continue;
            }
            const Entity &who = entity(member.entity);
            if (who.type == ParticipantType::Person && !who.side().isEmpty())
                sides.insert(who.side());
            at(Sign::NoOffice) += who.official ? 0 : 1;
            at(Sign::NoSide) += who.side().isEmpty() ? 1 : 0;
            at(Sign::Guessed) += who.countryGuessed ? 1 : 0;
            at(Sign::Unnamed) += who.type != ParticipantType::Person && !who.roleKeys.isEmpty() ? 1 : 0;
            if (who.isState && member.phrase < 0)
                at(Sign::ImpliedHost) = 1;
            else if (who.isState)
                at(Sign::States) += 1;
            readMention(member);
        }
        at(Sign::BothNamed) = sides.size() >= 2 ? 1 : 0;
        at(Sign::Crowd) = static_cast<double>(std::min(members.size(), 2 * crowd)) - static_cast<double>(crowd);
        for (const Sign sign : {Sign::NoOffice, Sign::NoSide, Sign::Guessed, Sign::States, Sign::Unnamed, Sign::Pointed,
                                Sign::Group, Sign::Crowd})
            at(sign) = std::clamp(at(sign), 0.0, 3.0);
    }

    /** How the text points to somebody, and how far from the trigger. */
    void readMention(const Member &member)
    {
        if (member.phrase < 0) {
            at(Sign::Pointed) += entity(member.entity).isState ? 0 : 1;
            return;
        }
        const NounPhrase &phrase = m_context.analysis.phrases[static_cast<size_t>(member.phrase)];
        at(Sign::Pointed) += phrase.kind == NounPhrase::Kind::Pronoun ? 1 : 0;
        at(Sign::Group) += phrase.kind == NounPhrase::Kind::Group ? 1 : 0;
        if (phrase.sentence != m_own.sentence)
            return;
        const int from = std::min(phrase.end, m_own.trigger + 1);
        const int to = std::max(phrase.begin, m_own.trigger);
        at(Sign::Clauses) = std::max(at(Sign::Clauses), clausesBetween(from, to));
        if (to - from > farTokens)
            at(Sign::Far) = 1;
    }

    [[nodiscard]] double clausesBetween(int from, int to) const
    {
        double count = 0;
        for (size_t v = 0; v < m_context.analysis.verbs.size(); ++v) {
            const VerbGroup &group = m_context.analysis.verbs[v];
            if (static_cast<int>(v) != m_own.verb && group.begin >= from && group.end <= to && group.isFinite())
                count += 1;
        }
        return std::min(3.0, count);
    }

    void readTrigger()
    {
        const bool verbal = m_own.verb >= 0;
        const Frame &frame = m_context.frames.frames[static_cast<size_t>(m_own.frame)];
        at(Sign::Noun) = frame.verbs.empty() ? 1 : 0;
        at(Sign::Quoted) = m_own.quoted ? 1 : 0;
        at(Sign::Definite) = m_own.definite ? 1 : 0;
        at(Sign::Lead) = m_own.sentence < leadSentences ? 1 : 0;
        if (verbal) {
            const VerbGroup &group = m_context.analysis.verbs[static_cast<size_t>(m_own.verb)];
            at(Sign::NonFinite) = group.isFinite() ? 0 : 1;
            at(Sign::Passive) = group.passive ? 1 : 0;
        }
    }

    void readSentence()
    {
        const Sentence &sentence = m_context.analysis.text.sentences[static_cast<size_t>(m_own.sentence)];
        at(Sign::Long) = std::clamp((sentence.end - sentence.begin - longFrom) / longFrom, 0.0, 2.0);
        const auto kept =
            std::count_if(m_context.candidates.begin(), m_context.candidates.end(), [this](const Candidate &each) {
                return each.dropped.isEmpty() && each.sentence == m_own.sentence;
            });
        at(Sign::Busy) = static_cast<double>(std::clamp<std::ptrdiff_t>(kept - 1, 0, 2));
    }

    void readDate()
    {
        switch (m_origin.date) {
        case DateSource::None:
            at(Sign::Undated) = 1;
            break;
        case DateSource::Time:
        case DateSource::Heading:
        case DateSource::Live:
            at(Sign::OwnTime) = 1;
            break;
        case DateSource::Related:
            at(Sign::LentDate) = 1;
            break;
        case DateSource::Published:
            at(Sign::Fresh) = 1;
            break;
        }
    }

    [[nodiscard]] qsizetype sentences() const
    {
        QSet<int> told;
        for (const int number : m_origin.candidates)
            told.insert(m_context.candidates[static_cast<size_t>(number)].sentence);
        return told.size();
    }

    const SignContext &m_context;
    const AccountOrigin &m_origin;
    const Candidate &m_own;
    Signs m_signs{};
};

} // namespace

Signs signsOf(const SignContext &context, const std::vector<Member> &members, ContactStatus status,
              const AccountOrigin &origin)
{
    return SignReader(context, origin).read(members, status);
}

} // namespace dragoman
