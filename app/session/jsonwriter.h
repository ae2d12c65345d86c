// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QIODevice;

namespace dragoman {

/**
 * Writes JSON to a device as it comes, keys in the order of the calls, so that neither a large export is held in memory
 * nor two equal ones differ by a byte. Objects within `lineDepth` levels stand on lines of their own.
 */
class JsonWriter
{
public:
    explicit JsonWriter(QIODevice &out, int lineDepth = 2) : m_out(out), m_lineDepth(lineDepth) {}

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QLatin1StringView name);
    JsonWriter &value(const QString &text);
    JsonWriter &value(qint64 number);
    JsonWriter &value(double number);
    JsonWriter &value(bool truth);
    JsonWriter &null();
    /** The text, or null if it is empty. */
    JsonWriter &textOrNull(const QString &text);

    /** Writes what is left and a line end; false if the device took less than all of it. */
    [[nodiscard]] bool finish();

private:
    void separate();
    void open(char bracket);
    void close(char bracket);
    void put(const QByteArray &bytes);
    void newLine();

    QIODevice &m_out;
    QByteArray m_buffer;
    int m_lineDepth;
    int m_depth = 0;
    bool m_first = true;
    bool m_afterKey = false;
    bool m_failed = false;
};

} // namespace dragoman
