// Loads the phrase tables and finds phrases in tokens.
#include "intake/lexicon.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/embedded.h"

namespace nc::intake {
namespace {

constexpr std::array k_names = std::to_array<std::string_view>(
    {"verb",     "delegation", "person",       "project",     "agreement",  "event",      "award",     "scholarship",
     "member_org", "branch",   "member",       "partner",     "signature",  "works",      "item",      "tree",
     "anniversary", "approx",  "approx_after", "number_word", "not_number", "scale",      "currency",  "measure",
     "label",    "country",    "province",     "org_head",    "person_title", "planned",  "not_planned", "compare",
     "target",   "others",     "subset",       "each",        "total",      "price",      "economy",   "history",
     "foreign",  "home",       "month",        "weekday",     "day_part",   "recipient",  "stop",      "classifier",
     "phase",    "place",      "cumulative",   "furniture",   "review",     "past",       "caption",   "end_mark",
     "byline",   "site"});
static_assert(k_names.size() == static_cast<std::size_t>(Cls::k_last));

std::vector<std::string_view> cut(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// Calls `row(cells)` for each line behind the header.
template <class Row>
void each_row(std::string_view table, const Row& row) {
  bool header = true;
  for (const std::string_view line : cut(table, '\n')) {
    if (!header && !line.empty()) row(cut(line, '\t'));
    header = false;
  }
}

/// phrase, class, value, flag ("C": with a capital only). Phrases of one row are joined by "|".
void add_table(Lexicon& lexicon, const EmbeddedFile& file) {
  each_row(file.bytes, [&](const std::vector<std::string_view>& cells) {
    const Cls cls = cells.size() < 2 ? Cls::k_last : class_from(cells[1]);
    if (cls == Cls::k_last) throw std::runtime_error("db/reading/" + std::string(file.name) + ": " + std::string(cells[0]));
    const std::string_view value = cells.size() > 2 ? cells[2] : std::string_view();
    const bool capital = cells.size() > 3 && cells[3].find('C') != std::string_view::npos;
    for (const std::string_view phrase : cut(cells[0], '|')) lexicon.add(phrase, cls, value, capital);
  });
}

std::size_t column(std::string_view table, std::string_view name) {
  const auto names = cut(table.substr(0, table.find('\n')), '\t');
  return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

/// Words of one syllable that are also everyday words or parts of names ("Ru", "Ba", "Bun") are left to the tables of
/// db/reading, which know better.
bool is_risky(std::string_view name) { return name.size() < 4 || name == "Trung" || name == "Hung" || name == "Tiệp"; }

void add_columns(Lexicon& lexicon, std::string_view table, std::initializer_list<std::string_view> columns, Cls cls,
                 std::string_view code_column) {
  const std::size_t code = column(table, code_column);
  for (const std::string_view name : columns) {
    const std::size_t at = column(table, name);
    each_row(table, [&](const std::vector<std::string_view>& cells) {
      if (at >= cells.size() || code >= cells.size()) return;
      for (const std::string_view phrase : cut(cells[at], '|'))
        if (!phrase.empty() && !(cls == Cls::country && is_risky(phrase))) lexicon.add(phrase, cls, cells[code], true);
    });
  }
}

Lexicon load() {
  Lexicon lexicon;
  for (const EmbeddedFile& file : embedded_reference()) {
    if (file.name == "countries.tsv")
      add_columns(lexicon, file.bytes, {"name_vi", "official_vi", "name_en", "adj_en", "aliases_vi", "aliases_historic_vi",
                                        "aliases_en", "cldr_vi"}, Cls::country, "iso2");
    if (file.name == "provinces.tsv" || file.name == "former_provinces.tsv")
      add_columns(lexicon, file.bytes, {"name_vi", "name_en", "aliases_vi"}, Cls::province, "name_vi");
  }
  for (const EmbeddedFile& file : embedded_reading()) add_table(lexicon, file);
  return lexicon;
}

}  // namespace

Cls class_from(std::string_view name) {
  return static_cast<Cls>(std::ranges::find(k_names, name) - k_names.begin());
}

const Tag* find(const std::vector<Tag>* tags, Cls cls) {
  if (tags == nullptr) return nullptr;
  for (const Tag& tag : *tags)
    if (tag.cls == cls) return &tag;
  return nullptr;
}

bool has(const std::vector<Tag>* tags, Cls cls, std::string_view value) {
  return tags != nullptr && std::ranges::any_of(*tags, [&](const Tag& t) { return t.cls == cls && t.value == value; });
}

const Lexicon& Lexicon::built_in() {
  static const Lexicon lexicon = load();
  return lexicon;
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint32_t word) const {
  const auto found = edges_.find((std::uint64_t{node} << 32U) | word);
  return found == edges_.end() ? 0 : found->second;
}

void Lexicon::add(std::string_view phrase, Cls cls, std::string_view value, bool capital) {
  std::uint32_t node = 0;
  for (const Token& token : tokenize(phrase)) {
    const std::string key = lower(phrase.substr(token.begin, token.end - token.begin));
    const auto word = ids_.try_emplace(key, static_cast<std::uint32_t>(ids_.size() + 1)).first->second;
    const auto edge = edges_.try_emplace((std::uint64_t{node} << 32U) | word, static_cast<std::uint32_t>(nodes_.size()));
    if (edge.second) nodes_.emplace_back();
    node = edge.first->second;
  }
  if (node == 0) return;
  auto& tags = capital ? nodes_[node].capital_tags : nodes_[node].tags;
  if (!has(&tags, cls, value)) tags.push_back({cls, value});
}

void Lexicon::number(std::string_view text, Tokens& tokens) const {
  std::string key;
  for (Token& token : tokens) {
    if (token.kind == Token::Kind::line) continue;
    key = lower(text.substr(token.begin, token.end - token.begin));
    const auto found = ids_.find(key);
    token.id = found == ids_.end() ? 0 : found->second;
  }
}

std::uint32_t Lexicon::id(std::string_view lower_word) const {
  const auto found = ids_.find(std::string(lower_word));
  return found == ids_.end() ? 0 : found->second;
}

Lexicon::Match Lexicon::longest(const Tokens& tokens, std::size_t at, std::size_t end) const {
  Match best;
  std::uint32_t node = 0;
  for (std::size_t i = at; i < end && tokens[i].id != 0; ++i) {
    node = child(node, tokens[i].id);
    if (node == 0) break;
    const Node& here = nodes_[node];
    const auto* tags = !here.capital_tags.empty() && tokens[at].capital ? &here.capital_tags : &here.tags;
    if (!tags->empty()) best = {i - at + 1, tags};
  }
  return best;
}

}  // namespace nc::intake
