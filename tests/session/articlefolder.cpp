// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/articlefolder.h"

#include "store/connection.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace dragoman::test {

namespace {

/** Past and with a step of seconds, so that files differ in date on any file system. */
void setDate(QFile &file, int number)
{
    const QDateTime when = QDateTime::fromSecsSinceEpoch(1700000000 + 10LL * number, Qt::UTC);
    if (!file.setFileTime(when, QFileDevice::FileModificationTime))
        qFatal("cannot set the date of %s", qPrintable(file.fileName()));
}

} // namespace

ArticleFolder::ArticleFolder()
{
    if (!QDir(m_dir.path()).mkdir(u"archive"_s))
        qFatal("cannot make a folder in %s", qPrintable(m_dir.path()));
    m_folder = QFileInfo(m_dir.filePath(u"archive"_s)).canonicalFilePath();
}

QString ArticleFolder::store(const QString &name) const
{
    return outside(name + u".sqlite"_s);
}

QString ArticleFolder::outside(const QString &name) const
{
    return m_dir.filePath(name);
}

void ArticleFolder::write(const QString &name, const QString &text)
{
    const QString path = m_folder + u'/' + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write %s", qPrintable(path));
    file.flush();
    setDate(file, ++m_written);
}

void ArticleFolder::writeMeeting(const QString &name, const QString &city, int day)
{
    write(name,
          u" date 2025-10-%1\nMinisters meet in %2\n\n%3, Oct. %4 (AA) — Turkish Foreign Minister Kerem Aksoylu met "
          "Iranian Foreign Minister Babak Tehrani in %2 on Wednesday to discuss border trade.\n\nTrade across "
          "the border has grown this year.\n"_s.arg(day, 2, 10, QLatin1Char('0'))
              .arg(city, city.toUpper())
              .arg(day));
}

void ArticleFolder::writeMany(int count)
{
    for (int i = 0; i < count; ++i)
        write(u"%1/%2.txt"_s.arg(i / 100, 3, 10, QLatin1Char('0')).arg(i, 5, 10, QLatin1Char('0')),
              u" date 2025-10-02\nHarvest report %1\n\nThe harvest of district %1 was good, word%1 said.\n"_s.arg(i));
}

void ArticleFolder::remove(const QString &name) const
{
    if (!QFile::remove(m_folder + u'/' + name))
        qFatal("cannot remove %s", qPrintable(name));
}

void ArticleFolder::touch(const QString &name)
{
    QFile file(m_folder + u'/' + name);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("cannot open %s", qPrintable(name));
    setDate(file, ++m_written);
}

QStringList ArticleFolder::snapshot() const
{
    QStringList entries;
    QDirIterator walk(m_folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        const QFileInfo info = walk.fileInfo();
        entries.append(
            u"%1 %2 %3"_s.arg(info.filePath()).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch()));
    }
    entries.sort();
    return entries;
}

std::shared_ptr<const RuleSet> builtInRules()
{
    static const Result<std::shared_ptr<const RuleSet>> rules = RuleSet::load();
    if (!rules.ok())
        qFatal("%s", qPrintable(rules.error().message()));
    return rules.value();
}

QStringList contentsOf(const QString &store)
{
    const Result<std::unique_ptr<Connection>> opened = Connection::open(store, Connection::Mode::Read);
    if (!opened.ok())
        qFatal("%s", qPrintable(opened.error().message()));
    QStringList tables;
    QSqlQuery names(opened.value()->database());
    if (!names.exec(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'article_index%' "
                    "AND name NOT LIKE 'sqlite_%' ORDER BY name"_s))
        qFatal("cannot list the tables of %s", qPrintable(store));
    while (names.next())
        tables.append(names.value(0).toString());
    QStringList contents;
    for (const QString &table : tables) {
        QSqlQuery rows(opened.value()->database());
        if (!rows.exec(u"SELECT * FROM %1 ORDER BY 1, 2"_s.arg(table)))
            qFatal("cannot read the table %s", qPrintable(table));
        while (rows.next()) {
            QString line = table;
            for (int column = 0; column < rows.record().count(); ++column)
                line += u'|' + QString::fromLatin1(rows.value(column).toByteArray().toPercentEncoding(" /:.-"));
            contents.append(line);
        }
    }
    return contents;
}

} // namespace dragoman::test
