// SPDX-License-Identifier: GPL-3.0-or-later
#include "state/colourscheme.h"
#include "state/theme.h"
#include "support/nowarnings.h"

#include <QDBusVariant>
#include <QDirIterator>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace dragoman;

namespace {

using Vector = std::array<double, 3>;

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Vector linearOf(const QColor &colour)
{
    return {linear(colour.red()), linear(colour.green()), linear(colour.blue())};
}

double luminance(const QColor &colour)
{
    const Vector rgb = linearOf(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

/** As WCAG 2 defines it. */
double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

using Matrix = std::array<Vector, 3>;

/** What somebody with a colour vision deficiency of full strength sees (Machado, Oliveira, Fernandes 2009), on linear
 * RGB. */
const QList<std::pair<QString, Matrix>> &visions()
{
    static const QList<std::pair<QString, Matrix>> all{
        {u"protan"_s,
         {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
        {u"deutan"_s,
         {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
        {u"tritan"_s,
         {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
    };
    return all;
}

Vector seen(const QColor &colour, const Matrix &vision)
{
    const Vector rgb = linearOf(colour);
    Vector result{};
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column)
            result[row] += vision[row][column] * rgb[column];
        result[row] = std::clamp(result[row], 0.0, 1.0);
    }
    return result;
}

/** CIE L*a*b* under D65. */
Vector lab(const Vector &rgb)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Vector &a, const Vector &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

constexpr Theme::Mark allMarks[] = {
    Theme::Mark::Person, Theme::Mark::Body,     Theme::Mark::Place,           Theme::Mark::Role,
    Theme::Mark::Date,   Theme::Mark::Evidence, Theme::Mark::SelectedEvidence};

/** What a person sees as different at a glance is far above 2; shapes carry the kind as well. */
constexpr double clearlyDifferent = 10;

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_quiet = std::make_unique<test::NoWarnings>(); }
    void cleanup()
    {
        VERIFY_NO_WARNINGS();
        m_quiet.reset();
    }

    void textIsReadable_data() { themes(); }
    void textIsReadable();
    void textOnMarksIsReadable_data() { themes(); }
    void textOnMarksIsReadable();
    void kindsStandOut_data() { themes(); }
    void kindsStandOut();
    void kindsDifferForEveryEye_data() { themes(); }
    void kindsDifferForEveryEye();
    void choiceIsApplied();
    void portalValues_data();
    void portalValues();
    void everyIconTakesTheTextColour();

private:
    static void themes()
    {
        QTest::addColumn<Theme::Choice>("choice");
        QTest::newRow("light") << Theme::Choice::Light;
        QTest::newRow("dark") << Theme::Choice::Dark;
    }

    std::unique_ptr<test::NoWarnings> m_quiet;
};

#define VERIFY_CONTRAST(a, b, least)                                                                                   \
    QVERIFY2(contrast(a, b) >= (least), qPrintable(u"%1 on %2: %3"_s.arg((a).name(), (b).name()).arg(contrast(a, b))))

void TestTheme::textIsReadable()
{
    QFETCH(const Theme::Choice, choice);
    Theme theme;
    theme.setChoice(choice);
    const QPalette palette = theme.palette();
    for (const QPalette::ColorRole ground :
         {QPalette::Base, QPalette::AlternateBase, QPalette::Window, QPalette::Button}) {
        VERIFY_CONTRAST(palette.color(QPalette::Text), palette.color(ground), 4.5);
        VERIFY_CONTRAST(palette.color(QPalette::WindowText), palette.color(ground), 4.5);
        VERIFY_CONTRAST(palette.color(QPalette::ButtonText), palette.color(ground), 4.5);
        VERIFY_CONTRAST(palette.color(QPalette::PlaceholderText), palette.color(ground), 4.5);
        VERIFY_CONTRAST(theme.mutedText(), palette.color(ground), 4.5);
        VERIFY_CONTRAST(theme.warning(), palette.color(ground), 4.5);
        VERIFY_CONTRAST(theme.accent(), palette.color(ground), 4.5);
    }
    for (const QColor &ground : {theme.selectedRow(), theme.hoveredRow()}) {
        VERIFY_CONTRAST(palette.color(QPalette::Text), ground, 4.5);
        VERIFY_CONTRAST(theme.mutedText(), ground, 4.5);
        VERIFY_CONTRAST(theme.warning(), ground, 4.5);
    }
    VERIFY_CONTRAST(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight), 4.5);
    VERIFY_CONTRAST(palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase), 4.5);
}

void TestTheme::textOnMarksIsReadable()
{
    QFETCH(const Theme::Choice, choice);
    Theme theme;
    theme.setChoice(choice);
    for (const Theme::Mark mark : allMarks) {
        VERIFY_CONTRAST(theme.palette().color(QPalette::Text), theme.markColour(mark), 4.5);
        QVERIFY(theme.markColour(mark) != theme.palette().color(QPalette::Base));
    }
}

void TestTheme::kindsStandOut()
{
    QFETCH(const Theme::Choice, choice);
    Theme theme;
    theme.setChoice(choice);
    for (const ContactKind kind : allKinds()) {
        VERIFY_CONTRAST(theme.kindColour(kind), theme.palette().color(QPalette::Base), 3.0);
        VERIFY_CONTRAST(theme.kindColour(kind), theme.palette().color(QPalette::Window), 3.0);
        VERIFY_CONTRAST(theme.kindColour(kind), theme.selectedRow(), 3.0);
    }
}

void TestTheme::kindsDifferForEveryEye()
{
    QFETCH(const Theme::Choice, choice);
    Theme theme;
    theme.setChoice(choice);
    for (const auto &[name, vision] : visions()) {
        for (const ContactKind a : allKinds()) {
            for (const ContactKind b : allKinds()) {
                if (a == b)
                    continue;
                const double apart =
                    distance(lab(seen(theme.kindColour(a), vision)), lab(seen(theme.kindColour(b), vision)));
                QVERIFY2(apart >= clearlyDifferent,
                         qPrintable(u"%1: %2 and %3 are %4 apart"_s.arg(name, toWord(a), toWord(b)).arg(apart)));
            }
        }
    }
}

void TestTheme::choiceIsApplied()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    const QColor light = QGuiApplication::palette().color(QPalette::Base);
    const QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QGuiApplication::palette().color(QPalette::Base), theme.palette().color(QPalette::Base));
    QVERIFY(QGuiApplication::palette().color(QPalette::Base).lightness() < light.lightness());
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setChoice(Theme::Choice::Light);
    QCOMPARE(QGuiApplication::palette().color(QPalette::Base), light);
}

void TestTheme::portalValues_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<int>("dark"); // -1: not told
    const auto wrapped = [](const QVariant &value) { return QVariant::fromValue(QDBusVariant(value)); };
    QTest::newRow("no preference") << QVariant(0U) << -1;
    QTest::newRow("dark") << QVariant(1U) << 1;
    QTest::newRow("light") << QVariant(2U) << 0;
    QTest::newRow("unknown to us") << QVariant(7U) << -1;
    QTest::newRow("in a variant, as SettingChanged tells") << wrapped(1U) << 1;
    QTest::newRow("in two variants, as Read tells") << wrapped(wrapped(2U)) << 0;
    QTest::newRow("nothing") << QVariant() << -1;
}

void TestTheme::portalValues()
{
    QFETCH(const QVariant, value);
    QFETCH(const int, dark);
    const std::optional<bool> told = ColourScheme::read(value);
    QCOMPARE(told ? int(*told) : -1, dark);
}

void TestTheme::everyIconTakesTheTextColour()
{
    Theme theme;
    int icons = 0;
    QDirIterator files(u":/icons"_s);
    while (files.hasNext()) {
        const QString name = QFileInfo(files.next()).completeBaseName();
        if (name == u"dragoman"_s)
            continue;
        ++icons;
        for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            theme.setChoice(choice);
            const QImage image = theme.icon(name).pixmap(QSize(32, 32), 1.0).toImage();
            bool found = false;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    found = found || image.pixelColor(x, y).rgb() == theme.palette().color(QPalette::Text).rgb();
            }
            QVERIFY2(found, qPrintable(name));
        }
    }
    QVERIFY(icons > 30);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
