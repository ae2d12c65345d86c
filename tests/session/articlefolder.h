// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/ruleset.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace dragoman::test {

/** A folder of articles that a test writes, with a place for stores beside it. Both go with it. */
class ArticleFolder
{
public:
    ArticleFolder();

    [[nodiscard]] QString path() const { return m_folder; }
    [[nodiscard]] QString store(const QString &name = QStringLiteral("store")) const;
    [[nodiscard]] QString outside(const QString &name) const; ///< a path beside the folder

    /** Writes a file, with the folders it lies in, dated so that each writing differs. */
    void write(const QString &name, const QString &text);
    /** An article on the meeting of two ministers in a city, published on a day of October 2025. */
    void writeMeeting(const QString &name, const QString &city = QStringLiteral("Ankara"), int day = 2);
    /** As many small articles as asked for, in folders of a hundred, each with words of its own. */
    void writeMany(int count);
    void remove(const QString &name) const;
    void touch(const QString &name); ///< gives the file another date
    /** Names, sizes and dates of all that lies in the folder, to see whether anything changed. */
    [[nodiscard]] QStringList snapshot() const;

private:
    QTemporaryDir m_dir;
    QString m_folder;
    int m_written = 0;
};

/** The built-in rules, read once; fails the program if they cannot be read. */
[[nodiscard]] std::shared_ptr<const RuleSet> builtInRules();

/** All rows of all tables of a store, in order: two stores of equal contents give equal lists. */
[[nodiscard]] QStringList contentsOf(const QString &store);

} // namespace dragoman::test
