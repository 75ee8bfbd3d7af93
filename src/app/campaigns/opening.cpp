// Opening a campaign: its form, filled in from a receiver's calendar if there is one.
#include <algorithm>

#include "app/campaigns/campaign_form.h"
#include "base/words.h"
#include "html/assets.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

/// The latest such day at or before `day`, or the first one from `day` on.
Date that_day(std::int64_t dd, std::int64_t mm, Date day, bool before) {
  for (int year = before ? day.year() : day.year(); before ? year >= day.year() - 1 : year <= day.year() + 1; year += before ? -1 : 1) {
    const auto d = Date::from_ymd(year, static_cast<int>(mm), std::min(static_cast<int>(dd), days_in_month(year, static_cast<int>(mm))));
    if (d && (before ? *d <= day : *d >= day)) return *d;
  }
  return {};
}

/// Fills the form from a receiver's calendar and a year.
void put_calendar(db::ReadDb& db, const Actor& actor, std::int64_t id, int year, CampaignForm& f) {
  auto cells = reg::load(db, report_calendars(), actor, id);
  if (!cells) return;
  const auto& d = report_calendars();
  const auto number = [&](const char* name) { return db::as_int((*cells)[static_cast<std::size_t>(d.column(name))]); };
  if (number("to_month") < 1 || number("from_month") < 1 || number("due_month") < 1) return;
  const auto to = Date::from_ymd(year, static_cast<int>(number("to_month")), std::min(static_cast<int>(number("to_day")), days_in_month(year, static_cast<int>(number("to_month")))));
  if (!to) return;
  constexpr int k_members_first = 60;  // members file around the end of the period, often some days before it
  f.kind = d.text(*cells, "kind");
  f.receivers = d.text(*cells, "receiver");
  f.to = to->iso();
  f.from = that_day(number("from_day"), number("from_month"), *to, true).iso();
  f.due = that_day(number("due_day"), number("due_month"), to->plus_days(-k_members_first), false).iso();
}

Html calendar_links(db::ReadDb& db, const Actor& actor, Lang lang) {
  std::vector<ListItem> items;
  reg::ListQuery q;
  q.limit = 40;
  for (const reg::Cells& row : reg::list(db, report_calendars(), actor, q).rows) {
    const auto& d = report_calendars();
    const auto from = Date::from_iso(d.text(row, "valid_from")), to = Date::from_iso(d.text(row, "valid_to"));
    if ((from && *from > today()) || (to && *to < today())) continue;
    ListItem item;
    item.icon = "calendar-stats";
    item.title = Html(lang) << d.text(row, "title");
    item.detail = Html(lang) << d.text(row, "receiver");
    const std::string base = "/report-campaigns/new?calendar=" + std::to_string(db::as_int(row[reg::k_id])) + "&year=";
    item.end = Html(lang);
    for (const int year : {today().year() - 1, today().year()})
      item.end << button(lang, {.label = Message(std::to_string(year), std::to_string(year)), .href = base + std::to_string(year), .small = true}) << " "_h;
    items.push_back(std::move(item));
  }
  Card c;
  c.title = Text("Điền theo lịch của nơi nhận", "Fill in by a receiver's calendar");
  c.head_end = more_link(lang, Text("Lịch báo cáo", "Calendars"), "/report-calendars");
  c.body = items.empty() ? Html(lang) << "<p class=\"m2\">"_h << Text("Chưa có lịch nào. Ghi lịch của từng nơi nhận một lần, năm sau chỉ bấm.", "No calendars yet. Enter each receiver's once; next year it is one press.") << "</p>"_h
                         : item_list(lang, items);
  return card(lang, c);
}

Response new_page(db::ReadDb& db, const Actor& actor, const Shell& shell, const CampaignForm& f, int status = 200) {
  const Lang lang = shell.lang;
  Html h(lang);
  h << summary_of(f.problems, lang) << calendar_links(db, actor, lang) << "<form method=\"post\" action=\"/report-campaigns\" class=\"form card\" data-draft=\"report_campaign\">"_h << hidden("csrf", shell.csrf)
    << form_section(lang, Text("Đợt báo cáo", "Campaign"), campaign_fields(db, actor, f, lang, true)) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Mở đợt, gửi biểu mẫu cho các hội", "Open and send the forms"), .icon = "send", .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Quay lại", "Back"), .href = "/report-campaigns", .kind = "ghost"}) << "</div></form>"_h;
  PageHead head;
  head.title = Text("Mở đợt báo cáo", "Open a report campaign");
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  return reg::respond(shell, head, h, status);
}

Response create(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  CampaignForm f = form_of(r);
  ReportCampaign c;
  c.title = f.title;
  c.kind = f.kind;
  c.asks = f.asks.empty() ? "associations" : f.asks;
  c.receivers = f.receivers;
  c.note = f.note;
  c.period_from = day_typed(f.from, "period_from", f.problems);
  c.period_to = day_typed(f.to, "period_to", f.problems);
  c.cutoff = day_typed(f.cutoff, "cutoff", f.problems);
  c.due = day_typed(f.due, "due", f.problems);
  if (c.asks == "unions") c.confidentiality = "public";  // the calendar of a national campaign is no secret; readers follow it
  bool known = false;
  for (const auto& [code, name] : who_opens(tx, actor)) known |= code == f.org;
  if (known) c.org.id = tx.integer("SELECT id FROM organisation WHERE code = $1", {f.org});
  else f.problems.push_back({Code::invalid, Text("Chọn Liên hiệp mở đợt trong danh sách.", "Choose the Union that opens it from the list."), "org"});
  if ((!c.period_from || !c.period_to) && problem_text(f.problems, "period", Lang::vi).empty()) f.problems.push_back({Code::invalid, Text("Chọn kỳ báo cáo.", "Choose the period."), "period"});
  if (!c.due && problem_text(f.problems, "due", Lang::vi).empty()) f.problems.push_back({Code::invalid, Text("Cần ngày này.", "This day is needed."), "due"});
  if (!f.problems.empty()) return new_page(tx, actor, shell, f, 422);
  auto saved = open_campaign(tx, actor, c);
  if (!saved) {
    f.problems = saved.error();
    return new_page(tx, actor, shell, f, 422);
  }
  return web::redirect(campaign_url(saved->id, "?done=opened"));
}

}  // namespace

void add_opening_pages(web::Router& router, const CampaignSite& site) {
  router.get("/report-campaigns/new", web::person("check"), reg::page_handler(site.context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    CampaignForm f;
    f.org = actor.org_code;
    if (const auto id = parse_int(r.query.get("calendar"))) put_calendar(db, actor, *id, static_cast<int>(std::clamp<std::int64_t>(parse_int(r.query.get("year")).value_or(today().year()), 1990, 2100)), f);
    return new_page(db, actor, shell, f);
  }));
  router.post("/report-campaigns", web::person("check"), reg::act_handler(site.context, create));
}

}  // namespace nc::app
