// What was given: aid items, charity acts and rounds of scholarships, each with whether somebody thanked for it.
#include <algorithm>

#include "app/common/within.h"
#include "app/donors/donor.h"

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
  return g;
}

#define NC_AID_GIFTS \
  "SELECT 'aid', a.id, a.code, a.title, a.title_en, a.recipient, a.confidentiality, a.donor, p.name, p.name_en, p.country, a.org_id, " \
  "(SELECT MAX(v.date) FROM aid_value v WHERE v.aid = a.id AND v.deleted = 0 AND v.basis IN ('committed', 'disbursed', 'in_kind')) AS given, a.value, a.value_cur, a.value_q, a.illustrative, k.id, k.status, " \
  "(SELECT MIN(v.date) FROM aid_value v WHERE v.aid = a.id AND v.deleted = 0 AND v.basis IN ('committed', 'disbursed', 'in_kind')) " \
  "FROM aid a JOIN partner p ON p.id = a.donor LEFT JOIN recognition k ON k.aid = a.id AND k.deleted = 0 AND k.kind = 'letter' WHERE a.deleted = 0 AND a.status NOT IN ('refused', 'revoked') " \
  "AND EXISTS (SELECT 1 FROM aid_value v WHERE v.aid = a.id AND v.deleted = 0 AND v.basis IN ('committed', 'disbursed', 'in_kind') AND v.date >= $1)"
#define NC_CHARITY_GIFTS \
  "SELECT 'charity', a.id, a.code, a.title, a.title_en, a.recipients, a.confidentiality, a.sponsor, p.name, p.name_en, p.country, a.org_id, a.date, a.value, a.value_cur, a.value_q, a.illustrative, k.id, k.status, a.date " \
  "FROM charity a JOIN partner p ON p.id = a.sponsor LEFT JOIN recognition k ON k.charity = a.id AND k.deleted = 0 AND k.kind = 'letter' WHERE a.deleted = 0 AND a.counted_as_aid IS NULL AND a.status IN ('delivered', 'reported') AND a.date >= $1"
#define NC_SCHOLARSHIP_GIFTS \
  "SELECT 'scholarship', a.id, a.code, a.programme, a.programme_en, a.person_group, a.confidentiality, a.donor, p.name, p.name_en, p.country, a.org_id, a.date, a.value, a.value_cur, a.value_q, a.illustrative, k.id, k.status, a.date " \
  "FROM scholarship a JOIN partner p ON p.id = a.donor LEFT JOIN recognition k ON k.scholarship = a.id AND k.deleted = 0 AND k.kind = 'letter' WHERE a.deleted = 0 AND a.status NOT IN ('announced', 'selected') AND a.date >= $1"

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

int thank_days(db::ReadDb& db) {
  constexpr int k_usual = 10;
  const auto set = parse_int(db::as_text(db.scalar("SELECT value FROM setting WHERE name = 'thank.days'")));
  return set && *set > 0 && *set < 400 ? static_cast<int>(*set) : k_usual;
}

}  // namespace nc::app
