// Records that a report names: activities, aid items, awards, petitions, agreements, occasions, meetings.
//
// What is named and what is counted are the same rows: details are read for the rows that the counting engine gives.
#pragma once
#include <string>
#include <vector>

#include "app/reports/drafter.h"

namespace nc::app {

struct ActivityFact {
  std::int64_t id = 0, org = 0;
  std::string title, title_en, kind, host, host_en, host_kind, venue, partners;
  Date day;                          ///< none when only the stretch is known
  std::vector<std::string> countries;
  std::string occasion, occasion_en, occasion_kind;
  Date base;                         ///< first day of the occasion that is remembered
  std::int64_t participants = 0;
  bool illustrative = false;
};
/// Activities of the period, real ones before illustrative ones, then by size and day. Restricted records are never named.
std::vector<ActivityFact> activities_of(Drafter& d, const std::string& org);

struct AidFact {
  std::int64_t id = 0;
  std::string code, title, title_en, kind, donor, donor_en, provider_class, country, recipient, sector, decision, result;
  std::int64_t year_no = 0, amount = 0;
  bool illustrative = false;
};
/// Items of the indicator's rows, real ones first, then by amount.
std::vector<AidFact> aid_of(Drafter& d, std::initializer_list<std::string_view> indicators);
/// Groups of beneficiaries of the items counted by I47.
std::vector<Said> beneficiary_groups_of(Drafter& d);

struct AwardFact { std::string title, kind, subject, authority; Date day; bool own = false; };
std::vector<AwardFact> awards_of(Drafter& d);

struct PetitionFact { std::string from, from_en, person, title, addressed_to; Date date, due, answered; };
std::vector<PetitionFact> petitions_of(Drafter& d);
/// Asked in the five years before the period, without an answer at its end.
std::vector<PetitionFact> waiting_petitions_of(Drafter& d);

struct AgreementFact { std::string code, title, title_en, kind, foreign_party, vn_party, country, label, host, host_en; Date signed_on; bool illustrative = false; };
/// Agreements counted by I64 (in force) or I65 (signed in the period).
std::vector<AgreementFact> agreements_of(Drafter& d, std::string_view indicator, const std::string& org, const Where& where = {});
/// Agreements of the network that are being prepared.
std::vector<AgreementFact> agreements_in_preparation(Drafter& d);

struct OccasionFact { std::string name; Said phrase; std::string kind, country; Date base, day; int years = 0; bool sure = false; Said association; };
/// Round anniversaries (every five years) within the period that concern a country of the network: relations and treaties.
std::vector<OccasionFact> anniversaries_of(Drafter& d, const Period& when);

struct MeetingFact { std::string title, kind; Date date; };
std::vector<MeetingFact> meetings_of(Drafter& d);

struct CourtesyFact { std::string title, kind, partner, country; };
std::vector<CourtesyFact> courtesies_of(Drafter& d, const std::string& kind);

struct CharityFact { std::string title, host, sponsor, place, code; bool households = false, trees = false, value = false; bool illustrative = false; };
std::vector<CharityFact> charity_of(Drafter& d);

struct ClubFact { Said name; std::string topic; };
std::vector<ClubFact> clubs_of(Drafter& d);

/// Associations of compatriots counted by I70.
std::vector<Said> compatriot_associations_of(Drafter& d);
/// One of the numbers that I70C adds, with its place, day and how sure it is; whole countries have no city.
struct EstimateFact { std::string code, city, country, confidence; Date as_of; };
/// By country as papers list them, the largest first within a country.
std::vector<EstimateFact> estimates_of(Drafter& d);

struct MergedArea { std::string name, name_en; Date date; };
/// Areas that joined the office's own within the period.
std::vector<MergedArea> merged_areas(Drafter& d);

struct CampaignFact { std::string title, title_en, initiator; };
std::vector<CampaignFact> campaigns_of(Drafter& d);

/// Records that say only a stretch of time which reaches beyond the period: they count in no period until they have a day.
struct Undated { std::string register_name, path; Message plural; std::int64_t count = 0; Date until; };
std::vector<Undated> undated_of(Drafter& d);

/// How a sentence names an occasion: "ngày thiết lập quan hệ ngoại giao ...", "ngày ký Hiệp ước ...".
Said occasion_phrase(const std::string& name, const std::string& name_en, const std::string& kind, const std::string& country);

/// Names of countries in the order of foreign affairs: neighbours, ASEAN, then by the alphabet.
std::vector<Said> in_protocol_order(std::vector<std::string> iso);
/// "tỉnh Champasak (Lào)", "Champasak Province (Laos)": a foreign locality as registers write it, in both languages.
Said foreign_place(const std::string& name, const std::string& iso);
/// Names in the order of each language.
Said listed_in_order(const std::vector<Said>& names);

}  // namespace nc::app
