// Which databases the current thread is inside of.
#include "db/running.h"

#include <vector>

namespace nc::db {
namespace {

struct Entry {
  const Database* database;
  Running::Kind kind;
  ReadDb* handle;
};
thread_local std::vector<Entry> t_entries;

const Entry* innermost(const Database* database) {
  for (auto it = t_entries.rbegin(); it != t_entries.rend(); ++it)
    if (it->database == database) return &*it;
  return nullptr;
}

}  // namespace

Running::Running(const Database* database, Kind kind, ReadDb* handle) { t_entries.push_back({database, kind, handle}); }
Running::~Running() { t_entries.pop_back(); }

ReadDb* Running::snapshot_of(const Database* database) {
  const Entry* entry = innermost(database);
  if (entry == nullptr) return nullptr;
  if (entry->kind == Kind::write) throw std::logic_error("read() inside write(): read through the transaction instead");
  return entry->handle;
}

void Running::refuse_nested_write(const Database* database) {
  const Entry* entry = innermost(database);
  if (entry != nullptr)
    throw std::logic_error(entry->kind == Kind::write ? "write() inside write(): pass the Tx on instead"
                                                      : "write() inside read(): finish reading first");
}

}  // namespace nc::db
