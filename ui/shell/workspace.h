// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/viewregistry.h"

#include <QHash>
#include <QWidget>

namespace dragoman {

class FlatTabs;
class LineSplitter;

/** The views of an open archive: lists at the side, timeline and charts at the top, the reader below. */
class Workspace : public QWidget
{
    Q_OBJECT
public:
    Workspace(const ViewContext &context, QWidget *parent);

    [[nodiscard]] QWidget *view(const QString &id) const; ///< nullptr if there is none of that name
    void showView(const QString &id);                     ///< and gives it the focus
    void raiseView(const QString &id);                    ///< without the focus
    void setSideShown(bool shown);
    void setReaderShown(bool shown);
    [[nodiscard]] bool isSideShown() const;
    [[nodiscard]] bool isReaderShown() const;
    [[nodiscard]] QList<QWidget *> panes() const; ///< of those shown, the current view of each area
    void focusList();

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    void restoreDefaults();

private:
    void buildLayout();
    [[nodiscard]] FlatTabs *tabs(ViewArea area) const;

    ViewContext m_context;
    LineSplitter *m_columns = nullptr;
    LineSplitter *m_rows = nullptr;
    FlatTabs *m_side = nullptr;
    FlatTabs *m_top = nullptr;
    FlatTabs *m_bottom = nullptr;
    QHash<QString, QWidget *> m_views;
};

} // namespace dragoman
