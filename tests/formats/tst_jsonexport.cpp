// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/filterquery.h"
#include "session/jsonexport.h"
#include "session/jsonwriter.h"
#include "store/storereader.h"
#include "store/storewriter.h"
#include "support/jsonschema.h"
#include "support/nowarnings.h"
#include "support/resulttest.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QString firstBody = u"\uFEFFTalks 𝔊 in Bern\r\nPresident Rufus Firefly met Ambassador Trentino on Monday."_s;
const QString secondBody = u"Mr Firefly wrote to the \"Sylvanian\"\tgovernment."_s;
const QString thirdBody = u"The weather in Bern was fair."_s;

TextSpan spanOf(const QString &body, const QString &words)
{
    const qsizetype start = body.indexOf(words);
    return {start, start + words.size()};
}

Participant person(const QString &name, Capacity capacity)
{
    Participant result;
    result.name = name;
    result.toldAs = name.section(u' ', -1);
    result.country = u"FR"_s;
    result.capacity = capacity;
    return result;
}

Participant body(const QString &name, Capacity capacity)
{
    Participant result;
    result.name = name;
    result.toldAs = name;
    result.country = u"CH"_s;
    result.type = ParticipantType::Body;
    result.capacity = capacity;
    return result;
}

Account meeting()
{
    Account account;
    account.kind = ContactKind::Meeting;
    account.date = FuzzyDate::day(QDate(2031, 4, 7));
    account.place = {u"Bern"_s, u"CH"_s};
    account.participants = {person(u"Rufus Firefly"_s, Capacity::Party), person(u"Vera Trentino"_s, Capacity::Party)};
    account.evidence = {spanOf(firstBody, u"met Ambassador Trentino on Monday"_s)};
    account.rule = u"met"_s;
    account.confidence = 0.75;
    return account;
}

Account message()
{
    Account account;
    account.kind = ContactKind::Message;
    account.participants = {person(u"Rufus Firefly"_s, Capacity::Sender), body(u"Sylvania"_s, Capacity::Recipient)};
    account.evidence = {spanOf(secondBody, u"wrote to the \"Sylvanian\"\tgovernment"_s)};
    account.rule = u"wrote"_s;
    account.confidence = 0.5;
    return account;
}

StoredArticle article(const QString &path, const QString &text, const QList<Account> &accounts)
{
    StoredArticle stored;
    stored.article.body = text;
    stored.article.story = {0, text.size()};
    stored.article.published = QDate(2031, 4, 8);
    stored.article.provenance.path = path;
    stored.article.provenance.format = u"text"_s;
    stored.article.provenance.charset = u"UTF-8"_s;
    stored.article.provenance.hash = "x";
    stored.accounts = accounts;
    return stored;
}

QByteArray exported(const StoreReader &reader, const QString &query)
{
    const auto filter = parseFilter(query);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!filter.ok() || !writeJson(reader, filter.value(), buffer).ok())
        return {};
    return buffer.data();
}

QStringList texts(const QJsonArray &array, const QString &key)
{
    QStringList result;
    for (const QJsonValue &value : array)
        result.append(value.toObject().value(key).toString());
    return result;
}

/** A device that takes only so many bytes, like a disk that fills up. */
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override
    {
        setErrorString(u"No space left on device"_s);
        return -1;
    }
};

} // namespace

/** What is exported of a store made by hand. */
class TestJsonExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void writerKeepsOrderAndEscapes();
    void isValid();
    void tellsAll();
    void offsetsCountCodePoints();
    void filterLeavesOut();
    void sameBytes();
    void fullDisk();
    void cleanupTestCase();

private:
    void join(StoreWriter &writer);
    QTemporaryDir m_folder;
    std::unique_ptr<test::NoWarnings> m_noWarnings;
    std::unique_ptr<StoreReader> m_reader;
};

void TestJsonExport::join(StoreWriter &writer)
{
    QList<ArticleForJoining> articles;
    VERIFY_RESULT(writer.loadForJoining([&articles](ArticleForJoining told) { articles.append(std::move(told)); }));
    QCOMPARE(articles.size(), 3);
    JoinedContents joined;
    joined.people = {{{1}, u"Rufus Firefly"_s, u"FR"_s, {{u"Rufus Firefly"_s, 1}, {u"Firefly"_s, 2}}, {}},
                     {{2}, u"Vera Trentino"_s, u"FR"_s, {{u"Vera Trentino"_s, 1}}, {}}};
    joined.bodies = {{{1}, u"Sylvania"_s, u"CH"_s}};
    joined.countryNames = {{u"FR"_s, u"France"_s}, {u"CH"_s, u"Switzerland"_s}};
    qint64 number = 0;
    for (const ArticleForJoining &told : articles) {
        for (Account account : told.accounts) {
            account.contact = {++number};
            for (Participant &participant : account.participants) {
                if (participant.type == ParticipantType::Body)
                    participant.body = {1};
                else
                    participant.person = {participant.name == u"Rufus Firefly"_s ? 1 : 2};
            }
            joined.contacts.append(
                {{number}, account.kind, account.status, account.date, account.place, account.participants, {account}});
        }
    }
    VERIFY_RESULT(writer.replaceJoined(joined));
}

void TestJsonExport::initTestCase()
{
    m_noWarnings = std::make_unique<test::NoWarnings>();
    const QString file = m_folder.filePath(u"store.sqlite"_s);
    {
        auto writer = StoreWriter::open(file);
        VERIFY_RESULT(writer);
        VERIFY_RESULT(writer.value()->setFolder(m_folder.path()));
        const QList<StoredArticle> articles{article(u"b.txt"_s, firstBody, {meeting()}),
                                            article(u"a.txt"_s, secondBody, {message()}),
                                            article(u"c.txt"_s, thirdBody, {})};
        VERIFY_RESULT(writer.value()->begin());
        for (const StoredArticle &stored : articles) {
            const FileRow row{stored.article.provenance.path, u"read"_s, QString(), stored.article.body.size(), 1, "x"};
            VERIFY_RESULT(writer.value()->putFile(row, {stored}));
        }
        VERIFY_RESULT(writer.value()->commit());
        join(*writer.value());
    }
    auto reader = StoreReader::open(file);
    VERIFY_RESULT(reader);
    m_reader = std::move(reader).value();
}

void TestJsonExport::writerKeepsOrderAndEscapes()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    JsonWriter json(buffer);
    json.beginObject()
        .key("z"_L1)
        .value(u"a\"b\\c\n\t\x01ü"_s)
        .key("a"_L1)
        .beginArray()
        .value(qint64{7})
        .value(true)
        .null();
    json.value(0.5).endArray().key("e"_L1).textOrNull(QString()).endObject();
    QVERIFY(json.finish());
    QCOMPARE(QString::fromUtf8(buffer.data()).remove(u'\n').remove(u' '),
             u"{\"z\":\"a\\\"b\\\\c\\n\\t\\u0001ü\",\"a\":[7,true,null,0.5],\"e\":null}"_s);
}

void TestJsonExport::isValid()
{
    QFile schema(QStringLiteral(DRAGOMAN_SCHEMA));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    const QJsonDocument document = QJsonDocument::fromJson(exported(*m_reader, QString()));
    QVERIFY(document.isObject());
    QCOMPARE(test::schemaFaults(document.object(), QJsonDocument::fromJson(schema.readAll()).object()), QStringList());
}

void TestJsonExport::tellsAll()
{
    const QJsonObject all = QJsonDocument::fromJson(exported(*m_reader, QString())).object();
    QCOMPARE(texts(all[u"articles"_s].toArray(), u"path"_s), (QStringList{u"a.txt"_s, u"b.txt"_s, u"c.txt"_s}));
    QCOMPARE(texts(all[u"articles"_s].toArray(), u"id"_s), (QStringList{u"a1"_s, u"a2"_s, u"a3"_s}));
    QCOMPARE(texts(all[u"people"_s].toArray(), u"name"_s), (QStringList{u"Rufus Firefly"_s, u"Vera Trentino"_s}));
    QCOMPARE(all[u"people"_s][0][u"aliases"_s].toArray(), QJsonArray{u"Firefly"_s});
    QCOMPARE(texts(all[u"bodies"_s].toArray(), u"name"_s), QStringList{u"Sylvania"_s});
    QCOMPARE(texts(all[u"contacts"_s].toArray(), u"kind"_s), (QStringList{u"meeting"_s, u"message"_s}));
    const QJsonValue meeting = all[u"contacts"_s][0];
    QCOMPARE(meeting[u"date"_s].toString(), u"2031-04-07"_s);
    QCOMPARE(meeting[u"place"_s][u"name"_s].toString(), u"Bern"_s);
    QCOMPARE(texts(meeting[u"participants"_s].toArray(), u"as"_s), (QStringList{u"Firefly"_s, u"Trentino"_s}));
    QCOMPARE(meeting[u"accounts"_s].toArray().size(), 1);
    QCOMPARE(meeting[u"accounts"_s][0][u"article"_s].toString(), u"a2"_s);
    const QJsonValue message = all[u"contacts"_s][1];
    QVERIFY(message[u"date"_s].isNull());
    QVERIFY(message[u"place"_s].isNull());
    QCOMPARE(message[u"participants"_s][1][u"body"_s].toString(), u"b1"_s);
    QCOMPARE(message[u"participants"_s][1][u"capacity"_s].toString(), u"recipient"_s);
}

void TestJsonExport::offsetsCountCodePoints()
{
    const QJsonObject all = QJsonDocument::fromJson(exported(*m_reader, QString())).object();
    const QMap<QString, QString> bodies{{u"a1"_s, secondBody}, {u"a2"_s, firstBody}};
    const QJsonArray contacts = all[u"contacts"_s].toArray();
    for (const QJsonValue &contact : contacts) {
        const QJsonValue evidence = contact[u"evidence"_s][0];
        const QList<uint> points = bodies[evidence[u"article"_s].toString()].toUcs4();
        const int start = evidence[u"start"_s].toInt();
        const QList<uint> told = points.mid(start, evidence[u"end"_s].toInt() - start);
        const auto *data = reinterpret_cast<const char32_t *>(told.constData());
        QCOMPARE(QString::fromUcs4(data, told.size()), evidence[u"text"_s].toString());
    }
    // One letter of the first text takes two UTF-16 units.
    QCOMPARE(contacts[0][u"evidence"_s][0][u"start"_s].toInt(), spanOf(firstBody, u"met Ambassador"_s).start - 1);
}

void TestJsonExport::filterLeavesOut()
{
    const QJsonObject calls = QJsonDocument::fromJson(exported(*m_reader, u"kind:message"_s)).object();
    QCOMPARE(texts(calls[u"articles"_s].toArray(), u"path"_s), QStringList{u"a.txt"_s});
    QCOMPARE(texts(calls[u"people"_s].toArray(), u"name"_s), QStringList{u"Rufus Firefly"_s});
    QCOMPARE(calls[u"contacts"_s].toArray().size(), 1);
    QCOMPARE(calls[u"contacts"_s][0][u"id"_s].toString(), u"c1"_s);
    const QJsonObject none = QJsonDocument::fromJson(exported(*m_reader, u"kind:visit"_s)).object();
    QVERIFY(none[u"contacts"_s].toArray().isEmpty());
    QVERIFY(none[u"people"_s].toArray().isEmpty());
    QVERIFY(none[u"bodies"_s].toArray().isEmpty());
}

void TestJsonExport::sameBytes()
{
    const QByteArray first = exported(*m_reader, QString());
    QVERIFY(first.size() > 500);
    QCOMPARE(exported(*m_reader, QString()), first);
}

void TestJsonExport::fullDisk()
{
    FullDevice device;
    device.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    const Result<void> result = writeJson(*m_reader, Filter(), device);
    QVERIFY(!result.ok());
    QVERIFY(result.error().message().contains(u"No space left on device"_s));
}

void TestJsonExport::cleanupTestCase()
{
    m_reader.reset();
    VERIFY_NO_WARNINGS();
}

QTEST_GUILESS_MAIN(TestJsonExport)
#include "tst_jsonexport.moc"
