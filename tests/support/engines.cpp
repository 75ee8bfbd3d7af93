// Fresh databases of both engines for tests.
#include "support/engines.h"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
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
