// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/decoding.h"

#include <QStringEncoder>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

/** From bytes to text without losing or adding a character. */
class TestDecoding : public QObject
{
    Q_OBJECT
private slots:
    void charsets_data();
    void charsets();
    void anyBytesDecode();
    void textOrNot_data();
    void textOrNot();
};

void TestDecoding::charsets_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("charset");
    const QString marked = QString(QChar::ByteOrderMark) + u"Gül\r\n𝔊"_s;
    const auto encoded = [&marked](QStringConverter::Encoding encoding) {
        QStringEncoder encoder(encoding);
        return QByteArray(encoder.encode(marked));
    };
    QTest::newRow("ASCII") << QByteArray("Gul\r\n") << u"Gul\r\n"_s << u"UTF-8"_s;
    QTest::newRow("UTF-8") << u"Gül"_s.toUtf8() << u"Gül"_s << u"UTF-8"_s;
    QTest::newRow("UTF-8 with mark") << marked.toUtf8() << marked << u"UTF-8"_s;
    QTest::newRow("UTF-16LE") << encoded(QStringConverter::Utf16LE) << marked << u"UTF-16LE"_s;
    QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE) << marked << u"UTF-16BE"_s;
    QTest::newRow("UTF-32LE") << encoded(QStringConverter::Utf32LE) << marked << u"UTF-32LE"_s;
    QTest::newRow("UTF-32BE") << encoded(QStringConverter::Utf32BE) << marked << u"UTF-32BE"_s;
    QTest::newRow("windows-1252") << QByteArray("G\xfcl \x93yes\x94 \x96 \x80") << u"Gül “yes” – €"_s
                                  << u"windows-1252"_s;
}

void TestDecoding::charsets()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(QString, charset);
    const DecodedText decoded = decode(bytes);
    QCOMPARE(decoded.text, text);
    QCOMPARE(decoded.charset, charset);
    QVERIFY(!decoded.flawed);
}

void TestDecoding::anyBytesDecode()
{
    QByteArray all;
    for (int byte = 1; byte < 256; ++byte)
        all.append(static_cast<char>(byte));
    const DecodedText decoded = decode(all);
    QCOMPARE(decoded.text.size(), all.size());
    QVERIFY(decoded.flawed); // windows-1252 has nothing at 0x81
    QCOMPARE(decoded.text.count(QChar(QChar::ReplacementCharacter)), 5);
}

void TestDecoding::textOrNot_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("text");
    QTest::newRow("plain") << QByteArray("Ministers met.\n") << true;
    QTest::newRow("windows-1252") << QByteArray("G\xfcl met.") << true;
    QTest::newRow("UTF-16 with mark") << QByteArray("\xff\xfeG\0", 4) << true;
    QTest::newRow("NUL") << QByteArray("abc\0def", 7) << false;
    QTest::newRow("control characters") << QByteArray("\x01\x02\x03\x04 abc") << false;
    QTest::newRow("one form feed") << QByteArray("page one\fpage two") << true;
}

void TestDecoding::textOrNot()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, text);
    QCOMPARE(looksLikeText(head), text);
}

QTEST_GUILESS_MAIN(TestDecoding)
#include "tst_decoding.moc"
