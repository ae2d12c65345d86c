// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/viewcontext.h"
#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"
#include "ui/openarchive.h"

namespace dragoman::test {

/** An open archive and the state that views share. */
class ViewRig
{
public:
    explicit ViewRig(const Sample &sample) : m_open(sample) { m_theme.setChoice(Theme::Choice::Light); }

    [[nodiscard]] ViewContext context() { return {m_open.archive(), &m_filter, &m_selection, &m_theme}; }
    [[nodiscard]] QString error() const { return m_open.error(); }
    [[nodiscard]] Archive *archive() { return m_open.archive(); }
    [[nodiscard]] const StoreReader &reader() const { return m_open.reader(); }
    [[nodiscard]] FilterState &filter() { return m_filter; }
    [[nodiscard]] Selection &selection() { return m_selection; }
    [[nodiscard]] Theme &theme() { return m_theme; }

private:
    OpenArchive m_open;
    FilterState m_filter;
    Selection m_selection;
    Theme m_theme;
};

} // namespace dragoman::test
