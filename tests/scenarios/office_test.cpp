// A day at the sample office, request by request, in process: what an officer does and what she sees, on both engines.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::header;
using test::shows;
using Form = test::SampleSite::Form;

/// One office with one officer, who may sign in.
class Office : public test::SampleSite {
 public:
  explicit Office(db::Engine engine) : SampleSite({.engine = engine, .opens_on = "2025"}) {}
};

Form visit() {
  return {{"direction", "in"}, {"title", "Đoàn Đại học Seoul thăm Cần Thơ"}, {"countries", "KR"}, {"_countries", "1"}, {"from_date", "2025-11-20"},
          {"to_date", "2025-11-21"}, {"members", "6"}, {"status", "completed"}, {"host_role", "lead_host"}, {"org", "ct-kr"}, {"version", "0"}};
}

class ADayAtTheOffice : public testing::TestWithParam<db::Engine> {};

TEST_P(ADayAtTheOffice, nobody_sees_a_page_before_signing_in) {
  Office office(GetParam());
  for (const char* path : {"/", "/delegations", "/figures/I17", "/delegations/1", "/search?q=can"}) {
    auto response = office.ask("GET", path);
    EXPECT_EQ(response.status, 303) << path;
    EXPECT_TRUE(header(response, "location").starts_with("/sign-in")) << path;
  }
}

TEST_P(ADayAtTheOffice, fifty_seven_opens_its_rows_and_the_words_of_the_article) {
  Office office(GetParam());
  office.sign_in();
  EXPECT_TRUE(shows(office.page("/"), ">57<"));
  const std::string figure = office.page("/figures/I17?org=ct-tp&period=2025");
  EXPECT_TRUE(shows(figure, "tiếp đón 57 đoàn"));
  std::size_t rows = 0;
  for (std::size_t at = figure.find("/delegations/"); at != std::string::npos; at = figure.find("/delegations/", at + 1)) ++rows;
  EXPECT_GE(rows, 57U);
}

TEST_P(ADayAtTheOffice, one_more_delegation_makes_fifty_eight_and_undo_takes_it_back) {
  Office office(GetParam());
  office.sign_in();
  ASSERT_EQ(office.count("I17", "ct-tp", "2025"), 57);
  const auto of_association = office.count("I17", "ct-kr", "2025");
  auto saved = office.ask("POST", "/delegations", visit());
  ASSERT_EQ(saved.status, 303) << saved.content();
  EXPECT_EQ(office.count("I17", "ct-tp", "2025"), 58);
  EXPECT_EQ(office.count("I17", "ct-kr", "2025"), of_association + 1);
  EXPECT_TRUE(shows(office.page("/figures/I17?org=ct-tp&period=2025"), "+1"));
  const std::string where = header(saved, "location");
  const std::string record = where.substr(0, where.find('?')), change = where.substr(where.rfind('=') + 1);
  EXPECT_EQ(office.ask("POST", record + "/undo", {{"change", change}}).status, 303);
  EXPECT_EQ(office.count("I17", "ct-tp", "2025"), 57);
}

TEST_P(ADayAtTheOffice, a_refused_form_comes_back_as_typed_and_changes_nothing) {
  Office office(GetParam());
  office.sign_in();
  Form form = visit();
  for (auto& [name, value] : form)
    if (name == "to_date") value = "2025-11-01";
  form.emplace_back("head", "Giáo sư Kim <b>Ji</b>");
  auto refused = office.ask("POST", "/delegations", form);
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(std::string(refused.content()), "Đoàn Đại học Seoul thăm Cần Thơ"));
  EXPECT_TRUE(shows(std::string(refused.content()), "&lt;b&gt;Ji"));
  EXPECT_EQ(office.count("I17", "ct-tp", "2025"), 57);
}

TEST_P(ADayAtTheOffice, a_post_without_the_token_is_refused) {
  Office office(GetParam());
  office.sign_in();
  EXPECT_EQ(office.ask("POST", "/delegations", visit(), false).status, 403);
  EXPECT_EQ(office.count("I17", "ct-tp", "2025"), 57);
}

TEST_P(ADayAtTheOffice, wrong_addresses_are_answered_in_words) {
  Office office(GetParam());
  office.sign_in();
  const std::pair<const char*, int> cases[] = {{"/delegations/999999", 404}, {"/delegations/abc", 404}, {"/delegations?sort=evil", 422}, {"/delegations?country=ZZ", 422},
                                               {"/delegations?after=xxxx", 422}, {"/delegations?period=2025-99", 422}, {"/figures/I99", 404}, {"/figures/I17?by=evil", 422},
                                               {"/figures/I17?org=xx", 404}, {"/nothing", 404}, {"/delegations?limit=99999999999999999999", 422}};
  for (const auto& [path, status] : cases) EXPECT_EQ(office.ask("GET", path).status, status) << path;
}

TEST_P(ADayAtTheOffice, every_list_record_and_form_opens_in_both_formats) {
  Office office(GetParam());
  office.sign_in();
  for (const auto* d : catalog().all()) {
    EXPECT_EQ(office.ask("GET", "/" + d->path).status, 200) << d->path;
    EXPECT_EQ(office.ask("GET", "/" + d->path + "?format=csv").status, 200) << d->path;
    EXPECT_EQ(office.ask("GET", "/" + d->path + "?format=json").status, 200) << d->path;
    const int form = office.ask("GET", "/" + d->path + "/new").status;
    EXPECT_TRUE(form == 200 || form == 303) << d->path << ": a form, or the page where such records come from; it was " << form;
  }
}

INSTANTIATE_TEST_SUITE_P(Both, ADayAtTheOffice, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
