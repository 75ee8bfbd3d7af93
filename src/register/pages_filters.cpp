// Conditions of a list: chips that open, in one row; the less used ones together behind "Điều kiện".
#include <algorithm>

#include "base/words.h"
#include "html/assets.h"
#include "register/pages_list.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_inline = 4;       // chips beside the search words; the others are behind "Điều kiện"
constexpr std::size_t k_boxes_at_most = 40;

bool offered(const Field& f) { return f.opt.filter || f.kind == Kind::date; }

/// The fields with a chip of their own: the date, those the list shows, then others, until the row is full.
std::vector<const Field*> chip_fields(const ListView& x) {
  std::vector<const Field*> out;
  auto add = [&](const Field* f) {
    if (f && offered(*f) && std::find(out.begin(), out.end(), f) == out.end()) out.push_back(f);
  };
  for (const auto& name : x.d.list_fields)
    if (const Field* f = x.d.find(name); f && (f->kind == Kind::choice || f->kind == Kind::choices)) add(f);
  for (const auto& name : x.d.list_fields)
    if (name != x.d.date_field) add(x.d.find(name));
  for (const Field& f : x.d.fields)
    if (f.kind == Kind::choice) add(&f);
  if (out.size() > k_inline) out.resize(k_inline);
  return out;
}

void boxes(Html& h, const ListView& x, const Field& f, bool short_list) {
  const auto chosen = filter_values(x.q, f.name);
  std::vector<std::pair<std::string, std::string>> shown;  // code, words behind the label
  if (f.opt.options->all().size() <= k_boxes_at_most) {
    for (const Option& o : f.opt.options->all()) shown.emplace_back(o.code, "");
  } else if (short_list) {
    for (const auto& [code, n] : value_counts(x, f)) shown.emplace_back(code, format_int(n, x.lang));
    for (const auto& code : chosen)
      if (std::none_of(shown.begin(), shown.end(), [&](const auto& s) { return s.first == code; })) shown.emplace_back(code, "0");
  }
  if (shown.empty()) {
    Control c{.name = f.name, .label = f.label, .value = chosen.empty() ? "" : f.opt.options->label(chosen.front(), x.lang), .required = true};
    h << control(x.lang, c);
    return;
  }
  h << "<fieldset class=\"fl-options\"><legend class=\"vh\">"_h << f.label << "</legend>"_h;
  for (const auto& [code, n] : shown) {
    const bool on = std::find(chosen.begin(), chosen.end(), code) != chosen.end();
    h << "<label><input type=\"checkbox\" id=\"c-"_h << f.name << "-"_h << code << "\" name=\""_h << f.name << "\" value=\""_h << code << "\""_h
      << (on ? " checked"_h : ""_h) << "><span class=\"grow\">"_h << capital(f.opt.options->label(code, x.lang)) << "</span>"_h;
    if (!n.empty()) h << "<span class=\"m3\">"_h << n << "</span>"_h;
    h << "</label>"_h;
  }
  h << "</fieldset>"_h;
}

Message range_hint(const Field& f) {
  if (f.kind == Kind::date) return Text("Ví dụ: 2025, 2025-H1, 2025-Q3 hoặc 01/01/2025..31/08/2025", "For example: 2025, 2025-H1, 2025-Q3 or 01/01/2025..31/08/2025");
  if (f.kind == Kind::integer || f.kind == Kind::count || f.kind == Kind::money) return Text("Ví dụ: 5 hoặc 5..10", "For example: 5 or 5..10");
  return {};
}

/// The box or boxes of one field.
Html controls_of(const ListView& x, const Field& f, const std::string& name, bool short_list) {
  Html h(x.lang);
  const auto chosen = filter_values(x.q, name);
  if (f.opt.options) {
    boxes(h, x, f, short_list);
    return h;
  }
  Control c;
  c.name = name;
  c.label = f.label;
  c.required = true;  // no "(optional)" beside the label of a filter
  c.hint = range_hint(f);
  c.value = chosen.empty() ? "" : chosen.front();
  c.width = "full";
  if (f.kind == Kind::boolean) {
    c.type = "select";
    c.options = {{"", ""}, {"1", std::string(Text("có", "yes").in(x.lang))}, {"0", std::string(Text("không", "no").in(x.lang))}};
  }
  if (f.kind == Kind::link)
    if (const Description* target = x.context.catalog->find(f.opt.link)) {
      c.type = "combo";
      c.lookup = "/" + target->path + "/lookup";
      c.value_label = filter_words(x, name);
    }
  return h << control(x.lang, c);
}

Html apply_button(Lang lang) {
  return Html(lang) << "<button class=\"btn btn-s\" type=\"submit\">"_h << Text("Áp dụng", "Apply") << "</button>"_h;
}

Html period_controls(const ListView& x) {
  Html h(x.lang);
  const int year = x.shell.period_code.size() >= 4 ? static_cast<int>(parse_int(std::string_view(x.shell.period_code).substr(0, 4)).value_or(2025)) : 2025;
  h << "<ul class=\"fl-quick\">"_h;
  for (const std::string& code : {std::to_string(year), std::to_string(year - 1), std::to_string(year) + "-H1", std::to_string(year) + "-H2",
                                  std::to_string(year) + "-Q1", std::to_string(year) + "-Q2", std::to_string(year) + "-Q3", std::to_string(year) + "-Q4"}) {
    ListQuery q = from_start(without(x.q, "period"));
    q.filters.emplace_back("period", code);
    h << "<li><a href=\""_h << Url{list_address(x.d, q)} << "\">"_h << capital(period_words(*parse_period(code), x.lang)) << "</a></li>"_h;
  }
  h << "</ul>"_h << controls_of(x, *x.d.find(x.d.date_field), "period", false) << apply_button(x.lang);
  return h;
}

Html chip(const ListView& x, const std::string& name, const Html& controls) {
  Filter f;
  f.label = filter_label(x, name);
  f.shown = filter_words(x, name);
  f.clear_href = list_address(x.d, from_start(without(x.q, name)));
  f.controls = controls;
  return filter_chip(x.lang, f);
}

/// All that has no chip of its own.
Html more_chip(const ListView& x, const std::vector<const Field*>& rest) {
  Html h(x.lang);
  if (rest.empty()) return h;
  h << "<span class=\"fl-w\"><details class=\"opens\" name=\"filter\"><summary class=\"fl add\">"_h << icon("plus", "s") << Text("Điều kiện", "Condition")
    << "</summary><div class=\"pane fl-b fl-more\">"_h;
  for (const Field* f : rest) {
    h << "<details class=\"fl-one\"><summary>"_h << f->label << icon("chevron-down", "s") << "</summary>"_h << controls_of(x, *f, f->name, false) << "</details>"_h;
  }
  return h << apply_button(x.lang) << "</div></details></span>"_h;
}

}  // namespace

Html list_filters(const ListView& x, bool short_list) {
  FilterRow row;
  row.action = list_url(x.d);
  row.query = x.q.words;
  row.chips = Html(x.lang);
  row.kept = Html(x.lang);
  std::vector<std::string> done;
  if (!x.d.date_field.empty()) {
    row.chips << chip(x, "period", period_controls(x));
    done.push_back("period");
  }
  const auto fields = chip_fields(x);
  for (const Field* f : fields) {
    row.chips << chip(x, f->name, Html(x.lang) << controls_of(x, *f, f->name, short_list) << apply_button(x.lang));
    done.push_back(f->name);
  }
  std::vector<const Field*> rest;
  for (const Field& f : x.d.fields) {
    if (!offered(f) || f.name == x.d.date_field || std::find(done.begin(), done.end(), f.name) != done.end()) continue;
    if (!filter_values(x.q, f.name).empty()) {
      row.chips << chip(x, f.name, Html(x.lang) << controls_of(x, f, f.name, short_list) << apply_button(x.lang));
      done.push_back(f.name);
    } else {
      rest.push_back(&f);
    }
  }
  // Conditions without a box (a parent record, "no evidence") stay with the next search; each can be dropped.
  for (const auto& [name, value] : x.q.filters) {
    if (std::find(done.begin(), done.end(), name) != done.end()) continue;
    if (filter_values(x.q, name).front() == value) row.chips << chip(x, name, Html(x.lang) << "<span class=\"m2\">"_h << filter_words(x, name) << "</span>"_h);
    row.kept << hidden(name, value);
  }
  for (const std::int64_t id : x.q.ids) row.kept << hidden("id", std::to_string(id));
  if (!x.q.sort.empty()) row.kept << hidden("sort", x.q.sort);
  if (!x.q.columns.empty()) row.kept << hidden("cols", columns_text(x.q.columns));
  if (!x.q.view.empty()) row.kept << hidden("view", x.q.view);
  row.chips << more_chip(x, rest);
  if (!x.q.words.empty() || !x.q.filters.empty() || !x.q.ids.empty())
    row.end = Html(x.lang) << "<a class=\"more\" href=\""_h << Url{bare_address(x)} << "\">"_h << Text("Bỏ mọi điều kiện", "Clear all") << "</a>"_h;
  if (x.context.list_tools) row.end << "<span class=\"fl-t\">"_h << x.context.list_tools({x.db, x.actor, x.d, 0, {}, x.lang, x.shell.csrf}, x.q) << "</span>"_h;
  return filter_row(x.lang, row);
}

std::vector<std::string> filter_values(const ListQuery& q, const std::string& name) {
  std::vector<std::string> values;
  for (const auto& [filter, value] : q.filters)
    if (filter == name) values.push_back(value);
  return values;
}

Message filter_label(const ListView& x, const std::string& name) {
  if (name == "period") return Text("Ngày", "Date");
  if (name == "from") return Text("Từ ngày", "From");
  if (name == "to") return Text("Đến ngày", "To");
  if (name == "is") return Text("Chỉ xem", "Only");
  if (name == "below") return Text("Kể cả cấp dưới", "With those below");
  const Field* f = x.d.find(name);
  return f ? f->label : Message(name, name);
}

std::string filter_words(const ListView& x, const std::string& name) {
  const Field* f = detail::filter_field(x.d, name);
  std::string out;
  for (const auto& value : filter_values(x.q, name)) {
    std::string words = value;
    if (name == "is") {
      for (const auto& c : x.d.conditions)
        if (c.name == value) words = c.label.in(x.lang);
    } else if (name == "below") {
      words = Text("có", "yes").in(x.lang);
    } else if (value == "-") {
      words = Text("chưa có", "none").in(x.lang);
    } else if (f && f->opt.options) {
      words = f->opt.options->label(value, x.lang);
    } else if (f && f->kind == Kind::date) {
      if (const auto period = parse_period(value)) words = period_words(*period, x.lang);
    } else if (f && f->kind == Kind::link) {
      const Description* target = x.context.catalog->find(f->opt.link);
      const auto id = parse_int(value.starts_with("#") ? std::string_view(value).substr(1) : std::string_view(value));
      const auto record = !target ? tl::make_unexpected(Problem{}) : id ? load(x.db, *target, x.actor, *id) : load_code(x.db, *target, x.actor, value);
      if (record) words = target->title_of(*record, x.lang);
    }
    out += (out.empty() ? "" : ", ") + words;
  }
  return out;
}

namespace {

/// Above so many records the values are not counted: the box then takes typed words.
constexpr std::int64_t k_values_counted = 20'000;

/// The records under the other conditions. Naming all codes lets the index over the field and the date answer alone; without
/// them each record of the period would be read.
Condition records_with_values(const ListView& x, const Field& f) {
  const Condition others = where(x.d, x.db.engine(), x.actor, without(x.q, f.name), "t");
  if (f.kind != Kind::choice) return others;
  detail::Piece q;
  q.add(others);
  q.sql += " AND t." + f.name + " IN (";
  for (bool first = true; const Option& o : f.opt.options->all()) {
    q.sql += (first ? "" : ", ") + q.bind(o.code);
    first = false;
  }
  return {q.sql + ")", q.params};
}

std::vector<std::pair<std::string, std::int64_t>> fresh_value_counts(const ListView& x, const Field& f) {
  const Condition condition = records_with_values(x, f);
  std::map<std::string, std::int64_t> found;
  std::int64_t records = 0;
  const std::string sql = "SELECT c.v, count(*) FROM (SELECT t." + f.name + " AS v FROM " + x.d.name + " t WHERE " + condition.sql + " LIMIT " +
                          std::to_string(k_values_counted + 1) + ") c GROUP BY 1";
  x.db.each(db::Sql::built(sql), condition.params, [&](const db::Row& row) {
    records += row.integer(1);
    std::string code;
    for (const char c : std::string(row.text(0)) + "|") {
      if (c != '|') {
        code += c;
        continue;
      }
      if (!code.empty()) found[code] += row.integer(1);
      code.clear();
    }
    return true;
  });
  if (records > k_values_counted) return {};
  std::vector<std::pair<std::string, std::int64_t>> out(found.begin(), found.end());
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> value_counts(const ListView& x, const Field& f) {
  return remembered(x, &ListMemory::values, "values of " + f.name, [&] { return fresh_value_counts(x, f); });
}

}  // namespace nc::reg
