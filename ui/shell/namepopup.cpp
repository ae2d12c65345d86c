// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/namepopup.h"

#include "models/completionmodel.h"
#include "state/filterstate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int popupWidth = 270;
constexpr int rowsShown = 9;

} // namespace

NamePopup::NamePopup(const QString &key, const QString &title, const ViewContext &context, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_key(key), m_context(context), m_model(new CompletionModel(context.archive, this))
{
    setObjectName(u"popup."_s + key);
    setFrameShape(QFrame::StyledPanel);
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(tr("Type a name"));
    m_edit->setAccessibleName(title);
    m_list = new QListView(this);
    m_list->setAccessibleName(tr("Names in the archive"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setModel(m_model);
    m_list->setFixedHeight(rowsShown * (m_list->fontMetrics().height() + 6));
    m_edit->installEventFilter(this);
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_edit);
    column->addWidget(m_list);
    setFixedWidth(popupWidth);
    m_model->setValuesOnly(true);
    connect(m_edit, &QLineEdit::textEdited, this,
            [this](const QString &text) { m_model->complete(m_key + u":\""_s + text); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { add(index.data().toString()); });
}

void NamePopup::popUp(const QPoint &at)
{
    m_edit->clear();
    m_model->complete(m_key + u':');
    adjustSize();
    move(at);
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

bool NamePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        add(watched == m_list ? m_list->currentIndex().data().toString() : m_edit->text());
        return true;
    }
    if (watched == m_edit && key == Qt::Key_Down) {
        m_list->setFocus(Qt::TabFocusReason);
        m_list->setCurrentIndex(m_model->index(0, 0));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void NamePopup::add(const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    if (m_key == u"place"_s)
        m_context.filter->addPlace(name);
    else
        m_context.filter->addPerson(name);
    close();
}

} // namespace dragoman
