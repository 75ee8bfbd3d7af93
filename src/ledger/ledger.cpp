// Writing and reading the ledger.
#include "ledger/ledger.h"

#include <limits>

#include "ledger/entry_hash.h"

namespace nc::ledger {
namespace {

// Order of read_change().
#define NC_CHANGE_COLUMNS                                                                                   \
  "SELECT seq, at, actor, actor_name, register_name, record, version, action, reason, batch, before_json, " \
  "after_json, "                                                                                            \
  "hash FROM change "

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

/// Walks the chain entry by entry.
class Verifier {
 public:
  void next(const Change& c) {
    ++verified.entries;
    if (c.seq != last_ + 1) fault(last_ + 1, "bị xóa khỏi nhật ký", "was removed from the ledger");
    // After a gap the hash before it is unknown: the gap is the fault, not the entry behind it.
    if (c.seq == last_ + 1 && c.hash != entry_hash(previous_, c))
      fault(c.seq, "nội dung hoặc thứ tự đã bị sửa", "was edited or put in another order");
    last_ = c.seq;
    previous_ = c.hash;
  }
  void end(std::int64_t head_seq, const std::string& head_hash) {
    if (last_ < head_seq) fault(last_ + 1, "và các mục sau bị xóa khỏi nhật ký", "and those after it were removed");
    if (last_ > head_seq) fault(last_, "được ghi ngoài chương trình", "was written outside the program");
    if (last_ == head_seq && previous_ != head_hash)
      fault(last_, "không khớp với đầu chuỗi", "doesn't match the head of the chain");
  }
  Verified verified;

 private:
  void fault(std::int64_t seq, const char* vi, const char* en) {
    if (verified.faults.size() < 1000) verified.faults.push_back(in_both(seq, vi, en));
  }
  std::int64_t last_ = 0;
  std::string previous_;
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
  c.hash = entry_hash(db::as_text((*head)[1]), c);
  tx.exec(
      "INSERT INTO change (seq, at, actor, actor_name, register_name, record, version, action, reason, batch, "
      "before_json, after_json, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
      {c.seq, c.at, c.actor, c.actor_name, c.register_name, c.record, c.version, c.action, c.reason, c.batch, c.before,
       c.after, c.hash});
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
    c.hash = previous = entry_hash(previous, c);
    rows.push_back({c.seq, c.at, c.actor, c.actor_name, c.register_name, c.record, c.version, c.action, c.reason, c.batch,
                    c.before, c.after, c.hash});
  }
  tx.insert_many("change",
                 {"seq", "at", "actor", "actor_name", "register_name", "record", "version", "action", "reason", "batch",
                  "before_json", "after_json", "hash"},
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
