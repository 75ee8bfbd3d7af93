// A Response as the bytes of HTTP/1.1. Only web/ includes this.
#pragma once
#include <ctime>
#include <string>

#include "web/web.h"

namespace nc::web {

/// What happens to the connection after the answer.
enum class After { keep_alive, close };

/// Status line and headers with the empty line. Control characters in headers become blanks, so no value can start
/// a header of its own. `date` is an http_date.
std::string response_head(const Response& r, std::string_view date, After after);

/// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::time_t seconds);

}  // namespace nc::web
