// The sample office as a database, for tests that ask the modules and need no pages.
#include "support/sample_database.h"

#include <map>
#include <stdexcept>

#include "app/catalog.h"
#include "app/figures.h"
#include "app/reports/public.h"
#include "app/sample/sample.h"
#include "app/program.h"
#include "register/store.h"
#include "support/engines.h"

namespace nc::test {

std::unique_ptr<db::Database> empty_office(db::Engine engine) {
  auto database = fresh_database(engine);
  const db::Migration first{1, "first", reg::schema_sql(app::catalog(), db::Engine::sqlite), reg::schema_sql(app::catalog(), db::Engine::postgres)};
  if (!db::migrate(*database, {first})) throw std::runtime_error("no schema");
  return database;
}

namespace {

void make_office(const std::string& url, bool reports) {
  auto made = open_database(url, {.readers = 2, .busy_ms = 15000, .create = true, .read_only = false});
  if (!db::migrate(*made, db::built_in_migrations())) throw std::runtime_error("no schema");
  app::load_reference(*made);
  app::load_sample(*made);
  if (!reports) return;
  made->write([](db::Tx& tx) {
    app::put_setting(tx, "sample", "1");
    return true;
  });
  app::load_sample_reports(*made);
}

}  // namespace

std::string sample_office(db::Engine engine, bool reports, Lasts lasts) {
  return copy_of(engine, reports ? "sample with reports" : "sample", [&](const std::string& url) { make_office(url, reports); }, lasts);
}

db::Database& sample_database(db::Engine engine) {
  static std::map<db::Engine, std::unique_ptr<db::Database>> offices;
  auto& one = offices[engine];
  if (!one) one = open_database(sample_office(engine, false, Lasts::to_the_end));
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
