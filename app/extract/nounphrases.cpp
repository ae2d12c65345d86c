// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/nounphrases.h"

#include "extract/appositions.h"
#include "extract/phrasereader.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;

QString roleKeyOf(const TokenizedText &text, int begin, int end, const Lexicon &lexicon)
{
    QVarLengthArray<WordId, 16> words;
    for (int i = begin; i < end; ++i) {
        const WordId word = text.tokens[static_cast<size_t>(i)].word;
        if (word != 0 && lexicon.roleWords.contains(word))
            words.append(word);
    }
    const auto holds = [&words](const std::vector<WordId> &alternatives) {
        return std::find_first_of(words.begin(), words.end(), alternatives.begin(), alternatives.end()) != words.end();
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
          m_bothWord(lexicon.word(QLatin1String("both"))), m_thatWord(lexicon.word(QLatin1String("that"))),
          m_ofWord(lexicon.word(QLatin1String("of"))), m_itsWord(lexicon.word(QLatin1String("its"))),
          m_theWord(lexicon.word(QLatin1String("the"))), m_aWord(lexicon.word(QLatin1String("a")))
    {
    }

    std::vector<NounPhrase> run()
    {
        m_phrases.reserve(m_text.tokens.size() / 8);
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
            const Token::Kind kind = token(at).kind;
            if (kind == Token::Kind::Punctuation || kind == Token::Kind::PossessiveMark || !mayBegin(at, range.end)) {
                Q_ASSERT(kind == Token::Kind::Punctuation || kind == Token::Kind::PossessiveMark ||
                         !phraseAt(at, range.end)); // a word that can begin a phrase is missing in Openers
                ++at;
                continue;
            }
            std::optional<NounPhrase> phrase = phraseAt(at, range.end);
            if (!phrase || phrase->end <= at) {
                ++at;
                continue;
            }
            if (isBareGroup(*phrase, range.end))
                phrase->kind = Kind::Group;
            phrase->sentence = number;
            inheritSide(*phrase, range.begin);
            inheritOwner(*phrase, first);
            at = phrase->end;
            if (!isPrincipal(*phrase))
                m_phrases.push_back(std::move(*phrase));
        }
        m_appositions.join(first, range.end);
    }

    /** Whether the token can be the first of a phrase, or the first behind its determiner: most are not worth a try. */
    [[nodiscard]] bool mayOpen(int at) const
    {
        const Token &first = token(at);
        return first.has(Token::Capital) || first.has(Token::Glued) || first.kind == Token::Kind::Number ||
               m_lexicon.openers.phrase.contains(first.word);
    }

    [[nodiscard]] bool mayBegin(int at, int limit) const
    {
        const Token &first = token(at);
        if (!mayOpen(at))
            return false;
        const bool article = first.word == m_theWord || first.word == m_aWord;
        if (!article || first.has(Token::Capital) || first.has(Token::Glued) || at + 1 >= limit)
            return true;
        const Token &next = token(at + 1);
        return mayOpen(at + 1) || next.word == m_latterWord ||
               m_lexicon.phrases.step(m_lexicon.phrases.step(0, first.word), next.word) != 0;
    }

    std::optional<NounPhrase> phraseAt(int at, int limit)
    {
        // "Russia-Azerbaijan talks": the second part is a state or nothing, no name.
        const bool dash = isDashed(at);
        const bool joined =
            ((token(at).has(Token::Glued) && !m_phrases.empty() && m_phrases.back().end == at) || dash) &&
            (m_phrases.back().kind == Kind::Body || m_phrases.back().kind == Kind::Place);
        if (joined) {
            std::optional<NounPhrase> other = m_reader.readJoined(at, limit);
            if (!other && !dash)
                m_phrases.back().end = at + 1; // "China-mediated": no verb of its own
            if (other)
                m_phrases.back().joined = m_phrases.back().attributive = other->joined = true;
            if (other || !dash)
                return other;
        }
        std::optional<NounPhrase> phrase = formerOrLatter(at, limit);
        if (!phrase)
            phrase = group(at, limit);
        return phrase ? phrase : m_reader.read(at, limit);
    }

    /** "Omani–Swiss": joined to the phrase before by a dash without blanks. */
    [[nodiscard]] bool isDashed(int at) const
    {
        if (m_phrases.empty() || m_phrases.back().end != at - 1)
            return false;
        const Token &dash = token(at - 1);
        return (dash.isMark(u'–') || dash.isMark(u'—') || dash.isMark(u'/')) &&
               dash.span.start == token(at - 2).span.end && dash.span.end == token(at).span.start;
    }

    /** "the ministers" */
    [[nodiscard]] bool isBareGroup(const NounPhrase &phrase, int limit) const
    {
        const bool bare = phrase.kind == Kind::Role && phrase.plural && phrase.countries.isEmpty() &&
                          phrase.country.isEmpty() && phrase.definite && !phrase.counterpart;
        return bare && phrase.end - phrase.begin <= 3 && !is(phrase.begin, limit, WordClass::Possessive) &&
               !is(phrase.end, limit, WordClass::OfficePreposition);
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

    /** "the EU's High Representative, and its special representative": of the body or organisation named before it. */
    void inheritOwner(NounPhrase &phrase, size_t first) const
    {
        if (token(phrase.begin).word != m_itsWord || phrase.office.isEmpty() || !phrase.country.isEmpty() ||
            !phrase.organisation.isEmpty())
            return;
        for (size_t i = m_phrases.size(); i-- > first;) {
            const NounPhrase &owner = m_phrases[i];
            const bool body = owner.kind == Kind::Body && (!owner.country.isEmpty() || !owner.organisation.isEmpty());
            if (!body && owner.organisation.isEmpty())
                continue;
            phrase.country = owner.country;
            phrase.organisation = owner.country.isEmpty() ? owner.organisation : QString();
            return;
        }
    }

    /** "State Secretary to Prime Minister X": X only tells in whose service the one before him is. */
    bool isPrincipal(const NounPhrase &phrase)
    {
        const int link = phrase.begin - 1;
        if (m_phrases.empty() || phrase.kind != Kind::Person || phrase.office.isEmpty() || phrase.definite)
            return false;
        NounPhrase &holder = m_phrases.back();
        const bool serves = holder.kind == Kind::Role && !holder.office.isEmpty() && holder.end == link &&
                            is(link, link + 1, WordClass::OfficePreposition) &&
                            is(link - 1, link, WordClass::OfficeHead);
        if (!serves || holder.plural || !m_lexicon.roleGroups.value(u"top"_s).contains(phrase.roleKey))
            return false;
        if (holder.country.isEmpty() && holder.organisation.isEmpty()) {
            holder.country = phrase.country;
            holder.organisation = phrase.organisation;
        }
        holder.end = phrase.end;
        return true;
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
        if (token(at).word == m_thatWord && at + 1 < limit && token(at + 1).word == m_bothWord)
            return std::nullopt; // "the meeting that both leaders held"
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
        if (counted && !noun && !both && is(i, limit, WordClass::OfficeHead))
            return std::nullopt; // "four ambassadors"
        if (noun && !counted && is(i - 1, limit, WordClass::OfficeHead))
            return std::nullopt; // the reader knows more of "the ministers of A and B"
        if (is(i, limit, WordClass::OfficePreposition) && noun && is(i - 1, limit, WordClass::OfficeHead))
            return std::nullopt;
        const bool some = !noun && !both && i + 1 < limit && token(i).word == m_ofWord &&
                          (is(i + 1, limit, WordClass::Possessive) || is(i + 1, limit, WordClass::Determiner));
        if (some)
            return std::nullopt; // "two of his ministers"
        NounPhrase phrase;
        phrase.kind = Kind::Group;
        phrase.begin = at;
        phrase.end = i;
        phrase.plural = true;
        phrase.possessiveOf = i < limit && token(i).kind == Token::Kind::PossessiveMark;
        return phrase;
    }

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    PhraseReader m_reader;
    WordId m_latterWord;
    WordId m_formerWord;
    WordId m_bothWord;
    WordId m_thatWord;
    WordId m_ofWord;
    WordId m_itsWord;
    WordId m_theWord;
    WordId m_aWord;
    std::vector<NounPhrase> m_phrases;
    Appositions m_appositions{m_text, m_lexicon, m_phrases};
};

} // namespace

std::vector<NounPhrase> findNounPhrases(const TokenizedText &text, const Lexicon &lexicon)
{
    return Finder(text, lexicon).run();
}

} // namespace dragoman
