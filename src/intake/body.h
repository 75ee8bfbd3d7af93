// Finds title, day of publication and body of an article among navigation, related headlines and captions.
#pragma once
#include <string>
#include <vector>

#include "base/date.h"
#include "intake/words.h"

namespace nc::intake {

/// A line of the text, as tokens.
struct Stretch {
  std::uint32_t first = 0, last = 0;
};

struct Layout {
  std::string title;
  Date published;               ///< from the head, else from the lines behind the body
  std::vector<Stretch> body;    ///< paragraphs and subheadings in order
  std::vector<Stretch> captions;
  bool report = false;          ///< an office paper with numbered parts, not a news article
};

/// Works on shape: which lines end like sentences, which are doubled, which begin with the words of furniture
/// (db/reading/furniture.tsv). Linear in the length of the text.
Layout find_body(const Words& words);

}  // namespace nc::intake
