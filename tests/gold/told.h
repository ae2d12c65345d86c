// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/contact.h"
#include "domain/result.h"
#include "extract/joiner.h"
#include "extract/ruleset.h"

#include <QMap>
#include <QStringList>

namespace dragoman::test {

/** A participant as the gold or the program names him. */
struct ToldParticipant
{
    ParticipantType type = ParticipantType::Person;
    QStringList forms; ///< the first is the name; the gold has one only
    QString country;
    Capacity capacity = Capacity::Party;
};

/** A contact as the gold or the program records it of one article. */
struct ToldContact
{
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    FuzzyDate date;
    QString place;
    QList<ToldParticipant> participants;
    QList<TextSpan> evidence; ///< of the gold: every place where its words stand
    AccountId account;        ///< of what the program found
    double confidence = 0;    ///< the same
    QString quote;            ///< the words of the evidence, for messages
    ContactId joined;         ///< of what was found: the contact that it became part of
};

/** What is told of one article. */
struct ToldArticle
{
    QDate published;
    QDate resolved;
    QList<ToldContact> contacts;
};

using ToldArticles = QMap<QString, ToldArticle>; ///< by file name

/** An archive read, extracted and joined as an import does it, without a store. */
struct ReadFolder
{
    QList<Article> articles; ///< in order of path; what extraction corrected is set; ids are 1, 2, 3 ...; those of
                             ///< accounts 1000 times that, and counted
    Joined joined;
};

/** All articles of a folder; a file that gives none is an error. */
[[nodiscard]] Result<ReadFolder> readFolder(const QString &folder, const RuleSet &rules);

/** What the program found, as an export of it would tell. */
[[nodiscard]] ToldArticles foundIn(const ReadFolder &folder);

/** The gold in `contacts` about articles in `articles`; strict: unknown words, dates or evidence that stands nowhere
 * are errors. */
[[nodiscard]] Result<ToldArticles> loadGold(const QString &contacts, const QString &articles);

/** "call held, 2025-09-09, no place: Selim Arikan (caller), ...", for messages. */
[[nodiscard]] QString describe(const ToldContact &contact);

} // namespace dragoman::test
