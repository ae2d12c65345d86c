// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/articlepane.h"

#include "reader/articletextview.h"
#include "reader/citation.h"
#include "reader/elidedlabel.h"
#include "reader/markstrip.h"
#include "reader/namecard.h"
#include "state/filterstate.h"
#include "state/selection.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QTextCursor>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int widthWithList = 760; ///< from here on the contacts stand beside the text
constexpr int listWidth = 230;

QString accountText(const Account &account)
{
    return participantsLabel(account.participants) + u'\n' + dateLabel(account.date) + u" · "_s +
           kindLabel(account.kind).toLower() + u", "_s + statusLabel(account.status).toLower();
}

/** What the file tells beside the text, each with the place where it stands. */
QStringList toldBeside(const Article &article)
{
    QStringList lines;
    for (const ToldFact &fact : article.facts)
        lines.append(u"%1 (%2)"_s.arg(fact.value, fact.where));
    return lines;
}

/** The days of publication that the file tells, if they contradict one another. */
QStringList contradictingDays(const Article &article)
{
    QStringList days;
    for (const ToldFact &fact : article.facts) {
        if (fact.kind == ToldFact::Kind::Published)
            days.append(u"%1 (%2)"_s.arg(fact.value, fact.where));
    }
    return days.size() > 1 ? days : QStringList();
}

} // namespace

ArticlePane::ArticlePane(const ViewContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    buildLayout();
    connectState();
    retint();
}

QWidget *ArticlePane::buildHeader()
{
    auto *header = new QWidget(this);
    m_source = new QLabel(header);
    m_source->setTextFormat(Qt::PlainText);
    m_about = new ElidedLabel(header);
    m_contacts = new QToolButton(header);
    m_contacts->setObjectName(u"reader.contacts"_s);
    m_contacts->setAutoRaise(true);
    m_contacts->setPopupMode(QToolButton::InstantPopup);
    m_contacts->setMenu(new QMenu(m_contacts));
    m_contacts->setToolTip(tr("The contacts this article tells (F4 walks them)"));
    m_contacts->setFocusPolicy(Qt::TabFocus);
    m_close = new QToolButton(header);
    m_close->setObjectName(u"reader.close"_s);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this article"));
    m_close->setAccessibleName(tr("Close this article"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 5, 6, 3);
    row->setSpacing(8);
    row->addWidget(m_source);
    row->addWidget(m_about, 1);
    row->addWidget(m_contacts);
    row->addWidget(m_close);
    return header;
}

void ArticlePane::buildLayout()
{
    setObjectName(u"reader.pane"_s);
    m_text = new ArticleTextView(*m_context.theme, this);
    m_text->setObjectName(u"reader.text"_s);
    m_strip = new MarkStrip(this);
    m_accounts = new QListWidget(this);
    m_accounts->setObjectName(u"reader.accounts"_s);
    m_accounts->setAccessibleName(tr("Contacts this article tells"));
    m_accounts->setFrameShape(QFrame::NoFrame);
    m_accounts->setFixedWidth(listWidth);
    m_accounts->setWordWrap(true);
    m_accounts->setContextMenuPolicy(Qt::CustomContextMenu);
    m_accounts->setSpacing(2);
    m_accounts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_note = new QLabel(this);
    m_note->setObjectName(u"reader.note"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setContentsMargins(12, 2, 12, 4);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_text, 1);
    body->addWidget(m_strip);
    body->addWidget(m_accounts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(m_note);
    column->addLayout(body, 1);
    setFocusProxy(m_text);
}

void ArticlePane::connectState()
{
    connect(m_close, &QToolButton::clicked, this, [this] { emit closeRequested(article()); });
    connect(m_text, &ArticleTextView::focused, this, &ArticlePane::activated);
    connect(m_text, &ArticleTextView::layoutChanged, this, &ArticlePane::updateStrip);
    connect(m_text, &ArticleTextView::accountClicked, this, &ArticlePane::choose);
    connect(m_text, &ArticleTextView::mentionHovered, this, &ArticlePane::showCard);
    connect(m_text, &ArticleTextView::hoverEnded, this, &ArticlePane::hideCard);
    connect(m_text, &ArticleTextView::menuRequested, this, [this](QPoint viewportPosition, QPoint globalPosition) {
        QMenu menu(this);
        fillMenu(&menu, viewportPosition);
        menu.exec(globalPosition);
    });
    connect(m_strip, &MarkStrip::accountClicked, this, &ArticlePane::choose);
    connect(m_accounts, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(item->data(Qt::UserRole).toInt()); });
    connect(m_accounts, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { choose(item->data(Qt::UserRole).toInt()); });
    connect(m_accounts, &QWidget::customContextMenuRequested, this, &ArticlePane::showAccountMenu);
    connect(m_context.theme, &Theme::changed, this, &ArticlePane::retint);
}

void ArticlePane::setPage(const ArticlePage &page)
{
    const bool sameText = page.article.id == article() && page.article.body == m_page.article.body &&
                          page.article.story == m_page.article.story &&
                          page.article.titleSpan == m_page.article.titleSpan;
    m_page = page;
    m_account = -1;
    if (!sameText)
        m_text->setArticle(page.article);
    fillHeader();
    fillAccounts();
    updateMarks();
}

void ArticlePane::fillHeader()
{
    const Article &article = m_page.article;
    const QString name = !article.source.isEmpty() ? article.source : article.provenance.path.section(u'/', -1);
    m_source->setText(name);
    QStringList about;
    if (const QString day = publishedLabel(article); !day.isEmpty())
        about << day;
    if (!article.title.isEmpty())
        about << article.title.simplified();
    m_about->setText(about.join(u" · "_s));
    const QString member = article.provenance.member.isEmpty() ? QString() : u"/"_s + article.provenance.member;
    for (QLabel *label : {m_source, m_about})
        label->setToolTip((about + QStringList{article.provenance.path + member} + toldBeside(article)).join(u'\n'));
    const QString spoken = article.title.isEmpty() ? name : article.title.simplified();
    setAccessibleName(tr("Article: %1").arg(spoken));
    m_text->setAccessibleName(tr("Text of %1").arg(spoken));
    fillNote();
}

void ArticlePane::fillNote()
{
    const Article &article = m_page.article;
    QStringList notes;
    if (article.publishedCorrected.isValid())
        notes << tr("Date corrected from %1 to %2. %3")
                     .arg(dayLabel(article.published), dayLabel(article.publishedCorrected), article.correctionReason);
    if (const QStringList days = contradictingDays(article); !days.isEmpty())
        notes << tr("The file tells more than one day of publication, of which the first is used: %1.")
                     .arg(days.join(u", "_s));
    m_note->setVisible(!notes.isEmpty());
    m_note->setText(notes.join(u'\n'));
}

void ArticlePane::fillAccounts()
{
    m_accounts->clear();
    m_contacts->menu()->clear();
    for (const int at : accountsInOrder(m_page)) {
        const Account &account = m_page.accounts[at];
        auto *item = new QListWidgetItem(m_context.theme->kindIcon(account.kind), accountText(account), m_accounts);
        item->setData(Qt::UserRole, at);
        item->setToolTip(accountText(account));
        item->setSelected(m_contact.isValid() && account.contact == m_contact);
        m_contacts->menu()->addAction(m_context.theme->kindIcon(account.kind),
                                      accountText(account).replace(u'\n', u"  ·  "_s).replace(u'&', u"&&"_s), this,
                                      [this, at] { choose(at); });
    }
    m_contacts->setText(m_page.accounts.isEmpty() ? tr("No contacts") : tr("Contacts: %1").arg(m_page.accounts.size()));
    m_contacts->setAccessibleName(m_contacts->text());
    m_contacts->setEnabled(!m_page.accounts.isEmpty());
    placeAccounts();
}

void ArticlePane::placeAccounts()
{
    const bool beside = width() >= widthWithList && !m_page.accounts.isEmpty();
    m_accounts->setVisible(beside);
    m_contacts->setVisible(!beside);
}

void ArticlePane::setContact(ContactId contact)
{
    m_contact = contact;
    m_account = -1;
    for (int row = 0; row < m_accounts->count(); ++row) {
        QListWidgetItem *item = m_accounts->item(row);
        const int at = item->data(Qt::UserRole).toInt();
        const bool told = contact.isValid() && m_page.accounts[at].contact == contact;
        item->setSelected(told);
        if (told && m_account < 0)
            m_account = at;
    }
    updateMarks();
    if (m_account >= 0 && !m_page.accounts[m_account].evidence.isEmpty())
        m_text->reveal(m_text->readerText().toText(m_page.accounts[m_account].evidence.first()));
}

bool ArticlePane::tells(ContactId contact) const
{
    return std::any_of(m_page.accounts.begin(), m_page.accounts.end(),
                       [&](const Account &account) { return contact.isValid() && account.contact == contact; });
}

void ArticlePane::setShown(const MarkKinds &shown)
{
    m_shown = shown;
    updateMarks();
}

void ArticlePane::setZoom(int percent)
{
    m_text->setZoom(percent);
}

void ArticlePane::setActive(bool active)
{
    m_active = active;
    QFont font = m_source->font();
    font.setBold(true);
    m_source->setFont(font);
    update();
}

void ArticlePane::updateMarks()
{
    QList<QColor> colours;
    for (const Account &account : std::as_const(m_page.accounts))
        colours << m_context.theme->kindColour(account.kind);
    m_text->setRuleColours(colours);
    m_text->setMarks(marksOf(m_page, m_text->readerText(), m_contact, m_shown));
}

void ArticlePane::updateStrip()
{
    QList<StripMark> marks;
    for (const TextMark &mark : m_text->marks()) {
        if (mark.account < 0)
            continue;
        marks.append({.share = m_text->heightShare(mark.span.start),
                      .colour = m_context.theme->kindColour(m_page.accounts[mark.account].kind),
                      .strong = mark.mark == Theme::Mark::SelectedEvidence,
                      .account = mark.account});
    }
    m_strip->setMarks(marks);
}

void ArticlePane::choose(int account)
{
    if (account < 0 || account >= m_page.accounts.size())
        return;
    const Account &chosen = m_page.accounts[account];
    emit activated();
    emit contactChosen(chosen.contact);
    m_account = account;
    if (!chosen.evidence.isEmpty())
        m_text->reveal(m_text->readerText().toText(chosen.evidence.first()));
}

void ArticlePane::stepContact(int by)
{
    const QList<int> order = accountsInOrder(m_page);
    if (order.isEmpty())
        return;
    const qsizetype at = order.indexOf(m_account);
    if (at < 0)
        choose(by > 0 ? order.first() : order.last());
    else
        choose(order[(at + by + order.size()) % order.size()]);
}

void ArticlePane::nextContact()
{
    stepContact(1);
}

void ArticlePane::previousContact()
{
    stepContact(-1);
}

void ArticlePane::copyWithCitation()
{
    const QTextCursor cursor = m_text->textCursor();
    const TextSpan span = m_text->readerText().toBody(TextSpan{cursor.selectionStart(), cursor.selectionEnd()});
    const QString quoted = m_page.article.body.mid(span.start, span.length());
    QGuiApplication::clipboard()->setText(citation(m_page.article, cursor.hasSelection() ? quoted : QString()));
}

void ArticlePane::fillMenu(QMenu *menu, QPoint viewportPosition)
{
    QAction *copy = menu->addAction(tr("Copy"), m_text, &QTextEdit::copy);
    copy->setEnabled(m_text->textCursor().hasSelection());
    menu->addAction(tr("Copy with citation"), this, &ArticlePane::copyWithCitation);
    const int at = m_text->mentionAt(viewportPosition);
    if (at >= 0) {
        const MentionRow &mention = m_page.mentions[at];
        const QString name = mention.name;
        menu->addSeparator();
        if (mention.kind == MentionRow::Kind::Person)
            menu->addAction(tr("Filter by %1").arg(name), this, [this, name] { m_context.filter->addPerson(name); });
        if (mention.kind == MentionRow::Kind::Place)
            menu->addAction(tr("Filter by %1").arg(name), this, [this, name] { m_context.filter->addPlace(name); });
        if (!mention.country.isEmpty())
            menu->addAction(tr("Filter by %1").arg(countryLabel(mention.country)), this,
                            [this, code = mention.country] { m_context.filter->addCountry(code); });
    }
    addWhy(menu, m_text->accountAt(viewportPosition));
    menu->addSeparator();
    menu->addAction(tr("Select all"), m_text, &QTextEdit::selectAll);
}

void ArticlePane::addWhy(QMenu *menu, int account)
{
    const bool told = account >= 0 && account < m_page.accounts.size();
    if (!told && !tells(m_context.selection->contact()))
        return;
    menu->addSeparator();
    QAction *why = menu->addAction(m_context.selection->whyAction()->text(), this, [this, told, account] {
        if (told)
            choose(account);
        m_context.selection->askWhy();
    });
    why->setShortcut(m_context.selection->whyAction()->shortcut());
}

void ArticlePane::showAccountMenu(QPoint at)
{
    const QListWidgetItem *item = m_accounts->itemAt(at);
    if (!item)
        return;
    QMenu menu(this);
    addWhy(&menu, item->data(Qt::UserRole).toInt());
    menu.exec(m_accounts->viewport()->mapToGlobal(at));
}

PersonId ArticlePane::personNamed(const QString &name) const
{
    for (const Account &account : m_page.accounts) {
        for (const Participant &participant : account.participants) {
            if (participant.name == name && participant.person.isValid())
                return participant.person;
        }
    }
    return {};
}

void ArticlePane::showCard(int mention, QPoint globalPosition)
{
    if (mention < 0 || mention >= m_page.mentions.size())
        return;
    m_cardMention = mention;
    m_cardAt = globalPosition;
    m_cardPerson = m_page.mentions[mention].kind == MentionRow::Kind::Person
                       ? personNamed(m_page.mentions[mention].name)
                       : PersonId();
    QToolTip::showText(globalPosition, nameCard(m_page.mentions[mention], {}), m_text);
    if (m_cardPerson.isValid())
        emit personWanted(m_cardPerson);
}

void ArticlePane::setOfficesOf(const Person &person)
{
    if (m_cardMention >= 0 && m_cardMention < m_page.mentions.size() && person.id == m_cardPerson)
        QToolTip::showText(m_cardAt, nameCard(m_page.mentions[m_cardMention], person), m_text);
}

void ArticlePane::hideCard()
{
    m_cardMention = -1;
    m_cardPerson = {};
    QToolTip::hideText();
}

void ArticlePane::retint()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_context.theme->mutedText());
    m_about->setPalette(muted);
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, m_context.theme->warning());
    m_note->setPalette(warning);
    QPalette quiet = palette();
    quiet.setColor(QPalette::Highlight, m_context.theme->selectedRow());
    quiet.setColor(QPalette::HighlightedText, m_context.theme->palette().color(QPalette::Text));
    m_accounts->setPalette(quiet);
    m_close->setIcon(m_context.theme->icon(u"close"_s));
    fillAccounts();
    updateMarks();
}

void ArticlePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeAccounts();
}

void ArticlePane::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme->palette().color(QPalette::Window));
    painter.fillRect(QRect(0, 0, width(), 2), m_active ? m_context.theme->accent() : m_context.theme->line());
}

} // namespace dragoman
