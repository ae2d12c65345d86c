// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/dateline.h"

#include "ingest/headnames.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype longestDateline = 240;
constexpr qsizetype longestAgency = 30;
constexpr int mostNames = 4;
constexpr int mostWords = 5;

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—' || c == u'―';
}

bool isAllCapitals(const QString &text)
{
    return text.size() > 1 && text == text.toUpper() && text != text.toLower();
}

bool opensSentence(QChar c)
{
    return c.isUpper() || c == u'"' || c.category() == QChar::Punctuation_InitialQuote;
}

/**
 * How far a dateline that begins this line can reach: up to the first word in small letters that cannot be part of one,
 * and a little beyond. 0 if there is nothing up to there that could end it. Spares most lines the search for dates.
 */
qsizetype reach(const QString &line, const HeadTables &tables)
{
    const qsizetype most = std::min(line.size(), longestDateline);
    qsizetype position = 0;
    bool canEnd = false;
    while (position < most) {
        const QChar c = line[position];
        canEnd = canEnd || isDash(c) || c.isDigit() || QStringView(u":(/[.").contains(c);
        const bool opensWord = c.isLower() && (position == 0 || line[position - 1].isSpace());
        if (opensWord) {
            qsizetype end = position;
            while (end < most && !line[end].isSpace() && line[end] != u',')
                ++end;
            const QString word = line.mid(position, end - position);
            const bool part =
                tables.isWord(u"particle"_s, word) || tables.isWord(u"filler"_s, word) || word.contains(u'-');
            if (!part)
                break;
            position = end;
        } else {
            ++position;
        }
    }
    return canEnd ? std::min(position + 2, line.size()) : 0;
}

/** Reads a dateline element by element: names, weekday, date, agency, then the dash, colon or stop that ends it. */
class DatelineParser
{
public:
    DatelineParser(const QString &line, const HeadTables &tables, const DateScanner &scanner)
        : m_text(line), m_tables(tables), m_dates(scanner.dates(m_text)), m_times(scanner.times(m_text)),
          m_weekdays(scanner.weekdays(m_text))
    {
    }

    std::optional<Dateline> parse();

private:
    enum class Last { Nothing, Name, Date, Weekday, Time, Agency, Bracket };

    [[nodiscard]] QChar at(qsizetype position) const
    {
        return position < m_text.size() ? m_text[position] : QChar(u'\n');
    }
    void skipSpace();
    bool element();
    bool bracket();
    bool slashes();
    bool span(const QList<TextSpan> &spans, Last kind);
    bool date();
    bool bareAgency();
    bool name();
    bool separator();
    bool terminator();
    bool dateFollows();
    bool dashEnds(qsizetype after);
    [[nodiscard]] bool stopEnds() const;
    bool continuesAfterDash();
    [[nodiscard]] qsizetype nameEnd() const;
    [[nodiscard]] bool isPlausible() const;
    [[nodiscard]] QStringList countries() const;
    void takeSource(const QString &text, const Agency *agency);

    const QString m_text;
    const HeadTables &m_tables;
    const QList<FoundDate> m_dates;
    const QList<TextSpan> m_times;
    const QList<TextSpan> m_weekdays;
    qsizetype m_at = 0;
    Last m_last = Last::Nothing;
    QStringList m_names;
    QString m_unknownSource;
    QChar m_end;
    bool m_agencyTold = false;
    Dateline m_result;
};

std::optional<Dateline> DatelineParser::parse()
{
    skipSpace();
    while (element()) {
        if (terminator())
            break;
        if (!separator() && m_last != Last::Name && m_last != Last::Bracket && m_last != Last::Weekday)
            break;
    }
    if (m_end.isNull() || !isPlausible())
        return std::nullopt;
    skipSpace();
    m_result.end = m_at;
    m_result.city = m_names.value(0);
    if (m_result.source.isEmpty())
        m_result.source = m_result.sourceForm = m_unknownSource;
    return m_result;
}

void DatelineParser::skipSpace()
{
    while (at(m_at).isSpace() && m_at < m_text.size())
        ++m_at;
}

bool DatelineParser::element()
{
    return bracket() || slashes() || date() || span(m_weekdays, Last::Weekday) || span(m_times, Last::Time) ||
           bareAgency() || name();
}

void DatelineParser::takeSource(const QString &text, const Agency *agency)
{
    m_agencyTold = m_agencyTold || agency;
    if (agency && m_result.source.isEmpty()) {
        m_result.source = agency->name;
        m_result.sourceForm = text.simplified();
    } else if (!agency && m_unknownSource.isEmpty()) {
        m_unknownSource = text.simplified();
    }
}

QStringList DatelineParser::countries() const
{
    return m_names.isEmpty() ? QStringList() : m_tables.cityCountries(m_names.first());
}

bool DatelineParser::bracket()
{
    if (at(m_at) != u'(' && at(m_at) != u'[')
        return false;
    const qsizetype close = m_text.indexOf(at(m_at) == u'(' ? u')' : u']', m_at);
    if (close < 0 || close - m_at > 60)
        return false;
    const TextSpan inside{m_at + 1, close};
    const QString text = m_text.mid(inside.start, inside.length());
    m_last = Last::Bracket;
    for (const FoundDate &found : m_dates) {
        if (found.span.overlaps(inside)) {
            if (!m_result.date.month && found.gregorian)
                m_result.date = found;
            m_at = close + 1;
            return true;
        }
    }
    const Agency *agency = agencyIn(text, m_tables, countries());
    if (agency)
        m_last = Last::Agency;
    if (agency || (text.size() > 1 && text[0].isUpper() && isProperName(text, m_tables, 4)))
        takeSource(text, agency);
    m_at = close + 1;
    return true;
}

bool DatelineParser::slashes()
{
    if (at(m_at) != u'/')
        return false;
    const qsizetype close = m_text.indexOf(u'/', m_at + 1);
    if (close < 0 || close - m_at > longestAgency)
        return false;
    const QString text = m_text.mid(m_at + 1, close - m_at - 1);
    takeSource(text, agencyIn(text, m_tables, countries()));
    m_last = Last::Agency;
    m_at = close + 1;
    return true;
}

bool DatelineParser::span(const QList<TextSpan> &spans, Last kind)
{
    for (const TextSpan &found : spans) {
        if (found.start == m_at) {
            m_at = found.end;
            m_last = kind;
            return true;
        }
    }
    return false;
}

bool DatelineParser::date()
{
    for (const FoundDate &found : m_dates) {
        if (found.span.start != m_at)
            continue;
        if (found.gregorian && !m_result.date.isFull())
            m_result.date = found;
        m_at = found.span.end;
        m_last = Last::Date;
        return true;
    }
    return false;
}

bool DatelineParser::bareAgency()
{
    qsizetype end = m_at;
    const Agency *best = nullptr;
    qsizetype bestEnd = m_at;
    for (int words = 0; words < mostWords && at(end).isUpper(); ++words) {
        while (end < m_text.size() &&
               (at(end).isLetterOrNumber() || at(end) == u'.' || at(end) == u'\'' || at(end) == u'-'))
            ++end;
        QString form = m_text.mid(m_at, end - m_at);
        while (form.endsWith(u'.') || form.endsWith(u'-'))
            form.chop(1);
        const Agency *agency = m_tables.agency(form, countries());
        if (agency && m_tables.isExactForm(*agency, form) && m_tables.cityCountries(form).isEmpty()) {
            best = agency;
            bestEnd = m_at + form.size();
        }
        if (at(end) == u' ')
            ++end;
    }
    if (!best)
        return false;
    takeSource(best->name, best);
    m_at = bestEnd;
    m_last = Last::Agency;
    return true;
}

/** The end of the name that begins here; a stop belongs to it after a short word ("ST. PETERSBURG", "D.C."). */
qsizetype DatelineParser::nameEnd() const
{
    qsizetype position = m_at;
    qsizetype end = m_at;
    for (int words = 0; words < mostWords; ++words) {
        const qsizetype start = position;
        while (at(position).isLetter() || at(position).isMark() || QStringView(u"'’‘`").contains(at(position)) ||
               (at(position) == u'.' && position - start <= 3) ||
               (at(position) == u'-' && at(position + 1).isLetter() && position > start))
            ++position;
        const QString word = m_text.mid(start, position - start);
        const bool fits = !word.isEmpty() && (word[0].isUpper() || (words > 0 && m_tables.isWord(u"particle"_s, word)));
        if (!fits)
            break;
        end = position;
        if (at(position) != u' ' || at(position + 1) == u' ')
            break;
        ++position;
    }
    return end;
}

bool DatelineParser::name()
{
    if (m_names.size() >= mostNames || !at(m_at).isUpper())
        return false;
    for (const FoundDate &found : m_dates) {
        if (found.span.start == m_at)
            return false;
    }
    const qsizetype end = nameEnd();
    if (end == m_at)
        return false;
    m_names.append(m_text.mid(m_at, end - m_at));
    m_at = end;
    m_last = Last::Name;
    return true;
}

bool DatelineParser::separator()
{
    const qsizetype before = m_at;
    skipSpace();
    const QChar c = at(m_at);
    const qsizetype closing = c == u'/' ? m_text.indexOf(u'/', m_at + 1) : -1;
    const bool opensAgency = closing > 0 && closing - m_at <= longestAgency;
    if (c == u',' || c == u';' || (c == u'/' && !opensAgency) || (c == u'.' && m_last != Last::Nothing))
        ++m_at;
    skipSpace();
    return m_at > before;
}

bool DatelineParser::continuesAfterDash()
{
    const qsizetype before = m_at;
    const Last last = m_last;
    skipSpace();
    const bool afterCity = date() || span(m_weekdays, Last::Weekday) || bracket();
    if (afterCity || (m_names.isEmpty() && name() && isAllCapitals(m_names.last())))
        return true;
    if (m_last == Last::Name && last != Last::Name && !m_names.isEmpty())
        m_names.removeLast();
    m_at = before;
    m_last = last;
    return false;
}

bool DatelineParser::dashEnds(qsizetype after)
{
    const qsizetype dash = m_at;
    m_at = after;
    const Last last = m_last;
    const Dateline result = m_result;
    const QString unknownSource = m_unknownSource;
    const bool agencyTold = m_agencyTold;
    if (continuesAfterDash()) {
        if (terminator())
            return true;
        if (separator() && element() && terminator())
            return true;
    }
    m_result = result;
    m_unknownSource = unknownSource;
    m_agencyTold = agencyTold;
    m_at = dash;
    while (isDash(at(m_at)))
        ++m_at;
    m_last = last;
    m_end = u'-';
    return true;
}

bool DatelineParser::terminator()
{
    const qsizetype before = m_at;
    skipSpace();
    qsizetype after = m_at;
    while (isDash(at(after)))
        ++after;
    if (after > m_at && (m_at > before || at(after).isSpace() || after - m_at > 1))
        return dashEnds(after);
    if (at(m_at) == u':' && at(m_at + 1).isSpace() && m_last != Last::Time) {
        ++m_at;
        // "ISLAMABAD: September 5, 2023 - ..."
        if (m_last == Last::Name && dateFollows())
            return false;
        m_end = u':';
        return true;
    }
    if (stopEnds()) {
        ++m_at;
        m_end = u'.';
        return true;
    }
    const bool closed = m_at > before && (m_text[before - 1] == u')' || m_result.date.isFull());
    if (m_last == Last::Agency && closed && opensSentence(at(m_at))) {
        m_end = u' ';
        return true;
    }
    m_at = before;
    return false;
}

/** Whether a date begins behind the white space here; moves there if so. */
bool DatelineParser::dateFollows()
{
    const qsizetype before = m_at;
    skipSpace();
    for (const FoundDate &found : m_dates) {
        if (found.span.start == m_at && found.gregorian)
            return true;
    }
    m_at = before;
    return false;
}

/** Whether the stop here ends the dateline: after an agency, or after a date that no agency follows. */
bool DatelineParser::stopEnds() const
{
    if (at(m_at) != u'.' || !at(m_at + 1).isSpace())
        return false;
    if (m_last == Last::Agency)
        return true;
    qsizetype next = m_at + 1;
    while (at(next).isSpace() && next < m_text.size())
        ++next;
    const bool agencyFollows = at(next) == u'/' || at(next) == u'(' || isAllCapitals(m_text.mid(next, 4));
    return m_last == Last::Date && !agencyFollows;
}

bool DatelineParser::isPlausible() const
{
    const bool dated = m_result.date.month > 0;
    const QString city = m_names.value(0);
    const bool known = !m_tables.cityCountries(city).isEmpty();
    const bool label = m_tables.isWord(u"label"_s, city);
    if (m_agencyTold)
        return !label || dated;
    if (dated && m_end != u'.')
        return !city.isEmpty() || m_result.date.isFull();
    if (dated)
        return m_names.isEmpty() ? m_result.date.isFull() : known && m_names.size() <= 2;
    if (label || city.isEmpty())
        return false;
    if (!m_unknownSource.isEmpty())
        return known || isAllCapitals(city);
    if (m_end == u':')
        return known;
    return m_end == u'-' && (known || isAllCapitals(city));
}

} // namespace

std::optional<Dateline> parseDateline(const QString &line, const HeadTables &tables, const DateScanner &scanner)
{
    const qsizetype length = reach(line, tables);
    if (length == 0)
        return std::nullopt;
    return DatelineParser(line.left(length), tables, scanner).parse();
}

} // namespace dragoman
