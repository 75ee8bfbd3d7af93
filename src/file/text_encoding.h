// Bytes of a text file to UTF-8.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc::tables {

/// UTF-8 (BOM taken off), UTF-16 with or without BOM, or windows-1258 when the outcome reads as Vietnamese. Refuses everything
/// else, naming the first line it can't read.
Result<std::string> to_utf8(std::string_view bytes);

/// Any encoding that ICU knows by this name, strictly: false when a byte doesn't fit.
bool decode_strictly(std::string_view bytes, const char* encoding, std::string& utf8);

}  // namespace nc::tables
