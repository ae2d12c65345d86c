// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/persondetails.h"

#include "state/filterstate.h"
#include "state/selection.h"
#include "state/theme.h"

#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int mostCounterparts = 12;

QString timesOf(const Office &office)
{
    if (!office.firstTold.isValid() && !office.lastTold.isValid())
        return {};
    const QDate first = office.firstTold.isValid() ? office.firstTold : office.lastTold;
    const QDate last = office.lastTold.isValid() ? office.lastTold : office.firstTold;
    return dateLabel(FuzzyDate::interval(first, last));
}

QString section(const QString &title, const QStringList &rows)
{
    if (rows.isEmpty())
        return {};
    return u"<p class=head>"_s + title + u"</p><table cellspacing=0 cellpadding=1>"_s + rows.join(QString()) +
           u"</table>"_s;
}

QString row(const QString &left, const QString &right)
{
    return u"<tr><td>"_s + left + u"</td><td class=muted>&nbsp;&nbsp;"_s + right + u"</td></tr>"_s;
}

QString link(const QString &address, const QString &text)
{
    return u"<a href=\""_s + address + u"\">"_s + text.toHtmlEscaped() + u"</a>"_s;
}

} // namespace

PersonDetails::PersonDetails(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_question(this)
{
    m_page = new QTextBrowser(this);
    m_page->setObjectName(u"personPage"_s);
    m_page->setOpenLinks(false);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->document()->setDocumentMargin(12);
    m_page->setAccessibleName(tr("About the selected person"));
    m_filter = new QPushButton(tr("Show Only This Person's Contacts"), this);
    m_filter->setAccessibleName(m_filter->text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_page, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 6, 12, 8);
    foot->addWidget(m_filter);
    foot->addStretch(1);
    column->addLayout(foot);

    connect(m_page, &QTextBrowser::anchorClicked, this, &PersonDetails::follow);
    connect(m_filter, &QPushButton::clicked, this, [this] {
        if (m_facts)
            m_context.filter->addPerson(m_facts->person.name);
    });
    connect(context.selection, &Selection::personChanged, this, &PersonDetails::show);
    connect(context.theme, &Theme::changed, this, &PersonDetails::fill);
    connect(context.archive, &Archive::contentChanged, this, [this] { show(m_context.selection->person()); });
    show(context.selection->person());
}

void PersonDetails::show(PersonId id)
{
    if (!id.isValid() || !m_context.archive->isOpen()) {
        m_question.drop();
        m_facts.reset();
        fill();
        return;
    }
    using Answer = std::optional<PersonFacts>;
    m_question.ask<Answer>(
        m_context.archive,
        [id](const StoreReader &reader) -> Answer {
            Result<PersonFacts> facts = personFacts(reader, id);
            return facts.ok() ? Answer(std::move(facts).value()) : std::nullopt;
        },
        [this](Answer facts) {
            m_facts = std::move(facts);
            fill();
        });
}

void PersonDetails::fill()
{
    setVisible(m_facts.has_value());
    if (!m_facts)
        return;
    const QString style =
        u"p { margin: 0 } .name { font-size: large; font-weight: 600 } .muted { color: %1 }"
        " .head { color: %1; margin-top: 10px; margin-bottom: 2px } a { color: %2; text-decoration: none }"_s;
    m_page->document()->setDefaultStyleSheet(
        style.arg(m_context.theme->mutedText().name(), m_context.theme->accent().name()));
    m_page->setHtml(html());
}

QString PersonDetails::html() const
{
    const Person &person = m_facts->person;
    QStringList spellings;
    for (const NameForm &form : person.forms)
        spellings.append(row(form.text.toHtmlEscaped(), counted(tr("1 article"), tr("%1 articles"), form.articles)));
    QStringList offices;
    for (const Office &office : person.offices) {
        const QString title = office.evidence.isValid() ? link(u"article:%1"_s.arg(office.evidence.value), office.title)
                                                        : office.title.toHtmlEscaped();
        offices.append(row(title, timesOf(office)));
    }
    QStringList counterparts;
    for (const Counterpart &other : m_facts->counterparts.mid(0, mostCounterparts)) {
        const QString name = link(u"person:%1"_s.arg(other.person.value), other.name);
        counterparts.append(row(name, countryLabel(other.country).toHtmlEscaped() + u"  "_s +
                                          counted(tr("1 contact"), tr("%1 contacts"), other.contacts)));
    }
    return u"<p class=name>"_s + person.name.toHtmlEscaped() + u"</p><p class=muted>"_s +
           countryLabel(person.country).toHtmlEscaped() + u"</p>"_s + section(tr("Offices, as told"), offices) +
           section(tr("In contact with"), counterparts) + section(tr("Spellings"), spellings);
}

void PersonDetails::follow(const QUrl &target)
{
    const qint64 id = target.path().toLongLong();
    if (target.scheme() == u"article"_s)
        m_context.selection->openArticle(ArticleId{id});
    else if (target.scheme() == u"person"_s)
        m_context.selection->setPerson(PersonId{id});
}

} // namespace dragoman
