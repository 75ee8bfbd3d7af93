// A sealed report is corrected by a numbered supplement; Word templates are checked when they come in and used for the report's file.
#include <gtest/gtest.h>

#include "app/figures.h"
#include "app/program.h"
#include "app/reports/supplement.h"
#include "file/zip_file.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

class Supplements : public testing::TestWithParam<db::Engine>, public test::SampleSite {
 protected:
  Supplements() : SampleSite({.engine = GetParam(), .reports = true}) {
    sign_in();
    sealed_ = text("SELECT CAST(MIN(id) AS text) FROM report WHERE kind = 'half_year' AND status = 'sealed'");
  }
  void add_visit() {
    const auto answer = post("/delegations", {{"direction", "in"}, {"title", "Đoàn nhập muộn"}, {"countries", "LA"}, {"from_date", "15/03/2022"}, {"status", "completed"}, {"confidentiality", "internal"}});
    ASSERT_EQ(answer.status, 303) << answer.content().substr(0, 3000);
  }
  /// The token of the first moved I17 as the page offers it.
  std::string offered() {
    const std::string html = page("/reports/" + sealed_ + "/difference");
    const auto at = html.find("name=\"take.");
    return at == std::string::npos ? std::string() : html.substr(at + 11, html.find('"', at + 11) - at - 11);
  }
  std::string sealed_;
};

TEST_P(Supplements, tell_sealed_value_new_value_records_and_reason_and_link_both_ways) {
  EXPECT_EQ(offered(), "") << "nothing moved yet";
  add_visit();
  const std::string token = offered();
  ASSERT_FALSE(token.empty());
  EXPECT_EQ(post("/reports/" + sealed_ + "/supplement", {{"take." + token, "1"}}).status, 422) << "a reason is needed";
  EXPECT_EQ(post("/reports/" + sealed_ + "/supplement").status, 422) << "nothing chosen";
  const auto made = post("/reports/" + sealed_ + "/supplement", {{"take." + token, "1"}, {"reason." + token, "Hội gửi biên bản sau ngày khóa số"}});
  ASSERT_EQ(made.status, 303) << made.content().substr(0, 2000);
  const std::string address = test::location(made);
  const std::string paper = page(address);
  for (const char* words : {"Bản bổ sung số 1 của Báo cáo 6 tháng đầu năm 2022", "Hội gửi biên bản sau ngày khóa số", "Đoàn nhập muộn", "Đã báo cáo"}) EXPECT_TRUE(test::shows(paper, words)) << words;
  EXPECT_TRUE(test::shows(paper, "/reports/" + sealed_ + "\"")) << "leads to what it supplements";
  EXPECT_TRUE(test::shows(page("/reports/" + sealed_), "Bản bổ sung số 1")) << "and back";
  EXPECT_EQ(text("SELECT status FROM report WHERE id = (SELECT MAX(corrects) FROM report)"), "sealed") << "the sealed report stays";
  // The second has the next number.
  const auto again = post("/reports/" + sealed_ + "/supplement", {{"take." + token, "1"}, {"reason." + token, "Lần nữa"}});
  EXPECT_TRUE(test::shows(page(test::location(again)), "Bản bổ sung số 2"));
}

TEST_P(Supplements, go_the_way_of_every_report) {
  add_visit();
  const std::string token = offered();
  const auto made = post("/reports/" + sealed_ + "/supplement", {{"take." + token, "1"}, {"reason." + token, "Nhập muộn"}});
  const std::string id = text("SELECT CAST(MAX(id) AS text) FROM report WHERE kind = 'supplement'");
  EXPECT_EQ(post("/reports/" + id + "/submit", {{"version", "1"}}).status, 303);
  EXPECT_EQ(text("SELECT status FROM report WHERE id = $1", {*parse_int(id)}), "submitted");
  EXPECT_EQ(post("/reports/" + id + "/supplement", {{"take.t1", "1"}, {"reason.t1", "x"}}).status, 409) << "a draft is edited, not supplemented";
  EXPECT_EQ(post("/reports", {{"kind", "supplement"}, {"org", "ct"}, {"period", "2022-H1"}}).status, 422) << "only from a sealed report";
}

INSTANTIATE_TEST_SUITE_P(Both, Supplements, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
