// What the papers of a visit are made of, read through the actor's scope. No personal field is among it.
#include "app/common/within.h"
#include "app/delegations/lists.h"
#include "app/delegations/papers.h"
#include "app/delegations/public.h"
#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

std::string flag_names(const std::vector<std::string>& codes, Lang lang) {
  std::string out;
  for (const auto& code : codes) out += (out.empty() ? "" : ", ") + countries().label(code, lang);
  return out;
}

void read_people(db::ReadDb& db, const Actor& actor, VisitFacts& v) {
    each_within(db, "SELECT m.name, m.form_of_address, m.title, m.title_en, m.organisation, m.nationality, m.is_head FROM delegation_member m WHERE m.deleted = 0 AND m.delegation = $1", {v.id}, org_scope(actor, "m"), "ORDER BY m.is_head DESC, m.id", [&](const db::Row& r) {
    const auto text = [&](int column) { return std::string(r.text(column)); };
    v.people.push_back({text(0), text(1), text(2), text(3), text(4), text(5), r.integer(6) != 0});
    return true;
  });
}

void read_gifts(db::ReadDb& db, const Actor& actor, VisitFacts& v) {
  each_within(db, "SELECT g.what, g.direction, COALESCE(NULLIF(g.person, ''), p.name, '') FROM gift g LEFT JOIN partner p ON p.id = g.partner WHERE g.deleted = 0 AND g.status <> 'planned' AND g.delegation = $1", {v.id}, org_scope(actor, "g"), "ORDER BY g.id", [&](const db::Row& r) {
    v.gifts.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2))});
    return true;
  });
}

void read_partner(db::ReadDb& db, const Actor& actor, std::int64_t partner, VisitFacts& v) {
  if (partner == 0) return;
  each_within(db, "SELECT p.name, p.name_en, p.contact FROM partner p WHERE p.id = $1 AND p.deleted = 0", {partner}, org_scope(actor, "p"), "", [&](const db::Row& r) {
    v.partner = r.text(0);
    v.partner_en = r.text(1);
    v.contact = r.text(2);
    return false;
  });
}

void read_joint(db::ReadDb& db, const std::string& stored, VisitFacts& v) {
  std::string number;
  for (const char c : stored + "|") {
    if (c != '|') {
      number += c;
      continue;
    }
    if (const auto id = parse_int(number))
      if (const auto row = db.first("SELECT name, name_en FROM organisation WHERE id = $1", {*id})) v.joint.push_back(db::as_text((*row)[0])), v.joint_en.push_back(db::as_text((*row)[1]));
    number.clear();
  }
}

}  // namespace

std::string VisitFacts::country_names(Lang lang) const { return flag_names(countries, lang); }

std::string VisitFacts::days(Lang lang) const {
  if (!from) return {};
  if (!to || to == from) return format_date(from, lang);
  return format_date(from, lang) + " – " + format_date(to, lang);
}

VisitFacts visit_facts(db::ReadDb& db, const Actor& actor, std::int64_t id, const reg::Cells& cells, Date on) {
  const reg::Description& d = delegations();
  const auto text = [&](const char* column) { return d.text(cells, column); };
  const auto number = [&](const char* column) { return db::as_int(cells[static_cast<std::size_t>(d.column(column))]); };
  const auto shown = [&](const char* field) { return reg::show(*d.find(field), cells, Lang::vi); };
  VisitFacts v;
  v.id = id;
  v.code = db::as_text(cells[reg::k_code]);
  v.title = capital(text("title"));
  v.title_en = text("title_en");
  v.direction = text("direction");
  v.purpose = text("purpose");
  v.status = text("status");
  v.place = text("place");
  v.city = text("visited_city");
  v.result = text("result");
  v.programme = text("programme");
  v.decision_no = text("decision_no");
  v.decision_date = Date::from_iso(text("decision_date")).value_or(Date{});
  v.cost_source = shown("cost_source");
  v.cost = shown("cost");
  v.members = shown("members");
  v.head = text("head");
  v.from = Date::from_iso(text("from_date")).value_or(Date{});
  v.to = Date::from_iso(text("to_date")).value_or(Date{});
  v.illustrative = db::as_int(cells[reg::k_illustrative]) != 0;
  std::string code;
  for (const char c : text("countries")) {
    if (c != '|') code += c;
    else if (!code.empty()) v.countries.push_back(std::exchange(code, {}));
  }
  v.office = letterhead_of(db, db::as_int(cells[reg::k_org]), on);
  read_partner(db, actor, number("partner"), v);
  read_joint(db, text("joint"), v);
  v.items = programme_of(db, actor, id);
  read_people(db, actor, v);
  read_gifts(db, actor, v);
  return v;
}

}  // namespace nc::app
