// States and transitions of every register with a flow, on both engines: each transition with each function, the rule of the
// second person, required fields, reasons, clocks, notices, remarks, and what history gives back.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/catalog.h"
#include "app/flows.h"
#include "app/petitions/public.h"
#include "conformance/world.h"
#include "flow/comment.h"
#include "flow/history.h"
#include "flow/notice.h"
#include "sheets/import.h"
#include "register/parts.h"

namespace nc::test {
namespace {

using flow::Flow;
using flow::Transition;
using reg::Cells;
using reg::Description;

struct Case {
  const Flow* flow;
  const Transition* transition;
  db::Engine engine;
};

std::vector<Case> transitions(bool (*wanted)(const Flow&, const Transition&)) {
  std::vector<Case> out;
  for (const db::Engine engine : engines_under_test())
    for (const Flow* f : app::flows().all())
      for (const Transition& t : f->transitions)
        if (wanted(*f, t)) out.push_back({f, &t, engine});
  return out;
}
bool any(const Flow&, const Transition&) { return true; }
/// The acts of reports are the composer's.
bool of_the_flow(const Flow& f, const Transition&) { return !f.own_buttons; }
bool deciding(const Flow& f, const Transition& t) { return of_the_flow(f, t) && t.decides; }

std::string case_name(const testing::TestParamInfo<Case>& info) {
  return std::string(info.param.engine == db::Engine::sqlite ? "sqlite_" : "postgres_") + info.param.flow->register_name + "_" + info.param.transition->name;
}

Actor with(const Actor& base, std::int64_t id, std::set<Function> functions) {
  Actor a = base;
  a.id = id;
  a.name = "Người " + std::to_string(id);
  a.functions = std::move(functions);
  return a;
}

void put_text(const Description& d, Cells& cells, const std::string& column, db::Value v) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(v); }

class Flowing : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override { World::set_day(), home_ = World::for_new_test(app::catalog(), GetParam().engine).two_unions().a; }
  World& world() { return World::of(app::catalog(), GetParam().engine); }
  const Flow& flow() const { return *GetParam().flow; }
  const Transition& t() const { return *GetParam().transition; }
  const Description& d() const { return *app::catalog().find(flow().register_name); }

  /// A record in the state, entered by the program itself, so that nobody's hands were on it.
  std::int64_t record_in(const std::string& state) {
    return world().write([&](db::Tx& tx) {
      Cells cells = world().example(tx, d(), Actor::system(), 1);
      cells[reg::k_org] = home_.org;
      put_text(d(), cells, flow().field, state);
      for (const char* none : {"to_date", "effective_from", "expires_on", "presented_at", "card_no"})
        if (d().column(none) >= 0) put_text(d(), cells, none, std::monostate{});
      if (d().column("notation") >= 0) put_text(d(), cells, "notation", "F" + std::to_string(++files_));  // no two files of a year share one
      if (d().name == "delegation") put_text(d(), cells, "from_date", std::string("2026-05-20"));  // other days than those approved ask for approval again
      if (state == "reported" && d().column("report_sent") >= 0) put_text(d(), cells, "report_sent", std::string("2025-12-30"));
      const bool gone = state == "left" || state == "transferred" || state == "deceased" || state == "expelled";
      if (gone && d().column("left_on") >= 0) put_text(d(), cells, "left_on", std::string("2026-01-15"));
      if (state == "transferred") put_text(d(), cells, "moved_to", home_.org);
      auto saved = reg::save(tx, app::catalog(), d(), Actor::system(), cells);
      if (!saved) throw std::runtime_error(flow().register_name + " as " + state + ": " + words(saved.error()));
      return saved->id;
    });
  }
  std::string state_of(std::int64_t id) { return flow::state_of(flow(), d(), world().load(d(), Actor::system(), id)); }
  std::int64_t version_of(std::int64_t id) { return db::as_int(world().load(d(), Actor::system(), id)[reg::k_version]); }

  flow::Given everything_asked() const {
    flow::Given out;
    for (const std::string& name : t().asks) {
      const reg::Field* f = d().find(name);
      if (name == "to_time") continue;  // an hour of the end needs one of the beginning, which is not asked for
      if (f->kind == reg::Kind::link) {  // other links have the value of the example
        if (std::string_view(f->opt.link) == "organisation") out.emplace_back(name, "#" + std::to_string(home_.org));
        continue;
      }
      if (f->kind == reg::Kind::choice) {
        out.emplace_back(name, f->opt.options->all().back().code);
        continue;
      }
      out.emplace_back(name, f->kind == reg::Kind::date ? (name == "expires_on" ? "2027-05-20" : name == "committed_on" ? "2025-05-20" : "2026-05-20") : f->kind == reg::Kind::count ? "120" : f->kind == reg::Kind::integer ? "4" : f->kind == reg::Kind::money ? "120 triệu đồng" : f->kind == reg::Kind::decimal ? "25400" : "215/QĐ-UBND");
    }
    return out;
  }
  tl::expected<reg::Saved, Problems> move(const Actor& actor, std::int64_t id, const flow::Given& given, const std::string& reason) {
    std::optional<tl::expected<reg::Saved, Problems>> out;
    const auto version = version_of(id);
    world().database().write([&](db::Tx& tx) {
      out.emplace(flow::move(tx, app::catalog(), d(), flow(), actor, id, version, t().name, given, reason));
      return out->has_value();
    });
    return std::move(*out);
  }
  /// Everything a transition needs that it does not ask for, filled in beforehand.
  void fill_needs(std::int64_t id) {
    Cells cells = world().load(d(), Actor::system(), id);
    for (const std::string& name : t().needs) {
      if (std::find(t().asks.begin(), t().asks.end(), name) != t().asks.end()) continue;
      const reg::Field* f = d().find(name);
      put_text(d(), cells, name, std::string(f->kind == reg::Kind::date ? "2026-12-31" : "Có"));
    }
    auto saved = world().save(d(), Actor::system(), cells);
    ASSERT_TRUE(saved) << words(saved.error());
  }

  Actor home_;
  static inline int files_ = 0;
};

class Described : public Flowing {};
class Deciding : public Flowing {};
INSTANTIATE_TEST_SUITE_P(Every, Described, testing::ValuesIn(transitions(any)), case_name);
INSTANTIATE_TEST_SUITE_P(Every, Flowing, testing::ValuesIn(transitions(of_the_flow)), case_name);
INSTANTIATE_TEST_SUITE_P(Every, Deciding, testing::ValuesIn(transitions(deciding)), case_name);

TEST_P(Described, leads_between_states_and_fields_that_exist) {
  const reg::Options& states = *d().find(flow().field)->opt.options;
  EXPECT_TRUE(states.find(t().to)) << t().to;
  for (const auto& s : t().from) EXPECT_TRUE(states.find(s)) << s;
  for (const auto& s : flow().entered) EXPECT_TRUE(states.find(s)) << s;
  for (const auto& [s, who] : flow().waits) EXPECT_TRUE(states.find(s) && !who.empty()) << s;
  for (const auto& c : flow().clocks) EXPECT_TRUE(states.find(c.state)) << c.state;
  for (const auto& name : t().asks) EXPECT_TRUE(d().find(name)) << name;
  for (const auto& name : t().needs) EXPECT_TRUE(d().find(name)) << name;
}

TEST_P(Flowing, is_done_by_those_who_have_the_function_and_nobody_else) {
  const std::string from = t().from.front();
  for (const Function f : all_functions()) {
    const std::int64_t id = record_in(from);
    fill_needs(id);
    const bool may = std::find(t().who.begin(), t().who.end(), f) != t().who.end();
    const auto done = move(with(home_, 5000 + static_cast<int>(f), {f}), id, everything_asked(), t().reason ? "Thiếu danh sách đoàn" : "");
    EXPECT_EQ(done.has_value(), may) << code(f) << (done ? "" : "\n" + words(done.error()));
    EXPECT_EQ(state_of(id), may ? t().to : from) << code(f);
    if (!may) continue;
    const auto last = world().read([&](db::ReadDb& r) { return ledger::history(r, d().name, id, 1); }).at(0);
    EXPECT_EQ(last.action, t().name);
    EXPECT_EQ(last.actor, 5000 + static_cast<int>(f));
  }
}

TEST_P(Flowing, starts_only_from_its_states) {
  for (const auto& option : d().find(flow().field)->opt.options->all()) {
    if (std::find(t().from.begin(), t().from.end(), option.code) != t().from.end()) continue;
    const std::int64_t id = record_in(option.code);
    EXPECT_FALSE(move(with(home_, 5100, {all_functions().begin(), all_functions().end()}), id, everything_asked(), "Lý do")) << option.code;
    EXPECT_EQ(state_of(id), option.code);
  }
}

TEST_P(Flowing, asks_for_its_reason_and_its_fields) {
  const Actor anybody = with(home_, 5200, {t().who.front()});
  if (t().reason) {
    const std::int64_t id = record_in(t().from.front());
    fill_needs(id);
    const auto refused = move(anybody, id, everything_asked(), "");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().front().field, "reason");
  }
  for (const std::string& name : t().needs) {
    const std::int64_t id = record_in(t().from.front());
    fill_needs(id);
    const reg::Field* f = d().find(name);
    if (f->opt.required) continue;  // never empty
    Cells cells = world().load(d(), Actor::system(), id);
    for (int i = 0; i < f->width(); ++i) cells.at(static_cast<std::size_t>(f->first + i)) = std::monostate{};
    auto saved = world().save(d(), Actor::system(), cells);
    if (!saved) continue;  // the rules of the register need it in that state anyway
    auto given = everything_asked();
    std::erase_if(given, [&](const auto& g) { return g.first == name; });
    const auto refused = move(anybody, id, given, "Lý do");
    ASSERT_FALSE(refused) << name;
    EXPECT_TRUE(std::any_of(refused.error().begin(), refused.error().end(), [&](const Problem& p) { return p.field == name; })) << words(refused.error());
  }
}

TEST_P(Deciding, who_entered_or_sent_it_does_not_decide_on_it) {
  const std::int64_t id = record_in(t().from.front());
  fill_needs(id);
  Actor both = with(home_, 5300, {all_functions().begin(), all_functions().end()});
  Cells cells = world().load(d(), both, id);
  cells[reg::k_note] = std::string("người này đã sửa");
  ASSERT_TRUE(world().save(d(), both, cells));
  EXPECT_FALSE(move(both, id, everything_asked(), "Lý do"));
  EXPECT_EQ(state_of(id), t().from.front());
  // Nor by typing the state into the form.
  cells = world().load(d(), both, id);
  put_text(d(), cells, flow().field, t().to);
  if (!d().date_field.empty()) put_text(d(), cells, d().date_field, std::string("2026-12-20"));
  EXPECT_FALSE(world().save(d(), both, cells));
  EXPECT_EQ(state_of(id), t().from.front());
  const auto done = move(with(home_, 5301, {t().who.back()}), id, everything_asked(), "Lý do");
  EXPECT_TRUE(done) << words(done.error());
}

TEST_P(Flowing, tells_those_who_are_waited_for_and_those_who_sent_it) {
  const auto person = [&](const std::string& login, std::set<Function> functions) {
    return world().write([&](db::Tx& tx) {
      return tx.integer("INSERT INTO person (login, name, org_id, reach, functions, password_hash, created_at) VALUES ($1, $1, $2, 'own', $3, '', 1) RETURNING id",
                        {login, home_.org, functions_text(functions)});
    });
  };
  const std::string tag = flow().register_name + t().name + std::to_string(home_.org);
  const std::int64_t sender = person("g" + tag, {Function::enter}), reader = person("r" + tag, {Function::audit});
  const auto waits = flow().waits.find(t().to);
  const std::int64_t awaited = waits == flow().waits.end() ? 0 : person("w" + tag, {waits->second.begin(), waits->second.end()});
  const std::int64_t id = record_in(t().from.front());
  fill_needs(id);
  Cells cells = world().load(d(), home_, id);
  cells[reg::k_note] = std::string("do người gửi ghi");
  ASSERT_TRUE(world().save(d(), with(home_, sender, {Function::enter}), cells));
  const auto done = move(with(home_, 5400, {t().who.begin(), t().who.end()}), id, everything_asked(), "Lý do <b>đậm</b>");
  ASSERT_TRUE(done) << words(done.error());
  const auto count = [&](std::int64_t who) { return world().read([&](db::ReadDb& r) { return flow::unread(r, who); }); };
  EXPECT_EQ(count(sender), 1);
  EXPECT_EQ(count(reader), 0);
  if (awaited) EXPECT_EQ(count(awaited), 1);
  const auto told = world().read([&](db::ReadDb& r) { return flow::notices(r, sender, 10); });
  EXPECT_EQ(told.at(0).record, id);
  if (t().reason) EXPECT_NE(told.at(0).words.vi.find("Lý do <b>đậm</b>"), std::string::npos);
}

// ---- what is not of one transition -----------------------------------------------------------------------

class FlowRules : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    World::set_day();
    home_ = world().two_unions().a;
    officer_ = with(home_, 6000, {Function::enter});
    chair_ = with(home_, 6001, {Function::approve});
    specialist_ = with(home_, 6002, {Function::enter, Function::check});
  }
  World& world() { return World::of(app::catalog(), GetParam()); }
  const Description& d() const { return *app::catalog().find("delegation"); }
  const Flow& flow() const { return *app::flows().find("delegation"); }
  Cells draft(const std::string& state, const std::string& day) {
    return world().write([&](db::Tx& tx) {
      Cells cells = world().example(tx, d(), home_, 3);
      cells[reg::k_org] = home_.org;
      put_text(d(), cells, "status", state);
      put_text(d(), cells, "from_date", day);
      for (const char* none : {"to_date", "decision_no", "decision_date", "report_due", "report_sent"}) put_text(d(), cells, none, std::monostate{});
      return cells;
    });
  }
  tl::expected<reg::Saved, Problems> move(const Actor& actor, std::int64_t id, const std::string& name, const flow::Given& given = {}, const std::string& reason = {}) {
    std::optional<tl::expected<reg::Saved, Problems>> out;
    const auto version = db::as_int(world().load(d(), Actor::system(), id)[reg::k_version]);
    world().database().write([&](db::Tx& tx) {
      out.emplace(flow::move(tx, app::catalog(), d(), flow(), actor, id, version, name, given, reason));
      return out->has_value();
    });
    return std::move(*out);
  }
  std::optional<std::string> due(std::int64_t id) {
    return world().read([&](db::ReadDb& r) {
      const auto row = r.first("SELECT due FROM flow_clock WHERE register_name = 'delegation' AND record_id = $1", {id});
      return row ? std::optional(db::as_text((*row)[0])) : std::nullopt;
    });
  }
  std::vector<flow::Removed> trash() {
    auto all = world().read([&](db::ReadDb& r) { return flow::trash(r, app::catalog(), officer_, Lang::vi, 50); });
    std::erase_if(all, [&](const flow::Removed& r) { return r.what != &d(); });  // registers that all share hold what other tests removed
    return all;
  }
  Actor home_, officer_, chair_, specialist_;
};

INSTANTIATE_TEST_SUITE_P(Both, FlowRules, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(FlowRules, a_delegation_is_sent_returned_sent_again_and_approved) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved) << words(saved.error());
  const auto id = saved->id;
  ASSERT_TRUE(move(officer_, id, "submit"));
  EXPECT_EQ(due(id), "2026-06-20") << "five days after the fifteenth of June";
  EXPECT_FALSE(move(specialist_, id, "return"));
  ASSERT_TRUE(move(specialist_, id, "return", {}, "Thiếu danh sách"));
  EXPECT_FALSE(due(id));
  ASSERT_TRUE(move(officer_, id, "submit"));
  ASSERT_TRUE(move(specialist_, id, "accept"));
  EXPECT_EQ(due(id), "2026-06-25");
  EXPECT_FALSE(move(chair_, id, "approve", {{"decision_no", "215/QĐ-UBND"}}));
  ASSERT_TRUE(move(chair_, id, "approve", {{"decision_no", "215/QĐ-UBND"}, {"decision_date", "14/6/2026"}}));
  const Cells now = world().load(d(), officer_, id);
  EXPECT_EQ(db::as_text(now[static_cast<std::size_t>(d().column("status"))]), "approved");
  EXPECT_EQ(db::as_text(now[static_cast<std::size_t>(d().column("decision_date"))]), "2026-06-14");
}

TEST_P(FlowRules, an_approved_visit_that_is_changed_has_to_be_approved_again) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved) << words(saved.error());
  const auto id = saved->id;
  const auto now = [&](const char* column) { return d().text(world().load(d(), officer_, id), column); };
  const auto edit = [&](const Actor& who, const char* column, db::Value v) {
    Cells cells = world().load(d(), who, id);
    put_text(d(), cells, column, std::move(v));
    return world().save(d(), who, cells);
  };
  ASSERT_TRUE(edit(officer_, "members", std::int64_t{12}));
  ASSERT_TRUE(move(officer_, id, "submit"));
  ASSERT_TRUE(move(specialist_, id, "accept"));
  ASSERT_TRUE(move(chair_, id, "approve", {{"decision_no", "215/QĐ-UBND"}, {"decision_date", "14/6/2026"}}));
  ASSERT_TRUE(edit(officer_, "head", std::string("Bà Kim")));
  ASSERT_TRUE(edit(officer_, "members", std::int64_t{10}));
  EXPECT_EQ(now("status"), "approved") << "who leads it, or fewer people, is within what was approved";
  ASSERT_TRUE(edit(officer_, "from_date", std::string("2026-09-11")));
  EXPECT_EQ(now("status"), "appraising");
  EXPECT_EQ(now("decision_no"), "") << "the old decision stays in the history";
  EXPECT_EQ(due(id), "2026-06-25") << "those who approve are waited for again";
  EXPECT_FALSE(move(officer_, id, "approve", {{"decision_no", "1"}, {"decision_date", "14/6/2026"}}));
  ASSERT_TRUE(move(chair_, id, "approve", {{"decision_no", "220/QĐ-UBND"}, {"decision_date", "15/6/2026"}}));
  // The button that fixes the dates is no way round, nor is a country more or a head more.
  ASSERT_TRUE(move(officer_, id, "schedule", {{"from_date", "12/9/2026"}}));
  EXPECT_EQ(now("status"), "appraising");
  ASSERT_TRUE(move(chair_, id, "approve", {{"decision_no", "221/QĐ-UBND"}, {"decision_date", "15/6/2026"}}));
  ASSERT_TRUE(move(officer_, id, "schedule", {{"from_date", "12/9/2026"}}));
  EXPECT_EQ(now("status"), "scheduled") << "on the days that were approved";
  ASSERT_TRUE(edit(officer_, "members", std::int64_t{30}));
  EXPECT_EQ(now("status"), "appraising");
  ASSERT_TRUE(move(chair_, id, "approve", {{"decision_no", "222/QĐ-UBND"}, {"decision_date", "15/6/2026"}}));
  const std::string countries = now("countries");
  ASSERT_TRUE(edit(officer_, "countries", countries + (countries.ends_with("|LA|") ? "KR|" : "LA|")));
  EXPECT_EQ(now("status"), "appraising");
}

TEST_P(FlowRules, opinions_are_due_before_the_visit_begins) {
  const auto sent = [&](const char* day) {
    auto saved = world().save(d(), officer_, draft("proposed", day));
    EXPECT_TRUE(saved) << words(saved.error());
    EXPECT_TRUE(move(officer_, saved->id, "submit") && move(specialist_, saved->id, "accept"));
    return saved->id;
  };
  EXPECT_EQ(due(sent("2026-06-26")), "2026-06-25") << "ten days lie before it";
  EXPECT_EQ(due(sent("2026-06-20")), "2026-06-19") << "the day before it begins";
  EXPECT_EQ(due(sent("2026-06-16")), "2026-06-15");
  EXPECT_EQ(due(sent("2026-06-15")), "2026-06-15") << "no day is left: at once";
}

TEST_P(FlowRules, the_due_day_follows_the_record_when_it_is_edited) {
  auto saved = world().save(d(), Actor::system(), draft("in_progress", "2026-06-01"));
  ASSERT_TRUE(saved) << words(saved.error());
  const auto id = saved->id;
  ASSERT_TRUE(move(officer_, id, "complete", {{"result", "Ký biên bản ghi nhớ"}}));
  ASSERT_TRUE(due(id));
  Cells cells = world().load(d(), officer_, id);
  put_text(d(), cells, "report_due", std::monostate{});
  put_text(d(), cells, "to_date", std::string("2026-06-10"));
  ASSERT_TRUE(world().save(d(), officer_, cells));
  EXPECT_EQ(due(id), "2026-06-25") << "fifteen days after it left";
  cells = world().load(d(), officer_, id);
  put_text(d(), cells, "to_date", std::string("2026-06-12"));
  ASSERT_TRUE(world().save(d(), officer_, cells));
  EXPECT_EQ(due(id), "2026-06-27");
}

TEST_P(FlowRules, nobody_begins_a_coming_visit_as_approved) {
  EXPECT_FALSE(world().save(d(), officer_, draft("approved", "2026-09-10")));
  EXPECT_FALSE(world().save(d(), with(home_, 6009, {Function::enter, Function::approve}), draft("approved", "2026-09-10")));
  EXPECT_TRUE(world().save(d(), officer_, draft("completed", "2026-05-10"))) << "a past visit may be entered directly";
}

TEST_P(FlowRules, a_form_does_not_go_round_the_buttons) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved);
  Cells cells = world().load(d(), officer_, saved->id);
  put_text(d(), cells, "status", std::string("approved"));
  const auto refused = world().save(d(), officer_, cells);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().field, "status");
  put_text(d(), cells, "status", std::string("submitted"));
  EXPECT_TRUE(world().save(d(), officer_, cells)) << "what the button would do, the form may do as well";
}

TEST_P(FlowRules, a_stale_press_of_a_button_is_refused) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved);
  std::optional<tl::expected<reg::Saved, Problems>> out;
  world().database().write([&](db::Tx& tx) {
    out.emplace(flow::move(tx, app::catalog(), d(), flow(), officer_, saved->id, saved->version + 7, "submit", {}, ""));
    return out->has_value();
  });
  ASSERT_FALSE(*out);
  EXPECT_EQ(out->error().front().code, Code::conflict);
}

TEST_P(FlowRules, nobody_moves_or_remarks_on_what_is_out_of_reach) {
  const Actor stranger = with(world().two_unions().b, 6010, {all_functions().begin(), all_functions().end()});
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved);
  const auto refused = move(stranger, saved->id, "submit");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().front().code, Code::not_found);
  EXPECT_FALSE(world().database().write_result([&](db::Tx& tx) { return flow::comment(tx, d(), stranger, saved->id, "chào"); }));
}

TEST_P(FlowRules, a_mention_reaches_the_person_and_stays_in_the_ledger) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved);
  const std::string login = "lan.anh" + std::to_string(home_.org);
  const auto [near, far] = world().write([&](db::Tx& tx) {
    const auto add = [&](const std::string& name, std::int64_t org) {
      return tx.integer("INSERT INTO person (login, name, org_id, reach, functions, password_hash, created_at, email) VALUES ($1, $1, $2, 'own', 'enter', '', 1, 'a@example.org') RETURNING id", {name, org});
    };
    return std::pair{add(login, home_.org), add("xa" + login, 999'999)};
  });
  auto said = world().database().write_result([&](db::Tx& tx) { return flow::comment(tx, d(), officer_, saved->id, "Nhờ @" + login + ". và @xa" + login + " xem <script>"); });
  ASSERT_TRUE(said) << said.error().message.en;
  EXPECT_EQ(world().read([&](db::ReadDb& r) { return flow::unread(r, near); }), 1);
  EXPECT_EQ(world().read([&](db::ReadDb& r) { return flow::unread(r, far); }), 0) << "a mention shows nothing to those out of reach";
  const auto all = world().read([&](db::ReadDb& r) { return flow::comments(r, "delegation", saved->id); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_NE(all[0].reason.find("<script>"), std::string::npos);
  const int letters = world().write([&](db::Tx& tx) { return flow::write_digests(tx); });
  EXPECT_GE(letters, 1);
  EXPECT_EQ(world().write([&](db::Tx& tx) { return flow::write_digests(tx); }), 0) << "nothing is mailed twice";
}

TEST_P(FlowRules, what_is_overdue_is_told_once) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved && move(officer_, saved->id, "submit"));
  world().write([&](db::Tx& tx) {
    tx.exec("UPDATE flow_clock SET due = '2026-06-01', reminded = 0 WHERE register_name = 'delegation' AND record_id = $1", {saved->id});
    tx.exec("INSERT INTO person (login, name, org_id, reach, functions, password_hash, created_at) VALUES ($1, $1, $2, 'own', 'check', '', 1)", {"late" + std::to_string(home_.org), home_.org});
    return true;
  });
  EXPECT_GE(world().write([&](db::Tx& tx) { return flow::remind(tx, app::catalog(), app::flows()); }), 1);
  EXPECT_EQ(world().write([&](db::Tx& tx) { return flow::remind(tx, app::catalog(), app::flows()); }), 0);
  const auto work = world().read([&](db::ReadDb& r) { return flow::waiting_for(r, app::catalog(), app::flows(), specialist_, Lang::vi, 500); });
  EXPECT_TRUE(std::any_of(work.begin(), work.end(), [&](const flow::Waiting& w) { return w.record == saved->id && w.register_name == "delegation"; }));
}

TEST_P(FlowRules, any_older_version_can_be_looked_at_and_gone_back_to) {
  auto saved = world().save(d(), officer_, draft("proposed", "2026-09-10"));
  ASSERT_TRUE(saved);
  const Cells first = world().load(d(), officer_, saved->id);
  for (const char* head : {"Bà Kim", "Ông Lee"}) {
    Cells cells = world().load(d(), officer_, saved->id);
    put_text(d(), cells, "head", std::string(head));
    ASSERT_TRUE(world().save(d(), officer_, cells));
  }
  const Cells now = world().load(d(), officer_, saved->id);
  const auto all = world().read([&](db::ReadDb& r) { return flow::versions(r, d(), now); });
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].cells, now);
  EXPECT_EQ(all[2].cells, first);
  EXPECT_EQ(db::as_text(all[1].cells[static_cast<std::size_t>(d().column("head"))]), "Bà Kim");
  std::optional<tl::expected<reg::Saved, Problems>> back;
  world().database().write([&](db::Tx& tx) {
    back.emplace(flow::go_back(tx, app::catalog(), d(), officer_, saved->id, 2, 3, "gõ nhầm"));
    return back->has_value();
  });
  ASSERT_TRUE(*back) << words(back->error());
  EXPECT_EQ(db::as_text(world().load(d(), officer_, saved->id)[static_cast<std::size_t>(d().column("head"))]), "Bà Kim");
}

TEST_P(FlowRules, a_whole_batch_is_taken_back_or_nothing_of_it) {
  const auto import = [&](const std::string& tag) {
    return world().write([&](db::Tx& tx) {
      std::vector<std::vector<std::string>> rows;
      for (int i = 0; i < 3; ++i) rows.push_back({"in", "Đoàn " + tag + std::to_string(i), "KR", "2026-05-0" + std::to_string(i + 1), "completed"});
      return reg::import_rows(tx, app::catalog(), d(), officer_, {"direction", "title", "countries", "from_date", "status"}, rows, false, tag);
    });
  };
  const auto done = import("lô " + std::to_string(home_.org));
  ASSERT_TRUE(done.done && done.created == 3);
  const auto changes = world().read([&](db::ReadDb& r) { return flow::log_of(r, app::catalog(), officer_, Lang::vi, 0, 50, done.batch); });
  ASSERT_EQ(changes.size(), 3U);
  // One of them was edited since: then nothing is taken back.
  Cells cells = world().load(d(), officer_, changes[1].change.record);
  put_text(d(), cells, "title", std::string("Đã sửa"));
  ASSERT_TRUE(world().save(d(), officer_, cells));
  EXPECT_FALSE(world().database().write_result([&](db::Tx& tx) { return flow::undo_batch(tx, app::catalog(), officer_, done.batch); }));
  EXPECT_EQ(trash().size(), 0U);
  const auto edit = world().read([&](db::ReadDb& r) { return ledger::history(r, "delegation", changes[1].change.record, 1); }).at(0);
  ASSERT_TRUE(world().database().write_result([&](db::Tx& tx) { return reg::undo(tx, app::catalog(), d(), officer_, edit.seq); }));
  const auto undone = world().database().write_result([&](db::Tx& tx) { return flow::undo_batch(tx, app::catalog(), officer_, done.batch); });
  ASSERT_TRUE(undone) << undone.error().message.en;
  EXPECT_EQ(*undone, 3);
  const auto removed = trash();
  ASSERT_EQ(removed.size(), 3U);
  EXPECT_EQ(removed[0].by, officer_.name);
  ASSERT_TRUE(world().database().write_result([&](db::Tx& tx) { return reg::undo(tx, app::catalog(), d(), officer_, removed[0].change); }));
  EXPECT_EQ(trash().size(), 2U);
}

TEST(Mentions, are_sign_in_names_behind_an_at_sign) {
  EXPECT_EQ(flow::mentions("Nhờ @thu, @Lan.Anh. và @ty"), (std::vector<std::string>{"thu", "lan.anh"}));
  EXPECT_TRUE(flow::mentions("viết về thu@cantho.gov.vn").empty());
}

class Asking : public testing::TestWithParam<db::Engine> {
 protected:
  World& world() { return World::of(app::catalog(), GetParam()); }
  const Description& d() const { return app::petitions(); }
  std::optional<Problems> move(const Actor& actor, std::int64_t id, const char* act, const flow::Given& given = {}, const std::string& reason = "") {
    std::optional<Problems> refused;
    world().database().write([&](db::Tx& tx) {
      const auto version = db::as_int(reg::load(tx, d(), Actor::system(), id).value()[reg::k_version]);
      auto done = flow::move(tx, app::catalog(), d(), app::petition_flow(), actor, id, version, act, given, reason);
      if (!done) refused = done.error();
      return done.has_value();
    });
    return refused;
  }
};

INSTANTIATE_TEST_SUITE_P(Both, Asking, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Asking, is_closed_by_the_association_that_asked_and_by_nobody_else) {
  const auto unions = world().two_unions();
  const Actor association = with(unions.a, 7001, {Function::enter});
  Actor specialist = with(unions.b, 7002, {Function::enter, Function::check, Function::approve});
  specialist.reach = Reach::all;
  const std::int64_t id = world().write([&](db::Tx& tx) {
    Cells cells = world().example(tx, d(), Actor::system(), 1);
    cells[reg::k_org] = unions.a.org;
    put_text(d(), cells, "status", std::string("submitted"));
    for (const char* none : {"answer", "answered_on", "closed_on", "due", "owner"}) put_text(d(), cells, none, std::monostate{});
    return reg::save(tx, app::catalog(), d(), Actor::system(), cells).value().id;
  });
  EXPECT_FALSE(move(specialist, id, "assign", {{"owner", "Phạm Minh Thư"}, {"due", "2027-01-15"}}));
  EXPECT_TRUE(move(association, id, "answer", {{"answer", "Tự trả lời"}})) << "answering is for those who check";
  EXPECT_TRUE(move(specialist, id, "answer")) << "an answer has words";
  EXPECT_FALSE(move(specialist, id, "answer", {{"answer", "Kế hoạch 2027 có hai đoàn đi."}}));
  EXPECT_EQ(db::as_text(world().load(d(), Actor::system(), id)[static_cast<std::size_t>(d().column("answered_on"))]), today().iso());
  EXPECT_TRUE(move(specialist, id, "confirm"));
  EXPECT_TRUE(move(specialist, id, "close"));
  Cells by_form = world().load(d(), specialist, id);
  put_text(d(), by_form, "status", std::string("closed"));
  EXPECT_FALSE(world().save(d(), specialist, by_form)) << "nor by the form";
  EXPECT_TRUE(move(association, id, "reopen")) << "a reason belongs to it";
  EXPECT_FALSE(move(association, id, "reopen", {}, "Chưa nói rõ đoàn nào"));
  EXPECT_TRUE(db::is_null(world().load(d(), Actor::system(), id)[static_cast<std::size_t>(d().column("answered_on"))])) << "it waits again";
  EXPECT_FALSE(move(specialist, id, "answer", {{"answer", "Đoàn Hàn Quốc tháng 3, đoàn Nhật Bản tháng 9."}}));
  EXPECT_FALSE(move(association, id, "confirm", {{"satisfaction", "5"}}));
  EXPECT_FALSE(move(association, id, "close"));
}

TEST(Clocks, leave_out_saturdays_and_sundays_where_working_days_are_meant) {
  const Date wednesday = *Date::from_ymd(2022, 6, 29);
  EXPECT_EQ(flow::days_after(wednesday, 2, true).iso(), "2022-07-01");
  EXPECT_EQ(flow::days_after(wednesday, 3, true).iso(), "2022-07-04");
  EXPECT_EQ(flow::days_after(wednesday, 3, false).iso(), "2022-07-02");
}

}  // namespace
}  // namespace nc::test
