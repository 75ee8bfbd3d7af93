// One line per event on stderr. spdlog is hidden here so that only log.cpp pays for its headers.
#pragma once
#include <string_view>

namespace nc::log {
void info(std::string_view line);
void warn(std::string_view line);
void error(std::string_view line);
/// Errors only (tests, --json commands).
void quiet();
}  // namespace nc::log
