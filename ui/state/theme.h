// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contactterms.h"
#include "state/labels.h"

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace dragoman {

class ColourScheme;

/** The window's colours, light and dark: the palette and what each kind and status looks like in every view. */
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)
    /** What is marked in an article. */
    enum class Mark { Person, Body, Place, Role, Date, Evidence, SelectedEvidence };

    explicit Theme(QObject *parent = nullptr);

    [[nodiscard]] Choice choice() const { return m_choice; }
    void setChoice(Choice choice); ///< applies the palette to the application
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QColor kindColour(ContactKind kind) const; ///< safe for colour-blind readers, 3:1 on the base colour
    [[nodiscard]] QColor markColour(Mark mark) const;        ///< a background tint; text on it keeps 4.5:1
    [[nodiscard]] QColor accent() const;
    [[nodiscard]] QColor mutedText() const;   ///< 4.5:1 on the base colour
    [[nodiscard]] QColor line() const;        ///< grid lines and borders
    [[nodiscard]] QColor warning() const;     ///< of text and marks that ask for attention; 4.5:1 on the base colour
    [[nodiscard]] QColor selectedRow() const; ///< ground of the selected row; text on it keeps 4.5:1
    [[nodiscard]] QColor hoveredRow() const;
    [[nodiscard]] QIcon kindIcon(ContactKind kind) const; ///< in the kind's colour
    [[nodiscard]] QIcon icon(const QString &name) const;  ///< of the project's own set, in the text colour

signals:
    void changed();

private:
    void follow();
    void apply(bool dark);

    Choice m_choice = Choice::System;
    bool m_dark = false;
    bool m_systemDark = false; ///< before the desktop has told, what its palette suggests
    ColourScheme *m_scheme = nullptr;
};

} // namespace dragoman
