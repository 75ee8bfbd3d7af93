// Index and queries of full text for both engines.
#include "db/full_text.h"

#include "base/fold.h"

namespace nc::db {
namespace {

constexpr std::size_t k_most_words = 12;
constexpr std::size_t k_longest_query = 400;

std::vector<std::string> folded_words(std::string_view typed) {
  std::vector<std::string> out;
  const std::string folded = fold(typed.substr(0, k_longest_query));
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

std::string full_text_column(Engine engine) {
  if (engine == Engine::sqlite) return {};
  return "search_vector TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED";
}

std::string full_text_ddl(Engine engine, const std::string& table) {
  if (engine == Engine::postgres) return "CREATE INDEX ix_" + table + "_search ON " + table + " USING gin (search_vector);\n";
  const std::string fts = table + "_fts";
  const std::string add = "  INSERT INTO " + fts + " (rowid, search_text) VALUES (new.id, new.search_text);\n";
  const std::string drop =
      "  INSERT INTO " + fts + " (" + fts + ", rowid, search_text) VALUES ('delete', old.id, old.search_text);\n";
  // No ranking and no phrases: neither positions nor column sizes are kept, which halves the index.
  return "CREATE VIRTUAL TABLE " + fts + " USING fts5(search_text, content='" + table +
         "', content_rowid='id', tokenize='unicode61', prefix='2 3 4 5 6', detail='none', columnsize=0);\n"
         "CREATE TRIGGER " + fts + "_insert AFTER INSERT ON " + table + " BEGIN\n" + add + "END;\n" +
         "CREATE TRIGGER " + fts + "_delete AFTER DELETE ON " + table + " BEGIN\n" + drop + "END;\n" +
         "CREATE TRIGGER " + fts + "_update AFTER UPDATE OF search_text ON " + table +
         " WHEN old.search_text <> new.search_text BEGIN\n" + drop + add + "END;\n";
}

std::string match_query(Engine engine, std::string_view words) {
  std::string out;
  for (const std::string& w : folded_words(words)) {
    if (engine == Engine::sqlite)
      out += (out.empty() ? "\"" : " \"") + w + (is_beginning(w) ? "\"*" : "\"");
    else
      out += (out.empty() ? "" : " & ") + w + (is_beginning(w) ? ":*" : "");
  }
  return out;
}

std::vector<std::string> row_words(std::string_view words) {
  std::vector<std::string> out;
  for (const std::string& w : folded_words(words)) out.push_back(" " + w + (is_beginning(w) ? "" : " "));
  return out;
}

std::string row_condition(Engine engine, const std::string& alias, const std::string& placeholder) {
  // Not LIKE: PostgreSQL takes that for rare and would rather sort all rows than read the order until the page is full.
  const char* place = engine == Engine::sqlite ? "instr" : "strpos";
  return std::string(place) + "(' ' || " + alias + ".search_text || ' ', " + placeholder + ") > 0";
}

std::string match_condition(Engine engine, const std::string& table, const std::string& alias) {
  if (engine == Engine::postgres) return alias + ".search_vector @@ to_tsquery('simple', $1)";
  return alias + ".id IN (SELECT rowid FROM " + table + "_fts WHERE " + table + "_fts MATCH $1)";
}

std::string match_select(Engine engine, const std::string& table, std::int64_t most) {
  const std::string limit = " LIMIT " + std::to_string(most);
  if (engine == Engine::postgres)
    return "SELECT id AS hit FROM " + table + " WHERE search_vector @@ to_tsquery('simple', $1)" + limit;
  return "SELECT rowid AS hit FROM " + table + "_fts WHERE " + table + "_fts MATCH $1" + limit;
}

}  // namespace nc::db
