// The filters of a list as SQL, in the forms that the indexes of the table serve.
#include <algorithm>

#include "base/clock.h"
#include "db/full_text.h"
#include "register/parts.h"

namespace nc::reg {

namespace detail {

const Field* filter_field(const Description& d, std::string_view name) {
  const Field* f = d.find(name);
  if (!f && (name == "period" || name == "from" || name == "to")) f = d.date_field.empty() ? nullptr : d.find(d.date_field);
  if (!f) return nullptr;
  if (f->first < k_own) return f->name == "org" || f->name == "illustrative" || f->name == "confidentiality" ? f : nullptr;
  if (f->kind == Kind::decimal || f->kind == Kind::long_text) return nullptr;
  const bool offered = f->opt.filter || f->kind == Kind::link || f->kind == Kind::links || f->name == d.date_field ||
                       f->name == d.country_field;
  return offered ? f : nullptr;
}

bool excludes_null(const Description& d, const ListQuery& q, const Field& f) {
  return std::any_of(q.filters.begin(), q.filters.end(), [&](const auto& filter) {
    return filter.second != "-" && filter_field(d, filter.first) == &f;
  });
}

namespace {

std::string like_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// Not obvious: SQLite keeps no statistics here, so it takes every equality for equally rare and every stretch of days for
// narrow. What the description knows decides instead: a "+" before a column keeps SQLite off its index.

/// How many different values a field is likely to have.
std::size_t spread(const Field& f) {
  if (f.kind == Kind::choice) return f.opt.options->all().size();
  if (f.kind == Kind::boolean) return 2;
  return f.kind == Kind::integer || f.first < k_own ? 100 : 1000;
}

struct Hints {
  const Field* lead = nullptr;  ///< the equality whose index is to be used
  bool walks = false;           ///< rows come off the index of the order; days are read, not sought
};

bool index_begins(const Description& d, const std::string& first, const std::string& second) {
  return std::any_of(d.indexes.begin(), d.indexes.end(), [&](const std::vector<std::string>& index) {
    return index.size() > 1 && index[0] == first && index[1] == second;
  });
}

Hints hints_for(const Description& d, const ListQuery& q, const Order* order) {
  Hints hints;
  bool one = true;
  for (const auto& [name, value] : q.filters) {
    const Field* f = filter_field(d, name);
    if (!f || f->name == d.date_field || f->kind == Kind::choices || f->kind == Kind::links) continue;
    one = !hints.lead;
    if (!hints.lead || spread(*f) > spread(*hints.lead)) hints.lead = f;
  }
  if (!order || !order->field || order->field->name == d.date_field) return hints;
  // The amounts of a year are a good part of the table: reading the amounts in order until the page is full is far less.
  const std::string column = order->column(d);
  if (!hints.lead) hints.walks = has_key(d, *order->field) || order->field->opt.sortable;
  else hints.walks = one && index_begins(d, hints.lead->column_names().front(), column);
  return hints;
}

constexpr int k_soon = 180;        ///< days: what ends by then is seen in time
constexpr int k_narrow_days = 21;  ///< of so few days even a large register has few records

class FieldWhere {
 public:
  FieldWhere(const Description& d, const Field& f, std::string_view alias, const Hints& hints, bool below)
      : d_(d), f_(f), column_(std::string(alias) + "." + f.column_names().front()), hints_(hints), below_(below) {}

  /// Any of the values: "(a OR b)".
  Condition of(const std::vector<std::pair<std::string, std::string>>& named) {
    std::vector<db::Value> equal;
    for (const auto& [name, value] : named) {
      if (value == "-") add(f_.kind == Kind::boolean ? "FALSE" : column_ + " IS NULL");
      else if (f_.kind == Kind::link) link(value, equal);
      else if (f_.kind == Kind::links || f_.kind == Kind::choices) contains(value);
      else if (f_.kind == Kind::date) days(name, value);
      else if (f_.kind == Kind::integer || f_.kind == Kind::count || f_.kind == Kind::money) numbers(value);
      else if (f_.kind == Kind::boolean) equal.emplace_back(std::int64_t{value == "1" ? 1 : 0});
      else equal.emplace_back(value);
    }
    equals(equal);
    return {parts_ > 1 ? "(" + q_.sql + ")" : q_.sql, q_.params};
  }

 private:
  void add(const std::string& sql) {
    q_.sql += (parts_++ ? " OR " : "") + sql;
  }

  void equals(std::vector<db::Value>& values) {
    if (values.empty()) return;
    const bool led = hints_.lead && hints_.lead != &f_ &&
                     !index_begins(d_, hints_.lead->column_names().front(), f_.column_names().front()) &&
                     !index_begins(d_, f_.column_names().front(), hints_.lead->column_names().front());
    if (led) column_ = "+" + column_;
    if (values.size() == 1) return add(column_ + " = " + q_.bind(std::move(values[0])));
    std::string list;
    for (db::Value& v : values) list += (list.empty() ? "" : ", ") + q_.bind(std::move(v));
    add(column_ + " IN (" + list + ")");
  }

  void link(const std::string& value, std::vector<db::Value>& equal) {
    const auto id = parse_int(value.starts_with("#") ? std::string_view(value).substr(1) : std::string_view(value));
    const bool below = below_ && f_.first == k_org;
    if (id && !below) {
      equal.emplace_back(*id);
      return;
    }
    std::string target = id ? q_.bind(*id) : "(SELECT x.id FROM " + std::string(f_.opt.link) + " x WHERE x.code = " + q_.bind(value) + ")";
    if (below) target = "(SELECT o.descendant FROM org_tree o WHERE o.ancestor = " + target + ")";
    add(column_ + (below ? " IN " : " = ") + target);
  }

  void contains(std::string value) {
    if (f_.kind == Kind::links && value.starts_with("#")) value.erase(0, 1);
    if (f_.kind == Kind::links && !parse_int(value)) {  // by code
      add(column_ + " LIKE '%|' || (SELECT CAST(x.id AS text) FROM " + f_.opt.link + " x WHERE x.code = " +
          q_.bind(value) + ") || '|%'");
      return;
    }
    add(column_ + " LIKE " + q_.bind("%|" + like_escaped(value) + "|%") + " ESCAPE '\\'");
  }

  void days(const std::string& name, const std::string& value) {
    auto range = parse_days(value);
    if (!range) return add("FALSE");
    if (name == "from") range->to = Date{};
    if (name == "to") range->from = Date{};
    const bool narrow = range->from && range->to && range->to.days() - range->from.days() < k_narrow_days;
    const std::string column = (hints_.walks && !narrow && f_.name == d_.date_field ? "+" : "") + column_;
    std::string sql;
    if (range->from) sql = column + " >= " + q_.bind(range->from.iso());
    if (range->to) sql += (sql.empty() ? "" : " AND ") + column + " <= " + q_.bind(range->to.iso());
    add(sql);
  }

  void numbers(const std::string& value) {
    const auto range = number_range(value);
    if (!range) return add("FALSE");
    if (range->from == range->to) return add(column_ + " = " + q_.bind(*range->from));
    std::string sql;
    if (range->from) sql = column_ + " >= " + q_.bind(*range->from);
    if (range->to) sql += (sql.empty() ? "" : " AND ") + column_ + " <= " + q_.bind(*range->to);
    add("(" + sql + ")");
  }

  const Description& d_;
  const Field& f_;
  std::string column_;
  const Hints& hints_;
  bool below_;
  Piece q_;
  int parts_ = 0;
};

/// Filters of one field mean "or", except the two ends of a stretch of days.
std::string group_of(const Field& f, const std::string& name) {
  return name == "from" || name == "to" || name == "period" ? name : f.name;
}

void add_ids(Piece& out, const ListQuery& q, std::string_view alias) {
  if (q.ids.empty()) return;
  std::string list;
  for (const std::int64_t id : q.ids) list += (list.empty() ? "" : ",") + std::to_string(id);
  out.sql += " AND " + std::string(alias) + ".id IN (" + list + ")";
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

/// Conditions that the register names itself; {t} in their text is the row, {today} the day, {soon} the day half a year ahead.
void add_named(Piece& out, const Description& d, const ListQuery& q, std::string_view alias) {
  for (const auto& [name, value] : q.filters) {
    if (name != "is") continue;
    for (const NamedCondition& c : d.conditions) {
      if (c.name != value) continue;
      std::string sql = c.sql;
      replace_all(sql, "{t}", alias);
      replace_all(sql, "{today}", today().iso());
      replace_all(sql, "{soon}", today().plus_days(k_soon).iso());
      out.sql += " AND (" + sql + ")";
    }
  }
}

}  // namespace

Condition filters_where(const Description& d, db::Engine engine, const Actor& actor, const ListQuery& q,
                        std::string_view alias, const Order* order) {
  Piece out;
  // Chosen records are found by their ids: a "+" keeps SQLite off the indexes of shown records, which it would read in whole.
  const bool by_ids = !q.ids.empty() && engine == db::Engine::sqlite;
  out.sql = (by_ids ? "+" : "") + std::string(alias) + (q.deleted ? ".deleted = 1" : ".deleted = 0");
  const Condition scope = d.scope(actor, alias);
  if (scope.sql != "TRUE") {
    out.sql += " AND ";
    out.add(scope);
  }
  const bool below = std::find(q.filters.begin(), q.filters.end(), std::pair<std::string, std::string>("below", "1")) != q.filters.end();
  add_ids(out, q, alias);
  add_named(out, d, q, alias);
  const Hints hints = engine == db::Engine::sqlite ? hints_for(d, q, order) : Hints{};
  std::vector<std::string> done;
  for (const auto& [name, value] : q.filters) {
    const Field* f = filter_field(d, name);
    if (!f) continue;
    const std::string group = group_of(*f, name);
    if (std::find(done.begin(), done.end(), group) != done.end()) continue;
    done.push_back(group);
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& other : q.filters)
      if (filter_field(d, other.first) == f && group_of(*f, other.first) == group) values.push_back(other);
    out.sql += " AND ";
    out.add(FieldWhere(d, *f, alias, hints, below).of(values));
  }
  return {out.sql, out.params};
}

std::optional<Condition> words_condition(const Description& d, db::Engine engine, std::string_view alias,
                                         std::string_view words) {
  std::string query = db::match_query(engine, words);
  if (query.empty()) return std::nullopt;
  return Condition{db::match_condition(engine, d.name, std::string(alias)), {std::move(query)}};
}

}  // namespace detail

Condition where(const Description& d, db::Engine engine, const Actor& actor, const ListQuery& q, std::string_view alias) {
  detail::Piece out;
  out.add(detail::filters_where(d, engine, actor, q, alias, nullptr));
  if (auto words = detail::words_condition(d, engine, alias, q.words)) {
    out.sql += " AND ";
    out.add(*words);
  }
  return {out.sql, out.params};
}

}  // namespace nc::reg
