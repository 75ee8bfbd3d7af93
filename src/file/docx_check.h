// A draft from Word held against the form of Decree 30/2020: each finding names its paragraph and says how to mend it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nc::paper {

struct DraftFinding {
  int paragraph = 0;        ///< counted from 1 as Word shows them, tables too; 0 for the whole file
  std::string beginning;    ///< first words of that paragraph
  Message what;             ///< what is wrong and how it should be
};

/// What is wrong with the form of a draft (.docx), in the order of reading; empty when nothing is. Number and day may still be blank: the
/// clerk fills them in. Refused as a whole: what word_parts() refuses, a file without text.
Result<std::vector<DraftFinding>> draft_findings(std::string_view docx);

}  // namespace nc::paper
