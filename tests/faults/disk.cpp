// A disk that is full, that fails to write or to flush, at the n-th call: refused in words, nothing acknowledged is lost, work goes on.
#include <sqlite3.h>

#include <atomic>
#include <cstdio>
#include <cstring>

#include "faults/faults.h"

namespace nc::faults {
namespace {

enum class Fault { none, full, write, sync };

std::atomic<Fault> g_fault{Fault::none};
std::atomic<int> g_calls{0};      ///< calls until the fault
std::atomic<bool> g_struck{false};

/// Is it this call's turn? A full disk stays full, the others fail once.
bool strikes(Fault kind) {
  const Fault now = g_fault.load();
  const bool concerned = now == kind || (now == Fault::full && kind == Fault::write);
  if (!concerned) return false;
  const int left = g_calls.fetch_sub(1);
  if (left > 1 || (now != Fault::full && left < 1)) return false;
  g_struck = true;
  return true;
}

sqlite3_vfs* g_real = nullptr;
sqlite3_vfs g_vfs;

struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
File* of(sqlite3_file* f) { return reinterpret_cast<File*>(f); }

int x_close(sqlite3_file* f) { return of(f)->real()->pMethods->xClose(of(f)->real()); }
int x_read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return of(f)->real()->pMethods->xRead(of(f)->real(), to, n, at); }
int x_write(sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
  if (strikes(Fault::write)) {
    const bool full = g_fault.load() == Fault::full;
    if (full && n > 1) of(f)->real()->pMethods->xWrite(of(f)->real(), from, n / 2, at);  // half a page got onto the disk
    return full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }
  return of(f)->real()->pMethods->xWrite(of(f)->real(), from, n, at);
}
int x_truncate(sqlite3_file* f, sqlite3_int64 n) { return of(f)->real()->pMethods->xTruncate(of(f)->real(), n); }
int x_sync(sqlite3_file* f, int flags) { return strikes(Fault::sync) ? SQLITE_IOERR_FSYNC : of(f)->real()->pMethods->xSync(of(f)->real(), flags); }
int x_size(sqlite3_file* f, sqlite3_int64* n) { return of(f)->real()->pMethods->xFileSize(of(f)->real(), n); }
int x_lock(sqlite3_file* f, int l) { return of(f)->real()->pMethods->xLock(of(f)->real(), l); }
int x_unlock(sqlite3_file* f, int l) { return of(f)->real()->pMethods->xUnlock(of(f)->real(), l); }
int x_reserved(sqlite3_file* f, int* out) { return of(f)->real()->pMethods->xCheckReservedLock(of(f)->real(), out); }
int x_control(sqlite3_file* f, int op, void* arg) { return of(f)->real()->pMethods->xFileControl(of(f)->real(), op, arg); }
int x_sector(sqlite3_file* f) { return of(f)->real()->pMethods->xSectorSize(of(f)->real()); }
int x_traits(sqlite3_file* f) { return of(f)->real()->pMethods->xDeviceCharacteristics(of(f)->real()); }
int x_shm_map(sqlite3_file* f, int a, int b, int c, void volatile** d) { return of(f)->real()->pMethods->xShmMap(of(f)->real(), a, b, c, d); }
int x_shm_lock(sqlite3_file* f, int a, int b, int c) { return of(f)->real()->pMethods->xShmLock(of(f)->real(), a, b, c); }
void x_shm_barrier(sqlite3_file* f) { of(f)->real()->pMethods->xShmBarrier(of(f)->real()); }
int x_shm_unmap(sqlite3_file* f, int d) { return of(f)->real()->pMethods->xShmUnmap(of(f)->real(), d); }

const sqlite3_io_methods k_methods = {2, x_close, x_read, x_write, x_truncate, x_sync, x_size, x_lock, x_unlock, x_reserved, x_control, x_sector, x_traits,
                                      x_shm_map, x_shm_lock, x_shm_barrier, x_shm_unmap, nullptr, nullptr};

int x_open(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out) {
  of(f)->base.pMethods = nullptr;
  const int code = g_real->xOpen(g_real, name, of(f)->real(), flags, out);
  if (code == SQLITE_OK) of(f)->base.pMethods = &k_methods;
  return code;
}

/// From now on every SQLite file of this program goes through the shim.
void install() {
  if (g_real) return;
  g_real = sqlite3_vfs_find(nullptr);
  g_vfs = *g_real;
  g_vfs.zName = "breaking";
  g_vfs.szOsFile = static_cast<int>(sizeof(File)) + g_real->szOsFile;
  g_vfs.xOpen = x_open;
  sqlite3_vfs_register(&g_vfs, 1);
}

struct Trial { int tried = 0, refused = 0, unexplained = 0, stuck = 0; std::vector<Done> acknowledged; };

/// Fails at the first, second, third ... call until an act gets through untouched.
void try_each_call(db::Database& database, Fault fault, const std::string& name, int most, Trial& trial) {
  for (int n = 1; n <= most; ++n) {
    g_struck = false;
    g_calls = n;
    g_fault = fault;
    ++trial.tried;
    try {
      trial.acknowledged.push_back(act(database, name + std::to_string(n)));
    } catch (const db::Outage& outage) {
      ++trial.refused;
      if (outage.message.vi.empty() || outage.message.en.empty()) ++trial.unexplained;
    } catch (const std::exception& e) {
      ++trial.unexplained;
      std::printf("  %s, call %d: %s\n", name.c_str(), n, e.what());
    }
    g_fault = Fault::none;
    try {  // the disk is well again: work goes on without a restart
      trial.acknowledged.push_back(act(database, name + "-after-" + std::to_string(n)));
    } catch (const std::exception& e) {
      ++trial.stuck;
      std::printf("  %s, after call %d: %s\n", name.c_str(), n, e.what());
    }
    if (!g_struck) return;
  }
}

}  // namespace

int run_disk(int most, Score& score) {
  install();
  const auto began = milliseconds();
  for (const auto& [fault, name] : {std::pair{Fault::full, "full disk"}, {Fault::write, "failing write"}, {Fault::sync, "failing fsync"}}) {
    const Office office;
    Trial trial;
    {
      auto database = db::Database::open(office.url(), {.readers = 2, .busy_ms = 15000, .create = false, .read_only = false});
      if (!database) throw std::runtime_error(database.error().message.en);
      try_each_call(**database, fault, name, most, trial);
    }
    const Found found = look(office.url(), trial.acknowledged, true);
    const std::string where = std::string(name) + ": ";
    score.check(trial.refused > 0, where + "the fault never struck");
    score.check(trial.unexplained == 0, where + "a refusal without words");
    score.check(trial.stuck == 0, where + "work did not go on when the disk was well again");
    score.check(found.lost == 0, where + std::to_string(found.lost) + " acknowledged acts were lost");
    score.check(found.half == 0, where + std::to_string(found.half) + " acts were half done");
    score.check(found.delegations == static_cast<std::int64_t>(trial.acknowledged.size()), where + "an act that was refused is there all the same");
    score.check(found.faults == 0, where + "the whole check finds faults");
    std::printf("%s: at each of %d calls, %d acts refused in words, %zu acknowledged, %lld lost, %lld half done\n", name, trial.tried, trial.refused, trial.acknowledged.size(), static_cast<long long>(found.lost),
                static_cast<long long>(found.half));
  }
  std::printf("disk: %.1f s\n", seconds_since(began));
  return 0;
}

}  // namespace nc::faults
