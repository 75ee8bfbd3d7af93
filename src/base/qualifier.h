// How sure a number is: "gần", "hơn", "trên", "ít nhất" ... kept as data, never lost.
#pragma once
#include <string_view>

#include "base/text.h"

namespace nc {

/// Codes are part of the command-line contract (architecture 6.2).
enum class Qualifier { exact, about, nearly, more_than, at_least, at_most, estimate, unknown };

std::string_view code(Qualifier q);                       ///< "more_than"
/// Unknown codes give Qualifier::unknown with ok = false.
bool qualifier_from_code(std::string_view code, Qualifier& out);
Text label(Qualifier q);                                  ///< for forms: "hơn, trên" / "more than"
/// What a sum of two qualified numbers is: same side keeps the side, opposite sides give `about`.
Qualifier combine(Qualifier a, Qualifier b);
/// The word before a number in prose. `money` chooses "trên" over "hơn". exact gives "".
std::string_view prose_word(Qualifier q, Lang lang, bool money);
/// Does `value` keep what a claim of `claimed` with qualifier `q` says? (57 exactly; more than 291
/// is 291 or more, because papers write it after exact counts; nearly 36 is 95% to 100%.)
bool satisfies(double value, double claimed, Qualifier q);

}  // namespace nc
