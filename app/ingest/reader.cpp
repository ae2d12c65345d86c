// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/reader.h"

using namespace Qt::StringLiterals;

namespace dragoman {

QString toWord(FileState state)
{
    switch (state) {
    case FileState::Read:
        return u"read"_s;
    case FileState::Empty:
        return u"empty"_s;
    case FileState::Unsupported:
        return u"unsupported"_s;
    case FileState::Failed:
        return u"failed"_s;
    case FileState::Excluded:
        return u"excluded"_s;
    }
    return {};
}

} // namespace dragoman
