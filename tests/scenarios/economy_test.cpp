// Economic diplomacy: a firm counts once, a result counts when it was concluded, what is under way is told by state.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::test {
namespace {

class Economy : public testing::TestWithParam<db::Engine> {
 protected:
  Economy() : site_({.engine = GetParam()}) { site_.sign_in(); }
  void lead(const std::string& code, const std::string& firm, const std::string& day, const std::string& status = "contact", SampleSite::Form more = {}) {
    SampleSite::Form form{{"code", code}, {"title", "Việc " + code}, {"kind", "trade"}, {"vn_company", firm}, {"foreign_company", "Bên kia"}, {"country", "LA"}, {"date", day}, {"status", status}, {"org", "ct"}, {"version", "0"}};
    form.insert(form.end(), more.begin(), more.end());
    const auto made = site_.post("/business-leads", form);
    ASSERT_EQ(made.status, 303) << made.content();
  }
  SampleSite site_;
};

TEST_P(Economy, a_firm_that_meets_two_others_is_one_firm_in_a_year_and_counts_again_in_the_next) {
  lead("QA-1", "Công ty Một", "2023-03-01");
  lead("QA-2", "Công ty Một", "2023-05-01");
  lead("QA-3", "Công ty Hai", "2023-06-01");
  lead("QA-4", "Công ty Một", "2024-02-01");
  EXPECT_EQ(site_.count("I67", "ct", "2023"), 2);
  EXPECT_EQ(site_.count("I67", "ct", "2024"), 1);
}

TEST_P(Economy, a_result_counts_in_the_year_it_was_concluded) {
  lead("QA-5", "Công ty Ba", "2022-11-01", "contract", {{"concluded_on", "2023-02-10"}, {"value", "1,5 triệu USD"}});
  lead("QA-6", "Công ty Bốn", "2023-01-05", "mou");
  EXPECT_EQ(site_.count("I69", "ct", "2022"), 0);
  EXPECT_EQ(site_.count("I69", "ct", "2023"), 1);
}

TEST_P(Economy, a_contract_needs_its_day) {
  lead("QA-7", "Công ty Năm", "2023-01-05");
  const auto id = site_.number("SELECT id FROM business_lead WHERE code = 'QA-7'");
  const auto move = [&](SampleSite::Form more) {
    SampleSite::Form form{{"move", "contract"}, {"version", std::to_string(site_.number("SELECT version FROM business_lead WHERE id = $1", {id}))}};
    form.insert(form.end(), more.begin(), more.end());
    return site_.post("/business-leads/" + std::to_string(id) + "/move", form).status;
  };
  EXPECT_EQ(move({}), 422);
  EXPECT_EQ(move({{"contract.concluded_on", "2022-01-05"}}), 422) << "before they met";
  EXPECT_EQ(move({{"contract.concluded_on", "2023-04-05"}}), 303);
}

INSTANTIATE_TEST_SUITE_P(Both, Economy, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
