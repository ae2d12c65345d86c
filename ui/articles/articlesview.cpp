// SPDX-License-Identifier: GPL-3.0-or-later
#include "articles/articlesview.h"

#include "articles/articledelegate.h"
#include "models/articlelistmodel.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "widgets/recordlistview.h"
#include "widgets/recordpanel.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

class ArticlesView : public RecordPanel
{
    Q_OBJECT
public:
    ArticlesView(const ViewContext &context, ArticleListModel *model, ArticleDelegate *delegate, QWidget *parent);

private:
    void buildActions();
    void connectState();
    void updateActions();
    void followFilter(const Filter &filter);
    void showMenu(const QPoint &at);
    [[nodiscard]] QList<ArticleId> selectedArticles() const;

    ViewContext m_context;
    ArticleDelegate *m_delegate;
    QAction *m_open = nullptr;
    QAction *m_openBeside = nullptr;
    QAction *m_sideBySide = nullptr;
    QAction *m_filterSource = nullptr;
};

PanelWords words()
{
    return {ArticlesView::tr("Articles"),
            [](int count) { return counted(ArticlesView::tr("1 article"), ArticlesView::tr("%1 articles"), count); },
            u"articles"_s, ArticlesView::tr("No articles in this archive"),
            ArticlesView::tr("No article matches the filter")};
}

ArticlesView::ArticlesView(const ViewContext &context, ArticleListModel *model, ArticleDelegate *delegate,
                           QWidget *parent)
    : RecordPanel(context, model, delegate, words(), parent), m_context(context), m_delegate(delegate)
{
    setObjectName(u"articles"_s);
    model->setParent(this);
    delegate->setParent(this);
    list()->setObjectName(u"articleList"_s);
    addSortChoice(ArticleListModel::Published, Qt::DescendingOrder, tr("Newest first"));
    addSortChoice(ArticleListModel::Published, Qt::AscendingOrder, tr("Oldest first"));
    addSortChoice(ArticleListModel::Title, Qt::AscendingOrder, tr("By title"));
    addSortChoice(ArticleListModel::Source, Qt::AscendingOrder, tr("By source"));
    addSortChoice(ArticleListModel::Contacts, Qt::DescendingOrder, tr("Most contacts first"));
    addSortChoice(ArticleListModel::Path, Qt::AscendingOrder, tr("By file"));
    buildActions();
    connectState();
}

void ArticlesView::buildActions()
{
    m_open = new QAction(tr("Open"), this);
    connect(m_open, &QAction::triggered, this,
            [this] { m_context.selection->openArticles(selectedArticles().mid(0, 1)); });
    m_openBeside = new QAction(tr("Open Beside"), this);
    connect(m_openBeside, &QAction::triggered, this, [this] {
        for (const ArticleId article : selectedArticles())
            m_context.selection->openBeside(article);
    });
    m_sideBySide = new QAction(tr("Read Side by Side"), this);
    m_sideBySide->setObjectName(u"articles.sideBySide"_s);
    m_sideBySide->setToolTip(tr("Read the selected articles side by side (select two to four with Ctrl+click)"));
    m_sideBySide->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_sideBySide->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_sideBySide, &QAction::triggered, this, [this] { m_context.selection->openArticles(selectedArticles()); });
    m_filterSource = new QAction(tr("Filter by This Source"), this);
    connect(m_filterSource, &QAction::triggered, this, [this] {
        m_context.filter->addSource(list()->currentIndex().data(ArticleListModel::SourceRole).toString());
    });
    addActions({m_open, m_openBeside, m_sideBySide, m_filterSource});

    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setDefaultAction(m_sideBySide);
    button->setAccessibleName(m_sideBySide->text());
    addHeadButton(button);
    const auto retint = [this] { m_sideBySide->setIcon(m_context.theme->icon(u"side-by-side"_s)); };
    connect(m_context.theme, &Theme::changed, this, retint);
    retint();
    updateActions();
}

void ArticlesView::connectState()
{
    connect(list(), &RecordListView::opened, this, [this](qint64 id) { m_context.selection->openArticle({id}); });
    connect(list(), &RecordListView::openedBeside, this, [this](qint64 id) { m_context.selection->openBeside({id}); });
    connect(list(), &RecordListView::selectionEdited, this, &ArticlesView::updateActions);
    connect(list(), &QWidget::customContextMenuRequested, this, &ArticlesView::showMenu);
    connect(m_context.filter, &FilterState::changed, this, &ArticlesView::followFilter);
    followFilter(m_context.filter->filter());
    connect(m_context.selection, &Selection::articlesChanged, this, [this](const QList<ArticleId> &articles) {
        if (articles.size() == 1)
            list()->showId(articles.first().value);
    });
}

void ArticlesView::updateActions()
{
    const qsizetype count = selectedArticles().size();
    m_open->setEnabled(count > 0);
    m_openBeside->setEnabled(count > 0);
    m_sideBySide->setEnabled(count >= 2 && count <= Selection::mostPanes);
    m_filterSource->setEnabled(!list()->currentIndex().data(ArticleListModel::SourceRole).toString().isEmpty());
}

void ArticlesView::followFilter(const Filter &filter)
{
    m_delegate->setSnippetShown(!filter.text.isEmpty());
    list()->fitRows();
}

void ArticlesView::showMenu(const QPoint &at)
{
    updateActions();
    QMenu menu(this);
    menu.addActions({m_open, m_openBeside, m_sideBySide});
    menu.addSeparator();
    menu.addAction(m_filterSource);
    menu.exec(list()->viewport()->mapToGlobal(at));
}

QList<ArticleId> ArticlesView::selectedArticles() const
{
    QList<ArticleId> articles;
    for (const qint64 id : list()->selectedIds())
        articles.append(ArticleId{id});
    return articles;
}

} // namespace

QWidget *createArticlesView(const ViewContext &context, QWidget *parent)
{
    auto *model = new ArticleListModel(context.archive);
    auto *delegate = new ArticleDelegate(context.theme, nullptr);
    return new ArticlesView(context, model, delegate, parent);
}

} // namespace dragoman

#include "articlesview.moc"
