// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/filter.h"

#include <QObject>

class QAction;

namespace dragoman {

/** One condition of a filter, as a chip shows it. */
struct FilterChip
{
    QString field; ///< key of the filter language: "person", "country", "kind", "text", "after" ...
    QString value; ///< as in the filter language
    QString label; ///< for people: "Person: Yasar Guler"

    friend bool operator==(const FilterChip &, const FilterChip &) = default;
};

/** The one filter that every view follows, with its history and the actions that change it. Views never talk to each
 * other. */
class FilterState : public QObject
{
    Q_OBJECT
public:
    explicit FilterState(QObject *parent = nullptr);

    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] QList<FilterChip> chips() const;

    void setFilter(const Filter &filter); ///< a step of the history, unless equal
    void setText(const QString &text);    ///< letters typed one after the other are one step of the history
    void addPerson(const QString &name);
    void addCountry(const QString &code);
    void addPlace(const QString &name);
    void addSource(const QString &name);
    void setKinds(const QList<ContactKind> &kinds);
    void setStatuses(const QList<ContactStatus> &statuses);
    void setDates(QDate from, QDate to); ///< both inclusive
    void
    addFilter(const Filter &more); ///< lays the conditions of `more` over the present ones; its text replaces the text
    void removeChip(const FilterChip &chip);
    void removeLast(); ///< the last of chips()
    void clear();
    void reset(); ///< empty and without a history, for another archive
    void goBack();
    void goForward();

    [[nodiscard]] QAction *clearAction() const { return m_clear; }
    [[nodiscard]] QAction *removeLastAction() const { return m_removeLast; }
    [[nodiscard]] QAction *backAction() const { return m_back; }
    [[nodiscard]] QAction *forwardAction() const { return m_forward; }

signals:
    void changed(const dragoman::Filter &filter);

private:
    void apply(const Filter &filter);
    void updateActions();

    Filter m_filter;
    QList<Filter> m_past;
    QList<Filter> m_future;
    bool m_typing = false;
    QAction *m_clear = nullptr;
    QAction *m_removeLast = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
};

} // namespace dragoman
