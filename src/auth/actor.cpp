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
constexpr std::array<Named<Reach>, 3> k_reaches = {{
    {Reach::own, "own", {"đơn vị mình", "own organisation"}},
    {Reach::own_and_below, "own_and_below", {"đơn vị mình và cấp dưới", "own organisation and those below"}},
    {Reach::all, "all", {"mọi đơn vị", "all organisations"}},
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

}  // namespace

std::string_view code(Function f) { return named(k_functions, f).code; }
std::string_view code(Reach r) { return named(k_reaches, r).code; }
Text label(Function f) { return named(k_functions, f).label; }
Text label(Reach r) { return named(k_reaches, r).label; }
std::optional<Function> function_from_code(std::string_view code) { return from_code(k_functions, code); }
std::optional<Reach> reach_from_code(std::string_view code) { return from_code(k_reaches, code); }

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
  a.functions = {all_functions().begin(), all_functions().end()};
  return a;
}

Condition org_scope(const Actor& actor, std::string_view alias) {
  if (actor.id == 0) return {"FALSE", {}};
  if (actor.reach == Reach::all) return {};
  const std::string column = std::string(alias) + ".org_id";
  const std::string locality(k_locality_of_home);
  if (actor.reach == Reach::own) return {"(" + column + " = $1 OR " + column + " IN (" + locality + "))", {actor.org}};
  return {column +
              " IN (SELECT descendant FROM org_tree WHERE ancestor = $1 UNION SELECT descendant FROM org_tree "
              "WHERE ancestor IN (" +
              locality + "))",
          {actor.org}};
}

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
