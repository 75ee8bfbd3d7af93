// A server started for measuring: its port, its memory, its end.
#pragma once
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// A program that prints "http://127.0.0.1:PORT" when it is ready. Stopped by SIGTERM in the destructor.
class Child {
 public:
  /// Starts it and waits for the address. Throws std::runtime_error when none comes.
  explicit Child(const std::vector<std::string>& command);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int port() const { return port_; }
  double resident_mb() const { return status_mb("VmRSS:"); }
  double peak_mb() const { return status_mb("VmHWM:"); }

 private:
  double status_mb(const char* line) const;
  pid_t pid_ = -1;
  int output_ = -1;
  int port_ = 0;
};

/// Runs a program to its end without showing its output; seconds it took, or -1 when it failed.
double run_timed(const std::vector<std::string>& command);

}  // namespace bench
