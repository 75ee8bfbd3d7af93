// Who may see what, who may sign in, and for how long.
#include "auth/actor.h"

#include <gtest/gtest.h>

#include "support/core_tables.h"

namespace nc {
namespace {

using test::Org;

constexpr const char* k_phrase = "cây cầu bắc qua sông";

class Auth : public testing::TestWithParam<db::Engine> {
 protected:
  Auth() : database(test::database_with_core_tables(GetParam())) {}
  ~Auth() override { set_clock_for_test(0); }

  template <class F>
  auto write(F&& body) {
    std::optional<decltype(body(std::declval<db::Tx&>()))> out;
    database->write([&](db::Tx& tx) {
      out.emplace(body(tx));
      return true;
    });
    return std::move(*out);
  }
  template <class F>
  auto read(F&& body) {
    return database->read_result(body);
  }
  Result<std::int64_t> add(const std::string& login, const std::string& org = "ct",
                           const std::string& password = k_phrase, const std::string& name = "Đặng Thu Hà") {
    return database->write_result([&](db::Tx& tx) {
      return add_person(tx, login, name, "Chuyên viên", org, Reach::own_and_below, {Function::enter, Function::check},
                        password);
    });
  }
  std::string session_of(std::int64_t person) {
    return write([&](db::Tx& tx) { return start_session(tx, person); });
  }
  Actor actor(const std::string& token) {
    return read([&](db::ReadDb& db) { return actor_of_session(db, token); });
  }
  std::int64_t check(const std::string& login, const std::string& password) {
    return read([&](db::ReadDb& db) { return check_password(db, login, password); });
  }
  /// Ids of the organisations whose rows somebody at `home` sees.
  std::set<std::int64_t> seen(std::int64_t home, Reach reach) {
    Actor a;
    a.id = 5;
    a.org = home;
    a.reach = reach;
    return read([&](db::ReadDb& db) {
      std::string sql = "SELECT t.org_id FROM (SELECT id AS org_id, 'internal' AS confidentiality FROM organisation WHERE id > $1) t WHERE ";
      db::Params params = {std::int64_t{0}};
      append(sql, params, org_scope(a, "t"));
      std::set<std::int64_t> out;
      for (const auto& row : db.all(db::Sql::built(sql), params).rows) out.insert(db::as_int(row[0]));
      return out;
    });
  }
  std::unique_ptr<db::Database> database;
};
INSTANTIATE_TEST_SUITE_P(Both, Auth, testing::ValuesIn(test::engines_under_test()), test::engine_name);

using Ids = std::set<std::int64_t>;

TEST_P(Auth, a_union_reaches_what_is_below_it_and_its_city) {
  EXPECT_EQ(seen(test::k_union, Reach::own_and_below),
            (Ids{test::k_city, test::k_union, test::k_association, test::k_chapter}));
  EXPECT_EQ(seen(test::k_union, Reach::own), (Ids{test::k_city, test::k_union}));
}

TEST_P(Auth, an_association_does_not_reach_its_union_or_the_city) {
  EXPECT_EQ(seen(test::k_association, Reach::own_and_below), (Ids{test::k_association, test::k_chapter}));
  EXPECT_EQ(seen(test::k_association, Reach::own), (Ids{test::k_association}));
}

TEST_P(Auth, reach_union_is_the_whole_union_from_any_of_its_organisations_and_no_other) {
  const Ids whole{test::k_city, test::k_union, test::k_association, test::k_chapter};
  for (const std::int64_t home : {test::k_union, test::k_association, test::k_chapter}) EXPECT_EQ(seen(home, Reach::whole_union), whole) << home;
}

TEST(Roles, are_presets_that_enter_or_approve_but_never_both) {
  EXPECT_EQ(roles().size(), 9U);
  for (const Role& role : roles()) {
    EXPECT_EQ(find_role(role.code), &role);
    EXPECT_FALSE(role.functions.contains(Function::enter) && role.functions.contains(Function::approve)) << role.code;
  }
  EXPECT_EQ(find_role("root"), nullptr);
}

TEST(Duties, who_entered_a_record_can_not_approve_it) {
  Actor chair;
  chair.id = 7;
  chair.functions = {Function::approve, Function::enter};
  EXPECT_TRUE(may_approve(chair, 8));
  EXPECT_FALSE(may_approve(chair, 7));
  EXPECT_FALSE(may_approve(chair, {8, 7}));
  Actor officer = chair;
  officer.functions = {Function::enter};
  EXPECT_FALSE(may_approve(officer, 8));
  Actor seen_as = chair;
  seen_as.behind = std::make_shared<Actor>(officer);
  EXPECT_FALSE(may_approve(seen_as, 8));
}

TEST_P(Auth, the_national_union_reaches_all_unions_but_no_city_as_a_whole) {
  EXPECT_EQ(seen(test::k_vufo, Reach::own_and_below),
            (Ids{test::k_vufo, test::k_union, test::k_association, test::k_chapter, test::k_other_union}));
}

TEST_P(Auth, reach_all_sees_everything_and_nobody_sees_nothing) {
  EXPECT_EQ(seen(0, Reach::all).size(), 7U);
  EXPECT_EQ(seen(99, Reach::own_and_below), Ids{});
  EXPECT_EQ(org_scope(Actor{}, "t").sql, "FALSE");
}

TEST(Condition, is_renumbered_behind_the_parameters_there_are) {
  std::string sql = "a = $1 AND b = $2 AND ";
  db::Params params = {std::int64_t{1}, std::int64_t{2}};
  append(sql, params, {"(x = $2 OR y = $1 OR z = '$1' OR x > $12)", db::Params(12, db::Value(std::int64_t{7}))});
  EXPECT_EQ(sql, "a = $1 AND b = $2 AND (x = $4 OR y = $3 OR z = '$1' OR x > $14)");
  EXPECT_EQ(params.size(), 14U);
}

TEST(Functions, have_codes_that_read_back) {
  for (const Function f : all_functions()) EXPECT_EQ(function_from_code(code(f)), f);
  for (const Reach r : {Reach::own, Reach::own_and_below, Reach::whole_union, Reach::all}) EXPECT_EQ(reach_from_code(code(r)), r);
  const std::set<Function> some = {Function::enter, Function::publish, Function::audit};
  EXPECT_EQ(functions_text(some), "enter,publish,audit");
  EXPECT_EQ(functions_from_text("audit,nonsense,enter,publish"), some);
  EXPECT_TRUE(functions_from_text("").empty());
  EXPECT_EQ(function_from_code("root"), std::nullopt);
}

TEST_P(Auth, a_person_signs_in_with_the_pass_phrase_only) {
  const auto person = add("Thu.Ha");
  ASSERT_TRUE(person) << person.error().message.en;
  EXPECT_EQ(check("thu.ha", k_phrase), *person);
  EXPECT_EQ(check(" THU.HA ", k_phrase), *person);
  EXPECT_EQ(check("thu.ha", std::string(k_phrase) + "x"), 0);
  EXPECT_EQ(check("thu.ha", ""), 0);
  EXPECT_EQ(check("nobody", k_phrase), 0);
}

TEST_P(Auth, a_session_names_the_person_and_what_they_may_do) {
  const auto token = session_of(*add("thu.ha"));
  const Actor a = actor(token);
  EXPECT_EQ(a.name, "Đặng Thu Hà");
  EXPECT_EQ(a.org, test::k_union);
  EXPECT_EQ(a.org_code, "ct");
  EXPECT_EQ(a.reach, Reach::own_and_below);
  EXPECT_TRUE(a.may(Function::check));
  EXPECT_FALSE(a.may(Function::approve));
  EXPECT_EQ(actor("").id, 0);
  EXPECT_EQ(actor(token + "x").id, 0);
  EXPECT_EQ(read([](db::ReadDb& db) { return actor_of_login(db, "thu.ha"); }).id, a.id);
}

TEST_P(Auth, the_database_holds_neither_tokens_nor_pass_phrases) {
  const auto token = session_of(*add("thu.ha"));
  read([&](db::ReadDb& db) {
    EXPECT_EQ(db.integer("SELECT count(*) FROM session WHERE token_hash = $1", {token}), 0);
    EXPECT_EQ(db.integer("SELECT count(*) FROM session"), 1);
    const std::string stored = db::as_text(db.scalar("SELECT password_hash FROM person"));
    EXPECT_TRUE(stored.starts_with("$argon2id$")) << stored;
    return true;
  });
}

TEST_P(Auth, a_session_ends_when_left_alone_and_in_any_case_after_a_week) {
  const Instant start = 1'790'000'000'000;
  set_clock_for_test(start);
  const auto token = session_of(*add("thu.ha"));
  const auto wants = [&] { return read([&](db::ReadDb& db) { return session_wants_keeping(db, token); }); };
  const auto keep = [&] {
    write([&](db::Tx& tx) {
      keep_session(tx, token);
      return true;
    });
  };
  EXPECT_FALSE(wants());
  set_clock_for_test(start + k_session_idle - 1000);
  EXPECT_NE(actor(token).id, 0);
  EXPECT_TRUE(wants());
  keep();
  EXPECT_FALSE(wants());
  set_clock_for_test(start + 2 * k_session_idle - 2000);
  EXPECT_NE(actor(token).id, 0);
  set_clock_for_test(start + 2 * k_session_idle);
  EXPECT_EQ(actor(token).id, 0);
  keep();  // too late
  EXPECT_EQ(actor(token).id, 0);

  set_clock_for_test(start);
  const auto busy = session_of(1);
  for (Instant t = start; t < start + k_session_life; t += k_session_idle / 2) {
    set_clock_for_test(t);
    EXPECT_NE(actor(busy).id, 0);
    write([&](db::Tx& tx) {
      keep_session(tx, busy);
      return true;
    });
  }
  set_clock_for_test(start + k_session_life);
  EXPECT_EQ(actor(busy).id, 0);
}

TEST_P(Auth, signing_out_a_new_pass_phrase_and_disabling_end_sessions) {
  const auto person = *add("thu.ha");
  auto token = session_of(person);
  const auto other = session_of(person);
  write([&](db::Tx& tx) {
    end_session(tx, token);
    return true;
  });
  EXPECT_EQ(actor(token).id, 0);
  EXPECT_EQ(actor(other).id, person);

  const std::string next = "một câu khác dễ nhớ";
  EXPECT_TRUE(database->write_result([&](db::Tx& tx) { return set_password(tx, "Thu.Ha", next); }));
  EXPECT_EQ(actor(other).id, 0);
  EXPECT_EQ(check("thu.ha", k_phrase), 0);
  EXPECT_EQ(check("thu.ha", next), person);

  token = session_of(person);
  EXPECT_TRUE(database->write_result([&](db::Tx& tx) { return disable_person(tx, "thu.ha"); }));
  EXPECT_EQ(actor(token).id, 0);
  EXPECT_EQ(check("thu.ha", next), 0);
  EXPECT_EQ(read([](db::ReadDb& db) { return actor_of_login(db, "thu.ha"); }).id, 0);
  const auto all = read([](db::ReadDb& db) { return people(db); });
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all[0].disabled);
  EXPECT_EQ(all[0].org_code, "ct");
}

TEST_P(Auth, a_person_is_refused_with_the_field_that_is_wrong) {
  ASSERT_TRUE(add("thu.ha"));
  const auto field = [&](auto&&... what) {
    const auto result = add(what...);
    return result ? std::string("accepted") : result.error().field;
  };
  EXPECT_EQ(field("THU.ha"), "login");  // taken
  EXPECT_EQ(field("ab"), "login");
  EXPECT_EQ(field("thu ha"), "login");
  EXPECT_EQ(field("thu.hà"), "login");
  EXPECT_EQ(field(std::string(61, 'a')), "login");
  EXPECT_EQ(field("minh", "no-such-org"), "org");
  EXPECT_EQ(field("minh", "ct", "ngắn quá"), "password");
  EXPECT_EQ(field("minh", "ct", "aaaaaaaaaaaaaaaa"), "password");
  EXPECT_EQ(field("minh.tran", "ct", "xin chào minh.tran"), "password");
  EXPECT_EQ(field("minh", "ct", std::string(1001, 'x') + "y"), "password");
  EXPECT_EQ(field("minh", "ct", k_phrase, "  "), "name");
  EXPECT_EQ(field("minh"), "accepted");
  for (const char* login : {"nobody", ""}) {
    EXPECT_EQ(database->write_result([&](db::Tx& tx) { return set_password(tx, login, k_phrase); }).error().code,
              Code::not_found);
    EXPECT_EQ(database->write_result([&](db::Tx& tx) { return disable_person(tx, login); }).error().code,
              Code::not_found);
  }
}

}  // namespace
}  // namespace nc
