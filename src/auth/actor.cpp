// Functions and reach of people, and the one access rule over organisations.
#include "auth/actor.h"

#include <array>

namespace nc {
namespace {

template <class E>
struct Named {
  E value;
  std::string_view code;
  Text label;
};

constexpr std::array<Named<Function>, 7> k_functions = {{
    {Function::enter, "enter", {"nhập và sửa", "enter and edit"}},
    {Function::check, "check", {"kiểm tra", "check"}},
    {Function::approve, "approve", {"phê duyệt", "approve"}},
    {Function::number, "number", {"cấp số văn bản", "number documents"}},
    {Function::publish, "publish", {"công bố", "publish"}},
    {Function::administer, "administer", {"quản trị", "administer"}},
    {Function::audit, "audit", {"xem nhật ký", "audit"}},
}};
constexpr std::array<Named<Reach>, 4> k_reaches = {{
    {Reach::own, "own", {"đơn vị mình", "own organisation"}},
    {Reach::own_and_below, "own_and_below", {"đơn vị mình và cấp dưới", "own organisation and those below"}},
    {Reach::whole_union, "union", {"cả Liên hiệp", "the whole Union"}},
    {Reach::all, "all", {"mọi đơn vị", "all organisations"}},
}};

constexpr std::array<Named<Sight>, 4> k_sights = {{
    {Sight::published, "published", {"bản ghi công khai", "public records"}},
    {Sight::figures, "figures", {"bản ghi công khai và số tổng hợp", "public records and figures"}},
    {Sight::internal, "internal", {"bản ghi nội bộ, che dữ liệu cá nhân", "internal records, personal data masked"}},
    {Sight::personal, "personal", {"cả dữ liệu cá nhân (mỗi lần xem được ghi lại)", "personal data too (each reading is noted)"}},
}};

template <class E, std::size_t n>
const Named<E>& named(const std::array<Named<E>, n>& all, E value) {
  return all[static_cast<std::size_t>(value)];
}

template <class E, std::size_t n>
std::optional<E> from_code(const std::array<Named<E>, n>& all, std::string_view code) {
  for (const Named<E>& one : all)
    if (one.code == code) return one.value;
  return std::nullopt;
}

// The locality of a Union: the city or province it stands directly under. An association of the Union has an
// organisation between itself and the locality, and doesn't reach the locality.
constexpr std::string_view k_locality_of_home =
    "SELECT h.locality_id FROM org_home h WHERE h.org_id = $1 AND NOT EXISTS (SELECT 1 FROM org_tree u JOIN org_tree d "
    "ON d.descendant = u.ancestor AND d.ancestor = h.locality_id WHERE u.descendant = $1 AND u.ancestor <> $1 AND "
    "u.ancestor <> h.locality_id)";

// The Union that an organisation belongs to: the one above it that stands directly under its locality.
constexpr std::string_view k_union_of_home =
    "SELECT u.ancestor FROM org_home h JOIN org_tree l ON l.ancestor = h.locality_id AND l.depth = 1 JOIN org_tree u ON "
    "u.ancestor = l.descendant WHERE h.org_id = $1 AND u.descendant = $1";

std::string reach_sql(Reach reach, const std::string& column) {
  const std::string locality(k_locality_of_home);
  switch (reach) {
    case Reach::own:
      return "(" + column + " = $1 OR " + column + " IN (" + locality + "))";
    case Reach::own_and_below:
      return column +
             " IN (SELECT descendant FROM org_tree WHERE ancestor = $1 UNION SELECT descendant FROM org_tree "
             "WHERE ancestor IN (" +
             locality + "))";
    case Reach::whole_union:
      return column +
             " IN (SELECT descendant FROM org_tree WHERE ancestor = $1 UNION SELECT descendant FROM org_tree WHERE "
             "ancestor IN (" +
             std::string(k_union_of_home) + ") UNION SELECT h.locality_id FROM org_home h WHERE h.org_id = $1)";
    case Reach::all:
      break;
  }
  return "TRUE";
}

/// By the record's own confidentiality. A restricted record is seen where it is kept, and with the right to personal data.
Condition sight_scope(const Actor& actor, std::string_view alias) {
  const std::string column = std::string(alias) + ".confidentiality";
  if (actor.sight == Sight::personal) return {};
  if (actor.sight != Sight::internal) return {column + " = 'public'", {}};
  return {"(" + column + " <> 'restricted' OR " + std::string(alias) + ".org_id = $1)", {actor.org}};
}

/// What both the person seen as and the administrator behind may see.
template <class Scope>
Condition with_behind(const Actor& actor, std::string_view alias, Condition own, Scope scope) {
  return actor.behind ? both(own, scope(*actor.behind, alias)) : own;
}

}  // namespace

std::string_view code(Function f) { return named(k_functions, f).code; }
std::string_view code(Reach r) { return named(k_reaches, r).code; }
std::string_view code(Sight s) { return named(k_sights, s).code; }
Text label(Function f) { return named(k_functions, f).label; }
Text label(Reach r) { return named(k_reaches, r).label; }
Text label(Sight s) { return named(k_sights, s).label; }
std::optional<Function> function_from_code(std::string_view code) { return from_code(k_functions, code); }
std::optional<Reach> reach_from_code(std::string_view code) { return from_code(k_reaches, code); }
std::optional<Sight> sight_from_code(std::string_view code) { return from_code(k_sights, code); }

const std::vector<Function>& all_functions() {
  static const std::vector<Function> all = [] {
    std::vector<Function> out;
    for (const auto& one : k_functions) out.push_back(one.value);
    return out;
  }();
  return all;
}

std::string functions_text(const std::set<Function>& functions) {
  std::string out;
  for (const Function f : functions) out += (out.empty() ? "" : ",") + std::string(code(f));
  return out;
}

std::set<Function> functions_from_text(std::string_view text) {
  std::set<Function> out;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(','));
    if (const auto f = function_from_code(one)) out.insert(*f);
    text.remove_prefix(one.size() < text.size() ? one.size() + 1 : text.size());
  }
  return out;
}

Actor Actor::system() {
  Actor a;
  a.id = -1;
  a.name = "Nhịp Cầu";
  a.reach = Reach::all;
  a.sight = Sight::personal;
  a.functions = {all_functions().begin(), all_functions().end()};
  return a;
}

Condition both(const Condition& a, const Condition& b) {
  if (a.sql == "TRUE") return b;
  if (b.sql == "TRUE") return a;
  Condition out{"(", {}};
  append(out.sql, out.params, a);
  out.sql += " AND ";
  append(out.sql, out.params, b);
  out.sql += ")";
  return out;
}

Condition reach_scope(const Actor& actor, std::string_view alias) {
  if (actor.id == 0) return {"FALSE", {}};
  Condition own;
  if (actor.reach != Reach::all) own = {reach_sql(actor.reach, std::string(alias) + ".org_id"), {actor.org}};
  return with_behind(actor, alias, std::move(own), reach_scope);
}

Condition org_scope(const Actor& actor, std::string_view alias) {
  if (actor.id == 0) return {"FALSE", {}};
  Actor alone = actor;
  alone.behind.reset();
  return with_behind(actor, alias, both(reach_scope(alone, alias), sight_scope(alone, alias)), org_scope);
}

Condition count_scope(const Actor& actor, std::string_view alias) {
  return actor.sight == Sight::published ? org_scope(actor, alias) : reach_scope(actor, alias);
}

std::string scope_key(const Actor& actor) {
  std::string key = std::to_string(actor.org) + "/" + std::string(code(actor.reach)) + "/" + std::string(code(actor.sight));
  if (actor.id == 0) key += "/nobody";
  return actor.behind ? key + "+" + scope_key(*actor.behind) : key;
}

Condition shared_scope(const Actor& actor, std::string_view alias) {
  Condition own = org_scope(actor, alias);
  if (own.sql == "TRUE" || actor.id == 0) return own;
  own.sql = "(" + std::string(alias) + ".org_id IS NULL OR " + own.sql + ")";
  return own;
}

bool may_approve(const Actor& actor, const std::vector<std::int64_t>& entered_by) {
  if (actor.preview() || !actor.may(Function::approve)) return false;
  for (const std::int64_t person : entered_by)
    if (person == actor.id) return false;
  return true;
}

bool may_approve(const Actor& actor, std::int64_t entered_by) { return may_approve(actor, std::vector{entered_by}); }

void append(std::string& sql, db::Params& params, const Condition& piece) {
  const std::size_t before = params.size();
  bool in_literal = false;
  for (std::size_t i = 0; i < piece.sql.size(); ++i) {
    const char c = piece.sql[i];
    sql += c;
    if (c == '\'') in_literal = !in_literal;
    if (c != '$' || in_literal) continue;
    std::size_t n = 0;
    for (; i + 1 < piece.sql.size() && piece.sql[i + 1] >= '0' && piece.sql[i + 1] <= '9'; ++i)
      n = n * 10 + static_cast<std::size_t>(piece.sql[i + 1] - '0');
    sql += std::to_string(n + before);
  }
  params.insert(params.end(), piece.params.begin(), piece.params.end());
}

}  // namespace nc
