// Two partners that are one: what looks alike, and the merge of both as one batch of ordinary saves that can be taken back.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "register/store.h"

namespace nc::app {

/// Two partners that may be one, and what speaks for it.
struct Alike {
  std::int64_t first = 0, second = 0;  ///< the one with the smaller number first
  std::string first_name, second_name, first_code, second_code;
  Message why;
  double weight = 0;                   ///< 1: the same name
};
/// Pairs among the partners the actor sees, the surest first. Pairs that somebody looked at and set apart are left out.
std::vector<Alike> partners_alike(db::ReadDb& db, const Actor& actor, std::size_t most);

/// Records that name a partner, by register: what a merge will move.
struct Naming { const reg::Description* what = nullptr; std::string field; std::vector<std::int64_t> ids; };
std::vector<Naming> naming(db::ReadDb& db, const reg::Catalog& catalog, std::int64_t partner);

/// Fields that a person may choose between when two partners are merged.
std::vector<const reg::Field*> fields_to_choose(const Actor& actor);

struct PartnerMerge {
  std::int64_t keep = 0, lose = 0;
  std::set<std::string> from_lost{};  ///< fields whose value comes from the one that is given up
  std::string reason{};
};
/// The names of batches of mergers begin so.
inline constexpr std::string_view k_partner_batch = "partners-";

struct PartnerMerged { std::string batch; std::int64_t moved = 0; };
/// Moves every link (and proving words) to the partner that is kept, gives it the chosen values and the other's names, and
/// closes the other. Needs the function `check` and every record within reach. All problems come back together.
tl::expected<PartnerMerged, Problems> merge_partners(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const PartnerMerge& merge);

/// Writes down that two partners were compared and are two.
tl::expected<reg::Saved, Problems> set_apart(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t one, std::int64_t other);

}  // namespace nc::app
