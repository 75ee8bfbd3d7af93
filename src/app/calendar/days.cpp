// Puts the calendar together from occasions, own anniversaries, visits, activities and duties.
#include "app/calendar/days.h"

#include <algorithm>

#include "app/calendar/rules.h"
#include "app/common/within.h"

namespace nc::app {

namespace {

struct Override { Date from; int days = 0; std::string source; bool sure = true; };
/// (occasion, year) -> the day that was entered for it.
using Overrides = std::map<std::pair<std::int64_t, int>, Override>;

Date date_at(const db::Row& r, int column) { return Date::from_iso(r.text(column)).value_or(Date{}); }
std::string text_at(const db::Row& r, int column) { return std::string(r.text(column)); }
std::string or_else(std::string text, const std::string& other) { return text.empty() ? other : text; }

Overrides overrides_of(db::ReadDb& db, const Actor& actor, int from_year, int to_year) {
  Overrides out;
  each_within(db, "SELECT o.occasion, o.date, o.days, o.source, o.status FROM occasion_date o WHERE o.deleted = 0 AND o.date >= $1 AND o.date <= $2",
              {std::to_string(from_year) + "-01-01", std::to_string(to_year) + "-12-31"}, shared_scope(actor, "o"), "ORDER BY o.id", [&](const db::Row& r) {
                const Date day = date_at(r, 1);
                if (day) out[{r.integer(0), day.year()}] = {day, static_cast<int>(r.integer(2)), text_at(r, 3), r.text(4) == "verified"};
                return true;
              });
  return out;
}

std::vector<OccasionFacts> occasions_of(db::ReadDb& db, const Actor& actor) {
  std::vector<OccasionFacts> out;
  each_within(db, "SELECT o.id, o.code, o.name, o.name_en, o.kind, o.rule, o.source, o.status, o.typical_use, o.countries, o.base_year, o.days FROM occasion o WHERE o.deleted = 0", {}, shared_scope(actor, "o"), "", [&](const db::Row& r) {
    out.push_back({r.integer(0), text_at(r, 1), text_at(r, 2), or_else(text_at(r, 3), text_at(r, 2)), text_at(r, 4), text_at(r, 5), text_at(r, 6), text_at(r, 7), text_at(r, 8), country_codes(r.text(9)),
                   static_cast<int>(r.integer(10)), static_cast<int>(r.integer(11))});
    return true;
  });
  return out;
}

void put_day(const OccasionFacts& o, int year, const Overrides& overrides, std::vector<CalendarDay>& out) {
  CalendarDay d;
  d.kind = o.kind;
  d.record = o.id;
  d.href = "/occasions/" + std::to_string(o.id);
  d.name = {o.name_vi, o.name_en};
  d.countries = o.countries;
  d.source = o.source;
  d.use = o.use;
  if (const auto found = overrides.find({o.id, year}); found != overrides.end()) {
    d.from = found->second.from;
    d.to = d.from.plus_days(std::max(found->second.days > 0 ? found->second.days : o.days, 1) - 1);
    d.overridden = true;
    d.sure = found->second.sure;
    d.source = found->second.source;
  } else {
    const RuleDays days = rule_days(o.rule, year, o.days);
    if (!days) return;
    d.from = days.from;
    d.to = days.to;
    d.sure = o.status != "recalled" && !days.vague;
  }
  if (o.base_year > 0 && year > o.base_year) d.ordinal = year - o.base_year;
  if (o.base_year > 0 && year < o.base_year) return;
  out.push_back(std::move(d));
}

bool wanted(const CalendarDay& d, const CalendarWish& wish, const std::set<std::string>& own) {
  if (d.to < wish.from || d.from > wish.to) return false;
  if (wish.only_round && !d.round()) return false;
  const auto has = [&](const std::string& code) { return std::find(d.countries.begin(), d.countries.end(), code) != d.countries.end(); };
  if (!wish.country.empty()) return has(wish.country);
  if (wish.every_country || d.countries.empty() || has("VN")) return true;
  return std::any_of(d.countries.begin(), d.countries.end(), [&](const std::string& code) { return own.contains(code); });
}

void occasions(db::ReadDb& db, const Actor& actor, const CalendarWish& wish, const std::set<std::string>& own, std::vector<CalendarDay>& out) {
  // A feast can begin in the year before the stretch.
  const int first = wish.from.plus_days(-366).year(), last = wish.to.year();
  const Overrides overrides = overrides_of(db, actor, first, last);
  std::vector<CalendarDay> all;
  for (const OccasionFacts& o : occasions_of(db, actor)) {
    if (!wish.kinds.empty() && !wish.kinds.contains(o.kind)) continue;
    for (int year = first; year <= last; ++year) put_day(o, year, overrides, all);
  }
  // A relation or national day can stand in the register twice, from two tables: the one with its base year is shown.
  std::map<std::string, std::size_t> seen;
  for (CalendarDay& d : all) {
    if (!wanted(d, wish, own)) continue;
    const bool twin_kind = (d.kind == "diplomatic_relation" || d.kind == "national_day") && d.countries.size() == 1;
    const std::string key = twin_kind ? d.kind + d.countries.front() + d.from.iso() : std::string();
    const auto twin = key.empty() ? seen.end() : seen.find(key);
    if (twin == seen.end()) {
      if (!key.empty()) seen[key] = out.size();
      out.push_back(std::move(d));
    } else if (out[twin->second].ordinal == 0 && d.ordinal > 0) {
      out[twin->second] = std::move(d);
    }
  }
}

/// A day that comes back every year since `base`.
void every_year(CalendarDay d, Date base, const CalendarWish& wish, const std::set<std::string>& own, std::vector<CalendarDay>& out) {
  for (int year = std::max(wish.from.year(), base.year() + 1); year <= wish.to.year(); ++year) {
    d.from = d.to = base.plus_months(12 * (year - base.year()));
    d.ordinal = year - base.year();
    if (wanted(d, wish, own)) out.push_back(d);
  }
}

/// Founding days of our organisations; signing days of twinnings and agreements in force.
void own_days(db::ReadDb& db, const Actor& actor, const CalendarWish& wish, const std::set<std::string>& own, std::vector<CalendarDay>& out) {
  each_within(db, "SELECT o.id, o.name, o.name_en, o.established FROM organisation o WHERE o.deleted = 0 AND o.status = 'active' AND o.established IS NOT NULL", {}, org_scope(actor, "o"), "ORDER BY o.id", [&](const db::Row& r) {
    CalendarDay d;
    d.sort = CalendarDay::Sort::founding;
    d.kind = "founding";
    d.record = r.integer(0);
    d.href = "/organisations/" + std::to_string(d.record);
    const std::string en = or_else(text_at(r, 2), text_at(r, 1));
    d.name = {"Ngày thành lập " + text_at(r, 1), "Founding of " + en};
    if (const Date base = date_at(r, 3)) every_year(std::move(d), base, wish, own, out);
    return true;
  });
  each_within(db, "SELECT a.id, a.title, a.title_en, a.signed_on, a.country FROM agreement a WHERE a.deleted = 0 AND a.status IN ('in_force', 'expiring') AND a.signed_on IS NOT NULL", {}, org_scope(actor, "a"), "ORDER BY a.id",
              [&](const db::Row& r) {
                CalendarDay d;
                d.sort = CalendarDay::Sort::agreement;
                d.kind = "agreement";
                d.record = r.integer(0);
                d.href = "/agreements/" + std::to_string(d.record);
                d.name = {text_at(r, 1), or_else(text_at(r, 2), text_at(r, 1))};
                if (!r.text(4).empty()) d.countries = {text_at(r, 4)};
                if (const Date base = date_at(r, 3)) every_year(std::move(d), base, wish, own, out);
                return true;
              });
}

void visits_and_activities(db::ReadDb& db, const Actor& actor, const CalendarWish& wish, std::vector<CalendarDay>& out) {
  const auto put = [&](CalendarDay::Sort sort, const char* kind, const char* path, const db::Row& r) {
    CalendarDay d;
    d.sort = sort;
    d.kind = kind;
    d.record = r.integer(0);
    d.href = std::string("/") + path + "/" + std::to_string(d.record);
    d.name = {text_at(r, 1), or_else(text_at(r, 2), text_at(r, 1))};
    d.from = date_at(r, 3);
    d.to = date_at(r, 4) ? date_at(r, 4) : d.from;
    d.countries = country_codes(r.text(5));
    if (wanted(d, wish, std::set<std::string>(d.countries.begin(), d.countries.end()))) out.push_back(std::move(d));
    return true;
  };
  const db::Params stretch{wish.from.iso(), wish.to.iso()};
  if (wish.delegations)
    each_within(db, "SELECT t.id, t.title, t.title_en, t.from_date, t.to_date, t.countries FROM delegation t WHERE t.deleted = 0 AND t.status NOT IN ('cancelled', 'refused') AND t.from_date <= $2 AND COALESCE(t.to_date, t.from_date) >= $1",
                stretch, org_scope(actor, "t"), "ORDER BY t.from_date, t.id", [&](const db::Row& r) { return put(CalendarDay::Sort::delegation, "delegation", "delegations", r); });
  if (wish.activities)
    each_within(db, "SELECT t.id, t.title, t.title_en, t.from_date, t.to_date, t.countries FROM activity t WHERE t.deleted = 0 AND t.status <> 'cancelled' AND t.from_date <= $2 AND COALESCE(t.to_date, t.from_date) >= $1", stretch,
                org_scope(actor, "t"), "ORDER BY t.from_date, t.id", [&](const db::Row& r) { return put(CalendarDay::Sort::activity, "activity", "activities", r); });
}

/// Days by which something is due: reports of visits, answers, commitments, agreements that end.
void duties(db::ReadDb& db, const Actor& actor, const CalendarWish& wish, std::vector<CalendarDay>& out) {
  const auto put = [&](Message what, const char* path, const db::Row& r) {
    CalendarDay d;
    d.sort = CalendarDay::Sort::duty;
    d.kind = "duty";
    d.record = r.integer(0);
    d.href = std::string("/") + path + "/" + std::to_string(d.record);
    d.name = {what.vi + ": " + text_at(r, 1), what.en + ": " + text_at(r, 1)};
    d.from = d.to = date_at(r, 2);
    if (d.from) out.push_back(std::move(d));
    return true;
  };
  const db::Params stretch{wish.from.iso(), wish.to.iso()};
  each_within(db, "SELECT t.id, t.title, COALESCE(t.report_due, c.due) FROM delegation t LEFT JOIN flow_clock c ON c.register_name = 'delegation' AND c.record_id = t.id WHERE t.deleted = 0 AND t.report_sent IS NULL "
                  "AND COALESCE(t.report_due, c.due) >= $1 AND COALESCE(t.report_due, c.due) <= $2", stretch, org_scope(actor, "t"), "ORDER BY 3, t.id",
              [&](const db::Row& r) { return put(Text("Hạn của đoàn", "Due for a delegation"), "delegations", r); });
  each_within(db, "SELECT t.id, t.title, t.due FROM petition t WHERE t.deleted = 0 AND t.answered_on IS NULL AND t.closed_on IS NULL AND t.due >= $1 AND t.due <= $2", stretch, org_scope(actor, "t"), "ORDER BY t.due, t.id",
              [&](const db::Row& r) { return put(Text("Hạn trả lời", "Answer due"), "petitions", r); });
  each_within(db, "SELECT t.id, t.content, t.due FROM commitment t WHERE t.deleted = 0 AND t.progress < 100 AND t.due >= $1 AND t.due <= $2", stretch, org_scope(actor, "t"), "ORDER BY t.due, t.id",
              [&](const db::Row& r) { return put(Text("Cam kết đến hạn", "Commitment due"), "commitments", r); });
  each_within(db, "SELECT t.id, t.title, t.expires_on FROM agreement t WHERE t.deleted = 0 AND t.status IN ('in_force', 'expiring') AND t.expires_on >= $1 AND t.expires_on <= $2", stretch, org_scope(actor, "t"), "ORDER BY t.expires_on, t.id",
              [&](const db::Row& r) { return put(Text("Thỏa thuận hết hạn", "Agreement expires"), "agreements", r); });
}

}  // namespace

std::vector<std::string> country_codes(std::string_view stored) {
  std::vector<std::string> out;
  std::string code;
  for (const char c : std::string(stored) + "|") {
    if (c != '|') code += c;
    else if (!code.empty()) out.push_back(std::exchange(code, {}));
  }
  return out;
}

std::string CalendarDay::title(Lang lang) const {
  if (ordinal <= 0) return name.in(lang);
  const std::string n = std::to_string(ordinal);
  if (lang == Lang::en) return name.en + ", " + n + (ordinal == 1 ? " year" : " years");
  std::string rest = name.vi;
  // "Kỷ niệm ngày thiết lập quan hệ ..." -> "60 năm quan hệ ..."; "Ngày Nhà giáo" keeps its first word.
  if (constexpr std::string_view k_memory = "Kỷ niệm "; rest.starts_with(k_memory)) rest = rest.substr(k_memory.size());
  for (const std::string_view founding : {"Ngày thiết lập ", "ngày thiết lập ", "Thiết lập ", "thiết lập "})
    if (rest.starts_with(founding)) rest = rest.substr(founding.size());
  return n + " năm " + rest;
}

std::set<std::string> own_countries(db::ReadDb& db, const Actor& actor) {
  std::set<std::string> out;
  const auto take = [&](const db::Row& r) {
    for (const auto& code : country_codes(r.text(0))) out.insert(code);
    return true;
  };
  each_within(db, "SELECT DISTINCT p.country FROM partner p WHERE p.deleted = 0 AND p.country IS NOT NULL AND p.status NOT IN ('ended', 'merged')", {}, org_scope(actor, "p"), "", take);
  each_within(db, "SELECT DISTINCT o.country_focus FROM organisation o WHERE o.deleted = 0 AND o.status = 'active' AND o.country_focus IS NOT NULL", {}, org_scope(actor, "o"), "", take);
  each_within(db, "SELECT DISTINCT a.country FROM agreement a WHERE a.deleted = 0 AND a.country IS NOT NULL", {}, org_scope(actor, "a"), "", take);
  return out;
}

std::vector<CalendarDay> calendar_days(db::ReadDb& db, const Actor& actor, const CalendarWish& wish) {
  std::vector<CalendarDay> out;
  const std::set<std::string> own = wish.every_country ? std::set<std::string>{} : own_countries(db, actor);
  if (wish.occasions) occasions(db, actor, wish, own, out);
  if (wish.ours) own_days(db, actor, wish, own, out);
  visits_and_activities(db, actor, wish, out);
  if (wish.duties && !wish.only_round && wish.country.empty()) duties(db, actor, wish, out);
  const auto roundness = [](const CalendarDay& d) { return d.ordinal > 0 && d.ordinal % 10 == 0 ? 2 : d.round() ? 1 : 0; };
  std::stable_sort(out.begin(), out.end(), [&](const CalendarDay& a, const CalendarDay& b) { return a.from != b.from ? a.from < b.from : roundness(a) > roundness(b); });
  return out;
}

std::vector<CalendarDay> days_of_occasion(db::ReadDb& db, const Actor& actor, std::int64_t occasion, int year) {
  const Overrides overrides = overrides_of(db, actor, year, year);
  std::vector<CalendarDay> out;
  for (const OccasionFacts& o : occasions_of(db, actor))
    if (o.id == occasion) put_day(o, year, overrides, out);
  return out;
}

}  // namespace nc::app
