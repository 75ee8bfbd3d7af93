// The page of a figure and its popover: rule in words, rows, groups, declared numbers, evidence.
#include "app/evidence/public.h"
#include "app/site/site.h"
#include "file/table.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/assets.h"

#include <algorithm>

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

/// The records behind the rows, by register: one statement each. For flags and numbers beside the titles.
std::map<RecordKey, reg::Cells> records_of(const FigurePage& x, const std::vector<fig::Row>& rows) {
  std::map<std::string, std::vector<std::int64_t>> ids;
  for (const auto& r : rows) ids[r.register_name].push_back(r.id);
  std::map<RecordKey, reg::Cells> out;
  for (const auto& [name, list] : ids) {
    const auto* d = x.catalog.find(name);
    if (!d) continue;
    reg::ListQuery q;
    q.ids = list;
    q.limit = static_cast<int>(list.size());
    for (auto& cells : reg::list(x.db, *d, x.actor, q).rows) out[{name, db::as_int(cells[reg::k_id])}] = std::move(cells);
  }
  return out;
}

/// Flag of the first country of a record.
Html flag_of(const reg::Description* d, const reg::Cells* cells) {
  Html h;
  const reg::Field* f = d && cells && !d->country_field.empty() ? d->find(d->country_field) : nullptr;
  if (!f) return h;
  const std::string stored = db::as_text((*cells)[static_cast<std::size_t>(f->first)]);
  const std::string iso = stored.starts_with('|') ? stored.substr(1, 2) : stored;
  return h << flag(iso);
}

/// "6 người": the number of people of a delegation whose rows are only counted.
std::string people_of(const FigurePage& x, const reg::Description* d, const reg::Cells* cells) {
  if (!d || !cells) return {};
  const auto sums = reg::summed_fields(*d);
  if (sums.empty()) return {};
  std::string shown = reg::show(*sums.front(), *cells, x.lang);
  if (!shown.empty() && sums.front()->opt.unit) shown += "\u00A0" + std::string(sums.front()->opt.unit->in(x.lang));
  return shown;
}

Html rows_table(const FigurePage& x, const std::vector<fig::Row>& rows) {
  std::vector<RecordKey> keys;
  for (const auto& r : rows) keys.push_back({r.register_name, r.id});
  const auto chips = evidence_chips(x.db, x.actor, keys, x.lang, x.indicator.code == "I17" || x.indicator.code == "I23");
  const auto records = records_of(x, rows);
  const bool amounts = x.indicator.measure == fig::Measure::sum;
  Table t;
  t.caption = heading(x.figure, x.indicator);
  t.columns = {{.label = Text("Ngày", "Date")}, {.label = Text("Bản ghi", "Record"), .key = true}, {.label = amounts ? Text("Số", "Amount") : Text("Số người", "People"), .number = true}, {.label = Text("Chứng cứ", "Evidence")}};
  bool any_number = false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& r = rows[i];
    const auto* d = x.catalog.find(r.register_name);
    const auto found = records.find(keys[i]);
    const reg::Cells* cells = found == records.end() ? nullptr : &found->second;
    const auto day = Date::from_iso(r.date);
    const std::string number = amounts ? amount_of(r, x.lang) : people_of(x, d, cells);
    any_number = any_number || !number.empty();
    const std::string title = capital(cells && d ? d->title_of(*cells, x.lang) : r.title);
    Row row;
    row.illustrative = r.illustrative;
    row.cells = {Html(x.lang) << "<span class=\"nw\">"_h << (day ? format_date(*day, x.lang) : std::string("–")) << "</span>"_h,
                 Html(x.lang) << flag_of(d, cells) << " "_h << title_cell("/" + (d ? d->path : r.register_name) + "/" + std::to_string(r.id), title, r.code),
                 Html(x.lang) << "<span class=\"nw\">"_h << number << "</span>"_h, Html(x.lang) << "<span class=\"evs\">"_h << chips[i] << "</span>"_h};
    t.rows.push_back(std::move(row));
  }
  if (!any_number) {
    t.columns.erase(t.columns.begin() + 2);
    for (Row& row : t.rows) row.cells.erase(row.cells.begin() + 2);
  }
  return table(x.lang, t);
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
      if (c.warns()) h << " "_h << badge(x.lang, Text("lệch", "differs"), Tone::bad, "alert-triangle");
    }
    if (c.settled) {
      const auto on = Date::from_iso(c.settled_on);
      h << " "_h << badge(x.lang, Text("đã chốt", "settled"), Tone::info, "check") << "<p class=\"sm m2\">"_h << c.settled_reason << " ("_h << c.settled_by << (on ? ", " + format_date(*on, x.lang) : std::string()) << ")</p>"_h;
    } else if (c.warns() && x.actor.may(Function::check)) {
      h << " <a class=\"sm\" href=\"/claims-desk?q="_h << x.indicator.code << "\">"_h << Text("đối chiếu, chốt", "settle") << "</a>"_h;
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

Html view_switch(const FigurePage& x) {
  std::vector<Tab> items;
  auto tab = [&](const std::string& key, const Message& label) {
    fig::Ask ask = x.ask;
    ask.by = key;
    items.push_back({.label = label, .href = fig::ask_url(ask), .count = {}, .on = key == x.ask.by});
  };
  tab("", Text("Bản ghi", "Records"));
  if (!x.indicator.rows_sql.empty()) {
    for (const auto& d : x.indicator.dimensions)
      if (items.size() < 4) tab(d.name, d.label);
    if (!x.indicator.at_day) tab("month", Text("Tháng", "Month"));
    tab("org", Text("Hội, đơn vị", "Organisation"));
  }
  if (!x.ask.by.empty() && std::none_of(items.begin(), items.end(), [](const Tab& t) { return t.on; })) tab(x.ask.by, Message(x.ask.by, x.ask.by));
  return segments(x.lang, Text("Xem theo", "View by"), items);
}

/// As units stood then, or as they stand now: only where that can differ.
Html units_switch(const FigurePage& x) {
  if (!x.figure.units_moved) return Html(x.lang);
  fig::Ask then = x.ask, now = x.ask;
  then.units = fig::Units::then;
  now.units = fig::Units::now;
  const bool as_now = x.ask.units == fig::Units::now;
  const std::string day = format_date(x.figure.period.to, x.lang);
  return Html(x.lang) << "<p class=\"sm\">"_h
                      << segments(x.lang, Text("Tính theo tổ chức", "Organisations"),
                                  {{.label = Message("Lúc đó (" + day + ")", "As then (" + day + ")"), .href = fig::ask_url(then), .count = {}, .on = !as_now},
                                   {.label = Text("Hiện nay", "As now"), .href = fig::ask_url(now), .count = {}, .on = as_now}})
                      << "</p><p class=\"sm m2\">"_h
                      << (as_now ? Text("Tính cả các tổ chức đã hợp nhất hoặc chuyển về sau kỳ này.", "With all that was merged or moved there after the period.")
                                 : Text("Mạng lưới tổ chức có thay đổi sau kỳ này; số ở đây theo tổ chức vào ngày cuối kỳ.",
                                        "The network has changed since; this counts the organisations of the last day of the period."))
                      << "</p>"_h;
}

Html groups_block(const FigurePage& x) {
  std::vector<BarRow> bars_in;
  for (const auto& g : x.figure.groups) {
    fig::Ask one = x.ask;
    one.by.clear();
    if (!g.key.empty() && x.ask.by != "org") one.where.emplace_back(x.ask.by, g.key);
    BarRow row;
    row.label = capital(g.label.in(x.lang));
    row.href = g.key.empty() || x.ask.by == "org" ? "" : fig::ask_url(one);
    row.value = g.value.value_or(0);
    row.shown = g.value ? number_in(*g.value, x.figure.unit, x.lang) : (x.lang == Lang::vi ? "chưa có" : "none");
    bars_in.push_back(std::move(row));
  }
  return bars(x.lang, bars_in);
}

Html status_badges(const FigurePage& x) {
  Html h(x.lang);
  const bool all_kept = std::all_of(x.figure.claims.begin(), x.figure.claims.end(), [](const auto& c) { return c.match != "exact" || !c.warns(); });
  const std::string at = format_instant(now(), x.lang);
  const std::string clock = at.size() > 5 ? at.substr(at.size() - 5) : at;
  if (!all_kept) h << badge(x.lang, Text("Lệch số công bố", "Differs from what was declared"), Tone::warn, "alert-triangle") << " "_h;
  else h << badge(x.lang, Message("Khớp sổ " + clock, "As registered, " + clock), Tone::ok, "check") << " "_h;
  if (x.figure.illustrative_count > 0)
    h << badge(x.lang, Message("gồm " + std::to_string(x.figure.illustrative_count) + " dòng minh họa", std::to_string(x.figure.illustrative_count) + " illustrative rows"), Tone::neutral) << " "_h;
  return h;
}

/// "Chứng cứ: 55/57"; nothing for figures of very many rows.
Html evidence_note(const FigurePage& x) {
  constexpr int k_most = 500;
  Html h(x.lang);
  if (x.figure.row_count == 0 || x.figure.row_count > k_most) return h;
  const auto rows = x.engine.rows(x.db, x.actor, x.ask, k_most);
  if (!rows) return h;
  std::vector<RecordKey> keys;
  for (const auto& r : *rows) keys.push_back({r.register_name, r.id});
  const auto proved = with_evidence(x.db, x.actor, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return h << Text("Chứng cứ:", "Evidence:") << " <b>"_h << proved << "</b>/"_h << keys.size();
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

Html popover_of(const FigurePage& x) {
  Popover p;
  p.title = heading(x.figure, x.indicator);
  p.rule = {x.indicator.rule.vi + " " + x.figure.org_name_vi + ".", x.indicator.rule.en + " " + x.figure.org_name_en + "."};
  p.badge = status_badges(x);
  p.switches = view_switch(x);
  p.note = evidence_note(x);
  p.body = Html(x.lang);
  if (!x.ask.by.empty()) {
    p.body << "<div class=\"cb\">"_h << groups_block(x) << "</div>"_h;
  } else if (auto rows = x.engine.rows(x.db, x.actor, x.ask, k_popover); rows && !rows->empty()) {
    p.body << rows_table(x, *rows);
  }
  p.body << claims_block(x);
  const auto left = x.figure.row_count - k_popover;
  p.foot = Html(x.lang) << more_link(x.lang, Message("Mở cả " + format_int(x.figure.row_count, Lang::vi) + " bản ghi", "Open all " + format_int(x.figure.row_count, Lang::en) + " records"), fig::ask_url(x.ask));
  if (left > 0 && x.ask.by.empty()) p.foot << "<span class=\"m2 sm\">"_h << Message("còn " + format_int(left, Lang::vi), format_int(left, Lang::en) + " more") << "</span>"_h;
  p.foot << "<span class=\"grow\"></span>"_h << copy_button(x.lang, Text("Chép câu trích dẫn", "Copy citation"), citation(x))
         << button(x.lang, {.label = Text("Xuất Excel", "Export Excel"), .icon = "table-export", .href = url_with(x.ask, "format=xlsx"), .kind = "link"});
  return nc::popover(x.lang, p);
}

Html rows_pager(const FigurePage& x, int offset, std::size_t shown) {
  Pager p;
  const std::string range = std::to_string(offset + 1) + "–" + std::to_string(offset + static_cast<int>(shown));
  p.shown = {range + " trong " + format_int(x.figure.row_count, Lang::vi), range + " of " + format_int(x.figure.row_count, Lang::en)};
  if (offset > 0) p.previous = url_with(x.ask, "offset=" + std::to_string(std::max(0, offset - k_page)));
  if (static_cast<int>(shown) == k_page && offset + k_page < x.figure.row_count) p.next = url_with(x.ask, "offset=" + std::to_string(offset + k_page));
  return pager(x.lang, p);
}

Html about_card(const FigurePage& x) {
  Html body(x.lang);
  body << "<p>"_h << x.indicator.rule << "</p>"_h << units_switch(x) << comparison(x);
  const std::string note = x.lang == Lang::vi ? x.figure.note_vi : x.figure.note_en;
  if (!note.empty()) body << "<p class=\"sm m2\">"_h << note << "</p>"_h;
  std::vector<Entry> parts;
  for (const auto& p : x.figure.parts) {
    const std::string unit_vi = fig::unit_name(p.unit, Lang::vi), unit_en = fig::unit_name(p.unit, Lang::en);
    parts.push_back({Message(unit_vi + " (" + p.key + ")", unit_en + " (" + p.key + ")"), Html(x.lang) << (p.value ? number_in(*p.value, p.unit, x.lang) : std::string("–"))});
  }
  if (!parts.empty()) body << definition_list(x.lang, parts);
  body << claims_block(x);
  return card(x.lang, {.title = Text("Quy tắc đếm", "Counting rule"), .head_end = Html(x.lang) << "<span class=\"m2 sm\">"_h << evidence_note(x) << "</span>"_h, .body = body});
}

Html full_page(const FigurePage& x, int offset) {
  Html h(x.lang);
  h << about_card(x) << "<section class=\"card\"><div class=\"ch\">"_h << view_switch(x) << "</div>"_h;
  if (!x.ask.by.empty()) return h << "<div class=\"cb\">"_h << groups_block(x) << "</div></section>"_h;
  auto rows = x.engine.rows(x.db, x.actor, x.ask, k_page, offset);
  if (!rows || rows->empty()) return h << "<p class=\"cb m2\">"_h << Text("Chưa có bản ghi nào trong kỳ.", "No records in the period yet.") << "</p></section>"_h;
  return h << "<div class=\"cb flush\">"_h << rows_table(x, *rows) << "</div>"_h << rows_pager(x, offset, rows->size()) << "</section>"_h;
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
  if (r.query.get("mo") == "1") return web::html(popover_of(x).str()).with("Vary", "HX-Request");
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
  Table t;
  t.caption = Text("Chỉ tiêu", "Indicators");
  t.columns = {{.label = Text("Mã", "Code")}, {.label = Text("Chỉ tiêu và quy tắc đếm", "Indicator and rule"), .key = true},
               {.label = Message(capital(period_words(period, Lang::vi)), capital(period_words(period, Lang::en))), .number = true}};
  for (const auto& i : engine.all()) {
    if (i.code == "I92") continue;  // a comparison of another figure, not a figure of its own
    fig::Ask ask;
    ask.code = i.code;
    ask.org = org;
    ask.period = period;
    Row row;
    row.cells = {Html(shell.lang) << i.code, title_cell(fig::ask_url(ask), i.name.in(shell.lang), i.rule.in(shell.lang)), living(db, actor, engine, ask, shell.lang)};
    t.rows.push_back(std::move(row));
  }
  h << "<div class=\"card\">"_h << table(shell.lang, t) << "</div>"_h;
  return reg::respond(shell, head, h);
}

}  // namespace

FigureLink living_link(const fig::Figure& f, const fig::Engine& engine, Lang lang) {
  FigureLink link;
  if (!f.value) return link;
  link.shown = fig::on_screen(f, lang);
  if (*f.value == 0) return link;
  link.href = fig::ask_url(f.ask);
  if (const fig::Indicator* i = engine.find(f.ask.code)) link.spoken = heading(f, *i);
  for (const auto& c : f.claims)
    if (c.match == "exact" && c.difference && !c.kept) link.disputed = true;
  return link;
}

Html living(const fig::Figure& f, const fig::Engine& engine, Lang lang, bool large) {
  FigureLink link = living_link(f, engine, lang);
  link.large = large;
  return figure(lang, link);
}

Html living(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const fig::Ask& ask, Lang lang, bool large) {
  auto f = engine.evaluate(db, actor, ask);
  if (!f) return Html(lang) << "<span class=\"m3\">"_h << Text("chưa có", "none yet") << "</span>"_h;
  return living(*f, engine, lang, large);
}

void add_figure_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/figures", web::person(), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return catalogue(engine, r, db, a, s);
  }));
  router.get("/figures/{code}", web::person(), reg::page_handler(context, [&context, &engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return figure_page(context, engine, r, db, a, s);
  }));
}

}  // namespace nc::app
