// Reads RSS and Atom with pugixml, which expands no foreign entities and loads nothing.
#include "intake/feed.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <pugixml.hpp>
#include <sstream>

#include "base/number.h"
#include "intake/decode.h"

namespace nc::intake {
namespace {

constexpr std::size_t k_most_entries = 500;

/// Name without its prefix: "content:encoded" is "encoded".
std::string_view local(const pugi::xml_node& node) {
  const char* colon = std::strchr(node.name(), ':');
  return colon == nullptr ? node.name() : colon + 1;
}

pugi::xml_node child(const pugi::xml_node& of, std::string_view name) {
  for (const auto& node : of.children())
    if (local(node) == name) return node;
  return {};
}

/// Text of a node, or its mark-up where it holds elements (Atom's xhtml).
std::string inner(const pugi::xml_node& node) {
  const bool elements =
      std::ranges::any_of(node.children(), [](const pugi::xml_node& n) { return n.type() == pugi::node_element; });
  if (!elements) return node.text().get();
  std::ostringstream out;
  for (const auto& part : node.children()) part.print(out, "", pugi::format_raw);
  return out.str();
}

std::string plain(const std::string& markup) {
  if (markup.find_first_of("<&") == std::string::npos) return markup;
  auto text = text_of_html("<html><body>" + markup + "</body></html>");
  return text ? *text : std::string();
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "Tue, 05 Mar 2024 08:00:00 +0700" or "2024-03-05T08:00:00+07:00".
Date day_of(std::string_view text) {
  if (const auto iso = Date::from_iso(text.substr(0, 10))) return *iso;
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::istringstream words{std::string(text)};
  int day = 0, month = 0;
  for (std::string word; words >> word;) {
    if (const auto named = std::ranges::find_if(months, [&](std::string_view m) { return word.starts_with(m); });
        named != months.end() && day != 0 && month == 0) {
      month = static_cast<int>(named - months.begin()) + 1;
    } else if (const auto n = parse_int(word); n && day == 0 && *n >= 1 && *n <= 31) {
      day = static_cast<int>(*n);
    } else if (n && month != 0 && *n >= 1900 && *n <= 2100) {
      return Date::from_ymd(static_cast<int>(*n), month, day).value_or(Date{});
    }
  }
  return {};
}

/// Address of an entry: text of <link>, or the href of the one that is no "self" or enclosure.
std::string address_of(const pugi::xml_node& entry) {
  for (const auto& node : entry.children()) {
    if (local(node) != "link") continue;
    const std::string_view rel = node.attribute("rel").as_string("alternate");
    const std::string found = node.attribute("href") ? node.attribute("href").as_string() : node.text().get();
    if (rel == "alternate" && !found.empty()) return on_one_line(found);
  }
  return {};
}

FeedEntry entry_of(const pugi::xml_node& node) {
  FeedEntry e;
  e.title = on_one_line(plain(inner(child(node, "title"))));
  e.url = address_of(node);
  for (const char* name : {"author", "creator"})
    if (const auto author = child(node, name); e.author.empty() && author)
      e.author = on_one_line(child(author, "name") ? child(author, "name").text().get() : author.text().get());
  for (const char* name : {"pubDate", "published", "date", "updated"})
    if (!e.published) e.published = day_of(on_one_line(child(node, name).text().get()));
  // The longest of what the feed tells: some repeat the summary as content, some give only one of them.
  for (const char* name : {"encoded", "content", "description", "summary"}) {
    std::string text = plain(inner(child(node, name)));
    if (text.size() > e.text.size()) e.text = std::move(text);
  }
  return e;
}

}  // namespace

bool looks_like_feed(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4000);
  if (head.find("<html") != std::string_view::npos || head.find("<HTML") != std::string_view::npos) return false;
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF"})
    if (head.find(root) != std::string_view::npos) return true;
  return false;
}

Result<Feed> read_feed(std::string_view bytes) {
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!parsed)
    return refuse(
        Code::invalid,
        Message("Tệp nguồn tin (RSS, Atom) bị hỏng ở byte " + std::to_string(parsed.offset) + ". Tải lại từ trang báo",
                "The feed (RSS, Atom) is broken at byte " + std::to_string(parsed.offset) + ". Fetch it again"));
  const pugi::xml_node root = document.document_element();
  const pugi::xml_node channel = child(root, "channel") ? child(root, "channel") : root;
  Feed feed;
  feed.title = on_one_line(plain(inner(child(channel, "title"))));
  for (const pugi::xml_node& holder : {channel, root}) {  // RSS 1.0 keeps its items beside the channel
    for (const auto& node : holder.children()) {
      if (feed.entries.size() >= k_most_entries) break;
      if (local(node) != "item" && local(node) != "entry") continue;
      FeedEntry e = entry_of(node);
      if (!e.title.empty() || !e.text.empty()) feed.entries.push_back(std::move(e));
    }
    if (holder == root || !feed.entries.empty()) break;
  }
  return feed;
}

}  // namespace nc::intake
