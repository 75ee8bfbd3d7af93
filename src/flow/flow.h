// States of records and who may move them on: described once per register, used by buttons, forms, imports and tests.
//
//   const Flow& delegation_flow() {
//     static const Flow flow{.register_name = "delegation", .entered = {"proposed", "completed"}, .waits = {{"submitted", {Function::check}}},
//         .transitions = {{.name = "approve", .label = {"Duyệt", "Approve"}, .from = {"appraising"}, .to = "approved",
//                          .who = {Function::approve}, .asks = {"decision_no"}, .needs = {"decision_no"}, .decides = true}}};
//     return flow;
//   }
//   ... Register<Delegation>(...).guard(flow::guard(delegation_flow())).watch(flow::watch(delegation_flow()))
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "register/store.h"

namespace nc::flow {

/// One way from state to state.
struct Transition {
  std::string name;                  ///< in addresses and in the ledger: "approve"
  Message label{};                   ///< on the button
  std::string icon{};
  std::vector<std::string> from{};
  std::string to{};
  std::vector<Function> who{Function::enter};  ///< any of these
  std::vector<std::string> asks{};   ///< fields that are filled in together with the act
  std::vector<std::string> needs{};  ///< fields that must have a value then
  bool reason = false;               ///< a reason must be given (returns, refusals)
  bool decides = false;              ///< whoever entered, edited or sent the record may not do it
  bool back = false;                 ///< leads back: drawn as a plain button
  bool of_sender = false;            ///< only for people of the organisation whose record it is
  std::vector<std::string> stamps{}; ///< date fields that become today when they are empty
  std::vector<std::string> clears{}; ///< fields that become empty
};

/// Until when a record should leave a state: so many days after it came there, or after the day in a field.
struct Clock {
  std::string state;
  int days = 0;
  std::vector<std::string> after{};  ///< the first of these date fields with a value; none: the day the state began
  std::string due_field{};           ///< a date field that holds the due day itself, when it is filled in
  bool always = false;               ///< starts for records entered straight in that state, too
  bool working = false;              ///< Saturdays and Sundays are not counted
  std::vector<Function> escalates{}; ///< who is told besides, once it is overdue
};

struct Flow {
  std::string register_name;
  std::string field = "status";
  std::set<std::string> entered{};   ///< states in which a new record may be written down by those who enter
  std::map<std::string, std::vector<Function>> waits{};  ///< whom a state waits for; not listed: nobody
  std::vector<Transition> transitions{};
  std::vector<Clock> clocks{};
  bool own_buttons = false;          ///< the module draws its own buttons (reports)
  const Transition* find(std::string_view name) const;
};

/// All flows of the program.
class Flows {
 public:
  void add(const Flow& flow) { items_.push_back(&flow); }
  /// What an act outside of any flow is called in histories ("merge").
  void call(std::string action, Message label) { called_[std::move(action)] = std::move(label); }
  const std::vector<const Flow*>& all() const { return items_; }
  const Flow* find(std::string_view register_name) const;
  /// What a transition is called, for histories; the name itself when it is none.
  Message label(std::string_view register_name, const std::string& action) const;

 private:
  std::vector<const Flow*> items_;
  std::map<std::string, Message> called_;
};

/// Present state of the record.
std::string state_of(const Flow& flow, const reg::Description& d, const reg::Cells& cells);
/// Does the actor have one of the functions that the transition takes?
bool has_function(const Transition& t, const Actor& actor);
/// Has a function that it takes and, where it is for the sender, belongs to the organisation of the record?
bool may_do(const Transition& t, const Actor& actor, const reg::Cells& cells);
/// People who entered, edited or sent the record since it was last decided on: they may not decide on it. With `ever`, since it
/// was made: they are told what becomes of it.
std::set<std::int64_t> hands(db::ReadDb& db, const Flow& flow, std::int64_t record, bool ever = false);
/// Transitions out of the present state that the actor may do now. `held_back`, when given, gets those that only the rule
/// of the second person forbids.
std::vector<const Transition*> open_to(db::ReadDb& db, const Flow& flow, const reg::Description& d, const Actor& actor,
                                       const reg::Cells& cells, std::vector<const Transition*>* held_back = nullptr);

/// What a person gave together with the act: field name and text as typed.
using Given = std::vector<std::pair<std::string, std::string>>;
/// Does the transition: scope, version, state, function, second person, fields, reason; then the save pipeline, with the name
/// of the transition as action in the ledger, under `batch` when it is one of many. All problems come back together.
tl::expected<reg::Saved, Problems> move(db::Tx& tx, const reg::Catalog& catalog, const reg::Description& d, const Flow& flow,
                                        const Actor& actor, std::int64_t id, std::int64_t version, std::string_view transition,
                                        const Given& given, const std::string& reason, const std::string& batch = {});

/// Hook for before_save: a state changes only along a transition that the person may do, a new record begins in a state that
/// may be entered. Those who approve may also set a state right, but not decide on what went through their own hands.
std::function<Result<bool>(const reg::SaveContext&, const reg::Cells* before, reg::Cells& now)> guard(const Flow& flow);
/// Hook for after_save: keeps the clock of the record and tells those concerned.
std::function<void(const reg::SaveContext&, std::int64_t id, const reg::Cells* before, const reg::Cells& now)> watch(const Flow& flow);

/// `days` after `from`; with `working` only Monday to Friday count.
Date days_after(Date from, int days, bool working);
/// The day by which the record should leave its state; an empty date when there is none.
Date due_day(const Flow& flow, const reg::Description& d, const reg::Cells& cells, Date since, bool moved);

/// Somebody is waited for: one line of the page of work.
struct Waiting {
  std::string register_name, state, code, title;
  std::int64_t record = 0;
  Instant since = 0;
  Date due;
  std::vector<const Transition*> next{};  ///< acts of the actor that lead on from here, in the order of the flow
};
/// Records that wait for one of the actor's functions within the actor's scope, the most urgent first. A record without a due
/// day and without an act of the actor's is none of them: nothing is to be done.
std::vector<Waiting> waiting_for(db::ReadDb& db, const reg::Catalog& catalog, const Flows& flows, const Actor& actor, Lang lang, int limit);
/// Tells those concerned of what is due within three days or overdue, once each. Returns how many notices were written.
int remind(db::Tx& tx, const reg::Catalog& catalog, const Flows& flows);

}  // namespace nc::flow
