// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/findbar.h"

#include "state/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace dragoman {

namespace {

/** Letter for letter, so that positions stay: lower case, without its diacritics where it has a plain form of one
 * letter. */
QString flattened(const QString &text)
{
    QString flat = text;
    for (QChar &c : flat) {
        const QString parts = c.decomposition();
        if (!parts.isEmpty() && c.decompositionTag() == QChar::Canonical)
            c = parts.front();
        c = c.unicode() == 0x131 ? QChar(u'i') : c.toLower();
    }
    return flat;
}

} // namespace

QList<TextSpan> findAll(const QString &text, const QString &needle)
{
    QList<TextSpan> hits;
    const QString wanted = flattened(needle);
    const QString flat = flattened(text);
    for (qsizetype at = wanted.isEmpty() ? -1 : flat.indexOf(wanted); at >= 0;
         at = flat.indexOf(wanted, at + wanted.size()))
        hits.append({at, at + wanted.size()});
    return hits;
}

FindBar::FindBar(Theme *theme, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("reader.find"));
    setAccessibleName(tr("Find in this article"));
    buildLayout(theme);
    hide();
    connect(m_needle, &QLineEdit::textChanged, this, &FindBar::search);
}

void FindBar::buildLayout(Theme *theme)
{
    m_needle = new QLineEdit(this);
    m_needle->setObjectName(QStringLiteral("reader.find.needle"));
    m_needle->setAccessibleName(tr("Words to find in this article"));
    m_needle->setPlaceholderText(tr("Find in this article"));
    m_needle->setClearButtonEnabled(true);
    m_needle->setMaximumWidth(320);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("reader.find.count"));
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("888 of 888")));
    const auto button = [this](const QString &text, const QString &name, auto slot) {
        auto *made = new QToolButton(this);
        made->setText(text);
        made->setToolTip(name);
        made->setAccessibleName(name);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, slot);
        return made;
    };
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_needle, 1);
    row->addWidget(m_count);
    row->addWidget(button(QStringLiteral("↑"), tr("Previous (Shift+F3)"), &FindBar::previous));
    row->addWidget(button(QStringLiteral("↓"), tr("Next (F3)"), &FindBar::next));
    row->addStretch();
    QToolButton *close = button(QString(), tr("Close (Esc)"), &FindBar::closeBar);
    close->setIcon(theme->icon(QStringLiteral("close")));
    connect(theme, &Theme::changed, close, [close, theme] { close->setIcon(theme->icon(QStringLiteral("close"))); });
    row->addWidget(close);
}

void FindBar::open()
{
    show();
    m_needle->setFocus(Qt::ShortcutFocusReason);
    m_needle->selectAll();
    search();
}

void FindBar::setText(const QString &text)
{
    m_text = text;
    if (isVisibleTo(parentWidget()))
        search();
}

QString FindBar::countText() const
{
    return m_count->text();
}

void FindBar::search()
{
    m_hits = findAll(m_text, m_needle->text());
    m_current = m_hits.isEmpty() ? -1 : 0;
    tell();
}

void FindBar::go(int by)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    m_current = (m_current + by + count) % count;
    tell();
}

void FindBar::next()
{
    go(1);
}

void FindBar::previous()
{
    go(-1);
}

void FindBar::tell()
{
    if (m_needle->text().isEmpty())
        m_count->clear();
    else if (m_hits.isEmpty())
        m_count->setText(tr("not found"));
    else
        m_count->setText(tr("%1 of %2").arg(m_current + 1).arg(m_hits.size()));
    emit hitsChanged(m_hits, m_current);
}

void FindBar::closeBar()
{
    hide();
    emit hitsChanged({}, -1);
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        closeBar();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace dragoman
