// Closed lists of codes with labels in both languages: kinds, states, countries, sectors, places.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace nc {

/// One entry. `folded`: further names (aliases, former names) folded, one a line; Options adds code and labels itself.
struct Option { std::string code; Message label; std::string folded; };
/// Built once, immutable.
class Options {
 public:
  Options(std::initializer_list<std::pair<const char*, Text>> items);
  explicit Options(std::vector<Option> items);
  const std::vector<Option>& all() const { return items_; }
  const Option* find(std::string_view code) const;
  /// The code of a label or code as typed in a spreadsheet (either language, diacritics ignored); "" if none.
  std::string code_of(std::string_view typed) const;
  std::string label(std::string_view code, Lang lang) const;  ///< the code itself when unknown

 private:
  std::vector<Option> items_;
  std::vector<std::size_t> by_code_;  ///< positions in items_, in the order of the codes
};

}  // namespace nc
