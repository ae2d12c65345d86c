// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rehearsal.h"

#include "domain/filterquery.h"
#include "session/archive.h"
#include "shell/mainwindow.h"
#include "shell/workspace.h"
#include "state/filterstate.h"
#include "state/selection.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

constexpr int roundsToSettle = 6;
constexpr size_t window = 500;

struct ToldContact
{
    ContactId id;
    QList<ArticleId> articles;
};

/** The contact with the most accounts; of several the first in time. */
ToldContact mostTold(const StoreReader &reader, const Filter &filter)
{
    const std::vector<qint64> ids = reader.contactIds(filter, ContactSort::Date, Qt::AscendingOrder);
    ToldContact best;
    int most = 0;
    for (size_t first = 0; first < ids.size(); first += window) {
        const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(first);
        const std::vector<qint64> part(begin,
                                       ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), first + window)));
        const QList<ContactRow> rows = reader.contactRows(part);
        for (const ContactRow &row : rows) {
            if (std::exchange(most, std::max(most, row.accounts)) < row.accounts)
                best.id = row.id;
        }
    }
    const Result<Contact> contact = reader.contact(best.id);
    if (contact.ok()) {
        for (const Account &account : contact.value().accounts)
            best.articles.append(account.article);
    }
    return best;
}

} // namespace

Rehearsal::Rehearsal(MainWindow *window, Scene scene) : QObject(window), m_window(window), m_scene(std::move(scene)) {}

void Rehearsal::start()
{
    Archive *archive = m_window->context().archive;
    if (archive->isImporting())
        connect(archive, &Archive::importFinished, this, &Rehearsal::setScene);
    else
        QTimer::singleShot(0, this, &Rehearsal::setScene);
}

void Rehearsal::setScene()
{
    if (std::exchange(m_set, true))
        return;
    const Result<Filter> filter = parseFilter(m_scene.query);
    if (!filter.ok()) {
        emit failed(filter.error().message());
        return;
    }
    m_window->context().filter->setFilter(filter.value());
    if (!m_scene.view.isEmpty())
        m_window->workspace()->raiseView(m_scene.view);
    if (m_scene.mostAccounts && m_window->context().archive->isOpen())
        openMostAccounts();
    if (!m_scene.screenshot.isEmpty())
        settle(roundsToSettle);
}

void Rehearsal::openMostAccounts()
{
    const ViewContext &context = m_window->context();
    context.archive->ask<ToldContact>(
        this, [filter = context.filter->filter()](const StoreReader &reader) { return mostTold(reader, filter); },
        [this](const ToldContact &told) {
            m_window->context().selection->setContact(told.id);
            m_window->context().selection->openArticles(told.articles);
        });
}

/**
 * Questions are answered in order: once one asked now is answered, all before it are. Painting what they brought may
 * ask for more, hence the rounds.
 */
void Rehearsal::settle(int rounds)
{
    Archive *archive = m_window->context().archive;
    if (rounds == 0 || !archive->isOpen()) {
        takePicture();
        return;
    }
    m_window->grab();
    archive->ask<int>(
        this, [](const StoreReader &) { return 0; },
        [this, rounds](int) { QTimer::singleShot(50, this, [this, rounds] { settle(rounds - 1); }); });
}

void Rehearsal::takePicture()
{
    if (!m_window->grab().save(m_scene.screenshot)) {
        emit failed(tr("The picture could not be written to %1: choose a folder that can be written to, and a name "
                       "that ends in .png.")
                        .arg(m_scene.screenshot));
        return;
    }
    QCoreApplication::exit(0); // without closing the window, which would remember the scene
}

} // namespace dragoman
