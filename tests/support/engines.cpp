// Fresh databases of both engines for tests.
#include "support/engines.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <stdexcept>

#include "support/postgres_server.h"

namespace nc::test {
namespace {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "nhipcau-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path_ = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (owner_ == ::getpid()) std::filesystem::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  pid_t owner_ = ::getpid();  // children made by fork leave it alone
};

std::string next_name() {
  static std::atomic<int> count = 0;
  return "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
}

std::string server_url() {
  if (const char* named = std::getenv("NHIPCAU_TEST_POSTGRES")) return named;
  static PostgresServer server;
  return server.url();
}

std::string fresh_schema() {
  const std::string url = server_url();
  const std::string schema = next_name();
  static const std::unique_ptr<db::Database> administrator = open_database(url, {.readers = 1});
  administrator->write([&](db::Tx& tx) {
    tx.script(db::Sql::built("CREATE SCHEMA " + schema));
    return true;
  });
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" + schema;
}

/// CREATE and DROP DATABASE can't stand in a transaction, so they go past our own door to the server.
void tell_server(const std::string& statement) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> server(PQconnectdb(server_url().c_str()), PQfinish);
  const std::unique_ptr<PGresult, decltype(&PQclear)> done(PQexec(server.get(), statement.c_str()), PQclear);
  if (PQresultStatus(done.get()) != PGRES_COMMAND_OK) throw std::runtime_error(statement + ": " + PQerrorMessage(server.get()));
}

/// `from`: the database to copy, else an empty one.
std::string new_database(const std::string& from) {
  const std::string name = next_name();
  tell_server("CREATE DATABASE " + name + (from.empty() ? "" : " TEMPLATE " + from));
  return name;
}

/// Gone once the suite that asked for it has ended: a copy of the sample takes 40 MB.
class Copies {
 public:
  void remember(db::Engine engine, const std::string& name) { kept_.push_back({engine, name, suite_now()}); }

  void remove_those_of_ended_suites() {
    std::erase_if(kept_, [](const Copy& copy) {
      const bool ended = copy.suite != suite_now();
      if (ended) remove(copy);
      return ended;
    });
  }

 private:
  struct Copy {
    db::Engine engine;
    std::string name;  // file, or name of the database
    const testing::TestSuite* suite;
  };

  static const testing::TestSuite* suite_now() { return testing::UnitTest::GetInstance()->current_test_suite(); }

  static void remove(const Copy& copy) {
    if (copy.engine == db::Engine::postgres) return tell_server("DROP DATABASE " + copy.name + " WITH (FORCE)");
    for (const char* beside : {"", "-wal", "-shm"}) std::filesystem::remove(copy.name + beside);
  }

  std::vector<Copy> kept_;
};

/// The address of another database of the same server.
std::string url_of_database(const std::string& name) {
  std::string url = server_url();
  const auto from = url.find('/', url.find("://") + 3) + 1;
  return url.replace(from, std::min(url.find('?'), url.size()) - from, name);
}

}  // namespace

std::vector<db::Engine> engines_under_test() {
  const char* only = std::getenv("NHIPCAU_TEST_ENGINES");
  if (only != nullptr && std::string(only) == "sqlite") return {db::Engine::sqlite};
  return {db::Engine::sqlite, db::Engine::postgres};
}

std::string engine_name(const testing::TestParamInfo<db::Engine>& info) {
  return info.param == db::Engine::sqlite ? "sqlite" : "postgres";
}

const std::filesystem::path& scratch() {
  static const ScratchFolder folder;
  return folder.path();
}

std::string fresh_url(db::Engine engine) {
  return engine == db::Engine::postgres ? fresh_schema() : (scratch() / (next_name() + ".db")).string();
}

std::string copy_of(db::Engine engine, const std::string& name, const std::function<void(const std::string& url)>& make, Lasts lasts) {
  static std::map<std::pair<db::Engine, std::string>, std::string> made;  // file, or name of the database
  const bool sqlite = engine == db::Engine::sqlite;
  if (!made.contains({engine, name})) {
    const std::string first = sqlite ? fresh_url(engine) : new_database({});
    make(sqlite ? first : url_of_database(first));
    made[{engine, name}] = first;
  }
  static Copies copies;
  copies.remove_those_of_ended_suites();
  const std::string& first = made.at({engine, name});
  const std::string copy = sqlite ? fresh_url(engine) : new_database(first);
  if (sqlite) std::filesystem::copy_file(first, copy);
  if (lasts == Lasts::for_the_suite) copies.remember(engine, copy);
  return sqlite ? copy : url_of_database(copy);
}

std::unique_ptr<db::Database> open_database(const std::string& url, const db::Options& options) {
  auto opened = db::Database::open(url, options);
  if (!opened) throw std::runtime_error(opened.error().message.en);
  return std::move(*opened);
}

std::unique_ptr<db::Database> fresh_database(db::Engine engine, const db::Options& options) {
  return open_database(engine == db::Engine::postgres ? fresh_url(engine) : ":memory:", options);
}

void use_test_secrets_key() { ::setenv("NHIPCAU_SECRETS_KEY", "bmhpcC1jYXUtdGVzdC1rZXktMzItYnl0ZXMtbG9uZyE=", 0); }

}  // namespace nc::test
