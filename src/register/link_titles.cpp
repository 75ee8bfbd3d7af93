// Titles and codes of the records that rows link to: one statement a register.
#include <map>
#include <set>

#include "register/parts.h"

namespace nc::reg {

namespace {

using Wanted = std::map<std::string, std::set<std::int64_t>>;

Wanted linked(const Description& d, const std::vector<Cells>& rows) {
  Wanted wanted;
  for (const std::vector<Field>* list : {&Description::standard_fields(), &d.fields}) {
    for (const Field& f : *list) {
      if (f.kind != Kind::link && f.kind != Kind::links) continue;
      std::set<std::int64_t>& ids = wanted[f.opt.link];
      for (const Cells& cells : rows) {
        if (f.kind == Kind::link) {
          ids.insert(db::as_int(cells.at(static_cast<std::size_t>(f.first))));
        } else {
          Refs refs;
          detail::get(cells, f.first, refs);
          ids.insert(refs.begin(), refs.end());
        }
      }
      ids.erase(0);
    }
  }
  return wanted;
}

/// Calls `each(id, code, title)` for the wanted records of `target`.
template <class Each>
void read_titles(db::ReadDb& db, const Description& target, const std::set<std::int64_t>& ids, Lang lang, bool brief, Each each) {
  std::string list;
  for (const std::int64_t id : ids) list += (list.empty() ? "" : ",") + std::to_string(id);
  const bool sqlite = db.engine() == db::Engine::sqlite;
  const std::string brief_column = brief && !target.short_title_field.empty() ? "t." + target.short_title_field : "CAST(NULL AS text)";
  const std::string sql = "SELECT t.id, t.code, " + detail::title_columns(target, "t") + ", " + brief_column + " FROM " + target.name + " t WHERE t.id " +
                          (sqlite ? "IN (SELECT value FROM json_each($1))" : "= ANY (CAST($1 AS bigint[]))");
  db.each(db::Sql::built(sql), {(sqlite ? "[" : "{") + list + (sqlite ? "]" : "}")}, [&](const db::Row& row) {
    // The short title is Vietnamese: English pages keep the English name when there is one.
    std::string title = lang == Lang::en && !row.text(3).empty() ? std::string() : std::string(row.text(4));
    if (title.empty()) title = detail::title_in(target, row, 2, lang);
    each(row.integer(0), std::string(row.text(1)), std::move(title));
    return true;
  });
}

}  // namespace

namespace detail {

std::string title_columns(const Description& d, std::string_view alias) {
  const auto column = [&](const std::string& field) {
    if (field.empty()) return std::string("CAST(NULL AS text)");
    const Field& f = *d.find(field);
    const std::string name = std::string(alias) + "." + f.column_names().front();
    return column_is_integer(f, 0) ? "CAST(" + name + " AS text)" : name;
  };
  return column(d.title_field) + ", " + column(d.title_en_field);
}

std::string title_in(const Description& d, const db::Row& row, int first, Lang lang) {
  const Field& title = *d.find(d.title_field);
  if (lang == Lang::en && !row.text(first + 1).empty()) return std::string(row.text(first + 1));
  if (title.kind == Kind::choice) return title.opt.options->label(row.text(first), lang);
  if (title.kind == Kind::link || title.kind == Kind::links) return {};
  return db::as_text(row.value(first));
}

}  // namespace detail

LinkTitles link_titles(db::ReadDb& db, const Catalog& catalog, const Description& d, const std::vector<Cells>& rows, Lang lang, bool brief) {
  LinkTitles out;
  for (const auto& [name, ids] : linked(d, rows)) {
    const Description* target = catalog.find(name);
    if (!target || ids.empty()) continue;
    read_titles(db, *target, ids, lang, brief, [&](std::int64_t id, const std::string& code, std::string title) {
      out[{name, id}] = title.empty() ? code : std::move(title);
    });
  }
  return out;
}

LinkTitles link_codes(db::ReadDb& db, const Catalog& catalog, const Description& d, const std::vector<Cells>& rows) {
  LinkTitles out;
  for (const auto& [name, ids] : linked(d, rows)) {
    const Description* target = catalog.find(name);
    if (!target || ids.empty()) continue;
    read_titles(db, *target, ids, Lang::vi, false, [&](std::int64_t id, std::string code, const std::string&) {
      // A code of digits alone could be taken for a record number.
      const bool digits = code.find_first_not_of("0123456789") == std::string::npos;
      out[{name, id}] = digits ? "code:" + code : std::move(code);
    });
  }
  return out;
}

}  // namespace nc::reg
