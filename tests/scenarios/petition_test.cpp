// Petitions: sent on with a trace, answered on paper, brought before the vice chair and the chair when they lie too long.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/petitions/public.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

class Petitions : public testing::TestWithParam<db::Engine> {
 protected:
  Petitions() : site_({.engine = GetParam()}) {
    site_.sign_in();
    korea_ = site_.number("SELECT id FROM petition WHERE code = 'F025'");
  }

  std::int64_t number(const std::string& sql, db::Params params = {}) { return site_.number(db::Sql::built(sql), std::move(params)); }
  web::Response move(std::int64_t id, const std::string& act, SampleSite::Form more = {}) {
    SampleSite::Form form{{"move", act}, {"version", std::to_string(number("SELECT version FROM petition WHERE id = $1", {id}))}};
    for (auto& [name, value] : more) form.emplace_back(act + "." + name, value);
    return site_.post("/petitions/" + std::to_string(id) + "/move", form);
  }
  /// The clock of the petition as if it had run out so many days ago.
  void late_by(std::int64_t days) {
    site_.write([&](db::Tx& tx) {
      tx.exec("DELETE FROM flow_clock WHERE register_name = 'petition'", {});
      tx.exec("INSERT INTO flow_clock (register_name, record_id, org_id, state, since, due, reminded) SELECT 'petition', id, org_id, status, 1, $2, 0 FROM petition WHERE id = $1",
              {korea_, today().plus_days(static_cast<int>(-days)).iso()});
    });
  }
  int escalate() {
    int told = 0;
    site_.write([&](db::Tx& tx) { told = app::escalate_petitions(tx); });
    return told;
  }
  std::int64_t told(const std::string& login) {
    return number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE n.register_name = 'petition' AND n.act LIKE 'escalate%' AND p.login = $1 AND n.record_id = $2", {login, korea_});
  }

  SampleSite site_;
  std::int64_t korea_ = 0;
};

TEST_P(Petitions, sending_on_begins_a_line_of_the_trace_each_time) {
  ASSERT_EQ(move(korea_, "acknowledge").status, 303);
  ASSERT_EQ(move(korea_, "forward", {{"addressed_to", "Sở Ngoại vụ"}, {"reason", "Vượt thẩm quyền"}}).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM petition_forward WHERE petition = $1 AND sent_to = 'Sở Ngoại vụ'", {korea_}), 1);
  EXPECT_TRUE(shows(site_.page("/petitions/" + std::to_string(korea_)), "Sở Ngoại vụ"));
}

TEST_P(Petitions, the_letter_of_answer_has_three_parts_and_is_the_unions) {
  const std::string address = "/petitions/" + std::to_string(korea_) + "/papers/answer";
  EXPECT_EQ(site_.post(address + "/book", {{"signer", "A"}, {"signed_on", "2025-01-01"}}).status, 422) << "there is no answer yet";
  ASSERT_EQ(move(korea_, "answer", {{"answer", "Có hai đoàn ra."}, {"not_yet", "Chưa có kinh phí."}}).status, 303);
  const std::string sheet = site_.page(address);
  for (const char* part : {"LIÊN HIỆP CÁC TỔ CHỨC", "LHHN-VP", "V/v trả lời kiến nghị", "Có hai đoàn ra.", "Chưa có kinh phí."}) EXPECT_TRUE(shows(sheet, part)) << part;
  site_.sign_in("anh");
  EXPECT_EQ(site_.post(address + "/book", {{"signer", "A"}, {"signed_on", "2025-01-01"}}).status, 403) << "an association signs nothing in the name of the Union";
}

TEST_P(Petitions, what_is_overdue_goes_to_the_vice_chair_first_and_then_to_the_chair) {
  std::int64_t vice = 0;
  site_.write([&](db::Tx& tx) {
    vice = add_person(tx, "pho", "Phó Thử", "Phó Chủ tịch", "ct", Reach::own_and_below, {Function::check, Function::approve}, "mot-cum-mat-khau-dai", Sight::personal, "vice_chair").value();
  });
  late_by(1);
  EXPECT_EQ(escalate(), 1);
  EXPECT_EQ(told("pho"), 1);
  EXPECT_EQ(told("bao"), 0) << "the vice chair has three working days";
  EXPECT_EQ(escalate(), 0) << "nobody is told twice";
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE flow_clock SET due = $2 WHERE register_name = 'petition' AND record_id = $1", {korea_, today().plus_days(-9).iso()}); });
  EXPECT_EQ(escalate(), 1);
  EXPECT_EQ(told("bao"), 1);
  EXPECT_TRUE(shows(site_.page("/petitions/" + std::to_string(korea_)), "Phó Thử")) << "who was told stands on the record";
}

TEST_P(Petitions, without_a_vice_chair_the_chair_is_told_at_once) {
  late_by(1);
  EXPECT_EQ(escalate(), 1);
  EXPECT_EQ(told("bao"), 1);
  late_by(9);
  EXPECT_EQ(escalate(), 0);
}

TEST_P(Petitions, the_help_desk_shows_an_association_only_itself) {
  EXPECT_TRUE(shows(site_.page("/help-desk"), "Việt Nam – Trung Quốc"));
  site_.sign_in("anh");
  const std::string own = site_.page("/help-desk");
  EXPECT_TRUE(shows(own, "Việt Nam – Hàn Quốc"));
  EXPECT_FALSE(shows(own, "Việt Nam – Trung Quốc"));
}

INSTANTIATE_TEST_SUITE_P(Both, Petitions, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
