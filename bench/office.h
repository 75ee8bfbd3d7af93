// One office under measurement: its database opened in this process for the floors, and its server.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/program.h"
#include "child.h"
#include "load.h"

namespace bench {

/// Numbers of many rounds; the median is what is printed.
class Samples {
 public:
  void add(double value) { values_.push_back(value); }
  bool empty() const { return values_.empty(); }
  double median() const;

 private:
  std::vector<double> values_;
};

class Office {
 public:
  /// Opens the database and starts `nhipcau serve` on it.
  Office(std::string nhipcau, std::string url);

  int port() const { return server_->port(); }
  const Child& server() const { return *server_; }
  const std::string& cookie() const { return cookie_; }
  const std::string& csrf() const { return csrf_; }
  const std::string& url() const { return url_; }
  std::int64_t aid() const { return aid_; }
  std::int64_t first_aid() const { return first_aid_; }  ///< id of the first generated record
  nc::app::Program& program() { return *program_; }
  /// Median milliseconds of one run of `work`, in this process, over about `seconds`.
  double time(double seconds, const std::function<void(nc::db::ReadDb&)>& work);
  /// Median milliseconds of one durable commit of one row.
  double time_commit(int times);
  /// Seconds from starting the program to the first page answered to a person who is signed in.
  double cold_start() const;
  /// "SQLite" or "PostgreSQL".
  std::string engine() const;

 private:
  void sign_in();
  std::string nhipcau_, url_;
  std::unique_ptr<nc::app::Program> program_;
  std::unique_ptr<Child> server_;
  std::string cookie_, csrf_;
  std::int64_t aid_ = 0, first_aid_ = 0;
};

}  // namespace bench
