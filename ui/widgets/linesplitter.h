// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace dragoman {

class Theme;

/** A splitter whose handles are hairlines that can still be caught; a double click gives the parts their default sizes.
 */
class LineSplitter : public QSplitter
{
    Q_OBJECT
public:
    LineSplitter(Qt::Orientation orientation, const Theme *theme, QWidget *parent);

    void setDefaultSizes(const QList<int> &sizes); ///< and takes them
    void restoreDefaultSizes();
    [[nodiscard]] const Theme *theme() const { return m_theme; }

protected:
    QSplitterHandle *createHandle() override;

private:
    const Theme *m_theme;
    QList<int> m_defaults;
};

} // namespace dragoman
