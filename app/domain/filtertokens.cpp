// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filtertokens.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Cuts the line into words, keeping what stands in quotation marks together. */
class Tokenizer
{
public:
    explicit Tokenizer(const QString &line) : m_line(line) {}

    Result<QList<FilterToken>> run()
    {
        QList<FilterToken> tokens;
        for (skipSpace(); m_at < m_line.size(); skipSpace()) {
            const qsizetype start = m_at;
            FilterToken token;
            readKey(token);
            const bool closed = token.key.isEmpty() ? skipText() : readValues(token);
            token.raw = m_line.mid(start, m_at - start);
            if (!closed)
                return misreadFilter(token.raw, u"the quotation mark is not closed; add a \" at the end."_s);
            tokens.append(token);
        }
        return tokens;
    }

private:
    void skipSpace()
    {
        while (m_at < m_line.size() && m_line.at(m_at).isSpace())
            ++m_at;
    }

    [[nodiscard]] bool atWordEnd() const { return m_at >= m_line.size() || m_line.at(m_at).isSpace(); }

    void readKey(FilterToken &token)
    {
        qsizetype at = m_at;
        const bool negated = m_line.at(at) == u'-';
        at += negated ? 1 : 0;
        const qsizetype start = at;
        while (at < m_line.size() && m_line.at(at).isLetter())
            ++at;
        if (at == start || at >= m_line.size() || m_line.at(at) != u':')
            return;
        token.key = m_line.mid(start, at - start).toLower();
        token.negated = negated;
        m_at = at + 1;
    }

    bool skipText()
    {
        while (!atWordEnd()) {
            if (m_line.at(m_at) == u'"') {
                if (!readQuoted(nullptr))
                    return false;
            } else {
                ++m_at;
            }
        }
        return true;
    }

    bool readValues(FilterToken &token)
    {
        QString value;
        bool quoted = false;
        const auto finish = [&] {
            if (quoted || !value.isEmpty())
                token.values.append(value);
            value.clear();
            quoted = false;
        };
        while (!atWordEnd()) {
            const QChar c = m_line.at(m_at);
            if (c == u'"') {
                quoted = true;
                if (!readQuoted(&value))
                    return false;
                continue;
            }
            ++m_at;
            if (c == u',')
                finish();
            else
                value.append(c);
        }
        finish();
        return true;
    }

    /** At a quotation mark: goes behind the closing one, with what stands between, `\"` and `\\` resolved, added to
     * `text`. */
    bool readQuoted(QString *text)
    {
        for (++m_at; m_at < m_line.size(); ++m_at) {
            QChar c = m_line.at(m_at);
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (c == u'\\' && text && m_at + 1 < m_line.size())
                c = m_line.at(++m_at);
            if (text)
                text->append(c);
        }
        return false;
    }

    const QString &m_line;
    qsizetype m_at = 0;
};

} // namespace

Error misreadFilter(const QString &word, const QString &hint)
{
    return Error(u"“%1” is not understood in the filter: %2"_s.arg(word, hint));
}

Result<QList<FilterToken>> filterTokens(const QString &line)
{
    return Tokenizer(line).run();
}

} // namespace dragoman
