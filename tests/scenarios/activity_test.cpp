// What activities cost: each once at every level, by source, with what is only estimated, unknown or in another currency.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::test {
namespace {

class ActivityCost : public testing::TestWithParam<db::Engine> {
 protected:
  ActivityCost() : site_({.engine = GetParam()}) { site_.sign_in(); }

  void held(const std::string& code, const std::string& org, const std::string& cost, const std::string& source, const SampleSite::Form& more = {}) {
    SampleSite::Form form{{"code", code}, {"title", "Hoạt động " + code}, {"kind", "gathering"}, {"from_date", "2021-05-06"}, {"org", org}, {"status", "done"}, {"cost", cost}, {"cost_source", source}};
    for (const auto& [name, value] : more) {
      std::erase_if(form, [&name = name](const auto& f) { return f.first == name; });
      form.emplace_back(name, value);
    }
    const auto made = site_.post("/activities", form);
    ASSERT_EQ(made.status, 303) << made.content();
  }

  fig::Figure cost(const std::string& org, const std::string& source = {}, const std::string& period = "2021") {
    fig::Figure out;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = "I35", ask.org = org, ask.period = *parse_period(period);
      if (!source.empty()) ask.where = {{"source", source}};
      out = *site_.program().engine().evaluate(db, Actor::system(), ask);
    });
    return out;
  }

  SampleSite site_;
};

TEST_P(ActivityCost, is_added_once_at_each_level_and_by_source) {
  ASSERT_EQ(cost("ct").row_count, 0) << "the sample has no costs in this year";
  held("CP-1", "ct-kr", "20.000.000", "state", {{"joint", "ct-jp"}});
  held("CP-2", "ct-jp", "gần 5 triệu đồng", "socialised");
  held("CP-3", "ct-jp", "900.000.000", "state", {{"status", "planned"}});
  held("CP-4", "ct-jp", "", "state");
  EXPECT_EQ(cost("ct").value, 25e6) << "shared work costs once for the Union, planned work nothing yet";
  EXPECT_EQ(cost("ct").qualifier, Qualifier::nearly);
  EXPECT_EQ(cost("ct-kr").value, 20e6);
  EXPECT_EQ(cost("ct-jp").value, 25e6) << "the joint host sees it too";
  EXPECT_EQ(cost("ct", "state").value, 20e6);
  EXPECT_EQ(cost("ct", "socialised").value, 5e6);
  EXPECT_EQ(cost("ct").row_count, 2);
  EXPECT_EQ(cost("ct", {}, "2020").row_count, 0);
  const std::string page = site_.page("/figures/I35?org=ct&period=2021");
  EXPECT_TRUE(shows(page, "CP-1") && shows(page, "CP-2"));
  EXPECT_FALSE(shows(page, "CP-3"));
  EXPECT_TRUE(shows(site_.page("/figures/I35?org=ct&period=2021&by=source"), "ội hóa")) << "by source, in words";
  EXPECT_TRUE(shows(site_.page("/activities?period=2021"), "/figures/I35?org=")) << "the list shows what its period cost";
}

TEST_P(ActivityCost, that_is_unknown_makes_a_lower_bound_and_other_currencies_stay_apart) {
  held("CP-1", "ct-kr", "20.000.000", "state");
  held("CP-2", "ct-kr", "chưa rõ", "state");
  EXPECT_EQ(cost("ct").value, 20e6);
  EXPECT_EQ(cost("ct").qualifier, Qualifier::at_least);
  EXPECT_EQ(cost("ct").row_count, 2) << "the unknown one is among the rows";
  held("CP-3", "ct-kr", "1.000 USD", "state");
  const auto both = cost("ct");
  EXPECT_EQ(both.value, 20e6) << "dollars are not added to dong";
  EXPECT_NE(both.note_vi.find("ngoại tệ"), std::string::npos);
  EXPECT_TRUE(std::ranges::any_of(both.parts, [](const fig::Part& p) { return p.unit == "USD" && p.value == 1000; }));
  const auto twin = std::to_string(site_.number("SELECT id FROM activity WHERE code = 'CP-1'"));
  held("CP-4", "ct-jp", "20.000.000", "state", {{"same_as", twin}});
  EXPECT_EQ(cost("ct").value, 20e6) << "an activity that two associations wrote down costs once above them";
  EXPECT_EQ(cost("ct-jp").value, 20e6);
}

INSTANTIATE_TEST_SUITE_P(Both, ActivityCost, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
