// Bulk saving: checks one by one, writes in portions.
#include "sheets/bulk_save.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/clock.h"
#include "ledger/generation.h"

namespace nc::reg::detail {

namespace {

constexpr std::size_t k_codes_at_once = 500;

db::Sql table_sql(const char* before, const Description& d, const std::string& after) {
  return db::Sql::built(before + d.name + after);
}

}  // namespace

BulkSaver::BulkSaver(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, SaveOptions options,
                     std::size_t portion)
    : tx_(tx), catalog_(catalog), d_(d), actor_(actor), options_(std::move(options)), portion_(portion) {
  // Hooks look at the database and must find there what stood before in the file.
  if (d.hooks_look_around) portion_ = 1;
}

void BulkSaver::expect_codes(const std::vector<std::string>& codes) {
  for (std::size_t from = 0; from < codes.size(); from += k_codes_at_once) {
    Piece q;
    std::string list;
    for (std::size_t i = from; i < std::min(codes.size(), from + k_codes_at_once); ++i)
      list += (list.empty() ? "" : ", ") + q.bind(codes[i]);
    // Hidden records and those out of reach hold their codes too.
    tx_.each(table_sql("SELECT code FROM ", d_, " WHERE code IN (" + list + ")"), q.params, [&](const db::Row& row) {
      taken_.emplace(row.text(0));
      return true;
    });
  }
}

std::string BulkSaver::give_code(const Cells& cells) {
  const std::string start = code_start(d_, cells);
  const auto [last, fresh] = last_number_.try_emplace(start, 0);
  if (fresh) {
    // The row of the sequence serialises writers on both engines; it gets its last number in finish().
    last->second = tx_.integer(
        "INSERT INTO code_sequence (name, last) VALUES ($1, 0) ON CONFLICT (name) DO UPDATE SET last = code_sequence.last "
        "RETURNING last",
        {d_.name + "/" + start});
    last->second = std::max(last->second, highest_code(tx_, d_, start));
  }
  std::string code;
  do code = fmt::format("{}{:03}", start, ++last->second);
  while (taken_.contains(code));
  return code;
}

std::int64_t BulkSaver::give_id() {
  if (ids_.empty()) {
    if (tx_.engine() == db::Engine::postgres) {
      tx_.each(db::Sql::built("SELECT nextval(pg_get_serial_sequence('" + d_.name + "', 'id')) FROM generate_series(1, 1000)"), {},
               [&](const db::Row& row) {
                 ids_.push_back(row.integer(0));
                 return true;
               });
    } else {
      // One writer at a time: the numbers behind the last one are ours. Rows that wait have numbers the table does not show yet.
      flush();
      const std::int64_t last = tx_.integer("SELECT seq FROM sqlite_sequence WHERE name = $1", {d_.name});
      const std::int64_t highest = tx_.integer(table_sql("SELECT max(id) FROM ", d_, ""));
      for (std::int64_t n = 1; n <= 1000; ++n) ids_.push_back(std::max(last, highest) + n);
    }
    std::reverse(ids_.begin(), ids_.end());
  }
  const std::int64_t id = ids_.back();
  ids_.pop_back();
  return id;
}

tl::expected<Saved, Problems> BulkSaver::add(Cells cells, const Cells* before, std::string batch) {
  std::optional<Cells> old;
  if (before) old = *before;
  auto ready = prepare(tx_, catalog_, d_, actor_, std::move(cells), options_, std::move(old), &memory_);
  if (!ready) return tl::make_unexpected(std::move(ready).error());
  Cells& now = ready->now;
  if (ready->same) return Saved{db::as_int(now[k_id]), 0, 0, db::as_text(now[k_code])};
  std::string code = db::as_text(now[k_code]);
  const bool new_code = !ready->before || code != db::as_text((*ready->before)[k_code]);
  if (new_code && !code.empty() && taken_.contains(code)) return tl::make_unexpected(Problems{code_taken(code)});
  if (code.empty()) now[k_code] = code = give_code(now);
  if (new_code) taken_.insert(code);
  if (only_check_) return Saved{db::as_int(now[k_id]), db::as_int(now[k_version]) + 1, 0, std::move(code)};
  if (!ready->before) {
    now[k_id] = give_id();
    now[k_version] = std::int64_t{0};
  }
  const Saved saved{db::as_int(now[k_id]), db::as_int(now[k_version]) + 1, 0, std::move(code)};
  waiting_.push_back({std::move(now), std::move(ready->before), std::move(batch), false});
  if (waiting_.size() >= portion_) flush();
  return saved;
}

void BulkSaver::insert(const std::vector<const Waiting*>& fresh) {
  if (fresh.empty()) return;
  std::vector<std::string> columns{"id"};
  std::vector<std::vector<db::Value>> rows;
  rows.reserve(fresh.size());
  for (const Waiting* w : fresh) {
    std::vector<db::Value> row{w->now[k_id]};
    const bool first = rows.empty();
    for (ColumnValue& s : to_write(d_, actor_, nullptr, w->now)) {
      if (first) columns.push_back(std::move(s.column));
      row.push_back(std::move(s.value));
    }
    rows.push_back(std::move(row));
  }
  tx_.insert_many(d_.name, columns, rows);
}

namespace {

[[noreturn]] void overtaken(const Description& d) {
  throw db::Outage("stale record in a bulk save: " + d.name,
                   Text("Có người vừa sửa cùng bản ghi. Không có gì bị ghi; làm lại lần nữa.",
                        "Somebody changed the same record just now. Nothing was written; do it once more."));
}

}  // namespace

Result<bool> BulkSaver::hide(Cells cells, std::string batch) {
  if (!actor_.may(Function::enter)) return tl::make_unexpected(may_not_enter());
  const std::int64_t org = db::as_int(cells[k_org]);
  const auto [known, fresh] = memory_.reach.try_emplace(org, false);
  if (fresh) known->second = reaches_org(tx_, actor_, org);
  if (!known->second) return tl::make_unexpected(out_of_reach());
  waiting_.push_back({std::move(cells), std::nullopt, std::move(batch), true});
  if (waiting_.size() >= portion_) flush();
  return true;
}

void BulkSaver::hide_all(const std::vector<const Waiting*>& leaving) {
  if (leaving.empty()) return;
  Piece q = hiding(d_, actor_, true);
  q.sql += " AND id IN (";
  for (const Waiting* w : leaving) q.sql += (w == leaving.front() ? "" : ", ") + q.bind(w->now[k_id]);
  if (tx_.exec(db::Sql::built(q.sql + ")"), q.params) != static_cast<std::int64_t>(leaving.size())) overtaken(d_);
}

ledger::Change BulkSaver::change_of_waiting(const Waiting& w) const {
  SaveOptions options = options_;
  if (!w.batch.empty()) options.batch = w.batch;
  ledger::Change change = change_of(d_, w.before ? &*w.before : nullptr, w.now, options, w.before ? "update" : "create");
  ++change.version;
  if (w.hide) std::swap(change.before, change.after);
  return change;
}

void BulkSaver::flush() {
  if (waiting_.empty()) return;
  const std::vector<Waiting> portion = std::exchange(waiting_, {});
  std::vector<const Waiting*> fresh, leaving;
  std::vector<ledger::Change> changes;
  changes.reserve(portion.size());
  for (const Waiting& w : portion) {
    if (w.hide) leaving.push_back(&w);
    else if (!w.before) fresh.push_back(&w);
    // The record was read in this transaction; on PostgreSQL somebody may still have been faster.
    else if (!update_row(tx_, d_, actor_, *w.before, w.now)) overtaken(d_);
  }
  hide_all(leaving);
  insert(fresh);
  for (const Waiting& w : portion) changes.push_back(change_of_waiting(w));
  ledger::append_many(tx_, actor_, changes);
  written_ += portion.size();
  if (d_.after_save.empty()) return;
  const SaveContext context{tx_, actor_, d_, &options_};
  for (const Waiting& w : portion) {
    Cells now = w.now;
    now[k_version] = db::as_int(now[k_version]) + 1;
    for (const auto& hook : d_.after_save) hook(context, db::as_int(now[k_id]), w.before ? &*w.before : w.hide ? &now : nullptr, now);
  }
}

std::size_t BulkSaver::finish() {
  flush();
  for (const auto& [start, last] : last_number_)
    tx_.exec("UPDATE code_sequence SET last = CASE WHEN last > $2 THEN last ELSE $2 END WHERE name = $1", {d_.name + "/" + start, last});
  if (written_ > 0) ledger::touched(tx_, d_.name);
  return written_;
}

}  // namespace nc::reg::detail
