// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/clauses.h"

#include <optional>

namespace dragoman {

/** What all parts of the fifth stage look things up in; they live no longer than what it refers to. */
class MatchBase
{
public:
    MatchBase(const Analysis &analysis, const std::vector<Entity> &entities, const Lexicon &lexicon,
              const FrameSet &frames)
        : m_analysis(analysis), m_entities(entities), m_lexicon(lexicon), m_frames(frames), m_clauses(analysis, lexicon)
    {
    }

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
    [[nodiscard]] const QString &lemmaOf(int v) const { return m_lexicon.vocabulary.text(verb(v).lemma); }

    /** What a verb does to the status of a contact by moods.tsv; "put off" stands there as put-off. */
    [[nodiscard]] std::optional<ContactStatus> moodOf(int v, QLatin1String use) const;

    /** Whether the token is the particle of a phrasal verb that changes a status: "off" of "put off". */
    [[nodiscard]] bool isParticleOf(int v, int at) const;
    /** The end of the longest of `phrases` that stands at `at`, or `at`. */
    [[nodiscard]] int match(const std::vector<std::vector<WordId>> &phrases, int at, int limit) const;
    /** A city, a building, a seat of government or a state, not possessive and not before another noun. */
    [[nodiscard]] static bool namesPlace(const NounPhrase &phrase);
    /** A part of the world or of a state that is no city: "the Middle East", "Amur Region". */
    [[nodiscard]] static bool isRegion(const NounPhrase &phrase)
    {
        return phrase.kind == NounPhrase::Kind::Place && phrase.city.isEmpty() && !phrase.periphrasis;
    }

protected:
    const Analysis &m_analysis;
    const std::vector<Entity> &m_entities;
    const Lexicon &m_lexicon;
    const FrameSet &m_frames;
    Clauses m_clauses;
};

} // namespace dragoman
