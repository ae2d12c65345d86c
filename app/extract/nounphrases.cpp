// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/nounphrases.h"

#include "extract/phrasereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

QString roleKeyOf(const TokenizedText &text, int begin, int end, const Lexicon &lexicon)
{
    const auto holds = [&](const std::vector<WordId> &alternatives) {
        for (int i = begin; i < end; ++i) {
            const WordId word = text.tokens[static_cast<size_t>(i)].word;
            if (word != 0 && std::find(alternatives.begin(), alternatives.end(), word) != alternatives.end())
                return true;
        }
        return false;
    };
    for (const RolePattern &pattern : lexicon.roles) {
        if (std::all_of(pattern.groups.begin(), pattern.groups.end(), holds))
            return pattern.key;
    }
    return {};
}

namespace {

class Finder
{
public:
    Finder(const TokenizedText &text, const Lexicon &lexicon)
        : m_text(text), m_lexicon(lexicon), m_reader(text, lexicon),
          m_latterWord(lexicon.word(QLatin1String("latter"))), m_formerWord(lexicon.word(QLatin1String("former"))),
          m_bothWord(lexicon.word(QLatin1String("both"))), m_toWord(lexicon.word(QLatin1String("to"))),
          m_accordingWord(lexicon.word(QLatin1String("according"))), m_andWord(lexicon.word(QLatin1String("and")))
    {
    }

    std::vector<NounPhrase> run()
    {
        for (size_t s = 0; s < m_text.sentences.size(); ++s)
            sentence(static_cast<int>(s));
        return std::move(m_phrases);
    }

private:
    [[nodiscard]] const Token &token(int at) const { return m_text.tokens[static_cast<size_t>(at)]; }
    [[nodiscard]] bool is(int at, int end, WordClass wordClass) const
    {
        return at < end && token(at).isWord() && m_lexicon.is(token(at).word, wordClass);
    }

    void sentence(int number)
    {
        const Sentence &range = m_text.sentences[static_cast<size_t>(number)];
        const size_t first = m_phrases.size();
        int at = range.begin;
        while (at < range.end) {
            if (token(at).kind == Token::Kind::Punctuation || token(at).kind == Token::Kind::PossessiveMark) {
                ++at;
                continue;
            }
            std::optional<NounPhrase> phrase = formerOrLatter(at, range.end);
            if (!phrase)
                phrase = group(at, range.end);
            if (!phrase)
                phrase = m_reader.read(at, range.end);
            if (!phrase || phrase->end <= at) {
                ++at;
                continue;
            }
            const bool bare = phrase->kind == Kind::Role && phrase->plural && phrase->countries.isEmpty() &&
                              phrase->country.isEmpty() && phrase->definite && !phrase->counterpart;
            const bool whole = phrase->end - phrase->begin <= 3 &&
                               !is(phrase->begin, range.end, WordClass::Possessive) &&
                               !is(phrase->end, range.end, WordClass::OfficePreposition);
            if (bare && whole)
                phrase->kind = Kind::Group;
            phrase->sentence = number;
            inheritSide(*phrase, range.begin);
            at = phrase->end;
            m_phrases.push_back(std::move(*phrase));
        }
        joinAppositions(first, range.end);
    }

    /** "the UN Secretary-General's climate envoy": he is of the side of whose envoy he is. */
    void inheritSide(NounPhrase &phrase, int first)
    {
        const bool owned = phrase.begin > first && token(phrase.begin - 1).kind == Token::Kind::PossessiveMark;
        if (!owned || m_phrases.empty() || phrase.office.isEmpty() || !phrase.country.isEmpty() ||
            !phrase.organisation.isEmpty())
            return;
        const NounPhrase &owner = m_phrases.back();
        if (owner.end != phrase.begin - 1)
            return;
        phrase.country = owner.country;
        phrase.organisation = owner.organisation;
        if (owner.kind == Kind::Role || owner.kind == Kind::Body) {
            phrase.begin = owner.begin;
            m_phrases.pop_back();
        }
    }

    /** "the former", "the latter's". */
    std::optional<NounPhrase> formerOrLatter(int at, int limit)
    {
        if (at + 1 >= limit || !is(at, limit, WordClass::Determiner))
            return std::nullopt;
        const bool latter = token(at + 1).word == m_latterWord;
        const bool former = token(at + 1).word == m_formerWord;
        const bool mark = at + 2 < limit && token(at + 2).kind == Token::Kind::PossessiveMark;
        if (!latter && !(former && mark))
            return std::nullopt;
        NounPhrase phrase;
        phrase.kind = Kind::Pronoun;
        phrase.name = latter ? u"latter"_s : u"former"_s;
        phrase.latter = latter;
        phrase.begin = at;
        phrase.end = at + 2;
        phrase.possessiveOf = mark;
        return phrase;
    }

    /** "the two ministers", "both sides", "the pair". */
    std::optional<NounPhrase> group(int at, int limit)
    {
        int i = at;
        if (is(i, limit, WordClass::Determiner))
            ++i;
        const bool both = i == at + 1 && token(at).word == m_bothWord;
        bool counted = both;
        if (is(i, limit, WordClass::Number) && is(i, limit, WordClass::Group) &&
            !(i + 1 < limit && token(i + 1).has(Token::Glued))) {
            counted = true;
            ++i;
        }
        while (is(i, limit, WordClass::OfficeModifier) || is(i, limit, WordClass::Adjective))
            ++i;
        const bool noun = is(i, limit, WordClass::Group) && !is(i, limit, WordClass::Number);
        if (noun)
            ++i;
        if (i == at || !(counted || (noun && i > at + 1)))
            return std::nullopt;
        if (noun && !counted && is(i - 1, limit, WordClass::OfficeHead))
            return std::nullopt; // the reader knows more of "the ministers of A and B"
        if (is(i, limit, WordClass::OfficePreposition) && noun && is(i - 1, limit, WordClass::OfficeHead))
            return std::nullopt;
        NounPhrase phrase;
        phrase.kind = Kind::Group;
        phrase.begin = at;
        phrase.end = i;
        phrase.plural = true;
        phrase.possessiveOf = i < limit && token(i).kind == Token::Kind::PossessiveMark;
        return phrase;
    }

    [[nodiscard]] bool onlyComma(int from, int to) const
    {
        return to == from + 1 && (token(from).isMark(u',') || token(from).isMark(u'('));
    }

    /** What stands after the phrase lets it be the end of an apposition. */
    [[nodiscard]] bool closes(int at, int end) const
    {
        return at >= end || token(at).kind == Token::Kind::Punctuation || is(at, end, WordClass::Relative) ||
               is(at, end, WordClass::Preposition) || is(at, end, WordClass::Conjunction) ||
               is(at, end, WordClass::Be) || is(at, end, WordClass::Have) || is(at, end, WordClass::Future) ||
               is(at, end, WordClass::Adverb) || is(at, end, WordClass::Subordinator) ||
               (token(at).word != 0 && m_lexicon.verbs.contains(token(at).word)) ||
               token(at).kind == Token::Kind::Number;
    }

    void joinAppositions(size_t first, int end)
    {
        for (size_t i = first; i + 1 < m_phrases.size(); ++i) {
            size_t j = i + 1;
            NounPhrase &a = m_phrases[i];
            if (a.mergedInto >= 0)
                continue;
            spreadOverNames(i, end);
            while (j < m_phrases.size() && onlyComma(a.end, m_phrases[j].begin) && closes(m_phrases[j].end, end) &&
                   joins(a, m_phrases[j], end)) {
                take(a, m_phrases[j]);
                m_phrases[j].mergedInto = static_cast<int>(i);
                ++j;
            }
        }
    }

    static bool isName(const NounPhrase &phrase) { return phrase.kind == Kind::Person; }

    [[nodiscard]] bool joins(const NounPhrase &a, const NounPhrase &b, int end) const
    {
        if (a.possessiveOf || b.possessiveOf || a.plural || b.plural || isSourceOfReport(a))
            return false;
        const bool clash = !a.country.isEmpty() && !b.country.isEmpty() && a.country != b.country;
        // "X, foreign minister of Y," and "X, Ambassador of A to B,"
        if (isName(a) && b.kind == Kind::Role && !b.counterpart && !clash && !listGoesOn(b.end, end))
            return a.office.isEmpty() || b.definite || token(b.end - 1).has(Token::Capital) || true;
        // "the foreign minister, X," and "his counterpart, X,"
        if (a.kind == Kind::Role && isName(b) && b.office.isEmpty() && !clash)
            return true;
        return false;
    }

    /** "According to X, the minister ...": X is an agency or a witness, not the minister. */
    [[nodiscard]] bool isSourceOfReport(const NounPhrase &phrase) const
    {
        return phrase.begin >= 2 && token(phrase.begin - 1).word == m_toWord &&
               token(phrase.begin - 2).word == m_accordingWord;
    }

    /** Whether "A, B and C" goes on here, so that the comma parted members of a list. */
    [[nodiscard]] bool listGoesOn(int at, int end) const
    {
        return at + 1 < end && token(at).word == m_andWord && token(at).isWord() && token(at + 1).has(Token::Capital);
    }

    void take(NounPhrase &a, const NounPhrase &b)
    {
        if (isName(b) && !isName(a)) {
            a.kind = Kind::Person;
            a.name = b.name;
            a.nameBegin = b.nameBegin;
            a.nameEnd = b.nameEnd;
        }
        if (a.country.isEmpty() && a.organisation.isEmpty()) {
            a.country = b.country;
            a.organisation = b.organisation;
        }
        if (a.office.isEmpty()) {
            a.office = b.office;
            a.roleKey = b.roleKey;
        }
        if (a.gender == NounPhrase::Gender::Unknown)
            a.gender = b.gender;
        a.former = a.former || b.former;
        a.end = b.end;
    }

    /** "the presidents of Kazakhstan and Uzbekistan, X and Y,": the names get the countries in order. */
    void spreadOverNames(size_t at, int)
    {
        NounPhrase &role = m_phrases[at];
        if (role.kind != Kind::Role || !role.plural || role.countries.size() < 2)
            return;
        const qsizetype count = role.countries.size();
        if (at + static_cast<size_t>(count) >= m_phrases.size() || !onlyComma(role.end, m_phrases[at + 1].begin))
            return;
        for (qsizetype i = 0; i < count; ++i) {
            if (!isName(m_phrases[at + 1 + static_cast<size_t>(i)]))
                return;
        }
        for (qsizetype i = 0; i < count; ++i) {
            NounPhrase &name = m_phrases[at + 1 + static_cast<size_t>(i)];
            name.country = role.countries[i];
            name.office = role.office;
            name.roleKey = role.roleKey;
        }
        role.mergedInto = static_cast<int>(at + 1);
    }

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    PhraseReader m_reader;
    WordId m_latterWord;
    WordId m_formerWord;
    WordId m_bothWord;
    WordId m_toWord;
    WordId m_accordingWord;
    WordId m_andWord;
    std::vector<NounPhrase> m_phrases;
};

} // namespace

std::vector<NounPhrase> findNounPhrases(const TokenizedText &text, const Lexicon &lexicon)
{
    return Finder(text, lexicon).run();
}

} // namespace dragoman
