// A PostgreSQL database: pooled connections, snapshots, transactions that are tried again (inside db/ only).
#pragma once
#include "db/pool.h"
#include "db/postgres_connection.h"

namespace nc::db {

class PostgresDatabase final : public Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::string& url, const Options& options);

  static Result<std::unique_ptr<Database>> open(const PostgresSettings& settings, const Options& options);
  const PostgresSettings& settings() const { return settings_; }

  Engine engine() const override { return Engine::postgres; }
  std::string url() const override { return shown_url_; }
  /// REPEATABLE READ READ ONLY.
  void read(const std::function<void(ReadDb&)>& body) override;
  /// READ COMMITTED; tried again after deadlocks and serialization failures.
  void write(const std::function<bool(Tx&)>& body) override;

 private:
  using Connections = Pool<PostgresConnection>;
  PostgresDatabase(const std::string& url, PostgresSettings settings, const Options& options);
  Connections::Lease begin(Connections& pool, const char* statement);
  bool write_once(const std::function<bool(Tx&)>& body, std::vector<std::function<void()>>& actions);

  std::string shown_url_;
  PostgresSettings settings_;
  bool read_only_;
  Connections readers_, writers_;  // apart, so that waiting writes can't keep pages from being read
};

/// The address without its password.
std::string without_password(std::string url);

}  // namespace nc::db
