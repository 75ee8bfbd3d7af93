// The sample office as a database, for tests that ask the modules and need no pages.
#include "support/sample_database.h"

#include <map>
#include <stdexcept>

#include "app/catalog.h"
#include "app/figures.h"
#include "app/sample/sample.h"
#include "register/store.h"
#include "support/engines.h"

namespace nc::test {

std::unique_ptr<db::Database> empty_office(db::Engine engine) {
  auto database = fresh_database(engine);
  const db::Migration first{1, "first", reg::schema_sql(app::catalog(), db::Engine::sqlite), reg::schema_sql(app::catalog(), db::Engine::postgres)};
  if (!db::migrate(*database, {first})) throw std::runtime_error("no schema");
  return database;
}

db::Database& sample_database(db::Engine engine) {
  static std::map<db::Engine, std::unique_ptr<db::Database>> offices;
  auto& one = offices[engine];
  if (!one) {
    one = empty_office(engine);
    app::load_reference(*one);
    app::load_sample(*one);
  }
  return *one;
}

const fig::Engine& all_figures() {
  static const fig::Engine engine = [] {
    fig::Engine e;
    app::add_figures(e);
    return e;
  }();
  return engine;
}

}  // namespace nc::test
