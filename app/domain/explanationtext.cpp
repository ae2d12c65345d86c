// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/explanationtext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

QString quoted(const QString &text)
{
    return u'“' + text + u'”';
}

QString wordsLine(const WordsRead &words)
{
    const QString meaning = words.meaning.isEmpty() ? QString() : u": "_s + words.meaning;
    return u"  %1 %2%3\n"_s.arg(toWord(words.as), quoted(words.text), meaning);
}

QString matchLine(const MatchTold &match)
{
    return u"  rule %1 at %2: %3\n"_s.arg(match.rule, quoted(match.triggerText),
                                          match.dropped.isEmpty() ? u"kept"_s : u"dropped, "_s + match.dropped);
}

QString sentenceLines(const SentenceRead &sentence)
{
    QString text = u"\n%1. %2\n"_s.arg(sentence.number).arg(sentence.text);
    for (const WordsRead &words : sentence.words) {
        if (words.as != WordsRead::As::Trigger)
            text += wordsLine(words);
    }
    for (const MatchTold &match : sentence.matches)
        text += matchLine(match);
    return text;
}

QString sourceLine(const QString &what, const QString &value, const SourceTold &source)
{
    const QString words = source.text.isEmpty() ? QString() : quoted(source.text) + u", "_s;
    return u"    %1: %2 (%3%4)\n"_s.arg(what, value, words, source.how);
}

QString participantLine(const Participant &who, const PlaceFilled &filled)
{
    const QStringList about{who.country, who.office};
    QString text = u"    %1: %2"_s.arg(toWord(who.capacity), who.name);
    QStringList known;
    for (const QString &each : about) {
        if (!each.isEmpty())
            known.append(each);
    }
    text += known.isEmpty() ? QString() : u" (%1)"_s.arg(known.join(u", "_s));
    text +=
        filled.text.isEmpty() ? u" – %1"_s.arg(filled.place) : u" – %1: %2"_s.arg(filled.place, quoted(filled.text));
    return text + u'\n';
}

QString ruleLines(const RuleTold &rule)
{
    QString text = u"    rule %1 (%2), confidence %3: %4 %5\n"_s.arg(rule.id, rule.where)
                       .arg(rule.confidence, 0, 'f', 2)
                       .arg(rule.verbs.isEmpty() ? u"noun"_s : u"verb"_s,
                            (rule.verbs.isEmpty() ? rule.nouns : rule.verbs).join(u", "_s));
    text += u"      %1\n"_s.arg((rule.places + rule.demands).join(u"; "_s));
    return text + u"      example: %1 => %2\n"_s.arg(rule.example, rule.exampleTells);
}

QString reasonLines(const AccountTold &told)
{
    QString text = u"    confidence %1\n"_s.arg(told.account.confidence, 0, 'f', 2);
    for (const ReasonTold &reason : told.reasons)
        text += u"      %1 %2 (%3)\n"_s.arg(reason.weight < 0 ? u"−"_s : u"+"_s, reason.words)
                    .arg(std::abs(reason.weight), 0, 'f', 2);
    return text;
}

} // namespace

QString toWord(WordsRead::As as)
{
    static const QStringList words{u"person"_s, u"role"_s, u"body"_s, u"place"_s,  u"pronoun"_s,
                                   u"group"_s,  u"time"_s, u"verb"_s, u"trigger"_s};
    return words.at(static_cast<int>(as));
}

QString inWords(const AccountTold &told, const Explanation &explanation)
{
    const Account &account = told.account;
    QString text = u"\n  %1 %2 %3 %4 [%5, %6]\n"_s
                       .arg(toWord(account.kind), toWord(account.status),
                            account.date.isKnown() ? account.date.toEdtf() : u"(no date)"_s,
                            account.place.isKnown() ? account.place.name : u"(no place)"_s, account.rule)
                       .arg(account.confidence, 0, 'f', 2);
    for (qsizetype i = 0; i < account.participants.size(); ++i)
        text += participantLine(account.participants[i], told.filled.value(i));
    text += sourceLine(u"date"_s, account.date.isKnown() ? account.date.toEdtf() : u"none"_s, told.date);
    text += sourceLine(u"place"_s, account.place.isKnown() ? account.place.name : u"none"_s, told.place);
    text += sourceLine(u"status"_s, toWord(account.status), told.status);
    text += ruleLines(told.rule) + reasonLines(told);
    for (const int number : told.sentences)
        text += u"    %1. “%2”\n"_s.arg(number).arg(explanation.sentences.value(number - 1).text);
    return text;
}

QString droppedInWords(const Explanation &explanation)
{
    QString text = explanation.dropped.isEmpty() ? QString() : u"\nDropped\n"_s;
    for (const MatchTold &match : explanation.dropped)
        text += u"  %1. %2 at %3: %4\n"_s.arg(match.sentence).arg(match.rule, quoted(match.triggerText), match.dropped);
    return text;
}

QString inWords(const Explanation &explanation)
{
    QString text;
    for (const SentenceRead &sentence : explanation.sentences)
        text += sentenceLines(sentence);
    text += u"\nAccounts\n"_s;
    for (const AccountTold &account : explanation.accounts)
        text += inWords(account, explanation);
    text += droppedInWords(explanation);
    if (!explanation.correctionReason.isEmpty())
        text += u"\n%1\n"_s.arg(explanation.correctionReason);
    return text;
}

} // namespace dragoman
