// Limits of what people send, and the quarantine.
#include "app/evidence/uploads.h"

#include "app/evidence/redraw.h"
#include "app/evidence/scanner.h"
#include "app/program.h"
#include "base/base64.h"
#include "base/clock.h"
#include "base/log.h"

namespace nc::app {
namespace {

constexpr std::int64_t k_mb = 1024 * 1024;

std::int64_t megabytes(db::ReadDb& db, std::string_view name, std::int64_t otherwise) {
  const auto set = parse_int(setting(db, name)).value_or(otherwise);
  return (set < 1 ? otherwise : set) * k_mb;
}

std::string mb(std::int64_t bytes) { return format_int((bytes + k_mb - 1) / k_mb, Lang::vi) + " MB"; }

}  // namespace

Room room_of(db::ReadDb& db, std::int64_t org) {
  return {.file = megabytes(db, "upload.file_mb", 20), .org = megabytes(db, "upload.org_mb", 2048), .total = megabytes(db, "upload.total_mb", 20'480),
          .org_used = db.integer("SELECT COALESCE(SUM(size), 0) FROM evidence WHERE org_id = $1 AND deleted = 0", {org}), .total_used = db.integer("SELECT COALESCE(SUM(size), 0) FROM blob")};
}

Result<bool> has_room(db::ReadDb& db, std::int64_t org, std::size_t bytes) {
  const Room room = room_of(db, org);
  const auto size = static_cast<std::int64_t>(bytes);
  if (size > room.file)
    return refuse(Code::too_large, Message("Tệp " + mb(size) + " lớn hơn mức " + mb(room.file) + ". Nén hoặc chia nhỏ rồi gửi lại.", "The file has " + mb(size) + ", the most is " + mb(room.file) + ". Compress or split it."), "file");
  if (room.org_used + size > room.org)
    return refuse(Code::too_large, Message("Kho tệp của đơn vị đã dùng " + mb(room.org_used) + " trong " + mb(room.org) + ". Bỏ chứng cứ không cần, hoặc đề nghị người quản trị nâng mức.",
                                           "The organisation has used " + mb(room.org_used) + " of " + mb(room.org) + ". Remove evidence it doesn't need, or ask the administrator for more."), "file");
  if (room.total_used + size > room.total)
    return refuse(Code::too_large, Message("Kho tệp chung đã dùng " + mb(room.total_used) + " trong " + mb(room.total) + ". Báo người quản trị.",
                                           "The store has used " + mb(room.total_used) + " of " + mb(room.total) + ". Tell the administrator."), "file");
  return true;
}

Result<Prepared> prepared(std::string_view bytes, std::int64_t most_bytes) {
  if (static_cast<std::int64_t>(bytes.size()) > most_bytes)
    return refuse(Code::too_large, Message("Tệp " + mb(static_cast<std::int64_t>(bytes.size())) + " lớn hơn mức " + mb(most_bytes) + ". Nén hoặc chia nhỏ rồi gửi lại.",
                                           "The file has " + mb(static_cast<std::int64_t>(bytes.size())) + ", the most is " + mb(most_bytes) + ". Compress or split it."), "file");
  NC_TRY(type, media_type_of(bytes));
  NC_TRY(kept, redrawn(bytes, type));
  return Prepared{std::move(type), std::move(kept)};
}

Quarantine quarantine_of(db::ReadDb& db, const std::string& sha256) {
  const auto row = db.first("SELECT scan, scan_note FROM blob WHERE sha256 = $1", {sha256});
  if (!row) return {};
  Quarantine q{db::as_text((*row)[0]), db::as_text((*row)[1]), false};
  // Files from before there was a scanner wait for their turn once there is one.
  q.served = q.state == "clean" || (q.state == "none" && scanner_address().empty());
  return q;
}

void scan_file(db::Database& database, const std::string& sha256) {
  const std::string address = scanner_address();
  if (address.empty()) return;
  std::string bytes;
  database.read([&](db::ReadDb& db) { bytes = from_base64(db::as_text(db.scalar("SELECT content FROM blob WHERE sha256 = $1", {sha256}))).value_or(""); });
  const Scan told = scan(address, bytes);
  if (told.verdict == Scan::Verdict::failed) log::error("scanner: " + told.note);
  const char* state = told.verdict == Scan::Verdict::clean ? "clean" : told.verdict == Scan::Verdict::infected ? "infected" : "waiting";
  database.write([&](db::Tx& tx) {
    tx.exec("UPDATE blob SET scan = $2, scan_note = $3, scanned_at = $4 WHERE sha256 = $1", {sha256, std::string(state), told.note, now()});
    return true;
  });
}

int scan_waiting(db::Database& database, int most) {
  if (scanner_address().empty()) return 0;
  std::vector<std::string> waiting;
  database.read([&](db::ReadDb& db) {
    db.each("SELECT sha256 FROM blob WHERE scan IN ('none', 'waiting') ORDER BY scanned_at, sha256 LIMIT $1", {std::int64_t{most}}, [&](const db::Row& r) {
      waiting.emplace_back(r.text(0));
      return true;
    });
  });
  int done = 0;
  for (const auto& sha : waiting) {
    scan_file(database, sha);
    std::string state;
    database.read([&](db::ReadDb& db) { state = quarantine_of(db, sha).state; });
    if (state == "waiting") return done;  // the scanner doesn't answer: the rest waits too
    ++done;
  }
  return done;
}

UploadFacts upload_facts(db::ReadDb& db) {
  const auto row = db.first(
      "SELECT (SELECT count(*) FROM blob WHERE scan = 'waiting'), (SELECT count(*) FROM blob WHERE scan = 'infected'), (SELECT count(*) FROM blob WHERE scan = 'none'), "
      "(SELECT COALESCE(SUM(size), 0) FROM blob), (SELECT MAX(scan_note) FROM blob WHERE scan = 'waiting')");
  return {db::as_int((*row)[0]), db::as_int((*row)[1]), db::as_int((*row)[2]), db::as_int((*row)[3]), db::as_text((*row)[4])};
}

}  // namespace nc::app
