// Full text on both engines: the index over a table's search_text and the queries that give the same hits on either.
//
// search_text is folded by the program (base/fold.h) with one blank between words, so neither engine needs to know
// Vietnamese. Every word of a query must occur, as the beginning of a word when it has two letters or more.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace nc::db {

/// The column that PostgreSQL keeps beside search_text ("" on SQLite), to stand last in CREATE TABLE.
std::string full_text_column(Engine engine);
/// The index over `table` (columns id and search_text) and what keeps it up to date.
std::string full_text_ddl(Engine engine, const std::string& table);

/// What is looked for, in the query language of the engine; "" when there is nothing to look for.
std::string match_query(Engine engine, std::string_view words);
/// The same hits found by reading a row: each of these must satisfy row_condition.
std::vector<std::string> row_words(std::string_view words);
/// "alias.search_text has the word", with the word as `placeholder`. The planner of PostgreSQL takes it for likely.
std::string row_condition(Engine engine, const std::string& alias, const std::string& placeholder);
/// "alias.id is a hit", with the match query as parameter $1.
std::string match_condition(Engine engine, const std::string& table, const std::string& alias);
/// "SELECT ... AS hit ... LIMIT most": ids of hits in no order, with the match query as parameter $1.
std::string match_select(Engine engine, const std::string& table, std::int64_t most);

}  // namespace nc::db
