// Words made fit for their place: capitals, beginnings.
#pragma once
#include <string>
#include <string_view>

namespace nc {

/// The text with its first letter large: "đoàn vào" -> "Đoàn vào". Labels of lists are kept small so that prose can use them.
std::string capital(std::string_view text);
/// An English noun of which there are several: "aid item" -> "aid items", "check of trees" -> "checks of trees".
std::string several(std::string_view noun);

/// How many letters a UTF-8 text has; in NFC a Vietnamese letter with its marks is one.
std::size_t letter_count(std::string_view text);

/// The longest beginning of at most `most` bytes that ends between two letters.
std::string_view beginning_of(std::string_view text, std::size_t most);
/// The text, or its beginning with an ellipsis behind when it is longer than `most` bytes.
std::string shortened(std::string_view text, std::size_t most);
/// The same, ending behind a word where there is one.
std::string shortened_at_word(std::string_view text, std::size_t most);

}  // namespace nc
