// Vietnamese text: one spelling in, one folding for search, one order for lists, on both engines.
#pragma once
#include <string>
#include <string_view>

namespace nc {

bool is_utf8(std::string_view bytes);

/// What is kept of typed text: NFC, U+00D0/U+00F0 (Eth) mended to Đ/đ, NBSP and the other kinds of space and tab to
/// a space, other control, zero-width and direction characters removed, line ends to \n, blanks trimmed at both ends.
/// Input must be valid UTF-8 (a broken sequence becomes U+FFFD). mended(mended(x)) == mended(x).
std::string mended(std::string_view text);

/// Words for search and filters: lower case, tones and marks off, đ and ð to d, everything that is not a
/// letter or digit becomes one blank, both typing styles (hoà, hòa) equal. Letters of other
/// scripts are kept, accents of Greek and Cyrillic come off. "Ðại học Cần Thơ" -> "dai hoc can tho".
std::string fold(std::string_view text);

/// Key whose byte order is the Vietnamese order of ICU (a ă â b ... d đ e ê ..., tones last), printable ASCII,
/// at most 80 bytes: stored beside sortable text so that both engines sort the same.
std::string collation_key(std::string_view text);

}  // namespace nc
