// What the frame promises on every page.
#include "html/shell.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

Shell signed_in() {
  Shell s;
  s.path = "/delegations/12?x=1&y=2";
  s.nav = {{.label = {}, .items = {{.label = Text("Tổng quan", "Overview"), .href = "/", .icon = "layout-dashboard"}}},
           {.label = Text("Sổ đăng ký", "Registers"),
            .items = {{.label = Text("Đoàn vào – đoàn ra", "Delegations"),
                       .href = "/delegations",
                       .icon = "arrows-left-right",
                       .badge = "60",
                       .key = "D"},
                      {.label = Text("Viện trợ", "Aid"), .href = "/aid", .icon = "heart-handshake"}}}};
  s.person = "Phạm Minh Thư";
  s.period_code = "2025";
  s.period_label = Text("Năm 2025", "2025");
  s.period_choices = {"2025", "2024"};
  s.csrf = "tok";
  return s;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Shell, says_language_and_theme_on_the_root_element) {
  Shell s = signed_in();
  s.lang = Lang::en;
  s.dark = true;
  EXPECT_TRUE(
      has(page(s, {.title = Text("Đoàn", "Delegations")}, Html()), "<html lang=\"en\" data-bs-theme=\"dark\">"));
}

TEST(Shell, marks_the_item_whose_pages_we_are_in_and_not_the_overview) {
  const std::string html = page(signed_in(), {.title = Text("Đoàn", "Delegations")}, Html());
  EXPECT_TRUE(has(html, "<a href=\"/delegations\" class=\"on\" aria-current=\"page\""));
  EXPECT_FALSE(has(html, "<a href=\"/\" class=\"on\""));
}

TEST(Shell, comes_back_to_the_same_page_after_a_switch) {
  const std::string html = page(signed_in(), {.title = Text("Đoàn", "Delegations")}, Html());
  EXPECT_TRUE(has(html, "/set?lang=en&amp;back=%2Fdelegations%2F12%3Fx%3D1%26y%3D2"));
  EXPECT_TRUE(has(html, "/set?theme=dark&amp;back="));
  EXPECT_TRUE(has(html, "/set?period=2024&amp;back="));
}

TEST(Shell, offers_undo_as_a_form_with_the_token) {
  Shell s = signed_in();
  s.toast = "Đã lưu <đoàn>.";
  s.toast_undo = "/delegations/12/undo?change=3";
  const std::string html = page(s, {.title = Text("Đoàn", "Delegations")}, Html());
  EXPECT_TRUE(has(html, "Đã lưu &lt;đoàn&gt;."));
  EXPECT_TRUE(has(html, "action=\"/delegations/12/undo?change=3\""));
  EXPECT_TRUE(has(html, "role=\"status\""));
}

TEST(Shell, has_one_heading_and_a_way_past_the_navigation) {
  const std::string html = page(signed_in(), {.title = Text("Đoàn", "Delegations")}, Html());
  EXPECT_EQ(html.find("<h1"), html.rfind("<h1"));
  EXPECT_TRUE(has(html, "href=\"#main\""));
  EXPECT_FALSE(has(page(signed_in(), {.title = Text("Đoàn", "Delegations"), .bare = true}, Html()), "<h1"));
}

TEST(Shell, without_navigation_shows_no_sidebar_and_no_sign_out) {
  Shell s;
  const std::string html = page(s, {.title = Text("Đăng nhập", "Sign in")}, Html());
  EXPECT_FALSE(has(html, "id=\"nav\""));
  EXPECT_FALSE(has(html, "/sign-out"));
}

TEST(Shell, says_that_an_office_is_a_sample) {
  Shell s = signed_in();
  EXPECT_FALSE(has(page(s, {.title = Text("Đoàn", "Delegations")}, Html()), "BẢN MẪU"));
  s.sample = true;
  EXPECT_TRUE(has(page(s, {.title = Text("Đoàn", "Delegations")}, Html()), "BẢN MẪU"));
}

TEST(Shell, has_no_inline_script_or_style) {
  const std::string html = page(signed_in(), {.title = Text("Đoàn", "Delegations")}, Html());
  EXPECT_FALSE(has(html, "<style"));
  EXPECT_FALSE(has(html, " style="));
  EXPECT_FALSE(has(html, "<script>"));
}

}  // namespace
}  // namespace nc
