// What was given: aid items, charity acts and rounds of scholarships, each with since when it waits for thanks.
#include <algorithm>

#include "app/common/within.h"
#include "app/donors/donor.h"
#include "base/clock.h"

namespace nc::app {

namespace {

/// The columns that every source of gifts answers, in this order.
Gift gift_from(const db::Row& r) {
  Gift g;
  g.what = r.text(0), g.id = r.integer(1), g.code = r.text(2), g.title = r.text(3), g.title_en = r.text(4), g.recipient = r.text(5), g.confidentiality = r.text(6);
  g.partner = r.integer(7), g.donor = r.text(8), g.donor_en = r.text(9), g.country = r.text(10), g.org = r.integer(11);
  g.given = Date::from_iso(r.text(12)).value_or(Date{});
  if (const auto currency = Currency::from_code(r.text(14)); currency && !r.null(13)) g.value = Money{r.integer(13), *currency};
  qualifier_from_code(r.text(15), g.qualifier);
  g.illustrative = r.integer(16) != 0;
  g.recognised = r.integer(17), g.state = r.text(18);
  g.first = Date::from_iso(r.text(19)).value_or(g.given);
  g.waiting = Date::from_iso(r.text(20)).value_or(Date{});
  return g;
}

/// The latest letter for a record of the column.
#define NC_LAST_LETTER(column) "LEFT JOIN recognition k ON k.id = (SELECT MAX(r.id) FROM recognition r WHERE r." column " = a.id AND r.deleted = 0 AND r.kind = 'letter') "
#define NC_GIVEN "v.aid = a.id AND v.deleted = 0 AND v.basis IN ('committed', 'disbursed', 'in_kind')"
/// A letter sent thanks for what had come by its day and by the end of its year. One for the whole commitment thanks for the payments of
/// it beforehand: only a new commitment waits then.
#define NC_THANKED \
  "EXISTS (SELECT 1 FROM recognition t WHERE t.aid = a.id AND t.deleted = 0 AND t.kind = 'letter' AND t.status IN ('sent', 'done') AND (CASE WHEN t.thanks_for = 'commitment' THEN v.basis <> 'committed' OR v.date <= t.date " \
  "ELSE v.date <= t.date AND (COALESCE(t.counted_over, '') = '' OR t.counted_over LIKE '%..%' OR SUBSTR(v.date, 1, 4) <= SUBSTR(t.counted_over, 1, 4)) END))"
#define NC_AID_GIFTS \
  "SELECT 'aid', a.id, a.code, a.title, a.title_en, a.recipient, a.confidentiality, a.donor, p.name, p.name_en, p.country, a.org_id, " \
  "(SELECT MAX(v.date) FROM aid_value v WHERE " NC_GIVEN ") AS given, a.value, a.value_cur, a.value_q, a.illustrative, k.id, k.status, " \
  "(SELECT MIN(v.date) FROM aid_value v WHERE " NC_GIVEN "), (SELECT MIN(v.date) FROM aid_value v WHERE " NC_GIVEN " AND v.date >= $1 AND NOT " NC_THANKED ") " \
  "FROM aid a JOIN partner p ON p.id = a.donor " NC_LAST_LETTER("aid") "WHERE a.deleted = 0 AND a.status NOT IN ('refused', 'revoked') " \
  "AND EXISTS (SELECT 1 FROM aid_value v WHERE " NC_GIVEN " AND v.date >= $1)"
#define NC_WAITS "CASE WHEN k.status IN ('sent', 'done') THEN NULL ELSE a.date END "
#define NC_CHARITY_GIFTS \
  "SELECT 'charity', a.id, a.code, a.title, a.title_en, a.recipients, a.confidentiality, a.sponsor, p.name, p.name_en, p.country, a.org_id, a.date, a.value, a.value_cur, a.value_q, a.illustrative, k.id, k.status, a.date, " NC_WAITS \
  "FROM charity a JOIN partner p ON p.id = a.sponsor " NC_LAST_LETTER("charity") "WHERE a.deleted = 0 AND a.counted_as_aid IS NULL AND a.status IN ('delivered', 'reported') AND a.date >= $1"
#define NC_SCHOLARSHIP_GIFTS \
  "SELECT 'scholarship', a.id, a.code, a.programme, a.programme_en, a.person_group, a.confidentiality, a.donor, p.name, p.name_en, p.country, a.org_id, a.date, a.value, a.value_cur, a.value_q, a.illustrative, k.id, k.status, a.date, " NC_WAITS \
  "FROM scholarship a JOIN partner p ON p.id = a.donor " NC_LAST_LETTER("scholarship") "WHERE a.deleted = 0 AND a.status NOT IN ('announced', 'selected') AND a.date >= $1"

void read(db::ReadDb& db, const Actor& actor, const db::Sql& select, db::Params params, std::vector<Gift>& out) {
  each_within(db, select, std::move(params), org_scope(actor, "a"), "ORDER BY a.id", [&](const db::Row& r) {
    out.push_back(gift_from(r));
    return out.size() < 5000;
  });
}

}  // namespace

std::vector<Gift> gifts_since(db::ReadDb& db, const Actor& actor, Date since, std::int64_t partner) {
  std::vector<Gift> out;
  const std::string from = since.iso();
  if (partner) {
    read(db, actor, NC_AID_GIFTS " AND a.donor = $2", {from, partner}, out);
    read(db, actor, NC_CHARITY_GIFTS " AND a.sponsor = $2", {from, partner}, out);
    read(db, actor, NC_SCHOLARSHIP_GIFTS " AND a.donor = $2", {from, partner}, out);
  } else {
    read(db, actor, NC_AID_GIFTS, {from}, out);
    read(db, actor, NC_CHARITY_GIFTS, {from}, out);
    read(db, actor, NC_SCHOLARSHIP_GIFTS, {from}, out);
  }
  std::stable_sort(out.begin(), out.end(), [](const Gift& a, const Gift& b) { return a.given > b.given; });
  return out;
}

std::optional<Gift> gift_of(db::ReadDb& db, const Actor& actor, const std::string& what, std::int64_t id) {
  const std::string ever = "1900-01-01";
  std::vector<Gift> out;
  if (what == "aid") read(db, actor, NC_AID_GIFTS " AND a.id = $2", {ever, id}, out);
  if (what == "charity") read(db, actor, NC_CHARITY_GIFTS " AND a.id = $2", {ever, id}, out);
  if (what == "scholarship") read(db, actor, NC_SCHOLARSHIP_GIFTS " AND a.id = $2", {ever, id}, out);
  return out.empty() ? std::nullopt : std::optional(out.front());
}

std::vector<ThanksFor> thanks_choices(db::ReadDb& db, const Gift& g) {
  const std::string year = std::to_string((g.given ? g.given : today()).year());
  const bool named = g.confidentiality != "restricted";  // else the donor asked not to name what it is worth
  if (g.what != "aid") return {{year, !named || !g.value ? "" : g.what == "scholarship" ? "I59" : "I54", year}};
  std::vector<ThanksFor> out;
  std::string first, last;
  db.each("SELECT SUBSTR(v.date, 1, 4), MAX(CASE WHEN v.basis = 'committed' AND v.amount IS NOT NULL THEN 1 ELSE 0 END), "
          "MAX(CASE WHEN v.basis <> 'committed' AND v.amount IS NOT NULL THEN 1 ELSE 0 END), MAX(CASE WHEN v.basis <> 'committed' THEN 1 ELSE 0 END) "
          "FROM aid_value v WHERE v.aid = $1 AND v.deleted = 0 AND v.basis IN ('committed', 'disbursed', 'in_kind') GROUP BY 1 ORDER BY 1 DESC",
          {g.id}, [&](const db::Row& r) {
            if (r.integer(3) != 0) out.push_back({std::string(r.text(0)), named && r.integer(2) != 0 ? "I42" : "", std::string(r.text(0))});
            if (r.integer(1) != 0) first = r.text(0), last = last.empty() ? first : last;
            return true;
          });
  constexpr std::size_t k_years = 3;  // whoever thanks for older years writes the period into the letter
  if (out.size() > k_years) out.resize(k_years);
  if (!first.empty()) out.push_back({"commitment", named ? "I40" : "", first == last ? first : first + ".." + last});
  if (out.empty()) out.push_back({year, "", year});
  return out;
}

int thank_days(db::ReadDb& db) {
  constexpr int k_usual = 10;
  const auto set = parse_int(db::as_text(db.scalar("SELECT value FROM setting WHERE name = 'thank.days'")));
  return set && *set > 0 && *set < 400 ? static_cast<int>(*set) : k_usual;
}

}  // namespace nc::app
