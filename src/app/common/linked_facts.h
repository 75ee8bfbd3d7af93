// Dated facts of several registers that name one record: when the last was, what they are, how they are told.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/date.h"
#include "db/db.h"

namespace nc::app {

/// One kind of fact: the register, its link (`many`: several records of `many`), its day, which rows count, what tells them apart.
struct FactSource { std::string register_name, link, date, condition, way = "''"; std::string many{}; };

struct LinkedFact {
  std::string register_name, way, title;
  std::int64_t id = 0, target = 0;  ///< target: the record it names
  Date day;
  /// "đoàn vào", "trao tặng phẩm"
  Message what() const;
  std::string href() const;
};

/// The last fact of each named record up to the day, as far as the actor sees: one statement for each kind of fact.
std::map<std::int64_t, LinkedFact> last_facts(db::ReadDb& db, const Actor& actor, const std::vector<FactSource>& sources, Date day);
/// Facts that name one record up to the day, newest first: one statement.
std::vector<LinkedFact> facts_with(db::ReadDb& db, const Actor& actor, const std::vector<FactSource>& sources, std::int64_t target, Date day, std::size_t most);

/// Whole months from one day to a later one.
int months_between(Date from, Date to);
/// "lần cuối: đoàn vào 3/2023, 20 tháng trước".
Message last_words(const LinkedFact& last, Date today);

}  // namespace nc::app
