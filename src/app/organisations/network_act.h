// Dated acts on the network: rename, move, merge, split, dissolve, revive. Nothing is overwritten: an organisation that ends
// keeps its records, the new one is linked to it, and one batch takes the whole act back.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "register/store.h"

namespace nc::app {

enum class ActKind { rename, move, merge, split, dissolve, revive };
/// "rename", "merge" ...: in addresses, forms and the ledger.
std::string_view code(ActKind kind);
std::optional<ActKind> act_kind(std::string_view code);
Text label(ActKind kind);

/// An organisation that an act founds, or the new names of a rename.
struct Founded {
  std::string code, name, name_en, short_name;
  bool empty() const { return name.empty(); }
};

/// What is decided. Decree 126/2024/NĐ-CP counts these among the acts that need a decision of the competent body.
struct NetworkAct {
  ActKind kind = ActKind::rename;
  std::int64_t organisation = 0;        ///< the one whose page the act began on
  std::vector<std::int64_t> others{};   ///< merge: further organisations that are merged
  std::int64_t into = 0;                ///< merge: the one that carries on; move, dissolve: the new one above those below
  Founded founded{};                    ///< merge without `into`: the new organisation; rename: the new names
  std::vector<Founded> parts{};         ///< split: the new organisations
  std::map<std::int64_t, std::size_t> goes_to{};  ///< split: organisation below -> number of the part, from 1; others stay
  bool carries_on = false;              ///< split: the old organisation goes on beside the new ones
  Date date;                            ///< the first day on which it holds
  std::string decision_no, reason;
};

/// What the act will touch, to be shown before it is done.
struct Touched {
  std::int64_t below = 0;     ///< living organisations below
  std::int64_t accounts = 0;  ///< people who sign in for it
  std::vector<std::pair<const reg::Description*, std::int64_t>> records{};  ///< records it keeps, by register: they stay
};
Touched touched_by(db::ReadDb& db, const reg::Catalog& catalog, std::int64_t organisation);

/// Living organisations directly below, by name.
struct Below { std::int64_t id = 0; std::string code, name; };
std::vector<Below> living_below(db::ReadDb& db, std::int64_t organisation);

/// The names of batches of acts begin so.
inline constexpr std::string_view k_network_batch = "network-";

struct Acted {
  std::string batch;             ///< takes everything back (flow::undo_batch)
  std::int64_t organisation = 0; ///< the one that carries on
};
/// Does the act. Needs the function `check` and every organisation touched within reach. All problems come back together.
tl::expected<Acted, Problems> act(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const NetworkAct& act);

}  // namespace nc::app
