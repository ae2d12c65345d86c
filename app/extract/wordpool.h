// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace dragoman {

/** Each text once, under a number; the empty text is 0. */
class WordPool
{
public:
    int of(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        int &number = m_numbers[text];
        if (number == 0) {
            m_texts.push_back(text);
            number = static_cast<int>(m_texts.size());
        }
        return number;
    }

    [[nodiscard]] QString text(int number) const
    {
        return number == 0 ? QString() : m_texts[static_cast<size_t>(number) - 1];
    }

private:
    QHash<QString, int> m_numbers;
    std::vector<QString> m_texts;
};

} // namespace dragoman
