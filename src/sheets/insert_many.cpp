// Many finished records at once: load data and history, without rules and hooks.
#include "sheets/insert_many.h"

#include "base/clock.h"
#include "ledger/generation.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

/// A given id moves the counter of the table, so that the next record does not meet it.
void mend_counter(db::Tx& tx, const Description& d) {
  if (tx.engine() == db::Engine::postgres)
    tx.first(db::Sql::built("SELECT setval(pg_get_serial_sequence('" + d.name + "', 'id'), (SELECT MAX(id) FROM " + d.name + "))"));
}

std::vector<std::string> table_columns(const Description& d, bool with_id) {
  std::vector<std::string> columns = d.columns();
  if (!with_id) columns.erase(columns.begin());
  for (const char* name : {"created_at", "created_by", "updated_at", "updated_by", "deleted", "search_text"}) columns.emplace_back(name);
  for (const Field* f : detail::key_fields(d)) columns.push_back(f->name + "_key");
  return columns;
}

}  // namespace

void insert_many(db::Tx& tx, const Description& d, const Actor& actor, const std::vector<Cells>& records, const std::string& batch) {
  if (records.empty()) return;
  const bool with_id = db::as_int(records.front().at(k_id)) != 0;
  const Instant at = now();
  std::vector<std::vector<db::Value>> rows;
  rows.reserve(records.size());
  for (const Cells& cells : records) {
    std::vector<db::Value> row(with_id ? cells.begin() : cells.begin() + 1, cells.end());
    row[static_cast<std::size_t>(k_version) - (with_id ? 0 : 1)] = std::int64_t{1};
    for (const db::Value& v : {db::Value(at), db::Value(actor.id), db::Value(at), db::Value(actor.id), db::Value(std::int64_t{0})}) row.push_back(v);
    row.emplace_back(detail::search_text(d, cells));
    for (const Field* f : detail::key_fields(d)) row.push_back(detail::key_value(*f, cells));
    rows.push_back(std::move(row));
  }
  tx.insert_many(d.name, table_columns(d, with_id), rows);
  if (with_id) mend_counter(tx, d);
  ledger::Change change;
  change.register_name = d.name;
  change.action = "import";
  change.batch = batch;
  change.reason = batch + ": " + std::to_string(records.size());
  // Which rows these are, so that rows without entries of their own can be told from rows that somebody slipped in.
  if (with_id)
    change.after = "{\"first\":" + std::to_string(db::as_int(records.front().at(k_id))) + ",\"last\":" + std::to_string(db::as_int(records.back().at(k_id))) + "}";
  ledger::append(tx, actor, std::move(change));
  ledger::touched(tx, d.name);
}

}  // namespace nc::reg
