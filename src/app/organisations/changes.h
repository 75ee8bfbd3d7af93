// What became of organisations, as pages and papers tell it: each act with the names of its day.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "db/db.h"

namespace nc::app {

/// An act of succession with the names as they were: the former one on the day before, those after it on the day itself.
struct NetworkChange {
  std::int64_t id = 0, from = 0;
  std::string kind, decision;
  Date date;
  Message former;
  std::vector<std::pair<std::int64_t, Message>> heirs{};  ///< several when it was split; none when it was dissolved
  bool illustrative = false;
  /// "Hội A hợp nhất vào Hội B"
  Message in_words() const;
};
/// The acts with these numbers, by day; restricted ones are left out. The rows are those of I03, which tells a split once.
std::vector<NetworkChange> network_changes(db::ReadDb& db, const std::vector<std::int64_t>& ids);

/// An association that was founded, as lists of the network name it.
struct FoundedOrg {
  std::int64_t id = 0;
  Message name;
  std::string decision;
  Date date;
  bool illustrative = false;
};
/// The organisations with these numbers (the rows of I02), by the day of founding; restricted ones are left out.
std::vector<FoundedOrg> founded_orgs(db::ReadDb& db, const std::vector<std::int64_t>& ids);

}  // namespace nc::app
