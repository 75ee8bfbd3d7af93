// What the fault programs share: a small office, one business act of several rows, and the whole check afterwards.
#pragma once
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "app/program.h"

namespace nc::faults {

/// Counts checks; each prints what went wrong.
struct Score {
  int passed = 0, failed = 0;
  bool check(bool holds, const std::string& what);
};

/// A folder with an office of reference data in it; goes away with the object.
class Office {
 public:
  /// `url` "" makes a SQLite file; else that database, which must be empty, is filled.
  explicit Office(const std::string& url = {});
  ~Office();
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  const std::string& url() const { return url_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::string url_;
};

/// What an act made.
struct Done { std::int64_t partner = 0, delegation = 0; };
/// One act in one transaction: a partner, a delegation of that partner that is sent for approval, and a remark on it. Throws what
/// the database throws; a refusal is a broken program and throws std::logic_error.
Done act(db::Database& database, const std::string& tag);

struct Found { std::int64_t partners = 0, delegations = 0, lost = 0, half = 0, last = 0; std::size_t faults = 0; };
/// Are all of these there, whole? Opens the database anew; counts acknowledged acts that are lost and acts half done (among rows
/// with a number above `after`), and the faults of the whole check of pages, chain and rows when `everything`.
Found look(const std::string& url, const std::vector<Done>& acknowledged, bool everything, std::int64_t after = 0);

std::string own_path();  ///< of this program
double seconds_since(std::int64_t start_ms);
std::int64_t milliseconds();

int run_kill(int times, Score& score);
int run_kill_worker(const std::string& url);
int run_disk(int most, Score& score);
int run_clock(int jumps, Score& score);
int run_restarts(int times, Score& score);
int run_writers(int seconds, const std::string& url, Score& score);

}  // namespace nc::faults
