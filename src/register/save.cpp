// The one way a record is written: values, rules, hooks, code, version, ledger, search words, hooks again.
#include <fmt/format.h>

#include "base/fold.h"
#include "ledger/generation.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

tl::unexpected<Problems> all_refused(Problem p) { return tl::make_unexpected(Problems{std::move(p)}); }

Problem no_organisation(std::int64_t org) {
  return {Code::invalid, {fmt::format("Không có đơn vị #{}. Chọn đơn vị quản lý trong danh sách.", org),
                          fmt::format("There is no organisation #{}. Choose who keeps the record from the list.", org)}, "org"};
}

/// Gives the next free code PREFIX-YEAR-NNN. The row of the sequence serialises writers on both engines.
class CodeGiver {
 public:
  CodeGiver(db::Tx& tx, const Description& d, const Cells& cells) : tx_(tx), d_(d) {
    start_ = detail::code_start(d, cells);
  }

  std::string next() {
    std::string code = numbered(bump(0));
    if (!taken(code)) return code;
    // Codes were typed or imported past the sequence: go on behind the highest of them.
    return numbered(bump(detail::highest_code(tx_, d_, start_)));
  }

 private:
  std::string numbered(std::int64_t n) const { return fmt::format("{}{:03}", start_, n); }

  std::int64_t bump(std::int64_t at_least) {
    return tx_.integer(
        "INSERT INTO code_sequence (name, last) VALUES ($1, 1 + CAST($2 AS bigint)) "
        "ON CONFLICT (name) DO UPDATE SET last = 1 + CASE WHEN code_sequence.last > CAST($2 AS bigint) "
        "THEN code_sequence.last ELSE CAST($2 AS bigint) END RETURNING last",
        {d_.name + "/" + start_, at_least});
  }

  bool taken(const std::string& code) {
    return tx_.integer(db::Sql::built("SELECT count(*) FROM " + d_.name + " WHERE code = $1"), {code}) > 0;
  }

  db::Tx& tx_;
  const Description& d_;
  std::string start_;
};

/// Everything that is asked of a record before it is written.
class Preparing {
 public:
  Preparing(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, Cells cells,
            const SaveOptions& options, std::optional<Cells> before, detail::SaveMemory* memory)
      : tx_(tx), catalog_(catalog), d_(d), actor_(actor), options_(options), before_(std::move(before)), now_(std::move(cells)), memory_(memory) {}

  tl::expected<detail::Prepared, Problems> run() {
    if (now_.size() != d_.columns().size()) throw std::logic_error("cells of another register were saved: " + d_.name);
    if (!actor_.may(Function::enter)) return all_refused(detail::may_not_enter());
    if (auto problem = read_before()) return all_refused(std::move(*problem));
    if (auto problem = check_reach()) return all_refused(std::move(*problem));
    Problems problems;
    detail::keep_masked(d_, actor_, before(), now_);
    detail::check_values(d_, before(), now_, problems);
    // Nothing was edited: nothing is refused either, whatever the rules say of the record by now.
    if (before_ && now_ == *before_) return detail::Prepared{std::move(now_), std::move(before_), true};
    check(problems);
    if (!problems.empty()) return tl::make_unexpected(std::move(problems));
    return detail::Prepared{std::move(now_), std::move(before_), false};
  }

 private:
  const Cells* before() const { return before_ ? &*before_ : nullptr; }
  db::Value& cell(int at) { return now_.at(static_cast<std::size_t>(at)); }

  std::optional<Problem> read_before() {
    const std::int64_t id = db::as_int(cell(k_id));
    if (id == 0) {
      if (db::is_null(cell(k_org)) && actor_.org != 0) cell(k_org) = actor_.org;
      if (db::is_null(cell(k_confidentiality))) cell(k_confidentiality) = std::string("internal");
      return std::nullopt;
    }
    if (!before_) {
      auto stored = detail::load_stored(tx_, d_, actor_, id);
      if (!stored || stored->deleted) return detail::not_found_problem(d_, "#" + std::to_string(id));
      before_ = std::move(stored->cells);
    }
    if (db::is_null(cell(k_code))) cell(k_code) = (*before_)[k_code];
    if (db::as_int(cell(k_version)) != db::as_int((*before_)[k_version])) return detail::stale_problem(tx_, d_, id);
    return std::nullopt;
  }

  std::optional<Problem> check_reach() {
    const std::int64_t org = db::as_int(cell(k_org));
    const std::int64_t was = before_ ? db::as_int((*before_)[k_org]) : 0;
    if (!reaches(org)) return detail::out_of_reach();
    if (before_ && was != org && !reaches(was)) return detail::out_of_reach();
    if (org != 0 && org != was && org != actor_.org && !is_organisation(org)) return no_organisation(org);
    return std::nullopt;
  }

  bool reaches(std::int64_t org) {
    if (!memory_) return detail::reaches_org(tx_, actor_, org);
    const auto [known, fresh] = memory_->reach.try_emplace(org, false);
    if (fresh) known->second = detail::reaches_org(tx_, actor_, org);
    return known->second;
  }

  bool is_organisation(std::int64_t org) {
    if (memory_ && memory_->organisations.contains(org)) return true;
    const Description* organisations = catalog_.find(detail::k_org_register);
    const bool found =
        !organisations ||
        tx_.integer(db::Sql::built("SELECT count(*) FROM " + organisations->name + " WHERE id = $1 AND deleted = 0"), {org}) > 0;
    if (memory_ && found) memory_->organisations.insert(org);
    return found;
  }

  void check(Problems& problems) {
    detail::check_links(tx_, catalog_, d_, actor_, before(), now_, problems, memory_ ? &memory_->links : nullptr);
    for (const auto& rule : d_.rules) rule(now_, d_, problems);
    if (problems.empty()) run_before_hooks(problems);
  }

  void run_before_hooks(Problems& problems) {
    if (d_.before_save.empty()) return;
    const SaveContext context{tx_, actor_, d_, &options_};
    const Cells typed = now_;
    for (const auto& hook : d_.before_save) {
      if (auto done = hook(context, before(), now_); !done) problems.push_back(std::move(done).error());
    }
    if (now_ != typed && problems.empty()) detail::check_values(d_, before(), now_, problems);
  }

  db::Tx& tx_;
  const Catalog& catalog_;
  const Description& d_;
  const Actor& actor_;
  const SaveOptions& options_;
  std::optional<Cells> before_;
  Cells now_;
  detail::SaveMemory* memory_;
};

/// Writes one record that passed every check.
class Saving {
 public:
  Saving(db::Tx& tx, const Description& d, const Actor& actor, detail::Prepared ready, const SaveOptions& options)
      : tx_(tx), d_(d), actor_(actor), before_(std::move(ready.before)), now_(std::move(ready.now)), options_(options) {}

  tl::expected<Saved, Problems> run() { return before_ ? update() : create(); }

 private:
  const Cells* before() const { return before_ ? &*before_ : nullptr; }
  db::Value& cell(int at) { return now_.at(static_cast<std::size_t>(at)); }
  std::vector<detail::ColumnValue> to_write() { return detail::to_write(d_, actor_, before(), now_); }
  bool differs(std::size_t i) const { return !before_ || (*before_)[i] != now_[i]; }

  tl::expected<Saved, Problems> create() {
    const bool typed_code = !db::is_null(cell(k_code));
    if (!typed_code) cell(k_code) = CodeGiver(tx_, d_, now_).next();
    cell(k_version) = std::int64_t{1};
    std::vector<detail::ColumnValue> sets = to_write();
    detail::Piece q;
    std::string columns, values;
    for (detail::ColumnValue& s : sets) {
      columns += (columns.empty() ? "" : ", ") + s.column;
      values += (values.empty() ? "" : ", ") + q.bind(std::move(s.value));
    }
    const db::Value id = tx_.scalar(db::Sql::built("INSERT INTO " + d_.name + " (" + columns + ") VALUES (" + values +
                                                   ") ON CONFLICT (code) DO NOTHING RETURNING id"),
                                    q.params);
    if (db::is_null(id)) return all_refused(detail::code_taken(db::as_text(cell(k_code))));
    cell(k_id) = id;
    return finish("create");
  }

  tl::expected<Saved, Problems> update() {
    const std::int64_t version = db::as_int((*before_)[k_version]);
    const std::int64_t id = db::as_int((*before_)[k_id]);
    cell(k_version) = version;
    if (now_ == *before_) return Saved{id, version, 0, db::as_text(cell(k_code))};
    if (differs(k_code) && code_is_taken()) return all_refused(detail::code_taken(db::as_text(cell(k_code))));
    if (!detail::update_row(tx_, d_, actor_, *before_, now_)) return all_refused(detail::stale_problem(tx_, d_, id));
    cell(k_version) = version + 1;
    return finish("update");
  }

  bool code_is_taken() {
    return tx_.integer(db::Sql::built("SELECT count(*) FROM " + d_.name + " WHERE code = $1"), {cell(k_code)}) > 0;
  }

  Saved finish(const char* action) {
    ledger::Change change = detail::change_of(d_, before(), now_, options_, action);
    const ledger::Change written = ledger::append(tx_, actor_, std::move(change));
    ledger::touched(tx_, d_.name);
    const SaveContext context{tx_, actor_, d_, &options_};
    for (const auto& hook : d_.after_save) hook(context, written.record, before(), now_);
    return {written.record, written.version, written.seq, db::as_text(cell(k_code))};
  }

  db::Tx& tx_;
  const Description& d_;
  const Actor& actor_;
  std::optional<Cells> before_;
  Cells now_;
  const SaveOptions& options_;
};

}  // namespace

namespace detail {

Problem may_not_enter() {
  return {Code::forbidden, Text("Tài khoản này chưa được giao việc nhập sổ. Đề nghị người quản trị giao quyền.",
                                "This account may not enter records. Ask an administrator for that right."), {}};
}

Problem out_of_reach() {
  return {Code::forbidden, Text("Đơn vị quản lý nằm ngoài phạm vi của tài khoản này. Chọn đơn vị trong phạm vi được giao.",
                                "The organisation that keeps the record is outside this account's reach. Choose one within it."), "org"};
}

Problem code_taken(const std::string& code) {
  return {Code::conflict, {fmt::format("Mã {} đã có trong sổ này. Chọn mã khác hoặc để trống để hệ thống tự đánh mã.", code),
                           fmt::format("The code {} is already used in this register. Choose another, or leave it empty.", code)}, "code"};
}

std::string code_start(const Description& d, const Cells& cells) {
  Date date = today();
  if (const Field* f = d.date_field.empty() ? nullptr : d.find(d.date_field))
    if (const auto own = Date::from_iso(db::as_text(cells.at(static_cast<std::size_t>(f->first))))) date = *own;
  return fmt::format("{}-{}-", code_prefix(d), date.year());
}

std::int64_t highest_code(db::ReadDb& db, const Description& d, const std::string& start) {
  std::int64_t most = 0;
  db.each(db::Sql::built("SELECT code FROM " + d.name + " WHERE code >= $1 AND code < $2"),
          {start, start + ":"},  // ':' comes after '9'
          [&](const db::Row& row) {
            const auto n = parse_int(row.text(0).substr(start.size()));
            if (n && *n > most) most = *n;
            return true;
          });
  return most;
}

std::vector<ColumnValue> to_write(const Description& d, const Actor& actor, const Cells* before, const Cells& now) {
  const auto differs = [&](std::size_t i) { return !before || (*before)[i] != now[i]; };
  const std::vector<std::string> names = d.columns();
  std::vector<ColumnValue> out;
  for (std::size_t i = 1; i < names.size(); ++i)
    if (static_cast<int>(i) != k_version && differs(i)) out.push_back({names[i], now[i]});
  for (const Field* f : key_fields(d))
    if (differs(static_cast<std::size_t>(f->first))) out.push_back({f->name + "_key", key_value(*f, now)});
  std::string words = search_text(d, now);
  if (!before || words != search_text(d, *before)) out.push_back({"search_text", std::move(words)});
  const Instant at = nc::now();
  out.push_back({"updated_at", at});
  out.push_back({"updated_by", actor.id});
  if (before) return out;
  out.push_back({"version", std::int64_t{1}});
  out.push_back({"created_at", at});
  out.push_back({"created_by", actor.id});
  return out;
}

bool update_row(db::Tx& tx, const Description& d, const Actor& actor, const Cells& before, const Cells& now) {
  Piece q;
  q.sql = "UPDATE " + d.name + " SET version = version + 1";
  for (ColumnValue& s : to_write(d, actor, &before, now)) q.sql += ", " + s.column + " = " + q.bind(std::move(s.value));
  q.sql += " WHERE id = " + q.bind(before[k_id]) + " AND version = " + q.bind(before[k_version]) + " AND deleted = 0";
  return tx.exec(db::Sql::built(q.sql), q.params) > 0;
}

ledger::Change change_of(const Description& d, const Cells* before, const Cells& now, const SaveOptions& options,
                         const char* action) {
  ledger::Change change;
  change.register_name = d.name;
  change.record = db::as_int(now[k_id]);
  change.version = db::as_int(now[k_version]);
  change.action = options.action.empty() ? action : options.action;
  change.reason = options.reason;
  change.batch = options.batch;
  const auto own = [](std::size_t i) { return i != k_id && i != k_version; };
  if (before) {
    const auto changed = [&](std::size_t i) { return own(i) && (*before)[i] != now[i]; };
    change.before = json_of(d, *before, changed);
    change.after = json_of(d, now, changed);
  } else {
    change.after = json_of(d, now, [&](std::size_t i) { return own(i) && !db::is_null(now[i]); });
  }
  return change;
}

tl::expected<Prepared, Problems> prepare(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                                         Cells cells, const SaveOptions& options, std::optional<Cells> before, SaveMemory* memory) {
  return Preparing(tx, catalog, d, actor, std::move(cells), options, std::move(before), memory).run();
}

bool reaches_org(db::ReadDb& db, const Actor& actor, std::int64_t org) {
  if (actor.reach == Reach::all) return true;
  if (org == 0) return false;
  if (org == actor.org) return true;
  Piece q;
  q.sql = "SELECT 1 FROM (SELECT CAST(" + q.bind(org) + " AS bigint) AS org_id) t WHERE ";
  q.add(reach_scope(actor, "t"));
  return db.first(db::Sql::built(q.sql), q.params).has_value();
}

/// A removed record can't come back onto what another one has meanwhile; "03.VP" and "03.vp" are the same.
static std::optional<Problem> taken_meanwhile(db::Tx& tx, const Description& d, const Cells& cells) {
  for (const auto& columns : d.uniques) {
    Piece rows{" FROM " + d.name + " WHERE deleted = 0", {}};
    std::string texts, vi, en, holder;
    std::vector<std::string> words;
    for (const std::string& column : columns) {
      const db::Value& value = cells.at(static_cast<std::size_t>(d.column(column)));
      if (std::holds_alternative<std::string>(value)) texts += ", " + column, words.push_back(fold(db::as_text(value)));
      else rows.sql += " AND " + column + " = " + rows.bind(value);
      if (const Field* f = d.find(column)) vi += (vi.empty() ? "“" : ", “") + f->label.vi + "”", en += (en.empty() ? "“" : ", “") + f->label.en + "”";
    }
    tx.each(db::Sql::built("SELECT code" + texts + rows.sql), rows.params, [&](const db::Row& row) {
      int same = 0;
      for (const std::string& word : words) same += fold(row.text(same + 1)) == word ? 1 : 0;
      if (static_cast<std::size_t>(same) == words.size()) holder = row.text(0);
      return holder.empty();
    });
    if (!holder.empty())
      return Problem{Code::conflict, {fmt::format("Không đưa lại được: {} {} nay có cùng {}. Sửa bản ghi kia trước.", d.singular.vi, holder, vi),
                                      fmt::format("It can't come back: {} {} now has the same {}. Change that one first.", d.singular.en, holder, en)}, {}};
  }
  return std::nullopt;
}

Piece hiding(const Description& d, const Actor& actor, bool hidden) {
  Piece q{"UPDATE " + d.name + " SET version = version + 1", {}};
  q.sql += ", deleted = " + q.bind(std::int64_t{hidden ? 1 : 0}) + ", updated_at = " + q.bind(nc::now()) + ", updated_by = " + q.bind(actor.id);
  q.sql += " WHERE deleted = " + q.bind(std::int64_t{hidden ? 0 : 1});
  return q;
}

Result<Saved> set_hidden(db::Tx& tx, const Description& d, const Actor& actor, const Cells& cells, bool hidden,
                         const SaveOptions& options) {
  if (!actor.may(Function::enter)) return tl::make_unexpected(may_not_enter());
  if (!reaches_org(tx, actor, db::as_int(cells.at(k_org)))) return tl::make_unexpected(out_of_reach());
  if (hidden && d.stays)
    if (auto why = d.stays(cells)) return tl::make_unexpected(std::move(*why));
  if (!hidden)
    if (auto taken = taken_meanwhile(tx, d, cells)) return tl::make_unexpected(std::move(*taken));
  const std::int64_t id = db::as_int(cells.at(k_id)), version = db::as_int(cells.at(k_version));
  Piece q = hiding(d, actor, hidden);
  q.sql += " AND id = " + q.bind(id) + " AND version = " + q.bind(version);
  if (tx.exec(db::Sql::built(q.sql), q.params) == 0) return tl::make_unexpected(stale_problem(tx, d, id));
  ledger::Change change = change_of(d, nullptr, cells, options, hidden ? "delete" : "create");
  change.version = version + 1;
  if (hidden) std::swap(change.before, change.after);
  const ledger::Change written = ledger::append(tx, actor, std::move(change));
  ledger::touched(tx, d.name);
  // What is derived from records (the tree of organisations, totals) follows one that goes or comes back.
  const SaveContext context{tx, actor, d, &options};
  for (const auto& hook : d.after_save) hook(context, id, &cells, cells);
  return Saved{id, version + 1, written.seq, db::as_text(cells.at(k_code))};
}

}  // namespace detail

tl::expected<Saved, Problems> save(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, Cells cells,
                                   const SaveOptions& options) {
  auto ready = detail::prepare(tx, catalog, d, actor, std::move(cells), options);
  if (!ready) return tl::make_unexpected(std::move(ready).error());
  if (ready->same) return Saved{db::as_int(ready->now[k_id]), db::as_int(ready->now[k_version]), 0, db::as_text(ready->now[k_code])};
  return Saving(tx, d, actor, std::move(*ready), options).run();
}

Result<Saved> remove(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, std::int64_t id,
                     std::int64_t version, const std::string& reason) {
  const auto stored = detail::load_stored(tx, d, actor, id);
  if (!stored || stored->deleted) return tl::make_unexpected(detail::not_found_problem(d, "#" + std::to_string(id)));
  if (db::as_int(stored->cells.at(k_version)) != version) return tl::make_unexpected(detail::stale_problem(tx, d, id));
  if (auto problem = detail::pointed_at(tx, catalog, d, actor, id)) return tl::make_unexpected(std::move(*problem));
  return detail::set_hidden(tx, d, actor, stored->cells, true, {reason, {}, "delete"});
}

}  // namespace nc::reg
