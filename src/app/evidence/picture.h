// Pictures as they may be kept: without the place, the camera and other data that travel with them.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc::app {

/// The same picture without EXIF, XMP, comments and trailing bytes (JPEG, PNG, WebP; other kinds come back as they are). The
/// pixels are not touched. Refused: a broken picture, one of more than 100 million pixels.
Result<std::string> without_hidden_data(std::string_view bytes, std::string_view media_type);

}  // namespace nc::app
