// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linesplitter.h"

#include "state/theme.h"

#include <QPainter>

namespace dragoman {

namespace {

class LineHandle : public QSplitterHandle
{
public:
    LineHandle(Qt::Orientation orientation, LineSplitter *parent)
        : QSplitterHandle(orientation, parent), m_owner(parent)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QPoint middle = rect().center();
        const QRect line =
            orientation() == Qt::Horizontal ? QRect(middle.x(), 0, 1, height()) : QRect(0, middle.y(), width(), 1);
        painter.fillRect(line, m_owner->theme()->line());
    }

    void mouseDoubleClickEvent(QMouseEvent *) override { m_owner->restoreDefaultSizes(); }

private:
    LineSplitter *m_owner;
};

} // namespace

LineSplitter::LineSplitter(Qt::Orientation orientation, const Theme *theme, QWidget *parent)
    : QSplitter(orientation, parent), m_theme(theme)
{
    setHandleWidth(5);
    setChildrenCollapsible(false);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LineSplitter::setDefaultSizes(const QList<int> &sizes)
{
    m_defaults = sizes;
    restoreDefaultSizes();
}

void LineSplitter::restoreDefaultSizes()
{
    if (!m_defaults.isEmpty())
        setSizes(m_defaults);
}

QSplitterHandle *LineSplitter::createHandle()
{
    return new LineHandle(orientation(), this);
}

} // namespace dragoman
