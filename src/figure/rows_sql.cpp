// From an indicator and a question to one SELECT of rows.
#include "figure/rows_sql.h"

#include <stdexcept>

namespace nc::fig {

namespace {

/// Parameters numbered in order of first use; the same value is bound again where it is used again.
class Builder {
 public:
  std::string bind(db::Value value) {
    params.push_back(std::move(value));
    return "$" + std::to_string(params.size());
  }
  db::Params params;
};

/// "(SELECT ...)" or "(3, 17, 21)": the organisations of the question.
std::string units_of(Builder& b, const Asked& asked) {
  if (!asked.units) return "(SELECT descendant FROM org_tree WHERE ancestor = " + b.bind(asked.org) + ")";
  std::string list;
  for (const std::int64_t id : *asked.units) list += (list.empty() ? "" : ", ") + std::to_string(id);
  return "(" + list + ")";
}

std::string in_scope(Builder& b, const std::string& alias, const Asked& asked) {
  if (asked.scope == Scope::own) return alias + ".org_id = " + b.bind(asked.org);
  return alias + ".org_id IN " + units_of(b, asked);
}

std::string joint_in_scope(Builder& b, const std::string& column, const Asked& asked) {
  if (asked.scope == Scope::own) return column + " LIKE " + b.bind("%|" + std::to_string(asked.org) + "|%");
  if (asked.units)
    return "(" + column + " <> '' AND EXISTS (SELECT 1 FROM organisation ot WHERE ot.id IN " + units_of(b, asked) + " AND " + column +
           " LIKE '%|' || ot.id || '|%'))";
  return "(" + column + " <> '' AND EXISTS (SELECT 1 FROM org_tree ot WHERE ot.ancestor = " + b.bind(asked.org) + " AND " + column +
         " LIKE '%|' || ot.descendant || '|%'))";
}

std::string visible(Builder& b, const Actor& actor, const std::string& alias, bool listed) {
  Condition scope = listed ? org_scope(actor, alias) : count_scope(actor, alias);
  if (scope.sql == "TRUE") return {};
  std::string sql;
  append(sql, b.params, scope);
  return " AND (" + sql + ")";
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    auto at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// Rows that are persons: counted by all who reach them, shown one by one to those who read them.
std::string people(Builder& b, const std::string& alias, const Asked& asked) {
  if (!asked.listed) return "TRUE";
  std::string sql;
  append(sql, b.params, people_scope(asked.actor, alias));
  return "(" + sql + ")";
}

std::string expand_one(const std::vector<std::string>& word, Builder& b, const Asked& asked) {
  if (word[0] == "from") return b.bind(asked.period.from.iso());
  if (word[0] == "to") return b.bind(asked.period.to.iso());
  if (word[0] == "org") return b.bind(asked.org);
  if (word[0] == "back" && word.size() == 2) return b.bind(asked.period.to.plus_months(-std::stoi(word[1])).iso());
  if (word[0] == "within" && word.size() == 2)
    return "(" + word[1] + ".id IN " + units_of(b, asked) + visible(b, asked.actor, word[1], asked.listed) + ")";
  if (word[0] == "below" && word.size() == 2) {
    const std::string below = asked.scope == Scope::own
                                  ? word[1] + ".parent = " + b.bind(asked.org)
                                  : "(" + word[1] + ".id <> " + b.bind(asked.org) + " AND " + word[1] + ".id IN " + units_of(b, asked) + ")";
    return "(" + below + visible(b, asked.actor, word[1], asked.listed) + ")";
  }
  if (word[0] == "orgs" && word.size() == 2)
    return "(" + in_scope(b, word[1], asked) + visible(b, asked.actor, word[1], asked.listed) + ")";
  if (word[0] == "orgs" && word.size() == 3)
    return "((" + in_scope(b, word[1], asked) + " OR " +
           joint_in_scope(b, word[1] + "." + word[2], asked) + ")" + visible(b, asked.actor, word[1], asked.listed) + ")";
  if (word[0] == "people" && word.size() == 2) return people(b, word[1], asked);
  if (word[0] == "same" && word.size() == 3) {
    if (asked.scope == Scope::own) return "TRUE";
    return "NOT EXISTS (SELECT 1 FROM " + word[2] + " twin WHERE twin.id = " + word[1] + ".same_as AND twin.deleted = 0 AND " +
           in_scope(b, "twin", asked) + ")";
  }
  throw std::logic_error("unknown placeholder in a figure: {" + word[0] + "}");
}

std::string expand(std::string_view sql, Builder& b, const Asked& asked) {
  std::string out;
  while (true) {
    auto open = sql.find('{');
    out.append(sql.substr(0, open));
    if (open == std::string_view::npos) return out;
    auto close = sql.find('}', open);
    if (close == std::string_view::npos) throw std::logic_error("unclosed placeholder in a figure");
    out += expand_one(split(sql.substr(open + 1, close - open - 1), ':'), b, asked);
    sql.remove_prefix(close + 1);
  }
}

Result<std::string> condition(const Indicator& indicator, const Hooks& hooks, const std::string& key, const std::string& value,
                              Builder& b) {
  if (key == "fact") {
    std::string by_hook = hooks.fact_condition;
    if (auto at = by_hook.find("{value}"); at != std::string::npos) by_hook.replace(at, 7, b.bind(value));
    return "(r.code = " + b.bind(value) + (by_hook.empty() ? "" : " OR " + by_hook) + ")";
  }
  if (key == "code" && value.find('|') != std::string::npos) {
    std::string list;
    for (const auto& one : split(value, '|')) list += (list.empty() ? "" : ", ") + b.bind(one);
    return "r.code IN (" + list + ")";
  }
  std::string column = dimension_column(indicator, key);
  if (column.empty())
    return refuse(Code::invalid, Message("Chỉ tiêu " + indicator.code + " không lọc được theo “" + key + "”.",
                                         indicator.code + " can't be filtered by “" + key + "”."), key);
  const Dimension* dimension = find_dimension(indicator, key);
  if (dimension && dimension->many) return column + " LIKE " + b.bind("%|" + value + "|%");
  if (key == "org") return "r.org_id = (SELECT id FROM organisation WHERE code = " + b.bind(value) + ")";
  // A bare column can be pushed into the rows and found by the index of the codes; under a cast it can't.
  if (key == "code") return column + " = " + b.bind(value);
  return "CAST(" + column + " AS text) = " + b.bind(value);
}

}  // namespace

Condition people_scope(const Actor& actor, std::string_view alias) {
  const Condition own = org_scope(actor, alias);
  if (own.sql == "FALSE" || actor.sees(Sight::personal)) return own;
  Condition out{"(" + own.sql + " AND (", own.params};
  append(out.sql, out.params,
         {std::string(alias) + ".org_id = $1 OR EXISTS (SELECT 1 FROM organisation home WHERE home.id = $1 AND home.kind NOT IN ('national_union', 'provincial_union', 'locality'))", {actor.org}});
  out.sql += "))";
  return out;
}

const Dimension* find_dimension(const Indicator& indicator, std::string_view name) {
  for (const auto& d : indicator.dimensions)
    if (d.name == name) return &d;
  return nullptr;
}

std::string dimension_column(const Indicator& indicator, std::string_view name) {
  if (name == "month") return "substr(r.date, 1, 7)";
  if (name == "year") return "substr(r.date, 1, 4)";
  if (name == "org") return "r.org_id";
  if (name == "code") return "r.code";
  if (name == "illustrative") return "r.illustrative";
  if (const Dimension* d = find_dimension(indicator, name)) return "r." + d->name;
  return {};
}

Result<RowsSql> rows_sql(const Indicator& indicator, const Hooks& hooks, const Ask& ask, const Asked& asked) {
  Builder b;
  std::string sql = "(" + expand(indicator.rows_sql, b, asked) + ") r WHERE TRUE";
  for (const auto& [key, value] : ask.where) {
    NC_TRY(one, condition(indicator, hooks, key, value, b));
    sql += " AND " + one;
  }
  return RowsSql{std::move(sql), std::move(b.params)};
}

}  // namespace nc::fig
