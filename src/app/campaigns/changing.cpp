// A campaign under way: its day moved, its words changed, those who have not filed reminded, members added, closed.
#include "app/campaigns/campaign_form.h"
#include "app/catalog.h"
#include "flow/notice.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

Response edit_page(db::ReadDb& db, const Actor& actor, const Shell& shell, const LoadedCampaign& loaded, const CampaignForm& f, std::int64_t version, int status = 200) {
  const Lang lang = shell.lang;
  const std::string base = campaign_url(loaded.campaign.id);
  Control closed;
  closed.name = "status";
  closed.label = Text("Tình trạng", "State");
  closed.type = "select";
  closed.value = loaded.campaign.status;
  closed.options = {{"open", std::string(Text("Đang nhận báo cáo", "Open").in(lang))}, {"closed", std::string(Text("Đã khép, không nhận nữa", "Closed").in(lang))}};
  closed.width = "half";
  Html h(lang);
  h << summary_of(f.problems, lang) << "<form method=\"post\" class=\"form card\" action=\""_h << Url{base} << "\">"_h << hidden("csrf", shell.csrf) << hidden("version", std::to_string(version))
    << form_section(lang, Text("Đợt báo cáo", "Campaign"), campaign_fields(db, actor, f, lang, false) << control(lang, closed)) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Lưu", "Save"), .icon = "device-floppy", .kind = "primary", .key = "Ctrl ↵"}) << button(lang, {.label = Text("Quay lại", "Back"), .href = base, .kind = "ghost"}) << "</div></form>"_h;
  PageHead head;
  head.title = Message("Sửa: " + loaded.campaign.title, "Change: " + loaded.campaign.title);
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}, {Message(loaded.campaign.title, loaded.campaign.title), base}};
  return reg::respond(shell, head, h, status);
}

CampaignForm form_with(const ReportCampaign& c) {
  CampaignForm f;
  f.title = c.title;
  f.due = c.due.iso();
  f.receivers = c.receivers;
  f.note = c.note;
  return f;
}

Problem no_version() {
  return {Code::invalid, Text("Biểu mẫu thiếu số phiên bản. Mở lại trang rồi làm lại.", "The form has no version. Open the page again."), {}};
}

/// A new day moves that of every filing which is still open; what was filed keeps the day it was measured by.
Result<bool> move_due(db::Tx& tx, const Actor& actor, std::int64_t campaign, Date due) {
  for (Filing& f : filings_of(tx, actor, campaign)) {
    if (f.filed() || f.due == due) continue;
    f.due = due;
    if (auto saved = save_filing(tx, actor, f, "extend", {}); !saved) return tl::make_unexpected(saved.error().front());
  }
  return true;
}

Response change(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  CampaignForm f = form_of(r);
  const auto version = parse_int(r.form.get("version"));
  if (!version) return reg::problem_page(shell, no_version());
  ReportCampaign c = loaded->campaign;
  c.title = f.title;
  c.receivers = f.receivers;
  c.note = f.note;
  c.due = day_typed(f.due, "due", f.problems);
  c.status = r.form.get("status") == "closed" ? "closed" : "open";
  c.version = *version;
  if (f.problems.empty()) {
    Actor writer = actor;
    writer.functions.insert(Function::enter);
    auto saved = reg::save(tx, catalog(), report_campaigns(), writer, reg::to_cells(report_campaigns(), c));
    if (!saved) f.problems = saved.error();
    else if (auto moved = move_due(tx, writer, c.id, c.due); !moved) f.problems = {moved.error()};
  }
  if (!f.problems.empty()) return edit_page(tx, actor, shell, *loaded, f, loaded->campaign.version, http_status(f.problems.front().code));
  return web::redirect(campaign_url(c.id, "?done=saved"));
}

// ---- reminding -------------------------------------------------------------------------------------------

struct Told { int people = 0, nobody = 0; };

/// Notices and letters for one member that has not filed; a letter to the address in the register where nobody has an account.
void remind_one(db::Tx& tx, const Actor& actor, const ReportCampaign& c, const Filing& f, Told& told) {
  const Message left = days_left(f.due, today());
  const Message words{"Nhắc nộp: " + c.title + ", hạn " + format_date(f.due, Lang::vi) + " (" + left.vi + ").", "Please file: " + c.title + ", due " + format_date(f.due, Lang::en) + " (" + left.en + ")."};
  const std::string subject = "Nhịp Cầu: " + c.title, body = words.vi + "\n\nMở Nhịp Cầu, mục Đợt báo cáo. Biểu mẫu đã đổ sẵn từ sổ của hội: xem, xác nhận, ký và gửi.\n\n" + c.note;
  const auto people = people_of(tx, f.from_org.id);
  for (const std::int64_t person : people) {
    flow::tell(tx, person, filings(), f.id, "remind", actor.name, words);
    flow::post(tx, "reminder", person, "", subject, body);
  }
  told.people += static_cast<int>(people.size());
  if (!people.empty()) return;
  const std::string address = db::as_text(tx.scalar("SELECT email FROM organisation WHERE id = $1", {f.from_org.id}));
  if (address.empty()) ++told.nobody;
  else flow::post(tx, "reminder", 0, address, subject, body), ++told.people;
}

Response remind(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const ReportCampaign& c = loaded->campaign;
  Told told;
  for (Filing& f : filings_of(tx, actor, c.id)) {
    if (f.filed()) continue;
    remind_one(tx, actor, c, f, told);
    f.reminded_on = today();
    if (auto saved = save_filing(tx, actor, f, "remind"); !saved) return reg::problem_page(shell, saved.error().front());
  }
  return web::redirect(campaign_url(c.id, "?done=reminded&told=" + std::to_string(told.people) + "&nobody=" + std::to_string(told.nobody)));
}

}  // namespace

void add_changing_pages(web::Router& router, const CampaignSite& site) {
  const reg::Context& context = site.context;
  router.get("/report-campaigns/{id}/edit", web::person("check").of("report_campaign"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    auto loaded = load_campaign(db, actor, reg::id_of(r));
    if (!loaded) return reg::problem_page(shell, loaded.error());
    return edit_page(db, actor, shell, *loaded, form_with(loaded->campaign), loaded->campaign.version);
  }));
  router.post("/report-campaigns/{id}", web::person("check").of("report_campaign"), reg::act_handler(context, change));
  router.post("/report-campaigns/{id}/remind", web::person("check").of("report_campaign"), reg::act_handler(context, remind));
  router.post("/report-campaigns/{id}/add-missing", web::person("check").of("report_campaign"), reg::act_handler(context, [](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
    auto made = add_missing_filings(tx, actor, reg::id_of(r));
    return made ? web::redirect(campaign_url(reg::id_of(r), "?done=added")) : reg::problem_page(shell, made.error());
  }));
}

}  // namespace nc::app
