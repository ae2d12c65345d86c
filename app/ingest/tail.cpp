// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tail.h"

#include "ingest/datedline.h"
#include "ingest/headnames.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestLine = 500;
constexpr int mostPeels = 24;
constexpr qsizetype shortestSentence = 12;

class TailPeeler
{
public:
    TailPeeler(const QString &text, qsizetype from, const HeadTables &tables, const DateScanner &scanner)
        : m_text(text), m_from(from), m_tables(tables), m_scanner(scanner)
    {
        m_tail.storyEnd = text.size();
    }

    Tail peel();

private:
    void trim();
    bool peelLine();
    bool peelEnd();
    bool peelSentence();
    bool peelByTailRules(const QString &line, qsizetype start, bool sentence);
    bool peelDatedLine(const QString &line);
    bool accept(const LineRule &rule, const QRegularExpressionMatch &match);
    [[nodiscard]] qsizetype lineStart() const;

    const QString &m_text;
    const qsizetype m_from;
    const HeadTables &m_tables;
    const DateScanner &m_scanner;
    Tail m_tail;
};

Tail TailPeeler::peel()
{
    trim();
    for (int i = 0; i < mostPeels && m_tail.storyEnd > m_from; ++i) {
        if (!peelLine() && !peelEnd() && !peelSentence())
            break;
        trim();
    }
    return m_tail;
}

void TailPeeler::trim()
{
    while (m_tail.storyEnd > m_from && m_text[m_tail.storyEnd - 1].isSpace())
        --m_tail.storyEnd;
}

/** The start of the last line, or `longestLine` characters back if it is longer. */
qsizetype TailPeeler::lineStart() const
{
    qsizetype start = m_tail.storyEnd;
    while (start > m_from && m_tail.storyEnd - start <= longestLine && m_text[start - 1] != u'\n' &&
           m_text[start - 1] != u'\r')
        --start;
    return start;
}

bool TailPeeler::accept(const LineRule &rule, const QRegularExpressionMatch &match)
{
    using Meaning = LineRule::Meaning;
    const QString told = match.captured(u"agency"_s).simplified();
    const Agency *agency = agencyIn(told, m_tables, {});
    if (rule.meaning == Meaning::Signature && !agency)
        return false;
    if (m_tail.source.isEmpty() && (agency || isProperName(told, m_tables, 6)))
        m_tail.source = agency ? agency->name : told;
    if (rule.meaning == Meaning::Date && !m_tail.date.isValid())
        m_tail.date = QDate(match.captured(u"year"_s).toInt(), match.captured(u"month"_s).toInt(),
                            match.captured(u"day"_s).toInt());
    return true;
}

/** "THE WHITE HOUSE, September 30, 2024." below a signature. */
bool TailPeeler::peelDatedLine(const QString &line)
{
    const auto dated = parseDatedLine(line, m_tables, m_scanner);
    if (!dated || dated->kind != DatedLine::Kind::Full)
        return false;
    if (!m_tail.date.isValid() && dated->date.readings.size() == 1)
        m_tail.date = dated->date.readings.first();
    if (m_tail.source.isEmpty())
        m_tail.source = dated->source;
    return true;
}

bool TailPeeler::peelByTailRules(const QString &line, qsizetype start, bool sentence)
{
    using Meaning = LineRule::Meaning;
    for (const LineRule &rule : m_tables.lineRules()) {
        const bool spoken = rule.meaning == Meaning::Furniture || rule.meaning == Meaning::Licence;
        if (rule.place != LineRule::Place::Tail || (sentence && !spoken))
            continue;
        const auto match = rule.pattern.match(line);
        if (match.hasMatch() && accept(rule, match)) {
            m_tail.storyEnd = start;
            return true;
        }
    }
    return false;
}

bool TailPeeler::peelLine()
{
    const qsizetype start = lineStart();
    if (m_tail.storyEnd - start > longestLine || start <= m_from)
        return false;
    const QString line = m_text.mid(start, m_tail.storyEnd - start).trimmed();
    if (peelByTailRules(line, start, false))
        return true;
    if (!peelDatedLine(line))
        return false;
    m_tail.storyEnd = start;
    return true;
}

/** A licence or the like that goes on in the last line of the story. */
bool TailPeeler::peelSentence()
{
    static const QRegularExpression boundary(u"[.!?][\"'”’)]?\\s+(?=\\S)"_s,
                                             QRegularExpression::UseUnicodePropertiesOption);
    const qsizetype start = lineStart();
    const QString line = m_text.mid(start, m_tail.storyEnd - start);
    qsizetype last = -1;
    auto matches = boundary.globalMatch(line);
    while (matches.hasNext())
        last = matches.next().capturedEnd();
    const bool longEnough = last > 0 && line.size() - last >= shortestSentence;
    return longEnough && peelByTailRules(line.mid(last), start + last, true);
}

bool TailPeeler::peelEnd()
{
    const qsizetype start = lineStart();
    const QString line = m_text.mid(start, m_tail.storyEnd - start);
    for (const LineRule &rule : m_tables.lineRules()) {
        if (rule.place != LineRule::Place::End)
            continue;
        const auto match = rule.pattern.match(line);
        if (match.hasMatch() && accept(rule, match)) {
            m_tail.storyEnd = start + match.capturedStart(u"cut"_s);
            return true;
        }
    }
    return false;
}

} // namespace

Tail readTail(const QString &text, qsizetype from, const HeadTables &tables, const DateScanner &scanner)
{
    return TailPeeler(text, from, tables, scanner).peel();
}

} // namespace dragoman
