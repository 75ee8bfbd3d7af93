// Below the figures of the overview: what waits, what comes, what was entered last.
#include "app/calendar/public.h"
#include "app/campaigns/public.h"
#include "app/donors/public.h"
#include "app/evidence/public.h"
#include "app/incoming/public.h"
#include "app/site/overview.h"
#include "base/words.h"

namespace nc::app {

namespace {

struct Waiting { std::int64_t n = 0; std::string first; };

/// How many records wait, and the first of `column`.
Waiting waiting(const Overview& x, const char* register_name, const std::string& column, const std::string& more, db::Params params = {}) {
  const std::string sql = "SELECT COUNT(*), MIN(t." + column + ")" + in_reach(x, register_name, more, params);
  const auto row = x.db.first(db::Sql::built(sql), params);
  return {db::as_int((*row)[0]), db::as_text((*row)[1])};
}

Message counted(std::int64_t n, const char* vi, const char* en_one, const char* en_many) {
  const std::string number = std::to_string(n);
  return {number + " " + vi, number + " " + (n == 1 ? en_one : en_many)};
}

ListItem todo(const Overview& x, const char* icon_name, Tone tone, const Message& title, const Message& detail, const Message& act, const std::string& href) {
  return {.icon = icon_name, .tone = tone, .title = Html(x.lang) << title, .detail = Html(x.lang) << detail,
          .end = button(x.lang, {.label = act, .href = href, .small = true})};
}

void petitions_todo(const Overview& x, std::vector<ListItem>& out) {
  const auto open = waiting(x, "petition", "date", "t.answered_on IS NULL AND t.closed_on IS NULL");
  if (open.n == 0) return;
  const auto late = waiting(x, "petition", "due", "t.answered_on IS NULL AND t.closed_on IS NULL AND t.due < $1", {today().iso()});
  Message detail;
  if (const auto since = Date::from_iso(open.first)) {
    const std::string days = format_int(today().days() - since->days(), Lang::vi), days_en = format_int(today().days() - since->days(), Lang::en);
    detail = {"Chờ lâu nhất từ " + format_date(*since, Lang::vi) + ", " + days + " ngày", "The oldest since " + format_date(*since, Lang::en) + ", " + days_en + " days"};
  }
  if (late.n > 0) detail = {detail.vi + "; " + std::to_string(late.n) + " quá hẹn", detail.en + "; " + std::to_string(late.n) + " overdue"};
  out.push_back(todo(x, "message-2-question", Tone::bad, counted(open.n, "yêu cầu của hội chờ trả lời", "petition waits for an answer", "petitions wait for an answer"), detail,
                     Text("Trả lời", "Answer"), "/petitions?is=open"));
}

void incoming_todo(const Overview& x, std::vector<ListItem>& out) {
  const IncomingWork w = incoming_work(x.db, x.actor);
  if (w.late > 0)
    out.push_back(todo(x, "inbox", Tone::bad, counted(w.late, "văn bản đến quá hạn", "incoming paper overdue", "incoming papers overdue"), Text("Hạn ghi khi phân xử lý", "By the day set when they were routed"),
                       Text("Xem", "Open"), "/incoming?is=overdue"));
  if (w.unrouted > 0)
    out.push_back(todo(x, "inbox", Tone::warn, counted(w.unrouted, "văn bản đến chờ phân xử lý", "incoming paper waits for routing", "incoming papers wait for routing"),
                       Text("Giao đơn vị, người giải quyết và hạn", "Say who deals with it by when"), Text("Phân xử lý", "Route"), "/incoming?status=registered"));
}

void delegations_todo(const Overview& x, std::vector<ListItem>& out) {
  const std::string in_period = "t.from_date >= $1 AND t.from_date <= $2 AND NOT EXISTS (SELECT 1 FROM evidence_span s WHERE s.deleted = 0 AND "
                                "s.register_name = 'delegation' AND s.record_id = t.id)";
  const auto bare = waiting(x, "delegation", "from_date", in_period, {x.period.from.iso(), x.period.to.iso()});
  const auto late = waiting(x, "delegation", "report_due", "t.status = 'completed' AND t.report_sent IS NULL AND t.report_due < $1", {today().iso()});
  if (late.n > 0)
    out.push_back(todo(x, "clock-exclamation", Tone::warn, counted(late.n, "đoàn quá hạn báo cáo", "delegation report overdue", "delegation reports overdue"),
                       Text("Hạn ghi trong từng bản ghi", "By the date on each record"), Text("Xem", "Open"), "/delegations?is=late_report"));
  if (bare.n > 0)
    out.push_back(todo(x, "paperclip", Tone::neutral, counted(bare.n, "đoàn chưa có chứng cứ", "delegation without evidence", "delegations without evidence"),
                       Text("Đính quyết định, ảnh hoặc bài báo", "Attach a decision, a photo or an article"), Text("Bổ sung", "Complete"),
                       "/delegations?is=no_evidence&period=" + url_encode(period_code(x.period))));
}

void agreements_todo(const Overview& x, std::vector<ListItem>& out) {
  const auto due = waiting(x, "commitment", "due", "t.progress < 100 AND t.due < $1", {today().iso()});
  if (due.n > 0)
    out.push_back(todo(x, "link", Tone::warn, counted(due.n, "cam kết quá hạn", "commitment overdue", "commitments overdue"),
                       Text("Trong các thỏa thuận đã ký", "In agreements that were signed"), Text("Xem", "Open"), "/commitments?due=.." + today().iso()));
  const auto ends = waiting(x, "agreement", "expires_on", "t.status IN ('in_force', 'expiring') AND t.expires_on >= $1 AND t.expires_on <= $2",
                            {today().iso(), today().plus_days(180).iso()});
  if (ends.n > 0)
    out.push_back(todo(x, "link", Tone::neutral, counted(ends.n, "thỏa thuận hết hạn trong 6 tháng tới", "agreement expires within six months", "agreements expire within six months"),
                       Text("Gia hạn hoặc ký mới", "Extend or sign anew"), Text("Xem", "Open"),
                       "/agreements?expires_on=" + today().iso() + ".." + today().plus_days(180).iso()));
}

void reports_todo(const Overview& x, std::vector<ListItem>& out) {
  if (!x.context.catalog->find("report")) return;
  const auto drafts = waiting(x, "report", "id", "t.status NOT IN ('sealed', 'numbered')");
  if (drafts.n == 0) return;
  out.push_back(todo(x, "file-text", Tone::neutral, counted(drafts.n, "báo cáo đang soạn", "report in draft", "reports in draft"),
                     Text("Số liệu trong báo cáo là con số sống", "Their numbers are living figures"), Text("Soạn tiếp", "Go on"),
                     drafts.n == 1 ? "/reports/" + drafts.first : "/reports"));
}

void aid_todo(const Overview& x, std::vector<ListItem>& out) {
  if (!x.actor.sees(Sight::internal)) return;
  const auto late_of = [&](const char* register_name) {
    reg::ListQuery q;
    q.filters = {{"is", "late"}};
    const reg::Description* d = x.context.catalog->find(register_name);
    return d ? reg::counts(x.db, *d, x.actor, {q}, 1000).front() : 0;
  };
  if (const auto n = late_of("aid_plan"); n > 0)
    out.push_back(todo(x, "coin", Tone::warn, counted(n, "đợt tiền cam kết quá hạn", "promised instalment is late", "promised instalments are late"), Text("Nhắc nhà tài trợ, hoặc ghi đã nhận", "Ask the donor, or note it as received"), Text("Xem", "Open"), "/aid-plans?is=late"));
  if (const auto n = late_of("aid_opportunity"); n > 0)
    out.push_back(todo(x, "target-arrow", Tone::warn, counted(n, "cơ hội viện trợ quá hạn việc tiếp theo", "aid opportunity past its next step", "aid opportunities past their next step"), Text("Làm tiếp hoặc dời hạn", "Go on, or move the day"), Text("Xem", "Open"), "/aid-opportunities?is=late"));
  if (const auto thanks = gifts_to_thank(x.db, x.actor); thanks.late > 0)
    out.push_back(todo(x, "mail", Tone::warn, counted(thanks.late, "khoản đã nhận quá hạn cảm ơn", "gift is thanked for late", "gifts are thanked for late"), Text("Máy soạn sẵn thư hai ngôn ngữ", "Letters in two languages are drafted"), Text("Cảm ơn", "Thank"), "/donors#to-thank"));
}

void students_todo(const Overview& x, std::vector<ListItem>& out) {
  const auto reports = waiting(x, "scholarship", "report_due", "t.report_due < $1 AND t.report_on IS NULL AND t.status IN ('awarded', 'monitoring')", {today().iso()});
  if (reports.n > 0)
    out.push_back(todo(x, "school", Tone::warn, counted(reports.n, "báo cáo theo dõi học bổng quá hạn", "scholarship report overdue", "scholarship reports overdue"), Text("Báo cáo kết quả học tập cho nhà tài trợ", "Tell the donor how students do"), Text("Xem", "Open"), "/scholarships?is=late_report"));
  const auto entries = waiting(x, "contest_entrant", "contest", "t.status = 'checking'");
  if (entries.n > 0)
    out.push_back(todo(x, "user-plus", Tone::warn, counted(entries.n, "đăng ký dự thi chờ kiểm tra", "contest entry to be checked", "contest entries to be checked"), Text("Gửi qua trang đăng ký", "Sent on the registration page"), Text("Kiểm tra", "Check"), "/contests/" + entries.first));
}

}  // namespace

std::string in_reach(const Overview& x, const char* register_name, const std::string& more, db::Params& params) {
  std::string sql = " FROM " + std::string(register_name) + " t WHERE t.deleted = 0 AND (" + more + ") AND (";
  append(sql, params, org_scope(x.actor, "t"));
  return sql + ")";
}

Html todo_card(const Overview& x) {
  std::vector<ListItem> items;
  for (const CampaignWork& w : campaign_work(x.db, x.actor)) items.push_back(todo(x, "clipboard-check", w.late ? Tone::bad : Tone::warn, w.title, w.detail, w.act, w.href));
  petitions_todo(x, items);
  incoming_todo(x, items);
  delegations_todo(x, items);
  agreements_todo(x, items);
  aid_todo(x, items);
  students_todo(x, items);
  reports_todo(x, items);
  Card c;
  c.title = Text("Việc cần làm", "To do");
  c.head_end = Html(x.lang) << "<span class=\"m2 sm\">"_h << Message(std::to_string(items.size()) + " việc", std::to_string(items.size()) + (items.size() == 1 ? " item" : " items")) << "</span>"_h;
  c.body = items.empty() ? Html(x.lang) << "<p class=\"m2\">"_h << Text("Không có việc nào đang chờ.", "Nothing is waiting.") << "</p>"_h : item_list(x.lang, items);
  return card(x.lang, c);
}

Html coming_card(const Overview& x) {
  std::vector<ListItem> items;
  for (const auto& c : coming_occasions(x.db, x.actor, today(), 120)) {
    if (items.size() == 4) break;
    const auto days = c.date.days() - today().days();
    ListItem item;
    item.day = c.date;
    item.tone = days <= 20 ? Tone::warn : Tone::neutral;
    item.href = "/occasions/" + std::to_string(c.id);
    item.title = Html(x.lang);
    const std::string name = x.lang == Lang::vi || c.name_en.empty() ? c.name_vi : c.name_en;
    if (c.ordinal > 0) item.title << c.ordinal << " "_h << Text("năm", "years") << ": "_h;
    item.title << name;
    item.detail = Html(x.lang);
    if (days == 0) item.detail << Text("Hôm nay", "Today");
    else item.detail << Message("Còn " + std::to_string(days) + " ngày", days == 1 ? "Tomorrow" : "In " + std::to_string(days) + " days");
    if (!c.verified) item.detail << " · "_h << Text("ngày chưa kiểm chứng", "date not verified");
    items.push_back(std::move(item));
  }
  Card c;
  c.title = Text("Sắp đến ngày", "Coming dates");
  c.head_end = more_link(x.lang, Text("Lịch kỷ niệm", "Calendar"), "/occasions");
  c.body = items.empty() ? Html(x.lang) << "<p class=\"m2\">"_h << Text("Bốn tháng tới không có ngày nào trong lịch.", "Nothing in the calendar for four months.") << "</p>"_h
                         : item_list(x.lang, items);
  return card(x.lang, c);
}

Html recent_card(const Overview& x) {
  const reg::Description* d = x.context.catalog->find("delegation");
  if (!d) return Html(x.lang);
  reg::ListQuery q;
  q.filters = {{"to", x.period.to.iso()}};
  q.limit = 6;
  const auto page = reg::list(x.db, *d, x.actor, q);
  const auto titles = reg::link_titles(x.db, *x.context.catalog, *d, page.rows, x.lang, true);
  std::vector<RecordKey> keys;
  for (const auto& row : page.rows) keys.push_back({d->name, db::as_int(row[reg::k_id])});
  const auto chips = evidence_chips(x.db, x.actor, keys, x.lang, true);
  auto text = [&](const reg::Cells& row, const char* field) { return capital(reg::show(*d->find(field), row, x.lang, titles)); };
  Table t;
  t.caption = Text("Đoàn mới ghi vào sổ", "Latest delegations");
  t.columns = {{.label = Text("Ngày", "Date")}, {.label = Text("Hướng", "Direction"), .hidden_label = true}, {.label = Text("Nội dung", "What"), .key = true},
               {.label = Text("Nước", "Country")}, {.label = Text("Hội, đơn vị chủ trì", "Host"), .wide_only = true}, {.label = Text("Chứng cứ", "Evidence")}};
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    const auto& row = page.rows[i];
    const bool in = db::as_text(row[static_cast<std::size_t>(d->column("direction"))]) == "in";
    const std::string words = text(row, "direction"), title = d->title_of(row, x.lang);
    Row line;
    line.illustrative = db::as_int(row[reg::k_illustrative]) != 0;
    line.cells = {Html(x.lang) << "<span class=\"nw\">"_h << text(row, "from_date") << "</span>"_h, direction_tile(x.lang, in ? Direction::in : Direction::out, Message(words, words)),
                  title_cell("/delegations/" + std::to_string(keys[i].id), title, text(row, "programme")),
                  reg::value_html(x.context, *d, *d->find("countries"), row, x.lang, titles), Html(x.lang) << text(row, "org"),
                  Html(x.lang) << "<span class=\"evs\">"_h << chips[i] << "</span>"_h};
    t.rows.push_back(std::move(line));
  }
  Card c;
  c.title = Text("Mới ghi vào sổ", "Latest entries");
  c.head_end = more_link(x.lang, Text("Mở sổ đoàn", "Open the register"), "/delegations?period=" + url_encode(period_code(x.period)));
  c.flush = !page.rows.empty();
  c.body = page.rows.empty() ? Html(x.lang) << "<p class=\"m2\">"_h << Text("Chưa có đoàn nào trong sổ.", "No delegations yet.") << "</p>"_h : table(x.lang, t);
  return card(x.lang, c);
}

}  // namespace nc::app
