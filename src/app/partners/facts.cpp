// What shows that a relation lives: dated facts of all registers that name a partner.
#include "app/partners/facts.h"

#include <algorithm>

#include "app/catalog.h"
#include "app/common/within.h"

namespace nc::app {

const std::vector<FactSource>& fact_sources() {
  static const std::vector<FactSource> all{
      {"delegation", "partner", "from_date", "f.status NOT IN ('cancelled', 'refused')", "f.direction"},
      {"aid", "donor", "from_date", "f.from_date IS NOT NULL", "''"},
      {"courtesy", "partner", "date", "f.status <> 'skipped'", "f.kind"},
      {"agreement", "partner", "signed_on", "f.signed_on IS NOT NULL", "''"},
      {"charity", "sponsor", "date", "f.date IS NOT NULL", "''"},
      {"scholarship", "donor", "date", "f.date IS NOT NULL", "''"},
      {"gift", "partner", "date", "f.status <> 'planned'", "f.direction"},
      {"contact_log", "partner", "date", "f.date IS NOT NULL", "f.channel"},
      {"activity", "partner_links", "from_date", "f.status IN ('done', 'reported')", "''", true}};
  return all;
}

namespace {

/// SELECT partner, id, title, day, way of the facts of one kind, without its last condition.
std::string select_of(const FactSource& s, const reg::Description& d) {
  const std::string partner = s.many ? "q.id" : "f." + s.link;
  return "SELECT " + partner + " AS partner, f.id AS id, f." + d.title_field + " AS title, f." + s.date + " AS day, " + s.way + " AS way";
}

std::string from_of(const FactSource& s) {
  if (s.many) return " FROM " + s.register_name + " f JOIN partner q ON f." + s.link + " LIKE '%|' || CAST(q.id AS text) || '|%' WHERE f." + s.link + " IS NOT NULL AND f.deleted = 0 AND " + s.condition;
  return " FROM " + s.register_name + " f WHERE f.deleted = 0 AND f." + s.link + " IS NOT NULL AND " + s.condition;
}

PartnerFact fact_of(const std::string& register_name, const db::Row& r, int first) {
  PartnerFact f;
  f.register_name = register_name;
  f.partner = r.integer(first);
  f.id = r.integer(first + 1);
  f.title = r.text(first + 2);
  f.day = Date::from_iso(r.text(first + 3)).value_or(Date{});
  f.way = r.text(first + 4);
  return f;
}

}  // namespace

Message PartnerFact::what() const {
  if (register_name == "delegation") return way == "out" ? Text("đoàn ra", "outgoing delegation") : Text("đoàn vào", "incoming delegation");
  if (register_name == "gift") return way == "received" ? Text("nhận tặng phẩm", "gift received") : Text("trao tặng phẩm", "gift given");
  if (register_name == "aid") return Text("khoản viện trợ", "aid item");
  if (register_name == "agreement") return Text("ký thỏa thuận", "agreement signed");
  if (register_name == "charity") return Text("việc nhân đạo", "charity");
  if (register_name == "scholarship") return Text("học bổng", "scholarship");
  if (register_name == "activity") return Text("hoạt động", "activity");
  if (register_name == "contact_log") return Text("liên hệ", "contact");
  if (way == "greeting_letter") return Text("thư chúc mừng", "greeting letter");
  return Text("thăm, chào xã giao", "courtesy contact");
}

std::string PartnerFact::href() const {
  const reg::Description* d = catalog().find(register_name);
  return d ? "/" + d->path + "/" + std::to_string(id) : std::string();
}

std::map<std::int64_t, PartnerFact> last_facts(db::ReadDb& db, const Actor& actor, Date day) {
  std::map<std::int64_t, PartnerFact> out;
  for (const FactSource& s : fact_sources()) {
    const reg::Description* d = catalog().find(s.register_name);
    if (!d) continue;
    const std::string partner = s.many ? "q.id" : "f." + s.link;
    db::Params params{day.iso()};
    std::string sql = "SELECT partner, id, title, day, way FROM (" + select_of(s, *d) + ", ROW_NUMBER() OVER (PARTITION BY " + partner + " ORDER BY f." + s.date + " DESC, f.id DESC) AS place" + from_of(s) +
                      " AND f." + s.date + " <= $1 AND (";
    append(sql, params, d->scope(actor, "f"));
    db.each(db::Sql::built(sql + ")) x WHERE place = 1"), params, [&](const db::Row& r) {
      PartnerFact f = fact_of(s.register_name, r, 0);
      const auto [at, fresh] = out.try_emplace(f.partner, f);
      if (!fresh && at->second.day < f.day) at->second = std::move(f);
      return true;
    });
  }
  return out;
}

std::vector<PartnerFact> facts_with(db::ReadDb& db, const Actor& actor, std::int64_t partner, Date day, std::size_t most) {
  std::string sql;
  db::Params params{partner, day.iso(), static_cast<std::int64_t>(most)};
  for (const FactSource& s : fact_sources()) {
    const reg::Description* d = catalog().find(s.register_name);
    if (!d) continue;
    sql += std::string(sql.empty() ? "" : " UNION ALL ") + "SELECT * FROM (SELECT CAST('" + s.register_name + "' AS text) AS register_name, a.* FROM (" + select_of(s, *d) + from_of(s) + " AND f." + s.date + " <= $2 AND " +
           (s.many ? "q.id" : "f." + s.link) + " = $1 AND (";
    append(sql, params, d->scope(actor, "f"));
    sql += ")) a ORDER BY a.day DESC, a.id DESC LIMIT $3) " + s.register_name + "_facts";
  }
  std::vector<PartnerFact> out;
  db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    out.push_back(fact_of(std::string(r.text(0)), r, 1));
    return true;
  });
  std::stable_sort(out.begin(), out.end(), [](const PartnerFact& a, const PartnerFact& b) { return a.day > b.day; });
  if (out.size() > most) out.resize(most);
  return out;
}

int months_between(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  return to.day() < from.day() ? months - 1 : months;
}

Message reason_words(const PartnerFact* last, Date relation_since, Date today) {
  if (!last) {
    if (!relation_since) return Text("sổ chưa ghi việc nào", "the registers know of nothing yet");
    return {"quan hệ từ " + format_date(relation_since, Lang::vi) + ", sổ chưa ghi việc nào", "relation since " + format_date(relation_since, Lang::en) + ", the registers know of nothing yet"};
  }
  const std::string month = std::to_string(last->day.month()) + "/" + std::to_string(last->day.year());
  const int months = months_between(last->day, today);
  const Message what = last->what();
  const Message ago = months < 1 ? Message(Text("trong tháng này", "within a month")) : Message(std::to_string(months) + " tháng trước", std::to_string(months) + (months == 1 ? " month ago" : " months ago"));
  return {"lần cuối: " + what.vi + " " + month + ", " + ago.vi, "last: " + what.en + " " + month + ", " + ago.en};
}

std::map<std::int64_t, NextStep> next_steps(db::ReadDb& db, const Actor& actor) {
  std::map<std::int64_t, NextStep> out;
  each_within(db, "SELECT l.partner, l.id, k.id, l.follow_up, COALESCE(k.due, l.follow_up_due) FROM contact_log l LEFT JOIN task k ON k.id = l.task AND k.deleted = 0 "
                  "WHERE l.deleted = 0 AND l.follow_up IS NOT NULL AND (k.id IS NULL OR k.status NOT IN ('done', 'cancelled', 'carried_over'))",
              {}, org_scope(actor, "l"), "ORDER BY 5, l.id", [&](const db::Row& r) {
                out.try_emplace(r.integer(0), NextStep{r.integer(1), r.integer(2), std::string(r.text(3)), Date::from_iso(r.text(4)).value_or(Date{})});
                return true;
              });
  return out;
}

}  // namespace nc::app
