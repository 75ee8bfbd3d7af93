// Files that the program drew when a record was sealed or issued.
#include "app/evidence/kept_files.h"

#include <map>

#include "app/evidence/files.h"
#include "base/hash.h"
#include "ledger/ledger.h"

namespace nc::app {

namespace {

constexpr const char* k_action = "keep_files";  ///< in the ledger; "keep" is a decision on how long data stays

/// What the entry of the ledger says ends with the hash of the list.
std::string said_of(std::size_t n, const std::string& hash) { return "Giữ " + std::to_string(n) + " tệp nguyên từng byte; mã băm của danh sách " + hash; }

std::string list_line(const std::string& name, const std::string& sha256) { return name + " " + sha256 + "\n"; }

}  // namespace

void keep_files(db::Tx& tx, const Actor& actor, const std::string& register_name, std::int64_t record, const std::vector<DrawnFile>& files) {
  std::map<std::string, std::pair<std::string, std::int64_t>> kept;
  for (const DrawnFile& f : files) kept[f.name] = {keep_file(tx, f.bytes, f.media_type), static_cast<std::int64_t>(f.bytes.size())};
  std::string list;
  for (const auto& [name, file] : kept) list += list_line(name, file.first);
  ledger::Change change;
  change.register_name = register_name;
  change.record = record;
  change.action = k_action;
  change.reason = said_of(kept.size(), sha256_hex(list));
  const ledger::Change entry = ledger::append(tx, actor, std::move(change));
  for (const auto& [name, file] : kept)
    tx.exec("INSERT INTO kept_file (register_name, record_id, name, sha256, size, kept_at, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)", {register_name, record, name, file.first, file.second, entry.at, entry.seq});
}

std::vector<KeptFile> kept_files(db::ReadDb& db, const std::string& register_name, std::int64_t record) {
  std::vector<KeptFile> out;
  db.each("SELECT name, sha256, size, kept_at FROM kept_file WHERE register_name = $1 AND record_id = $2 ORDER BY name", {register_name, record}, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), r.integer(2), r.integer(3)});
    return true;
  });
  return out;
}

std::optional<KeptFile> kept_file(db::ReadDb& db, const std::string& register_name, std::int64_t record, const std::string& name) {
  const auto row = db.first("SELECT sha256, size, kept_at FROM kept_file WHERE register_name = $1 AND record_id = $2 AND name = $3", {register_name, record, name});
  if (!row) return std::nullopt;
  return KeptFile{name, db::as_text((*row)[0]), db::as_int((*row)[1]), db::as_int((*row)[2])};
}

Result<std::string> kept_bytes(db::ReadDb& db, const KeptFile& file) {
  // Drawn here, never sent in: it does not wait for the scanner.
  auto stored = stored_file(db, file.sha256);
  if (stored) return std::move(stored->bytes);
  return refuse(Code::conflict, Message("Tệp giữ nguyên đã mất hoặc không còn khớp mã băm " + file.sha256.substr(0, 16) + "…, nên không đưa ra. Báo người quản trị: bản sao lưu gần nhất còn tệp đúng.",
                                        "The kept file is gone or no longer fits its hash " + file.sha256.substr(0, 16) + "…, so it is not given out. Tell the administrator: the last backup has the right one."));
}

std::vector<std::string> verify_kept_files(db::ReadDb& db) {
  std::vector<std::string> faults;
  db.each("SELECT k.register_name, k.record_id, k.name FROM kept_file k WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = k.sha256)", {}, [&](const db::Row& r) {
    const std::string which = std::string(r.text(0)) + " #" + std::to_string(r.integer(1)) + ", " + std::string(r.text(2));
    faults.push_back(which + ": mất tệp giữ nguyên / the kept file is gone");
    return true;
  });
  db.each("SELECT c.register_name, c.record FROM change c WHERE c.action = $1 AND NOT EXISTS (SELECT 1 FROM kept_file k WHERE k.entry = c.seq)", {std::string(k_action)}, [&](const db::Row& r) {
    faults.push_back(std::string(r.text(0)) + " #" + std::to_string(r.integer(1)) + ": danh sách tệp giữ nguyên đã mất / the list of its kept files is gone");
    return true;
  });
  std::map<std::int64_t, std::pair<std::string, std::size_t>> lists;
  db.each("SELECT entry, name, sha256 FROM kept_file ORDER BY entry, name", {}, [&](const db::Row& r) {
    auto& [list, n] = lists[r.integer(0)];
    list += list_line(std::string(r.text(1)), std::string(r.text(2)));
    ++n;
    return true;
  });
  for (const auto& [seq, list] : lists) {
    const auto entry = ledger::find(db, seq);
    const bool erased = entry && !entry->digest.empty();  // its words were taken out by a recorded decision
    if (entry && (erased || entry->reason == said_of(list.second, sha256_hex(list.first)))) continue;
    faults.push_back("mục nhật ký " + std::to_string(seq) + ": danh sách tệp giữ nguyên khác với nhật ký / entry " + std::to_string(seq) + ": the list of kept files differs from the ledger");
  }
  return faults;
}

}  // namespace nc::app
