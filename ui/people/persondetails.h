// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/personfacts.h"
#include "models/question.h"
#include "models/viewcontext.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QTextBrowser;
class QUrl;

namespace dragoman {

/** What is known of the selected person: spellings, offices with their times, counterparts. */
class PersonDetails : public QWidget
{
    Q_OBJECT
public:
    PersonDetails(const ViewContext &context, QWidget *parent);

private:
    void show(PersonId id);
    void fill();
    void follow(const QUrl &link);
    [[nodiscard]] QString html() const;

    ViewContext m_context;
    Question m_question;
    std::optional<PersonFacts> m_facts;
    QTextBrowser *m_page = nullptr;
    QPushButton *m_filter = nullptr;
};

} // namespace dragoman
