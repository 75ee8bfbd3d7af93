// Brings a database to the schema of the program: numbered steps, forward only.
#include <algorithm>
#include <filesystem>
#include <map>

#include "base/clock.h"
#include "base/embedded.h"
#include "base/hash.h"
#include "db/backup.h"
#include "db/outage.h"
#include "db/sqlite_database.h"
#include "db/value.h"

namespace nc::db {
namespace {

bool has_table(ReadDb& db, const char* name) {
  if (db.engine() == Engine::sqlite)
    return db.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $1", {std::string(name)}) > 0;
  return db.integer(
             "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1",
             {std::string(name)}) > 0;
}

bool has_any_table(ReadDb& db) {
  if (db.engine() == Engine::sqlite) return db.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table'") > 0;
  return db.integer("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()") > 0;
}

int version_in(ReadDb& db) {
  if (!has_table(db, "schema_migration")) return 0;
  return static_cast<int>(db.integer("SELECT max(number) FROM schema_migration"));
}

/// What the database keeps of a step: its name and a fingerprint of its text.
std::string trace_of(const Migration& migration, Engine engine) {
  return migration.name + " " + sha256_hex(engine == Engine::sqlite ? migration.sqlite : migration.postgres).substr(0, 16);
}

/// Waits until no other program migrates this database.
void lock_schema(Tx& tx) {
  // On SQLite the write transaction itself is the lock.
  if (tx.engine() == Engine::postgres)
    tx.scalar("SELECT pg_advisory_xact_lock(hashtext('nhipcau schema ' || current_schema()))");
}

/// False when somebody else applied it first.
bool apply(Tx& tx, const Migration& migration) {
  lock_schema(tx);
  if (version_in(tx) >= migration.number) return false;
  const bool sqlite = tx.engine() == Engine::sqlite;
  if (!has_table(tx, "schema_migration"))
    tx.script(sqlite ? Sql("CREATE TABLE schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                           "applied_at INTEGER NOT NULL) STRICT")
                     : Sql("CREATE TABLE schema_migration (number BIGINT PRIMARY KEY, name TEXT COLLATE \"C\" NOT "
                           "NULL, applied_at BIGINT NOT NULL)"));
  tx.script(Sql::built(sqlite ? migration.sqlite : migration.postgres));
  tx.exec("INSERT INTO schema_migration (number, name, applied_at) VALUES ($1, $2, $3)",
          {std::int64_t{migration.number}, trace_of(migration, tx.engine()), now()});
  return true;
}

std::string four_digits(int number) {
  const std::string n = std::to_string(number);
  return n.size() < 4 ? std::string(4 - n.size(), '0') + n : n;
}

/// A copy beside the file, named after the first step that will change it. An older copy of that name (a migration
/// that failed and is tried again) is kept: it holds the same state.
Result<bool> copy_before(Database& database, int number) {
  const auto* sqlite = dynamic_cast<const SqliteDatabase*>(&database);
  if (sqlite == nullptr || sqlite->in_memory()) return true;
  const std::string file = sqlite->file() + ".before-" + four_digits(number);
  if (std::filesystem::exists(file)) return true;
  auto copied = backup(database, file);
  // Another program that starts at the same time makes the same copy: either of them will do.
  if (std::filesystem::exists(file)) return true;
  return copied;
}

Problem newer_schema(int found, int known) {
  const std::string numbers = " (" + std::to_string(found) + " > " + std::to_string(known) + ")";
  const Message why = words(Failure::newer);
  return {Code::unsupported, Message(why.vi + numbers, why.en + numbers), "database"};
}

Problem foreign_database() {
  return {Code::unsupported,
          Text("Cơ sở dữ liệu này có bảng của chương trình khác. Hãy chọn một cơ sở dữ liệu trống.",
               "This database holds tables of another program. Choose an empty one."),
          "database"};
}

Problem other_steps() {
  return {Code::unsupported,
          Text("Cơ sở dữ liệu này do một bản thử trước của chương trình tạo ra, bảng của nó khác. Không có gì bị thay đổi. Dời tệp đi (hoặc chọn cơ "
               "sở dữ liệu trống) rồi tạo lại; dữ liệu thật thì xuất bằng bản đã tạo ra nó rồi nhập vào đây.",
               "This database was made by an earlier trial version whose tables differ. Nothing was changed. Move the file away (or choose an empty "
               "database) and make a new one; real data is exported with the version that made it, and imported here."),
          "database"};
}

}  // namespace

Result<bool> made_by_these(Database& database, const std::vector<Migration>& migrations) {
  bool same = true;
  database.read([&](ReadDb& db) {
    if (!has_table(db, "schema_migration")) return;
    for (const Migration& m : migrations)
      if (const auto row = db.first("SELECT name FROM schema_migration WHERE number = $1", {std::int64_t{m.number}}))
        same = same && as_text((*row)[0]) == trace_of(m, db.engine());
  });
  if (!same) return tl::make_unexpected(other_steps());
  return true;
}

int schema_version(Database& database) {
  int version = 0;
  database.read([&](ReadDb& db) { version = version_in(db); });
  return version;
}

Result<std::vector<int>> migrate(Database& database, const std::vector<Migration>& migrations) {
  int version = 0;
  bool used = false;
  database.read([&](ReadDb& db) {
    version = version_in(db);
    used = has_any_table(db);
  });
  const int last = migrations.empty() ? 0 : migrations.back().number;
  if (version > last) return tl::make_unexpected(newer_schema(version, last));
  NC_CHECKED(known, made_by_these(database, migrations));
  std::vector<int> applied;
  for (const Migration& migration : migrations) {
    if (migration.number <= version) continue;
    if (version == 0 && used) return tl::make_unexpected(foreign_database());
    if (used && applied.empty()) NC_CHECKED(copied, copy_before(database, migration.number));
    bool done = false;
    database.write([&](Tx& tx) { return done = apply(tx, migration); });
    if (done) applied.push_back(migration.number);
  }
  return applied;
}

const std::vector<Migration>& built_in_migrations() {
  static const std::vector<Migration> migrations = [] {
    std::map<int, Migration> by_number;
    for (const EmbeddedFile& file : embedded_migrations()) {
      // NNNN_name.sqlite.sql, NNNN_name.postgres.sql
      const auto line = file.name.find('_');
      const auto dot = file.name.find('.');
      if (line == std::string_view::npos || dot == std::string_view::npos || dot < line) continue;
      const int number = static_cast<int>(int_of(file.name.substr(0, line)));
      Migration& migration = by_number[number];
      migration.number = number;
      migration.name = std::string(file.name.substr(line + 1, dot - line - 1));
      const std::string_view engine = file.name.substr(dot);
      if (engine == ".sqlite.sql") migration.sqlite = std::string(file.bytes);
      if (engine == ".postgres.sql") migration.postgres = std::string(file.bytes);
    }
    std::vector<Migration> out;
    for (auto& [number, migration] : by_number) {
      if (migration.sqlite.empty() || migration.postgres.empty())
        throw std::logic_error("migration " + four_digits(number) + " lacks the text of one engine");
      out.push_back(std::move(migration));
    }
    return out;
  }();
  return migrations;
}

}  // namespace nc::db
