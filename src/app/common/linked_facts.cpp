// Dated facts of several registers that name one record, as one statement, and how they are told in words.
#include "app/common/linked_facts.h"

#include <algorithm>

#include "app/catalog.h"

namespace nc::app {

namespace {

std::string target_of(const FactSource& s) { return s.many.empty() ? "f." + s.link : "q.id"; }

/// SELECT target, id, title, day, way of the facts of one kind, without its last condition.
std::string select_of(const FactSource& s, const reg::Description& d) {
  const std::string target = target_of(s);
  return "SELECT " + target + " AS target, f.id AS id, f." + d.title_field + " AS title, f." + s.date + " AS day, " + s.way + " AS way";
}

std::string from_of(const FactSource& s) {
  if (!s.many.empty()) return " FROM " + s.register_name + " f JOIN " + s.many + " q ON f." + s.link + " LIKE '%|' || CAST(q.id AS text) || '|%' WHERE f." + s.link + " IS NOT NULL AND f.deleted = 0 AND " + s.condition;
  return " FROM " + s.register_name + " f WHERE f.deleted = 0 AND f." + s.link + " IS NOT NULL AND " + s.condition;
}

LinkedFact fact_of(const std::string& register_name, const db::Row& r, int first) {
  LinkedFact f;
  f.register_name = register_name;
  f.target = r.integer(first);
  f.id = r.integer(first + 1);
  f.title = r.text(first + 2);
  f.day = Date::from_iso(r.text(first + 3)).value_or(Date{});
  f.way = r.text(first + 4);
  return f;
}

}  // namespace

Message LinkedFact::what() const {
  if (register_name == "delegation") return way == "out" ? Text("đoàn ra", "outgoing delegation") : Text("đoàn vào", "incoming delegation");
  if (register_name == "gift") return way == "received" ? Text("nhận tặng phẩm", "gift received") : Text("trao tặng phẩm", "gift given");
  if (register_name == "aid") return Text("khoản viện trợ", "aid item");
  if (register_name == "agreement") return Text("ký thỏa thuận", "agreement signed");
  if (register_name == "charity") return Text("việc nhân đạo", "charity");
  if (register_name == "scholarship") return Text("học bổng", "scholarship");
  if (register_name == "activity") return Text("hoạt động", "activity");
  if (register_name == "contact_log") return Text("liên hệ", "contact");
  if (register_name == "support_case") return Text("việc nhờ giúp", "request for help");
  if (register_name == "diaspora_estimate") return Text("khai số người", "number declared");
  if (register_name == "petition") return Text("yêu cầu", "petition");
  if (register_name == "commitment") return Text("tiến độ cam kết", "progress of a commitment");
  if (way == "greeting_letter") return Text("thư chúc mừng", "greeting letter");
  return Text("thăm, chào xã giao", "courtesy contact");
}

std::string LinkedFact::href() const {
  const reg::Description* d = catalog().find(register_name);
  return d ? "/" + d->path + "/" + std::to_string(id) : std::string();
}

std::map<std::int64_t, LinkedFact> last_facts(db::ReadDb& db, const Actor& actor, const std::vector<FactSource>& sources, Date day) {
  std::map<std::int64_t, LinkedFact> out;
  for (const FactSource& s : sources) {
    const reg::Description* d = catalog().find(s.register_name);
    if (!d) continue;
    const std::string target = target_of(s);
    db::Params params{day.iso()};
    std::string sql = "SELECT target, id, title, day, way FROM (" + select_of(s, *d) + ", ROW_NUMBER() OVER (PARTITION BY " + target + " ORDER BY f." + s.date + " DESC, f.id DESC) AS place" + from_of(s) +
                      " AND f." + s.date + " <= $1 AND (";
    append(sql, params, d->scope(actor, "f"));
    db.each(db::Sql::built(sql + ")) x WHERE place = 1"), params, [&](const db::Row& r) {
      LinkedFact f = fact_of(s.register_name, r, 0);
      const auto [at, fresh] = out.try_emplace(f.target, f);
      if (!fresh && at->second.day < f.day) at->second = std::move(f);
      return true;
    });
  }
  return out;
}

std::vector<LinkedFact> facts_with(db::ReadDb& db, const Actor& actor, const std::vector<FactSource>& sources, std::int64_t target, Date day, std::size_t most) {
  std::string sql;
  db::Params params{target, day.iso(), static_cast<std::int64_t>(most)};
  for (const FactSource& s : sources) {
    const reg::Description* d = catalog().find(s.register_name);
    if (!d) continue;
    sql += std::string(sql.empty() ? "" : " UNION ALL ") + "SELECT * FROM (SELECT CAST('" + s.register_name + "' AS text) AS register_name, a.* FROM (" + select_of(s, *d) + from_of(s) + " AND f." + s.date + " <= $2 AND " +
           target_of(s) + " = $1 AND (";
    append(sql, params, d->scope(actor, "f"));
    sql += ")) a ORDER BY a.day DESC, a.id DESC LIMIT $3) " + s.register_name + "_facts";
  }
  std::vector<LinkedFact> out;
  db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    out.push_back(fact_of(std::string(r.text(0)), r, 1));
    return true;
  });
  std::stable_sort(out.begin(), out.end(), [](const LinkedFact& a, const LinkedFact& b) { return a.day > b.day; });
  if (out.size() > most) out.resize(most);
  return out;
}

int months_between(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  return to.day() < from.day() ? months - 1 : months;
}

Message last_words(const LinkedFact& last, Date today) {
  const std::string month = std::to_string(last.day.month()) + "/" + std::to_string(last.day.year());
  const int months = months_between(last.day, today);
  const Message what = last.what();
  const Message ago = months < 1 ? Message(Text("trong tháng này", "within a month")) : Message(std::to_string(months) + " tháng trước", std::to_string(months) + (months == 1 ? " month ago" : " months ago"));
  return {"lần cuối: " + what.vi + " " + month + ", " + ago.vi, "last: " + what.en + " " + month + ", " + ago.en};
}

}  // namespace nc::app
