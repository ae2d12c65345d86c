// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/phrasereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

PhraseReader::EntryAt PhraseReader::longestEntryAt(int at, int limit) const
{
    EntryAt longest{at, limit};
    quint32 node = 0;
    for (int i = at; i < limit && token(i).word != 0; ++i) {
        node = m_lexicon.phrases.step(node, token(i).word);
        if (node == 0)
            break;
        for (const quint32 number : m_lexicon.phrases.entries(node)) {
            const PhraseEntry &entry = m_lexicon.entries[number];
            const Token &first = token(at);
            const Token &last = token(i);
            const bool capital = first.has(Token::Capital) || last.has(Token::Capital);
            if (!capital || (entry.capitals && !first.has(Token::AllCapitals)))
                continue;
            // Singapore, Luxembourg, Kuwait: the state before its capital.
            if (!longest.found || longest.end != i + 1 ||
                (entry.kind == PhraseKind::Country && longest.found->kind == PhraseKind::City))
                longest.found = &entry;
            longest.end = i + 1;
        }
    }
    return longest;
}

bool PhraseReader::readDeterminer()
{
    if (is(m_at + 1, WordClass::Determiner))
        return false; // "that the White House"
    const bool demonstrative = isWord(m_at, "that"_L1) || isWord(m_at, "this"_L1);
    if (demonstrative && m_at + 1 < m_limit && token(m_at + 1).has(Token::Capital))
        return false; // "said that Paris"
    if (is(m_at, WordClass::Determiner)) {
        m_phrase.definite = isWord(m_at, "the"_L1) || isWord(m_at, "this"_L1) || isWord(m_at, "that"_L1);
        ++m_at;
        return true;
    }
    if (is(m_at, WordClass::Possessive)) {
        m_phrase.definite = true;
        ++m_at;
        return true;
    }
    return false;
}

/** "H E" for His Excellency, its letters parted. */
bool PhraseReader::readLetters()
{
    if (m_at + 2 >= m_limit || token(m_at).span.length() != 1 || token(m_at + 1).span.length() != 1 ||
        !token(m_at).has(Token::Capital) || !token(m_at + 1).has(Token::Capital) || !token(m_at + 2).isWord() ||
        !token(m_at + 2).has(Token::Capital))
        return false;
    const WordId word = m_lexicon.vocabulary.find((m_text.text(token(m_at)) + m_text.text(token(m_at + 1))).toLower());
    if (!m_lexicon.is(word, WordClass::TitleCapitals))
        return false;
    m_at += 2;
    m_titled = m_phrase.honorific = true;
    return true;
}

bool PhraseReader::readPremodifier()
{
    if (readLetters())
        return true;
    if (is(m_at, WordClass::Former)) {
        if (!namesSomebody(m_at + 1) && !canBeName(m_at + 1, false)) {
            int end = 0;
            if (!entryAt(m_at + 1, m_limit, &end))
                return false;
        }
        m_phrase.former = true;
        ++m_at;
        return true;
    }
    if (is(m_at, WordClass::HonorificMale) || is(m_at, WordClass::HonorificFemale) || is(m_at, WordClass::Honorific) ||
        (is(m_at, WordClass::Rank) && token(m_at).has(Token::Capital) && !isBodyNoun(m_at + 1))) {
        if (!token(m_at).has(Token::Capital) || isGivenTitle(m_at))
            return false;
        m_phrase.honorific = m_officeBegin < 0;
        if (is(m_at, WordClass::HonorificMale))
            m_phrase.gender = Gender::Male;
        if (is(m_at, WordClass::HonorificFemale))
            m_phrase.gender = Gender::Female;
        m_titled = true;
        if ((is(m_at, WordClass::OfficeHead)) && m_officeBegin < 0)
            return readOffice();
        ++m_at;
        return true;
    }
    const bool number = token(m_at).kind == Token::Kind::Number || is(m_at, WordClass::Number);
    if (number && !isWord(m_at, "one"_L1) && m_officeBegin < 0 && namesSomebody(m_at + 1)) {
        ++m_at; // "six new envoys"
        return true;
    }
    if (is(m_at, WordClass::Kin) && !m_titled) {
        m_phrase.kin = true;
        m_titled = true;
        ++m_at;
        return true;
    }
    // "met here today Lao Foreign Minister X": an adverb opens no phrase.
    const bool adverb = is(m_at, WordClass::Adverb) && m_at > m_phrase.begin;
    if (is(m_at, WordClass::Adjective) || adverb || is(m_at, WordClass::Ordinal)) {
        int end = 0;
        const PhraseEntry *entry = entryAt(m_at + 1, m_limit, &end);
        if (!namesSomebody(m_at + 1) && !(entry && namesSomebody(end)))
            return false;
        m_phrase.visiting = m_phrase.visiting || isWord(m_at, "visiting"_L1);
        ++m_at;
        return true;
    }
    return false;
}

/** "handed her a note", "invited her to Oslo", "met her": no "her note". */
bool PhraseReader::isObjectHer(int at) const
{
    if (!isWord(at, "her"_L1) || at == 0)
        return false;
    const int next = at + 1;
    if (next >= m_limit || token(next).kind == Token::Kind::Punctuation)
        return true;
    const bool compound = next + 1 < m_limit && token(next + 1).has(Token::Glued);
    return !compound && !is(next, WordClass::Adjective) &&
           (is(next, WordClass::Preposition) || is(next, WordClass::Determiner) || is(next, WordClass::Conjunction));
}

bool PhraseReader::readPronoun()
{
    const bool male = is(m_at, WordClass::PronounMale);
    const bool female = is(m_at, WordClass::PronounFemale) || isObjectHer(m_at);
    const bool they = is(m_at, WordClass::PronounThey);
    const bool first = is(m_at, WordClass::PronounI) && isWord(m_at, "i"_L1) && token(m_at).has(Token::Capital);
    const bool you = is(m_at, WordClass::PronounI) && isWord(m_at, "you"_L1);
    if (!male && !female && !they && !first && !you)
        return false;
    m_phrase.kind = they ? Kind::Group : Kind::Pronoun;
    m_phrase.plural = they;
    m_phrase.gender = male ? Gender::Male : female ? Gender::Female : Gender::Unknown;
    m_phrase.name = first ? u"I"_s : you ? u"you"_s : QString();
    m_phrase.object = isWord(m_at, "him"_L1) || isWord(m_at, "her"_L1) || isWord(m_at, "them"_L1);
    ++m_at;
    return true;
}

/** "the Tajik Ministry of Foreign Affairs", "the French side", "EU Delegation". */
bool PhraseReader::readInstitution()
{
    int i = m_at;
    while (i < m_limit && (is(i, WordClass::OfficeModifier) || is(i, WordClass::Adjective)))
        ++i;
    if (!is(i, WordClass::Institution) || (m_phrase.country.isEmpty() && m_phrase.organisation.isEmpty()))
        return false;
    m_phrase.kind = Kind::Body;
    m_phrase.nameBegin = m_phrase.begin;
    m_at = i + 1;
    m_officeEnd = m_at;
    if (is(m_at, WordClass::OfficePreposition) && token(m_at - 1).has(Token::Capital))
        readComplement();
    return true;
}

void PhraseReader::takeCapital(const QString &country, int end)
{
    m_phrase.kind = Kind::Place;
    m_phrase.nameBegin = m_phrase.begin;
    m_phrase.name = m_phrase.city = m_lexicon.capitals.value(country);
    m_phrase.country = country;
    m_phrase.periphrasis = true;
    m_at = end;
}

/** "the capital of North Macedonia" */
bool PhraseReader::readCapitalOf()
{
    if (!isWord(m_at, "capital"_L1) || !isWord(m_at + 1, "of"_L1))
        return false;
    int end = 0;
    const PhraseEntry *entry = entryAt(m_at + 2 + (isWord(m_at + 2, "the"_L1) ? 1 : 0), m_limit, &end);
    if (!entry || entry->kind != PhraseKind::Country)
        return false;
    takeCapital(entry->country, end);
    return true;
}

bool PhraseReader::readEntryAsHead()
{
    if (readCapitalOf())
        return true;
    int end = 0;
    const PhraseEntry *entry = entryAt(m_at, m_limit, &end);
    if (!entry)
        return false;
    const bool possessive = end < m_limit && token(end).kind == Token::Kind::PossessiveMark;
    if (const int noun = possessive ? end + 1 : end;
        isWord(noun, "capital"_L1) && !entry->country.isEmpty() && entry->kind != PhraseKind::City) {
        takeCapital(entry->country, noun + 1); // "the Iranian capital"
        return true;
    }
    if (end < m_limit && token(end).has(Token::Glued) && token(end).isWord()) {
        m_at = end; // "Turkish-mediated", "Tehran-Ankara ties"
        m_phrase.attributive = true;
    }
    m_phrase.nameBegin = m_at == end ? m_phrase.begin : m_at;
    m_phrase.country = entry->country;
    m_phrase.name = entry->name;
    m_phrase.city = entry->city;
    const bool place =
        entry->kind == PhraseKind::City || entry->kind == PhraseKind::Building || entry->kind == PhraseKind::Region;
    m_phrase.kind = place ? Kind::Place : Kind::Body;
    if (entry->kind == PhraseKind::Region)
        m_phrase.city.clear();
    m_phrase.periphrasis = entry->kind == PhraseKind::Building || entry->kind == PhraseKind::Government;
    m_phrase.state = entry->kind == PhraseKind::Country;
    m_phrase.forum = entry->kind == PhraseKind::Forum;
    if (entry->kind == PhraseKind::Organisation || entry->kind == PhraseKind::Forum)
        m_phrase.organisation = entry->name;
    if (entry->kind == PhraseKind::Adjective)
        m_phrase.attributive = true;
    m_at = end;
    if (m_phrase.attributive && m_phrase.definite && meansOnePerson(end)) {
        m_phrase.kind = Kind::Role; // "the American, who"
        m_phrase.attributive = false;
        m_phrase.name.clear();
    }
    return true;
}

/** "the American who", "received the American.": behind an adjective ending as those of single persons no noun follows.
 */
bool PhraseReader::meansOnePerson(int end) const
{
    const QString word = m_lexicon.vocabulary.text(token(end - 1).word);
    if (!word.endsWith(u"an"_s) && !word.endsWith(u'i'))
        return false;
    return end >= m_limit || token(end).kind == Token::Kind::Punctuation || is(end, WordClass::Relative);
}

std::optional<NounPhrase> PhraseReader::finish()
{
    if (m_at <= m_phrase.begin)
        return std::nullopt;
    m_phrase.end = m_at;
    m_phrase.titled = m_titled || m_modified;
    if (m_officeBegin >= 0) {
        m_phrase.office = m_text.text(m_officeBegin, m_officeEnd);
        m_phrase.roleKey = roleKeyOf(m_text, m_phrase.begin, m_officeEnd, m_lexicon);
    }
    m_phrase.possessiveOf = m_at < m_limit && token(m_at).kind == Token::Kind::PossessiveMark;
    return std::move(m_phrase);
}

std::optional<NounPhrase> PhraseReader::readJoined(int at, int limit)
{
    begin(at, limit);
    if (!readEntryAsHead())
        return std::nullopt;
    m_phrase.attributive = true;
    return finish();
}

void PhraseReader::begin(int at, int limit)
{
    m_phrase = NounPhrase();
    m_phrase.begin = m_at = at;
    m_limit = limit;
    m_officeBegin = m_officeEnd = m_behindTitle = -1;
    m_titled = m_modified = m_ofPrincipal = false;
}

std::optional<NounPhrase> PhraseReader::read(int at, int limit)
{
    begin(at, limit);
    if (readPronoun())
        return finish();
    const bool determined = readDeterminer();
    for (int turns = 0; turns < 12 && m_at < m_limit && !m_ofPrincipal; ++turns) {
        if (m_phrase.kind == Kind::Person && m_phrase.nameEnd > 0)
            return finish();
        if (readEntryAsModifier() || readCounterpart() || readOffice() || readPremodifier())
            continue;
        if (m_officeBegin >= 0 && is(m_at, WordClass::Possessive) && is(m_at + 1, WordClass::Honorific) &&
            token(m_at + 1).has(Token::Capital)) { // "UAE President His Highness Sheikh X"
            ++m_at;
            continue;
        }
        if (m_titled && m_officeBegin < 0 && isWord(m_at, "the"_L1) && opensOffice(m_at + 1)) {
            m_behindTitle = ++m_at; // "His Majesty the King of Bahrain"
            m_phrase.definite = true;
            m_phrase.honorific = false;
            continue;
        }
        break;
    }
    if (!m_titled && !m_modified && readCompound(determined))
        return finish();
    const bool hasHead = m_officeBegin >= 0 || m_phrase.counterpart || m_phrase.kin;
    if (!m_ofPrincipal && (!m_phrase.plural || !hasHead) && readName()) {
        const int words = m_phrase.nameEnd - m_phrase.nameBegin;
        const bool alone = !m_titled && !m_modified;
        if (alone && determined)
            return std::nullopt; // "the Kuwaiti Towers"
        if (alone && words == 1 && is(m_phrase.nameBegin, WordClass::Particle))
            return std::nullopt;
        return finish();
    }
    if (hasHead) {
        m_phrase.kind = Kind::Role;
        if (m_phrase.nameEnd == 0) {
            m_phrase.nameBegin = std::max(m_phrase.begin, m_behindTitle);
            m_phrase.nameEnd = m_at;
        }
        return finish();
    }
    if (m_modified && readInstitution())
        return finish();
    if (m_titled) { // "His Excellency" alone, "His Highness"
        m_phrase.kind = Kind::Pronoun;
        return determined || m_at - m_phrase.begin > 1 ? finish() : std::nullopt;
    }
    if (!m_modified && readEntryAsHead())
        return finish();
    return std::nullopt;
}

} // namespace dragoman
