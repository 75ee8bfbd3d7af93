// Who is below whom, and which city or province an organisation belongs to.
//
// org_tree(ancestor, descendant, depth): an organisation is below its parent and below its locality (a Union is part of
// its city); every organisation is below itself with depth 0. A locality is not below the national union.
// org_home(org_id, locality_id): the nearest locality on the way up; none for central organisations.
#include <deque>
#include <map>

#include "app/organisations/public.h"

namespace nc::app {

namespace {

struct Node {
  std::int64_t parent = 0, locality = 0;
  bool is_locality = false;
};
using Nodes = std::map<std::int64_t, Node>;

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
    for (const std::int64_t up : {node->second.parent, node->second.locality}) {
      if (up == 0 || !nodes.contains(up)) continue;
      if (distance.emplace(up, distance[at] + 1).second) todo.push_back(up);
    }
  }
  return distance;
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
  const Nodes nodes = read_nodes(tx);
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

}  // namespace nc::app
