// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"
#include "session/explained.h"

#include <QObject>

namespace dragoman {

/** Why a contact is here: its accounts, and how the article of one of them was read. */
class WhySource : public QObject
{
    Q_OBJECT
public:
    explicit WhySource(Archive *archive, QObject *parent = nullptr);

    /** Asks about the account that `article` gives of `contact`, or the first one if it gives none. Answered by
     * arrived(), then explained(), or by failed(). */
    void ask(ContactId contact, ArticleId article);
    void choose(int account); ///< another account of the same contact

    [[nodiscard]] const Contact &contact() const { return m_contact; }
    [[nodiscard]] int account() const { return m_account; }              ///< in contact().accounts; -1 if there is none
    [[nodiscard]] const QStringList &titles() const { return m_titles; } ///< of the accounts' articles

signals:
    void arrived();
    void explained(const dragoman::ExplainedArticle &article, const dragoman::AccountTold &account);
    void failed(const QString &sentence);

private:
    struct Found;
    void take(const Found &found, ArticleId article);
    void explain();

    Archive *m_archive;
    Question m_question;
    Contact m_contact;
    QStringList m_titles;
    int m_account = -1;
    quint64 m_number = 0;
};

} // namespace dragoman
