// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace dragoman {

struct Lexicon;
struct FrameSet;

/** What the program knows of language and the world: lexicon and rules, read once, checked strictly, then only read. */
class RuleSet
{
public:
    /** The built-in rules and lexicon, with those of `overlays` laid over them in order. An error names file and line.
     */
    [[nodiscard]] static Result<std::shared_ptr<const RuleSet>> load(const QStringList &overlays = {});

    /** Changes whenever any file does: what was derived with another fingerprint has to be derived again. */
    [[nodiscard]] const QByteArray &fingerprint() const { return m_fingerprint; }
    [[nodiscard]] const Lexicon &lexicon() const { return *m_lexicon; }
    [[nodiscard]] const FrameSet &frames() const { return *m_frames; }

    /** English short name of a state by ISO 3166-1 alpha-2 code; the code itself if it is not known. */
    [[nodiscard]] QString countryName(const QString &code) const;

private:
    QByteArray m_fingerprint;
    std::shared_ptr<const Lexicon> m_lexicon;
    std::shared_ptr<const FrameSet> m_frames;
};

} // namespace dragoman
