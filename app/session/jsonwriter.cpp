// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jsonwriter.h"

#include <QIODevice>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr qsizetype bufferSize = 64 * 1024;

QByteArray quoted(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray result;
    result.reserve(utf8.size() + 2);
    result += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (c == '\n') {
            result += "\\n";
        } else if (c == '\t') {
            result += "\\t";
        } else if (byte < 0x20 || byte == 0x7f) {
            result += "\\u00" + QByteArray::number(byte, 16).rightJustified(2, '0');
        } else {
            result += c;
        }
    }
    return result += '"';
}

} // namespace

void JsonWriter::put(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() < bufferSize)
        return;
    m_failed = m_failed || m_out.write(m_buffer) != m_buffer.size();
    m_buffer.clear();
}

void JsonWriter::newLine()
{
    if (m_depth <= m_lineDepth && m_depth > 0)
        put(QByteArray("\n") + QByteArray((m_depth - 1) * 2, ' '));
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (!m_first)
        put(m_depth <= m_lineDepth ? "," : ", ");
    m_first = false;
    newLine();
}

void JsonWriter::open(char bracket)
{
    separate();
    put(QByteArray(1, bracket));
    ++m_depth;
    m_first = true;
}

void JsonWriter::close(char bracket)
{
    --m_depth;
    put(QByteArray(1, bracket));
    m_first = false;
}

JsonWriter &JsonWriter::beginObject()
{
    open('{');
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    close('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    open('[');
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    close(']');
    return *this;
}

JsonWriter &JsonWriter::key(QLatin1StringView name)
{
    separate();
    put(quoted(name) + ": ");
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::value(const QString &text)
{
    separate();
    put(quoted(text));
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    put(QByteArray::number(number));
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    separate();
    put(std::isfinite(number) ? QByteArray::number(number, 'g', 6) : QByteArray("null"));
    return *this;
}

JsonWriter &JsonWriter::value(bool truth)
{
    separate();
    put(truth ? "true" : "false");
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    put("null");
    return *this;
}

JsonWriter &JsonWriter::textOrNull(const QString &text)
{
    return text.isEmpty() ? null() : value(text);
}

bool JsonWriter::finish()
{
    m_buffer += '\n';
    m_failed = m_failed || m_out.write(m_buffer) != m_buffer.size();
    m_buffer.clear();
    return !m_failed;
}

} // namespace dragoman
