// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/citation.h"

#include "state/labels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

struct Citation
{
    Q_DECLARE_TR_FUNCTIONS(Citation)
};

} // namespace

QString publishedLabel(const Article &article)
{
    const QString printed = dayLabel(article.published);
    if (!article.publishedCorrected.isValid())
        return printed;
    const QString corrected = dayLabel(article.publishedCorrected);
    return printed.isEmpty() ? corrected : Citation::tr("%1 (printed: %2)").arg(corrected, printed);
}

QString citation(const Article &article, const QString &quoted)
{
    QStringList from;
    if (!article.source.isEmpty())
        from << article.source;
    if (!article.title.isEmpty())
        from << u"“%1”"_s.arg(article.title.simplified());
    if (const QString day = publishedLabel(article); !day.isEmpty())
        from << day;
    QString text = quoted.simplified().isEmpty() ? QString() : u"“%1” — "_s.arg(quoted.simplified());
    text += from.join(u", "_s);
    if (!article.provenance.path.isEmpty())
        text += (from.isEmpty() ? u"%1"_s : u" (%1)"_s).arg(article.provenance.path);
    return text;
}

} // namespace dragoman
