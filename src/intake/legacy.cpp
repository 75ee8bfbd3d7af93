// Tables of TCVN3 and VNI-Windows.
#include "intake/legacy.h"

#include <array>

namespace nc::intake {
namespace {

struct Unit {
  char32_t from, to;
};

constexpr Unit k_tcvn3[] = {
    {0xA1, U'Ă'}, {0xA2, U'Â'}, {0xA3, U'Ê'}, {0xA4, U'Ô'}, {0xA5, U'Ơ'}, {0xA6, U'Ư'}, {0xA7, U'Đ'}, {0xA8, U'ă'},
    {0xA9, U'â'}, {0xAA, U'ê'}, {0xAB, U'ô'}, {0xAC, U'ơ'}, {0xAD, U'ư'}, {0xAE, U'đ'}, {0xB5, U'à'}, {0xB6, U'ả'},
    {0xB7, U'ã'}, {0xB8, U'á'}, {0xB9, U'ạ'}, {0xBB, U'ằ'}, {0xBC, U'ẳ'}, {0xBD, U'ẵ'}, {0xBE, U'ắ'}, {0xC6, U'ặ'},
    {0xC7, U'ầ'}, {0xC8, U'ẩ'}, {0xC9, U'ẫ'}, {0xCA, U'ấ'}, {0xCB, U'ậ'}, {0xCC, U'è'}, {0xCE, U'ẻ'}, {0xCF, U'ẽ'},
    {0xD0, U'é'}, {0xD1, U'ẹ'}, {0xD2, U'ề'}, {0xD3, U'ể'}, {0xD4, U'ễ'}, {0xD5, U'ế'}, {0xD6, U'ệ'}, {0xD7, U'ì'},
    {0xD8, U'ỉ'}, {0xDC, U'ĩ'}, {0xDD, U'í'}, {0xDE, U'ị'}, {0xDF, U'ò'}, {0xE1, U'ỏ'}, {0xE2, U'õ'}, {0xE3, U'ó'},
    {0xE4, U'ọ'}, {0xE5, U'ồ'}, {0xE6, U'ổ'}, {0xE7, U'ỗ'}, {0xE8, U'ố'}, {0xE9, U'ộ'}, {0xEA, U'ờ'}, {0xEB, U'ở'},
    {0xEC, U'ỡ'}, {0xED, U'ớ'}, {0xEE, U'ợ'}, {0xEF, U'ù'}, {0xF1, U'ủ'}, {0xF2, U'ũ'}, {0xF3, U'ú'}, {0xF4, U'ụ'},
    {0xF5, U'ừ'}, {0xF6, U'ử'}, {0xF7, U'ữ'}, {0xF8, U'ứ'}, {0xF9, U'ự'}, {0xFA, U'ỳ'}, {0xFB, U'ỷ'}, {0xFC, U'ỹ'},
    {0xFD, U'ý'}, {0xFE, U'ỵ'},
};

/// A letter, the unit behind it, and what both mean. Letters are given small; capitals follow by rule.
struct Pair {
  char32_t letter, mark, to;
};

// Marks as small units: ù sắc, ø huyền, û hỏi, õ ngã, ï nặng; the others carry a hat or breve as well.
constexpr Pair k_vni[] = {
    {U'a', 0xF9, U'á'}, {U'a', 0xF8, U'à'}, {U'a', 0xFB, U'ả'}, {U'a', 0xF5, U'ã'}, {U'a', 0xEF, U'ạ'},
    {U'a', 0xE2, U'â'}, {U'a', 0xE1, U'ấ'}, {U'a', 0xE0, U'ầ'}, {U'a', 0xE5, U'ẩ'}, {U'a', 0xE3, U'ẫ'},
    {U'a', 0xE4, U'ậ'}, {U'a', 0xEA, U'ă'}, {U'a', 0xE9, U'ắ'}, {U'a', 0xE8, U'ằ'}, {U'a', 0xFA, U'ẳ'},
    {U'a', 0xFC, U'ẵ'}, {U'a', 0xEB, U'ặ'}, {U'e', 0xF9, U'é'}, {U'e', 0xF8, U'è'}, {U'e', 0xFB, U'ẻ'},
    {U'e', 0xF5, U'ẽ'}, {U'e', 0xEF, U'ẹ'}, {U'e', 0xE2, U'ê'}, {U'e', 0xE1, U'ế'}, {U'e', 0xE0, U'ề'},
    {U'e', 0xE5, U'ể'}, {U'e', 0xE3, U'ễ'}, {U'e', 0xE4, U'ệ'}, {U'o', 0xF9, U'ó'}, {U'o', 0xF8, U'ò'},
    {U'o', 0xFB, U'ỏ'}, {U'o', 0xF5, U'õ'}, {U'o', 0xEF, U'ọ'}, {U'o', 0xE2, U'ô'}, {U'o', 0xE1, U'ố'},
    {U'o', 0xE0, U'ồ'}, {U'o', 0xE5, U'ổ'}, {U'o', 0xE3, U'ỗ'}, {U'o', 0xE4, U'ộ'}, {U'u', 0xF9, U'ú'},
    {U'u', 0xF8, U'ù'}, {U'u', 0xFB, U'ủ'}, {U'u', 0xF5, U'ũ'}, {U'u', 0xEF, U'ụ'}, {U'y', 0xF9, U'ý'},
    {U'y', 0xF8, U'ỳ'}, {U'y', 0xFB, U'ỷ'}, {U'y', 0xF5, U'ỹ'}, {0xF4, 0xF9, U'ớ'},  {0xF4, 0xF8, U'ờ'},
    {0xF4, 0xFB, U'ở'}, {0xF4, 0xF5, U'ỡ'}, {0xF4, 0xEF, U'ợ'}, {0xF6, 0xF9, U'ứ'},  {0xF6, 0xF8, U'ừ'},
    {0xF6, 0xFB, U'ử'}, {0xF6, 0xF5, U'ữ'}, {0xF6, 0xEF, U'ự'},
};
constexpr Unit k_vni_alone[] = {
    {0xF4, U'ơ'}, {0xD4, U'Ơ'}, {0xF6, U'ư'}, {0xD6, U'Ư'}, {0xF1, U'đ'}, {0xD1, U'Đ'}, {0xED, U'í'}, {0xCD, U'Í'},
    {0xEC, U'ì'}, {0xCC, U'Ì'}, {0xE6, U'ỉ'}, {0xC6, U'Ỉ'}, {0xF3, U'ĩ'}, {0xD3, U'Ĩ'}, {0xF2, U'ị'}, {0xD2, U'Ị'},
    {0xEE, U'ỵ'}, {0xCE, U'Ỵ'},
};

using Table = std::array<char32_t, 256>;

template <std::size_t N>
Table table_of(const Unit (&units)[N]) {
  Table out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char32_t>(i);
  for (const Unit& unit : units) out[unit.from] = unit.to;
  return out;
}

char32_t small_unit(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 32 : c;
}

char32_t capital_of(char32_t c) {
  if (c < 0x100) return c - 32;         // á, ã ... of Latin-1
  if (c == U'ơ' || c == U'ư') return c - 1;
  return c % 2 == 1 ? c - 1 : c;        // Latin Extended-A and Additional: capital before small
}

char32_t vni_pair(char32_t letter, char32_t mark) {
  const char32_t small = small_unit(letter), small_mark = small_unit(mark);
  if (mark < 0xC0 || mark > 0xFF) return 0;
  for (const Pair& pair : k_vni)
    if (pair.letter == small && pair.mark == small_mark) return letter == small ? pair.to : capital_of(pair.to);
  return 0;
}

}  // namespace

std::u32string from_tcvn3(std::u32string_view units) {
  static const Table table = table_of(k_tcvn3);
  std::u32string out;
  out.reserve(units.size());
  for (const char32_t c : units) out.push_back(c < 0x100 ? table[c] : c);
  return out;
}

std::u32string from_vni(std::u32string_view units) {
  static const Table alone = table_of(k_vni_alone);
  std::u32string out;
  out.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t both = i + 1 < units.size() ? vni_pair(units[i], units[i + 1]) : 0;
    if (both != 0) ++i;
    out.push_back(both != 0 ? both : units[i] < 0x100 ? alone[units[i]] : units[i]);
  }
  return out;
}

}  // namespace nc::intake
