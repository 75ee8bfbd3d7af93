// Pictures drawn anew: decoded and encoded again, so that nothing but pixels is kept.
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc::app {

/// The picture as a new file of its kind (JPEG, PNG, WebP): upright as the camera meant it, without place, camera, previews or
/// anything that hides beside the pixels. GIF and moving WebP lose their texts and stay as they are otherwise; files that are no
/// pictures come back unchanged. Refused: what does not decode, more than 100 million pixels. Takes its time with large ones:
/// never inside a write. One picture at a time, to bound memory.
Result<std::string> redrawn(std::string_view bytes, std::string_view media_type);

}  // namespace nc::app
