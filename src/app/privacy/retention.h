// Retention clocks: how long each kind of personal data is kept, since when that holds, and what is past it.
#pragma once
#include <string>
#include <vector>

#include "register/store.h"

namespace nc::app {

/// A kind of data and how long it stays. months 0: for good. `by_itself`: the server deletes it; everything else waits for a person.
struct Keeping {
  std::string code;
  Message label, basis;
  int months = 0;
  Date since;               ///< the day from which this length holds; none: the program's own suggestion, not yet confirmed by the office
  std::string decided_by;
  bool by_itself = false;
};
/// All kinds with what the office has decided about them.
std::vector<Keeping> keepings(db::ReadDb& db);
/// Decides how long; the day before which the former length holds is kept with it. 1 to 1,200 months, 0 for good.
Result<bool> decide_keeping(db::Tx& tx, const Actor& actor, const std::string& code, const std::string& months, const std::string& since);

/// A record whose personal fields are past their clock today.
struct PastKeeping {
  const reg::Description* what = nullptr;
  std::int64_t id = 0;
  std::string code, title;
  Date last;                ///< the day that counts: of the record, or when it was last changed
};
/// Those in the actor's reach, oldest first, at most `limit`. Nothing is removed by this.
std::vector<PastKeeping> past_keeping(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const Keeping& keeping, int limit);

}  // namespace nc::app
