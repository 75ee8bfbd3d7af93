// What figures and pages ask of the evidence: declared numbers beside counts, chips beside rows.
#include "app/evidence/hooks.h"

#include <map>

#include "html/components.h"

namespace nc::app {

namespace {

Date day(const db::Row& row, int column) { return Date::from_iso(row.text(column)).value_or(Date{}); }

std::vector<fig::ClaimSeen> claims_of(db::ReadDb& db, const Actor& actor, const std::string& code, std::int64_t org) {
  Condition scope = org_scope(actor, "c");
  db::Params params{code, org};
  std::string sql =
      "SELECT c.id, c.unit, c.status, c.period_from, c.period_to, c.amount, c.amount_q, e.id, e.title, e.published, s.id, s.quote "
      "FROM claim c LEFT JOIN evidence_span s ON s.claim = c.id AND s.deleted = 0 LEFT JOIN evidence e ON e.id = s.evidence AND e.deleted = 0 "
      "WHERE c.deleted = 0 AND c.indicator = $1 AND c.about = $2 AND (";
  append(sql, params, scope);
  std::vector<fig::ClaimSeen> out;
  db.each(db::Sql::built(sql + ") ORDER BY c.period_from, c.id, s.id"), params, [&](const db::Row& row) {
    if (!out.empty() && out.back().id == row.integer(0)) return true;  // a further proof of the same claim
    fig::ClaimSeen c;
    c.id = row.integer(0);
    c.unit = std::string(row.text(1));
    c.status = std::string(row.text(2));
    c.period = {day(row, 3), day(row, 4)};
    if (!row.null(5)) c.value = static_cast<double>(row.integer(5));
    if (!row.null(6)) qualifier_from_code(row.text(6), c.qualifier);
    c.evidence = row.integer(7);
    c.source_title = std::string(row.text(8));
    c.published = std::string(row.text(9));
    c.span = row.integer(10);
    c.quote = std::string(row.text(11));
    out.push_back(std::move(c));
    return true;
  });
  return out;
}

/// The reform of 1 July 2025 joined territories: figures before and after are not of the same area, unless nothing was joined.
Message territory_break(db::ReadDb& db, const std::string& org, const Period& before, const Period& now) {
  auto row = db.first(
      "SELECT s.date, s.description FROM succession s JOIN organisation o ON o.id = s.to_org WHERE s.deleted = 0 AND s.kind = 'merge' AND s.date > $1 AND s.date <= $2 "
      "AND (o.code = $3 OR o.id IN (SELECT t.ancestor FROM org_tree t JOIN organisation self ON self.id = t.descendant WHERE self.code = $3) "
      "OR o.id IN (SELECT h.locality_id FROM org_home h JOIN organisation self ON self.id = h.org_id WHERE self.code = $3)) ORDER BY s.date LIMIT 1",
      {before.from.iso(), now.to.iso(), org});
  if (!row) return {};
  const auto date = Date::from_iso(db::as_text((*row)[0])).value_or(Date{});
  return {"không so sánh: địa bàn thay đổi từ ngày " + format_date(date, Lang::vi), "not comparable: the territory changed on " + format_date(date, Lang::en)};
}

std::string_view chip_kind(std::string_view evidence_kind) {
  if (evidence_kind == "article") return "press";
  if (evidence_kind == "decision") return "decision";
  if (evidence_kind == "photo") return "photo";
  return "scan";
}

}  // namespace

fig::Hooks figure_hooks() {
  fig::Hooks hooks;
  hooks.claims = claims_of;
  hooks.fact_condition =
      "EXISTS (SELECT 1 FROM evidence_span fs WHERE fs.deleted = 0 AND fs.fact = {value} AND fs.register_name = r.register AND fs.record_id = r.id)";
  hooks.break_between = territory_break;
  return hooks;
}

std::vector<Html> evidence_chips(db::ReadDb& db, const std::vector<RecordKey>& records, Lang lang, bool missing) {
  std::vector<Html> chips(records.size(), Html(lang));
  if (records.empty()) return chips;
  std::map<RecordKey, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < records.size(); ++i) places[records[i]].push_back(i);
  // Grouped by register, so that the list of ids stays one list a register.
  std::map<std::string, std::vector<std::int64_t>> ids;
  for (const auto& [key, at] : places) ids[key.register_name].push_back(key.id);
  db::Params params;
  std::string sql =
      "SELECT s.register_name, s.record_id, e.id, e.kind, e.source, e.title, MIN(s.id) FROM evidence_span s JOIN evidence e ON e.id = s.evidence "
      "WHERE s.deleted = 0 AND e.deleted = 0 AND (";
  for (const auto& [name, list] : ids) {
    params.emplace_back(name);
    sql += (params.size() > 1 ? " OR (s.register_name = $" : "(s.register_name = $") + std::to_string(params.size()) + " AND s.record_id IN (";
    for (std::size_t i = 0; i < list.size(); ++i) sql += (i ? "," : "") + std::to_string(list[i]);
    sql += "))";
  }
  std::map<RecordKey, int> shown;
  db.each(db::Sql::built(sql + ") GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 3"), params, [&](const db::Row& row) {
    const RecordKey key{std::string(row.text(0)), row.integer(1)};
    if (++shown[key] > 2) return true;
    const std::string label(row.text(4).empty() ? row.text(5) : row.text(4));
    const std::string href = "/evidence/" + std::to_string(row.integer(2)) + "?span=" + std::to_string(row.integer(6));
    for (std::size_t at : places[key]) chips[at] << evidence_chip(lang, chip_kind(row.text(3)), label, href);
    return true;
  });
  for (const auto& [key, at] : places) {
    const int n = shown[key];
    for (std::size_t i : at) {
      if (n > 2) chips[i] << "<span class=\"m3 xs\">+"_h << (n - 2) << "</span>"_h;
      if (n == 0 && missing) chips[i] << evidence_chip(lang, "missing", lang == Lang::vi ? "Thiếu chứng cứ" : "No evidence", "");
    }
  }
  return chips;
}

}  // namespace nc::app
