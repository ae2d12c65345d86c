// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout.h"

#include "extract/timeexpressions.h"

#include <algorithm>

namespace dragoman {

namespace {

class LayoutReader
{
public:
    LayoutReader(const Analysis &analysis, QDate published) : m_analysis(analysis), m_published(published) {}

    Layout run()
    {
        readHeadings();
        readSections();
        return std::move(m_layout);
    }

private:
    [[nodiscard]] const NounPhrase &phrase(int number) const { return m_analysis.phrases[static_cast<size_t>(number)]; }

    /** Lines that are only a date head what follows; a page with hours at its lines' beginnings is told live. */
    void readHeadings()
    {
        int hours = 0;
        QDate heading;
        m_layout.headings.resize(m_analysis.text.sentences.size());
        for (size_t s = 0; s < m_analysis.text.sentences.size(); ++s) {
            const Sentence &sentence = m_analysis.text.sentences[s];
            const Token &first = m_analysis.token(sentence.begin);
            if (first.kind == Token::Kind::Number && first.has(Token::LineStart)) {
                const QString text = m_analysis.text.text(first);
                hours += text.contains(u':') && text.size() <= 5 ? 1 : 0;
            }
            int words = 0;
            int inTime = 0;
            for (int i = sentence.begin; i < sentence.end; ++i) {
                words += m_analysis.token(i).kind != Token::Kind::Punctuation ? 1 : 0;
                inTime += m_analysis.timeAt[static_cast<size_t>(i)] >= 0 &&
                                  m_analysis.token(i).kind != Token::Kind::Punctuation
                              ? 1
                              : 0;
            }
            if (words > 0 && inTime == words && first.has(Token::LineStart) &&
                m_analysis.timeAt[static_cast<size_t>(sentence.begin)] >= 0) {
                const TimeExpression &time =
                    m_analysis.times[static_cast<size_t>(m_analysis.timeAt[static_cast<size_t>(sentence.begin)])];
                const FuzzyDate date = resolveTime(time, m_published, Tense::Future);
                heading = date.isDay() && date.earliest() != m_published ? date.earliest() : QDate();
            }
            m_layout.headings[s] = heading;
        }
        m_layout.live = hours >= 3;
    }

    /** In a digest each item begins with its own dateline: "VILNIUS – The visit of ..."; by sentence its place, or -1.
     */
    void readSections()
    {
        int place = -1;
        int paragraph = -1;
        int items = 0;
        m_layout.sections.resize(m_analysis.text.sentences.size());
        for (size_t s = 0; s < m_analysis.text.sentences.size(); ++s) {
            const Sentence &sentence = m_analysis.text.sentences[s];
            if (sentence.paragraph != paragraph && !isItemNumber(sentence)) {
                paragraph = sentence.paragraph;
                place = itemPlace(sentence);
                items += place >= 0 ? 1 : 0;
            }
            m_layout.sections[s] = place;
        }
        if (items == 1)
            m_layout.onlyItem =
                *std::find_if(m_layout.sections.begin(), m_layout.sections.end(), [](int item) { return item >= 0; });
        if (items < 2)
            m_layout.sections.clear();
    }

    /** "3." before an item of a list */
    [[nodiscard]] bool isItemNumber(const Sentence &sentence) const
    {
        return sentence.end - sentence.begin <= 2 && m_analysis.token(sentence.begin).kind == Token::Kind::Number;
    }

    [[nodiscard]] int itemPlace(const Sentence &sentence) const
    {
        const int first = m_analysis.phraseAt[static_cast<size_t>(sentence.begin)];
        if (first < 0 || phrase(first).kind != NounPhrase::Kind::Place || phrase(first).city.isEmpty())
            return -1;
        // "Turkistan." before what happened there
        if (phrase(first).begin == sentence.begin && phrase(first).end >= sentence.end - 1)
            return first;
        for (int i = phrase(first).end; i < sentence.end && i < phrase(first).end + 6; ++i) {
            const Token &t = m_analysis.token(i);
            if (t.isMark(u'–') || t.isMark(u'—') || t.isMark(u'-'))
                return first;
            if (!t.isMark(u',') && m_analysis.timeAt[static_cast<size_t>(i)] < 0 &&
                m_analysis.phraseAt[static_cast<size_t>(i)] < 0)
                return -1;
        }
        return -1;
    }

    const Analysis &m_analysis;
    const QDate m_published;
    Layout m_layout;
};

} // namespace

Layout readLayout(const Analysis &analysis, QDate published)
{
    return LayoutReader(analysis, published).run();
}

} // namespace dragoman
