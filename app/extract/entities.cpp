// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/entities.h"

#include "domain/names.h"
#include "extract/officeholders.h"
#include "extract/spelling.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

namespace {

class Resolver
{
public:
    Resolver(const TokenizedText &text, std::vector<NounPhrase> &phrases, QString home,
             const std::vector<NounPhrase> &hints, const Lexicon &lexicon, QDate published)
        : m_text(text), m_phrases(phrases), m_home(std::move(home)), m_hints(hints), m_lexicon(lexicon),
          m_published(published)
    {
    }

    std::vector<Entity> run()
    {
        fullNames();
        shortNames();
        takeHints();
        guessCountries();
        for (size_t i = 0; i < m_phrases.size(); ++i) {
            if (m_phrases[i].mergedInto < 0)
                resolve(static_cast<int>(i));
        }
        return std::move(m_entities);
    }

private:
    [[nodiscard]] Entity &entity(int number) { return m_entities[static_cast<size_t>(number)]; }

    /** namesAgree(), remembered: an article asks it of the same few names again and again. */
    [[nodiscard]] bool agree(const QString &a, const QString &b) const
    {
        const QPair<QString, QString> names(a, b);
        const auto known = m_agreed.constFind(names);
        return known != m_agreed.cend() ? *known : *m_agreed.insert(names, spelled(a).agrees(spelled(b)));
    }

    [[nodiscard]] SpelledName spelled(const QString &name) const
    {
        const auto known = m_spelled.constFind(name);
        return known != m_spelled.cend() ? *known : *m_spelled.insert(name, SpelledName(name));
    }

    [[nodiscard]] static bool isFullName(const NounPhrase &phrase) { return nameWords(phrase.name).size() > 1; }

    [[nodiscard]] bool fits(const Entity &who, const NounPhrase &phrase) const
    {
        if (!who.country.isEmpty() && !phrase.country.isEmpty() && who.country != phrase.country)
            return false;
        if (!who.country.isEmpty() && !phrase.organisation.isEmpty() && phrase.country.isEmpty() &&
            who.organisation.isEmpty())
            return false;
        return who.gender == Gender::Unknown || phrase.gender == Gender::Unknown || who.gender == phrase.gender;
    }

    void learn(int number, const NounPhrase &phrase)
    {
        Entity &who = entity(number);
        if (!who.forms.contains(phrase.name))
            who.forms.append(phrase.name);
        if (nameWords(phrase.name).size() > nameWords(who.name).size())
            who.name = phrase.name;
        if (who.country.isEmpty() && who.organisation.isEmpty()) {
            who.country = phrase.country;
            who.organisation = phrase.country.isEmpty() ? phrase.organisation : QString();
        }
        if (!phrase.office.isEmpty()) {
            const QString office = officeText(phrase);
            if (!who.offices.contains(office))
                who.offices.append(office);
            if (!phrase.roleKey.isEmpty() && !who.roleKeys.contains(phrase.roleKey))
                who.roleKeys.append(phrase.roleKey);
        }
        if (who.gender == Gender::Unknown)
            who.gender = phrase.gender;
        who.official = who.official || !phrase.office.isEmpty() || !phrase.country.isEmpty() ||
                       !phrase.organisation.isEmpty() || phrase.counterpart || phrase.kin;
    }

    [[nodiscard]] QString officeText(const NounPhrase &phrase) const
    {
        const QString adjective = phrase.country.isEmpty() ? QString() : m_lexicon.adjectives.value(phrase.country);
        return adjective.isEmpty() ? phrase.office : adjective + u' ' + phrase.office;
    }

    int add(const NounPhrase &phrase)
    {
        Entity who;
        who.name = phrase.name;
        m_entities.push_back(std::move(who));
        const int number = static_cast<int>(m_entities.size()) - 1;
        learn(number, phrase);
        return number;
    }

    void fullNames()
    {
        for (NounPhrase &phrase : m_phrases) {
            if (phrase.kind != Kind::Person || !isFullName(phrase))
                continue;
            int found = -1;
            for (size_t i = 0; i < m_entities.size() && found < 0; ++i) {
                if (fits(m_entities[i], phrase) && agree(m_entities[i].name, phrase.name))
                    found = static_cast<int>(i);
            }
            if (found >= 0)
                learn(found, phrase);
            else
                found = add(phrase);
            phrase.actors = {found};
        }
    }

    /** The person whom a surname (or given name) alone means: the one named last before it, else the first after. */
    [[nodiscard]] int ownerOf(size_t at, const NounPhrase &phrase) const
    {
        const auto owns = [&](const NounPhrase &other) {
            if (other.kind != Kind::Person || other.actors.empty())
                return false;
            const Entity &who = m_entities[static_cast<size_t>(other.actors.front())];
            return fits(who, phrase) && agree(who.name, phrase.name);
        };
        for (size_t i = at; i-- > 0;) {
            if (owns(m_phrases[i]))
                return m_phrases[i].actors.front();
        }
        for (size_t i = at + 1; i < m_phrases.size(); ++i) {
            if (owns(m_phrases[i]))
                return m_phrases[i].actors.front();
        }
        return -1;
    }

    void shortNames()
    {
        // Titled ones first: "President Hartono" makes a person of whom "Hartono" alone can be a mention.
        for (const bool titled : {true, false}) {
            for (size_t i = 0; i < m_phrases.size(); ++i) {
                NounPhrase &phrase = m_phrases[i];
                if (phrase.kind != Kind::Person || isFullName(phrase) || phrase.titled != titled)
                    continue;
                const int owner = ownerOf(i, phrase);
                if (owner >= 0)
                    learn(owner, phrase);
                const bool known = owner >= 0 || titled || !phrase.office.isEmpty();
                if (known)
                    phrase.actors = {owner >= 0 ? owner : add(phrase)};
            }
        }
    }

    /** The headline often tells the state of somebody whom the text calls by office and name only. */
    void takeHints()
    {
        for (const NounPhrase &hint : m_hints) {
            if (hint.kind != Kind::Person || (hint.country.isEmpty() && hint.organisation.isEmpty()))
                continue;
            for (Entity &who : m_entities) {
                if (!who.country.isEmpty() || !who.organisation.isEmpty() || !agree(who.name, hint.name))
                    continue;
                who.country = hint.country;
                who.organisation = hint.country.isEmpty() ? hint.organisation : QString();
                who.official = true;
            }
        }
    }

    void guessCountries()
    {
        const QStringList organisationKeys = m_lexicon.roleGroups.value(u"organisation"_s);
        for (Entity &who : m_entities) {
            if (!who.country.isEmpty() || !who.organisation.isEmpty() || who.roleKeys.isEmpty())
                continue;
            const bool organisation = std::any_of(who.roleKeys.begin(), who.roleKeys.end(),
                                                  [&](const QString &key) { return organisationKeys.contains(key); });
            if (organisation) {
                who.organisation = u"organisation"_s;
            } else if (!m_home.isEmpty()) {
                who.country = m_home;
                who.countryGuessed = true;
            }
        }
    }

    void resolve(int at)
    {
        NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
        switch (phrase.kind) {
        case Kind::Person:
            if (phrase.kin && !phrase.actors.empty())
                inheritCountry(at);
            if (phrase.counterpart && !phrase.actors.empty())
                inheritOffice(at);
            break;
        case Kind::Role:
            role(at);
            break;
        case Kind::Pronoun:
            pronoun(at);
            break;
        case Kind::Body:
            body(phrase);
            break;
        case Kind::Group:
        case Kind::Place:
            break;
        }
        if (!phrase.actors.empty() && entity(phrase.actors.front()).type == ParticipantType::Person && !phrase.plural)
            m_named.push_back(at);
    }

    /** A counterpart named by name holds the office of the one whose counterpart he is. */
    void inheritOffice(int at)
    {
        QString key;
        QString office;
        const NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
        counterpartOffice(at, &key, &office);
        Entity &who = entity(phrase.actors.front());
        if (!who.roleKeys.isEmpty() || key.isEmpty())
            return;
        who.roleKeys.append(key);
        const QString adjective = m_lexicon.adjectives.value(who.country);
        if (!office.isEmpty())
            who.offices.append(adjective.isEmpty() ? office : adjective + u' ' + office);
    }

    void inheritCountry(int at)
    {
        Entity &who = entity(m_phrases[static_cast<size_t>(at)].actors.front());
        const int of = antecedent(at, Gender::Unknown, who.name);
        if (of >= 0 && who.country.isEmpty())
            who.country = entity(of).country;
    }

    [[nodiscard]] bool hasRole(const Entity &who, const QString &key) const
    {
        if (who.type != ParticipantType::Person)
            return false;
        if (who.roleKeys.contains(key))
            return true;
        const QStringList others = m_lexicon.roleGroups.value(key);
        return std::any_of(who.roleKeys.begin(), who.roleKeys.end(), [&](const QString &k) {
            return others.contains(k) || m_lexicon.roleGroups.value(k).contains(key);
        });
    }

    /** Whom a role means: exact office before one that it can mean; named before this place before named after. */
    [[nodiscard]] int holder(int at, const QString &key, const QString &country, const QString &organisation) const
    {
        const bool unsided = country.isEmpty() && organisation.isEmpty();
        for (const int turn : {0, 1, 2, 3}) {
            const bool exact = turn < 2;
            const bool homeOnly = turn % 2 == 0;
            if (homeOnly && (!unsided || m_home.isEmpty()))
                continue;
            const auto holds = [&](int number) {
                const Entity &who = m_entities[static_cast<size_t>(number)];
                const bool office = exact ? who.roleKeys.contains(key) : hasRole(who, key);
                const bool side = country.isEmpty() ? organisation.isEmpty() || who.organisation == organisation
                                                    : who.country == country;
                const bool home = !homeOnly || who.country == m_home;
                return who.type == ParticipantType::Person && office && side && home && (unsided || !who.byTable);
            };
            for (size_t i = m_named.size(); i-- > 0;) {
                const int number = m_phrases[static_cast<size_t>(m_named[i])].actors.front();
                if (holds(number))
                    return number;
            }
            if (country.isEmpty() && organisation.isEmpty() && m_phrases[static_cast<size_t>(at)].sentence > 0 &&
                !exact)
                continue;
            for (size_t i = static_cast<size_t>(at) + 1; i < m_phrases.size(); ++i) {
                const NounPhrase &later = m_phrases[i];
                if (later.kind == Kind::Person && !later.actors.empty() && holds(later.actors.front()))
                    return later.actors.front();
            }
        }
        return -1;
    }

    /** The person spoken of last, of the gender; the first of the sentence before any other of it. */
    [[nodiscard]] int antecedent(int at, Gender gender, const QString &notName) const
    {
        const int sentence = m_phrases[static_cast<size_t>(at)].sentence;
        for (int s = sentence; s >= std::max(0, sentence - 6); --s) {
            for (const int named : m_named) {
                const NounPhrase &phrase = m_phrases[static_cast<size_t>(named)];
                if (phrase.sentence != s || named >= at)
                    continue;
                const Entity &who = m_entities[static_cast<size_t>(phrase.actors.front())];
                const bool sexFits = gender == Gender::Unknown || who.gender == Gender::Unknown || who.gender == gender;
                if (sexFits && who.name != notName && who.type == ParticipantType::Person)
                    return phrase.actors.front();
            }
        }
        return -1;
    }

    void pronoun(int at)
    {
        NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
        if (phrase.name == u"former"_s || phrase.name == u"latter"_s) {
            formerOrLatter(at);
            return;
        }
        const int who = phrase.name == u"I"_s ? -1 : antecedent(at, phrase.gender, QString());
        if (who >= 0)
            phrase.actors = {who};
    }

    void formerOrLatter(int at)
    {
        NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
        std::vector<int> pair;
        for (const int named : m_named) {
            const NounPhrase &other = m_phrases[static_cast<size_t>(named)];
            if (named < at && other.sentence >= phrase.sentence - 1)
                pair.push_back(other.actors.front());
        }
        if (pair.size() >= 2)
            phrase.actors = {phrase.latter ? pair.back() : pair[pair.size() - 2]};
    }

    void role(int at)
    {
        NounPhrase &phrase = m_phrases[static_cast<size_t>(at)];
        if (phrase.kin) {
            kin(phrase, at);
            return;
        }
        QString key = phrase.roleKey;
        QString office = phrase.office;
        if (phrase.counterpart)
            counterpartOffice(at, &key, &office);
        if (!phrase.countries.isEmpty()) {
            for (const QString &country : phrase.countries)
                phrase.actors.push_back(holderOrBody(at, key, office, country, QString()));
            return;
        }
        if (phrase.plural) {
            if (!phrase.country.isEmpty())
                phrase.actors = {bodyOf(phrase, office, phrase.country, QString())};
            return;
        }
        const bool sided = !phrase.country.isEmpty() || !phrase.organisation.isEmpty();
        if (sided) {
            phrase.actors = {holderOrBody(at, key, office, phrase.country, phrase.organisation)};
            return;
        }
        if (!phrase.definite || key.isEmpty())
            return;
        const int who = holder(at, key, QString(), QString());
        if (who >= 0)
            phrase.actors = {who};
    }

    /** "his wife", where a wife was named before. */
    void kin(NounPhrase &phrase, int at) const
    {
        for (int i = at - 1; i >= 0; --i) {
            const NounPhrase &other = m_phrases[static_cast<size_t>(i)];
            if (other.kin && other.kind == Kind::Person && !other.actors.empty()) {
                phrase.actors = other.actors;
                return;
            }
        }
    }

    /** A counterpart holds the office of the one whose counterpart he is. */
    void counterpartOffice(int at, QString *key, QString *office) const
    {
        const int of = antecedent(at, Gender::Unknown, QString());
        if (of < 0)
            return;
        const Entity &who = m_entities[static_cast<size_t>(of)];
        if (!who.roleKeys.isEmpty())
            *key = who.roleKeys.front();
        if (!who.offices.isEmpty()) {
            *office = who.offices.front();
            const QString adjective = m_lexicon.adjectives.value(who.country);
            if (!adjective.isEmpty() && office->startsWith(adjective + u' '))
                *office = office->mid(adjective.size() + 1);
        }
    }

    int holderOrBody(int at, const QString &key, const QString &office, const QString &country,
                     const QString &organisation)
    {
        int who = key.isEmpty() ? -1 : holder(at, key, country, organisation);
        if (who < 0)
            who = onlyStranger(key, country);
        if (who < 0 && !m_lexicon.terms.empty())
            who = holderByTable(m_phrases[static_cast<size_t>(at)], office, country);
        return who >= 0 ? who : bodyOf(m_phrases[static_cast<size_t>(at)], office, country, organisation);
    }

    /** Whom the user's tables name for the office on the day of publication, and in the years that the sentence tells.
     */
    int holderByTable(const NounPhrase &phrase, const QString &office, const QString &country)
    {
        if (country.isEmpty() || phrase.former || !m_published.isValid())
            return -1;
        const auto [first, last] = daysToldIn(phrase.sentence);
        const bool inWords = phrase.counterpart || !phrase.countries.isEmpty();
        const TokenizedText words = tokenize(office, {0, office.size()}, m_lexicon);
        const OfficeName name = inWords ? officeName(words, 0, static_cast<int>(words.tokens.size()), m_lexicon)
                                        : officeName(m_text, phrase.begin, phrase.end, m_lexicon);
        const OfficeTerm *term = officeHolder(m_lexicon, country, name, first, last);
        if (!term)
            return -1;
        for (size_t i = 0; i < m_entities.size(); ++i) {
            const Entity &who = m_entities[i];
            const auto isHe = [&](const QString &spelling) { return agree(who.name, spelling); };
            if (who.type == ParticipantType::Person && (who.country.isEmpty() || who.country == country) &&
                std::any_of(term->names.begin(), term->names.end(), isHe))
                return static_cast<int>(i);
        }
        Entity who;
        who.name = term->names.first();
        who.forms = term->names;
        who.country = country;
        who.offices = {(m_lexicon.adjectives.value(country) + u' ' + term->title).trimmed()};
        who.roleKeys = {name.key};
        who.official = who.byTable = true;
        m_entities.push_back(std::move(who));
        return static_cast<int>(m_entities.size()) - 1;
    }

    /** The day of publication, widened to every year that the sentence tells. */
    [[nodiscard]] std::pair<QDate, QDate> daysToldIn(int sentence) const
    {
        std::pair<QDate, QDate> days(m_published, m_published);
        const Sentence &told = m_text.sentences[static_cast<size_t>(sentence)];
        for (int i = told.begin; i < told.end; ++i) {
            const Token &token = m_text.tokens[static_cast<size_t>(i)];
            const int year = token.kind == Token::Kind::Number ? m_text.text(token).toInt() : 0;
            if (year >= 1900 && year < 2100 && year != m_published.year()) {
                days.first = std::min(days.first, QDate(year, 1, 1));
                days.second = std::max(days.second, QDate(year, 12, 31));
            }
        }
        return days;
    }

    /** Where one person alone is named without state and office, a role of a state that nobody is named for is his. */
    int onlyStranger(const QString &key, const QString &country)
    {
        int found = -1;
        for (size_t i = 0; i < m_entities.size(); ++i) {
            const Entity &who = m_entities[i];
            if (who.type != ParticipantType::Person)
                continue;
            if (who.country == country && !country.isEmpty())
                return -1;
            const bool stranger = who.country.isEmpty() && who.organisation.isEmpty() && who.roleKeys.isEmpty();
            if (stranger && found >= 0)
                return -1;
            found = stranger ? static_cast<int>(i) : found;
        }
        if (found < 0 || country.isEmpty())
            return -1;
        entity(found).country = country;
        if (!key.isEmpty())
            entity(found).roleKeys.append(key);
        return found;
    }

    int findBody(const QString &name, const QString &country) const
    {
        for (size_t i = 0; i < m_entities.size(); ++i) {
            const Entity &body = m_entities[i];
            if (body.type == ParticipantType::Body && body.name == name && body.country == country)
                return static_cast<int>(i);
        }
        return -1;
    }

    int addBody(Entity body)
    {
        body.type = ParticipantType::Body;
        const int known = findBody(body.name, body.country);
        if (known >= 0)
            return known;
        body.forms = {body.name};
        body.official = true;
        m_entities.push_back(std::move(body));
        return static_cast<int>(m_entities.size()) - 1;
    }

    /** A role whose holder the article never names is a body called after it. */
    int bodyOf(const NounPhrase &phrase, QString office, const QString &country, const QString &organisation)
    {
        Entity body;
        body.country = country;
        body.organisation = country.isEmpty() ? organisation : QString();
        if (office.endsWith(u"ministers"_s) || office.endsWith(u"presidents"_s) || office.endsWith(u"directors"_s) ||
            office.endsWith(u"secretaries"_s) || office.endsWith(u"chiefs"_s))
            office = office.endsWith(u"ies"_s) ? office.chopped(3) + u'y' : office.chopped(1);
        const QString told = m_text.text(phrase.nameBegin, phrase.end);
        const QString adjective = m_lexicon.adjectives.value(country);
        if (!phrase.counterpart && phrase.countries.isEmpty())
            body.name = withoutDeterminer(told);
        else
            body.name = (adjective.isEmpty() ? organisation : adjective) + u' ' +
                        (office.isEmpty() ? u"counterpart"_s : office.toLower());
        if (!phrase.roleKey.isEmpty())
            body.roleKeys = {phrase.roleKey};
        return addBody(std::move(body));
    }

    [[nodiscard]] static QString withoutDeterminer(const QString &text)
    {
        for (const QString &determiner :
             {u"the "_s, u"The "_s, u"a "_s, u"A "_s, u"an "_s, u"its "_s, u"his "_s, u"her "_s}) {
            if (text.startsWith(determiner))
                return text.mid(determiner.size());
        }
        return text;
    }

    void body(NounPhrase &phrase)
    {
        if (phrase.attributive)
            return;
        Entity body;
        body.country = phrase.country;
        body.organisation = phrase.organisation;
        body.isState = phrase.state;
        body.isForum = phrase.forum;
        body.name = phrase.name.isEmpty() ? withoutDeterminer(m_text.text(phrase.nameBegin, phrase.end))
                                          : withoutDeterminer(m_text.text(phrase.begin, phrase.end));
        if (phrase.state) {
            // One entity for a state, however it is spelled.
            for (size_t i = 0; i < m_entities.size(); ++i) {
                if (m_entities[i].isState && m_entities[i].country == phrase.country) {
                    phrase.actors = {static_cast<int>(i)};
                    return;
                }
            }
        }
        phrase.actors = {addBody(std::move(body))};
    }

    const TokenizedText &m_text;
    std::vector<NounPhrase> &m_phrases;
    QString m_home;
    const std::vector<NounPhrase> &m_hints;
    const Lexicon &m_lexicon;
    QDate m_published;
    std::vector<Entity> m_entities;
    mutable QHash<QPair<QString, QString>, bool> m_agreed;
    mutable QHash<QString, SpelledName> m_spelled;
    std::vector<int> m_named; ///< phrases that stand for one person, in order
};

} // namespace

std::vector<Entity> resolveEntities(const TokenizedText &text, std::vector<NounPhrase> &phrases,
                                    const QString &homeCountry, const std::vector<NounPhrase> &hints,
                                    const Lexicon &lexicon, const QDate &published)
{
    return Resolver(text, phrases, homeCountry, hints, lexicon, published).run();
}

} // namespace dragoman
