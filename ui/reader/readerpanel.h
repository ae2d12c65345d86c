// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"
#include "reader/textmarks.h"

#include <QWidget>

class QAction;
class QActionGroup;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace dragoman {

class ArticlePane;
class ComparisonTable;
class EmptyPage;
class FindBar;
class ReaderSource;

/** The reader view: the panes of the open articles, tied to the shared selection. */
class ReaderPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ReaderPanel(const ViewContext &context, QWidget *parent = nullptr);

    [[nodiscard]] const QList<ArticlePane *> &panes() const { return m_panes; }
    [[nodiscard]] ArticlePane *activePane() const; ///< nullptr without panes
    [[nodiscard]] ComparisonTable *comparison() const { return m_comparison; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildActions();
    QAction *keyAction(const QString &text, const QList<QKeySequence> &keys);
    void markAction(const QString &text, Theme::Mark mark);
    void buildLayout();
    QWidget *buildToolBar();
    QToolButton *toolButton(QAction *action, const QString &name);
    void connectState();
    void connectActions();
    ArticlePane *paneFor(const ArticlePage &page);
    void take(const QList<ArticlePage> &pages, const QStringList &problems);
    void followContact(const Contact &contact);
    void updateComparison();
    void fitComparison();
    void jumpToEvidence(int account);
    void activate(ArticlePane *pane);
    void updateFind();
    void updateMarks();
    void setZoom(int percent);
    void updatePage();

    ViewContext m_context;
    ReaderSource *m_source;
    QList<ArticlePane *> m_panes;
    ArticlePane *m_active = nullptr;
    QList<ArticlePane *> m_compared; ///< the pane of each column of the comparison
    MarkKinds m_shown;
    int m_zoom = 100;
    bool m_handleMoved = false;  ///< of the comparison, by the user
    bool m_contactIsNew = false; ///< the selected contact was not shown yet
    QList<QAction *> m_markActions;
    QAction *m_nextContact = nullptr;
    QAction *m_previousContact = nullptr;
    QAction *m_find = nullptr;
    QAction *m_findNext = nullptr;
    QAction *m_findPrevious = nullptr;
    QAction *m_larger = nullptr;
    QAction *m_smaller = nullptr;
    QAction *m_normalSize = nullptr;
    QAction *m_compare = nullptr;
    QToolButton *m_marksButton = nullptr;
    QLabel *m_problems = nullptr;
    QLabel *m_summary = nullptr;
    QSplitter *m_splitter = nullptr;
    QSplitter *m_column = nullptr;
    QStackedWidget *m_stack = nullptr;
    ComparisonTable *m_comparison = nullptr;
    FindBar *m_findBar = nullptr;
    EmptyPage *m_empty = nullptr;
};

} // namespace dragoman
