// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinesource.h"
#include "models/viewcontext.h"
#include "timeline/timelinecanvas.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;

namespace dragoman {

class EmptyPage;
class TimelineLegend;
class TimelineOverview;

/** The timeline view: header, canvas, overview and legend, tied to the shared filter and selection. */
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePanel(const ViewContext &context, QWidget *parent = nullptr);

    [[nodiscard]] TimelineCanvas *canvas() const { return m_canvas; }
    /** What lies under `hit` as a menu; empty where nothing can be done. */
    void fillMenu(QMenu *menu, const TimelineHit &hit);
    [[nodiscard]] QSize sizeHint() const override { return {900, 430}; }

private:
    void buildActions();
    QAction *laneAction(LaneMode mode, const QString &text, const QString &tip, int key);
    void buildLayout();
    QWidget *buildHeader();
    void connectState();
    void connectCanvas();
    void take(const TimelineData &columns);
    void showEmptyPage();
    void updateSummary();
    void updateNames();
    void askNames();
    void hover(const TimelineHit &hit, QPoint globalPosition);
    void endHover();
    void showContactCard();
    void followContact(ContactId contact);
    void describeContact();
    void addContactItems(QMenu *menu, quint32 item);

    ViewContext m_context;
    TimelineSource *m_source;
    QActionGroup *m_laneActions = nullptr;
    QAction *m_zoomIn = nullptr;
    QAction *m_zoomOut = nullptr;
    QAction *m_showAll = nullptr;
    QAction *m_toggleLegend = nullptr;
    QLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    TimelineCanvas *m_canvas = nullptr;
    TimelineOverview *m_overview = nullptr;
    TimelineLegend *m_legend = nullptr;
    EmptyPage *m_empty = nullptr;
    QTimer m_namesTimer;
    qint64 m_hovered = 0;
    QPoint m_hoverAt;
};

/** What a lane stands for as a filter: two countries, a person or a kind. */
[[nodiscard]] Filter laneFilter(LaneMode mode, const QString &key);

} // namespace dragoman
