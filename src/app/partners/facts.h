// What shows that a relation lives: dated facts of all registers that name a partner.
#pragma once
#include "app/common/linked_facts.h"

namespace nc::app {

const std::vector<FactSource>& fact_sources();

/// "lần cuối: đoàn vào 3/2023, 20 tháng trước"; without a fact: "sổ chưa ghi việc nào".
Message reason_words(const LinkedFact* last, Date relation_since, Date today);

/// A follow-up that is still open: what was promised after a contact.
struct NextStep { std::int64_t log = 0, task = 0; std::string words; Date due; };
/// The nearest one of each partner.
std::map<std::int64_t, NextStep> next_steps(db::ReadDb& db, const Actor& actor);

}  // namespace nc::app
