// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>
#include <QString>

class QPainter;
class QStyleOptionViewItem;

namespace dragoman {

class Theme;

/** Draws one row of a list: its ground, lines of text elided to the room they have, pills. All in the row's own
 * coordinates. */
class RowPainter
{
public:
    static constexpr int margin = 12;
    static constexpr int gap = 8;

    RowPainter(QPainter *painter, const QStyleOptionViewItem &option, const Theme *theme);

    void ground();                              ///< selection, hover, focus and the line below
    void placeholder();                         ///< for a row that is still on its way
    [[nodiscard]] QRect line(int number) const; ///< area of the text line, within the margins
    [[nodiscard]] const QFont &strong() const { return m_strong; }
    [[nodiscard]] const QFont &plain() const { return m_plain; }
    [[nodiscard]] const QFont &small() const { return m_small; }

    void text(const QRect &area, const QString &text, const QFont &font, const QColor &colour) const;
    /** At the right end of `area`; returns what is left of it. */
    [[nodiscard]] QRect textAtEnd(const QRect &area, const QString &text, const QFont &font,
                                  const QColor &colour) const;
    [[nodiscard]] QRect pillAtEnd(const QRect &area, const QString &text, const QColor &colour) const;
    /** With what stands between U+0002 and U+0003 marked; begins shortly before the first mark if that would not be
     * seen. */
    void snippet(const QRect &area, const QString &text) const;

    /** Height of a row of so many lines. */
    [[nodiscard]] static int heightOf(int lines, const QFont &font);
    [[nodiscard]] static QFont smallFont(const QFont &font);

private:
    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme *m_theme;
    QFont m_strong;
    QFont m_plain;
    QFont m_small;
};

} // namespace dragoman
