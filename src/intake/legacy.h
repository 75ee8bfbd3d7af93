// The Vietnamese fonts of before Unicode: TCVN3 (.VnTime, ABC) and VNI-Windows.
#pragma once
#include <string>
#include <string_view>

namespace nc::intake {

/// Each code unit (a byte, or a code point under U+0100) of a text typed with a TCVN3 font to Unicode. Capitals with
/// tones can't be told from small letters there (they depend on the font), so they come out small.
/// Table: TCVN 5712:1993, VN3.
std::u32string from_tcvn3(std::u32string_view units);

/// The same for VNI-Windows, where a letter is followed by a unit for its marks. Pairs become one letter.
std::u32string from_vni(std::u32string_view units);

}  // namespace nc::intake
