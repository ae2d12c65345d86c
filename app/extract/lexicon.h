// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"
#include "extract/vocabulary.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace dragoman {

/** What a word can be; a word may be several. The names stand in lexicon/english/words.tsv. */
enum class WordClass : quint8 {
    Determiner,
    Possessive,
    PronounMale,
    PronounFemale,
    PronounThey,
    PronounI,
    Preposition,
    Conjunction,
    Subordinator,
    Relative,
    Be,
    Have,
    Do,
    Future,
    Conditional,
    Negation,
    Adverb,
    Reporting,
    Ordinal,
    Number,
    HonorificMale,
    HonorificFemale,
    Honorific,
    Rank,
    OfficeHead,
    OfficeModifier,
    OfficeCapital, ///< an office only with a capital: "Politburo Member"
    OfficePreposition,
    OfficeShort, ///< an office only as an abbreviation: "Sen."
    Readout,
    Followers, ///< "his team", "her delegation"
    Journey,   ///< a word of travelling: "trip", "traveled"
    Homeland,  ///< "the country", "our island"
    OfficeFiller,
    Former,
    Adjective,
    Counterpart,
    Counterparts,
    Group,
    Particle,
    Common,
    Month,
    Weekday,
    NotPeople,
    Abbreviation,
    Kin,
    Institution,
    Predicative,
    Reduced,
    Known, ///< spoken of in the program itself
    Calling,
    Gathering,
    Setting,
    Mediating,
    MediumStop,
    Ending,
    Continuing,
    Affair,
    Topic,
    Initiative,
    Company,
    Round, ///< of talks
    Settlement,
    Sequel,  ///< of a series
    Present, ///< tells that somebody is there
    Leading,
    Arriving,
    Musing,
    TitleCapitals,
    OfficeTail,
    Apart,      ///< tells that each is met for himself: "separate", "separately"
    Becoming,   ///< before an office that somebody takes: "as", "became"
    Jointly,    ///< tells that several do one thing: "together"
    Manner,     ///< how somebody is met: "in audience", "in person"
    GivenTitle, ///< a given name before "bin" or "al": "Sultan bin Saad"
    OfficeBody, ///< ends the name of a body that stands beside its office: "Chairman Senate"
    ObjectControl,
    TakingPart,
    Occasion,
    FamilyFirst,
    GivenPlace,
    GivenFemale,
    Speech,
    PuttingOff,
    Denying,
    Hearsay,
    Intention,
    Greeting,
    Alike,
    Sport,
    Happening,
    Issued,     ///< statement, remarks: what an article of an office calls itself
    Stage,      ///< of what lasts: its first day, its framework
    Hoping,     ///< verbs and nouns of hope and wish
    Phrasal,    ///< a verb of which a particle stands before the object: wrapped up
    Commission, ///< a body that two states share
    Agenda,     ///< what a day is planned by: "programme"
    Chairing,   ///< the office of who leads talks: "chairmanship"
    Last_
};

/** A bit for each WordClass. */
__extension__ using ClassMask = unsigned __int128;
static_assert(static_cast<int>(WordClass::Last_) <= 128);

template <typename... Classes>
constexpr ClassMask maskOf(Classes... wordClasses)
{
    return ((ClassMask(1) << static_cast<int>(wordClasses)) | ...);
}

/** A form of a verb. */
enum class VerbForm : quint8 { Base, Third, Past, Participle, Gerund };

struct VerbReading
{
    WordId lemma = 0;
    VerbForm form = VerbForm::Base;
};

/** What a phrase of the world tables stands for. */
enum class PhraseKind : quint8 {
    Country,
    Adjective,
    City,
    Organisation,
    Forum,
    Government,
    Building,
    Region,
    NationalBody
};

struct PhraseEntry
{
    PhraseKind kind = PhraseKind::Country;
    QString name;          ///< canonical
    QString country;       ///< ISO 3166-1 alpha-2, or empty
    QString city;          ///< of a metonym, the seat of an organisation; of a country, its capital
    bool capitals = false; ///< all upper case in the table, so it has to be in the text: "US", "WHO"
};

/** An office is of this key if it holds one word of each group. */
struct RolePattern
{
    QString key;
    std::vector<std::vector<WordId>> groups;
};

/** An office without what changes nothing in it ("Minister of National Defence"). */
struct OfficeName
{
    QString key;      ///< see lexicon/english/roles.tsv
    QStringList rest; ///< the words that tell it from others of the key: culture, tourism

    friend bool operator==(const OfficeName &, const OfficeName &) = default;
};

/** A line of the user's people.tsv: a person in an office of a state. */
struct OfficeTerm
{
    QStringList names; ///< spellings, the one to show first
    QString country;
    QString title; ///< the office in words
    OfficeName office;
    QDate from; ///< invalid if it has no beginning, or no end
    QDate to;
};

/** What a word is in telling a time, besides a month, a weekday, a number or an ordinal; bits of a set. */
enum class TimeWord : quint8 {
    Step = 1,     ///< last, next
    Unit = 2,     ///< week, months
    Part = 4,     ///< early, end
    Season = 8,   ///< spring
    DayPart = 16, ///< evening
    Around = 32,  ///< circa
    Opening = 64  ///< begins a phrase of timephrases.tsv
};

/** A phrase of time that is one piece, and from where it counts. */
struct TimePhrase
{
    enum class Anchor : quint8 {
        Published,       ///< the day of publication
        Told,            ///< the day told before it
        ToldOrPublished, ///< that, else the day of publication
        Before,          ///< the same, where no word follows that it could belong to
        None             ///< it is no date
    };
    Anchor anchor = Anchor::None;
    int unit = 0; ///< TimeExpression::Unit
    int shift = 0;
};

/** The words with which something can begin: asked of each word of a text before anything else is. */
struct Openers
{
    WordSet time;   ///< an expression of time
    WordSet phrase; ///< a noun phrase, also without a capital
    WordSet verb;   ///< a verb group
};

/** What the program knows of words and of the world; filled by loadLexicon(), then only read. */
struct Lexicon
{
    Vocabulary vocabulary;
    std::vector<ClassMask> classes; ///< by word id, a bit for each WordClass
    WordMap<int> numbers;           ///< months, weekdays (Monday is 1), counts: their number
    WordMap<QList<VerbReading>> verbs;
    PhraseTrie phrases;
    std::vector<PhraseEntry> entries; ///< payload of `phrases`
    std::vector<quint8> timeWords;    ///< by word id, a set of TimeWord
    PhraseTrie timeTrie;
    std::vector<TimePhrase> timePhrases; ///< payload of `timeTrie`
    std::vector<RolePattern> roles;
    WordSet roleWords;                      ///< all that stand in `roles`
    QHash<QString, QStringList> roleGroups; ///< keys that a role's key can mean besides itself
    QHash<QString, QString> countryNames;   ///< by code
    QHash<QString, QString> capitals;       ///< by code
    QHash<QString, QString> outlets;    ///< country of an agency or outlet by its name; empty for those of the world
    QSet<QString> organisations;        ///< by their first names
    QHash<QString, QString> adjectives; ///< by code, "Turkish"
    Openers openers;                    ///< by the tables above
    std::vector<OfficeTerm> terms;      ///< of the user's own tables; the built-in ones name no living person

    [[nodiscard]] bool is(WordId word, WordClass wordClass) const
    {
        return word < classes.size() && (classes[word] >> static_cast<int>(wordClass)) & 1;
    }
    [[nodiscard]] bool isOneOf(WordId word, ClassMask mask) const
    {
        return word < classes.size() && (classes[word] & mask) != 0;
    }
    [[nodiscard]] bool is(WordId word, TimeWord kind) const
    {
        return word < timeWords.size() && (timeWords[word] & static_cast<quint8>(kind)) != 0;
    }
    [[nodiscard]] WordId word(QLatin1String text) const { return vocabulary.find(text); }
};

/** Reads the tables of lexicon/, those of `overlays` after the built-in ones. */
[[nodiscard]] Result<Lexicon> loadLexicon(const QStringList &overlays);

} // namespace dragoman
