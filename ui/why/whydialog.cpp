// SPDX-License-Identifier: GPL-3.0-or-later
#include "why/whydialog.h"

#include "domain/explanationtext.h"
#include "models/whysource.h"
#include "state/labels.h"
#include "state/selection.h"
#include "state/theme.h"
#include "why/whypage.h"
#include "widgets/emptypage.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int iconSize = 22;

} // namespace

WhyDialog::WhyDialog(const ViewContext &context, QWidget *parent)
    : QDialog(parent), m_context(context), m_source(new WhySource(context.archive, this))
{
    setObjectName(u"why"_s);
    setWindowTitle(tr("Why Is This Here?"));
    buildLayout();
    connectState();
    retint();
    resize(720, 640);
}

QWidget *WhyDialog::buildHead()
{
    auto *head = new QWidget(this);
    m_icon = new QLabel(head);
    m_title = new QLabel(head);
    m_title->setObjectName(u"why.title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont font = m_title->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_title->setFont(font);
    m_about = new QLabel(head);
    m_about->setObjectName(u"why.about"_s);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_accounts = new QComboBox(head);
    m_accounts->setObjectName(u"why.accounts"_s);
    m_accounts->setAccessibleName(tr("Article"));
    m_accounts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_note = new QLabel(head);
    m_note->setObjectName(u"why.note"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_about);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_accounts);
    column->addWidget(m_note);
    return head;
}

void WhyDialog::buildLayout()
{
    m_page = new QTextBrowser(this);
    m_page->setObjectName(u"why.page"_s);
    m_page->setAccessibleName(tr("Why this contact is here"));
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    m_page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_page->document()->setDocumentMargin(16);
    m_empty = new EmptyPage(m_context.theme, this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(12, 8, 12, 10);
    m_copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    m_copy->setToolTip(tr("Copy all of this as plain text"));
    m_copy->setAccessibleName(tr("Copy the explanation"));
    m_copy->setObjectName(u"why.copy"_s);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, &WhyDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_stack, 1);
    column->addWidget(buttons);
    m_page->setFocus();
}

void WhyDialog::connectState()
{
    connect(m_source, &WhySource::arrived, this, &WhyDialog::showAccounts);
    connect(m_source, &WhySource::explained, this, &WhyDialog::fill);
    connect(m_source, &WhySource::failed, this, &WhyDialog::showProblem);
    connect(m_accounts, &QComboBox::currentIndexChanged, this, [this](int index) {
        showWaiting();
        m_source->choose(index);
    });
    connect(m_context.selection, &Selection::contactChanged, this, &WhyDialog::follow);
    connect(m_context.archive, &Archive::closed, this, &QDialog::reject);
    connect(m_context.theme, &Theme::changed, this, &WhyDialog::retint);
}

void WhyDialog::ask(ContactId contact, ArticleId article)
{
    m_title->clear();
    m_about->clear();
    m_icon->clear();
    m_accounts->hide();
    showWaiting();
    m_source->ask(contact, article);
}

void WhyDialog::follow()
{
    const ContactId contact = m_context.selection->contact();
    if (isVisible() && contact.isValid() && contact != m_source->contact().id)
        ask(contact, m_context.selection->reading());
}

void WhyDialog::showWaiting()
{
    m_note->hide();
    m_copy->setEnabled(false);
    m_empty->setContent(u"help"_s, tr("Reading the article once more…"), {});
    m_stack->setCurrentWidget(m_empty);
}

void WhyDialog::showAccounts()
{
    const QSignalBlocker silent(m_accounts);
    m_accounts->clear();
    m_accounts->addItems(m_source->titles());
    m_accounts->setCurrentIndex(m_source->account());
    m_accounts->setVisible(m_accounts->count() > 1);
    m_accounts->setToolTip(tr("The articles that tell this contact"));
}

void WhyDialog::fill(const ExplainedArticle &article, const AccountTold &account)
{
    m_article = article;
    m_told = account;
    m_title->setText(participantsLabel(account.account.participants));
    QString about = accountHeadline(account.account);
    if (m_accounts->count() <= 1)
        about += u" · "_s + m_source->titles().value(0);
    m_about->setText(about);
    m_about->setToolTip(article.article.provenance.path);
    m_note->setText(article.note);
    m_note->setVisible(!article.note.isEmpty());
    m_copy->setEnabled(true);
    paint();
    m_page->verticalScrollBar()->setValue(0);
    m_stack->setCurrentWidget(m_page);
}

void WhyDialog::showProblem(const QString &sentence)
{
    m_note->hide();
    m_copy->setEnabled(false);
    m_empty->setContent(u"warning"_s, tr("No explanation"), sentence);
    m_stack->setCurrentWidget(m_empty);
}

void WhyDialog::paint()
{
    m_icon->setPixmap(m_context.theme->kindIcon(m_told.account.kind).pixmap(iconSize, iconSize));
    const int at = m_page->verticalScrollBar()->value();
    m_page->setHtml(whyPage(m_told, m_article.explanation, *m_context.theme));
    m_page->verticalScrollBar()->setValue(at);
}

void WhyDialog::copy() const
{
    QGuiApplication::clipboard()->setText(
        m_source->titles().value(m_source->account()) + u'\n' + m_article.article.provenance.path + u'\n' +
        inWords(m_told, m_article.explanation) + droppedInWords(m_article.explanation));
}

void WhyDialog::retint()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, m_context.theme->mutedText());
    m_about->setPalette(muted);
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, m_context.theme->warning());
    m_note->setPalette(warning);
    if (m_stack->currentWidget() == m_page)
        paint();
}

} // namespace dragoman
