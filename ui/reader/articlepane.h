// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"
#include "reader/textmarks.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QMenu;
class QToolButton;

namespace dragoman {

class ArticleTextView;
class MarkStrip;

/** One article in the reader: its head, its contacts, its text with everything marked. */
class ArticlePane : public QWidget
{
    Q_OBJECT
public:
    explicit ArticlePane(const ViewContext &context, QWidget *parent = nullptr);

    void setPage(const ArticlePage &page);
    [[nodiscard]] const ArticlePage &page() const { return m_page; }
    [[nodiscard]] ArticleId article() const { return m_page.article.id; }
    void setContact(ContactId contact); ///< its evidence is emphasised, and scrolled into view if it is told here
    void setShown(const MarkKinds &shown);
    void setZoom(int percent);
    void setActive(bool active);             ///< the pane that keys and menus act on
    void setOfficesOf(const Person &person); ///< for the card that waits for them

    [[nodiscard]] ArticleTextView *text() const { return m_text; }
    [[nodiscard]] MarkStrip *strip() const { return m_strip; }
    [[nodiscard]] bool tells(ContactId contact) const;
    void fillMenu(QMenu *menu, QPoint viewportPosition);

public slots:
    void nextContact();
    void previousContact();
    void copyWithCitation();

signals:
    void closeRequested(dragoman::ArticleId article);
    void contactChosen(dragoman::ContactId contact);
    void personWanted(dragoman::PersonId person);
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildLayout();
    QWidget *buildHeader();
    void connectState();
    void fillHeader();
    void fillNote();
    void fillAccounts();
    void placeAccounts();
    void updateMarks();
    void updateStrip();
    void addWhy(QMenu *menu, int account);
    void showAccountMenu(QPoint at);
    void stepContact(int by);
    void choose(int account);
    void showCard(int mention, QPoint globalPosition);
    void hideCard();
    void retint();
    [[nodiscard]] PersonId personNamed(const QString &name) const;

    ViewContext m_context;
    ArticlePage m_page;
    ContactId m_contact;
    MarkKinds m_shown;
    int m_account = -1; ///< where F4 stands
    bool m_active = false;
    int m_cardMention = -1;
    PersonId m_cardPerson;
    QPoint m_cardAt;
    QLabel *m_source = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_note = nullptr;
    QToolButton *m_contacts = nullptr;
    QToolButton *m_close = nullptr;
    QListWidget *m_accounts = nullptr;
    ArticleTextView *m_text = nullptr;
    MarkStrip *m_strip = nullptr;
};

} // namespace dragoman
