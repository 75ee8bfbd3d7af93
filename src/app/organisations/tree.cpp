// Who is below whom, and which city or province an organisation belongs to.
//
// org_tree(ancestor, descendant, depth): an organisation is below its parent and below its locality (a Union is part of
// its city), and below the one that it was merged into; every organisation is below itself with depth 0. A locality is
// not below the national union.
// org_home(org_id, locality_id): the nearest locality on the way up; none for central organisations.
//
// The tables say how things stand today. How they stood on an earlier day is worked out from the dated links and mergers.
#include <algorithm>
#include <deque>
#include <map>

#include "app/organisations/public.h"

namespace nc::app {

namespace {

struct Node {
  std::int64_t parent = 0, locality = 0;
  bool is_locality = false;
  std::vector<std::int64_t> heirs{};  // merged into these
};
using Nodes = std::map<std::int64_t, Node>;

/// What carries on an organisation as a whole; the parts of a split share what was before, so it stays where it is.
/// `day`: only mergers up to then; all without one.
void read_heirs(db::ReadDb& db, Nodes& nodes, const std::string& day) {
  db.each("SELECT from_org, to_org FROM succession WHERE deleted = 0 AND kind IN ('merge', 'revive') AND from_org <> to_org AND ($1 = '' OR date <= $1)", {day}, [&](const db::Row& row) {
    const auto from = nodes.find(row.integer(0));
    if (from != nodes.end() && nodes.contains(row.integer(1))) from->second.heirs.push_back(row.integer(1));
    return true;
  });
}

Nodes read_nodes(db::ReadDb& db) {
  Nodes nodes;
  // Hidden organisations keep their place: taking them back, and what they once recorded, stays within reach of those above.
  db.each("SELECT id, parent, locality, kind FROM organisation", {}, [&](const db::Row& row) {
    nodes[row.integer(0)] = {row.integer(1), row.integer(2), row.text(3) == "locality"};
    return true;
  });
  return nodes;
}

/// All that `start` is below of, with the shortest distance. Circles in the data end by themselves.
std::map<std::int64_t, int> above(const Nodes& nodes, std::int64_t start) {
  std::map<std::int64_t, int> distance{{start, 0}};
  std::deque<std::int64_t> todo{start};
  while (!todo.empty()) {
    const std::int64_t at = todo.front();
    todo.pop_front();
    const auto node = nodes.find(at);
    if (node == nodes.end()) continue;
    std::vector<std::int64_t> up = node->second.heirs;
    up.insert(up.end(), {node->second.parent, node->second.locality});
    for (const std::int64_t one : up) {
      if (one == 0 || !nodes.contains(one)) continue;
      if (distance.emplace(one, distance[at] + 1).second) todo.push_back(one);
    }
  }
  return distance;
}

/// Parents as they were on the day, where a dated link tells of another one.
void put_back_parents(db::ReadDb& db, Nodes& nodes, const std::string& day) {
  db.each("SELECT organisation, parent FROM organisation_link WHERE deleted = 0 AND valid_to >= $1 AND (valid_from IS NULL OR valid_from <= $1)", {day},
          [&](const db::Row& row) {
            if (const auto node = nodes.find(row.integer(0)); node != nodes.end()) node->second.parent = row.integer(1);
            return true;
          });
}

bool moved_since(db::ReadDb& db, const std::string& day) {
  return db.first("SELECT 1 FROM succession WHERE deleted = 0 AND kind IN ('merge', 'revive') AND from_org <> to_org AND date > $1 "
                  "UNION ALL SELECT 1 FROM organisation_link WHERE deleted = 0 AND valid_to >= $1 LIMIT 1", {day}).has_value();
}

std::int64_t home_of(const Nodes& nodes, const std::map<std::int64_t, int>& distance) {
  std::int64_t home = 0;
  int nearest = 0;
  for (const auto& [id, far] : distance)
    if (nodes.at(id).is_locality && (home == 0 || far < nearest)) home = id, nearest = far;
  return home;
}

}  // namespace

void rebuild_org_tree(db::Tx& tx) {
  Nodes nodes = read_nodes(tx);
  read_heirs(tx, nodes, "");
  std::vector<std::vector<db::Value>> tree, homes;
  for (const auto& [id, node] : nodes) {
    const auto distance = above(nodes, id);
    for (const auto& [ancestor, far] : distance) tree.push_back({ancestor, id, std::int64_t{far}});
    if (const std::int64_t home = home_of(nodes, distance)) homes.push_back({id, home});
  }
  tx.exec("DELETE FROM org_tree");
  tx.exec("DELETE FROM org_home");
  if (!tree.empty()) tx.insert_many("org_tree", {"ancestor", "descendant", "depth"}, tree);
  if (!homes.empty()) tx.insert_many("org_home", {"org_id", "locality_id"}, homes);
}

std::optional<std::vector<std::int64_t>> organisations_below(db::ReadDb& db, std::int64_t org, Date day) {
  if (!moved_since(db, day.iso())) return std::nullopt;
  Nodes nodes = read_nodes(db);
  put_back_parents(db, nodes, day.iso());
  read_heirs(db, nodes, day.iso());
  std::vector<std::int64_t> then, now;
  for (const auto& [id, node] : nodes)
    if (above(nodes, id).contains(org)) then.push_back(id);
  db.each("SELECT descendant FROM org_tree WHERE ancestor = $1 ORDER BY descendant", {org}, [&](const db::Row& row) {
    now.push_back(row.integer(0));
    return true;
  });
  if (then == now || then.empty()) return std::nullopt;
  return then;
}

}  // namespace nc::app
