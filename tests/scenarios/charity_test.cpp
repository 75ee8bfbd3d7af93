// Charity after the day it was given: trees that live, relief passed on, foreign students somebody stands by.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::test {
namespace {

class Caring : public testing::TestWithParam<db::Engine> {
 protected:
  Caring() : site_({.engine = GetParam()}) { site_.sign_in(); }
  web::Response charity(const std::string& title, SampleSite::Form more) {
    SampleSite::Form form{{"title", title}, {"kind", "cash"}, {"date", "25/11/2025"}, {"status", "delivered"}};
    form.insert(form.end(), more.begin(), more.end());
    return site_.post("/charity", form);
  }
  web::Response check_trees(const std::string& code, const std::string& day, const std::string& alive) {
    return site_.post("/tree-checks", {{"charity", code}, {"date", day}, {"alive", alive}, {"checked_by", "Đoàn phường"}});
  }
  double survival(const std::string& org, const std::string& period) {
    double out = -1;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = "I57", ask.org = org;
      ask.period = *parse_period(period);
      const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
      if (f && f->value) out = *f->value;
    });
    return out;
  }
  SampleSite site_;
};

TEST_P(Caring, tells_how_many_trees_live_at_the_last_check_of_each_planting) {
  EXPECT_NEAR(survival("ct-kr", "2023"), 91, 0.01) << "the first check of the sample";
  EXPECT_NEAR(survival("ct-kr", "2025"), 87, 0.01) << "the second one stands for the planting";
  ASSERT_EQ(check_trees("F003", "10/01/2026", "800").status, 303);
  EXPECT_NEAR(survival("ct-kr", "2026"), 80, 0.01);
  EXPECT_NEAR(survival("ct-kr", "2025"), 87, 0.01) << "a later check does not change what was known then";
  EXPECT_LT(survival("hp", "2025"), 0) << "where nobody checked there is no share";
  EXPECT_TRUE(shows(site_.page("/figures/I57?org=ct-kr&period=2025"), "bần"));
}

TEST_P(Caring, refuses_more_living_trees_than_were_planted) {
  const auto answer = check_trees("F003", "10/01/2026", "1001");
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(shows(answer, "Đã trồng 1.000 cây"));
}

TEST_P(Caring, counts_relief_that_was_passed_on_beside_its_own_spending_and_not_in_it) {
  const auto own = site_.count("I54", "ct", "2025"), passed = site_.count("I54A", "ct", "2025");
  EXPECT_EQ(charity("Cứu trợ lũ, nhận rồi chuyển", {{"value", "hơn 400 triệu đồng"}, {"funds_flow", "passed_on"}}).status, 422) << "it says to whom";
  EXPECT_EQ(charity("Cứu trợ lũ, nhận rồi chuyển", {{"value", "hơn 400 triệu đồng"}, {"funds_flow", "passed_on"}, {"passed_to", "Ủy ban Mặt trận Tổ quốc"}, {"passed_on", "26/11/2025"}}).status, 303);
  EXPECT_EQ(site_.count("I54", "ct", "2025"), own);
  EXPECT_EQ(site_.count("I54A", "ct", "2025"), std::max<std::int64_t>(passed, 0) + 400'000'000);
  EXPECT_EQ(charity("Quà của đơn vị", {{"value", "10 triệu đồng"}, {"funds_flow", "through_us"}}).status, 303);
  EXPECT_EQ(site_.count("I54", "ct", "2025"), std::max<std::int64_t>(own, 0) + 10'000'000);
}

TEST_P(Caring, counts_school_sites_by_who_gave_them_and_shows_both_ways_beside_the_visits) {
  const auto before = std::max<std::int64_t>(site_.count("I54S", "ct", "2025"), 0);
  const SampleSite::Form school{{"kind", "school"}, {"date", "25/11/2025"}, {"status", "delivered"}, {"countries", "LA"}};
  auto given = school, received = school, planned = school;
  given.insert(given.begin(), {"title", "Điểm trường tặng bản bạn"});
  received.insert(received.begin(), {"title", "Điểm trường bạn tặng"});
  received.emplace_back("sponsor_text", "Quỹ Bạn Bè");
  planned.insert(planned.begin(), {"title", "Điểm trường còn dự kiến"});
  for (auto& [field, value] : planned)
    if (field == "status") value = "planned";
  for (const auto& form : {given, received, planned}) ASSERT_EQ(site_.post("/charity", form).status, 303);
  EXPECT_EQ(site_.count("I54S", "ct", "2025"), before + 2) << "planned is not handed over";
  const std::string ledger = site_.page("/partners/reciprocity?years=1&to=2025");
  EXPECT_TRUE(shows(ledger, "Trường nhận 1, mở bản ghi"));
  EXPECT_TRUE(shows(ledger, "Trường trao 1, mở bản ghi"));
}

TEST_P(Caring, counts_a_foreign_student_while_somebody_stands_by) {
  EXPECT_EQ(site_.count("I60", "ct", "2025"), 2) << "the third of the sample has nobody";
  ASSERT_EQ(site_.post("/sponsorships", {{"student", "LHS-2025-003"}, {"kind", "tuition"}, {"by_org", "ct-la"}, {"from_date", "01/10/2025"}, {"to_date", "31/05/2026"}}).status, 303);
  EXPECT_EQ(site_.count("I60", "ct", "2025"), 3);
  ASSERT_EQ(site_.post("/sponsorships", {{"student", "LHS-2025-003"}, {"kind", "living"}, {"sponsor", "Gia đình bà Thử"}, {"from_date", "01/11/2025"}}).status, 303);
  EXPECT_EQ(site_.count("I60", "ct", "2025"), 3) << "two who stand by one student make one";
  EXPECT_EQ(site_.count("I60", "ct", "2024"), 2);
  EXPECT_EQ(site_.post("/sponsorships", {{"student", "LHS-2025-003"}, {"kind", "living"}, {"from_date", "01/11/2025"}}).status, 422) << "somebody has to be named";
}

INSTANTIATE_TEST_SUITE_P(Both, Caring, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
