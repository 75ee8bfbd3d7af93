// Advice on one page: I91 by result, what has to be written by when, what waits for its result. And the figure itself.
#include "app/advice/lists.h"
#include "app/advice/public.h"
#include "app/common/figure_parts.h"
#include "app/common/figure_strip.h"
#include "app/common/overdue.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

Row row_of(const reg::Cells& cells, const char* day_column, Lang lang) {
  const reg::Description& d = advice_papers();
  Row row;
  row.illustrative = db::as_int(cells[reg::k_illustrative]) == 1;
  const auto day = Date::from_iso(d.text(cells, day_column));
  Html when(lang);
  if (day) when << "<span class=\"nw\">"_h << format_date(*day, lang) << "</span>"_h;
  if (day && std::string_view(day_column) == "due") when << " "_h << overdue_badge(lang, *day);
  const std::string owner = d.text(cells, "owner");
  row.cells = {title_cell(reg::record_url(d, db::as_int(cells[reg::k_id])), capital(d.text(cells, "title")), d.text(cells, "requested_by")), Html(lang) << capital(advice_kinds().label(d.text(cells, "kind"), lang)), Html(lang) << owner, when};
  return row;
}

Html part(db::ReadDb& db, const Actor& actor, Lang lang, const Message& title, const Message& none, std::vector<std::pair<std::string, std::string>> filters, const char* day_column, const Message& day_label) {
  reg::ListQuery q;
  q.filters = std::move(filters);
  q.limit = 50;
  q.sort = "requested_on";
  Table t;
  t.caption = title;
  t.columns = {{.label = Text("Văn bản, đề tài", "Paper"), .key = true}, {.label = Text("Loại", "Kind")}, {.label = Text("Người phụ trách", "In charge")}, {.label = day_label}};
  for (const reg::Cells& cells : reg::list(db, advice_papers(), actor, q, {0, false}).rows) t.rows.push_back(row_of(cells, day_column, lang));
  if (t.rows.empty()) return card(lang, {.title = title, .body = Html(lang) << "<p class=\"m2\">"_h << none << "</p>"_h});
  return card(lang, {.title = title, .body = table(lang, t), .flush = true});
}

web::Response board(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const Shell& s) {
  PageHead head;
  head.title = Text("Nghiên cứu, tham mưu", "Research and advice");
  head.crumbs = {{advice_papers().plural, "/advice"}};
  if (actor.may(Function::enter) && !actor.preview()) head.actions = button(s.lang, {.label = Text("Ghi việc được giao", "Enter what was asked"), .icon = "plus", .href = "/advice/new", .kind = "primary"});
  const StripAsk ask{engine, db, actor, s.lang, home_org(db, actor), working_period(s.period_code)};
  std::vector<StripFigure> figures{{"I91", "writing-sign", {}, {}}};
  for (const auto& o : advice_results().all()) figures.push_back({"I91", o.code == "adopted" ? "circle-check" : o.code == "pending" ? "clock" : o.code == "not" ? "circle-x" : "checks", {{"result", o.code}}, Message(capital(o.label.vi), capital(o.label.en))});
  Html h(s.lang);
  h << "<div class=\"stack-16\">"_h << figure_strip(ask, figures)
    << part(db, actor, s.lang, Text("Chưa gửi", "Not sent yet"), Text("Không còn việc tham mưu nào phải soạn.", "Nothing is left to write."), {{"is", "open"}}, "due", Text("Hạn", "Due"))
    << part(db, actor, s.lang, Text("Đã gửi, chờ kết quả", "Sent, waiting for a result"), Text("Không có văn bản nào chờ kết quả.", "Nothing waits for a result."), {{"status", "sent"}}, "sent_on", Text("Ngày gửi", "Sent on")) << "</div>"_h;
  return reg::respond(s, head, h);
}

}  // namespace

void add_advice_figures(fig::Engine& engine) {
  auto i = counted("I91", {"Văn bản tham mưu", "Advisory papers"}, {"Đếm văn bản tham mưu, đề tài nghiên cứu đã gửi trong kỳ, theo ngày gửi.", "Counts advisory papers and research topics sent in the period, by the day they were sent."}, "paper",
                   "SELECT 'advice' AS register, t.id, t.code, t.title, t.sent_on AS date, 1 AS amount, 'paper' AS unit, 'exact' AS qualifier, t.illustrative, t.org_id, t.result, t.kind FROM advice t WHERE t.deleted = 0 "
                   "AND t.status IN ('sent', 'concluded') AND t.sent_on >= {from} AND t.sent_on <= {to} AND {orgs:t}",
                   {"advice"}, "advice");
  i.dimensions = {by_field(advice_papers(), "result"), by_field(advice_papers(), "kind")};
  engine.add(std::move(i));
}

void add_advice_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/advice/board", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return board(engine, db, a, s); }));
}

}  // namespace nc::app
