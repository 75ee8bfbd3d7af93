// Days before a conference by which its file must be in, as they hold on a day: dated settings.
#include "app/conferences/rules.h"

#include <algorithm>

#include "app/program.h"
#include "base/number.h"

namespace nc::app {

namespace {

constexpr const char* k_setting = "conference.rules";

ConferenceRule built_in() { return {*Date::from_ymd(2020, 4, 15), 30, 40, 15, 15, "Quyết định 06/2020/QĐ-TTg"}; }

std::vector<std::string> parts_of(std::string_view line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == ';' && out.size() < 6) out.emplace_back();
    else out.back() += c;
  }
  for (std::string& part : out) {
    const auto from = part.find_first_not_of(" \t\r"), to = part.find_last_not_of(" \t\r");
    part = from == std::string::npos ? std::string() : part.substr(from, to - from + 1);
  }
  return out;
}

Result<ConferenceRule> rule_of(std::string_view line) {
  const auto parts = parts_of(line);
  const auto wrong = [&] {
    return refuse(Code::invalid, Message("Không đọc được dòng “" + std::string(line) + "”. Ghi: ngày; số ngày; số ngày khi Thủ tướng cho phép; hạn trả lời; hạn báo cáo; căn cứ.",
                                         "The line “" + std::string(line) + "” can't be read. Write: day; days; days for the Prime Minister; days to answer; days to report; basis."), "rules");
  };
  if (parts.size() < 5) return wrong();
  const auto day = parse_date(parts[0]);
  ConferenceRule out;
  const std::array<int*, 4> numbers{&out.days, &out.days_prime_minister, &out.opinion_days, &out.report_days};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    constexpr std::int64_t k_most = 365;
    const auto n = parse_int(parts[i + 1]);
    if (!n || *n < 0 || *n > k_most) return wrong();
    *numbers[i] = static_cast<int>(*n);
  }
  if (!day) return wrong();
  out.from = *day;
  out.basis = parts.size() > 5 ? parts[5] : std::string();
  return out;
}

}  // namespace

Result<std::vector<ConferenceRule>> parse_conference_rules(std::string_view text) {
  std::vector<ConferenceRule> out;
  std::string line;
  for (const char c : std::string(text) + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      NC_TRY(rule, rule_of(line));
      out.push_back(std::move(rule));
    }
    line.clear();
  }
  std::ranges::stable_sort(out, {}, &ConferenceRule::from);
  return out;
}

std::string conference_rules_text(const std::vector<ConferenceRule>& rules) {
  std::string out;
  for (const ConferenceRule& r : rules)
    out += format_date(r.from, Lang::vi) + "; " + std::to_string(r.days) + "; " + std::to_string(r.days_prime_minister) + "; " + std::to_string(r.opinion_days) + "; " + std::to_string(r.report_days) + "; " + r.basis + "\n";
  return out;
}

std::vector<ConferenceRule> conference_rules(db::ReadDb& db) {
  auto own = parse_conference_rules(setting(db, k_setting));
  if (!own || own->empty()) return {built_in()};
  return *own;
}

ConferenceRule conference_rule_on(db::ReadDb& db, Date day) {
  const auto all = conference_rules(db);
  ConferenceRule out = all.front();
  for (const ConferenceRule& r : all)
    if (!day || r.from <= day) out = r;
  return out;
}

std::string permitting_authority(const std::string& top_rank, bool sensitive_topics) { return sensitive_topics || top_rank == "minister" ? "prime_minister" : "province_chair"; }

}  // namespace nc::app
