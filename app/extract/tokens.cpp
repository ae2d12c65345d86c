// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/tokens.h"

#include "domain/names.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'ʼ' || c == u'ʻ' || c == u'‘';
}

/** A letter, or a mark over one. */
bool isLetter(QChar c)
{
    return c.isLetter() || (c.unicode() >= 0x80 && c.category() == QChar::Mark_NonSpacing);
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == u'‐' || c == u'‑';
}

/** A word without the break of a line in it. */
QString mended(QStringView raw)
{
    if (!raw.contains(u'\n'))
        return raw.toString();
    QString result;
    for (const QChar c : raw) {
        if (c == u'\n' && result.endsWith(u'-'))
            result.chop(1);
        else if (!c.isSpace())
            result.append(c);
    }
    return result;
}

/** Whether the lines of the text were broken to fit a width, so that a line's end is only a space. */
bool isWrapped(QStringView text)
{
    qsizetype lines = 0;
    qsizetype longest = 0;
    for (qsizetype begin = 0; begin <= text.size();) {
        const qsizetype stop = text.indexOf(u'\n', begin);
        const qsizetype end = stop < 0 ? text.size() : stop;
        lines += stop > begin ? 1 : 0;
        longest = std::max(longest, end - begin);
        if (longest > 100)
            return false;
        begin = end + 1;
    }
    return lines >= 4 && longest >= 40;
}

class Tokenizer
{
public:
    Tokenizer(QStringView body, TextSpan span, const Lexicon &lexicon)
        : m_body(body), m_at(span.start), m_end(span.end), m_lexicon(lexicon),
          m_wrapped(isWrapped(body.mid(span.start, span.length())))
    {
        m_result.body = body;
        m_result.tokens.reserve(static_cast<size_t>(span.length() / 5 + 8));
    }

    TokenizedText run()
    {
        while (m_at < m_end)
            next();
        endSentence();
        return std::move(m_result);
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const { return i < m_end ? m_body[i] : QChar(); }

    void next()
    {
        const QChar c = m_body[m_at];
        if (c.isSpace() || c == QChar(0xfeff))
            space();
        else if (isLetter(c))
            word();
        else if (c.isDigit())
            number();
        else if (const qsizetype end = c == u'<' ? tagEnd(m_at) : m_at; end > m_at)
            m_at = end;
        else
            punctuation();
    }

    /** The end of a tag within a line of HTML that was left in the text, "<sup>", "</span>"; `i` where none begins. */
    [[nodiscard]] qsizetype tagEnd(qsizetype i) const
    {
        static constexpr std::array inLine{u"sup", u"sub", u"b", u"i", u"u", u"em", u"strong", u"span", u"a"};
        static constexpr qsizetype longestName = 8;
        static constexpr qsizetype longest = 200;
        const qsizetype name = at(i + 1) == u'/' ? i + 2 : i + 1;
        qsizetype end = name;
        while (end - name < longestName && at(end) >= u'a' && at(end) <= u'z')
            ++end;
        const QStringView told = m_body.mid(name, end - name);
        if ((at(end) != u'>' && at(end) != u' ') ||
            std::none_of(inLine.begin(), inLine.end(),
                         [told](const char16_t *tag) { return told == QStringView(tag); }))
            return i;
        while (end < m_end && end - i < longest && at(end) != u'>' && at(end) != u'<' && at(end) != u'\n')
            ++end;
        return at(end) == u'>' ? end + 1 : i;
    }

    void space()
    {
        int breaks = 0;
        while (m_at < m_end && (m_body[m_at].isSpace() || m_body[m_at] == QChar(0xfeff))) {
            const QChar c = m_body[m_at];
            breaks += c == u'\n' || c == QChar(0x2029) ? 1 : 0;
            ++m_at;
        }
        // A line that goes on in small letters is no new one, wrapped or not.
        const bool goesOn = m_at < m_end && m_body[m_at].isLower() && !endsAsHeading();
        if (breaks > 1 || (breaks == 1 && !goesOn && (!m_wrapped || endsAsHeading()))) {
            endSentence();
            ++m_paragraph;
            m_quoted = false;
            m_lineStart = true;
        }
    }

    /** In a wrapped text a line of capitals, or one after which a capital line begins, is a heading of its own. */
    [[nodiscard]] bool endsAsHeading() const
    {
        const auto &tokens = m_result.tokens;
        return !tokens.empty() && tokens.back().has(Token::AllCapitals) && tokens.back().isWord() &&
               m_sentenceBegin < static_cast<int>(tokens.size()) &&
               tokens[static_cast<size_t>(m_sentenceBegin)].has(Token::AllCapitals);
    }

    [[nodiscard]] bool isInnerApostrophe(qsizetype i) const
    {
        if (!isApostrophe(m_body[i]) || !at(i + 1).isLetter())
            return false;
        const bool possessive = at(i + 1).toLower() == u's' && !at(i + 2).isLetterOrNumber();
        return !possessive && contractionEnd(i) == i;
    }

    /** "Sa'd", "Ra'd": a word with a capital before the apostrophe, other than "I" and what stands for somebody. */
    [[nodiscard]] bool endsName(qsizetype apostrophe) const
    {
        qsizetype begin = apostrophe;
        while (begin > 0 && m_body[begin - 1].isLetter())
            --begin;
        if (!at(begin).isUpper() || apostrophe - begin == 1)
            return false;
        const WordId word = m_lexicon.vocabulary.find(folded(m_body.mid(begin, apostrophe - begin).toString()));
        static constexpr std::array pronouns{WordClass::PronounMale, WordClass::PronounFemale, WordClass::PronounThey,
                                             WordClass::PronounI,    WordClass::Relative,      WordClass::Determiner};
        return std::none_of(pronouns.begin(), pronouns.end(),
                            [&](WordClass wordClass) { return word != 0 && m_lexicon.is(word, wordClass); });
    }

    /** The end of "'ll", "'ve", "'re", "'d" or "'m" that begins at `i`, else `i`. */
    [[nodiscard]] qsizetype contractionEnd(qsizetype i) const
    {
        static constexpr std::array endings{u"ll", u"ve", u"re", u"d", u"m"};
        if (!isApostrophe(at(i)))
            return i;
        for (const char16_t *ending : endings) {
            const QStringView letters(ending);
            const qsizetype end = i + 1 + letters.size();
            if (end <= m_end && m_body.mid(i + 1, letters.size()) == letters && !at(end).isLetterOrNumber())
                return endsName(i) ? i : end;
        }
        return i;
    }

    /** A hyphen at a line's end that only breaks a word: followed by a small letter. */
    [[nodiscard]] qsizetype afterBreak(qsizetype i) const
    {
        if (!m_wrapped || at(i) != u'-' || at(i + 1) != u'\n')
            return -1;
        qsizetype next = i + 2;
        while (at(next) == u' ')
            ++next;
        return at(next).isLower() ? next : -1;
    }

    [[nodiscard]] qsizetype wordEnd(qsizetype i) const
    {
        while (i < m_end) {
            const QChar c = m_body[i];
            if (isLetter(c) || c.isDigit()) {
                ++i;
            } else if (isInnerApostrophe(i)) {
                ++i;
            } else if (const qsizetype after = afterBreak(i); after > 0) {
                i = after;
            } else {
                break;
            }
        }
        return i;
    }

    /** "U.S.", "H.E.", "D.C.": single letters each with a full stop; returns the end, or `i`. */
    [[nodiscard]] qsizetype initialismEnd(qsizetype i) const
    {
        qsizetype end = i;
        int letters = 0;
        while (at(end).isLetter() && at(end + 1) == u'.') {
            end += 2;
            ++letters;
        }
        if (letters >= 2 && at(end).isUpper() && !at(end + 1).isLetter())
            ++end; // "U.S.A"
        return letters >= 2 && !at(end).isLetter() ? end : i;
    }

    void word()
    {
        const qsizetype start = m_at;
        qsizetype end = initialismEnd(start);
        const bool initialism = end != start;
        if (!initialism)
            end = wordEnd(start);
        end = std::max(end, start + 1);
        Token token;
        token.span = {start, end};
        const QStringView raw = m_body.mid(start, end - start);
        token.word = lookUp(raw);
        if (initialism && token.word == 0)
            token.word = lookUp(QString(raw.toString().remove(u'.')));
        setCase(token, raw, initialism);
        if (token.has(Token::AllCapitals) && m_lexicon.is(token.word, WordClass::TitleCapitals) &&
            (m_result.tokens.empty() || !m_result.tokens.back().has(Token::AllCapitals)))
            token.word = m_lexicon.vocabulary.find(u"h.e."); // "HE the minister", no pronoun
        m_at = end;
        takeAbbreviationStop(token);
        push(token);
        contraction();
        possessive();
        hyphen();
    }

    WordId lookUp(QStringView raw)
    {
        std::array<char, 48> letters;
        if (raw.size() > static_cast<qsizetype>(letters.size()))
            return lookUpFolded(raw);
        size_t size = 0;
        for (const QChar c : raw) {
            const char16_t unit = c.unicode();
            if (unit >= 0x80 || unit == u'\n')
                return lookUpFolded(raw);
            letters[size++] = static_cast<char>(unit >= u'A' && unit <= u'Z' ? unit | 0x20 : unit);
        }
        return m_lexicon.vocabulary.find(QLatin1String(letters.data(), static_cast<qsizetype>(size)));
    }

    [[nodiscard]] WordId lookUpFolded(QStringView raw) const
    {
        return m_lexicon.vocabulary.find(folded(mended(raw)).replace(u'’', u'\''));
    }

    static void setCase(Token &token, QStringView raw, bool initialism)
    {
        if (raw.front().isUpper() || raw.front().isTitleCase())
            token.flags |= Token::Capital;
        int upper = 0;
        int lower = 0;
        for (const QChar c : raw) {
            upper += c.isUpper() ? 1 : 0;
            lower += c.isLower() ? 1 : 0;
        }
        if (upper >= 2 && lower == 0)
            token.flags |= Token::AllCapitals;
        if (initialism)
            token.flags |= Token::Abbreviated;
    }

    void takeAbbreviationStop(Token &token)
    {
        if (at(m_at) != u'.')
            return;
        const bool initial = token.span.length() == 1 && token.has(Token::Capital);
        const bool known = m_lexicon.is(token.word, WordClass::Abbreviation) && token.has(Token::Capital);
        if (!initial && !known)
            return;
        token.flags |= Token::Abbreviated;
        ++m_at;
    }

    /** "I'll", "he'd": a word of its own. */
    void contraction()
    {
        const qsizetype end = contractionEnd(m_at);
        if (end == m_at)
            return;
        Token token;
        token.span = {m_at, end};
        token.word = lookUp(m_body.mid(m_at, end - m_at));
        m_at = end;
        push(token);
    }

    void possessive()
    {
        if (!isApostrophe(at(m_at)))
            return;
        const bool s = at(m_at + 1).toLower() == u's' && !at(m_at + 2).isLetterOrNumber();
        const bool plural = !s && m_at > 0 && m_body[m_at - 1].toLower() == u's' && !at(m_at + 1).isLetterOrNumber() &&
                            !m_quoted && at(m_at) != u'‘';
        if (!s && !plural)
            return;
        Token token;
        token.kind = Token::Kind::PossessiveMark;
        token.word = m_lexicon.vocabulary.find(u"'s");
        token.span = {m_at, m_at + (s ? 2 : 1)};
        m_at = token.span.end;
        push(token);
    }

    void hyphen()
    {
        if (isHyphen(at(m_at)) && (at(m_at + 1).isLetter() || at(m_at + 1).isDigit())) {
            ++m_at;
            m_glue = true;
        }
    }

    [[nodiscard]] static bool isNumberEnding(QStringView letters)
    {
        static constexpr std::array endings{u"st", u"nd", u"rd", u"th", u"am", u"pm"};
        return letters.size() == 2 && std::any_of(endings.begin(), endings.end(), [letters](const char16_t *ending) {
                   return letters.compare(QStringView(ending), Qt::CaseInsensitive) == 0;
               });
    }

    void number()
    {
        const qsizetype start = m_at;
        while (m_at < m_end) {
            const QChar c = m_body[m_at];
            const bool separator = (c == u'.' || c == u',' || c == u'/' || c == u':') && at(m_at + 1).isDigit();
            if (!c.isDigit() && !separator)
                break;
            ++m_at;
        }
        const qsizetype digits = m_at;
        while (m_at < m_end && m_body[m_at].isLetter() && m_at - digits < 3)
            ++m_at;
        if (!isNumberEnding(m_body.mid(digits, m_at - digits)))
            m_at = digits;
        Token token;
        token.kind = Token::Kind::Number;
        token.span = {start, m_at};
        token.word = m_lexicon.vocabulary.find(m_body.mid(start, m_at - start));
        if (m_at == digits && at(m_at) == u'<') { // "20<sup>th</sup>"
            const qsizetype ending = tagEnd(m_at);
            if (ending > m_at && ending + 2 <= m_end && isNumberEnding(m_body.mid(ending, 2)))
                m_at = ending + 2;
        }
        push(token);
        hyphen();
    }

    void punctuation()
    {
        const QChar c = m_body[m_at];
        Token token;
        token.kind = Token::Kind::Punctuation;
        token.mark = c;
        const qsizetype length = c.isHighSurrogate() && at(m_at + 1).isLowSurrogate() ? 2 : 1;
        token.word = m_lexicon.vocabulary.find(m_body.mid(m_at, length));
        token.span = {m_at, m_at + length};
        m_at = token.span.end;
        if (c == u'“' || c == u'«' || c == u'„')
            m_quoted = true;
        const bool straight = c == u'"';
        if (straight && m_quoted)
            m_quoted = false;
        else if (straight)
            m_quoted = at(m_at).isLetterOrNumber() || at(m_at) == u'\'' || at(m_at) == u'(';
        push(token);
        if (c == u'”' || c == u'»') {
            m_quoted = false;
            m_result.tokens.back().flags &= ~Token::Quoted;
        }
        if ((c == u'.' || c == u'!' || c == u'?' || c == u'…') && endsHere())
            endAfterClosers();
    }

    /** After a full stop: whether what follows begins a sentence. */
    [[nodiscard]] bool endsHere() const
    {
        qsizetype i = m_at;
        while (i < m_end && (isCloser(m_body[i])))
            ++i;
        if (i >= m_end)
            return true;
        if (!m_body[i].isSpace())
            return false;
        while (i < m_end && m_body[i].isSpace())
            ++i;
        while (i < m_end && (m_body[i] == u'"' || m_body[i] == u'“' || m_body[i] == u'(' || m_body[i] == u'‘'))
            ++i;
        return i >= m_end || !m_body[i].isLower();
    }

    [[nodiscard]] static bool isCloser(QChar c)
    {
        return c == u'"' || c == u'”' || c == u'’' || c == u'\'' || c == u')' || c == u'»';
    }

    void endAfterClosers()
    {
        while (m_at < m_end && isCloser(m_body[m_at]))
            punctuation();
        endSentence();
    }

    void push(Token token)
    {
        if (m_glue)
            token.flags |= Token::Glued;
        if (m_quoted)
            token.flags |= Token::Quoted;
        if (m_lineStart)
            token.flags |= Token::LineStart;
        m_glue = m_lineStart = false;
        if (static_cast<int>(m_result.tokens.size()) - m_sentenceBegin >= maxSentenceTokens)
            endSentence();
        m_result.tokens.push_back(token);
    }

    void endSentence()
    {
        const int end = static_cast<int>(m_result.tokens.size());
        if (end > m_sentenceBegin)
            m_result.sentences.push_back({m_sentenceBegin, end, m_paragraph});
        m_sentenceBegin = end;
    }

    QStringView m_body;
    qsizetype m_at;
    qsizetype m_end;
    const Lexicon &m_lexicon;
    bool m_wrapped;
    bool m_glue = false;
    bool m_quoted = false;
    bool m_lineStart = true;
    int m_sentenceBegin = 0;
    int m_paragraph = 0;
    TokenizedText m_result;
};

} // namespace

namespace {

/** White space made single; a stop that belongs to the word before stays. */
void appendGap(QString &text, QStringView gap)
{
    const bool single = gap.size() == 1 && gap.front().isSpace();
    if (!single)
        text.append(gap.toString().simplified());
    text.append(u' ');
}

void appendToken(QString &text, QStringView raw, Token::Kind kind)
{
    if (kind == Token::Kind::Word && raw.contains(u'\n'))
        text.append(mended(raw));
    else
        text.append(raw);
}

} // namespace

QString TokenizedText::text(const Token &token) const
{
    const QStringView raw = body.mid(token.span.start, token.span.length());
    return token.kind == Token::Kind::Word ? mended(raw) : raw.toString();
}

QString TokenizedText::text(int begin, int end) const
{
    QString result;
    if (begin < end)
        result.reserve(tokens[static_cast<size_t>(end - 1)].span.end - tokens[static_cast<size_t>(begin)].span.start);
    for (int i = begin; i < end; ++i) {
        const Token &token = tokens[static_cast<size_t>(i)];
        if (i > begin) {
            const qsizetype gapStart = tokens[static_cast<size_t>(i - 1)].span.end;
            if (token.has(Token::Glued))
                result.append(u'-');
            else if (token.span.start > gapStart)
                appendGap(result, body.mid(gapStart, token.span.start - gapStart));
        }
        appendToken(result, body.mid(token.span.start, token.span.length()), token.kind);
    }
    return result;
}

TokenizedText tokenize(QStringView body, TextSpan span, const Lexicon &lexicon)
{
    return Tokenizer(body, span, lexicon).run();
}

} // namespace dragoman
