// Value entries of one aid item and what they come to on each basis.
#include "app/aid/entries.h"

#include <algorithm>

namespace nc::app {

std::vector<AidEntry> aid_entries(db::ReadDb& db, std::int64_t aid) {
  std::vector<AidEntry> out;
  db.each("SELECT id, basis, item, date, amount_cur, amount, vnd, doc, amount_q, illustrative FROM aid_value WHERE deleted = 0 AND aid = $1 AND amount IS NOT NULL ORDER BY date, id", {aid}, [&](const db::Row& r) {
    AidEntry e;
    e.id = r.integer(0), e.amount = r.integer(5), e.dong = r.integer(6);
    e.basis = r.text(1), e.item = r.text(2), e.date = r.text(3), e.currency = r.text(4), e.doc = r.text(7), e.qualifier = r.text(8);
    e.has_dong = !r.null(6), e.illustrative = r.integer(9) != 0;
    out.push_back(std::move(e));
    return true;
  });
  return out;
}

std::vector<AidEntry> aid_plan_entries(db::ReadDb& db, std::int64_t aid) {
  std::vector<AidEntry> out;
  db.each("SELECT id, item, date, amount_cur, amount, illustrative FROM aid_plan WHERE deleted = 0 AND aid = $1 AND amount IS NOT NULL ORDER BY date, id", {aid}, [&](const db::Row& r) {
    AidEntry e;
    e.id = r.integer(0), e.amount = r.integer(4);
    e.basis = "planned", e.item = r.text(1), e.date = r.text(2), e.currency = r.text(3);
    e.has_dong = e.currency == "VND", e.dong = e.has_dong ? e.amount : 0, e.illustrative = r.integer(5) != 0;
    out.push_back(std::move(e));
    return true;
  });
  return out;
}

std::optional<Currency> common_currency(const std::vector<AidEntry>& entries) {
  if (entries.empty()) return std::nullopt;
  if (std::all_of(entries.begin(), entries.end(), [](const AidEntry& e) { return e.has_dong; })) return Currency();
  if (std::all_of(entries.begin(), entries.end(), [&](const AidEntry& e) { return e.currency == entries.front().currency; })) return Currency::from_code(entries.front().currency);
  return std::nullopt;
}

std::int64_t amount_in(const AidEntry& e, const Currency& currency) { return currency == Currency() && e.has_dong ? e.dong : e.amount; }

std::optional<double> AidTotals::part() const {
  const auto whole = promised();
  if (!whole || !given || whole->minor <= 0 || !(whole->currency == given->currency)) return std::nullopt;
  return std::min(1.0, static_cast<double>(given->minor) / static_cast<double>(whole->minor));
}

AidTotals totals_of(const std::vector<AidEntry>& entries) {
  AidTotals t;
  const auto currency = common_currency(entries);
  if (!currency) return t;
  const auto add = [&](std::optional<Money>& sum, const AidEntry& e) {
    if (!sum) sum = Money{0, *currency};
    sum->minor += amount_in(e, *currency);
  };
  for (const AidEntry& e : entries) {
    add(e.basis == "approved" ? t.approved : e.basis == "committed" ? t.committed : e.basis == "disbursed" ? t.disbursed : t.in_kind, e);
    if (e.given()) add(t.given, e);
  }
  return t;
}

}  // namespace nc::app
