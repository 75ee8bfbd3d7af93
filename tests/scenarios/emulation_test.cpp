// Emulation: who fills in which column, points within their bounds, flags in a row across succession, awards on paper.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

class Emulation : public testing::TestWithParam<db::Engine> {
 protected:
  Emulation() : site_({.engine = GetParam()}) { site_.sign_in(); }

  std::int64_t number(const std::string& sql, db::Params params = {}) { return site_.number(db::Sql::built(sql), std::move(params)); }
  std::int64_t org(const std::string& code) { return number("SELECT id FROM organisation WHERE code = $1", {code}); }
  std::string sheet(const std::string& code) { return "/emulation/" + std::to_string(org(code)); }
  std::string box(int n, const char* column) {
    return "c" + std::to_string(number("SELECT id FROM emulation_criterion WHERE year = 2025 AND no = $1", {static_cast<std::int64_t>(n)})) + "." + column;
  }
  std::int64_t points(const std::string& code, const char* column) {
    return number(std::string("SELECT COALESCE(SUM(") + column + "), -1) FROM emulation_score WHERE deleted = 0 AND year = 2025 AND unit = $1", {org(code)});
  }
  double flags(const std::string& code, const std::string& period) {
    double value = -1;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = "I89";
      ask.org = code;
      ask.as_of = Date::from_iso(period);
      const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
      if (f && f->value) value = *f->value;
    });
    return value;
  }

  SampleSite site_;
};

TEST_P(Emulation, an_association_scores_itself_and_nobody_else) {
  site_.sign_in("anh");
  ASSERT_EQ(site_.post(sheet("ct-kr"), {{"year", "2025"}, {box(1, "self"), "20"}, {box(1, "council"), "30"}}).status, 303);
  EXPECT_EQ(points("ct-kr", "self"), 20);
  EXPECT_EQ(points("ct-kr", "council"), -1) << "the council's column is not theirs";
  EXPECT_EQ(site_.get(sheet("ct-la") + "?year=2025").status, 404);
  EXPECT_NE(site_.post(sheet("ct-la"), {{"year", "2025"}, {box(1, "self"), "1"}}).status, 303);
}

TEST_P(Emulation, points_stay_within_their_criterion) {
  site_.sign_in("anh");
  const auto refused = site_.post(sheet("ct-kr"), {{"year", "2025"}, {box(1, "self"), "31"}, {box(2, "self"), "5"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(refused, "từ 0 đến 30"));
  EXPECT_TRUE(shows(refused, "value=\"31\"")) << "what was typed is still there";
  EXPECT_EQ(points("ct-kr", "self"), -1) << "all or none";
}

TEST_P(Emulation, the_head_of_a_cluster_scores_its_members_but_not_itself) {
  site_.write([&](db::Tx& tx) {
    add_person(tx, "nhat", "Người Nhật Bản", "", "ct-jp", Reach::own, {Function::enter}, "mot-cum-mat-khau-dai", Sight::internal, "association_officer").value();
  });
  site_.sign_in("nhat");
  ASSERT_EQ(site_.post(sheet("ct-kr"), {{"year", "2025"}, {box(1, "cluster"), "25"}}).status, 303);
  EXPECT_EQ(points("ct-kr", "cluster"), 25);
  const auto before = points("ct-jp", "cluster");
  site_.post(sheet("ct-jp"), {{"year", "2025"}, {box(1, "cluster"), "30"}, {box(1, "self"), "3"}});
  EXPECT_EQ(points("ct-jp", "cluster"), before);
}

TEST_P(Emulation, flags_are_eight_in_a_row_up_to_2021_and_nine_up_to_2022) {
  EXPECT_EQ(flags("ct", "2021-12-31"), 8);
  EXPECT_EQ(flags("ct", "2022-12-31"), 9);
}

TEST_P(Emulation, a_row_of_flags_goes_on_after_succession_only_when_the_decision_says_so) {
  const auto flag = [&](const char* code, const char* year, const char* goes_on) {
    return site_.post("/awards", {{"title", "Cờ thi đua"}, {"kind", "vufo_flag"}, {"status", "decided"}, {"subject_org", code}, {"subject_kind", "organisation"}, {"merit_year", year}, {"streak_continues", goes_on}, {"org", code}, {"version", "0"}});
  };
  ASSERT_EQ(flag("ct-la", "2023", "").status, 303);
  ASSERT_EQ(flag("ct-kr", "2024", "").status, 303);
  const auto from = org("ct-la"), to = org("ct-kr"), office = org("ct");
  site_.write([&](db::Tx& tx) {
    const auto& d = *app::catalog().find("succession");
    reg::Cells cells = app::fresh_record(d, office);
    const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
    put("from_org", from);
    put("to_org", to);
    put("kind", std::string("merge"));
    put("date", std::string("2024-02-01"));
    put("description", std::string("Hợp nhất hai hội"));
    const auto saved = reg::save(tx, app::catalog(), d, Actor::system(), std::move(cells));
    ASSERT_TRUE(saved) << saved.error().front().message.en;
  });
  EXPECT_EQ(flags("ct-kr", "2024-12-31"), 1);
  ASSERT_EQ(flag("ct-kr", "2025", "1").status, 303);
  EXPECT_EQ(flags("ct-kr", "2025-12-31"), 3);
}

TEST_P(Emulation, foreigners_honoured_are_counted_and_stand_on_the_partners_page) {
  const auto before = site_.count("I90", "ct", "2025");
  const auto partner = number("SELECT id FROM partner WHERE deleted = 0 AND confidentiality = 'public' ORDER BY id LIMIT 1");
  const std::string code = site_.text("SELECT code FROM partner WHERE id = $1", {partner});
  ASSERT_EQ(site_.post("/awards", {{"title", "Kỷ niệm chương tặng bạn"}, {"kind", "vufo_memorial_medal"}, {"status", "decided"}, {"subject_partner", code}, {"subject_kind", "partner"}, {"foreign_subject", "1"}, {"decided", "2025-05-05"}, {"org", "ct"}, {"version", "0"}}).status, 303);
  EXPECT_EQ(site_.count("I90", "ct", "2025"), before + 1);
  EXPECT_TRUE(shows(site_.page("/partners/" + std::to_string(partner)), "Kỷ niệm chương tặng bạn"));
}

INSTANTIATE_TEST_SUITE_P(Both, Emulation, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
