// The banner of a record that was just changed together with others: a merger, a rename.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "register/describe.h"

namespace nc::app {

/// Records of another register that tell of this one: the successions of an organisation, which a split writes instead of it.
struct TellingRecords { std::string register_name; std::vector<std::int64_t> ids; };

/// When the newest change of the record (or of those telling of it) belongs to a batch whose name begins with `prefix`, was made by the one who looks and is not
/// older than ten minutes: `said` (what was done, for the action in the log), how many records were written, and the way to all of them,
/// where the whole is taken back. Else nothing; so it goes by itself, and at once when the act was taken back.
Html fresh_act_banner(const reg::PanelContext& x, std::string_view prefix, Message (*said)(std::string_view action),
                      const TellingRecords& also = {});

}  // namespace nc::app
