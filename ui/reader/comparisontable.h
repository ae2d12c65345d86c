// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reader/comparisonmodel.h"

#include <QTableView>

namespace dragoman {

class Theme;

/** The comparison as a compact table: differing cells amber with a dotted rule, what only one tells blue with a bar. */
class ComparisonTable : public QTableView
{
    Q_OBJECT
public:
    explicit ComparisonTable(const Theme &theme, QWidget *parent = nullptr);

    void setAccounts(const QList<Account> &accounts, const QStringList &titles);
    [[nodiscard]] ComparisonModel *comparison() const { return m_model; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void evidenceWanted(int account); ///< a cell of that account was clicked, or entered by Return; -1: of all

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    ComparisonModel *m_model;
};

} // namespace dragoman
