// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QAbstractTableModel>
#include <QCache>

#include <optional>
#include <vector>

namespace dragoman {

/**
 * A list of the store's rows that follows one filter: it holds the ids in order, and of the rows themselves only those
 * lately looked at. Rows not there yet show as placeholders and arrive by pages. Persistent indexes, and with them
 * selections, stay with their id when the list is asked for again.
 */
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        LoadedRole,                ///< bool: false for a placeholder
        FirstOwnRole
    };
    using Ids = std::vector<qint64>;

    RecordModel(Archive *archive, int sortColumn, Qt::SortOrder order, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] qint64 idAt(int row) const; ///< 0 outside the list
    [[nodiscard]] int rowOf(qint64 id) const; ///< -1 if it is not in the list
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] bool isAsking() const { return m_asking; } ///< the list shown is not yet that of the filter
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    void setFilter(const Filter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void refresh(); ///< asks again

signals:
    void answered(); ///< the list is that of the filter now; rows may still be on their way

protected:
    using IdsQuestion = std::function<Ids(const StoreReader &)>;

    [[nodiscard]] virtual IdsQuestion idsQuestion() const = 0;
    virtual void askRows(const Ids &ids) = 0; ///< ends in rowsArrived()
    [[nodiscard]] virtual bool isFresh(qint64 id) const = 0;
    virtual void forgetRows() = 0;

    void want(int row) const; ///< asks for the page of `row` soon
    void rowsArrived(quint64 generation);
    [[nodiscard]] Archive *archive() const { return m_archive; }
    [[nodiscard]] quint64 generation() const { return m_generation; }           ///< counts the lists installed
    [[nodiscard]] quint64 firstGeneration() const { return m_firstGeneration; } ///< of the archive that is open now

private:
    void install(Ids ids);
    void reorder(Ids ids, int rows);
    void askWanted();
    void announceRows();
    void empty();

    Archive *m_archive;
    Question m_question;
    Filter m_filter;
    Ids m_ids;
    int m_sortColumn;
    Qt::SortOrder m_sortOrder;
    quint64 m_generation = 0;
    quint64 m_firstGeneration = 0;
    bool m_asking = false;
    bool m_rowsUnderWay = false;
    mutable bool m_scheduled = false;
    mutable std::vector<int> m_wanted; ///< pages, the latest last
};

/** The rows of a RecordModel, by id. */
template <typename Row>
class RecordModelOf : public RecordModel
{
public:
    using RecordModel::RecordModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const qint64 id = idAt(index.row());
        if (role == IdRole)
            return id;
        if (!isFresh(id))
            want(index.row());
        const Entry *entry = m_rows.object(id);
        const bool loaded = entry && entry->row;
        if (role == LoadedRole)
            return loaded;
        return loaded ? rowData(*entry->row, index.column(), role) : QVariant();
    }

    [[nodiscard]] std::optional<Row> rowAt(int row) const ///< nullopt for a placeholder
    {
        const Entry *entry = m_rows.object(idAt(row));
        return entry ? entry->row : std::nullopt;
    }

protected:
    using Rows = QList<Row>;
    using RowsQuestion = std::function<Rows(const StoreReader &)>;

    [[nodiscard]] virtual RowsQuestion rowsQuestion(const Ids &ids) const = 0;
    [[nodiscard]] virtual QVariant rowData(const Row &row, int column, int role) const = 0;

    [[nodiscard]] bool isFresh(qint64 id) const override
    {
        const Entry *entry = m_rows.object(id);
        return entry && entry->generation == generation();
    }

    void askRows(const Ids &ids) override
    {
        const quint64 asked = generation();
        archive()->ask<Rows>(this, rowsQuestion(ids), [this, asked, ids](const Rows &rows) {
            if (asked < firstGeneration())
                return;
            for (const qint64 id : ids)
                m_rows.insert(id, new Entry{asked, std::nullopt}); // a row gone meanwhile is not asked for again
            for (const Row &row : rows)
                m_rows.insert(row.id.value, new Entry{asked, row});
            rowsArrived(asked);
        });
    }

    void forgetRows() override { m_rows.clear(); }

private:
    struct Entry
    {
        quint64 generation = 0;
        std::optional<Row> row;
    };

    static constexpr int mostRows = 4000;
    QCache<qint64, Entry> m_rows{mostRows};
};

} // namespace dragoman
