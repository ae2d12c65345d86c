// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/resolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

using Kind = NounPhrase::Kind;
using Gender = NounPhrase::Gender;

int Resolver::findBody(const QString &name, const QString &country) const
{
    for (size_t i = 0; i < m_entities.size(); ++i) {
        const Entity &body = m_entities[i];
        if (body.type == ParticipantType::Body && body.name == name && body.country == country)
            return static_cast<int>(i);
    }
    return -1;
}

int Resolver::addBody(Entity body)
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
int Resolver::bodyOf(const NounPhrase &phrase, QString office, const QString &country, const QString &organisation)
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
    else if (phrase.plural && !body.organisation.isEmpty())
        body.roleKeys = {office.toLower()}; // "leaders of the African Union": not the organisation as such
    return addBody(std::move(body));
}

QString Resolver::withoutDeterminer(const QString &text)
{
    for (const QString &determiner :
         {u"the "_s, u"The "_s, u"a "_s, u"A "_s, u"an "_s, u"its "_s, u"his "_s, u"her "_s}) {
        if (text.startsWith(determiner))
            return text.mid(determiner.size());
    }
    return text;
}

void Resolver::body(NounPhrase &phrase)
{
    if (phrase.attributive && !phrase.joined)
        return;
    Entity body;
    body.country = phrase.country;
    body.organisation = phrase.organisation;
    body.isState = phrase.state || (phrase.joined && phrase.organisation.isEmpty());
    body.isForum = phrase.forum;
    body.name = phrase.name.isEmpty() ? withoutDeterminer(m_text.text(phrase.nameBegin, phrase.end))
                                      : withoutDeterminer(m_text.text(phrase.begin, phrase.end));
    if (body.isState && !phrase.state) // "Omani-Swiss"
        body.name = m_lexicon.countryNames.value(phrase.country);
    if (body.isState) {
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

} // namespace dragoman
