// The logger: spdlog on stderr, UTC times, one event a line.
#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>

namespace nc::log {
namespace {

spdlog::logger& logger() {
  static const std::shared_ptr<spdlog::logger> instance = [] {
    auto made = std::make_shared<spdlog::logger>("nhipcau", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    made->flush_on(spdlog::level::warn);
    return made;
  }();
  return *instance;
}

/// What comes from outside must not be able to forge a second line or send terminal codes.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

void write(spdlog::level::level_enum level, std::string_view line) {
  if (!logger().should_log(level)) return;
  const std::string safe = one_line(line);
  logger().log(level, spdlog::string_view_t(safe.data(), safe.size()));
}

}  // namespace

void info(std::string_view line) { write(spdlog::level::info, line); }
void warn(std::string_view line) { write(spdlog::level::warn, line); }
void error(std::string_view line) { write(spdlog::level::err, line); }
void quiet() { logger().set_level(spdlog::level::err); }

}  // namespace nc::log
