// Looking after the data: checking everything, drilling the restore, and the chores that the server does by itself.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/program.h"
#include "ledger/signed_head.h"

namespace nc::app {

/// What a whole check found: pages and references of the database, chain, signed heads, rows against the ledger, evidence.
struct Check {
  std::int64_t entries = 0, records = 0, files = 0, heads = 0;
  std::int64_t erased = 0;  ///< ledger entries whose personal data were taken out by a recorded decision
  std::vector<std::string> faults;
};
/// `folder` holds the signing key and the log of signed heads; "" checks without them (a copy elsewhere).
Check check_everything(db::Database& database, const reg::Catalog& catalog, const std::string& folder);

/// A restore tried out: backup, restore to another place, whole check there, counts against the running database.
struct Drill {
  bool ok = false;
  Instant at = 0;
  std::int64_t ms = 0, bytes = 0;
  Check check;
  std::int64_t live_records = 0, restored_records = 0;
  std::vector<std::string> faults;  ///< everything that speaks against the copy
};
/// SQLite: through our own backup. PostgreSQL: pg_dump into a file, pg_restore into a database of its own, which is dropped again;
/// needs both programs and the right to create databases. Leaves no file behind; writes its result into safety_run, also when it
/// could not be done.
Result<Drill> drill(db::Database& database, const reg::Catalog& catalog, const std::string& folder);
/// Copies a backup to `target`, which must not exist, checks it, and puts the log of signed heads aside, because it goes back in
/// time. Returns the check.
Result<Check> restore_to(const std::string& backup, const std::string& target, const reg::Catalog& catalog, const std::string& folder);

/// Deletes what need not be kept any longer: read notices (setting retention.notices_days, 365), sent letters
/// (retention.mail_days, 90), results of drills (retention.runs_days, 730), ended visits. Returns how many rows went.
std::int64_t apply_retention(db::Tx& tx);

/// GET /safety, POST /safety/drill: for administrators and auditors.
void add_safety_pages(web::Router& router, const reg::Context& context);

/// Chores in the background while the server runs: signs the ledger's head every hour, reminds of what is due, writes the mail
/// digest in the morning and letters about what is urgent outside of the quiet hours, sends what waits, drills the restore at night. Several nodes on one database share them out by day and hour.
class Caretaker {
 public:
  explicit Caretaker(Program& program) : program_(program) {}
  ~Caretaker();
  void start();
  /// Everything whose time has come, once. For tests: no thread needed.
  void look_after();

 private:
  void send_letters();
  void chore(const char* name, const std::string& turn, const std::function<void()>& work);
  Program& program_;
  std::thread thread_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stop_ = false;
};

}  // namespace nc::app
