// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/officeholders.h"

#include "domain/fuzzydate.h"
#include "domain/names.h"
#include "extract/lexicontable.h"
#include "extract/nounphrases.h"
#include "extract/tokens.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** The end of the state's name that begins at the token, or the token itself. */
int pastState(const TokenizedText &text, int at, int end, const Lexicon &lexicon)
{
    quint32 node = 0;
    int past = at;
    for (int i = at; i < end; ++i) {
        const WordId word = text.tokens[static_cast<size_t>(i)].word;
        node = word == 0 ? 0 : lexicon.phrases.step(node, word);
        if (node == 0)
            break;
        for (const quint32 number : lexicon.phrases.entries(node)) {
            const PhraseKind kind = lexicon.entries[number].kind;
            if (kind == PhraseKind::Country || kind == PhraseKind::Adjective)
                past = i + 1;
        }
    }
    return past;
}

bool coveredBy(const QString &key, WordId word, const Lexicon &lexicon)
{
    for (const RolePattern &pattern : lexicon.roles) {
        for (const std::vector<WordId> &group : pattern.groups) {
            if (pattern.key == key && std::find(group.begin(), group.end(), word) != group.end())
                return true;
        }
    }
    return false;
}

bool changesNothing(const Token &token, const Lexicon &lexicon)
{
    static constexpr WordClass silent[] = {
        WordClass::Determiner, WordClass::Possessive,   WordClass::OfficePreposition, WordClass::Conjunction,
        WordClass::Adjective,  WordClass::OfficeFiller, WordClass::Counterpart,
    };
    return token.kind == Token::Kind::PossessiveMark || token.kind == Token::Kind::Punctuation ||
           std::any_of(std::begin(silent), std::end(silent),
                       [&](WordClass wordClass) { return lexicon.is(token.word, wordClass); });
}

Result<FuzzyDate> bound(const LexiconRow &row, int column)
{
    const std::optional<FuzzyDate> date = FuzzyDate::fromEdtf(row.columns[column]);
    if (!date)
        return Error(
            u"%1: “%2” is no date in EDTF such as 2024-05-03, 2024-05 or 2024."_s.arg(row.where, row.columns[column]));
    return *date;
}

Result<void> addTerm(const LexiconRow &row, Lexicon &lexicon)
{
    OfficeTerm term;
    term.names = row.columns[0].split(u'|', Qt::SkipEmptyParts);
    term.country = row.columns[1];
    const Result<FuzzyDate> from = bound(row, 3);
    const Result<FuzzyDate> to = bound(row, 4);
    if (!from.ok() || !to.ok())
        return from.ok() ? to.error() : from.error();
    // Of a month or year the whole is left open: who held the office then is not known to the day.
    term.from = from.value().latest();
    term.to = to.value().earliest();
    if (term.names.isEmpty() || !lexicon.countryNames.contains(term.country))
        return Error(u"%1: a name and the ISO 3166-1 code of a state are expected."_s.arg(row.where));
    if (term.from.isValid() && term.to.isValid() && to.value().latest() < from.value().earliest())
        return Error(u"%1: the term ends before it begins."_s.arg(row.where));
    term.title = row.columns[2].section(u'|', 0, 0);
    for (const QString &office : row.columns[2].split(u'|')) {
        const TokenizedText text = tokenize(office, {0, office.size()}, lexicon);
        term.office = officeName(text, 0, static_cast<int>(text.tokens.size()), lexicon);
        if (term.office.key.isEmpty())
            return Error(u"%1: no line of roles.tsv fits the office “%2”."_s.arg(row.where, office));
        lexicon.terms.push_back(term);
    }
    return {};
}

} // namespace

Result<void> loadOfficeTerms(const QString &file, Lexicon &lexicon)
{
    const Result<QList<LexiconRow>> rows = readTable(file, 5);
    if (!rows.ok())
        return rows.error();
    for (const LexiconRow &row : rows.value()) {
        if (const Result<void> done = addTerm(row, lexicon); !done.ok())
            return done.error();
    }
    return {};
}

OfficeName officeName(const TokenizedText &text, int begin, int end, const Lexicon &lexicon)
{
    OfficeName name{roleKeyOf(text, begin, end, lexicon), {}};
    for (int i = begin; i < end;) {
        const Token &token = text.tokens[static_cast<size_t>(i)];
        const int past = pastState(text, i, end, lexicon);
        if (past == i && !changesNothing(token, lexicon) && !coveredBy(name.key, token.word, lexicon))
            name.rest.append(folded(text.text(token)));
        i = std::max(past, i + 1);
    }
    name.rest.sort();
    name.rest.removeDuplicates();
    return name;
}

const OfficeTerm *officeHolder(const Lexicon &lexicon, const QString &country, const OfficeName &office, QDate first,
                               QDate last)
{
    const OfficeTerm *found = nullptr;
    for (const OfficeTerm &term : lexicon.terms) {
        const bool inTerm = (!term.from.isValid() || term.from <= first) && (!term.to.isValid() || last <= term.to);
        if (term.country != country || !inTerm || term.office != office)
            continue;
        if (found && found->names != term.names)
            return nullptr;
        found = &term;
    }
    return found;
}

} // namespace dragoman
