// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/reader.h"
#include "ingest/told.h"

#include <optional>

namespace dragoman {

/** Hands on the articles that the rows of a collection tell, and counts the rows that hold none. */
class CollectionRows
{
public:
    /** `word` says what a row is called: "line", "item". */
    CollectionRows(const ArticleSink &sink, QString word) : m_sink(sink), m_word(std::move(word)) {}

    /** The next row; false if no more are wanted. */
    bool add(std::optional<ToldArticle> told, const QString &charset);
    void leaveOut();
    void leaveOutTooLong();

    [[nodiscard]] QString note(const ReadLimits &limits) const; ///< on what was left out; may be empty
    [[nodiscard]] qint64 count() const { return m_rows; }
    [[nodiscard]] bool found() const { return m_rows > m_left; }
    [[nodiscard]] bool isAllTooLong() const { return m_rows > 0 && m_tooLong == m_rows; }

private:
    const ArticleSink &m_sink;
    const QString m_word;
    QStringList m_named; ///< the first of those left out
    qint64 m_left = 0;
    qint64 m_tooLong = 0;
    qint64 m_rows = 0;
};

} // namespace dragoman
