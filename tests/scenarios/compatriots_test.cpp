// Compatriots abroad: what was said last of a place stands with its word, parts are named, who asks for help is masked, cases keep their clocks.
#include <gtest/gtest.h>

#include "app/compatriots/public.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

TEST(SumOfEstimates, names_its_parts_and_keeps_the_word_that_holds_for_both) {
  app::Estimate osaka, tokyo;
  osaka.city = "Osaka", osaka.quantity = 300, osaka.qualifier = Qualifier::more_than, osaka.as_of = *Date::from_iso("2023-04-22");
  tokyo.city = "Tokyo", tokyo.quantity = 150, tokyo.qualifier = Qualifier::about, tokyo.as_of = *Date::from_iso("2024-01-01");
  const Message words = app::sum_with_parts({osaka, tokyo});
  EXPECT_NE(words.vi.find("khoảng\u00A0450 người, gồm Osaka hơn\u00A0300 (22/04/2023) và Tokyo khoảng\u00A0150 (01/01/2024)"), std::string::npos) << words.vi;
  EXPECT_TRUE(app::sum_with_parts({osaka}).empty()) << "one place is no sum";
  app::Estimate whole;
  whole.quantity = 5000;
  EXPECT_TRUE(app::sum_with_parts({whole, osaka}).empty()) << "a city lies within its country";
}

class Compatriots : public testing::TestWithParam<db::Engine> {
 protected:
  Compatriots() : site_({.engine = GetParam()}) { site_.sign_in(); }
  SampleSite site_;
};

TEST_P(Compatriots, the_page_tells_what_the_paper_said_with_its_word_and_day) {
  const std::string page = site_.page("/compatriots?of=all");
  EXPECT_NE(page.find("hơn\u00A0300</b> – Người Bắc Giang ở Osaka"), std::string::npos);
  EXPECT_NE(page.find("22/04/2023"), std::string::npos);
  const std::string table = page.substr(0, page.find("id=\"cases\""));
  EXPECT_NE(table.find("Hội đồng hương Bắc Giang tại Nhật Bản"), std::string::npos);
  EXPECT_NE(page.find("gồm Seoul khoảng\u00A0450"), std::string::npos);
  EXPECT_EQ(site_.count("I70", "bg", "2023-12-31"), 1);
  EXPECT_EQ(site_.count("I70", "ct", "2025-12-08"), 1);
}

TEST_P(Compatriots, only_the_last_estimate_of_a_place_stands_on_the_page) {
  const auto made = site_.post("/diaspora-estimates", {{"code", "QE-1"}, {"title", "Người Cần Thơ ở Praha, đếm lại"}, {"country", "CZ"}, {"city", "praha"}, {"as_of", "2025-03-01"}, {"quantity", "gần 130"}, {"confidence", "declared"}, {"org", "ct"}, {"version", "0"}});
  ASSERT_EQ(made.status, 303) << made.content();
  const std::string page = site_.page("/compatriots");
  EXPECT_NE(page.find("gần\u00A0130"), std::string::npos);
  EXPECT_EQ(page.find("Người Cần Thơ ở Praha (mẫu)"), std::string::npos);
}

TEST_P(Compatriots, declared_people_take_the_last_word_of_each_place_and_of_the_whole_country_where_it_is_known) {
  EXPECT_EQ(site_.count("I70C", "bg", "2023-12-31"), 300);
  const auto before = site_.count("I70C", "ct", "2025-06-30");
  ASSERT_GT(before, 0);
  const auto declare = [&](const char* code, const char* city, const char* day, const char* people) {
    const auto made = site_.post("/diaspora-estimates", {{"code", code}, {"title", "Người Cần Thơ"}, {"country", "CZ"}, {"city", city}, {"as_of", day}, {"quantity", people}, {"confidence", "declared"}, {"org", "ct"}, {"version", "0"}});
    EXPECT_EQ(made.status, 303) << made.content();
  };
  declare("QE-2", "praha", "2025-03-01", "130");
  EXPECT_EQ(site_.count("I70C", "ct", "2025-06-30"), before + 30) << "Praha told of 100 before";
  EXPECT_EQ(site_.count("I70C", "ct", "2024-12-31"), 100) << "what was said later is not known yet";
  declare("QE-3", "", "2025-04-01", "500");
  EXPECT_EQ(site_.count("I70C", "ct", "2025-06-30"), before + 400) << "a city lies within its country";
}

TEST_P(Compatriots, a_case_is_given_to_somebody_and_settled_with_a_result) {
  const auto made = site_.post("/support-cases", {{"code", "QC-1"}, {"title", "Tìm người thân"}, {"kind", "relatives"}, {"country", "KR"}, {"opened_on", "2023-05-05"}, {"person_name", "Người Lạ Mặt"}, {"status", "received"}, {"org", "ct"}, {"version", "0"}});
  ASSERT_EQ(made.status, 303) << made.content();
  const auto id = site_.number("SELECT id FROM support_case WHERE code = 'QC-1'");
  const auto move = [&](const std::string& what, SampleSite::Form more) {
    SampleSite::Form form{{"move", what}, {"version", std::to_string(site_.number("SELECT version FROM support_case WHERE id = $1", {id}))}};
    form.insert(form.end(), more.begin(), more.end());
    return site_.post("/support-cases/" + std::to_string(id) + "/move", form).status;
  };
  EXPECT_EQ(site_.count("I70A", "ct", "2023-06-01"), 1);
  EXPECT_EQ(move("take", {{"take.owner", "Phạm Minh Thư"}}), 422) << "by when?";
  EXPECT_EQ(move("take", {{"take.owner", "Phạm Minh Thư"}, {"take.due", "2023-05-25"}}), 303);
  EXPECT_NE(site_.page("/support-cases?is=late").find("Tìm người thân"), std::string::npos);
  EXPECT_EQ(move("settle", {}), 422) << "with what result?";
  EXPECT_EQ(move("settle", {{"settle.result", "Đã nối liên lạc."}}), 303);
  EXPECT_EQ(site_.page("/support-cases?is=open").find("Tìm người thân"), std::string::npos);
  EXPECT_NE(site_.page("/support-cases/" + std::to_string(id)).find("Người Lạ Mặt"), std::string::npos);
  site_.sign_in("loan");
  EXPECT_EQ(site_.page("/support-cases/" + std::to_string(id)).find("Người Lạ Mặt"), std::string::npos) << "who asks is personal";
}

INSTANTIATE_TEST_SUITE_P(Both, Compatriots, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
