// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/contact.h"
#include "domain/person.h"

#include <QList>
#include <QString>

#include <vector>

namespace dragoman {

/** A row of the article list. */
struct ArticleRow
{
    ArticleId id;
    QString title;
    QString source;
    QString path;
    QDate published;          ///< as printed
    QDate publishedCorrected; ///< invalid unless contradicted
    QString correctionReason; ///< a sentence for the user; empty unless contradicted
    int contacts = 0;         ///< accounts in the article
    ArticleId original;       ///< the article that this one copies, whole or nearly so; invalid if none
    QString originalPath;     ///< of that article
    int copies = 0;           ///< articles that copy this one
    QString opening;          ///< the first words of the story: what stands for a headline where there is none
    QString snippet; ///< around the hits of the filter's text, each hit between U+0002 and U+0003; else the first words
};

/** A row of a contact list, and what a hover card tells. */
struct ContactRow
{
    ContactId id;
    ContactKind kind = ContactKind::Meeting;
    ContactStatus status = ContactStatus::Held;
    FuzzyDate date;
    Place place;
    QList<Participant> participants;
    int accounts = 0;
    QStringList sources; ///< outlets that tell it
    QString evidence;    ///< the first words of the first account's evidence
    ArticleId article;   ///< of the first account
};

/** A row of the people list. */
struct PersonRow
{
    PersonId id;
    QString name;
    QString country;
    QList<NameForm> forms;
    QList<Office> offices;
    int contacts = 0; ///< within the filter
    int articles = 0; ///< within the filter
    FuzzyDate first;  ///< first and last dated contact within the filter; unknown if none is dated
    FuzzyDate last;
};

/** What the timeline's lanes stand for. */
enum class LaneMode { CountryPair, Person, Kind };

/** A lane: its name and the positions, in the columns of TimelineData, of the contacts that lie in it. */
struct TimelineLane
{
    QString name; ///< "Iran – Türkiye", "Yasar Guler", "meeting"
    QString key;  ///< stable between questions: "IR-TR", "person:Yasar Guler", "meeting"
    std::vector<quint32> items;
};

/** All contacts that a filter lets through as columns, in order of their first day; undated ones last. */
struct TimelineData
{
    std::vector<qint64> contact;  ///< ContactId
    std::vector<qint32> firstDay; ///< Julian day; 0 if undated
    std::vector<qint32> lastDay;
    std::vector<quint8> kind;        ///< ContactKind
    std::vector<quint8> status;      ///< ContactStatus
    std::vector<quint8> flags;       ///< see below
    std::vector<quint8> accounts;    ///< number of accounts, at most 255
    std::vector<TimelineLane> lanes; ///< the fullest first, ties by name
    static constexpr quint8 approximate = 1;
    static constexpr quint8 interval = 2; ///< a contact that lasted, or a date not known to the day

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(contact.size()); }
};

/** One bar segment of the chart of contacts per month. */
struct MonthCount
{
    int year = 0;
    int month = 0;
    ContactKind kind = ContactKind::Meeting;
    int count = 0;
};

/** A value that a filter could take, with the number of contacts it would leave. */
struct FacetValue
{
    QString value; ///< as in the filter language
    QString label; ///< for people
    int contacts = 0;
};

/** A name, place or date marked in an article's text. */
struct MentionRow
{
    enum class Kind { Person, Body, Place, Role, Date };

    Kind kind = Kind::Person;
    TextSpan span;
    QString name;
    QString country;
};

/** One article with all that was found in it. */
struct ArticlePage
{
    Article article;
    QList<Account> accounts;    ///< with contact, persons and bodies set
    QList<MentionRow> mentions; ///< in order of position
};

/** How a file of the archive ended at the last import. */
struct FileRow
{
    QString path;
    QString state; ///< read, empty, unsupported, failed, excluded
    QString reason;
    qint64 size = 0;
    qint64 modified = 0;
    QByteArray hash;            ///< of a file that was read
    QString charset = {};       ///< in which its first article was read
    QString chosenCharset = {}; ///< by the user; empty: it was found out
};

/** The sums shown in the status bar. */
struct StoreCounts
{
    int articles = 0;
    int contacts = 0;
    int people = 0;
};

} // namespace dragoman
