// Bytes as text that both databases store alike.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace nc {

std::string base64_of(std::string_view bytes);
/// nullopt when the text is no base64.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace nc
