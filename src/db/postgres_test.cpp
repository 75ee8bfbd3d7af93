// What only a server can do: be away, come back, deadlock; and what its address must not give away.
#include <gtest/gtest.h>

#include <thread>

#include "db/postgres_database.h"
#include "support/engines.h"
#include "support/postgres_server.h"

namespace nc::db {
namespace {

bool no_server() { return test::engines_under_test().size() < 2; }

TEST(PostgresAddress, is_shown_without_its_password) {
  EXPECT_EQ(without_password("postgresql://ha:s3cret@db.example:5432/nhipcau?sslmode=require"),
            "postgresql://ha@db.example:5432/nhipcau?sslmode=require");
  EXPECT_EQ(without_password("postgresql://ha:s%40c@host/x"), "postgresql://ha@host/x");
  EXPECT_EQ(without_password("postgresql://ha@host:5433/x"), "postgresql://ha@host:5433/x");
  EXPECT_EQ(without_password("postgresql://host:5433/x?user=ha&password=s3cret&sslmode=require"),
            "postgresql://host:5433/x?user=ha&sslmode=require");
  EXPECT_EQ(without_password("postgresql://host/x?password=s3cret"), "postgresql://host/x");
  EXPECT_EQ(without_password("postgresql:///x"), "postgresql:///x");
}

TEST(PostgresAddress, that_nobody_answers_at_is_refused_in_words) {
  for (const char* url : {"postgresql://ha:s3cret@127.0.0.1:1/x?connect_timeout=2", "postgresql://h:p@[::bad/x"}) {
    const auto opened = Database::open(url, {.create = true});
    ASSERT_FALSE(opened);
    EXPECT_FALSE(opened.error().message.vi.empty());
    EXPECT_EQ(opened.error().message.en.find("s3cret"), std::string::npos);
  }
}

TEST(Postgres, makes_its_database_when_it_may) {
  if (no_server()) GTEST_SKIP();
  const test::PostgresServer server;
  std::string url = server.url();
  url.replace(url.find("/postgres?"), 10, "/nhipcau_new?");
  EXPECT_FALSE(Database::open(url));
  EXPECT_TRUE(Database::open(url, {.create = true}));
  EXPECT_TRUE(Database::open(url));
}

TEST(Postgres, goes_on_after_the_server_was_restarted) {
  if (no_server()) GTEST_SKIP();
  test::PostgresServer server;
  const auto database = test::open_database(server.url());
  database->write([](Tx& tx) {
    tx.script("CREATE TABLE note (words TEXT)");
    return true;
  });
  const auto add = [&] {
    database->write([](Tx& tx) { return tx.exec("INSERT INTO note (words) VALUES ('x')") == 1; });
  };
  const auto count = [&] {
    return database->read_result([](ReadDb& db) { return db.integer("SELECT count(*) FROM note"); });
  };
  add();
  EXPECT_EQ(count(), 1);
  server.restart();
  EXPECT_EQ(count(), 1);
  add();
  EXPECT_EQ(count(), 2);

  // Away in the middle of a write: an outage in words, and nothing half kept.
  try {
    database->write([&](Tx& tx) {
      tx.exec("INSERT INTO note (words) VALUES ('lost')");
      server.restart();
      return tx.exec("INSERT INTO note (words) VALUES ('lost')") == 1;
    });
    FAIL() << "kept without a server";
  } catch (const Outage& outage) {
    EXPECT_NE(outage.message.en.find("server"), std::string::npos);
  }
  EXPECT_EQ(count(), 2);
}

TEST(Postgres, tries_again_after_a_deadlock) {
  if (no_server()) GTEST_SKIP();
  const auto database = test::fresh_database(Engine::postgres);
  database->write([](Tx& tx) {
    tx.script(
        "CREATE TABLE account (id BIGINT PRIMARY KEY, n BIGINT NOT NULL); INSERT INTO account VALUES (1, 0), (2, 0)");
    return true;
  });
  const auto add_to_both = [&](std::int64_t first, std::int64_t second) {
    for (int i = 0; i < 10; ++i)
      database->write([&](Tx& tx) {
        tx.exec("UPDATE account SET n = n + 1 WHERE id = $1", {first});
        std::this_thread::sleep_for(std::chrono::milliseconds(3));
        tx.exec("UPDATE account SET n = n + 1 WHERE id = $1", {second});
        return true;
      });
  };
  database->write([](Tx& tx) {
    tx.script("SET deadlock_timeout = '10ms'");
    return true;
  });
  std::thread one(add_to_both, 1, 2), other(add_to_both, 2, 1);
  one.join();
  other.join();
  database->read([](ReadDb& db) { EXPECT_EQ(db.integer("SELECT sum(n) FROM account"), 40); });
}

TEST(Postgres, goes_on_after_a_table_that_statements_know_was_changed) {
  if (no_server()) GTEST_SKIP();
  const auto database = test::fresh_database(Engine::postgres, {.readers = 1});
  const auto script = [&](const char* text) {
    database->write([&](Tx& tx) {
      tx.script(Sql::built(text));
      return true;
    });
  };
  const auto columns = [&] {
    return database->read_result([](ReadDb& db) { return db.all("SELECT * FROM note").names.size(); });
  };
  script("CREATE TABLE note (a BIGINT)");
  EXPECT_EQ(columns(), 1U);
  script("ALTER TABLE note ADD COLUMN b BIGINT");
  EXPECT_EQ(columns(), 2U);
  script("DROP TABLE note; CREATE TABLE note (a TEXT, b TEXT, c TEXT)");
  EXPECT_EQ(columns(), 3U);
}

}  // namespace
}  // namespace nc::db
