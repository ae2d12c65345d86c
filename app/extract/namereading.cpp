// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/phrasereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

/** "Sultan bin Saad", "Foreign Minister Amir Khan": no sultan, no emir. */
bool PhraseReader::isGivenTitle(int at) const
{
    if (!is(at, WordClass::GivenTitle) || !token(at).has(Token::Capital) || at + 1 >= m_limit)
        return false;
    const bool particle = is(at + 1, WordClass::Particle) && !is(at + 1, WordClass::OfficePreposition);
    const bool officeBefore =
        at > 0 && token(at - 1).isWord() && (is(at - 1, WordClass::OfficeHead) || is(at - 1, WordClass::HonorificMale));
    const bool nameBehind = token(at + 1).isWord() && token(at + 1).has(Token::Capital) && isOnlyName(at + 1) &&
                            !is(at + 1, WordClass::Honorific) && !is(at + 1, WordClass::HonorificMale);
    return particle || (officeBefore && nameBehind && !is(at - 1, WordClass::GivenTitle));
}

/** "Nawaf bin Said", "Mohammed Shia al-Sudani": what would else be a word of another kind. */
bool PhraseReader::isBehindParticle(int at) const
{
    if (at < 1 || is(at, WordClass::OfficeHead) || !token(at - 1).isWord())
        return false;
    const auto parts = [this](int i) {
        return is(i, WordClass::Particle) && !is(i, WordClass::OfficePreposition) && !token(i).has(Token::Capital);
    };
    const bool between = parts(at + 1) && token(at - 1).has(Token::Capital) && isOnlyName(at - 1);
    return between || (at > 1 && parts(at - 1) && token(at - 2).has(Token::Capital));
}

/** "Ng Eng Heng": an unknown word stands before what would else be a title. */
bool PhraseReader::isTitleInName(int at) const
{
    return at > 0 && is(at, WordClass::Honorific) && !token(at).has(Token::Abbreviated) &&
           !token(at).has(Token::AllCapitals) && token(at - 1).isWord() && token(at - 1).has(Token::Capital) &&
           !is(at - 1, WordClass::Common) && !is(at - 1, WordClass::Honorific) && !is(at - 1, WordClass::OfficeHead);
}

/** "U Than Sein": behind a title small words are names. */
bool PhraseReader::isBehindHonorific(int at) const
{
    return at > 0 && (is(at - 1, WordClass::HonorificMale) || is(at - 1, WordClass::HonorificFemale)) &&
           !is(at - 1, WordClass::OfficeHead) && at + 1 < m_limit && token(at + 1).has(Token::Capital);
}

bool PhraseReader::canBeName(int at, bool titled) const
{
    if (at >= m_limit)
        return false;
    const Token &t = token(at);
    if (!t.isWord())
        return false;
    if (t.has(Token::Glued) && at > 0 && token(at - 1).isWord() && token(at - 1).has(Token::Capital))
        return !is(at, WordClass::OfficeHead);
    if (!t.has(Token::Capital))
        return false;
    if ((t.span.length() == 1 && t.has(Token::Abbreviated)) || isGivenTitle(at) || isBehindParticle(at) ||
        isTitleInName(at))
        return true;
    static constexpr ClassMask never =
        maskOf(WordClass::Weekday, WordClass::NotPeople, WordClass::OfficeHead, WordClass::Determiner,
               WordClass::Possessive, WordClass::PronounMale, WordClass::PronounFemale, WordClass::PronounThey,
               WordClass::Relative, WordClass::Be, WordClass::Counterpart, WordClass::Counterparts, WordClass::Future);
    static constexpr ClassMask joiners = maskOf(WordClass::Subordinator, WordClass::Conjunction);
    if (m_lexicon.isOneOf(t.word, never) || (m_lexicon.isOneOf(t.word, joiners) && !isBehindHonorific(at)))
        return false;
    // "President Jan Kowal": before a further name a month's short form is a given name.
    const bool givenName = titled && at + 1 < m_limit && token(at + 1).isWord() && token(at + 1).has(Token::Capital) &&
                           token(at + 1).word == 0;
    if (is(at, WordClass::Month) && !givenName)
        return false;
    int placeEnd = 0;
    if (is(at, WordClass::Particle))
        return titled || !entryAt(at, m_limit, &placeEnd);
    // "General Secretary To Lam"
    const bool named = titled && isWord(at, "to"_L1) && is(at - 1, WordClass::OfficeHead) && at + 1 < m_limit &&
                       token(at + 1).has(Token::Capital) && !is(at + 1, WordClass::Common) &&
                       !m_lexicon.verbs.contains(token(at + 1).word);
    if (named)
        return true;
    // "Lionel Tan said": a title that ends a name is none.
    const bool last = at > 0 && token(at - 1).isWord() && token(at - 1).has(Token::Capital) &&
                      token(at - 1).word == 0 &&
                      !(at + 1 < m_limit && token(at + 1).isWord() && token(at + 1).has(Token::Capital));
    if (last && is(at, WordClass::HonorificMale))
        return true;
    if ((is(at, WordClass::Preposition) && !isBehindHonorific(at)) || is(at, WordClass::Rank) ||
        is(at, WordClass::Honorific) || is(at, WordClass::HonorificMale) || is(at, WordClass::HonorificFemale))
        return false;
    if (is(at, WordClass::OfficeModifier) || is(at, WordClass::Adverb) || is(at, WordClass::Former))
        return false;
    if (t.word != 0 && is(at, WordClass::Common))
        return titled && !t.has(Token::LineStart);
    int end = 0;
    const PhraseEntry *entry = entryAt(at, m_limit, &end);
    if (!entry)
        return true;
    // "Israel Katz", "Jordan Bardella": after a title the name of a place may be a given name.
    return (titled || is(at, WordClass::GivenPlace)) && end == at + 1 && entry->kind != PhraseKind::Adjective &&
           end < m_limit && token(end).isWord() && token(end).has(Token::Capital) && isOnlyName(end);
}

/** Whether the word can be nothing but a name; one of a longer entry, as in "Nazarbayev University", is known too. */
bool PhraseReader::isOnlyName(int at) const
{
    if (token(at).word == 0)
        return true;
    int end = 0;
    return !is(at, WordClass::Common) && !is(at, WordClass::NotPeople) && !is(at, WordClass::OfficeModifier) &&
           !is(at, WordClass::OfficeHead) && !is(at, WordClass::Preposition) && !is(at, WordClass::Month) &&
           !is(at, WordClass::Weekday) && !m_lexicon.verbs.contains(token(at).word) && !entryAt(at, m_limit, &end);
}

/** "NSC", "DPR": capitals that stand for a body, as far as their form tells. */
bool PhraseReader::isAcronym(int at) const
{
    return at < m_limit && token(at).isWord() && token(at).has(Token::AllCapitals) &&
           !token(at).has(Token::Abbreviated) && token(at).span.length() <= 6 && !is(at, WordClass::FamilyFirst);
}

/** "FEMA Deanne Criswell", "DNI Haines": the name begins only behind it. */
bool PhraseReader::opensWithAcronym(int at) const
{
    if (token(at).span.length() == 2 && m_officeBegin >= 0 && canBeName(at + 1, true) && canBeName(at + 2, true))
        return false; // "Prime Minister KP Sharma Oli"
    return isAcronym(at) && at + 1 < m_limit && token(at + 1).isWord() && token(at + 1).has(Token::Capital) &&
           !token(at + 1).has(Token::AllCapitals) && !token(at + 1).has(Token::Glued) &&
           m_text.text(token(at + 1)).size() > 1;
}

/** "Biden-Harris Administration", "Negev Summit": the name only tells which. */
bool PhraseReader::namesThing(int end) const
{
    int i = end;
    while (i < m_limit && i < end + 3 && is(i, WordClass::OfficeModifier) && token(i).has(Token::Capital))
        ++i;
    return isBodyNoun(i);
}

/** In a headline in title case ("President Biden Call with", "Biden Congratulating"), or words grown together. */
bool PhraseReader::endsName(int at, int first) const
{
    if (!token(at).isWord() || token(at).has(Token::Glued))
        return false;
    const QStringView text = m_text.body.mid(token(at).span.start, token(at).span.length());
    for (qsizetype i = 4; i < text.size(); ++i) {
        if (text[i].isUpper() && text[i - 1].isLower())
            return true;
    }
    if (at + 1 >= m_limit || !token(at + 1).isWord() || at == first)
        return false;
    const QList<VerbReading> &readings = m_lexicon.verbs.value(token(at).word);
    const bool told = std::any_of(readings.begin(), readings.end(), [](const VerbReading &reading) {
        return reading.form == VerbForm::Third || reading.form == VerbForm::Gerund;
    });
    const bool common = is(at, WordClass::Common) || !readings.isEmpty();
    return told || (common && at == first + 1 && is(at + 1, WordClass::Preposition));
}

/** "Pope Leo I said", not "with my counterpart Juan Sol I will talk". */
bool PhraseReader::isNumeralOne(int at, int first) const
{
    const bool speaks = is(at + 1, WordClass::Future) || is(at + 1, WordClass::Conditional) ||
                        is(at + 1, WordClass::Be) || is(at + 1, WordClass::Have);
    return at == first + 1 && !speaks;
}

/** "Boris Titov Titov Boris": a page's hidden line repeats the surname. */
bool PhraseReader::isToldAgain(int at, int first) const
{
    const bool joined = at > first + 1 && token(at - 1).has(Token::Glued) && !token(at).has(Token::Glued);
    const int before = joined ? at - 2 : at - 1;
    const bool joins = !joined && at + 1 < m_limit && token(at + 1).has(Token::Glued);
    return before > first && !joins && !is(at, WordClass::Particle) && token(at).isWord() &&
           m_text.text(token(at)) == m_text.text(token(before));
}

/** "Tran Thanh Man, chairman of": behind a surname that stands first a word of the language is a given name. */
bool PhraseReader::isLastOfFamilyFirst(int at, int first) const
{
    const bool ends = at + 1 >= m_limit || !token(at + 1).isWord() || !token(at + 1).has(Token::Capital);
    return at == first + 2 && ends && is(first, WordClass::FamilyFirst) && token(at).isWord() &&
           token(at).has(Token::Capital) && !token(at).has(Token::AllCapitals) && is(at, WordClass::Common) &&
           !is(at, WordClass::NotPeople) && !is(at, WordClass::OfficeHead) && !is(at, WordClass::Institution) &&
           !token(first).has(Token::LineStart);
}

int PhraseReader::nameEnd(int at, bool titled) const
{
    int i = at;
    int lastReal = at;
    while (i < m_limit) {
        const bool particle = is(i, WordClass::Particle) && i > at && i + 1 < m_limit;
        const bool pronoun = i > at && isWord(i, "i"_L1) && !isNumeralOne(i, at);
        const bool numeral = !pronoun && i > at && token(i).isWord() && token(i).has(Token::AllCapitals) &&
                             token(i).span.length() <= 4 && QStringView(u"IIVIXIV").contains(m_text.text(token(i)));
        if (i > at && (endsName(i, at) || isToldAgain(i, at)))
            break;
        if (!pronoun && (canBeName(i, titled) || numeral || isLastOfFamilyFirst(i, at))) {
            ++i;
            if (!is(i - 1, WordClass::Particle) || token(i - 1).has(Token::Capital))
                lastReal = i;
        } else if (particle) {
            ++i;
        } else if (i > at && token(i).isMark(u',') && i + 1 < m_limit &&
                   (isWord(i + 1, "jr"_L1) || isWord(i + 1, "sr"_L1))) {
            return i + 2;
        } else {
            break;
        }
    }
    return lastReal;
}

/** The end of "Sol-Luna" or "Sol–Luna", which may be two people; `at` where no such name stands. */
int PhraseReader::compoundEnd(int at) const
{
    int i = at;
    int parts = 0;
    int entry = 0;
    for (; i < m_limit && token(i).has(Token::Capital) && canBeName(i, false) && !entryAt(i, m_limit, &entry);
         ++parts) {
        const bool dash = i + 2 < m_limit && (token(i + 1).isMark(u'–') || token(i + 1).isMark(u'—')) &&
                          token(i + 1).span.start == token(i).span.end &&
                          token(i + 1).span.end == token(i + 2).span.start;
        const bool hyphen = i + 1 < m_limit && token(i + 1).has(Token::Glued);
        if (!dash && !hyphen)
            return parts > 0 ? i + 1 : at;
        i += dash ? 2 : 1;
    }
    return at;
}

/** "the Sol-Luna summit", "Sol–Luna talks": names of two people if of anybody; a hyphen alone may join a surname. */
bool PhraseReader::readCompound(bool determined)
{
    const int end = compoundEnd(m_at);
    const bool dash = end > m_at && std::any_of(m_text.tokens.begin() + m_at, m_text.tokens.begin() + end,
                                                [](const Token &t) { return !t.isWord(); });
    if (end <= m_at || (!determined && !dash) || end >= m_limit || !token(end).isWord() ||
        token(end).has(Token::Capital))
        return false;
    m_phrase.kind = Kind::Person;
    m_phrase.nameBegin = m_at;
    m_phrase.nameEnd = m_at = end;
    m_phrase.name = m_text.text(m_phrase.nameBegin, end);
    m_phrase.joined = m_phrase.attributive = true;
    return true;
}

bool PhraseReader::readName()
{
    const bool titled = m_titled || m_modified;
    const bool particleStart = is(m_at, WordClass::Particle) && !token(m_at).has(Token::Capital);
    const bool thing = !titled && (isWord(m_at - 1, "the"_L1) || isWord(m_at - 1, "a"_L1) || isWord(m_at - 1, "an"_L1));
    if (particleStart || thing || !canBeName(m_at, titled) || opensWithAcronym(m_at))
        return false; // "the Trans-Caspian corridor"
    const int end = nameEnd(m_at, titled);
    if (end <= m_at || (!titled && namesThing(end)))
        return false;
    m_phrase.kind = Kind::Person;
    m_phrase.nameBegin = m_at;
    m_phrase.nameEnd = end;
    m_phrase.name = m_text.text(m_at, end);
    m_at = end;
    readAfterName();
    return true;
}

/** "Esteban Quiroga of Argentina". */
void PhraseReader::readAfterName()
{
    if (!isWord(m_at, "of"_L1))
        return;
    int i = m_at + 1;
    if (isWord(i, "the"_L1))
        ++i;
    int end = 0;
    const PhraseEntry *entry = entryAt(i, m_limit, &end);
    const bool state = entry && (entry->kind == PhraseKind::Country || entry->kind == PhraseKind::Government ||
                                 entry->kind == PhraseKind::NationalBody);
    if (!state && !(entry && entry->kind == PhraseKind::Organisation))
        return;
    if (state && m_phrase.country.isEmpty())
        m_phrase.country = entry->country;
    if (entry->kind == PhraseKind::Organisation && m_phrase.country.isEmpty())
        m_phrase.organisation = entry->name;
    m_at = end;
}

} // namespace dragoman
