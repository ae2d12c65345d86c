// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace dragoman {

class EmptyPage;
class RecordDelegate;
class RecordListView;
class RecordModel;

/** The words of one list, for its head and for when it is empty. */
struct PanelWords
{
    QString name;                      ///< "Articles"
    std::function<QString(int)> count; ///< "12 articles"
    QString icon;
    QString noneAtAll;   ///< "No articles in this archive"
    QString noneMatches; ///< "No article matches the filter"
};

/** A list of records with its head (count, order, further buttons) and a page that says what to do where it is empty.
 */
class RecordPanel : public QWidget
{
    Q_OBJECT
public:
    RecordPanel(const ViewContext &context, RecordModel *model, RecordDelegate *delegate, PanelWords words,
                QWidget *parent);

    [[nodiscard]] RecordListView *list() const { return m_list; }
    [[nodiscard]] RecordModel *model() const { return m_model; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    void addSortChoice(int column, Qt::SortOrder order, const QString &text); ///< the first one added is the default
    void addHeadButton(QToolButton *button);

private:
    void buildHead();
    void connectState();
    void update();
    void fillEmptyPage();

    ViewContext m_context;
    RecordModel *m_model;
    PanelWords m_words;
    QHBoxLayout *m_head = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_sort = nullptr;
    QStackedWidget *m_pages = nullptr;
    RecordListView *m_list = nullptr;
    EmptyPage *m_empty = nullptr;
};

} // namespace dragoman
