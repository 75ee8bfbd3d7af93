// A small network of organisations in a fresh database.
#include "support/core_tables.h"

#include "ledger/core_schema.h"

namespace nc::test {
namespace {

void add_organisations(db::Tx& tx) {
  tx.script(tx.engine() == db::Engine::sqlite
                ? db::Sql("CREATE TABLE organisation (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, deleted "
                          "INTEGER NOT NULL DEFAULT 0) STRICT")
                : db::Sql("CREATE TABLE organisation (id BIGINT PRIMARY KEY, code TEXT COLLATE \"C\" NOT NULL UNIQUE, "
                          "deleted BIGINT NOT NULL DEFAULT 0)"));
  const std::vector<std::pair<Org, const char*>> codes = {
      {k_vufo, "vufo"},       {k_city, "ct-tp"},       {k_union, "ct"},      {k_association, "ct-kr"},
      {k_chapter, "ct-kr-1"}, {k_other_city, "hp-tp"}, {k_other_union, "hp"}};
  for (const auto& [id, code] : codes) {
    tx.exec("INSERT INTO organisation (id, code) VALUES ($1, $2)", {std::int64_t{id}, std::string(code)});
    tx.exec("INSERT INTO org_tree (ancestor, descendant, depth) VALUES ($1, $1, 0)", {std::int64_t{id}});
  }
}

void below(db::Tx& tx, Org ancestor, Org descendant, int depth) {
  tx.exec("INSERT INTO org_tree (ancestor, descendant, depth) VALUES ($1, $2, $3)",
          {std::int64_t{ancestor}, std::int64_t{descendant}, std::int64_t{depth}});
}

void belongs(db::Tx& tx, Org org, Org city) {
  tx.exec("INSERT INTO org_home (org_id, locality_id) VALUES ($1, $2)", {std::int64_t{org}, std::int64_t{city}});
}

}  // namespace

std::unique_ptr<db::Database> database_with_core_tables(db::Engine engine) {
  auto database = fresh_database(engine);
  database->write([&](db::Tx& tx) {
    tx.script(db::Sql::built(ledger::core_schema_sql(engine)));
    add_organisations(tx);
    for (const Org city : {k_city, k_union, k_association, k_chapter}) belongs(tx, city, k_city);
    for (const Org city : {k_other_city, k_other_union}) belongs(tx, city, k_other_city);
    below(tx, k_vufo, k_union, 1);
    below(tx, k_vufo, k_association, 2);
    below(tx, k_vufo, k_chapter, 3);
    below(tx, k_vufo, k_other_union, 1);
    below(tx, k_city, k_union, 1);
    below(tx, k_city, k_association, 1);  // its own field names the city too
    below(tx, k_city, k_chapter, 2);
    below(tx, k_union, k_association, 1);
    below(tx, k_union, k_chapter, 2);
    below(tx, k_association, k_chapter, 1);
    below(tx, k_other_city, k_other_union, 1);
    return true;
  });
  return database;
}

}  // namespace nc::test
