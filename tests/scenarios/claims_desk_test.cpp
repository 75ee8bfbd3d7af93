// Declared numbers beside the counts: verdicts in words, clashes told, settled with a reason and opened again.
#include <gtest/gtest.h>

#include "app/claims_desk/cases.h"
#include "app/evidence/public.h"
#include "app/figures.h"
#include "app/program.h"
#include "support/sample_database.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

class ClaimsDesk : public testing::TestWithParam<db::Engine>, public test::SampleSite {
 protected:
  ClaimsDesk() : SampleSite({.engine = GetParam()}) { sign_in(); }

  std::vector<Case> cases() {
    fig::Engine engine;
    add_figures(engine);
    std::vector<Case> out;
    program().database().read([&](db::ReadDb& db) { out = claim_cases(db, Actor::system(), engine, 1000); });
    return out;
  }
  Case of(const std::string& code) {
    for (Case& c : cases())
      if (c.code == code) return c;
    throw std::runtime_error("no claim " + code);
  }
  /// Code of the claim made from a fact.
  std::string fact(const std::string& name) { return text("SELECT code FROM claim WHERE fact = $1", {name}); }

  std::string add(const std::string& unit, const std::string& amount, const std::string& from, const std::string& to, const std::string& measure = {}) {
    const auto answer = post("/claims", {{"statement", "Thử " + amount + " " + from}, {"indicator", "I17"}, {"about", "ct"}, {"amount", amount}, {"unit", unit}, {"period_from", from}, {"period_to", to},
                                         {"status", "done"}, {"measure", measure}, {"confidentiality", "internal"}});
    EXPECT_EQ(answer.status, 303) << answer.content().substr(0, 2000);
    return text("SELECT MAX(code) FROM claim WHERE statement = $1", {"Thử " + amount + " " + from});
  }
};

TEST_P(ClaimsDesk, says_for_each_number_whether_it_agrees_differs_or_can_not_be_counted) {
  const std::string right = add("delegation", "24", "01/01/2022", "30/06/2022");
  EXPECT_EQ(of(right).verdict, Verdict::agrees);
  const std::string wrong = add("delegation", "30", "01/01/2021", "31/12/2021");
  EXPECT_EQ(of(wrong).verdict, Verdict::uncounted) << "no records of that year";
  const std::string unit = add("tree", "24", "01/01/2022", "30/06/2022");
  EXPECT_EQ(of(unit).verdict, Verdict::uncounted);
  EXPECT_TRUE(test::shows(of(unit).why.vi, "không so được"));
}

TEST_P(ClaimsDesk, names_the_other_claim_and_why_the_two_clash) {
  const std::string one = add("delegation", "40", "01/01/2024", "30/06/2024"), two = add("delegation", "42", "01/01/2024", "30/06/2024"), longer = add("delegation", "20", "01/01/2024", "31/12/2024");
  const Case first = of(one);
  EXPECT_EQ(first.verdict, Verdict::clashes);
  std::string told;
  for (const Message& m : first.beside) told += m.vi + "\n";
  EXPECT_TRUE(test::shows(told, "Cùng kỳ mà nguồn khác ghi khác: " + two)) << told;
  EXPECT_TRUE(test::shows(told, "Kỳ ngắn hơn lại lớn hơn " + longer)) << told;
  const std::string share = add("delegation", "5", "01/03/2024", "31/08/2024");
  bool partly = false;
  for (const Message& m : of(share).beside) partly = partly || test::shows(m.vi, "giao nhau một phần");
  EXPECT_TRUE(partly);
}

TEST_P(ClaimsDesk, a_settled_number_warns_no_more_and_stays_visible_until_it_is_opened_again) {
  const std::string code = add("delegation", "20", "01/01/2022", "30/06/2022");
  ASSERT_NE(of(code).verdict, Verdict::settled);
  const std::string id = text("SELECT CAST(id AS text) FROM claim WHERE code = $1", {code});
  const std::string figure = "/figures/I17?org=ct&period=2022-H1";
  EXPECT_TRUE(test::shows(page(figure), "Lệch số công bố"));
  EXPECT_GE(post("/claims-desk/" + id + "/settle", {{"version", "1"}, {"reason", ""}}).status, 400) << "a reason is needed";
  EXPECT_EQ(post("/claims-desk/" + id + "/settle", {{"version", "1"}, {"reason", "Báo chỉ kể đoàn do Liên hiệp mời"}}).status, 303);
  EXPECT_EQ(of(code).verdict, Verdict::settled);
  const std::string after = page(figure);
  EXPECT_FALSE(test::shows(after, "Lệch số công bố"));
  EXPECT_TRUE(test::shows(after, "Báo chỉ kể đoàn do Liên hiệp mời"));
  EXPECT_TRUE(test::shows(page("/claims-desk?state=settled"), code));
  EXPECT_EQ(post("/claims-desk/" + id + "/settle", {{"version", "2"}, {"reason", "lần nữa"}}).status, 409);
  EXPECT_EQ(post("/claims-desk/" + id + "/reopen", {{"version", "2"}, {"reason", "Có nguồn mới"}}).status, 303);
  EXPECT_NE(of(code).verdict, Verdict::settled);
  const std::string history = page("/claims/" + id + "/history");
  EXPECT_TRUE(test::shows(history, "Có nguồn mới"));
  EXPECT_TRUE(test::shows(history, "Báo chỉ kể đoàn do Liên hiệp mời"));
}

TEST_P(ClaimsDesk, has_words_for_the_unit_of_every_figure) {
  for (const fig::Indicator& i : test::all_figures().all())
    if (!i.unit.empty()) EXPECT_TRUE(counting_units().find(i.unit)) << i.code << " " << i.unit << ": a number that an association declares for it could not be kept";
}

TEST_P(ClaimsDesk, another_number_opens_a_settled_claim_by_itself) {
  const std::string code = add("delegation", "20", "01/01/2022", "30/06/2022");
  const std::string id = text("SELECT CAST(id AS text) FROM claim WHERE code = $1", {code});
  ASSERT_EQ(post("/claims-desk/" + id + "/settle", {{"version", "1"}, {"reason", "Đã rõ"}}).status, 303);
  EXPECT_TRUE(test::reads(page("/claims"), "Lượt khách")) << "units are words";
  EXPECT_FALSE(test::reads(page("/claims"), "isitor_turn"));
  const std::string list = test::read_aloud(page("/claims"));
  for (auto at = list.find("36.000.000."); at != std::string::npos; at = list.find("36.000.000.", at + 1)) EXPECT_EQ(list.substr(at, 14), "36.000.000.000") << "numbers of differing units are not added up";
  const auto saved = post("/claims/" + id, {{"version", "2"}, {"statement", "Thử khác"}, {"indicator", "I17"}, {"about", "ct"}, {"amount", "21"}, {"unit", "delegation"}, {"period_from", "01/01/2022"}, {"period_to", "30/06/2022"}, {"status", "done"}, {"confidentiality", "internal"}});
  ASSERT_EQ(saved.status, 303) << saved.content().substr(0, 1500);
  EXPECT_NE(of(code).verdict, Verdict::settled);
}

TEST_P(ClaimsDesk, keeps_numbers_of_indicators_with_a_letter_behind_and_refuses_what_is_no_code) {
  const auto declared = [&](const std::string& code) {
    return post("/claims", {{"statement", "Thử mã " + code}, {"indicator", code}, {"about", "bg-jp-compatriots"}, {"amount", "hơn 300"}, {"unit", "person"}, {"period_from", "22/04/2023"}, {"period_to", "22/04/2023"}, {"status", "current"}, {"confidentiality", "internal"}}).status;
  };
  EXPECT_EQ(declared("I70C"), 303);
  EXPECT_EQ(of(text("SELECT code FROM claim WHERE statement = 'Thử mã I70C'")).verdict, Verdict::agrees) << "people said to live there, not associations";
  for (const char* wrong : {"I7", "IAB", "I705", "X17"}) EXPECT_EQ(declared(wrong), 422) << wrong;
}

INSTANTIATE_TEST_SUITE_P(Both, ClaimsDesk, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
