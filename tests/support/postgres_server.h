// A throw-away PostgreSQL server for the life of the test program.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace nc::test {

/// Listens on a socket in a folder of its own only. Loses its data in a power cut: made for speed. As root it runs
/// under the user postgres, because PostgreSQL refuses root. It dies with the thread that started it.
class PostgresServer {
 public:
  PostgresServer();
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  std::string url() const;
  /// Ends the server, cutting every connection, and starts it again on the same data.
  void restart();

 private:
  void start();
  void stop(int signal);
  pid_t launch(const std::vector<std::string>& command) const;

  std::filesystem::path folder_, programs_;
  pid_t server_ = 0, owner_ = 0;
};

}  // namespace nc::test
