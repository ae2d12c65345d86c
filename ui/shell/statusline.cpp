// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusline.h"

#include "models/countsource.h"
#include "models/filelistmodel.h"
#include "state/filterstate.h"
#include "state/labels.h"
#include "state/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QToolButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString part(int shown, int all, const QString &one, const QString &many)
{
    const QString total = counted(one, many, all);
    return shown == all ? total : StatusLine::tr("%1 of %2").arg(numberLabel(shown), total);
}

QString timeLeft(int seconds)
{
    if (seconds < 5)
        return StatusLine::tr("a few seconds left");
    if (seconds < 60)
        return StatusLine::tr("%1 s left").arg((seconds + 4) / 5 * 5);
    if (seconds < 3600)
        return StatusLine::tr("%1 min left").arg((seconds + 30) / 60);
    return StatusLine::tr("%1 h %2 min left").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString progressText(const ImportProgress &progress)
{
    using Phase = ImportProgress::Phase;
    if (progress.phase == Phase::Checking)
        return StatusLine::tr("Checking the store …");
    if (progress.phase == Phase::Joining)
        return StatusLine::tr("Joining what the articles tell …");
    if (progress.phase == Phase::Looking || progress.files == 0)
        return StatusLine::tr("Looking through the folder …");
    QString text =
        StatusLine::tr("Reading %1 of %2 files").arg(numberLabel(progress.done), numberLabel(progress.files));
    if (progress.perSecond >= 1)
        text += StatusLine::tr(", %1 a second").arg(numberLabel(std::llround(progress.perSecond)));
    if (progress.secondsLeft >= 0)
        text += u", "_s + timeLeft(progress.secondsLeft);
    return text;
}

} // namespace

StatusLine::StatusLine(const ViewContext &context, FileListModel *files, QAction *stop, QAction *problems,
                       QWidget *parent)
    : QStatusBar(parent), m_context(context), m_counts(new CountSource(context.archive, this)), m_files(files)
{
    setSizeGripEnabled(false);
    buildLayout(stop, problems);
    connectState();
    updateSums();
    setImportShown(context.archive->isImporting());
}

void StatusLine::buildLayout(QAction *stop, QAction *problems)
{
    m_sums = new QLabel(this);
    m_sums->setObjectName(u"sums"_s);
    m_sums->setContentsMargins(8, 0, 8, 0);
    m_import = new QWidget(this);
    m_bar = new QProgressBar(m_import);
    m_bar->setObjectName(u"importBar"_s);
    m_bar->setAccessibleName(tr("Import"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(180, 10);
    m_rate = new QLabel(m_import);
    m_rate->setObjectName(u"importRate"_s);
    auto *row = new QHBoxLayout(m_import);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_rate);
    row->addWidget(m_bar);
    row->addWidget(buttonFor(stop, m_import));
    m_problems = buttonFor(problems, this);
    m_problems->setObjectName(u"problemsButton"_s);
    m_problems->hide();
    addWidget(m_sums, 1);
    addWidget(m_import);
    addPermanentWidget(m_problems);
}

void StatusLine::connectState()
{
    connect(m_context.filter, &FilterState::changed, m_counts, &CountSource::setFilter);
    connect(m_counts, &CountSource::changed, this, &StatusLine::updateSums);
    connect(m_context.archive, &Archive::closed, this, &StatusLine::updateSums);
    connect(m_context.archive, &Archive::importStarted, this, [this] {
        updateProgress({});
        setImportShown(true);
    });
    connect(m_context.archive, &Archive::importProgress, this, &StatusLine::updateProgress);
    connect(m_context.archive, &Archive::importFinished, this, [this] { setImportShown(false); });
    connect(m_files, &FileListModel::answered, this, [this] {
        const int problems = m_files->problems();
        m_problems->setVisible(problems > 0);
        m_problems->setText(counted(tr("1 file not wholly read"), tr("%1 files not wholly read"), problems));
    });
}

void StatusLine::setImportShown(bool shown)
{
    m_import->setVisible(shown);
}

void StatusLine::updateSums()
{
    if (!m_context.archive->isOpen()) {
        m_sums->clear();
        return;
    }
    const StoreCounts &shown = m_counts->shown();
    const StoreCounts &all = m_counts->all();
    const QStringList parts{part(shown.contacts, all.contacts, tr("1 contact"), tr("%1 contacts")),
                            part(shown.articles, all.articles, tr("1 article"), tr("%1 articles")),
                            part(shown.people, all.people, tr("1 person"), tr("%1 people"))};
    m_sums->setText(parts.join(u", "_s));
}

QString StatusLine::sums() const
{
    return m_sums->text();
}

void StatusLine::updateProgress(const ImportProgress &progress)
{
    using Phase = ImportProgress::Phase;
    // In thousandths of the bytes: there may be more of them than a bar can count. Without a range the bar only moves.
    constexpr int whole = 1000;
    const bool reading = progress.phase == Phase::Reading && progress.bytes > 0;
    m_bar->setRange(0, reading ? whole : 0);
    m_bar->setValue(reading ? static_cast<int>(whole * progress.bytesDone / progress.bytes) : 0);
    m_rate->setText(progressText(progress));
    m_rate->setToolTip(progress.phase == Phase::Checking
                           ? tr("The last import did not come to its end, so the store is looked through first.")
                           : QString());
}

} // namespace dragoman
