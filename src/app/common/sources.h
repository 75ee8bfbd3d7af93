// Where the facts of the reference tables come from, in words.
#pragma once
#include <string>
#include <string_view>

namespace nc::app {

/// The keys of a `source` cell as people read them: "W37|REC" is the page that was read, and that no text was at hand.
std::string source_words(std::string_view keys);

}  // namespace nc::app
