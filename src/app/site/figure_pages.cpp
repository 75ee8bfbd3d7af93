// The page of a figure and its popover: rule in words, rows, groups, declared numbers, evidence.
#include "app/evidence/hooks.h"
#include "app/site/site.h"
#include "file/table.h"
#include "html/assets.h"

namespace nc::app {

namespace {

constexpr int k_page = 100, k_popover = 5;

struct FigurePage {
  const fig::Engine& engine;
  const reg::Catalog& catalog;
  db::ReadDb& db;
  const Actor& actor;
  const fig::Indicator& indicator;
  const fig::Ask& ask;
  const fig::Figure& figure;
  Lang lang;
};

std::string url_with(const fig::Ask& ask, const std::string& more) { return fig::ask_url(ask) + (more.empty() ? "" : "&" + more); }

Message heading(const fig::Figure& f, const fig::Indicator& i) {
  auto words = [&](Lang lang) {
    std::string out = fig::on_screen(f, lang);
    if (f.value && !fig::is_currency(f.unit) && f.unit != "ratio" && f.unit != "percent") out += "\u00A0" + fig::unit_name(f.unit, lang);
    if (f.value && f.unit == "ratio") out += " : 1";
    if (f.value && f.unit == "percent") out += "%";
    return out + " – " + i.name.in(lang) + ", " + (i.at_day ? (lang == Lang::vi ? "đến " : "as of ") + format_date(f.period.to, lang) : period_words(f.period, lang));
  };
  return {words(Lang::vi), words(Lang::en)};
}

std::string amount_of(const fig::Row& r, Lang lang) {
  if (!r.amount) return lang == Lang::vi ? "chưa rõ" : "not known";
  std::string out;
  if (fig::is_currency(r.unit)) {
    auto currency = Currency::from_code(r.unit);
    out = currency ? format_money_short(Money{*r.amount, *currency}, lang) : format_int(*r.amount, lang);
  } else {
    out = format_int(*r.amount, lang) + "\u00A0" + fig::unit_name(r.unit, lang);
  }
  const auto word = prose_word(r.qualifier, lang, fig::is_currency(r.unit));
  return word.empty() ? out : std::string(word) + " " + out;
}

Html rows_table(const FigurePage& x, const std::vector<fig::Row>& rows) {
  std::vector<RecordKey> keys;
  for (const auto& r : rows) keys.push_back({r.register_name, r.id});
  const auto chips = evidence_chips(x.db, keys, x.lang, x.indicator.code == "I17" || x.indicator.code == "I23");
  const bool amounts = x.indicator.measure == fig::Measure::sum;
  Html h(x.lang);
  h << "<table class=\"tb\"><thead><tr><th scope=\"col\">"_h << Text("Ngày", "Date") << "</th><th scope=\"col\">"_h << Text("Bản ghi", "Record") << "</th>"_h;
  if (amounts) h << "<th scope=\"col\" class=\"num\">"_h << Text("Số", "Amount") << "</th>"_h;
  h << "<th scope=\"col\">"_h << Text("Chứng cứ", "Evidence") << "</th></tr></thead><tbody>"_h;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& r = rows[i];
    const auto* d = x.catalog.find(r.register_name);
    auto day = Date::from_iso(r.date);
    h << "<tr data-row><td class=\"nw\" data-label=\""_h << Text("Ngày", "Date") << "\">"_h << (day ? format_date(*day, x.lang) : std::string("–"))
      << "</td><td data-label=\""_h << Text("Bản ghi", "Record") << "\"><a class=\"tt\" href=\""_h
      << Url{"/" + (d ? d->path : r.register_name) + "/" + std::to_string(r.id)} << "\">"_h << r.title << "</a><span class=\"tsub\">"_h << r.code << "</span>"_h;
    if (r.illustrative) h << illustrative_mark(x.lang);
    h << "</td>"_h;
    if (amounts) h << "<td class=\"num\" data-label=\""_h << Text("Số", "Amount") << "\">"_h << amount_of(r, x.lang) << "</td>"_h;
    h << "<td data-label=\""_h << Text("Chứng cứ", "Evidence") << "\"><span class=\"evs\">"_h << chips[i] << "</span></td></tr>"_h;
  }
  return h << "</tbody></table>"_h;
}

std::string number_in(double value, std::string_view unit, Lang lang) {
  if (fig::is_currency(unit))
    if (auto currency = Currency::from_code(unit)) {
      double scale = 1;
      for (int i = 0; i < currency->minor_digits(); ++i) scale *= 10;
      return format_money_short(Money{static_cast<std::int64_t>(value * scale), *currency}, lang);
    }
  return format_decimal(value, value == static_cast<double>(static_cast<std::int64_t>(value)) ? 0 : 1, lang) + "\u00A0" + fig::unit_name(unit, lang);
}

/// Declared numbers: what was said, where, and how far the count is from it. Never hidden.
Html claims_block(const FigurePage& x) {
  Html h(x.lang);
  if (x.figure.claims.empty()) return h;
  h << "<section class=\"claims\"><h3>"_h << Text("Số đã công bố", "Declared numbers") << "</h3><ul>"_h;
  int overlapping = 0;
  for (const auto& c : x.figure.claims) {
    overlapping += c.match == "overlap" ? 1 : 0;
    h << "<li class=\"claim\"><a class=\"claim-value\" href=\"/claims/"_h << c.id << "\">"_h;
    if (c.value) {
      const auto word = prose_word(c.qualifier, x.lang, fig::is_currency(c.unit));
      if (!word.empty()) h << word << " "_h;
      h << number_in(*c.value, c.unit, x.lang);
    } else {
      h << Text("chưa rõ số", "number not stated");
    }
    h << "</a> "_h;
    if (c.period.from && c.period.to) h << "<span class=\"m2\">"_h << period_words(c.period, x.lang) << "</span> "_h;
    if (c.match == "overlap") h << badge(x.lang, Text("kỳ khác, không cộng", "another period, not added"), Tone::warn);
    else if (c.difference && c.kept) h << badge(x.lang, Text("khớp sổ", "agrees"), Tone::ok, "check");
    if (c.difference && c.match == "exact") {
      h << " <span class=\"m2\">"_h << Text("đếm được trừ công bố:", "counted less declared:") << " <b>"_h << (*c.difference > 0 ? "+" : "")
        << number_in(*c.difference, c.unit, x.lang) << "</b></span>"_h;
      if (!c.kept) h << " "_h << badge(x.lang, Text("lệch", "differs"), Tone::bad, "alert-triangle");
    }
    if (!c.quote.empty())
      h << "<blockquote class=\"quote\"><a href=\"/evidence/"_h << c.evidence << "?span="_h << c.span << "\"><mark class=\"sp\">"_h << c.quote << "</mark></a><footer class=\"m3 xs\">"_h
        << c.source_title << ", "_h << (Date::from_iso(c.published) ? format_date(*Date::from_iso(c.published), x.lang) : c.published) << "</footer></blockquote>"_h;
    h << "</li>"_h;
  }
  h << "</ul>"_h;
  if (overlapping > 0)
    h << "<p class=\"m2 sm\">"_h << Text("Có số công bố cho kỳ giao nhau với kỳ này. Các số ấy đặt cạnh nhau, không cộng với nhau.",
                                         "Some declared numbers are of periods that overlap this one. They stand side by side and are never added.") << "</p>"_h;
  return h << "</section>"_h;
}

Html tabs(const FigurePage& x, const std::string& now) {
  Html h(x.lang);
  h << "<nav class=\"seg\" aria-label=\""_h << Text("Xem theo", "View by") << "\">"_h;
  auto tab = [&](const std::string& key, const Message& label) {
    fig::Ask ask = x.ask;
    ask.by = key;
    h << "<a data-figure-tab href=\""_h << Url{fig::ask_url(ask)} << "\""_h;
    if (key == now) h << " class=\"on\" aria-current=\"true\""_h;
    h << ">"_h << label << "</a>"_h;
  };
  tab("", Text("Bản ghi", "Records"));
  if (!x.indicator.rows_sql.empty()) {
    if (!x.indicator.at_day) tab("month", Text("Tháng", "Month"));
    for (const auto& d : x.indicator.dimensions) tab(d.name, d.label);
    tab("org", Text("Đơn vị", "Organisation"));
  }
  return h << "</nav>"_h;
}

Html groups_block(const FigurePage& x) {
  std::vector<BarRow> bars_in;
  for (const auto& g : x.figure.groups) {
    fig::Ask one = x.ask;
    one.by.clear();
    if (!g.key.empty() && x.ask.by != "org") one.where.emplace_back(x.ask.by, g.key);
    BarRow row;
    row.label = g.label.in(x.lang);
    row.href = g.key.empty() || x.ask.by == "org" ? "" : fig::ask_url(one);
    row.value = g.value.value_or(0);
    row.shown = g.value ? number_in(*g.value, x.figure.unit, x.lang) : (x.lang == Lang::vi ? "chưa có" : "none");
    bars_in.push_back(std::move(row));
  }
  return bars(x.lang, bars_in);
}

Html status_badges(const FigurePage& x) {
  Html h(x.lang);
  const bool all_kept = std::all_of(x.figure.claims.begin(), x.figure.claims.end(), [](const auto& c) { return c.match != "exact" || !c.difference || c.kept; });
  if (!all_kept) h << badge(x.lang, Text("Lệch số công bố", "Differs from what was declared"), Tone::warn, "alert-triangle") << " "_h;
  if (x.figure.illustrative_count > 0)
    h << badge(x.lang, Message("gồm " + std::to_string(x.figure.illustrative_count) + " dòng minh họa", std::to_string(x.figure.illustrative_count) + " illustrative rows"), Tone::warn) << " "_h;
  return h;
}

Html comparison(const FigurePage& x) {
  Html h(x.lang);
  if (x.indicator.code == "I92") return h;
  const auto c = x.engine.compare(x.db, x.actor, x.figure);
  if (c.change && c.before) {
    h << "<p class=\"sm m2\">"_h << Text("Cùng kỳ năm trước:", "Same period a year before:") << " "_h << living(*c.before, x.engine, x.lang);
    if (c.percent) h << " ("_h << (*c.change > 0 ? "+" : "") << format_decimal(*c.percent, 1, x.lang) << "%)"_h;
    h << "</p>"_h;
  } else if (!c.why_not.empty()) {
    h << "<p class=\"sm m2\">"_h << Text("So cùng kỳ:", "Against last year:") << " "_h << c.why_not << "</p>"_h;
  }
  return h;
}

std::string citation(const FigurePage& x) {
  return fig::in_prose(x.figure, x.lang) + " (" + x.indicator.code + ", " + (x.lang == Lang::vi ? x.figure.org_name_vi : x.figure.org_name_en) + ", " +
         period_words(x.figure.period, x.lang) + ")";
}

Html popover(const FigurePage& x) {
  Html h(x.lang);
  h << "<div class=\"mo-head\"><div class=\"grow\"><h2 id=\"mo-title\">"_h << heading(x.figure, x.indicator) << "</h2><p class=\"sm m2\">"_h << x.indicator.rule
    << "</p><p class=\"xs m3\">"_h << (x.lang == Lang::vi ? x.figure.org_name_vi : x.figure.org_name_en) << "</p></div>"_h << status_badges(x)
    << "<button class=\"icb\" type=\"button\" data-close aria-label=\""_h << Text("Đóng", "Close") << "\">"_h << icon("x") << "</button></div><div class=\"mo-bar\">"_h
    << tabs(x, x.ask.by) << "</div><div class=\"mo-body\">"_h;
  if (!x.ask.by.empty()) {
    h << "<div class=\"cb\">"_h << groups_block(x) << "</div>"_h;
  } else if (auto rows = x.engine.rows(x.db, x.actor, x.ask, k_popover)) {
    h << rows_table(x, *rows);
  }
  h << claims_block(x) << "</div><div class=\"mo-foot\"><a class=\"more\" href=\""_h << Url{fig::ask_url(x.ask)} << "\">"_h
    << Message("Mở cả " + format_int(x.figure.row_count, Lang::vi) + " bản ghi", "Open all " + format_int(x.figure.row_count, Lang::en) + " records")
    << "</a><span class=\"grow\"></span><button class=\"btn btn-s btn-ghost\" type=\"button\" data-copy=\""_h << citation(x) << "\">"_h << icon("copy", "s")
    << Text("Chép câu trích dẫn", "Copy citation") << "</button><a class=\"btn btn-s btn-ghost\" href=\""_h << Url{url_with(x.ask, "format=xlsx")} << "\">"_h << icon("table-export", "s")
    << Text("Xuất Excel", "Export Excel") << "</a></div>"_h;
  return h;
}

Html pager(const FigurePage& x, int offset, std::size_t shown) {
  Html h(x.lang);
  h << "<div class=\"cf\"><span class=\"grow\">"_h << format_int(x.figure.row_count, x.lang) << " "_h << Text("bản ghi", "records") << "</span>"_h;
  if (offset > 0) h << "<a class=\"btn btn-s\" href=\""_h << Url{url_with(x.ask, "offset=" + std::to_string(std::max(0, offset - k_page)))} << "\">"_h << Text("Trước", "Previous") << "</a>"_h;
  if (static_cast<int>(shown) == k_page && offset + k_page < x.figure.row_count)
    h << "<a class=\"btn btn-s\" href=\""_h << Url{url_with(x.ask, "offset=" + std::to_string(offset + k_page))} << "\">"_h << Text("Sau", "Next") << "</a>"_h;
  return h << "</div>"_h;
}

Html full_page(const FigurePage& x, int offset) {
  Html h(x.lang);
  h << "<div class=\"card\"><div class=\"cb\"><p>"_h << x.indicator.rule << "</p>"_h << comparison(x);
  const std::string note = x.lang == Lang::vi ? x.figure.note_vi : x.figure.note_en;
  if (!note.empty()) h << "<p class=\"sm m2\">"_h << note << "</p>"_h;
  if (!x.figure.parts.empty()) {
    h << "<dl class=\"dl\">"_h;
    for (const auto& p : x.figure.parts)
      h << "<dt>"_h << fig::unit_name(p.unit, x.lang) << " ("_h << p.key << ")</dt><dd>"_h << (p.value ? number_in(*p.value, p.unit, x.lang) : std::string("–")) << "</dd>"_h;
    h << "</dl>"_h;
  }
  h << claims_block(x) << "</div></div><div class=\"card mt\"><div class=\"ch\">"_h << tabs(x, x.ask.by) << "</div>"_h;
  if (!x.ask.by.empty()) return h << "<div class=\"cb\">"_h << groups_block(x) << "</div></div>"_h;
  auto rows = x.engine.rows(x.db, x.actor, x.ask, k_page, offset);
  if (!rows || rows->empty()) return h << "<p class=\"cb m2\">"_h << Text("Chưa có bản ghi nào trong kỳ.", "No records in the period yet.") << "</p></div>"_h;
  return h << "<div class=\"tb-wrap\">"_h << rows_table(x, *rows) << "</div>"_h << pager(x, offset, rows->size()) << "</div>"_h;
}

/// Whole units with a point: what a spreadsheet adds up.
std::string plain_amount(const fig::Row& r) {
  if (!r.amount) return {};
  auto currency = fig::is_currency(r.unit) ? Currency::from_code(r.unit) : std::nullopt;
  if (!currency || currency->minor_digits() == 0) return std::to_string(*r.amount);
  std::string digits = std::to_string(*r.amount);
  const auto places = static_cast<std::size_t>(currency->minor_digits());
  while (digits.size() <= places) digits.insert(0, 1, '0');
  return digits.insert(digits.size() - places, 1, '.');
}

web::Response export_rows(const FigurePage& x, std::string_view format) {
  auto rows = x.engine.rows(x.db, x.actor, x.ask, 100000);
  if (!rows) return web::text(rows.error().message.in(x.lang), http_status(rows.error().code));
  if (format == "json") return web::json(fig::to_json(x.figure, *rows));
  const std::vector<tables::Column> columns{{"register"}, {"code"}, {"title"}, {"date", tables::Kind::date}, {"amount", tables::Kind::decimal, 0}, {"unit"}, {"qualifier"}, {"illustrative", tables::Kind::integer}};
  std::vector<tables::Cells> lines;
  for (const auto& r : *rows)
    lines.push_back({r.register_name, r.code, r.title, r.date, plain_amount(r), r.unit, std::string(code(r.qualifier)), r.illustrative ? "1" : "0"});
  if (format == "csv") return web::download(tables::write_csv(columns, lines), "text/csv; charset=utf-8", x.ask.code + ".csv");
  auto book = tables::write_xlsx(x.ask.code, columns, lines);
  if (!book) return web::text(book.error().message.in(x.lang), http_status(book.error().code));
  return web::download(std::move(*book), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", x.ask.code + ".xlsx");
}

web::Response figure_page(const reg::Context& context, const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const std::string code(r.arg("code"));
  const fig::Indicator* indicator = engine.find(code);
  auto problem = [&](const Problem& p) {
    PageHead head;
    head.title = Text("Không mở được con số", "The figure can't be opened");
    return reg::respond(shell, head, empty_state(shell.lang, head.title, p.message, {{Text("Mọi chỉ tiêu", "All indicators"), "/figures"}}), http_status(p.code));
  };
  if (!indicator) return problem({Code::not_found, Message("Không có chỉ tiêu “" + code + "”.", "There is no indicator “" + code + "”."), {}});
  auto ask = fig::parse_ask(r.query.items(), code);
  if (!ask) return problem(ask.error());
  if (ask->org.empty()) ask->org = home_org(db, actor);
  if (!ask->period && !ask->as_of) ask->period = working_period(db, r);
  auto figure = engine.evaluate(db, actor, *ask);
  if (!figure) return problem(figure.error());
  const FigurePage x{engine, *context.catalog, db, actor, *indicator, *ask, *figure, shell.lang};
  if (r.query.has("format")) return export_rows(x, r.query.get("format"));
  if (r.query.get("mo") == "1") return web::html(popover(x).str());
  const int offset = static_cast<int>(std::min<std::int64_t>(parse_int(r.query.get("offset")).value_or(0), 1'000'000));
  PageHead head;
  head.title = heading(*figure, *indicator);
  head.crumbs = {{Text("Chỉ tiêu", "Indicators"), "/figures"}, {Message(code, code), fig::ask_url(*ask)}};
  head.beside = status_badges(x);
  head.sub = Html(shell.lang) << (shell.lang == Lang::vi ? figure->org_name_vi : figure->org_name_en);
  head.actions = Html(shell.lang) << "<a class=\"btn\" href=\""_h << Url{url_with(*ask, "format=xlsx")} << "\">"_h << icon("table-export") << Text("Xuất Excel", "Export Excel") << "</a>"_h;
  return reg::respond(shell, head, full_page(x, std::max(0, offset)));
}

web::Response catalogue(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const std::string org = r.query.has("org") ? std::string(r.query.get("org")) : home_org(db, actor);
  const Period period = working_period(db, r);
  PageHead head;
  head.title = Text("Chỉ tiêu", "Indicators");
  head.sub = Html(shell.lang) << Text("Mỗi con số có quy tắc đếm viết bằng lời; bấm vào số để mở bản ghi.", "Every figure has a counting rule in words; click the number to open its records.");
  Html h(shell.lang);
  h << "<div class=\"card\"><div class=\"tb-wrap\"><table class=\"tb\"><thead><tr><th scope=\"col\">"_h << Text("Mã", "Code") << "</th><th scope=\"col\">"_h << Text("Chỉ tiêu và quy tắc đếm", "Indicator and rule")
    << "</th><th scope=\"col\" class=\"num\">"_h << period_words(period, shell.lang) << "</th></tr></thead><tbody>"_h;
  for (const auto& i : engine.all()) {
    if (i.code == "I92") continue;  // a comparison of another figure, not a figure of its own
    fig::Ask ask;
    ask.code = i.code;
    ask.org = org;
    ask.period = period;
    h << "<tr><td>"_h << i.code << "</td><td><span class=\"tt\">"_h << i.name << "</span><span class=\"tsub\">"_h << i.rule << "</span></td><td class=\"num\">"_h
      << living(db, actor, engine, ask, shell.lang) << "</td></tr>"_h;
  }
  h << "</tbody></table></div></div>"_h;
  return reg::respond(shell, head, h);
}

}  // namespace

Html living(const fig::Figure& f, const fig::Engine& engine, Lang lang, bool large) {
  Html h(lang);
  if (!f.value) return h << "<span class=\"m3\">"_h << Text("chưa có", "none yet") << "</span>"_h;
  const std::string shown = fig::on_screen(f, lang);
  if (*f.value == 0) return h << "<span class=\""_h << (large ? "fig xl zero" : "m3") << "\">"_h << shown << "</span>"_h;
  const fig::Indicator* i = engine.find(f.ask.code);
  FigureLink link;
  link.href = fig::ask_url(f.ask);
  link.shown = shown;
  link.large = large;
  if (i) link.spoken = heading(f, *i);
  for (const auto& c : f.claims)
    if (c.match == "exact" && c.difference && !c.kept) link.disputed = true;
  return figure(lang, link);
}

Html living(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const fig::Ask& ask, Lang lang, bool large) {
  auto f = engine.evaluate(db, actor, ask);
  if (!f) return Html(lang) << "<span class=\"m3\">"_h << Text("chưa có", "none yet") << "</span>"_h;
  return living(*f, engine, lang, large);
}

void add_figure_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/figures", reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return catalogue(engine, r, db, a, s);
  }));
  router.get("/figures/{code}", reg::page_handler(context, [&context, &engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return figure_page(context, engine, r, db, a, s);
  }));
}

}  // namespace nc::app
