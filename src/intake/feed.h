// Feed files (RSS 0.9x to 2.0, RSS 1.0, Atom): the articles in them. The program fetches nothing; somebody's timer
// does.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace nc::intake {

/// One article of a feed. `text` is plain: the whole article where the feed carries it, else its summary.
struct FeedEntry {
  std::string title, url, author, text;
  Date published;
  bool operator==(const FeedEntry&) const = default;
};
struct Feed {
  std::string title;
  std::vector<FeedEntry> entries;  ///< in the order of the file, at most 500
};

/// Does the file begin like a feed? A web page or a sheet in XML does not.
bool looks_like_feed(std::string_view bytes);

/// Reads a feed. Refuses damaged XML. Entries without title and text are left out; a day that can't be read stays
/// empty.
Result<Feed> read_feed(std::string_view bytes);

}  // namespace nc::intake
