// Greetings for an occasion: drafted in two languages, addressed to the partners concerned, kept as courtesy contacts.
#include <algorithm>

#include "app/calendar/public.h"
#include "app/calendar/view.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/within.h"
#include "app/courtesy/public.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr std::string_view k_partner_vi = "{đối tác}", k_partner_en = "{partner}";

struct Concerned { std::int64_t id = 0; std::string code, name, name_en, kind, country; std::int64_t letter = 0; std::string state; };

/// Missions first, then counterparts, then the others.
int rank_of(const std::string& kind) { return kind == "embassy" ? 0 : kind == "consulate_general" ? 1 : kind == "honorary_consulate" ? 2 : kind == "counterpart_association" ? 3 : kind == "foreign_local_government" ? 4 : 5; }

std::vector<Concerned> concerned(db::ReadDb& db, const Actor& actor, const CalendarDay& day) {
  std::vector<Concerned> out;
  each_within(db, "SELECT p.id, p.code, p.name, p.name_en, p.kind, p.country FROM partner p WHERE p.deleted = 0 AND p.status NOT IN ('ended', 'merged', 'renamed')", {}, org_scope(actor, "p"), "ORDER BY p.name_key, p.id", [&](const db::Row& r) {
    const std::string country(r.text(5));
    const bool everybody = day.countries.empty() || std::find(day.countries.begin(), day.countries.end(), "VN") != day.countries.end();
    if (everybody ? country != "VN" : std::find(day.countries.begin(), day.countries.end(), country) != day.countries.end())
      out.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), country, 0, ""});
    return true;
  });
  std::map<std::int64_t, Concerned*> by_id;
  for (Concerned& c : out) by_id[c.id] = &c;
  each_within(db, "SELECT t.id, t.partner, t.status FROM courtesy t WHERE t.deleted = 0 AND t.occasion = $1 AND t.kind = 'greeting_letter' AND t.date >= $2 AND t.date <= $3", {day.record, day.from.plus_days(-90).iso(), day.to.plus_days(90).iso()},
              org_scope(actor, "t"), "ORDER BY t.id", [&](const db::Row& r) {
                if (const auto found = by_id.find(r.integer(1)); found != by_id.end()) found->second->letter = r.integer(0), found->second->state = r.text(2);
                return true;
              });
  std::stable_sort(out.begin(), out.end(), [](const Concerned& a, const Concerned& b) { return rank_of(a.kind) < rank_of(b.kind); });
  return out;
}

struct Drafts { std::string vi, en; };

/// Plain words for any country; how a relation is called is for people to write.
Drafts draft_of(const CalendarDay& day, const Letterhead& office) {
  const std::string year = std::to_string(day.from.year()), n = std::to_string(day.ordinal);
  const bool feast = day.kind == "festival" || day.kind == "international_day";
  const std::string home_vi = day.countries.size() == 1 && day.countries.front() != "VN" ? countries().label(day.countries.front(), Lang::vi) : "";
  const std::string home_en = day.countries.size() == 1 && day.countries.front() != "VN" ? countries().label(day.countries.front(), Lang::en) : "";
  const std::string on_vi = day.ordinal > 0 ? "kỷ niệm " + day.title(Lang::vi) : day.name.vi;
  const std::string on_en = day.ordinal > 0 ? "the " + n + (n.ends_with("1") && !n.ends_with("11") ? "st" : n.ends_with("2") && !n.ends_with("12") ? "nd" : n.ends_with("3") && !n.ends_with("13") ? "rd" : "th") + " anniversary of " + day.name.en : day.name.en;
  Drafts d;
  d.vi = "Kính thưa Quý vị,\nNhân " + on_vi + " (" + days_words(day, Lang::vi) + "), " + office.name + " trân trọng gửi tới " + std::string(k_partner_vi) + " lời chúc mừng tốt đẹp nhất.\n" +
         (feast ? "Kính chúc Quý vị cùng gia đình năm " + year + " mạnh khỏe, an lành và hạnh phúc.\n" : "Kính chúc " + (home_vi.empty() ? "Quý vị" : "đất nước và Nhân dân " + home_vi) + " phồn vinh, hạnh phúc.\n") +
         "Chúng tôi mong quan hệ hữu nghị và hợp tác giữa hai bên ngày càng bền chặt.\nTrân trọng,";
  d.en = "Dear friends,\nOn the occasion of " + on_en + " (" + days_words(day, Lang::en) + "), the " + office.in(Lang::en) + " sends " + std::string(k_partner_en) + " its warmest congratulations.\n" +
         (feast ? "We wish you and your families good health, peace and happiness in " + year + ".\n" : "We wish " + (home_en.empty() ? std::string("you") : home_en + " and its people") + " prosperity and happiness.\n") +
         "We hope that the friendship and cooperation between us will grow ever stronger.\nYours sincerely,";
  return d;
}

std::string filled(std::string text, std::string_view mark, const std::string& with) {
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) text.replace(at, mark.size(), with);
  return text;
}

struct Asked { CalendarDay day; int year = 0; };

Result<Asked> asked(db::ReadDb& db, const Actor& actor, std::int64_t id, std::string_view year_text) {
  NC_TRY(cells, reg::load(db, occasions(), actor, id));
  const int year = static_cast<int>(parse_int(year_text).value_or(today().year()));
  const auto days = days_of_occasion(db, actor, id, year);
  if (days.empty())
    return refuse(Code::invalid, {"Dịp này chưa có ngày trong năm " + std::to_string(year) + ". Ghi ngày của năm ấy ở trang của dịp.", "This occasion has no day in " + std::to_string(year) + " yet. Enter it on the page of the occasion."});
  return Asked{days.front(), year};
}

Html partner_list(Lang lang, const std::vector<Concerned>& all) {
  Html h(lang);
  h << "<fieldset class=\"picks\"><legend>"_h << Text("Gửi cho", "Addressed to") << "</legend><ul class=\"plain\">"_h;
  for (const Concerned& c : all) {
    const std::string& name = lang == Lang::en && !c.name_en.empty() ? c.name_en : c.name;
    h << "<li>"_h;
    if (c.letter) h << "<a href=\"/courtesies/"_h << c.letter << "\">"_h << name << "</a> "_h << badge(lang, c.state == "done" ? Text("Đã gửi", "Sent") : Text("Đã soạn", "Drafted"), c.state == "done" ? Tone::ok : Tone::info);
    else
      h << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" name=\"partner\" value=\""_h << c.code << "\""_h << (rank_of(c.kind) < 5 ? " checked"_h : ""_h) << "><span>"_h << country(c.country, "") << " "_h << name << "</span></label>"_h;
    h << "</li>"_h;
  }
  return h << "</ul></fieldset>"_h;
}

web::Response page_of(db::ReadDb& db, const Actor& actor, const Shell& shell, std::int64_t id, const Asked& a, const Drafts& drafts, const Message& wrong, int status) {
  const Lang lang = shell.lang;
  const auto all = concerned(db, actor, a.day);
  Html h(lang);
  if (!wrong.empty()) h << notice(lang, Tone::bad, "alert-circle", Html(lang) << wrong);
  if (!a.day.sure) h << notice(lang, Tone::warn, "alert-triangle", Html(lang) << Text("Ngày này chưa kiểm chứng. Hỏi lại cơ quan đại diện trước khi gửi.", "This day is not verified. Ask the mission before sending."));
  if (all.empty()) {
    h << empty_state(lang, Text("Chưa có đối tác nào của dịp này", "No partner of this occasion yet"), Text("Thư gửi cho đối tác của nước liên quan, theo sổ đối tác.", "Letters go to the partners of the countries concerned."), {{Text("Sổ đối tác", "Partners"), "/partners"}});
  } else {
    Control vi, en;
    vi.name = "vi";
    vi.label = Text("Lời thư tiếng Việt", "Letter in Vietnamese");
    vi.hint = Text("{đối tác} được thay bằng tên từng nơi nhận", "{đối tác} becomes the name of each addressee");
    vi.value = drafts.vi;
    vi.type = "textarea";
    vi.required = true;
    en = vi;
    en.name = "en";
    en.label = Text("Lời thư tiếng Anh", "Letter in English");
    en.hint = Text("{partner} được thay bằng tên từng nơi nhận", "{partner} becomes the name of each addressee");
    en.value = drafts.en;
    h << "<form class=\"card form\" method=\"post\" action=\"/occasions/"_h << id << "/greetings\"><div class=\"cb stack-16\">"_h << hidden("csrf", shell.csrf) << hidden("year", std::to_string(a.year)) << control(lang, vi) << control(lang, en) << partner_list(lang, all)
      << "</div><div class=\"ff\">"_h << button(lang, {.label = Text("Soạn thư cho các nơi đã chọn", "Draft the letters"), .icon = "mail", .kind = "primary"}) << button(lang, {.label = Text("Về lịch", "To the calendar"), .href = "/calendar", .kind = "ghost"}) << "</div></form>"_h;
  }
  PageHead head;
  head.title = Message("Thư chúc mừng: " + a.day.title(Lang::vi), "Greetings: " + a.day.title(Lang::en));
  head.crumbs = {{Text("Lịch", "Calendar"), "/calendar"}, {a.day.name, a.day.href}};
  head.sub = Html(lang) << days_words(a.day, lang) << " "_h << sureness_mark(lang, a.day);
  return reg::respond(shell, head, h, status);
}

web::Response send(const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const std::int64_t id = reg::id_of(r);
  auto a = asked(tx, actor, id, r.form.get("year"));
  if (!a) return reg::problem_page(shell, a.error());
  const Drafts drafts{std::string(r.form.get("vi")), std::string(r.form.get("en"))};
  const auto chosen = r.form.all("partner");
  const auto refused = [&](const Message& why) { return page_of(tx, actor, shell, id, *a, drafts, why, 422); };
  if (drafts.vi.empty()) return refused(Text("Viết lời thư trước khi soạn.", "Write the letter first."));
  if (chosen.empty()) return refused(Text("Chọn ít nhất một nơi nhận.", "Choose at least one addressee."));
  const reg::Description& d = courtesies();
  int written = 0;
  for (const Concerned& c : concerned(tx, actor, a->day)) {
    if (c.letter || std::find(chosen.begin(), chosen.end(), c.code) == chosen.end()) continue;
    reg::Cells cells = fresh_record(d, actor.org);
    const auto put = [&](const char* column, db::Value v) { cells[static_cast<std::size_t>(d.column(column))] = std::move(v); };
    put("kind", std::string("greeting_letter"));
    put("title", "Thư mừng " + a->day.title(Lang::vi) + ": " + c.name);
    put("title_en", "Greeting, " + a->day.title(Lang::en) + ": " + (c.name_en.empty() ? c.name : c.name_en));
    put("partner", c.id);
    if (!c.country.empty()) put("countries", "|" + c.country + "|");
    put("date", a->day.from.iso());
    put("occasion", a->day.record);
    put("letter", filled(drafts.vi, k_partner_vi, c.name));
    put("letter_en", filled(drafts.en, k_partner_en, c.name_en.empty() ? c.name : c.name_en));
    put("status", std::string("planned"));
    const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells), {.reason = {}, .batch = {}, .action = {}});
    if (!saved) return refused(saved.error().front().message);
    ++written;
  }
  return web::redirect("/courtesies?occasion=" + std::to_string(id) + "&status=planned");
}

/// A round year is taken up: an activity in the plan, on that day.
web::Response plan(const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const auto record = parse_int(r.form.get("record")).value_or(0), year = parse_int(r.form.get("year")).value_or(0);
  const std::string sort(r.form.get("sort"));
  CalendarWish wish;
  wish.from = Date::from_ymd(static_cast<int>(std::clamp<std::int64_t>(year, 1900, 2199)), 1, 1).value();
  wish.to = wish.from.plus_months(12).plus_days(-1);
  wish.every_country = true;
  const auto days = calendar_days(tx, actor, wish);
  const auto day = std::find_if(days.begin(), days.end(), [&](const CalendarDay& d) { return d.record == record && d.kind == sort && d.from.year() == year; });
  if (day == days.end()) return reg::problem_page(shell, {Code::invalid, Text("Không thấy ngày này trong lịch.", "This day is not in the calendar."), {}});
  const reg::Description& d = *catalog().find("activity");
  reg::Cells cells = fresh_record(d, actor.org);
  const auto put = [&](const char* column, db::Value v) { cells[static_cast<std::size_t>(d.column(column))] = std::move(v); };
  put("title", "Kỷ niệm " + day->title(Lang::vi));
  put("title_en", "Celebration: " + day->title(Lang::en));
  put("kind", std::string("anniversary"));
  put("from_date", day->from.iso());
  put("format", std::string("onsite"));
  put("status", std::string("planned"));
  std::string codes;
  for (const auto& code : day->countries) codes += (codes.empty() ? "|" : "") + code + "|";
  if (!codes.empty() && day->countries.size() <= 5) put("countries", codes);
  if (day->sort == CalendarDay::Sort::occasion) put("occasion", day->record);
  if (day->sort == CalendarDay::Sort::agreement) put("agreement", day->record);
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect("/activities/" + std::to_string(saved->id) + "?done=created&change=" + std::to_string(saved->change));
}

}  // namespace

void add_greeting_pages(web::Router& router, const reg::Context& context) {
  router.get("/occasions/{id}/greetings", web::person("enter").of("occasion"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    const auto a = asked(db, actor, reg::id_of(r), r.query.get("year"));
    if (!a) return reg::problem_page(shell, a.error());
    return page_of(db, actor, shell, reg::id_of(r), *a, draft_of(a->day, letterhead_of(db, actor.org, today())), {}, 200);
  }));
  router.post("/occasions/{id}/greetings", web::person("enter").of("occasion"), reg::act_handler(context, send));
  router.post("/calendar/plan", web::person("enter"), reg::act_handler(context, plan));
}

}  // namespace nc::app
