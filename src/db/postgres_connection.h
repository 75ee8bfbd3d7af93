// One PostgreSQL connection with its prepared statements (inside db/ only).
#pragma once
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/db.h"

struct pg_conn;
struct pg_result;

namespace nc::db {

/// Thrown when running the same transaction again is likely to succeed: serialization failure, deadlock, a plan made
/// stale by a schema change. Never leaves db/.
struct TryAgain : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct FreePostgresResult {
  void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, FreePostgresResult>;

/// Connection settings by libpq keyword.
using PostgresSettings = std::map<std::string, std::string>;
/// Reads a postgresql:// address; not an address gives a Problem.
Result<PostgresSettings> parse_postgres_url(const std::string& url);

/// Not thread-safe: one thread at a time.
class PostgresConnection {
 public:
  /// Throws Outage when the server doesn't answer or refuses.
  PostgresConnection(const PostgresSettings& settings, int busy_ms);
  ~PostgresConnection();
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
             const std::function<bool(const Row&)>& each);
  std::int64_t exec(const Sql& sql, const Params& params);
  /// Statements without parameters, separated by ';'. Gives the command tag of the last one ("COMMIT", "ROLLBACK").
  std::string script(std::string_view statements);
  void insert_many(const std::string& table, const std::vector<std::string>& columns,
                   const std::vector<std::vector<Value>>& rows);
  /// Ends whatever transaction is open; false when the connection is of no more use.
  bool roll_back() noexcept;
  bool alive() const;

 private:
  PostgresResult run(const Sql& sql, const Params& params);
  const std::string& prepared(std::string_view sql);
  void forget_statements() noexcept;
  PostgresResult checked(pg_result* result, std::string_view sql);

  pg_conn* handle_ = nullptr;
  std::unordered_map<std::string, std::string> names_;  ///< statement text -> prepared name
  std::int64_t next_name_ = 0;
};

}  // namespace nc::db
