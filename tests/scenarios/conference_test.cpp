// An international conference: who permits, by when the file must be in, agencies, the report, and how much was in time.
#include <gtest/gtest.h>

#include "app/conferences/rules.h"
#include "base/clock.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::shows;
using Form = test::SampleSite::Form;

TEST(ConferenceRules, are_read_a_line_each_and_refused_by_name) {
  const auto rules = parse_conference_rules("01/01/2027; 20; 45; 10; 10; Nghị định thử\n15/04/2020; 30; 40; 15; 15; Quyết định 06/2020/QĐ-TTg\n");
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->size(), 2U);
  EXPECT_EQ(rules->front().days, 30) << "by day, whatever the order of the lines";
  EXPECT_EQ(rules->back().days_prime_minister, 45);
  EXPECT_EQ(parse_conference_rules(conference_rules_text(*rules))->back().basis, "Nghị định thử");
  const auto wrong = parse_conference_rules("15/04/2020; ba mươi; 40; 15; 15");
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.vi.find("ba mươi"), std::string::npos);
}

TEST(ConferenceRules, the_prime_minister_permits_ministers_and_listed_topics) {
  EXPECT_EQ(permitting_authority("minister", false), "prime_minister");
  EXPECT_EQ(permitting_authority("expert", true), "prime_minister");
  EXPECT_EQ(permitting_authority("expert", false), "province_chair");
}

class Conferences : public testing::TestWithParam<db::Engine> {
 protected:
  Conferences() : site_({.engine = GetParam()}) { site_.sign_in(); }

  std::int64_t plans(const std::string& code, const std::string& from, Form more = {}) {
    Form form{{"code", code}, {"title", "Hội thảo " + code}, {"kind", "seminar"}, {"from_date", from}};
    if (std::ranges::none_of(more, [](const auto& f) { return f.first == "status"; })) form.emplace_back("status", "drafting");
    form.insert(form.end(), more.begin(), more.end());
    const auto made = site_.post("/conferences", form);
    EXPECT_EQ(made.status, 303) << made.content();
    return site_.number("SELECT id FROM conference WHERE code = $1", {code});
  }
  std::string column(const std::string& code, const std::string& name) { return site_.text(db::Sql::built("SELECT " + name + " FROM conference WHERE code = $1"), {code}); }

  test::SampleSite site_;
};

TEST_P(Conferences, know_by_when_the_file_must_be_in) {
  plans("QA-1", "2031-06-30");
  EXPECT_EQ(column("QA-1", "authority"), "province_chair");
  EXPECT_EQ(column("QA-1", "latest_filing"), "2031-05-31") << "thirty days before";
  plans("QA-2", "2031-06-30", {{"top_rank", "minister"}});
  EXPECT_EQ(column("QA-2", "authority"), "prime_minister");
  EXPECT_EQ(column("QA-2", "latest_filing"), "2031-05-21") << "forty days before";
  plans("QA-3", "2031-06-30", {{"topics", "religion"}});
  EXPECT_EQ(column("QA-3", "authority"), "prime_minister");
  EXPECT_EQ(site_.post("/conferences", {{"code", "QA-4"}, {"title", "X"}, {"kind", "seminar"}, {"status", "drafting"}, {"from_date", "2031-06-30"}, {"topics", "defence"}, {"authority", "province_chair"}}).status, 422);
}

TEST_P(Conferences, go_by_the_rule_of_their_first_day) {
  ASSERT_EQ(site_.post("/conferences/rules", {{"rules", "không phải quy định"}}).status, 422);
  ASSERT_EQ(site_.post("/conferences/rules", {{"rules", "15/04/2020; 30; 40; 15; 15; Quyết định 06/2020/QĐ-TTg\n01/01/2031; 45; 60; 20; 10; Quy định mới"}}).status, 303);
  plans("QA-5", "2030-06-30");
  plans("QA-6", "2031-06-30");
  EXPECT_EQ(column("QA-5", "latest_filing"), "2030-05-31");
  EXPECT_EQ(column("QA-6", "latest_filing"), "2031-05-16");
  EXPECT_EQ(column("QA-6", "report_due"), "2031-07-10");
  EXPECT_TRUE(shows(site_.page("/conferences/" + std::to_string(site_.number("SELECT id FROM conference WHERE code = 'QA-6'"))), "Quy định mới"));
}

TEST_P(Conferences, ask_agencies_that_answer_within_fifteen_days) {
  const auto one = plans("QA-7", today().plus_days(60).iso());
  const std::string sent = today().plus_days(-20).iso();
  const auto made = site_.post("/conference-opinions", {{"conference", std::to_string(one)}, {"agency", "Công an thành phố"}, {"sent_on", sent}});
  ASSERT_EQ(made.status, 303) << made.content();
  EXPECT_EQ(site_.text("SELECT due_on FROM conference_opinion WHERE conference = $1", {one}), today().plus_days(-5).iso());
  EXPECT_TRUE(shows(site_.page("/conferences/" + std::to_string(one)), "đã quá 5 ngày"));
}

TEST_P(Conferences, are_counted_with_their_foreign_delegates_and_how_many_files_were_in_time) {
  plans("QA-8", "2019-06-30", {{"status", "held"}, {"foreign_people", "12"}, {"filed_on", "2019-05-01"}});
  plans("QA-9", "2019-09-30", {{"status", "reported"}, {"foreign_people", "8"}, {"filed_on", "2019-09-20"}});
  plans("QA-10", "2019-11-30", {{"status", "drafting"}});
  EXPECT_EQ(site_.count("I28", "ct", "2019"), 2);
  EXPECT_EQ(site_.count("I29", "ct", "2019"), 20);
  EXPECT_EQ(site_.count("I30", "ct", "2019"), 50);
}

TEST_P(Conferences, print_the_scheme_and_the_report) {
  const auto one = plans("QA-11", "2019-06-30", {{"status", "held"}, {"foreign_people", "12"}});
  for (const char* file : {"scheme.docx", "scheme.pdf", "result.docx", "result.pdf"}) EXPECT_EQ(site_.get("/conferences/" + std::to_string(one) + "/" + file).status, 200) << file;
}

INSTANTIATE_TEST_SUITE_P(Both, Conferences, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
