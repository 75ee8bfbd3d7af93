// Migrations: each once, whole or not at all, never on a database that is newer or not ours.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>

#include "db/db.h"
#include "support/engines.h"

namespace nc::db {
namespace {

Migration step(int number, const std::string& sql) { return {number, "step" + std::to_string(number), sql, sql}; }
const Migration k_one = step(1, "CREATE TABLE a (id BIGINT); CREATE INDEX ix_a_id ON a (id);");
const Migration k_two = step(2, "ALTER TABLE a ADD COLUMN b BIGINT; INSERT INTO a VALUES (1, 2);");

class Migrate : public testing::TestWithParam<Engine> {
 protected:
  Migrate() {
    one_two = {k_one, k_two};
    if (GetParam() == Engine::sqlite)
      for (Migration& m : one_two)
        for (auto at = m.sqlite.find("BIGINT"); at != std::string::npos; at = m.sqlite.find("BIGINT"))
          m.sqlite.replace(at, 6, "INTEGER");
    one_only = {one_two[0]};
    url = test::fresh_url(GetParam());
  }
  std::unique_ptr<Database> open() { return test::open_database(url, {.create = true}); }
  std::vector<Migration> one_two, one_only;
  std::string url;
};
INSTANTIATE_TEST_SUITE_P(Both, Migrate, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(Migrate, applies_what_is_missing_and_only_once) {
  const auto database = open();
  EXPECT_EQ(schema_version(*database), 0);
  EXPECT_EQ(migrate(*database, one_only), std::vector<int>{1});
  EXPECT_EQ(schema_version(*database), 1);
  EXPECT_EQ(migrate(*database, one_two), std::vector<int>{2});
  EXPECT_EQ(migrate(*database, one_two), std::vector<int>{});
  EXPECT_EQ(schema_version(*database), 2);
  database->read([](ReadDb& db) {
    EXPECT_EQ(db.integer("SELECT count(*) FROM a"), 1);
    EXPECT_TRUE(as_text(db.scalar("SELECT name FROM schema_migration WHERE number = 2")).starts_with("step2 "));
    EXPECT_GT(db.integer("SELECT applied_at FROM schema_migration WHERE number = 2"), 1'600'000'000'000);
  });
}

TEST_P(Migrate, refuses_a_newer_database_without_touching_it) {
  const auto database = open();
  ASSERT_TRUE(migrate(*database, one_two));
  const auto refused = migrate(*database, one_only);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::unsupported);
  EXPECT_NE(refused.error().message.vi.find("(2 > 1)"), std::string::npos) << refused.error().message.vi;
  EXPECT_EQ(schema_version(*database), 2);
}

TEST_P(Migrate, refuses_a_database_in_which_a_step_was_another) {
  const auto database = open();
  ASSERT_TRUE(migrate(*database, one_two));
  EXPECT_TRUE(made_by_these(*database, one_two));
  auto others = one_two;
  others[0].sqlite += " CREATE TABLE c (id INTEGER);";
  others[0].postgres += " CREATE TABLE c (id BIGINT);";
  others.push_back(step(3, "CREATE TABLE half (x TEXT)"));
  const auto refused = migrate(*database, others);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.en.find("earlier trial version"), std::string::npos);
  EXPECT_FALSE(made_by_these(*database, others));
  EXPECT_EQ(schema_version(*database), 2) << "nothing was applied";
}

TEST_P(Migrate, keeps_nothing_of_a_step_that_fails) {
  const auto database = open();
  auto steps = one_two;
  steps.push_back(step(3, "CREATE TABLE half (x TEXT); INSERT INTO nowhere VALUES (1)"));
  EXPECT_THROW((void)migrate(*database, steps), std::logic_error);
  EXPECT_EQ(schema_version(*database), 2);
  steps.back() = step(3, "CREATE TABLE half (x TEXT)");
  EXPECT_EQ(migrate(*database, steps), std::vector<int>{3});
}

TEST_P(Migrate, refuses_tables_of_another_program) {
  const auto database = open();
  database->write([](Tx& tx) {
    tx.script("CREATE TABLE theirs (x TEXT)");
    return true;
  });
  const auto refused = migrate(*database, one_two);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::unsupported);
  EXPECT_EQ(schema_version(*database), 0);
}

TEST_P(Migrate, is_done_once_when_several_programs_start_together) {
  open();
  std::atomic<int> applied = 0;
  std::vector<std::thread> programs;
  for (int i = 0; i < 6; ++i)
    programs.emplace_back([&] {
      const auto database = open();
      const auto done = migrate(*database, one_two);
      if (done) applied += static_cast<int>(done->size());
      EXPECT_EQ(schema_version(*database), 2);
    });
  for (auto& program : programs) program.join();
  EXPECT_EQ(applied, 2);
}

TEST(MigrateSqlite, leaves_a_copy_of_the_database_as_it_was) {
  const std::string url = test::fresh_url(Engine::sqlite);
  const Migration one = step(1, "CREATE TABLE a (id INTEGER); INSERT INTO a VALUES (5)");
  const Migration two = step(2, "DELETE FROM a");
  {
    const auto database = test::open_database(url, {.create = true});
    ASSERT_TRUE(migrate(*database, {one}));
    EXPECT_FALSE(std::filesystem::exists(url + ".before-0001")) << "nothing to copy in a new database";
    ASSERT_TRUE(migrate(*database, {one, two}));
  }
  const auto before = test::open_database(url + ".before-0002");
  EXPECT_EQ(schema_version(*before), 1);
  before->read([](ReadDb& db) { EXPECT_EQ(db.integer("SELECT id FROM a"), 5); });
}

TEST(MigrateBuiltIn, come_in_order_with_a_text_for_each_engine) {
  int last = 0;
  for (const Migration& m : built_in_migrations()) {
    EXPECT_EQ(m.number, ++last);
    EXPECT_FALSE(m.name.empty());
    EXPECT_FALSE(m.sqlite.empty());
    EXPECT_FALSE(m.postgres.empty());
  }
}

}  // namespace
}  // namespace nc::db
