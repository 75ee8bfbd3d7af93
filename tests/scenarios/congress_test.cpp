// Congresses and terms: what ends when, who is overdue, personnel completed by one decision, and the figures of it.
#include <gtest/gtest.h>

#include "app/congresses/leadership.h"
#include "base/clock.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::shows;
using Form = test::SampleSite::Form;

class Congresses : public testing::TestWithParam<db::Engine> {
 protected:
  Congresses() : site_({.engine = GetParam()}) {
    site_.sign_in();
    laos_ = site_.number("SELECT id FROM organisation WHERE code = 'ct-la'");
    japan_ = site_.number("SELECT id FROM organisation WHERE code = 'ct-jp'");
  }
  void add(const std::string& path, const Form& form) {
    const auto made = site_.post(path, form);
    ASSERT_EQ(made.status, 303) << path << made.content();
  }
  void term(std::int64_t org, Date from, Date to) { add("/terms", {{"org", std::to_string(org)}, {"name", "Nhiệm kỳ thử"}, {"from_date", from.iso()}, {"to_date", to.iso()}}); }
  std::string url() const { return "/organisations/" + std::to_string(laos_) + "/personnel"; }

  test::SampleSite site_;
  std::int64_t laos_ = 0, japan_ = 0;
};

TEST_P(Congresses, terms_that_end_are_told_in_time) {
  const Date now = today();
  term(laos_, now.plus_months(-66), now.plus_days(-40));
  term(japan_, now.plus_months(-55), now.plus_months(5));
  const std::string page = site_.page("/congresses/radar");
  const std::string table = page.substr(page.find("id=\"deadlines\""), page.find("id=\"unknown\"") - page.find("id=\"deadlines\""));
  EXPECT_TRUE(shows(table, "quá 40 ngày"));
  EXPECT_TRUE(shows(table, "Trong 6 tháng"));
  EXPECT_LT(table.find("ct-la"), table.find("ct-jp"));
  EXPECT_TRUE(shows(site_.page("/organisations/" + std::to_string(laos_)), "quá hạn đại hội"));
  add("/congresses", {{"org", std::to_string(laos_)}, {"title", "Đại hội lần thứ VI"}, {"kind", "regular"}, {"status", "plan_submitted"}});
  EXPECT_TRUE(shows(site_.page("/congresses/radar"), "Đang chuẩn bị đại hội"));
}

TEST_P(Congresses, of_the_sample_are_one_that_was_held_and_one_that_is_prepared) {
  const std::string list = site_.page("/congresses");
  EXPECT_TRUE(shows(list, "Việt Nam - Hàn Quốc thành phố Cần Thơ (minh họa)") && shows(list, "Việt Nam - Pháp thành phố Cần Thơ (minh họa)"));
  const std::string radar = site_.page("/congresses/radar");
  EXPECT_TRUE(shows(radar, "Đang chuẩn bị đại hội")) << "the term of the France association has ended";
  EXPECT_EQ(site_.count("I10", "ct-kr", "2022"), 1);
}

TEST_P(Congresses, overdue_ones_are_counted_until_a_congress_is_held) {
  term(laos_, *Date::from_ymd(2013, 1, 1), *Date::from_ymd(2018, 1, 1));
  EXPECT_EQ(site_.count("I11", "ct-la", "2017"), 0);
  EXPECT_EQ(site_.count("I11", "ct-la", "2018"), 1);
  add("/congresses", {{"org", std::to_string(laos_)}, {"title", "Đại hội V"}, {"kind", "regular"}, {"status", "held"}, {"from_date", "2019-03-15"}, {"called", "100"}, {"present", "95"}});
  EXPECT_EQ(site_.count("I11", "ct-la", "2018"), 1) << "as it stood then";
  EXPECT_EQ(site_.count("I11", "ct-la", "2019"), 0);
  EXPECT_EQ(site_.count("I10", "ct-la", "2019"), 1);
  EXPECT_EQ(site_.count("I10", "ct", "2019"), 1);
  EXPECT_EQ(site_.post("/congresses", {{"org", std::to_string(laos_)}, {"title", "X"}, {"kind", "regular"}, {"status", "held"}, {"from_date", "2019-03-15"}, {"called", "10"}, {"present", "95"}}).status, 422);
}

TEST_P(Congresses, personnel_is_completed_by_one_decision) {
  add("/appointments", {{"org", std::to_string(laos_)}, {"person", "Nguyễn Văn Cũ"}, {"title", "chair"}, {"how", "elected"}, {"from_date", "2017-01-01"}});
  const auto old = site_.text("SELECT id FROM appointment WHERE person = 'Nguyễn Văn Cũ'");
  EXPECT_EQ(site_.post(url(), {{"date", "2019-06-01"}, {"decision_no", "1/QĐ"}}).status, 422) << "nobody leaves and nobody comes";
  EXPECT_EQ(site_.post(url(), {{"leaves", old}, {"ended_by", "moved"}, {"comes", "Trần Thị Mới"}, {"title", "chair"}, {"date", "2019-06-01"}}).status, 422) << "it needs a decision";
  ASSERT_EQ(site_.post(url(), {{"leaves", old}, {"ended_by", "moved"}, {"comes", "Trần Thị Mới"}, {"title", "chair"}, {"date", "2019-06-01"}, {"decision_no", "12/QĐ-LHHN"}}).status, 303);
  EXPECT_EQ(site_.text("SELECT to_date FROM appointment WHERE person = 'Nguyễn Văn Cũ'"), "2019-06-01");
  EXPECT_EQ(site_.text("SELECT how FROM appointment WHERE person = 'Trần Thị Mới'"), "co_opted");
  const std::string page = site_.page("/organisations/" + std::to_string(laos_));
  EXPECT_TRUE(shows(page, "Trần Thị Mới"));
  EXPECT_EQ(site_.count("I12", "ct-la", "2019"), 2) << "one leaves, one comes";
  EXPECT_EQ(site_.count("I12", "ct-la", "2017"), 1);
  site_.program().database().read([&](db::ReadDb& db) {
    const auto then = officers_of(db, Actor::system(), laos_, *Date::from_ymd(2018, 1, 1)), now = officers_of(db, Actor::system(), laos_, *Date::from_ymd(2019, 6, 1));
    ASSERT_EQ(then.size(), 1U);
    EXPECT_EQ(then[0].person, "Nguyễn Văn Cũ");
    ASSERT_EQ(now.size(), 1U);
    EXPECT_EQ(now[0].person, "Trần Thị Mới");
  });
}

INSTANTIATE_TEST_SUITE_P(Both, Congresses, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
