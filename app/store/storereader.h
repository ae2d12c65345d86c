// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter.h"
#include "domain/result.h"
#include "store/storetypes.h"

#include <QHash>

#include <memory>

namespace dragoman {

enum class ArticleSort { Date, Title, Source, Contacts, Path };
enum class ContactSort { Date, Kind, Status, Place };
enum class PersonSort { Contacts, Name, Country, Last };

class Connection;

/**
 * Questions to one store, over a read-only connection of its own. A reader belongs to the thread that opened it.
 * Lists are asked for as ids in order, then row by window: no question loads all rows of a table. Rows come in the
 * order of the ids asked for; an id that is gone meanwhile has none. Days that are not known sort last in either order.
 */
class StoreReader
{
public:
    /** Opens a store of this version, or of a newer one that still holds all that is asked for here. */
    [[nodiscard]] static Result<std::unique_ptr<StoreReader>> open(const QString &file);
    ~StoreReader();
    StoreReader(const StoreReader &) = delete;
    StoreReader &operator=(const StoreReader &) = delete;

    [[nodiscard]] StoreCounts counts(const Filter &filter) const; ///< the lengths of the three lists below

    /**
     * Articles which tell a contact that the filter lets through and which, where it has text or sources, hold that
     * text and come from one of those; with an empty filter, or one of text and sources only, contacts or not.
     */
    [[nodiscard]] std::vector<qint64> articleIds(const Filter &filter, ArticleSort sort, Qt::SortOrder order) const;
    [[nodiscard]] QList<ArticleRow> articleRows(const std::vector<qint64> &ids, const Filter &filter) const;
    [[nodiscard]] std::vector<qint64> contactIds(const Filter &filter, ContactSort sort, Qt::SortOrder order) const;
    [[nodiscard]] QList<ContactRow> contactRows(const std::vector<qint64> &ids) const;
    /** Those who take part in a contact that the filter lets through; with an empty filter everybody named. */
    [[nodiscard]] std::vector<qint64> personIds(const Filter &filter, PersonSort sort, Qt::SortOrder order) const;
    [[nodiscard]] QList<PersonRow> personRows(const std::vector<qint64> &ids, const Filter &filter) const;

    [[nodiscard]] TimelineData timeline(const Filter &filter, LaneMode lanes) const;
    [[nodiscard]] QList<MonthCount> months(const Filter &filter) const; ///< of dates within one month; in order of time
    // A facet counts as if the filter had no condition of its own field, so that it shows what another choice would
    // leave; countries narrow further, so theirs counts within the filter.
    [[nodiscard]] QList<FacetValue> countryFacet(const Filter &filter, int most) const;
    [[nodiscard]] QList<FacetValue> kindFacet(const Filter &filter) const;
    [[nodiscard]] QList<FacetValue> statusFacet(const Filter &filter) const;
    [[nodiscard]] QList<FacetValue> sourceFacet(const Filter &filter, int most) const;
    /** Values that begin like `prefix` for the keys person, place, source and country (as its code), the most frequent
     * first. */
    [[nodiscard]] QStringList completions(const QString &key, const QString &prefix, int most) const;
    [[nodiscard]] QString
    countryName(const QString &code) const; ///< English short name; the code itself if it does not occur

    [[nodiscard]] Result<Contact> contact(ContactId id) const; ///< with its accounts
    [[nodiscard]] Result<ArticlePage> article(ArticleId id) const;
    [[nodiscard]] Result<Person> person(PersonId id) const;
    [[nodiscard]] QList<Body> bodies() const;
    [[nodiscard]] QList<FileRow> files() const;                 ///< in order of path
    [[nodiscard]] QList<FileRow> sampleOfFiles(int most) const; ///< of those that were read, chosen by their contents
    [[nodiscard]] QString folder() const;                       ///< the archive folder that the store was made from

    [[nodiscard]] bool isNewer() const; ///< a newer program wrote the store: what that added is not seen here

    /** Why a question since the last asking had no answer but an empty one, as a sentence; empty if all went well. */
    [[nodiscard]] QString takeProblem() const;
    /** What is wrong with the file, one sentence each, by SQLite's own checks of its pages, indexes and references. */
    [[nodiscard]] QStringList damages() const;

    /** What the filter's terms stand for in this store, for accepts(). */
    [[nodiscard]] FilterFacts facts(const Filter &filter) const;

private:
    explicit StoreReader(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace dragoman
