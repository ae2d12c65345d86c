// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ruleset.h"

#include "extract/frames.h"
#include "extract/lexicon.h"
#include "extract/lexicontable.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Raised when the program derives something else from the same rules. */
constexpr int engineVersion = 1;

QByteArray fingerprintOf(const QStringList &overlays)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(QByteArray::number(engineVersion));
    QStringList roots{u":/dragoman/lexicon"_s, u":/dragoman/rules"_s};
    for (const QString &overlay : overlays) {
        roots.append(overlay + u"/lexicon"_s);
        roots.append(overlay + u"/rules"_s);
    }
    for (const QString &root : roots) {
        QStringList files;
        QDirIterator walk(root, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files.append(walk.next());
        files.sort();
        for (const QString &file : files) {
            const Result<QString> text = readResource(file);
            hash.addData(file.mid(root.size()).toUtf8());
            if (text.ok())
                hash.addData(text.value().toUtf8());
        }
    }
    return hash.result().toHex();
}

} // namespace

Result<std::shared_ptr<const RuleSet>> RuleSet::load(const QStringList &overlays)
{
    for (const QString &overlay : overlays) {
        if (!QDir(overlay).exists())
            return Error(
                u"The rules folder %1 does not exist. Name a folder that holds rules/ or lexicon/."_s.arg(overlay));
    }
    Result<Lexicon> lexicon = loadLexicon(overlays);
    if (!lexicon.ok())
        return lexicon.error().in(u"The lexicon cannot be used"_s);
    auto words = std::make_shared<Lexicon>(std::move(lexicon).value());
    Result<FrameSet> frames = loadFrames(*words, overlays);
    if (!frames.ok())
        return frames.error().in(u"The rules cannot be used"_s);
    auto rules = std::make_shared<RuleSet>();
    rules->m_lexicon = std::move(words);
    rules->m_frames = std::make_shared<FrameSet>(std::move(frames).value());
    rules->m_fingerprint = fingerprintOf(overlays);
    return std::shared_ptr<const RuleSet>(std::move(rules));
}

QString RuleSet::countryName(const QString &code) const
{
    return m_lexicon->countryNames.value(code, code);
}

} // namespace dragoman
