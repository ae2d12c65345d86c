// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace dragoman {

/** An element of a page, or a piece of its text. */
struct HtmlNode
{
    struct Attribute
    {
        QString name; ///< in small letters
        QString value;
    };

    QString tag;  ///< in small letters; empty for text
    QString text; ///< of a piece of text, entities resolved; of a script its source
    QList<Attribute> attributes;
    qsizetype parent = -1; ///< index of the element around it; -1 for the root
    qsizetype end = 0;     ///< index after its last descendant

    [[nodiscard]] bool isText() const { return tag.isEmpty(); }
    /** Empty if there is none. */
    [[nodiscard]] QString attribute(QStringView name) const;
    [[nodiscard]] bool hasAttribute(QStringView name) const;
};

/** What a page may cost to be taken apart. */
struct HtmlLimits
{
    qsizetype elements = 500'000;         ///< marks that begin with '<'
    qsizetype depth = 2'000;              ///< elements in elements
    size_t memory = 512ULL * 1024 * 1024; ///< bytes, while the page is taken apart
};

/** A page as HTML5 says it is to be read, its nodes in the order of the document: the descendants of node i are those
 * from i + 1 to nodes[i].end. */
class HtmlTree
{
public:
    /** `utf8` is the page's text. An error says which limit it breaks; any other text is a page. */
    [[nodiscard]] static Result<HtmlTree> parse(const QByteArray &utf8, const HtmlLimits &limits = {});

    [[nodiscard]] const std::vector<HtmlNode> &nodes() const { return m_nodes; }
    [[nodiscard]] const HtmlNode &at(qsizetype i) const { return m_nodes[static_cast<size_t>(i)]; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_nodes.size()); }
    /** All text inside a node, white space simplified; a line break counts as white space. */
    [[nodiscard]] QString textOf(qsizetype i) const;

private:
    std::vector<HtmlNode> m_nodes;
};

} // namespace dragoman
