// A PostgreSQL database: opening, snapshots, transactions that are tried again.
#include "db/postgres_database.h"

#include <chrono>
#include <random>
#include <thread>

#include "db/guarded_tx.h"
#include "db/outage.h"
#include "db/running.h"
#include "db/value.h"

namespace nc::db {
namespace {

constexpr int k_tries = 8;

class PostgresSnapshot final : public ReadDb {
 public:
  explicit PostgresSnapshot(PostgresConnection& connection) : connection_(connection) {}
  Engine engine() const override { return Engine::postgres; }
  int statements() const override { return statements_; }

 protected:
  void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
             const std::function<bool(const Row&)>& each) override {
    ++statements_;
    connection_.query(sql, params, names, each);
  }

 private:
  PostgresConnection& connection_;
  int statements_ = 0;
};

class PostgresTx final : public GuardedTx {
 public:
  explicit PostgresTx(PostgresConnection& connection) : connection_(connection) {}
  Engine engine() const override { return Engine::postgres; }
  std::int64_t exec(const Sql& sql, const Params& params) override {
    return guarded([&] { return connection_.exec(sql, params); });
  }
  void script(const Sql& statements) override {
    guarded([&] { connection_.script(statements.text()); });
  }
  void insert_many(const std::string& table, const std::vector<std::string>& columns,
                   const std::vector<std::vector<Value>>& rows) override {
    if (!rows.empty()) guarded([&] { connection_.insert_many(table, columns, rows); });
  }

 protected:
  void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
             const std::function<bool(const Row&)>& each) override {
    guarded([&] { connection_.query(sql, params, names, each); });
  }

 private:
  PostgresConnection& connection_;
};

/// Rolls back whatever is open when the scope ends; a connection that can't is closed.
class Ending {
 public:
  explicit Ending(Pool<PostgresConnection>::Lease& lease) : lease_(lease) {}
  ~Ending() {
    if (!lease_->roll_back()) lease_.drop();
  }
  Ending(const Ending&) = delete;
  Ending& operator=(const Ending&) = delete;

 private:
  Pool<PostgresConnection>::Lease& lease_;
};

/// The body may have caught it and given up; the transaction is tried again all the same.
bool collided(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const TryAgain&) {
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

void wait_before_try(int tries_made) {
  thread_local std::minstd_rand random(std::random_device{}());
  const int most = 5 << (tries_made > 6 ? 6 : tries_made);
  std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(1, most)(random)));
}

/// Makes the database named in the settings when the server has none of that name.
void create_database(PostgresSettings settings, int busy_ms) {
  const std::string name = settings["dbname"];
  check_name(name);
  settings["dbname"] = "postgres";
  settings.erase("options");
  PostgresConnection connection(settings, busy_ms);
  connection.script("CREATE DATABASE \"" + name + "\" ENCODING 'UTF8' TEMPLATE template0");
}

Problem refused(const std::string& shown_url, const Message& why) {
  return Problem{Code::unsupported, Message(shown_url + ": " + why.vi, shown_url + ": " + why.en), "database"};
}

/// Names what is wrong with the server for our use, or nothing.
std::optional<Message> unfit(ReadDb& db) {
  if (as_text(db.scalar("SHOW server_encoding")) != "UTF8")
    return Text("cơ sở dữ liệu phải dùng bảng mã UTF8. Hãy tạo lại với ENCODING 'UTF8'.",
                "the database must use the encoding UTF8. Make it again with ENCODING 'UTF8'.");
  if (db.integer("SELECT CAST(current_setting('server_version_num') AS bigint)") < 150000)
    return Text("cần PostgreSQL 15 trở lên.", "PostgreSQL 15 or newer is needed.");
  if (is_null(db.scalar("SELECT current_schema()")))
    return Text("không có schema nào trong search_path. Hãy tạo schema trước.",
                "no schema of search_path exists. Make the schema first.");
  return std::nullopt;
}

}  // namespace

std::string without_password(std::string url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return url;
  const auto start = scheme + 3;
  const auto path = url.find_first_of("/?", start);
  if (const auto at = url.rfind('@', path); at != std::string::npos && at > start)
    if (const auto colon = url.find(':', start); colon < at) url.erase(colon, at - colon);
  if (const auto query = url.find("password="); query != std::string::npos) {
    const auto end = url.find('&', query);
    url.erase(query, end == std::string::npos ? end : end + 1 - query);
    if (url.back() == '?' || url.back() == '&') url.pop_back();
  }
  return url;
}

PostgresDatabase::PostgresDatabase(const std::string& url, PostgresSettings settings, const Options& options)
    : shown_url_(without_password(url)),
      settings_(settings),
      read_only_(options.read_only),
      readers_(options.readers,
               [settings, busy = options.busy_ms] { return std::make_unique<PostgresConnection>(settings, busy); }),
      writers_(options.readers,
               [settings, busy = options.busy_ms] { return std::make_unique<PostgresConnection>(settings, busy); }) {}

Result<std::unique_ptr<Database>> PostgresDatabase::open(const PostgresSettings& settings, const Options& options) {
  const auto name = settings.find("dbname");
  const std::string shown = "postgresql:///" + (name == settings.end() ? std::string() : name->second);
  try {
    std::unique_ptr<Database> database(new PostgresDatabase(shown, settings, options));
    database->read([](ReadDb& db) { db.scalar("SELECT 1"); });
    return database;
  } catch (const Outage& outage) {
    return tl::make_unexpected(refused(shown, outage.message));
  }
}

Result<std::unique_ptr<Database>> PostgresDatabase::open(const std::string& url, const Options& options) {
  NC_TRY(settings, parse_postgres_url(url));
  const auto attempt = [&]() -> Result<std::unique_ptr<Database>> {
    std::unique_ptr<Database> database(new PostgresDatabase(url, settings, options));
    std::optional<Message> why;
    database->read([&](ReadDb& db) { why = unfit(db); });
    if (why) return tl::make_unexpected(refused(without_password(url), *why));
    return database;
  };
  const auto refusal = [&](const Outage& outage) { return refused(without_password(url), outage.message); };
  Problem first;
  try {
    return attempt();
  } catch (const Outage& outage) {
    first = refusal(outage);
  }
  if (!options.create || !settings.contains("dbname")) return tl::make_unexpected(first);
  try {
    create_database(settings, options.busy_ms);
    return attempt();
  } catch (const Outage& outage) {
    return tl::make_unexpected(refusal(outage));
  } catch (const std::logic_error&) {  // it exists already or its name is unusual: the first refusal was the reason
    return tl::make_unexpected(first);
  }
}

/// A connection with an open transaction. One that died in the pool (the server was restarted) is replaced once.
PostgresDatabase::Connections::Lease PostgresDatabase::begin(Connections& pool, const char* statement) {
  auto lease = pool.take();
  try {
    lease->script(statement);
  } catch (const Outage&) {
    if (lease.fresh()) throw;
    pool.clear_idle();
    lease.renew();
    lease->script(statement);
  }
  return lease;
}

void PostgresDatabase::read(const std::function<void(ReadDb&)>& body) {
  if (ReadDb* outer = Running::snapshot_of(this)) return body(*outer);
  for (int tries = 1;; ++tries) {
    auto lease = begin(readers_, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const Ending ending(lease);
    PostgresSnapshot snapshot(*lease);
    const Running running(this, Running::Kind::read, &snapshot);
    try {
      return body(snapshot);
    } catch (const TryAgain& why) {
      // Only a plan made stale by a schema change: safe to repeat when nothing was handed out yet.
      if (tries >= 2 || snapshot.statements() > 1) throw_outage(Failure::busy, why.what());
    }
  }
}

/// False when it has to be tried again.
bool PostgresDatabase::write_once(const std::function<bool(Tx&)>& body, std::vector<std::function<void()>>& actions) {
  auto lease = begin(writers_, "BEGIN");
  const Ending ending(lease);
  PostgresTx tx(*lease);
  bool kept = false;
  try {
    const Running running(this, Running::Kind::write, &tx);
    kept = body(tx);
  } catch (const TryAgain&) {
    return false;
  }
  if (tx.failure() && collided(tx.failure())) return false;
  if (!kept) return true;
  if (tx.failure()) std::rethrow_exception(tx.failure());
  try {
    lease->script("COMMIT");
  } catch (const TryAgain&) {
    return false;
  } catch (const Outage& outage) {
    if (lease->alive()) throw;
    throw_outage(Failure::unknown_commit, outage.what());
  }
  actions = tx.take_actions();
  return true;
}

void PostgresDatabase::write(const std::function<bool(Tx&)>& body) {
  Running::refuse_nested_write(this);
  if (read_only_) throw_outage(Failure::read_only, "opened read-only");
  std::vector<std::function<void()>> actions;
  for (int tries = 1; !write_once(body, actions); ++tries) {
    if (tries >= k_tries) throw_outage(Failure::busy, "postgres: the transaction kept colliding");
    wait_before_try(tries);
  }
  for (const auto& action : actions) action();
}

}  // namespace nc::db
