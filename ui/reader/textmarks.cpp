// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/textmarks.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace dragoman {

namespace {

Theme::Mark markFor(MentionRow::Kind kind)
{
    switch (kind) {
    case MentionRow::Kind::Person:
        return Theme::Mark::Person;
    case MentionRow::Kind::Body:
        return Theme::Mark::Body;
    case MentionRow::Kind::Place:
        return Theme::Mark::Place;
    case MentionRow::Kind::Role:
        return Theme::Mark::Role;
    case MentionRow::Kind::Date:
        break;
    }
    return Theme::Mark::Date;
}

void addEvidence(const ArticlePage &page, const ReaderText &text, ContactId selected, bool ofSelected,
                 QList<TextMark> *marks)
{
    for (int at = 0; at < page.accounts.size(); ++at) {
        const Account &account = page.accounts[at];
        if ((selected.isValid() && account.contact == selected) != ofSelected)
            continue;
        for (const TextSpan &span : account.evidence) {
            const TextSpan shown = text.toText(span);
            if (!shown.isEmpty())
                marks->append({.span = shown,
                               .mark = ofSelected ? Theme::Mark::SelectedEvidence : Theme::Mark::Evidence,
                               .account = at});
        }
    }
}

qsizetype firstEvidence(const Account &account)
{
    qsizetype first = std::numeric_limits<qsizetype>::max();
    for (const TextSpan &span : account.evidence)
        first = std::min(first, span.start);
    return first;
}

} // namespace

QList<TextMark> marksOf(const ArticlePage &page, const ReaderText &text, ContactId selected, const MarkKinds &shown)
{
    QList<TextMark> marks;
    if (shown.contains(Theme::Mark::Evidence))
        addEvidence(page, text, selected, false, &marks);
    addEvidence(page, text, selected, true, &marks);
    for (int at = 0; at < page.mentions.size(); ++at) {
        const Theme::Mark mark = markFor(page.mentions[at].kind);
        const TextSpan span = text.toText(page.mentions[at].span);
        if (shown.contains(mark == Theme::Mark::Role ? Theme::Mark::Person : mark) && !span.isEmpty())
            marks.append({.span = span, .mark = mark, .mention = at});
    }
    return marks;
}

QList<int> accountsInOrder(const ArticlePage &page)
{
    QList<int> order(page.accounts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return firstEvidence(page.accounts[a]) < firstEvidence(page.accounts[b]); });
    return order;
}

} // namespace dragoman
