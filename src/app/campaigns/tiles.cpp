// What the pages of campaigns share: addresses, words of states and days, the tile of each member.
#include <algorithm>

#include "app/campaigns/pages.h"
#include "app/common/overdue.h"
#include "base/words.h"
#include "file/table.h"

namespace nc::app {

using web::Response;

std::string campaign_url(std::int64_t id, const std::string& more) { return "/report-campaigns/" + std::to_string(id) + more; }
std::string filing_url(std::int64_t id, const std::string& more) { return "/filings/" + std::to_string(id) + more; }

Message number_words(std::int64_t n, const char* vi, const char* en_one, const char* en_many) {
  return {format_int(n, Lang::vi) + " " + vi, format_int(n, Lang::en) + " " + (n == 1 ? en_one : en_many)};
}

Message days_left(Date due, Date on) {
  const std::int64_t days = due.days() - on.days();
  if (days == 0) return Text("hôm nay hết hạn", "due today");
  if (days > 0) return days_left(days);
  return {"quá hạn " + format_int(-days, Lang::vi) + " ngày", format_int(-days, Lang::en) + (days == -1 ? " day overdue" : " days overdue")};
}

Tone filing_tone(const std::string& status, bool late) {
  if (status == "filed" || status == "accepted") return Tone::ok;
  if (status == "returned") return Tone::bad;
  if (status == "filling") return Tone::warn;
  return late ? Tone::bad : Tone::neutral;
}

std::string problem_text(const Problems& problems, const std::string& field, Lang lang) {
  for (const Problem& p : problems)
    if (p.field == field) return p.message.in(lang);
  return {};
}

Response table_file(const std::string& format, const std::string& name, const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  std::vector<tables::Column> columns;
  for (const std::string& h : head) columns.push_back({h, tables::Kind::text, 0});
  if (format != "xlsx") return web::download(tables::write_csv(columns, rows), "text/csv; charset=utf-8", name + ".csv");
  auto bytes = tables::write_xlsx(name, columns, rows);
  return bytes ? web::download(std::move(*bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx") : web::refusal(bytes.error());
}

std::vector<Tile> tiles_of(db::ReadDb& db, const Actor& actor, std::int64_t campaign) {
  std::vector<Tile> out;
  db::Params params{campaign};
  std::string opens, counted;
  append(opens, params, org_scope(actor, "f"));
  append(counted, params, count_scope(actor, "f"));
  const std::string sql =
      "SELECT f.id, f.from_org, f.status, f.channel, f.due, f.filed_on, f.reminded_on, f.late_days, f.returns, f.confirmed, f.illustrative, COALESCE(o.short_name, o.name), o.country_focus, "
      "CASE WHEN " + opens + " THEN 1 ELSE 0 END FROM filing f JOIN organisation o ON o.id = f.from_org WHERE f.deleted = 0 AND f.campaign = $1 AND " + counted + " ORDER BY f.id";
  db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    const auto day = [&](int column) { return Date::from_iso(r.text(column)).value_or(Date{}); };
    Tile t;
    t.id = r.integer(0);
    t.org = r.integer(1);
    t.status = std::string(r.text(2));
    t.channel = std::string(r.text(3));
    t.due = day(4);
    t.filed_on = day(5);
    t.reminded_on = day(6);
    t.late_days = r.integer(7);
    t.returns = r.integer(8);
    t.confirmed = static_cast<int>(std::max<std::ptrdiff_t>(0, std::count(r.text(9).begin(), r.text(9).end(), '|') - 1));
    t.illustrative = r.integer(10) != 0;
    t.name = std::string(r.text(11));
    constexpr std::size_t k_one_code = 4;
    if (r.text(12).size() >= k_one_code) t.country = std::string(r.text(12).substr(1, 2));
    t.open = r.integer(13) == 1;
    if (!t.filed_on && t.due && t.due < today()) t.late_days = today().days() - t.due.days();
    out.push_back(std::move(t));
    return true;
  });
  return out;
}

bool reaches_organisation(db::ReadDb& db, const Actor& actor, std::int64_t org) {
  std::string sql = "SELECT 1 FROM organisation o WHERE o.id = $1 AND ";
  db::Params params{org};
  append(sql, params, reach_scope(actor, "o"));
  return db.first(db::Sql::built(sql), params).has_value();
}

Message state_words(const Tile& t) {
  if (t.status == "filling") {
    const std::string n = std::to_string(t.confirmed) + "/" + std::to_string(form_sections().size());
    return {n + " mục", n + " sections"};
  }
  return {capital(filing_states().label(t.status, Lang::vi)), capital(filing_states().label(t.status, Lang::en))};
}

Message late_words(std::int64_t days) { return {"chậm " + format_int(days, Lang::vi) + " ngày", format_int(days, Lang::en) + (days == 1 ? " day late" : " days late")}; }

std::int64_t filed_count(const std::vector<Tile>& tiles) {
  return std::count_if(tiles.begin(), tiles.end(), [](const Tile& t) { return t.filed(); });
}

}  // namespace nc::app
