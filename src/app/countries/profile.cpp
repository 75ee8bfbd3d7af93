// Reads the profile of a country: its day of relations and next round year, figures of this country, and the records that matter most.
#include "app/countries/profile.h"

#include <algorithm>

#include "app/calendar/public.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/partners/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

constexpr int k_span = 5, k_round = 5;  ///< years that are looked back on; a round year is a multiple of five

struct Wanted { Text label; const char* code; std::vector<std::pair<std::string, std::string>> where{}; };

const std::vector<Wanted>& wanted() {
  static const std::vector<Wanted> all{{{"Đoàn vào", "They came"}, "I17"},
                                       {{"Đoàn ra", "We went"}, "I23"},
                                       {{"Hoạt động hữu nghị", "Friendship activities"}, "I31"},
                                       {{"Thăm, chúc mừng", "Courtesy contacts"}, "I27"},
                                       {{"Khoản viện trợ thực hiện", "Aid items implemented"}, "I38"},
                                       {{"Giá trị viện trợ thực hiện", "Value of aid implemented"}, "I42"},
                                       {{"Học bổng nhận", "Grants from them"}, "I58", {{"direction", "for_vietnamese"}}},
                                       {{"Học bổng trao", "Grants from us"}, "I58", {{"direction", "for_foreign"}}},
                                       {{"Doanh nghiệp được kết nối", "Firms connected"}, "I67"},
                                       {{"Sản phẩm thông tin về nước này", "Information made about it"}, "I71"},
                                       {{"Đối tác có quan hệ", "Partners"}, "I13"},
                                       {{"Thỏa thuận còn hiệu lực", "Agreements in force"}, "I64"},
                                       {{"Hội đồng hương", "Associations of compatriots"}, "I70"},
                                       {{"Việc hỗ trợ kiều bào đang mở", "Open cases of compatriots"}, "I70A"}};
  return all;
}

std::vector<Period> stretches() {
  const int year = today().year();
  const auto whole = [](int from, int to) { return Period{*Date::from_ymd(from, 1, 1), *Date::from_ymd(to, 12, 31)}; };
  return {whole(year, year), whole(year - 1, year - 1), whole(year - k_span + 1, year)};
}

/// A figure as of a day has one value: it stands in the first column.
ProfileNumber number_of(const ProfileAsk& x, const Wanted& w, const std::string& org, Profile& out) {
  ProfileNumber n{w.label};
  const fig::Indicator* indicator = x.engine.find(w.code);
  for (std::size_t i = 0; i < out.stretches.size(); ++i) {
    ProfileNumber::Seen& seen = n.seen.emplace_back();
    if (!indicator || (indicator->at_day && i > 0)) continue;
    fig::Ask ask;
    ask.code = w.code;
    ask.org = org;
    if (indicator->at_day) ask.as_of = today();
    else ask.period = out.stretches[i];
    ask.where = w.where;
    ask.where.emplace_back("country", x.iso());
    const auto f = x.engine.evaluate(x.db, x.actor, ask);
    if (!f || !f->value) continue;
    out.illustrative = out.illustrative || f->illustrative_count > 0;
    seen = {fig::on_screen(*f, x.lang), *f->value == 0 ? std::string() : fig::ask_url(ask)};
  }
  return n;
}

void read_relation(const ProfileAsk& x, Profile& out) {
  const reg::Description& d = country_register();
  const auto day = Date::from_iso(d.text(x.cells, "relation_date"));
  const std::string precision = d.text(x.cells, "relation_precision");
  if (!day || precision == "none") return;
  out.relation_sure = d.text(x.cells, "relation_status") == "verified";
  const bool whole = precision == "day";
  out.relation = whole ? format_date(*day, x.lang) : std::to_string(day->year());
  for (int year = today().year(); year <= today().year() + k_round; ++year) {
    const int years = year - day->year();
    const auto on = Date::from_ymd(year, day->month(), day->month() == 2 && day->day() == 29 ? days_in_month(year, 2) : day->day());
    if (years <= 0 || years % k_round != 0 || !on || (whole ? *on < today() : year < today().year())) continue;
    const std::string n = std::to_string(years), y = std::to_string(year);
    out.round = whole ? Message(n + " năm vào " + format_date(*on, Lang::vi), n + " years on " + format_date(*on, Lang::en)) : Message(n + " năm trong năm " + y, n + " years in " + y);
    return;
  }
}

void read_days(const ProfileAsk& x, Profile& out) {
  CalendarWish wish;
  wish.from = today();
  wish.to = today().plus_months(12);
  wish.country = x.iso();
  wish.every_country = true;
  constexpr std::size_t k_most = 12;
  for (const CalendarDay& d : calendar_days(x.db, x.actor, wish)) {
    if (std::find(d.countries.begin(), d.countries.end(), x.iso()) == d.countries.end() || out.days.size() == k_most) continue;
    out.days.push_back({d.from, {}, d.title(x.lang), d.sure ? std::string() : std::string(Text("ngày chưa chắc, cần đối chiếu", "the day must be checked").in(x.lang)), d.href, false});
  }
}

/// Rows of a register that name the country; columns: id, day, title, beside, illustrative.
void read_rows(const ProfileAsk& x, const db::Sql& select, const db::Params& params, const char* alias, const db::Sql& tail, const std::string& path, const Message& what, std::vector<ProfileFact>& into, bool& illustrative, const char* icon) {
  each_within(x.db, select, params, org_scope(x.actor, alias), tail, [&](const db::Row& r) {
    into.push_back({Date::from_iso(r.text(1)).value_or(Date{}), what, std::string(r.text(2)), std::string(r.text(3)), "/" + path + "/" + std::to_string(r.integer(0)), r.integer(4) != 0, icon});
    illustrative = illustrative || r.integer(4) != 0;
    return true;
  });
}

void read_recent(const ProfileAsk& x, Profile& out) {
  constexpr std::size_t k_most = 10;
  const db::Params one{"%|" + x.iso() + "|%", today().iso()};
  const auto read = [&](const db::Sql& select, const char* alias, const char* path, const char* icon, const Message& what, const db::Sql& tail) { read_rows(x, select, one, alias, tail, path, what, out.recent, out.illustrative, icon); };
  read("SELECT d.id, d.from_date, d.title, '', d.illustrative FROM delegation d WHERE d.deleted = 0 AND d.countries LIKE $1 AND d.from_date <= $2 AND d.direction = 'in' AND d.status IN ('completed', 'reported')", "d", "delegations", "arrow-down-left", Text("đoàn vào", "they came"), "ORDER BY d.from_date DESC, d.id DESC LIMIT 10");
  read("SELECT d.id, d.from_date, d.title, '', d.illustrative FROM delegation d WHERE d.deleted = 0 AND d.countries LIKE $1 AND d.from_date <= $2 AND d.direction = 'out' AND d.status IN ('completed', 'reported')", "d", "delegations", "arrow-up-right", Text("đoàn ra", "we went"), "ORDER BY d.from_date DESC, d.id DESC LIMIT 10");
  read("SELECT a.id, a.from_date, a.title, '', a.illustrative FROM activity a WHERE a.deleted = 0 AND a.countries LIKE $1 AND a.from_date <= $2 AND a.status IN ('done', 'reported')", "a", "activities", "calendar-event", Text("hoạt động", "activity"), "ORDER BY a.from_date DESC, a.id DESC LIMIT 10");
  read("SELECT c.id, c.date, c.title, '', c.illustrative FROM courtesy c WHERE c.deleted = 0 AND c.countries LIKE $1 AND c.date <= $2 AND c.status = 'done'", "c", "courtesies", "heart-handshake", Text("thăm, chúc mừng", "courtesy"), "ORDER BY c.date DESC, c.id DESC LIMIT 10");
  std::ranges::stable_sort(out.recent, [](const ProfileFact& a, const ProfileFact& b) { return a.day > b.day; });
  if (out.recent.size() > k_most) out.recent.resize(k_most);
}

void read_relations(const ProfileAsk& x, Profile& out) {
  const db::Params iso{x.iso()};
  read_rows(x, "SELECT t.id, t.signed_on, t.title, COALESCE(t.period_label, ''), t.illustrative FROM agreement t WHERE t.deleted = 0 AND t.country = $1 AND t.status IN ('in_force', 'expiring')", iso, "t", "ORDER BY t.signed_on DESC, t.id LIMIT 12", "agreements", {}, out.agreements, out.illustrative, "signature");
  each_within(x.db, "SELECT p.id, p.name, COUNT(*), MAX(a.illustrative) FROM aid a JOIN partner p ON p.id = a.donor WHERE a.deleted = 0 AND p.deleted = 0 AND a.country = $1 AND a.status NOT IN ('refused', 'revoked')", iso, org_scope(x.actor, "a"),
              "GROUP BY p.id, p.name ORDER BY 3 DESC, p.name LIMIT 10", [&](const db::Row& r) {
                const std::string n = std::to_string(r.integer(2));
                out.donors.push_back({{}, {}, std::string(r.text(1)), Message(n + " khoản", n + (n == "1" ? " item" : " items")).in(x.lang), "/aid?donor=" + std::to_string(r.integer(0)), r.integer(3) != 0, "heart-handshake"});
                out.illustrative = out.illustrative || r.integer(3) != 0;
                return true;
              });
  read_rows(x, "SELECT n.id, n.date, n.title, '', n.illustrative FROM information n WHERE n.deleted = 0 AND n.countries LIKE $1 AND n.status = 'done'", {"%|" + x.iso() + "|%"}, "n", "ORDER BY n.date DESC, n.id DESC LIMIT 6", "information", {}, out.information, out.illustrative, "speakerphone");
}

template <class T> T taken(const std::map<std::string, T>& all, const std::string& iso) {
  const auto found = all.find(iso);
  return found == all.end() ? T{} : found->second;
}

}  // namespace

Message stretch_words(const Period& p) {
  const std::string from = std::to_string(p.from.year()), to = std::to_string(p.to.year());
  return from == to ? Message("Năm " + to, to) : Message(from + " – " + to, from + " – " + to);
}

namespace {

void read_names(const ProfileAsk& x, Profile& out) {
  const reg::Description& d = country_register();
  out.iso = x.iso();
  out.name_vi = d.text(x.cells, "name");
  out.name_en = d.text(x.cells, "name_en");
  out.official = d.text(x.cells, "official");
  const std::string day = d.text(x.cells, "national_day");
  constexpr std::size_t k_month_day = 5;  // "12-02"
  if (day.size() != k_month_day) return;
  const auto on = Date::from_ymd(today().year(), static_cast<int>(parse_int(day.substr(0, 2)).value_or(0)), static_cast<int>(parse_int(day.substr(3)).value_or(0)));
  if (!on) return;
  const std::string words = format_date(*on, x.lang);
  out.national_day = words.substr(0, words.size() - k_month_day);  // without the year
}

void read_people(const ProfileAsk& x, Profile& out) {
  read_relation(x, out);
  read_days(x, out);
  each_within(x.db, "SELECT p.id, p.name, COALESCE(p.relation_since, ''), p.illustrative FROM partner p WHERE p.deleted = 0 AND p.country = $1 AND p.status NOT IN ('ended', 'merged')", {x.iso()}, org_scope(x.actor, "p"),
              "ORDER BY CASE WHEN p.relation_since IS NULL THEN 1 ELSE 0 END, p.relation_since, p.name, p.id LIMIT 12", [&](const db::Row& r) {
                const std::string since(r.text(2).substr(0, r.text(2).empty() ? 0 : 4));
                out.partners.push_back({{}, {}, std::string(r.text(1)), since.empty() ? since : Message("từ " + since, "since " + since).in(x.lang), "/partners/" + std::to_string(r.integer(0)), r.integer(3) != 0, "building-community"});
                out.illustrative = out.illustrative || r.integer(3) != 0;
                return true;
              });
  out.associations = taken(compatriot_associations(x.db, x.actor, x.lang), out.iso);
  out.estimates = taken(current_estimates(x.db, x.actor), out.iso);
  out.open_cases = taken(open_support_cases(x.db, x.actor), out.iso);
  for (const auto& a : out.associations) out.illustrative = out.illustrative || a.illustrative;
  for (const auto& e : out.estimates) out.illustrative = out.illustrative || e.illustrative;
}

}  // namespace

Profile profile_of(const ProfileAsk& x, ProfilePart part) {
  Profile out;
  read_names(x, out);
  out.stretches = stretches();
  if (part != ProfilePart::numbers) read_people(x, out);
  if (part == ProfilePart::people) return out;
  const std::string org = home_org(x.db, x.actor);
  for (const Wanted& w : wanted()) out.numbers.push_back(number_of(x, w, org, out));
  read_recent(x, out);
  read_relations(x, out);
  return out;
}

}  // namespace nc::app
