// Moving records from state to state, and the rules that hold whatever way a state is changed.
#include "flow/flow.h"

#include <algorithm>

#include "base/words.h"
#include "flow/comment.h"

namespace nc::flow {
namespace {

bool contains_function(const Transition& t, Function f) { return std::find(t.who.begin(), t.who.end(), f) != t.who.end(); }
bool contains(const std::vector<std::string>& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

Message state_label(const Flow& flow, const reg::Description& d, const std::string& state) {
  const reg::Field* f = d.find(flow.field);
  if (!f || !f->opt.options) return {state, state};
  return {f->opt.options->label(state, Lang::vi), f->opt.options->label(state, Lang::en)};
}

bool filled(const reg::Field& f, const reg::Cells& cells) {
  for (int i = 0; i < f.width(); ++i)
    if (const auto& v = cells.at(static_cast<std::size_t>(f.first + i)); !db::is_null(v) && db::as_text(v) != "") return true;
  return false;
}

void missing_fields(const reg::Description& d, const Transition& t, const reg::Cells& cells, Problems& problems) {
  for (const std::string& name : t.needs) {
    const reg::Field* f = d.find(name);
    if (!f || filled(*f, cells)) continue;
    problems.push_back({Code::invalid,
                        {"“" + t.label.vi + "” cần ô “" + f->label.vi + "”. Điền ô này rồi làm lại.",
                         "“" + t.label.en + "” needs “" + f->label.en + "”. Fill it in and try again."},
                        name});
  }
}

Problem second_person() {
  return {Code::forbidden,
          Text("Người đã nhập, sửa hoặc gửi bản ghi này không tự quyết định. Cần một người khác có việc phê duyệt.",
               "Whoever entered, edited or sent this record can't decide on it. Another person has to."),
          {}};
}

Problem not_your_function(const Transition& t) {
  std::string vi, en;
  for (const Function f : t.who) {
    vi += (vi.empty() ? "" : " hoặc ") + std::string(label(f).in(Lang::vi));
    en += (en.empty() ? "" : " or ") + std::string(label(f).in(Lang::en));
  }
  return {Code::forbidden,
          {"“" + t.label.vi + "” là việc của người được giao: " + vi + ".", "“" + t.label.en + "” is for those who may " + en + "."},
          {}};
}

Problem wrong_state(const Flow& flow, const reg::Description& d, const std::string& state, const Transition& t) {
  const Message now = state_label(flow, d, state);
  return {Code::conflict,
          {"Bản ghi đang ở trạng thái “" + now.vi + "” nên không “" + t.label.vi + "” được. Mở lại trang để xem việc làm được bây giờ.",
           "The record is “" + now.en + "”, so it can't be “" + t.label.en + "” now. Open the page again to see what can be done."},
          {}};
}

Problem by_buttons(const Flow& flow, const reg::Description& d, const std::string& from, const std::string& to) {
  const Message was = state_label(flow, d, from), now = state_label(flow, d, to);
  return {Code::forbidden,
          {"Trạng thái không đổi thẳng từ “" + was.vi + "” sang “" + now.vi + "” được. Dùng các nút của trang bản ghi, hoặc nhờ người phê duyệt.",
           "The state can't go from “" + was.en + "” to “" + now.en + "” by hand. Use the buttons of the record's page, or ask someone who approves."},
          flow.field};
}

Problem begins_elsewhere(const Flow& flow, const reg::Description& d, const std::string& state) {
  std::string vi, en;
  for (const std::string& s : flow.entered) {
    const Message m = state_label(flow, d, s);
    vi += (vi.empty() ? "" : ", ") + m.vi;
    en += (en.empty() ? "" : ", ") + m.en;
  }
  const Message m = state_label(flow, d, state);
  return {Code::forbidden,
          {"Bản ghi mới không bắt đầu ở “" + m.vi + "” được. Chọn: " + vi + "; phần sau đi qua phê duyệt.",
           "A new record can't begin as “" + m.en + "”. Choose one of: " + en + "; the rest goes through approval."},
          flow.field};
}

bool is_decided_state(const Flow& flow, const std::string& state) {
  return std::any_of(flow.transitions.begin(), flow.transitions.end(), [&](const Transition& t) { return t.decides && t.to == state; });
}

/// Nobody but the sender brings a record there, whatever else they may do.
bool only_sender_leads_to(const Flow& flow, const std::string& state) {
  bool any = false;
  for (const Transition& t : flow.transitions) {
    if (t.to != state) continue;
    if (!t.of_sender) return false;
    any = true;
  }
  return any;
}

/// A record of the past: written down afterwards, as it was decided then.
bool of_the_past(const reg::Description& d, const reg::Cells& cells) {
  if (d.date_field.empty()) return false;
  const auto day = Date::from_iso(d.text(cells, d.date_field));
  return day && *day < today();
}

Result<bool> check_new(const Flow& flow, const reg::Description& d, const Actor& actor, const std::string& state, const reg::Cells& now) {
  if (actor.id <= 0 || state.empty() || flow.entered.contains(state)) return true;
  if (actor.may(Function::approve) && (!is_decided_state(flow, state) || of_the_past(d, now))) return true;
  return tl::make_unexpected(begins_elsewhere(flow, d, state));
}

/// May a form, a file or an undo change the state so?
Result<bool> check_change(const Flow& flow, const reg::SaveContext& save, const std::string& from, const std::string& to, const reg::Cells& now) {
  const reg::Description& d = save.what;
  if (save.actor.id <= 0) return true;
  const std::int64_t id = db::as_int(now.at(reg::k_id));
  const auto through_hands = [&] { return hands(save.tx, flow, id).contains(save.actor.id); };
  bool known = false;
  for (const Transition& t : flow.transitions) {
    if (t.to != to || !contains(t.from, from) || !may_do(t, save.actor, now)) continue;
    known = true;
    if (t.reason && (!save.options || save.options->reason.empty())) continue;
    Problems missing;
    missing_fields(d, t, now, missing);
    if (!missing.empty()) return tl::make_unexpected(missing.front());
    if (t.decides && through_hands()) return tl::make_unexpected(second_person());
    return true;
  }
  // Setting right what was entered wrongly; the way back of one's own step (undo).
  const bool own_way_back = std::any_of(flow.transitions.begin(), flow.transitions.end(), [&](const Transition& t) {
    return !t.decides && t.from.size() > 0 && t.to == from && contains(t.from, to) && may_do(t, save.actor, now);
  });
  if (!known && own_way_back && !is_decided_state(flow, to)) return true;
  if (!save.actor.may(Function::approve) || only_sender_leads_to(flow, to)) return tl::make_unexpected(by_buttons(flow, d, from, to));
  if (is_decided_state(flow, to) && !of_the_past(d, now) && through_hands()) return tl::make_unexpected(second_person());
  return true;
}

Problem for_the_sender(const Transition& t) {
  return {Code::forbidden,
          {"“" + t.label.vi + "” là việc của nơi gửi.", "“" + t.label.en + "” is for those who sent it."},
          {}};
}

/// Days and answers that go with the act by themselves.
void stamp(const reg::Description& d, const Transition& t, reg::Cells& cells) {
  for (const std::string& name : t.clears) cells.at(static_cast<std::size_t>(d.column(name))) = db::Value();
  for (const std::string& name : t.stamps) {
    db::Value& day = cells.at(static_cast<std::size_t>(d.column(name)));
    if (db::is_null(day)) day = today().iso();
  }
}

}  // namespace

const Transition* Flow::find(std::string_view name) const {
  for (const Transition& t : transitions)
    if (t.name == name) return &t;
  return nullptr;
}

const Flow* Flows::find(std::string_view register_name) const {
  for (const Flow* f : items_)
    if (f->register_name == register_name) return f;
  return nullptr;
}

Message Flows::label(std::string_view register_name, const std::string& action) const {
  const Flow* flow = find(register_name);
  const Transition* t = flow ? flow->find(action) : nullptr;
  if (t) return t->label;
  const auto called = called_.find(action);
  return called == called_.end() ? Message(action, action) : called->second;
}

std::string state_of(const Flow& flow, const reg::Description& d, const reg::Cells& cells) { return d.text(cells, flow.field); }

bool has_function(const Transition& t, const Actor& actor) {
  return std::any_of(t.who.begin(), t.who.end(), [&](Function f) { return actor.may(f); });
}

bool may_do(const Transition& t, const Actor& actor, const reg::Cells& cells) {
  return has_function(t, actor) && (!t.of_sender || actor.org == db::as_int(cells.at(reg::k_org)));
}

std::set<std::int64_t> hands(db::ReadDb& db, const Flow& flow, std::int64_t record, bool ever) {
  std::set<std::int64_t> out;
  constexpr std::int64_t k_far_enough = 2000;
  db.each("SELECT actor, action FROM change WHERE register_name = $1 AND record = $2 ORDER BY seq DESC LIMIT $3",
          {flow.register_name, record, k_far_enough}, [&](const db::Row& row) {
            const std::string action(row.text(1));
            const Transition* t = flow.find(action);
            if (t && t->decides && !ever) return false;
            const bool only_checks = t && !contains_function(*t, Function::enter);
            if (action != k_comment && !only_checks && row.integer(0) > 0) out.insert(row.integer(0));
            return true;
          });
  return out;
}

std::vector<const Transition*> open_to(db::ReadDb& db, const Flow& flow, const reg::Description& d, const Actor& actor,
                                       const reg::Cells& cells, std::vector<const Transition*>* held_back) {
  std::vector<const Transition*> out;
  const std::string state = state_of(flow, d, cells);
  std::optional<bool> mine;
  for (const Transition& t : flow.transitions) {
    if (!contains(t.from, state) || !may_do(t, actor, cells)) continue;
    if (t.decides && !mine) mine = hands(db, flow, db::as_int(cells.at(reg::k_id))).contains(actor.id);
    if (!t.decides || !*mine) out.push_back(&t);
    else if (held_back) held_back->push_back(&t);
  }
  return out;
}

tl::expected<reg::Saved, Problems> move(db::Tx& tx, const reg::Catalog& catalog, const reg::Description& d, const Flow& flow,
                                        const Actor& actor, std::int64_t id, std::int64_t version, std::string_view transition,
                                        const Given& given, const std::string& reason, const std::string& batch) {
  const auto refused = [](Problem p) { return tl::make_unexpected(Problems{std::move(p)}); };
  auto loaded = reg::load(tx, d, actor, id);
  if (!loaded) return refused(loaded.error());
  const Transition* t = flow.find(transition);
  if (!t) return refused({Code::not_found, Message("Không có việc này.", "There is no such act."), {}});
  reg::Cells cells = std::move(*loaded);
  const std::string state = state_of(flow, d, cells);
  if (!has_function(*t, actor)) return refused(not_your_function(*t));
  if (!may_do(*t, actor, cells)) return refused(for_the_sender(*t));
  if (!contains(t->from, state)) return refused(wrong_state(flow, d, state, *t));
  if (t->decides && hands(tx, flow, id).contains(actor.id)) return refused(second_person());
  Problems problems;
  for (const auto& [name, typed] : given) {
    const reg::Field* f = d.find(name);
    if (!f || !contains(t->asks, name)) continue;
    if (auto wrong = reg::set_text(tx, catalog, actor, *f, typed, cells)) problems.push_back({Code::invalid, *wrong, name});
  }
  stamp(d, *t, cells);
  missing_fields(d, *t, cells, problems);
  if (t->reason && reason.empty())
    problems.push_back({Code::invalid, {"“" + t->label.vi + "” cần lý do.", "“" + t->label.en + "” needs a reason."}, "reason"});
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  cells.at(static_cast<std::size_t>(d.column(flow.field))) = t->to;
  cells[reg::k_version] = version;
  // Those who decide need not be those who enter: the pipeline asks for that function, the transition has asked for its own.
  Actor acting = actor;
  acting.functions.insert(Function::enter);
  return reg::save(tx, catalog, d, acting, std::move(cells), {.reason = reason, .batch = batch, .action = t->name});
}

std::function<Result<bool>(const reg::SaveContext&, const reg::Cells* before, reg::Cells& now)> guard(const Flow& flow) {
  return [&flow](const reg::SaveContext& save, const reg::Cells* before, reg::Cells& now) -> Result<bool> {
    const std::string to = state_of(flow, save.what, now);
    if (!before) return check_new(flow, save.what, save.actor, to, now);
    const std::string from = state_of(flow, save.what, *before);
    if (from == to) return true;
    const Transition* t = save.options ? flow.find(save.options->action) : nullptr;
    if (t && t->to == to && contains(t->from, from)) return true;  // move() and the verbs of modules have checked
    return check_change(flow, save, from, to, now);
  };
}

}  // namespace nc::flow
