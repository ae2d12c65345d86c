// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinelegend.h"

#include "state/theme.h"
#include "timeline/timelinelane.h"
#include "timeline/timelinemarks.h"

#include <QPainter>

#include <vector>

namespace dragoman {

namespace {

constexpr double rowHeight = 22;
constexpr double textGap = 6;
constexpr double itemGap = 18;
constexpr double margin = 12;

struct Item
{
    MarkLook look;
    bool bar = false;
    QString text;

    [[nodiscard]] double signWidth() const
    {
        return bar ? 34 : timelinemetrics::markSize + (look.accounts > 1 ? 8 : 0);
    }
};

std::vector<Item> itemsOf(const Theme &theme)
{
    std::vector<Item> items;
    const QColor ground = theme.palette().color(QPalette::Window);
    const QColor text = theme.palette().color(QPalette::WindowText);
    for (const ContactKind kind : allKinds())
        items.push_back(
            {{.kind = kind, .colour = theme.kindColour(kind), .ground = ground, .text = text}, false, kindLabel(kind)});
    for (const ContactStatus status : allStatuses())
        items.push_back({{.kind = ContactKind::Message,
                          .status = status,
                          .colour = theme.mutedText(),
                          .ground = ground,
                          .text = text},
                         false,
                         statusLabel(status)});
    const MarkLook plain{.kind = ContactKind::Meeting, .colour = theme.mutedText(), .ground = ground, .text = text};
    MarkLook look = plain;
    look.accounts = 2;
    items.push_back({look, false, TimelineLegend::tr("Several accounts")});
    items.push_back({plain, true, TimelineLegend::tr("Lasted some days")});
    look = plain;
    look.soft = true;
    items.push_back({look, true, TimelineLegend::tr("Known to the month or year")});
    look = plain;
    look.approximate = true;
    items.push_back({look, true, TimelineLegend::tr("About")});
    return items;
}

/** Calls `place` for each item with its left upper corner; returns the height of all. */
template <typename Place>
double flow(const std::vector<Item> &items, const QFontMetricsF &metrics, double width, Place place)
{
    double x = margin;
    double y = 2;
    for (const Item &item : items) {
        const double wide = item.signWidth() + textGap + metrics.horizontalAdvance(item.text);
        if (x > margin && x + wide > width - margin) {
            x = margin;
            y += rowHeight;
        }
        place(item, x, y);
        x += wide + itemGap;
    }
    return y + rowHeight + 2;
}

} // namespace

TimelineLegend::TimelineLegend(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("timeline.legend"));
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(
        tr("Circle: call. Diamond: meeting. Triangle: visit. Square: message. Filled: held. Outlined: "
           "planned. Dashed: invited. Dotted: proposed. Struck through: cancelled."));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize TimelineLegend::sizeHint() const
{
    return {600, heightForWidth(width() > 100 ? width() : 600)};
}

int TimelineLegend::heightForWidth(int width) const
{
    return int(flow(itemsOf(m_theme), QFontMetricsF(font()), width, [](const Item &, double, double) {}));
}

void TimelineLegend::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QFontMetricsF metrics(font());
    flow(itemsOf(m_theme), metrics, width(), [&](const Item &item, double x, double y) {
        const QRectF sign(x, y + (rowHeight - timelinemetrics::markSize) / 2, item.signWidth(),
                          timelinemetrics::markSize);
        if (item.bar)
            paintBar(&painter, sign, rect(), item.look);
        else
            paintPoint(&painter, sign, item.look);
        painter.setPen(m_theme.palette().color(QPalette::WindowText));
        painter.drawText(QRectF(sign.right() + textGap, y, metrics.horizontalAdvance(item.text) + 4, rowHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, item.text);
    });
}

} // namespace dragoman
