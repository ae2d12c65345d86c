// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/told.h"

#include "domain/result.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>

namespace dragoman {

/** Under which names collections of articles tell what; see resources/formats/fields.tsv. */
class FieldTable
{
public:
    /** The table compiled into the program; it is checked by the tests, so an error in it ends the program. */
    [[nodiscard]] static const FieldTable &builtIn();
    [[nodiscard]] static Result<FieldTable> load(const QString &file);

    /** Of each column what it tells: "text", "title" ...; empty if nothing that is asked for. A kind is told by the
     * column whose name stands first in the table. */
    [[nodiscard]] QStringList kindsOf(const QStringList &columns) const;
    /** What an object tells; nullopt if it holds no text. `where` says what it is called: "field", "column". */
    [[nodiscard]] std::optional<ToldArticle> article(const QJsonObject &object, const QString &where) const;
    /** Paths at which an object may hold the list of articles. */
    [[nodiscard]] QStringList lists() const { return m_names.value(QStringLiteral("list")); }

private:
    QMap<QString, QStringList> m_names; ///< by kind, in the order of the table
};

/** The value at a path parted by dots, names compared as in fields.tsv. */
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QString &path);

/** Takes a value for a kind of fields.tsv into what is told; text that is HTML becomes plain. */
void tellField(ToldArticle &told, const QString &kind, const QString &value, const QString &where);

} // namespace dragoman
