// Reading requests: targets, queries, forms, files, cookies, languages.
#include <gtest/gtest.h>

#include "web/web.h"

namespace nc::web {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

Result<Request> get(std::string target, Headers headers = {}) {
  return parse_request("GET", std::move(target), std::move(headers), "");
}

Result<Request> form(std::string body) {
  return parse_request("POST", "/x", {{"Content-Type", "application/x-www-form-urlencoded"}}, std::move(body));
}

Result<Request> multipart(std::string body) {
  return parse_request("POST", "/x", {{"Content-Type", "multipart/form-data; boundary=XyZ"}}, std::move(body));
}

TEST(Request, path_and_query_are_decoded) {
  const auto r = get("/delegations/%C4%91o%C3%A0n?q=C%E1%BA%A7n+Th%C6%A1&tag=a&tag=b&empty=&bare");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->path, "/delegations/đoàn");
  EXPECT_EQ(r->query.get("q"), "Cần Thơ");
  EXPECT_EQ(r->query.all("tag"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(r->query.has("empty"));
  EXPECT_TRUE(r->query.has("bare"));
  EXPECT_FALSE(r->query.has("none"));
}

TEST(Request, targets_that_browsers_write_loosely_are_taken) {
  const auto r = get("/a?x=a|b^[c]{d}`\\'&y=1?2/3:4@5");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->query.get("x"), "a|b^[c]{d}`\\'");
  EXPECT_EQ(r->query.get("y"), "1?2/3:4@5");
}

TEST(Request, absolute_form_of_a_proxy_is_taken) {
  const auto r = get("http://nhipcau.vn/aid?x=1");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->path, "/aid");
  EXPECT_EQ(r->query.get("x"), "1");
}

TEST(Request, bad_targets_are_refused_in_both_languages) {
  const std::string overlong = "/" + std::string(9000, 'a');
  for (const std::string& bad :
       {std::string("/../etc/passwd"), std::string("/a/%2e%2e/b"), std::string("/a/./b"), std::string("/a%00b"),
        std::string("/a%0ab"), std::string("/%zz"), std::string("/%4"), std::string("/%"), std::string("/%ff"),
        std::string("/?q=%c3"), std::string("/?q=%C3%28"), std::string("/?q=%"), std::string("/?%00=1"),
        std::string("*"), std::string(""), std::string("host:443"), overlong}) {
    const auto r = get(bad);
    ASSERT_FALSE(r) << bad;
    EXPECT_EQ(r.error().code, Code::invalid) << bad;
    EXPECT_FALSE(r.error().message.vi.empty());
    EXPECT_FALSE(r.error().message.en.empty());
  }
}

TEST(Request, names_with_dots_are_no_parent_folders) {
  EXPECT_TRUE(get("/assets/a..b.css"));
  EXPECT_TRUE(get("/a/...x"));
}

TEST(Request, form_values_are_mended_but_passwords_are_not) {
  const auto r = form("name=%C3%90o%C3%A0n+%0D%0Am%E1%BB%9Bi&password=+%C3%90+&password_again=+x");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->form.get("name"), "Đoàn \nmới");
  EXPECT_EQ(r->form.get("password"), " Ð ");
  EXPECT_EQ(r->form.get("password_again"), " x");
}

TEST(Request, forms_that_are_not_utf8_are_refused) {
  EXPECT_FALSE(form("name=%B0%E1"));
  EXPECT_FALSE(form("name=\xff"));
  const auto foreign =
      parse_request("POST", "/x", {{"Content-Type", "application/x-www-form-urlencoded; charset=windows-1258"}}, "a=b");
  ASSERT_FALSE(foreign);
  EXPECT_EQ(http_status(foreign.error().code), 415);
}

TEST(Request, too_many_fields_are_refused) {
  std::string body;
  for (int i = 0; i < 5001; ++i) body += "a=1&";
  const auto r = form(body);
  ASSERT_FALSE(r);
  EXPECT_EQ(r.error().code, Code::too_large);
}

TEST(Request, a_body_that_is_no_form_is_kept) {
  const auto r = parse_request("POST", "/api", {{"Content-Type", "application/json"}}, "{\"a\":1}");
  ASSERT_TRUE(r);
  EXPECT_EQ(r->body, "{\"a\":1}");
  EXPECT_TRUE(r->form.items().empty());
}

TEST(Request, multipart_brings_fields_and_a_file_with_a_vietnamese_name) {
  const std::string content("%PDF\0\r\n--Xy\r\n\r\n\xff", 17);
  const auto r = multipart(
      "--XyZ\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n Đoàn Nhật Bản \r\n"
      "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\Tài liệu\\Báo cáo %22năm%22 "
      "2025.pdf\"\r\n"
      "Content-Type: application/pdf\r\n\r\n" +
      content +
      "\r\n--XyZ\r\nContent-Disposition: form-data; name=\"none\"; filename=\"\"\r\n\r\n\r\n"
      "--XyZ\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--XyZ--\r\n");
  ASSERT_TRUE(r) << r.error().message.en;
  EXPECT_EQ(r->form.get("title"), "Đoàn Nhật Bản");
  EXPECT_TRUE(r->form.has("empty"));
  ASSERT_EQ(r->uploads.size(), 1u) << "a file control with nothing chosen is no upload";
  EXPECT_EQ(r->uploads[0].filename, "Báo cáo \"năm\" 2025.pdf");
  EXPECT_EQ(r->uploads[0].content_type, "application/pdf");
  EXPECT_EQ(r->uploads[0].bytes, content);
  ASSERT_NE(r->upload("file"), nullptr);
  EXPECT_EQ(r->upload("title"), nullptr);
}

TEST(Request, the_extended_filename_wins) {
  const auto r = multipart(
      "--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.pdf\"; filename*=UTF-8''%C4%90o%C3%A0n.pdf\r\n"
      "\r\nabc\r\n--XyZ--\r\n");
  ASSERT_TRUE(r);
  ASSERT_EQ(r->uploads.size(), 1u);
  EXPECT_EQ(r->uploads[0].filename, "Đoàn.pdf");
}

TEST(Request, broken_multipart_is_refused) {
  const std::string part = "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--XyZ--\r\n";
  ASSERT_TRUE(multipart(part));
  for (std::size_t cut = 0; cut + 4 < part.size(); ++cut) EXPECT_FALSE(multipart(part.substr(0, cut))) << cut;
  EXPECT_FALSE(multipart("--XyZ\r\nContent-Type: text/plain\r\n\r\nx\r\n--XyZ--")) << "no name";
  EXPECT_FALSE(multipart("--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\xff\r\n--XyZ--")) << "not UTF-8";
  EXPECT_FALSE(parse_request("POST", "/", {{"Content-Type", "multipart/form-data"}}, part)) << "no boundary";
}

TEST(Request, cookies_are_read_and_the_first_of_a_name_wins) {
  const auto r = get("/", {{"Cookie", "nc_session=abc; nc_theme=dark; x=\"q\"; nc_session=other; v=%C4%91; bad=%ff"}});
  ASSERT_TRUE(r);
  EXPECT_EQ(r->cookie("nc_session"), "abc");
  EXPECT_EQ(r->cookie("x"), "q");
  EXPECT_EQ(r->cookie("v"), "đ");
  EXPECT_EQ(r->cookie("bad"), "");
  EXPECT_TRUE(r->dark());
}

TEST(Request, language_comes_from_the_cookie_then_the_browser_then_vietnamese) {
  EXPECT_EQ(get("/")->lang(), Lang::vi);
  EXPECT_EQ(get("/", {{"Accept-Language", "en-GB,en;q=0.9,vi;q=0.8"}})->lang(), Lang::en);
  EXPECT_EQ(get("/", {{"Accept-Language", "vi-VN,vi;q=0.9,en;q=0.8"}})->lang(), Lang::vi);
  EXPECT_EQ(get("/", {{"Accept-Language", "ja,ko"}})->lang(), Lang::vi);
  EXPECT_EQ(get("/", {{"Accept-Language", "ja,en;q=0.5"}})->lang(), Lang::en);
  EXPECT_EQ(get("/", {{"Accept-Language", "en"}, {"Cookie", "nc_lang=vi"}})->lang(), Lang::vi);
  EXPECT_EQ(get("/", {{"Cookie", "nc_lang=en"}})->lang(), Lang::en);
}

TEST(Request, ids_differ_and_are_short) {
  const std::string a = new_request_id();
  const std::string b = new_request_id();
  EXPECT_NE(a, b);
  EXPECT_EQ(a.size(), 10u);
}

}  // namespace
}  // namespace nc::web
