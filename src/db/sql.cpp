// Texts of statements that are put together at run time.
#include "db/db.h"

namespace nc::db {

Sql Sql::built(std::string text) {
  Sql out;
  out.owned_ = std::make_shared<const std::string>(std::move(text));
  return out;
}

}  // namespace nc::db
