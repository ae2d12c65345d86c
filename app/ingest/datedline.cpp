// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/datedline.h"

#include "ingest/headnames.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestLine = 160;
constexpr int mostNameWords = 8;
constexpr QChar mark(u'\x01');

void blank(QString &line, TextSpan span)
{
    for (qsizetype i = span.start; i < span.end; ++i)
        line[i] = mark;
}

/** Whether the text is made only of words such as "Posted on", "Updated". */
bool saysNothing(const QString &text, const HeadTables &tables)
{
    const auto known = [&tables](const QString &word) {
        return tables.isWord(u"published"_s, word) || tables.isWord(u"updated"_s, word) ||
               tables.isWord(u"filler"_s, word);
    };
    if (known(text))
        return true;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), known);
}

/** "Moscow time", "Eastern Standard Time". */
bool endsInZone(const QString &text, const HeadTables &tables)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return words.size() >= 2 && words.size() <= 4 && tables.isWord(u"zone"_s, words.last()) &&
           isProperName(words.mid(0, words.size() - 1).join(u' '), tables, 3);
}

/** Takes a line apart: what is left beside dates and times has to be names. */
class DatedLineParser
{
public:
    DatedLineParser(const QString &line, const HeadTables &tables, const DateScanner &scanner)
        : m_line(line), m_tables(tables), m_dates(scanner.dates(line)), m_masked(line)
    {
        for (const FoundDate &date : m_dates)
            blank(m_masked, date.span);
        const QList<TextSpan> times = scanner.times(m_masked);
        m_hasTime = !times.isEmpty();
        for (const TextSpan &time : times)
            blank(m_masked, time);
        for (const TextSpan &weekday : scanner.weekdays(m_masked))
            blank(m_masked, weekday);
    }

    std::optional<DatedLine> parse();

private:
    [[nodiscard]] bool hasFullDate() const;
    FoundDate publication();
    bool takePiece(const QString &piece);
    bool takeName(const QString &name);

    const QString m_line;
    const HeadTables &m_tables;
    const QList<FoundDate> m_dates;
    QString m_masked;
    bool m_hasTime = false;
    bool m_hasNames = false;
    bool m_onlyPlaceAndAgency = true; ///< of the names
    DatedLine m_result;
};

bool DatedLineParser::hasFullDate() const
{
    return std::any_of(m_dates.begin(), m_dates.end(), [](const FoundDate &date) { return date.isFull(); });
}

/** The date marked as that of publication, else the first not marked as that of an update. */
FoundDate DatedLineParser::publication()
{
    FoundDate unmarked;
    FoundDate updated;
    qsizetype from = 0;
    for (const FoundDate &date : m_dates) {
        const QStringList words = m_line.mid(from, date.span.start - from).split(QRegularExpression(u"[\\s:|,-]+"_s));
        const auto is = [&](const QString &kind) {
            return std::any_of(words.begin(), words.end(),
                               [&](const QString &word) { return m_tables.isWord(kind, word); });
        };
        from = date.span.end;
        if (!date.isFull())
            continue;
        if (is(u"published"_s))
            return date;
        FoundDate &slot = is(u"updated"_s) ? updated : unmarked;
        if (!slot.isFull())
            slot = date;
    }
    m_result.updated = !unmarked.isFull();
    return unmarked.isFull() ? unmarked : updated;
}

bool DatedLineParser::takeName(const QString &name)
{
    static const QRegularExpression page(u"^(?:page|p\\.|vol\\.?|volume|no\\.?|issue)? ?[A-Z]?\\d{1,5}$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (name.isEmpty() || saysNothing(name, m_tables) || page.match(name).hasMatch())
        return true;
    static const QRegularExpression writer(u"^(?:(?:written|posted|published|reported|edited|issued) )?by "_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (const auto match = writer.match(name); match.hasMatch())
        return takeName(name.mid(match.capturedEnd()));
    if (endsInZone(name, m_tables))
        return true;
    if (!isProperName(name, m_tables, 6))
        return false;
    m_hasNames = true;
    if (const Agency *agency = m_tables.agency(name)) {
        if (m_result.source.isEmpty())
            m_result.source = agency->name;
        return true;
    }
    m_onlyPlaceAndAgency = m_onlyPlaceAndAgency && m_result.place.isEmpty() && isPlaceName(name, m_tables);
    if (m_tables.isWord(u"label"_s, name))
        return true;
    if (isOutletName(name, m_tables)) {
        if (m_result.source.isEmpty())
            m_result.source = name;
    } else if (m_result.place.isEmpty() &&
               (isPlaceName(name, m_tables) || name == name.toUpper() || !name.contains(u' '))) {
        m_result.place = name;
    }
    return true;
}

/** A piece between strong separators. One without a date may be any few words: a byline, a remark. */
bool DatedLineParser::takePiece(const QString &piece)
{
    if (!piece.contains(mark) && piece.split(u' ', Qt::SkipEmptyParts).size() <= mostNameWords) {
        if (!isProperName(piece, m_tables, 6) && !piece.isEmpty()) {
            m_onlyPlaceAndAgency = false;
            return m_hasNames = true;
        }
    } else if (!piece.contains(mark)) {
        return false;
    }
    static const QRegularExpression weak(u"[\\x01,():/\\[\\]–—]+|(?<=\\s)-|-(?=\\s)|^-"_s);
    const QStringList names = piece.split(weak);
    return std::all_of(names.begin(), names.end(), [this](const QString &name) { return takeName(name.simplified()); });
}

std::optional<DatedLine> DatedLineParser::parse()
{
    static const QRegularExpression strong(u"[|•·\\t;]|\\s{2,}|\\s[-–—]+\\s|\\.\\s+|\\.$"_s);
    static const QRegularExpression dashedSentence(u"\\s[-–—]+\\s.*[.!?]$"_s);
    if (m_dates.isEmpty() && !m_hasTime)
        return std::nullopt;
    if (dashedSentence.match(m_line).hasMatch())
        return std::nullopt;
    for (const QString &piece : m_masked.split(strong)) {
        if (!takePiece(piece.trimmed()))
            return std::nullopt;
    }
    using Kind = DatedLine::Kind;
    if (hasFullDate()) {
        m_result.kind = Kind::Full;
        m_result.date = publication();
        return m_result;
    }
    // "Baku, October 9, AZERTAC" above the story
    const bool dateline = m_onlyPlaceAndAgency && !m_dates.isEmpty() && !m_result.source.isEmpty();
    if (m_hasNames && !dateline)
        return std::nullopt;
    m_result.kind = m_dates.isEmpty() ? Kind::Time : (m_hasTime || dateline ? Kind::Yearless : Kind::Heading);
    m_result.date = m_dates.value(0);
    return m_result;
}

} // namespace

std::optional<DatedLine> parseDatedLine(const QString &line, const HeadTables &tables, const DateScanner &scanner)
{
    const bool hasDigit = std::any_of(line.begin(), line.end(), [](QChar c) { return c.isDigit(); });
    if (line.size() > longestLine || !hasDigit)
        return std::nullopt;
    return DatedLineParser(line, tables, scanner).parse();
}

} // namespace dragoman
