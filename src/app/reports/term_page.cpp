// Pages of a term put together from its years, and of one sealed figure with its records.
#include "app/catalog.h"
#include "app/reports/moved_list.h"
#include "app/reports/term.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"
#include "html/period_box.h"
#include "register/pages_parts.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

struct TermPage {
  const Term& term;
  Lang lang;
};

fig::Figure as_figure(const TermLine& line, double value, const std::string& unit) {
  fig::Figure f = line.whole;
  f.value = value;
  f.unit = unit;
  return f;
}

std::string shown(const fig::Figure& f, Lang lang) {
  if (!f.value) return {};
  return fig::on_screen(f, lang) + (f.unit == "percent" ? "%" : "");
}

Html live_cell(const TermLine& line, const fig::Figure& f, Lang lang) {
  if (f.row_count == 0 && !f.value) return Html(lang) << "<span class=\"none\">–</span>"_h;
  const Message name = line.name();
  const std::string vi = period_words(f.period, Lang::vi), en = period_words(f.period, Lang::en);
  return figure(lang, {.href = fig::ask_url(f.ask), .shown = shown(f, lang), .spoken = Message(name.vi + ", " + vi + ": " + shown(f, Lang::vi) + ", mở bản ghi", name.en + ", " + en + ": " + shown(f, Lang::en) + ", open the records")});
}

Html year_cell(const TermLine& line, const YearValue& v, const YearSource& y, Lang lang) {
  if (!v.sealed) return live_cell(line, v.now, lang);
  Html h(lang);
  const std::string text = shown(as_figure(line, *v.sealed, v.sealed_unit), lang);
  if (*v.sealed == 0) h << "<span class=\"fig-plain z\">0</span>"_h;
  else
    h << "<a class=\"fig frozen\" href=\"/reports/"_h << (v.corrected_by.report > 0 ? v.corrected_by.report : y.report) << "/frozen/"_h << line.indicator->code << "\" aria-label=\""_h << line.name() << ", "_h << std::to_string(y.period.from.year()) << ": "_h << text << ", "_h
      << Text("đã niêm phong, mở bản ghi", "sealed, open the records") << "\">"_h << text << icon("lock", "s") << "</a>"_h;
  if (v.corrected_by.report > 0) {
    const std::string no = std::to_string(v.corrected_by.no), first = v.first_sealed ? shown(as_figure(line, *v.first_sealed, v.sealed_unit), lang) : "–";
    h << "<br><a class=\"xs\" href=\"/reports/"_h << v.corrected_by.report << "\">"_h << Message("đính chính bởi bản bổ sung số " + no, "corrected by supplement no. " + no) << "</a> <span class=\"xs m2\">"_h << Message("(trước: " + first + ")", "(before: " + first + ")") << "</span>"_h;
  }
  if (v.now.value != v.sealed) h << "<br><span class=\"xs m2\">"_h << Text("nay", "now") << "</span> "_h << live_cell(line, v.now, lang);
  return h;
}

Html sum_cell(const TermLine& line, Lang lang) {
  if (!line.sum) return Html(lang) << "<span class=\"none\" title=\""_h << across_words(line.rule) << "\">–</span>"_h;
  Html h(lang);
  h << shown(as_figure(line, *line.sum, line.unit), lang);
  if (line.differs()) h << " "_h << badge(lang, Text("lệch", "differs"), Tone::warn);
  else if (!line.twice.empty()) h << " "_h << badge(lang, Text("trùng năm", "several years"));
  return h;
}

Html main_table(const TermPage& p) {
  Table t;
  t.caption = Text("Số liệu từng năm và cả nhiệm kỳ", "Figures by year and over the term");
  t.columns = {{.label = Text("Chỉ tiêu", "Figure"), .key = true}};
  for (const YearSource& y : p.term.years) {
    const std::string year = std::to_string(y.period.from.year());
    t.columns.push_back({.label = Message(year, year), .number = true});
  }
  t.columns.push_back({.label = Text("Cộng các năm", "Sum of the years"), .number = true});
  t.columns.push_back({.label = Text("Cả nhiệm kỳ", "Whole term"), .number = true});
  for (const TermLine& line : p.term.lines) {
    Row row;
    const Message unit(line.unit == "ratio" ? "tỷ lệ" : fig::unit_name(line.unit, Lang::vi), line.unit == "ratio" ? "ratio" : fig::unit_name(line.unit, Lang::en));
    const std::string about = line.indicator->code + " · " + unit.in(p.lang) + " · " + across_words(line.rule).in(p.lang);
    row.cells = {title_cell(fig::ask_url(line.whole.ask), capital(line.name().in(p.lang)), about)};
    for (std::size_t i = 0; i < line.years.size(); ++i) row.cells.emplace_back(year_cell(line, line.years[i], p.term.years[i], p.lang));
    row.cells.emplace_back(sum_cell(line, p.lang));
    row.cells.emplace_back(live_cell(line, line.whole, p.lang));
    t.rows.push_back(std::move(row));
  }
  return table(p.lang, t);
}

Html sources_card(const TermPage& p) {
  std::vector<Entry> entries;
  for (const YearSource& y : p.term.years) {
    const std::string year = std::to_string(y.period.from.year());
    Html value(p.lang);
    if (y.report > 0)
      value << "<a href=\"/reports/"_h << y.report << "\" lang=\"vi\">"_h << y.title << "</a> <span class=\"m2 sm\">"_h << Text("niêm phong", "sealed") << " "_h << format_date(y.sealed_on, p.lang) << "</span>"_h;
    else
      value << "<span class=\"m2\">"_h << Text("chưa có báo cáo năm đã niêm phong: đếm theo sổ hôm nay", "no sealed annual report: counted in the registers of today") << "</span>"_h;
    entries.push_back({Message(year, year), std::move(value)});
  }
  return card(p.lang, {.title = Text("Nguồn của từng năm", "Where each year comes from"), .body = definition_list(p.lang, entries)});
}

void put_year_difference(Html& h, const TermLine& line, const YearValue& v, const YearSource& y, Lang lang) {
  const std::string year = std::to_string(y.period.from.year());
  h << "<li><b>"_h << capital(line.name().in(lang)) << "</b>, "_h << year << ": <del>"_h << shown(as_figure(line, *v.sealed, v.sealed_unit), lang) << "</del> <span aria-hidden=\"true\">→</span> <ins>"_h
    << shown(v.now, lang) << "</ins>"_h << moved_list(lang, v.moved) << "</li>"_h;
}

Html differences_card(const TermPage& p) {
  Html list(p.lang);
  int n = 0;
  for (const TermLine& line : p.term.lines) {
    for (std::size_t i = 0; i < line.years.size(); ++i)
      if (line.years[i].differs()) put_year_difference(list, line, line.years[i], p.term.years[i], p.lang), ++n;
    if (line.twice.empty()) continue;
    ++n;
    const auto count = static_cast<std::int64_t>(line.twice.size());
    list << "<li><b>"_h << capital(line.name().in(p.lang)) << "</b>: "_h
         << Message(format_int(count, Lang::vi) + " bản ghi thuộc hai năm trở lên, cả nhiệm kỳ đếm một lần.", format_int(count, Lang::en) + " records belong to two years or more; the term counts each once.");
    doc::RowsMoved rows;
    rows.added = line.twice;
    list << moved_list(p.lang, rows, {Text("Gồm:", "They are:"), Message(), Message()}) << "</li>"_h;
  }
  Html body(p.lang);
  if (n == 0) body << "<p>"_h << icon("circle-check", "s") << Text(" Tổng các năm và số đếm hôm nay khớp nhau.", " The years and the count of today agree.") << "</p>"_h;
  else body << "<ul class=\"diffs\">"_h << list << "</ul>"_h;
  return card(p.lang, {.title = Text("Chỗ lệch và bản ghi làm lệch", "Differences and the records behind them"), .body = body, .id = "differences"});
}

Html chooser(db::ReadDb& db, const Actor& actor, Lang lang, const std::string& org, const std::string& period, const std::string& error) {
  Control of{.name = "org", .label = Text("Cơ quan báo cáo", "Issuer"), .value = org, .required = true, .type = "select", .width = "half"};
  of.options = report_issuers(db, actor);
  Control when{.name = "period", .label = Text("Nhiệm kỳ", "Term"), .hint = Text("Chọn trong danh sách hoặc gõ: nhiệm kỳ 2018 - 2023", "Choose from the list or type: 2018 to 2023"), .value = period, .error = error, .required = true, .width = "half"};
  // Terms of any first year: periods of one year are no terms.
  std::vector<Period> terms;
  for (int first = today().year() - 1; first >= today().year() - 15; --first) terms.push_back({*Date::from_ymd(first, 1, 1), *Date::from_ymd(first + 5, 12, 31)});
  when = period_box(lang, std::move(when), terms);
  Html h(lang);
  return h << "<form method=\"get\" action=\"/reports/term\" class=\"term-form\"><div class=\"fgrid\">"_h << control(lang, of) << control(lang, when) << "</div><div class=\"bt-b\">"_h
           << button(lang, {.label = Text("Ghép các năm", "Put the years together"), .icon = "refresh"}) << "</div></form>"_h;
}

Response term_page(const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const std::string org = r.query.has("org") ? std::string(r.query.get("org")) : actor.org_code;
  const int year = today().year();
  const std::string code = r.query.has("period") ? std::string(r.query.get("period")) : std::to_string(year - 4) + ".." + std::to_string(year);
  PageHead head;
  head.title = Text("Ghép số liệu nhiệm kỳ", "A term from its years");
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}};
  const auto period = parse_period(code);
  auto term = period ? term_of(db, actor, engine, org, *period) : Result<Term>(tl::make_unexpected(period.error()));
  Html h(shell.lang);
  h << card(shell.lang, {.body = chooser(db, actor, shell.lang, org, code, term ? std::string() : term.error().message.in(shell.lang))});
  if (!term) return reg::respond(shell, head, h, 422);
  const TermPage page{*term, shell.lang};
  head.sub = Html(shell.lang) << term->org_name << ", "_h << period_words(term->period, shell.lang);
  if (actor.may(Function::enter) && !actor.preview())
    head.actions = button(shell.lang, {.label = Text("Soạn báo cáo nhiệm kỳ", "Write the term report"), .icon = "file-text", .href = "/reports/new?kind=term&org=" + term->org + "&period=" + period_code(term->period), .kind = "primary"});
  if (term->lines.empty()) h << empty_state(shell.lang, Text("Chưa có bản ghi nào trong nhiệm kỳ", "No records in the term yet"), Text("Ghi hoạt động vào các sổ, số tự hiện ở đây.", "Enter records and the figures appear here."), {{Text("Báo cáo", "Reports"), "/reports"}});
  else h << card(shell.lang, {.title = Text("Số liệu từng năm", "Figures by year"), .body = main_table(page), .flush = true}) << differences_card(page) << sources_card(page);
  return reg::respond(shell, head, h);
}

// ---- one sealed figure -----------------------------------------------------------------------------------

Html frozen_rows(Lang lang, const doc::FrozenToken& kept) {
  Table t;
  t.caption = Text("Bản ghi lúc niêm phong", "Records as sealed");
  t.columns = {{.label = Text("Ngày", "Date")}, {.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Số", "Amount"), .number = true}};
  for (const doc::FrozenRow& r : kept.rows) {
    Row row;
    const auto day = Date::from_iso(r.date);
    row.illustrative = r.illustrative;
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << (day ? format_date(*day, lang) : std::string("–")) << "</span>"_h, title_cell(row_url(r), capital(r.title), r.code), Html(lang) << row_amount(r, lang)};
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

Response frozen_page(const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_report(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const std::string code(r.arg("code"));
  const doc::FrozenToken* kept = loaded->seal ? doc::sealed_figure(*loaded->seal, code) : nullptr;
  const fig::Indicator* indicator = engine.find(code);
  if (!kept || !indicator) return reg::problem_page(shell, {Code::not_found, Text("Báo cáo này không niêm phong con số ấy.", "This report sealed no such figure."), {}});
  const Lang lang = shell.lang;
  fig::Figure f;
  f.value = kept->value;
  f.unit = kept->unit;
  Html about(lang);
  about << "<p>"_h << indicator->rule << "</p><p class=\"sm m2\">"_h
        << Message("Niêm phong ngày " + format_date(loaded->report.sealed_on, Lang::vi) + " bởi " + loaded->report.sealed_by + ", quy tắc đếm bản " + std::to_string(kept->rule_version) + ".",
                   "Sealed on " + format_date(loaded->report.sealed_on, Lang::en) + " by " + loaded->report.sealed_by + ", version " + std::to_string(kept->rule_version) + " of the rule.")
        << "</p>"_h;
  const auto moved = indicator->rows_sql.empty() ? doc::RowsMoved{} : doc::compare_rows(kept->rows, doc::rows_of(db, actor, engine, kept->token.ask));
  if (moved.empty()) about << "<p>"_h << icon("circle-check", "s") << Text(" Sổ hôm nay vẫn có đúng những bản ghi này.", " The registers of today still hold exactly these records.") << "</p>"_h;
  else about << moved_list(lang, moved);
  about << "<p class=\"sm\"><a href=\""_h << Url{fig::ask_url(kept->token.ask)} << "\">"_h << Text("Mở con số theo sổ hôm nay", "Open the figure as counted today") << "</a></p>"_h;
  PageHead head;
  head.title = {fig::on_screen(f, Lang::vi) + " – " + indicator->name.vi, fig::on_screen(f, Lang::en) + " – " + indicator->name.en};
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(loaded->report.title, loaded->report.title), "/reports/" + std::to_string(reg::id_of(r))}};
  head.beside = badge(lang, Text("Đã niêm phong", "Sealed"), Tone::ok, "lock");
  Html h(lang);
  h << card(lang, {.title = Text("Quy tắc đếm", "Counting rule"), .body = about}) << card(lang, {.title = Message(format_int(kept->row_count, Lang::vi) + " bản ghi lúc niêm phong", format_int(kept->row_count, Lang::en) + " records as sealed"), .body = frozen_rows(lang, *kept), .flush = true});
  return reg::respond(shell, head, h);
}

}  // namespace

void add_term_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/reports/term", web::person().seeing("internal"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return term_page(engine, r, db, actor, shell); }));
  router.get("/reports/{id}/frozen/{code}", web::person().of("report").seeing("internal"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return frozen_page(engine, r, db, actor, shell); }));
}

}  // namespace nc::app
