// Agreements that live: commitments with progress, what ends soon, what sleeps, the line of renewals, the mean progress.
#include <gtest/gtest.h>

#include "app/agreements/pulse.h"
#include "base/clock.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;

class Agreements : public testing::TestWithParam<db::Engine> {
 protected:
  Agreements() : site_({.engine = GetParam()}) { site_.sign_in(); }

  std::int64_t signed_one(const std::string& code, const std::string& title, Date from, Date to, test::SampleSite::Form more = {}) {
    test::SampleSite::Form form{{"code", code}, {"kind", "mou"}, {"title", title}, {"vn_party", "Liên hiệp"}, {"foreign_party", "Phía bạn"}, {"country", "LA"}, {"status", "in_force"}, {"signed_on", from.iso()}, {"effective_from", from.iso()}};
    if (to) form.emplace_back("expires_on", to.iso());
    form.insert(form.end(), more.begin(), more.end());
    const auto made = site_.post("/agreements", form);
    EXPECT_EQ(made.status, 303) << made.content();
    return site_.number("SELECT id FROM agreement WHERE code = $1 AND deleted = 0", {code});
  }

  void promises(std::int64_t agreement, const std::string& what, int progress, const std::string& due = "") {
    const auto made = site_.post("/commitments", {{"agreement", std::to_string(agreement)}, {"content", what}, {"progress", std::to_string(progress)}, {"due", due}});
    ASSERT_EQ(made.status, 303) << made.content();
  }

  static std::string url(std::int64_t id, const std::string& rest = "") { return "/agreements/" + std::to_string(id) + rest; }

  test::SampleSite site_;
};

TEST_P(Agreements, that_end_are_listed_by_how_soon) {
  const Date now = today();
  signed_one("QA-1", "Thỏa thuận hai mươi ngày", now.plus_months(-30), now.plus_days(20));
  signed_one("QA-2", "Thỏa thuận bảy mươi ngày", now.plus_months(-30), now.plus_days(70));
  signed_one("QA-3", "Thỏa thuận còn lâu", now.plus_months(-30), now.plus_days(700));
  signed_one("QA-4", "Thỏa thuận đã quá", now.plus_months(-30), now.plus_days(-5));
  const std::string page = site_.page("/agreements/radar");
  const std::string table = page.substr(page.find("id=\"expiring\""), page.find("id=\"asleep\"") - page.find("id=\"expiring\""));
  EXPECT_TRUE(shows(table, "quá 5 ngày"));
  EXPECT_LT(table.find("Thỏa thuận đã quá"), table.find("Thỏa thuận hai mươi ngày"));
  EXPECT_LT(table.find("Thỏa thuận hai mươi ngày"), table.find("Thỏa thuận bảy mươi ngày"));
  EXPECT_FALSE(shows(table, "Thỏa thuận còn lâu"));
  EXPECT_FALSE(shows(site_.page("/agreements?is=ending"), "Thỏa thuận còn lâu"));
}

TEST_P(Agreements, sleep_after_twelve_months_without_anything_done_under_them) {
  const auto asleep = signed_one("QA-5", "Thỏa thuận im lặng", today().plus_months(-40), {});
  const auto awake = signed_one("QA-6", "Thỏa thuận sống động", today().plus_months(-40), {});
  signed_one("QA-7", "Thỏa thuận còn mới", today().plus_months(-3), {});
  const auto activity = [&](std::int64_t agreement, const std::string& code, Date day) {
    const auto made = site_.post("/activities", {{"code", code}, {"title", "Việc theo thỏa thuận"}, {"kind", "talk"}, {"from_date", day.iso()}, {"status", "done"}, {"agreement", std::to_string(agreement)}});
    ASSERT_EQ(made.status, 303) << made.content();
  };
  activity(asleep, "QA-H1", today().plus_months(-20));
  activity(awake, "QA-H2", today().plus_months(-2));
  const auto list = [&] { const std::string page = site_.page("/agreements/radar"); return page.substr(page.find("id=\"asleep\"")); };
  EXPECT_TRUE(shows(list(), "Thỏa thuận im lặng"));
  EXPECT_TRUE(shows(list(), "20 tháng trước"));
  EXPECT_FALSE(shows(list(), "Thỏa thuận sống động"));
  EXPECT_FALSE(shows(list(), "Thỏa thuận còn mới"));
  EXPECT_TRUE(shows(site_.page(url(asleep)), "Mười hai tháng qua không có việc nào"));
  promises(asleep, "Cấp học bổng", 10);
  EXPECT_FALSE(shows(list(), "Thỏa thuận im lặng")) << "progress of a commitment wakes it";
}

TEST_P(Agreements, are_renewed_into_a_new_one_that_takes_what_is_unfinished_along) {
  const auto first = signed_one("QA-8", "Thỏa thuận 2021-2025", *Date::from_ymd(2021, 1, 1), *Date::from_ymd(2025, 12, 31), {{"scope", "Giáo dục"}});
  promises(first, "Xây trường", 100);
  promises(first, "Dạy tiếng", 40, "2025-06-30");
  EXPECT_TRUE(shows(site_.page(url(first, "/renew")), "2026-01-01")) << "it begins the day after the old one ends";
  EXPECT_EQ(site_.post(url(first, "/renew"), {{"title", ""}}).status, 422);
  EXPECT_EQ(site_.post(url(first, "/renew"), {{"title", "X"}, {"from", "01/01/2026"}, {"to", "01/01/2020"}}).status, 422);
  const auto made = site_.post(url(first, "/renew"), {{"title", "Thỏa thuận 2026-2030"}, {"from", "01/01/2026"}, {"to", "31/12/2030"}, {"period_label", "2026 - 2030"}, {"with_commitments", "1"}});
  ASSERT_EQ(made.status, 303) << made.content();
  const auto second = site_.number("SELECT id FROM agreement WHERE renews = $1", {first});
  EXPECT_EQ(site_.text("SELECT status FROM agreement WHERE id = $1", {second}), "negotiating");
  EXPECT_EQ(site_.text("SELECT scope FROM agreement WHERE id = $1", {second}), "Giáo dục");
  EXPECT_EQ(site_.text("SELECT status FROM agreement WHERE id = $1", {first}), "in_force") << "the old one stays as it is";
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM commitment WHERE agreement = $1", {second}), 1) << "what is done stays behind";
  EXPECT_EQ(site_.number("SELECT progress FROM commitment WHERE agreement = $1", {second}), 0);
  for (const auto id : {first, second}) {
    const std::string page = site_.page(url(id));
    EXPECT_TRUE(shows(page, "Thỏa thuận 2021-2025")) << "the line is shown on both";
    EXPECT_TRUE(shows(page, "Thỏa thuận 2026-2030"));
  }
  EXPECT_EQ(site_.post(url(first, "/renew"), {{"title", "Lần nữa"}}).status, 409) << "it is being renewed already";
  EXPECT_TRUE(shows(site_.page("/agreements/radar"), "Đang tái ký"));
  EXPECT_EQ(site_.post(url(second, "/renew"), {{"title", "Chưa ký"}}).status, 409) << "nothing to renew before the signature";
}

TEST_P(Agreements, take_progress_with_its_per_cent_sign) {
  const auto agreement = site_.number("SELECT MIN(id) FROM agreement");
  for (const char* typed : {"30%", "30 %", "30"}) {
    ASSERT_EQ(site_.post("/commitments", {{"agreement", std::to_string(agreement)}, {"content", std::string("Gõ ") + typed}, {"progress", typed}}).status, 303) << typed;
    EXPECT_EQ(site_.number("SELECT progress FROM commitment WHERE content = $1", {std::string("Gõ ") + typed}), 30);
  }
  EXPECT_EQ(site_.post("/commitments", {{"agreement", std::to_string(agreement)}, {"content", "Gõ quá"}, {"progress", "130%"}}).status, 422);
}

TEST_P(Agreements, have_the_mean_progress_of_their_commitments) {
  const auto one = signed_one("QA-9", "Thỏa thuận đo tiến độ", today(), {});
  promises(one, "Việc một", 100);
  promises(one, "Việc hai", 50);
  promises(one, "Việc ba", 0);
  double value = -1;
  std::int64_t rows = 0;
  site_.program().database().read([&](db::ReadDb& db) {
    fig::Ask ask;
    ask.code = "I66";
    ask.org = "ct";
    ask.as_of = today();
    ask.where = {{"agreement", "QA-9"}};
    const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
    ASSERT_TRUE(f) << f.error().message.en;
    value = f->value.value_or(-1);
    rows = f->row_count;
  });
  EXPECT_EQ(rows, 3);
  EXPECT_DOUBLE_EQ(value, 50);
}

TEST_P(Agreements, end_early_only_with_a_reason) {
  const auto one = signed_one("QA-10", "Thỏa thuận chấm dứt", today().plus_months(-3), {});
  const auto version = site_.text("SELECT version FROM agreement WHERE id = $1", {one});
  EXPECT_EQ(site_.post(url(one, "/move"), {{"move", "terminate"}, {"version", version}}).status, 422);
  EXPECT_EQ(site_.post(url(one, "/move"), {{"move", "terminate"}, {"version", version}, {"terminate.reason", "Bên bạn giải thể"}}).status, 303);
  EXPECT_FALSE(shows(site_.page("/agreements/radar"), "Thỏa thuận chấm dứt"));
}

INSTANTIATE_TEST_SUITE_P(Both, Agreements, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
