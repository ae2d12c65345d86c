// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace dragoman {

class CompletionModel;

/** A name typed in, with those of the archive that begin like it: Enter adds it to the filter. For places and for
 * people. */
class NamePopup : public QFrame
{
    Q_OBJECT
public:
    /** `key` is of the filter language and known to the store's completions: "place" or "person". */
    NamePopup(const QString &key, const QString &title, const ViewContext &context, QWidget *parent);

    void popUp(const QPoint &at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const QString &name);

    QString m_key;
    ViewContext m_context;
    CompletionModel *m_model = nullptr;
    QLineEdit *m_edit = nullptr;
    QListView *m_list = nullptr;
};

} // namespace dragoman
