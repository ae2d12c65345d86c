// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/headreader.h"

#include "ingest/datedline.h"
#include "ingest/dateline.h"
#include "ingest/headnames.h"
#include "ingest/linejudge.h"
#include "ingest/tail.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestStandfirst = 300;
constexpr int mostSubtitles = 2;
constexpr qsizetype searchedForSource = 20000;

/** Lines at the beginning in which a label may tell the date that the head did not. */
constexpr qsizetype searchedForLabels = 14;

/** Goes down the first lines of a text, saying of each what it is, until the story begins. */
class HeadScan
{
public:
    HeadScan(const QString &text, const HeadTables &tables, const DateScanner &scanner)
        : m_text(text), m_tables(tables), m_scanner(scanner), m_from(readDateHeader()),
          m_judge(text, m_from, tables, scanner), m_lines(m_judge.lines()), m_digest(m_judge.isDigest())
    {
    }

    Head read();

private:
    using Step = bool (HeadScan::*)(qsizetype);

    qsizetype readDateHeader();
    void scanLines();
    bool storyAtDateline(qsizetype i);
    bool metaLine(qsizetype i);
    bool ruledLine(qsizetype i);
    bool agencyLine(qsizetype i);
    bool datedLine(qsizetype i);
    bool placeLine(qsizetype i);
    bool storyAtProse(qsizetype i);
    bool titleLine(qsizetype i);
    void takeTitle(TextSpan span);
    void takeDate(const FoundDate &date);
    void takeLabelledDate();
    void takeSource(const QString &source);
    void beginStory(qsizetype position);
    void finish();
    [[nodiscard]] bool isStandfirst(qsizetype i) const;
    [[nodiscard]] int yearInHead() const;
    [[nodiscard]] bool hasTitle() const { return !m_head.titleSpan.isEmpty(); }

    const QString &m_text;
    const HeadTables &m_tables;
    const DateScanner &m_scanner;
    Head m_head;
    bool m_metaSeen = false;
    const qsizetype m_from; ///< where the text begins after a date header
    const LineJudge m_judge;
    const QList<TextLine> &m_lines;
    const bool m_digest; ///< datelines stay in the story
    FoundDate m_datelineDate;
    FoundDate m_updated;       ///< stands for the day of publication where none is told
    QString m_sourceForm;      ///< of the dateline
    qsizetype m_afterMeta = 0; ///< index of the line after the last that is no story
    qsizetype m_next = 0;      ///< index of the line to look at next
    qsizetype m_headEnd = 0;   ///< index of the line in which the story begins
    bool m_afterDatedLine = false;
    bool m_begun = false;
};

Head HeadScan::read()
{
    scanLines();
    finish();
    return m_head;
}

/** Where the text begins after a line such as " date 2031-04-05 ". */
qsizetype HeadScan::readDateHeader()
{
    static const QRegularExpression header(u"^[\\s\\x{FEFF}]*date[:\\s]\\s*(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = header.match(m_text.left(80));
    if (!match.hasMatch())
        return 0;
    m_head.published = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    m_metaSeen = true;
    return match.capturedEnd();
}

void HeadScan::scanLines()
{
    static constexpr Step steps[] = {&HeadScan::storyAtDateline, &HeadScan::metaLine, &HeadScan::storyAtProse,
                                     &HeadScan::titleLine};
    while (m_next < m_lines.size() && !m_begun) {
        const qsizetype i = m_next++;
        for (const Step step : steps) {
            if ((this->*step)(i))
                break;
        }
    }
    if (m_begun)
        return;
    m_headEnd = m_afterMeta;
    if (m_afterMeta < m_lines.size()) {
        beginStory(m_lines[m_afterMeta].span.start);
    } else if (hasTitle()) {
        // Nothing but a headline: it is what the article tells.
        beginStory(m_head.titleSpan.start);
        m_head.titleSpan = {};
    } else {
        beginStory(m_lines.isEmpty() ? m_text.size() : m_lines.last().span.start);
    }
}

bool HeadScan::storyAtDateline(qsizetype i)
{
    const TextLine &line = m_lines[i];
    const auto dateline = parseDateline(line.text, m_tables, m_scanner);
    if (!dateline)
        return false;
    const QString rest = line.text.mid(dateline->end);
    const bool told = dateline->date.month || !dateline->source.isEmpty();
    const bool named = !dateline->city.isEmpty() || !dateline->source.isEmpty();
    const bool onlyDated = (!named || !endsSentence(line, m_text)) && parseDatedLine(line.text, m_tables, m_scanner);
    if (rest.isEmpty() || onlyDated)
        return false;
    if (!m_judge.isProse(i, hasTitle()) &&
        !(told && wordCount(rest) >= 3 && (hasTitle() || endsSentence(line, m_text))))
        return false;
    takeSource(dateline->source);
    m_sourceForm = dateline->sourceForm;
    takeDate(dateline->date);
    m_datelineDate = dateline->date;
    m_headEnd = i;
    if (!m_digest && m_head.dateline.isEmpty())
        m_head.dateline = dateline->city;
    beginStory(m_digest ? line.span.start : line.span.start + dateline->end);
    return true;
}

bool HeadScan::metaLine(qsizetype i)
{
    static constexpr Step kinds[] = {&HeadScan::ruledLine, &HeadScan::agencyLine, &HeadScan::datedLine,
                                     &HeadScan::placeLine};
    for (const Step kind : kinds) {
        if (!(this->*kind)(i))
            continue;
        if (!m_begun) {
            m_metaSeen = true;
            m_afterMeta = i + 1;
            m_afterDatedLine = kind == kinds[2];
        }
        return true;
    }
    m_afterDatedLine = false;
    return false;
}

bool HeadScan::ruledLine(qsizetype i)
{
    const TextLine &line = m_lines[i];
    if (line.span.length() > line.text.size())
        return false;
    for (const LineRule &rule : m_tables.lineRules()) {
        if (rule.place != LineRule::Place::Head)
            continue;
        const auto match = rule.pattern.match(line.text);
        if (!match.hasMatch())
            continue;
        const QString text = match.captured(u"text"_s).simplified();
        const Agency *agency = agencyLeading(text, m_tables);
        if (rule.meaning == LineRule::Meaning::Title && !hasTitle())
            takeTitle(
                {line.span.start + match.capturedStart(u"text"_s), line.span.start + match.capturedEnd(u"text"_s)});
        if (agency || rule.meaning == LineRule::Meaning::Source)
            takeSource(agency ? agency->name : text);
        return true;
    }
    return false;
}

bool HeadScan::agencyLine(qsizetype i)
{
    const QString text = m_lines[i].text.simplified();
    if (const Agency *agency = m_tables.agency(text)) {
        takeSource(agency->name);
        return true;
    }
    // "BAGHDAD - INA"
    static const QRegularExpression parts(u"^(?<city>[^,–—-]+?)\\s*[,–—-]\\s*(?<agency>\\S.*)$"_s);
    if (const auto match = parts.match(text); match.hasMatch()) {
        const QString city = match.captured(u"city"_s);
        const Agency *named = m_tables.agency(match.captured(u"agency"_s), m_tables.cityCountries(city));
        if (named && !m_tables.cityCountries(city).isEmpty()) {
            takeSource(named->name);
            if (m_head.dateline.isEmpty() && !m_digest)
                m_head.dateline = city;
            return true;
        }
    }
    const bool outlet = m_afterDatedLine && isProperName(text, m_tables, 5) && isOutletName(text, m_tables);
    if (outlet)
        takeSource(text);
    return outlet;
}

bool HeadScan::datedLine(qsizetype i)
{
    using Kind = DatedLine::Kind;
    const auto dated = parseDatedLine(m_lines[i].text, m_tables, m_scanner);
    if (!dated)
        return false;
    const bool opensStory = (dated->kind == Kind::Time && hasTitle()) ||
                            (dated->kind == Kind::Heading && hasTitle() && m_judge.headingFollows(i + 1));
    if (opensStory) {
        m_headEnd = i;
        beginStory(m_lines[i].span.start);
        return true;
    }
    if (dated->kind == Kind::Full) {
        if (!dated->updated)
            takeDate(dated->date);
        else if (!m_updated.isFull())
            m_updated = dated->date;
        takeSource(dated->source);
    }
    const bool place =
        !dated->place.isEmpty() && !m_tables.isWord(u"label"_s, dated->place) &&
        (isPlaceName(dated->place, m_tables) || (dated->kind == Kind::Full && m_head.dateline.isEmpty()));
    if (m_head.dateline.isEmpty() && place && !m_digest)
        m_head.dateline = cityOf(dated->place, m_tables);
    return true;
}

bool HeadScan::placeLine(qsizetype i)
{
    const TextLine &line = m_lines[i];
    if (!hasTitle() || line.span.length() > 60 || endsSentence(line, m_text) || i + 1 >= m_lines.size())
        return false;
    const QString text = line.text.simplified();
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (hasDigit || !isProperName(text, m_tables, 6) || m_tables.isWord(u"label"_s, text))
        return false;
    const bool capitals = text == text.toUpper() && wordCount(text) <= 3;
    const bool single = m_afterDatedLine && !text.contains(u' ');
    const bool place = isPlaceName(text, m_tables) || single || (capitals && !m_digest);
    if (!place || !(m_judge.isProse(i + 1, hasTitle()) || m_judge.isMeta(i + 1)))
        return false;
    if (m_head.dateline.isEmpty())
        m_head.dateline = cityOf(text, m_tables);
    return true;
}

/** A sentence below the headline, with the byline or the dateline still to come. */
bool HeadScan::isStandfirst(qsizetype i) const
{
    if (m_metaSeen || !hasTitle() || m_digest || m_lines[i].span.length() > longestStandfirst)
        return false;
    for (qsizetype next = i + 1; next < m_lines.size() && next <= i + 3; ++next) {
        if (m_judge.isMeta(next) || m_judge.opensDatedStory(next))
            return true;
    }
    return false;
}

bool HeadScan::storyAtProse(qsizetype i)
{
    if (!m_judge.isProse(i, hasTitle()))
        return false;
    if (isStandfirst(i))
        return true;
    const bool manyShortLines = i - m_afterMeta > mostSubtitles;
    m_headEnd = manyShortLines ? m_afterMeta : i;
    beginStory(m_lines[m_headEnd].span.start);
    return true;
}

bool HeadScan::titleLine(qsizetype i)
{
    if (hasTitle())
        return true;
    m_next = std::min(m_judge.blockEnd(i), i + 4);
    takeTitle({m_lines[i].span.start, m_lines[m_next - 1].span.end});
    m_afterMeta = m_next;
    return true;
}

void HeadScan::takeTitle(TextSpan span)
{
    m_head.titleSpan = span;
}

void HeadScan::takeDate(const FoundDate &date)
{
    if (m_head.published.isValid() || !date.isFull())
        return;
    m_head.published = date.readings.first();
    if (date.readings.size() > 1)
        m_head.publishedReadings = date.readings;
}

void HeadScan::takeSource(const QString &source)
{
    if (m_head.source.isEmpty())
        m_head.source = source;
}

void HeadScan::beginStory(qsizetype position)
{
    m_head.story.start = position;
    m_begun = true;
}

/** The year that a line of the head tells by itself; 0 if there is none, or two different ones. */
int HeadScan::yearInHead() const
{
    static const QRegularExpression year(u"(?<![\\d.,/-])(?:19|20)\\d\\d(?![\\d.,/-])"_s);
    int found = 0;
    for (qsizetype i = 0; i < m_headEnd && i < m_lines.size(); ++i) {
        if (m_lines[i].span.start == m_head.titleSpan.start)
            continue;
        auto matches = year.globalMatch(m_lines[i].text);
        while (matches.hasNext()) {
            const int told = matches.next().captured().toInt();
            if (found && told != found)
                return 0;
            found = told;
        }
    }
    return found;
}

/** "Published: 30 July 2025, 11:42" below a standfirst, "No: 124, 11 June 2025, Press Release". */
void HeadScan::takeLabelledDate()
{
    static const QRegularExpression label(u"^\\s*(?:published|posted|updated|date|released?|press release|no\\b)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 0; i < m_lines.size() && i < searchedForLabels && !m_head.published.isValid(); ++i) {
        if (!label.match(m_lines[i].text).hasMatch())
            continue;
        for (const FoundDate &found : m_scanner.dates(m_lines[i].text)) {
            // "No. 214-03-04-2025" is the number of a release; a date beside one names its month.
            const QString told = m_lines[i].text.mid(found.span.start, found.span.length());
            const bool named = std::any_of(told.begin(), told.end(), [](QChar c) { return c.isLetter(); });
            if (found.gregorian && found.isFull() && found.span.start < 60 && named)
                takeDate(found);
        }
    }
}

void HeadScan::finish()
{
    takeLabelledDate();
    takeDate(m_updated);
    const Tail tail = readTail(m_text, m_head.story.start, m_tables, m_scanner);
    m_head.story.end = tail.storyEnd;
    if (isShortFor(m_sourceForm, tail.source))
        m_head.source = tail.source;
    takeSource(tail.source);
    if (!m_head.published.isValid() && m_datelineDate.month && !m_datelineDate.year && m_datelineDate.gregorian) {
        if (const int year = yearInHead())
            m_head.published = QDate(year, m_datelineDate.month, m_datelineDate.day);
    }
    if (!m_head.published.isValid())
        m_head.published = tail.date;
    if (m_head.source.isEmpty()) {
        const qsizetype length = std::min(m_head.story.length(), searchedForSource);
        m_head.source = selfNamedAgency(m_text.mid(m_head.story.start, length), m_tables);
    }
    m_head.title = m_text.mid(m_head.titleSpan.start, m_head.titleSpan.length()).simplified();
}

} // namespace

Head readHead(const QString &text, const HeadTables &tables, const DateScanner &scanner)
{
    return HeadScan(text, tables, scanner).read();
}

Head readHead(const QString &text)
{
    static const DateScanner scanner(HeadTables::builtIn());
    return readHead(text, HeadTables::builtIn(), scanner);
}

} // namespace dragoman
