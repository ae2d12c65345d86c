// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/result.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace dragoman {

/** A place in a page where a fact may stand. */
struct FactPlace
{
    enum class Where { JsonLd, Meta, ItemProp, Element };

    ToldFact::Kind kind = ToldFact::Kind::Title;
    Where where = Where::Meta;
    QString name;
};

/** What is known of how pages are built; see resources/formats/page.tsv. */
class HtmlTables
{
public:
    enum class Mark { Tag, Role, Word, ItemProp };

    struct BodyMark
    {
        Mark mark = Mark::Tag;
        QString name;
    };

    /** The table compiled into the program; it is checked by the tests, so an error in it ends the program. */
    [[nodiscard]] static const HtmlTables &builtIn();
    [[nodiscard]] static Result<HtmlTables> load(const QString &file);

    [[nodiscard]] const QList<FactPlace> &factPlaces() const { return m_facts; } ///< of a kind the surest first
    [[nodiscard]] const QList<BodyMark> &bodyMarks() const { return m_bodies; }  ///< the surest first
    [[nodiscard]] bool skips(Mark mark, const QString &name) const { return m_skipped.value(mark).contains(name); }

private:
    QList<FactPlace> m_facts;
    QList<BodyMark> m_bodies;
    QHash<Mark, QSet<QString>> m_skipped;
};

} // namespace dragoman
