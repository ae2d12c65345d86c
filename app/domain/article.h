// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/textspan.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace dragoman {

/** Where an article comes from. */
struct Provenance
{
    QString path;        ///< of the file, relative to the archive folder, with '/'
    QString member;      ///< inside a container file; empty for a file that is one article
    QString format;      ///< name of the reader, for instance "text"
    QString charset;     ///< as decoded, for instance "UTF-8"
    QByteArray hash;     ///< of the file's bytes, SHA-1
    qint64 size = 0;     ///< bytes of the file
    qint64 modified = 0; ///< of the file, milliseconds since 1970 UTC

    friend bool operator==(const Provenance &, const Provenance &) = default;
};

/** What a file tells of an article beside its text, and where in the file it stands. */
struct ToldFact
{
    enum class Kind { Title, Source, Author, Published, Url, Language };

    Kind kind = Kind::Title;
    QString value; ///< as told
    QString where; ///< "JSON-LD datePublished", "column date"

    friend bool operator==(const ToldFact &, const ToldFact &) = default;
};

/** One news article as read. The body is the whole text after decoding, unchanged: every offset refers to it. */
struct Article
{
    ArticleId id;
    QString title;
    QString body;
    QString source;           ///< the agency or outlet, where the text tells it
    QString dateline;         ///< the city of the dateline, as spelled there
    QDate published;          ///< as printed; invalid if the article does not tell
    QDate publishedCorrected; ///< where the article's own text contradicts `published`
    QString correctionReason; ///< a sentence for the user: why it is corrected
    QList<QDate>
        publishedReadings; ///< a numeric date of unknown order ("03/11/2025"): its possible readings, `published` first
    TextSpan titleSpan;    ///< of the headline in the body; empty if there is none
    TextSpan story;        ///< of the running text: without headers, title, bylines, licence and sharing lines
    QList<ToldFact> facts; ///< told beside the text; the first of a kind counts, further ones contradict it
    Provenance provenance;

    /** The day that dates in the text are resolved against. */
    [[nodiscard]] QDate resolvedPublished() const
    {
        return publishedCorrected.isValid() ? publishedCorrected : published;
    }
};

} // namespace dragoman
