// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/textquery.h"

#include "domain/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype snippetLength = 160;
constexpr qsizetype snippetLead = 40;
constexpr QChar hitBegins(0x2);
constexpr QChar hitEnds(0x3);

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/** The words of a text as the index cuts them: FTS5's unicode61 parts at everything but letters, digits and marks. */
template <typename Visit>
void forEachWord(QStringView text, Visit visit)
{
    qsizetype at = 0;
    while (at < text.size()) {
        while (at < text.size() && !isWordLetter(text.at(at)))
            ++at;
        const qsizetype start = at;
        while (at < text.size() && isWordLetter(text.at(at)))
            ++at;
        if (at > start)
            visit(TextSpan{start, at});
    }
}

QStringList foldedWords(const QString &text)
{
    QStringList words;
    const QString plain = folded(text);
    forEachWord(plain, [&](TextSpan span) { words.append(plain.mid(span.start, span.length())); });
    return words;
}

void addTerm(const QString &text, bool prefix, QList<TextTerm> &terms)
{
    TextTerm term{foldedWords(text), prefix};
    if (!term.words.isEmpty())
        terms.append(std::move(term));
}

struct Word
{
    TextSpan span;
    QString folded;
};

bool standsAt(const QList<Word> &words, qsizetype at, const TextTerm &term)
{
    const qsizetype count = term.words.size();
    if (at + count > words.size())
        return false;
    for (qsizetype i = 0; i < count; ++i) {
        const QString &word = words.at(at + i).folded;
        const bool beginning = term.prefix && i == count - 1;
        if (beginning ? !word.startsWith(term.words.at(i)) : word != term.words.at(i))
            return false;
    }
    return true;
}

QString oneLine(QStringView text)
{
    QString line = text.toString();
    line.replace(hitBegins, u' ').replace(hitEnds, u' ');
    return line.simplified();
}

qsizetype wordStart(const QString &text, qsizetype at)
{
    const qsizetype limit = std::max<qsizetype>(0, at - 30);
    qsizetype start = at;
    while (start > limit && !text.at(start - 1).isSpace())
        --start;
    return start;
}

qsizetype wordEnd(QStringView text, qsizetype at)
{
    const qsizetype limit = std::min(text.size(), at + 30);
    qsizetype end = at;
    while (end < limit && !text.at(end).isSpace())
        ++end;
    return end;
}

} // namespace

QList<TextTerm> textTerms(const QString &text)
{
    QList<TextTerm> terms;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        const bool phrase = text.at(at) == u'"';
        const qsizetype start = phrase ? at + 1 : at;
        qsizetype end = start;
        while (end < text.size() && text.at(end) != u'"' && (phrase || !text.at(end).isSpace()))
            ++end;
        at = phrase ? end + 1 : end;
        const bool starBehind = phrase && at < text.size() && text.at(at) == u'*';
        const QString inner = text.mid(start, end - start).trimmed();
        addTerm(inner, starBehind || inner.endsWith(u'*'), terms);
        at += starBehind ? 1 : 0;
    }
    return terms;
}

QString ftsQuery(const QList<TextTerm> &terms)
{
    QStringList parts;
    for (const TextTerm &term : terms)
        parts.append(u'"' + term.words.join(u' ') + u'"' + (term.prefix ? u" *"_s : QString()));
    return parts.join(u" AND "_s);
}

QString indexText(const QString &text)
{
    const auto plain = [](QChar c) { return c.unicode() < 0x80; };
    return std::all_of(text.cbegin(), text.cend(), plain) ? text : folded(text);
}

QList<TextSpan> findTerms(const QString &text, const QList<TextTerm> &terms)
{
    QList<Word> words;
    forEachWord(text, [&](TextSpan span) { words.append({span, folded(text.mid(span.start, span.length()))}); });
    QList<TextSpan> hits;
    for (qsizetype at = 0; at < words.size();) {
        qsizetype longest = 0;
        for (const TextTerm &term : terms) {
            if (standsAt(words, at, term))
                longest = std::max(longest, term.words.size());
        }
        if (longest > 0)
            hits.append({words.at(at).span.start, words.at(at + longest - 1).span.end});
        at += std::max<qsizetype>(longest, 1);
    }
    return hits;
}

QString snippetOf(const QString &text, const QList<TextTerm> &terms)
{
    const QList<TextSpan> hits = findTerms(text, terms);
    if (hits.isEmpty())
        return {};
    const qsizetype first = hits.first().start;
    const qsizetype start = first <= snippetLead ? 0 : wordStart(text, first - snippetLead);
    const qsizetype end = std::max(hits.first().end, wordEnd(text, std::min(text.size(), start + snippetLength)));
    QString line = start > 0 ? u"…"_s : QString();
    qsizetype at = start;
    for (const TextSpan &hit : hits) {
        if (hit.end > end)
            break;
        // Blanks are kept on either side, for simplified() at the end to make them one.
        line += QString(text.mid(at, hit.start - at)).replace(hitBegins, u' ').replace(hitEnds, u' ');
        line += hitBegins + text.mid(hit.start, hit.length()) + hitEnds;
        at = hit.end;
    }
    line += QString(text.mid(at, end - at)).replace(hitBegins, u' ').replace(hitEnds, u' ');
    line = line.simplified();
    return end < text.size() ? line + u'…' : line;
}

QString firstWords(QStringView text)
{
    const qsizetype end = text.size() <= snippetLength ? text.size() : wordEnd(text, snippetLength);
    const QString line = oneLine(text.left(end));
    return end < text.size() ? line + u'…' : line;
}

} // namespace dragoman
