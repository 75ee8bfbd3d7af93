// Partners that may be one: compared by folded names, other names and what is left of them without the words every name has.
#include <algorithm>
#include <map>

#include "app/common/within.h"
#include "app/partners/merge.h"
#include "base/fold.h"

namespace nc::app {

namespace {

/// Words that say what somebody is, not who.
const std::set<std::string>& common_words() {
  static const std::set<std::string> all{"to", "chuc", "quy", "hoi", "truong", "dai", "hoc", "cong", "ty", "tnhh", "tap", "doan", "tong", "lanh", "su", "quan", "thanh", "pho", "tinh", "tai", "viet", "nam", "va", "the", "of", "in",
                                         "foundation", "organisation", "organization", "university", "association", "company", "ltd", "international", "consulate", "general", "embassy", "province", "city", "ho", "chi", "minh", "tp", "huu", "nghi", "co", "inc"};
  return all;
}

struct Known {
  std::int64_t id = 0;
  std::string code, name, country;
  std::set<std::string> names, words;  ///< folded; words that tell who it is
  std::vector<std::int64_t> apart;
};

void take_names(Known& k, std::string_view text) {
  std::string one;
  for (const char c : std::string(text) + ",") {
    if (c != ',' && c != ';') {
      one += c;
      continue;
    }
    if (std::string folded = fold(one); folded.size() > 2) k.names.insert(std::move(folded));
    one.clear();
  }
}

void take_words(Known& k, std::string_view name) {
  std::string word;
  for (const char c : fold(name) + " ") {
    if (c != ' ') word += c;
    else if (word.size() > 1 && !common_words().contains(word)) k.words.insert(std::exchange(word, {}));
    else word.clear();
  }
}

std::vector<Known> known_partners(db::ReadDb& db, const Actor& actor) {
  std::vector<Known> out;
  each_within(db, "SELECT p.id, p.code, p.name, COALESCE(p.name_en, ''), COALESCE(p.aliases, ''), COALESCE(p.country, ''), COALESCE(p.distinct_from, '') FROM partner p WHERE p.deleted = 0 AND p.status <> 'merged'", {},
              org_scope(actor, "p"), "ORDER BY p.id", [&](const db::Row& r) {
                Known k{r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(5)), {}, {}, {}};
                k.names.insert(fold(r.text(2)));
                take_names(k, r.text(3));
                take_names(k, r.text(4));
                take_words(k, r.text(2));
                std::string number;
                for (const char c : r.text(6)) {
                  if (c != '|') number += c;
                  else if (const auto id = parse_int(std::exchange(number, {}))) k.apart.push_back(*id);
                }
                out.push_back(std::move(k));
                return true;
              });
  return out;
}

double share(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  const auto common = static_cast<double>(std::ranges::count_if(a, [&](const auto& w) { return b.contains(w); }));
  return common / (static_cast<double>(a.size() + b.size()) - common);
}

/// What speaks for two being one; weight 0 when nothing does.
Alike compared(const Known& a, const Known& b) {
  Alike out{a.id, b.id, a.name, b.name, a.code, b.code, {}, 0};
  const bool countries_differ = !a.country.empty() && !b.country.empty() && a.country != b.country;
  for (const std::string& name : a.names)
    if (b.names.contains(name)) {
      out.weight = countries_differ ? 0.7 : 1;
      out.why = fold(a.name) == fold(b.name) ? Message(Text("cùng tên khi bỏ dấu", "the same name without marks")) : Message("cùng mang tên “" + name + "”", "both are called “" + name + "”");
      return out;
    }
  if (countries_differ) return out;
  constexpr double k_close = 0.75, k_scale = 0.9;
  if (const double part = share(a.words, b.words); part >= k_close) {
    out.weight = part * k_scale;
    out.why = Text("tên gần giống nhau, cùng nước", "nearly the same name, the same country");
  }
  return out;
}

/// Places in `all` by each name and telling word, so that only those that share one are compared.
std::map<std::string, std::vector<std::size_t>> by_word(const std::vector<Known>& all) {
  std::map<std::string, std::vector<std::size_t>> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const auto& name : all[i].names) out["=" + name].push_back(i);
    for (const auto& word : all[i].words) out[word].push_back(i);
  }
  return out;
}

}  // namespace

std::vector<Alike> partners_alike(db::ReadDb& db, const Actor& actor, std::size_t most) {
  constexpr std::size_t k_too_common = 60;  // a word that so many names have tells nobody apart
  const auto all = known_partners(db, actor);
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [word, places] : by_word(all)) {
    if (places.size() > k_too_common) continue;
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t j = i + 1; j < places.size(); ++j) pairs.emplace(places[i], places[j]);
  }
  std::vector<Alike> out;
  for (const auto& [i, j] : pairs) {
    if (i == j || std::ranges::find(all[i].apart, all[j].id) != all[i].apart.end() || std::ranges::find(all[j].apart, all[i].id) != all[j].apart.end()) continue;
    if (Alike one = compared(all[i], all[j]); one.weight > 0) out.push_back(std::move(one));
  }
  std::ranges::stable_sort(out, [](const Alike& a, const Alike& b) { return a.weight > b.weight; });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace nc::app
