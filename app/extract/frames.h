// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contactterms.h"
#include "domain/result.h"
#include "extract/confidencetable.h"
#include "extract/lexicon.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace dragoman {

/** Where a participant stands to the trigger of a rule. */
enum class Slot : quint8 { Subject, Object, With, Between, By, From, To, Of, Possessor, Adjunct, For, Among, On, Pair };
constexpr size_t slotCount = static_cast<size_t>(Slot::Pair) + 1;

/** The word of a slot in the rule files. */
[[nodiscard]] QString toWord(Slot slot);

/** An example sentence of a rule; `expected` as in the rule file, empty where the rule must find nothing. */
struct RuleExample
{
    QString sentence;
    QString expected;
    QString where; ///< file and line
};

/** One rule: a verb or a noun with the places where its participants stand. Written in resources/rules; see the guide
 * there. */
struct Frame
{
    using Roles = std::array<std::optional<Capacity>, slotCount>;

    QString id;
    ContactKind kind = ContactKind::Meeting;
    std::optional<ContactStatus> status;  ///< where the words themselves decide it ("invited")
    std::optional<ContactStatus> answers; ///< the status that it gives to the invitation told before
    std::vector<WordId> verbs;
    std::vector<WordId> after;                     ///< one of these has to follow the verb ("sit down")
    std::vector<std::vector<WordId>> subjectNouns; ///< one of these phrases has to stand before the verb as its subject
    std::vector<std::vector<WordId>> objectNouns;  ///< the verb's object has to be one of these phrases
    std::vector<std::vector<WordId>> unlessNouns;  ///< none of these phrases may be its object or purpose
    std::vector<std::vector<WordId>> nouns;
    std::vector<WordId> light;                  ///< verbs that lend their subject to the noun: hold talks
    std::vector<std::vector<WordId>> context;   ///< words of which the article has to hold one
    std::vector<std::vector<WordId>> notAfter;  ///< phrases that must not follow the trigger
    std::vector<std::vector<WordId>> notBefore; ///< phrases that must not stand before it
    Roles roles;                                ///< by Slot
    QStringList destinations;                   ///< "object" or prepositions: where the destination of a visit stands
    std::vector<WordId> notGoverned;            ///< verbs under which the noun means something else
    QList<Slot> needs;                          ///< one of these has to be filled
    std::optional<ContactStatus> only;          ///< tells nothing in any other status
    bool purpose = false;                       ///< its object noun has to stand behind "for"
    bool openMedium = false;                    ///< a call unless a place or a word of gathering is told
    std::vector<std::vector<WordId>> opens;     ///< the sentence has to begin with one of these phrases
    bool joins = false;                         ///< adds its participants to the meeting told last
    bool joinsNearest = false;                  ///< only where the contact told last is of its kind
    bool delegates = false;                     ///< its travellers are named in sentences of their own behind it
    bool standsFor = false;                     ///< who joins stands for his side: "headed the Omani delegation"
    bool unlessInfinitive = false;              ///< not where its object is told to do something
    bool nearCalling = false;                   ///< a word of the medium has to stand near: "by phone"
    bool byMedium = false;                      ///< a phrase of the medium has to follow: "in a phone call"
    bool weak = false;                          ///< tells nothing beside another contact of the same two
    bool states = false;                        ///< states as such may be participants
    bool needsPeople = true;                    ///< one participant at least has to be a person or a role
    bool needsNoObject = false; ///< only where nothing follows that the verb could take: "and he accepted"
    double confidence = 0.8;
    QList<RuleExample> yes;
    QList<RuleExample> no;
    QString where; ///< file and line

    [[nodiscard]] std::optional<Capacity> role(Slot slot) const { return roles[static_cast<size_t>(slot)]; }
};

/** What a word does to the status of a contact that it governs. */
struct MoodWord
{
    QString use; ///< governor, object, subject, modifier, before
    ContactStatus status = ContactStatus::Held;
};

/** All rules, by what triggers them. */
struct FrameSet
{
    std::vector<Frame> frames;
    WordMap<QList<int>> byVerb;
    WordMap<QList<int>> byNoun; ///< by the first word of a noun phrase
    WordMap<QList<MoodWord>> moods;
    ConfidenceTable confidence;

    [[nodiscard]] std::optional<ContactStatus> mood(WordId word, QLatin1String use) const;
};

/** Reads the text of one rule file; `name` is what messages call it. */
[[nodiscard]] Result<void> readRules(const QString &text, const QString &name, Lexicon &lexicon, FrameSet &set);

/** Reads the rule files rules/confidence.tsv and lexicon/english/moods.tsv; adds the words they speak of to the
 * lexicon's vocabulary. */
[[nodiscard]] Result<FrameSet> loadFrames(Lexicon &lexicon, const QStringList &overlays);

} // namespace dragoman
