// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"
#include "shell/rehearsal.h"
#include "shell/settings.h"
#include "state/theme.h"
#include "widgets/windowstyle.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QTranslator>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

/** What the command line asks for. */
struct Wishes
{
    QString archive;
    std::optional<Theme::Choice> theme;
    QSize size;
    Scene scene;
};

int complain(const QString &sentence)
{
    std::fprintf(stderr, "dragoman: %s\n", qPrintable(sentence));
    return 2;
}

void describe(QCommandLineParser *parser)
{
    parser->setApplicationDescription(
        QCoreApplication::translate("main", "Desktop browser for diplomatic contacts in news articles."));
    parser->addPositionalArgument(
        u"archive"_s,
        QCoreApplication::translate("main", "A folder of articles, or a store; without it the last archive."),
        u"[FOLDER or STORE]"_s);
    parser->addOptions({
        {u"theme"_s, QCoreApplication::translate("main", "Colours: system, light or dark."), u"NAME"_s},
        {u"size"_s, QCoreApplication::translate("main", "Size of the window, for instance 1280x800."), u"WxH"_s},
        {u"query"_s,
         QCoreApplication::translate("main", "Filter to begin with, for instance \"country:TR kind:meeting\"."),
         u"LINE"_s},
        {u"view"_s, QCoreApplication::translate("main", "View to show: articles, contacts, people, timeline, charts."),
         u"ID"_s},
        {u"side-by-side"_s,
         QCoreApplication::translate("main", "Open the contact that the most articles tell, side by side.")},
        {u"welcome"_s, QCoreApplication::translate("main", "Begin with the welcome page, whatever was open last.")},
        {u"screenshot"_s,
         QCoreApplication::translate("main", "Write a picture of the window, once all is read, and quit."), u"FILE"_s},
    });
    parser->addHelpOption();
    parser->addVersionOption();
}

std::optional<Theme::Choice> themeNamed(const QString &name)
{
    if (name == u"system"_s)
        return Theme::Choice::System;
    if (name == u"light"_s)
        return Theme::Choice::Light;
    if (name == u"dark"_s)
        return Theme::Choice::Dark;
    return std::nullopt;
}

QSize sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    return parts.size() == 2 ? QSize(parts.at(0).toInt(), parts.at(1).toInt()) : QSize();
}

/** The wishes, or a sentence about what is not understood. */
Result<Wishes> wishesFrom(const QCommandLineParser &parser)
{
    Wishes wishes;
    if (parser.positionalArguments().size() > 1)
        return Error(
            QCoreApplication::translate("main", "one archive at a time, please; put a name with spaces in quotes"));
    wishes.archive = parser.positionalArguments().value(0);
    if (parser.isSet(u"theme"_s)) {
        wishes.theme = themeNamed(parser.value(u"theme"_s));
        if (!wishes.theme)
            return Error(QCoreApplication::translate("main", "--theme takes system, light or dark, not %1")
                             .arg(parser.value(u"theme"_s)));
    }
    if (parser.isSet(u"size"_s)) {
        wishes.size = sizeFrom(parser.value(u"size"_s));
        if (wishes.size.isEmpty())
            return Error(
                QCoreApplication::translate("main", "--size takes a width and a height such as 1280x800, not %1")
                    .arg(parser.value(u"size"_s)));
    }
    wishes.scene = {parser.value(u"query"_s), parser.value(u"view"_s), parser.isSet(u"side-by-side"_s),
                    parser.value(u"screenshot"_s)};
    return wishes;
}

QString lastArchive(const Settings &settings)
{
    const QStringList recent = settings.recent();
    return !recent.isEmpty() && QFileInfo::exists(recent.first()) ? recent.first() : QString();
}

void loadTranslations(QApplication *app, QTranslator *qt, QTranslator *own)
{
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        app->installTranslator(qt);
    if (own->load(QLocale(), u"dragoman"_s, u"_"_s, u":/translations"_s))
        app->installTranslator(own);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"dragoman"_s);
    QApplication::setApplicationDisplayName(u"Dragoman"_s);
    QApplication::setApplicationVersion(QStringLiteral(DRAGOMAN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral(DRAGOMAN_DESKTOP_ID));
    QApplication::setStyle(new WindowStyle);
    QTranslator qtTexts;
    QTranslator ownTexts;
    loadTranslations(&app, &qtTexts, &ownTexts);

    QCommandLineParser parser;
    describe(&parser);
    parser.process(app);
    const Result<Wishes> wishes = wishesFrom(parser);
    if (!wishes.ok())
        return complain(wishes.error().message());

    Settings settings;
    Theme theme;
    theme.setChoice(wishes.value().theme.value_or(settings.theme()));
    MainWindow window(&theme, &settings);
    if (wishes.value().size.isValid())
        window.resize(wishes.value().size);
    window.show();
    const QString wanted = wishes.value().archive;
    const QString archive = wanted.isEmpty() && !parser.isSet(u"welcome"_s) ? lastArchive(settings) : wanted;
    if (!archive.isEmpty())
        window.openArchive(archive);
    Rehearsal rehearsal(&window, wishes.value().scene);
    QObject::connect(&rehearsal, &Rehearsal::failed, &app,
                     [](const QString &sentence) { QApplication::exit(complain(sentence)); });
    rehearsal.start();
    return QApplication::exec();
}
