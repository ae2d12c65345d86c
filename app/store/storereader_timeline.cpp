// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storereader.h"

#include "store/connection.h"
#include "store/filtersql.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** A contact of more sides than this lies in one lane of its own kind: its pairs would fill the timeline. */
constexpr qsizetype mostSides = 4;

QHash<QString, QString> countryNames(const Connection &connection)
{
    QHash<QString, QString> names;
    Rows rows(connection, u"SELECT code, name FROM countries"_s);
    while (rows.next())
        names.insert(rows.text(0), rows.text(1));
    return names;
}

/** Gathers lanes by key, then hands them out, the fullest first. */
class Lanes
{
public:
    void add(const QString &key, const QString &name, quint32 position)
    {
        auto lane = m_lanes.find(key);
        if (lane == m_lanes.end())
            lane = m_lanes.insert(key, {name, key, {}});
        if (lane->items.empty() || lane->items.back() != position)
            lane->items.push_back(position);
    }

    [[nodiscard]] std::vector<TimelineLane> result() const
    {
        std::vector<TimelineLane> lanes(m_lanes.cbegin(), m_lanes.cend());
        for (TimelineLane &lane : lanes)
            std::sort(lane.items.begin(), lane.items.end());
        std::sort(lanes.begin(), lanes.end(), [](const TimelineLane &left, const TimelineLane &right) {
            if (left.items.size() != right.items.size())
                return left.items.size() > right.items.size();
            return left.name != right.name ? left.name < right.name : left.key < right.key;
        });
        return lanes;
    }

private:
    QHash<QString, TimelineLane> m_lanes;
};

struct Side
{
    QString key;
    QString name;

    friend bool operator<(const Side &left, const Side &right) { return left.key < right.key; }
    friend bool operator==(const Side &left, const Side &right) { return left.key == right.key; }
};

void addPairs(QList<Side> sides, quint32 position, Lanes &lanes)
{
    std::sort(sides.begin(), sides.end());
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    if (sides.size() > mostSides) {
        lanes.add(u"several"_s, u"Several countries"_s, position);
    } else if (sides.size() < 2) {
        const Side side = sides.value(0, {u"none"_s, u"Nobody named"_s});
        lanes.add(side.key, side.name, position);
    }
    for (qsizetype i = 0; sides.size() <= mostSides && i < sides.size(); ++i) {
        for (qsizetype k = i + 1; k < sides.size(); ++k)
            lanes.add(sides.at(i).key + u'-' + sides.at(k).key, sides.at(i).name + u" – "_s + sides.at(k).name,
                      position);
    }
}

using Positions = QHash<qint64, quint32>;

void addCountryLanes(const Connection &connection, const SqlCondition &condition, const TimelineData &data,
                     const Positions &positions, Lanes &lanes)
{
    const QHash<QString, QString> names = countryNames(connection);
    std::vector<QList<Side>> sides(data.contact.size());
    Rows rows(
        connection,
        u"SELECT c.id, cp.country, cp.name FROM contacts c JOIN contact_participants cp ON cp.contact = c.id WHERE "_s +
            condition.sql,
        condition.values);
    while (rows.next()) {
        const auto position = positions.constFind(rows.integer(0));
        if (position == positions.cend())
            continue;
        const QString code = rows.text(1);
        const QString name = rows.text(2);
        sides[*position].append(code.isEmpty() ? Side{name, name} : Side{code, names.value(code, code)});
    }
    for (size_t i = 0; i < sides.size(); ++i)
        addPairs(sides[i], static_cast<quint32>(i), lanes);
}

void addPersonLanes(const Connection &connection, const SqlCondition &condition, const Positions &positions,
                    Lanes &lanes, std::vector<bool> &placed)
{
    QHash<QString, qint64> keys;
    Rows rows(connection,
              u"SELECT p.id, p.name, c.id FROM contacts c JOIN contact_participants cp ON cp.contact = c.id "
              "JOIN people p ON p.id = cp.person WHERE %1 ORDER BY p.id"_s.arg(condition.sql),
              condition.values);
    while (rows.next()) {
        const auto position = positions.constFind(rows.integer(2));
        if (position == positions.cend())
            continue;
        const qint64 person = rows.integer(0);
        QString key = u"person:"_s + rows.text(1);
        while (keys.value(key, person) != person)
            key += u'\'';
        keys.insert(key, person);
        lanes.add(key, rows.text(1), *position);
        placed[*position] = true;
    }
}

} // namespace

TimelineData StoreReader::timeline(const Filter &filter, LaneMode mode) const
{
    const Result<Transaction> snapshot = Transaction::begin(*m_connection, Transaction::Kind::Read);
    TimelineData data;
    Lanes lanes;
    Positions positions;
    const SqlCondition condition = contactCondition(filter);
    Rows rows(*m_connection,
              u"SELECT c.id, c.first, c.last, c.kind, c.status, c.flags, c.accounts FROM contacts c WHERE %1 "
              "ORDER BY c.first IS NULL, c.first, c.last, c.id"_s.arg(condition.sql),
              condition.values);
    while (rows.next()) {
        const auto position = static_cast<quint32>(data.contact.size());
        positions.insert(rows.integer(0), position);
        data.contact.push_back(rows.integer(0));
        data.firstDay.push_back(static_cast<qint32>(rows.integer(1)));
        data.lastDay.push_back(static_cast<qint32>(rows.integer(2)));
        data.kind.push_back(static_cast<quint8>(rows.number(3)));
        data.status.push_back(static_cast<quint8>(rows.number(4)));
        data.flags.push_back(static_cast<quint8>(rows.number(5)));
        data.accounts.push_back(static_cast<quint8>(std::min(rows.number(6), 255)));
        if (mode == LaneMode::Kind) {
            const QString word = toWord(static_cast<ContactKind>(rows.number(3)));
            lanes.add(word, word, position);
        }
    }
    if (mode == LaneMode::CountryPair) {
        addCountryLanes(*m_connection, condition, data, positions, lanes);
    } else if (mode == LaneMode::Person) {
        std::vector<bool> placed(data.contact.size());
        addPersonLanes(*m_connection, condition, positions, lanes, placed);
        for (size_t i = 0; i < placed.size(); ++i) {
            if (!placed[i])
                lanes.add(u"none"_s, u"Nobody by name"_s, static_cast<quint32>(i));
        }
    }
    data.lanes = lanes.result();
    return data;
}

QList<MonthCount> StoreReader::months(const Filter &filter) const
{
    QList<MonthCount> result;
    const SqlCondition condition = contactCondition(filter);
    Rows rows(*m_connection,
              u"SELECT c.month, c.kind, count(*) FROM contacts c WHERE c.month IS NOT NULL AND %1 "
              "GROUP BY c.month, c.kind ORDER BY c.month, c.kind"_s.arg(condition.sql),
              condition.values);
    while (rows.next())
        result.append(
            {rows.number(0) / 12, rows.number(0) % 12 + 1, static_cast<ContactKind>(rows.number(1)), rows.number(2)});
    return result;
}

} // namespace dragoman
