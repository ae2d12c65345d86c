// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSize>
#include <QString>

namespace dragoman {

class MainWindow;

/** What the command line asks to be shown once an archive is open. */
struct Scene
{
    QString query;             ///< filter to set
    QString view;              ///< id of the view to raise
    bool mostAccounts = false; ///< open the contact that the most articles tell
    QString screenshot;        ///< file to write the window to, then quit
};

/** Sets a scene when the archive has been read, and takes its picture when all answers have arrived. */
class Rehearsal : public QObject
{
    Q_OBJECT
public:
    Rehearsal(MainWindow *window, Scene scene);

    void start();

signals:
    void failed(const QString &sentence);

private:
    void setScene();
    void openMostAccounts();
    void settle(int rounds);
    void takePicture();

    MainWindow *m_window;
    Scene m_scene;
    bool m_set = false;
};

} // namespace dragoman
