// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/accountwords.h"

#include <QTest>

using namespace dragoman;
using namespace dragoman::test;
using namespace Qt::StringLiterals;

namespace {

void row(const char *name, const QString &body, const QStringList &accounts, const QString &city = {})
{
    QTest::newRow(name) << body << accounts << city;
}

} // namespace

/** Whole articles to accounts: what they tell, and articles that tell nothing. */
class TestAccounts : public QObject
{
    Q_OBJECT
private slots:
    void tells_data();
    void tells();
    void tellsNothing_data();
    void tellsNothing();

private:
    static void shortRows();
    static void longerRows();
    static void companyRows();
    static void sideRows();
};

void TestAccounts::tells_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("accounts");
    QTest::addColumn<QString>("city");
    shortRows();
    longerRows();
    companyRows();
    sideRows();
}

/** Who takes part, and of which side he is, where other words than his own tell it. */
void TestAccounts::sideRows()
{
    row("received where he arrived",
        u"Kenyan Foreign Minister Ana Sol arrived in Lima on Monday, where she was received by President Juan Luna."_s,
        {u"meeting held 2025-10-06 Lima | Ana Sol KE guest; Juan Luna PE host"_s,
         u"visit held 2025-10-06 Lima | Ana Sol KE guest; Juan Luna PE host"_s});
    row("each of them",
        u"The presidents of Chile, Peru and Kenya, Ana Sol, Juan Luna and Peter Otieno, spoke. Dutch Prime Minister Piet Vos will hold bilateral meetings with each of them on Friday."_s,
        {u"meeting planned 2025-10-10 | Ana Sol CL party; Piet Vos NL party"_s,
         u"meeting planned 2025-10-10 | Juan Luna PE party; Piet Vos NL party"_s,
         u"meeting planned 2025-10-10 | Peter Otieno KE party; Piet Vos NL party"_s});
    row("envoys listed behind",
        u"Kenyan President Peter Otieno accepted letters of credence from two new envoys on Monday. They are Ana Sol, Ambassador of Chile; and Juan Luna of Peru."_s,
        {u"meeting held 2025-10-06 | Ana Sol CL guest; Juan Luna PE guest; Peter Otieno KE host"_s});
    row("a subject with an aside",
        u"Dutch Foreign Minister Piet Vos, also a member of the party's council, met Kenyan President Peter Otieno on Monday."_s,
        {u"meeting held 2025-10-06 | Peter Otieno KE party; Piet Vos NL party"_s});
    row("travelled together",
        u"Dutch Foreign Minister Piet Vos and Norwegian Foreign Minister Lars Berg travelled together to Nairobi on Monday."_s,
        {u"visit held 2025-10-06 Nairobi | Kenya KE host; Lars Berg NO guest; Piet Vos NL guest"_s});
    row("the visitor goes on to meet others",
        u"Kenyan Foreign Minister Peter Otieno arrived in Lima on Monday. President Juan Luna of Peru received him. Prime Minister Rosa Prado of Peru was handed a book. Later he held talks with Foreign Minister Luis Rey of Peru."_s,
        {u"meeting held 2025-10-06 Lima | Juan Luna PE host; Peter Otieno KE guest"_s,
         u"meeting held 2025-10-06 Lima | Luis Rey PE host; Peter Otieno KE guest"_s,
         u"visit held 2025-10-06 Lima | Juan Luna PE host; Peter Otieno KE guest"_s});
    row("a special representative of its own",
        u"Kenyan President Peter Otieno met the EU's High Representative, Ana Sol, and its special representative for the region, Piet Vos, on Monday."_s,
        {u"meeting held 2025-10-06 | Ana Sol - party; Peter Otieno KE party; Piet Vos - party"_s});
    row("an invitation that opens the sentence",
        u"At the invitation of President Juan Luna, President of Kenya Peter Otieno will pay a state visit to Peru on Friday."_s,
        {u"visit planned 2025-10-10 Peru | Juan Luna PE host; Peter Otieno KE guest"_s});
    row("the leaders of an organisation",
        u"Kenyan President Peter Otieno met with the leaders of the Pacific Islands Forum on Monday."_s,
        {u"meeting held 2025-10-06 | Peter Otieno KE party; leaders of the Pacific Islands Forum - party"_s});
    row("talks told by their place alone",
        u"Kenyan President Peter Otieno spoke by phone with Peruvian President Juan Luna on Monday. As a follow-up to the talks held in Lima last Friday, they discussed trade. The meeting in Vienna was not raised."_s,
        {u"call held 2025-10-06 | Juan Luna PE party; Peter Otieno KE party"_s,
         u"meeting held 2025-10-03 Lima | Juan Luna PE host; Peter Otieno KE guest"_s});
    row("calls with each of a list",
        u"Kenyan Foreign Minister Peter Otieno worked on Monday. There were calls with Ana Sol of Chile, with Piet Vos of Denmark, and with Juan Luna of Peru."_s,
        {u"call held 2025-10-08~ | Ana Sol CL party; Peter Otieno KE party"_s,
         u"call held 2025-10-08~ | Juan Luna PE party; Peter Otieno KE party"_s,
         u"call held 2025-10-08~ | Peter Otieno KE party; Piet Vos DK party"_s});
    row("listed behind a colon",
        u"Dutch Foreign Minister Piet Vos and Dutch Trade Minister Jan Smit will travel to three states: Chile and Peru. They will meet Chilean President Ana Sol."_s,
        {u"meeting planned undated Chile | Ana Sol CL host; Jan Smit NL guest; Piet Vos NL guest"_s,
         u"visit planned undated Chile | Chile CL host; Jan Smit NL guest; Piet Vos NL guest"_s,
         u"visit planned undated Peru | Jan Smit NL guest; Peru PE host; Piet Vos NL guest"_s});
    row("a speaker is not he",
        u"Ana Sol: Dutch Foreign Minister Piet Vos visited Peru on Monday.\n\nJuan Luna: Did he meet anybody?\n\nAna Sol: In Lima he met Peruvian President Rosa Prado."_s,
        {u"meeting held 2025-10-06 Lima | Piet Vos NL guest; Rosa Prado PE host"_s,
         u"visit held 2025-10-06 Lima | Peru PE host; Piet Vos NL guest"_s});
    row("the day of an aside",
        u"Kenyan President Peter Otieno, who arrived in Lima on Sunday, met Peruvian President Juan Luna on Monday."_s,
        {u"meeting held 2025-10-06 Lima | Juan Luna PE host; Peter Otieno KE guest"_s,
         u"visit held 2025-10-05 Lima | Peru PE host; Peter Otieno KE guest"_s});
    row("went there to meet, and did",
        u"Kenyan President Peter Otieno flew to Lima on Sunday to meet Peruvian President Juan Luna."_s,
        {u"meeting held 2025-10-05 Lima | Juan Luna PE host; Peter Otieno KE guest"_s,
         u"visit held 2025-10-05 Lima | Peru PE host; Peter Otieno KE guest"_s});
    row("left after a visit", u"Kenyan President Peter Otieno left Lima on Monday after a three-day visit."_s,
        {u"visit held 2025-10-04/2025-10-06 Lima | Peru PE host; Peter Otieno KE guest"_s});
    row("would welcome a visit",
        u"Kenyan President Peter Otieno said Kenya would welcome a visit by Peruvian President Juan Luna."_s,
        {u"visit proposed undated | Juan Luna PE guest; Kenya KE host"_s});
    row("invites by a letter that another hands over",
        u"Peruvian Ambassador Ana Sol delivered to Kenyan President Peter Otieno a letter from Peruvian President Juan Luna, inviting him to a conference in Lima in November."_s,
        {u"message held 2025-10-08~ | Juan Luna PE sender; Peter Otieno KE recipient"_s,
         u"visit invited 2025-11 Lima | Juan Luna PE host; Peter Otieno KE guest"_s});
    row("a session still to be held",
        u"Kenyan President Peter Otieno received Peruvian Minister Ana Sol on Monday. They welcomed the second meeting of the Kenya-Peru Joint Commission, to be held in Lima in May."_s,
        {u"meeting held 2025-10-06 | Ana Sol PE guest; Peter Otieno KE host"_s,
         u"meeting planned 2026-05 Lima | Kenya KE guest; Peru PE host"_s});
    row("a meeting by video link",
        u"Kenyan President Peter Otieno held a meeting through a video link with Peruvian President Juan Luna on Monday."_s,
        {u"call held 2025-10-06 | Juan Luna PE party; Peter Otieno KE party"_s});
    row("where and when it is to be held",
        u"Kenyan President Peter Otieno will meet Peruvian President Juan Luna next week. The talks are to be held in Vienna on Wednesday, October 15."_s,
        {u"meeting planned 2025-10-15 Vienna | Juan Luna PE party; Peter Otieno KE party"_s});
    row("no minister has been there", u"No Kenyan foreign minister has made a trip to Peru since 2014."_s, {});
    row("he is not whom the sentence names in passing",
        u"Kenyan President Peter Otieno met Peruvian Foreign Minister Juan Luna on Monday. Luna is in Nairobi for two days. It is the first visit since Otieno became president. On Tuesday he called on Kenyan Foreign Minister Piet Vos."_s,
        {u"meeting held 2025-10-06 | Juan Luna PE party; Peter Otieno KE party"_s,
         u"meeting held 2025-10-07 | Juan Luna PE guest; Piet Vos KE host"_s});
    row("met one by one",
        u"Dutch Foreign Minister Piet Vos met separately with Kenyan President Peter Otieno and Chilean President Ana Sol on Monday."_s,
        {u"meeting held 2025-10-06 | Ana Sol CL party; Piet Vos NL party"_s,
         u"meeting held 2025-10-06 | Peter Otieno KE party; Piet Vos NL party"_s});
}

void TestAccounts::shortRows()
{
    row("call",
        u"Portuguese Foreign Minister Ana Sol spoke by phone with her Dutch counterpart Piet Vos on Tuesday. The two ministers discussed trade."_s,
        {u"call held 2025-10-07 | Ana Sol PT party; Piet Vos NL party"_s});
    row("a minister's words behind a line that introduces them",
        u"Kuwaiti Minister Ana Sol ended a tour.\n\nThe Minister said:\n\nI'll meet Brazilian President Jan Roth on Monday."_s,
        {u"meeting planned 2025-10-13 | Ana Sol KW party; Jan Roth BR party"_s});
    row("a cleft sentence",
        u"It was Kenyan Foreign Minister Peter Otieno, an ally and no relation of Prime Minister Amos Otieno, who met Chilean Foreign Minister Rosa Prado in Lima on Tuesday."_s,
        {u"meeting held 2025-10-07 Lima | Peter Otieno KE party; Rosa Prado CL party"_s});
    row("states beside an organisation",
        u"The leaders of France, the European Commission and Japan met in Nairobi on Tuesday."_s,
        {u"meeting held 2025-10-07 Nairobi | European Commission - party; Japan JP party; leaders of France FR party"_s});
    row("is in a city on a visit", u"Dutch Minister Piet Vos is currently in Lima on an official visit."_s,
        {u"visit held 2025-10-08~ Lima | Peru PE host; Piet Vos NL guest"_s});
    row("a trip cancelled by who was to travel",
        u"Dutch Minister Piet Vos was expected to visit Peru on Friday but cancelled the trip."_s,
        {u"visit cancelled 2025-10-10 Peru | Peru PE host; Piet Vos NL guest"_s});
    row("the day of a discussion is not that of the trip discussed",
        u"Chilean President Rosa Prado met Dutch Minister Piet Vos in Lima on Tuesday to discuss Vos's forthcoming trip to Brazil."_s,
        {u"meeting held 2025-10-07 Lima | Piet Vos NL party; Rosa Prado CL party"_s,
         u"visit planned undated Brazil | Brazil BR host; Piet Vos NL guest"_s});
    row("an aside tells the day of a call",
        u"The telephone call between Chilean President Rosa Prado and Dutch Minister Piet Vos, which took place on Tuesday, lasted an hour."_s,
        {u"call held 2025-10-07 | Piet Vos NL party; Rosa Prado CL party"_s});
    row("a hoped-for visit",
        u"Chilean President Rosa Prado expressed hope that Dutch Minister Piet Vos would visit Santiago soon."_s,
        {u"visit proposed undated Santiago | Chile CL host; Piet Vos NL guest"_s});
    row("pulled out of a meeting",
        u"Dutch Minister Piet Vos pulled out of a planned meeting with Chilean President Rosa Prado in Lima."_s,
        {u"meeting cancelled undated Lima | Piet Vos NL party; Rosa Prado CL party"_s});
    row("the visit of somebody received",
        u"Chilean President Rosa Prado looks forward to welcoming Dutch Prime Minister Piet Vos to Santiago on Friday. The visit will deepen ties."_s,
        {u"meeting planned 2025-10-10 Santiago | Piet Vos NL guest; Rosa Prado CL host"_s,
         u"visit planned 2025-10-10 Santiago | Piet Vos NL guest; Rosa Prado CL host"_s});
    row("the delegations of two states",
        u"The ministers spoke of the talks between the delegations of Chile and Peru, held in Lima on Tuesday."_s,
        {u"meeting held 2025-10-07 Lima | Chile CL guest; Peru PE host"_s});
    row("a visit to our country",
        u"Kenyan President Peter Otieno received Dutch Minister Piet Vos, who has arrived in our country, on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s,
         u"visit held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s},
        u"Nairobi"_s);
    row("with his team",
        u"Dutch Prime Minister Piet Vos and his team met with Kenyan President Peter Otieno in Nairobi on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("call with direction",
        u"Kenyan President Peter Otieno received a phone call from Ugandan President Moses Okello on Monday."_s,
        {u"call held 2025-10-06 | Moses Okello UG caller; Peter Otieno KE recipient"_s});
    row("meeting with a host",
        u"Kenyan President Peter Otieno received Ugandan Foreign Minister Moses Okello in Nairobi on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Moses Okello UG guest; Peter Otieno KE host"_s});
    row("meeting in a third country",
        u"Portuguese Foreign Minister Ana Sol met Dutch Foreign Minister Piet Vos in Nairobi on Tuesday."_s,
        {u"meeting held 2025-10-07 Nairobi | Ana Sol PT party; Piet Vos NL party"_s});
    row("visit", u"Dutch Prime Minister Piet Vos visited Lisbon last week."_s,
        {u"visit held 2025-09-29/2025-10-05 Lisbon | Piet Vos NL guest; Portugal PT host"_s});
    row("visit and an earlier one",
        u"Dutch Prime Minister Piet Vos, who paid a visit to Nairobi, met Kenyan President Peter Otieno in Nairobi on Monday. Vos had previously visited Nairobi in June last year."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s,
         u"visit held 2024-06 Nairobi | Kenya KE host; Piet Vos NL guest"_s,
         u"visit held 2025-10-06 Nairobi | Kenya KE host; Piet Vos NL guest"_s});
    row("planned visit", u"Dutch Prime Minister Piet Vos will visit Kenya next week."_s,
        {u"visit planned 2025-10-13/2025-10-19 Kenya | Kenya KE host; Piet Vos NL guest"_s});
    row("scheduled meeting",
        u"Dutch Prime Minister Piet Vos is scheduled to meet Kenyan President Peter Otieno in Nairobi on Friday."_s,
        {u"meeting planned 2025-10-10 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("invitation", u"Kenyan President Peter Otieno invited Dutch Prime Minister Piet Vos to visit Nairobi."_s,
        {u"visit invited undated Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("cancelled visit", u"Dutch Prime Minister Piet Vos cancelled his visit to Kenya."_s,
        {u"visit cancelled undated Kenya | Kenya KE host; Piet Vos NL guest"_s});
    row("put off",
        u"Dutch Prime Minister Piet Vos has put off a visit to Kenya that had been set for Friday until November."_s,
        {u"visit cancelled 2025-10-10 Kenya | Kenya KE host; Piet Vos NL guest"_s,
         u"visit planned 2025-11 Kenya | Kenya KE host; Piet Vos NL guest"_s});
    row("ruled out",
        u"The Kenyan government ruled out a meeting between Kenyan President Peter Otieno and Dutch Prime Minister Piet Vos."_s,
        {u"meeting cancelled undated | Peter Otieno KE party; Piet Vos NL party"_s});
    row("no plans", u"Dutch Prime Minister Piet Vos has no plans to visit Kenya."_s,
        {u"visit cancelled undated Kenya | Kenya KE host; Piet Vos NL guest"_s});
    row("denied in the next sentence",
        u"Dutch Prime Minister Piet Vos will visit Kenya in November, a paper said. No such visit is planned, his office said."_s,
        {u"visit cancelled 2025-11 Kenya | Kenya KE host; Piet Vos NL guest"_s});
    row("invitation accepted",
        u"Kenyan President Peter Otieno invited Dutch Prime Minister Piet Vos to visit Nairobi. The invitation was accepted."_s,
        {u"visit planned undated Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("similar cables",
        u"Kenyan President Peter Otieno sent a cable to Dutch Prime Minister Piet Vos on Tuesday. Ugandan President Moses Okello sent a similar cable."_s,
        {u"message held 2025-10-07 | Moses Okello UG sender; Piet Vos NL recipient"_s,
         u"message held 2025-10-07 | Peter Otieno KE sender; Piet Vos NL recipient"_s});
    row("wish", u"Dutch Prime Minister Piet Vos wants to meet Kenyan President Peter Otieno."_s,
        {u"meeting proposed undated | Peter Otieno KE party; Piet Vos NL party"_s});
    row("message",
        u"Kenyan President Peter Otieno sent a congratulatory message to Dutch Prime Minister Piet Vos on Tuesday."_s,
        {u"message held 2025-10-07 | Peter Otieno KE sender; Piet Vos NL recipient"_s});
    row("letter", u"Dutch Prime Minister Piet Vos has received a letter from Kenyan President Peter Otieno."_s,
        {u"message held 2025-10-08~ | Peter Otieno KE sender; Piet Vos NL recipient"_s});
    row("no time word", u"Kenyan President Peter Otieno spoke by telephone with Dutch Prime Minister Piet Vos."_s,
        {u"call held 2025-10-08~ | Peter Otieno KE party; Piet Vos NL party"_s});
    row("late in a month",
        u"Kenyan President Peter Otieno and Dutch Prime Minister Piet Vos met in Oslo in late August."_s,
        {u"meeting held 2025-08-21/2025-08-31 Oslo | Peter Otieno KE party; Piet Vos NL party"_s});
    row("two days", u"Dutch Prime Minister Piet Vos visited Nairobi from Thursday to Friday."_s,
        {u"visit held 2025-10-02/2025-10-03 Nairobi | Kenya KE host; Piet Vos NL guest"_s});
    row("passive",
        u"Dutch Prime Minister Piet Vos was received by Kenyan President Peter Otieno in Nairobi on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("role without a name",
        u"Kenyan President Peter Otieno met the Ugandan defense minister in Nairobi on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Ugandan defense minister UG guest"_s});
    row("here", u"Kenyan President Peter Otieno received Dutch Prime Minister Piet Vos here on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s}, u"Nairobi"_s);
    row("separate meetings",
        u"Kenyan President Peter Otieno held separate meetings with Dutch Prime Minister Piet Vos and Portuguese President Ana Sol in Nairobi on Monday."_s,
        {u"meeting held 2025-10-06 Nairobi | Ana Sol PT guest; Peter Otieno KE host"_s,
         u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("by video",
        u"Kenyan President Peter Otieno held a video conference with Dutch Prime Minister Piet Vos on Monday."_s,
        {u"call held 2025-10-06 | Peter Otieno KE party; Piet Vos NL party"_s});
    row("organisation", u"UN Secretary-General Paulo Neves met Kenyan President Peter Otieno in New York on Monday."_s,
        {u"meeting held 2025-10-06 New York | Paulo Neves - party; Peter Otieno KE party"_s});
    row("negated", u"Kenyan President Peter Otieno did not meet Dutch Prime Minister Piet Vos."_s,
        {u"meeting cancelled undated | Peter Otieno KE party; Piet Vos NL party"_s});
}

void TestAccounts::longerRows()
{
    row("readout",
        u"Portuguese Foreign Minister Ana Sol held talks with her Norwegian counterpart Lars Berg in Lisbon on "
        u"Tuesday.\n\n"
        "During the meeting, the two sides discussed fishing. Sol said the talks were useful, and Berg thanked her.\n\n"
        "Berg invited Sol to visit Oslo."_s,
        {u"meeting held 2025-10-07 Lisbon | Ana Sol PT host; Lars Berg NO guest"_s,
         u"visit invited undated Oslo | Ana Sol PT guest; Lars Berg NO host"_s});
    row("background",
        u"Kenyan President Peter Otieno telephoned Dutch Prime Minister Piet Vos on Monday.\n\nThey talked about "
        u"flowers "
        "and trade. The two leaders last met in Nairobi in March 2024."_s,
        {u"call held 2025-10-06 | Peter Otieno KE caller; Piet Vos NL recipient"_s,
         u"meeting held 2024-03 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("visit with an inviter",
        u"Norwegian Defence Minister Lars Berg arrived in Lisbon on Monday at the invitation of his Portuguese "
        "counterpart Ana Sol.\n\nThe Portuguese parliament opened its session."_s,
        {u"visit held 2025-10-06 Lisbon | Ana Sol PT host; Lars Berg NO guest"_s});
    row("two in one article",
        u"Dutch Prime Minister Piet Vos spoke by phone with Kenyan President Peter Otieno on Tuesday.\n\nOn Monday, "
        u"Vos "
        "met Ugandan President Moses Okello in Amsterdam.\n\nKenyan Foreign Minister Grace Njeri said the call was "
        "useful."_s,
        {u"call held 2025-10-07 | Peter Otieno KE party; Piet Vos NL party"_s,
         u"meeting held 2025-10-06 Amsterdam | Moses Okello UG guest; Piet Vos NL host"_s});
    row("event before who takes part",
        u"A telephone conversation took place on Monday between Kenyan President Peter Otieno and Dutch Prime Minister "
        "Piet Vos."_s,
        {u"call held 2025-10-06 | Peter Otieno KE party; Piet Vos NL party"_s});
    row("visit and reception in one sentence",
        u"Dutch Foreign Minister Piet Vos paid an official visit to Nairobi on Monday and was received there by Kenyan "
        "President Peter Otieno."_s,
        {u"meeting held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s,
         u"visit held 2025-10-06 Nairobi | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("several travel in one relative clause",
        u"Kenyan President Peter Otieno praised Dutch Foreign Minister Piet Vos and Norwegian Foreign Minister Lars "
        "Berg, who both arrived in Nairobi on Monday."_s,
        {u"visit held 2025-10-06 Nairobi | Kenya KE host; Lars Berg NO guest"_s,
         u"visit held 2025-10-06 Nairobi | Kenya KE host; Piet Vos NL guest"_s});
    row("abbreviation defined in brackets",
        u"The Minister of Foreign Affairs and Cooperation (MINAFCO) of Kenya, Grace Njeri, spoke on Monday.\n\nMINAFCO "
        "received Dutch Foreign Minister Piet Vos in Nairobi."_s,
        {u"meeting held 2025-10-08~ Nairobi | Grace Njeri KE host; Piet Vos NL guest"_s});
    row("pronoun behind a setting",
        u"Kenyan President Peter Otieno opened the summit. On its margins he met Dutch Prime Minister Piet Vos."_s,
        {u"meeting held 2025-10-08~ | Peter Otieno KE party; Piet Vos NL party"_s});
    row("visit in a relative clause",
        u"Kenyan President Peter Otieno recalled the visit that Dutch Prime Minister Piet Vos had made to Nairobi on "
        "Monday."_s,
        {u"visit held 2025-10-06 Nairobi | Kenya KE host; Piet Vos NL guest"_s});
}

/** Who takes part besides, who mediates, and where it took place without its sentence saying so. */
void TestAccounts::companyRows()
{
    row("attended later, of a side told",
        u"Kenyan President Peter Otieno met Ugandan President Moses Okello in Nairobi on Monday.\n\nThey agreed to "
        u"hold "
        u"the next round of consultations in Kampala in December.\n\nThe meeting was attended by Defence Minister "
        u"Grace "
        u"Njeri and Ugandan Ambassador Joy Auma."_s,
        {u"meeting held 2025-10-06 Nairobi | Grace Njeri KE host; Joy Auma UG guest; Moses Okello UG guest; Peter "
         u"Otieno "
         u"KE host"_s,
         u"meeting planned 2025-12 Kampala | Kenya KE guest; Uganda UG host"_s});
    row("delegations led",
        u"Talks between Kenya and Uganda were held in Vienna on Monday with the mediation of Austria. The Kenyan "
        u"delegation was headed by Peter Otieno and the Ugandan delegation by Moses Okello."_s,
        {u"meeting held 2025-10-06 Vienna | Austria AT mediator; Moses Okello UG party; Peter Otieno KE party"_s});
    row("a town described",
        u"Dutch Foreign Minister Piet Vos met Kenyan Foreign Minister Grace Njeri in the eastern port city of Mombasa "
        u"on "
        u"Monday. He also met Kenyan President Peter Otieno."_s,
        {u"meeting held 2025-10-06 Mombasa | Grace Njeri KE host; Piet Vos NL guest"_s,
         u"meeting held 2025-10-06~ Mombasa | Peter Otieno KE host; Piet Vos NL guest"_s});
    row("received for talks",
        u"Kenyan President Peter Otieno received Ugandan President Moses Okello in Nairobi on Monday for talks on milk."_s,
        {u"meeting held 2025-10-06 Nairobi | Moses Okello UG guest; Peter Otieno KE host"_s});
}

void TestAccounts::tells()
{
    QFETCH(QString, body);
    QFETCH(QString, city);
    QFETCH(QStringList, accounts);
    QCOMPARE(accountsOf(articleOf(body, city)).join(u" // "_s), accounts.join(u" // "_s));
}

void TestAccounts::tellsNothing_data()
{
    QTest::addColumn<QString>("body");
    for (const char *body : {
             "Kenyan President Peter Otieno met Kenyan Foreign Minister Grace Njeri in Nairobi on Monday.",
             "Kenyan President Peter Otieno said that Uganda should open its border.",
             "Kenyan President Peter Otieno spoke to reporters about Dutch Prime Minister Piet Vos.",
             "Dutch coach Piet Vos met the players of Kenya in Nairobi on Monday.",
             "If Kenyan President Peter Otieno ever met Dutch Prime Minister Piet Vos, nobody knows it.",
             "Kenyan President Peter Otieno opened a school in Nairobi on Monday.",
             "The foreign ministers of the world should meet more often.",
             "A company of Kenya signed a contract with a company of Uganda.",
             "Kenyan President Peter Otieno praised a letter that a child had written.",
             "The river visits no town. The call of the bird was heard in Nairobi.",
             "Kenyan President Peter Otieno called on Ugandan President Moses Okello to step back.",
             "Talks between the unions and the company continue in Nairobi.",
             "Kenyan President Peter Otieno and Dutch Prime Minister Piet Vos have not met since 2019.",
             "It is reported that Kenyan President Peter Otieno will meet Dutch Prime Minister Piet Vos. Can you "
             "confirm "
             "it?",
             "In Nairobi, Ana Sol met Kenya's Grace Njeri in the second round of the tournament.",
         })
        QTest::newRow(body) << QString::fromUtf8(body);
}

void TestAccounts::tellsNothing()
{
    QFETCH(QString, body);
    QCOMPARE(accountsOf(articleOf(body)).join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
