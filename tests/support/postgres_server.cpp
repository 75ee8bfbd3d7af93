// A throw-away PostgreSQL server for the life of the test program.
#include "support/postgres_server.h"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "db/db.h"

namespace nc::test {
namespace fs = std::filesystem;
namespace {

/// Newest of Debian's versions; else what PATH finds.
fs::path find_programs() {
  fs::path best;
  std::error_code failed;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", failed))
    if (fs::exists(version.path() / "bin/initdb") && version.path() > best) best = version.path();
  return best.empty() ? best : best / "bin";
}

const passwd* other_user() { return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr; }

/// Runs in the child between fork and exec.
[[noreturn]] void become(const passwd* user, const std::string& log, std::vector<char*>& arguments) {
  if (user != nullptr &&
      (::initgroups(user->pw_name, user->pw_gid) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
    ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  ::dup2(out, 1);
  ::dup2(out, 2);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

bool answers(const std::string& url) { return db::Database::open(url, {.readers = 1}).has_value(); }

}  // namespace

PostgresServer::PostgresServer() : programs_(find_programs()), owner_(::getpid()) {
  std::string pattern = (fs::temp_directory_path() / "nhipcau-postgres-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for PostgreSQL");
  folder_ = pattern;
  if (const passwd* user = other_user(); user != nullptr && ::chown(pattern.c_str(), user->pw_uid, user->pw_gid) != 0)
    throw std::runtime_error("the folder for PostgreSQL can't be given to its user");
  const pid_t made = launch({(programs_ / "initdb").string(), "-D", (folder_ / "data").string(), "-U", "postgres", "-A",
                             "trust", "-E", "UTF8", "--locale=C", "--no-sync"});
  int status = 0;
  if (::waitpid(made, &status, 0) != made || status != 0)
    throw std::runtime_error("initdb failed: see " + (folder_ / "log").string() +
                             " (install postgresql-15, or set NHIPCAU_TEST_ENGINES=sqlite)");
  start();
}

PostgresServer::~PostgresServer() {
  if (owner_ != ::getpid()) return;  // a child made by fork
  stop(SIGQUIT);
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string PostgresServer::url() const { return "postgresql://postgres@/postgres?host=" + folder_.string(); }

void PostgresServer::restart() {
  stop(SIGINT);
  start();
}

void PostgresServer::start() {
  server_ =
      launch({(programs_ / "postgres").string(), "-D", (folder_ / "data").string(), "-k", folder_.string(), "-c",
              "listen_addresses=", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
              "-c", "max_connections=200", "-c", "shared_buffers=32MB", "-c", "autovacuum=off"});
  for (int tries = 0; tries < 600; ++tries) {
    if (answers(url())) return;
    if (::waitpid(server_, nullptr, WNOHANG) == server_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("PostgreSQL did not start: see " + (folder_ / "log").string());
}

void PostgresServer::stop(int signal) {
  if (server_ <= 0) return;
  ::kill(server_, signal);
  ::waitpid(server_, nullptr, 0);
  server_ = 0;
}

pid_t PostgresServer::launch(const std::vector<std::string>& command) const {
  const passwd* user = other_user();
  const std::string log = (folder_ / "log").string();
  std::vector<std::string> owned = command;
  std::vector<char*> arguments;
  for (std::string& argument : owned) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) become(user, log, arguments);
  if (child < 0) throw std::runtime_error("fork failed");
  return child;
}

}  // namespace nc::test
