// What both engines need to hand values in and out (inside db/ only).
#pragma once
#include <string>
#include <string_view>

#include "db/db.h"

namespace nc::db {

/// Shortest plain decimal form that reads back to the same number ("2.5", "1000000", never an exponent).
std::string plain_real(double d);
/// Whole text as an integer; 0 when it is none.
std::int64_t int_of(std::string_view text);
/// Whole text as a real; 0 when it is none.
double real_of(std::string_view text);
/// Nearest integer, held within the range of int64.
std::int64_t rounded(double d);
/// Throws std::invalid_argument for what one of the engines would not keep unchanged: a NUL byte, text that is not
/// UTF-8, a real that is not finite.
void check_param(const Value& v);
/// Throws std::invalid_argument unless the name is lower_snake: the only names that are put into statements.
void check_name(std::string_view name);
/// "a, b, c" in double quotes each, every name checked.
std::string quoted_list(const std::vector<std::string>& names);

}  // namespace nc::db
