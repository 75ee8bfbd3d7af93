// The whole check and the restore drill.
#include "app/site/safety.h"

#include <boost/json.hpp>

#include <chrono>
#include <filesystem>

#include "app/evidence/kept_files.h"
#include "app/evidence/pages.h"
#include "db/backup.h"
#include "flow/row_check.h"
#include "ledger/ledger.h"

namespace nc::app {
namespace {

namespace fs = std::filesystem;

void add(std::vector<std::string>& to, std::vector<std::string> more) { to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end())); }

/// Evidence whose file is not there at all.
std::vector<std::string> missing_files(db::ReadDb& db) {
  std::vector<std::string> faults;
  db.each("SELECT e.code, e.sha256 FROM evidence e WHERE e.sha256 <> '' AND NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = e.sha256)", {}, [&](const db::Row& row) {
    faults.push_back("chứng cứ " + std::string(row.text(0)) + ": mất tệp " + std::string(row.text(1)) + " / evidence " + std::string(row.text(0)) + ": its file is gone");
    return true;
  });
  return faults;
}

/// Records of all registers, hidden ones too, and stored files.
std::int64_t count_all(db::Database& database, const reg::Catalog& catalog) {
  std::int64_t n = 0;
  database.read([&](db::ReadDb& db) {
    for (const reg::Description* d : catalog.all()) n += db.integer(db::Sql::built("SELECT count(*) FROM " + d->name));
    n += db.integer("SELECT count(*) FROM blob");
  });
  return n;
}

std::string hash_at(db::Database& database, std::int64_t seq) {
  std::string hash;
  database.read([&](db::ReadDb& db) { hash = db::as_text(db.scalar("SELECT hash FROM change WHERE seq = $1", {seq})); });
  return hash;
}

/// Removes the files of a SQLite database when the drill is over, however it ended.
class Traces {
 public:
  explicit Traces(std::string path) : path_(std::move(path)) { wipe(); }
  Traces(const Traces&) = delete;
  Traces& operator=(const Traces&) = delete;
  ~Traces() { wipe(); }

 private:
  void wipe() const {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm", ".partial"}) fs::remove(path_ + end, ignored);
  }
  std::string path_;
};

void remember(db::Database& database, const Drill& d) {
  boost::json::array faults;
  for (const auto& f : d.faults) faults.emplace_back(f);
  const std::string report = boost::json::serialize(boost::json::object{{"records", d.restored_records}, {"live", d.live_records}, {"entries", d.check.entries}, {"heads", d.check.heads},
                                                                        {"files", d.check.files}, {"bytes", d.bytes}, {"faults", faults}});
  database.write([&](db::Tx& tx) {
    tx.exec("INSERT INTO safety_run (kind, at, ms, ok, report) VALUES ('drill', $1, $2, $3, $4)", {d.at, d.ms, std::int64_t{d.ok ? 1 : 0}, report});
    return true;
  });
}

/// Compares the copy with the running database as far as both must agree whatever was written meanwhile.
void compare(db::Database& live, db::Database& copy, std::int64_t before, std::int64_t after, Drill& d) {
  if (d.restored_records < before || d.restored_records > after)
    d.faults.push_back("số bản ghi lệch: " + std::to_string(d.restored_records) + " so với " + std::to_string(before) + " / record counts differ");
  std::int64_t head = 0;
  copy.read([&](db::ReadDb& db) { head = db.integer("SELECT seq FROM chain_head WHERE id = 1"); });
  if (head > 0 && hash_at(live, head) != hash_at(copy, head)) d.faults.emplace_back("đầu chuỗi của bản sao không có trong sổ đang chạy / the head of the copy is not in the running ledger");
}

}  // namespace

Check check_everything(db::Database& database, const reg::Catalog& catalog, const std::string& folder) {
  Check out;
  add(out.faults, db::damage(database));
  const auto key = folder.empty() ? std::nullopt : ledger::existing_signing_key(folder);
  database.read([&](db::ReadDb& db) {
    auto chain = ledger::verify(db);
    out.entries = chain.entries;
    out.erased = chain.erased;
    add(out.faults, std::move(chain.faults));
    out.heads = db.integer("SELECT count(*) FROM signed_head");
    add(out.faults, ledger::verify_signed_heads(db, key, folder));
    auto rows = flow::rows_against_ledger(db, catalog);
    out.records = rows.records;
    add(out.faults, std::move(rows.faults));
    add(out.faults, reg::schema_differences(db, catalog));
    out.files = db.integer("SELECT count(*) FROM blob");
    add(out.faults, verify_evidence(db));
    add(out.faults, missing_files(db));
    add(out.faults, verify_kept_files(db));
  });
  return out;
}

Result<Check> restore_to(const std::string& backup, const std::string& target, const reg::Catalog& catalog, const std::string& folder) {
  NC_TRY(source, db::Database::open(backup, {.readers = 1, .busy_ms = 15000, .create = false, .read_only = true}));
  if (db::schema_version(*source) == 0)
    return refuse(Code::invalid, Message(backup + ": tệp này không phải bản sao lưu của Nhịp Cầu.", backup + ": this file is no backup of Nhịp Cầu."));
  if (fs::exists(target))
    return refuse(Code::conflict, Message("Đã có cơ sở dữ liệu ở " + target + ". Đổi tên nó trước khi khôi phục.", "There is a database at " + target + ". Rename it before restoring."));
  NC_CHECKED(made, db::backup(*source, target));
  if (!folder.empty()) {
    std::error_code ignored;  // without a log there is nothing to put aside
    fs::rename(fs::path(folder) / "ledger-heads.log", fs::path(folder) / ("ledger-heads.log.before-restore-" + std::to_string(now())), ignored);
  }
  NC_TRY(restored, db::Database::open(target, {.readers = 1, .busy_ms = 15000, .create = false, .read_only = false}));
  return check_everything(*restored, catalog, folder);
}

namespace {

/// Backup and restore of a SQLite file; what is wrong with the copy is in `d`.
Result<bool> drill_file(db::Database& database, const reg::Catalog& catalog, const std::string& tag, Drill& d) {
  const std::string copy = tag + ".backup", place = tag + ".restored";
  const Traces one(copy), two(place);
  const std::int64_t before = count_all(database, catalog);
  NC_CHECKED(saved, db::backup(database, copy));
  d.live_records = count_all(database, catalog);
  std::error_code failed;
  d.bytes = static_cast<std::int64_t>(fs::file_size(copy, failed));
  NC_TRY(check, restore_to(copy, place, catalog, ""));
  d.check = std::move(check);
  d.faults = d.check.faults;
  NC_TRY(restored, db::Database::open(place, {.readers = 1, .busy_ms = 15000, .create = false, .read_only = true}));
  d.restored_records = count_all(*restored, catalog);
  compare(database, *restored, before, d.live_records, d);
  return true;
}

/// The same through PostgreSQL's own tools.
Result<bool> drill_server(db::Database& database, const reg::Catalog& catalog, const std::string& tag, Drill& d) {
  const std::int64_t before = count_all(database, catalog);
  NC_TRY(copy, db::RestoredCopy::of(database, tag + ".dump"));
  d.live_records = count_all(database, catalog);
  d.bytes = copy.bytes;
  d.check = check_everything(copy.database(), catalog, "");
  d.faults = d.check.faults;
  d.restored_records = count_all(copy.database(), catalog);
  compare(database, copy.database(), before, d.live_records, d);
  return true;
}

}  // namespace

Result<Drill> drill(db::Database& database, const reg::Catalog& catalog, const std::string& folder) {
  Drill d;
  d.at = now();
  const auto started = std::chrono::steady_clock::now();
  std::error_code failed;
  fs::create_directories(folder, failed);
  const std::string tag = folder + "/drill-" + std::to_string(d.at);
  const auto done = database.engine() == db::Engine::postgres ? drill_server(database, catalog, tag, d) : drill_file(database, catalog, tag, d);
  if (!done) d.faults.push_back(done.error().message.vi + " / " + done.error().message.en);
  d.ok = d.faults.empty();
  d.ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started).count();
  remember(database, d);
  if (!done) return tl::make_unexpected(done.error());
  return d;
}

}  // namespace nc::app
