// An office's own Word file with named places: «title», «section:aid», «figure:I17», «table:B2», «signature».
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "file/paper.h"

namespace nc::paper {

/// What a place stands for: words within a line, or blocks that take the place of a whole paragraph.
enum class Place { unknown, words, blocks };

/// A place as found: its name and where it stands.
struct PlaceSeen {
  std::string name;
  int paragraph = 0;       ///< counted from 1 over the body, then heads and feet of pages
  std::string beginning;   ///< first words of that paragraph
};

/// Reads a Word file and finds its places. `kind_of` says what a name stands for. All problems come back together, each naming
/// the paragraph: unknown places, places of blocks that do not stand alone in a paragraph of the body, a « without ». Refused as a
/// whole: no Word file, over 5 MB packed or 32 MB unpacked, macros, embedded programs, a template elsewhere, no place at all.
tl::expected<std::vector<PlaceSeen>, Problems> places_of(std::string_view docx, const std::function<Place(std::string_view)>& kind_of);

/// The parts of a Word file by name, in order. Refused: no Word file, over 5 MB packed or 32 MB unpacked, macros, embedded programs, a
/// template elsewhere.
Result<std::vector<std::pair<std::string, std::string>>> word_parts(std::string_view docx);

struct Filling {
  std::function<Place(std::string_view)> kind_of;
  std::function<std::string(std::string_view)> words;                       ///< lines parted by \n
  std::function<Paper(std::string_view)> blocks;                            ///< only its blocks are written; for "signature" recipients and signer
};
/// The Word file with every place filled. Everything else stays byte by byte but for styles that blocks need and the file lacks.
Result<std::string> filled(std::string_view docx, const Filling& filling);

}  // namespace nc::paper
