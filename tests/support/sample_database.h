// The sample office as a database, for tests that ask the modules and need no pages.
#pragma once
#include <memory>
#include <string>

#include "db/db.h"
#include "figure/figure.h"
#include "support/engines.h"

namespace nc::test {

/// An empty database with the tables of all registers.
std::unique_ptr<db::Database> empty_office(db::Engine engine);
/// The address of a sample office of one's own, with its reports if asked for. It is made once a process and engine and copied.
std::string sample_office(db::Engine engine, bool reports = false, Lasts lasts = Lasts::for_the_suite);
/// One sample office an engine for all tests: roll back what you write.
db::Database& sample_database(db::Engine engine);
/// All indicators.
const fig::Engine& all_figures();

}  // namespace nc::test
