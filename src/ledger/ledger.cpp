// Writing and reading the ledger.
#include "ledger/ledger.h"

#include <boost/json.hpp>

#include <limits>
#include <map>

#include "base/hash.h"
#include "base/number.h"
#include "ledger/entry_hash.h"

namespace nc::ledger {
namespace {

// Order of read_change().
#define NC_CHANGE_COLUMNS                                                                                   \
  "SELECT seq, at, actor, actor_name, register_name, record, version, action, reason, batch, before_json, " \
  "after_json, "                                                                                            \
  "hash, salt, digest FROM change "

Change read_change(const db::Row& row) {
  Change c;
  c.seq = row.integer(0);
  c.at = row.integer(1);
  c.actor = row.integer(2);
  c.actor_name = row.text(3);
  c.register_name = row.text(4);
  c.record = row.integer(5);
  c.version = row.integer(6);
  c.action = row.text(7);
  c.reason = row.text(8);
  c.batch = row.text(9);
  c.before = row.text(10);
  c.after = row.text(11);
  c.hash = row.text(12);
  c.salt = row.text(13);
  c.digest = row.text(14);
  return c;
}

std::vector<Change> changes(db::ReadDb& db, const db::Sql& sql, const db::Params& params) {
  std::vector<Change> out;
  db.each(sql, params, [&](const db::Row& row) {
    out.push_back(read_change(row));
    return true;
  });
  return out;
}

std::string in_both(std::int64_t seq, const char* vi, const char* en) {
  const std::string n = std::to_string(seq);
  return "mục " + n + ": " + vi + " / entry " + n + ": " + en;
}

constexpr int k_salt_bytes = 15;
constexpr std::string_view k_ledger = "ledger", k_erase = "erase";

/// Walks the chain entry by entry.
class Verifier {
 public:
  void next(const Change& c) {
    ++verified.entries;
    if (c.seq != last_ + 1) fault(last_ + 1, "bị xóa khỏi nhật ký", "was removed from the ledger");
    // After a gap the hash before it is unknown: the gap is the fault, not the entry behind it.
    if (c.seq == last_ + 1 && c.hash != entry_hash(previous_, c))
      fault(c.seq, "nội dung hoặc thứ tự đã bị sửa", "was edited or put in another order");
    if (!c.digest.empty()) {
      ++verified.erased;
      says_now_[c.seq] = content_digest({}, c.reason, c.before, c.after);
    }
    if (c.register_name == k_ledger && c.action == k_erase) decided(c);
    last_ = c.seq;
    previous_ = c.hash;
  }
  void end(std::int64_t head_seq, const std::string& head_hash) {
    if (last_ < head_seq) fault(last_ + 1, "và các mục sau bị xóa khỏi nhật ký", "and those after it were removed");
    if (last_ > head_seq) fault(last_, "được ghi ngoài chương trình", "was written outside the program");
    if (last_ == head_seq && previous_ != head_hash)
      fault(last_, "không khớp với đầu chuỗi", "doesn't match the head of the chain");
    for (const auto& [seq, says] : says_now_) {
      const auto by = decided_.find(seq);
      if (by == decided_.end()) fault(seq, "bị xóa nội dung mà không có quyết định nào ghi lại", "was erased without a recorded decision");
      else if (by->second != says) fault(seq, "nội dung sau khi xóa đã bị sửa", "was edited after its erasure");
    }
  }
  Verified verified;

 private:
  /// The entries that a decision erased, and what they say since; a later decision replaces an earlier one.
  void decided(const Change& c) {
    boost::system::error_code broken;
    const auto parsed = boost::json::parse(c.after, broken);
    if (broken || !parsed.is_object()) return;
    for (const auto& [seq, says] : parsed.get_object())
      if (const auto n = parse_int(seq); n && says.is_string()) decided_[*n] = says.get_string();
  }
  void fault(std::int64_t seq, const char* vi, const char* en) {
    if (verified.faults.size() < 1000) verified.faults.push_back(in_both(seq, vi, en));
  }
  std::int64_t last_ = 0;
  std::string previous_;
  std::map<std::int64_t, std::string> says_now_, decided_;
};

}  // namespace

Change append(db::Tx& tx, const Actor& actor, Change c) {
  // The update takes the row lock of the head: other writers wait here until this transaction ends.
  const auto head = tx.first("UPDATE chain_head SET seq = seq + 1 WHERE id = 1 RETURNING seq, hash");
  if (!head) throw std::logic_error("the ledger has no head");
  c.seq = db::as_int((*head)[0]);
  c.at = now();
  c.actor = actor.id;
  c.actor_name = actor.name;
  c.salt = random_token(k_salt_bytes);
  c.hash = entry_hash(db::as_text((*head)[1]), c);
  tx.exec(
      "INSERT INTO change (seq, at, actor, actor_name, register_name, record, version, action, reason, batch, "
      "before_json, after_json, hash, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      {c.seq, c.at, c.actor, c.actor_name, c.register_name, c.record, c.version, c.action, c.reason, c.batch, c.before,
       c.after, c.hash, c.salt});
  tx.exec("UPDATE chain_head SET hash = $1 WHERE id = 1", {c.hash});
  return c;
}

void append_many(db::Tx& tx, const Actor& actor, std::vector<Change>& changes) {
  if (changes.empty()) return;
  const auto head = tx.first("UPDATE chain_head SET seq = seq + $1 WHERE id = 1 RETURNING seq, hash",
                             {static_cast<std::int64_t>(changes.size())});
  if (!head) throw std::logic_error("the ledger has no head");
  std::int64_t seq = db::as_int((*head)[0]) - static_cast<std::int64_t>(changes.size());
  std::string previous = db::as_text((*head)[1]);
  const Instant at = now();
  std::vector<std::vector<db::Value>> rows;
  rows.reserve(changes.size());
  for (Change& c : changes) {
    c.seq = ++seq;
    c.at = at;
    c.actor = actor.id;
    c.actor_name = actor.name;
    c.salt = random_token(k_salt_bytes);
    c.hash = previous = entry_hash(previous, c);
    rows.push_back({c.seq, c.at, c.actor, c.actor_name, c.register_name, c.record, c.version, c.action, c.reason, c.batch,
                    c.before, c.after, c.hash, c.salt});
  }
  tx.insert_many("change",
                 {"seq", "at", "actor", "actor_name", "register_name", "record", "version", "action", "reason", "batch",
                  "before_json", "after_json", "hash", "salt"},
                 rows);
  tx.exec("UPDATE chain_head SET hash = $1 WHERE id = 1", {previous});
}

std::vector<Change> of_batch(db::ReadDb& db, std::string_view batch, std::string_view register_name, std::int64_t before, int limit) {
  return changes(db, NC_CHANGE_COLUMNS "WHERE batch = $1 AND batch <> '' AND register_name = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4",
                 {std::string(batch), std::string(register_name), before, std::int64_t{limit}});
}

std::vector<Change> history(db::ReadDb& db, std::string_view register_name, std::int64_t record, int limit) {
  return changes(db, NC_CHANGE_COLUMNS "WHERE register_name = $1 AND record = $2 ORDER BY seq DESC LIMIT $3",
                 {std::string(register_name), record, std::int64_t{limit}});
}

std::vector<Change> recent(db::ReadDb& db, int limit) {
  return changes(db, NC_CHANGE_COLUMNS "ORDER BY seq DESC LIMIT $1", {std::int64_t{limit}});
}

std::optional<Change> find(db::ReadDb& db, std::int64_t seq) {
  auto found = changes(db, NC_CHANGE_COLUMNS "WHERE seq = $1", {seq});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<std::int64_t> erase_contents(db::Tx& tx, const Actor& actor, const std::vector<Erased>& entries, const std::string& decision) {
  std::vector<std::int64_t> kept;
  boost::json::object says;
  for (const Erased& e : entries) {
    const auto was = find(tx, e.seq);
    if (!was || (was->salt.empty() && was->digest.empty()) || was->register_name == k_ledger) {
      kept.push_back(e.seq);
      continue;
    }
    const std::string digest = was->digest.empty() ? content_digest(was->salt, was->reason, was->before, was->after) : was->digest;
    tx.exec("UPDATE change SET reason = $2, before_json = $3, after_json = $4, salt = '', digest = $5 WHERE seq = $1", {e.seq, e.reason, e.before, e.after, digest});
    says[std::to_string(e.seq)] = content_digest({}, e.reason, e.before, e.after);
  }
  if (says.empty()) return kept;
  Change c;
  c.register_name = k_ledger;
  c.action = k_erase;
  c.reason = decision;
  c.after = boost::json::serialize(says);
  append(tx, actor, std::move(c));
  return kept;
}

Verified verify(db::ReadDb& db) {
  constexpr std::int64_t k_portion = 2000;  // bounds memory however long the ledger is
  Verifier verifier;
  std::int64_t after = std::numeric_limits<std::int64_t>::min();
  for (bool more = true; more;) {
    const auto portion = changes(db, NC_CHANGE_COLUMNS "WHERE seq > $1 ORDER BY seq LIMIT $2", {after, k_portion});
    for (const Change& c : portion) verifier.next(c);
    more = !portion.empty();
    if (more) after = portion.back().seq;
  }
  const auto head = db.first("SELECT seq, hash FROM chain_head WHERE id = 1");
  if (!head)
    verifier.verified.faults.emplace_back("mất đầu chuỗi nhật ký / the head of the chain is missing");
  else
    verifier.end(db::as_int((*head)[0]), db::as_text((*head)[1]));
  return std::move(verifier.verified);
}

}  // namespace nc::ledger
