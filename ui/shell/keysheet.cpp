// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/keysheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct OwnKey
{
    const char *keys;
    const char *text;
};

constexpr OwnKey ownKeys[] = {
    {"Enter", QT_TRANSLATE_NOOP("dragoman::KeySheet", "In a list: open the row")},
    {"Ctrl+Enter", QT_TRANSLATE_NOOP("dragoman::KeySheet", "In a list: open beside what is being read")},
    {"J, K", QT_TRANSLATE_NOOP("dragoman::KeySheet", "In a list: next, previous row")},
    {"Ctrl+click", QT_TRANSLATE_NOOP("dragoman::KeySheet", "In a list: select several")},
    {"Delete", QT_TRANSLATE_NOOP("dragoman::KeySheet", "On a condition: take it away")},
    {"/", QT_TRANSLATE_NOOP("dragoman::KeySheet", "To the filter line")},
    {"Esc", QT_TRANSLATE_NOOP("dragoman::KeySheet", "One level back: popup, find bar, selection, filter text, list")},
    {"1, 2, 3", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Timeline: lanes by country pair, person, kind")},
    {"W, S, +, -", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Timeline: zoom in, out")},
    {"A, D", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Timeline: earlier, later")},
    {"Home, End, F", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Timeline: whole span; centre the selected contact")},
    {". and ,", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Timeline: next, previous contact of the lane")},
    {"F4, Shift+F4", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Reader: next, previous contact of the article")},
    {"Ctrl+F, F3", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Reader: find in the article, next hit")},
    {"Ctrl++, Ctrl+-, Ctrl+0", QT_TRANSLATE_NOOP("dragoman::KeySheet", "Reader: larger, smaller, normal text")},
};

QString line(const QString &keys, const QString &text)
{
    return u"<tr><td align=right style=\"padding: 2px 14px 2px 8px\"><b>"_s + keys.toHtmlEscaped() +
           u"</b></td><td style=\"padding: 2px\">"_s + text.toHtmlEscaped() + u"</td></tr>"_s;
}

} // namespace

KeySheet::KeySheet(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keys"));
    QString html = u"<table>"_s;
    for (const QAction *action : actions) {
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        if (!keys.isEmpty())
            html += line(QString(keys).replace(u"; "_s, u", "_s), action->text().remove(u'&'));
    }
    for (const OwnKey &own : ownKeys)
        html += line(QString::fromLatin1(own.keys), tr(own.text));
    auto *page = new QTextBrowser(this);
    page->setAccessibleName(tr("Keys"));
    page->setFrameShape(QFrame::NoFrame);
    page->setHtml(html + u"</table>"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(page);
    column->addWidget(buttons);
    resize(620, 640);
}

} // namespace dragoman
