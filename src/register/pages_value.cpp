// One value, one change: as they stand on record and history pages.
#include <boost/json.hpp>

#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

bool is_number(Kind k) { return k == Kind::count || k == Kind::money || k == Kind::integer || k == Kind::decimal; }

void countries(Html& h, const Options& options, const std::string& stored, Lang lang) {
  std::string word;
  bool first = true;
  for (char c : stored + "|") {
    if (c != '|') {
      word += c;
      continue;
    }
    if (!word.empty()) {
      if (!first) h << ", "_h;
      h << "<span class=\"nw\">"_h << flag(word) << " "_h << options.label(word, lang) << "</span>"_h;
      first = false;
    }
    word.clear();
  }
}

/// Column values of a change, put into an empty record so that the field can show them.
Cells cells_of(const Description& d, const boost::json::object& values) {
  Cells cells(d.columns().size());
  for (const auto& [key, value] : values) {
    const int at = d.column(std::string_view(key.data(), key.size()));
    if (at < 0) continue;
    auto& cell = cells[static_cast<std::size_t>(at)];
    if (value.is_int64()) cell = value.get_int64();
    else if (value.is_double()) cell = value.get_double();
    else if (value.is_string()) cell = std::string(value.get_string());
  }
  return cells;
}

boost::json::object object_of(const std::string& text) {
  boost::system::error_code error;
  auto value = boost::json::parse(text, error);
  return !error && value.is_object() ? value.get_object() : boost::json::object{};
}

bool touches(const Field& f, const boost::json::object& values) {
  for (const auto& column : f.column_names())
    if (values.contains(column)) return true;
  return false;
}

}  // namespace

Html value_html(const Context& context, const Description& d, const Field& f, const Cells& cells, Lang lang, const LinkTitles& titles) {
  Html h(lang);
  const auto& cell = cells[static_cast<std::size_t>(f.first)];
  const std::string shown = show(f, cells, lang, titles);
  if (shown.empty()) return h << "<span class=\"m3\">"_h << Text("chưa có", "none") << "</span>"_h;
  const bool is_country = f.name == d.country_field || f.name == "country" || f.name == "countries";
  if (is_country && f.opt.options) {
    countries(h, *f.opt.options, db::as_text(cell), lang);
  } else if (f.kind == Kind::link) {
    const Description* target = context.catalog->find(f.opt.link);
    if (target) h << "<a href=\""_h << Url{record_url(*target, db::as_int(cell))} << "\">"_h << shown << "</a>"_h;
    else h << shown;
  } else if (f.kind == Kind::url) {
    h << "<a rel=\"noopener\" href=\""_h << Url{shown} << "\">"_h << shown << "</a>"_h;
  } else if (f.kind == Kind::long_text) {
    h << "<span class=\"pre\">"_h << shown << "</span>"_h;
  } else if (f.kind == Kind::integer && f.opt.min == 0 && f.opt.max_value == 100) {
    h << "<span class=\"pct\">"_h << progress(static_cast<double>(db::as_int(cell)) / 100) << "<span>"_h << shown << "%</span></span>"_h;
  } else if (is_number(f.kind)) {
    h << "<span class=\"nw\">"_h << shown << "</span>"_h;
    if (f.opt.unit) h << " "_h << *f.opt.unit;
  } else {
    h << shown;
  }
  return h;
}

Message action_label(const std::string& action) {
  if (action == "create") return Text("ghi mới", "created");
  if (action == "update") return Text("sửa", "changed");
  if (action == "delete") return Text("bỏ khỏi sổ", "removed");
  if (action == "restore") return Text("đưa lại vào sổ", "restored");
  if (action == "import") return Text("nhập từ tệp", "imported");
  if (action == "undo") return Text("hoàn tác", "undone");
  if (action == "seal") return Text("niêm phong", "sealed");
  return {action, action};
}

Html change_lines(const Context& context, const Description& d, const ledger::Change& change, Lang lang) {
  const auto before = object_of(change.before), after = object_of(change.after);
  const Cells was = cells_of(d, before), is = cells_of(d, after);
  (void)context;
  Html h(lang);
  auto line = [&](const Field& f) {
    const bool had = touches(f, before), has = touches(f, after);
    if (!had && !has) return;
    if (f.opt.inner) {
      h << "<li><span class=\"m2\">"_h << f.label << ":</span> "_h << Text("đã sửa", "changed") << "</li>"_h;
      return;
    }
    const std::string old_text = had ? show(f, was, lang) : "", new_text = has ? show(f, is, lang) : "";
    if (old_text.empty() && new_text.empty()) return;
    h << "<li><span class=\"m2\">"_h << f.label << ":</span> "_h;
    if (!old_text.empty()) h << "<del>"_h << old_text << "</del> "_h;
    if (!new_text.empty()) h << "<ins>"_h << new_text << "</ins>"_h;
    h << "</li>"_h;
  };
  for (const Field& f : d.fields) line(f);
  for (const Field& f : Description::standard_fields()) line(f);
  if (h.empty()) return h;
  return Html(lang) << "<ul class=\"diff\">"_h << h << "</ul>"_h;
}

}  // namespace nc::reg
