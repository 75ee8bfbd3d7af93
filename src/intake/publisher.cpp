// Whose text it is.
#include "intake/publisher.h"

#include <algorithm>
#include <map>

namespace nc::intake {
namespace {

/// How often each province is named, and how often in the name of its Union.
struct Named {
  std::map<std::string_view, int> provinces, unions;
};

/// Calls `see(token, match)` for the phrases of the lexicon from `first` to before `last`, one behind the other.
template <class See>
void each_phrase(const Words& w, std::size_t first, std::size_t last, const See& see) {
  for (std::size_t i = first; i < last;) {
    const auto match = w.lexicon->longest(w.tokens, i, last);
    see(i, match);
    i += std::max<std::size_t>(match.length, 1);
  }
}

void read_title(Document& d, Named& named) {
  const Words title(d.layout.title);
  each_phrase(title, 0, title.size(), [&](std::size_t, const Lexicon::Match& match) {
    if (const Tag* tag = find(match.tags, Cls::province)) named.provinces[tag->value] += 3;
    const Tag* country = find(match.tags, Cls::country);
    if (country != nullptr && country->value != "VN") d.title_countries.emplace_back(country->value);
  });
}

/// The office's own paper names it above the body: "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ TỈNH LÂM ĐỒNG".
void read_letterhead(const Document& d, Named& named) {
  if (!d.layout.report || d.layout.body.empty()) return;
  const std::size_t end = d.layout.body.front().first;
  std::size_t behind_union = end;
  each_phrase(d.words, 0, end, [&](std::size_t i, const Lexicon::Match& match) {
    if (has(match.tags, Cls::org_head, "union")) behind_union = i + match.length;
    const Tag* tag = find(match.tags, Cls::province);
    if (tag != nullptr && i >= behind_union && i <= behind_union + 3) named.unions[tag->value] += 2, named.provinces[tag->value] += 1;
  });
}

/// "Liên hiệp các tổ chức hữu nghị [tỉnh|thành phố|TP] X"
bool follows_union(const Words& w, const Mention& place) {
  std::size_t end = place.first;
  while (end > 0 && w.is_any(end - 1, {"tỉnh", "thành", "phố", "tp", ".", "hữu", "the"})) --end;
  for (std::size_t length = 2; length <= 8 && length <= end; ++length) {
    const auto match = w.lexicon->longest(w.tokens, end - length, end);
    if (has(match.tags, Cls::org_head, "union") && match.length + 1 >= length) return true;
  }
  return false;
}

/// English names the place first: "the Thai Binh Union of Friendship Organisations".
bool leads_union(const Words& w, const Mention& place) {
  return has(w.lexicon->longest(w.tokens, place.last, w.size()).tags, Cls::org_head, "union");
}

void read_mentions(const Document& d, Named& named) {
  for (const Mention& m : d.mentions) {
    const Tag* tag = find(m.tags, Cls::province);
    if (tag == nullptr) continue;
    named.provinces[tag->value] += 1;
    if (follows_union(d.words, m)) named.unions[tag->value] += 1;
    if (leads_union(d.words, m)) named.unions[tag->value] += 1;
  }
}

/// The province whose Union is named most; without any Union the one named most.
std::string most_named(const Named& named) {
  std::string_view home;
  int best = 0;
  for (const auto& [name, n] : named.unions.empty() ? named.provinces : named.unions) {
    const auto all = named.provinces.find(name);
    const int weight = n + (named.unions.empty() || all == named.provinces.end() ? 0 : all->second);
    if (weight > best) best = weight, home = name;
  }
  return std::string(home);
}

auto mentions_of(const Document& d, std::string_view organisation) {
  return std::ranges::count_if(d.mentions, [&](const Mention& m) { return m.is(Cls::org_head, organisation); });
}

/// An association's own article: "Hội hữu nghị Việt Nam - Hàn Quốc thành phố Hải Phòng".
std::string own_association(const Document& d) {
  const Words& w = d.words;
  const auto in_name = [&](std::uint32_t i) { return w.capital(i) || w.is_dash(i) || w.is_any(i, {"tỉnh", "thành", "phố", "tp", "."}); };
  for (const Mention& m : d.mentions) {
    if (!m.is(Cls::member_org) || !w.capital(m.first) || !w.is(m.last, "việt")) continue;
    std::uint32_t end = m.last;
    while (end < w.size() && end < m.last + 12 && in_name(end) && !w.is_line(end)) ++end;
    return std::string(w.between(m.first, end));
  }
  return {};
}

std::string union_of(const std::string& home, bool english) {
  if (english) return home + " Union of Friendship Organisations";
  const bool city = home == "Hà Nội" || home == "Hồ Chí Minh" || home == "Đà Nẵng" || home == "Hải Phòng" || home == "Cần Thơ";
  return "Liên hiệp các tổ chức hữu nghị " + std::string(city ? "thành phố " : "tỉnh ") + home;
}

}  // namespace

void find_publisher(Document& d) {
  Named named;
  read_title(d, named);
  read_letterhead(d, named);
  read_mentions(d, named);
  if (named.unions.empty() && mentions_of(d, "national") >= 2) {
    d.national = true;
    d.publisher = d.english ? "Viet Nam Union of Friendship Organisations" : "Liên hiệp các tổ chức hữu nghị Việt Nam";
    return;
  }
  d.home = most_named(named);
  if (named.unions.empty() && mentions_of(d, "union") == 0) {
    d.publisher = own_association(d);
  } else if (!d.home.empty()) {
    d.publisher = union_of(d.home, d.english);
  }
}

}  // namespace nc::intake
