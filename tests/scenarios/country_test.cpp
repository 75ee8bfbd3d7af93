// The profile of a country: figures that open to this country only, round years, and the same on paper in two languages.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::test {
namespace {

class CountryProfile : public testing::TestWithParam<db::Engine> {
 protected:
  CountryProfile() : site_({.engine = GetParam()}) { site_.sign_in(); }
  std::string address(const std::string& code) { return "/countries/" + std::to_string(site_.number("SELECT id FROM country WHERE code = $1", {code})); }
  SampleSite site_;
};

TEST_P(CountryProfile, its_code_leads_to_the_page_and_an_unknown_one_to_the_list) {
  EXPECT_EQ(header(site_.get("/country-profile/JP"), "location"), address("JP"));
  EXPECT_EQ(header(site_.get("/country-profile/I17"), "location"), "/countries?q=I17");
}

TEST_P(CountryProfile, every_number_opens_to_this_country) {
  const std::string page = site_.page(address("LA"));
  EXPECT_NE(page.find("/figures/I64?org=ct-tp"), std::string::npos) << "two twinnings with Laos are in force";
  EXPECT_NE(page.find("Savannakhet"), std::string::npos);
  for (std::size_t at = page.find("href=\"/figures/I"); at != std::string::npos; at = page.find("href=\"/figures/I", at + 1))
    EXPECT_NE(page.substr(at, page.find('"', at + 6) - at).find("country=LA"), std::string::npos) << page.substr(at, 120);
}

TEST_P(CountryProfile, the_next_round_year_is_a_multiple_of_five_that_is_still_to_come) {
  site_.write([](db::Tx& tx) { tx.exec("UPDATE country SET relation_date = '1973-09-21', relation_precision = 'day', relation_status = 'verified' WHERE code = 'JP'"); });
  const std::string page = site_.page(address("JP"));
  const std::size_t at = page.find(" năm vào 21/09/");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ((std::stoi(page.substr(at - 2, 2)) % 5), 0);
}

TEST_P(CountryProfile, the_paper_says_the_same_in_two_languages_and_that_it_is_a_sample) {
  const std::string vi = site_.page(address("KR") + "/papers/profile"), en = site_.page(address("KR") + "/papers/profile-en");
  EXPECT_NE(vi.find("HỒ SƠ NƯỚC"), std::string::npos);
  EXPECT_NE(vi.find("Đoàn vào"), std::string::npos);
  EXPECT_NE(vi.find("BẢN MẪU"), std::string::npos) << "it rests on made-up rows";
  EXPECT_NE(vi.find("Seoul khoảng\u00A0450"), std::string::npos);
  EXPECT_NE(en.find("COUNTRY PROFILE"), std::string::npos);
  EXPECT_NE(en.find("They came"), std::string::npos);
  EXPECT_EQ(site_.get(address("KR") + "/papers/profile.docx").content().substr(0, 2), "PK");
}

INSTANTIATE_TEST_SUITE_P(Both, CountryProfile, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
