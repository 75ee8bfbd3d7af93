// What only a file on a disk can do: be missing, protected, damaged, full, locked, and survive kill -9.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "db/backup.h"
#include "db/sqlite_database.h"
#include "support/engines.h"

namespace nc::db {
namespace {
namespace fs = std::filesystem;

constexpr Options k_create = {.create = true};

std::string fresh_path() { return test::fresh_url(Engine::sqlite); }

void make_table(Database& database) {
  database.write([](Tx& tx) {
    tx.script("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT");
    return true;
  });
}
void add(Database& database, const std::string& words) {
  database.write([&](Tx& tx) { return tx.exec("INSERT INTO note (words) VALUES ($1)", {words}) == 1; });
}
std::int64_t count(Database& database) {
  return database.read_result([](ReadDb& db) { return db.integer("SELECT count(*) FROM note"); });
}
/// A database with one note, closed again.
std::string path_with_one_note() {
  const std::string path = fresh_path();
  auto database = test::open_database(path, k_create);
  make_table(*database);
  add(*database, "một");
  return path;
}

Problem refusal(const std::string& url, const Options& options = {}) {
  auto opened = Database::open(url, options);
  EXPECT_FALSE(opened.has_value()) << url;
  if (opened) return {};
  EXPECT_FALSE(opened.error().message.vi.empty());
  EXPECT_FALSE(opened.error().message.en.empty());
  return opened.error();
}

/// Runs `act` in a child process as a user without rights; true when it returned true.
bool as_nobody(const std::function<bool()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(3);
    bool done = false;
    try {
      done = act();
    } catch (const std::exception& e) {
      std::fprintf(stderr, "%s\n", e.what());
    }
    ::_exit(done ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(SqliteFile, that_is_missing_is_refused_unless_it_may_be_made) {
  const std::string path = fresh_path();
  EXPECT_EQ(refusal(path).code, Code::not_found);
  EXPECT_FALSE(fs::exists(path));
  EXPECT_TRUE(Database::open(path, k_create));
  EXPECT_TRUE(Database::open("sqlite:" + path));
}

TEST(SqliteFile, gets_its_folder_made_but_not_a_whole_mistyped_path) {
  const fs::path folder = test::scratch() / "new-folder";
  EXPECT_EQ(refusal((folder / "x" / "n.db").string(), k_create).code, Code::not_found);
  EXPECT_EQ(refusal((folder / "n.db").string()).code, Code::not_found);
  EXPECT_TRUE(Database::open((folder / "n.db").string(), k_create));
}

TEST(SqliteFile, that_is_no_database_is_refused_untouched) {
  const std::string path = fresh_path();
  const std::string words(5000, 'x');
  std::ofstream(path) << words;
  EXPECT_EQ(refusal(path, k_create).code, Code::unsupported);
  std::ifstream in(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), words);
  EXPECT_EQ(refusal(test::scratch().string(), k_create).code, Code::invalid);
  EXPECT_EQ(refusal("mysql://localhost/x").code, Code::unsupported);
  EXPECT_EQ(refusal("").code, Code::invalid);
}

TEST(SqliteFile, that_is_protected_is_refused_for_writing_and_can_be_read) {
  const std::string path = path_with_one_note();
  fs::permissions(test::scratch(), fs::perms::all);
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  EXPECT_TRUE(as_nobody([&] {
    auto opened = Database::open(path);
    return !opened && opened.error().code == Code::forbidden;
  }));
  EXPECT_TRUE(as_nobody([&] {
    const auto database = test::open_database(path, {.read_only = true});
    return count(*database) == 1;
  }));
  EXPECT_EQ(count(*test::open_database(path, {.read_only = true})), 1);
}

TEST(SqliteFile, in_a_protected_folder_is_refused) {
  const fs::path folder = test::scratch() / "protected";
  fs::create_directory(folder);
  fs::permissions(folder, fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
  fs::permissions(test::scratch(), fs::perms::all);
  EXPECT_TRUE(as_nobody([&] {
    auto opened = Database::open((folder / "n.db").string(), k_create);
    return !opened && opened.error().code == Code::forbidden;
  }));
}

TEST(SqliteFile, opened_read_only_refuses_to_write) {
  const auto database = test::open_database(path_with_one_note(), {.read_only = true});
  EXPECT_EQ(count(*database), 1);
  EXPECT_THROW(add(*database, "hai"), Outage);
}

TEST(SqliteFile, that_is_full_keeps_what_it_has_and_goes_on_when_there_is_room) {
  const auto database = test::open_database(path_with_one_note());
  const auto limit = [&](int pages) {
    database->write([&](Tx& tx) {
      tx.script(Sql::built("PRAGMA max_page_count = " + std::to_string(pages)));
      return true;
    });
  };
  limit(20);
  int kept = 1;
  try {
    for (; kept < 1000; ++kept) add(*database, std::string(3000, 'x'));
    FAIL() << "never full";
  } catch (const Outage& outage) {
    EXPECT_NE(outage.message.en.find("full"), std::string::npos) << outage.what();
  }
  EXPECT_EQ(count(*database), kept);
  limit(1'000'000);
  add(*database, "thêm");
  EXPECT_EQ(count(*database), kept + 1);
  EXPECT_TRUE(damage(*database).empty());
}

TEST(SqliteFile, that_fills_up_in_one_body_harms_no_other_in_the_batch) {
  const auto database = test::open_database(path_with_one_note());
  database->write([](Tx& tx) {
    tx.script("PRAGMA max_page_count = 400");
    return true;
  });
  std::atomic<int> kept = 0, full = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 16; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 10; ++i) try {
          add(*database, t == 0 ? std::string(4'000'000, 'x') : "nhỏ");
          ++kept;
        } catch (const Outage&) {
          ++full;
        }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(full, 10);
  EXPECT_EQ(kept, 150);
  EXPECT_EQ(count(*database), 151);
}

TEST(SqliteFile, locked_by_another_program_beyond_patience_is_an_outage) {
  const std::string path = path_with_one_note();
  const auto one = test::open_database(path), other = test::open_database(path, {.busy_ms = 50});
  one->write([&](Tx& tx) {
    tx.exec("INSERT INTO note (words) VALUES ('x')");
    EXPECT_THROW(add(*other, "y"), Outage);
    EXPECT_EQ(count(*other), 1);  // reading goes on
    return true;
  });
  add(*other, "y");
  EXPECT_EQ(count(*one), 3);
}

TEST(SqliteFile, is_shared_by_programs_that_wait_for_each_other) {
  const std::string path = path_with_one_note();
  const auto one = test::open_database(path), other = test::open_database(path);
  std::vector<std::thread> threads;
  for (Database* database : {one.get(), other.get()})
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([database] {
        for (int i = 0; i < 25; ++i) add(*database, "w");
      });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(*one), 201);
}

TEST(GroupCommit, pays_for_durability_once_a_batch) {
  const auto opened = test::open_database(path_with_one_note());
  auto& database = dynamic_cast<SqliteDatabase&>(*opened);
  const auto before = database.commits();
  std::atomic<bool> holding = false;
  std::atomic<int> waiting = 0;
  std::thread holder([&] {
    database.write([&](Tx&) {
      holding = true;
      while (waiting < 40) std::this_thread::yield();
      std::this_thread::sleep_for(std::chrono::milliseconds(100));  // until they stand in the queue
      return true;
    });
  });
  while (!holding) std::this_thread::yield();
  std::vector<std::thread> threads;
  for (int t = 0; t < 40; ++t)
    threads.emplace_back([&] {
      ++waiting;
      add(database, "cùng nhau");
    });
  holder.join();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(database), 41);
  EXPECT_LE(database.commits() - before, 4);
}

TEST(GroupCommit, refuses_only_the_one_that_breaks_a_deferred_rule) {
  const auto opened = test::open_database(fresh_path(), k_create);
  auto& database = *opened;
  database.write([](Tx& tx) {
    tx.script(
        "CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER "
        "REFERENCES p(id) DEFERRABLE INITIALLY DEFERRED) STRICT");
    return true;
  });
  std::atomic<int> kept = 0, refused = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 32; ++t)
    threads.emplace_back([&, t] {
      try {
        database.write([&](Tx& tx) {
          tx.exec("INSERT INTO c (p) VALUES ($1)", {std::int64_t{t}});
          if (t % 4 != 0) tx.exec("INSERT INTO p (id) VALUES ($1)", {std::int64_t{t}});
          return true;
        });
        ++kept;
      } catch (const ConstraintViolation& v) {
        EXPECT_EQ(v.kind, ConstraintViolation::Kind::foreign_key);
        ++refused;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(kept, 24);
  EXPECT_EQ(refused, 8);
  database.read([](ReadDb& db) { EXPECT_EQ(db.integer("SELECT count(*) FROM c"), 24); });
}

/// The child of the crash test: writes for ever and reports each number once it is acknowledged.
[[noreturn]] void write_until_killed(const std::string& path, int report) {
  auto opened = Database::open(path);
  if (!opened) ::_exit(2);
  std::atomic<std::int64_t> next = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (;;) {
        const std::string words = std::to_string(::getpid()) + " " + std::to_string(++next);
        add(**opened, words);
        const std::string line = words + "\n";
        if (::write(report, line.data(), line.size()) < 0) ::_exit(3);
      }
    });
  for (auto& thread : threads) thread.join();
  ::_exit(0);
}

TEST(SqliteFile, keeps_every_acknowledged_write_through_kill_9) {
  const std::string path = path_with_one_note();
  std::minstd_rand random(20251122);
  std::int64_t acknowledged = 0;
  for (int round = 0; round < 20; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      write_until_killed(path, ends[1]);
    }
    ::close(ends[1]);
    std::string reported;
    char buffer[65536];
    ssize_t n = ::read(ends[0], buffer, sizeof buffer);  // the child is at work
    if (n > 0) reported.append(buffer, static_cast<std::size_t>(n));
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 40));
    ::kill(child, SIGKILL);
    while ((n = ::read(ends[0], buffer, sizeof buffer)) > 0) reported.append(buffer, static_cast<std::size_t>(n));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);

    const auto database = test::open_database(path);
    std::istringstream lines(reported);
    int in_round = 0;
    database->read([&](ReadDb& db) {
      for (std::string words; std::getline(lines, words); ++in_round)
        EXPECT_EQ(db.integer("SELECT count(*) FROM note WHERE words = $1", {words}), 1) << "lost: " << words;
    });
    EXPECT_GT(in_round, 0) << "round " << round;
    acknowledged += in_round;
    EXPECT_TRUE(damage(*database).empty());
  }
  EXPECT_GE(count(*test::open_database(path)), acknowledged + 1);
}

TEST(Backup, is_a_complete_copy_made_while_others_write) {
  const auto database = test::open_database(path_with_one_note());
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    while (!stop) add(*database, std::string(500, 'x'));
  });
  while (count(*database) < 200) std::this_thread::yield();
  const std::string copy = fresh_path();
  const auto done = backup(*database, copy);
  stop = true;
  writer.join();
  ASSERT_TRUE(done) << done.error().message.en;
  EXPECT_FALSE(fs::exists(copy + ".partial"));
  const auto copied = test::open_database(copy);
  EXPECT_GE(count(*copied), 200);
  EXPECT_TRUE(damage(*copied).empty());
  EXPECT_EQ(backup(*database, copy).error().code, Code::conflict);
  EXPECT_FALSE(backup(*database, (test::scratch() / "no" / "where").string()));
}

TEST(Backup, of_postgres_is_left_to_its_own_tools) {
  if (test::engines_under_test().size() < 2) GTEST_SKIP();
  const auto database = test::fresh_database(Engine::postgres);
  const auto refused = backup(*database, fresh_path());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::unsupported);
  EXPECT_NE(refused.error().message.vi.find("pg_dump"), std::string::npos);
}

TEST(Damage, is_found_and_named) {
  const auto database = test::open_database(path_with_one_note());
  database->write([](Tx& tx) {
    tx.script(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES note(id)) STRICT;"
        "INSERT INTO child (note_id) VALUES (1)");
    return true;
  });
  EXPECT_TRUE(damage(*database).empty());
  const std::string path = database->url();
  {
    SqliteConnection careless({path});
    careless.script("PRAGMA foreign_keys = OFF; DELETE FROM note");
  }
  EXPECT_EQ(damage(*database).size(), 1U);
  refresh_statistics(*database);
}

TEST(InMemory, is_shared_by_threads_and_gone_afterwards) {
  const auto one = test::open_database(":memory:"), other = test::open_database(":memory:");
  make_table(*one);
  make_table(*other);
  add(*one, "x");
  std::thread([&] { EXPECT_EQ(count(*one), 1); }).join();
  EXPECT_EQ(count(*other), 0);
  EXPECT_EQ(one->url(), ":memory:");
}

TEST(InMemory, leaves_nothing_behind_for_long_even_when_killed) {
  const auto folder_of = [](Database& database) {
    return fs::path(dynamic_cast<SqliteDatabase&>(database).file()).parent_path();
  };
  fs::path folder;
  {
    const auto database = test::open_database(":memory:");
    folder = folder_of(*database);
    EXPECT_TRUE(fs::exists(folder));
  }
  EXPECT_FALSE(fs::exists(folder));

  const fs::path orphan = folder.parent_path() / ("nhipcau-memory-orphan" + std::to_string(::getpid()));
  fs::create_directory(orphan);
  std::ofstream(orphan / "memory.db") << "x";
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  const auto running = test::open_database(":memory:");
  EXPECT_TRUE(fs::exists(orphan)) << "it may have been made just now";
  fs::last_write_time(orphan, long_ago);
  fs::last_write_time(folder_of(*running), long_ago);
  const auto next = test::open_database(":memory:");
  EXPECT_FALSE(fs::exists(orphan));
  EXPECT_TRUE(fs::exists(folder_of(*running))) << "somebody works in it";
}

}  // namespace
}  // namespace nc::db
