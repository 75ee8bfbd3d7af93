// What figures and pages ask of the evidence: declared numbers beside counts, chips beside rows.
#include "app/evidence/hooks.h"

#include <map>
#include <set>

#include "app/organisations/public.h"
#include "html/components.h"

namespace nc::app {

namespace {

Date day(const db::Row& row, int column) { return Date::from_iso(row.text(column)).value_or(Date{}); }

std::vector<fig::ClaimSeen> claims_of(db::ReadDb& db, const Actor& actor, const std::string& code, std::int64_t org) {
  const Condition scope = org_scope(actor, "c");
  db::Params params{code, org};
  std::string spans, proofs;  // evidence of others stays theirs: the claim is told without it
  append(spans, params, org_scope(actor, "s"));
  append(proofs, params, org_scope(actor, "e"));
  std::string sql =
      "SELECT c.id, c.unit, c.status, c.period_from, c.period_to, c.amount, c.amount_q, e.id, e.title, e.published, s.id, s.quote, c.settled_on, c.settled_by, c.settled_reason "
      "FROM claim c LEFT JOIN evidence_span s ON s.claim = c.id AND s.deleted = 0 AND " + spans +
      " LEFT JOIN evidence e ON e.id = s.evidence AND e.deleted = 0 AND " + proofs +
      " WHERE c.deleted = 0 AND c.indicator = $1 AND c.about = $2 AND (";
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
    c.settled = !row.text(12).empty();
    c.settled_on = std::string(row.text(12));
    c.settled_by = std::string(row.text(13));
    c.settled_reason = std::string(row.text(14));
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
  hooks.units_on = organisations_below;
  return hooks;
}

namespace {

/// "(s.register_name = $1 AND s.record_id IN (...)) OR ...", grouped by register so that ids stay one list each.
std::string these_records(const std::vector<RecordKey>& records, db::Params& params) {
  std::map<std::string, std::set<std::int64_t>> ids;
  for (const auto& key : records) ids[key.register_name].insert(key.id);
  std::string sql;
  for (const auto& [name, list] : ids) {
    params.emplace_back(name);
    sql += (sql.empty() ? "(s.register_name = $" : " OR (s.register_name = $") + std::to_string(params.size()) + " AND s.record_id IN (";
    std::string numbers;
    for (const std::int64_t id : list) numbers += (numbers.empty() ? "" : ",") + std::to_string(id);
    sql += numbers + "))";
  }
  return "(" + sql + ")";
}

/// " AND ...": the actor sees both the marked words (s) and the evidence (e).
std::string seen_evidence(const Actor& actor, db::Params& params) {
  std::string sql;
  for (const char* alias : {"s", "e"}) {
    const Condition scope = org_scope(actor, alias);
    if (scope.sql == "TRUE") continue;
    sql += " AND ";
    append(sql, params, scope);
  }
  return sql;
}

struct Chip { std::string kind, source, number, published; std::int64_t evidence = 0, span = 0, n = 0; };

/// "Thời Đại 08/12", "1642/QĐ-UBND", "2 ảnh": what one chip says.
std::string chip_label(const Chip& c, Lang lang) {
  const bool vi = lang == Lang::vi;
  const auto day = Date::from_iso(c.published);
  if (c.n == 1 && c.kind == "decision" && !c.number.empty()) return c.number;
  if (c.n == 1 && c.kind == "article" && !c.source.empty() && c.source.size() <= 24) return c.source + (day ? " " + format_date(*day, Lang::vi).substr(0, 5) : "");
  const std::string n = std::to_string(c.n) + " ";
  if (c.kind == "article") return n + (vi ? "báo" : c.n == 1 ? "article" : "articles");
  if (c.kind == "decision") return n + (vi ? "QĐ" : c.n == 1 ? "decision" : "decisions");
  if (c.kind == "photo") return n + (vi ? "ảnh" : c.n == 1 ? "photo" : "photos");
  return n + (vi ? "bản scan" : c.n == 1 ? "scan" : "scans");
}

}  // namespace

std::int64_t with_evidence(db::ReadDb& db, const Actor& actor, const std::vector<RecordKey>& records) {
  if (records.empty()) return 0;
  db::Params params;
  std::string which = these_records(records, params);
  which += seen_evidence(actor, params);
  return db.integer(db::Sql::built("SELECT COUNT(*) FROM (SELECT DISTINCT s.register_name, s.record_id FROM evidence_span s JOIN evidence e ON e.id = s.evidence "
                                   "WHERE s.deleted = 0 AND e.deleted = 0 AND " + which + ") d"), params);
}

std::vector<Html> evidence_chips(db::ReadDb& db, const Actor& actor, const std::vector<RecordKey>& records, Lang lang, bool missing) {
  std::vector<Html> chips(records.size(), Html(lang));
  if (records.empty()) return chips;
  db::Params params;
  std::string which = these_records(records, params);
  which += seen_evidence(actor, params);
  std::map<RecordKey, std::vector<Chip>> found;
  db.each(db::Sql::built("SELECT s.register_name, s.record_id, CASE WHEN e.kind IN ('article', 'decision', 'photo') THEN e.kind ELSE 'scan' END, MIN(e.source), MIN(e.number), "
                         "MIN(e.published), MIN(e.id), MIN(s.id), COUNT(DISTINCT e.id) FROM evidence_span s JOIN evidence e ON e.id = s.evidence "
                         "WHERE s.deleted = 0 AND e.deleted = 0 AND " + which + " GROUP BY 1, 2, 3 ORDER BY 7"), params, [&](const db::Row& row) {
    found[{std::string(row.text(0)), row.integer(1)}].push_back(
        {std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)), row.integer(6), row.integer(7), row.integer(8)});
    return true;
  });
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto it = found.find(records[i]);
    if (it == found.end()) {
      if (missing) chips[i] << evidence_chip(lang, "missing", "", "");
      continue;
    }
    for (std::size_t k = 0; k < it->second.size() && k < 2; ++k) {
      const Chip& c = it->second[k];
      chips[i] << evidence_chip(lang, chip_kind(c.kind), chip_label(c, lang), "/evidence/" + std::to_string(c.evidence) + "?span=" + std::to_string(c.span) + "#span-" + std::to_string(c.span));
    }
    if (it->second.size() > 2) chips[i] << "<span class=\"m3 xs\">+"_h << (it->second.size() - 2) << "</span>"_h;
  }
  return chips;
}

}  // namespace nc::app
