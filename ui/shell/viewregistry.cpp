// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/viewregistry.h"

#include "articles/articlesview.h"
#include "articles/contactsview.h"
#include "charts/chartsview.h"
#include "people/peopleview.h"
#include "reader/readerview.h"
#include "timeline/timelineview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString title(const char *text)
{
    return QCoreApplication::translate("dragoman::views", text);
}

} // namespace

const QList<ViewEntry> &viewRegistry()
{
    static const QList<ViewEntry> views{
        {u"articles"_s, title(QT_TRANSLATE_NOOP("dragoman::views", "Articles")), Qt::Key_1, ViewArea::Side,
         &createArticlesView},
        {u"contacts"_s, title(QT_TRANSLATE_NOOP("dragoman::views", "Contacts")), Qt::Key_2, ViewArea::Side,
         &createContactsView},
        {u"people"_s, title(QT_TRANSLATE_NOOP("dragoman::views", "People")), Qt::Key_3, ViewArea::Side,
         &createPeopleView},
        {u"timeline"_s, title(QT_TRANSLATE_NOOP("dragoman::views", "Timeline")), Qt::Key_4, ViewArea::Top,
         &createTimelineView},
        {u"charts"_s, title(QT_TRANSLATE_NOOP("dragoman::views", "Charts")), Qt::Key_5, ViewArea::Top,
         &createChartsView},
        {u"reader"_s, title(QT_TRANSLATE_NOOP("dragoman::views", "Reader")), Qt::Key_6, ViewArea::Bottom,
         &createReaderView},
    };
    return views;
}

} // namespace dragoman
