// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"
#include "session/explained.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace dragoman {

class EmptyPage;
class WhySource;

/** "Why is this here?": how one account of the selected contact was read. Stays beside the window and follows the
 * selection. */
class WhyDialog : public QDialog
{
    Q_OBJECT
public:
    explicit WhyDialog(const ViewContext &context, QWidget *parent = nullptr);

    void ask(ContactId contact, ArticleId article);

private:
    void buildLayout();
    QWidget *buildHead();
    void connectState();
    void follow();
    void showWaiting();
    void showAccounts();
    void fill(const ExplainedArticle &article, const AccountTold &account);
    void showProblem(const QString &sentence);
    void paint();
    void copy() const;
    void retint();

    ViewContext m_context;
    WhySource *m_source;
    ExplainedArticle m_article;
    AccountTold m_told;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_note = nullptr;
    QComboBox *m_accounts = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTextBrowser *m_page = nullptr;
    EmptyPage *m_empty = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace dragoman
