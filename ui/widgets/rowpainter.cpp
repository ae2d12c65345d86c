// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/rowpainter.h"

#include "state/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTextLayout>

namespace dragoman {

namespace {

constexpr int padding = 7;
constexpr int lineGap = 3;
constexpr QChar hitBegin(0x0002);
constexpr QChar hitEnd(0x0003);

/** The plain text and where the hits stand in it. */
struct Marked
{
    QString text;
    QList<QTextLayout::FormatRange> hits;
};

Marked unmarked(const QString &text, const QTextCharFormat &format)
{
    Marked result;
    qsizetype begin = -1;
    for (const QChar c : text) {
        if (c == hitBegin) {
            begin = result.text.size();
        } else if (c == hitEnd) {
            if (begin >= 0)
                result.hits.append({static_cast<int>(begin), static_cast<int>(result.text.size() - begin), format});
            begin = -1;
        } else {
            result.text.append(c.isSpace() ? QChar(u' ') : c);
        }
    }
    return result;
}

void cutFront(Marked *marked, const QFontMetrics &metrics, int width)
{
    if (marked->hits.isEmpty())
        return;
    const int end = marked->hits.first().start + marked->hits.first().length;
    if (metrics.horizontalAdvance(marked->text.left(end)) < width)
        return;
    const qsizetype space = marked->text.indexOf(u' ', qMax(0, marked->hits.first().start - 24));
    const qsizetype cut = qMin<qsizetype>(space < 0 ? 0 : space, marked->hits.first().start);
    marked->text = u'…' + marked->text.mid(cut);
    for (QTextLayout::FormatRange &hit : marked->hits)
        hit.start += 1 - static_cast<int>(cut);
}

} // namespace

RowPainter::RowPainter(QPainter *painter, const QStyleOptionViewItem &option, const Theme *theme)
    : m_painter(painter), m_option(option), m_theme(theme), m_strong(option.font), m_plain(option.font),
      m_small(smallFont(option.font))
{
    m_strong.setWeight(QFont::DemiBold);
}

QFont RowPainter::smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.92);
    return small;
}

int RowPainter::heightOf(int lines, const QFont &font)
{
    const int first = QFontMetrics(font).height();
    const int others = QFontMetrics(smallFont(font)).height() + lineGap;
    return 2 * padding + first + (lines - 1) * others;
}

QRect RowPainter::line(int number) const
{
    const QRect area = m_option.rect.adjusted(margin, padding, -margin, 0);
    const int first = QFontMetrics(m_plain).height();
    const int other = QFontMetrics(m_small).height();
    if (number == 0)
        return {area.left(), area.top(), area.width(), first};
    return {area.left(), area.top() + first + lineGap + (number - 1) * (other + lineGap), area.width(), other};
}

void RowPainter::ground()
{
    const QRect rect = m_option.rect;
    const bool selected = m_option.state.testFlag(QStyle::State_Selected);
    if (selected)
        m_painter->fillRect(rect, m_theme->selectedRow());
    else if (m_option.state.testFlag(QStyle::State_MouseOver))
        m_painter->fillRect(rect, m_theme->hoveredRow());
    if (selected)
        m_painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), m_theme->accent());
    QColor faint = m_theme->line();
    faint.setAlphaF(0.6F);
    m_painter->fillRect(QRect(rect.left() + margin, rect.bottom(), rect.width() - 2 * margin, 1), faint);
    if (m_option.state.testFlag(QStyle::State_HasFocus)) {
        m_painter->setPen(m_theme->accent());
        m_painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
}

void RowPainter::placeholder()
{
    QColor faint = m_theme->line();
    faint.setAlphaF(0.5F);
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(faint);
    const QRect first = line(0);
    const QRect second = line(1);
    m_painter->drawRoundedRect(first.adjusted(0, 4, -first.width() / 3, -4), 3, 3);
    m_painter->drawRoundedRect(second.adjusted(0, 4, -second.width() * 3 / 5, -4), 3, 3);
}

void RowPainter::text(const QRect &area, const QString &text, const QFont &font, const QColor &colour) const
{
    m_painter->setFont(font);
    m_painter->setPen(colour);
    const QString elided = QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width());
    m_painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, elided);
}

QRect RowPainter::textAtEnd(const QRect &area, const QString &text, const QFont &font, const QColor &colour) const
{
    if (text.isEmpty())
        return area;
    const int width = qMin(QFontMetrics(font).horizontalAdvance(text) + 1, area.width() * 3 / 5);
    const QRect end(area.right() + 1 - width, area.top(), width, area.height());
    this->text(end, text, font, colour);
    return area.adjusted(0, 0, -width - gap, 0);
}

QRect RowPainter::pillAtEnd(const QRect &area, const QString &text, const QColor &colour) const
{
    const QFontMetrics metrics(m_small);
    const int width = metrics.horizontalAdvance(text) + 12;
    const QRect pill(area.right() + 1 - width, area.top() - 1, width, area.height() + 2);
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(QPen(colour, 1));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2.0, pill.height() / 2.0);
    m_painter->setFont(m_small);
    m_painter->drawText(pill, Qt::AlignCenter, text);
    m_painter->restore();
    return area.adjusted(0, 0, -width - gap, 0);
}

void RowPainter::snippet(const QRect &area, const QString &text) const
{
    QTextCharFormat format;
    format.setBackground(m_theme->markColour(Theme::Mark::SelectedEvidence));
    format.setForeground(m_option.palette.color(QPalette::Text));
    Marked marked = unmarked(text, format);
    cutFront(&marked, QFontMetrics(m_small), area.width());

    QTextLayout layout(marked.text, m_small);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(wrap);
    layout.setFormats(marked.hits);
    layout.beginLayout();
    QTextLine only = layout.createLine();
    only.setLineWidth(area.width());
    layout.endLayout();
    m_painter->save();
    m_painter->setClipRect(area);
    m_painter->setPen(m_theme->mutedText());
    layout.draw(m_painter, area.topLeft());
    m_painter->restore();
}

} // namespace dragoman
