// The memory of gifts: what somebody has, what they never got, how they are addressed.
#include <algorithm>
#include <map>
#include <set>

#include "app/common/within.h"
#include "app/gifts/public.h"
#include "base/fold.h"

namespace nc::app {

namespace {

/// Words that say nothing of what a gift is.
const std::set<std::string>& small_words() {
  static const std::set<std::string> all{"bo", "chiec", "cai", "mot", "qua", "tang", "luu", "niem", "va", "cua", "bang", "hop", "buc", "kem", "cuon", "con", "tinh", "thanh", "pho", "a", "of", "the", "set", "box"};
  return all;
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> out;
  std::string word;
  for (const char c : fold(text) + " ") {
    if (c != ' ') word += c;
    else if (!word.empty() && !small_words().contains(word)) out.insert(std::exchange(word, {}));
    else word.clear();
  }
  return out;
}

/// Who it is about: the partner, or the person when there is no partner.
Condition about(std::int64_t partner, const std::string& person) {
  if (partner != 0) return {"g.partner = $1", {partner}};
  return {"g.partner IS NULL AND g.person = $1", {person}};
}

}  // namespace

bool same_gift(std::string_view a, std::string_view b) {
  const auto mine = words_of(a), theirs = words_of(b);
  const std::size_t shorter = std::min(mine.size(), theirs.size());
  if (shorter == 0) return fold(a) == fold(b) && !fold(a).empty();
  const auto common = static_cast<std::size_t>(std::count_if(mine.begin(), mine.end(), [&](const auto& w) { return theirs.contains(w); }));
  return common * 3 >= shorter * 2 && (common > 1 || shorter == 1);
}

std::vector<GiftBefore> gifts_before(db::ReadDb& db, const Actor& actor, std::int64_t partner, const std::string& person, const std::string& what, std::int64_t but) {
  std::vector<GiftBefore> out;
  if (partner == 0 && person.empty()) return out;
    each_within(db, "SELECT g.id, g.what, g.what_en, g.direction, g.person, g.date, g.status FROM gift g WHERE g.deleted = 0", {}, both(about(partner, person), org_scope(actor, "g")), "ORDER BY g.date DESC, g.id DESC LIMIT 200", [&](const db::Row& r) {
    if (r.integer(0) == but) return true;
    GiftBefore g{r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), Date::from_iso(r.text(5)).value_or(Date{})};
    g.planned = r.text(6) == "planned";
    g.alike = !what.empty() && same_gift(what, g.what);
    out.push_back(std::move(g));
    return true;
  });
  return out;
}

std::vector<std::string> never_given(db::ReadDb& db, const Actor& actor, std::int64_t partner, const std::string& person, std::size_t most) {
  const auto had = gifts_before(db, actor, partner, person, {});
  std::vector<std::string> out;
    each_within(db, "SELECT g.what, COUNT(*) FROM gift g WHERE g.deleted = 0 AND g.direction = 'given'", {}, org_scope(actor, "g"), "GROUP BY g.what ORDER BY 2 DESC, 1 LIMIT 200", [&](const db::Row& r) {
    const std::string what(r.text(0));
    const bool has = std::any_of(had.begin(), had.end(), [&](const GiftBefore& g) { return g.direction == "given" && same_gift(g.what, what); });
    const bool named = std::any_of(out.begin(), out.end(), [&](const std::string& o) { return same_gift(o, what); });
    if (!has && !named) out.push_back(what);
    return out.size() < most;
  });
  return out;
}

std::vector<KnownPerson> people_of_partner(db::ReadDb& db, const Actor& actor, std::int64_t partner) {
  std::vector<KnownPerson> out;
  if (partner == 0) return out;
  each_within(db, "SELECT p.contact FROM partner p WHERE p.deleted = 0 AND p.id = $1", {partner}, org_scope(actor, "p"), "", [&](const db::Row& r) {
    if (!r.text(0).empty()) out.push_back({std::string(r.text(0)), "", "", ""});
    return false;
  });
    each_within(db, "SELECT m.name, m.title, m.title_en, d.from_date FROM delegation_member m JOIN delegation d ON d.id = m.delegation "
                       "WHERE m.deleted = 0 AND d.deleted = 0 AND m.is_head = 1 AND d.partner = $1", {partner}, both(org_scope(actor, "m"), org_scope(actor, "d")), "ORDER BY d.from_date DESC LIMIT 5", [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3))});
    return true;
  });
  return out;
}

}  // namespace nc::app
