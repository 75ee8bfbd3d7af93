// Signature campaigns: each association counts its own, the figure adds the batches, what was sent stays as it was sent.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::test {
namespace {

class Peace : public testing::TestWithParam<db::Engine> {
 protected:
  Peace() : site_({.engine = GetParam()}) {
    site_.sign_in();
    EXPECT_EQ(site_.post("/campaigns", {{"title", "Chữ ký thử"}, {"from_date", "2024-03-01"}, {"signatures", "1.000"}, {"target", "500"}, {"status", "collecting"}, {"org", "ct"}, {"version", "0"}}).status, 303);
    id_ = site_.number("SELECT id FROM campaign WHERE title = 'Chữ ký thử'");
  }
  web::Response batch(const std::string& title, const std::string& quantity, const std::string& org, const std::string& day = "2024-04-10") {
    return site_.post("/signature-batches", {{"campaign", std::to_string(id_)}, {"title", title}, {"collected_from", day}, {"collected_to", day}, {"method", "paper"}, {"quantity", quantity}, {"org", org}, {"version", "0"}});
  }
  web::Response send(const std::string& day) {
    return site_.post("/campaigns/" + std::to_string(id_) + "/move",
                      {{"move", "submit"}, {"version", std::to_string(site_.number("SELECT version FROM campaign WHERE id = $1", {id_}))}, {"submit.sent_on", day}});
  }
  SampleSite site_;
  std::int64_t id_ = 0;
};

TEST_P(Peace, the_figure_takes_the_batches_once_there_are_some_and_the_declared_number_before) {
  EXPECT_EQ(site_.count("I62", "ct", "2024"), 1000);
  ASSERT_EQ(batch("Trường học", "180", "ct-kr").status, 303);
  ASSERT_EQ(batch("Công viên", "120", "ct").status, 303);
  EXPECT_EQ(site_.count("I62", "ct", "2024"), 300);
  EXPECT_EQ(site_.count("I62", "ct-kr", "2024"), 180);
  EXPECT_EQ(site_.count("I62", "ct", "2023"), 0) << "batches are of the year they were collected in";
}

TEST_P(Peace, an_association_reads_the_campaign_of_its_Union_but_changes_only_its_own_batches) {
  ASSERT_EQ(batch("Của hội bạn", "50", "ct-la").status, 303);
  site_.sign_in("anh");
  const std::string page = site_.page("/campaigns/" + std::to_string(id_));
  EXPECT_NE(page.find("Chữ ký thử"), std::string::npos);
  EXPECT_EQ(page.find("Của hội bạn"), std::string::npos);
  EXPECT_EQ(batch("Của hội mình", "70", "ct-kr").status, 303);
  EXPECT_GE(batch("Của người khác", "70", "ct-la").status, 400);
  EXPECT_GE(site_.post("/campaigns/" + std::to_string(id_), {{"title", "Đổi tên"}, {"from_date", "2024-03-01"}, {"status", "collecting"}, {"org", "ct"}, {"version", "1"}}).status, 400);
  EXPECT_EQ(site_.text("SELECT title FROM campaign WHERE id = $1", {id_}), "Chữ ký thử");
}

TEST_P(Peace, sending_marks_what_was_collected_by_then_and_closes_the_book) {
  ASSERT_EQ(batch("Trước", "10", "ct", "2024-04-10").status, 303);
  ASSERT_EQ(batch("Sau", "20", "ct", "2024-06-10").status, 303);
  ASSERT_EQ(send("2024-05-01").status, 303);
  EXPECT_EQ(site_.text("SELECT sent_on FROM signature_batch WHERE title = 'Trước'"), "2024-05-01");
  EXPECT_EQ(site_.text("SELECT COALESCE(sent_on, '') FROM signature_batch WHERE title = 'Sau'"), "");
  site_.sign_in("anh");
  EXPECT_EQ(batch("Thêm", "5", "ct-kr").status, 422);
}

INSTANTIATE_TEST_SUITE_P(Both, Peace, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
