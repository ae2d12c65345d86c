// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"
#include "session/archive.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "state/theme.h"
#include "widgets/recordlistview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

constexpr int tick = 5; ///< milliseconds

/** Notes how long the event loop kept a timer waiting: the time in which a key or a click would have gone unanswered.
 */
class Watchdog : public QObject
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Watchdog::note);
    }

    void begin()
    {
        m_since.start();
        m_timer.start(tick);
    }

    /** In milliseconds; `share` of all gaps are no longer. */
    [[nodiscard]] double gap(double share)
    {
        std::sort(m_gaps.begin(), m_gaps.end());
        const auto last = static_cast<double>(m_gaps.size() - 1);
        return m_gaps.empty() ? 0 : m_gaps[static_cast<size_t>(share * last + 0.5)];
    }

    [[nodiscard]] size_t count() const { return m_gaps.size(); }
    [[nodiscard]] auto longer(double milliseconds) const
    {
        return std::count_if(m_gaps.begin(), m_gaps.end(), [=](double gap) { return gap > milliseconds; });
    }

private:
    void note()
    {
        m_gaps.push_back(std::max(0.0, static_cast<double>(m_since.nsecsElapsed()) / 1e6 - tick));
        m_since.start();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    std::vector<double> m_gaps;
};

double seconds(const QElapsedTimer &since)
{
    return static_cast<double>(since.elapsed()) / 1000;
}

} // namespace

/** Imports a folder into the real window, and prints when rows are seen and how long its event loop is kept away. */
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
        qputenv(name, home.path().toUtf8());
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FOLDER"_s, u"Articles."_s);
    parser.addHelpOption();
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(1);

    Settings settings;
    Theme theme;
    MainWindow window(&theme, &settings);
    window.resize(1280, 800);
    window.show();
    QApplication::processEvents();
    Watchdog watchdog;
    QElapsedTimer since;
    double firstRows = -1;
    const auto *articles = qobject_cast<RecordModel *>(window.findChild<RecordListView *>(u"articleList"_s)->model());
    QObject::connect(articles, &RecordModel::answered, &application, [&] {
        if (firstRows < 0 && articles->rowCount() > 0)
            firstRows = seconds(since);
    });
    QTextStream out(stdout);
    QObject::connect(window.context().archive, &Archive::importFinished, &application, [&](const ImportReport &report) {
        out << report.articles << " articles, " << report.contacts << " contacts in " << seconds(since) << " s\n"
            << report.error;
        QTimer::singleShot(1000, &application, &QCoreApplication::quit); // the last answers belong to it
    });
    since.start();
    watchdog.begin();
    if (!window.openArchive(parser.positionalArguments().constFirst()))
        return 1;
    QApplication::exec();
    out << "first rows  " << firstRows << " s\n"
        << "gaps        median " << watchdog.gap(0.5) << " ms, p99 " << watchdog.gap(0.99) << ", p99.9 "
        << watchdog.gap(0.999) << ", max " << watchdog.gap(1) << " of " << watchdog.count() << "; "
        << watchdog.longer(50) << " longer than 50 ms\n";
    return 0;
}
