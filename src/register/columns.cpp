// Derived columns of a record: sort keys, search words, code prefix, and the select list.
#include <algorithm>

#include "base/fold.h"
#include "register/parts.h"

namespace nc::reg::detail {

namespace {
constexpr std::size_t k_search_bytes = 400'000;
}

std::string select_list(const Description& d, std::string_view alias) {
  std::string out;
  for (const std::string& c : d.columns()) {
    if (!out.empty()) out += ", ";
    out += alias;
    out += '.';
    out += c;
  }
  return out;
}

Cells cells_of(const db::Row& row, std::size_t columns, int first) {
  Cells cells;
  cells.reserve(columns);
  for (std::size_t i = 0; i < columns; ++i) cells.push_back(row.value(first + static_cast<int>(i)));
  return cells;
}

bool sortable(const Description& d, const Field& f) {
  return f.opt.sortable || f.name == d.title_field || f.first == k_code ||
         (f.kind == Kind::date && f.first >= k_own && !f.opt.sensitive);
}

namespace {
bool takes_key(Kind k) { return k == Kind::text || k == Kind::choice || k == Kind::url || k == Kind::long_text; }
}  // namespace

bool has_key(const Description& d, const Field& f) {
  return f.first >= k_own && takes_key(f.kind) && (f.opt.sortable || f.name == d.title_field);
}

std::vector<const Field*> key_fields(const Description& d) {
  std::vector<const Field*> out;
  for (const Field& f : d.fields)
    if (has_key(d, f)) out.push_back(&f);
  return out;
}

std::string sort_column(const Description& d, const Field& f) {
  return has_key(d, f) ? f.name + "_key" : f.column_names().front();
}

bool never_null(const Description&, const Field& f) {
  return f.opt.required || f.kind == Kind::boolean || f.first == k_code;
}

db::Value key_value(const Field& f, const Cells& cells) {
  std::string text = db::as_text(cells.at(static_cast<std::size_t>(f.first)));
  if (f.kind == Kind::choice && f.opt.options) text = f.opt.options->label(text, Lang::vi);
  if (text.empty()) return std::monostate{};
  return collation_key(text);
}

std::string search_text(const Description& d, const Cells& cells) {
  std::string words = fold(db::as_text(cells.at(k_code)));
  const auto add = [&](std::string_view folded) {
    if (folded.empty()) return;
    words += ' ';
    for (const char c : folded) words += c == '|' ? ' ' : c;
  };
  for (const Field& f : d.fields) {
    if (!f.opt.search && f.name != d.title_field && f.name != d.title_en_field) continue;
    if (f.kind == Kind::choice || f.kind == Kind::choices) {
      Codes codes;
      get(cells, f.first, codes);
      for (const std::string& c : codes) {
        const Option* o = f.opt.options->find(c);
        add(o ? o->folded : fold(c));
      }
    } else if (f.kind != Kind::link && f.kind != Kind::links) {
      add(fold(db::as_text(cells.at(static_cast<std::size_t>(f.first)))));
    }
  }
  // One blank between words and none at the ends, so that looking for " word" in it finds beginnings of words only.
  std::string out;
  for (const char c : words)
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  // PostgreSQL indexes at most 1 MB of words in a row; the beginning of a long text is enough to find it by.
  if (out.size() > k_search_bytes) out.resize(out.rfind(' ', k_search_bytes));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string code_prefix(const Description& d) {
  if (!d.code_prefix.empty()) return d.code_prefix;
  std::string out = d.name.substr(0, std::min<std::size_t>(3, d.name.size()));
  for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return out;
}

bool column_is_integer(const Field& f, int part) {
  if (part != 0) return false;
  return f.kind == Kind::integer || f.kind == Kind::count || f.kind == Kind::boolean || f.kind == Kind::money ||
         f.kind == Kind::link;
}

}  // namespace nc::reg::detail
