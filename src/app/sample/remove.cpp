// Takes the made-up rows out of all registers, so that an office starts with facts only.
#include <map>
#include <set>

#include "app/aid/public.h"
#include "app/catalog.h"
#include "app/organisations/public.h"
#include "app/sample/sample.h"
#include "base/log.h"
#include "ledger/generation.h"
#include "ledger/ledger.h"

namespace nc::app {

namespace {

using Ids = std::set<std::int64_t>;

/// One column of a register that points to records of another.
struct Pointer {
  std::string column, target;
  bool many = false;
};

std::vector<Pointer> pointers_of(const reg::Description& d) {
  std::vector<Pointer> out{{"org_id", "organisation", false}};
  for (const reg::Field& f : d.fields)
    if (f.opt.link) out.push_back({f.column_names().front(), f.opt.link, f.kind == reg::Kind::links});
  return out;
}

void add_ids(std::string_view packed, std::vector<std::int64_t>& ids) {  // "|12|15|"
  while (!packed.empty()) {
    const auto bar = packed.find('|');
    if (const auto id = parse_int(packed.substr(0, bar))) ids.push_back(*id);
    if (bar == std::string_view::npos) return;
    packed.remove_prefix(bar + 1);
  }
}

/// Which made-up rows go: all but those that rows which stay point to, directly or through each other.
class Choice {
 public:
  explicit Choice(db::Tx& tx) : tx_(tx) {
    for (const reg::Description* d : catalog().all()) read_made_up(*d);
    tx.each("SELECT org_id FROM person", {},
            [&](const db::Row& row) { return keep("organisation", row.integer(0)), true; });
    for (const reg::Description* d : catalog().all()) follow(*d, "illustrative = 0");
    while (!newly_kept_.empty()) {
      const auto [name, id] = newly_kept_.back();
      newly_kept_.pop_back();
      follow(*catalog().find(name), "id = " + std::to_string(id));
    }
  }

  const Ids& going(const std::string& register_name) { return going_[register_name]; }
  std::int64_t kept() const { return kept_; }

 private:
  void read_made_up(const reg::Description& d) {
    tx_.each(db::Sql::built("SELECT id FROM " + d.name + " WHERE illustrative = 1"), {}, [&](const db::Row& row) {
      going_[d.name].insert(row.integer(0));
      return true;
    });
  }

  void keep(const std::string& register_name, std::int64_t id) {
    if (id == 0 || going_[register_name].erase(id) == 0) return;
    ++kept_;
    newly_kept_.emplace_back(register_name, id);
  }

  void follow(const reg::Description& d, const std::string& which) {
    for (const Pointer& p : pointers_of(d))
      tx_.each(db::Sql::built("SELECT DISTINCT " + p.column + " FROM " + d.name + " WHERE " + p.column +
                              " IS NOT NULL AND " + which),
               {}, [&](const db::Row& row) {
                 std::vector<std::int64_t> ids;
                 if (p.many)
                   add_ids(row.text(0), ids);
                 else
                   ids.push_back(row.integer(0));
                 for (const std::int64_t id : ids) keep(p.target, id);
                 return true;
               });
  }

  db::Tx& tx_;
  std::map<std::string, Ids> going_;
  std::vector<std::pair<std::string, std::int64_t>> newly_kept_;
  std::int64_t kept_ = 0;
};

void delete_rows(db::Tx& tx, const reg::Description& d, const Ids& ids) {
  for (auto at = ids.begin(); at != ids.end();) {
    std::string list;
    db::Params params;
    for (; at != ids.end() && params.size() < 500; ++at) {
      params.emplace_back(*at);
      list += (list.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    tx.exec(db::Sql::built("DELETE FROM " + d.name + " WHERE id IN (" + list + ")"), params);
  }
}

/// Spans whose record went prove nothing any more.
Ids delete_orphan_spans(db::Tx& tx, const std::string& register_name) {
  Ids gone;
  tx.each(
      db::Sql::built(
          "DELETE FROM evidence_span WHERE register_name = $1 AND record_id IS NOT NULL AND record_id <> 0 AND "
          "NOT EXISTS (SELECT 1 FROM " +
          register_name + " r WHERE r.id = evidence_span.record_id) RETURNING id"),
      {register_name}, [&](const db::Row& row) {
        gone.insert(row.integer(0));
        return true;
      });
  return gone;
}

void write_down(db::Tx& tx, const std::string& register_name, const Ids& ids) {
  std::string list;
  for (const std::int64_t id : ids) list += (list.empty() ? "" : ",") + std::to_string(id);
  ledger::Change change;
  change.register_name = register_name;
  change.action = "remove_illustrative";
  change.reason = "Bỏ các dòng minh họa";
  change.before = "{\"rows\":" + std::to_string(ids.size()) + ",\"ids\":[" + list + "]}";
  ledger::append(tx, Actor::system(), std::move(change));
  ledger::touched(tx, register_name);
}

}  // namespace

std::vector<std::pair<std::string, std::int64_t>> remove_illustrative(db::Tx& tx) {
  Choice choice(tx);
  std::map<std::string, Ids> gone;
  for (const reg::Description* d : catalog().all()) {
    const Ids& ids = choice.going(d->name);
    if (ids.empty()) continue;
    delete_rows(tx, *d, ids);
    gone[d->name].insert(ids.begin(), ids.end());
    if (d->name == "evidence_span") continue;
    const Ids spans = delete_orphan_spans(tx, d->name);
    if (!spans.empty()) gone["evidence_span"].insert(spans.begin(), spans.end());
  }
  for (const auto& [name, ids] : gone) write_down(tx, name, ids);
  if (gone.contains("organisation")) rebuild_org_tree(tx);
  refresh_aid_value(tx, 0);
  if (choice.kept() > 0)
    log::warn(std::to_string(choice.kept()) + " made-up rows stay because other records need them");
  std::vector<std::pair<std::string, std::int64_t>> counts;
  for (const auto& [name, ids] : gone) counts.emplace_back(name, static_cast<std::int64_t>(ids.size()));
  return counts;
}

}  // namespace nc::app
