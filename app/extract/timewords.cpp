// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/timewords.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int longestCount = 3; ///< digits: nobody counts a thousand days

/** The number in a text of digits only, up to `digits` of them; -1 if it is none. */
int digitsOnly(QStringView text, int digits)
{
    if (text.isEmpty() || text.size() > digits)
        return -1;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

QStringView withoutSuffix(QStringView text)
{
    for (const QLatin1String suffix : {"st"_L1, "nd"_L1, "rd"_L1, "th"_L1}) {
        if (text.endsWith(suffix, Qt::CaseInsensitive))
            return text.chopped(2);
    }
    return text;
}

} // namespace

bool TimeWords::isNumber(int at) const
{
    return at >= 0 && at < m_limit && token(at).kind == Token::Kind::Number;
}

int TimeWords::code(int at, WordClass wordClass) const
{
    return is(at, wordClass) ? m_lexicon.numbers.value(token(at).word) : 0;
}

int TimeWords::code(int at, TimeWord kind) const
{
    return is(at, kind) ? m_lexicon.numbers.value(token(at).word) : 0;
}

int TimeWords::month(int at) const
{
    if (!is(at, WordClass::Month) || !token(at).has(Token::Capital))
        return 0;
    // "Jan Vos", "April Reyes": before a name it is a given name, unless a word of time stands before it.
    const bool beforeName = at + 1 < m_limit && token(at + 1).isWord() && token(at + 1).word == 0 &&
                            token(at + 1).has(Token::Capital) && !token(at).has(Token::Abbreviated);
    if (beforeName && (token(at).span.length() <= 3 || !is(at - 1, WordClass::Preposition)))
        return 0;
    return m_lexicon.numbers.value(token(at).word);
}

int TimeWords::weekday(int at) const
{
    if (!is(at, WordClass::Weekday) || !token(at).has(Token::Capital))
        return 0;
    // "Sat", "Sun" are words of their own.
    const bool bare = token(at).span.length() <= 3 && !token(at).has(Token::Abbreviated);
    const int next = mark(at + 1, u',') ? at + 2 : at + 1;
    if (bare && month(next) == 0 && !(day(next) > 0 && month(next + 1) > 0))
        return 0;
    return m_lexicon.numbers.value(token(at).word);
}

int TimeWords::day(int at) const
{
    if (!isNumber(at) || token(at).span.length() > 4)
        return 0;
    const QString raw = text(at);
    const int value = digitsOnly(withoutSuffix(raw), 2);
    return value >= 1 && value <= 31 ? value : 0;
}

int TimeWords::ordinalDay(int *at) const
{
    if (day(*at) > 0 && token(*at).span.length() > 2)
        return day((*at)++);
    const int tens = code(*at, WordClass::Number);
    if ((tens == 20 || tens == 30) && glued(*at + 1) && is(*at + 1, WordClass::Ordinal)) {
        const int value = tens + code(*at + 1, WordClass::Ordinal);
        *at += 2;
        return value <= 31 ? value : 0;
    }
    const int value = code(*at, WordClass::Ordinal);
    *at += value > 0 ? 1 : 0;
    return value;
}

int TimeWords::year(int at) const
{
    if (!isNumber(at) || token(at).span.length() != 4)
        return 0;
    const int value = digitsOnly(text(at), 4);
    return value >= 1000 && value <= 2200 ? value : 0;
}

int TimeWords::count(int *at) const
{
    if (isNumber(*at)) {
        const int value = digitsOnly(text(*at), longestCount);
        *at += value > 0 ? 1 : 0;
        return std::max(value, 0);
    }
    if (word(*at, "a"_L1) || word(*at, "an"_L1)) {
        ++*at;
        return 1;
    }
    const int value = code(*at, WordClass::Number);
    *at += value > 0 ? 1 : 0;
    return value;
}

std::optional<int> TimeWords::step(int at) const
{
    return is(at, TimeWord::Step) ? std::optional(m_lexicon.numbers.value(token(at).word)) : std::nullopt;
}

bool TimeWords::joins(int at) const
{
    return mark(at, u'–') || mark(at, u'—') || mark(at, u'-') || mark(at, u'‑') || word(at, "to"_L1) ||
           word(at, "and"_L1) || word(at, "through"_L1) || word(at, "until"_L1) || word(at, "till"_L1) ||
           word(at, "or"_L1);
}

} // namespace dragoman
