// Replays the ledger record by record and compares the end with the row.
#include "flow/row_check.h"

#include <boost/json.hpp>

#include <map>
#include <set>

#include "register/parts.h"

namespace nc::flow {
namespace {

constexpr std::int64_t k_portion = 1000;
constexpr std::size_t k_most_faults = 1000;

/// A record as the ledger knows it.
struct Expected {
  reg::Cells cells;
  std::vector<bool> known;   ///< columns the ledger has said something of
  std::int64_t version = 0;
  bool made = false, deleted = false;
};

struct Row {
  reg::Cells cells;
  bool deleted = false;
};

bool same(const db::Value& a, const db::Value& b) { return a == b || db::as_text(a) == db::as_text(b); }

class RegisterCheck {
 public:
  RegisterCheck(db::ReadDb& db, const reg::Description& d, RowCheck& out) : db_(db), d_(d), out_(out), names_(d.columns()) {
    for (const reg::Field& f : d.fields)
      if (f.opt.read_only)
        for (int i = 0; i < f.width(); ++i) computed_.insert(static_cast<std::size_t>(f.first + i));
    read_bulk_entries();
  }

  void run() {
    std::int64_t after = 0;
    for (;;) {
      std::map<std::int64_t, Row> rows = rows_after(after);
      const std::int64_t last = static_cast<std::int64_t>(rows.size()) == k_portion ? rows.rbegin()->first : INT64_MAX;
      compare(rows, expected_between(after, last));
      if (last == INT64_MAX) return;
      after = last;
    }
  }

 private:
  void fault(std::int64_t id, const std::string& vi, const std::string& en) {
    if (out_.faults.size() < k_most_faults) out_.faults.push_back(d_.name + " #" + std::to_string(id) + ": " + vi + " / " + en);
  }

  /// Entries for many rows at once: load data that came in without entries of its own, rows that were taken out for good.
  void read_bulk_entries() {
    db_.each("SELECT action, before_json, after_json FROM change WHERE register_name = $1 AND record = 0", {d_.name}, [&](const db::Row& row) {
      boost::system::error_code broken;
      const std::string text(row.text(row.text(2).empty() ? 1 : 2));
      const auto parsed = boost::json::parse(text, broken);
      if (broken || !parsed.is_object()) return true;
      const auto& object = parsed.get_object();
      if (const auto* ids = object.if_contains("ids"); ids && ids->is_array())
        for (const auto& id : ids->get_array())
          if (id.is_int64()) gone_.insert(id.get_int64());
      const auto *first = object.if_contains("first"), *last = object.if_contains("last");
      if (first && last && first->is_int64() && last->is_int64()) bulk_.emplace_back(first->get_int64(), last->get_int64());
      return true;
    });
  }

  std::map<std::int64_t, Row> rows_after(std::int64_t after) {
    std::map<std::int64_t, Row> rows;
    const std::size_t n = names_.size();
    db_.each(db::Sql::built("SELECT " + reg::detail::select_list(d_, "t") + ", t.deleted FROM " + d_.name + " t WHERE t.id > $1 ORDER BY t.id LIMIT $2"),
             {after, k_portion}, [&](const db::Row& row) {
               rows[row.integer(0)] = {reg::detail::cells_of(row, n), row.integer(static_cast<int>(n)) != 0};
               return true;
             });
    return rows;
  }

  std::map<std::int64_t, Expected> expected_between(std::int64_t after, std::int64_t last) {
    std::map<std::int64_t, Expected> out;
    db_.each("SELECT record, version, before_json, after_json FROM change WHERE register_name = $1 AND record > $2 AND record <= $3 ORDER BY record, seq",
             {d_.name, after, last}, [&](const db::Row& row) {
               const std::string was(row.text(2)), is(row.text(3));
               if (was.empty() && is.empty()) return true;  // a remark
               Expected& e = out[row.integer(0)];
               if (e.cells.empty()) {
                 e.cells.resize(names_.size());
                 e.known.resize(names_.size(), false);
               }
               e.version = row.integer(1);
               const bool first = was.empty() && !e.made;
               if (first) {
                 e.made = true;
                 e.known.assign(names_.size(), true);
               }
               if (was.empty()) e.deleted = false;
               if (is.empty()) e.deleted = true;
               else if (first || !was.empty()) apply(is, e);
               return true;
             });
    return out;
  }

  void apply(const std::string& json, Expected& e) {
    std::vector<std::size_t> touched;
    reg::detail::read_json(d_, json, e.cells, &touched);
    for (const std::size_t at : touched) {
      e.known[at] = true;
      said_.insert(at);
    }
  }

  void compare(const std::map<std::int64_t, Row>& rows, const std::map<std::int64_t, Expected>& expected) {
    for (const auto& [id, row] : rows) {
      ++out_.records;
      const auto found = expected.find(id);
      if (found == expected.end() || !found->second.made) {
        if (!in_bulk(id)) fault(id, "không có mục nhật ký nào ghi bản ghi này", "no entry of the ledger made this row");
        if (found == expected.end()) continue;
      }
      compare_one(id, row, found->second);
    }
    for (const auto& [id, e] : expected)
      if (!rows.contains(id) && !gone_.contains(id)) fault(id, "có trong nhật ký nhưng đã mất khỏi sổ", "is in the ledger and gone from the register");
  }

  void compare_one(std::int64_t id, const Row& row, const Expected& e) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (i == reg::k_id || i == reg::k_version || !e.known[i] || same(row.cells[i], e.cells[i])) continue;
      if (computed_.contains(i) && !said_.contains(i)) continue;
      // An organisation keeps its own record: its number is not known yet when its first entry is written.
      if (i == reg::k_org && d_.name == reg::detail::k_org_register && db::as_int(row.cells[i]) == id) continue;
      fault(id, "ô " + names_[i] + " khác với nhật ký", "column " + names_[i] + " differs from the ledger");
    }
    if (db::as_int(row.cells[reg::k_version]) != e.version) fault(id, "số phiên bản khác với nhật ký", "its version differs from the ledger");
    if (row.deleted != e.deleted)
      fault(id, row.deleted ? "bị ẩn khỏi sổ ngoài chương trình" : "được đưa lại vào sổ ngoài chương trình",
            row.deleted ? "was hidden outside the program" : "was brought back outside the program");
  }

  bool in_bulk(std::int64_t id) const {
    for (const auto& [first, last] : bulk_)
      if (id >= first && id <= last) return true;
    return false;
  }

  db::ReadDb& db_;
  const reg::Description& d_;
  RowCheck& out_;
  const std::vector<std::string> names_;
  std::set<std::size_t> computed_, said_;
  std::set<std::int64_t> gone_;
  std::vector<std::pair<std::int64_t, std::int64_t>> bulk_;
};

}  // namespace

RowCheck rows_against_ledger(db::ReadDb& db, const reg::Catalog& catalog) {
  RowCheck out;
  for (const reg::Description* d : catalog.all()) RegisterCheck(db, *d, out).run();
  return out;
}

}  // namespace nc::flow
