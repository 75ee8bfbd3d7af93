// What goes over the wire: heads and dates.
#include "web/wire.h"

#include <gtest/gtest.h>

namespace nc::web {
namespace {

TEST(Wire, dates_are_those_of_http) {
  EXPECT_EQ(http_date(784111777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(1767225599), "Wed, 31 Dec 2025 23:59:59 GMT");
}

TEST(Wire, a_value_cannot_start_a_header_of_its_own) {
  Response r = text("x");
  r.with("X-Name", "a\r\nSet-Cookie: stolen=1");
  const std::string head = response_head(r, "today", After::close);
  EXPECT_EQ(head.find("\r\nSet-Cookie"), std::string::npos);
  EXPECT_NE(head.find("X-Name: a  Set-Cookie: stolen=1\r\n"), std::string::npos);
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(Wire, answers_without_a_body_by_rule_carry_no_length) {
  Response r;
  r.status = 304;
  EXPECT_EQ(response_head(r, "today", After::keep_alive).find("Content-Length"), std::string::npos);
  r.status = 200;
  EXPECT_NE(response_head(r, "today", After::keep_alive).find("Content-Length: 0\r\n"), std::string::npos);
}

}  // namespace
}  // namespace nc::web
