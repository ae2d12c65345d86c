// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <vector>

namespace dragoman {

/** Numbers under keys, many to a key, the newest first: sixteen bytes a key and eight a number. */
class Chains
{
public:
    /** Does nothing where the key's newest number is this one. */
    void add(quint64 key, int value)
    {
        int &newest = m_newest[key];
        if (newest > 0 && link(newest).value == value)
            return;
        m_links.push_back({value, newest});
        newest = static_cast<int>(m_links.size());
    }

    /** Hands numbers to `visit`, the newest first, until it answers false. */
    template <typename Visit>
    void visit(quint64 key, Visit &&visit) const
    {
        for (int at = m_newest.value(key); at > 0; at = link(at).before) {
            if (!visit(link(at).value))
                return;
        }
    }

private:
    struct Link
    {
        int value;
        int before; ///< place of the next older one, counted from 1; 0 for none
    };

    [[nodiscard]] const Link &link(int place) const { return m_links[static_cast<size_t>(place) - 1]; }

    QHash<quint64, int> m_newest;
    std::vector<Link> m_links;
};

} // namespace dragoman
