// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/phrasereader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

/** "at the head of a delegation", "will chair": words of office that are none here. */
bool PhraseReader::isOfficeWordOnly(int at) const
{
    if (isWord(at, "head"_L1) && isWord(at - 1, "the"_L1) && isWord(at - 2, "at"_L1))
        return true;
    const bool small = !token(at).has(Token::Capital);
    if (small && !is(at - 1, WordClass::Determiner) && isLeadingVerb(at))
        return true;
    const int before = isWord(at - 1, "co"_L1) && token(at).has(Token::Glued) ? at - 2 : at - 1; // "will co-chair"
    return small && before >= 0 && m_lexicon.verbs.contains(token(at).word) &&
           (is(before, WordClass::Future) || is(before, WordClass::Conditional) || isWord(before, "to"_L1) ||
            is(before, WordClass::Adverb));
}

/** "heads to Tokyo", "heads a delegation" */
bool PhraseReader::isLeadingVerb(int at) const
{
    const bool goesOn = isWord(at + 1, "to"_L1) || isWord(at + 1, "for"_L1) || isWord(at + 1, "into"_L1) ||
                        is(at + 1, WordClass::Determiner);
    const QList<VerbReading> readings = goesOn ? m_lexicon.verbs.value(token(at).word) : QList<VerbReading>();
    return std::any_of(readings.begin(), readings.end(),
                       [this](const VerbReading &reading) { return m_lexicon.is(reading.lemma, WordClass::Leading); });
}

int PhraseReader::officeEnd(int at) const
{
    if (at >= m_limit || isOfficeWordOnly(at))
        return at;
    int end = at;
    for (int i = at; i < m_limit && i < at + 10; ++i) {
        const bool assistant = isWord(i, "assistant"_L1) && isWord(i + 1, "to"_L1);
        const bool opens = token(i).has(Token::LineStart) && !isWord(i + 1, "of"_L1);
        const bool capital = is(i, WordClass::OfficeCapital) && token(i).has(Token::Capital) && !opens &&
                             !is(i + 1, WordClass::NotPeople);
        const bool abbreviated = is(i, WordClass::OfficeShort) && token(i).has(Token::Abbreviated);
        const bool head = (is(i, WordClass::OfficeHead) && !isGivenTitle(i)) || assistant || capital || abbreviated;
        const bool middle =
            is(i, WordClass::OfficeModifier) || is(i, WordClass::Adjective) ||
            (i > at && isWord(i, "and"_L1) && is(i + 1, WordClass::OfficeModifier)) ||
            (token(i).isMark(u'/') && i > at) ||
            (is(i, WordClass::Institution) && is(i + 1, WordClass::OfficeHead)); // "Foreign Ministry spokesman"
        if (!head && !middle)
            break;
        if (head)
            end = i + 1;
        if (head && isWord(end, "general"_L1)) // "director general"
            i = end++;
        while (head && end < m_limit && token(end).has(Token::Glued) && token(end).isWord())
            i = end++; // "Secretary-General", "President-elect"
        while (head &&
               (is(end, WordClass::OfficeTail) || (isWord(end, "and"_L1) && is(end + 1, WordClass::OfficeTail))))
            i = end++; // "Ambassador Extraordinary and Plenipotentiary"
    }
    // "delegation-level talks", "foreign minister level meeting"
    const bool level = end > at && (isWord(end, "level"_L1) || isWord(end - 1, "level"_L1));
    return level || (end > at && isBodyNoun(end) && behindBodyBeside(end) == end) ? at : end;
}

/** "Chairman Senate X", "Speaker National Assembly X": the end of the body that stands before the name, or `at`. */
int PhraseReader::behindBodyBeside(int at) const
{
    static constexpr int longest = 5;
    int body = at;
    for (int i = at; i < m_limit && i < at + longest && token(i).isWord() && token(i).has(Token::Capital); ++i) {
        if (is(i, WordClass::OfficeHead) || canBeName(i, false))
            break;
        if (is(i, WordClass::OfficeBody))
            body = i + 1;
    }
    const bool named = canBeName(body, true) || is(body, WordClass::Rank) || is(body, WordClass::Honorific) ||
                       is(body, WordClass::HonorificMale);
    return body > at && !token(at).has(Token::LineStart) && named ? body : at;
}

/** "Leaders Summit", "Foreign Ministers Meeting", "Prime Minister Office": the office only tells what kind. */
bool PhraseReader::isBodyNoun(int at) const
{
    return is(at, WordClass::NotPeople) && token(at).has(Token::Capital) && !token(at).has(Token::AllCapitals) &&
           !token(at).has(Token::LineStart) && !token(at).has(Token::Glued);
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

/** "Communist Party Politburo" before "Member": the body in which the office is held; `at` where there is none. */
int PhraseReader::behindBodyOfOffice(int at) const
{
    static constexpr int longest = 6;
    int end = at;
    while (end < m_limit && end < at + longest && token(end).isWord() && token(end).has(Token::Capital) &&
           !opensOffice(end) && (is(end, WordClass::NotPeople) || is(end, WordClass::Common)))
        ++end;
    return end > at && opensOffice(end) && token(end).has(Token::Capital) ? end : at;
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
    if (entry->kind == PhraseKind::Adjective || entry->kind == PhraseKind::Country ||
        entry->kind == PhraseKind::NationalBody || entry->kind == PhraseKind::Organisation)
        next = behindBodyOfOffice(next);
    int other = 0;
    const bool joined = next < m_limit && token(next).has(Token::Glued) && entryAt(next, m_limit, &other);
    const bool name = entry->kind == PhraseKind::Adjective && !joined && canBeName(next, false) &&
                      canBeName(next + 1, false); // not "the Turkish-Russian-Iranian summit"
    const PhraseEntry *listed =
        next + 1 < m_limit && token(next).isMark(u',') ? entryAt(next + 1, m_limit, &other) : nullptr;
    const bool andOther = entry->kind == PhraseKind::Adjective &&
                          (isWord(next, "and"_L1) || (listed && listed->kind == PhraseKind::Adjective));
    if (andOther && takeCountryList(m_at))
        return true;
    const bool owned = possessive && entry->kind == PhraseKind::Country && canBeName(next, false);
    if (!namesSomebody(next) && !(name && !possessive) && !owned)
        return false;
    // "received in Moscow Ambassador X": the city is where it took place.
    const bool where = isWord(m_phrase.begin - 1, "in"_L1) && m_at == m_phrase.begin;
    if (entry->kind == PhraseKind::City && !possessive && (where || !m_phrase.country.isEmpty()))
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
        const QString &word = m_lexicon.vocabulary.text(token(i).word);
        if (is(i, WordClass::OfficeHead) && word.endsWith(u's') && !word.endsWith("ss"_L1) &&
            !word.startsWith("d'"_L1)) // "chargé d'affaires"
            m_phrase.plural = true;
        if (isWord(i, "king"_L1) || isWord(i, "prince"_L1) || isWord(i, "sultan"_L1) || isWord(i, "emir"_L1))
            m_phrase.gender = Gender::Male;
        if (isWord(i, "queen"_L1) || isWord(i, "princess"_L1))
            m_phrase.gender = Gender::Female;
    }
    m_officeEnd = end;
    m_at = end;
    m_titled = true;
    if (!m_phrase.plural && token(m_at - 1).has(Token::Capital))
        m_at = m_officeEnd = behindBodyBeside(m_at);
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

/** "(ROK)" */
bool PhraseReader::readBracket()
{
    if (m_at + 2 >= m_limit || !token(m_at).isMark(u'(') || !token(m_at + 2).isMark(u')') ||
        !token(m_at + 1).has(Token::Capital))
        return false;
    m_at = std::max(m_at + 3, bodyEnd(m_at + 3)); // "Congress (NPC) Standing Committee"
    return true;
}

/** "The Vice President and Chancellor Scholz", "the President and Foreign Minister Sol": two people. */
bool PhraseReader::isOfficeOfAnother(int begin, int end) const
{
    if (!m_phrase.definite || is(m_phrase.begin, WordClass::Possessive) || m_modified)
        return false;
    const QStringList top = m_lexicon.roleGroups.value(u"top"_s);
    const QString first = roleKeyOf(m_text, m_officeBegin, m_officeEnd, m_lexicon);
    const QString second = roleKeyOf(m_text, begin, end, m_lexicon);
    if (!top.contains(first) || is(end, WordClass::OfficePreposition))
        return false;
    return top.contains(second) || (first == u"president"_s && canBeName(end, true));
}

/** "Deputy Prime Minister and Minister of Defence", "... and Middle East Coordinator". */
bool PhraseReader::readJoinedOffice()
{
    const bool slash = m_at < m_limit && (token(m_at).isMark(u'/') || token(m_at).isMark(u'–'));
    if ((!slash && !isWord(m_at, "and"_L1)) || m_at + 1 >= m_limit || !token(m_at + 1).has(Token::Capital) ||
        !token(m_at - 1).has(Token::Capital))
        return false;
    int begin = m_at + 1;
    for (int end = 0, turns = 0; turns < 3; ++turns) {
        const PhraseEntry *entry = entryAt(begin, m_limit, &end);
        if (!entry || (entry->kind != PhraseKind::Region && entry->kind != PhraseKind::Organisation))
            break;
        begin = isWord(end, "and"_L1) ? end + 1 : end;
    }
    if (begin == m_at + 1 && isAcronym(begin) && opensOffice(begin + 1))
        ++begin;
    if (!opensOffice(begin) || !token(begin).has(Token::Capital) || isOfficeOfAnother(begin, officeEnd(begin)))
        return false;
    m_officeEnd = officeEnd(begin);
    m_at = m_officeEnd;
    return true;
}

/** "to Prime Minister X", "of French President Y": the office is in the service of the one named. With an article
 *  before his office, as in "Aide to the President X", the name is that of who serves. */
bool PhraseReader::isPrincipal(int at) const
{
    int office = at;
    if (const PhraseEntry *entry = entryAt(at, m_limit, &office); entry && entry->kind == PhraseKind::Adjective) {
        if (office < m_limit && token(office).kind == Token::Kind::PossessiveMark)
            ++office;
    } else {
        office = at;
    }
    const int end = officeEnd(office);
    if (end <= office || !token(office).has(Token::Capital) || !canBeName(end, true))
        return false;
    return m_lexicon.roleGroups.value(u"top"_s).contains(roleKeyOf(m_text, office, end, m_lexicon));
}

/** "of Turkey", "to Iran", "for External Affairs", "of the Armed Forces", "(ROK)". */
bool PhraseReader::readComplement()
{
    if (readBracket() || readJoinedOffice())
        return true;
    if (!is(m_at, WordClass::OfficePreposition))
        return false;
    int i = m_at + 1;
    if (isPrincipal(i)) {
        m_ofPrincipal = true;
        return false;
    }
    if (isWord(i, "the"_L1) || isWord(i, "its"_L1))
        ++i;
    if (m_phrase.plural && takeCountryList(i))
        return true;
    int end = 0;
    const PhraseEntry *entry = entryAt(i, m_limit, &end);
    if (entry && entry->kind != PhraseKind::Building && entry->kind != PhraseKind::Adjective)
        return readSideComplement(*entry, i, end);
    return readServed(i) || readField(i);
}

/** "Special Assistant to the Prime Minister", "Adviser to the Latvian President": an office beside another. */
bool PhraseReader::readServed(int at)
{
    int office = at;
    const PhraseEntry *entry = entryAt(at, m_limit, &office);
    const bool ofState = entry && entry->kind == PhraseKind::Adjective;
    if (!ofState)
        office = at;
    const int end = officeEnd(office);
    if (m_phrase.plural || end <= office || at == m_at + 1)
        return false;
    if (ofState && m_phrase.country.isEmpty())
        m_phrase.country = entry->country;
    m_at = m_officeEnd = end;
    return true;
}

/** "of Turkey": whose office it is, or at whom it is directed; the entry goes from `begin` to `end`. */
bool PhraseReader::readSideComplement(const PhraseEntry &entry, int begin, int end)
{
    const bool directed =
        isWord(m_at, "to"_L1) || isWord(m_at, "in"_L1) || isWord(m_at, "on"_L1) || isWord(m_at, "for"_L1);
    const bool ambassador = isWord(m_officeEnd - 1, "ambassador"_L1);
    if (isWord(m_at, "in"_L1) && !ambassador)
        return false;
    if (isWord(m_at, "to"_L1) && !ambassador && !isWord(m_officeEnd - 1, "envoy"_L1) &&
        !isWord(m_officeEnd - 1, "representative"_L1) && !isWord(m_officeEnd - 1, "commissioner"_L1) &&
        !isWord(m_officeEnd - 1, "consul"_L1))
        return false;
    const int body = bodyEnd(end);
    if (!directed && entry.kind != PhraseKind::City) {
        if (m_phrase.plural)
            end = takeStates(begin, end);
        if (entry.kind == PhraseKind::Organisation || entry.kind == PhraseKind::Forum) {
            if (m_phrase.country.isEmpty())
                m_phrase.organisation = entry.name;
        } else if (m_phrase.country.isEmpty()) {
            m_phrase.country = entry.country;
        }
    }
    m_at = std::max(end, body); // "African Union Commission": further capital words belong to the body
    if (m_at < m_limit && token(m_at).kind == Token::Kind::PossessiveMark)
        m_at = std::max(m_at, bodyOwned(m_at + 1)); // "chairman of Vietnam's National Assembly"
    readFieldBeside();
    return true;
}

/** The end of the body's name that begins at `at`, or 0. */
int PhraseReader::bodyOwned(int at) const
{
    if (is(at, WordClass::Institution))
        return at + 1; // "the speaker of Iran's parliament"
    const int end = bodyEnd(at);
    return end > at ? end : 0;
}

/** "for Europe and Foreign Affairs": a further field of duty behind a region. */
void PhraseReader::readFieldBeside()
{
    if (!isWord(m_at, "and"_L1))
        return;
    int end = m_at + 1;
    while (end < m_limit && token(end).has(Token::Capital) && !is(end, WordClass::OfficeHead) &&
           (is(end, WordClass::OfficeModifier) || is(end, WordClass::NotPeople) || is(end, WordClass::OfficeFiller)))
        ++end;
    if (end > m_at + 1 && !opensOffice(m_at + 1))
        m_at = m_officeEnd = end;
}

/** "ministers of Kenya, Uganda and Rwanda": the states into countries; the end of the list. */
int PhraseReader::takeStates(int begin, int end)
{
    QStringList list;
    for (int i = begin; i < m_limit;) {
        int after = 0;
        const PhraseEntry *next = entryAt(i, m_limit, &after);
        if (!next || next->kind != PhraseKind::Country)
            break;
        list.append(next->country);
        i = end = after;
        const bool comma = i < m_limit && token(i).isMark(u',');
        if (comma)
            ++i;
        if (isWord(i, "and"_L1))
            ++i;
        else if (!comma)
            break;
        if (isWord(i, "the"_L1))
            ++i;
    }
    if (list.size() > 1)
        m_phrase.countries = list;
    return end;
}

/** The end of a body's name that begins at `at` or goes on there: "Federal Trade Commission", "Forest Service". */
int PhraseReader::bodyEnd(int at) const
{
    int end = at;
    for (int i = at; i < m_limit && i < at + 9; ++i) {
        const bool link = isWord(i, "and"_L1) || isWord(i, "of"_L1) || isWord(i, "for"_L1) || isWord(i, "the"_L1) ||
                          token(i).isMark(u'&');
        const bool known = is(i, WordClass::NotPeople) || is(i, WordClass::OfficeModifier);
        if (link && i > at && i + 1 < m_limit && token(i + 1).has(Token::Capital) && end == i)
            continue;
        if (!token(i).isWord() || !token(i).has(Token::Capital) || token(i).has(Token::LineStart) ||
            is(i, WordClass::Month) || is(i, WordClass::Weekday) || is(i, WordClass::OfficeHead))
            break;
        const bool next = i + 1 < m_limit &&
                          (is(i + 1, WordClass::NotPeople) || is(i + 1, WordClass::OfficeModifier)) &&
                          token(i + 1).has(Token::Capital);
        if (!known && !next)
            break;
        if (is(i, WordClass::NotPeople))
            end = i + 1;
    }
    return end;
}

/** Whether the word can stand in a field of duty or in the name of a body told in words. */
bool PhraseReader::fitsField(int at, int begin) const
{
    const Token &t = token(at);
    if (!t.isWord() || is(at, WordClass::Weekday) || is(at, WordClass::Month) || isGivenTitle(at) ||
        (at > begin && is(at, WordClass::HonorificMale)) || (at > begin && is(at, WordClass::HonorificFemale)))
        return false;
    const bool later = at > begin;
    if (later && isWord(at, "and"_L1) && at + 1 < m_limit)
        return endsList(at + 1) || (token(at + 1).has(Token::Capital) &&
                                    (is(at + 1, WordClass::OfficeModifier) || is(at + 1, WordClass::Common)));
    return is(at, WordClass::OfficeModifier) || is(at, WordClass::NotPeople) || isAcronym(at) ||
           (later && isWord(at - 1, "and"_L1) && endsList(at)) ||
           (t.has(Token::Capital) && is(at, WordClass::Common)) || isWord(at, "staff"_L1) || isWord(at, "state"_L1) ||
           isWord(at, "mosques"_L1) || isWord(at, "holy"_L1) || isWord(at, "two"_L1);
}

/** A field of duty or a body told in words: office words, then capital words, up to what no longer fits. */
bool PhraseReader::readField(int begin)
{
    // "a letter from the Prime Minister to His Majesty"
    if (isWord(begin - 1, "to"_L1) && is(begin, WordClass::Possessive))
        return false;
    // "invited the King to visit Oslo"
    if (begin < m_limit && isWord(begin - 1, "to"_L1) && !token(begin).has(Token::Capital) &&
        m_lexicon.verbs.contains(token(begin).word))
        return false;
    int end = 0;
    const PhraseEntry *entry = entryAt(begin, m_limit, &end);
    if (entry && entry->kind == PhraseKind::Adjective) { // "Chief of Staff of the Iranian Armed Forces"
        int k = end;
        while (k < m_limit && (is(k, WordClass::NotPeople) || is(k, WordClass::OfficeModifier)))
            ++k;
        if (k > end && m_phrase.country.isEmpty())
            m_phrase.country = entry->country;
        m_at = k > end ? k : m_at;
        return k > end;
    }
    int j = std::max(begin, bodyEnd(begin));
    for (int i = begin; i < j && m_phrase.country.isEmpty(); ++i) { // "Chief of Royal Saudi Naval Forces"
        const PhraseEntry *inner = entryAt(i, j, &end);
        if (inner && inner->kind == PhraseKind::Adjective)
            m_phrase.country = inner->country;
    }
    while (j < m_limit && j < begin + 9) {
        const PhraseEntry *inner = entryAt(j, m_limit, &end);
        if (j > begin && inner && inner->kind == PhraseKind::Region) { // "for Western and Central Africa"
            j = end;
            continue;
        }
        if (!fitsField(j, begin))
            break;
        if (inner && inner->kind == PhraseKind::Adjective && end < m_limit && token(end).has(Token::Capital)) {
            if (m_phrase.country.isEmpty())
                m_phrase.country = inner->country;
            j = end;
            continue;
        }
        ++j;
    }
    while (j > begin + 1 && is(j - 1, WordClass::Rank) && canBeName(j, true))
        --j; // "Chief of General Staff General Yasar Guler": the last one is his rank
    if (j == begin)
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

} // namespace dragoman
