// How alive an agreement is: its facts, the line of its renewals, and the making of the next one.
#include "app/agreements/pulse.h"

#include <algorithm>
#include <set>

#include "app/agreements/public.h"
#include "app/common/fresh_record.h"
#include "app/common/within.h"
#include "base/clock.h"
#include "base/hash.h"

namespace nc::app {

const std::vector<FactSource>& facts_of_agreements() {
  static const std::vector<FactSource> all{{"delegation", "agreement", "from_date", "f.status NOT IN ('cancelled', 'refused')", "f.direction"},
                                           {"activity", "agreement", "from_date", "f.status IN ('done', 'reported')"},
                                           {"scholarship", "agreement", "date", "f.date IS NOT NULL"},
                                           {"commitment", "agreement", "progress_on", "f.progress_on IS NOT NULL"}};
  return all;
}

std::vector<AgreementSeen> living_agreements(db::ReadDb& db, const Actor& actor, Lang lang) {
  std::vector<AgreementSeen> out;
  each_within(db, "SELECT g.id, g.code, g.title, g.title_en, g.foreign_party, g.country, g.status, COALESCE(g.effective_from, g.signed_on), g.expires_on, g.illustrative, n.id, n.code FROM agreement g "
                  "LEFT JOIN agreement n ON n.renews = g.id AND n.deleted = 0 AND n.status <> 'terminated' WHERE g.deleted = 0 AND g.kind <> 'treaty_reference' AND g.status IN ('signed', 'in_force', 'expiring', 'extended', 'succession_pending')",
              {}, org_scope(actor, "g"), "ORDER BY CASE WHEN g.expires_on IS NULL THEN 1 ELSE 0 END, g.expires_on, g.id", [&](const db::Row& r) {
                AgreementSeen a;
                a.id = r.integer(0);
                a.code = r.text(1);
                a.title = lang == Lang::en && !r.text(3).empty() ? r.text(3) : r.text(2);
                a.party = r.text(4);
                a.country = r.text(5);
                a.status = r.text(6);
                a.from = Date::from_iso(r.text(7)).value_or(Date{});
                a.expires = Date::from_iso(r.text(8)).value_or(Date{});
                a.illustrative = r.integer(9) != 0;
                a.renewal = r.integer(10);
                a.renewal_code = r.text(11);
                if (out.empty() || out.back().id != a.id) out.push_back(std::move(a));
                return true;
              });
  return out;
}

namespace {

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

Problems one(Code code, const char* field, std::string vi, std::string en) { return {{code, Message(std::move(vi), std::move(en)), field}}; }

AgreementLink link_of(const db::Row& r) {
  return {r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), Date::from_iso(r.text(5)).value_or(Date{}), Date::from_iso(r.text(6)).value_or(Date{})};
}

/// One step along the line: the agreement that `id` renews, or those that renew it.
std::vector<AgreementLink> step(db::ReadDb& db, const Actor& actor, std::int64_t id, bool forward) {
  std::vector<AgreementLink> out;
  const auto take = [&](const db::Row& r) {
    out.push_back(link_of(r));
    return true;
  };
  if (forward)
    each_within(db, "SELECT g.id, g.code, g.title, COALESCE(g.period_label, ''), g.status, COALESCE(g.effective_from, g.signed_on), g.expires_on FROM agreement g WHERE g.deleted = 0 AND g.renews = $1", {id}, org_scope(actor, "g"), "ORDER BY g.id", take);
  else
    each_within(db, "SELECT g.id, g.code, g.title, COALESCE(g.period_label, ''), g.status, COALESCE(g.effective_from, g.signed_on), g.expires_on FROM agreement g JOIN agreement n ON n.renews = g.id WHERE g.deleted = 0 AND n.id = $1", {id},
                org_scope(actor, "g"), "ORDER BY g.id", take);
  return out;
}

/// What was not finished goes along, so that it is not forgotten.
tl::expected<bool, Problems> carry_commitments(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t from, std::int64_t to, const std::string& batch) {
  const reg::Description& d = commitments();
  reg::ListQuery q;
  q.filters = {{"agreement", std::to_string(from)}};
  q.limit = 500;
  for (const reg::Cells& old : reg::list(tx, d, actor, q).rows) {
    constexpr std::int64_t k_done = 100;
    if (db::as_int(old[at(d, "progress")]) >= k_done) continue;
    reg::Cells next = fresh_record(d, db::as_int(old[reg::k_org]), db::as_int(old[reg::k_illustrative]) != 0);
    next[reg::k_confidentiality] = old[reg::k_confidentiality];
    for (const char* column : {"content", "owner", "target"}) next[at(d, column)] = old[at(d, column)];
    next[at(d, "agreement")] = to;
    next[at(d, "progress")] = std::int64_t{0};
    if (auto made = reg::save(tx, catalog, d, actor, std::move(next), {.reason = {}, .batch = batch, .action = "renew"}); !made) return tl::make_unexpected(made.error());
  }
  return true;
}

}  // namespace

std::vector<AgreementLink> chain_of(db::ReadDb& db, const Actor& actor, std::int64_t agreement) {
  std::vector<AgreementLink> out;
  each_within(db, "SELECT g.id, g.code, g.title, COALESCE(g.period_label, ''), g.status, COALESCE(g.effective_from, g.signed_on), g.expires_on FROM agreement g WHERE g.deleted = 0 AND g.id = $1", {agreement}, org_scope(actor, "g"), " ", [&](const db::Row& r) {
    out.push_back(link_of(r));
    return false;
  });
  if (out.empty()) return out;
  std::set<std::int64_t> seen{agreement};  // a circle that somebody typed ends here
  for (auto before = step(db, actor, agreement, false); !before.empty() && seen.insert(before.front().id).second; before = step(db, actor, before.front().id, false)) out.insert(out.begin(), before.front());
  for (auto after = step(db, actor, agreement, true); !after.empty() && seen.insert(after.front().id).second; after = step(db, actor, after.front().id, true)) out.push_back(after.front());
  return out;
}

tl::expected<reg::Saved, Problems> renew(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const Renewal& renewal) {
  const reg::Description& d = agreements();
  auto old = reg::load(tx, d, actor, renewal.agreement);
  if (!old) return tl::make_unexpected(Problems{old.error()});
  Problems problems;
  if (renewal.title.empty()) problems = one(Code::invalid, "title", "Ghi tên thỏa thuận mới.", "State the title of the new agreement.");
  if (renewal.from && renewal.to && renewal.to < renewal.from) problems = one(Code::invalid, "to", "Ngày hết hạn phải sau ngày bắt đầu.", "The end must be after the beginning.");
  const std::string status = d.text(*old, "status");
  if (status == "idea" || status == "negotiating" || status == "opinions" || status == "approved_to_sign")
    problems = one(Code::conflict, "", "Thỏa thuận này chưa ký, chưa có gì để tái ký.", "This agreement is not signed yet: there is nothing to renew.");
  for (const AgreementLink& next : step(tx, actor, renewal.agreement, true))
    if (next.status != "terminated") problems = one(Code::conflict, "", "Đã có thỏa thuận tái ký: " + next.code + ".", "It is being renewed already: " + next.code + ".");
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  reg::Cells cells = fresh_record(d, db::as_int((*old)[reg::k_org]), db::as_int((*old)[reg::k_illustrative]) != 0);
  cells[reg::k_confidentiality] = (*old)[reg::k_confidentiality];
  for (const char* column : {"kind", "level", "vn_party", "foreign_party", "partner", "country", "scope", "succession_note"}) cells[at(d, column)] = (*old)[at(d, column)];
  cells[at(d, "title")] = renewal.title;
  cells[at(d, "title_en")] = renewal.title_en;
  cells[at(d, "period_label")] = renewal.period_label;
  if (renewal.from) cells[at(d, "effective_from")] = renewal.from.iso();
  if (renewal.to) cells[at(d, "expires_on")] = renewal.to.iso();
  cells[at(d, "status")] = std::string("negotiating");
  cells[at(d, "renews")] = renewal.agreement;
  const std::string batch = "renew-" + random_token(8);
  auto saved = reg::save(tx, catalog, d, actor, std::move(cells), {.reason = {}, .batch = batch, .action = "renew"});
  if (!saved || !renewal.with_commitments) return saved;
  if (auto carried = carry_commitments(tx, catalog, actor, renewal.agreement, saved->id, batch); !carried) return tl::make_unexpected(carried.error());
  return saved;
}

}  // namespace nc::app
