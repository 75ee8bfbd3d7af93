// Decoding of percent escapes, urlencoded pairs and multipart bodies. Only web/ includes this, and kept views of lists.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "web/web.h"

namespace nc::web {

/// Takes %XX apart; nullopt when an escape is broken or makes a NUL. `plus_is_blank` in queries and forms.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank);

/// "a=1&b=2" into `out`. `where` names the place ("địa chỉ", "the address") in the refusal.
Result<Fields> urlencoded_fields(std::string_view text, const Message& where);

/// Fields and files of a multipart/form-data body.
struct Multipart {
  Fields fields;
  std::vector<Upload> uploads;
};
/// `content_type` is the whole header, with the boundary. Refuses bodies that end before the closing boundary.
Result<Multipart> multipart_parts(std::string_view content_type, std::string_view body);

/// The value of "name=" in a header such as `multipart/form-data; boundary="x"`; "" if none.
std::string header_parameter(std::string_view header, std::string_view name);

/// Form fields above this number are refused: every field costs memory many times its bytes.
inline constexpr std::size_t k_max_fields = 5000;

}  // namespace nc::web
