// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/frames.h"

#include "domain/names.h"
#include "extract/lexicontable.h"

#include <QFileInfo>
#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace dragoman {

namespace {

const QHash<QString, Slot> &slotNames()
{
    static const QHash<QString, Slot> names{
        {u"subject"_s, Slot::Subject}, {u"object"_s, Slot::Object}, {u"with"_s, Slot::With},
        {u"between"_s, Slot::Between}, {u"by"_s, Slot::By},         {u"from"_s, Slot::From},
        {u"to"_s, Slot::To},           {u"of"_s, Slot::Of},         {u"possessor"_s, Slot::Possessor},
        {u"adjunct"_s, Slot::Adjunct}, {u"for"_s, Slot::For},       {u"among"_s, Slot::Among},
        {u"on"_s, Slot::On},           {u"pair"_s, Slot::Pair},
    };
    return names;
}

class RuleLoader
{
public:
    RuleLoader(Lexicon &lexicon, FrameSet &set) : m_lexicon(lexicon), m_set(set)
    {
        for (const Frame &frame : set.frames)
            m_ids.insert(frame.id);
    }

    Result<void> read(const QString &text, const QString &name)
    {
        const QStringList lines = text.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QString line = lines.at(i).trimmed();
            m_where = u"%1:%2"_s.arg(name).arg(i + 1);
            if (line.startsWith(u'#'))
                continue;
            if (line.isEmpty()) {
                if (const Result<void> done = closeRule(); !done.ok())
                    return done.error();
                continue;
            }
            if (const Result<void> done = readLine(line.section(u' ', 0, 0), line.section(u' ', 1).trimmed());
                !done.ok())
                return done.error();
        }
        return closeRule();
    }

private:
    using Key = std::function<Result<void>(const QString &)>;

    [[nodiscard]] Error error(const QString &what) const { return Error(m_where + u": "_s + what); }

    [[nodiscard]] std::vector<WordId> words(const QString &value)
    {
        std::vector<WordId> ids;
        for (const QString &word : value.split(u' ', Qt::SkipEmptyParts)) {
            if (const WordId id = m_lexicon.vocabulary.add(folded(word)); id != 0)
                ids.push_back(id);
        }
        return ids;
    }

    [[nodiscard]] std::vector<std::vector<WordId>> phrases(const QString &value)
    {
        std::vector<std::vector<WordId>> all;
        for (const QString &phrase : value.split(u'|', Qt::SkipEmptyParts)) {
            if (std::vector<WordId> ids = words(phrase); !ids.empty())
                all.push_back(std::move(ids));
        }
        return all;
    }

    Result<void> verbs(const QString &value, std::vector<WordId> &target)
    {
        for (const WordId word : words(value)) {
            if (!m_lexicon.verbs.contains(word))
                return error(u"the verb “%1” does not stand in lexicon/english/verbs.tsv."_s.arg(
                    m_lexicon.vocabulary.text(word)));
            target.push_back(word);
        }
        return {};
    }

    Result<void> slot(const QString &name, const QString &value)
    {
        const std::optional<Capacity> capacity = capacityFromWord(value);
        if (!capacity)
            return error(u"“%1” is no capacity."_s.arg(value));
        m_frame.roles[static_cast<size_t>(slotNames().value(name))] = *capacity;
        return {};
    }

    Result<void> startRule(const QString &id)
    {
        if (m_open)
            return error(u"a rule begins inside another; an empty line is missing."_s);
        if (m_ids.contains(id))
            return error(u"the rule id “%1” stands twice."_s.arg(id));
        m_ids.insert(id);
        m_frame = Frame();
        m_frame.id = id;
        m_frame.where = m_where;
        m_open = true;
        return {};
    }

    Result<void> readLine(const QString &key, const QString &value)
    {
        if (key == u"rule")
            return startRule(value);
        if (!m_open)
            return error(u"“%1” stands outside a rule."_s.arg(key));
        if (slotNames().contains(key))
            return slot(key, value);
        const auto reader = keys().constFind(key);
        if (reader == keys().cend())
            return error(u"the key “%1” is not known."_s.arg(key));
        return (*reader)(value);
    }

    const QHash<QString, Key> &keys()
    {
        if (!m_keys.isEmpty())
            return m_keys;
        m_keys = {
            {u"kind"_s,
             [this](const QString &value) -> Result<void> {
                 const auto kind = kindFromWord(value);
                 if (!kind)
                     return error(u"“%1” is no kind of contact."_s.arg(value));
                 m_frame.kind = *kind;
                 return {};
             }},
            {u"status"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.status = statusFromWord(value);
                 return m_frame.status ? Result<void>() : Result<void>(error(u"“%1” is no status."_s.arg(value)));
             }},
            {u"answers"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.answers = statusFromWord(value);
                 return m_frame.answers ? Result<void>() : Result<void>(error(u"“%1” is no status."_s.arg(value)));
             }},
            {u"only"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.only = statusFromWord(value);
                 return m_frame.only ? Result<void>() : Result<void>(error(u"“%1” is no status."_s.arg(value)));
             }},
            {u"verb"_s, [this](const QString &value) { return verbs(value, m_frame.verbs); }},
            {u"light"_s, [this](const QString &value) { return verbs(value, m_frame.light); }},
            {u"after"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.after = words(value);
                 return {};
             }},
            {u"not-governed"_s, [this](const QString &value) { return verbs(value, m_frame.notGoverned); }},
            {u"unless-infinitive"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.unlessInfinitive = value == u"yes"_s;
                 return {};
             }},
            {u"needs-no-object"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.needsNoObject = value == u"yes"_s;
                 return {};
             }},
            {u"medium"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.openMedium = value == u"open"_s;
                 return m_frame.openMedium ? Result<void>() : Result<void>(error(u"a medium can only be “open”."_s));
             }},
            {u"purpose"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.purpose = value == u"yes"_s;
                 return {};
             }},
            {u"joins"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.joins = true;
                 m_frame.joinsNearest = value == u"nearest"_s;
                 return m_frame.joinsNearest || value == u"yes"_s
                            ? Result<void>()
                            : Result<void>(error(u"one can only join the “nearest”, or say “yes”."_s));
             }},
            {u"weak"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.weak = value == u"yes"_s;
                 return {};
             }},
            {u"stands-for"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.standsFor = value == u"side"_s;
                 return m_frame.standsFor ? Result<void>() : Result<void>(error(u"one can only stand for a “side”."_s));
             }},
            {u"delegates"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.delegates = value == u"listed"_s;
                 return m_frame.delegates ? Result<void>() : Result<void>(error(u"delegates can only be “listed”."_s));
             }},
            {u"opens"_s, [this](const QString &value) { return append(m_frame.opens, value); }},
            {u"near"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.nearCalling = value == u"calling"_s;
                 m_frame.byMedium = value == u"medium"_s;
                 return m_frame.nearCalling || m_frame.byMedium
                            ? Result<void>()
                            : Result<void>(error(u"only “calling” or “medium” can be near."_s));
             }},
            {u"needs"_s,
             [this](const QString &value) -> Result<void> {
                 for (const QString &name : value.split(u' ', Qt::SkipEmptyParts)) {
                     if (!slotNames().contains(name))
                         return error(u"“%1” is no place of a participant."_s.arg(name));
                     m_frame.needs.append(slotNames().value(name));
                 }
                 return {};
             }},
            {u"subject-noun"_s, [this](const QString &value) { return append(m_frame.subjectNouns, value); }},
            {u"object-noun"_s, [this](const QString &value) { return append(m_frame.objectNouns, value); }},
            {u"unless-noun"_s, [this](const QString &value) { return append(m_frame.unlessNouns, value); }},
            {u"noun"_s, [this](const QString &value) { return append(m_frame.nouns, value); }},
            {u"context"_s, [this](const QString &value) { return append(m_frame.context, value); }},
            {u"not-after"_s, [this](const QString &value) { return append(m_frame.notAfter, value); }},
            {u"not-before"_s, [this](const QString &value) { return append(m_frame.notBefore, value); }},
            {u"destination"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.destinations = value.split(u' ', Qt::SkipEmptyParts);
                 return {};
             }},
            {u"states"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.states = value != u"no";
                 m_frame.needsPeople = value != u"alone";
                 return {};
             }},
            {u"confidence"_s,
             [this](const QString &value) -> Result<void> {
                 bool ok = false;
                 m_frame.confidence = value.toDouble(&ok);
                 ok = ok && m_frame.confidence >= 0 && m_frame.confidence <= 1;
                 return ok ? Result<void>() : Result<void>(error(u"a confidence is a number from 0 to 1."_s));
             }},
            {u"yes"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.yes.append({value.section(u" => "_s, 0, 0), value.section(u" => "_s, 1), m_where});
                 return {};
             }},
            {u"no"_s,
             [this](const QString &value) -> Result<void> {
                 m_frame.no.append({value, QString(), m_where});
                 return {};
             }},
        };
        return m_keys;
    }

    Result<void> append(std::vector<std::vector<WordId>> &target, const QString &value)
    {
        for (std::vector<WordId> &phrase : phrases(value))
            target.push_back(std::move(phrase));
        return {};
    }

    Result<void> closeRule()
    {
        if (!m_open)
            return {};
        m_open = false;
        m_where = m_frame.where;
        if (m_frame.verbs.empty() == m_frame.nouns.empty())
            return error(u"the rule “%1” needs either “verb” or “noun”."_s.arg(m_frame.id));
        if (m_frame.yes.isEmpty() || m_frame.no.isEmpty())
            return error(u"the rule “%1” needs an example that it matches (yes) and one that it does not (no)."_s.arg(
                m_frame.id));
        const int number = static_cast<int>(m_set.frames.size());
        for (const WordId verb : m_frame.verbs)
            m_set.byVerb[verb].append(number);
        for (const auto &noun : m_frame.nouns) {
            QList<int> &at = m_set.byNoun[noun.front()];
            if (!at.contains(number))
                at.append(number);
        }
        m_set.frames.push_back(m_frame);
        return {};
    }

    Lexicon &m_lexicon;
    FrameSet &m_set;
    Frame m_frame;
    QString m_where;
    QSet<QString> m_ids;
    QHash<QString, Key> m_keys;
    bool m_open = false;
};

Result<void> loadMoods(Lexicon &lexicon, FrameSet &set, const QString &file)
{
    const Result<QList<LexiconRow>> rows = readTable(file, 3);
    if (!rows.ok())
        return rows.error();
    static const QStringList uses{u"governor"_s, u"object"_s, u"subject"_s, u"modifier"_s,
                                  u"before"_s,   u"would"_s,  u"glad"_s};
    for (const LexiconRow &row : rows.value()) {
        const std::optional<ContactStatus> status = statusFromWord(row.columns[1]);
        if (!status || !uses.contains(row.columns[0]))
            return Error(u"%1: a use (%2), a status and words are expected."_s.arg(row.where, uses.join(u", "_s)));
        for (const QString &word : row.columns[2].split(u' ', Qt::SkipEmptyParts))
            set.moods[lexicon.vocabulary.add(folded(word))].append({row.columns[0], *status});
    }
    return {};
}

} // namespace

QString toWord(Slot slot)
{
    return slotNames().key(slot);
}

std::optional<ContactStatus> FrameSet::mood(WordId word, QLatin1String use) const
{
    for (const MoodWord &mood : moods.value(word)) {
        if (mood.use == use)
            return mood.status;
    }
    return std::nullopt;
}

Result<void> readRules(const QString &text, const QString &name, Lexicon &lexicon, FrameSet &set)
{
    return RuleLoader(lexicon, set).read(text, name);
}

Result<FrameSet> loadFrames(Lexicon &lexicon, const QStringList &overlays)
{
    FrameSet set;
    for (const QString &file : resourceFiles(u"lexicon/english/moods.tsv"_s, overlays)) {
        if (const Result<void> done = loadMoods(lexicon, set, file); !done.ok())
            return done.error();
    }
    Result<ConfidenceTable> confidence = loadConfidence(overlays);
    if (!confidence.ok())
        return confidence.error();
    set.confidence = std::move(confidence).value();
    for (const QString &name : {u"calls"_s, u"meetings"_s, u"visits"_s, u"messages"_s, u"own"_s}) {
        for (const QString &file : resourceFiles(u"rules/%1.rules"_s.arg(name), overlays)) {
            if (!QFileInfo::exists(file))
                continue;
            const Result<QString> text = readResource(file);
            if (!text.ok())
                return text.error();
            if (const Result<void> done = readRules(text.value(), QFileInfo(file).fileName(), lexicon, set); !done.ok())
                return done.error();
        }
    }
    lexicon.classes.resize(static_cast<size_t>(lexicon.vocabulary.size()));
    return set;
}

} // namespace dragoman
