// A file kept as evidence of a record in one step: the bytes, the entry in the store, the link to the record.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "auth/actor.h"
#include "base/date.h"
#include "db/db.h"

namespace nc::app {

struct KeptPaper {
  std::int64_t org = 0;                    ///< who keeps it
  std::string register_name;               ///< the record that it proves
  std::int64_t record = 0;
  std::string kind = "scan", title, source, number;
  Date published{};
  std::string file_name;
  std::string fact{};                      ///< what it proves, on the link: "issued"
  std::string confidentiality = "internal";
  bool illustrative = false;
};
/// Keeps the bytes and returns their SHA-256. Refused: kinds of files that are not taken, no room left. The caller has asked for
/// the right to do so.
Result<std::string> keep_as_evidence(db::Tx& tx, const Actor& actor, const KeptPaper& paper, std::string_view bytes);

}  // namespace nc::app
