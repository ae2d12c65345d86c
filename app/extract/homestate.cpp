// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/homestate.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

using Kind = NounPhrase::Kind;

/** How much a mention tells of the issuer's state: an institution of it more than its name, an
 * adjective or a place in it least. */
constexpr int adjectiveWeight = 1;
constexpr int nameWeight = 2;
constexpr int institutionWeight = 4;
/** "the United States and Jordan", where somebody of Jordan is met. */
constexpr int pairWeight = 6;
constexpr int leastWeight = 4;

bool isInstitution(const NounPhrase &phrase)
{
    const bool body = phrase.kind == Kind::Body && !phrase.state && phrase.organisation.isEmpty();
    return !phrase.attributive && (body || (phrase.kind == Kind::Place && phrase.periphrasis));
}

/** "Gaza", "the West Bank": a part of a state is what is spoken of. */
bool isPart(const NounPhrase &phrase)
{
    return phrase.kind == Kind::Place && phrase.city.isEmpty() && !phrase.periphrasis;
}

/** A militia or a company has a name of its own, a ministry has none. */
bool isNamed(const NounPhrase &phrase)
{
    return phrase.kind == Kind::Body && !phrase.periphrasis && !phrase.name.isEmpty();
}

int weightOf(const NounPhrase &phrase)
{
    if (isPart(phrase))
        return 0;
    if (isInstitution(phrase) && !isNamed(phrase))
        return institutionWeight;
    return phrase.attributive || phrase.kind == Kind::Place ? adjectiveWeight : nameWeight;
}

bool tellsPeople(const NounPhrase &phrase)
{
    return !phrase.country.isEmpty() && (phrase.kind == Kind::Person || phrase.kind == Kind::Role);
}

/** What is told of one state. */
struct Signs
{
    int weight = 0;
    int institutions = 0;
    bool claimed = false; ///< somebody is told to belong to it
};

/** Whether two states are named side by side, only "and" or a dash between them. */
bool isPair(const TokenizedText &text, const NounPhrase &a, const NounPhrase &b)
{
    if (a.kind != Kind::Body || b.kind != Kind::Body || a.country.isEmpty() || b.country.isEmpty() ||
        a.sentence != b.sentence || b.begin - a.end > 1)
        return false;
    return a.end == b.begin || text.text(a.end, b.begin) == u"and"_s;
}

/** States to which somebody is told to travel who needs no state of his own: "the Secretary's trip to Peru". */
QSet<QString> destinations(const TokenizedText &text, const std::vector<NounPhrase> &phrases, const Lexicon &lexicon)
{
    static constexpr int reach = 6;
    QSet<QString> found;
    for (size_t i = 1; i < phrases.size(); ++i) {
        const NounPhrase &place = phrases[i];
        const NounPhrase &before = phrases[i - 1];
        const int to = place.begin - 1;
        const bool state =
            !place.country.isEmpty() && !place.attributive && (place.kind == Kind::Body || place.kind == Kind::Place);
        const bool atHome = before.kind == Kind::Person && before.country.isEmpty();
        if (!state || !atHome || to <= before.end - 1 || before.sentence != place.sentence)
            continue;
        if (lexicon.is(text.tokens[static_cast<size_t>(to)].word, WordClass::Journey)) // "will visit Ramallah"
            found.insert(place.country);
        if (text.text(to, to + 1) != u"to"_s)
            continue;
        for (int at = to - 1; at >= before.end && at >= to - reach; --at) {
            if (lexicon.is(text.tokens[static_cast<size_t>(at)].word, WordClass::Journey))
                found.insert(place.country);
        }
    }
    return found;
}

/** "the threat posed by Iran's activities", "the war against Iran": of that state one only speaks. */
bool isFeared(const TokenizedText &text, const NounPhrase &phrase, const Lexicon &lexicon)
{
    if (!phrase.state || phrase.attributive || phrase.begin == 0)
        return false;
    const WordId before = text.tokens[static_cast<size_t>(phrase.begin - 1)].word;
    return lexicon.vocabulary.is(before, "by"_L1) || lexicon.vocabulary.is(before, "against"_L1);
}

QHash<QString, Signs> signsOf(const TokenizedText &text, const std::vector<NounPhrase> &phrases,
                              const std::vector<NounPhrase> &headline, const QSet<QString> &visited,
                              const Lexicon &lexicon)
{
    QHash<QString, Signs> signs;
    for (const QString &country : visited)
        signs[country].claimed = true;
    for (const NounPhrase &phrase : headline) {
        if (tellsPeople(phrase) && phrase.kind == Kind::Person)
            signs[phrase.country].claimed = true;
    }
    for (const NounPhrase &phrase : phrases) {
        if (phrase.country.isEmpty())
            continue;
        Signs &of = signs[phrase.country];
        if (isFeared(text, phrase, lexicon))
            continue;
        if (tellsPeople(phrase)) {
            of.claimed = true;
        } else {
            of.weight += weightOf(phrase);
            of.institutions += isInstitution(phrase) ? 1 : 0;
        }
    }
    for (size_t i = 1; i < phrases.size(); ++i) {
        const NounPhrase &a = phrases[i - 1];
        const NounPhrase &b = phrases[i];
        if (isPair(text, a, b) && signs[a.country].claimed != signs[b.country].claimed)
            signs[signs[a.country].claimed ? b.country : a.country].weight += pairWeight;
    }
    return signs;
}

/** The state of whoever issued the text, as far as institutions, names and pairs of states tell. */
QString stateOfIssuer(const TokenizedText &text, const std::vector<NounPhrase> &phrases,
                      const std::vector<NounPhrase> &headline, const QSet<QString> &visited, const Lexicon &lexicon)
{
    const QHash<QString, Signs> signs = signsOf(text, phrases, headline, visited, lexicon);
    QString best;
    int most = leastWeight - 1;
    for (auto at = signs.cbegin(); at != signs.cend(); ++at) {
        const bool more = at->weight > most || (at->weight == most && at.key() < best);
        if (!at->claimed && more && !visited.contains(at.key())) {
            best = at.key();
            most = at->weight;
        }
    }
    // A report of affairs at home tells states of its own people too.
    for (auto at = signs.cbegin(); at != signs.cend(); ++at) {
        if (at->claimed && !visited.contains(at.key()) && at->institutions > 1 &&
            at->weight > 3 * std::max(most, leastWeight)) {
            best = at.key();
            most = at->weight;
        }
    }
    return best;
}

/** The one state of which the letterhead names a city or an institution: "Parliament House, Canberra". */
QString stateOfLetterhead(const std::vector<NounPhrase> &phrases, const Lexicon &lexicon)
{
    QString only;
    for (const NounPhrase &phrase : phrases) {
        const bool city = phrase.kind == Kind::Place && !stateOfCity(phrase.name, lexicon).isEmpty();
        if (phrase.country.isEmpty() || (!isInstitution(phrase) && !city))
            continue;
        if (!only.isEmpty() && only != phrase.country)
            return {};
        only = phrase.country;
    }
    return only;
}

/** Whether somebody tells of his own deeds: what stands above his words is then his letterhead, no summary of them. */
bool isFirstPerson(const TokenizedText &text, const std::vector<NounPhrase> &phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&text](const NounPhrase &phrase) {
        const bool quoted = text.tokens[static_cast<size_t>(phrase.begin)].has(Token::Quoted);
        return phrase.kind == Kind::Pronoun && phrase.name == u"I"_s && !quoted;
    });
}

/** Weighs for each state what speaks for it being the one that issued a text. */
class HomeVote
{
public:
    HomeVote(const TokenizedText &text, const Lexicon &lexicon) : m_text(text), m_lexicon(lexicon) {}

    void count(const std::vector<NounPhrase> &phrases)
    {
        for (size_t i = 0; i < phrases.size(); ++i) {
            const NounPhrase &phrase = phrases[i];
            if (phrase.mergedInto >= 0)
                continue;
            if (phrase.kind == Kind::Person)
                m_foreign.insert(phrase.country);
            else if (phrase.kind == Kind::Body && !phrase.country.isEmpty())
                body(phrase);
            if (i > 0)
                pair(phrases[i - 1], phrase);
        }
    }

    /** The state with the most weight, if it has any and no other has as much. */
    [[nodiscard]] QString winner() const
    {
        QString best;
        int most = 0;
        bool tied = false;
        for (auto at = m_votes.cbegin(); at != m_votes.cend(); ++at) {
            const int votes = at.value() - (m_foreign.contains(at.key()) ? foreignerWeighs : 0);
            tied = votes == most ? true : votes > most ? false : tied;
            if (votes > most) {
                most = votes;
                best = at.key();
            }
        }
        return tied ? QString() : best;
    }

private:
    static constexpr int foreignerWeighs = 4; ///< somebody is told to be of the state, as one does of foreigners
    static constexpr int pairWeighs = 2;      ///< "U.S.-Kenya relations"

    void body(const NounPhrase &phrase)
    {
        const bool government = phrase.periphrasis || phrase.name.isEmpty();
        m_votes[phrase.country] += government ? 1 : 0;
    }

    [[nodiscard]] static bool isState(const NounPhrase &phrase)
    {
        return phrase.kind == Kind::Body && !phrase.country.isEmpty() && phrase.mergedInto < 0;
    }

    /** "U.S.-Kenya", "the United States and Kenya" */
    void pair(const NounPhrase &a, const NounPhrase &b)
    {
        if (!isState(a) || !isState(b) || a.country == b.country)
            return;
        const Token &first = m_text.tokens[static_cast<size_t>(b.begin)];
        const bool joined = a.end == b.begin && first.has(Token::Glued);
        const bool coordinated = b.begin == a.end + 1 && isAnd(a.end);
        if (!joined && !coordinated)
            return;
        m_votes[a.country] += pairWeighs;
        m_votes[b.country] += pairWeighs;
    }

    [[nodiscard]] bool isAnd(int at) const
    {
        return m_lexicon.vocabulary.text(m_text.tokens[static_cast<size_t>(at)].word) == u"and"_s;
    }

    const TokenizedText &m_text;
    const Lexicon &m_lexicon;
    QHash<QString, int> m_votes;
    QSet<QString> m_foreign;
};

} // namespace

QString stateOfCity(const QString &city, const Lexicon &lexicon)
{
    if (city.isEmpty())
        return {};
    const TokenizedText text = tokenize(city, {0, city.size()}, lexicon);
    quint32 node = 0;
    for (const Token &token : text.tokens) {
        node = lexicon.phrases.step(node, token.word);
        if (node == 0 || token.word == 0)
            return {};
    }
    for (const quint32 entry : lexicon.phrases.entries(node)) {
        if (lexicon.entries[entry].kind == PhraseKind::City)
            return lexicon.entries[entry].country;
    }
    return {};
}

QString homeState(const Article &article, const TokenizedText &text, const std::vector<NounPhrase> &phrases,
                  const HeadPhrases &head, const Lexicon &lexicon)
{
    const QString outlet = lexicon.outlets.value(article.source);
    if (!outlet.isEmpty())
        return outlet;
    if (!article.source.isEmpty() && lexicon.organisations.contains(article.source))
        return {};
    if (const QString there = stateOfCity(article.dateline, lexicon); !there.isEmpty())
        return there;
    if (!head.issuer.isEmpty())
        return head.issuer;
    if (isFirstPerson(text, phrases)) {
        if (const QString there = stateOfLetterhead(head.letterhead, lexicon); !there.isEmpty())
            return there;
    }
    const QSet<QString> visited = destinations(text, phrases, lexicon);
    if (const QString issuer = stateOfIssuer(text, phrases, head.headline, visited, lexicon); !issuer.isEmpty())
        return issuer;
    HomeVote vote(text, lexicon);
    vote.count(phrases);
    const QString winner = vote.winner();
    return visited.contains(winner) ? QString() : winner;
}

} // namespace dragoman
