// SPDX-License-Identifier: GPL-3.0-or-later
#include "why/whypage.h"

#include "domain/explanationtext.h"
#include "state/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

/** Where a contact is likely, possible, doubtful: read as the table of confidence was fitted. */
constexpr double likely = 0.9;
constexpr double possible = 0.7;

struct ReadAs
{
    WordsRead::As as;
    const char *label;
    std::optional<Theme::Mark> mark;
};

const QList<ReadAs> &readings()
{
    using As = WordsRead::As;
    using Mark = Theme::Mark;
    static const QList<ReadAs> all{
        {As::Person, QT_TRANSLATE_NOOP("dragoman::WhyPage", "person"), Mark::Person},
        {As::Role, QT_TRANSLATE_NOOP("dragoman::WhyPage", "office"), Mark::Role},
        {As::Pronoun, QT_TRANSLATE_NOOP("dragoman::WhyPage", "pronoun"), Mark::Role},
        {As::Group, QT_TRANSLATE_NOOP("dragoman::WhyPage", "group"), Mark::Role},
        {As::Body, QT_TRANSLATE_NOOP("dragoman::WhyPage", "state, organisation"), Mark::Body},
        {As::Place, QT_TRANSLATE_NOOP("dragoman::WhyPage", "place"), Mark::Place},
        {As::Time, QT_TRANSLATE_NOOP("dragoman::WhyPage", "time"), Mark::Date},
        {As::Verb, QT_TRANSLATE_NOOP("dragoman::WhyPage", "verb"), std::nullopt},
        {As::Trigger, QT_TRANSLATE_NOOP("dragoman::WhyPage", "the rule's word"), std::nullopt},
    };
    return all;
}

const ReadAs &readingOf(WordsRead::As as)
{
    return *std::find_if(readings().begin(), readings().end(), [as](const ReadAs &each) { return each.as == as; });
}

class WhyPage
{
    Q_DECLARE_TR_FUNCTIONS(dragoman::WhyPage)
public:
    WhyPage(const AccountTold &told, const Explanation &explanation, const Theme &theme)
        : m_told(told), m_explanation(explanation), m_theme(theme)
    {
    }

    QString run()
    {
        evidence();
        facts();
        confidence();
        rule();
        words();
        dropped();
        return m_html;
    }

private:
    void heading(const QString &text)
    {
        m_html += u"<h3 style=\"margin-top: 18px; margin-bottom: 4px\">%1</h3>"_s.arg(text.toHtmlEscaped());
    }

    [[nodiscard]] QString muted(const QString &text) const
    {
        return u"<span style=\"color: %1\">%2</span>"_s.arg(m_theme.mutedText().name(), text.toHtmlEscaped());
    }

    [[nodiscard]] static QString row(const QStringList &cells)
    {
        QString html = u"<tr>"_s;
        for (const QString &cell : cells)
            html += u"<td style=\"padding: 2px 18px 2px 0\">"_s + cell + u"</td>"_s;
        return html + u"</tr>"_s;
    }

    static QString escaped(const QString &text) { return text.toHtmlEscaped(); }
    static QString quoted(const QString &text) { return text.isEmpty() ? QString() : u'“' + escaped(text) + u'”'; }

    [[nodiscard]] QString style(std::optional<Theme::Mark> mark, bool verb, bool trigger) const
    {
        QStringList styles;
        if (mark)
            styles << u"background-color: "_s + m_theme.markColour(*mark).name();
        if (verb || trigger)
            styles << u"font-weight: 600; color: "_s + m_theme.accent().name();
        if (trigger)
            styles << u"text-decoration: underline"_s;
        return styles.join(u"; "_s);
    }

    /** Words may lie in one another: the first of those that begin before says what a letter is, a trigger on top. */
    [[nodiscard]] QString coloured(const SentenceRead &sentence) const
    {
        const qsizetype length = sentence.span.length();
        QList<QString> styles(length);
        QList<const WordsRead *> over(length, nullptr);
        QList<bool> trigger(length, false);
        for (const WordsRead &words : sentence.words) {
            const qsizetype to = std::min(words.span.end - sentence.span.start, length);
            for (qsizetype i = std::max<qsizetype>(0, words.span.start - sentence.span.start); i < to; ++i) {
                if (words.as == WordsRead::As::Trigger)
                    trigger[i] = trigger[i] || words.meaning == m_told.rule.id;
                else if (!over[i])
                    over[i] = &words;
            }
        }
        for (qsizetype i = 0; i < length; ++i) {
            const bool verb = over[i] && over[i]->as == WordsRead::As::Verb;
            styles[i] = style(over[i] ? readingOf(over[i]->as).mark : std::nullopt, verb, trigger[i]);
        }
        return runs(sentence, styles);
    }

    [[nodiscard]] static QString runs(const SentenceRead &sentence, const QList<QString> &styles)
    {
        QString html;
        for (qsizetype i = 0; i < styles.size();) {
            qsizetype end = i;
            while (end < styles.size() && styles[end] == styles[i])
                ++end;
            const QString text = sentence.original.mid(i, end - i).replace(u'\n', u' ');
            html +=
                styles[i].isEmpty() ? escaped(text) : u"<span style=\"%1\">%2</span>"_s.arg(styles[i], escaped(text));
            i = end;
        }
        return html;
    }

    [[nodiscard]] QList<SentenceRead> sentences() const
    {
        QList<SentenceRead> told;
        for (const int number : m_told.sentences) {
            if (number >= 1 && number <= m_explanation.sentences.size())
                told.append(m_explanation.sentences[number - 1]);
        }
        return told;
    }

    void evidence()
    {
        for (const SentenceRead &sentence : sentences())
            m_html += u"<p style=\"margin: 6px 0 6px 0; line-height: 135%\">%1</p>"_s.arg(coloured(sentence));
        QStringList legend;
        for (const ReadAs &each : readings()) {
            const bool same = each.as == WordsRead::As::Pronoun || each.as == WordsRead::As::Group;
            const bool verb = each.as == WordsRead::As::Verb;
            const bool trigger = each.as == WordsRead::As::Trigger;
            if (!same)
                legend << u"<span style=\"%1\">&nbsp;%2&nbsp;</span>"_s.arg(style(each.mark, verb, trigger),
                                                                            escaped(tr(each.label)));
        }
        m_html += u"<p style=\"margin-top: 8px\"><small>%1</small></p>"_s.arg(legend.join(u" &nbsp; "_s));
    }

    void facts()
    {
        heading(tr("What was taken from it"));
        const Account &account = m_told.account;
        m_html += u"<table cellspacing=0>"_s;
        for (qsizetype i = 0; i < account.participants.size(); ++i) {
            const Participant &who = account.participants[i];
            const PlaceFilled filled = m_told.filled.value(i);
            QStringList about;
            if (!who.country.isEmpty() && countryLabel(who.country) != who.name)
                about << countryLabel(who.country);
            if (!who.office.isEmpty())
                about << who.office;
            const QString name = u"<b>%1</b>"_s.arg(escaped(who.name)) +
                                 (about.isEmpty() ? QString() : u"<br>"_s + muted(about.join(u", "_s)));
            m_html += row({muted(capacityLabel(who.capacity)), name, from(filled.text, filled.place)});
        }
        m_html += row({muted(tr("When")), u"<b>%1</b>"_s.arg(escaped(dateLabel(account.date))),
                       from(m_told.date.text, m_told.date.how)});
        m_html += row({muted(tr("Where")),
                       u"<b>%1</b>"_s.arg(escaped(account.place.isKnown() ? account.place.name : tr("not told"))),
                       from(m_told.place.text, m_told.place.how)});
        m_html += row({muted(tr("Status")), u"<b>%1</b>"_s.arg(escaped(statusLabel(account.status))),
                       from(m_told.status.text, m_told.status.how)});
        m_html += u"</table>"_s;
    }

    [[nodiscard]] QString from(const QString &text, const QString &how) const
    {
        return text.isEmpty() ? muted(how) : quoted(text) + u" &nbsp; "_s + muted(how);
    }

    void confidence()
    {
        const double value = m_told.account.confidence;
        heading(tr("Confidence %1").arg(value, 0, 'f', 2));
        const QString means = value >= likely     ? tr("Nine in ten such accounts are right, or more.")
                              : value >= possible ? tr("Most such accounts are right: read the evidence.")
                                                  : tr("Doubtful: read the evidence before you use it.");
        m_html += u"<p style=\"margin: 2px 0 4px 0\">%1</p><table cellspacing=0>"_s.arg(escaped(means));
        for (const ReasonTold &reason : m_told.reasons)
            m_html += row({reason.weight < 0 ? u"<b>−</b>"_s : u"<b>+</b>"_s, escaped(reason.words)});
        m_html += u"</table>"_s;
    }

    void rule()
    {
        const RuleTold &rule = m_told.rule;
        heading(tr("The rule %1").arg(rule.id));
        const bool verbal = !rule.verbs.isEmpty();
        m_html += u"<table cellspacing=0>"_s;
        m_html += row({muted(tr("Tells")), escaped(kindLabel(rule.kind))});
        m_html +=
            row({muted(verbal ? tr("Verb") : tr("Noun")), escaped((verbal ? rule.verbs : rule.nouns).join(u", "_s))});
        m_html += row({muted(tr("Places")), escaped(rule.places.join(u"; "_s))});
        if (!rule.demands.isEmpty())
            m_html += row({muted(tr("Demands")), escaped(rule.demands.join(u"; "_s))});
        m_html += row({muted(tr("Example")), escaped(rule.example)});
        m_html += row({muted(tr("Written in")), escaped(rule.where)});
        m_html += u"</table>"_s;
    }

    void words()
    {
        heading(tr("Words as they were read"));
        m_html += u"<table cellspacing=0>"_s;
        for (const SentenceRead &sentence : sentences()) {
            for (const WordsRead &words : sentence.words) {
                if (words.as != WordsRead::As::Trigger)
                    m_html += row({quoted(words.text), muted(tr(readingOf(words.as).label)), escaped(words.meaning)});
            }
        }
        m_html += u"</table>"_s;
    }

    void dropped()
    {
        heading(tr("Found in this article and dropped"));
        if (m_explanation.dropped.isEmpty()) {
            m_html += u"<p style=\"margin: 2px 0\">%1</p>"_s.arg(muted(tr("Nothing.")));
            return;
        }
        for (const MatchTold &match : m_explanation.dropped)
            m_html += u"<p style=\"margin: 6px 0 6px 0\"><b>%1</b> &nbsp; %2<br>%3</p>"_s.arg(
                quoted(match.triggerText), escaped(match.dropped),
                muted(u"%1 · %2"_s.arg(match.rule, shortened(match.sentenceText))));
    }

    [[nodiscard]] static QString shortened(const QString &text)
    {
        constexpr qsizetype most = 160;
        return text.size() <= most ? text : text.left(text.lastIndexOf(u' ', most)) + u" …"_s;
    }

    const AccountTold &m_told;
    const Explanation &m_explanation;
    const Theme &m_theme;
    QString m_html;
};

} // namespace

QString accountHeadline(const Account &account)
{
    QStringList parts{kindLabel(account.kind) + u", "_s + statusLabel(account.status).toLower(),
                      dateLabel(account.date)};
    if (account.place.isKnown())
        parts << account.place.name;
    return parts.join(u" · "_s);
}

QString whyPage(const AccountTold &told, const Explanation &explanation, const Theme &theme)
{
    return WhyPage(told, explanation, theme).run();
}

} // namespace dragoman
