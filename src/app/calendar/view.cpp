// What the pages of the calendar share.
#include "app/calendar/view.h"

#include "app/common/within.h"
#include "base/words.h"

namespace nc::app {

namespace {

struct Kind { const char* code; Text label; int colour; };
constexpr Kind k_kinds[] = {{"diplomatic_relation", {"quan hệ ngoại giao", "diplomatic relations"}, 1}, {"treaty", {"hiệp ước, khuôn khổ", "treaty, partnership"}, 1},
                            {"agreement", {"kết nghĩa, thỏa thuận", "twinning, agreement"}, 1},         {"national_day", {"quốc khánh", "national day"}, 2},
                            {"festival", {"lễ, tết", "festival"}, 3},                                   {"international_day", {"ngày quốc tế", "international day"}, 4},
                            {"domestic_day", {"ngày lễ trong nước", "domestic day"}, 4},                {"organisation_day", {"ngày của tổ chức", "day of an organisation"}, 5},
                            {"founding", {"ngày thành lập", "founding day"}, 5},                        {"friendship_year", {"năm hữu nghị", "friendship year"}, 1},
                            {"delegation", {"đoàn", "delegation"}, 6},                                  {"activity", {"hoạt động", "activity"}, 6},
                            {"duty", {"đến hạn", "due"}, 2}};

const Kind* kind_of(const CalendarDay& day) {
  for (const Kind& k : k_kinds)
    if (day.kind == k.code) return &k;
  return nullptr;
}

}  // namespace

CalendarAsk calendar_ask(const web::Request& r) {
  CalendarAsk out;
  const std::string view(r.query.get("view"));
  if (view == "month" || view == "list") out.view = view;
  const std::string month(r.query.get("month"));
  out.month = Date::from_iso(month + "-01").value_or(*Date::from_ymd(today().year(), today().month(), 1));
  const std::string country(r.query.get("country"));
  if (country.size() == 2) out.country = country;
  if (const auto days = parse_int(r.query.get("days")); days && *days >= 1 && *days <= 1100) out.days = static_cast<int>(*days);
  for (const auto& with : r.query.all("with")) {
    out.delegations = out.delegations || with == "delegation";
    out.activities = out.activities || with == "activity";
    out.duties = out.duties || with == "duty";
  }
  out.all = r.query.get("all") == "1";
  out.round = r.query.get("round") == "1";
  return out;
}

std::string CalendarAsk::with(const std::string& name, const std::string& value) const {
  std::vector<std::pair<std::string, std::string>> parts{{"view", view}};
  if (view == "month") parts.emplace_back("month", month.iso().substr(0, 7));
  if (days != 548) parts.emplace_back("days", std::to_string(days));
  if (!country.empty()) parts.emplace_back("country", country);
  if (all) parts.emplace_back("all", "1");
  if (round) parts.emplace_back("round", "1");
  for (const auto& [on, code] : {std::pair{delegations, "delegation"}, {activities, "activity"}, {duties, "duty"}})
    if (on) parts.emplace_back("with", code);
  const bool of_with = name == "with";
  const bool had = std::erase_if(parts, [&](const auto& p) { return p.first == name && (!of_with || p.second == value); }) > 0;
  if (!value.empty() && !(of_with && had)) parts.emplace_back(name, value);
  std::string out = "/calendar";
  for (std::size_t i = 0; i < parts.size(); ++i) out += (i ? "&" : "?") + parts[i].first + "=" + url_encode(parts[i].second);
  return out;
}

CalendarWish wish_of(const CalendarAsk& ask, Date from, Date to) {
  CalendarWish w;
  w.from = from;
  w.to = to;
  w.delegations = ask.delegations;
  w.activities = ask.activities;
  w.duties = ask.duties;
  w.every_country = ask.all;
  w.country = ask.country;
  w.only_round = ask.round;
  return w;
}

Preparations preparations(db::ReadDb& db, const Actor& actor, Date from, Date to) {
  Preparations out;
  const db::Params stretch{from.plus_days(-90).iso(), to.plus_days(90).iso()};
  each_within(db, "SELECT t.id, t.occasion, t.from_date, t.status FROM activity t WHERE t.deleted = 0 AND t.occasion IS NOT NULL AND t.status <> 'cancelled' AND t.from_date >= $1 AND t.from_date <= $2", stretch, org_scope(actor, "t"), "ORDER BY t.id",
              [&](const db::Row& r) {
                if (const auto day = Date::from_iso(r.text(2))) {
                  Preparation& p = out[{r.integer(1), day->year()}];
                  p.activity = r.integer(0);
                  p.state = r.text(3);
                }
                return true;
              });
  each_within(db, "SELECT t.occasion, t.date, t.status FROM courtesy t WHERE t.deleted = 0 AND t.occasion IS NOT NULL AND t.status <> 'skipped' AND t.date >= $1 AND t.date <= $2", stretch, org_scope(actor, "t"), "ORDER BY t.id", [&](const db::Row& r) {
    if (const auto day = Date::from_iso(r.text(1))) {
      Preparation& p = out[{r.integer(0), day->year()}];
      ++(r.text(2) == "done" ? p.sent : p.planned);
    }
    return true;
  });
  return out;
}

const Preparation* prepared(const Preparations& all, const CalendarDay& day) {
  if (day.sort != CalendarDay::Sort::occasion) return nullptr;
  const auto found = all.find({day.record, day.from.year()});
  return found == all.end() ? nullptr : &found->second;
}

int colour_of(const CalendarDay& day) {
  const Kind* k = kind_of(day);
  return k ? k->colour : 4;
}

Message kind_label(const CalendarDay& day) {
  const Kind* k = kind_of(day);
  return k ? Message(k->label) : Message(Text("ngày khác", "other day"));
}

Html sureness_mark(Lang lang, const CalendarDay& day) {
  Html h(lang);
  if (!day.sure) h << badge(lang, Text("Ngày chưa kiểm chứng", "Day not verified"), Tone::warn);
  else if (day.overridden) h << badge(lang, Text("Ghi riêng năm nay", "Entered for this year"), Tone::info);
  return h;
}

Html preparation_cell(const CalendarPage& x, const CalendarDay& day, const Preparations& all) {
  Html h(x.lang());
  if (day.sort == CalendarDay::Sort::delegation || day.sort == CalendarDay::Sort::activity || day.sort == CalendarDay::Sort::duty) return h;
  const Preparation* p = prepared(all, day);
  if (p && p->activity) h << "<a href=\"/activities/"_h << p->activity << "\">"_h << badge(x.lang(), p->state == "done" || p->state == "reported" ? Text("Đã tổ chức", "Held") : Text("Đã có kế hoạch", "Planned"), Tone::ok) << "</a> "_h;
  if (p && p->sent + p->planned > 0) {
    const std::string n = std::to_string(p->sent + p->planned), sent = std::to_string(p->sent);
    h << "<a href=\"/courtesies?occasion="_h << day.record << "\">"_h << badge(x.lang(), Message("Thư: " + sent + "/" + n + " đã gửi", "Letters: " + sent + " of " + n + " sent"), p->planned > 0 ? Tone::warn : Tone::ok) << "</a> "_h;
  }
  if (!x.actor.may(Function::enter) || day.from < today()) return h;
  if (day.has_greeting() && (!p || p->sent + p->planned == 0))
    h << button(x.lang(), {.label = Text("Soạn thư", "Letters"), .icon = "mail", .href = "/occasions/" + std::to_string(day.record) + "/greetings?year=" + std::to_string(day.from.year()), .small = true}) << " "_h;
  if (day.round() && (!p || !p->activity)) {
    h << "<form class=\"inline-f\" method=\"post\" action=\"/calendar/plan\">"_h << hidden("csrf", x.shell.csrf) << hidden("sort", day.kind) << hidden("record", std::to_string(day.record)) << hidden("year", std::to_string(day.from.year()))
      << button(x.lang(), {.label = Text("Lập kế hoạch", "Plan it"), .icon = "calendar-plus", .small = true}) << "</form>"_h;
  }
  return h;
}

std::string days_words(const CalendarDay& day, Lang lang) {
  if (day.to <= day.from) return format_date(day.from, lang);
  return format_date(day.from, lang) + " – " + format_date(day.to, lang);
}

}  // namespace nc::app
