// A copy of a PostgreSQL database through its own tools: dumped to a file, restored into a database of its own, opened.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "db/backup.h"
#include "db/outage.h"
#include "db/postgres_database.h"
#include "db/value.h"

extern char** environ;  // NOLINT: what POSIX calls it

namespace nc::db {
namespace fs = std::filesystem;
namespace {

/// The settings as libpq reads them from the environment: a password on a command line could be read by everybody.
std::vector<std::string> environment_for(const PostgresSettings& settings, const std::string& database) {
  static constexpr std::array<std::pair<const char*, const char*>, 9> k_names = {{{"host", "PGHOST"}, {"hostaddr", "PGHOSTADDR"}, {"port", "PGPORT"}, {"user", "PGUSER"}, {"password", "PGPASSWORD"},
                                                                                 {"passfile", "PGPASSFILE"}, {"sslmode", "PGSSLMODE"}, {"sslrootcert", "PGSSLROOTCERT"}, {"sslcert", "PGSSLCERT"}}};
  std::vector<std::string> out{"PGDATABASE=" + database, "PGCONNECT_TIMEOUT=10"};
  for (const auto& [key, name] : k_names)
    if (const auto set = settings.find(key); set != settings.end()) out.push_back(std::string(name) + "=" + set->second);
  for (char** e = environ; *e; ++e)
    if (!std::string_view(*e).starts_with("PG")) out.emplace_back(*e);
  return out;
}

/// In $NHIPCAU_PG_BIN, on the path, or where Debian keeps the newest version.
std::string program(const std::string& name) {
  std::vector<std::string> folders;
  if (const char* set = std::getenv("NHIPCAU_PG_BIN")) folders.emplace_back(set);
  for (int version = 20; version >= 15; --version) folders.push_back("/usr/lib/postgresql/" + std::to_string(version) + "/bin");
  if (const char* path = std::getenv("PATH")) {
    const std::string all = path;
    for (std::size_t at = 0; at <= all.size();) {
      const auto end = std::min(all.find(':', at), all.size());
      folders.push_back(all.substr(at, end - at));
      at = end + 1;
    }
  }
  for (const auto& folder : folders)
    if (const std::string file = folder + "/" + name; !folder.empty() && ::access(file.c_str(), X_OK) == 0) return file;
  return {};
}

/// Runs it to its end; what it complained of, or nothing.
std::optional<std::string> complaint_of(std::vector<std::string> words, std::vector<std::string> environment, const std::string& log) {
  std::vector<char*> argv, env;
  for (auto& w : words) argv.push_back(w.data());
  for (auto& e : environment) env.push_back(e.data());
  argv.push_back(nullptr);
  env.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t child = 0;
  const int started = ::posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), env.data());
  posix_spawn_file_actions_destroy(&actions);
  if (started != 0) return "can't be started";
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::ifstream in(log);
  std::string first;
  std::getline(in, first);
  std::error_code ignored;
  fs::remove(log, ignored);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::nullopt;
  return first.empty() ? "failed" : first;
}

Problem failed(const std::string& what, const std::string& why) {
  return {Code::unsupported, Message(what + " không chạy được: " + why, what + " failed: " + why), {}};
}

/// The server, to make and drop databases.
PostgresConnection administration(PostgresSettings settings, int busy_ms) {
  settings["dbname"] = "postgres";
  settings.erase("options");
  return PostgresConnection(settings, busy_ms);
}

}  // namespace

struct RestoredCopy::Inside {
  PostgresSettings settings;
  std::string file, database_name;
  std::unique_ptr<Database> database;

  ~Inside() {
    database.reset();
    std::error_code ignored;
    fs::remove(file, ignored);
    if (database_name.empty()) return;
    try {
      administration(settings, 15'000).script("DROP DATABASE IF EXISTS \"" + database_name + "\" WITH (FORCE)");
    } catch (const std::exception&) {  // a server that is gone keeps the copy: the next drill has a name of its own
    }
  }
};

RestoredCopy::RestoredCopy(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
RestoredCopy::RestoredCopy(RestoredCopy&&) noexcept = default;
RestoredCopy& RestoredCopy::operator=(RestoredCopy&&) noexcept = default;
RestoredCopy::~RestoredCopy() = default;
Database& RestoredCopy::database() { return *inside_->database; }

Result<RestoredCopy> RestoredCopy::of(Database& live, const std::string& file) {
  const auto* postgres = dynamic_cast<const PostgresDatabase*>(&live);
  if (!postgres) return refuse(Code::unsupported, Text("Chỉ dành cho PostgreSQL.", "For PostgreSQL only."));
  const std::string dump = program("pg_dump"), restore = program("pg_restore");
  if (dump.empty() || restore.empty())
    return refuse(Code::unsupported, Text("Không thấy pg_dump, pg_restore. Cài postgresql-client, hoặc chỉ thư mục qua NHIPCAU_PG_BIN.",
                                          "pg_dump and pg_restore are not found. Install postgresql-client, or name the folder in NHIPCAU_PG_BIN."));
  std::string schema, name;
  live.read([&](ReadDb& db) {
    schema = as_text(db.scalar("SELECT current_schema()"));
    name = as_text(db.scalar("SELECT current_database()"));
  });
  auto inside = std::make_unique<Inside>();
  inside->settings = postgres->settings();
  inside->file = file;
  const std::string log = file + ".log";
  if (auto why = complaint_of({dump, "--format=custom", "--schema=" + schema, "--no-owner", "--no-privileges", "--file=" + file}, environment_for(inside->settings, name), log))
    return tl::make_unexpected(failed("pg_dump", *why));
  std::error_code unknown;
  const auto bytes = fs::file_size(file, unknown);
  const std::string copy = name.substr(0, 40) + "_drill_" + std::to_string(::getpid()) + "_" + std::to_string(std::hash<std::string>{}(file) % 1'000'000);
  try {
    check_name(copy);
    administration(inside->settings, 15'000).script("CREATE DATABASE \"" + copy + "\" ENCODING 'UTF8' TEMPLATE template0");
    inside->database_name = copy;
    PostgresSettings into = inside->settings;
    into["dbname"] = copy;
    into.erase("options");
    PostgresConnection(into, 15'000).script("DROP SCHEMA public");  // the dump brings its own
  } catch (const std::exception& e) {
    return tl::make_unexpected(failed("CREATE DATABASE", std::string(e.what()) + " (ALTER ROLE ... CREATEDB)"));
  }
  if (auto why = complaint_of({restore, "--no-owner", "--no-privileges", "--exit-on-error", "--dbname=" + copy, file}, environment_for(inside->settings, copy), log))
    return tl::make_unexpected(failed("pg_restore", *why));
  PostgresSettings at_copy = inside->settings;
  at_copy["dbname"] = copy;
  auto opened = PostgresDatabase::open(at_copy, {.readers = 1, .busy_ms = 15'000, .create = false, .read_only = true});
  if (!opened) return tl::make_unexpected(opened.error());
  inside->database = std::move(*opened);
  RestoredCopy out(std::move(inside));
  out.bytes = static_cast<std::int64_t>(unknown ? 0 : bytes);
  return out;
}

}  // namespace nc::db
