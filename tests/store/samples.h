// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storewriter.h"

namespace dragoman::test {

/** The contents of a store: what goes in article by article, and what joining makes of it. */
struct Sample
{
    QList<StoredArticle> articles; ///< article n has the path "n.txt" and, in a new store, the id n, from 1
    JoinedContents joined;

    [[nodiscard]] const Contact &contact(qint64 id) const { return joined.contacts.at(id - 1); }
};

/** Two articles on one meeting in Ankara, and a third, undated one on a call. */
[[nodiscard]] Sample ankaraSample();

/** Some hundred contacts told by invented articles, the same for the same seed. */
[[nodiscard]] Sample randomSample(quint32 seed);

/** Writes a sample into a store, file by file; the first error if there is one. */
[[nodiscard]] Result<void> writeSample(const QString &store, const Sample &sample);

/** The file that an article of a sample stands for. */
[[nodiscard]] FileRow fileOf(const StoredArticle &article);

} // namespace dragoman::test
