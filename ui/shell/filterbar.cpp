// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/filterbar.h"

#include "domain/filterquery.h"
#include "models/completionmodel.h"
#include "shell/chipbar.h"
#include "shell/datespopup.h"
#include "shell/facetpopup.h"
#include "shell/namepopup.h"
#include "state/filterstate.h"
#include "state/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int typingPause = 250; // milliseconds

} // namespace

FilterBar::FilterBar(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_completions(new CompletionModel(context.archive, this)),
      m_pause(new QTimer(this))
{
    setObjectName(u"filterBar"_s);
    m_row = new QHBoxLayout;
    buildEdit();
    buildFields();
    m_chips = new ChipBar(context.filter, context.theme, this);
    buildLayout();
    connectState();
    retint();
}

void FilterBar::buildEdit()
{
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setPlaceholderText(tr("Search the articles, or person:guler country:TR kind:meeting after:2024 …"));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setAccessibleDescription(
        tr("Words search the articles; conditions such as person:guler become chips with Enter"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumHeight(m_edit->fontMetrics().height() + 14);
    m_glass = m_edit->addAction(QIcon(), QLineEdit::LeadingPosition);
    m_glass->setText(tr("Focus the filter"));
    m_edit->installEventFilter(this);

    auto *completer = new QCompleter(m_completions, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_edit->setCompleter(completer);
    m_error = new QLabel(this);
    m_error->setObjectName(u"filterError"_s);
    m_error->setContentsMargins(14, 0, 12, 6);
    m_error->setWordWrap(true);
    m_error->hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
}

void FilterBar::buildFields()
{
    for (const FacetField &field : facetFields()) {
        auto *popup = new FacetPopup(field, m_context, this);
        addField(field.id, field.title, field.icon, [popup](QPoint at) { popup->popUp(at); });
    }
    auto *person = new NamePopup(u"person"_s, tr("Person"), m_context, this);
    addField(u"person"_s, tr("Person"), u"person"_s, [person](QPoint at) { person->popUp(at); });
    auto *place = new NamePopup(u"place"_s, tr("Place"), m_context, this);
    addField(u"place"_s, tr("Place"), u"place"_s, [place](QPoint at) { place->popUp(at); });
    auto *dates = new DatesPopup(m_context.filter, m_context.theme, this);
    addField(u"dates"_s, tr("Dates"), u"calendar"_s, [dates](QPoint at) { dates->popUp(at); });
}

void FilterBar::addField(const QString &id, const QString &title, const QString &icon,
                         const std::function<void(QPoint)> &popUp)
{
    auto *action = new QAction(title, this);
    action->setObjectName(u"field."_s + id);
    action->setData(icon);
    action->setToolTip(tr("Filter by %1").arg(title.toLower()));
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setDefaultAction(action);
    button->setAccessibleName(tr("Filter by %1").arg(title.toLower()));
    connect(action, &QAction::triggered, this,
            [button, popUp] { popUp(button->mapToGlobal(QPoint(0, button->height() + 2))); });
    m_fields.append(action);
    m_row->addWidget(button);
}

void FilterBar::buildLayout()
{
    const auto historyButton = [this](QAction *action) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text());
        return button;
    };
    m_row->setContentsMargins(8, 6, 8, 6);
    m_row->setSpacing(2);
    m_row->insertWidget(0, historyButton(m_context.filter->backAction()));
    m_row->insertWidget(1, historyButton(m_context.filter->forwardAction()));
    m_row->insertWidget(2, m_edit, 1);
    m_row->insertSpacing(3, 6);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_row);
    column->addWidget(m_error);
    column->addWidget(m_chips);
}

void FilterBar::connectState()
{
    connect(m_context.theme, &Theme::changed, this, &FilterBar::retint);
    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::edited);
    connect(m_edit, &QLineEdit::textEdited, m_completions, &CompletionModel::complete);
    connect(m_completions, &CompletionModel::answered, this, &FilterBar::showCompletions);
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterBar::submit);
    connect(m_pause, &QTimer::timeout, this, &FilterBar::takeText);
    connect(m_context.filter, &FilterState::changed, this, [this](const Filter &filter) {
        if (m_pause->isActive() || m_edit->text().trimmed() == filter.text)
            return;
        const QSignalBlocker quiet(m_edit);
        m_edit->setText(filter.text);
        showError({});
    });
}

/** The line's completer opens its list before the answer is there, and would leave an empty one standing. */
void FilterBar::showCompletions()
{
    if (m_completions->rowCount() == 0)
        m_edit->completer()->popup()->hide();
    else if (m_edit->hasFocus())
        m_edit->completer()->complete();
}

void FilterBar::edited(const QString &)
{
    showError({});
    m_pause->start();
}

/** While conditions are being typed the line is taken only with Enter. */
void FilterBar::takeText()
{
    const QString text = m_edit->text();
    if (!text.contains(u':'))
        m_context.filter->setText(text);
}

void FilterBar::submit()
{
    m_pause->stop();
    const Result<Filter> parsed = parseFilter(m_edit->text());
    if (!parsed.ok()) {
        showError(parsed.error().message());
        return;
    }
    m_completions->complete({});
    const QString text = parsed.value().text;
    const QSignalBlocker quiet(m_edit);
    m_edit->setText(text);
    m_context.filter->addFilter(parsed.value());
}

void FilterBar::focusEdit()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool escape = key->key() == Qt::Key_Escape;
        if (escape && !m_edit->text().isEmpty()) {
            m_edit->clear();
            takeText();
            return true;
        }
        if (escape || (key->key() == Qt::Key_Down && m_completions->rowCount() == 0)) {
            emit left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::showError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void FilterBar::retint()
{
    const Theme *theme = m_context.theme;
    m_glass->setIcon(theme->icon(u"search"_s));
    m_context.filter->backAction()->setIcon(theme->icon(u"back"_s));
    m_context.filter->forwardAction()->setIcon(theme->icon(u"forward"_s));
    m_context.filter->clearAction()->setIcon(theme->icon(u"clear"_s));
    for (QAction *field : std::as_const(m_fields))
        field->setIcon(theme->icon(field->data().toString()));
    QPalette tone = palette();
    tone.setColor(QPalette::WindowText, theme->warning());
    m_error->setPalette(tone);
}

} // namespace dragoman
