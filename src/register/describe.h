// A register described once: the struct, and one description beside it. From the description the engine makes
// table, form, list, search, import, export, API, history and access.
//
//   struct Award : Standard { Ref subject_org; std::string kind; Date decided; std::int64_t merit_year = 0; };
//
//   const Description& awards() {
//     static const Description d = Register<Award>("award", "awards", {"Khen thưởng", "Awards"}, {"khen thưởng", "award"})
//         .icon("award")
//         .field(&Award::subject_org, "subject_org", {"Đơn vị được khen", "Organisation"}, {.link = "organisation"})
//         .field(&Award::kind, "kind", {"Hình thức", "Kind"}, {.required = true, .options = &award_kinds()})
//         .field(&Award::decided, "decided", {"Ngày quyết định", "Decided on"}, {.filter = true})
//         .field(&Award::merit_year, "merit_year", {"Năm thành tích", "Merit year"}, {.filter = true})
//         .title("kind").date("decided").list({"decided", "kind", "subject_org", "merit_year"})
//         .rule(year_is_not_absurd)
//         .done();
//     return d;
//   }
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/date.h"
#include "base/number.h"
#include "base/options.h"
#include "base/text.h"
#include "db/db.h"
#include "html/html.h"

namespace nc::reg {

// ---- kinds of fields -------------------------------------------------------------------------------------

/// At most 14 kinds. A field is stored in the columns said here (all nullable unless required).
enum class Kind {
  text,       ///< one line; TEXT
  long_text,  ///< several lines; TEXT
  integer,    ///< BIGINT
  count,      ///< a number that may be approximate or unknown: `name` BIGINT, `name_q` TEXT (qualifier code)
  boolean,    ///< BIGINT 0/1
  date,       ///< TEXT yyyy-mm-dd
  money,      ///< `name` BIGINT (minor units), `name_cur` TEXT (ISO), `name_q` TEXT
  decimal,    ///< TEXT, plain decimal with a point (exchange rates): never summed
  choice,     ///< one code of a list; TEXT
  choices,    ///< several codes; TEXT "|KR|LA|"
  link,       ///< a record of a register; BIGINT
  links,      ///< several records; TEXT "|12|15|"
  url,        ///< TEXT
};

struct Count { std::optional<std::int64_t> value; Qualifier qualifier = Qualifier::exact; bool operator==(const Count&) const = default; };
struct MoneyValue { std::optional<Money> value; Qualifier qualifier = Qualifier::exact; bool operator==(const MoneyValue&) const = default; };
struct Ref { std::int64_t id = 0; bool operator==(const Ref&) const = default; };
using Refs = std::vector<std::int64_t>;
using Codes = std::vector<std::string>;
struct Decimal { std::string text; bool operator==(const Decimal&) const = default; };

using nc::Option;
using nc::Options;

/// What a field may be told. Everything has a default.
struct Opt {
  bool required = false;
  int max = 0;                        ///< characters; 0 means 300 for text, 20,000 for long_text
  bool long_text = false, url = false;
  const Options* options = nullptr;   ///< choice, choices
  const char* link = nullptr;         ///< register name; link, links
  bool search = false;                ///< words go into search_text (title and code always do)
  bool filter = false;                ///< offered as a filter on the list
  bool sortable = false;              ///< a list column that can be sorted (dates and the title always can)
  bool sensitive = false;             ///< personal: masked below Sight::personal, reading is noted; no search, filter or sort by it
  bool personal = false;              ///< says who somebody is or where to reach them: found and erased with the person (sensitive fields are too)
  bool read_only = false;             ///< set by verbs only
  bool inner = false;                 ///< kept for the program (a stored document): not in forms, lists, files or diffs
  std::optional<Text> hint = std::nullopt;
  std::optional<Text> unit = std::nullopt;           ///< behind the box: "người"
  std::optional<Text> section = std::nullopt;        ///< begins a new section of the form with this heading
  const char* preset = nullptr;       ///< default value of a new form (code, or "today")
  std::int64_t min = INT64_MIN, max_value = INT64_MAX;  ///< integer, count
  bool arrows = false;                ///< choice of "in" and "out": drawn as arrows in lists, as large tiles in forms
  const char* width = "";             ///< place in the form: "full", "half", "third"; "" goes by the kind
};

/// Columns every register has, before its own.
struct Standard {
  std::int64_t id = 0;
  std::string code;                   ///< unique in the register; given by the engine when left empty (DV-2025-007)
  Ref org;                            ///< the organisation that keeps the record (access scope)
  std::string note;
  std::string confidentiality = "internal";  ///< public, internal, restricted
  bool illustrative = false;          ///< made up for the sample office, never a fact
  std::int64_t version = 0;
};

using Cells = std::vector<db::Value>; ///< the columns of one record, in the order of Description::columns()

struct Field {
  std::string name;
  Message label;
  Kind kind = Kind::text;
  Opt opt;
  int first = 0;                      ///< index of its first column in Cells
  int width() const { return kind == Kind::money ? 3 : kind == Kind::count ? 2 : 1; }
  std::vector<std::string> column_names() const;
};

struct Description;
struct SaveOptions;
/// What a hook may look at. `options` tells how the save came about (action, reason); nullptr when not known.
struct SaveContext { db::Tx& tx; const Actor& actor; const Description& what; const SaveOptions* options = nullptr; };

/// A block on the record page drawn by the module (stage bar, chart, sub-table). `period`: the code of the one chosen, on record pages.
struct PanelContext { db::ReadDb& db; const Actor& actor; const Description& what; std::int64_t id; const Cells& cells; Lang lang; std::string csrf; std::string period = {}; };
using Panel = std::function<Html(const PanelContext&)>;
enum class PanelPlace { top, main, side };

/// A button on the record page that posts to /<path>/{id}/<verb>. The function is the verb.
struct Verb {
  std::string name; Message label; std::string icon;
  std::function<bool(const Actor&, const Cells&)> offered;
  std::function<Result<Message>(const SaveContext&, std::int64_t id, const std::string& reason)> act;  ///< returns what was done, in words
  std::set<Function> need{Function::enter};  ///< who may: one of these functions
};

/// A ready view above the list: a query string for the same page.
struct SavedView { Message label; std::string query; };

/// What the register holds on people, for the list of processing activities.
struct Processing {
  Message whom, why;
  std::string keep = "records";       ///< kind of data whose retention clock runs for it
};

/// A condition of lists that no single field carries, asked as ?is=<name>: "no_evidence". In `sql` {t} is the row, {today} the day, {soon} the one 180 days ahead.
struct NamedCondition { std::string name; Message label; std::string sql; };

struct Description {
  std::string name;                   ///< table and register name: "delegation"
  std::string path;                   ///< address: "delegations"
  Message plural, singular;
  std::string icon_name = "list";
  std::string code_prefix;            ///< "DV" -> DV-2025-001; year from the date field
  std::vector<Field> fields;          ///< own fields, after the standard ones
  std::string title_field, title_en_field, date_field, country_field;
  std::vector<std::string> list_fields, sort_default;  ///< sort_default: {"from_date", "desc"}
  std::string short_title_field;      ///< a shorter title for cells of other lists: short_name of an organisation
  std::string subtitle_field;         ///< second line of the key cell of lists; "" shows the code
  std::string split_field;            ///< choice by which months and totals of a list are told apart: direction
  std::vector<NamedCondition> conditions;
  /// Composite indexes, by column: filter, sort, then the date, which is read from the index itself whatever its
  /// stretch: {"country", "amount", "from_date"}. Every index is over rows that are not deleted and ends with the id.
  std::vector<std::vector<std::string>> indexes;
  std::vector<std::vector<std::string>> uniques;  ///< columns of which no two records that are not removed have the same values; empty ones don't count
  /// Why this record may not be taken out of the register (removed, its creation undone), or nothing.
  std::function<std::optional<Problem>(const Cells&)> stays{};
  std::optional<Processing> processing;  ///< needed where fields are personal or sensitive
  std::string parent_field;           ///< part_of: a link field; shown and edited on the parent's page
  std::vector<std::function<void(const Cells&, const Description&, Problems&)>> rules;
  std::vector<std::function<Result<bool>(const SaveContext&, const Cells* before, Cells& now)>> before_save;
  std::vector<std::function<void(const SaveContext&, std::int64_t id, const Cells* before, const Cells& now)>> after_save;
  std::function<Condition(const Actor&, std::string_view alias)> scope = org_scope;
  std::vector<std::pair<PanelPlace, Panel>> panels;
  std::vector<Verb> verbs;
  std::vector<SavedView> views;
  /// Drawn between the views and the table, for the same filters (balance strip, totals).
  std::function<Html(const PanelContext&, const std::string& query)> summary;
  std::function<Html(const PanelContext&)> form_aside;  ///< beside the form: the effect of saving
  /// Hooks of the module look at other records: bulk writes go row by row. guard() and watch() look at their own only.
  bool hooks_look_around = false;
  bool in_nav = true;
  bool reference = false;             ///< reference data: country, place
  bool own_pages = false;             ///< new, record, edit and save are pages of the module; list, history, delete, undo stay

  /// All columns in order: id, code, org_id, note, confidentiality, illustrative, version, then the fields'.
  std::vector<std::string> columns() const;
  const Field* find(std::string_view field_name) const;  ///< standard fields too
  int column(std::string_view column_name) const;        ///< index in Cells; -1 if none
  std::string text(const Cells& cells, std::string_view column_name) const;  ///< of that column; "" if there is none
  /// The standard fields as fields (code, org, note, confidentiality, illustrative).
  static const std::vector<Field>& standard_fields();
  std::string title_of(const Cells& cells, Lang lang) const;
};

// index of the standard columns in Cells
inline constexpr int k_id = 0, k_code = 1, k_org = 2, k_note = 3, k_confidentiality = 4, k_illustrative = 5, k_version = 6, k_own = 7;

// ---- typed side: struct <-> cells ------------------------------------------------------------------------

namespace detail {
void put(Cells& cells, int at, const std::string& v);
void put(Cells& cells, int at, std::int64_t v);
void put(Cells& cells, int at, const Count& v);
void put(Cells& cells, int at, bool v);
void put(Cells& cells, int at, const Date& v);
void put(Cells& cells, int at, const MoneyValue& v);
void put(Cells& cells, int at, const Decimal& v);
void put(Cells& cells, int at, const Codes& v);
void put(Cells& cells, int at, const Ref& v);
void put(Cells& cells, int at, const Refs& v);
void get(const Cells& cells, int at, std::string& v);
void get(const Cells& cells, int at, std::int64_t& v);
void get(const Cells& cells, int at, Count& v);
void get(const Cells& cells, int at, bool& v);
void get(const Cells& cells, int at, Date& v);
void get(const Cells& cells, int at, MoneyValue& v);
void get(const Cells& cells, int at, Decimal& v);
void get(const Cells& cells, int at, Codes& v);
void get(const Cells& cells, int at, Ref& v);
void get(const Cells& cells, int at, Refs& v);
Kind kind_of(const std::string*, const Opt&);
Kind kind_of(const std::int64_t*, const Opt&);
Kind kind_of(const Count*, const Opt&);
Kind kind_of(const bool*, const Opt&);
Kind kind_of(const Date*, const Opt&);
Kind kind_of(const MoneyValue*, const Opt&);
Kind kind_of(const Decimal*, const Opt&);
Kind kind_of(const Codes*, const Opt&);
Kind kind_of(const Ref*, const Opt&);
Kind kind_of(const Refs*, const Opt&);
void put_standard(Cells& cells, const Standard& s);
void get_standard(const Cells& cells, Standard& s);
/// Copies the columns in which `is` differs from `was`: a hook's own changes, and nothing else (a typed 0 stays a 0).
void take_changes(Cells& cells, const Cells& was, const Cells& is);
/// Checks the finished description (names unique, list fields exist, title set ...): throws std::logic_error.
void check(const Description& d);
}  // namespace detail

/// Member access kept per struct type, beside the Description.
template <class T>
struct Access {
  std::vector<std::function<void(Cells&, const T&)>> put;
  std::vector<std::function<void(const Cells&, T&)>> get;
  static Access& instance() { static Access a; return a; }
};

template <class T> Cells to_cells(const Description& d, const T& value) {
  Cells cells(d.columns().size());
  detail::put_standard(cells, value);
  for (auto& p : Access<T>::instance().put) p(cells, value);
  return cells;
}
template <class T> T from_cells(const Cells& cells) {
  T value;
  detail::get_standard(cells, value);
  for (auto& g : Access<T>::instance().get) g(cells, value);
  return value;
}

template <class T>
class Register {
 public:
  Register(std::string name, std::string path, Text plural, Text singular) {
    d_.name = std::move(name); d_.path = std::move(path); d_.plural = plural; d_.singular = singular;
    Access<T>::instance() = {};
  }
  template <class M, class B>
  Register& field(M B::*member, std::string name, Text label, Opt opt = {}) {
    Field f; f.name = std::move(name); f.label = label; f.opt = opt;
    f.kind = detail::kind_of(static_cast<const M*>(nullptr), opt);
    f.first = next_; next_ += f.width();
    const int at = f.first;
    Access<T>::instance().put.push_back([member, at](Cells& c, const T& v) { detail::put(c, at, v.*member); });
    Access<T>::instance().get.push_back([member, at](const Cells& c, T& v) { detail::get(c, at, v.*member); });
    d_.fields.push_back(std::move(f));
    return *this;
  }
  Register& icon(std::string i) { d_.icon_name = std::move(i); return *this; }
  Register& prefix(std::string p) { d_.code_prefix = std::move(p); return *this; }
  Register& title(std::string f, std::string en = {}) { d_.title_field = std::move(f); d_.title_en_field = std::move(en); return *this; }
  Register& short_title(std::string f) { d_.short_title_field = std::move(f); return *this; }
  Register& subtitle(std::string f) { d_.subtitle_field = std::move(f); return *this; }
  Register& split(std::string f) { d_.split_field = std::move(f); return *this; }
  Register& condition(std::string name, Text label, std::string sql) { d_.conditions.push_back({std::move(name), label, std::move(sql)}); return *this; }
  Register& date(std::string f) { d_.date_field = std::move(f); return *this; }
  Register& country(std::string f) { d_.country_field = std::move(f); return *this; }
  Register& list(std::vector<std::string> f) { d_.list_fields = std::move(f); return *this; }
  Register& sorted_by(std::string f, bool newest_first = false) { d_.sort_default = {std::move(f), newest_first ? "desc" : "asc"}; return *this; }
  Register& index(std::vector<std::string> columns) { d_.indexes.push_back(std::move(columns)); return *this; }
  Register& holds(Text whom, Text why, std::string keep = "records") { d_.processing = Processing{whom, why, std::move(keep)}; return *this; }
  Register& unique(std::vector<std::string> columns) { d_.uniques.push_back(std::move(columns)); return *this; }
  Register& stays(std::function<std::optional<Problem>(const Cells&)> why) { d_.stays = std::move(why); return *this; }
  /// Shown as a table on the page of the record that `link_field` points to, with add and edit there.
  Register& part_of(std::string link_field) { d_.parent_field = std::move(link_field); d_.in_nav = false; return *this; }
  Register& rule(std::function<void(const T&, Problems&)> check) {
    d_.rules.push_back([check](const Cells& c, const Description&, Problems& p) { check(from_cells<T>(c), p); });
    return *this;
  }
  /// May change `now` (derived fields) or refuse.
  Register& before_save(std::function<Result<bool>(const SaveContext&, const T* before, T& now)> hook) {
    d_.hooks_look_around = true;
    d_.before_save.push_back([hook](const SaveContext& s, const Cells* before, Cells& now) -> Result<bool> {
      std::optional<T> old; if (before) old = from_cells<T>(*before);
      T value = from_cells<T>(now);
      const Cells was = to_cells(s.what, value);
      auto r = hook(s, old ? &*old : nullptr, value);
      if (r) detail::take_changes(now, was, to_cells(s.what, value));
      return r;
    });
    return *this;
  }
  /// Runs in the same transaction after each write. When a record is hidden or restored, `before` and `now` are equal.
  Register& after_save(std::function<void(const SaveContext&, std::int64_t id, const T* before, const T& now)> hook) {
    d_.hooks_look_around = true;
    d_.after_save.push_back([hook](const SaveContext& s, std::int64_t id, const Cells* before, const Cells& now) {
      std::optional<T> old; if (before) old = from_cells<T>(*before);
      hook(s, id, old ? &*old : nullptr, from_cells<T>(now));
    });
    return *this;
  }
  /// The same hooks over the columns, for rules that serve many registers.
  Register& guard(std::function<Result<bool>(const SaveContext&, const Cells* before, Cells& now)> hook) { d_.before_save.push_back(std::move(hook)); return *this; }
  Register& watch(std::function<void(const SaveContext&, std::int64_t id, const Cells* before, const Cells& now)> hook) { d_.after_save.push_back(std::move(hook)); return *this; }
  Register& scope(std::function<Condition(const Actor&, std::string_view)> s) { d_.scope = std::move(s); return *this; }
  Register& panel(PanelPlace place, Panel p) { d_.panels.emplace_back(place, std::move(p)); return *this; }
  Register& verb(Verb v) { d_.verbs.push_back(std::move(v)); return *this; }
  Register& view(Text label, std::string query) { d_.views.push_back({label, std::move(query)}); return *this; }
  Register& summary(std::function<Html(const PanelContext&, const std::string&)> s) { d_.summary = std::move(s); return *this; }
  Register& form_aside(std::function<Html(const PanelContext&)> a) { d_.form_aside = std::move(a); return *this; }
  Register& not_in_nav() { d_.in_nav = false; return *this; }
  Register& own_pages() { d_.own_pages = true; return *this; }
  Register& reference() { d_.reference = true; return *this; }
  Description done() { detail::check(d_); return std::move(d_); }

 private:
  Description d_;
  int next_ = k_own;
};

// ---- catalogue -------------------------------------------------------------------------------------------

/// All registers, in the explicit order of main.cpp. Built once at start.
class Catalog {
 public:
  void add(const Description& d) { items_.push_back(&d); }
  const std::vector<const Description*>& all() const { return items_; }
  const Description* find(std::string_view name) const;     ///< by register name
  const Description* by_path(std::string_view path) const;
  /// Registers that are part of `name`, with the link field.
  std::vector<const Description*> parts_of(std::string_view name) const;

 private:
  std::vector<const Description*> items_;
};

}  // namespace nc::reg
