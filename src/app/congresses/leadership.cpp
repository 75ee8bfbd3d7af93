// Terms that end, who leads, and completing personnel between congresses.
#include "app/congresses/leadership.h"

#include <algorithm>

#include "app/common/fresh_record.h"
#include "app/common/within.h"
#include "app/congresses/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/hash.h"

namespace nc::app {

namespace {

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

int rank_of(const std::string& title) {
  const auto& all = office_titles().all();
  return static_cast<int>(std::ranges::find(all, title, &Option::code) - all.begin());
}

}  // namespace

std::vector<TermSeen> latest_terms(db::ReadDb& db, const Actor& actor) {
  std::vector<TermSeen> out;
  each_within(db, "SELECT o.id, COALESCE(o.short_name, o.name), o.code, t.id, t.name, t.from_date, t.to_date, COALESCE(t.illustrative, 0), "
                  "(SELECT MIN(c.id) FROM congress c WHERE c.deleted = 0 AND c.org_id = o.id AND c.status IN ('plan_submitted', 'agreed', 'preparing')) "
                  "FROM organisation o LEFT JOIN term t ON t.org_id = o.id AND t.deleted = 0 AND NOT EXISTS (SELECT 1 FROM term u WHERE u.deleted = 0 AND u.org_id = o.id AND (u.to_date > t.to_date OR (u.to_date = t.to_date AND u.id > t.id))) "
                  "WHERE o.deleted = 0 AND o.status = 'active' AND o.kind IN ('national_union', 'provincial_union', 'bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee')",
              {}, reach_scope(actor, "o"), "ORDER BY CASE WHEN t.to_date IS NULL THEN 1 ELSE 0 END, t.to_date, o.id", [&](const db::Row& r) {
                out.push_back({r.integer(0), r.integer(3), r.integer(8), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(4)), Date::from_iso(r.text(5)).value_or(Date{}), Date::from_iso(r.text(6)).value_or(Date{}), r.integer(7) != 0});
                return true;
              });
  return out;
}

std::vector<Officer> officers_of(db::ReadDb& db, const Actor& actor, std::int64_t org, Date day) {
  std::vector<Officer> out;
  each_within(db, "SELECT a.id, a.version, a.person, a.title, a.from_date, a.to_date, a.illustrative FROM appointment a WHERE a.deleted = 0 AND a.org_id = $1 AND a.from_date <= $2 AND (a.to_date IS NULL OR a.to_date > $2)", {org, day.iso()}, org_scope(actor, "a"),
              "ORDER BY a.from_date, a.id", [&](const db::Row& r) {
                out.push_back({r.integer(0), r.integer(1), std::string(r.text(2)), std::string(r.text(3)), Date::from_iso(r.text(4)).value_or(Date{}), Date::from_iso(r.text(5)).value_or(Date{}), r.integer(6) != 0});
                return true;
              });
  std::ranges::stable_sort(out, {}, [](const Officer& o) { return rank_of(o.title); });
  return out;
}

tl::expected<std::string, Problems> complete_personnel(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const Personnel& p) {
  const reg::Description& d = appointments();
  Problems problems;
  const auto complain = [&](const char* field, const char* vi, const char* en) { problems.push_back({Code::invalid, Message(vi, en), field}); };
  if (p.leaves == 0 && p.comes.empty()) complain("comes", "Ghi người thôi giữ chức, người nhận chức, hoặc cả hai.", "State who leaves, who comes, or both.");
  if (!p.comes.empty() && p.title.empty()) complain("title", "Chọn chức vụ của người nhận.", "Choose the office of the one who comes.");
  if (p.leaves != 0 && p.ended_by.empty()) complain("ended_by", "Chọn vì sao thôi giữ chức.", "Choose why the office ended.");
  if (!p.date) complain("date", "Ghi ngày có hiệu lực.", "State the day it takes effect.");
  if (p.decision_no.empty()) complain("decision_no", "Ghi số nghị quyết, quyết định.", "State the number of the decision.");
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  const std::string batch = "personnel-" + random_token(8);
  const reg::SaveOptions options{.reason = p.decision_no, .batch = batch, .action = "personnel"};
  if (p.leaves != 0) {
    auto old = reg::load(tx, d, actor, p.leaves);
    if (!old || db::as_int((*old)[reg::k_org]) != p.org) return tl::make_unexpected(Problems{{Code::invalid, Text("Chọn lại người thôi giữ chức.", "Choose again who leaves."), "leaves"}});
    (*old)[at(d, "to_date")] = p.date.iso();
    (*old)[at(d, "ended_by")] = p.ended_by;
    if (auto saved = reg::save(tx, catalog, d, actor, std::move(*old), options); !saved) return tl::make_unexpected(saved.error());
  }
  if (p.comes.empty()) return batch;
  reg::Cells cells = fresh_record(d, p.org);
  cells[at(d, "person")] = p.comes;
  cells[at(d, "title")] = p.title;
  cells[at(d, "body")] = p.body.empty() ? std::string("executive_committee") : p.body;
  cells[at(d, "how")] = p.how.empty() ? std::string("co_opted") : p.how;
  cells[at(d, "from_date")] = p.date.iso();
  cells[at(d, "decision_no")] = p.decision_no;
  for (const TermSeen& t : latest_terms(tx, actor))
    if (t.org == p.org && t.term != 0) cells[at(d, "term")] = t.term;
  if (auto saved = reg::save(tx, catalog, d, actor, std::move(cells), options); !saved) return tl::make_unexpected(saved.error());
  return batch;
}

}  // namespace nc::app
