// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/explained.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

qsizetype sharedNames(const Account &one, const Account &other)
{
    return std::count_if(one.participants.begin(), one.participants.end(), [&other](const Participant &who) {
        return std::any_of(other.participants.begin(), other.participants.end(),
                           [&who](const Participant &its) { return who.name == its.name || who.toldAs == its.toldAs; });
    });
}

} // namespace

qsizetype accountIn(const Explanation &explanation, const Account &stored)
{
    qsizetype best = -1;
    qsizetype most = -1;
    for (qsizetype i = 0; i < explanation.accounts.size(); ++i) {
        const Account &told = explanation.accounts[i].account;
        if (told.rule != stored.rule || told.kind != stored.kind || told.status != stored.status ||
            told.evidence != stored.evidence)
            continue;
        // "separate meetings with A and B" are two accounts of one rule and one sentence.
        const qsizetype shared = sharedNames(stored, told);
        if (shared > most) {
            best = i;
            most = shared;
        }
    }
    return best;
}

QString fileNote(const QString &folder, const Provenance &provenance)
{
    const QFileInfo file(folder + u'/' + provenance.path);
    if (!file.exists())
        return u"The file %1 is not there any more; this is how its text was read when it was."_s.arg(provenance.path);
    if (file.size() != provenance.size || file.lastModified().toMSecsSinceEpoch() != provenance.modified)
        return u"The file %1 has changed since it was read; this is how its earlier text was read."_s.arg(
            provenance.path);
    return {};
}

} // namespace dragoman
