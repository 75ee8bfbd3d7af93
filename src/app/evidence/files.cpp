// Files of evidence in the database, by the hash of their content.
#include "app/evidence/files.h"

#include "app/evidence/scanner.h"
#include "app/evidence/uploads.h"
#include "base/base64.h"
#include "base/fold.h"
#include "base/hash.h"

namespace nc::app {

std::string keep_file(db::Tx& tx, std::string_view bytes, std::string_view media_type) {
  const std::string hash = sha256_hex(bytes);
  tx.exec("INSERT INTO blob(sha256, media_type, size, content, scan) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sha256) DO NOTHING",
          {hash, std::string(media_type), static_cast<std::int64_t>(bytes.size()), base64_of(bytes), std::string(scanner_address().empty() ? "none" : "waiting")});
  return hash;
}

Result<StoredFile> load_file(db::ReadDb& db, const std::string& sha256) {
  const Quarantine q = quarantine_of(db, sha256);
  if (!q.state.empty() && !q.served)
    return refuse(q.state == "infected" ? Code::forbidden : Code::conflict,
                  q.state == "infected" ? Message("Chương trình quét thấy mã độc trong tệp này (" + q.note + "), nên tệp bị giữ lại. Báo người quản trị.",
                                                  "The scanner found malware in this file (" + q.note + "); it is held back. Tell the administrator.")
                                        : Message("Tệp đang chờ quét mã độc. Mở lại sau ít phút.", "The file waits for the virus scanner. Open it again in a few minutes."));
  return stored_file(db, sha256);
}

Result<StoredFile> stored_file(db::ReadDb& db, const std::string& sha256) {
  auto row = db.first("SELECT media_type, content FROM blob WHERE sha256 = $1", {sha256});
  if (!row) return refuse(Code::not_found, Message("Không có tệp này trong kho.", "There is no such file in the store."));
  StoredFile file{db::as_text((*row)[0]), from_base64(db::as_text((*row)[1])).value_or("")};
  if (sha256_hex(file.bytes) != sha256)
    return refuse(Code::conflict, Message("Nội dung tệp trong kho không còn khớp mã băm. Báo người quản trị.", "The stored file no longer fits its hash. Tell the administrator."));
  return file;
}

Result<std::string> media_type_of(std::string_view bytes) {
  auto starts = [&](std::string_view magic) { return bytes.starts_with(magic); };
  if (starts("%PDF-")) return "application/pdf";
  if (starts("\xFF\xD8\xFF")) return "image/jpeg";
  if (starts("\x89PNG\r\n\x1A\n")) return "image/png";
  if (starts("GIF8")) return "image/gif";
  if (starts("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") return "image/webp";
  if (starts("PK\x03\x04")) {
    if (bytes.find("word/") != std::string_view::npos) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (bytes.find("xl/") != std::string_view::npos) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    if (bytes.find("opendocument.spreadsheet") != std::string_view::npos) return "application/vnd.oasis.opendocument.spreadsheet";
    if (bytes.find("opendocument") != std::string_view::npos) return "application/vnd.oasis.opendocument.text";
  }
  if (!bytes.empty() && bytes.find('\0') == std::string_view::npos && is_utf8(bytes)) return "text/plain; charset=utf-8";
  return refuse(Code::unsupported, Message("Chỉ nhận PDF, ảnh, Word, Excel, ODT hoặc văn bản. Lưu tệp sang một trong các dạng ấy rồi gửi lại.",
                                           "Only PDF, pictures, Word, Excel, ODT or text are kept. Save the file in one of these forms and send it again."), "file");
}

}  // namespace nc::app
