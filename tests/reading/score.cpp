// Compares candidate facts with annotations: fields that decide, evidence, and the best pairing of both.
#include "reading/score.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>

#include "base/fold.h"

namespace nc::intake {
namespace {

namespace json = boost::json;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": not readable");
  return {std::istreambuf_iterator<char>(file), {}};
}

bool empty(const json::value* v) {
  return v == nullptr || v->is_null() || (v->is_string() && v->get_string().empty()) ||
         (v->is_array() && v->get_array().empty());
}
const json::value* field(const json::object& o, std::string_view name) { return o.if_contains(name); }

double number(const json::value& v) { return v.to_number<double>(); }

bool same_number(const json::value* a, const json::value* b) {
  if (empty(a) || empty(b)) return empty(a) && empty(b);
  return number(*a) == number(*b);
}
/// Events, agreements and awards without a count are one.
bool same_or_one(const json::value* a, const json::value* b) {
  return (empty(a) ? 1.0 : number(*a)) == (empty(b) ? 1.0 : number(*b));
}

bool same_text(const json::value* a, const json::value* b) {
  if (empty(a) || empty(b)) return empty(a) && empty(b);
  return a->get_string() == b->get_string();
}
/// One name holds the words of the other; an annotation without a name accepts any.
bool same_name(const json::value* wanted, const json::value* got) {
  if (empty(wanted)) return true;
  if (empty(got)) return false;
  const std::string a = " " + fold(std::string(wanted->get_string())) + " ",
                    b = " " + fold(std::string(got->get_string())) + " ";
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}
bool same_date(const json::value* wanted, const json::value* got) {
  if (empty(wanted)) return true;
  return !empty(got) && std::string_view(got->get_string()).starts_with(std::string_view(wanted->get_string()));
}
bool same_set(const json::value* a, const json::value* b) {
  const auto names = [](const json::value* v) {
    std::vector<std::string> out;
    if (!empty(v))
      for (const auto& item : v->as_array()) out.emplace_back(item.as_string());
    std::ranges::sort(out);
    return out;
  };
  return names(a) == names(b);
}

/// A total and an amount for each piece are the same through the count: 30 x 2 million = 60 million.
bool same_value(const json::object& wanted, const json::object& got) {
  const auto total = [](const json::object& o) -> double {
    if (const auto* amount = field(o, "amount"); !empty(amount)) return number(*amount);
    const auto* each = field(o, "unit_amount");
    const auto* count = field(o, "count");
    if (empty(each)) return -1;
    return number(*each) * (empty(count) ? 1 : number(*count));
  };
  return total(wanted) == total(got);
}

using Test = std::function<bool(const json::object&, const json::object&)>;
Test by(std::string_view name, bool (*same)(const json::value*, const json::value*)) {
  return [=](const json::object& a, const json::object& b) { return same(field(a, name), field(b, name)); };
}

const std::map<std::string, std::vector<Test>, std::less<>>& deciding_fields() {
  static const Test count = by("count", same_number), one = by("count", same_or_one), money = by("currency", same_text);
  static const std::map<std::string, std::vector<Test>, std::less<>> fields{
      {"delegation_in", {count, by("visitors", same_number)}},
      {"delegation_out", {count, by("visitors", same_number)}},
      {"aid_total", {count, money, by("amount", same_number)}},
      {"aid_project", {money, by("amount", same_number), by("donor", same_name)}},
      {"agreement", {one, by("country", same_set)}},
      {"activity", {one, by("date", same_date), by("quantity", same_number)}},
      {"anniversary", {by("years", same_number), by("country", same_set)}},
      {"award", {one, by("award", same_name)}},
      {"scholarship", {count, money, same_value}},
      {"membership", {count, by("unit", same_text)}},
      {"gift", {count, money, same_value}},
      {"partner_count", {count}},
      {"event_participants", {count}},
      {"signature_campaign", {count}}};
  return fields;
}

bool planned(const json::object& o) {
  const auto* status = field(o, "status");
  return !empty(status) && status->get_string() == "planned";
}

bool agrees(const std::string& kind, const json::object& annotation, const json::object& got) {
  std::vector<json::object> readings{annotation.at("fields").as_object()};
  if (const auto* other = field(annotation, "alt"))
    for (const auto& over : other->as_array()) {
      readings.push_back(readings.front());
      for (const auto& [name, value] : over.as_object()) readings.back().insert_or_assign(name, value);
    }
  return std::ranges::any_of(readings, [&](const json::object& wanted) {
    if (kind != "anniversary" && planned(wanted) != planned(got)) return false;
    return std::ranges::all_of(deciding_fields().at(kind), [&](const Test& same) { return same(wanted, got); });
  });
}

bool overlap(const json::object& a, const json::object& b) {
  for (const auto& x : a.at("evidence").as_array())
    for (const auto& y : b.at("evidence").as_array())
      if (number(x.at(0)) < number(y.at(1)) && number(y.at(0)) < number(x.at(1))) return true;
  return false;
}

bool optional(const json::object& fact) {
  const auto* v = field(fact, "optional");
  return v != nullptr && v->is_bool() && v->get_bool();
}

/// Pairs every annotation with at most one found fact, as many as can be (augmenting paths), the required ones first.
std::vector<int> pair_up(const json::array& wanted, const json::array& got) {
  std::vector<int> taken(got.size(), -1);
  const auto fits = [&](std::size_t i, std::size_t j) {
    const auto& a = wanted[i].as_object();
    const auto& b = got[j].as_object();
    return a.at("kind") == b.at("kind") && overlap(a, b) &&
           agrees(std::string(a.at("kind").as_string()), a, b.at("fields").as_object());
  };
  std::vector<bool> seen;
  const std::function<bool(std::size_t)> grow = [&](std::size_t i) {
    for (std::size_t j = 0; j < got.size(); ++j) {
      if (seen[j] || !fits(i, j)) continue;
      seen[j] = true;
      if (taken[j] < 0 || grow(static_cast<std::size_t>(taken[j]))) {
        taken[j] = static_cast<int>(i);
        return true;
      }
    }
    return false;
  };
  for (const bool required : {true, false})
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (optional(wanted[i].as_object()) == required) continue;
      seen.assign(got.size(), false);
      grow(i);
    }
  return taken;
}

/// F1 of the code points of the body that are no blanks; captions are neither rewarded nor punished.
double body_f1(const json::object& gold, const Article& article, const std::string& text) {
  std::vector<char> wanted, kept, blank;
  std::size_t points = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
    blank.push_back(c == ' ' || c == '\n' || c == '\r');
    ++points;
  }
  wanted.assign(points, 0);
  kept.assign(points, 0);
  const auto paint = [&](std::vector<char>& where, double from, double to, char value) {
    for (auto i = static_cast<std::size_t>(from); i < std::min(points, static_cast<std::size_t>(to)); ++i)
      where[i] = value;
  };
  paint(wanted, number(gold.at("body_start")), number(gold.at("body_end")), 1);
  for (const char* name : {"body_excludes", "body_optional"})
    if (const auto* spans = field(gold, name))
      for (const auto& s : spans->as_array())
        paint(name[5] == 'o' ? blank : wanted, number(s.at(0)), number(s.at(1)), name[5] == 'o' ? 1 : 0);
  for (const Span s : article.body) paint(kept, s.start, s.end, 1);
  double both = 0, all = 0;
  for (std::size_t i = 0; i < points; ++i) {
    if (blank[i] != 0) continue;
    both += wanted[i] != 0 && kept[i] != 0 ? 2 : 0;
    all += wanted[i] + kept[i];
  }
  return all == 0 ? 1 : both / all;
}

}  // namespace

double Tally::f1() const {
  return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
}

Tally& Tally::operator+=(const Tally& o) {
  expected += o.expected;
  found += o.found;
  right += o.right;
  return *this;
}

std::vector<std::filesystem::path> annotations_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

Score score_article(const std::filesystem::path& annotation) {
  const json::object gold = json::parse(bytes_of(annotation)).as_object();
  const std::string text = bytes_of(std::filesystem::path(annotation).replace_extension(".txt"));
  const auto article = read(text, "article.txt");
  if (!article) throw std::runtime_error(annotation.string() + ": " + article.error().message.en);
  const json::object got = json::parse(to_json(*article)).as_object();
  const json::array& wanted = gold.at("facts").as_array();
  const json::array& found = got.at("facts").as_array();
  const std::vector<int> taken = pair_up(wanted, found);

  Score score;
  score.body_f1 = body_f1(gold, *article, text);
  std::vector<bool> matched(wanted.size(), false);
  for (std::size_t j = 0; j < found.size(); ++j) {
    const auto& fact = found[j].as_object();
    if (taken[j] >= 0) matched[static_cast<std::size_t>(taken[j])] = true;
    const bool arguable = taken[j] >= 0 ? optional(wanted[static_cast<std::size_t>(taken[j])].as_object())
                                        : std::ranges::any_of(wanted, [&](const json::value& w) {
                                            const auto& a = w.as_object();
                                            return optional(a) && a.at("kind") == fact.at("kind") && overlap(a, fact);
                                          });
    if (arguable) continue;
    Tally& kind = score.by_kind[std::string(fact.at("kind").as_string())];
    ++kind.found;
    if (taken[j] < 0)
      score.misses.push_back("wrong " + std::string(fact.at("kind").as_string()) + " " +
                             json::serialize(fact.at("fields")));
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto& fact = wanted[i].as_object();
    if (optional(fact)) continue;
    Tally& kind = score.by_kind[std::string(fact.at("kind").as_string())];
    ++kind.expected;
    if (matched[i])
      ++kind.right;
    else
      score.misses.push_back("missed " + std::string(fact.at("kind").as_string()) + " " +
                             json::serialize(fact.at("fields")));
  }
  for (const auto& [name, tally] : score.by_kind) score.all += tally;
  return score;
}

}  // namespace nc::intake
