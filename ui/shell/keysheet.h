// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace dragoman {

/** All keys: those of the given actions, and those that lists, timeline and reader have of their own. */
class KeySheet : public QDialog
{
    Q_OBJECT
public:
    KeySheet(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace dragoman
