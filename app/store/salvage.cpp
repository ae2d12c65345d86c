// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage.h"

#include "store/backup.h"
#include "store/connection.h"
#include "store/schema.h"
#include "store/storelock.h"
#include "store/storewriter.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QStringList s_parts{u""_s, u"-wal"_s, u"-shm"_s}; ///< of one store, by what their names end in

/** Takes from damaged stores, the best first, what can be read of them. */
class Salvage
{
public:
    Salvage(StoreWriter &writer, const Connection &target) : m_writer(writer), m_target(target) {}

    [[nodiscard]] Result<void> takeFrom(const Connection &source);
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] const SetAside &taken() const { return m_taken; }

private:
    [[nodiscard]] Result<void> takeFolder(const Connection &source);
    [[nodiscard]] Result<void> takeArticles(const Connection &source, const QString &sql);
    [[nodiscard]] Result<void> takeOwnTables(const Connection &source);
    [[nodiscard]] Result<void> takeRows(const Connection &source, const QString &table);

    StoreWriter &m_writer;
    const Connection &m_target;
    SetAside m_taken;
    QSet<QString> m_articles; ///< path and member of those that have their number
    QSet<qint64> m_numbers;
    bool m_complete = false;
};

Result<void> Salvage::takeFrom(const Connection &source)
{
    m_complete = true;
    if (Result<void> done = takeFolder(source); !done.ok())
        return done;
    if (Result<void> begun = m_writer.begin(); !begun.ok())
        return begun;
    // The second asks an index, which may be whole where the table is not.
    for (const QString &sql : {u"SELECT id, path, member, title, source, published FROM articles NOT INDEXED"_s,
                               u"SELECT id, path, member FROM articles INDEXED BY articles_by_path"_s}) {
        if (Result<void> done = takeArticles(source, sql); !done.ok())
            return done;
    }
    if (Result<void> done = m_writer.commit(); !done.ok())
        return done;
    return takeOwnTables(source);
}

Result<void> Salvage::takeFolder(const Connection &source)
{
    const Result<QVariant> folder = source.value(u"SELECT value FROM meta WHERE key = 'folder'"_s);
    if (!folder.ok() || !m_taken.folder.isEmpty())
        return {};
    m_taken.folder = folder.value().toString();
    return m_writer.setFolder(m_taken.folder);
}

Result<void> Salvage::takeArticles(const Connection &source, const QString &sql)
{
    Rows rows(source, sql);
    const bool withTitle = sql.contains(u"title"_s);
    while (rows.next()) {
        Article article;
        article.provenance.path = rows.text(1);
        article.provenance.member = rows.text(2);
        const QString key = rows.text(1) + QChar::Null + rows.text(2);
        const qint64 number = rows.integer(0);
        if (number <= 0 || rows.text(1).isEmpty() || m_articles.contains(key) || m_numbers.contains(number))
            continue;
        if (withTitle) {
            article.title = rows.text(3);
            article.source = rows.text(4);
            article.published = rows.day(5);
        }
        if (Result<void> done = m_writer.reserve(article, ArticleId{number}); !done.ok())
            return done;
        m_articles.insert(key);
        m_numbers.insert(number);
        ++m_taken.articles;
    }
    m_complete = m_complete && (!rows.broke() || !withTitle);
    return {};
}

Result<void> Salvage::takeOwnTables(const Connection &source)
{
    QStringList tables;
    Rows rows(source, u"SELECT name, sql FROM sqlite_master WHERE type = 'table' AND "
                      "(name = 'file_charsets' OR substr(name, 1, 4) = 'own_')"_s);
    while (rows.next()) {
        const Result<QVariant> there = m_target.value(u"SELECT 1 FROM sqlite_master WHERE name = ?"_s, {rows.text(0)});
        if (!there.ok())
            return there.error();
        if (!there.value().isValid()) {
            if (Result<void> made = m_target.run(rows.text(1)); !made.ok())
                return made;
        }
        tables.append(rows.text(0));
    }
    m_complete = m_complete && !rows.broke();
    for (const QString &table : std::as_const(tables)) {
        if (Result<void> taken = takeRows(source, table); !taken.ok())
            return taken;
    }
    return {};
}

Result<void> Salvage::takeRows(const Connection &source, const QString &table)
{
    Result<Transaction> transaction = Transaction::begin(m_target, Transaction::Kind::Write);
    if (!transaction.ok())
        return transaction.error();
    QStringList columns;
    Rows names(source, u"SELECT name FROM pragma_table_info(?)"_s, {table});
    while (names.next())
        columns.append(u'"' + names.text(0) + u'"');
    Rows rows(source, u"SELECT %1 FROM \"%2\""_s.arg(columns.join(u','), table));
    const QString put = u"INSERT OR IGNORE INTO \"%1\"(%2) VALUES(%3)"_s.arg(
        table, columns.join(u','), QStringList(columns.size(), u"?"_s).join(u','));
    while (rows.next()) {
        QVariantList values;
        for (int column = 0; column < columns.size(); ++column)
            values.append(rows.variant(column));
        if (Result<void> done = m_target.run(put, values); !done.ok())
            return done;
        const Result<QVariant> changes = m_target.value(u"SELECT changes()"_s);
        m_taken.ownRows += changes.ok() ? changes.value().toInt() : 0;
    }
    m_complete = m_complete && !rows.broke();
    return transaction.value().commit();
}

/** Fills a new store from the damaged one and, as far as that is not enough, from its backups. */
Result<SetAside> fill(const QString &fresh, const QString &store)
{
    const Result<std::unique_ptr<StoreWriter>> writer = StoreWriter::open(fresh);
    if (!writer.ok())
        return writer.error();
    const Result<std::unique_ptr<Connection>> target = Connection::open(fresh, Connection::Mode::Write);
    if (!target.ok())
        return target.error();
    Salvage salvage(*writer.value(), *target.value());
    const QStringList sources = QStringList{store} + backupsOf(store);
    for (const QString &source : sources) {
        if (salvage.isComplete())
            break;
        const Result<std::unique_ptr<Connection>> opened = Connection::open(source, Connection::Mode::Read);
        // A store that cannot even be opened, for want of a right or of a disk, need not be damaged.
        if (!opened.ok() && source == store)
            return opened.error();
        if (!opened.ok())
            continue;
        if (Result<void> taken = salvage.takeFrom(*opened.value()); !taken.ok())
            return taken.error();
    }
    SetAside taken = salvage.taken();
    taken.whole = salvage.isComplete();
    return taken;
}

QString asideName(const QString &store)
{
    const QString base =
        u"%1.damaged-%2"_s.arg(store, QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s));
    QString name = base;
    for (int again = 2; QFile::exists(name); ++again)
        name = u"%1-%2"_s.arg(base).arg(again);
    return name;
}

Result<void> rename(const QString &from, const QString &to)
{
    for (const QString &part : s_parts) {
        if (QFile::exists(from + part) && !QFile::rename(from + part, to + part))
            return Error(u"The store %1 cannot be renamed to %2: check the permissions of its folder."_s.arg(
                QDir::toNativeSeparators(from + part), QDir::toNativeSeparators(to + part)));
    }
    return {};
}

void removeParts(const QString &store)
{
    for (const QString &part : s_parts)
        QFile::remove(store + part);
}

} // namespace

/** By the bytes, since a damaged store may not be opened. */
bool isStore(const QString &file)
{
    constexpr int idAt = 68;
    QFile device(file);
    const QByteArray head = device.open(QIODevice::ReadOnly) ? device.read(100) : QByteArray();
    return head.startsWith("SQLite format 3") && head.size() == 100 &&
           qFromBigEndian<qint32>(head.constData() + idAt) == storeApplicationId;
}

Result<void> checkPages(const QString &store)
{
    const Result<std::unique_ptr<Connection>> connection = Connection::open(store, Connection::Mode::Read);
    if (!connection.ok())
        return connection.error();
    const Result<QVariant> found = connection.value()->value(u"PRAGMA quick_check(1)"_s);
    if (found.ok() && found.value().toString() == u"ok"_s)
        return {};
    const QString cause = found.ok() ? found.value().toString().simplified() : found.error().message();
    return Error(
        u"The store %1 is damaged (%2): set it aside and read its folder again; what you added yourself is kept."_s.arg(
            QDir::toNativeSeparators(store), cause));
}

Result<SetAside> setAside(const QString &store)
{
    const Result<std::unique_ptr<StoreLock>> lock = StoreLock::take(store);
    if (!lock.ok())
        return lock.error();
    const QString fresh = store + u".new"_s;
    removeParts(fresh);
    Result<SetAside> taken = fill(fresh, store);
    if (!taken.ok()) {
        removeParts(fresh);
        return taken;
    }
    taken.value().damaged = asideName(store);
    if (Result<void> renamed = rename(store, taken.value().damaged); !renamed.ok())
        return renamed.error();
    if (Result<void> renamed = rename(fresh, store); !renamed.ok())
        return renamed.error();
    return taken;
}

} // namespace dragoman
