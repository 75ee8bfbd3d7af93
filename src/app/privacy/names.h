// Names of people in texts: found as written and nearly as written, and taken out.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc::app {

/// A name to look for. It has at least two words: one word alone stands in too many texts.
class Named {
 public:
  static Result<Named> of(std::string_view name);
  const std::string& name() const { return name_; }
  /// The name as it was given, whole words, large or small letters.
  bool in(std::string_view text) const;
  /// The same letters without regard to marks: "Nguyen Van Hoa" in "Nguyễn Văn Hòa". Perhaps somebody else.
  bool nearly_in(std::string_view text) const;
  /// Every place where the name stands, replaced.
  std::string without(std::string_view text, std::string_view pseudonym) const;
  /// A field that holds people: the part of a list (; , or a line) that has the name becomes the pseudonym whole.
  std::string person_without(std::string_view field, std::string_view pseudonym) const;

 private:
  std::string name_, folded_;
};

}  // namespace nc::app
