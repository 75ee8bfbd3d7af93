// What shows that a relation lives: dated facts of all registers that name a partner.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/date.h"
#include "db/db.h"

namespace nc::app {

/// One kind of fact: the register, its link to the partner (`many`: several partners), its day, and which rows count.
struct FactSource { std::string register_name, link, date, condition, way; bool many = false; };
const std::vector<FactSource>& fact_sources();

/// A fact with a partner.
struct PartnerFact {
  std::string register_name, way, title;
  std::int64_t id = 0, partner = 0;
  Date day;
  /// "đoàn vào", "tặng phẩm trao"
  Message what() const;
  std::string href() const;
};

/// The last fact of each partner up to the day, as far as the actor sees: one statement for each kind of fact.
std::map<std::int64_t, PartnerFact> last_facts(db::ReadDb& db, const Actor& actor, Date day);
/// Facts with one partner up to the day, newest first: one statement.
std::vector<PartnerFact> facts_with(db::ReadDb& db, const Actor& actor, std::int64_t partner, Date day, std::size_t most);

/// Whole months from one day to a later one.
int months_between(Date from, Date to);
/// "lần cuối: đoàn vào tháng 3/2023, 20 tháng trước"; without a fact: "sổ chưa ghi việc nào".
Message reason_words(const PartnerFact* last, Date relation_since, Date today);

/// A follow-up that is still open: what was promised after a contact.
struct NextStep { std::int64_t log = 0, task = 0; std::string words; Date due; };
/// The nearest one of each partner.
std::map<std::int64_t, NextStep> next_steps(db::ReadDb& db, const Actor& actor);

}  // namespace nc::app
