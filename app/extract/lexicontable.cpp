// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/lexicontable.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dragoman {

Result<QString> readResource(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error(u"The rules file %1 cannot be read (%2). Check that it exists and is readable."_s.arg(
            file, in.errorString()));
    return QString::fromUtf8(in.readAll());
}

QStringList resourceFiles(const QString &relative, const QStringList &overlays)
{
    QStringList files{u":/dragoman/"_s + relative};
    for (const QString &overlay : overlays) {
        const QString file = overlay + u'/' + relative;
        if (QFileInfo::exists(file))
            files.append(file);
    }
    return files;
}

Result<QList<LexiconRow>> readTable(const QString &file, int columns)
{
    const Result<QString> text = readResource(file);
    if (!text.ok())
        return text.error();
    QList<LexiconRow> rows;
    const QStringList lines = text.value().split(u'\n');
    const QString name = QFileInfo(file).fileName();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        LexiconRow row{line.split(u'\t'), u"%1:%2"_s.arg(name).arg(i + 1)};
        if (row.columns.size() != columns)
            return Error(
                u"%1 (%2): %3 columns parted by tabs are expected, %4 found. Mend the line."_s.arg(row.where, file)
                    .arg(columns)
                    .arg(row.columns.size()));
        rows.append(row);
    }
    return rows;
}

} // namespace dragoman
