// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

#include <QList>
#include <QString>

class QWidget;

namespace dragoman {

/** Where in the window a view stands; views of the same area are tabs. */
enum class ViewArea { Side, Top, Bottom };

/** One view of the window. */
struct ViewEntry
{
    QString id; ///< stable: in settings and on the command line
    QString title;
    Qt::Key key; ///< with Ctrl, shows the view
    ViewArea area;
    QWidget *(*create)(const ViewContext &context, QWidget *parent);
};

/** All views, one line each: a new view is one more line. */
[[nodiscard]] const QList<ViewEntry> &viewRegistry();

} // namespace dragoman
