// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samples.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace dragoman::test {

namespace {

StoredArticle article(int number, const QString &title, const QString &source, QDate published, const QString &body)
{
    StoredArticle stored;
    Article &a = stored.article;
    a.title = title;
    a.body = body;
    a.source = source;
    a.published = published;
    a.story = {0, body.size()};
    a.provenance.path = u"%1.txt"_s.arg(number);
    a.provenance.format = u"text"_s;
    a.provenance.charset = u"UTF-8"_s;
    a.provenance.hash = QByteArray::number(qHash(body)).rightJustified(20, '0', true);
    a.provenance.size = body.toUtf8().size();
    a.provenance.modified = 1700000000000 + number;
    return stored;
}

Participant participant(const QString &name, const QString &country, Capacity capacity, qint64 person, qint64 body = 0)
{
    Participant p;
    p.name = name;
    p.toldAs = name.section(u' ', -1);
    p.country = country;
    p.capacity = capacity;
    p.person = PersonId{person};
    p.body = BodyId{body};
    p.type = body > 0 ? ParticipantType::Body : ParticipantType::Person;
    return p;
}

/** Puts an account both into its article and into its contact, with the ids that a new store gives. */
void tell(Sample &sample, int articleNumber, const Contact &told, const QList<TextSpan> &evidence)
{
    static const QString rule = u"sample"_s;
    Account account;
    account.kind = told.kind;
    account.status = told.status;
    account.date = told.date;
    account.place = told.place;
    account.participants = told.participants;
    account.evidence = evidence;
    account.rule = rule;
    account.confidence = 0.5;
    account.article = ArticleId{articleNumber};
    account.contact = told.id;
    sample.joined.contacts[told.id.value - 1].accounts.append(account);
    for (Participant &p : account.participants) {
        p.person = {};
        p.body = {};
    }
    account.contact = {};
    account.article = {};
    sample.articles[articleNumber - 1].accounts.append(account);
}

/** Accounts are numbered by the store in order of article; the joined contacts have to know the numbers. */
void numberAccounts(Sample &sample)
{
    qint64 next = 1;
    QHash<qint64, qint64> firstOf;
    for (qsizetype i = 0; i < sample.articles.size(); ++i) {
        firstOf.insert(i + 1, next);
        next += sample.articles.at(i).accounts.size();
    }
    QHash<qint64, qint64> used;
    for (Contact &contact : sample.joined.contacts) {
        for (Account &account : contact.accounts)
            account.id = AccountId{firstOf.value(account.article.value) + used[account.article.value]++};
    }
}

Contact &addContact(Sample &sample, ContactKind kind, ContactStatus status, const FuzzyDate &date, const Place &place,
                    const QList<Participant> &participants)
{
    Contact contact;
    contact.id = ContactId{sample.joined.contacts.size() + 1};
    contact.kind = kind;
    contact.status = status;
    contact.date = date;
    contact.place = place;
    contact.participants = participants;
    sample.joined.contacts.append(contact);
    return sample.joined.contacts.last();
}

} // namespace

Sample ankaraSample()
{
    Sample sample;
    sample.articles = {
        article(1, u"Ministers meet"_s, u"Mehr"_s, {2025, 10, 2},
                u"Defence Minister Yaşar Güler received Aziz Nasirzadeh in Ankara. They spoke of border security."_s),
        article(2, u"Talks in Ankara"_s, u"Anadolu"_s, {2025, 10, 1},
                u"Guler and Nasirzade met on Wednesday.\nThe border was discussed."_s),
        article(3, u"Arıkan calls"_s, QString(), {}, u"Selim Arıkan called Yaşar Güler."_s),
    };
    sample.articles[0].mentions = {{MentionRow::Kind::Person, {17, 28}, u"Yaşar Güler"_s, u"TR"_s},
                                   {MentionRow::Kind::Place, {57, 63}, u"Ankara"_s, u"TR"_s}};
    sample.articles[0].people = {{u"Yaşar Güler"_s, u"TR"_s, u"Defence Minister"_s, {u"Yaşar Güler"_s, u"Güler"_s}}};
    const Participant guler = participant(u"Yaşar Güler"_s, u"TR"_s, Capacity::Host, 1);
    const Participant nasirzadeh = participant(u"Aziz Nasirzadeh"_s, u"IR"_s, Capacity::Guest, 2);
    sample.joined.people = {
        {PersonId{1},
         u"Yaşar Güler"_s,
         u"TR"_s,
         {{u"Yaşar Güler"_s, 2}, {u"Guler"_s, 1}},
         {{u"Defence Minister"_s, {2025, 10, 2}, {2025, 10, 2}, ArticleId{1}}}},
        {PersonId{2}, u"Aziz Nasirzadeh"_s, u"IR"_s, {{u"Aziz Nasirzadeh"_s, 1}, {u"Nasirzade"_s, 1}}, {}},
        {PersonId{3}, u"Selim Arıkan"_s, u"TR"_s, {{u"Selim Arıkan"_s, 1}}, {}},
        {PersonId{4}, u"Hakan Fidan"_s, u"TR"_s, {{u"Hakan Fidan"_s, 1}}, {}},
    };
    sample.joined.bodies = {{BodyId{1}, u"Iran"_s, u"IR"_s}};
    sample.joined.countryNames = {{u"TR"_s, u"Türkiye"_s}, {u"IR"_s, u"Iran"_s}};
    addContact(sample, ContactKind::Meeting, ContactStatus::Held, FuzzyDate::day({2025, 10, 1}), {u"Ankara"_s, u"TR"_s},
               {guler, nasirzadeh});
    addContact(sample, ContactKind::Call, ContactStatus::Held, {}, {},
               {participant(u"Selim Arıkan"_s, u"TR"_s, Capacity::Caller, 3),
                participant(u"Iran"_s, u"IR"_s, Capacity::Recipient, 0, 1)});
    tell(sample, 1, sample.contact(1), {{17, 53}, {65, 96}});
    tell(sample, 2, sample.contact(1), {{0, 23}});
    tell(sample, 3, sample.contact(2), {{0, 19}});
    numberAccounts(sample);
    return sample;
}

namespace {

class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    int below(int bound) { return m_random.bounded(bound); }
    template <typename T>
    const T &one(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }

private:
    QRandomGenerator m_random;
};

FuzzyDate someDate(Dice &dice)
{
    const QDate day = QDate(2021, 6, 1).addDays(dice.below(700));
    switch (dice.below(7)) {
    case 0:
        return {};
    case 1:
        return FuzzyDate::month(day.year(), day.month());
    case 2:
        return FuzzyDate::year(day.year());
    case 3:
        return FuzzyDate::interval(day, day.addDays(1 + dice.below(40)));
    case 4:
        return FuzzyDate::day(day).approximated();
    default:
        return FuzzyDate::day(day);
    }
}

QList<Participant> someParticipants(Dice &dice, const Sample &sample)
{
    QList<Participant> participants;
    const int count = 1 + dice.below(6);
    for (int i = 0; i < count; ++i) {
        if (dice.below(4) == 0) {
            const Body &body = dice.one(sample.joined.bodies);
            participants.append(participant(body.name, body.country, dice.one(allCapacities()), 0, body.id.value));
        } else {
            const Person &person = dice.one(sample.joined.people);
            participants.append(participant(person.name, person.country, dice.one(allCapacities()), person.id.value));
        }
    }
    return participants;
}

QList<Person> samplePeople()
{
    const QList<QPair<QString, QString>> names{
        {u"Yaşar Güler"_s, u"TR"_s},        {u"Aziz Nasirzadeh"_s, u"IR"_s},  {u"Selim Arıkan"_s, u"TR"_s},
        {u"Elçin Məmmədov"_s, u"AZ"_s},     {u"Trần Quốc Hưng"_s, u"VN"_s},   {u"Jan Wiśniewski"_s, u"PL"_s},
        {u"Reza Kazemi-Rad"_s, u"IR"_s},    {u"Gideon Sa'ar"_s, u"IL"_s},     {u"Rafael Grossi"_s, QString()},
        {u"Michał Łukasiewicz"_s, u"PL"_s}, {u"Mevlüt Çavuşoğlu"_s, u"TR"_s}, {u"Güler Yasar Demir"_s, u"TR"_s},
    };
    QList<Person> people;
    for (const auto &[name, country] : names) {
        const QString last = name.section(u' ', -1);
        people.append({PersonId{people.size() + 1}, name, country, {{name, 3}, {last, 2}}, {}});
    }
    // A spelling that the name itself does not have, so that conditions have to look at every form.
    people[1].forms.append({u"Nasirzade"_s, 1});
    people[10].forms.append({u"Cavusoglou"_s, 1});
    return people;
}

} // namespace

Sample randomSample(quint32 seed)
{
    Dice dice(seed);
    Sample sample;
    const QStringList words{u"border"_s, u"Güler"_s, u"security"_s, u"talks"_s, u"Łódź"_s, u"trade"_s, u"gas"_s};
    const QStringList sources{u"Mehr"_s, u"Anadolu Ajansı"_s, u"anadolu ajansi"_s, u"IRNA"_s, QString()};
    const QList<Place> places{{},
                              {u"Ankara"_s, u"TR"_s},
                              {u"Tehran"_s, u"IR"_s},
                              {u"Tel Aviv"_s, u"IL"_s},
                              {u"Łódź"_s, u"PL"_s},
                              {u"İzmir"_s, u"TR"_s},
                              {u"Black Sea"_s, QString()}};
    sample.joined.people = samplePeople();
    sample.joined.bodies = {{BodyId{1}, u"Iran"_s, u"IR"_s},
                            {BodyId{2}, u"European Union"_s, QString()},
                            {BodyId{3}, u"Türkiye"_s, u"TR"_s}};
    sample.joined.countryNames = {{u"TR"_s, u"Türkiye"_s}, {u"IR"_s, u"Iran"_s}, {u"PL"_s, u"Poland"_s}};
    for (int number = 1; number <= 70; ++number) {
        QStringList body;
        for (int i = 0; i < 12; ++i)
            body.append(dice.one(words));
        const QDate published = dice.below(5) == 0 ? QDate() : QDate(2022, 1, 1).addDays(dice.below(300));
        sample.articles.append(
            article(number, dice.one(words) + u' ' + dice.one(words), dice.one(sources), published, body.join(u' ')));
    }
    for (int i = 0; i < 110; ++i) {
        const Contact contact = addContact(sample, dice.one(allKinds()), dice.one(allStatuses()), someDate(dice),
                                           dice.one(places), someParticipants(dice, sample));
        const int accounts = 1 + (dice.below(3) == 0 ? dice.below(3) : 0);
        const int first = 1 + dice.below(60);
        for (int k = 0; k < accounts; ++k)
            tell(sample, first + k, contact, {{0, 6}});
    }
    numberAccounts(sample);
    return sample;
}

FileRow fileOf(const StoredArticle &stored)
{
    const Provenance &from = stored.article.provenance;
    return {from.path, u"read"_s, QString(), from.size, from.modified, from.hash};
}

Result<void> writeSample(const QString &store, const Sample &sample)
{
    Result<std::unique_ptr<StoreWriter>> opened = StoreWriter::open(store);
    if (!opened.ok())
        return opened.error();
    StoreWriter &writer = *opened.value();
    Result<void> done = writer.setFolder(u"/archive"_s);
    if (done.ok())
        done = writer.begin();
    for (const StoredArticle &stored : sample.articles) {
        if (done.ok())
            done = writer.putFile(fileOf(stored), {stored});
    }
    if (done.ok())
        done = writer.commit();
    return done.ok() ? writer.replaceJoined(sample.joined) : done;
}

} // namespace dragoman::test
