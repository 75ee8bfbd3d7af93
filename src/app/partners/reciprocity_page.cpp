// What goes both ways with each country: visits, gifts, scholarships, trees, aid, agreements; each number opens.
#include <algorithm>
#include <map>

#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/partners/pages.h"
#include "app/partners/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

/// A column: a figure by country (with one more condition), or gifts, which lists count.
struct Way { Message label; std::string figure; std::pair<std::string, std::string> where{}; std::string gifts{}; bool both_ways = true; };

const std::vector<Way>& ways() {
  static const std::vector<Way> all{{Text("Đoàn đến", "They came"), "I17"},
                                    {Text("Đoàn đi", "We went"), "I23"},
                                    {Text("Quà nhận", "Gifts received"), "", {}, "received"},
                                    {Text("Quà trao", "Gifts given"), "", {}, "given"},
                                    {Text("Học bổng nhận", "Grants from them"), "I58", {"direction", "for_vietnamese"}},
                                    {Text("Học bổng trao", "Grants from us"), "I58", {"direction", "for_foreign"}},
                                    {Text("Cây nhận", "Trees from them"), "I56", {"giver", "partner"}},
                                    {Text("Cây trao", "Trees from us"), "I56", {"giver", "own"}},
                                    {Text("Trường nhận", "Schools from them"), "I54S", {"giver", "partner"}},
                                    {Text("Trường trao", "Schools from us"), "I54S", {"giver", "own"}},
                                    {Text("Viện trợ", "Aid"), "I38", {}, {}, false},
                                    {Text("Hoạt động", "Activities"), "I31", {}, {}, false},
                                    {Text("Thỏa thuận", "Agreements"), "I64", {}, {}, false}};
  return all;
}

struct Seen { std::int64_t n = 0; std::string href; };
using ByCountry = std::map<std::string, std::vector<Seen>>;

struct Ledger : PageVisit {
  std::string org;
  Period period;
};

void count_figure(const Ledger& x, std::size_t column, ByCountry& out) {
  const Way& way = ways()[column];
  fig::Ask ask;
  ask.code = way.figure;
  ask.org = x.org;
  ask.period = x.period;
  if (!way.where.first.empty()) ask.where = {way.where};
  ask.by = "country";
  const auto f = x.engine.evaluate(x.db, x.actor, ask);
  if (!f) return;
  ask.by.clear();
  for (const fig::Group& g : f->groups) {
    if (g.key.empty() || g.key == "VN") continue;
    auto& cells = out[g.key];
    cells.resize(ways().size());
    fig::Ask one = ask;
    one.where.emplace_back("country", g.key);
    cells[column] = {static_cast<std::int64_t>(g.value.value_or(0)), fig::ask_url(one)};
  }
}

/// Gifts go by the country of the partner: the list is opened with these partners.
void count_gifts(const Ledger& x, std::size_t column, ByCountry& out) {
  constexpr std::size_t k_longest = 1800;  // an address stays short enough for every browser and log
  const std::string& direction = ways()[column].gifts;
  each_within(x.db, "SELECT p.country, p.id, COUNT(*) FROM gift g JOIN partner p ON p.id = g.partner WHERE g.deleted = 0 AND g.status <> 'planned' AND p.country IS NOT NULL AND g.direction = $1 AND g.date >= $2 AND g.date <= $3",
              {direction, x.period.from.iso(), x.period.to.iso()}, org_scope(x.actor, "g"), "GROUP BY p.country, p.id ORDER BY p.country, p.id", [&](const db::Row& r) {
                auto& cells = out[std::string(r.text(0))];
                cells.resize(ways().size());
                Seen& s = cells[column];
                s.n += r.integer(2);
                if (s.href.empty()) s.href = "/gifts?direction=" + direction + "&from=" + x.period.from.iso() + "&to=" + x.period.to.iso();
                if (s.href.size() < k_longest) s.href += "&partner=" + std::to_string(r.integer(1));
                return true;
              });
}

ByCountry counted(const Ledger& x) {
  ByCountry out;
  for (std::size_t i = 0; i < ways().size(); ++i) ways()[i].figure.empty() ? count_gifts(x, i, out) : count_figure(x, i, out);
  return out;
}

Html table_card(const Ledger& x, const ByCountry& all) {
  Table t;
  t.caption = Text("Có đi có lại theo nước", "Reciprocity by country");
  t.columns = {{.label = Text("Nước", "Country"), .key = true}};
  for (const Way& w : ways()) t.columns.push_back({.label = w.label, .number = true});
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [code, cells] : all) {
    std::int64_t weight = cells[0].n + cells[1].n;  // visits weigh, and what needs no answer in kind
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!ways()[i].both_ways) weight += cells[i].n;
    order.emplace_back(weight, code);
  }
  std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [by, code] : order) {
    Row row;
    row.cells = {Html(x.lang()) << "<a href=\"/partners?country="_h << code << "\">"_h << country(code, countries().label(code, x.lang())) << "</a>"_h};
    const auto& cells = all.at(code);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string n = format_int(cells[i].n, x.lang());
      const Message& label = ways()[i].label;
      row.cells.emplace_back(figure(x.lang(), {.href = cells[i].n ? cells[i].href : std::string(), .shown = n, .spoken = {label.vi + " " + n + ", mở bản ghi", label.en + " " + n + ", open the records"}}));
    }
    t.rows.push_back(std::move(row));
  }
  Card c;
  c.title = Message(capital(period_words(x.period, Lang::vi)), capital(period_words(x.period, Lang::en)));
  c.note = Text("Hai cột cạnh nhau là hai chiều. Số nào cũng mở ra bản ghi; việc nhiều nước tính ở mỗi nước.", "Columns side by side are the two ways. Every number opens; what concerns several countries counts in each.");
  c.flush = true;
  c.id = "ledger";
  if (all.empty()) c.body = Html(x.lang()) << "<p class=\"cb m2\">"_h << Text("Chưa có việc nào với nước ngoài trong khoảng này.", "Nothing with other countries in this stretch.") << "</p>"_h;
  else c.body = Html(x.lang()) << "<div class=\"wide-t\">"_h << table(x.lang(), t) << "</div>"_h;
  return card(x.lang(), c);
}

/// Countries where only one way is used, in words: what the table is for.
Html one_way_card(const Ledger& x, const ByCountry& all) {
  std::vector<ListItem> items;
  const auto say = [&](const std::string& code, const Message& words, const std::string& href) {
    ListItem item;
    item.icon = "arrows-exchange";
    item.title = Html(x.lang()) << country(code, countries().label(code, x.lang()));
    item.detail = Html(x.lang()) << words;
    item.href = href;
    items.push_back(std::move(item));
  };
  for (const auto& [code, c] : all) {
    const auto n = [&](std::size_t i) { return std::to_string(c[i].n); };
    if (c[0].n >= 3 && c[1].n == 0) say(code, {"Bạn đến " + n(0) + " đoàn, ta chưa đi đoàn nào.", "They came " + n(0) + " times, we never went."}, "/delegations/balance");
    else if (c[2].n >= 2 && c[3].n == 0) say(code, {"Đã nhận " + n(2) + " tặng phẩm, chưa trao món nào.", n(2) + " gifts received, none given."}, "/gifts?direction=received");
    else if (c[5].n > 0 && c[4].n == 0) say(code, {"Ta cấp " + n(5) + " suất học bổng, bạn chưa cấp suất nào.", "We gave " + n(5) + " scholarships, they gave none."}, "/scholarships?country=" + code);
    else if (c[6].n > 0 && c[7].n == 0) say(code, {"Bạn tặng " + n(6) + " cây, ta chưa trồng tặng cây nào.", "They gave " + n(6) + " trees, we gave none."}, "/charity?countries=" + code);
    else if (c[8].n > 0 && c[9].n == 0) say(code, {"Bạn tặng " + n(8) + " điểm trường, ta chưa trao điểm nào.", "They gave " + n(8) + " school sites, we gave none."}, "/charity?kind=school&countries=" + code);
  }
  if (items.empty()) return Html(x.lang());
  if (items.size() > 8) items.resize(8);
  return card(x.lang(), {.title = Text("Mới có một chiều", "One way only"), .body = item_list(x.lang(), items), .id = "one-way"});
}

}  // namespace

web::Response reciprocity_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  const auto working = parse_period(shell.period_code);
  const int last = static_cast<int>(std::clamp<std::int64_t>(parse_int(r.query.get("to")).value_or(working ? working->to.year() : today().year()), 1950, 2150));
  const int span = static_cast<int>(std::clamp<std::int64_t>(parse_int(r.query.get("years")).value_or(3), 1, 10));
  const Ledger x{engine, db, actor, shell, home_org(db, actor), {*Date::from_ymd(last - span + 1, 1, 1), *Date::from_ymd(last, 12, 31)}};
  PageHead head;
  head.title = Text("Có đi có lại theo nước", "Reciprocity by country");
  head.crumbs = {{partners().plural, "/partners"}};
  std::vector<Tab> spans;
  for (const int years : {1, 3, 5, 10}) {
    const std::string n = std::to_string(years);
    spans.push_back({.label = Message(n + " năm", n + (years == 1 ? " year" : " years")), .href = "/partners/reciprocity?years=" + n + "&to=" + std::to_string(last), .count = {}, .on = years == span});
  }
  head.actions = segments(x.lang(), Text("Khoảng thời gian", "Stretch"), spans);
  const auto all = counted(x);
  Html h(x.lang());
  h << "<div class=\"stack-16\"><div>"_h << partner_tabs(x.lang(), "reciprocity") << "</div>"_h << one_way_card(x, all) << table_card(x, all) << "</div>"_h;
  return reg::respond(shell, head, h);
}

}  // namespace nc::app
