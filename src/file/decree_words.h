// Rules of Decree 30/2020 on single words, shared by the checks of our own papers and of drafts from Word.
#pragma once
#include <string>
#include <string_view>

namespace nc::paper {

/// "BC" for a text that begins with "BÁO CÁO"; "" when it names no kind of paper.
std::string_view kind_letters(std::string_view text);
/// Digits as the decree writes them: days under 10 and months 1 and 2 take a 0, months 3 to 9 don't.
bool is_written_right(const std::string& digits, int most, bool month);
/// In capitals, as Vietnamese has them.
bool is_upper(const std::string& text);
/// The first words, at most 40 letters.
std::string shortened(const std::string& text);

}  // namespace nc::paper
