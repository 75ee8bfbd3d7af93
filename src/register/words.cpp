// The words of a search, for full text on either engine and for reading rows one by one: the same hits everywhere.
#include "base/fold.h"
#include "register/parts.h"

namespace nc::reg::detail {

namespace {

constexpr std::size_t k_most_words = 12;

std::vector<std::string> folded_words(std::string_view typed) {
  std::vector<std::string> out;
  const std::string folded = fold(typed.substr(0, 400));
  for (std::size_t from = 0; from < folded.size() && out.size() < k_most_words;) {
    const std::size_t to = std::min(folded.find(' ', from), folded.size());
    if (to > from) out.push_back(folded.substr(from, to - from));
    from = to + 1;
  }
  return out;
}

/// One letter alone means that word: as a beginning it would mean nearly everything.
bool is_beginning(const std::string& word) { return word.size() >= 2; }

}  // namespace

std::string match_query(db::Engine engine, std::string_view words) {
  std::string out;
  for (const std::string& w : folded_words(words)) {
    if (engine == db::Engine::sqlite)
      out += (out.empty() ? "\"" : " \"") + w + (is_beginning(w) ? "\"*" : "\"");
    else
      out += (out.empty() ? "" : " & ") + w + (is_beginning(w) ? ":*" : "");
  }
  return out;
}

std::optional<Condition> words_condition(const Description& d, db::Engine engine, std::string_view alias,
                                         std::string_view words) {
  std::string query = match_query(engine, words);
  if (query.empty()) return std::nullopt;
  const std::string a(alias);
  if (engine == db::Engine::postgres) return Condition{a + ".search_vector @@ to_tsquery('simple', $1)", {std::move(query)}};
  return Condition{a + ".id IN (SELECT rowid FROM " + d.name + "_fts WHERE " + d.name + "_fts MATCH $1)", {std::move(query)}};
}

Condition words_like(std::string_view alias, std::string_view words) {
  Piece q;
  for (const std::string& w : folded_words(words)) {
    if (!q.sql.empty()) q.sql += " AND ";
    q.sql += "' ' || " + std::string(alias) + ".search_text || ' ' LIKE " + q.bind("% " + w + (is_beginning(w) ? "%" : " %"));
  }
  if (q.sql.empty()) q.sql = "TRUE";
  return {q.sql, q.params};
}

Condition word_hits(const Description& d, db::Engine engine, std::string_view words, std::int64_t most) {
  const std::string limit = " LIMIT " + std::to_string(most);
  std::string query = match_query(engine, words);
  if (engine == db::Engine::sqlite)
    return {"SELECT rowid AS hit FROM " + d.name + "_fts WHERE " + d.name + "_fts MATCH $1" + limit, {std::move(query)}};
  return {"SELECT id AS hit FROM " + d.name + " WHERE search_vector @@ to_tsquery('simple', $1)" + limit, {std::move(query)}};
}

std::string like_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace nc::reg::detail
