// Taking back a whole batch: what it made is removed, what it edited gets its former values, all or nothing.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "sheets/bulk_save.h"
#include "sheets/import.h"

namespace nc::reg {

namespace {

using ledger::Change;

constexpr int k_at_once = 500;
constexpr std::size_t k_problems = 50;

/// The changes of one register in the batch.
class RegisterUndo {
 public:
  RegisterUndo(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, const std::string& batch,
               bool leave_changed, BatchUndone& out, const std::function<bool(std::size_t)>& progress)
      : tx_(tx), catalog_(catalog), d_(d), actor_(actor), batch_(batch), leave_(leave_changed), out_(out), progress_(progress),
        saver_(tx, catalog, d, actor, SaveOptions{batch, {}, "undo"}) {}

  bool run() {
    find_changed_since();
    find_pointed_at();
    bool go_on = true;
    // Newest first: a record may have been made and then edited by the same batch.
    for (std::int64_t before = std::numeric_limits<std::int64_t>::max(); go_on;) {
      const auto portion = ledger::of_batch(tx_, batch_, d_.name, before, k_at_once);
      if (portion.empty()) break;
      before = portion.back().seq;
      go_on = take_back(portion);
    }
    saver_.finish();
    return go_on;
  }

 private:
  void complain(std::int64_t record, Problem problem) {
    kept_.insert(record);
    if (leave_) return;
    if (out_.problems.size() < k_problems) out_.problems.push_back(std::move(problem));
  }

  static Problem about(const std::string& code, Problem p) {
    p.message = {code + ": " + p.message.vi, code + ": " + p.message.en};
    return p;
  }

  void find_changed_since() {
    std::vector<std::int64_t> suspects;
    tx_.each("SELECT c.seq FROM change c WHERE c.batch = $1 AND c.batch <> '' AND c.register_name = $2 AND EXISTS (SELECT 1 FROM "
             "change l WHERE l.register_name = c.register_name AND l.record = c.record AND l.seq > c.seq AND l.batch <> $1)",
             {batch_, d_.name}, [&](const db::Row& row) {
               suspects.push_back(row.integer(0));
               return true;
             });
    for (const std::int64_t seq : suspects) {
      const auto change = ledger::find(tx_, seq);
      const auto later = change ? detail::later_change(tx_, d_, *change) : std::nullopt;
      if (!later || later->batch == batch_) continue;
      const auto stored = detail::load_stored(tx_, d_, actor_, change->record);
      complain(change->record, about(stored ? db::as_text(stored->cells[k_code]) : "#" + std::to_string(change->record),
                                     detail::changed_since(*later)));
    }
  }

  /// Records that point to what the batch made, and are not themselves made by it.
  void find_pointed_at() {
    std::set<std::int64_t> made;
    tx_.each("SELECT record FROM change WHERE batch = $1 AND batch <> '' AND register_name = $2 AND before_json = ''",
             {batch_, d_.name}, [&](const db::Row& row) {
               made.insert(row.integer(0));
               return true;
             });
    if (made.empty()) return;
    for (const Description* other : catalog_.all())
      for (const std::vector<Field>* list : {&Description::standard_fields(), &other->fields})
        for (const Field& f : *list)
          if ((f.kind == Kind::link || f.kind == Kind::links) && d_.name == f.opt.link) look_through(*other, f, made);
  }

  void look_through(const Description& other, const Field& f, const std::set<std::int64_t>& made) {
    const std::string column = f.column_names().front();
    tx_.each(db::Sql::built("SELECT id, code, " + column + " FROM " + other.name + " WHERE deleted = 0 AND " + column + " IS NOT NULL"), {},
             [&](const db::Row& row) {
               const bool own = other.name == d_.name;
               if (own && made.contains(row.integer(0))) return true;
               for (const std::int64_t id : ids_in(f, row)) {
                 if (!made.contains(id) || (own && id == row.integer(0))) continue;
                 complain(id, {Code::conflict,
                               {"Còn bản ghi gắn với nó: " + other.singular.vi + " " + std::string(row.text(1)) + ". Gỡ bản ghi đó trước.",
                                "Another record belongs to it: " + other.singular.en + " " + std::string(row.text(1)) + ". Detach that first."},
                               {}});
               }
               return true;
             });
  }

  static Refs ids_in(const Field& f, const db::Row& row) {
    if (f.kind == Kind::link) return {row.integer(2)};
    Refs out;
    const std::string_view text = row.text(2);
    for (std::size_t at = 1; at < text.size();) {
      const std::size_t end = std::min(text.find('|', at), text.size());
      if (const auto id = parse_int(text.substr(at, end - at))) out.push_back(*id);
      at = end + 1;
    }
    return out;
  }

  std::map<std::int64_t, detail::Stored> stored(const std::vector<Change>& portion) {
    saver_.flush();
    detail::Piece q;
    q.sql = "SELECT " + detail::select_list(d_, "t") + ", t.deleted FROM " + d_.name + " t WHERE t.id IN (";
    for (const Change& c : portion) q.sql += (&c == &portion.front() ? "" : ", ") + q.bind(c.record);
    q.sql += ") AND ";
    q.add(d_.scope(actor_, "t"));
    std::map<std::int64_t, detail::Stored> out;
    const std::size_t columns = d_.columns().size();
    tx_.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      out[row.integer(0)] = {detail::cells_of(row, columns), row.integer(static_cast<int>(columns)) != 0};
      return true;
    });
    return out;
  }

  bool take_back(const std::vector<Change>& portion) {
    auto now = stored(portion);
    std::set<std::int64_t> seen;
    for (const Change& c : portion) {
      if (kept_.contains(c.record)) continue;
      // Two changes of one record in a portion: the second is taken back from what the first left.
      if (!seen.insert(c.record).second) {
        saver_.flush();
        now.erase(c.record);
        if (auto again = detail::load_stored(tx_, d_, actor_, c.record)) now[c.record] = std::move(*again);
      }
      const auto found = now.find(c.record);
      if (found == now.end() || found->second.deleted) continue;  // gone already: nothing to take back
      take_back_one(c, found->second.cells);
    }
    done_ += portion.size();
    return !progress_ || progress_(done_);
  }

  void take_back_one(const Change& c, const Cells& now) {
    const std::string code = db::as_text(now[k_code]);
    if (c.before.empty()) {
      const auto hidden = saver_.hide(now, detail::undo_mark(c.seq));
      if (hidden) ++out_.removed;
      else complain(c.record, about(code, hidden.error()));
      return;
    }
    Cells back = now;
    detail::read_json(d_, c.before, back);
    const auto saved = saver_.add(std::move(back), &now, detail::undo_mark(c.seq));
    if (saved) ++out_.set_back;
    else complain(c.record, about(code, saved.error().front()));
  }

  db::Tx& tx_;
  const Catalog& catalog_;
  const Description& d_;
  const Actor& actor_;
  const std::string& batch_;
  const bool leave_;
  BatchUndone& out_;
  const std::function<bool(std::size_t)>& progress_;
  detail::BulkSaver saver_;
  std::set<std::int64_t> kept_;
  std::size_t done_ = 0;

 public:
  std::size_t kept() const { return kept_.size(); }
};

/// What points to other registers goes before them: nothing is removed while something of the same batch still points to it.
void sort_by_links(std::vector<std::string>& names, const Catalog& catalog) {
  const auto points_to = [&](const std::string& from, const std::string& to) {
    const Description* d = catalog.find(from);
    return from != to && d && std::any_of(d->fields.begin(), d->fields.end(), [&](const Field& f) { return f.opt.link && to == f.opt.link; });
  };
  std::vector<std::string> sorted;
  while (!names.empty()) {
    auto free = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
      return std::none_of(names.begin(), names.end(), [&](const std::string& other) { return points_to(other, name); });
    });
    if (free == names.end()) free = names.begin();
    sorted.push_back(std::move(*free));
    names.erase(free);
  }
  names = std::move(sorted);
}

}  // namespace

BatchUndone undo_batch(db::Tx& tx, const Catalog& catalog, const Actor& actor, const std::string& batch, bool leave_changed,
                       const std::function<bool(std::size_t done)>& progress) {
  BatchUndone out;
  if (batch.empty()) return out;
  std::vector<std::string> registers;
  tx.each("SELECT register_name FROM change WHERE batch = $1 AND batch <> '' GROUP BY register_name", {batch}, [&](const db::Row& row) {
    registers.emplace_back(row.text(0));
    return true;
  });
  sort_by_links(registers, catalog);
  tx.exec("SAVEPOINT undo_batch");
  bool to_the_end = true;
  for (const std::string& name : registers) {
    const Description* d = catalog.find(name);
    if (!d || !to_the_end) continue;
    RegisterUndo one(tx, catalog, *d, actor, batch, leave_changed, out, progress);
    to_the_end = one.run();
    out.left += leave_changed ? static_cast<int>(one.kept()) : 0;
  }
  out.done = to_the_end && out.problems.empty() && out.removed + out.set_back > 0;
  if (!out.done) {
    tx.exec("ROLLBACK TO SAVEPOINT undo_batch");
    out.removed = out.set_back = 0;
  }
  tx.exec("RELEASE SAVEPOINT undo_batch");
  return out;
}

}  // namespace nc::reg
