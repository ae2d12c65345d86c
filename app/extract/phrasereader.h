// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/nounphrases.h"

#include <optional>

namespace dragoman {

/** Reads one noun phrase at a given token; the grammar of nounphrases.h. */
class PhraseReader
{
public:
    PhraseReader(const TokenizedText &text, const Lexicon &lexicon) : m_text(text), m_lexicon(lexicon) {}

    /** The phrase that begins at `at` and ends before `limit`, if one does. */
    [[nodiscard]] std::optional<NounPhrase> read(int at, int limit);

    /** A state or city joined to another by a hyphen ("Russia-Azerbaijan talks"), at its second part. */
    [[nodiscard]] std::optional<NounPhrase> readJoined(int at, int limit);

    /** The longest entry of the world tables at `at`; its end in `end`. */
    [[nodiscard]] const PhraseEntry *entryAt(int at, int limit, int *end) const
    {
        if (at >= limit || m_lexicon.phrases.step(0, token(at).word) == 0)
            return nullptr;
        if (m_entry.at != at || m_entry.limit != limit)
            m_entry = longestEntryAt(at, limit);
        if (m_entry.found)
            *end = m_entry.end;
        return m_entry.found;
    }

    [[nodiscard]] bool is(int at, WordClass wordClass) const
    {
        return at >= 0 && at < m_limit && m_lexicon.is(token(at).word, wordClass) && token(at).isWord();
    }

private:
    [[nodiscard]] const Token &token(int at) const { return m_text.tokens[static_cast<size_t>(at)]; }
    [[nodiscard]] Q_ALWAYS_INLINE bool isWord(int at, QLatin1String word) const
    {
        return at >= 0 && at < m_limit && m_lexicon.vocabulary.is(token(at).word, word);
    }
    /** The entry at a place, kept since several readers ask for it one after the other. */
    struct EntryAt
    {
        int at = -1;
        int limit = -1;
        int end = 0;
        const PhraseEntry *found = nullptr;
    };

    [[nodiscard]] EntryAt longestEntryAt(int at, int limit) const;
    [[nodiscard]] bool canBeName(int at, bool titled) const;
    [[nodiscard]] bool endsName(int at, int first) const;
    [[nodiscard]] bool isNumeralOne(int at, int first) const;
    [[nodiscard]] int nameEnd(int at, bool titled) const;
    [[nodiscard]] bool opensOffice(int at) const;
    [[nodiscard]] bool isOfficeWordOnly(int at) const;
    [[nodiscard]] bool isLeadingVerb(int at) const;
    void takeCapital(const QString &country, int end);
    bool readCapitalOf();
    [[nodiscard]] int officeEnd(int at) const;
    [[nodiscard]] bool isBodyNoun(int at) const;
    [[nodiscard]] int behindBodyBeside(int at) const;
    [[nodiscard]] bool isGivenTitle(int at) const;
    [[nodiscard]] bool isBehindParticle(int at) const;
    [[nodiscard]] bool isTitleInName(int at) const;
    [[nodiscard]] bool isLastOfFamilyFirst(int at, int first) const;
    [[nodiscard]] bool isOnlyName(int at) const;
    [[nodiscard]] bool isToldAgain(int at, int first) const;
    [[nodiscard]] bool isBehindHonorific(int at) const;
    [[nodiscard]] bool isOfficeOfAnother(int begin, int end) const;
    [[nodiscard]] bool isAcronym(int at) const;
    [[nodiscard]] bool opensWithAcronym(int at) const;
    [[nodiscard]] bool namesThing(int end) const;
    [[nodiscard]] int bodyOwned(int at) const;
    void readFieldBeside();
    [[nodiscard]] int bodyEnd(int at) const;
    [[nodiscard]] bool fitsField(int at, int begin) const;
    [[nodiscard]] bool namesSomebody(int at) const;
    [[nodiscard]] bool endsList(int at) const;

    void begin(int at, int limit);
    bool readDeterminer();
    bool readPremodifier();
    bool readLetters();
    [[nodiscard]] int behindBodyOfOffice(int at) const;
    bool readEntryAsModifier();
    bool readOffice();
    void readComplements();
    bool readComplement();
    [[nodiscard]] bool isPrincipal(int at) const;
    bool readBracket();
    bool readJoinedOffice();
    bool readServed(int at);
    bool readSideComplement(const PhraseEntry &entry, int begin, int end);
    bool readField(int begin);
    int takeStates(int begin, int end);
    bool takeCountryList(int at);
    bool readCounterpart();
    [[nodiscard]] int compoundEnd(int at) const;
    bool readCompound(bool determined);
    bool readName();
    bool readPronoun();
    [[nodiscard]] bool isObjectHer(int at) const;
    bool readEntryAsHead();
    [[nodiscard]] bool meansOnePerson(int end) const;
    bool readInstitution();
    void readAfterName();
    void readAfterPlural();
    std::optional<NounPhrase> finish();
    [[nodiscard]] bool isAloneNoun() const;

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    mutable EntryAt m_entry;
    NounPhrase m_phrase;
    int m_at = 0;
    int m_limit = 0;
    int m_officeBegin = -1;
    int m_officeEnd = -1;
    int m_behindTitle = -1; ///< "His Majesty the": the office behind it
    bool m_titled = false;
    bool m_modified = false;
    bool m_ofPrincipal = false; ///< behind the office stands whose it is; that name is not its holder's
};

} // namespace dragoman
