// The lists of the leader's wall: the week, what is due, what is asked, what was published, round years.
#include <algorithm>

#include "app/calendar/public.h"
#include "app/evidence/public.h"
#include "app/site/wall.h"
#include "base/words.h"

namespace nc::app {

namespace {

// So many fit on the sheet; the link in the head leads to the others.
constexpr std::size_t k_most_in_week = 9, k_most = 4;
constexpr int k_round_days = 548;  // eighteen months

/// One line with the day it is about, for sorting.
struct Line {
  Date day;
  ListItem item;
};

Html card_of(const Overview& x, const Message& title, std::vector<Line> lines, const Message& none, const std::string& all_href, std::size_t most = k_most) {
  std::vector<ListItem> items;
  for (Line& line : lines) {
    if (items.size() == most) break;
    items.push_back(std::move(line.item));
  }
  const std::size_t left = lines.size() - items.size();
  Card c;
  c.title = title;
  if (left > 0) c.head_end = more_link(x.lang, Message("còn " + std::to_string(left) + " nữa", std::to_string(left) + " more"), all_href);
  c.body = items.empty() ? Html(x.lang) << "<p class=\"m2\">"_h << none << "</p>"_h : item_list(x.lang, items);
  return card(x.lang, c);
}

/// A register whose records happen on days: columns of the first and the last one, and what is left out.
struct Happening {
  const char* name;
  const char* path;
  const char* from;
  const char* to;
  const char* unless;
  Text kind;
};

void happenings(const Overview& x, const Week& week, const Happening& h, std::vector<Line>& out) {
  db::Params params{week.monday.iso(), week.sunday().iso()};
  const std::string from = std::string("t.") + h.from, to = std::string("COALESCE(t.") + h.to + ", t." + h.from + ")";
  const std::string sql = "SELECT t.id, t.title, " + from + ", " + to + in_reach(x, h.name, from + " <= $2 AND " + to + " >= $1 AND t.status NOT IN (" + h.unless + ")", params) + " ORDER BY " + from + ", t.id LIMIT 40";
  x.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    const Date first = Date::from_iso(r.text(2)).value_or(week.monday), last = Date::from_iso(r.text(3)).value_or(first);
    ListItem item;
    item.day = std::max(first, week.monday);
    item.title = Html(x.lang) << std::string(r.text(1));
    item.detail = Html(x.lang) << h.kind;
    if (last > first) item.detail << " · "_h << Message("đến " + format_date(last, Lang::vi), "until " + format_date(last, Lang::en));
    item.href = std::string("/") + h.path + "/" + std::to_string(r.integer(0));
    out.push_back({item.day, std::move(item)});
    return true;
  });
}

void days_to_remember(const Overview& x, const Week& week, std::vector<Line>& out) {
  for (const Coming& c : coming_occasions(x.db, x.actor, week.monday, 6)) {
    ListItem item;
    item.day = c.date;
    item.title = Html(x.lang) << (x.lang == Lang::vi || c.name_en.empty() ? c.name_vi : c.name_en);
    item.detail = Html(x.lang);
    if (c.ordinal > 0) item.detail << c.ordinal << " "_h << Text("năm", "years");
    else item.detail << Text("ngày lễ", "day to remember");
    if (!c.verified) item.detail << " · "_h << Text("ngày chưa kiểm chứng", "date not verified");
    item.href = "/occasions/" + std::to_string(c.id);
    out.push_back({c.date, std::move(item)});
  }
}

/// A register with something due: who has it stands in `who` (an SQL expression).
struct Due {
  const char* name;
  const char* path;
  const char* title;
  const char* due;
  const char* who;
  const char* open;
  Text kind;
};

const std::vector<Due>& dues() {
  static const std::vector<Due> all{
      {"task", "tasks", "title", "due", "COALESCE(NULLIF(t.owner, ''), (SELECT COALESCE(o.short_name, o.name) FROM organisation o WHERE o.id = t.lead))", "t.status NOT IN ('draft', 'done', 'cancelled', 'carried_over')", {"nhiệm vụ", "task"}},
      {"directive", "directives", "title", "due", "''", "t.status NOT IN ('reported_back', 'closed')", {"ý kiến chỉ đạo", "directive"}},
      {"petition", "petitions", "title", "due", "t.owner", "t.answered_on IS NULL AND t.closed_on IS NULL", {"trả lời yêu cầu", "answer to a petition"}},
      {"delegation", "delegations", "title", "report_due", "t.head", "t.status = 'completed' AND t.report_sent IS NULL", {"báo cáo đoàn", "report of a delegation"}},
      {"commitment", "commitments", "content", "due", "t.owner", "COALESCE(t.progress, 0) < 100", {"cam kết", "commitment"}},
  };
  return all;
}

void due_lines(const Overview& x, const Week& week, const Due& d, std::vector<Line>& out) {
  db::Params params{week.sunday().iso()};
  const std::string due = std::string("t.") + d.due;
  const std::string sql = "SELECT t.id, t." + std::string(d.title) + ", " + due + ", COALESCE(" + d.who + ", '')" + in_reach(x, d.name, std::string(d.open) + " AND " + due + " <= $1", params) + " ORDER BY " + due + " LIMIT 60";
  x.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    const Date day = Date::from_iso(r.text(2)).value_or(week.sunday());
    const std::int64_t late = today().days() - day.days();
    ListItem item;
    item.icon = "clock-exclamation";
    item.tone = late > 0 ? Tone::bad : Tone::warn;
    item.title = Html(x.lang) << std::string(r.text(1));
    item.detail = Html(x.lang) << d.kind;
    if (!r.text(3).empty()) item.detail << " · "_h << std::string(r.text(3));
    item.end = badge(x.lang, late > 0 ? Message("quá " + format_int(late, Lang::vi) + " ngày", format_int(late, Lang::en) + (late == 1 ? " day late" : " days late")) : Message(format_date(day, Lang::vi), format_date(day, Lang::en)), item.tone);
    item.href = std::string("/") + d.path + "/" + std::to_string(r.integer(0));
    out.push_back({day, std::move(item)});
    return true;
  });
}

void by_day(std::vector<Line>& lines) {
  std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.day < b.day; });
}

}  // namespace

Week week_of(Date day) {
  constexpr int k_saturday = 6;
  const int weekday = day.weekday();
  return {day.plus_days(weekday >= k_saturday ? 8 - weekday : 1 - weekday)};
}

Html week_card(const Overview& x, const Week& week) {
  static const std::vector<Happening> all{
      {"delegation", "delegations", "from_date", "to_date", "'cancelled', 'rejected', 'postponed'", {"đoàn", "delegation"}},
      {"meeting", "meetings", "date", "to_date", "'cancelled'", {"hội nghị, cuộc họp", "meeting"}},
      {"activity", "activities", "from_date", "to_date", "'cancelled', 'postponed'", {"hoạt động", "activity"}},
      {"courtesy", "courtesies", "date", "date", "'skipped'", {"thăm, chúc mừng", "courtesy"}},
  };
  std::vector<Line> lines;
  for (const Happening& h : all) happenings(x, week, h, lines);
  days_to_remember(x, week, lines);
  by_day(lines);
  return card_of(x, Text("Trong tuần", "This week"), std::move(lines), Text("Tuần này sổ chưa ghi việc gì.", "Nothing is entered for this week."), "/calendar", k_most_in_week);
}

Html due_card(const Overview& x, const Week& week) {
  std::vector<Line> lines;
  for (const Due& d : dues()) due_lines(x, week, d, lines);
  by_day(lines);
  return card_of(x, Text("Đến hạn", "Due"), std::move(lines), Text("Không có việc nào đến hạn.", "Nothing is due."), "/work");
}

Html asked_card(const Overview& x) {
  std::vector<Line> lines;
  db::Params params;
  const std::string sql = "SELECT t.id, t.title, t.date, COALESCE(t.owner, ''), (SELECT COALESCE(o.short_name, o.name) FROM organisation o WHERE o.id = t.from_org)" +
                          in_reach(x, "petition", "t.answered_on IS NULL AND t.closed_on IS NULL", params) + " ORDER BY t.date LIMIT 60";
  x.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    const Date since = Date::from_iso(r.text(2)).value_or(today());
    ListItem item;
    item.icon = "message-2-question";
    item.tone = Tone::bad;
    item.title = Html(x.lang) << std::string(r.text(1));
    item.detail = Html(x.lang) << std::string(r.text(4)) << " · "_h;
    if (r.text(3).empty()) item.detail << Text("chưa giao ai", "nobody has it");
    else item.detail << std::string(r.text(3));
    const std::int64_t days = today().days() - since.days();
    item.end = badge(x.lang, Message("chờ " + format_int(days, Lang::vi) + " ngày", "for " + format_int(days, Lang::en) + " days"), Tone::bad);
    item.href = "/petitions/" + std::to_string(r.integer(0));
    lines.push_back({since, std::move(item)});
    return true;
  });
  return card_of(x, Text("Các hội hỏi", "Associations ask"), std::move(lines), Text("Mọi yêu cầu đã được trả lời.", "Every petition has been answered."), "/petitions?is=open");
}

Html published_card(const Overview& x, const Week& week) {
  std::vector<Line> lines;
  db::Params params{week.monday.plus_days(-7).iso(), week.sunday().iso()};
  const std::string sql = "SELECT t.id, t.title, t.published, COALESCE(t.source, '')" + in_reach(x, "evidence", "t.kind = 'article' AND t.published >= $1 AND t.published <= $2", params) + " ORDER BY t.published DESC LIMIT 60";
  x.db.each(db::Sql::built(sql), params, [&](const db::Row& r) {
    ListItem item;
    item.icon = "news";
    item.title = Html(x.lang) << std::string(r.text(1));
    item.detail = Html(x.lang) << std::string(r.text(3)) << (r.text(3).empty() ? "" : " · ") << format_date(Date::from_iso(r.text(2)).value_or(today()), x.lang);
    item.href = "/evidence/" + std::to_string(r.integer(0));
    lines.push_back({week.monday, std::move(item)});
    return true;
  });
  return card_of(x, Text("Báo chí hai tuần qua", "Press of two weeks"), std::move(lines), Text("Chưa có bài nào vào kho.", "No article was filed."), "/evidence?kind=article");
}

Html round_card(const Overview& x, const Week& week) {
  constexpr int k_round = 5;
  std::vector<Line> lines;
  for (const Coming& c : coming_occasions(x.db, x.actor, week.monday, k_round_days)) {
    if (c.ordinal <= 0 || c.ordinal % k_round != 0) continue;
    ListItem item;
    item.day = c.date;
    item.title = Html(x.lang) << c.ordinal << " "_h << Text("năm", "years") << ": "_h << (x.lang == Lang::vi || c.name_en.empty() ? c.name_vi : c.name_en);
    item.detail = Html(x.lang) << format_date(c.date, x.lang);
    if (!c.verified) item.detail << " · "_h << Text("ngày chưa kiểm chứng", "date not verified");
    item.href = "/occasions/" + std::to_string(c.id);
    lines.push_back({c.date, std::move(item)});
  }
  return card_of(x, Text("Năm chẵn, 18 tháng tới", "Round years, 18 months"), std::move(lines), Text("Không có năm chẵn nào.", "No round year."), "/calendar");
}

}  // namespace nc::app
