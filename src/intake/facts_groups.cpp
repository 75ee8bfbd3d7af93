// Where groups travel and how many people they are.
#include "intake/facts_groups.h"

#include <algorithm>
#include <optional>

namespace nc::intake {
namespace {

/// "sang", "đến thăm", "toured", "left for"
bool tells_motion(const Words& w, std::uint32_t i, std::uint32_t from) {
  if (w.is(i, "for")) return i > from && w.is_any(i - 1, {"left", "leave", "headed", "departed", "bound", "off", "out"});
  return w.is_any(i, {"sang", "đến", "tới", "thăm", "đi", "ra", "tại", "ở", "to", "visited", "visit", "visits", "toured", "touring", "visiting", "in"});
}

/// "tỉnh Savannakhet": the kind of place tells nothing by itself.
bool names_area_abroad(const Scene& s, const Mention& m) {
  return m.is(Cls::home, "area") && (!s.countries(m.last, m.last + 3).empty() || (s.w.is_word(m.last) && s.w.capital(m.last)));
}

/// What the way is when it leads to this place; nothing when the mention is no place that tells.
std::optional<Way> way_to(const Scene& s, const Mention& m, std::string_view home) {
  const auto country = m.value(Cls::country);
  if (!country.empty() && country != "VN")
    return Way{.abroad = true, .countries = s.countries(m.first, std::min(m.first + 14, s.s.last))};
  if (m.is(Cls::foreign, "friend")) return Way{.abroad = true};
  const bool province = m.is(Cls::province);
  if (province && !home.empty() && m.value(Cls::province) != home) return Way{};  // elsewhere in the country
  if (!province && country != "VN" && !m.is(Cls::home, "area")) return std::nullopt;
  if (names_area_abroad(s, m)) return std::nullopt;
  return Way{.home = true};
}

/// A verb of its own takes over.
bool other_act_begins(const Words& w, std::uint32_t i) {
  return w.is_any(i, {"đón", "tiếp", "cử"}) || (w.is(i, "tổ") && w.is(i + 1, "chức"));
}

bool leads_abroad(const Scene& s, std::uint32_t i) {
  const Words& w = s.w;
  if (w.is_any(i, {"sang", "abroad", "overseas"}) || (w.is(i, "xuất") && w.is(i + 1, "ngoại"))) return true;
  if (w.is(i, "đi") && s.right(i, 12, [](const Mention& m) { return m.is(Cls::foreign, "") || m.is(Cls::foreign, "out"); }) != nullptr) return true;
  if (w.is_any(i, {"ra", "đi"}) && (w.is(i + 1, "nước") || w.is(i + 1, "công") || !s.countries(i, i + 10).empty())) return true;
  if (w.is_any(i, {"to", "toured", "visited"}) && !s.countries(i, i + 8).empty()) return true;
  if (w.is_any(i, {"left", "headed", "departed"}) && w.is(i + 1, "for")) return true;
  return w.is(i, "crossed") || (w.is(i, "went") && w.is(i + 1, "abroad"));
}

}  // namespace

Way way_of(const Scene& s, std::uint32_t from, std::string_view home) {
  const Words& w = s.w;
  for (std::uint32_t i = from; i < s.s.last && i < from + 45; ++i) {
    if (!tells_motion(w, i, from) || w.is_any(i + 1, {"từ", "nay"})) continue;  // "đến từ Nhật Bản"
    std::optional<Way> way;
    s.between(i, i + 14, [&](const Mention& m) { return (way = way_to(s, m, home)).has_value(); });
    if (way) return *way;
    if (w.is(i + 1, "nước") && w.is(i + 2, "ngoài")) return {.abroad = true};
    if (w.is(i, "thăm") && w.is(i + 1, "thủ")) return {.home = true};
  }
  return {};
}

bool goes_abroad(const Scene& s, std::uint32_t from, std::uint32_t reach) {
  if (const Mention* next = s.verb_right(from, reach, {"send", "receive"})) reach = std::min(reach, next->first - from);
  for (std::uint32_t i = from; i < std::min(from + reach, s.s.last); ++i) {
    if (s.w.is(i, ";") || (i > from && other_act_begins(s.w, i))) return false;
    if (leads_abroad(s, i)) return true;
  }
  return false;
}

void set_visitors(Fact& delegation, Count& people) {
  people.used = true;
  delegation.visitors = people.q->value;
  delegation.visitors_qualifier = people.q->qualifier;
}

}  // namespace nc::intake
