// The board of a campaign: one tile a member, reminders, days left; opening a campaign; the table of punctuality; the rules.
#include <algorithm>
#include <map>

#include "app/campaigns/pages.h"
#include "app/catalog.h"
#include "base/words.h"
#include "file/table.h"
#include "flow/notice.h"
#include "html/assets.h"

namespace nc::app {

using web::Request;
using web::Response;

std::string campaign_url(std::int64_t id, const std::string& more) { return "/report-campaigns/" + std::to_string(id) + more; }
std::string filing_url(std::int64_t id, const std::string& more) { return "/filings/" + std::to_string(id) + more; }

Message number_words(std::int64_t n, const char* vi, const char* en_one, const char* en_many) {
  return {format_int(n, Lang::vi) + " " + vi, format_int(n, Lang::en) + " " + (n == 1 ? en_one : en_many)};
}

Message days_left(Date due, Date on) {
  const std::int64_t days = due.days() - on.days();
  if (days == 0) return Text("hôm nay hết hạn", "due today");
  if (days > 0) return {"còn " + format_int(days, Lang::vi) + " ngày", format_int(days, Lang::en) + (days == 1 ? " day left" : " days left")};
  return {"quá hạn " + format_int(-days, Lang::vi) + " ngày", format_int(-days, Lang::en) + (days == -1 ? " day overdue" : " days overdue")};
}

Tone filing_tone(const std::string& status, bool late) {
  if (status == "filed" || status == "accepted") return Tone::ok;
  if (status == "returned") return Tone::bad;
  if (status == "filling") return Tone::warn;
  return late ? Tone::bad : Tone::neutral;
}

std::string problem_text(const Problems& problems, const std::string& field, Lang lang) {
  for (const Problem& p : problems)
    if (p.field == field) return p.message.in(lang);
  return {};
}

Response table_file(const std::string& format, const std::string& name, const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  std::vector<tables::Column> columns;
  for (const std::string& h : head) columns.push_back({h, tables::Kind::text, 0});
  if (format != "xlsx") return web::download(tables::write_csv(columns, rows), "text/csv; charset=utf-8", name + ".csv");
  auto bytes = tables::write_xlsx(name, columns, rows);
  return bytes ? web::download(std::move(*bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx") : web::refusal(bytes.error());
}

std::vector<Tile> tiles_of(db::ReadDb& db, const Actor& actor, std::int64_t campaign) {
  std::vector<Tile> out;
  db::Params params{campaign};
  std::string opens, counted;
  append(opens, params, org_scope(actor, "f"));
  append(counted, params, count_scope(actor, "f"));
  const std::string sql =
      "SELECT f.id, f.from_org, f.status, f.channel, f.due, f.filed_on, f.reminded_on, f.late_days, f.returns, f.confirmed, f.illustrative, COALESCE(o.short_name, o.name), o.country_focus, "
      "CASE WHEN " + opens + " THEN 1 ELSE 0 END FROM filing f JOIN organisation o ON o.id = f.from_org WHERE f.deleted = 0 AND f.campaign = $1 AND " + counted + " ORDER BY f.id";
  db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    const auto day = [&](int column) { return Date::from_iso(r.text(column)).value_or(Date{}); };
    Tile t;
    t.id = r.integer(0);
    t.org = r.integer(1);
    t.status = std::string(r.text(2));
    t.channel = std::string(r.text(3));
    t.due = day(4);
    t.filed_on = day(5);
    t.reminded_on = day(6);
    t.late_days = r.integer(7);
    t.returns = r.integer(8);
    t.confirmed = static_cast<int>(std::max<std::ptrdiff_t>(0, std::count(r.text(9).begin(), r.text(9).end(), '|') - 1));
    t.illustrative = r.integer(10) != 0;
    t.name = std::string(r.text(11));
    constexpr std::size_t k_one_code = 4;
    if (r.text(12).size() >= k_one_code) t.country = std::string(r.text(12).substr(1, 2));
    t.open = r.integer(13) == 1;
    if (!t.filed_on && t.due && t.due < today()) t.late_days = today().days() - t.due.days();
    out.push_back(std::move(t));
    return true;
  });
  return out;
}

bool reaches_organisation(db::ReadDb& db, const Actor& actor, std::int64_t org) {
  std::string sql = "SELECT 1 FROM organisation o WHERE o.id = $1 AND ";
  db::Params params{org};
  append(sql, params, reach_scope(actor, "o"));
  return db.first(db::Sql::built(sql), params).has_value();
}

std::int64_t filed_count(const std::vector<Tile>& tiles) {
  return std::count_if(tiles.begin(), tiles.end(), [](const Tile& t) { return t.filed(); });
}

namespace {

// ---- the board -------------------------------------------------------------------------------------------

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

Message state_words(const Tile& t) {
  if (t.status == "filling") {
    const std::string n = std::to_string(t.confirmed) + "/" + std::to_string(form_sections().size());
    return {n + " mục", n + " sections"};
  }
  return {capital(filing_states().label(t.status, Lang::vi)), capital(filing_states().label(t.status, Lang::en))};
}

const char* state_icon(const std::string& status) {
  return status == "filed" ? "check" : status == "accepted" ? "checks" : status == "filling" ? "pencil" : status == "returned" ? "arrow-back-up" : "circle-dashed";
}

Message late_words(std::int64_t days) { return {"chậm " + format_int(days, Lang::vi) + " ngày", format_int(days, Lang::en) + (days == 1 ? " day late" : " days late")}; }

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
      Row row;
      Html what(b.lang), why(b.lang);
      what << x.words << " <span class=\"m2 sm\">"_h << x.rule->name << "</span>"_h;
      if (x.waived()) why << x.reason << " <span class=\"m2 sm\">"_h << x.waived_by << "</span>"_h;
      else if (x.rule->blocks == Blocks::nothing) why << badge(b.lang, Text("để biết", "to know"));
      else why << badge(b.lang, x.rule->blocks == Blocks::sending ? Text("chặn gửi", "stops sending") : Text("chặn nhận", "stops accepting"), Tone::warn);
      row.cells = {title_cell(filing_url(tile.id, "#checks"), tile.name), what, why};
      by_weight[x.waived() ? 3 : x.rule->blocks == Blocks::sending ? 0 : x.rule->blocks == Blocks::accepting ? 1 : 2].push_back(std::move(row));
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

Response board_page(const CampaignSite& site, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const ReportCampaign& c = loaded->campaign;
  shell.toast = toast_of(r).in(shell.lang);
  Board b{site, db, actor, shell, *loaded, tiles_of(db, actor, c.id), std::string(r.query.get("state")), r.query.get("view") == "table", shell.lang};
  // Who is asked and does not reach those who ask goes straight to the own form.
  if (b.tiles.size() == 1 && b.tiles.front().open && actor.org == b.tiles.front().org && !reaches_organisation(db, actor, c.org.id)) return web::redirect(filing_url(b.tiles.front().id));
  PageHead head;
  head.title = Message(c.title, c.title);
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  const bool all_in = !b.tiles.empty() && filed_count(b.tiles) == static_cast<std::int64_t>(b.tiles.size());
  const Message left = days_left(c.due, today());
  head.sub = Html(b.lang) << loaded->org_name << ". "_h << Text("Hạn nộp", "Due") << " "_h << format_date(c.due, b.lang);
  if (!all_in && c.status == "open") head.sub << ", "_h << badge(b.lang, left, c.due < today() ? Tone::bad : Tone::neutral);
  head.sub << ". "_h << Text("Số liệu", "Counts") << " "_h << format_date(c.period_from, b.lang) << " – "_h << format_date(c.counted().to, b.lang) << "."_h;
  if (!c.receivers.empty()) head.sub << " "_h << Text("Gửi", "To") << " "_h << c.receivers << "."_h;
  head.actions = board_actions(b);
  if (c.illustrative) head.beside = illustrative_mark(b.lang);
  Html h(b.lang);
  h << offer_to_close(b);
  if (b.tiles.empty())
    h << empty_state(b.lang, Text("Đợt này chưa có nơi phải nộp trong phạm vi của bạn", "Nobody in your reach files in this campaign"),
                     Text("Người mở đợt thêm hội vào đợt ở nút ba chấm.", "Whoever opened it adds members with the three dots."), {{Text("Về các đợt", "To the campaigns"), "/report-campaigns"}});
  else h << tiles_card(b);
  if (loaded->union_asks) h << roll_up_card(site, db, actor, *loaded, b.lang);
  h << findings_card(b);
  return reg::respond(shell, head, h);
}

// ---- opening one -----------------------------------------------------------------------------------------

struct CampaignForm {
  std::string title, kind = "half_year", asks = "associations", org, from, to, cutoff, due, receivers, note;
  Problems problems;
};

CampaignForm form_of(const Request& r) {
  const auto get = [&](const char* name) { return std::string(r.form.get(name)); };
  return {get("title"), get("kind"), get("asks"), get("org"), get("period_from"), get("period_to"), get("cutoff"), get("due"), get("receivers"), get("note"), {}};
}

Control control_of(const CampaignForm& f, Lang lang, const char* name, Message label, const std::string& value, std::string type = "text", bool required = false) {
  Control c;
  c.name = name;
  c.label = std::move(label);
  c.value = value;
  c.type = std::move(type);
  c.required = required;
  c.error = problem_text(f.problems, name, lang);
  c.width = c.type == "date" || c.type == "select" ? "half" : "full";
  return c;
}

/// Who may ask others: Unions in reach.
std::vector<std::pair<std::string, std::string>> who_opens(db::ReadDb& db, const Actor& actor) {
  std::vector<std::pair<std::string, std::string>> out;
  std::string sql = "SELECT o.code, o.name FROM organisation o WHERE o.deleted = 0 AND o.kind IN ('provincial_union', 'national_union') AND ";
  db::Params params;
  append(sql, params, reach_scope(actor, "o"));
  db.each(db::Sql::built(sql + " ORDER BY o.id"), params, [&](const db::Row& row) {
    out.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
    return true;
  });
  return out;
}

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

Html campaign_fields(db::ReadDb& db, const Actor& actor, const CampaignForm& f, Lang lang, bool fresh) {
  Html fields(lang);
  if (fresh) {
    Control kind = control_of(f, lang, "kind", Text("Loại báo cáo", "Kind"), f.kind, "select", true);
    for (const Option& o : campaign_kinds().all()) kind.options.emplace_back(o.code, capital(o.label.in(lang)));
    Control org = control_of(f, lang, "org", Text("Nơi mở đợt", "Opened by"), f.org, "select", true);
    org.options = who_opens(db, actor);
    Control asks = control_of(f, lang, "asks", Text("Nơi phải nộp", "Who files"), f.asks, "select", true);
    asks.options = {{"associations", std::string(Text("Các hội thành viên", "Member associations").in(lang))}, {"unions", std::string(Text("Các Liên hiệp địa phương", "Provincial Unions").in(lang))}};
    fields << control(lang, kind) << control(lang, org) << control(lang, asks) << control(lang, control_of(f, lang, "period_from", Text("Kỳ từ ngày", "Period from"), f.from, "date", true))
           << control(lang, control_of(f, lang, "period_to", Text("Kỳ đến ngày", "Period to"), f.to, "date", true));
    Control cutoff = control_of(f, lang, "cutoff", Text("Khóa số liệu ngày", "Counts stop on"), f.cutoff, "date");
    cutoff.hint = Text("Để trống: hết kỳ", "Empty: the end of the period");
    fields << control(lang, cutoff);
  }
  fields << control(lang, control_of(f, lang, "due", Text("Nộp trước hết ngày", "File by the end of"), f.due, "date", true));
  Control title = control_of(f, lang, "title", Text("Tên đợt", "Title"), f.title);
  if (fresh) title.hint = Text("Để trống: đặt theo loại và năm", "Empty: named by kind and year");
  fields << control(lang, title) << control(lang, control_of(f, lang, "receivers", Text("Nơi nhận báo cáo của Liên hiệp", "Receivers of the Union's report"), f.receivers))
         << control(lang, control_of(f, lang, "note", Text("Dặn các hội", "Note to the members"), f.note, "textarea"));
  return fields;
}

Html summary_of(const Problems& problems, Lang lang) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : problems) lines.emplace_back(p.field, p.message.in(lang));
  return lines.empty() ? Html(lang) : error_summary(lang, lines);
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

Date day_typed(const std::string& typed, const char* field, Problems& problems) {
  if (typed.empty()) return {};
  if (auto day = parse_date(typed)) return *day;
  else problems.push_back({Code::invalid, day.error().message, field});
  return {};
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
  for (const auto& [field, day] : {std::pair{"period_from", c.period_from}, std::pair{"period_to", c.period_to}, std::pair{"due", c.due}})
    if (!day && problem_text(f.problems, field, Lang::vi).empty()) f.problems.push_back({Code::invalid, Text("Cần ngày này.", "This day is needed."), field});
  if (!f.problems.empty()) return new_page(tx, actor, shell, f, 422);
  auto saved = open_campaign(tx, actor, c);
  if (!saved) {
    f.problems = saved.error();
    return new_page(tx, actor, shell, f, 422);
  }
  return web::redirect(campaign_url(saved->id, "?done=opened"));
}

// ---- changing and closing it -----------------------------------------------------------------------------

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

CampaignForm form_of(const ReportCampaign& c) {
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

Response remind(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const ReportCampaign& c = loaded->campaign;
  int told = 0, nobody = 0;
  for (Filing& f : filings_of(tx, actor, c.id)) {
    if (f.filed()) continue;
    const std::string left = days_left(f.due, today()).vi;
    const Message words{"Nhắc nộp: " + c.title + ", hạn " + format_date(f.due, Lang::vi) + " (" + left + ").", "Please file: " + c.title + ", due " + format_date(f.due, Lang::en) + " (" + days_left(f.due, today()).en + ")."};
    const auto people = people_of(tx, f.from_org.id);
    const std::string body = words.vi + "\n\nMở Nhịp Cầu, mục Đợt báo cáo. Biểu mẫu đã đổ sẵn từ sổ của hội: xem, xác nhận, ký và gửi.\n\n" + c.note;
    for (const std::int64_t person : people) {
      flow::tell(tx, person, filings(), f.id, "remind", actor.name, words);
      flow::post(tx, "reminder", person, "", "Nhịp Cầu: " + c.title, body);
      ++told;
    }
    if (people.empty()) {
      const std::string address = db::as_text(tx.scalar("SELECT email FROM organisation WHERE id = $1", {f.from_org.id}));
      if (address.empty()) ++nobody;
      else flow::post(tx, "reminder", 0, address, "Nhịp Cầu: " + c.title, body), ++told;
    }
    f.reminded_on = today();
    if (auto saved = save_filing(tx, actor, f, "remind"); !saved) return reg::problem_page(shell, saved.error().front());
  }
  return web::redirect(campaign_url(c.id, "?done=reminded&told=" + std::to_string(told) + "&nobody=" + std::to_string(nobody)));
}

// ---- punctuality, rules ----------------------------------------------------------------------------------

struct Punctual { std::int64_t expected = 0, on_time = 0, late = 0, days = 0, returns = 0; };

/// What is not due yet is neither on time nor late.
void add_to(Punctual& p, const Tile& t) {
  p.returns += t.returns;
  if (!t.filed_on && t.due >= today()) return;
  ++p.expected;
  if (t.filed_on && t.late_days == 0) ++p.on_time;
  if (t.late_days > 0) ++p.late, p.days += t.late_days;
}

std::string share(const Punctual& p, Lang lang) {
  return p.expected == 0 ? "–" : format_decimal(100.0 * static_cast<double>(p.on_time) / static_cast<double>(p.expected), 0, lang) + "%";
}
std::string delay(const Punctual& p, Lang lang) { return p.late == 0 ? "–" : format_decimal(static_cast<double>(p.days) / static_cast<double>(p.late), 1, lang); }

Response punctuality_page(const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const Lang lang = shell.lang;
  constexpr int k_most = 12;
  reg::ListQuery q;
  q.limit = k_most;
  std::vector<ReportCampaign> campaigns;
  for (const reg::Cells& row : reg::list(db, report_campaigns(), actor, q).rows) campaigns.push_back(reg::from_cells<ReportCampaign>(row));
  std::map<std::pair<std::string, std::int64_t>, std::map<std::int64_t, Tile>> by_member;
  std::map<std::int64_t, Punctual> of_member;
  std::map<std::int64_t, Punctual> of_campaign;
  for (const ReportCampaign& c : campaigns)
    for (Tile& t : tiles_of(db, actor, c.id)) {
      add_to(of_member[t.org], t);
      add_to(of_campaign[c.id], t);
      by_member[{t.name, t.org}].emplace(c.id, std::move(t));
    }
  std::vector<std::string> head{std::string(Text("Nơi nộp", "From").in(lang))};
  for (const ReportCampaign& c : campaigns) head.push_back(c.title);
  for (const Text& t : {Text{"Đúng hạn", "On time"}, Text{"Chậm bình quân (ngày)", "Average delay (days)"}, Text{"Số lần trả lại", "Returns"}}) head.emplace_back(t.in(lang));
  std::vector<std::vector<std::string>> rows;
  for (const auto& [member, tiles] : by_member) {
    std::vector<std::string> row{member.first};
    for (const ReportCampaign& c : campaigns) {
      const auto it = tiles.find(c.id);
      if (it == tiles.end()) row.emplace_back("–");
      else if (it->second.late_days > 0) row.push_back(late_words(it->second.late_days).in(lang));
      else row.push_back(state_words(it->second).in(lang));
    }
    const Punctual& p = of_member[member.second];
    row.push_back(share(p, lang));
    row.push_back(delay(p, lang));
    row.push_back(std::to_string(p.returns));
    rows.push_back(std::move(row));
  }
  std::vector<std::string> total{std::string(Text("Cả đợt: đúng hạn", "Whole campaign: on time").in(lang))};
  Punctual all;
  for (const ReportCampaign& c : campaigns) {
    const Punctual& p = of_campaign[c.id];
    total.push_back(share(p, lang));
    all.expected += p.expected, all.on_time += p.on_time, all.late += p.late, all.days += p.days, all.returns += p.returns;
  }
  total.push_back(share(all, lang));
  total.push_back(delay(all, lang));
  total.push_back(std::to_string(all.returns));
  if (const std::string format(r.query.get("format")); format == "csv" || format == "xlsx") {
    rows.push_back(total);
    return table_file(format, lang == Lang::vi ? "Đúng hạn" : "Punctuality", head, rows);
  }
  Table t;
  t.caption = Text("Đúng hạn qua các đợt", "Punctuality over campaigns");
  for (std::size_t i = 0; i < head.size(); ++i) t.columns.push_back({.label = Message(head[i], head[i]), .number = i + 3 >= head.size(), .key = i == 0});
  const auto line = [&](const std::vector<std::string>& cells, Row::Kind kind) {
    Row row;
    row.kind = kind;
    for (const std::string& cell : cells) row.cells.emplace_back(Html(lang) << cell);
    t.rows.push_back(std::move(row));
  };
  for (const auto& row : rows) line(row, Row::Kind::record);
  line(total, Row::Kind::total);
  PageHead page_head;
  page_head.title = Text("Đúng hạn qua các đợt", "Punctuality over campaigns");
  page_head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  page_head.actions = button(lang, {.label = Text("Xuất xlsx", "Export xlsx"), .icon = "table-export", .href = "/report-campaigns/punctuality?format=xlsx"}) << " "_h
                      << button(lang, {.label = Text("Xuất csv", "Export csv"), .icon = "table-export", .href = "/report-campaigns/punctuality?format=csv"});
  if (campaigns.empty())
    return reg::respond(shell, page_head, empty_state(lang, Text("Chưa có đợt báo cáo nào", "No campaigns yet"), Text("Mở đợt đầu tiên để có bảng này.", "Open the first one to have this table."), {{Text("Về các đợt", "To the campaigns"), "/report-campaigns"}}));
  return reg::respond(shell, page_head, card(lang, {.body = table(lang, t), .flush = true}));
}

Response rules_page(const Shell& shell) {
  const Lang lang = shell.lang;
  Table t;
  t.caption = Text("Quy tắc kiểm tra", "Checks");
  t.columns = {{.label = Text("Quy tắc", "Rule"), .key = true}, {.label = Text("Vì sao", "Why")}, {.label = Text("Hậu quả", "Effect")}};
  for (const FilingRule& rule : filing_rules()) {
    Row row;
    const Message effect = rule.blocks == Blocks::sending ? Message(Text("chặn gửi, trừ khi ghi lý do", "stops sending unless waived")) : rule.blocks == Blocks::accepting ? Message(Text("chặn nhận, trừ khi ghi lý do", "stops accepting unless waived")) : Message(Text("chỉ nhắc", "only told"));
    row.cells = {Html(lang) << "<span class=\"tt\">"_h << rule.name << "</span>"_h, Html(lang) << rule.why, badge(lang, effect, rule.blocks == Blocks::nothing ? Tone::neutral : Tone::warn)};
    t.rows.push_back(std::move(row));
  }
  PageHead head;
  head.title = Text("Quy tắc kiểm tra báo cáo", "Checks of filings");
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}};
  return reg::respond(shell, head, card(lang, {.body = table(lang, t), .flush = true}));
}

}  // namespace

void add_board_pages(web::Router& router, const CampaignSite& site) {
  const reg::Context& context = site.context;
  router.get("/report-campaigns/new", web::person("check"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    CampaignForm f;
    f.org = actor.org_code;
    if (const auto id = parse_int(r.query.get("calendar"))) put_calendar(db, actor, *id, static_cast<int>(std::clamp<std::int64_t>(parse_int(r.query.get("year")).value_or(today().year()), 1990, 2100)), f);
    return new_page(db, actor, shell, f);
  }));
  router.post("/report-campaigns", web::person("check"), reg::act_handler(context, create));
  router.get("/report-campaigns/punctuality", web::person().seeing("figures"), reg::page_handler(context, punctuality_page));
  router.get("/report-campaigns/rules", web::person(), reg::page_handler(context, [](const Request&, db::ReadDb&, const Actor&, Shell& shell) { return rules_page(shell); }));
  router.get("/report-campaigns/{id}", web::person().of("report_campaign"), reg::page_handler(context, [site](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return board_page(site, r, db, actor, shell); }));
  router.get("/report-campaigns/{id}/edit", web::person("check").of("report_campaign"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    auto loaded = load_campaign(db, actor, reg::id_of(r));
    if (!loaded) return reg::problem_page(shell, loaded.error());
    return edit_page(db, actor, shell, *loaded, form_of(loaded->campaign), loaded->campaign.version);
  }));
  router.post("/report-campaigns/{id}", web::person("check").of("report_campaign"), reg::act_handler(context, change));
  router.post("/report-campaigns/{id}/remind", web::person("check").of("report_campaign"), reg::act_handler(context, remind));
  router.post("/report-campaigns/{id}/add-missing", web::person("check").of("report_campaign"), reg::act_handler(context, [](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
    auto made = add_missing_filings(tx, actor, reg::id_of(r));
    return made ? web::redirect(campaign_url(reg::id_of(r), "?done=added")) : reg::problem_page(shell, made.error());
  }));
}

}  // namespace nc::app
