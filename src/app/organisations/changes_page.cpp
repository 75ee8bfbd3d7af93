// The network of a period on one page: its figures, the associations that were renamed, merged, split ..., and the new ones.
#include "app/common/figure_strip.h"
#include "app/organisations/changes.h"
#include "app/organisations/public.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_most = 200;

struct Seen {
  StripAsk strip;
  const Shell& shell;
  Lang lang() const { return strip.lang; }
  fig::Ask ask(const char* code) const {
    fig::Ask a;
    a.code = code;
    a.org = strip.org;
    a.period = strip.period;
    return a;
  }
  std::vector<std::int64_t> ids(const char* code) const {
    std::vector<std::int64_t> out;
    if (const auto rows = strip.engine.rows(strip.db, strip.actor, ask(code), k_most))
      for (const auto& r : *rows) out.push_back(r.id);
    return out;
  }
  Message period_said(const char* vi, const char* en) const { return {vi + period_words(strip.period, Lang::vi), en + period_words(strip.period, Lang::en)}; }
};

/// "2 đổi tên, 3 hợp nhất": each number opens its acts.
Html kinds_line(const Seen& x) {
  const Lang lang = x.lang();
  fig::Ask by = x.ask("I03");
  by.by = "kind";
  Html h(lang);
  const auto f = x.strip.engine.evaluate(x.strip.db, x.strip.actor, by);
  if (!f) return h;
  for (const fig::Group& g : f->groups) {
    if (!h.empty()) h << ", "_h;
    h << figure_of(x.strip, {"I03", "", {{"kind", g.key}}, g.label}) << " "_h << g.label;
  }
  return h;
}

Html heirs_cell(const NetworkChange& c, Lang lang) {
  Html h(lang);
  for (const auto& [id, name] : c.heirs) {
    if (!h.empty()) h << ", "_h;
    h << "<a href=\"/organisations/"_h << id << "\">"_h << name << "</a>"_h;
  }
  return h.empty() ? h << "–"_h : h;
}

Html changes_card(const Seen& x) {
  const Lang lang = x.lang();
  const auto changes = network_changes(x.strip.db, x.ids("I03"));
  const reg::Options& kinds = *successions().find("kind")->opt.options;
  Card c{.title = x.period_said("Hội đổi tên, hợp nhất, chia tách trong ", "Associations renamed, merged, split in "), .id = "changes"};
  if (changes.empty()) {
    c.body = Html(lang) << "<p class=\"m2\">"_h
                        << Text("Chưa có biến động nào trong kỳ này. Khi có quyết định, mở trang của hội, khung Việc với tổ chức: đổi tên, hợp nhất, chia tách, giải thể, khôi phục.",
                                "Nothing changed in this period. When there is a decision, open the association's page, Acts on the organisation: rename, merge, split, dissolve, revive.")
                        << "</p>"_h;
    return card(lang, c);
  }
  Table t;
  t.caption = c.title;
  t.columns = {{.label = Text("Hiệu lực từ", "From")}, {.label = Text("Hội", "Association"), .key = true}, {.label = Text("Hình thức", "Kind")}, {.label = Text("Thành, vào", "Into")}, {.label = Text("Quyết định", "Decision")}};
  for (const NetworkChange& one : changes) {
    Row row;
    row.illustrative = one.illustrative;
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << format_date(one.date, lang) << "</span>"_h, title_cell("/organisations/" + std::to_string(one.from), one.former.in(lang)),
                 Html(lang) << "<a href=\"/successions/"_h << one.id << "\">"_h << capital(kinds.label(one.kind, lang)) << "</a>"_h, heirs_cell(one, lang), Html(lang) << (one.decision.empty() ? std::string("–") : one.decision)};
    t.rows.push_back(std::move(row));
  }
  c.foot = kinds_line(x);
  c.head_end = more_link(lang, Text("Mở sổ", "Open the register"), "/successions?is=association&period=" + period_code(x.strip.period));
  c.body = table(lang, t);
  c.flush = true;
  return card(lang, c);
}

Html founded_card(const Seen& x) {
  const Lang lang = x.lang();
  const auto founded = founded_orgs(x.strip.db, x.ids("I02"));
  Card c{.title = x.period_said("Hội thành lập mới trong ", "Associations founded in "), .id = "founded"};
  if (founded.empty()) {
    c.body = Html(lang) << "<p class=\"m2\">"_h
                        << Text("Chưa có hội nào thành lập trong kỳ này. Hội mới được đếm theo Ngày thành lập ghi ở trang của hội.", "No association was founded in this period. New ones count by the day of founding on their page.") << "</p>"_h;
    return card(lang, c);
  }
  Table t;
  t.caption = c.title;
  t.columns = {{.label = Text("Ngày thành lập", "Founded on")}, {.label = Text("Hội", "Association"), .key = true}, {.label = Text("Quyết định", "Decision")}};
  for (const FoundedOrg& o : founded) {
    Row row;
    row.illustrative = o.illustrative;
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << format_date(o.date, lang) << "</span>"_h, title_cell("/organisations/" + std::to_string(o.id), o.name.in(lang)), Html(lang) << (o.decision.empty() ? std::string("–") : o.decision)};
    t.rows.push_back(std::move(row));
  }
  c.head_end = more_link(lang, Text("Mở sổ", "Open the register"), "/organisations?is=newly_founded&established=" + period_code(x.strip.period));
  c.body = table(lang, t);
  c.flush = true;
  return card(lang, c);
}

std::vector<Tab> doors(const std::string& here) {
  std::vector<Tab> out{{.label = Text("Tổ chức", "Organisations"), .href = "/organisations", .count = {}, .on = false},
                       {.label = Text("Biến động", "Changes"), .href = "/network", .count = {}, .on = false},
                       {.label = Text("Sổ hợp nhất, đổi tên", "Successions"), .href = "/successions", .count = {}, .on = false}};
  for (Tab& t : out) t.on = t.href == here;
  return out;
}

web::Response network_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const auto asked = parse_period(r.query.get("period"));
  const Seen x{{engine, db, actor, s.lang, home_org(db, actor), asked ? *asked : working_period(s.period_code)}, s};
  PageHead head;
  head.title = Text("Biến động mạng lưới", "Changes of the network");
  head.crumbs = {{organisations().plural, "/organisations"}};
  Html h(s.lang);
  h << "<div class=\"stack-16\"><div>"_h << segments(s.lang, Text("Các trang của mạng lưới", "Pages of the network"), doors("/network")) << "</div>"_h
    << figure_strip(x.strip, {{"I01", "users-group", {}, Text("Hội thành viên", "Associations")}, {"I02", "circle-plus", {}, Text("Thành lập mới", "Newly founded")}, {"I03", "git-merge", {}, Text("Đổi tên, hợp nhất", "Renamed, merged")},
                              {"I04", "sitemap"}, {"I05", "language"}}) << changes_card(x) << founded_card(x) << "</div>"_h;
  return reg::respond(s, head, h);
}

}  // namespace

Html network_doors(const reg::PanelContext& x, const std::string&) { return segments(x.lang, Text("Các trang của mạng lưới", "Pages of the network"), doors("/" + x.what.path)); }

void add_network_changes_page(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/network", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return network_page(engine, r, db, a, s); }));
}

}  // namespace nc::app
