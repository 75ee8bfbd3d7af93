// Days before a conference by which its file must be in, as they hold on a day: dated settings.
#pragma once
#include <string>
#include <vector>

#include "db/db.h"
#include "base/date.h"

namespace nc::app {

/// Decision 06/2020/QĐ-TTg: 30 days before, 40 when the Prime Minister permits; agencies answer within 15; report within 15 after.
struct ConferenceRule {
  Date from;  ///< holds for conferences that begin on this day or later
  int days = 30, days_prime_minister = 40, opinion_days = 15, report_days = 15;
  std::string basis;
};

/// The built-in rule and those of the office (setting conference.rules), by day.
std::vector<ConferenceRule> conference_rules(db::ReadDb& db);
/// The rule for a conference that begins on `day`.
ConferenceRule conference_rule_on(db::ReadDb& db, Date day);
/// One rule a line: "15/04/2020; 30; 40; 15; 15; Quyết định 06/2020/QĐ-TTg". A line that can't be read is a Problem that names it.
Result<std::vector<ConferenceRule>> parse_conference_rules(std::string_view text);
std::string conference_rules_text(const std::vector<ConferenceRule>& rules);

/// Who permits: the Prime Minister for guests of ministerial rank or topics of the law's list, else the province.
std::string permitting_authority(const std::string& top_rank, bool sensitive_topics);

}  // namespace nc::app
