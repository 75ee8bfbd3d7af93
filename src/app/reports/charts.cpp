// Charts in a report: what can be drawn, the block, and the page where a writer asks for one.
#include "app/reports/charts.h"

#include <algorithm>

#include "app/reports/sections.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;
using Kind = paper::Block::Kind;

constexpr std::size_t k_most_points = 10;
constexpr int k_years = 5;

const ChartChoice* choice_of(std::string_view key) {
  for (const ChartChoice& c : chart_choices())
    if (key == c.key) return &c;
  return nullptr;
}

/// The paper speaks of the city's delegations where those were declared: the chart does the same.
std::string org_of(Drafter& d, const ChartChoice& c) { return std::string_view(c.section) == "delegations" && speaks_for_area(d) ? d.office.locality : d.office.code; }

struct Point { Said label; fig::Ask ask; bool known = false; };

/// The years of a term; of any other report the same stretch of the years before, oldest first.
std::vector<Point> years(Drafter& d, const ChartChoice& c) {
  std::vector<Period> periods;
  if (d.is_term()) {
    for (int year = d.period.from.year(); year <= d.period.to.year(); ++year) periods.push_back({*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)});
  } else {
    Period one = d.period;
    for (int i = 0; i < k_years; ++i, one = one.year_before()) periods.insert(periods.begin(), one);
  }
  std::vector<Point> out;
  for (const Period& p : periods) {
    const fig::Ask ask = d.ask(c.indicator, org_of(d, c), {}, p);
    out.push_back({std::to_string(p.to.year()), ask, d.known(ask)});
  }
  while (!out.empty() && !out.front().known) out.erase(out.begin());  // before the office had records
  return out;
}

std::vector<Point> groups(Drafter& d, const ChartChoice& c) {
  fig::Ask ask = d.ask(c.indicator, org_of(d, c));
  ask.by = c.dimension;
  std::vector<fig::Group> found = d.figure(ask).groups;
  std::erase_if(found, [](const fig::Group& g) { return g.key.empty() || !g.value || g.rows == 0; });
  std::stable_sort(found.begin(), found.end(), [](const fig::Group& a, const fig::Group& b) { return *a.value > *b.value; });
  std::vector<Point> out;
  for (const fig::Group& g : found)
    if (out.size() < k_most_points) out.push_back({words::upper_first(Said(g.label)), d.ask(c.indicator, org_of(d, c), {{c.dimension, g.key}}), true});
  return out;
}

std::string token_mark(doc::Document& d, const fig::Ask& ask) {
  doc::Token t;
  t.ask = ask;
  t.style = doc::Style::number;
  return d.add(std::move(t));
}

doc::Section& section_for(doc::Document& d, const std::string& id) {
  const auto found = std::find_if(d.sections.begin(), d.sections.end(), [&](const doc::Section& s) { return s.id == id; });
  if (found != d.sections.end()) return *found;
  const auto closing = std::find_if(d.sections.begin(), d.sections.end(), [](const doc::Section& s) { return s.id == "closing"; });
  return closing == d.sections.begin() || closing == d.sections.end() ? d.sections.back() : *(closing - 1);
}

int charts_in(const doc::Document& d) {
  int n = 0;
  for (const doc::Section& s : d.sections) n += static_cast<int>(std::count_if(s.blocks.begin(), s.blocks.end(), [](const doc::Block& b) { return b.kind == Kind::chart; }));
  return n;
}

doc::Block block_of(doc::Document& d, const ChartChoice& c, const ChartWish& wish, const std::vector<Point>& points) {
  doc::Block b;
  b.id = "b" + std::to_string(d.next_block++);
  b.kind = Kind::chart;
  b.origin = doc::Origin::person;  // a new draft leaves it where it is; its numbers follow the registers
  b.lines = wish.lines;
  b.align = "lr";
  b.widths = {60, 40};
  const Said caption(wish.caption.empty() ? std::string(c.title.vi) : wish.caption, wish.caption_en.empty() && wish.caption.empty() ? std::string(c.title.en) : wish.caption_en);
  const std::string number = std::to_string(charts_in(d) + 1);
  b.text = b.en_of = "Biểu đồ " + number + ". " + caption.vi;
  if (!caption.en.empty()) b.en = b.en_drafted = "Chart " + number + ". " + caption.en;
  const bool by_year = std::string_view(c.dimension) == "year";
  std::vector<Cells> rows{{by_year ? Said("Năm", "Year") : Said("Nhóm", "Group"), {"Số liệu", "Figure"}}};
  for (const Point& p : points) rows.push_back({p.label, p.known ? token_mark(d, p.ask) : std::string("…")});
  fill_table(b, std::move(rows));
  return b;
}

// ---- the page --------------------------------------------------------------------------------------------

struct ChartForm { ChartWish wish; Message problem; std::string field; };

Html fields_of(const Loaded& loaded, const ChartForm& f, Lang lang) {
  const auto error = [&](const char* name) { return f.field == name ? f.problem.in(lang) : std::string(); };
  Control what{.name = "choice", .label = Text("Vẽ số liệu nào", "What to draw"), .value = f.wish.choice, .error = error("choice"), .required = true, .type = "select", .width = "half"};
  for (const ChartChoice& c : chart_choices()) what.options.emplace_back(c.key, std::string(c.title.in(lang)));
  Control kind{.name = "kind", .label = Text("Kiểu", "Kind"), .value = f.wish.lines ? "lines" : "bars", .required = true, .type = "select", .width = "half"};
  kind.options = {{"bars", std::string(Text("Cột, thanh", "Bars").in(lang))}, {"lines", std::string(Text("Đường", "Line").in(lang))}};
  Control where{.name = "section", .label = Text("Đặt ở cuối mục", "At the end of"), .value = f.wish.section, .type = "select", .width = "half"};
  where.options.emplace_back("", std::string(Text("mục nói về số liệu ấy", "the section that speaks of it").in(lang)));
  for (const doc::Section& s : loaded.document.sections) where.options.emplace_back(s.id, lang == Lang::en && !s.title_en.empty() ? s.title_en : s.title);
  Control caption{.name = "caption", .label = Text("Tên biểu đồ", "Caption in Vietnamese"), .hint = Text("Để trống: tên của số liệu", "Empty: the name of the figures"), .value = f.wish.caption, .max_length = 200, .width = "half"};
  Control caption_en{.name = "caption_en", .label = Text("Tên bằng tiếng Anh", "Caption in English"), .value = f.wish.caption_en, .max_length = 200, .width = "half"};
  return Html(lang) << control(lang, what) << control(lang, kind) << control(lang, where) << control(lang, caption) << control(lang, caption_en);
}

Response form_page(const Shell& shell, const Loaded& loaded, std::int64_t id, const ChartForm& f, int status = 200) {
  const std::string address = "/reports/" + std::to_string(id);
  Html h(shell.lang);
  if (!f.problem.empty()) h << error_summary(shell.lang, {{f.field, f.problem.in(shell.lang)}});
  h << "<form method=\"post\" class=\"form-page\" action=\""_h << Url{address + "/charts"} << "\"><div>"_h << hidden("csrf", shell.csrf) << hidden("version", std::to_string(loaded.report.version)) << "<section class=\"card\">"_h
    << form_section(shell.lang, Text("Biểu đồ trong báo cáo", "A chart in the report"), fields_of(loaded, f, shell.lang)) << "</section><p class=\"m2 sm\">"_h
    << Text("Mỗi điểm là một con số sống: Cập nhật số thì biểu đồ đổi theo, niêm phong thì đứng yên. Bảng số đứng dưới biểu đồ trên màn hình; Word và PDF in hình. Bỏ hay đổi kiểu: nút sửa cạnh biểu đồ.",
            "Each point is a living figure: it follows a refresh and is frozen by the seal. On screen the numbers stand beneath; Word and PDF print the picture. Remove it or change its kind with the pencil beside it.")
    << "</p><div class=\"bt-b\">"_h << button(shell.lang, {.label = Text("Thêm biểu đồ", "Add the chart"), .icon = "chart-bar", .kind = "primary"}) << " <a class=\"btn\" href=\""_h << Url{address} << "\">"_h << Text("Quay lại", "Back") << "</a></div></div></form>"_h;
  PageHead head;
  head.title = Text("Thêm biểu đồ", "Add a chart");
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(loaded.report.title, loaded.report.title), address}};
  return reg::respond(shell, head, h, status);
}

Response add(const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const std::int64_t id = reg::id_of(r);
  auto loaded = load_report(tx, actor, id);
  if (!loaded) return reg::problem_page(shell, loaded.error());
  if (loaded->sealed()) return reg::problem_page(shell, {Code::forbidden, Text("Báo cáo đã niêm phong, không sửa được.", "The report is sealed and can't be changed."), {}});
  const auto get = [&](const char* name) {
    std::string text(r.form.get(name));
    std::erase_if(text, [](char ch) { return ch == '{' || ch == '}'; });  // braces would be taken for figures
    return text;
  };
  const ChartWish wish{get("choice"), get("section"), get("caption"), get("caption_en"), get("kind") == "lines"};
  auto block = add_chart(tx, actor, engine, *loaded, wish);
  if (!block) return form_page(shell, *loaded, id, {wish, block.error().message, "choice"}, 422);
  loaded->report.status = "draft";
  auto saved = save_report(tx, actor, std::move(*loaded), parse_int(r.form.get("version")).value_or(-1), {}, "biểu đồ");
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect("/reports/" + std::to_string(id) + "?done=chart#b-" + *block);
}

}  // namespace

const std::vector<ChartChoice>& chart_choices() {
  static const std::vector<ChartChoice> all{{"delegations-country", "I17", "country", "delegations", {"Đoàn vào theo nước", "Incoming delegations by country"}},
                                            {"delegations-year", "I17", "year", "delegations", {"Đoàn vào theo năm", "Incoming delegations by year"}},
                                            {"outgoing-year", "I23", "year", "delegations", {"Đoàn ra theo năm", "Outgoing delegations by year"}},
                                            {"activities-year", "I31", "year", "activities", {"Hoạt động hữu nghị theo năm", "Friendship activities by year"}},
                                            {"aid-approved-year", "I43", "year", "aid", {"Giá trị viện trợ phê duyệt theo năm", "Aid approved by year"}},
                                            {"aid-mobilised-year", "I40", "year", "aid", {"Giá trị vận động viện trợ theo năm", "Aid mobilised by year"}},
                                            {"aid-items-sector", "I38", "sector", "aid", {"Chương trình, dự án viện trợ theo lĩnh vực", "Aid programmes and projects by field"}},
                                            {"aid-items-country", "I38", "country", "aid", {"Chương trình, dự án viện trợ theo nước", "Aid programmes and projects by country"}},
                                            {"information-kind", "I71", "kind", "information", {"Sản phẩm thông tin đối ngoại theo loại", "Information products by kind"}}};
  return all;
}

Result<std::string> add_chart(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, Loaded& loaded, const ChartWish& wish) {
  const ChartChoice* c = choice_of(wish.choice);
  if (!c) return refuse(Code::invalid, Text("Chọn số liệu để vẽ.", "Choose what to draw."), "choice");
  const Report& r = loaded.report;
  NC_TRY(office, office_of(db, actor, loaded.org_code));
  Drafter d(db, actor, engine, std::move(office), r.kind, Period{r.period_from, r.cutoff ? r.cutoff : r.period_to});
  const auto points = std::string_view(c->dimension) == "year" ? years(d, *c) : groups(d, *c);
  if (std::count_if(points.begin(), points.end(), [](const Point& p) { return p.known; }) < 2)
    return refuse(Code::invalid, Text("Các sổ chưa đủ số liệu để vẽ: cần ít nhất hai điểm có số. Chọn số liệu khác, hoặc ghi thêm bản ghi.", "The registers have too little to draw: at least two points need a number. Choose something else, or enter records."), "choice");
  doc::Document& document = loaded.document;
  doc::Block block = block_of(document, *c, wish, points);
  const std::string id = block.id;
  section_for(document, wish.section.empty() ? c->section : wish.section).blocks.push_back(std::move(block));
  doc::bring_up_to_date(document, doc::look(db, actor, engine, document));
  return id;
}

void add_chart_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/reports/{id}/charts", web::person("enter").of("report"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    auto loaded = load_report(db, actor, reg::id_of(r));
    if (!loaded) return reg::problem_page(shell, loaded.error());
    if (loaded->sealed()) return web::redirect("/reports/" + std::to_string(reg::id_of(r)));
    return form_page(shell, *loaded, reg::id_of(r), {});
  }));
  router.post("/reports/{id}/charts", web::person("enter").of("report"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return add(engine, r, tx, actor, shell); }));
}

}  // namespace nc::app
