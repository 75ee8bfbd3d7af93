// The board of a campaign: one tile a member, days left, what the rules found, reminders.
#include <algorithm>
#include <map>

#include "app/campaigns/campaign_form.h"
#include "base/words.h"
#include "html/assets.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

struct Board {
  const CampaignSite& site;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const LoadedCampaign& loaded;
  std::vector<Tile> tiles;
  std::string wanted;  ///< "", a state, or "late"
  bool as_table = false;
  Lang lang;
  std::int64_t id() const { return loaded.campaign.id; }
  bool runs() const { return actor.may(Function::check) && !actor.preview() && loaded.campaign.status == "open" && reaches_organisation(db, actor, loaded.campaign.org.id); }
  bool shown(const Tile& t) const { return wanted.empty() || (wanted == "late" ? t.late_days > 0 : t.status == wanted); }
};

const char* state_icon(const std::string& status) {
  return status == "filed" ? "check" : status == "accepted" ? "checks" : status == "filling" ? "pencil" : status == "returned" ? "arrow-back-up" : "circle-dashed";
}

/// "Hội Việt Nam – Lào" beside its flag is "Lào".
std::string tile_name(const Tile& t) {
  constexpr std::string_view k_before = "Việt Nam – ";
  const auto at = t.name.find(k_before);
  return t.country.empty() || at == std::string::npos ? t.name : t.name.substr(at + k_before.size());
}

void put_tile(Html& h, const Tile& t, Lang lang, bool marked) {
  const bool bad = t.status == "returned" || (t.status == "not_opened" && t.late_days > 0);
  const char* look = t.filed() ? "ti ok" : bad ? "ti bad" : t.status == "filling" ? "ti warn" : "ti";
  h << "<li>"_h;
  if (t.open) h << "<a class=\""_h << look << "\" href=\""_h << Url{filing_url(t.id)} << "\">"_h;
  else h << "<span class=\""_h << look << "\">"_h;
  h << "<span class=\"ti-h\">"_h;
  if (!t.country.empty()) h << flag(t.country);
  h << "<span>"_h << tile_name(t) << "</span>"_h;
  if (t.illustrative && !marked) h << illustrative_mark(lang);
  h << "</span><span class=\"ti-s\"><span>"_h << icon(state_icon(t.status), "s") << " "_h << state_words(t) << "</span>"_h;
  if (t.filed_on && t.filed()) {
    const std::string day = format_date(t.filed_on, lang);
    h << "<span class=\"nw\">"_h << (lang == Lang::vi ? day.substr(0, 5) : day) << "</span>"_h;
  } else if (t.reminded_on) {
    h << "<span class=\"nw\">"_h << icon("bell", "s") << "</span>"_h;
  }
  h << "</span>"_h;
  if (t.late_days > 0) h << "<span class=\"ti-s\"><span>"_h << late_words(t.late_days) << "</span></span>"_h;
  h << (t.open ? "</a></li>"_h : "</span></li>"_h);
}

Html tiles_table(const Board& b) {
  Table t;
  t.caption = Text("Các nơi phải nộp", "Who files");
  t.columns = {{.label = Text("Nơi nộp", "From"), .key = true}, {.label = Text("Tình trạng", "State")}, {.label = Text("Mục đã xác nhận", "Confirmed"), .number = true},
               {.label = Text("Ngày nộp", "Filed on")},           {.label = Text("Chậm", "Late"), .number = true}, {.label = Text("Trả lại", "Returned"), .number = true},
               {.label = Text("Nộp qua", "Channel")},             {.label = Text("Nhắc lần cuối", "Last reminded")}};
  for (const Tile& tile : b.tiles) {
    if (!b.shown(tile)) continue;
    Row row;
    row.illustrative = tile.illustrative;
    const auto day = [&](Date d) { return d ? Html(b.lang) << "<span class=\"nw\">"_h << format_date(d, b.lang) << "</span>"_h : Html(b.lang) << "<span class=\"none\">–</span>"_h; };
    row.cells = {tile.open ? title_cell(filing_url(tile.id), tile.name) : Html(b.lang) << tile.name,
                 badge(b.lang, state_words(tile), filing_tone(tile.status, tile.late_days > 0)),
                 Html(b.lang) << tile.confirmed << "/"_h << form_sections().size(),
                 day(tile.filed_on),
                 tile.late_days > 0 ? Html(b.lang) << tile.late_days : Html(b.lang) << "<span class=\"none\">–</span>"_h,
                 tile.returns > 0 ? Html(b.lang) << tile.returns : Html(b.lang) << "<span class=\"none\">–</span>"_h,
                 Html(b.lang) << (tile.filed() ? filing_channels().label(tile.channel, b.lang) : ""),
                 day(tile.reminded_on)};
    t.rows.push_back(std::move(row));
  }
  return table(b.lang, t);
}

Html tiles_card(const Board& b) {
  const auto n = [&](auto&& which) { return std::count_if(b.tiles.begin(), b.tiles.end(), which); };
  const auto filed = filed_count(b.tiles);
  const std::string all = std::to_string(b.tiles.size()), base = campaign_url(b.id()), keep = b.as_table ? "&view=table" : "";
  Card c;
  c.title = Message(std::to_string(filed) + " trên " + all + " nơi đã nộp", std::to_string(filed) + " of " + all + " filed");
  std::vector<Tab> tabs_of{{.label = Text("Tất cả", "All"), .href = base + (b.as_table ? "?view=table" : ""), .count = all, .on = b.wanted.empty()}};
  for (const Option& o : filing_states().all())
    if (const auto count = n([&](const Tile& t) { return t.status == o.code; }); count > 0)
      tabs_of.push_back({.label = Message(capital(o.label.vi), capital(o.label.en)), .href = base + "?state=" + o.code + keep, .count = std::to_string(count), .on = b.wanted == o.code});
  if (const auto count = n([](const Tile& t) { return t.late_days > 0; }); count > 0)
    tabs_of.push_back({.label = Text("Chậm", "Late"), .href = base + "?state=late" + keep, .count = std::to_string(count), .on = b.wanted == "late"});
  const std::string state = b.wanted.empty() ? "" : "state=" + b.wanted;
  c.head_end = segments(b.lang, Text("Cách xem", "Look"), {{.label = Text("Ô", "Tiles"), .href = base + (state.empty() ? "" : "?" + state), .on = !b.as_table},
                                                           {.label = Text("Bảng", "Table"), .href = base + "?view=table" + (state.empty() ? "" : "&" + state), .on = b.as_table}});
  c.body = Html(b.lang) << tabs(b.lang, Text("Tình trạng", "States"), tabs_of);
  if (b.as_table) {
    c.body << tiles_table(b);
  } else {
    c.body << "<ul class=\"tiles\">"_h;
    for (const Tile& t : b.tiles)
      if (b.shown(t)) put_tile(c.body, t, b.lang, b.loaded.campaign.illustrative);
    c.body << "</ul>"_h;
  }
  return card(b.lang, c);
}

int weight_of(const Finding& x) { return x.waived() ? 3 : x.rule->blocks == Blocks::sending ? 0 : x.rule->blocks == Blocks::accepting ? 1 : 2; }

Row finding_row(const Tile& tile, const Finding& x, Lang lang) {
  Html what(lang), why(lang);
  what << x.words << " <span class=\"m2 sm\">"_h << x.rule->name << "</span>"_h;
  if (x.waived()) why << x.reason << " <span class=\"m2 sm\">"_h << x.waived_by << "</span>"_h;
  else if (x.rule->blocks == Blocks::nothing) why << badge(lang, Text("để biết", "to know"));
  else why << badge(lang, x.rule->blocks == Blocks::sending ? Text("chặn gửi", "stops sending") : Text("chặn nhận", "stops accepting"), Tone::warn);
  Row row;
  row.cells = {title_cell(filing_url(tile.id, "#checks"), tile.name), what, why};
  return row;
}

/// What the rules found in filings under way or waiting, and what was waived.
Html findings_card(const Board& b) {
  Html none(b.lang);
  if (!b.actor.sees(Sight::internal)) return none;
  Table t;
  t.caption = Text("Cần xem lại", "To look at");
  t.columns = {{.label = Text("Nơi nộp", "From"), .key = true}, {.label = Text("Điều thấy được", "Finding")}, {.label = Text("Lý do bỏ qua", "Why it is waived")}};
  std::size_t open = 0;
  // What stops something first, then what is only told, then what was waived.
  std::map<int, std::vector<Row>> by_weight;
  for (const Tile& tile : b.tiles) {
    if (!tile.open || tile.status == "not_opened") continue;
    auto f = load_filing(b.db, b.actor, tile.id);
    if (!f) continue;
    for (const Finding& x : check_filing(b.db, b.site.engine, *f, look_at_form(b.db, b.site.engine, f->counting, f->org_code, f->campaign.counted()))) {
      open += x.waived() ? 0 : 1;
      by_weight[weight_of(x)].push_back(finding_row(tile, x, b.lang));
    }
  }
  for (auto& [weight, rows] : by_weight)
    for (Row& row : rows) t.rows.push_back(std::move(row));
  if (t.rows.empty()) return none;
  Card c;
  c.title = Message("Cần xem lại: " + std::to_string(open), "To look at: " + std::to_string(open));
  c.head_end = more_link(b.lang, Text("Các quy tắc", "The rules"), "/report-campaigns/rules");
  c.body = table(b.lang, t);
  c.flush = true;
  return card(b.lang, c);
}

Html board_actions(const Board& b) {
  Html h(b.lang);
  const std::string base = campaign_url(b.id());
  std::vector<MenuItem> items;
  for (const char* format : {"xlsx", "csv"})
    items.push_back({.label = Message(std::string("Xuất bảng (") + format + ")", std::string("Export (") + format + ")"), .icon = "table-export",
                     .href = "/filings?campaign=" + std::to_string(b.id()) + "&format=" + format + "&columns=shown"});
  items.push_back({.label = Text("Bảng đúng hạn qua các đợt", "Punctuality over campaigns"), .icon = "chart-bar", .href = "/report-campaigns/punctuality"});
  if (b.runs()) {
    items.push_back({.label = Text("Sửa hạn, khép đợt", "Change the day, close"), .icon = "edit", .href = base + "/edit"});
    Html form(b.lang);
    form << "<form method=\"post\" action=\""_h << Url{base + "/add-missing"} << "\">"_h << hidden("csrf", b.shell.csrf)
         << button(b.lang, {.label = Text("Thêm hội mới vào đợt", "Add members who joined later"), .icon = "user-plus", .kind = "link"}) << "</form>"_h;
    items.push_back({.form = form});
  }
  h << menu(b.lang, {.label = Text("Thêm việc", "More"), .icon = "dots", .icon_only = true}, items);
  const auto open = static_cast<std::int64_t>(b.tiles.size()) - filed_count(b.tiles);
  if (b.runs() && open > 0)
    h << confirm_form(b.lang, {.opener = {.label = Message("Nhắc " + std::to_string(open) + " nơi chưa nộp", "Remind " + std::to_string(open) + " not filed"), .icon = "bell"},
                               .title = Message("Gửi nhắc đến " + std::to_string(open) + " nơi chưa nộp?", "Remind the " + std::to_string(open) + " that have not filed?"),
                               .text = Text("Người của hội nhận thông báo và thư; hội chưa có tài khoản thì thư gửi đến địa chỉ trong sổ tổ chức.",
                                            "Their people get a notice and a letter; without an account the letter goes to the address in the register."),
                               .action = base + "/remind", .csrf = b.shell.csrf, .yes = Text("Gửi nhắc", "Remind")});
  if (b.actor.sees(Sight::internal) && reaches_organisation(b.db, b.actor, b.loaded.campaign.org.id)) {
    const auto filed = filed_count(b.tiles);
    h << button(b.lang, {.label = Message("Tổng hợp " + std::to_string(filed) + " báo cáo", "Consolidate " + std::to_string(filed)), .icon = "git-merge", .href = base + "/consolidated", .kind = "primary"});
  }
  return h;
}

Message toast_of(const Request& r) {
  const std::string_view done = r.query.get("done");
  if (done == "opened") return Text("Đã mở đợt: mỗi nơi phải nộp có một biểu mẫu đổ sẵn.", "Opened: each one has a form filled in from its records.");
  if (done == "saved") return Text("Đã lưu.", "Saved.");
  if (done == "added") return Text("Đã thêm các hội chưa có trong đợt.", "Members without a filing were added.");
  if (done == "reminded") return {"Đã nhắc: " + std::string(r.query.get("told")) + " người; " + std::string(r.query.get("nobody")) + " nơi không có ai để nhắc.",
                                  "Reminded " + std::string(r.query.get("told")) + " people; " + std::string(r.query.get("nobody")) + " have nobody to remind."};
  return {};
}

/// The Union's report is sealed and somebody's filing is not accepted yet: whoever runs the campaign decides whether to wait.
Html offer_to_close(const Board& b) {
  Html h(b.lang);
  if (!b.runs() || b.loaded.campaign.report.id == 0) return h;
  if (!b.db.first("SELECT 1 FROM report WHERE id = $1 AND deleted = 0 AND status IN ('sealed', 'numbered')", {b.loaded.campaign.report.id})) return h;
  return h << notice(b.lang, Tone::info, "lock", Html(b.lang) << Text("Báo cáo của Liên hiệp đã niêm phong mà còn báo cáo chưa nhận, nên đợt chưa tự khép.", "The Union's report is sealed, but some filings are not accepted, so the campaign did not close by itself.") << " <a href=\""_h
                                                              << Url{campaign_url(b.loaded.campaign.id, "/edit")} << "\">"_h << Text("Khép đợt", "Close the campaign") << "</a>"_h);
}

PageHead head_of(const Board& b) {
  const ReportCampaign& c = b.loaded.campaign;
  PageHead head;
  head.title = Message(c.title, c.title);
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  const bool all_in = !b.tiles.empty() && filed_count(b.tiles) == static_cast<std::int64_t>(b.tiles.size());
  const Message left = days_left(c.due, today());
  head.sub = Html(b.lang) << b.loaded.org_name << ". "_h << Text("Hạn nộp", "Due") << " "_h << format_date(c.due, b.lang);
  if (!all_in && c.status == "open") head.sub << ", "_h << badge(b.lang, left, c.due < today() ? Tone::bad : Tone::neutral);
  head.sub << ". "_h << Text("Số liệu", "Counts") << " "_h << format_date(c.period_from, b.lang) << " – "_h << format_date(c.counted().to, b.lang) << "."_h;
  if (!c.receivers.empty()) head.sub << " "_h << Text("Gửi", "To") << " "_h << c.receivers << "."_h;
  head.actions = board_actions(b);
  if (c.illustrative) head.beside = illustrative_mark(b.lang);
  return head;
}

Response board_page(const CampaignSite& site, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const ReportCampaign& c = loaded->campaign;
  shell.toast = toast_of(r).in(shell.lang);
  Board b{site, db, actor, shell, *loaded, tiles_of(db, actor, c.id), std::string(r.query.get("state")), r.query.get("view") == "table", shell.lang};
  // Who is asked and does not reach those who ask goes straight to the own form.
  if (b.tiles.size() == 1 && b.tiles.front().open && actor.org == b.tiles.front().org && !reaches_organisation(db, actor, c.org.id)) return web::redirect(filing_url(b.tiles.front().id));
  Html h(b.lang);
  h << offer_to_close(b);
  if (b.tiles.empty())
    h << empty_state(b.lang, Text("Đợt này chưa có nơi phải nộp trong phạm vi của bạn", "Nobody in your reach files in this campaign"),
                     Text("Người mở đợt thêm hội vào đợt ở nút ba chấm.", "Whoever opened it adds members with the three dots."), {{Text("Về các đợt", "To the campaigns"), "/report-campaigns"}});
  else h << tiles_card(b);
  if (loaded->union_asks) h << roll_up_card(site, db, actor, *loaded, b.lang);
  h << findings_card(b);
  return reg::respond(shell, head_of(b), h);
}

}  // namespace

void add_board_pages(web::Router& router, const CampaignSite& site) {
  add_opening_pages(router, site);
  add_punctuality_pages(router, site);
  router.get("/report-campaigns/{id}", web::person().of("report_campaign"), reg::page_handler(site.context, [site](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return board_page(site, r, db, actor, shell); }));
  add_changing_pages(router, site);
}

}  // namespace nc::app
