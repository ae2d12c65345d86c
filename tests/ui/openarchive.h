// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/archive.h"
#include "store/samples.h"

#include <QTemporaryDir>
#include <QTest>

namespace dragoman::test {

/** An archive open on a store of invented contents, and a reader of the same store to compare with. */
class OpenArchive
{
public:
    explicit OpenArchive(const Sample &sample)
    {
        const QString store = m_folder.filePath(QStringLiteral("sample.sqlite"));
        const Result<void> written = writeSample(store, sample);
        const Result<void> opened = written.ok() ? m_archive.open(store) : written;
        if (!opened.ok()) {
            m_error = opened.error().message();
            return;
        }
        Result<std::unique_ptr<StoreReader>> reader = StoreReader::open(store);
        if (reader.ok())
            m_reader = std::move(reader).value();
        else
            m_error = reader.error().message();
    }

    [[nodiscard]] const QString &error() const { return m_error; } ///< empty if all went well
    [[nodiscard]] Archive *archive() { return &m_archive; }
    [[nodiscard]] const StoreReader &reader() const { return *m_reader; }

private:
    QTemporaryDir m_folder;
    Archive m_archive;
    std::unique_ptr<StoreReader> m_reader;
    QString m_error;
};

} // namespace dragoman::test
