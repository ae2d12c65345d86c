// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/collectionrows.h"

#include "ingest/contents.h"

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int namedRows = 10;

} // namespace

bool CollectionRows::add(std::optional<ToldArticle> told, const QString &charset)
{
    if (!told) {
        leaveOut();
        return true;
    }
    ++m_rows;
    told->member = m_word + u' ' + QString::number(m_rows);
    Article article = composed(*told);
    article.provenance.charset = charset;
    return m_sink(std::move(article));
}

void CollectionRows::leaveOut()
{
    ++m_rows;
    if (m_left++ < namedRows)
        m_named.append(QString::number(m_rows));
}

void CollectionRows::leaveOutTooLong()
{
    leaveOut();
    ++m_tooLong;
}

QString CollectionRows::note(const ReadLimits &limits) const
{
    if (m_left == 0)
        return {};
    QString note =
        u"%1 of %2 hold no text that could be read and were left out: %3 %4%5."_s.arg(m_left).arg(m_rows).arg(
            m_word, m_named.join(u", "_s), m_left > namedRows ? u" and others"_s : QString());
    if (m_tooLong > 0)
        note += u" %1 of them are larger than %2 each."_s.arg(m_tooLong).arg(sizeInWords(limits.maxBytes));
    return note;
}

} // namespace dragoman
