// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/theme.h"

#include "state/colourscheme.h"
#include "state/svgicon.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Colours
{
    QRgb window, base, alternate, button, text, muted, line, accent, accentText, warning, selectedRow, hoveredRow, tip,
        tipText;
    QRgb call, meeting, visit, message;
    QRgb person, body, place, role, date, evidence, selectedEvidence;
};

constexpr Colours lightColours{
    .window = 0xfff2f1ed,
    .base = 0xffffffff,
    .alternate = 0xfff8f7f4,
    .button = 0xfffaf9f7,
    .text = 0xff1c2126,
    .muted = 0xff5c636b,
    .line = 0xffd8d5cd,
    .accent = 0xff24598c,
    .accentText = 0xffffffff,
    .warning = 0xff9a4a00,
    .selectedRow = 0xffdde9f4,
    .hoveredRow = 0xfff1f4f7,
    .tip = 0xff2a3138,
    .tipText = 0xfff5f4f0,
    .call = 0xff0069b4,
    .meeting = 0xffbf4a00,
    .visit = 0xff008565,
    .message = 0xffa03a84,
    .person = 0xffdcebfa,
    .body = 0xffe9e4f8,
    .place = 0xffdcf2e6,
    .role = 0xffe6eef0,
    .date = 0xfff6ecd2,
    .evidence = 0xfffdf4d8,
    .selectedEvidence = 0xfffbe08c,
};

constexpr Colours darkColours{
    .window = 0xff202327,
    .base = 0xff181a1d,
    .alternate = 0xff1d2024,
    .button = 0xff2b2f35,
    .text = 0xffe6e4df,
    .muted = 0xff9da4ad,
    .line = 0xff363b42,
    .accent = 0xff8db8e8,
    .accentText = 0xff10161d,
    .warning = 0xfff0a860,
    .selectedRow = 0xff26384b,
    .hoveredRow = 0xff22262b,
    .tip = 0xff33393f,
    .tipText = 0xfff0eee9,
    .call = 0xff5fb2ec,
    .meeting = 0xffee8a45,
    .visit = 0xff35c79c,
    .message = 0xffe07fb8,
    .person = 0xff1d3650,
    .body = 0xff332c54,
    .place = 0xff173f31,
    .role = 0xff2a353b,
    .date = 0xff453a1c,
    .evidence = 0xff35301f,
    .selectedEvidence = 0xff5e4c0e,
};

const Colours &coloursOf(bool dark)
{
    return dark ? darkColours : lightColours;
}

QRgb mixed(QRgb a, QRgb b, int percentOfA)
{
    const auto part = [percentOfA](int x, int y) { return (x * percentOfA + y * (100 - percentOfA)) / 100; };
    return qRgb(part(qRed(a), qRed(b)), part(qGreen(a), qGreen(b)), part(qBlue(a), qBlue(b)));
}

void setDisabled(QPalette *palette, const Colours &c)
{
    const QColor faint(mixed(c.muted, c.window, 60));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette->setColor(QPalette::Disabled, role, faint);
    palette->setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.line));
    palette->setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
}

bool looksDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_scheme(new ColourScheme(this))
{
    m_systemDark = looksDark(QGuiApplication::palette());
    connect(m_scheme, &ColourScheme::changed, this, &Theme::follow);
    m_dark = m_systemDark;
    QGuiApplication::setPalette(palette());
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    follow();
}

void Theme::follow()
{
    if (m_choice == Choice::System)
        apply(m_scheme->dark().value_or(m_systemDark));
    else
        apply(m_choice == Choice::Dark);
}

void Theme::apply(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    QGuiApplication::setPalette(palette());
    emit changed();
}

QPalette Theme::palette() const
{
    const Colours &c = coloursOf(m_dark);
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(c.window));
    palette.setColor(QPalette::WindowText, QColor(c.text));
    palette.setColor(QPalette::Base, QColor(c.base));
    palette.setColor(QPalette::AlternateBase, QColor(c.alternate));
    palette.setColor(QPalette::Text, QColor(c.text));
    palette.setColor(QPalette::PlaceholderText, QColor(c.muted));
    palette.setColor(QPalette::Button, QColor(c.button));
    palette.setColor(QPalette::ButtonText, QColor(c.text));
    palette.setColor(QPalette::BrightText, QColor(c.warning));
    palette.setColor(QPalette::Highlight, QColor(c.accent));
    palette.setColor(QPalette::HighlightedText, QColor(c.accentText));
    palette.setColor(QPalette::Link, QColor(c.accent));
    palette.setColor(QPalette::LinkVisited, QColor(c.accent));
    palette.setColor(QPalette::ToolTipBase, QColor(c.tip));
    palette.setColor(QPalette::ToolTipText, QColor(c.tipText));
    palette.setColor(QPalette::Light, QColor(mixed(c.base, c.button, 50)));
    palette.setColor(QPalette::Midlight, QColor(c.button));
    palette.setColor(QPalette::Mid, QColor(c.line));
    palette.setColor(QPalette::Dark, QColor(mixed(c.line, c.muted, 60)));
    palette.setColor(QPalette::Shadow, QColor(mixed(c.muted, 0xff000000, 40)));
    setDisabled(&palette, c);
    return palette;
}

QColor Theme::kindColour(ContactKind kind) const
{
    const Colours &c = coloursOf(m_dark);
    switch (kind) {
    case ContactKind::Call:
        return QColor(c.call);
    case ContactKind::Meeting:
        return QColor(c.meeting);
    case ContactKind::Visit:
        return QColor(c.visit);
    case ContactKind::Message:
        return QColor(c.message);
    }
    return QColor(c.text);
}

QColor Theme::markColour(Mark mark) const
{
    const Colours &c = coloursOf(m_dark);
    switch (mark) {
    case Mark::Person:
        return QColor(c.person);
    case Mark::Body:
        return QColor(c.body);
    case Mark::Place:
        return QColor(c.place);
    case Mark::Role:
        return QColor(c.role);
    case Mark::Date:
        return QColor(c.date);
    case Mark::Evidence:
        return QColor(c.evidence);
    case Mark::SelectedEvidence:
        return QColor(c.selectedEvidence);
    }
    return QColor(c.base);
}

QColor Theme::accent() const
{
    return QColor(coloursOf(m_dark).accent);
}

QColor Theme::mutedText() const
{
    return QColor(coloursOf(m_dark).muted);
}

QColor Theme::line() const
{
    return QColor(coloursOf(m_dark).line);
}

QColor Theme::warning() const
{
    return QColor(coloursOf(m_dark).warning);
}

QColor Theme::selectedRow() const
{
    return QColor(coloursOf(m_dark).selectedRow);
}

QColor Theme::hoveredRow() const
{
    return QColor(coloursOf(m_dark).hoveredRow);
}

QIcon Theme::icon(const QString &name) const
{
    const Colours &c = coloursOf(m_dark);
    return svgIcon(name, QColor(c.text), QColor(mixed(c.muted, c.window, 60)));
}

QIcon Theme::kindIcon(ContactKind kind) const
{
    return svgIcon(u"kind-"_s + toWord(kind), kindColour(kind), mutedText());
}

} // namespace dragoman
