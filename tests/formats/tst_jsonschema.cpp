// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jsonschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

QJsonObject schema()
{
    QFile file(QStringLiteral(DRAGOMAN_SCHEMA));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/** An export that has one of everything. */
QJsonObject example()
{
    const QByteArray json = R"({
        "schema": "dragoman/1", "generator": {"name": "dragoman", "version": "0.1.0"},
        "articles": [{"id": "a1", "path": "one.txt", "title": "One", "source": null, "published": "2031-04-05", "published_corrected": null}],
        "people": [{"id": "p1", "name": "Rufus Firefly", "country": null, "aliases": ["Firefly"]}],
        "bodies": [{"id": "b1", "name": "Sylvania", "country": "CH"}],
        "contacts": [{"id": "c1", "kind": "visit", "status": "held", "date": "2031-04-01/2031-04-10~", "place": {"name": "Bern", "country": "CH"},
            "participants": [{"person": "p1", "capacity": "guest", "as": "Firefly"}, {"body": "b1", "capacity": "host", "as": "Sylvania"}],
            "evidence": [{"article": "a1", "start": 0, "end": 7, "text": "Firefly"}],
            "accounts": [{"article": "a1", "kind": "visit", "status": "held", "date": null, "place": null, "rule": "r", "confidence": 0.5,
                "participants": [{"person": "p1", "capacity": "guest", "as": "Firefly", "office": "President"}]}]}]})";
    return QJsonDocument::fromJson(json).object();
}

/** The example with one place of it, named like "contacts/0/kind", set to another value; undefined removes it. */
QJsonValue changed(const QJsonValue &value, const QStringList &path, const QJsonValue &to)
{
    if (path.isEmpty())
        return to;
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const qsizetype index = path.first().toInt();
        array[index] = changed(array[index], path.mid(1), to);
        return array;
    }
    QJsonObject object = value.toObject();
    const QJsonValue inner = changed(object.value(path.first()), path.mid(1), to);
    object.insert(path.first(), inner); // an undefined value removes the key
    return object;
}

} // namespace

/** That the schema of the export accepts what it should and nothing else. */
class TestJsonSchema : public QObject
{
    Q_OBJECT
private slots:
    void valid();
    void invalid_data();
    void invalid();
    void unknownKeyword();
};

void TestJsonSchema::valid()
{
    QVERIFY(!schema().isEmpty());
    QVERIFY(!example().isEmpty());
    QCOMPARE(test::schemaFaults(example(), schema()), QStringList());
}

void TestJsonSchema::invalid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("fault");
    const QJsonValue gone(QJsonValue::Undefined);
    QTest::newRow("schema") << u"schema"_s << QJsonValue(u"dragoman/2"_s) << u"$/schema: is not 'dragoman/1'"_s;
    QTest::newRow("missing") << u"contacts/0/accounts"_s << gone << u"$/contacts/0: has no 'accounts'"_s;
    QTest::newRow("unknown field") << u"people/0/age"_s << QJsonValue(7) << u"$/people/0: has an unknown field 'age'"_s;
    QTest::newRow("kind") << u"contacts/0/kind"_s << QJsonValue(u"dinner"_s)
                          << u"$/contacts/0/kind: 'dinner' is none of the values allowed"_s;
    QTest::newRow("offset") << u"contacts/0/evidence/0/start"_s << QJsonValue(0.5)
                            << u"$/contacts/0/evidence/0/start: is of a wrong type"_s;
    QTest::newRow("negative") << u"contacts/0/evidence/0/start"_s << QJsonValue(-1)
                              << u"$/contacts/0/evidence/0/start: is too small"_s;
    QTest::newRow("no evidence") << u"contacts/0/evidence"_s << QJsonValue(QJsonArray())
                                 << u"$/contacts/0/evidence: has too few items"_s;
    QTest::newRow("confidence") << u"contacts/0/accounts/0/confidence"_s << QJsonValue(2)
                                << u"$/contacts/0/accounts/0/confidence: is too large"_s;
    QTest::newRow("country") << u"bodies/0/country"_s << QJsonValue(u"che"_s)
                             << u"$/bodies/0/country: 'che' does not fit ^[A-Z]{2}$"_s;
    QTest::newRow("empty name") << u"people/0/name"_s << QJsonValue(QString()) << u"$/people/0/name: is too short"_s;
    QTest::newRow("both person and body") << u"contacts/0/participants/0/body"_s << QJsonValue(u"b1"_s)
                                          << u"$/contacts/0/participants/0: does not fit exactly one of the choices"_s;
    QTest::newRow("neither person nor body")
        << u"contacts/0/participants/0/person"_s << gone
        << u"$/contacts/0/participants/0: does not fit exactly one of the choices"_s;
    QTest::newRow("list") << u"articles"_s << QJsonValue(QJsonObject()) << u"$/articles: is of a wrong type"_s;
}

void TestJsonSchema::invalid()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, fault);
    const QJsonValue spoilt = changed(example(), path.split(u'/'), value);
    QCOMPARE(test::schemaFaults(spoilt, schema()), QStringList{fault});
}

void TestJsonSchema::unknownKeyword()
{
    const QJsonObject odd{{u"maxLength"_s, 3}};
    QCOMPARE(test::schemaFaults(QJsonValue(u"x"_s), odd),
             QStringList{u"$: the schema's keyword 'maxLength' is not known"_s});
}

QTEST_GUILESS_MAIN(TestJsonSchema)
#include "tst_jsonschema.moc"
