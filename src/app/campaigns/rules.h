// Checks of a filing: each with its reason in words, some in the way of sending or accepting, every one waivable with a reason.
#pragma once
#include "app/campaigns/form.h"

namespace nc::app {

/// What an unwaived finding stands in the way of.
enum class Blocks { nothing, accepting, sending };

struct FilingRule {
  std::string_view code;
  Text name, why;
  Blocks blocks;
};
const std::vector<FilingRule>& filing_rules();
const reg::Options& filing_rule_codes();
const FilingRule* find_filing_rule(std::string_view code);

struct Finding {
  const FilingRule* rule = nullptr;
  std::string subject;            ///< what it is about, stable: "delegation/12", "I17"; waivers hold for it alone
  Message words;                  ///< what was found, with the numbers
  std::string href;               ///< where to mend it, or ""
  std::string reason, waived_by;  ///< of the waiver
  bool waived() const { return !reason.empty(); }
};
/// Everything that the rules find in the filing, the gravest first. `seen` as the member counts.
std::vector<Finding> check_filing(db::ReadDb& db, const fig::Engine& engine, const LoadedFiling& f, const FormSeen& seen);
bool stands_in_the_way(const std::vector<Finding>& findings, Blocks of);

/// Keeps why a finding is passed over. The finding has to be there.
Result<bool> waive(db::Tx& tx, const fig::Engine& engine, const Actor& actor, const LoadedFiling& f, const std::string& rule, const std::string& subject, const std::string& reason);

/// A year's value against the same period before: three times as much or a third, and by at least so many.
inline constexpr double k_jump_times = 3, k_jump_least = 5;

}  // namespace nc::app
