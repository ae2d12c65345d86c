// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/headline.h"

#include "domain/names.h"
#include "extract/spelling.h"

#include <algorithm>

namespace dragoman {

namespace {

/** What of the headline's contacts is worth telling beside the story. */
class HeadlineFilter
{
public:
    HeadlineFilter(const Reading &headline, const Reading &story, const Lexicon &lexicon)
        : m_headline(headline), m_story(story), m_lexicon(lexicon)
    {
    }

    [[nodiscard]] bool keeps(const MadeAccount &made) const
    {
        const Account &account = made.account;
        const bool status = account.status == ContactStatus::Held || account.status == ContactStatus::Planned;
        const bool known = std::all_of(account.participants.begin(), account.participants.end(),
                                       [this](const Participant &who) { return isKnown(who); });
        const bool told = std::any_of(m_story.accounts.begin(), m_story.accounts.end(),
                                      [&](const MadeAccount &other) { return tells(other.account, account); });
        return status && known && !told && isStated(made);
    }

private:
    /** A person whom the story or the headline names in full, or a state as such. */
    [[nodiscard]] bool isKnown(const Participant &who) const
    {
        if (who.type == ParticipantType::Body)
            return m_lexicon.countryNames.value(who.country) == who.name;
        if (nameWordCount(who.name) > 1)
            return true;
        return std::any_of(m_story.entities.begin(), m_story.entities.end(), [&who](const Entity &other) {
            return other.type == ParticipantType::Person && namesAgree(other.name, who.name);
        });
    }

    /** Whether an account of the story is of the same kind and between the same sides. */
    [[nodiscard]] static bool tells(const Account &story, const Account &headline)
    {
        const auto among = [&story](const Participant &who) {
            return std::any_of(story.participants.begin(), story.participants.end(), [&who](const Participant &other) {
                return (!who.country.isEmpty() && other.country == who.country) || namesAgree(other.name, who.name);
            });
        };
        // "Readout of the President's Meeting with X" above a story that tells it was a virtual one.
        const bool same =
            story.kind == headline.kind || (headline.kind == ContactKind::Meeting && story.kind == ContactKind::Call);
        const auto told = std::count_if(headline.participants.begin(), headline.participants.end(), among);
        // "the U.S.-ASEAN summit" beside "Sol's meeting with Luna": one side alone makes them no one contact.
        return same && told > (story.kind == ContactKind::Visit ? 0 : 1);
    }

    /** "Sol meets Luna", "Readout of Sol's call with Luna"; a noun alone may speak of anything. */
    [[nodiscard]] bool isStated(const MadeAccount &made) const
    {
        if (made.origin.candidates.empty())
            return false;
        const Candidate &candidate = m_headline.candidates[static_cast<size_t>(made.origin.candidates.front())];
        if (candidate.verb >= 0 && m_headline.analysis.verbs[static_cast<size_t>(candidate.verb)].isFinite())
            return true;
        const auto &tokens = m_headline.analysis.text.tokens;
        return !tokens.empty() && m_lexicon.is(tokens.front().word, WordClass::Readout);
    }

    const Reading &m_headline;
    const Reading &m_story;
    const Lexicon &m_lexicon;
};

/** Whether some rule can begin at a word of the headline: most headlines need not be read on. */
bool holdsTrigger(const TokenizedText &headline, const RuleSet &rules)
{
    const Lexicon &lexicon = rules.lexicon();
    const FrameSet &frames = rules.frames();
    static constexpr ClassMask auxiliaries = maskOf(WordClass::Be, WordClass::Have, WordClass::Do);
    return std::any_of(headline.tokens.begin(), headline.tokens.end(), [&](const Token &token) {
        const QList<VerbReading> &readings = lexicon.verbs.value(token.word);
        return frames.byNoun.contains(token.word) || lexicon.isOneOf(token.word, auxiliaries) ||
               std::any_of(readings.begin(), readings.end(),
                           [&frames](const VerbReading &verb) { return frames.byVerb.contains(verb.lemma); });
    });
}

} // namespace

std::optional<Reading> readHeadline(const Article &article, const Reading &story, const RuleSet &rules)
{
    if (article.titleSpan.isEmpty() || article.titleSpan.overlaps(article.story))
        return std::nullopt;
    if (!holdsTrigger(story.headline, rules))
        return std::nullopt;
    Reading headline = readHeadlineOf(story, article, rules);
    const HeadlineFilter filter(headline, story, rules.lexicon());
    std::vector<MadeAccount> kept;
    std::copy_if(headline.accounts.begin(), headline.accounts.end(), std::back_inserter(kept),
                 [&filter](const MadeAccount &made) { return filter.keeps(made); });
    if (kept.empty())
        return std::nullopt;
    headline.accounts = std::move(kept);
    return headline;
}

} // namespace dragoman
