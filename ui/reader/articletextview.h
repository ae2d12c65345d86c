// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reader/textmarks.h"

#include <QTextEdit>
#include <QTimer>

namespace dragoman {

/** One article's text for reading, with its marks. Read only; it never loads anything but the text it is given. */
class ArticleTextView : public QTextEdit
{
    Q_OBJECT
public:
    explicit ArticleTextView(const Theme &theme, QWidget *parent = nullptr);

    void setArticle(const Article &article); ///< keeps the place if it is the same article
    [[nodiscard]] const ReaderText &readerText() const { return m_text; }
    void setMarks(const QList<TextMark> &marks);
    [[nodiscard]] const QList<TextMark> &marks() const { return m_marks; }
    void setRuleColours(const QList<QColor> &colours);      ///< of the rule beside evidence, for each account
    void setHits(const QList<TextSpan> &hits, int current); ///< of the find bar; current -1: none
    void setZoom(int percent);

    void reveal(const TextSpan &text);
    /** Where a stretch begins, as a share of the whole height from 0 to 1. */
    [[nodiscard]] double heightShare(qsizetype textPosition) const;
    [[nodiscard]] int mentionAt(QPoint viewportPosition) const;           ///< of ArticlePage::mentions; -1: none
    [[nodiscard]] int accountAt(QPoint viewportPosition) const;           ///< of ArticlePage::accounts; -1: none
    [[nodiscard]] QTextCharFormat formatAt(qsizetype textPosition) const; ///< as marked, for tests

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

public slots:
    void pageDown();
    void pageUp();

signals:
    void layoutChanged(); ///< marks stand elsewhere than before
    void mentionHovered(int mention, QPoint globalPosition);
    void hoverEnded();
    void accountClicked(int account);
    void menuRequested(QPoint viewportPosition, QPoint globalPosition);
    void focused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildDocument();
    void applyMargins();
    void applyMarks();
    void paintRules(QPainter *painter) const;
    void paintRule(QPainter *painter, const TextMark &mark) const;
    [[nodiscard]] QFont readingFont() const;
    [[nodiscard]] QTextCharFormat paragraphFormat(ReaderParagraph::Role role) const;
    [[nodiscard]] QTextCharFormat markFormat(const TextMark &mark) const;
    [[nodiscard]] qsizetype positionAt(QPoint viewportPosition) const; ///< -1 beside the text
    [[nodiscard]] const TextMark *markAt(QPoint viewportPosition, bool evidence) const;

    const Theme &m_theme;
    ArticleId m_article;
    ReaderText m_text;
    QList<TextMark> m_marks;
    QList<QColor> m_ruleColours;
    QList<TextSpan> m_hits;
    int m_currentHit = -1;
    int m_zoom = 100;
    TextSpan m_revealed; ///< kept in sight while the layout changes, until the reader scrolls
    QTimer m_hoverTimer;
    QPoint m_hoverAt;
    QPoint m_pressedAt;
    int m_hovered = -1;
};

} // namespace dragoman
