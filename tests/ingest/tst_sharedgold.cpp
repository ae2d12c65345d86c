// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/folder.h"
#include "ingest/headtables.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace dragoman;
using namespace Qt::StringLiterals;

namespace {

const QString shared = QStringLiteral(DRAGOMAN_SHARED);

Article readArticle(const QString &folder, const QString &name)
{
    const ReadOutcome outcome = readFile(folder, {name, QFileInfo(folder + u'/' + name).size(), 0});
    return outcome.articles.value(0);
}

/** The labels call an agency by any of its names: the same source if a form of the one found stands in the label. */
bool isSameSource(const QString &found, const QString &label)
{
    const HeadTables &tables = HeadTables::builtIn();
    const Agency *agency = tables.agency(found);
    const Agency *meant = tables.agency(label);
    const auto standsInLabel = [&label](const QString &form) {
        return QRegularExpression(u"\\b"_s + QRegularExpression::escape(form) + u"\\b"_s).match(label).hasMatch();
    };
    return agency && (agency == meant || std::any_of(agency->forms.begin(), agency->forms.end(), standsInLabel));
}

/** Some labels name an agency whose manner an article has without naming it. */
bool isTold(const QString &label, const QString &body)
{
    const Agency *meant = HeadTables::builtIn().agency(label);
    const QStringList forms = meant ? meant->forms : QStringList{label.section(u' ', 0, 0)};
    return std::any_of(forms.begin(), forms.end(), [&body](const QString &form) {
        return QRegularExpression(u"\\b"_s + QRegularExpression::escape(form) + u"\\b"_s).match(body).hasMatch();
    });
}

} // namespace

/** Reads the heads of labelled articles that are kept beside the sources. */
class TestSharedGold : public QObject
{
    Q_OBJECT
private slots:
    void heads_data();
    void heads();
};

void TestSharedGold::heads_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("published");
    QTest::addColumn<QString>("source");
    const std::pair<QString, QString> sets[] = {{shared + u"/gold/seeds/contacts"_s, shared + u"/archive"_s},
                                                {shared + u"/gold/dev/contacts"_s, shared + u"/gold/dev/articles"_s},
                                                {shared + u"/gold/real/contacts"_s, shared + u"/gold/real/articles"_s}};
    for (const auto &[labels, articles] : sets) {
        for (const QFileInfo &info : QDir(labels).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject label = QJsonDocument::fromJson(file.readAll()).object();
            const QString name = label[u"article"_s].toString();
            QTest::newRow(qPrintable(name))
                << articles << name << QDate::fromString(label[u"published"_s].toString(), Qt::ISODate)
                << label[u"source"_s].toString();
        }
    }
    if (!QFileInfo::exists(shared + u"/gold"_s))
        QTest::newRow("none") << QString() << QString() << QDate() << QString();
}

void TestSharedGold::heads()
{
    QFETCH(QString, folder);
    QFETCH(QString, name);
    QFETCH(QDate, published);
    QFETCH(QString, source);
    if (folder.isEmpty())
        QSKIP("The labelled articles are not beside the sources.");
    const Article article = readArticle(folder, name);
    QCOMPARE(article.published, published);
    QVERIFY(!article.story.isEmpty());
    if (qEnvironmentVariableIsSet("DRAGOMAN_SHOW_HEADS")) {
        const QString story = article.body.mid(article.story.start, article.story.length());
        qInfo().noquote() << name << "\n  TITLE" << article.title << "\n  SOURCE" << article.source << "|" << source
                          << "\n  CITY" << article.dateline << "\n  STORY" << story.left(90).simplified() << "..."
                          << story.right(70).simplified();
    }
    const bool release = source == u"White House"_s || source == u"Kremlin"_s;
    const QString label = source.section(u" ("_s, 0, 0);
    if (!label.isEmpty() && !release && !source.contains(u"(invented)"_s) && isTold(label, article.body))
        QVERIFY2(isSameSource(article.source, label), qPrintable(article.source + u" for "_s + label));
}

QTEST_GUILESS_MAIN(TestSharedGold)
#include "tst_sharedgold.moc"
