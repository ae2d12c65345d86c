// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/textspan.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace dragoman {

class Theme;

/** The places of `needle` in `text` without regard to case or diacritics, in order, none overlapping another. */
[[nodiscard]] QList<TextSpan> findAll(const QString &text, const QString &needle);

/** Looks for words in the article that has the focus: "3 of 17". */
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(Theme *theme, QWidget *parent = nullptr);

    void open();                       ///< shows it and takes the focus
    void setText(const QString &text); ///< of the article looked through; keeps the needle
    [[nodiscard]] QString countText() const;

public slots:
    void next();
    void previous();
    void closeBar();

signals:
    void hitsChanged(const QList<dragoman::TextSpan> &hits, int current);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildLayout(Theme *theme);
    void search();
    void go(int by);
    void tell();

    QString m_text;
    QList<TextSpan> m_hits;
    int m_current = -1;
    QLineEdit *m_needle = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace dragoman
