// SPDX-License-Identifier: GPL-3.0-or-later
#include "gold/scorer.h"

#include <algorithm>
#include <limits>

namespace dragoman::test {

namespace {

/** The Hungarian method for rows <= columns: rows enter one by one, each by the cheapest path of exchanges. */
class Assignment
{
public:
    explicit Assignment(const std::vector<std::vector<double>> &weights)
        : m_weights(weights), m_rows(weights.size()), m_columns(weights.front().size()), m_ofRow(m_rows + 1),
          m_ofColumn(m_columns + 1), m_rowAt(m_columns + 1), m_before(m_columns + 1)
    {
        for (size_t row = 1; row <= m_rows; ++row)
            enter(row);
    }

    [[nodiscard]] QList<std::pair<qsizetype, qsizetype>> pairs() const
    {
        QList<std::pair<qsizetype, qsizetype>> result;
        for (size_t column = 1; column <= m_columns; ++column) {
            if (m_rowAt[column] > 0 && m_weights[m_rowAt[column] - 1][column - 1] > 0)
                result.append({static_cast<qsizetype>(m_rowAt[column]) - 1, static_cast<qsizetype>(column) - 1});
        }
        std::sort(result.begin(), result.end());
        return result;
    }

private:
    void enter(size_t row)
    {
        m_rowAt[0] = row;
        m_least.assign(m_columns + 1, std::numeric_limits<double>::infinity());
        m_used.assign(m_columns + 1, false);
        size_t column = 0;
        while (m_rowAt[column] > 0)
            column = step(column);
        while (column > 0) {
            m_rowAt[column] = m_rowAt[m_before[column]];
            column = m_before[column];
        }
    }

    /** From one column to the next cheapest one, potentials adjusted. */
    size_t step(size_t from)
    {
        m_used[from] = true;
        const size_t row = m_rowAt[from];
        size_t next = 0;
        double delta = std::numeric_limits<double>::infinity();
        for (size_t column = 1; column <= m_columns; ++column) {
            if (m_used[column])
                continue;
            const double cost = -m_weights[row - 1][column - 1] - m_ofRow[row] - m_ofColumn[column];
            if (cost < m_least[column]) {
                m_least[column] = cost;
                m_before[column] = from;
            }
            if (m_least[column] < delta) {
                delta = m_least[column];
                next = column;
            }
        }
        for (size_t column = 0; column <= m_columns; ++column) {
            if (m_used[column]) {
                m_ofRow[m_rowAt[column]] += delta;
                m_ofColumn[column] -= delta;
            } else {
                m_least[column] -= delta;
            }
        }
        return next;
    }

    const std::vector<std::vector<double>> &m_weights;
    size_t m_rows;
    size_t m_columns;
    std::vector<double> m_ofRow;
    std::vector<double> m_ofColumn;
    std::vector<size_t> m_rowAt;
    std::vector<size_t> m_before;
    std::vector<double> m_least;
    std::vector<bool> m_used;
};

} // namespace

QList<std::pair<qsizetype, qsizetype>> assign(const std::vector<std::vector<double>> &weights)
{
    if (weights.empty() || weights.front().empty())
        return {};
    if (weights.size() <= weights.front().size())
        return Assignment(weights).pairs();
    std::vector<std::vector<double>> turned(weights.front().size(), std::vector<double>(weights.size()));
    for (size_t row = 0; row < weights.size(); ++row) {
        for (size_t column = 0; column < turned.size(); ++column)
            turned[column][row] = weights[row][column];
    }
    QList<std::pair<qsizetype, qsizetype>> pairs = Assignment(turned).pairs();
    for (auto &[row, column] : pairs)
        std::swap(row, column);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace dragoman::test
