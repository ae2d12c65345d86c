// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/phrasereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

bool PhraseReader::isWord(int at, QLatin1String word) const
{
    return at >= 0 && at < m_limit && token(at).word != 0 && m_lexicon.vocabulary.text(token(at).word) == word;
}

const PhraseEntry *PhraseReader::entryAt(int at, int limit, int *end) const
{
    const PhraseEntry *best = nullptr;
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
            best = best && *end == i + 1 ? best : &entry;
            *end = i + 1;
        }
    }
    return best;
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
    if (t.span.length() == 1 && t.has(Token::Abbreviated))
        return true;
    static constexpr WordClass never[] = {
        WordClass::Month,       WordClass::Weekday,     WordClass::NotPeople,    WordClass::OfficeHead,
        WordClass::Determiner,  WordClass::Possessive,  WordClass::PronounMale,  WordClass::PronounFemale,
        WordClass::PronounThey, WordClass::Conjunction, WordClass::Subordinator, WordClass::Relative,
        WordClass::Be,          WordClass::Counterpart, WordClass::Counterparts, WordClass::Future,
    };
    for (const WordClass wordClass : never) {
        // "President Jan Kowal": before a further name a month's short form is a given name.
        const bool givenName = wordClass == WordClass::Month && titled && at + 1 < m_limit && token(at + 1).isWord() &&
                               token(at + 1).has(Token::Capital) && token(at + 1).word == 0;
        if (is(at, wordClass) && !givenName)
            return false;
    }
    int placeEnd = 0;
    if (is(at, WordClass::Particle))
        return titled || !entryAt(at, m_limit, &placeEnd);
    if (is(at, WordClass::Preposition) || is(at, WordClass::Rank) || is(at, WordClass::Honorific) ||
        is(at, WordClass::HonorificMale) || is(at, WordClass::HonorificFemale))
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
    return titled && end == at + 1 && entry->kind != PhraseKind::Adjective && end < m_limit && token(end).isWord() &&
           token(end).has(Token::Capital) && token(end).word == 0;
}

int PhraseReader::nameEnd(int at, bool titled) const
{
    int i = at;
    int lastReal = at;
    while (i < m_limit) {
        const bool particle = is(i, WordClass::Particle) && i > at && i + 1 < m_limit;
        const bool numeral = i > at && token(i).isWord() && token(i).has(Token::AllCapitals) &&
                             token(i).span.length() <= 4 && QStringView(u"IIVIXIV").contains(m_text.text(token(i)));
        if (canBeName(i, titled) || numeral) {
            ++i;
            if (!is(i - 1, WordClass::Particle) || token(i - 1).has(Token::Capital))
                lastReal = i;
        } else if (particle) {
            ++i;
        } else if (i > at && token(i).isMark(u',') && i + 1 < m_limit &&
                   (isWord(i + 1, "jr"_L1) || isWord(i + 1, "sr"_L1))) {
            i += 2;
            lastReal = i;
        } else {
            break;
        }
    }
    return lastReal;
}

int PhraseReader::officeEnd(int at) const
{
    int end = at;
    if (isWord(at, "head"_L1) && isWord(at - 1, "the"_L1) && isWord(at - 2, "at"_L1))
        return at; // "at the head of a delegation"
    const bool small = !token(at).has(Token::Capital);
    if (small && at > 0 && m_lexicon.verbs.contains(token(at).word) &&
        (is(at - 1, WordClass::Future) || is(at - 1, WordClass::Conditional) || isWord(at - 1, "to"_L1) ||
         is(at - 1, WordClass::Adverb)))
        return at; // "will chair", "to head"
    for (int i = at; i < m_limit && i < at + 10; ++i) {
        const bool head = is(i, WordClass::OfficeHead);
        const bool middle = is(i, WordClass::OfficeModifier) || is(i, WordClass::Adjective) ||
                            (i > at && isWord(i, "and"_L1) && is(i + 1, WordClass::OfficeModifier)) ||
                            (token(i).isMark(u'/') && i > at);
        if (!head && !middle)
            break;
        if (head)
            end = i + 1;
        if (head && isWord(end, "general"_L1)) // "director general"
            i = end++;
        while (head && end < m_limit && token(end).has(Token::Glued) && token(end).isWord())
            i = end++; // "Secretary-General", "President-elect"
    }
    return end;
}

bool PhraseReader::opensOffice(int at) const
{
    return at < m_limit && officeEnd(at) > at;
}

bool PhraseReader::namesSomebody(int at) const
{
    if (at >= m_limit)
        return false;
    return opensOffice(at) || is(at, WordClass::Rank) || is(at, WordClass::Honorific) ||
           is(at, WordClass::HonorificMale) || is(at, WordClass::HonorificFemale) || is(at, WordClass::Counterpart) ||
           is(at, WordClass::Counterparts) ||
           ((is(at, WordClass::Former) || is(at, WordClass::Adjective)) && namesSomebody(at + 1)) ||
           (is(at, WordClass::Institution));
}

bool PhraseReader::readDeterminer()
{
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

bool PhraseReader::readEntryAsModifier()
{
    int end = 0;
    const PhraseEntry *entry = entryAt(m_at, m_limit, &end);
    if (!entry || entry->kind == PhraseKind::Building)
        return false;
    int next = end;
    if (next < m_limit && token(next).isMark(u'(')) // "the African Union (AU) Commission chief"
        next = next + 2 < m_limit && token(next + 2).isMark(u')') ? next + 3 : next;
    const bool possessive = next < m_limit && token(next).kind == Token::Kind::PossessiveMark;
    if (possessive)
        ++next;
    const bool name = entry->kind == PhraseKind::Adjective && canBeName(next, false) && canBeName(next + 1, false);
    const bool andOther = entry->kind == PhraseKind::Adjective && isWord(next, "and"_L1);
    if (andOther && takeCountryList(m_at))
        return true;
    const bool owned = possessive && entry->kind == PhraseKind::Country && canBeName(next, false);
    if (!namesSomebody(next) && !(name && !possessive) && !owned)
        return false;
    if (entry->kind == PhraseKind::City && !possessive && !m_phrase.country.isEmpty())
        return false;
    m_at = next;
    m_modified = true;
    if (entry->kind == PhraseKind::Organisation || entry->kind == PhraseKind::Forum)
        m_phrase.organisation = entry->name;
    else
        m_phrase.country = entry->country;
    return true;
}

/** "Australian and Japanese counterparts", "the British, French and German foreign ministers". */
bool PhraseReader::takeCountryList(int at)
{
    QStringList countries;
    int i = at;
    while (i < m_limit) {
        int end = 0;
        const PhraseEntry *entry = entryAt(i, m_limit, &end);
        if (!entry || (entry->kind != PhraseKind::Adjective && entry->kind != PhraseKind::Country))
            break;
        countries.append(entry->country);
        i = end;
        if (i < m_limit && token(i).isMark(u','))
            ++i;
        if (isWord(i, "and"_L1))
            ++i;
    }
    if (countries.size() < 2 || !namesSomebody(i))
        return false;
    m_phrase.countries = countries;
    m_phrase.plural = true;
    m_at = i;
    m_modified = true;
    return true;
}

bool PhraseReader::readOffice()
{
    const int end = officeEnd(m_at);
    if (end <= m_at)
        return false;
    if (m_officeBegin < 0)
        m_officeBegin = m_at;
    for (int i = m_at; i < end; ++i) {
        const QString word = m_lexicon.vocabulary.text(token(i).word);
        if (is(i, WordClass::OfficeHead) && word.endsWith(u's') && !word.endsWith(u"ss"_s))
            m_phrase.plural = true;
        if (word == u"king"_s || word == u"prince"_s || word == u"sultan"_s || word == u"emir"_s)
            m_phrase.gender = Gender::Male;
        if (word == u"queen"_s || word == u"princess"_s)
            m_phrase.gender = Gender::Female;
    }
    m_officeEnd = end;
    m_at = end;
    m_titled = true;
    readComplements();
    return true;
}

void PhraseReader::readComplements()
{
    for (int turns = 0; turns < 4; ++turns) {
        if (!readComplement())
            break;
    }
}

/** A capital word with a mark after it, the last of a ministry's fields: "Foreign Affairs and Emigrants,". */
bool PhraseReader::endsList(int at) const
{
    return at + 1 < m_limit && token(at).isWord() && token(at).has(Token::Capital) &&
           token(at + 1).kind == Token::Kind::Punctuation;
}

/** "of Turkey", "to Iran", "for External Affairs", "of the Armed Forces", "(ROK)". */
bool PhraseReader::readComplement()
{
    if (m_at < m_limit && token(m_at).isMark(u'(') && m_at + 2 < m_limit && token(m_at + 2).isMark(u')') &&
        token(m_at + 1).has(Token::Capital)) {
        m_at += 3;
        return true;
    }
    const bool slash = m_at < m_limit && token(m_at).isMark(u'/');
    if ((slash || isWord(m_at, "and"_L1)) && opensOffice(m_at + 1) && token(m_at + 1).has(Token::Capital) &&
        token(m_at - 1).has(Token::Capital)) {
        m_officeEnd = officeEnd(m_at + 1);
        m_at = m_officeEnd;
        return true;
    }
    if (!is(m_at, WordClass::OfficePreposition))
        return false;
    int i = m_at + 1;
    if (isWord(i, "the"_L1) || isWord(i, "its"_L1))
        ++i;
    if (m_phrase.plural && takeCountryList(i))
        return true;
    int end = 0;
    const PhraseEntry *entry = entryAt(i, m_limit, &end);
    const bool ambassador =
        isWord(m_at, "to"_L1) || isWord(m_at, "in"_L1) || isWord(m_at, "on"_L1) || isWord(m_at, "for"_L1);
    if (entry && entry->kind != PhraseKind::Building && entry->kind != PhraseKind::Adjective) {
        const bool place = entry->kind == PhraseKind::City;
        if (isWord(m_at, "in"_L1) && !(isWord(m_officeEnd - 1, "ambassador"_L1)))
            return false;
        if (isWord(m_at, "to"_L1) && !isWord(m_officeEnd - 1, "ambassador"_L1) &&
            !isWord(m_officeEnd - 1, "envoy"_L1) && !isWord(m_officeEnd - 1, "representative"_L1))
            return false;
        if (!ambassador && !place) {
            QStringList list;
            if (m_phrase.plural) {
                int j = i;
                while (j < m_limit) {
                    int e = 0;
                    const PhraseEntry *next = entryAt(j, m_limit, &e);
                    if (!next || next->kind != PhraseKind::Country)
                        break;
                    list.append(next->country);
                    j = e;
                    end = e;
                    const bool comma = j < m_limit && token(j).isMark(u',');
                    if (comma)
                        ++j;
                    if (isWord(j, "and"_L1))
                        ++j;
                    else if (!comma)
                        break;
                    if (isWord(j, "the"_L1))
                        ++j;
                }
            }
            if (list.size() > 1)
                m_phrase.countries = list;
            if (entry->kind == PhraseKind::Organisation || entry->kind == PhraseKind::Forum) {
                if (m_phrase.country.isEmpty())
                    m_phrase.organisation = entry->name;
            } else if (m_phrase.country.isEmpty()) {
                m_phrase.country = entry->country;
            }
        }
        m_at = end;
        // "African Union Commission": further capital words belong to the body.
        while (m_at < m_limit && token(m_at).has(Token::Capital) && is(m_at, WordClass::NotPeople))
            ++m_at;
        return true;
    }
    if (!m_phrase.plural && officeEnd(i) > i && i > m_at + 1) { // "Special Assistant to the Prime Minister"
        m_at = m_officeEnd = officeEnd(i);
        return true;
    }
    // A field of duty or a body told in words: office words, then capital words, up to what no longer fits.
    int j = i;
    while (j < m_limit && j < i + 9) {
        const Token &t = token(j);
        const bool fits =
            t.isWord() &&
            (is(j, WordClass::OfficeModifier) || is(j, WordClass::NotPeople) ||
             (j > i && isWord(j, "and"_L1) && endsList(j + 1)) || (j > i && isWord(j - 1, "and"_L1) && endsList(j)) ||
             (j > i && isWord(j, "and"_L1) && j + 1 < m_limit && token(j + 1).has(Token::Capital) &&
              (is(j + 1, WordClass::OfficeModifier) || is(j + 1, WordClass::Common))) ||
             (t.has(Token::Capital) && is(j, WordClass::Common)) || isWord(j, "staff"_L1) || isWord(j, "state"_L1) ||
             isWord(j, "mosques"_L1) || isWord(j, "holy"_L1) || isWord(j, "two"_L1));
        if (!fits || is(j, WordClass::Weekday) || is(j, WordClass::Month))
            break;
        int e = 0;
        const PhraseEntry *inner = entryAt(j, m_limit, &e);
        if (inner && inner->kind == PhraseKind::Adjective && e < m_limit && token(e).has(Token::Capital)) {
            if (m_phrase.country.isEmpty())
                m_phrase.country = inner->country;
            j = e;
            continue;
        }
        ++j;
    }
    int e = 0;
    if (const PhraseEntry *inner = entryAt(i, m_limit, &e); j == i && inner && inner->kind == PhraseKind::Adjective) {
        // "Chief of Staff of the Iranian Armed Forces"
        int k = e;
        while (k < m_limit && (is(k, WordClass::NotPeople) || is(k, WordClass::OfficeModifier)))
            ++k;
        if (k > e) {
            if (m_phrase.country.isEmpty())
                m_phrase.country = inner->country;
            m_at = k;
            return true;
        }
    }
    while (j > i + 1 && is(j - 1, WordClass::Rank) && canBeName(j, true))
        --j; // "Chief of General Staff General Yasar Guler": the last one is his rank
    if (j == i)
        return false;
    m_officeEnd = j;
    m_at = j;
    return true;
}

bool PhraseReader::readCounterpart()
{
    const bool many = is(m_at, WordClass::Counterparts);
    if (!many && !is(m_at, WordClass::Counterpart))
        return false;
    if (is(m_at, WordClass::OfficeHead))
        return false;
    m_phrase.counterpart = true;
    m_phrase.plural = many;
    m_titled = true;
    ++m_at;
    if (many && isWord(m_at, "from"_L1))
        readAfterPlural();
    else if (!many)
        readComplements();
    return true;
}

/** "his counterparts from Timor-Leste and Australia". */
void PhraseReader::readAfterPlural()
{
    int i = m_at + 1;
    QStringList countries;
    while (i < m_limit) {
        int end = 0;
        const PhraseEntry *entry = entryAt(i, m_limit, &end);
        if (!entry || entry->country.isEmpty())
            break;
        countries.append(entry->country);
        m_at = i = end;
        if (i < m_limit && (token(i).isMark(u',') || isWord(i, "and"_L1)))
            ++i;
        if (isWord(i, "and"_L1))
            ++i;
    }
    if (!countries.isEmpty())
        m_phrase.countries = countries;
}

bool PhraseReader::readPremodifier()
{
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
        (is(m_at, WordClass::Rank) && token(m_at).has(Token::Capital))) {
        if (!token(m_at).has(Token::Capital))
            return false;
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
    if (is(m_at, WordClass::Kin) && !m_titled) {
        m_phrase.kin = true;
        m_titled = true;
        ++m_at;
        return true;
    }
    if (is(m_at, WordClass::Adjective) || is(m_at, WordClass::Adverb) || is(m_at, WordClass::Ordinal)) {
        int end = 0;
        const PhraseEntry *entry = entryAt(m_at + 1, m_limit, &end);
        if (!namesSomebody(m_at + 1) && !(entry && namesSomebody(end)))
            return false;
        ++m_at;
        return true;
    }
    return false;
}

bool PhraseReader::readName()
{
    const bool titled = m_titled || m_modified;
    const bool particleStart = is(m_at, WordClass::Particle) && !token(m_at).has(Token::Capital);
    if (particleStart || !canBeName(m_at, titled))
        return false;
    const int end = nameEnd(m_at, titled);
    if (end <= m_at)
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
    if (!entry || (entry->kind != PhraseKind::Country && entry->kind != PhraseKind::Organisation))
        return;
    if (entry->kind == PhraseKind::Country && m_phrase.country.isEmpty())
        m_phrase.country = entry->country;
    if (entry->kind == PhraseKind::Organisation && m_phrase.country.isEmpty())
        m_phrase.organisation = entry->name;
    m_at = end;
}

bool PhraseReader::readPronoun()
{
    const bool male = is(m_at, WordClass::PronounMale);
    const bool female = is(m_at, WordClass::PronounFemale);
    const bool they = is(m_at, WordClass::PronounThey);
    const bool first = is(m_at, WordClass::PronounI) && isWord(m_at, "i"_L1) && token(m_at).has(Token::Capital);
    if (!male && !female && !they && !first)
        return false;
    m_phrase.kind = they ? Kind::Group : Kind::Pronoun;
    m_phrase.plural = they;
    m_phrase.gender = male ? Gender::Male : female ? Gender::Female : Gender::Unknown;
    m_phrase.name = first ? u"I"_s : QString();
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

bool PhraseReader::readEntryAsHead()
{
    int end = 0;
    const PhraseEntry *entry = entryAt(m_at, m_limit, &end);
    if (!entry)
        return false;
    const bool possessive = end < m_limit && token(end).kind == Token::Kind::PossessiveMark;
    if (const int noun = possessive ? end + 1 : end;
        isWord(noun, "capital"_L1) && !entry->country.isEmpty() && entry->kind != PhraseKind::City) {
        m_phrase.kind = Kind::Place; // "the Iranian capital"
        m_phrase.nameBegin = m_phrase.begin;
        m_phrase.name = m_phrase.city = m_lexicon.capitals.value(entry->country);
        m_phrase.country = entry->country;
        m_phrase.periphrasis = true;
        m_at = noun + 1;
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
    return true;
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
    return m_phrase;
}

std::optional<NounPhrase> PhraseReader::read(int at, int limit)
{
    m_phrase = NounPhrase();
    m_phrase.begin = m_at = at;
    m_limit = limit;
    m_officeBegin = m_officeEnd = -1;
    m_titled = m_modified = false;
    if (readPronoun())
        return finish();
    const bool determined = readDeterminer();
    for (int turns = 0; turns < 12 && m_at < m_limit; ++turns) {
        if (m_phrase.kind == Kind::Person && m_phrase.nameEnd > 0)
            return finish();
        if (readEntryAsModifier() || readCounterpart() || readOffice() || readPremodifier())
            continue;
        break;
    }
    const bool hasHead = m_officeBegin >= 0 || m_phrase.counterpart || m_phrase.kin;
    if ((!m_phrase.plural || !hasHead) && readName()) {
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
            m_phrase.nameBegin = m_phrase.begin;
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
