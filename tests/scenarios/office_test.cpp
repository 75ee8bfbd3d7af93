// A day at the sample office, request by request, in process: what an officer does and what she sees, on both engines.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/program.h"
#include "app/sample/sample.h"
#include "support/engines.h"

namespace nc::app {
namespace {

using Form = std::vector<std::pair<std::string, std::string>>;

std::string encoded(const Form& form) {
  std::string body;
  for (const auto& [name, value] : form) body += (body.empty() ? "" : "&") + name + "=" + url_encode(value);
  return body;
}

/// One office with one signed-in officer.
class Office {
 public:
  explicit Office(db::Engine engine) : url_(test::fresh_url(engine)) {
    auto database = db::Database::open(url_, {.readers = 2, .busy_ms = 15000, .create = true, .read_only = false});
    EXPECT_TRUE(database);
    EXPECT_TRUE(db::migrate(**database, db::built_in_migrations()));
    load_reference(**database);
    load_sample(**database);
    (*database)->write([](db::Tx& tx) {
      put_setting(tx, "opens_on", "2025");
      return true;
    });
    database->reset();
    auto opened = Program::open(url_);
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().message.en);
    program_ = std::move(*opened);
    program_->build_site();
  }

  web::Response ask(const std::string& method, const std::string& target, const Form& form = {}, bool with_token = true) {
    std::vector<std::pair<std::string, std::string>> headers{{"host", "localhost"}, {"accept-language", "vi"}};
    if (!session_.empty()) headers.emplace_back("cookie", "nc_session=" + session_);
    Form sent = form;
    if (method == "POST") {
      headers.emplace_back("content-type", "application/x-www-form-urlencoded");
      if (with_token) sent.emplace_back("csrf", token());
    }
    auto request = web::parse_request(method, target, headers, method == "POST" ? encoded(sent) : "");
    EXPECT_TRUE(request);
    return program_->site().handle(std::move(*request));
  }

  void sign_in() {
    program_->database().write([&](db::Tx& tx) {
      session_ = start_session(tx, tx.integer("SELECT id FROM person WHERE login = 'thu'"));
      return true;
    });
  }

  std::string page(const std::string& target) {
    auto response = ask("GET", target);
    EXPECT_EQ(response.status, 200) << target;
    return std::string(response.content());
  }

  std::int64_t count(const std::string& code, const std::string& org, const std::string& period) {
    std::int64_t n = -1;
    program_->database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = code;
      ask.org = org;
      ask.period = *parse_period(period);
      auto f = program_->engine().evaluate(db, Actor::system(), ask);
      if (f && f->value) n = static_cast<std::int64_t>(*f->value);
    });
    return n;
  }

 private:
  std::string token() {
    auto request = web::parse_request("GET", "/", {{"host", "localhost"}, {"cookie", "nc_session=" + session_}}, "");
    return program_->site().csrf_token(*request);
  }
  std::string url_, session_;
  std::unique_ptr<Program> program_;
};

std::string header(const web::Response& r, std::string_view name) {
  for (const auto& [key, value] : r.headers)
    if (key.size() == name.size() && std::equal(key.begin(), key.end(), name.begin(), [](char a, char b) { return std::tolower(a) == std::tolower(b); })) return value;
  return {};
}

bool shows(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

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
