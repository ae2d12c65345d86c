// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/question.h"

#include <QAbstractListModel>
#include <QStringList>

namespace dragoman {

/**
 * What the word under the cursor of the filter line could become: a key of the filter language ("person:"), one of its
 * fixed words, or a name from the store. The last word of the line is completed; a row is the whole line.
 */
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit CompletionModel(Archive *archive, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void complete(const QString &line);
    void setValuesOnly(bool only) { m_valuesOnly = only; } ///< rows are the names alone, not the whole line

signals:
    void answered();

private:
    void setLines(const QStringList &lines);

    Archive *m_archive;
    Question m_question;
    QStringList m_lines;
    bool m_valuesOnly = false;
};

} // namespace dragoman
