// Descriptions: standard fields, columns, titles, and the check that a description makes sense.
#include "register/describe.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "register/parts.h"
#include "register/store.h"

namespace nc::reg {

namespace {

Field standard_field(std::string name, Text label, Kind kind, int first, Opt opt) {
  Field f;
  f.name = std::move(name);
  f.label = label;
  f.kind = kind;
  f.first = first;
  f.opt = opt;
  return f;
}

const Options& confidentiality_levels() {
  static const Options levels{{"public", {"Công khai", "Public"}},
                              {"internal", {"Nội bộ", "Internal"}},
                              {"restricted", {"Hạn chế", "Restricted"}}};
  return levels;
}

Opt with(Opt opt, const std::function<void(Opt&)>& change) {
  change(opt);
  return opt;
}

/// Words that an engine reserves: generated SQL leaves names unquoted, so none may be a column or table.
const std::set<std::string_view>& reserved_words() {
  static const std::set<std::string_view> words{
      "all",     "analyse", "analyze", "and",     "any",    "array",     "as",     "asc",      "both",     "case",
      "cast",    "check",   "collate", "column",  "create", "default",   "desc",   "distinct", "do",       "else",
      "end",     "except",  "false",   "fetch",   "for",    "foreign",   "freeze", "from",     "full",     "grant",
      "group",   "having",  "in",      "index",   "inner",  "intersect", "into",   "is",       "join",     "leading",
      "left",    "like",    "limit",   "natural", "not",    "null",      "offset", "on",       "only",     "or",
      "order",   "outer",   "primary", "right",   "select", "set",       "some",   "table",    "then",     "to",
      "trigger", "true",    "union",   "unique",  "user",   "using",     "values", "verbose",  "when",     "where",
      "window",  "with"};
  return words;
}

bool is_identifier(std::string_view name) {
  if (name.empty() || name.size() > 40 || !(name[0] >= 'a' && name[0] <= 'z')) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

class Checker {
 public:
  explicit Checker(const Description& d) : d_(d) {}

  void run() {
    need(is_identifier(d_.name) && !reserved_words().contains(d_.name), "its name is not fit for a table");
    need(!d_.path.empty(), "no path");
    for (const char* name : {"created_at", "created_by", "updated_at", "updated_by", "deleted", "search_text"})
      taken_.insert(name);
    for (const Field& f : Description::standard_fields()) {
      names_.insert(f.name);
      for (const std::string& c : f.column_names()) taken_.insert(c);
    }
    for (const char* name : {"id", "version", "q", "sort", "after", "before", "limit", "period", "below"})
      names_.insert(name);
    int next = k_own;
    for (const Field& f : d_.fields) {
      field(f);
      need(f.first == next, "columns of field " + f.name + " are out of order");
      next += f.width();
    }
    roles();
    for (const auto& columns : d_.uniques)
      for (const std::string& c : columns) need(d_.column(c) >= 0, "unique over unknown column " + c);
    for (const auto& index : d_.indexes)
      for (const std::string& c : index)
        need(d_.column(c) >= 0, "index over unknown column " + c);
  }

 private:
  void need(bool fine, const std::string& what) const {
    if (!fine) throw std::logic_error("register " + d_.name + ": " + what);
  }

  void field(const Field& f) {
    need(is_identifier(f.name) && !reserved_words().contains(f.name), "field name " + f.name + " is not fit for a column");
    need(names_.insert(f.name).second, "field " + f.name + " is declared twice or is a standard name");
    for (const std::string& c : f.column_names()) need(taken_.insert(c).second, "column " + c + " is taken");
    const bool choice = f.kind == Kind::choice || f.kind == Kind::choices;
    const bool link = f.kind == Kind::link || f.kind == Kind::links;
    need(!choice || f.opt.options, "field " + f.name + " has no options");
    need(!link || f.opt.link, "field " + f.name + " does not say which register it links to");
    need(!f.opt.sortable || !(link || f.kind == Kind::choices || f.kind == Kind::long_text || f.kind == Kind::decimal),
         "field " + f.name + " is of a kind that can't be sorted");
    need(!f.opt.sensitive || !(f.opt.search || f.opt.filter || f.opt.sortable || choice || link),
         "field " + f.name + " is personal: what can be searched, filtered or sorted by would be found out without being seen");
    need(f.opt.min <= f.opt.max_value, "field " + f.name + " has min above max");
  }

  void role(const std::string& name, const char* what) const {
    need(name.empty() || d_.find(name), std::string(what) + " names unknown field " + name);
  }

  void roles() const {
    need(!d_.title_field.empty(), "no title field");
    role(d_.title_field, "title");
    role(d_.title_en_field, "title");
    role(d_.date_field, "date");
    role(d_.country_field, "country");
    role(d_.parent_field, "part_of");
    for (const std::string& f : {d_.title_field, d_.title_en_field, d_.date_field, d_.short_title_field, d_.subtitle_field, d_.split_field})
      need(f.empty() || !d_.find(f) || !d_.find(f)->opt.sensitive, "a personal field can't be the title, date or subtitle: " + f);
    for (const std::string& f : d_.list_fields) role(f, "list");
    if (!d_.date_field.empty()) need(d_.find(d_.date_field)->kind == Kind::date, "the date field is not a date");
    if (!d_.parent_field.empty()) need(d_.find(d_.parent_field)->kind == Kind::link, "part_of is not a link");
    if (!d_.sort_default.empty()) {
      const Field* f = d_.find(d_.sort_default[0]);
      need(f != nullptr, "sorted_by names unknown field " + d_.sort_default[0]);
      need(detail::sortable(d_, *f), "sorted_by names a field that can't be sorted: " + f->name);
    }
  }

  const Description& d_;
  std::set<std::string> names_, taken_;
};

}  // namespace

std::vector<std::string> Field::column_names() const {
  if (first == k_org && name == "org") return {"org_id"};
  if (kind == Kind::money) return {name, name + "_cur", name + "_q"};
  if (kind == Kind::count) return {name, name + "_q"};
  return {name};
}

const std::vector<Field>& Description::standard_fields() {
  static const std::vector<Field> fields{
      standard_field("code", {"Mã", "Code"}, Kind::text, k_code,
                     with({}, [](Opt& o) {
                       o.max = 64;
                       o.hint = Text("Để trống thì hệ thống tự đánh mã", "Left empty, a code is given automatically");
                     })),
      standard_field("org", {"Đơn vị quản lý", "Kept by"}, Kind::link, k_org,
                     with({}, [](Opt& o) { o.link = detail::k_org_register; })),
      standard_field("note", {"Ghi chú", "Note"}, Kind::long_text, k_note, with({}, [](Opt& o) { o.long_text = true; })),
      standard_field("confidentiality", {"Phạm vi", "Confidentiality"}, Kind::choice, k_confidentiality,
                     with({}, [](Opt& o) {
                       o.required = true;
                       o.options = &confidentiality_levels();
                       o.preset = "internal";
                     })),
      standard_field("illustrative", {"Minh họa", "Illustrative"}, Kind::boolean, k_illustrative, {}),
  };
  return fields;
}

std::vector<std::string> Description::columns() const {
  std::vector<std::string> out{"id", "code", "org_id", "note", "confidentiality", "illustrative", "version"};
  for (const Field& f : fields)
    for (std::string& c : f.column_names()) out.push_back(std::move(c));
  return out;
}

const Field* Description::find(std::string_view field_name) const {
  for (const Field& f : fields)
    if (f.name == field_name) return &f;
  for (const Field& f : standard_fields())
    if (f.name == field_name) return &f;
  return nullptr;
}

std::string Description::text(const Cells& cells, std::string_view column_name) const {
  const int at = column(column_name);
  return at < 0 ? std::string() : db::as_text(cells.at(static_cast<std::size_t>(at)));
}

int Description::column(std::string_view column_name) const {
  if (column_name == "id") return k_id;
  if (column_name == "version") return k_version;
  for (const std::vector<Field>* list : {&standard_fields(), &fields}) {
    for (const Field& f : *list) {
      const std::vector<std::string> names = f.column_names();
      const auto at = std::find(names.begin(), names.end(), column_name);
      if (at != names.end()) return f.first + static_cast<int>(at - names.begin());
    }
  }
  return -1;
}

std::string Description::title_of(const Cells& cells, Lang lang) const {
  for (const std::string& role : {lang == Lang::en ? title_en_field : std::string(), title_field}) {
    const Field* f = role.empty() ? nullptr : find(role);
    if (!f || f->kind == Kind::link || f->kind == Kind::links) continue;
    if (std::string text = show(*f, cells, lang); !text.empty()) return text;
  }
  return db::as_text(cells.at(k_code));
}

namespace detail {
void check(const Description& d) { Checker(d).run(); }
}  // namespace detail

}  // namespace nc::reg
