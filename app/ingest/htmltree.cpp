// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/htmltree.h"

#include <QSet>

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/**
 * Memory for one page, given back all at once: gumbo frees a page by recursion, which a deeply nested one turns against
 * the stack, and it knows no way to fail.
 */
class Arena
{
public:
    explicit Arena(size_t most) : m_most(most) {}

    /** Leaves by longjmp() if the memory is used up: no frame between has anything to destroy. */
    void *take(size_t bytes)
    {
        bytes = (bytes + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
        if (bytes > m_left)
            addBlock(bytes);
        char *memory = m_next;
        m_next += bytes;
        m_left -= bytes;
        return memory;
    }

    std::jmp_buf exhausted; // NOLINT(misc-non-private-member-variables-in-classes)

private:
    struct Free
    {
        void operator()(char *memory) const { std::free(memory); } // NOLINT(cppcoreguidelines-no-malloc)
    };

    void addBlock(size_t bytes)
    {
        constexpr size_t usual = 256UL * 1024;
        const size_t size = std::max(bytes, usual);
        m_taken += size;
        char *memory = m_taken > m_most ? nullptr : static_cast<char *>(std::malloc(size)); // NOLINT
        if (!memory)
            std::longjmp(exhausted, 1); // NOLINT(cert-err52-cpp)
        m_blocks.emplace_back(memory);
        m_next = memory;
        m_left = size;
    }

    const size_t m_most;
    size_t m_taken = 0;
    size_t m_left = 0;
    char *m_next = nullptr;
    std::vector<std::unique_ptr<char, Free>> m_blocks;
};

void *allocate(void *arena, size_t bytes)
{
    return static_cast<Arena *>(arena)->take(bytes);
}

void keep(void * /*arena*/, void * /*memory*/) {}

/** nullptr if the page needs more memory than the arena may take. */
GumboOutput *parsed(const QByteArray &utf8, Arena &arena)
{
    if (setjmp(arena.exhausted) != 0) // NOLINT(cert-err52-cpp)
        return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = &arena;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, utf8.constData(), static_cast<size_t>(utf8.size()));
}

/** Tags whose end is often left out, so that counting them tells nothing of depth. */
bool nests(const QByteArray &tag)
{
    static const QSet<QByteArray> flat{"p",     "li",    "td",    "th",   "tr",   "dt",    "dd",     "option", "br",
                                       "img",   "input", "meta",  "link", "hr",   "col",   "source", "wbr",    "area",
                                       "embed", "base",  "param", "body", "html", "thead", "tbody",  "tfoot",  "track"};
    return !flat.contains(tag);
}

/** A look over the marks before gumbo sees them, since its time grows with the depth of every element. */
Result<void> checkShape(const QByteArray &utf8, const HtmlLimits &limits)
{
    qsizetype elements = 0;
    qsizetype depth = 0;
    for (qsizetype at = utf8.indexOf('<'); at >= 0; at = utf8.indexOf('<', at + 1)) {
        if (++elements > limits.elements)
            return Error(u"The page has more than %1 elements; save the article alone, or as plain text."_s.arg(
                limits.elements));
        const bool ends = at + 1 < utf8.size() && utf8[at + 1] == '/';
        qsizetype stop = at + (ends ? 2 : 1);
        const qsizetype begin = stop;
        while (stop < utf8.size() && std::isalnum(static_cast<unsigned char>(utf8[stop])) && stop - begin < 12)
            ++stop;
        if (stop == begin || !nests(utf8.mid(begin, stop - begin).toLower()))
            continue;
        depth = std::max<qsizetype>(0, depth + (ends ? -1 : 1));
        if (depth > limits.depth)
            return Error(
                u"The page has elements nested more than %1 deep; save the article as plain text."_s.arg(limits.depth));
    }
    return {};
}

QString tagOf(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return QString::fromLatin1(gumbo_normalized_tagname(element.tag));
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    const QString name = QString::fromUtf8(piece.data, static_cast<qsizetype>(piece.length)).toLower();
    return name.isEmpty() ? u"unknown"_s : name;
}

HtmlNode toNode(const GumboNode &node, qsizetype parent)
{
    HtmlNode result;
    result.parent = parent;
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) {
        result.text = QString::fromUtf8(node.v.text.text);
        return result;
    }
    result.tag = tagOf(node.v.element);
    const GumboVector &attributes = node.v.element.attributes;
    for (unsigned int i = 0; i < attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(attributes.data[i]);
        result.attributes.append({QString::fromUtf8(attribute->name).toLower(), QString::fromUtf8(attribute->value)});
    }
    return result;
}

/** The nodes in the order of the document, by a stack of its own. */
std::vector<HtmlNode> flattened(const GumboNode *root)
{
    struct Open
    {
        const GumboNode *node;
        qsizetype index;
        unsigned int next;
    };
    std::vector<HtmlNode> nodes{toNode(*root, -1)};
    std::vector<Open> open{{root, 0, 0}};
    while (!open.empty()) {
        Open &top = open.back();
        const GumboVector &children = top.node->v.element.children;
        if (top.next == children.length) {
            nodes[static_cast<size_t>(top.index)].end = static_cast<qsizetype>(nodes.size());
            open.pop_back();
            continue;
        }
        const auto *child = static_cast<const GumboNode *>(children.data[top.next++]);
        if (child->type == GUMBO_NODE_COMMENT)
            continue;
        const auto index = static_cast<qsizetype>(nodes.size());
        nodes.push_back(toNode(*child, top.index));
        nodes.back().end = index + 1;
        if (child->type == GUMBO_NODE_ELEMENT)
            open.push_back({child, index, 0});
    }
    return nodes;
}

} // namespace

QString HtmlNode::attribute(QStringView name) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [name](const Attribute &attribute) { return attribute.name == name; });
    return found == attributes.end() ? QString() : found->value;
}

bool HtmlNode::hasAttribute(QStringView name) const
{
    return std::any_of(attributes.begin(), attributes.end(),
                       [name](const Attribute &attribute) { return attribute.name == name; });
}

Result<HtmlTree> HtmlTree::parse(const QByteArray &utf8, const HtmlLimits &limits)
{
    if (Result<void> shape = checkShape(utf8, limits); !shape.ok())
        return shape.error();
    Arena arena(limits.memory);
    const GumboOutput *page = parsed(utf8, arena);
    if (!page)
        return Error(u"The page would take more than %1 MB of memory; save the article as plain text."_s.arg(
            limits.memory / (1024 * 1024)));
    HtmlTree tree;
    tree.m_nodes = flattened(page->root);
    return tree;
}

QString HtmlTree::textOf(qsizetype i) const
{
    QString text;
    for (qsizetype n = i; n < at(i).end; ++n) {
        const HtmlNode &node = at(n);
        text += node.isText() ? node.text : u" "_s;
    }
    return text.simplified();
}

} // namespace dragoman
