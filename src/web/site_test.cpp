// The middleware: methods, forged requests, error pages, security headers, ready-made responses.
#include <gtest/gtest.h>

#include <stdexcept>

#include "web/web.h"

namespace nc::web {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

std::string header(const Response& r, std::string_view name) {
  for (const auto& [key, value] : r.headers) {
    if (key == name) return value;
  }
  return {};
}

class Sites : public ::testing::Test {
 protected:
  void SetUp() override {
    site_.csrf_key = "test key";
    site_.log_requests = false;
    site_.router.get("/", [](const Request&) { return html("<p>home</p>"); });
    site_.router.get("/form", [this](const Request& r) { return text(site_.csrf_token(r)); });
    site_.router.post("/save", [this](const Request&) { return ++saved_, redirect("/"); });
    site_.router.get("/throw", [](const Request&) -> Response { throw std::runtime_error("secret detail"); });
    site_.router.get("/gone", [](const Request&) { return Response{404}; });
    site_.router.get("/refused", [](const Request&) {
      return refusal({Code::conflict, Message("Mã <b> đã có", "Code <b> is taken"), "code"});
    });
  }

  Response ask(std::string method, std::string target, Headers headers = {}, std::string body = {}) {
    auto request = parse_request(std::move(method), std::move(target), std::move(headers), std::move(body)).value();
    return site_.handle(std::move(request));
  }

  Response save(Headers headers, const std::string& token) {
    headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    return ask("POST", "/save", std::move(headers), "csrf=" + token);
  }

  std::string token_of(const std::string& cookie) { return ask("GET", "/form", {{"Cookie", cookie}}).body; }

  Site site_;
  int saved_ = 0;
};

TEST_F(Sites, every_answer_carries_the_security_headers) {
  for (const char* path : {"/", "/throw", "/none", "/gone"}) {
    const Response r = ask("GET", path);
    EXPECT_NE(header(r, "Content-Security-Policy").find("frame-ancestors 'none'"), std::string::npos) << path;
    EXPECT_EQ(header(r, "Content-Security-Policy").find("unsafe"), std::string::npos) << path;
    EXPECT_EQ(header(r, "X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(header(r, "X-Frame-Options"), "DENY") << path;
    EXPECT_EQ(header(r, "Referrer-Policy"), "same-origin") << path;
  }
}

TEST_F(Sites, pages_of_a_session_are_not_stored) {
  EXPECT_EQ(header(ask("GET", "/", {{"Cookie", "nc_session=s"}}), "Cache-Control"), "no-store");
  EXPECT_EQ(header(ask("GET", "/"), "Cache-Control"), "no-cache");
}

TEST_F(Sites, an_exception_becomes_an_error_page_without_its_details) {
  const Response r = ask("GET", "/throw");
  EXPECT_EQ(r.status, 500);
  EXPECT_EQ(r.body.find("secret"), std::string::npos);
  EXPECT_NE(r.body.find("Mã yêu cầu"), std::string::npos);
}

TEST_F(Sites, exceptions_that_the_program_knows_get_their_status_and_words) {
  site_.explain = [](const std::exception&) {
    return std::optional(std::pair<int, Message>(503, Message("Cơ sở dữ liệu tạm ngừng", "The database is away")));
  };
  const Response r = ask("GET", "/throw", {{"Accept-Language", "en"}});
  EXPECT_EQ(r.status, 503);
  EXPECT_NE(r.body.find("The database is away"), std::string::npos);
}

TEST_F(Sites, refusals_and_bare_statuses_are_drawn_by_the_error_page) {
  EXPECT_NE(ask("GET", "/gone").body.find("Không có trang này"), std::string::npos);
  const Response r = ask("GET", "/refused");
  EXPECT_EQ(r.status, 409);
  EXPECT_NE(r.body.find("Mã &lt;b&gt; đã có"), std::string::npos);
  site_.error_page = [](const Request& request, int status, const Message& m) {
    return html(std::to_string(status) + m.en + request.id, status);
  };
  const Response drawn = ask("GET", "/refused");
  EXPECT_TRUE(drawn.body.starts_with("409Code <b> is taken"));
  EXPECT_GT(drawn.body.size(), std::string("409Code <b> is taken").size()) << "the request id is known to the page";
}

TEST_F(Sites, an_error_page_that_fails_is_replaced) {
  site_.error_page = [](const Request&, int, const Message&) -> Response { throw std::runtime_error("no shell"); };
  EXPECT_EQ(ask("GET", "/gone").status, 404);
}

TEST_F(Sites, methods_that_a_path_does_not_take_are_named) {
  const Response wrong = ask("POST", "/");
  EXPECT_EQ(wrong.status, 405);
  EXPECT_EQ(header(wrong, "Allow"), "GET, HEAD");
  const Response unknown = ask("BREW", "/");
  EXPECT_EQ(unknown.status, 501);
  EXPECT_FALSE(header(unknown, "Allow").empty());
  EXPECT_EQ(ask("HEAD", "/").status, 200);
}

TEST_F(Sites, a_slash_too_many_leads_to_the_page) {
  const Response r = ask("GET", "/form/?x=1");
  EXPECT_EQ(r.status, 308);
  EXPECT_EQ(header(r, "Location"), "/form?x=1");
  EXPECT_EQ(header(ask("GET", "//"), "Location"), "/");
  EXPECT_EQ(ask("GET", "//evil.vn/").status, 404);
}

TEST_F(Sites, a_form_with_its_token_is_taken) {
  const std::string cookie = "nc_session=abc";
  EXPECT_EQ(save({{"Cookie", cookie}}, token_of(cookie)).status, 303);
  EXPECT_EQ(ask("POST", "/save", {{"Cookie", cookie}, {"X-CSRF-Token", token_of(cookie)}}).status, 303);
  EXPECT_EQ(saved_, 2);
}

TEST_F(Sites, forged_and_stale_forms_are_refused_and_nothing_is_saved) {
  const std::string cookie = "nc_session=abc";
  const std::string token = token_of(cookie);
  EXPECT_EQ(save({{"Cookie", cookie}}, "").status, 403);
  EXPECT_EQ(save({{"Cookie", cookie}}, token + "0").status, 403);
  EXPECT_EQ(save({{"Cookie", "nc_session=other"}}, token).status, 403);
  EXPECT_EQ(save({}, token).status, 403);
  EXPECT_EQ(save({{"Cookie", "nc_pre=abc"}}, token).status, 403) << "tokens of the two cookies differ";
  EXPECT_EQ(saved_, 0);
  EXPECT_NE(save({{"Cookie", cookie}}, "").body.find("tải lại"), std::string::npos) << "says how to mend it";
}

TEST_F(Sites, requests_that_another_site_made_the_browser_send_are_refused) {
  const std::string cookie = "nc_session=abc";
  const std::string token = token_of(cookie);
  EXPECT_EQ(save({{"Cookie", cookie}, {"Sec-Fetch-Site", "cross-site"}}, token).status, 403);
  EXPECT_EQ(save({{"Cookie", cookie}, {"Sec-Fetch-Site", "same-site"}}, token).status, 403);
  EXPECT_EQ(save({{"Cookie", cookie}, {"Host", "nc.vn"}, {"Origin", "https://evil.vn"}}, token).status, 403);
  EXPECT_EQ(save({{"Cookie", cookie}, {"Host", "nc.vn"}, {"Origin", "null"}}, token).status, 403);
  EXPECT_EQ(saved_, 0);
  EXPECT_EQ(save({{"Cookie", cookie}, {"Host", "NC.vn:8080"}, {"Origin", "http://nc.vn:8080"}}, token).status, 303);
  EXPECT_EQ(save({{"Cookie", cookie}, {"Sec-Fetch-Site", "same-origin"}}, token).status, 303);
}

TEST_F(Sites, before_signing_in_a_cookie_of_its_own_carries_the_token) {
  const Response page = ask("GET", "/form");
  const std::string cookie = header(page, "Set-Cookie");
  ASSERT_TRUE(cookie.starts_with("nc_pre="));
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_EQ(save({{"Cookie", cookie.substr(0, cookie.find(';'))}}, page.body).status, 303);
  EXPECT_TRUE(header(ask("GET", "/"), "Set-Cookie").empty()) << "pages without a form set no cookie";
}

TEST_F(Sites, cookies_are_secure_behind_tls) {
  const Response r = ask("GET", "/form", {{"X-Forwarded-Proto", "https"}});
  EXPECT_TRUE(header(r, "Set-Cookie").ends_with("; Secure"));
  EXPECT_EQ(header(ask("GET", "/form"), "Set-Cookie").find("Secure"), std::string::npos);
}

TEST(Responses, redirects_stay_on_the_site) {
  for (const char* away : {"https://evil.vn", "//evil.vn", "/\\evil.vn", "", "x", "/a\r\nSet-Cookie: a=b"}) {
    EXPECT_EQ(header(redirect(away), "Location"), "/") << away;
  }
  EXPECT_EQ(header(redirect("/tìm?q=a b"), "Location"), "/t%C3%ACm?q=a%20b");
  EXPECT_EQ(header(redirect("/a?x=%20"), "Location"), "/a?x=%20");
}

TEST(Responses, downloads_carry_the_name_in_both_forms) {
  const Response r = download("x", "application/pdf", "Báo cáo \"năm\" 2025.pdf");
  EXPECT_EQ(header(r, "Content-Disposition"),
            "attachment; filename=\"bao-cao-nam-2025.pdf\"; "
            "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22n%C4%83m%22%202025.pdf");
}

TEST(Responses, cookie_values_cannot_add_attributes) {
  Response r;
  set_cookie(r, "nc_lang", "en; Domain=evil.vn\r\nX: y", 60, true);
  EXPECT_EQ(header(r, "Set-Cookie"),
            "nc_lang=en%3B%20Domain%3Devil.vn%0D%0AX%3A%20y; Path=/; Max-Age=60; SameSite=Lax");
}

}  // namespace
}  // namespace nc::web
