// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace dragoman {

/** A stretch of a sentence, and what it was read as. */
struct WordsRead
{
    enum class As { Person, Role, Body, Place, Pronoun, Group, Time, Verb, Trigger };

    As as = As::Person;
    TextSpan span;
    QString text;
    QString meaning; ///< whom it stands for, the date in EDTF, tense and mood of a verb; may be empty
};

/** A rule, in its own words. */
struct RuleTold
{
    QString id;
    ContactKind kind = ContactKind::Meeting;
    QStringList verbs;   ///< that trigger it, or ...
    QStringList nouns;   ///< ... nouns
    QStringList places;  ///< "subject: caller", "with: party"
    QStringList demands; ///< "after: down", "needs: with to"
    QString example;
    QString exampleTells;
    QString where; ///< file and line
    double confidence = 0;
};

/** A match of a rule at a word; `dropped` says why no account came of it. */
struct MatchTold
{
    QString rule;
    TextSpan trigger;
    QString triggerText;
    int sentence = 0; ///< from 1
    QString sentenceText;
    QString dropped; ///< empty if it was kept
};

/** A sentence of the story, and how it was read. */
struct SentenceRead
{
    int number = 0; ///< from 1
    TextSpan span;
    QString text;           ///< with single spaces
    QString original;       ///< as it stands in the body: the letters of `span`
    QList<WordsRead> words; ///< in order; a trigger may lie inside other words
    QList<MatchTold> matches;
};

/** Where a participant stood. */
struct PlaceFilled
{
    QString place; ///< "subject", "with"; what else put him there in a few words
    QString text;  ///< the words that name him there; empty if none do
};

/** Where a date or place comes from: words of the text, and how they were taken. */
struct SourceTold
{
    QString text; ///< empty if no words tell it
    QString how;
};

/** Something that speaks for an account, or against it where `weight` is negative. */
struct ReasonTold
{
    QString words;
    double weight = 0;
};

/** Why one account stands as it does. */
struct AccountTold
{
    Account account;
    RuleTold rule;
    QList<int> sentences;      ///< numbers of the sentences that tell it, that of its own rule first
    QList<PlaceFilled> filled; ///< by participant
    SourceTold date;
    SourceTold place;
    SourceTold status;
    QList<ReasonTold> reasons; ///< what weighs most first
};

/** How one article was read: its sentences, why its accounts stand, and what was dropped for which reason. */
struct Explanation
{
    QList<SentenceRead> sentences;
    QList<AccountTold> accounts; ///< in the order of Extraction::accounts
    QList<MatchTold> dropped;
    QString correctionReason; ///< why the date of publication was corrected
};

} // namespace dragoman
