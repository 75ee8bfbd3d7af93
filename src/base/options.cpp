// Closed lists of codes with labels: found by code, or by what a person typed.
#include "base/options.h"

#include <algorithm>

#include "base/fold.h"

namespace nc {

namespace {

/// Every name an option is known by, folded: "|han quoc|korea|rok|".
std::string folded_names(const Option& o) {
  std::string out = "|";
  const auto add = [&out](const std::string& name) {
    if (!name.empty() && out.find('|' + name + '|') == std::string::npos) out += name + '|';
  };
  for (const std::string& name : {fold(o.code), fold(o.label.vi), fold(o.label.en)}) add(name);
  std::string name;
  for (const char c : o.folded + '|') {
    if (c != '|' && c != '\n') {
      name += c;
      continue;
    }
    add(name);
    name.clear();
  }
  return out;
}

std::vector<Option> from_texts(std::initializer_list<std::pair<const char*, Text>> items) {
  std::vector<Option> out;
  out.reserve(items.size());
  for (const auto& [code, label] : items) out.push_back({code, label, {}});
  return out;
}

}  // namespace

Options::Options(std::initializer_list<std::pair<const char*, Text>> items) : Options(from_texts(items)) {}

Options::Options(std::vector<Option> items) : items_(std::move(items)) {
  for (Option& o : items_) o.folded = folded_names(o);
  by_code_.reserve(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) by_code_.push_back(i);
  std::stable_sort(by_code_.begin(), by_code_.end(),
                   [this](std::size_t a, std::size_t b) { return items_[a].code < items_[b].code; });
}

const Option* Options::find(std::string_view code) const {
  const auto at = std::lower_bound(by_code_.begin(), by_code_.end(), code,
                                   [this](std::size_t i, std::string_view c) { return items_[i].code < c; });
  return at != by_code_.end() && items_[*at].code == code ? &items_[*at] : nullptr;
}

std::string Options::code_of(std::string_view typed) const {
  if (find(typed)) return std::string(typed);
  const std::string name = fold(typed);
  if (name.empty()) return {};
  const std::string needle = '|' + name + '|';
  for (const Option& o : items_)
    if (o.folded.find(needle) != std::string::npos) return o.code;
  return {};
}

std::string Options::label(std::string_view code, Lang lang) const {
  const Option* o = find(code);
  return o ? o->label.in(lang) : std::string(code);
}

}  // namespace nc
