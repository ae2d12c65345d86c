// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/tokens.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace dragoman {

/** A noun phrase that names or points to somebody or some place. Token numbers are those of the TokenizedText. */
struct NounPhrase
{
    enum class Kind : quint8 {
        Person,  ///< holds a name
        Role,    ///< an office without a name: "the Turkish defence minister"
        Body,    ///< a state, a government, a ministry, an organisation
        Place,   ///< a city, a building, a region
        Pronoun, ///< he, she, they, I
        Group,   ///< "the two ministers", "both sides"
    };
    enum class Gender : quint8 { Unknown, Male, Female };

    Kind kind = Kind::Person;
    int begin = 0;
    int end = 0;
    int sentence = 0;
    int nameBegin = 0; ///< of a person's name, or of a body's or place's
    int nameEnd = 0;
    QString name;          ///< the person's name as told; the canonical name of a body or place
    QString country;       ///< ISO 3166-1 alpha-2, or empty
    QString city;          ///< of a place
    QString office;        ///< as told, without determiner
    QString roleKey;       ///< see lexicon/english/roles.tsv
    QStringList countries; ///< of a plural role, one for each who is meant
    QString organisation;  ///< for which he speaks
    Gender gender = Gender::Unknown;
    bool plural = false;
    bool counterpart = false;  ///< "his Turkish counterpart"
    bool possessiveOf = false; ///< followed by 's
    bool former = false;
    bool kin = false;       ///< "his wife"
    bool honorific = false; ///< "Mr President": an honorific stands before the office
    bool visiting = false;  ///< "the visiting minister": not of the state where it happens
    bool object = false;    ///< of a pronoun: "him", "them", not "he", "they"
    bool label = false;     ///< of a transcript: names who speaks, set by resolution
    bool inSpeech = false;  ///< said by a speaker of a transcript, set by resolution
    bool definite = false;
    bool titled = false;      ///< a title, an office or a state stands before the name
    bool latter = false;      ///< of "the former", "the latter": which
    bool attributive = false; ///< a state's adjective or name before another noun: "Iran nuclear deal"
    bool joined = false;      ///< to another before a noun: "Omani-Swiss talks"
    bool state = false;       ///< of a body: a state as such, not a ministry or organisation
    bool periphrasis = false; ///< of a place: a building or "the Iranian capital", not the city's own name
    bool forum = false;       ///< of a body: a setting rather than an actor
    std::vector<int> actors;  ///< entities that it stands for, set by resolution
    int mergedInto = -1;      ///< an apposition: the phrase that has taken this one in
};

/** Second stage: the noun phrases of a text, in order, appositions joined. */
[[nodiscard]] std::vector<NounPhrase> findNounPhrases(const TokenizedText &text, const Lexicon &lexicon);

/** The key of an office by lexicon/english/roles.tsv, or empty; `begin` to `end` are tokens. */
[[nodiscard]] QString roleKeyOf(const TokenizedText &text, int begin, int end, const Lexicon &lexicon);

} // namespace dragoman
