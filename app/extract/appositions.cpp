// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/appositions.h"

namespace dragoman {

using Kind = NounPhrase::Kind;

namespace {

bool isName(const NounPhrase &phrase)
{
    return phrase.kind == Kind::Person;
}

} // namespace

Appositions::Appositions(const TokenizedText &text, const Lexicon &lexicon, std::vector<NounPhrase> &phrases)
    : m_text(text), m_lexicon(lexicon), m_phrases(phrases), m_toWord(lexicon.word(QLatin1String("to"))),
      m_accordingWord(lexicon.word(QLatin1String("according"))), m_andWord(lexicon.word(QLatin1String("and")))
{
}

bool Appositions::is(int at, int end, WordClass wordClass) const
{
    return at < end && token(at).isWord() && m_lexicon.is(token(at).word, wordClass);
}

bool Appositions::isVerb(int at, int end) const
{
    return at < end && (is(at, end, WordClass::Be) || is(at, end, WordClass::Have) || is(at, end, WordClass::Future) ||
                        is(at, end, WordClass::Conditional) || is(at, end, WordClass::Adverb) ||
                        (token(at).word != 0 && m_lexicon.verbs.contains(token(at).word)));
}

bool Appositions::onlyComma(int from, int to) const
{
    return to == from + 1 && (token(from).isMark(u',') || token(from).isMark(u'('));
}

bool Appositions::onlyAnd(int from, int to) const
{
    return to == from + 1 && token(from).isWord() && token(from).word == m_andWord;
}

/** What stands after the phrase lets it be the end of an apposition. */
bool Appositions::closes(const NounPhrase &phrase, int end) const
{
    const int at = phrase.end;
    if (at >= end || token(at).kind == Token::Kind::Punctuation)
        return true;
    // "In talks with X, the President noted": with no comma behind it "the President" opens a clause of his own.
    if (isVerb(at, end))
        return !(phrase.kind == Kind::Role && phrase.definite && phrase.country.isEmpty() &&
                 phrase.organisation.isEmpty() && phrase.end - phrase.begin <= 3);
    return is(at, end, WordClass::Relative) || is(at, end, WordClass::Preposition) ||
           is(at, end, WordClass::Conjunction) || is(at, end, WordClass::Subordinator) ||
           token(at).kind == Token::Kind::Number;
}

void Appositions::join(size_t first, int end)
{
    for (size_t i = first; i + 1 < m_phrases.size(); ++i) {
        size_t j = i + 1;
        NounPhrase &a = m_phrases[i];
        if (a.mergedInto >= 0)
            continue;
        gatherOffices(i);
        joinOffices(i);
        spreadOverNames(i);
        spreadPlural(i);
        while (j < m_phrases.size() && m_phrases[j].mergedInto == static_cast<int>(i))
            ++j;
        while (j < m_phrases.size() && onlyComma(a.end, m_phrases[j].begin) && closes(m_phrases[j], end) &&
               joins(a, m_phrases[j], end)) {
            take(a, m_phrases[j]);
            m_phrases[j].mergedInto = static_cast<int>(i);
            ++j;
        }
        shareState(i);
    }
}

bool Appositions::joins(const NounPhrase &a, const NounPhrase &b, int end) const
{
    if (a.possessiveOf || b.possessiveOf || a.plural || b.plural || isSourceOfReport(a))
        return false;
    const bool clash = !a.country.isEmpty() && !b.country.isEmpty() && a.country != b.country;
    // "X, foreign minister of Y," and "X, Ambassador of A to B,"
    if (isName(a) && b.kind == Kind::Role && !b.counterpart && !clash && !listGoesOn(b.end, end))
        return true;
    // "wrote to the Sultan of Oman, X added": X says so.
    const bool says = is(b.end, end, WordClass::Reporting) && a.begin > 0 && !token(a.begin).has(Token::LineStart) &&
                      is(a.begin - 1, end, WordClass::Preposition);
    // "the foreign minister, X," and "his counterpart, X," and "the Permanent Representative of Y, Ambassador X,"
    const bool ambassador = a.definite && b.roleKey == QLatin1String("ambassador") && b.country.isEmpty() &&
                            b.organisation.isEmpty() && a.roleKey != b.roleKey && !listGoesOn(b.end, end);
    return a.kind == Kind::Role && isName(b) && (b.office.isEmpty() || ambassador) && !clash && !says;
}

/** "According to X, the minister ...": X is an agency or a witness, not the minister. */
bool Appositions::isSourceOfReport(const NounPhrase &phrase) const
{
    return phrase.begin >= 2 && token(phrase.begin - 1).word == m_toWord &&
           token(phrase.begin - 2).word == m_accordingWord;
}

/** Whether "A, B and C" goes on here, so that the comma parted members of a list. */
bool Appositions::listGoesOn(int at, int end) const
{
    return at + 1 < end && token(at).word == m_andWord && token(at).isWord() && token(at + 1).has(Token::Capital);
}

void Appositions::take(NounPhrase &a, const NounPhrase &b)
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
    if (a.office.isEmpty() || (a.roleKey.isEmpty() && !b.roleKey.isEmpty())) { // "Prince X, Crown Prince"
        a.office = b.office;
        a.roleKey = b.roleKey;
    }
    if (a.gender == NounPhrase::Gender::Unknown)
        a.gender = b.gender;
    a.former = a.former || b.former;
    a.kin = a.kin || b.kin;
    a.end = b.end;
}

void Appositions::giveOffice(NounPhrase &name, const NounPhrase &role)
{
    name.office = role.office;
    name.roleKey = role.roleKey;
    name.titled = true;
}

/** "Chinese Politburo Member, Director of the Office, and Foreign Minister X": three offices of one. */
void Appositions::gatherOffices(size_t at)
{
    const auto isOffice = [this](const NounPhrase &p) {
        return p.kind == Kind::Role && !p.plural && !p.definite && !p.counterpart && !p.office.isEmpty() &&
               token(p.begin).has(Token::Capital) && !m_lexicon.is(token(p.begin).word, WordClass::Determiner);
    };
    NounPhrase &first = m_phrases[at];
    size_t last = at + 1;
    while (last < m_phrases.size() && isOffice(m_phrases[last]) && m_phrases[last].country.isEmpty() &&
           onlyComma(m_phrases[last - 1].end, m_phrases[last].begin))
        ++last;
    if (!isOffice(first) || first.country.isEmpty() || last >= m_phrases.size() || last < at + 2)
        return;
    NounPhrase &holder = m_phrases[last];
    const int link = m_phrases[last - 1].end;
    const bool joined = holder.begin == link + 2 && token(link).isMark(u',') && onlyAnd(link + 1, holder.begin);
    if (!joined || !isName(holder) || holder.office.isEmpty() || !holder.country.isEmpty())
        return;
    holder.country = first.country;
    holder.begin = first.begin;
    for (size_t i = at; i < last; ++i)
        m_phrases[i].mergedInto = static_cast<int>(last);
}

/** "the Special Representative and head of the mission, X": one article, two offices of one. */
void Appositions::joinOffices(size_t at)
{
    if (at + 1 >= m_phrases.size() || !onlyAnd(m_phrases[at].end, m_phrases[at + 1].begin))
        return;
    NounPhrase &first = m_phrases[at];
    NounPhrase &second = m_phrases[at + 1];
    const QStringList national = m_lexicon.roleGroups.value(QStringLiteral("national"));
    const bool office = first.kind == Kind::Role && !first.plural && !first.counterpart && !first.kin &&
                        !first.office.isEmpty() && !national.contains(first.roleKey);
    const bool clash = !first.country.isEmpty() && !second.country.isEmpty() && first.country != second.country;
    const bool bare = !second.office.isEmpty() && !second.plural && !second.counterpart && !second.kin &&
                      !token(second.begin).has(Token::Capital) &&
                      !m_lexicon.is(token(second.begin).word, WordClass::Determiner) &&
                      !m_lexicon.is(token(second.begin).word, WordClass::Possessive);
    if (!office || !bare || clash || m_lexicon.is(token(first.end - 1).word, WordClass::Counterpart))
        return;
    take(first, second);
    second.mergedInto = static_cast<int>(at);
}

/** "the presidents of Kazakhstan and Uzbekistan, X and Y,": the names get the countries in order. */
void Appositions::spreadOverNames(size_t at)
{
    NounPhrase &role = m_phrases[at];
    if (role.kind != Kind::Role || !role.plural || role.countries.size() < 2)
        return;
    const size_t count = static_cast<size_t>(role.countries.size());
    if (at + count >= m_phrases.size() || !onlyComma(role.end, m_phrases[at + 1].begin))
        return;
    for (size_t i = 1; i <= count; ++i) {
        if (!isName(m_phrases[at + i]))
            return;
    }
    for (size_t i = 1; i <= count; ++i) {
        m_phrases[at + i].country = role.countries[static_cast<qsizetype>(i) - 1];
        giveOffice(m_phrases[at + i], role);
    }
    m_phrases[at + 1].begin = role.begin;
    role.mergedInto = static_cast<int>(at + 1);
}

/** "Presidents Kagame and Tshisekedi": each of them is one. */
void Appositions::spreadPlural(size_t at)
{
    NounPhrase &role = m_phrases[at];
    if (role.kind != Kind::Role || !role.plural || role.countries.size() > 1 || at + 2 >= m_phrases.size() ||
        role.end != m_phrases[at + 1].begin || !isName(m_phrases[at + 1]))
        return;
    for (size_t i = at + 1; i < m_phrases.size() && isName(m_phrases[i]); ++i) {
        NounPhrase &name = m_phrases[i];
        if (i > at + 1 && !onlyComma(m_phrases[i - 1].end, name.begin) && !onlyAnd(m_phrases[i - 1].end, name.begin))
            break;
        if (!name.office.isEmpty())
            break;
        giveOffice(name, role);
        if (name.country.isEmpty())
            name.country = role.country;
    }
    m_phrases[at + 1].begin = role.begin;
    role.mergedInto = static_cast<int>(at + 1);
}

/** "President Juan Sol and First Lady Ana Sol of Portugal": he is of her state. */
void Appositions::shareState(size_t at)
{
    if (at + 1 >= m_phrases.size() || !onlyAnd(m_phrases[at].end, m_phrases[at + 1].begin))
        return;
    NounPhrase &a = m_phrases[at];
    const NounPhrase &b = m_phrases[at + 1];
    if (!isName(a) || !isName(b) || !a.country.isEmpty() || !a.organisation.isEmpty() || b.country.isEmpty())
        return;
    if (a.name.section(u' ', -1) == b.name.section(u' ', -1))
        a.country = b.country;
}

} // namespace dragoman
