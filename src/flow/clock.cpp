// Until when records should move on, who is waited for, and who is told of it.
#include <algorithm>

#include "base/words.h"
#include "flow/flow.h"
#include "flow/notice.h"

namespace nc::flow {
namespace {

constexpr int k_soon = 3;  ///< days before the due day at which people are reminded

std::string quoted_title(const reg::Description& d, const reg::Cells& cells, Lang lang) {
  return "“" + d.title_of(cells, lang) + "” (" + db::as_text(cells.at(reg::k_code)) + ")";
}

/// Since when a clock of the record runs; nothing when none does.
std::optional<Date> running_since(db::ReadDb& db, const Flow& flow, std::int64_t id) {
  const auto row = db.first("SELECT since FROM flow_clock WHERE register_name = $1 AND record_id = $2 AND due IS NOT NULL", {flow.register_name, id});
  if (!row) return std::nullopt;
  return day_of(db::as_int((*row)[0]));
}

void keep_clock(const reg::SaveContext& save, const Flow& flow, std::int64_t id, const reg::Cells* before, const reg::Cells& now) {
  const std::string state = state_of(flow, save.what, now);
  const bool moved = before && state_of(flow, save.what, *before) != state;
  if (before && !moved && before->at(reg::k_org) == now.at(reg::k_org) && due_day(flow, save.what, *before, today(), true) == due_day(flow, save.what, now, today(), true)) return;
  // A clock that runs goes on from the same day, by what the record says now.
  const auto running = before && !moved ? running_since(save.tx, flow, id) : std::nullopt;
  const Date due = due_day(flow, save.what, now, running.value_or(today()), moved || running.has_value());
  const bool waits = flow.waits.contains(state);
  if (!waits && !due) {
    if (before) save.tx.exec("DELETE FROM flow_clock WHERE register_name = $1 AND record_id = $2", {flow.register_name, id});
    return;
  }
  save.tx.exec(
      "INSERT INTO flow_clock (register_name, record_id, org_id, state, since, due, reminded) VALUES ($1, $2, $3, $4, $5, $6, 0) "
      "ON CONFLICT (register_name, record_id) DO UPDATE SET org_id = excluded.org_id, due = excluded.due, reminded = 0, "
      "since = CASE WHEN flow_clock.state = excluded.state THEN flow_clock.since ELSE excluded.since END, state = excluded.state",
      {flow.register_name, id, db::as_int(now.at(reg::k_org)), state, nc::now(), due ? db::Value(due.iso()) : db::Value()});
}

/// Whom a state waits for; and, once it is overdue, those it is brought before.
std::vector<Function> functions_for(const Flow& flow, const std::string& state, bool overdue) {
  const auto waits = flow.waits.find(state);
  std::vector<Function> out = waits == flow.waits.end() ? std::vector<Function>{} : waits->second;
  for (const Clock& c : flow.clocks)
    if (overdue && c.state == state) out.insert(out.end(), c.escalates.begin(), c.escalates.end());
  return out;
}

/// Those who can do what the state waits for, and those whose work it is.
std::vector<Actor> concerned(db::ReadDb& db, const std::vector<Actor>& people, const Flow& flow, const reg::Description& d, const std::string& state, std::int64_t id, std::int64_t but,
                             bool overdue = false) {
  const auto hands_of = hands(db, flow, id, true);
  const auto functions = functions_for(flow, state, overdue);
  std::vector<Actor> out;
  for (const Actor& a : people) {
    if (a.id == but) continue;
    const bool may_act = std::any_of(functions.begin(), functions.end(), [&](Function f) { return a.may(f); });
    if (!may_act && !hands_of.contains(a.id)) continue;
    if (reaches(db, a, d, id)) out.push_back(a);
  }
  return out;
}

void tell_concerned(const reg::SaveContext& save, const Flow& flow, std::int64_t id, const std::string& to, const reg::Cells& now) {
  if (save.actor.id <= 0) return;
  const Transition* t = save.options ? flow.find(save.options->action) : nullptr;
  const reg::Field* f = save.what.find(flow.field);
  const std::string reason = save.options ? save.options->reason : std::string();
  const std::string why = reason.empty() ? "." : ": " + reason;
  const auto words = [&](Lang lang) {
    const std::string title = quoted_title(save.what, now, lang);
    if (t) return save.actor.name + (lang == Lang::vi ? ", “" + t->label.vi + "”: " : ", “" + t->label.en + "”: ") + title + why;
    return save.actor.name + (lang == Lang::vi ? ", trạng thái “" : ", state “") + f->opt.options->label(to, lang) + "”: " + title + why;
  };
  const Message said{words(Lang::vi), words(Lang::en)};
  for (const Actor& a : concerned(save.tx, all_actors(save.tx), flow, save.what, to, id, save.actor.id)) tell(save.tx, a.id, save.what, id, t ? t->name : "state", save.actor.name, said);
}

struct Late { std::string register_name, state; std::int64_t record; Date due; std::int64_t reminded; };

std::vector<Late> late_records(db::ReadDb& db) {
  std::vector<Late> out;
  db.each("SELECT register_name, record_id, state, due, reminded FROM flow_clock WHERE due IS NOT NULL AND due <= $1 AND reminded < 2 ORDER BY due LIMIT 2000",
          {today().plus_days(k_soon).iso()}, [&](const db::Row& row) {
            const auto due = Date::from_iso(row.text(3));
            if (due) out.push_back({std::string(row.text(0)), std::string(row.text(2)), row.integer(1), *due, row.integer(4)});
            return true;
          });
  return out;
}

}  // namespace

Date days_after(Date from, int days, bool working) {
  if (!working) return from.plus_days(days);
  constexpr int k_friday = 5;  // weekday() counts from Monday = 1
  while (days > 0) {
    from = from.plus_days(1);
    if (from.weekday() <= k_friday) --days;
  }
  return from;
}

Date due_day(const Flow& flow, const reg::Description& d, const reg::Cells& cells, Date since, bool moved) {
  const std::string state = state_of(flow, d, cells);
  for (const Clock& c : flow.clocks) {
    if (c.state != state) continue;
    if (!c.due_field.empty())
      if (const auto day = Date::from_iso(d.text(cells, c.due_field))) return *day;
    if (!moved && !c.always) return {};
    for (const std::string& field : c.after)
      if (const auto day = Date::from_iso(d.text(cells, field))) return days_after(*day, c.days, c.working);
    if (!c.after.empty()) return {};
    return days_after(since, c.days, c.working);
  }
  return {};
}

std::function<void(const reg::SaveContext&, std::int64_t id, const reg::Cells* before, const reg::Cells& now)> watch(const Flow& flow) {
  return [&flow](const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now) {
    keep_clock(save, flow, id, before, now);
    const std::string to = state_of(flow, save.what, now);
    if (before && state_of(flow, save.what, *before) != to) tell_concerned(save, flow, id, to, now);
  };
}

namespace {

/// Does the state wait for an act that only those have whose record it is?
bool for_the_sender(const Flow& flow, const std::string& state) {
  return std::any_of(flow.transitions.begin(), flow.transitions.end(), [&](const Transition& t) {
    return t.of_sender && !t.back && std::find(t.from.begin(), t.from.end(), state) != t.from.end();
  });
}

}  // namespace

std::vector<Waiting> waiting_for(db::ReadDb& db, const reg::Catalog& catalog, const Flows& flows, const Actor& actor, Lang lang, int limit) {
  std::vector<Waiting> out;
  for (const Flow* flow : flows.all()) {
    const reg::Description* d = catalog.find(flow->register_name);
    if (!d) continue;
    std::map<std::int64_t, Waiting> found;
    db.each("SELECT record_id, state, since, due FROM flow_clock WHERE register_name = $1 ORDER BY due IS NULL, due, since LIMIT 500", {flow->register_name}, [&](const db::Row& row) {
      const auto waits = flow->waits.find(std::string(row.text(1)));
      const bool mine = waits != flow->waits.end() ? std::any_of(waits->second.begin(), waits->second.end(), [&](Function f) { return actor.may(f); }) : actor.may(Function::enter);
      if (mine) found[row.integer(0)] = {flow->register_name, std::string(row.text(1)), "", "", row.integer(0), row.integer(2), Date::from_iso(row.text(3)).value_or(Date{})};
      return true;
    });
    if (found.empty()) continue;
    reg::ListQuery q;
    q.limit = 500;
    for (const auto& [id, w] : found) q.ids.push_back(id);
    for (const reg::Cells& cells : reg::list(db, *d, actor, q).rows) {
      Waiting& w = found[db::as_int(cells[reg::k_id])];
      w.title = d->title_of(cells, lang);
      w.code = db::as_text(cells[reg::k_code]);
      w.next = open_to(db, *flow, *d, actor, cells);
      std::erase_if(w.next, [](const Transition* t) { return t->back; });
      // What those who were asked have to answer is no work of those who may note their answer.
      if (for_the_sender(*flow, w.state)) std::erase_if(w.next, [](const Transition* t) { return !t->of_sender; });
      if (w.due || !w.next.empty()) out.push_back(w);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Waiting& a, const Waiting& b) {
    if (bool(a.due) != bool(b.due)) return bool(a.due);
    return a.due ? a.due < b.due : a.since < b.since;
  });
  if (out.size() > static_cast<std::size_t>(limit)) out.resize(static_cast<std::size_t>(limit));
  return out;
}

int remind(db::Tx& tx, const reg::Catalog& catalog, const Flows& flows) {
  int written = 0;
  const auto people = all_actors(tx);
  for (const Late& late : late_records(tx)) {
    const Flow* flow = flows.find(late.register_name);
    const reg::Description* d = catalog.find(late.register_name);
    const bool over = late.due < today();
    if (!flow || !d || late.reminded >= (over ? 2 : 1)) continue;
    tx.exec("UPDATE flow_clock SET reminded = $3 WHERE register_name = $1 AND record_id = $2", {late.register_name, late.record, std::int64_t{over ? 2 : 1}});
    const auto cells = reg::load(tx, *d, Actor::system(), late.record);
    if (!cells) continue;
    const Message said{(over ? "Quá hạn từ " : "Đến hạn ") + format_date(late.due, Lang::vi) + ": " + quoted_title(*d, *cells, Lang::vi) + ".",
                       (over ? "Overdue since " : "Due on ") + format_date(late.due, Lang::en) + ": " + quoted_title(*d, *cells, Lang::en) + "."};
    for (const Actor& a : concerned(tx, people, *flow, *d, late.state, late.record, 0, over)) {
      tell(tx, a.id, *d, late.record, over ? "overdue" : "due", "Nhịp Cầu", said);
      ++written;
    }
  }
  return written;
}

}  // namespace nc::flow
