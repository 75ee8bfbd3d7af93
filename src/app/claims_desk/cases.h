// One declared number beside the count, with the verdict in words.
#pragma once
#include <string>
#include <vector>

#include "figure/figure.h"

namespace nc::app {

enum class Verdict { agrees, differs, clashes, uncounted, settled };
struct Case {
  std::int64_t id = 0, version = 0;
  std::string code, indicator, about, about_name, unit, status, measure, note;
  Message statement;
  Period period;                       ///< both days missing when the source does not say
  std::optional<double> value;
  Qualifier qualifier = Qualifier::exact;
  bool illustrative = false;

  Verdict verdict = Verdict::uncounted;
  Message why;                         ///< what was found, one or two sentences
  std::vector<Message> beside;         ///< other claims that touch it: told, whatever the verdict
  std::optional<fig::Figure> figure;   ///< the count
  std::string settled_by, settled_reason;
  Date settled_on;
};

/// The newest `most` claims that the actor sees, each compared with its count and with the claims beside it.
std::vector<Case> claim_cases(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, int most);
/// "24 đoàn", "gần 36 tỷ đồng"; "chưa rõ số" without a value.
std::string claimed_in_words(const Case& c, Lang lang);

}  // namespace nc::app
