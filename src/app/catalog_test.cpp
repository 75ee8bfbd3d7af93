// All registers together: unique names, ready views that lists understand, rules that complain in both languages.
#include "app/catalog.h"

#include <gtest/gtest.h>

#include <set>

#include "base/clock.h"
#include "register/store.h"

namespace nc::app {
namespace {

std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& query) {
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t from = 0; from < query.size();) {
    const std::size_t to = std::min(query.find('&', from), query.size());
    const std::string one = query.substr(from, to - from);
    out.emplace_back(one.substr(0, one.find('=')), one.substr(one.find('=') + 1));
    from = to + 1;
  }
  return out;
}

TEST(Catalogue, names_and_addresses_are_used_once) {
  std::set<std::string> names, paths, prefixes;
  for (const reg::Description* d : catalog().all()) {
    EXPECT_TRUE(names.insert(d->name).second) << d->name;
    EXPECT_TRUE(paths.insert(d->path).second) << d->path;
    if (!d->code_prefix.empty()) EXPECT_TRUE(prefixes.insert(d->code_prefix).second) << d->code_prefix;
  }
  EXPECT_GE(names.size(), 26U);
}

TEST(Catalogue, ready_views_ask_for_what_lists_can_do) {
  for (const reg::Description* d : catalog().all())
    for (const reg::SavedView& view : d->views) {
      const auto parsed = reg::parse_list_query(*d, pairs_of(view.query));
      EXPECT_TRUE(parsed.has_value()) << d->name << " " << view.label.en << ": "
                                      << (parsed ? "" : parsed.error().message.en);
    }
}

TEST(Catalogue, links_lead_to_registers) {
  for (const reg::Description* d : catalog().all())
    for (const reg::Field& f : d->fields)
      if (f.opt.link) EXPECT_NE(catalog().find(f.opt.link), nullptr) << d->name << "." << f.name;
}

TEST(Catalogue, registers_that_hold_something_on_people_say_on_whom_and_why) {
  for (const reg::Description* d : catalog().all())
    for (const reg::Field& f : d->fields)
      if (f.opt.personal || f.opt.sensitive) EXPECT_TRUE(d->processing && !d->processing->whom.empty() && !d->processing->why.empty()) << d->name << "." << f.name << ": say it with .holds(...)";
}

/// What the rules of a register say to a record typed field by field.
Problems complaints(const std::string& name, const std::vector<std::pair<const char*, db::Value>>& columns) {
  const reg::Description& d = *catalog().find(name);
  reg::Cells cells(d.columns().size());
  for (const auto& [column, value] : columns) cells.at(static_cast<std::size_t>(d.column(column))) = value;
  Problems problems;
  for (const auto& rule : d.rules) rule(cells, d, problems);
  return problems;
}

std::set<std::string> fields_of(const Problems& problems) {
  std::set<std::string> out;
  for (const Problem& p : problems) {
    EXPECT_FALSE(p.message.vi.empty() || p.message.en.empty()) << p.field;
    out.insert(p.field);
  }
  return out;
}

class Rules : public testing::Test {
 protected:
  void SetUp() override { set_clock_for_test(1'765'249'200'000); }  // 09/12/2025 10:00 at UTC+7
  void TearDown() override { set_clock_for_test(0); }
};

TEST_F(Rules, a_delegation_does_not_return_before_it_left) {
  const auto problems = complaints("delegation", {{"direction", "out"},
                                                  {"countries", "|LA|"},
                                                  {"status", "proposed"},
                                                  {"from_date", "2026-04-14"},
                                                  {"to_date", "2026-04-12"}});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].field, "to_date");
  EXPECT_NE(problems[0].message.vi.find("Chọn từ 14/04/2026 trở đi"), std::string::npos) << problems[0].message.vi;
}

TEST_F(Rules, a_delegation_needs_a_country_and_is_not_over_before_it_came) {
  EXPECT_EQ(fields_of(complaints("delegation", {{"status", "completed"}, {"from_date", "2025-12-10"}})),
            (std::set<std::string>{"countries", "from_date"}));
  EXPECT_TRUE(
      complaints("delegation", {{"status", "completed"}, {"from_date", "2025-12-09"}, {"countries", "|KR|"}}).empty());
  EXPECT_TRUE(
      complaints("delegation", {{"status", "scheduled"}, {"from_date", "2026-02-10"}, {"countries", "|KR|"}}).empty());
}

TEST_F(Rules, absurd_head_counts_are_refused) {
  EXPECT_EQ(fields_of(complaints("delegation", {{"status", "completed"},
                                                {"from_date", "2025-12-01"},
                                                {"countries", "|KR|"},
                                                {"members", std::int64_t{57'000}}})),
            (std::set<std::string>{"members"}));
}

TEST_F(Rules, a_renewal_says_which_year_it_is) {
  EXPECT_EQ(fields_of(complaints(
                "aid", {{"status", "implementing"}, {"from_date", "2025-01-01"}, {"series", std::int64_t{7}}})),
            (std::set<std::string>{"year_no"}));
}

TEST_F(Rules, an_answered_petition_has_its_answer_and_day) {
  EXPECT_EQ(fields_of(complaints("petition", {{"date", "2025-11-01"}, {"status", "answered"}})),
            (std::set<std::string>{"answer", "answered_on"}));
}

TEST_F(Rules, a_declared_number_names_its_unit_and_indicator) {
  EXPECT_EQ(fields_of(complaints("claim", {{"indicator", "17"}, {"amount", std::int64_t{57}}})),
            (std::set<std::string>{"indicator", "unit"}));
}

TEST_F(Rules, an_award_goes_to_somebody_for_a_sensible_year) {
  EXPECT_EQ(fields_of(complaints("award", {{"merit_year", std::int64_t{20214}}})),
            (std::set<std::string>{"merit_year", "subject_org"}));
}

}  // namespace
}  // namespace nc::app
