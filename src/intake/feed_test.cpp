// Feeds of our own: what becomes of their entries, and what is refused.
#include "intake/feed.h"

#include <gtest/gtest.h>

namespace nc::intake {
namespace {

constexpr const char* k_rss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Báo Mẫu - Đối ngoại</title>
<item><title><![CDATA[Đón đoàn <b>Lào</b>]]></title><link>https://bao.example/1</link><pubDate>Tue, 05 Mar 2024 08:00:00 +0700</pubDate>
<description>Tóm tắt &lt;p&gt;ngắn&lt;/p&gt;</description><content:encoded><![CDATA[<p>Ngày 4/3, Liên hiệp đón đoàn 12 người.</p><p>Hai bên ký thỏa thuận.</p>]]></content:encoded></item>
<item><title>Không ngày</title><description>Chỉ có tóm tắt.</description></item><item></item></channel></rss>)";

TEST(Feed, RssGivesTitlesAddressesDaysAndTheLongestText) {
  ASSERT_TRUE(looks_like_feed(k_rss));
  const auto feed = read_feed(k_rss);
  ASSERT_TRUE(feed.has_value());
  EXPECT_EQ(feed->title, "Báo Mẫu - Đối ngoại");
  ASSERT_EQ(feed->entries.size(), 2U) << "an empty item is left out";
  const FeedEntry& first = feed->entries[0];
  EXPECT_EQ(first.title, "Đón đoàn Lào");
  EXPECT_EQ(first.url, "https://bao.example/1");
  EXPECT_EQ(first.published.iso(), "2024-03-05");
  EXPECT_NE(first.text.find("đón đoàn 12 người.\n"), std::string::npos) << first.text;
  EXPECT_EQ(first.text.find('<'), std::string::npos);
  EXPECT_FALSE(feed->entries[1].published);
  EXPECT_EQ(feed->entries[1].text, "Chỉ có tóm tắt.");
}

TEST(Feed, AtomGivesTheSame) {
  const auto feed = read_feed(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Hữu nghị</title>
<entry><title type="html">Ký &amp;amp; trao</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/2"/>
<author><name>Lan Anh</name></author><updated>2025-06-18T07:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Một.</p><p>Hai.</p></div></content></entry></feed>)");
  ASSERT_TRUE(feed.has_value());
  ASSERT_EQ(feed->entries.size(), 1U);
  EXPECT_EQ(feed->entries[0].title, "Ký & trao");
  EXPECT_EQ(feed->entries[0].url, "https://x.example/2");
  EXPECT_EQ(feed->entries[0].author, "Lan Anh");
  EXPECT_EQ(feed->entries[0].published.iso(), "2025-06-18");
  EXPECT_NE(feed->entries[0].text.find("Một."), std::string::npos);
}

TEST(Feed, OneThatIsCutShortIsRefusedWithWhatToDo) {
  const auto feed = read_feed("<rss><channel><item><title>Dở");
  ASSERT_FALSE(feed.has_value());
  EXPECT_NE(feed.error().message.vi.find("Tải lại"), std::string::npos);
}

TEST(Feed, APageOrAPlainTextIsNone) {
  EXPECT_FALSE(looks_like_feed("<!doctype html><html><body>rss</body></html>"));
  EXPECT_FALSE(looks_like_feed("Ngày 4/3, Liên hiệp đón đoàn."));
}

TEST(Feed, EntitiesThatMultiplyAreNotExpanded) {
  const auto feed = read_feed(
      "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b "
      "\"&a;&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>");
  ASSERT_TRUE(feed.has_value());
  for (const auto& e : feed->entries) EXPECT_EQ(e.title.find("ha"), std::string::npos);
}

}  // namespace
}  // namespace nc::intake
