// Scores what the reader finds against the annotated articles of this folder; used by a test and by bench/read_score.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "intake/intake.h"

namespace nc::intake {

/// Facts expected, found and right. A fact found where an arguable ("optional") one is annotated counts as neither.
struct Tally {
  std::size_t expected = 0, found = 0, right = 0;

  double precision() const { return found == 0 ? 1 : static_cast<double>(right) / static_cast<double>(found); }
  double recall() const { return expected == 0 ? 1 : static_cast<double>(right) / static_cast<double>(expected); }
  double f1() const;
  Tally& operator+=(const Tally& o);
};

struct Score {
  Tally all;
  std::map<std::string, Tally> by_kind;
  double body_f1 = 0;               ///< shared characters of the body, blanks left out
  std::vector<std::string> misses;  ///< "missed membership 12 member_orgs ..." and "wrong gift ...", for people to read
};

/// Reads NAME.txt and compares with NAME.json beside it (schema: tests/reading/README.md). A found fact is right when
/// its kind is the same, its evidence overlaps and the fields that decide (numbers, currency, donor, award, countries,
/// date, planned or not) agree with the annotation or one of its alternatives. Throws std::runtime_error on a file it
/// can't read.
Score score_article(const std::filesystem::path& annotation);

/// Annotations of a folder in order of name.
std::vector<std::filesystem::path> annotations_of(const std::filesystem::path& folder);

}  // namespace nc::intake
