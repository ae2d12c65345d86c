// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/** What must hold for any input, however broken. Each returns what does not, or an empty text. */
namespace dragoman::fuzz {

/** Tokens lie in the text one after another, sentences hold them all, no character is cut in two. */
[[nodiscard]] QString tokenizerFault(const QByteArray &input);

/** Expressions of time lie in the text; what they mean is a date that can be written and read again. */
[[nodiscard]] QString datesFault(const QByteArray &input);

/** A rules file is refused with a reason, or its rules read an article. */
[[nodiscard]] QString rulesFault(const QByteArray &input);

/** A file read and extracted: evidence is cut from its text, accounts have two participants, offsets can be counted
 * in code points. */
[[nodiscard]] QString extractorFault(const QByteArray &input);

/** A file of any format is read or refused with a reason; headlines and stories lie in the text. */
[[nodiscard]] QString readersFault(const QByteArray &input);

} // namespace dragoman::fuzz
