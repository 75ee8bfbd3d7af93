// Fresh databases of both engines for tests. A PostgreSQL server is started for the process when none is named.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <functional>
#include <vector>

#include "db/db.h"

namespace nc::test {

/// Both engines; NHIPCAU_TEST_ENGINES=sqlite leaves PostgreSQL out.
///   INSTANTIATE_TEST_SUITE_P(Both, MyTest, testing::ValuesIn(test::engines_under_test()), test::engine_name);
std::vector<db::Engine> engines_under_test();
std::string engine_name(const testing::TestParamInfo<db::Engine>& info);

/// An empty database of its own: `:memory:`, or a new schema on the server of NHIPCAU_TEST_POSTGRES, else on a server
/// that this process starts (and stops at its end).
std::unique_ptr<db::Database> fresh_database(db::Engine engine, const db::Options& options = {});
/// The address of an empty database that can be opened several times: a file, or a new schema.
std::string fresh_url(db::Engine engine);
/// How long a copy is needed: those of hundreds of tests kept to the end would fill a disk.
enum class Lasts { for_the_suite, to_the_end };
/// The address of a copy of the database that `make` fills when the process first asks for `name`: a file, or a database of the
/// server. Copying takes a tenth of the time of making an office.
std::string copy_of(db::Engine engine, const std::string& name, const std::function<void(const std::string& url)>& make, Lasts lasts = Lasts::for_the_suite);
/// Opens or fails loudly.
std::unique_ptr<db::Database> open_database(const std::string& url, const db::Options& options = {});

/// Secrets are sealed with a key in the environment, so that no test leaves one in a folder. Left alone when one is set.
void use_test_secrets_key();
/// A folder for this process that is removed at its end.
const std::filesystem::path& scratch();

}  // namespace nc::test
