// Papers of a visit: programme in two languages, calendar, letter, report of the result.
#pragma once
#include "app/delegations/programme.h"
#include "app/organisations/public.h"
#include "file/ics.h"
#include "file/paper.h"

namespace nc::app {

/// Which languages a paper is in.
enum class Tongue { vi, en, both };

/// What the papers of a visit are made of.
struct VisitFacts {
  struct Person {
    std::string name, address, title, title_en, organisation, nationality;
    bool head = false;
  };
  struct Gift { std::string what, direction, to; };
  std::int64_t id = 0;
  std::string code, title, title_en, direction, purpose, place, result, programme, decision_no, cost_source, cost, city, status;
  std::vector<std::string> countries;
  Date from, to, decision_date;
  std::string members, head, partner, partner_en, contact;
  std::vector<std::string> joint, joint_en;  ///< English names, "" where there is none
  bool illustrative = false;
  Letterhead office;
  std::vector<ProgrammeItem> items;
  std::vector<Person> people;
  std::vector<Gift> gifts;
  std::string name(Lang lang) const { return lang == Lang::en && !title_en.empty() ? title_en : title; }
  std::string country_names(Lang lang) const;
  std::string days(Lang lang) const;
};
VisitFacts visit_facts(db::ReadDb& db, const Actor& actor, std::int64_t id, const reg::Cells& cells, Date on);

paper::Paper programme_paper(const VisitFacts& v, Tongue tongue);
/// Invitation of those who come, letter of announcement to those who are visited.
paper::Paper visit_letter(const VisitFacts& v, Lang lang);
/// Report of the result: what the register knows is filled in, what only people know stands as "[điền: ...]".
paper::Paper result_paper(const VisitFacts& v);
ics::Calendar visit_calendar(const VisitFacts& v, Lang lang, const std::string& base_url);

}  // namespace nc::app
