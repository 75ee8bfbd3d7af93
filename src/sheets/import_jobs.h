// Imports that people are at: the file they sent, what they chose, what a run said. Kept in the database for a while.
#pragma once
#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "sheets/import_plan.h"

namespace nc::reg {

/// Files wait this long to be imported; what was done can be taken back from its page as long as `k_job_life`.
inline constexpr Instant k_file_life = 7LL * 24 * 3600 * 1000, k_job_life = 90LL * 24 * 3600 * 1000;
/// Rows with something to say that a run keeps; more are counted only.
inline constexpr std::size_t k_rows_kept = 2000;

/// open: being prepared; checked: the dry run is done; done, undone, failed: after the import.
struct ImportJob {
  std::string id, register_name, file_name, state = "open", batch;
  std::int64_t person = 0;
  Instant created = 0;
  ImportChoices choices;
  std::string outcome;  ///< JSON of ImportOutcome, "" before the first run
};

struct OutcomeRow {
  int line = 0;
  std::vector<std::string> cells;
  std::vector<std::pair<int, Message>> problems;  ///< column (-1: none), what is wrong
  bool skipped = false;
  Duplicate twin;  ///< line and id 0: none
};
/// What a dry run or an import said.
struct ImportOutcome {
  std::string file, sheet;
  std::vector<std::string> header;
  int rows = 0, created = 0, updated = 0, unchanged = 0, failed = 0, skipped = 0, repeated = 0;
  std::vector<OutcomeRow> shown;
  std::vector<YearTotal> totals;
  std::vector<std::pair<int, std::string>> no_records;
  int filled_down = 0, totals_kept = 0;
  Message refused;  ///< why nothing could be read or written at all
  bool done = false;
};
std::string outcome_json(const ImportOutcome& outcome);
ImportOutcome outcome_from(const std::string& json);

/// Deletes files that waited too long and jobs nobody can take back any more; how many rows went.
std::int64_t prune_jobs(db::Tx& tx);
/// Keeps the file and makes the job; old files and jobs go. At most ten open ones a person: the oldest goes.
ImportJob start_job(db::Tx& tx, const Description& d, const Actor& actor, std::string file_name, std::string_view bytes);
/// Only the person's own.
std::optional<ImportJob> find_job(db::ReadDb& db, const Description& d, const Actor& actor, std::string_view id);
std::vector<ImportJob> jobs_of(db::ReadDb& db, const Description& d, const Actor& actor);
/// The file as sent; "" when it is gone.
std::string file_of_job(db::ReadDb& db, std::string_view id);
void keep_job(db::Tx& tx, const ImportJob& job);
void drop_job(db::Tx& tx, std::string_view id);
void drop_file(db::Tx& tx, std::string_view id);

/// The mapping that was used last for a header, as targets by folded head.
std::map<std::string, std::string> remembered_mapping(db::ReadDb& db, const Description& d, const Header& header);
void remember_mapping(db::Tx& tx, const Description& d, const Header& header, const std::vector<std::string>& targets);

/// Runs long work behind the pages, one after the other, with progress and cancel. Threads end with the program.
class ImportRunner {
 public:
  struct Progress {
    std::atomic<std::size_t> done{0}, all{0};
    std::atomic<bool> cancel{false}, over{false};
    std::string doing;  ///< "check", "import", "undo"
  };
  ~ImportRunner();
  /// Starts unless that job is running already. `work` must not throw what it can say itself; exceptions are passed to `failed`.
  bool start(const std::string& job, std::string doing, std::function<void(Progress&)> work, std::function<void(const Message&)> failed);
  /// Null when nothing runs for that job.
  std::shared_ptr<Progress> find(const std::string& job);
  /// Waits a moment, so that short work needs no second page.
  void wait(const std::string& job, int milliseconds);

 private:
  struct Task {
    std::shared_ptr<Progress> progress;
    std::thread thread;
  };
  void sweep();
  std::mutex mutex_, one_at_a_time_;
  std::condition_variable changed_;
  std::map<std::string, Task> tasks_;
};

}  // namespace nc::reg
