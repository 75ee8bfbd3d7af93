// Escaping: what people typed never becomes markup or a foreign address.
#include "html/html.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

std::string printed(std::string_view text) {
  Html h;
  h << text;
  return h.str();
}

std::string address(std::string_view url) {
  Html h;
  h << Url{url};
  return h.str();
}

TEST(Html, text_is_escaped_and_literals_are_not) {
  Html h;
  h << "<td>"_h
    << "Hội <Việt & Lào> \"x\" 'y'"
    << "</td>"_h;
  EXPECT_EQ(h.str(), "<td>Hội &lt;Việt &amp; Lào&gt; &quot;x&quot; &#39;y&#39;</td>");
}

TEST(Html, specials_at_both_ends_and_alone_are_escaped) {
  EXPECT_EQ(printed("<"), "&lt;");
  EXPECT_EQ(printed("&&"), "&amp;&amp;");
  EXPECT_EQ(printed(">a<"), "&gt;a&lt;");
  EXPECT_EQ(printed(""), "");
}

TEST(Html, texts_come_in_the_language_of_the_page) {
  Html vi(Lang::vi);
  Html en(Lang::en);
  vi << Text("Đoàn vào", "Inbound & outbound") << 57;
  en << Text("Đoàn vào", "Inbound & outbound") << 57;
  EXPECT_EQ(vi.str(), "Đoàn vào57");
  EXPECT_EQ(en.str(), "Inbound &amp; outbound57");
}

TEST(Html, addresses_that_leave_the_site_by_a_trick_print_a_hash) {
  for (const char* bad : {"javascript:alert(1)", " javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x",
                          "//evil.vn", "/\\evil.vn", "/\t/evil.vn", "java\nscript:x", "", "vbscript:x", "ftp://x"}) {
    EXPECT_EQ(address(bad), "#") << bad;
  }
}

TEST(Html, addresses_of_the_site_and_of_the_web_are_kept_and_escaped) {
  EXPECT_EQ(address("/delegations?direction=in&period=2025"), "/delegations?direction=in&amp;period=2025");
  EXPECT_EQ(address("https://cantho.gov.vn/\"x"), "https://cantho.gov.vn/&quot;x");
  EXPECT_EQ(address("HTTP://a"), "HTTP://a");
  EXPECT_EQ(address("mailto:vp@cantho.gov.vn"), "mailto:vp@cantho.gov.vn");
  EXPECT_EQ(address("?page=2"), "?page=2");
  EXPECT_EQ(address("#rows"), "#rows");
  EXPECT_EQ(address("/"), "/");
}

TEST(Html, url_encode_keeps_only_unreserved_bytes) {
  EXPECT_EQ(url_encode("a-Z_0.~"), "a-Z_0.~");
  EXPECT_EQ(url_encode("Đoàn 1/2&x=%"), "%C4%90o%C3%A0n%201%2F2%26x%3D%25");
}

}  // namespace
}  // namespace nc
