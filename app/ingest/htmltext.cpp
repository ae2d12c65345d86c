// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmltext.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype proseLength = 40;   ///< characters of a paragraph that may vote
constexpr double mostlyLinks = 0.5;     ///< share of characters in links from which a block is a list of links
constexpr double shareOfMarked = 0.5;   ///< of the votes, from which a part that the page marks is believed
constexpr double shareOfSibling = 0.25; ///< of the winner's votes, from which a neighbour belongs to it

constexpr qsizetype longestLine = 80; ///< characters of a line that may be a date or a section

/** A paragraph: text between two borders of blocks. */
struct Block
{
    QString text;
    qsizetype links = 0; ///< characters in links
    qsizetype owner = 0; ///< the block element around it
    bool isHeading = false;

    [[nodiscard]] double linkShare() const
    {
        return text.isEmpty() ? 1 : static_cast<double>(links) / static_cast<double>(text.size());
    }
};

bool isInline(const QString &tag)
{
    static const QSet<QString> tags{u"a"_s,    u"abbr"_s, u"acronym"_s, u"b"_s,    u"bdi"_s,    u"bdo"_s,    u"big"_s,
                                    u"cite"_s, u"code"_s, u"data"_s,    u"del"_s,  u"dfn"_s,    u"em"_s,     u"font"_s,
                                    u"i"_s,    u"img"_s,  u"ins"_s,     u"kbd"_s,  u"label"_s,  u"mark"_s,   u"q"_s,
                                    u"s"_s,    u"samp"_s, u"small"_s,   u"span"_s, u"strike"_s, u"strong"_s, u"sub"_s,
                                    u"sup"_s,  u"time"_s, u"tt"_s,      u"u"_s,    u"var"_s,    u"wbr"_s,    u"nobr"_s};
    return tags.contains(tag);
}

bool isHeading(const QString &tag)
{
    return tag.size() == 2 && tag[0] == u'h' && tag[1] >= u'1' && tag[1] <= u'6';
}

bool isHidden(const HtmlNode &node)
{
    static const QRegularExpression style(u"display\\s*:\\s*none|visibility\\s*:\\s*hidden"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return node.hasAttribute(u"hidden") || node.attribute(u"aria-hidden") == u"true" ||
           style.match(node.attribute(u"style")).hasMatch();
}

/** "relatedPosts", "related-posts" and "related_posts" are of the words related and posts. */
QStringList wordsOf(const QString &names)
{
    static const QRegularExpression border(u"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+"_s);
    QStringList words;
    for (const QString &word : names.split(border, Qt::SkipEmptyParts))
        words.append(word.toLower());
    return words;
}

/** Reads the blocks of a page, leaving out what is no article. */
class BlockReader
{
public:
    BlockReader(const HtmlTree &page, const HtmlTables &tables, bool trustsAll)
        : m_page(page), m_tables(tables), m_trustsAll(trustsAll)
    {
    }

    QList<Block> read()
    {
        for (qsizetype i = 0; i < m_page.size();) {
            leaveBefore(i);
            i = step(i);
        }
        leaveBefore(m_page.size());
        finish();
        return std::move(m_blocks);
    }

private:
    struct Open
    {
        qsizetype node;
        bool isBlock;
        bool isLink;
    };

    void leaveBefore(qsizetype i)
    {
        while (!m_open.isEmpty() && m_page.at(m_open.last().node).end <= i) {
            const Open left = m_open.takeLast();
            m_linkDepth -= left.isLink ? 1 : 0;
            if (left.isBlock)
                finish();
        }
    }

    /** Takes node i; returns the index to go on at. */
    qsizetype step(qsizetype i)
    {
        const HtmlNode &node = m_page.at(i);
        if (node.isText()) {
            take(node.text, i);
            return i + 1;
        }
        if (isSkipped(node))
            return node.end;
        if (node.tag == u"br") {
            m_text += u'\n';
            return i + 1;
        }
        const bool block = !isInline(node.tag);
        const bool link = node.tag == u"a";
        if (block)
            finish();
        m_linkDepth += link ? 1 : 0;
        m_open.append({i, block, link});
        return i + 1;
    }

    void take(const QString &text, qsizetype i)
    {
        QString plain = text;
        for (QChar &c : plain)
            c = c == u'\n' || c == u'\t' || c == u'\r' ? QChar(u' ') : c;
        m_text += plain;
        if (m_linkDepth > 0)
            m_links += plain.simplified().size();
        m_owner = m_page.at(i).parent;
    }

    [[nodiscard]] bool isSkipped(const HtmlNode &node) const
    {
        if (node.tag == u"head" || m_tables.skips(HtmlTables::Mark::Tag, node.tag) || isHidden(node))
            return true;
        if (m_trustsAll || node.tag == u"body" || node.tag == u"html" || node.tag == u"article" || node.tag == u"main")
            return false;
        if (m_tables.skips(HtmlTables::Mark::Role, node.attribute(u"role")))
            return true;
        const QString names = node.attribute(u"id") + u' ' + node.attribute(u"class");
        const QStringList words = wordsOf(names);
        return std::any_of(words.begin(), words.end(),
                           [this](const QString &word) { return m_tables.skips(HtmlTables::Mark::Word, word); });
    }

    /** Ends a block; two line breaks part paragraphs, one alone ends a line. */
    void finish()
    {
        static const QRegularExpression gap(u"\\n[ \\x{a0}]*\\n\\s*"_s);
        const QStringList paragraphs = m_text.split(gap);
        const double share = m_text.isEmpty() ? 0 : static_cast<double>(m_links) / static_cast<double>(m_text.size());
        for (const QString &paragraph : paragraphs) {
            Block block;
            block.text = lines(paragraph);
            block.links = static_cast<qsizetype>(share * static_cast<double>(block.text.size()));
            block.owner = blockAround(m_owner);
            block.isHeading = isHeading(m_page.at(block.owner).tag);
            if (!block.text.isEmpty())
                m_blocks.append(block);
        }
        m_text.clear();
        m_links = 0;
    }

    static QString lines(const QString &paragraph)
    {
        QStringList lines;
        for (const QString &line : paragraph.split(u'\n')) {
            if (const QString plain = line.simplified(); !plain.isEmpty())
                lines.append(plain);
        }
        return lines.join(u'\n');
    }

    [[nodiscard]] qsizetype blockAround(qsizetype node) const
    {
        while (node > 0 && isInline(m_page.at(node).tag))
            node = m_page.at(node).parent;
        return std::max<qsizetype>(node, 0);
    }

    const HtmlTree &m_page;
    const HtmlTables &m_tables;
    const bool m_trustsAll;
    QList<Block> m_blocks;
    QList<Open> m_open;
    QString m_text;
    qsizetype m_links = 0;
    qsizetype m_owner = 0;
    int m_linkDepth = 0;
};

/** How much prose a block is: nothing for links and scraps, more for length and for commas. */
double votesOf(const Block &block)
{
    if (block.isHeading || block.text.size() < proseLength || block.linkShare() > mostlyLinks)
        return 0;
    const auto commas = static_cast<double>(block.text.count(u',') + block.text.count(u'،'));
    return (1 + commas + std::min(static_cast<double>(block.text.size()) / 100, 3.0)) * (1 - block.linkShare());
}

/** Chooses the element that holds the article. */
class BodyFinder
{
public:
    BodyFinder(const HtmlTree &page, const HtmlTables &tables, const QList<Block> &blocks)
        : m_page(page), m_tables(tables), m_votes(static_cast<size_t>(page.size()), 0),
          m_votesBefore(static_cast<size_t>(page.size()) + 1, 0)
    {
        countLetters();
        for (const Block &block : blocks)
            vote(block);
        std::partial_sum(m_votesBefore.begin(), m_votesBefore.end(), m_votesBefore.begin());
    }

    [[nodiscard]] qsizetype winner() const
    {
        if (const qsizetype marked = markedBody(); marked >= 0)
            return marked;
        const auto best = std::max_element(m_votes.begin(), m_votes.end());
        return *best > 0 ? best - m_votes.begin() : -1;
    }

    /** Whether a block that stands outside the winner belongs to it: in a neighbour with votes of its own. */
    [[nodiscard]] bool isBeside(const Block &block, qsizetype winner) const
    {
        const qsizetype parent = m_page.at(winner).parent;
        qsizetype node = block.owner;
        while (node > 0 && m_page.at(node).parent != parent)
            node = m_page.at(node).parent;
        return node > 0 && parent > 0 && node != winner && votesOf(block) > 0 &&
               (m_votes[static_cast<size_t>(node)] >= shareOfSibling * m_votes[static_cast<size_t>(winner)] ||
                (node == block.owner && m_page.at(node).tag == u"p" && block.linkShare() < mostlyLinks / 2));
    }

private:
    void vote(const Block &block)
    {
        const double votes = votesOf(block);
        if (votes <= 0)
            return;
        m_votesBefore[static_cast<size_t>(block.owner) + 1] += votes;
        qsizetype node = candidateOf(block.owner);
        double share = 1;
        for (int up = 0; up < 3 && node >= 0; ++up, node = m_page.at(node).parent) {
            m_votes[static_cast<size_t>(node)] += votes * share;
            share = up == 0 ? 0.5 : share / 2;
        }
    }

    /** A bare piece of text beside other blocks votes for its element, a paragraph for the element around it. */
    [[nodiscard]] qsizetype candidateOf(qsizetype owner)
    {
        // Line breaks make many blocks of one element.
        const auto known = m_candidates.constFind(owner);
        if (known != m_candidates.cend())
            return *known;
        return *m_candidates.insert(owner, isParagraph(owner) ? m_page.at(outermost(owner)).parent : owner);
    }

    void countLetters()
    {
        m_letters.reserve(static_cast<size_t>(m_page.size()) + 1);
        m_letters.push_back(0);
        for (const HtmlNode &node : m_page.nodes())
            m_letters.push_back(m_letters.back() + (node.isText() ? node.text.trimmed().size() : 0));
    }

    [[nodiscard]] qsizetype lettersIn(qsizetype node) const
    {
        return m_letters[static_cast<size_t>(m_page.at(node).end)] - m_letters[static_cast<size_t>(node)];
    }

    /** The widest element that holds nothing but this one: sites wrap paragraphs in boxes of their own. */
    [[nodiscard]] qsizetype outermost(qsizetype node) const
    {
        while (m_page.at(node).parent > 0 && lettersIn(m_page.at(node).parent) == lettersIn(node))
            node = m_page.at(node).parent;
        return node;
    }

    /** Whether an element holds text and no other block, whatever its tag. */
    [[nodiscard]] bool isParagraph(qsizetype element) const
    {
        for (qsizetype i = element + 1; i < m_page.at(element).end; ++i) {
            const HtmlNode &node = m_page.at(i);
            if (!node.isText() && node.tag != u"br" && !isInline(node.tag))
                return false;
        }
        return m_page.at(element).parent > 0;
    }

    /** Place in the table of the surest mark that a node carries; that of no mark is the table's size. */
    [[nodiscard]] qsizetype rankOf(const HtmlNode &node) const
    {
        const QList<HtmlTables::BodyMark> &marks = m_tables.bodyMarks();
        const QStringList words =
            (node.attribute(u"class") + u' ' + node.attribute(u"id")).toLower().split(u' ', Qt::SkipEmptyParts);
        const QStringList props = node.tag == u"meta" ? QStringList() : node.attribute(u"itemprop").split(u' ');
        for (qsizetype rank = 0; rank < marks.size(); ++rank) {
            const QString &name = marks[rank].name;
            const HtmlTables::Mark mark = marks[rank].mark;
            if ((mark == HtmlTables::Mark::Tag && node.tag == name) ||
                (mark == HtmlTables::Mark::Role && node.attribute(u"role") == name) ||
                (mark == HtmlTables::Mark::ItemProp && props.contains(name)) ||
                (mark == HtmlTables::Mark::Word && words.contains(name)))
                return rank;
        }
        return marks.size();
    }

    /** The part that the page says is its article, if it holds most of what was voted for. */
    [[nodiscard]] qsizetype markedBody() const
    {
        qsizetype best = -1;
        qsizetype bestRank = m_tables.bodyMarks().size();
        for (qsizetype i = 0; i < m_page.size(); ++i) {
            if (m_page.at(i).isText() || inside(i) <= shareOfMarked * m_votesBefore.back())
                continue;
            if (const qsizetype rank = rankOf(m_page.at(i)); rank < bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best;
    }

    [[nodiscard]] double inside(qsizetype i) const
    {
        return m_votesBefore[static_cast<size_t>(m_page.at(i).end)] - m_votesBefore[static_cast<size_t>(i)];
    }

    const HtmlTree &m_page;
    const HtmlTables &m_tables;
    std::vector<qsizetype> m_letters; ///< of text before each node
    std::vector<double> m_votes;
    std::vector<double> m_votesBefore;        ///< of the blocks of the nodes before each
    QHash<qsizetype, qsizetype> m_candidates; ///< by owner, for whom its blocks vote first
};

/** A list of links, or a heading with nothing beneath it, is no part of an article. */
bool isFurniture(const QList<Block> &blocks, qsizetype i)
{
    const Block &block = blocks[i];
    if (block.isHeading)
        return i + 1 == blocks.size() || blocks[i + 1].isHeading;
    return block.linkShare() > mostlyLinks;
}

QString joined(QList<Block> blocks, const QString &title)
{
    QStringList paragraphs;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const QString &text = blocks[i].text;
        const bool repeated = paragraphs.isEmpty() && text.simplified().compare(title, Qt::CaseInsensitive) == 0;
        if (!repeated && !isFurniture(blocks, i))
            paragraphs.append(text);
    }
    return paragraphs.join(u"\n\n"_s);
}

} // namespace

MainText mainText(const HtmlTree &page, const HtmlTables &tables, const QString &title)
{
    const QList<Block> blocks = BlockReader(page, tables, false).read();
    const BodyFinder finder(page, tables, blocks);
    const qsizetype body = finder.winner();
    if (body < 0)
        return {joined(blocks, title), {}};
    MainText result;
    QList<Block> chosen;
    for (const Block &block : blocks) {
        if ((block.owner >= body && block.owner < page.at(body).end) || finder.isBeside(block, body))
            chosen.append(block);
        else if (chosen.isEmpty() && block.text.size() <= longestLine)
            result.before.prepend(block.text);
    }
    result.text = joined(chosen, title);
    return result;
}

QString wholeText(const HtmlTree &page, const HtmlTables &tables)
{
    QStringList paragraphs;
    for (const Block &block : BlockReader(page, tables, true).read())
        paragraphs.append(block.text);
    return paragraphs.join(u"\n\n"_s);
}

} // namespace dragoman
