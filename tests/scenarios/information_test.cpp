// External information: what is published was approved by somebody else and licensed where needed; articles count once; months in one form.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::test {
namespace {

class Outreach : public testing::TestWithParam<db::Engine> {
 protected:
  Outreach() : site_({.engine = GetParam()}) { site_.sign_in(); }
  std::int64_t item(const std::string& code, const std::string& kind, const std::string& day, SampleSite::Form more = {}) {
    SampleSite::Form form{{"code", code}, {"title", "Việc " + code}, {"kind", kind}, {"date", day}, {"language", "vi"}, {"org", "ct"}, {"version", "0"}};
    const bool told = std::any_of(more.begin(), more.end(), [](const auto& f) { return f.first == "status"; });
    if (!told) form.emplace_back("status", "done");
    form.insert(form.end(), more.begin(), more.end());
    const auto made = site_.post("/information", form);
    EXPECT_EQ(made.status, 303) << made.content();
    return site_.number("SELECT id FROM information WHERE code = $1", {code});
  }
  int move(std::int64_t id, const std::string& what, SampleSite::Form more = {}) {
    SampleSite::Form form{{"move", what}, {"version", std::to_string(site_.number("SELECT version FROM information WHERE id = $1", {id}))}};
    form.insert(form.end(), more.begin(), more.end());
    return site_.post("/information/" + std::to_string(id) + "/move", form).status;
  }
  /// Saves months of 2023: (name of the box, what was typed).
  web::Response months(const SampleSite::Form& boxes, const std::string& site = "trang.example") {
    SampleSite::Form form{{"year", "2023"}, {"site", site}};
    form.insert(form.end(), boxes.begin(), boxes.end());
    return site_.post("/information/months", form);
  }
  SampleSite site_;
};

TEST_P(Outreach, a_bulletin_is_approved_by_somebody_else_and_published_with_its_licence) {
  const auto id = item("QT-1", "bulletin", "2023-05-01", {{"status", "planned"}, {"needs_license", "1"}});
  EXPECT_EQ(move(id, "submit"), 303);
  EXPECT_NE(move(id, "approve"), 303) << "whoever wrote it does not approve it";
  site_.sign_in("bao");
  EXPECT_EQ(move(id, "approve"), 303);
  site_.sign_in();
  EXPECT_EQ(move(id, "publish", {{"publish.date", "2023-05-10"}}), 422) << "without the licence";
  EXPECT_EQ(move(id, "ask_license"), 422) << "of whom?";
  EXPECT_EQ(move(id, "ask_license", {{"ask_license.license_by", "Sở Văn hóa"}}), 303);
  EXPECT_EQ(site_.count("I75", "ct", "2023"), 0);
  EXPECT_EQ(move(id, "publish", {{"publish.date", "2023-05-10"}, {"publish.license_no", "12/GP"}}), 303);
  EXPECT_EQ(site_.count("I75", "ct", "2023"), 1);
}

TEST_P(Outreach, figures_count_what_was_made_each_in_its_own) {
  item("QT-2", "training", "2023-03-10", {{"quantity", "2"}, {"people", "hơn 90"}});
  item("QT-3", "photo", "2023-03-11", {{"quantity", "30"}});
  item("QT-4", "press_item", "2023-03-12", {{"outlet", "Báo thử"}});
  EXPECT_EQ(site_.count("I74", "ct", "2023"), 2);
  EXPECT_EQ(site_.count("I74A", "ct", "2023"), 90);
  EXPECT_EQ(site_.count("I76", "ct", "2023"), 30);
  EXPECT_EQ(site_.count("I71", "ct", "2023"), 32) << "what others wrote is no product of ours";
}

TEST_P(Outreach, an_article_of_a_month_that_the_portal_counted_is_not_counted_again) {
  item("QT-5", "web_article", "2023-04-03");
  item("QT-6", "web_article", "2023-05-03");
  EXPECT_EQ(site_.count("I72", "ct", "2023"), 2);
  EXPECT_EQ(months({{"m4.visits", "hơn 1.200"}, {"m4.articles_vi", "9"}, {"m4.articles_other", "2"}}).status, 303);
  EXPECT_EQ(site_.count("I72", "ct", "2023"), 12);
  EXPECT_EQ(site_.count("I73", "ct", "2023"), 1200);
  EXPECT_EQ(site_.text("SELECT visits_q FROM portal_count WHERE site = 'trang.example'"), "more_than");
}

TEST_P(Outreach, a_month_counts_only_in_periods_that_hold_the_whole_of_it) {
  EXPECT_EQ(months({{"m6.visits", "500"}}).status, 303);
  EXPECT_EQ(site_.count("I73", "ct", "2023-01-01..2023-06-15"), 0);
  EXPECT_EQ(site_.count("I73", "ct", "2023-H1"), 500);
}

TEST_P(Outreach, a_year_is_kept_whole_or_not_at_all_and_an_emptied_month_is_taken_out) {
  const auto refused = months({{"m1.visits", "100"}, {"m2.visits", "nhiều lắm"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_NE(refused.content().find("nhiều lắm"), std::string::npos) << "comes back as typed";
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM portal_count WHERE site = 'trang.example'"), 0);
  EXPECT_EQ(months({{"m1.visits", "100"}, {"m2.visits", "200"}}).status, 303);
  EXPECT_EQ(months({{"m1.visits", "100"}, {"m1.version", "1"}, {"m2.version", "1"}}).status, 303);
  EXPECT_EQ(site_.count("I73", "ct", "2023"), 100);
  EXPECT_EQ(months({{"m2.visits", "250"}, {"m1.visits", "100"}, {"m1.version", "1"}}).status, 303) << "a month that was taken out is entered again";
  EXPECT_EQ(site_.count("I73", "ct", "2023"), 350);
  EXPECT_EQ(months({{"m3.visits", "1"}}, "").status, 422) << "of which site?";
  const auto twin = site_.post("/portal-counts", {{"code", "QT-7"}, {"site", "trang.example"}, {"month", "2023-02-28"}, {"visits", "5"}, {"org", "ct"}, {"version", "0"}});
  EXPECT_EQ(twin.status, 303);
  EXPECT_EQ(site_.count("I73", "ct", "2023"), 105) << "a month that was entered twice counts as it was entered last";
}

TEST_P(Outreach, the_page_of_months_and_the_list_say_what_is_missing) {
  const auto id = item("QT-8", "bulletin", "2023-02-01");
  EXPECT_NE(site_.page("/information/" + std::to_string(id)).find("/edit#f-issue_no"), std::string::npos);
  const std::string list = site_.page("/information?is=incomplete&from=2023-01-01&to=2023-12-31");
  EXPECT_NE(list.find("Việc QT-8"), std::string::npos);
  const std::string page = site_.page("/information/months?year=2025");
  EXPECT_NE(page.find("Tháng chưa có số đếm"), std::string::npos);
  EXPECT_NE(page.find("id=\"visits\""), std::string::npos) << "the chart";
}

INSTANTIATE_TEST_SUITE_P(Both, Outreach, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
