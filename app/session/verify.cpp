// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/verify.h"

#include "store/storereader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

void checkEvidence(const ArticlePage &page, VerifyReport &report)
{
    for (const Account &account : page.accounts) {
        if (account.evidence.isEmpty())
            report.evidenceOutside.append(u"%1: an account has no evidence."_s.arg(page.article.provenance.path));
        for (const TextSpan &span : account.evidence) {
            ++report.evidence;
            if (span.start < 0 || span.isEmpty() || span.end > page.article.body.size())
                report.evidenceOutside.append(
                    u"%1: the evidence %2 to %3 does not lie in the article of %4 characters."_s
                        .arg(page.article.provenance.path)
                        .arg(span.start)
                        .arg(span.end)
                        .arg(page.article.body.size()));
        }
    }
}

void checkFile(const QString &folder, const FileRow &row, VerifyReport &report)
{
    // Only a file that was read has a hash to compare with.
    if (row.hash.isEmpty())
        return;
    ++report.files;
    QFile file(QDir(folder).filePath(row.path));
    if (!file.exists()) {
        report.filesChanged.append(u"%1 is gone: import again to forget its articles."_s.arg(row.path));
        return;
    }
    QCryptographicHash hash(QCryptographicHash::Sha1);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        report.filesChanged.append(u"%1 cannot be read: %2."_s.arg(row.path, file.errorString()));
        return;
    }
    if (hash.result() != row.hash)
        report.filesChanged.append(u"%1 has changed since it was read: import again."_s.arg(row.path));
}

} // namespace

Result<VerifyReport> verifyArchive(const QString &folder, const QString &store)
{
    const Result<std::unique_ptr<StoreReader>> opened = StoreReader::open(store);
    if (!opened.ok())
        return opened.error();
    const StoreReader &reader = *opened.value();
    VerifyReport report;
    report.damages = reader.damages();
    for (const qint64 id : reader.articleIds({}, ArticleSort::Path, Qt::AscendingOrder)) {
        const Result<ArticlePage> page = reader.article(ArticleId{id});
        if (!page.ok()) {
            report.damages.append(page.error().message());
            continue;
        }
        ++report.articles;
        checkEvidence(page.value(), report);
    }
    for (const FileRow &row : reader.files())
        checkFile(folder, row, report);
    return report;
}

} // namespace dragoman
