// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinelane.h"

#include <algorithm>

namespace dragoman {

namespace {

constexpr double narrowest = 48; ///< of a name that can still be read
constexpr double before = 5;
constexpr double after = 8;

/** What stands in one row: a mark, or a group that takes all rows of its sort. */
struct Stretch
{
    double x0 = 0;
    double x1 = 0;
    qsizetype mark = -1;
};

std::vector<Stretch> rowOf(const LaneLayout &layout, bool bar, int row)
{
    std::vector<Stretch> stretches;
    for (size_t at = 0; at < layout.marks.size(); ++at) {
        if (layout.marks[at].bar == bar && layout.marks[at].row == row)
            stretches.push_back({layout.marks[at].x0, layout.marks[at].x1, qsizetype(at)});
    }
    for (const TimelineGroup &group : layout.groups) {
        if (group.bars == bar)
            stretches.push_back({group.x0, group.x1});
    }
    std::sort(stretches.begin(), stretches.end(), [](const Stretch &a, const Stretch &b) { return a.x0 < b.x0; });
    return stretches;
}

void addRow(const std::vector<Stretch> &row, const TimeScale &scale, std::vector<NameBox> *boxes)
{
    double takenUntil = scale.left; // by a mark or the name beside it
    for (size_t at = 0; at < row.size(); ++at) {
        const bool last = at + 1 == row.size();
        const double end = last ? scale.right() - 4 : row[at + 1].x0 - after;
        const double start = row[at].x1 + before;
        // The last one may need the room before it for its own name.
        const bool nextIsAtTheEdge = at + 2 == row.size() && scale.right() - row[at + 1].x1 < narrowest + before + 4;
        const double share = nextIsAtTheEdge ? start + (end - start) / 2 : end;
        if (row[at].mark >= 0 && share - start >= narrowest) {
            boxes->push_back({.mark = size_t(row[at].mark), .x0 = start, .x1 = share, .left = false});
            takenUntil = share;
            continue;
        }
        const double leftEnd = row[at].x0 - before;
        if (row[at].mark >= 0 && last && row[at].x0 < scale.right() && leftEnd - takenUntil - after >= narrowest)
            boxes->push_back({.mark = size_t(row[at].mark), .x0 = takenUntil + after, .x1 = leftEnd, .left = true});
        takenUntil = std::max(takenUntil, row[at].x1);
    }
}

} // namespace

std::vector<NameBox> nameBoxes(const LaneLayout &layout, const TimeScale &scale)
{
    std::vector<NameBox> boxes;
    for (const bool bar : {false, true}) {
        int rows = 0;
        for (const TimelineMark &mark : layout.marks)
            rows = mark.bar == bar ? std::max(rows, mark.row + 1) : rows;
        for (int row = 0; row < rows; ++row)
            addRow(rowOf(layout, bar, row), scale, &boxes);
    }
    return boxes;
}

} // namespace dragoman
