// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/lexicon.h"

#include "domain/names.h"
#include "extract/lexicontable.h"
#include "extract/officeholders.h"
#include "extract/tokens.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QHash<QString, WordClass> &classNames()
{
    static const QHash<QString, WordClass> names{
        {u"det"_s, WordClass::Determiner},
        {u"possessive"_s, WordClass::Possessive},
        {u"pronoun-m"_s, WordClass::PronounMale},
        {u"pronoun-f"_s, WordClass::PronounFemale},
        {u"pronoun-they"_s, WordClass::PronounThey},
        {u"pronoun-i"_s, WordClass::PronounI},
        {u"preposition"_s, WordClass::Preposition},
        {u"conjunction"_s, WordClass::Conjunction},
        {u"subordinator"_s, WordClass::Subordinator},
        {u"relative"_s, WordClass::Relative},
        {u"be"_s, WordClass::Be},
        {u"have"_s, WordClass::Have},
        {u"do"_s, WordClass::Do},
        {u"future"_s, WordClass::Future},
        {u"conditional"_s, WordClass::Conditional},
        {u"negation"_s, WordClass::Negation},
        {u"adverb"_s, WordClass::Adverb},
        {u"reporting"_s, WordClass::Reporting},
        {u"ordinal"_s, WordClass::Ordinal},
        {u"number"_s, WordClass::Number},
        {u"honorific-m"_s, WordClass::HonorificMale},
        {u"honorific-f"_s, WordClass::HonorificFemale},
        {u"honorific"_s, WordClass::Honorific},
        {u"rank"_s, WordClass::Rank},
        {u"office-head"_s, WordClass::OfficeHead},
        {u"office-mod"_s, WordClass::OfficeModifier},
        {u"office-capital"_s, WordClass::OfficeCapital},
        {u"office-prep"_s, WordClass::OfficePreposition},
        {u"office-short"_s, WordClass::OfficeShort},
        {u"journey"_s, WordClass::Journey},
        {u"followers"_s, WordClass::Followers},
        {u"readout"_s, WordClass::Readout},
        {u"homeland"_s, WordClass::Homeland},
        {u"office-filler"_s, WordClass::OfficeFiller},
        {u"former"_s, WordClass::Former},
        {u"adjective"_s, WordClass::Adjective},
        {u"counterpart"_s, WordClass::Counterpart},
        {u"counterparts"_s, WordClass::Counterparts},
        {u"group"_s, WordClass::Group},
        {u"particle"_s, WordClass::Particle},
        {u"abbreviation"_s, WordClass::Abbreviation},
        {u"kin"_s, WordClass::Kin},
        {u"predicative"_s, WordClass::Predicative},
        {u"reduced"_s, WordClass::Reduced},
        {u"known"_s, WordClass::Known},
        {u"calling"_s, WordClass::Calling},
        {u"ending"_s, WordClass::Ending},
        {u"continuing"_s, WordClass::Continuing},
        {u"affair"_s, WordClass::Affair},
        {u"topic"_s, WordClass::Topic},
        {u"initiative"_s, WordClass::Initiative},
        {u"company"_s, WordClass::Company},
        {u"settlement"_s, WordClass::Settlement},
        {u"sequel"_s, WordClass::Sequel},
        {u"round"_s, WordClass::Round},
        {u"present"_s, WordClass::Present},
        {u"leading"_s, WordClass::Leading},
        {u"arriving"_s, WordClass::Arriving},
        {u"musing"_s, WordClass::Musing},
        {u"title-capitals"_s, WordClass::TitleCapitals},
        {u"office-tail"_s, WordClass::OfficeTail},
        {u"given-title"_s, WordClass::GivenTitle},
        {u"apart"_s, WordClass::Apart},
        {u"becoming"_s, WordClass::Becoming},
        {u"jointly"_s, WordClass::Jointly},
        {u"manner"_s, WordClass::Manner},
        {u"office-body"_s, WordClass::OfficeBody},
        {u"object-control"_s, WordClass::ObjectControl},
        {u"taking-part"_s, WordClass::TakingPart},
        {u"occasion"_s, WordClass::Occasion},
        {u"gathering"_s, WordClass::Gathering},
        {u"setting"_s, WordClass::Setting},
        {u"mediating"_s, WordClass::Mediating},
        {u"medium-stop"_s, WordClass::MediumStop},
        {u"family-first"_s, WordClass::FamilyFirst},
        {u"given-place"_s, WordClass::GivenPlace},
        {u"given-f"_s, WordClass::GivenFemale},
        {u"speech"_s, WordClass::Speech},
        {u"sport"_s, WordClass::Sport},
        {u"phrasal"_s, WordClass::Phrasal},
        {u"happening"_s, WordClass::Happening},
        {u"issued"_s, WordClass::Issued},
        {u"stage"_s, WordClass::Stage},
        {u"hoping"_s, WordClass::Hoping},
        {u"commission"_s, WordClass::Commission},
        {u"agenda"_s, WordClass::Agenda},
        {u"chairing"_s, WordClass::Chairing},
        {u"putting-off"_s, WordClass::PuttingOff},
        {u"denying"_s, WordClass::Denying},
        {u"hearsay"_s, WordClass::Hearsay},
        {u"intention"_s, WordClass::Intention},
        {u"greeting"_s, WordClass::Greeting},
        {u"alike"_s, WordClass::Alike},
        {u"institution"_s, WordClass::Institution},
    };
    return names;
}

/** Fills a Lexicon table by table; the first error ends it. */
class Loader
{
public:
    explicit Loader(QStringList overlays) : m_overlays(std::move(overlays)) {}

    Result<Lexicon> run()
    {
        using Step = std::pair<QString, std::function<Result<void>(const QString &)>>;
        m_lexicon.vocabulary.add(u"'s"_s);
        const QList<Step> steps{
            {u"english/words.tsv"_s, [this](const QString &file) { return words(file); }},
            {u"english/dates.tsv"_s, [this](const QString &file) { return dates(file); }},
            {u"english/timephrases.tsv"_s, [this](const QString &file) { return timePhrases(file); }},
            {u"english/commonwords.txt"_s, [this](const QString &file) { return commonWords(file); }},
            {u"english/verbs.tsv"_s, [this](const QString &file) { return verbs(file); }},
            {u"world/notpeople.tsv"_s, [this](const QString &file) { return notPeople(file); }},
            {u"english/roles.tsv"_s, [this](const QString &file) { return roles(file); }},
            {u"english/rolegroups.tsv"_s, [this](const QString &file) { return roleGroups(file); }},
            {u"world/countrynames.tsv"_s, [this](const QString &file) { return countryNames(file); }},
            {u"world/countries.tsv"_s, [this](const QString &file) { return countries(file); }},
            {u"world/cities.tsv"_s, [this](const QString &file) { return cities(file); }},
            {u"world/organisations.tsv"_s, [this](const QString &file) { return organisations(file); }},
            {u"world/metonyms.tsv"_s, [this](const QString &file) { return metonyms(file); }},
            {u"world/regions.tsv"_s, [this](const QString &file) { return regions(file); }},
            {u"head/agencies.tsv"_s, [this](const QString &file) { return outlets(file); }},
            {u"world/nationalbodies.tsv"_s, [this](const QString &file) { return nationalBodies(file); }},
            {u"world/people.tsv"_s, [this](const QString &file) { return loadOfficeTerms(file, m_lexicon); }},
        };
        for (const auto &[table, read] : steps) {
            for (const QString &file : resourceFiles(u"lexicon/"_s + table, m_overlays)) {
                if (const Result<void> done = read(file); !done.ok())
                    return done.error();
            }
        }
        m_lexicon.classes.resize(static_cast<size_t>(m_lexicon.vocabulary.size()));
        m_lexicon.timeWords.resize(m_lexicon.classes.size());
        findOpeners();
        return std::move(m_lexicon);
    }

private:
    using RowReader = std::function<Result<void>(const LexiconRow &)>;

    static Result<void> eachRow(const QString &file, int columns, const RowReader &read)
    {
        const Result<QList<LexiconRow>> rows = readTable(file, columns);
        if (!rows.ok())
            return rows.error();
        for (const LexiconRow &row : rows.value()) {
            if (const Result<void> done = read(row); !done.ok())
                return done.error();
        }
        return {};
    }

    WordId add(const QString &word, WordClass wordClass)
    {
        const WordId id = m_lexicon.vocabulary.add(folded(word));
        if (m_lexicon.classes.size() <= id)
            m_lexicon.classes.resize(id + 1);
        m_lexicon.classes[id] |= ClassMask(1) << static_cast<int>(wordClass);
        return id;
    }

    WordId addTimeWord(const QString &word, TimeWord kind)
    {
        const WordId id = m_lexicon.vocabulary.add(folded(word));
        if (m_lexicon.timeWords.size() <= id)
            m_lexicon.timeWords.resize(id + 1);
        m_lexicon.timeWords[id] |= static_cast<quint8>(kind);
        return id;
    }

    Result<void> words(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            const auto known = classNames().constFind(row.columns[0]);
            if (known == classNames().cend())
                return Error(u"%1: the word class “%2” is not known."_s.arg(row.where, row.columns[0]));
            for (const QString &word : row.columns[1].split(u' ', Qt::SkipEmptyParts))
                add(word, *known);
            return {};
        });
    }

    Result<void> dates(const QString &file)
    {
        return eachRow(file, 3, [this](const LexiconRow &row) -> Result<void> {
            static const QHash<QString, WordClass> kinds{{u"month"_s, WordClass::Month},
                                                         {u"weekday"_s, WordClass::Weekday},
                                                         {u"count"_s, WordClass::Number},
                                                         {u"ordinal"_s, WordClass::Ordinal}};
            static const QHash<QString, TimeWord> timeKinds{
                {u"unit"_s, TimeWord::Unit},     {u"step"_s, TimeWord::Step},       {u"part"_s, TimeWord::Part},
                {u"season"_s, TimeWord::Season}, {u"daypart"_s, TimeWord::DayPart}, {u"around"_s, TimeWord::Around}};
            const auto kind = kinds.constFind(row.columns[0]);
            bool isNumber = false;
            const int number = row.columns[2].toInt(&isNumber);
            const auto timeKind = timeKinds.constFind(row.columns[0]);
            if ((kind == kinds.cend() && timeKind == timeKinds.cend()) || !isNumber)
                return Error(u"%1: one of the classes named at the head of the table, a word and its number are "
                             "expected."_s.arg(row.where));
            const WordId word =
                kind == kinds.cend() ? addTimeWord(row.columns[1], *timeKind) : add(row.columns[1], *kind);
            m_lexicon.numbers[word] = number;
            return {};
        });
    }

    /** "or-day" is the unit day, counted from what was told before, else from the publication. */
    static std::optional<TimePhrase> timePhrase(const QString &kind)
    {
        static const QStringList units{u"day"_s, u"week"_s, u"weekend"_s, u"month"_s, u"year"_s};
        static const QHash<QString, TimePhrase::Anchor> anchors{{u"that"_s, TimePhrase::Anchor::Told},
                                                                {u"or"_s, TimePhrase::Anchor::ToldOrPublished},
                                                                {u"before"_s, TimePhrase::Anchor::Before}};
        if (kind == u"vague"_s)
            return TimePhrase();
        if (kind == u"day"_s)
            return TimePhrase{TimePhrase::Anchor::Published, 0, 0};
        const auto anchor = anchors.constFind(kind.section(u'-', 0, 0));
        const qsizetype unit = units.indexOf(kind.section(u'-', 1));
        if (anchor == anchors.cend() || unit < 0)
            return std::nullopt;
        return TimePhrase{*anchor, static_cast<int>(unit), 0};
    }

    Result<void> timePhrases(const QString &file)
    {
        return eachRow(file, 3, [this](const LexiconRow &row) -> Result<void> {
            std::optional<TimePhrase> phrase = timePhrase(row.columns[1]);
            bool isNumber = false;
            const int shift = row.columns[2].toInt(&isNumber);
            if (!phrase || !isNumber)
                return Error(
                    u"%1: phrases, a kind named at the head of the table and a number are expected."_s.arg(row.where));
            phrase->shift = shift;
            for (const QString &alternative : row.columns[0].split(u'|', Qt::SkipEmptyParts)) {
                std::vector<WordId> words;
                for (const QString &word : alternative.split(u' ', Qt::SkipEmptyParts))
                    words.push_back(m_lexicon.vocabulary.add(folded(word)));
                // The smallest words are looked at with the one behind them.
                static const QStringList smallest{u"the"_s, u"a"_s, u"in"_s};
                QStringList opening = alternative.split(u' ', Qt::SkipEmptyParts);
                while (opening.size() > 1 && smallest.contains(opening.first()))
                    opening.removeFirst();
                addTimeWord(opening.first(), TimeWord::Opening);
                m_lexicon.timeTrie.add(words, static_cast<quint32>(m_lexicon.timePhrases.size()));
                m_lexicon.timePhrases.push_back(*phrase);
            }
            return {};
        });
    }

    Result<void> commonWords(const QString &file)
    {
        const Result<QString> text = readResource(file);
        if (!text.ok())
            return text.error();
        for (const QString &line : text.value().split(u'\n')) {
            if (line.startsWith(u'#'))
                continue;
            for (const QString &word : line.split(u' ', Qt::SkipEmptyParts))
                add(word, WordClass::Common);
        }
        return {};
    }

    Result<void> notPeople(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            for (const QString &word : row.columns[0].split(u'|'))
                add(word, WordClass::NotPeople);
            return {};
        });
    }

    void addVerb(const QString &form, WordId lemma, VerbForm kind)
    {
        auto &readings = m_lexicon.verbs[m_lexicon.vocabulary.add(form)];
        for (const VerbReading &reading : readings) {
            if (reading.lemma == lemma && reading.form == kind)
                return;
        }
        readings.append({lemma, kind});
    }

    Result<void> verbs(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            const QString &lemma = row.columns[0];
            const WordId id = m_lexicon.vocabulary.add(lemma);
            addVerb(lemma, id, VerbForm::Base);
            const bool e = lemma.endsWith(u'e');
            static const QString vowels = u"aeiou"_s;
            const bool y = lemma.endsWith(u'y') && lemma.size() > 1 && !vowels.contains(lemma[lemma.size() - 2]);
            static const QRegularExpression hissing(u"(s|x|z|ch|sh|o)$"_s);
            const QString stem = y ? lemma.chopped(1) + u'i' : lemma;
            addVerb(y ? stem + u"es"_s : lemma + (hissing.match(lemma).hasMatch() ? u"es"_s : u"s"_s), id,
                    VerbForm::Third);
            const QString gerund = lemma.endsWith(u"ie"_s)         ? lemma.chopped(2) + u"ying"_s
                                   : e && !lemma.endsWith(u"ee"_s) ? lemma.chopped(1) + u"ing"_s
                                                                   : lemma + u"ing"_s;
            addVerb(gerund, id, VerbForm::Gerund);
            const QStringList irregular = row.columns[1].split(u' ', Qt::SkipEmptyParts);
            if (irregular.isEmpty()) {
                addVerb(e ? lemma + u'd' : stem + u"ed"_s, id, VerbForm::Past);
                addVerb(e ? lemma + u'd' : stem + u"ed"_s, id, VerbForm::Participle);
            }
            for (const QString &form : irregular) {
                const bool ing = form.endsWith(u"ing"_s);
                addVerb(form, id, ing ? VerbForm::Gerund : VerbForm::Past);
                if (!ing)
                    addVerb(form, id, VerbForm::Participle);
            }
            return {};
        });
    }

    void findOpeners()
    {
        using Class = WordClass;
        static constexpr ClassMask time = maskOf(Class::Month, Class::Weekday, Class::Number, Class::Ordinal);
        static constexpr ClassMask phrase =
            maskOf(Class::PronounMale, Class::PronounFemale, Class::PronounThey, Class::PronounI, Class::Determiner,
                   Class::Possessive, Class::Former, Class::HonorificMale, Class::HonorificFemale, Class::Honorific,
                   Class::Rank, Class::Kin, Class::Adjective, Class::Adverb, Class::Ordinal, Class::Counterpart,
                   Class::Counterparts, Class::OfficeHead, Class::OfficeModifier, Class::OfficeCapital,
                   Class::OfficeShort, Class::Institution, Class::Group, Class::Number);
        static constexpr ClassMask verb = maskOf(Class::Future, Class::Conditional, Class::Do, Class::Have, Class::Be);
        const auto isOneOf = [this](WordId word, std::initializer_list<QLatin1String> texts) {
            return std::any_of(texts.begin(), texts.end(),
                               [&](QLatin1String text) { return m_lexicon.vocabulary.is(word, text); });
        };
        for (WordId word = 1; word < m_lexicon.classes.size(); ++word) {
            if (m_lexicon.isOneOf(word, time) || m_lexicon.timeWords[word] != 0)
                m_lexicon.openers.time.add(word);
            if (m_lexicon.isOneOf(word, phrase) || m_lexicon.phrases.step(0, word) != 0 ||
                isOneOf(word, {"assistant"_L1, "capital"_L1}))
                m_lexicon.openers.phrase.add(word);
            if (m_lexicon.isOneOf(word, verb) || m_lexicon.verbs.contains(word) || isOneOf(word, {"to"_L1, "co"_L1}))
                m_lexicon.openers.verb.add(word);
        }
    }

    Result<void> roles(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            RolePattern pattern{row.columns[0], {}};
            for (const QString &group : row.columns[1].split(u' ', Qt::SkipEmptyParts)) {
                std::vector<WordId> alternatives;
                for (const QString &word : group.split(u'|')) {
                    alternatives.push_back(m_lexicon.vocabulary.add(word));
                    m_lexicon.roleWords.add(alternatives.back());
                }
                pattern.groups.push_back(std::move(alternatives));
            }
            m_lexicon.roles.push_back(std::move(pattern));
            return {};
        });
    }

    Result<void> roleGroups(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            m_lexicon.roleGroups.insert(row.columns[0], row.columns[1].split(u' ', Qt::SkipEmptyParts));
            return {};
        });
    }

    void addPhrase(const QString &phrase, PhraseEntry entry)
    {
        const TokenizedText text = tokenize(phrase, {0, phrase.size()}, m_lexicon);
        std::vector<WordId> words;
        for (const Token &token : text.tokens) {
            QString word = folded(text.text(token));
            if (token.kind == Token::Kind::PossessiveMark)
                word = u"'s"_s;
            else if (token.has(Token::Abbreviated))
                word.remove(u'.');
            words.push_back(m_lexicon.vocabulary.add(word));
        }
        entry.capitals = text.tokens.size() == 1 && text.tokens.front().has(Token::AllCapitals);
        m_lexicon.phrases.add(words, static_cast<quint32>(m_lexicon.entries.size()));
        m_lexicon.entries.push_back(std::move(entry));
    }

    void addPhrases(const QString &alternatives, const PhraseEntry &entry)
    {
        for (const QString &phrase : alternatives.split(u'|', Qt::SkipEmptyParts))
            addPhrase(phrase, entry);
    }

    static QString first(const QString &alternatives) { return alternatives.section(u'|', 0, 0); }

    /** Names made from ISO 3166, kept until countries.tsv has told which former states stand for themselves. */
    Result<void> countryNames(const QString &file)
    {
        return eachRow(file, 3, [this](const LexiconRow &row) -> Result<void> {
            m_isoStates.append({row.columns[0], row.columns[1], row.columns[2]});
            if (row.columns[1].isEmpty())
                m_lexicon.countryNames.insert(row.columns[0], first(row.columns[2]));
            return {};
        });
    }

    Result<void> countries(const QString &file)
    {
        const Result<void> typed = eachRow(file, 5, [this](const LexiconRow &row) { return country(row); });
        if (!typed.ok())
            return typed;
        for (const IsoState &state : std::exchange(m_isoStates, {})) {
            const QString code = m_lexicon.countryNames.contains(state.code) ? state.code : state.successor;
            for (const QString &name : state.names.split(u'|')) {
                if (!m_typedNames.contains(folded(name)))
                    addPhrase(name, {PhraseKind::Country, m_lexicon.countryNames.value(code), code,
                                     m_lexicon.capitals.value(code)});
            }
        }
        return {};
    }

    Result<void> country(const LexiconRow &row)
    {
        const QString &code = row.columns[0];
        if (!row.columns[1].isEmpty())
            m_lexicon.countryNames.insert(code, row.columns[1]);
        const QString name = m_lexicon.countryNames.value(code);
        if (name.isEmpty())
            return Error(u"%1: “%2” is no code of ISO 3166; a further state needs its name in the second column."_s.arg(
                row.where, code));
        if (!row.columns[3].isEmpty())
            m_lexicon.adjectives.insert(code, first(row.columns[3]));
        if (!row.columns[4].isEmpty())
            m_lexicon.capitals.insert(code, first(row.columns[4]));
        const QString capital = m_lexicon.capitals.value(code);
        for (const QString &names : {row.columns[1], row.columns[2]}) {
            addPhrases(names, {PhraseKind::Country, name, code, capital});
            for (const QString &spelling : names.split(u'|', Qt::SkipEmptyParts))
                m_typedNames.insert(folded(spelling));
        }
        for (const QString &adjective : row.columns[3].split(u'|', Qt::SkipEmptyParts)) {
            if (!isNameOf(code, adjective)) // "Singapore" is the state, whatever stands behind it
                addPhrase(adjective, {PhraseKind::Adjective, name, code, capital});
        }
        addPhrases(row.columns[4], {PhraseKind::City, capital, code, capital});
        return {};
    }

    [[nodiscard]] bool isNameOf(const QString &code, const QString &form) const
    {
        return std::any_of(m_isoStates.begin(), m_isoStates.end(), [&](const IsoState &state) {
            return state.code == code && state.names.split(u'|').contains(form);
        });
    }

    /** Of the tables that name a state by its code. */
    Result<void> placed(const LexiconRow &row, const QString &code, const QString &phrases, const PhraseEntry &entry)
    {
        if (!code.isEmpty() && !m_lexicon.countryNames.contains(code))
            return Error(u"%1: “%2” is no code of ISO 3166 that countries.tsv knows."_s.arg(row.where, code));
        addPhrases(phrases, entry);
        return {};
    }

    Result<void> cities(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            const QString name = first(row.columns[0]);
            return placed(row, row.columns[1], row.columns[0], {PhraseKind::City, name, row.columns[1], name});
        });
    }

    Result<void> organisations(const QString &file)
    {
        return eachRow(file, 3, [this](const LexiconRow &row) -> Result<void> {
            if (row.columns[2] != u"organisation"_s && row.columns[2] != u"forum"_s)
                return Error(u"%1: “organisation” or “forum” is expected, not “%2”."_s.arg(row.where, row.columns[2]));
            const PhraseKind kind = row.columns[2] == u"forum"_s ? PhraseKind::Forum : PhraseKind::Organisation;
            if (kind == PhraseKind::Organisation)
                m_lexicon.organisations.insert(first(row.columns[0]));
            addPhrases(row.columns[0], {kind, first(row.columns[0]), QString(), row.columns[1]});
            return {};
        });
    }

    Result<void> metonyms(const QString &file)
    {
        return eachRow(file, 4, [this](const LexiconRow &row) -> Result<void> {
            if (row.columns[3] != u"government"_s && row.columns[3] != u"building"_s)
                return Error(u"%1: “government” or “building” is expected, not “%2”."_s.arg(row.where, row.columns[3]));
            const PhraseKind kind = row.columns[3] == u"government"_s ? PhraseKind::Government : PhraseKind::Building;
            return placed(row, row.columns[1], row.columns[0],
                          {kind, first(row.columns[0]), row.columns[1], row.columns[2]});
        });
    }

    Result<void> outlets(const QString &file)
    {
        return eachRow(file, 3, [this](const LexiconRow &row) -> Result<void> {
            m_lexicon.outlets.insert(row.columns[0], row.columns[1]);
            return {};
        });
    }

    Result<void> regions(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            return placed(row, row.columns[1], row.columns[0],
                          {PhraseKind::Region, first(row.columns[0]), row.columns[1], QString()});
        });
    }

    Result<void> nationalBodies(const QString &file)
    {
        return eachRow(file, 2, [this](const LexiconRow &row) -> Result<void> {
            return placed(row, row.columns[1], row.columns[0],
                          {PhraseKind::NationalBody, first(row.columns[0]), row.columns[1], QString()});
        });
    }

    /** A line of countrynames.tsv. */
    struct IsoState
    {
        QString code;
        QString successor;
        QString names;
    };

    QStringList m_overlays;
    Lexicon m_lexicon;
    QList<IsoState> m_isoStates;
    QSet<QString> m_typedNames; ///< folded names of states that are typed, which win over those of ISO
};

} // namespace

Result<Lexicon> loadLexicon(const QStringList &overlays)
{
    return Loader(overlays).run();
}

} // namespace dragoman
