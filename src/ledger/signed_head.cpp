// Signing heads of the chain and checking them.
#include "ledger/signed_head.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace nc::ledger {
namespace {

namespace fs = std::filesystem;

std::string message_of(const SignedHead& h) {
  return "nhipcau ledger head\n" + std::to_string(h.seq) + "\n" + h.hash + "\n" + std::to_string(h.at) + "\n";
}

std::string id_of(const KeyPair& key) { return key.public_key.substr(0, 16); }

std::string both(std::int64_t seq, const char* vi, const char* en) {
  const std::string n = std::to_string(seq);
  return "đầu chuỗi đã ký " + n + ": " + vi + " / signed head " + n + ": " + en;
}

/// Written whole and flushed, or not at all.
bool write_private(const fs::path& path, const std::string& text, mode_t mode, int flags) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, mode);
  if (file < 0) return false;
  const bool done = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  return (::close(file) == 0) && done;
}

fs::path log_of(const std::string& folder) { return fs::path(folder) / "ledger-heads.log"; }

std::vector<SignedHead> logged(const std::string& folder) {
  std::vector<SignedHead> out;
  std::ifstream in(log_of(folder));
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    SignedHead h;
    if (words >> h.seq >> h.at >> h.hash >> h.key_id >> h.signature) out.push_back(std::move(h));
  }
  return out;
}

std::string hash_of_entry(db::ReadDb& db, std::int64_t seq) { return db::as_text(db.scalar("SELECT hash FROM change WHERE seq = $1", {seq})); }

}  // namespace

std::optional<KeyPair> existing_signing_key(const std::string& folder) {
  std::ifstream in(fs::path(folder) / "ledger-key");
  std::string secret;
  if (!std::getline(in, secret)) return std::nullopt;
  return key_pair_of(secret);
}

Result<KeyPair> signing_key(const std::string& folder) {
  if (auto key = existing_signing_key(folder)) return *key;
  const fs::path path = fs::path(folder) / "ledger-key";
  std::error_code failed;
  if (fs::exists(path, failed))
    return refuse(Code::invalid, Message(path.string() + ": tệp khóa ký đã hỏng. Khôi phục nó từ bản sao lưu.",
                                         path.string() + ": the signing key is damaged. Restore it from a backup."));
  const KeyPair key = new_key_pair();
  fs::create_directories(folder, failed);
  if (!write_private(path, key.secret + "\n", 0600, O_EXCL)) {
    if (auto made_meanwhile = existing_signing_key(folder)) return *made_meanwhile;  // another node was first
    return refuse(Code::unsupported, Message(path.string() + ": không ghi được khóa ký. Kiểm tra quyền của thư mục.",
                                             path.string() + ": the signing key can't be written. Check the folder's rights."));
  }
  write_private(path.string() + ".pub", key.public_key + "\n", 0644, O_TRUNC);
  return key;
}

std::optional<SignedHead> sign_head(db::Tx& tx, const KeyPair& key, const std::string& folder) {
  const auto head = tx.first("SELECT seq, hash FROM chain_head WHERE id = 1");
  if (!head || db::as_int((*head)[0]) == 0) return std::nullopt;
  SignedHead h;
  h.seq = db::as_int((*head)[0]);
  h.hash = db::as_text((*head)[1]);
  if (tx.integer("SELECT count(*) FROM signed_head WHERE seq = $1", {h.seq}) > 0) return std::nullopt;
  h.at = now();
  h.key_id = id_of(key);
  h.signature = signature_of(key, message_of(h));
  tx.exec("INSERT INTO signed_head (seq, hash, at, key_id, signature) VALUES ($1, $2, $3, $4, $5)", {h.seq, h.hash, h.at, h.key_id, h.signature});
  tx.after_commit([h, folder] {
    write_private(log_of(folder), std::to_string(h.seq) + " " + std::to_string(h.at) + " " + h.hash + " " + h.key_id + " " + h.signature + "\n", 0600, O_APPEND);
  });
  return h;
}

std::vector<SignedHead> signed_heads(db::ReadDb& db, int limit) {
  std::vector<SignedHead> out;
  db.each("SELECT seq, hash, at, key_id, signature FROM signed_head ORDER BY seq DESC LIMIT $1", {std::int64_t{limit}}, [&](const db::Row& row) {
    out.push_back({row.integer(0), std::string(row.text(1)), row.integer(2), std::string(row.text(3)), std::string(row.text(4))});
    return true;
  });
  return out;
}

std::vector<std::string> verify_signed_heads(db::ReadDb& db, const std::optional<KeyPair>& key, const std::string& folder) {
  std::vector<std::string> faults;
  constexpr int k_all = 1'000'000;
  for (const SignedHead& h : signed_heads(db, k_all)) {
    if (key && h.key_id != id_of(*key)) faults.push_back(both(h.seq, "ký bằng khóa khác", "was signed with another key"));
    else if (key && !signature_holds(key->public_key, message_of(h), h.signature)) faults.push_back(both(h.seq, "chữ ký không đúng", "its signature doesn't hold"));
    if (hash_of_entry(db, h.seq) != h.hash) faults.push_back(both(h.seq, "mục nhật ký đã khác lúc ký", "the entry differs from what was signed"));
  }
  if (!key) return faults;
  for (const SignedHead& h : logged(folder)) {
    if (h.key_id != id_of(*key) || !signature_holds(key->public_key, message_of(h), h.signature)) faults.push_back(both(h.seq, "dòng sổ ngoài có chữ ký sai", "its line in ledger-heads.log is not signed by this office"));
    else if (hash_of_entry(db, h.seq) != h.hash) faults.push_back(both(h.seq, "đã ký trước đây, nay không còn như vậy trong nhật ký", "was signed once and is not in the ledger any more"));
  }
  return faults;
}

}  // namespace nc::ledger
