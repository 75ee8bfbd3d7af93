// Proposals of a filing, one a line, and the petitions made of them.
#pragma once
#include "app/campaigns/campaign.h"

namespace nc::app {

struct Proposal { std::string text; std::int64_t petition = 0; };
/// Lines of the filing; `petition` is the one made of it, 0 while there is none.
std::vector<Proposal> proposals_of(db::ReadDb& db, const Filing& filing);
/// Makes a petition of each line that has none yet, with the filing as its origin. Returns how many.
Result<int> petitions_from(db::Tx& tx, const Actor& actor, const Filing& filing);

}  // namespace nc::app
