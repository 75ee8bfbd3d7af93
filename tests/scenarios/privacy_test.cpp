// A person asks what is held on them and to be erased: found in every register, written out, erased by two, gone from former
// values too, while the chain, the counts and the other Union stay as they were.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/privacy/names.h"
#include "app/privacy/person.h"
#include "app/privacy/public.h"
#include "app/privacy/retention.h"
#include "app/site/safety.h"
#include "auth/access_log.h"
#include "base/clock.h"
#include "register/parts.h"
#include "sheets/import_jobs.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

using reg::Cells;
using reg::Description;

constexpr const char* k_name = "Phạm Thị Minh Châu";

TEST(Names, are_found_as_whole_words_with_their_marks) {
  const auto who = app::Named::of(k_name).value();
  EXPECT_TRUE(who.in("bà phạm thị minh châu, Chủ tịch"));
  EXPECT_FALSE(who.in("Phạm Thị Minh Châuu"));
  EXPECT_FALSE(who.in("Phạm Thị Minh Chau"));
  EXPECT_TRUE(who.nearly_in("PHAM THI MINH CHAU"));
  EXPECT_FALSE(who.nearly_in("Phạm Thị Minh"));
  EXPECT_FALSE(app::Named::of("Châu"));
  EXPECT_EQ(who.without("Tiếp PHẠM THỊ MINH CHÂU và đoàn", "X"), "Tiếp X và đoàn");
  EXPECT_EQ(who.person_without("bà Phạm Thị Minh Châu; ông Lê Văn Khách", "X"), "X; ông Lê Văn Khách");
  EXPECT_EQ(who.person_without("ông Lê Văn Khách, Phạm Thị Minh Châu", "X"), "ông Lê Văn Khách, X");
}

class Privacy : public testing::TestWithParam<db::Engine> {
 protected:
  Privacy() : office(GetParam()) {
    for (auto& p : office.personas("ct")) people[std::string(p.role->code)] = p;
    for (auto& p : office.personas("hp")) others[std::string(p.role->code)] = p;
    make_records();
  }
  ~Privacy() override { set_clock_for_test(0); }

  Cells loaded(const Description& d, std::int64_t id) {
    Cells out;
    office.program().database().read([&](db::ReadDb& db) { out = reg::detail::load_stored(db, d, Actor::system(), id)->cells; });
    return out;
  }
  std::string cell(const Description& d, std::int64_t id, const char* column) { return d.text(loaded(d, id), column); }
  void put(const Description& d, std::int64_t id, const std::vector<std::pair<const char*, std::string>>& values) {
    office.program().database().write([&](db::Tx& tx) {
      Cells cells = reg::load(tx, d, Actor::system(), id).value();
      for (const auto& [column, value] : values) cells.at(static_cast<std::size_t>(d.column(column))) = value;
      const auto saved = reg::save(tx, app::catalog(), d, Actor::system(), cells, {.reason = "theo thư của bà " + std::string(k_name), .batch = {}, .action = {}});
      if (!saved) throw std::runtime_error(d.name + ": " + words(saved.error()));
      return true;
    });
  }
  /// The person is contact of a partner, heads a delegation that had another head before, and is told of in a note.
  void make_records() {
    partner_ = office.record("ct", "partner");
    delegation_ = office.record("ct", "delegation");
    meeting_ = office.record("ct", "meeting");
    put(partners(), partner_, {{"contact", "bà " + std::string(k_name) + ", Trưởng phòng"}, {"phone", "0913 555 777"}, {"email", "chau@example.vn"}});
    put(delegations(), delegation_, {{"head", k_name}});
    put(delegations(), delegation_, {{"head", "Lê Văn Khách"}, {"note", "Trước đây do Phạm Thị Minh Châu dẫn đầu"}});
    put(meetings(), meeting_, {{"chair", std::string(k_name) + "; Lê Văn Khách"}});
    put(*app::catalog().find("partner"), office.record("hp", "partner"), {{"contact", k_name}});  // the same name in the other Union
  }
  static const Description& partners() { return *app::catalog().find("partner"); }
  static const Description& delegations() { return *app::catalog().find("delegation"); }
  static const Description& meetings() { return *app::catalog().find("meeting"); }

  std::int64_t number(const db::Sql& sql, const db::Params& params = {}) {
    std::int64_t out = 0;
    office.program().database().read([&](db::ReadDb& db) { out = db.integer(sql, params); });
    return out;
  }
  std::string get(const std::string& role, const std::string& target) { return std::string(office.ask(people.at(role), "GET", target).content()); }
  web::Response post(const std::string& role, const std::string& target, const TwoOffices::Form& form = {}) { return office.ask(people.at(role), "POST", target, form); }
  std::string search() const { return "/privacy/person?name=" + url_encode(k_name); }
  app::Check check() { return app::check_everything(office.program().database(), app::catalog(), ""); }
  std::string asked() {
    const auto made = post("chair", "/privacy/erasures", {{"name", k_name}, {"decision", "12/QĐ-LHHN"}, {"reason", "người có dữ liệu yêu cầu"}});
    EXPECT_EQ(made.status, 303) << made.content();
    return location(made);
  }

  TwoOffices office;
  std::map<std::string, TwoOffices::Persona> people, others;
  std::int64_t partner_ = 0, delegation_ = 0, meeting_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Both, Privacy, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Privacy, a_person_is_found_in_every_register_and_written_out) {
  const std::string json = get("chair", search() + "&format=json");
  for (const char* held : {"\"register\":\"partner\"", "chau@example.vn", "0913 555 777", "\"register\":\"meeting\"", "look_at_these", "Trước đây do"})
    EXPECT_NE(json.find(held), std::string::npos) << held << "\n" << json;
  EXPECT_EQ(json.find("\"register\":\"delegation\",\"id\":" + std::to_string(office.record("hp", "delegation"))), std::string::npos);
  const std::string page = get("chair", search() + "&format=html");
  EXPECT_NE(page.find("chau@example.vn"), std::string::npos);
  EXPECT_NE(get("chair", search()).find("Xem lại những chỗ này"), std::string::npos);
  EXPECT_GT(number("SELECT count(*) FROM access_log WHERE act = 'person_export' AND person_id = $1", {people.at("chair").id}), 2);
  for (const char* role : {"association_officer", "union_specialist", "clerk", "auditor", "administrator", "vufo_reader"}) EXPECT_EQ(office.ask(people.at(role), "GET", search()).status, 403) << role;
  // The other Union finds its own record and nothing else.
  const auto theirs = std::string(office.ask(others.at("chair"), "GET", search() + "&format=json").content());
  EXPECT_EQ(theirs.find("chau@example.vn"), std::string::npos);
  EXPECT_NE(theirs.find("\"ledger_entries\":1"), std::string::npos) << theirs;
}

TEST_P(Privacy, two_people_erase_a_person_for_good_and_the_chain_still_verifies) {
  ASSERT_TRUE(check().faults.empty()) << check().faults.front();
  const std::int64_t records = number("SELECT count(*) FROM partner") + number("SELECT count(*) FROM delegation");
  EXPECT_EQ(post("association_officer", "/privacy/erasures", {{"name", k_name}, {"decision", "1"}, {"reason", "x"}}).status, 403);
  EXPECT_EQ(post("chair", "/privacy/erasures", {{"name", k_name}, {"decision", "12/QĐ"}, {"reason", "bà Phạm Thị Minh Châu yêu cầu"}}).status, 422) << "the name would stay in the reason";
  const std::string request = asked();
  EXPECT_EQ(post("chair", request + "/confirm").status, 403) << "who asked";
  EXPECT_EQ(office.ask(others.at("vice_chair"), "POST", request + "/confirm").status, 404) << "another Union";
  EXPECT_NE(get("vice_chair", request).find("Người đã xóa dữ liệu 1"), std::string::npos) << "what it will say is shown before";
  ASSERT_EQ(post("vice_chair", request + "/confirm").status, 303);

  EXPECT_EQ(cell(partners(), partner_, "contact"), "Người đã xóa dữ liệu 1, Trưởng phòng");
  EXPECT_EQ(cell(partners(), partner_, "phone"), "");
  EXPECT_EQ(cell(partners(), partner_, "email"), "");
  EXPECT_EQ(cell(meetings(), meeting_, "chair"), "Người đã xóa dữ liệu 1; Lê Văn Khách");
  EXPECT_EQ(cell(delegations(), delegation_, "note"), "Trước đây do Phạm Thị Minh Châu dẫn đầu") << "free text waits for people";
  EXPECT_EQ(number("SELECT count(*) FROM partner") + number("SELECT count(*) FROM delegation"), records);
  const db::Params name{"%" + std::string(k_name) + "%"};
  EXPECT_EQ(number("SELECT count(*) FROM change WHERE record > 0 AND (before_json LIKE $1 OR reason LIKE $1) AND NOT (register_name = 'partner' AND record = $2)", {name[0], office.record("hp", "partner")}), 0);
  EXPECT_EQ(number("SELECT count(*) FROM change WHERE after_json LIKE '%0913 555 777%' OR after_json LIKE '%chau@example.vn%'"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM change WHERE after_json LIKE $1 AND register_name = 'delegation'", name), 1) << "the note's own entry, as long as the note says it";
  EXPECT_EQ(number("SELECT count(*) FROM erasure WHERE name <> ''"), 0);
  EXPECT_EQ(cell(partners(), office.record("hp", "partner"), "contact"), k_name) << "the other Union's record is theirs";
  const app::Check after = check();
  EXPECT_TRUE(after.faults.empty()) << after.faults.front();
  EXPECT_GT(after.erased, 2);

  for (const std::string& page : {"/partners/" + std::to_string(partner_), "/partners/" + std::to_string(partner_) + "/history", "/partners?q=" + url_encode(k_name)})
    EXPECT_EQ(get("chair", page).find("Minh Châu</"), std::string::npos) << page;
  EXPECT_EQ(get("chair", "/delegations/" + std::to_string(delegation_) + "/history?field=head").find(k_name), std::string::npos);
  EXPECT_EQ(post("vice_chair", request + "/confirm").status, 409);
  // Taking back an older change brings the pseudonym, never the name.
  const std::int64_t old = number("SELECT max(seq) FROM change WHERE register_name = 'delegation' AND record = $1 AND action = 'update'", {delegation_});
  post("union_specialist", "/delegations/" + std::to_string(delegation_) + "/undo", {{"change", std::to_string(old)}});
  EXPECT_EQ(cell(delegations(), delegation_, "head").find(k_name), std::string::npos);
  EXPECT_TRUE(check().faults.empty()) << check().faults.front();
}

TEST_P(Privacy, a_disabled_account_gets_the_pseudonym_and_one_in_use_stays) {
  const auto account = [&](const char* login, int disabled) {
    office.program().database().write([&](db::Tx& tx) {
      tx.exec("INSERT INTO person (login, name, title, email, org_id, reach, functions, password_hash, disabled, created_at) SELECT $1, $2, 'Chuyên viên', $1 || '@example.vn', org_id, 'own', 'enter', 'x', $3, 0 "
              "FROM person WHERE id = $4", {login, k_name, disabled, people.at("chair").id});
      return true;
    });
  };
  account("chau.cu", 1);
  account("chau.nay", 0);
  const std::string page = get("chair", search());
  EXPECT_NE(page.find("thành bí danh"), std::string::npos);
  EXPECT_NE(page.find("đang dùng, nên việc xóa không đụng đến"), std::string::npos);
  ASSERT_EQ(post("vice_chair", asked() + "/confirm").status, 303);
  EXPECT_EQ(number("SELECT count(*) FROM person WHERE login = 'chau.cu' OR email = 'chau.cu@example.vn'"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM person WHERE name = 'Người đã xóa dữ liệu 1' AND email = '' AND title = '' AND password_hash = '' AND disabled = 1"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM person WHERE login = 'chau.nay' AND name = $1", {k_name}), 1);
}

TEST_P(Privacy, once_the_text_was_set_right_by_hand_a_second_request_takes_its_former_words_too) {
  ASSERT_EQ(post("vice_chair", asked() + "/confirm").status, 303);
  put(delegations(), delegation_, {{"note", "Trước đây do người khác dẫn đầu"}});
  ASSERT_EQ(post("vice_chair", asked() + "/confirm").status, 303);
  EXPECT_EQ(number("SELECT count(*) FROM change WHERE record > 0 AND (before_json LIKE $1 OR after_json LIKE $1 OR reason LIKE $1) AND NOT (register_name = 'partner' AND record = $2)",
                   {"%" + std::string(k_name) + "%", office.record("hp", "partner")}), 0);
  EXPECT_TRUE(check().faults.empty()) << check().faults.front();
}

TEST_P(Privacy, a_refused_request_changes_nothing_and_forgets_the_name) {
  const std::string request = asked();
  EXPECT_EQ(post("vice_chair", request + "/refuse").status, 303);
  EXPECT_EQ(number("SELECT count(*) FROM erasure WHERE name <> ''"), 0);
  EXPECT_EQ(cell(partners(), partner_, "phone"), "0913 555 777");
  EXPECT_EQ(post("vice_chair", request + "/confirm").status, 409);
}

TEST_P(Privacy, the_list_of_processing_names_every_register_that_holds_something_on_people) {
  const std::string page = get("auditor", "/privacy");
  for (const Description* d : app::catalog().all())
    if (d->processing) EXPECT_NE(page.find("href=\"/" + d->path + "\""), std::string::npos) << d->name;
  EXPECT_EQ(office.ask(people.at("association_officer"), "GET", "/privacy").status, 403);
}

TEST_P(Privacy, clocks_say_what_is_past_its_time_and_only_logs_go_by_themselves) {
  get("chair", search());  // is noted in the access log
  const auto shown = [&] { return get("chair", "/privacy/retention").find("/partners/" + std::to_string(partner_) + "\"") != std::string::npos; };
  EXPECT_FALSE(shown());
  EXPECT_EQ(post("chair", "/privacy/retention", {{"code", "contacts"}, {"months", "12"}, {"since", "01/01/2026"}}).status, 303);
  EXPECT_TRUE(check().faults.empty()) << "a decision is no fault of the ledger: " << check().faults.front();
  EXPECT_EQ(post("chair", "/privacy/retention", {{"code", "contacts"}, {"months", "-3"}, {"since", "01/01/2026"}}).status, 422);
  EXPECT_EQ(post("association_officer", "/privacy/retention", {{"code", "contacts"}, {"months", "1"}, {"since", "01/01/2026"}}).status, 403);
  const Instant then = now();
  set_clock_for_test(then + 400LL * 86'400'000);
  for (auto& [role, p] : people) office.renew(p);
  EXPECT_TRUE(shown());
  office.program().database().write([](db::Tx& tx) {
    app::apply_retention(tx);
    return true;
  });
  EXPECT_EQ(cell(partners(), partner_, "phone"), "0913 555 777") << "no record loses anything by itself";
  EXPECT_GT(number("SELECT count(*) FROM access_log"), 0) << "24 months are not over";
  set_clock_for_test(then + 800LL * 86'400'000);
  office.program().database().write([](db::Tx& tx) {
    app::apply_retention(tx);
    return true;
  });
  EXPECT_EQ(number("SELECT count(*) FROM access_log WHERE at < $1", {then + 1}), 0);
}

TEST_P(Privacy, spreadsheets_nobody_imported_go_with_the_chores_of_the_day) {
  office.program().database().write([&](db::Tx& tx) {
    Actor a = Actor::system();
    a.id = 77;
    reg::start_job(tx, partners(), a, "danh-ba.csv", "Tên,Điện thoại\nA,1\n");
    return true;
  });
  set_clock_for_test(now() + 8LL * 86'400'000);
  office.program().database().write([](db::Tx& tx) {
    app::apply_retention(tx);
    return true;
  });
  EXPECT_EQ(number("SELECT count(*) FROM import_file"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM import_job WHERE person = 77"), 0);
}

}  // namespace
}  // namespace nc::test
