// What the files about people share (inside auth/ only): rules for names and pass-phrases, reading people, turning one off.
#pragma once
#include <string>
#include <string_view>

#include "auth/account.h"
#include "base/result.h"

namespace nc {
/// Folded as it is stored; what can't be a sign-in name stays as it is.
std::string normal_login(std::string_view typed);
Result<std::string> checked_login(std::string_view typed);
Result<std::string> checked_person_name(std::string_view typed);
Result<bool> checked_password(std::string_view login, std::string_view password);
/// People that `which` (over alias p) lets through. `order`: columns, never input.
std::vector<Person> people_where(db::ReadDb& db, const Condition& which, std::string_view order);
/// Ends visits, links and tokens too.
void turn_off(db::Tx& tx, std::int64_t person);
}  // namespace nc
