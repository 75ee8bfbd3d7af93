// Maps each kind of refusal to its HTTP status.
#include "base/result.h"

#include <stdexcept>

namespace nc {

int http_status(Code code) {
  switch (code) {
    case Code::invalid:
      return 422;
    case Code::not_found:
      return 404;
    case Code::forbidden:
      return 403;
    case Code::conflict:
      return 409;
    case Code::too_large:
      return 413;
    case Code::unsupported:
      return 415;
  }
  throw std::logic_error("a refusal of an unknown kind");
}

}  // namespace nc
