// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/articletextview.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QWheelEvent>

#include <algorithm>

namespace dragoman {

namespace {

constexpr int measure = 72;          ///< characters of a line
constexpr double leastMargin = 20;   ///< pixels beside the text
constexpr double lineHeight = 1.45;  ///< of the letters' size
constexpr double readingSize = 1.15; ///< of the window's font

} // namespace

ArticleTextView::ArticleTextView(const Theme &theme, QWidget *parent) : QTextEdit(parent), m_theme(theme)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    m_hoverTimer.setSingleShot(true);
    m_hoverTimer.setInterval(300);
    connect(&m_hoverTimer, &QTimer::timeout, this,
            [this] { emit mentionHovered(m_hovered, viewport()->mapToGlobal(m_hoverAt)); });
}

QVariant ArticleTextView::loadResource(int /*type*/, const QUrl & /*name*/)
{
    return {};
}

QFont ArticleTextView::readingFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setFamilies({QStringLiteral("Source Serif 4"), QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif"),
                      QStringLiteral("serif")});
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(std::max(6.0, QWidget::font().pointSizeF()) * readingSize * m_zoom / 100);
    return font;
}

void ArticleTextView::setArticle(const Article &article)
{
    const bool same = article.id == m_article && article.id.isValid();
    const int scroll = verticalScrollBar()->value();
    m_article = article.id;
    m_text = ReaderText(article);
    m_revealed = {};
    m_marks.clear();
    m_hits.clear();
    buildDocument();
    verticalScrollBar()->setValue(same ? scroll : 0);
}

QTextCharFormat ArticleTextView::paragraphFormat(ReaderParagraph::Role role) const
{
    QTextCharFormat format;
    QFont font = readingFont();
    format.setForeground(palette().color(QPalette::Text));
    if (role == ReaderParagraph::Role::Title) {
        font.setPointSizeF(font.pointSizeF() * 1.35);
        font.setBold(true);
    } else if (role != ReaderParagraph::Role::Story) {
        font.setPointSizeF(font.pointSizeF() * 0.85);
        format.setForeground(m_theme.mutedText());
    }
    format.setFont(font);
    return format;
}

void ArticleTextView::buildDocument()
{
    document()->clear();
    document()->setDefaultFont(readingFont());
    QTextCursor cursor(document());
    const QFontMetricsF metrics(readingFont());
    // Fonts differ in the air that they bring along themselves.
    const double linePercent =
        std::max(100.0, lineHeight * QFontInfo(readingFont()).pixelSize() / metrics.lineSpacing() * 100);
    bool first = true;
    for (const ReaderParagraph &paragraph : m_text.paragraphs()) {
        const bool title = paragraph.role == ReaderParagraph::Role::Title;
        QTextBlockFormat format;
        format.setLineHeight(title ? 100 : linePercent, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(readingFont().pointSizeF() * (title ? 1.0 : 0.75));
        format.setLayoutDirection(paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        if (first)
            cursor.setBlockFormat(format);
        else
            cursor.insertBlock(format);
        cursor.insertText(paragraph.text, paragraphFormat(paragraph.role));
        first = false;
    }
    setTextCursor(QTextCursor(document()));
    applyMargins();
    applyMarks();
}

void ArticleTextView::applyMargins()
{
    const double column = QFontMetricsF(readingFont()).averageCharWidth() * measure;
    const double margin = std::max(leastMargin, (viewport()->width() - column) / 2);
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    if (format.leftMargin() == margin && format.topMargin() == leastMargin)
        return;
    format.setMargin(0);
    format.setLeftMargin(margin);
    format.setRightMargin(margin);
    format.setTopMargin(leastMargin);
    format.setBottomMargin(leastMargin * 2);
    document()->rootFrame()->setFrameFormat(format);
}

void ArticleTextView::setMarks(const QList<TextMark> &marks)
{
    m_marks = marks;
    applyMarks();
}

void ArticleTextView::setRuleColours(const QList<QColor> &colours)
{
    m_ruleColours = colours;
    viewport()->update();
}

void ArticleTextView::setHits(const QList<TextSpan> &hits, int current)
{
    m_hits = hits;
    m_currentHit = current;
    applyMarks();
    if (current >= 0 && current < hits.size())
        reveal(hits[current]);
}

void ArticleTextView::setZoom(int percent)
{
    if (percent == m_zoom)
        return;
    const double place = verticalScrollBar()->value() / std::max(1.0, document()->size().height());
    m_zoom = percent;
    buildDocument();
    verticalScrollBar()->setValue(int(place * document()->size().height()));
}

QTextCharFormat ArticleTextView::markFormat(const TextMark &mark) const
{
    QTextCharFormat format;
    format.setBackground(m_theme.markColour(mark.mark));
    if (mark.mention >= 0) {
        format.setUnderlineStyle(mark.mark == Theme::Mark::Date ? QTextCharFormat::DotLine
                                                                : QTextCharFormat::SingleUnderline);
        QColor line = m_theme.mutedText();
        line.setAlpha(130);
        format.setUnderlineColor(line);
    }
    return format;
}

/** As a syntax highlighter does: over the document, not in it, so that marks come and go without a new layout of the
 * text. */
void ArticleTextView::applyMarks()
{
    const auto addTo = [](const QTextBlock &block, const TextSpan &span, const QTextCharFormat &format,
                          QList<QTextLayout::FormatRange> *ranges) {
        const qsizetype start = std::max<qsizetype>(span.start, block.position());
        const qsizetype end = std::min<qsizetype>(span.end, block.position() + block.length() - 1);
        if (start < end)
            ranges->append({int(start) - block.position(), int(end - start), format});
    };
    QTextCharFormat hit;
    hit.setBackground(m_theme.accent());
    hit.setForeground(palette().color(QPalette::HighlightedText));
    QTextCharFormat otherHit;
    otherHit.setBackground(m_theme.selectedRow());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QList<QTextLayout::FormatRange> ranges;
        for (const TextMark &mark : std::as_const(m_marks))
            addTo(block, mark.span, markFormat(mark), &ranges);
        for (int at = 0; at < m_hits.size(); ++at)
            addTo(block, m_hits[at], at == m_currentHit ? hit : otherHit, &ranges);
        if (ranges.isEmpty() && block.layout()->formats().isEmpty())
            continue;
        block.layout()->setFormats(ranges);
        document()->markContentsDirty(block.position(), block.length());
    }
    viewport()->update();
    emit layoutChanged();
}

void ArticleTextView::reveal(const TextSpan &text)
{
    m_revealed = text;
    const QTextBlock block = document()->findBlock(int(text.start));
    if (!block.isValid())
        return;
    const QRectF box = document()->documentLayout()->blockBoundingRect(block);
    const QTextLine line = block.layout()->lineForTextPosition(int(text.start) - block.position());
    const double top = box.top() + (line.isValid() ? line.y() : 0);
    const double seenFrom = verticalScrollBar()->value();
    const double height = viewport()->height();
    if (top < seenFrom + height * 0.1 || top > seenFrom + height * 0.75)
        verticalScrollBar()->setValue(int(top - height * 0.3));
}

double ArticleTextView::heightShare(qsizetype textPosition) const
{
    const QTextBlock block = document()->findBlock(int(textPosition));
    const double height = document()->size().height();
    if (!block.isValid() || height <= 0)
        return 0;
    const QTextLine line = block.layout()->lineForTextPosition(int(textPosition) - block.position());
    const double top = document()->documentLayout()->blockBoundingRect(block).top() + (line.isValid() ? line.y() : 0);
    return std::clamp(top / height, 0.0, 1.0);
}

qsizetype ArticleTextView::positionAt(QPoint viewportPosition) const
{
    const QPointF at(viewportPosition.x() + horizontalScrollBar()->value(),
                     viewportPosition.y() + verticalScrollBar()->value());
    return document()->documentLayout()->hitTest(at, Qt::ExactHit);
}

const TextMark *ArticleTextView::markAt(QPoint viewportPosition, bool evidence) const
{
    const qsizetype position = positionAt(viewportPosition);
    for (auto mark = m_marks.rbegin(); position >= 0 && mark != m_marks.rend(); ++mark) {
        if (mark->span.contains(position) && (mark->account >= 0) == evidence)
            return &*mark;
    }
    return nullptr;
}

int ArticleTextView::mentionAt(QPoint viewportPosition) const
{
    const TextMark *mark = markAt(viewportPosition, false);
    return mark ? mark->mention : -1;
}

int ArticleTextView::accountAt(QPoint viewportPosition) const
{
    const TextMark *mark = markAt(viewportPosition, true);
    return mark ? mark->account : -1;
}

QTextCharFormat ArticleTextView::formatAt(qsizetype textPosition) const
{
    const QTextBlock block = document()->findBlock(int(textPosition));
    QTextCharFormat format = QTextCursor(block).charFormat();
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        const qsizetype at = textPosition - block.position();
        if (at >= range.start && at < range.start + range.length)
            format.merge(range.format);
    }
    return format;
}

void ArticleTextView::paintRule(QPainter *painter, const TextMark &mark) const
{
    const bool selected = mark.mark == Theme::Mark::SelectedEvidence;
    const QColor colour = m_ruleColours.value(mark.account, m_theme.mutedText());
    const double width = selected ? 4 : 2;
    const double scroll = verticalScrollBar()->value();
    for (QTextBlock block = document()->findBlock(int(mark.span.start));
         block.isValid() && block.position() < mark.span.end; block = block.next()) {
        const QRectF box = document()->documentLayout()->blockBoundingRect(block);
        const bool rightToLeft = block.blockFormat().layoutDirection() == Qt::RightToLeft;
        const double x = rightToLeft ? box.right() + 6 : box.left() - 6 - width;
        for (int number = 0; number < block.layout()->lineCount(); ++number) {
            const QTextLine line = block.layout()->lineAt(number);
            const qsizetype start = block.position() + line.textStart();
            if (start < mark.span.end && mark.span.start < start + line.textLength())
                painter->fillRect(QRectF(x, box.top() + line.y() - scroll, width, line.height()), colour);
        }
    }
}

void ArticleTextView::paintRules(QPainter *painter) const
{
    for (const TextMark &mark : m_marks) {
        if (mark.account >= 0)
            paintRule(painter, mark);
    }
}

void ArticleTextView::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintRules(&painter);
}

void ArticleTextView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    applyMargins();
    if (!m_revealed.isEmpty())
        reveal(m_revealed);
    emit layoutChanged();
}

/** At the first show QTextEdit scrolls to its cursor. */
void ArticleTextView::showEvent(QShowEvent *event)
{
    QTextEdit::showEvent(event);
    if (!m_revealed.isEmpty())
        reveal(m_revealed);
}

void ArticleTextView::wheelEvent(QWheelEvent *event)
{
    m_revealed = {};
    QTextEdit::wheelEvent(event);
}

void ArticleTextView::keyPressEvent(QKeyEvent *event)
{
    m_revealed = {};
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ShiftModifier)
        pageUp();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        pageDown();
    else
        QTextEdit::keyPressEvent(event);
}

void ArticleTextView::pageDown()
{
    verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
}

void ArticleTextView::pageUp()
{
    verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
}

void ArticleTextView::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    const int mention = event->buttons() == Qt::NoButton ? mentionAt(event->position().toPoint()) : -1;
    m_hoverAt = event->position().toPoint();
    if (mention == m_hovered)
        return;
    m_hovered = mention;
    emit hoverEnded();
    if (mention >= 0)
        m_hoverTimer.start();
    else
        m_hoverTimer.stop();
}

void ArticleTextView::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const int account = accountAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection() && account >= 0)
        emit accountClicked(account);
}

void ArticleTextView::leaveEvent(QEvent *event)
{
    QTextEdit::leaveEvent(event);
    m_hoverTimer.stop();
    m_hovered = -1;
    emit hoverEnded();
}

void ArticleTextView::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->pos(), event->globalPos());
}

void ArticleTextView::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    emit focused();
}

void ArticleTextView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        buildDocument();
}

} // namespace dragoman
