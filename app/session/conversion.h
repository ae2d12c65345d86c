// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/joiner.h"
#include "ingest/folder.h"
#include "store/storewriter.h"

namespace dragoman {

class RuleSet;

/** An article and what was extracted from it as the store takes it, with the correction of its date laid over it. */
[[nodiscard]] StoredArticle toStored(Article article, const Extraction &extraction);

/** What the store holds of an article as joining takes it. */
[[nodiscard]] ArticleAccounts toJoining(ArticleForJoining article);

/** What joining found as the store takes it, without contacts; bodies and copies are taken out of it. The countries of
 * people are named. */
[[nodiscard]] JoinedContents toContents(JoinedArchive &joined, const RuleSet &rules);

/** Adds the names of the countries that occur in a contact, by code. */
void nameCountries(const Contact &contact, const RuleSet &rules, QHash<QString, QString> &names);

/** A line of the account of files as the store takes it; `hash` is that of a file that was read. */
[[nodiscard]] FileRow toFileRow(const FileEntry &entry, const QByteArray &hash = {});

} // namespace dragoman
