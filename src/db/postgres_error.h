// From PostgreSQL's SQLSTATE to our errors (inside db/ only).
#pragma once
#include <string>
#include <string_view>

namespace nc::db {

/// Throws Outage, ConstraintViolation, TryAgain or, for a statement that is wrong in itself, std::logic_error.
[[noreturn]] void throw_postgres(std::string_view state, const std::string& detail);

}  // namespace nc::db
