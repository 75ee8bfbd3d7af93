// Facts of articles as they are kept, in words, and as numbers of figures.
#include "app/desk/fact.h"

#include <gtest/gtest.h>

#include "app/desk/measure.h"
#include "app/desk/reading.h"

namespace nc::app {
namespace {

intake::Fact visits() {
  intake::Fact f;
  f.kind = intake::Kind::delegation_in;
  f.count = 57;
  f.visitors = 291;
  f.visitors_qualifier = Qualifier::more_than;
  f.period_start = *Date::from_iso("2025-01-01");
  f.period_end = *Date::from_iso("2025-12-31");
  f.countries = {"KR", "LA"};
  f.orgs = {"Đại học “Incheon”"};
  return f;
}

TEST(FactsOfArticles, come_back_from_json_as_they_were) {
  intake::Fact f = visits();
  f.status = intake::Status::planned;
  f.subset = true;
  f.amount = Money{950'000'050, *Currency::from_code("USD")};
  f.qualifier = Qualifier::nearly;
  f.donor = "Quỹ \"A\" \\ B";
  const auto back = fact_from_json(fact_to_json(f));
  EXPECT_EQ(fact_to_json(back), fact_to_json(f));
  EXPECT_EQ(back.amount, f.amount);
  EXPECT_EQ(back.visitors_qualifier, Qualifier::more_than);
  EXPECT_EQ(back.orgs, f.orgs);
  EXPECT_TRUE(back.subset);
}

TEST(FactsOfArticles, broken_json_is_an_empty_fact) {
  for (const char* text : {"", "{", "[]", "7", R"({"kind": 5, "count": "x", "amount": {"minor": "a"}, "countries": {}})"}) {
    const auto f = fact_from_json(text);
    EXPECT_FALSE(f.count) << text;
    EXPECT_FALSE(f.amount) << text;
  }
}

TEST(FactsOfArticles, are_said_with_their_qualifiers) {
  const auto said = statement_of(visits(), "");
  EXPECT_TRUE(said.vi.starts_with("57 đoàn vào, hơn 291 lượt khách")) << said.vi;
  EXPECT_TRUE(said.en.find("more than 291") != std::string::npos) << said.en;
}

TEST(FactsOfArticles, say_what_they_do_not_state) {
  intake::Fact f;
  f.kind = intake::Kind::aid_project;
  f.donor = "Quỹ Bình Minh";
  const auto missing = missing_fields(f);
  ASSERT_EQ(missing.size(), 2U);
  EXPECT_EQ(missing[0].vi, "giá trị");
  EXPECT_EQ(missing[1].vi, "thời gian");
}

TEST(FactsOfArticles, have_the_same_mark_in_every_reprint_of_a_sentence_and_another_for_another_number) {
  const Date day = *Date::from_iso("2025-12-08");
  const auto f = visits();
  auto other = f;
  other.count = 58;
  EXPECT_EQ(fingerprint(f, "Thành phố đón 57 đoàn.", day), fingerprint(f, "thành phố  ĐÓN 57 đoàn", *Date::from_iso("2025-12-10")));
  EXPECT_NE(fingerprint(f, "Thành phố đón 57 đoàn.", day), fingerprint(other, "Thành phố đón 57 đoàn.", day));
  EXPECT_NE(fingerprint(f, "Thành phố đón 57 đoàn.", day), fingerprint(f, "Thành phố đón 57 đoàn.", *Date::from_iso("2024-12-08")));
}

TEST(NumbersOfArticles, name_the_figures_they_speak_of) {
  const auto numbers = measures_of(visits());
  ASSERT_EQ(numbers.size(), 2U);
  EXPECT_EQ(numbers[0].indicators.front(), "I17");
  EXPECT_EQ(numbers[1].indicators.front(), "I18");
  EXPECT_EQ(numbers[1].qualifier, Qualifier::more_than);
}

TEST(NumbersOfArticles, are_whole_units_of_their_currency) {
  intake::Fact f;
  f.kind = intake::Kind::aid_total;
  f.phase = "approved";
  f.amount = Money{950'000'000, *Currency::from_code("USD")};
  const auto numbers = measures_of(f);
  ASSERT_EQ(numbers.size(), 1U);
  EXPECT_EQ(numbers[0].value, 9'500'000);
  EXPECT_EQ(numbers[0].unit, "USD");
  EXPECT_EQ(numbers[0].indicators.front(), "I43");
}

TEST(SpansOfArticles, are_kept_as_text_and_count_code_points) {
  const std::vector<intake::Span> spans{{0, 3}, {4, 9}};
  EXPECT_EQ(spans_from(spans_text(spans)), spans);
  EXPECT_TRUE(spans_from("x;-;5-2;9").empty());
  EXPECT_EQ(cut("Đoàn vào", {0, 4}), "Đoàn");
  EXPECT_EQ(cut("Đoàn vào", {5, 8}), "vào");
  EXPECT_EQ(cut("Đoàn", {2, 99}), "àn");
  EXPECT_EQ(cut("Đoàn", {9, 12}), "");
}

}  // namespace
}  // namespace nc::app
