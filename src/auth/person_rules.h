// What a sign-in name, a name and a pass-phrase have to be (inside auth/ only).
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc {
/// Folded as it is stored; what can't be a sign-in name stays as it is.
std::string normal_login(std::string_view typed);
Result<std::string> checked_login(std::string_view typed);
Result<std::string> checked_person_name(std::string_view typed);
Result<bool> checked_password(std::string_view login, std::string_view password);
}  // namespace nc
