// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/archive.h"

#include <functional>

namespace dragoman {

/** A question that is asked again and again: only the answer to the latest asking is handed on, late ones are dropped.
 */
class Question
{
public:
    explicit Question(QObject *owner) : m_owner(owner) {}

    template <typename Answer>
    void ask(Archive *archive, std::function<Answer(const StoreReader &)> question, std::function<void(Answer)> then)
    {
        const quint64 number = ++m_number;
        archive->ask<Answer>(m_owner, std::move(question), [this, number, then = std::move(then)](Answer answer) {
            if (number == m_number)
                then(std::move(answer));
        });
    }

    void drop() { ++m_number; } ///< whatever is under way is no longer wanted

private:
    QObject *m_owner; ///< also holds this Question, so that neither outlives the other
    quint64 m_number = 0;
};

} // namespace dragoman
