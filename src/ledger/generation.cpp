// How often each register changed.
#include "ledger/generation.h"

namespace nc::ledger {

void touched(db::Tx& tx, std::string_view register_name) {
  tx.exec(
      "INSERT INTO generation (register_name, n) VALUES ($1, 1) ON CONFLICT (register_name) DO UPDATE SET n = "
      "generation.n + 1",
      {std::string(register_name)});
}

std::int64_t generation(db::ReadDb& db, std::string_view register_name) {
  return db.integer("SELECT n FROM generation WHERE register_name = $1", {std::string(register_name)});
}

std::int64_t generation_of_all(db::ReadDb& db) {
  return db.integer("SELECT CAST(COALESCE(SUM(n), 0) AS bigint) FROM generation");
}

}  // namespace nc::ledger
