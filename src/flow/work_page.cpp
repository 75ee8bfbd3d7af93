// The page of waiting work: what is late, what is due soon, and the next act of each record.
#include <algorithm>
#include <map>

#include "base/clock.h"
#include "base/words.h"
#include "flow/pages.h"
#include "register/pages_parts.h"

namespace nc::flow {

namespace {

constexpr int k_soon_days = 30;
constexpr std::size_t k_shown = 300;      ///< lines of the page
constexpr int k_counted = 5000;           ///< records that are sorted and counted for it

/// When a record is due, in the order of the page.
enum class Urgency { late, soon, later, no_day };

Urgency urgency_of(const Waiting& w) {
  if (!w.due) return Urgency::no_day;
  if (w.due < today()) return Urgency::late;
  return w.due <= today().plus_days(k_soon_days) ? Urgency::soon : Urgency::later;
}

Message name_of(Urgency u) {
  switch (u) {
    case Urgency::late: return Text("Quá hạn", "Overdue");
    case Urgency::soon: return Text("Đến hạn trong 30 ngày", "Due within 30 days");
    case Urgency::later: return Text("Đến hạn về sau", "Due later");
    case Urgency::no_day: return Text("Không có hạn", "Without a due day");
  }
  return {};
}

Html due_cell(const Waiting& w, Lang lang) {
  Html h(lang);
  if (!w.due) return h << "<span class=\"none\">–</span>"_h;
  h << badge(lang, Message(format_date(w.due, Lang::vi), format_date(w.due, Lang::en)), w.due < today() ? Tone::bad : Tone::neutral);
  if (w.due < today()) {
    const auto days = today().days() - w.due.days();
    h << "<span class=\"tsub\">"_h << Message("quá " + format_int(days, Lang::vi) + " ngày", format_int(days, Lang::en) + (days == 1 ? " day late" : " days late")) << "</span>"_h;
  }
  return h;
}

/// The first acts that lead on; those that lead back stand on the record's own page.
Html next_cell(const Waiting& w, Lang lang) {
  constexpr std::size_t k_named = 2;
  Html h(lang);
  std::size_t named = 0;
  for (const Transition* t : w.next) {
    if (named == k_named) break;
    h << (named++ ? "<span class=\"m2\"> · </span>"_h : ""_h) << t->label;
  }
  if (named == 0) h << Text("Xem và bổ sung", "Look and complete");
  return h;
}

struct WorkPage {
  const reg::Catalog& catalog;
  const Flows& flows;
  Lang lang;
  std::string of;  ///< only this register; "" is all
};

Row row_of(const WorkPage& x, const Waiting& w) {
  const reg::Description& d = *x.catalog.find(w.register_name);
  const std::string state = capital(d.find(x.flows.find(w.register_name)->field)->opt.options->label(w.state, x.lang));
  Row row;
  row.cells = {due_cell(w, x.lang), title_cell(reg::record_url(d, w.record), capital(w.title), w.code + " · " + d.plural.in(x.lang)),
               badge(x.lang, Message(state, state), reg::status_tone(w.state)), next_cell(w, x.lang),
               Html(x.lang) << "<span class=\"nw\">"_h << format_date(day_of(w.since), x.lang) << "</span>"_h};
  return row;
}

/// How many wait in each register: a click shows only those.
Html kinds(const WorkPage& x, const std::vector<Waiting>& all) {
  std::map<std::string, int> of;
  for (const Waiting& w : all) ++of[w.register_name];
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [name, n] : of) order.emplace_back(-n, name);
  std::ranges::sort(order);
  std::vector<Tab> items{{.label = Text("Mọi sổ", "All registers"), .href = "/work", .count = std::to_string(all.size()), .on = x.of.empty()}};
  for (const auto& [n, name] : order)
    items.push_back({.label = x.catalog.find(name)->plural, .href = "/work?of=" + name, .count = std::to_string(-n), .on = x.of == name});
  return Html(x.lang) << "<div class=\"tabs-w\">"_h << tabs(x.lang, Text("Việc theo sổ", "Work by register"), items) << "</div>"_h;
}

/// "Quá hạn 20 việc", and how many of them are named below when there are too many.
Row group_row(const WorkPage& x, Urgency u, std::int64_t n, std::size_t shown) {
  const std::string vi = format_int(n, Lang::vi), en = format_int(n, Lang::en);
  Html h(x.lang);
  h << "<b>"_h << name_of(u) << "</b> "_h << Message(vi + " việc", en + (n == 1 ? " item" : " items"));
  if (shown < static_cast<std::size_t>(n)) h << ", "_h << Message("nêu " + std::to_string(shown) + " việc gấp nhất; chọn sổ ở trên để xem thêm", "the most urgent " + std::to_string(shown) + " are named; choose a register above for more");
  Row row;
  row.kind = Row::Kind::group;
  row.cells = {h};
  return row;
}

Table table_of(const WorkPage& x, const std::vector<Waiting>& all) {
  Table t;
  t.caption = Text("Việc chờ xử lý", "Waiting work");
  t.columns = {{.label = Text("Hạn", "Due")}, {.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Trạng thái", "State")},
               {.label = Text("Việc tiếp theo", "Next")}, {.label = Text("Chờ từ", "Waits since")}};
  std::size_t room = k_shown;
  for (const Urgency u : {Urgency::late, Urgency::soon, Urgency::later, Urgency::no_day}) {
    std::vector<Row> rows;
    std::int64_t n = 0;
    for (const Waiting& w : all)
      if (urgency_of(w) == u && (x.of.empty() || x.of == w.register_name) && ++n > 0 && room > rows.size()) rows.push_back(row_of(x, w));
    if (n == 0) continue;
    t.rows.push_back(group_row(x, u, n, rows.size()));
    room -= rows.size();
    std::ranges::move(rows, std::back_inserter(t.rows));
  }
  return t;
}

}  // namespace

web::Response work_page(const reg::Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s, const Flows& flows) {
  const Lang lang = s.lang;
  PageHead head;
  head.title = Text("Việc chờ xử lý", "Waiting work");
  head.sub = Html(lang) << Text("Bản ghi chờ bạn làm bước tiếp theo, gấp nhất ở trên.", "Records that wait for your next act, the most urgent on top.");
  const auto all = waiting_for(db, *c.catalog, flows, actor, lang, k_counted);
  if (all.empty())
    return reg::respond(s, head, empty_state(lang, Text("Không có việc nào đang chờ", "Nothing is waiting"),
                                             Text("Bản ghi chờ bạn kiểm tra, phê duyệt hoặc báo cáo sẽ nằm ở đây, gấp nhất ở trên.",
                                                  "Records that wait for you to check, approve or report will be here, the most urgent on top."), {}));
  const std::string wanted(r.query.get("of"));
  const bool known = std::ranges::any_of(all, [&](const Waiting& w) { return w.register_name == wanted; });
  const WorkPage x{*c.catalog, flows, lang, known ? wanted : std::string()};
  Html h(lang);
  h << kinds(x, all) << card(lang, {.body = table(lang, table_of(x, all)), .flush = true});
  return reg::respond(s, head, h);
}

}  // namespace nc::flow
