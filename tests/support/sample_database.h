// The sample office as a database, for tests that ask the modules and need no pages.
#pragma once
#include <memory>

#include "db/db.h"
#include "figure/figure.h"

namespace nc::test {

/// An empty database with the tables of all registers.
std::unique_ptr<db::Database> empty_office(db::Engine engine);
/// One sample office an engine for all tests: roll back what you write.
db::Database& sample_database(db::Engine engine);
/// All indicators.
const fig::Engine& all_figures();

}  // namespace nc::test
