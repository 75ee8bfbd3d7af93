// Versions of a record worked out from the ledger, and ways back to them.
#include "flow/history.h"

#include <algorithm>
#include <map>
#include <set>

#include "register/parts.h"

namespace nc::flow {
namespace {

constexpr int k_all = 100'000;

bool shapes_record(const ledger::Change& c) { return !c.before.empty() || !c.after.empty(); }

std::vector<ledger::Change> changes_of_batch(db::ReadDb& db, const std::string& batch) {
  std::vector<std::int64_t> numbers;
  db.each("SELECT seq FROM change WHERE batch = $1 AND batch <> '' ORDER BY seq DESC", {batch}, [&](const db::Row& row) {
    numbers.push_back(row.integer(0));
    return true;
  });
  std::vector<ledger::Change> out;
  for (const auto seq : numbers)
    if (auto c = ledger::find(db, seq)) out.push_back(std::move(*c));
  return out;
}

bool taken_back(db::ReadDb& db, std::int64_t seq) {
  return db.integer("SELECT count(*) FROM change WHERE batch = $1 AND batch <> ''", {reg::detail::undo_mark(seq)}) > 0;
}

Problem with_place(Problem p, const ledger::Change& c) {
  const std::string where = c.register_name + " #" + std::to_string(c.record);
  p.message = {where + ": " + p.message.vi + " Chưa hoàn tác gì của lần làm này.", where + ": " + p.message.en + " Nothing of this batch was taken back."};
  return p;
}

}  // namespace

std::vector<Version> versions(db::ReadDb& db, const reg::Description& d, const reg::Cells& now) {
  std::vector<Version> out;
  reg::Cells cells = now;
  for (ledger::Change& c : ledger::history(db, d.name, db::as_int(now.at(reg::k_id)), k_all)) {
    if (!shapes_record(c)) continue;
    cells[reg::k_version] = c.version;
    out.push_back({c, cells});
    if (c.after.empty() || c.before.empty()) continue;  // removed, restored or made: its values were the same before
    reg::detail::read_json(d, c.before, cells);
  }
  return out;
}

tl::expected<reg::Saved, Problems> go_back(db::Tx& tx, const reg::Catalog& catalog, const reg::Description& d, const Actor& actor,
                                           std::int64_t id, std::int64_t version, std::int64_t seen, const std::string& reason) {
  auto now = reg::load(tx, d, actor, id);
  if (!now) return tl::make_unexpected(Problems{now.error()});
  const auto all = versions(tx, d, *now);
  const auto then = std::find_if(all.begin(), all.end(), [&](const Version& v) { return v.change.version == version; });
  if (then == all.end())
    return tl::make_unexpected(Problems{{Code::not_found,
                                         {"Nhật ký không có phiên bản " + std::to_string(version) + " của bản ghi này.",
                                          "The ledger has no version " + std::to_string(version) + " of this record."},
                                         {}}});
  reg::Cells back = *now;
  for (const reg::Field& f : d.fields) {
    if (f.opt.read_only || f.opt.inner) continue;
    for (int i = 0; i < f.width(); ++i) back.at(static_cast<std::size_t>(f.first + i)) = then->cells.at(static_cast<std::size_t>(f.first + i));
  }
  for (const int at : {reg::k_note, reg::k_confidentiality, reg::k_org}) back.at(static_cast<std::size_t>(at)) = then->cells.at(static_cast<std::size_t>(at));
  back[reg::k_version] = seen;
  const std::string why = "v" + std::to_string(version) + (reason.empty() ? "" : ": " + reason);
  return reg::save(tx, catalog, d, actor, std::move(back), {.reason = why, .batch = {}, .action = "go_back"});
}

Result<int> undo_batch(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const std::string& batch) {
  int undone = 0;
  for (const ledger::Change& c : changes_of_batch(tx, batch)) {
    const reg::Description* d = catalog.find(c.register_name);
    if (!d || !shapes_record(c) || c.record == 0 || taken_back(tx, c.seq)) continue;
    auto saved = reg::undo(tx, catalog, *d, actor, c.seq);
    if (!saved) return tl::make_unexpected(with_place(saved.error(), c));
    ++undone;
  }
  if (undone == 0)
    return refuse(Code::not_found, Text("Không còn thay đổi nào của lần làm này để hoàn tác.", "There is nothing left of this batch to take back."));
  return undone;
}

std::vector<Removed> trash(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, Lang lang, int limit) {
  std::vector<Removed> out;
  for (const reg::Description* d : catalog.all()) {
    reg::ListQuery q;
    q.deleted = true;
    q.limit = limit;
    for (const reg::Cells& cells : reg::list(db, *d, actor, q, {0, false}).rows) {
      Removed r;
      r.what = d;
      r.id = db::as_int(cells[reg::k_id]);
      r.code = db::as_text(cells[reg::k_code]);
      r.title = d->title_of(cells, lang);
      for (const ledger::Change& c : ledger::history(db, d->name, r.id, 20)) {
        if (!c.after.empty() || c.before.empty()) continue;
        r.by = c.actor_name;
        r.at = c.at;
        r.reason = c.reason;
        r.change = c.seq;
        break;
      }
      out.push_back(std::move(r));
    }
  }
  std::sort(out.begin(), out.end(), [](const Removed& a, const Removed& b) { return a.at > b.at; });
  if (out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
  return out;
}

std::vector<LogEntry> log_of(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, Lang lang, std::int64_t before_seq, int limit,
                             const std::string& batch) {
  // Changes are kept for all organisations alike, so portions are read and those out of reach dropped, until the page is full.
  constexpr std::int64_t k_portion = 400;
  constexpr int k_portions = 25;
  std::vector<LogEntry> out;
  std::int64_t at = before_seq > 0 ? before_seq : INT64_MAX;
  for (int portion = 0; portion < k_portions && out.size() < static_cast<std::size_t>(limit); ++portion) {
    std::vector<std::pair<std::int64_t, std::pair<std::string, std::int64_t>>> found;
    const auto take = [&](const db::Row& row) {
      found.emplace_back(row.integer(0), std::pair{std::string(row.text(1)), row.integer(2)});
      return true;
    };
    // Two statements: only the one that names a batch can use the index over batches.
    if (batch.empty()) db.each("SELECT seq, register_name, record FROM change WHERE seq < $1 AND record > 0 ORDER BY seq DESC LIMIT $2", {at, k_portion}, take);
    else db.each("SELECT seq, register_name, record FROM change WHERE seq < $1 AND record > 0 AND batch = $3 AND batch <> '' ORDER BY seq DESC LIMIT $2", {at, k_portion, batch}, take);
    if (found.empty()) break;
    at = found.back().first;
    std::map<std::string, std::set<std::int64_t>> wanted;
    for (const auto& [seq, key] : found) wanted[key.first].insert(key.second);
    std::map<std::pair<std::string, std::int64_t>, std::string> titles;
    for (const auto& [name, ids] : wanted) {
      const reg::Description* d = catalog.find(name);
      if (!d) continue;
      for (const bool deleted : {false, true}) {
        reg::ListQuery q;
        q.ids.assign(ids.begin(), ids.end());
        q.limit = 500;
        q.deleted = deleted;
        for (const reg::Cells& cells : reg::list(db, *d, actor, q, {0, false}).rows) titles[{name, db::as_int(cells[reg::k_id])}] = d->title_of(cells, lang);
      }
    }
    for (const auto& [seq, key] : found) {
      const auto title = titles.find(key);
      if (title == titles.end() || out.size() >= static_cast<std::size_t>(limit)) continue;
      if (auto c = ledger::find(db, seq)) out.push_back({std::move(*c), catalog.find(key.first), title->second});
    }
  }
  return out;
}

}  // namespace nc::flow
