// A report campaign as people run it: opened, filled in, sent, returned, accepted, put together; who may do what, and what the
// rules find. On both engines, with the clock in June 2022.
#include <gtest/gtest.h>

#include "app/campaigns/public.h"
#include "app/catalog.h"
#include "app/sample/sample.h"
#include "base/clock.h"
#include "flow/notice.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;

Instant morning(const char* day) { return Instant{Date::from_iso(day)->days()} * 86'400'000 + 2 * 3'600'000; }

class Campaign : public testing::TestWithParam<db::Engine>, protected test::SampleSite {
 protected:
  Campaign() : SampleSite({.engine = GetParam()}) {
    set_clock_for_test(morning("2022-06-10"));
    sign_in();
  }
  ~Campaign() override { set_clock_for_test(0); }

  static Form half_year() {
    return {{"kind", "half_year"}, {"asks", "associations"}, {"org", "ct"}, {"period", "6 tháng đầu năm 2022"}, {"cutoff", ""}, {"due", "20/06/2022"},
            {"receivers", "Thành ủy; Ủy ban nhân dân thành phố"}, {"title", ""}, {"note", "Ghi đủ ngày của từng việc"}};
  }
  std::int64_t open(const Form& form = half_year()) {
    const auto r = post("/report-campaigns", form);
    EXPECT_EQ(r.status, 303) << r.content();
    return number("SELECT MAX(id) FROM report_campaign");
  }
  std::int64_t filing(const std::string& org) { return number("SELECT MAX(f.id) FROM filing f JOIN organisation o ON o.id = f.from_org WHERE o.code = $1 AND f.deleted = 0", {org}); }
  std::string status(std::int64_t id) { return text("SELECT status FROM filing WHERE id = $1", {id}); }
  std::string version(std::int64_t id) { return std::to_string(number("SELECT version FROM filing WHERE id = $1", {id})); }
  static std::string at(std::int64_t id, const std::string& more = {}) { return "/filings/" + std::to_string(id) + more; }
  static std::string board(std::int64_t id, const std::string& more = {}) { return "/report-campaigns/" + std::to_string(id) + more; }
  web::Response send(std::int64_t id, Form more = {}) {
    Form form{{"version", version(id)}, {"act", "file"}, {"all", "1"}, {"signer", "Nguyễn Thanh Xuân, Chủ tịch Hội"}};
    form.insert(form.end(), more.begin(), more.end());
    return post(at(id), form);
  }
  web::Response act(std::int64_t id, const std::string& what, Form form = {}) {
    form.emplace_back("version", version(id));
    return post(at(id, "/" + what), form);
  }
  /// Everybody's filing, on behalf of the members, by the sample's officer of the Union.
  void send_all(std::int64_t campaign) {
    sign_in();
    std::vector<std::int64_t> ids;
    program().database().read([&](db::ReadDb& db) {
      db.each("SELECT id FROM filing WHERE campaign = $1 AND status <> 'accepted' AND status <> 'filed' ORDER BY id", {campaign}, [&](const db::Row& r) { return ids.push_back(r.integer(0)), true; });
    });
    for (const std::int64_t id : ids) ASSERT_EQ(send(id, {{"behalf_reason", "Hội đọc số qua điện thoại"}}).status, 303) << id;
  }
  void accept_all(std::int64_t campaign) {
    sign_in("bao");
    std::vector<std::int64_t> ids;
    program().database().read([&](db::ReadDb& db) {
      db.each("SELECT id FROM filing WHERE campaign = $1 AND status = 'filed' ORDER BY id", {campaign}, [&](const db::Row& r) { return ids.push_back(r.integer(0)), true; });
    });
    for (const std::int64_t id : ids) ASSERT_EQ(act(id, "accept").status, 303) << id << act(id, "accept").content();
  }
  std::int64_t org(const std::string& code) { return number("SELECT id FROM organisation WHERE code = $1", {code}); }
  /// A record written as the register's form would, by the program itself.
  std::int64_t record(const std::string& name, const std::vector<std::pair<std::string, db::Value>>& values) {
    std::int64_t id = 0;
    write([&](db::Tx& tx) {
      const auto& d = *catalog().find(name);
      reg::Cells cells(d.columns().size());
      cells[reg::k_id] = cells[reg::k_version] = cells[reg::k_illustrative] = std::int64_t{0};
      cells[reg::k_confidentiality] = std::string("internal");
      for (const auto& [column, value] : values) cells[static_cast<std::size_t>(d.column(column))] = value;
      auto saved = reg::save(tx, catalog(), d, Actor::system(), cells);
      ASSERT_TRUE(saved) << saved.error().front().message.en;
      id = saved->id;
    });
    return id;
  }
  std::int64_t activity(const std::string& title, std::int64_t of, const std::string& joint = {}, const std::string& day = "2022-03-08") {
    return record("activity", {{"title", title}, {"kind", std::string("gathering")}, {"from_date", day}, {"status", std::string("done")}, {"org_id", of}, {"joint", joint.empty() ? db::Value() : db::Value(joint)}});
  }
};
INSTANTIATE_TEST_SUITE_P(Both, Campaign, testing::ValuesIn(test::engines_under_test()), test::engine_name);

/// What forms and buttons answer is the same on both engines; only statements differ.
class CampaignForms : public Campaign {};
INSTANTIATE_TEST_SUITE_P(One, CampaignForms, testing::Values(db::Engine::sqlite), test::engine_name);

TEST_P(Campaign, opening_makes_one_form_for_each_living_member_and_tells_its_people) {
  const std::int64_t id = open();
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE campaign = $1", {id}), 21);
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing f WHERE f.campaign = $1 AND f.org_id = f.from_org AND f.status = 'not_opened' AND f.due = '2022-06-20'", {id}), 21);
  EXPECT_EQ(text("SELECT title FROM report_campaign WHERE id = $1", {id}), "Báo cáo 6 tháng đầu năm 2022");
  EXPECT_EQ(number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE p.login = 'anh' AND n.register_name = 'filing' AND n.record_id = $1", {filing("ct-kr")}), 1);
  const std::string page = this->page(board(id));
  EXPECT_TRUE(shows(page, "0 trên 21 nơi đã nộp"));
  EXPECT_TRUE(shows(page, "còn 10 ngày"));
  EXPECT_EQ(post(board(id, "/add-missing")).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE campaign = $1", {id}), 21) << "nobody was missing";
}

TEST_P(CampaignForms, a_member_founded_later_joins_and_one_that_ended_is_not_asked) {
  write([&](db::Tx& tx) { tx.exec("UPDATE organisation SET established = '2022-06-25' WHERE code = 'ct-hu'"); });
  write([&](db::Tx& tx) { tx.exec("UPDATE organisation SET ended = '2022-03-01' WHERE code = 'ct-cz'"); });
  Form form = half_year();
  form[4].second = "2022-06-14";
  const std::int64_t id = open(form);
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE campaign = $1", {id}), 19);
  write([&](db::Tx& tx) { tx.exec("UPDATE organisation SET established = '2022-06-01' WHERE code = 'ct-hu'"); });
  post(board(id, "/add-missing"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE campaign = $1", {id}), 20);
}

TEST_P(CampaignForms, only_who_checks_opens_one_and_only_for_an_organisation_in_reach) {
  sign_in("anh");
  EXPECT_EQ(post("/report-campaigns", half_year()).status, 403);
  EXPECT_EQ(get("/report-campaigns/new").status, 403);
  write([&](db::Tx& tx) { tx.exec("UPDATE person SET functions = 'enter,check' WHERE login = 'anh'"); });
  EXPECT_EQ(post("/report-campaigns", half_year()).status, 422) << "the Union is above her";
  EXPECT_EQ(number("SELECT COUNT(*) FROM report_campaign"), 0);
}

TEST_P(CampaignForms, a_form_that_is_wrong_comes_back_as_typed) {
  Form form = half_year();
  form[3].second = "31/02/2022";
  form[7].second = "Đợt của tôi";
  const auto r = post("/report-campaigns", form);
  EXPECT_EQ(r.status, 422);
  EXPECT_TRUE(shows(r, "31/02/2022"));
  EXPECT_TRUE(shows(r, "Đợt của tôi"));
}

TEST_P(Campaign, an_association_sees_its_own_form_and_nobody_elses) {
  const std::int64_t id = open(), own = filing("ct-kr"), other = filing("ct-cn");
  sign_in("anh");
  EXPECT_EQ(location(get(board(id))), at(own)) << "the board leads her to her form";
  EXPECT_EQ(get(at(own)).status, 200);
  for (const std::string& more : {std::string(), std::string("/paper")}) EXPECT_EQ(get(at(other, more)).status, 404);
  for (const std::string& more : {std::string(), std::string("/paper"), std::string("/waive"), std::string("/take-back")}) EXPECT_EQ(post(at(other, more), {{"version", "1"}}).status, 404) << more;
  EXPECT_EQ(post(at(999'999), {{"version", "1"}}).status, 404);
  EXPECT_EQ(get(board(id, "/consolidated")).status, 403);
  for (const char* act : {"/accept", "/return"}) EXPECT_EQ(post(at(own, act), {{"version", "1"}}).status, 403);
  for (const char* act : {"/remind", "/add-missing", "/petitions", ""}) EXPECT_EQ(post(board(id, act), {{"version", "1"}}).status, 403) << act;
  const std::string list = page("/filings");
  EXPECT_TRUE(shows(list, "Hàn Quốc"));
  EXPECT_FALSE(shows(list, "Trung Quốc"));
  EXPECT_FALSE(shows(page("/report-campaigns/punctuality"), "Trung Quốc"));
}

TEST_P(CampaignForms, one_press_confirms_all_signs_and_sends) {
  open();
  const std::int64_t own = filing("ct-kr");
  activity("Gặp mặt đầu năm", org("ct-kr"));
  sign_in("anh");
  EXPECT_TRUE(shows(page(at(own)), "Gặp mặt đầu năm"));
  EXPECT_EQ(send(own).status, 303);
  EXPECT_EQ(status(own), "filed");
  EXPECT_EQ(text("SELECT filed_on FROM filing WHERE id = $1", {own}), "2022-06-10");
  EXPECT_EQ(text("SELECT channel FROM filing WHERE id = $1", {own}), "system");
  EXPECT_EQ(number("SELECT late_days FROM filing WHERE id = $1", {own}), 0);
  EXPECT_EQ(text("SELECT confirmed FROM filing WHERE id = $1", {own}), "|organisation|members|activities|incoming|outgoing|courtesy|aid|charity|information|petitions|");
  EXPECT_TRUE(shows(text("SELECT snapshot FROM filing WHERE id = $1", {own}), "Gặp mặt đầu năm")) << "what was confirmed is kept with its rows";
}

TEST_P(CampaignForms, it_is_filled_in_bit_by_bit_and_nothing_typed_is_lost) {
  open();
  const std::int64_t own = filing("ct-kr");
  sign_in("anh");
  EXPECT_EQ(post(at(own), {{"version", version(own)}, {"act", "save"}, {"s.activities", "ok"}, {"s.aid", "fix"}, {"difficulties", "Thiếu <b>kinh phí</b>"}}).status, 303);
  EXPECT_EQ(status(own), "filling");
  EXPECT_EQ(text("SELECT confirmed FROM filing WHERE id = $1", {own}), "|activities|");
  EXPECT_TRUE(shows(page(at(own)), "Thiếu &lt;b&gt;kinh phí&lt;/b&gt;"));
  const auto unsigned_one = post(at(own), {{"version", version(own)}, {"act", "file"}, {"signer", ""}, {"plans", "Đón đoàn tháng 9"}});
  EXPECT_EQ(unsigned_one.status, 422);
  EXPECT_TRUE(shows(unsigned_one, "Ghi ai ký"));
  EXPECT_TRUE(shows(unsigned_one, "Còn 8 mục chưa xác nhận"));
  EXPECT_TRUE(shows(unsigned_one, "Đón đoàn tháng 9"));
  const auto doubted = send(own);
  EXPECT_EQ(doubted.status, 422) << "a section is still marked as wrong";
  EXPECT_TRUE(shows(doubted, "còn đánh dấu cần sửa"));
  EXPECT_EQ(send(own, {{"s.aid", "ok"}}).status, 303);
}

TEST_P(CampaignForms, a_stale_form_changes_nothing_and_shows_both_versions) {
  open();
  const std::int64_t own = filing("ct-kr");
  sign_in("anh");
  const std::string old = version(own);
  post(at(own), {{"version", old}, {"act", "save"}, {"narrative", "Bản của Anh"}});
  const auto stale = post(at(own), {{"version", old}, {"act", "save"}, {"narrative", "Bản cũ"}});
  EXPECT_EQ(stale.status, 409);
  EXPECT_TRUE(shows(stale, "Bản của Anh"));
  EXPECT_TRUE(shows(stale, "Bản cũ"));
  EXPECT_EQ(text("SELECT narrative FROM filing WHERE id = $1", {own}), "Bản của Anh");
  EXPECT_EQ(post(at(own), {{"act", "file"}, {"all", "1"}}).status, 422) << "no version at all";
}

TEST_P(CampaignForms, lateness_comes_from_the_clock_and_a_return_does_not_add_to_it) {
  const std::int64_t id = open(), own = filing("ct-kr"), late = filing("ct-la");
  sign_in("anh");
  ASSERT_EQ(send(own).status, 303);
  set_clock_for_test(morning("2022-06-23"));
  sign_in();
  EXPECT_TRUE(shows(page(board(id)), "quá hạn 3 ngày"));
  ASSERT_EQ(send(late, {{"behalf_reason", "Hội nhờ điền"}}).status, 303);
  EXPECT_EQ(number("SELECT late_days FROM filing WHERE id = $1", {late}), 3);
  EXPECT_EQ(act(own, "return").status, 422) << "a return needs its reason";
  EXPECT_EQ(act(own, "return", {{"reason", "Thiếu số người dự"}}).status, 303);
  EXPECT_EQ(status(own), "returned");
  sign_in("anh");
  EXPECT_TRUE(shows(page(at(own)), "Thiếu số người dự"));
  program().database().read([&](db::ReadDb& db) {
    bool told = false;
    for (const auto& n : flow::notices(db, db.integer("SELECT id FROM person WHERE login = 'anh'"), 20)) told |= shows(n.words.vi, "Thiếu số người dự");
    EXPECT_TRUE(told);
  });
  ASSERT_EQ(send(own).status, 303);
  EXPECT_EQ(number("SELECT late_days FROM filing WHERE id = $1", {own}), 0) << "it was first sent in time";
  EXPECT_EQ(number("SELECT returns FROM filing WHERE id = $1", {own}), 1);
  EXPECT_EQ(text("SELECT resent_on FROM filing WHERE id = $1", {own}), "2022-06-23");
}

TEST_P(Campaign, who_filled_it_in_on_behalf_says_why_and_somebody_else_accepts) {
  open();
  const std::int64_t one = filing("ct-cu");
  EXPECT_EQ(send(one).status, 422) << "no reason";
  ASSERT_EQ(send(one, {{"behalf_reason", "Chủ tịch hội nằm viện"}, {"filed_on", "08/06/2022"}}).status, 303);
  EXPECT_EQ(text("SELECT filed_by FROM filing WHERE id = $1", {one}), "Phạm Minh Thư");
  EXPECT_EQ(text("SELECT channel FROM filing WHERE id = $1", {one}), "behalf");
  EXPECT_EQ(text("SELECT filed_on FROM filing WHERE id = $1", {one}), "2022-06-08");
  EXPECT_EQ(act(one, "accept").status, 403);
  EXPECT_EQ(status(one), "filed");
  sign_in("bao");
  EXPECT_EQ(act(one, "accept").status, 303);
  EXPECT_EQ(status(one), "accepted");
  EXPECT_EQ(act(one, "accept").status, 409) << "once";
  sign_in();
  EXPECT_EQ(send(filing("ct-ca"), {{"behalf_reason", "x"}, {"filed_on", "11/06/2022"}}).status, 422) << "a day that is still to come";
}

TEST_P(CampaignForms, whoever_opened_it_may_accept_what_others_filed) {
  open();
  const std::int64_t own = filing("ct-kr");
  sign_in("anh");
  ASSERT_EQ(send(own).status, 303);
  sign_in();
  EXPECT_EQ(act(own, "accept").status, 303);
}

TEST_P(Campaign, a_paper_is_kept_with_its_numbers_as_claims_never_as_counts) {
  const std::int64_t id = open(), one = filing("ct-cu");
  activity("Mít tinh một", org("ct-cu"));
  activity("Mít tinh hai", org("ct-cu"));
  const std::int64_t counted = count("I31", "ct-cu", "2022-H1");
  EXPECT_EQ(act(one, "paper", {{"filed_on", "09/06/2022"}, {"signer", "Chủ tịch Hội"}, {"behalf_reason", "Hội gửi bản giấy"}, {"declared.I31", "mấy chục"}}).status, 422);
  EXPECT_EQ(number("SELECT COUNT(*) FROM claim WHERE about = $1", {org("ct-cu")}), 0) << "nothing is half kept";
  ASSERT_EQ(act(one, "paper", {{"filed_on", "09/06/2022"}, {"signer", "Chủ tịch Hội"}, {"behalf_reason", "Hội gửi bản giấy"}, {"declared.I31", "hơn 5"}, {"difficulties", "Thiếu người"}}).status, 303);
  EXPECT_EQ(text("SELECT channel FROM filing WHERE id = $1", {one}), "paper");
  EXPECT_EQ(number("SELECT amount FROM claim WHERE about = $1 AND indicator = 'I31'", {org("ct-cu")}), 5);
  EXPECT_EQ(text("SELECT amount_q FROM claim WHERE about = $1 AND indicator = 'I31'", {org("ct-cu")}), "more_than");
  EXPECT_EQ(count("I31", "ct-cu", "2022-H1"), counted);
  EXPECT_GT(number("SELECT evidence FROM filing WHERE id = $1", {one}), 0);
  sign_in("bao");
  const auto gap = act(one, "accept");
  EXPECT_EQ(gap.status, 422) << "the paper and the registers differ";
  EXPECT_TRUE(shows(gap, "hội khai"));
  const std::string subject = "I31/" + std::to_string(number("SELECT id FROM claim WHERE about = $1 AND indicator = 'I31'", {org("ct-cu")})) + "/" + std::to_string(counted);
  EXPECT_EQ(act(one, "waive", {{"rule", "claim_gap"}, {"subject", subject}, {"reason", ""}}).status, 422);
  EXPECT_EQ(act(one, "waive", {{"rule", "claim_gap"}, {"subject", "I31/0/0"}, {"reason", "x"}}).status, 409) << "a finding that isn't there";
  EXPECT_EQ(act(one, "waive", {{"rule", "no_such"}, {"subject", subject}, {"reason", "x"}}).status, 409);
  EXPECT_EQ(act(one, "waive", {{"rule", "claim_gap"}, {"subject", subject}, {"reason", "Hội đếm cả buổi họp nội bộ"}}).status, 303);
  EXPECT_EQ(act(one, "accept").status, 303);
  sign_in();
  EXPECT_TRUE(shows(page(board(id)), "Hội đếm cả buổi họp nội bộ"));
  EXPECT_TRUE(shows(page(board(id, "/consolidated")), "Hội đếm cả buổi họp nội bộ"));
}

TEST_P(CampaignForms, a_total_below_the_listed_rows_is_seen) {
  open();
  const std::int64_t one = filing("ct-cu");
  activity("Mít tinh một", org("ct-cu"));
  activity("Mít tinh hai", org("ct-cu"));
  ASSERT_EQ(act(one, "paper", {{"filed_on", "09/06/2022"}, {"signer", "Chủ tịch Hội"}, {"behalf_reason", "giấy"}, {"declared.I31", "1"}}).status, 303);
  const std::string page = this->page(at(one));
  EXPECT_TRUE(shows(page, "hội khai 1"));
  EXPECT_TRUE(shows(page, "Tổng hội khai ít hơn số việc đã có bản ghi"));
}

TEST_P(Campaign, each_rule_finds_what_it_says_and_stops_what_it_should) {
  open();
  const std::int64_t one = filing("ct-cu"), of = org("ct-cu");
  EXPECT_TRUE(shows(page(at(one)), "chưa có việc nào"));
  const std::int64_t visit = record("delegation", {{"title", std::string("Đoàn Cuba")}, {"direction", std::string("in")}, {"countries", std::string("|CU|")}, {"from_date", std::string("2022-02-02")}, {"status", std::string("completed")}, {"org_id", of}});
  write([&](db::Tx& tx) { tx.exec("UPDATE delegation SET countries = '' WHERE id = $1", {visit}); });
  activity("Không ai giữ", of, "|" + std::to_string(of) + "|");
  write([&](db::Tx& tx) { tx.exec("UPDATE activity SET org_id = NULL WHERE title = 'Không ai giữ'"); });
  const std::int64_t planned = record("activity", {{"title", std::string("Dự kiến tháng 3")}, {"kind", std::string("gathering")}, {"from_date", std::string("2022-03-15")}, {"status", std::string("planned")}, {"org_id", of}});
  const std::int64_t undated = record("charity", {{"title", std::string("Quà chưa rõ ngày")}, {"kind", std::string("gift")}, {"since", std::string("2022-02-01")}, {"date", std::string("2022-09-03")}, {"status", std::string("planned")}, {"org_id", of}});
  record("membership", {{"title", std::string("Hội viên 2020")}, {"as_of", std::string("2020-12-31")}, {"kind", std::string("all")}, {"count", std::int64_t{80}}, {"count_q", std::string("exact")}, {"org_id", of}});
  record("membership", {{"title", std::string("Hội viên 2022")}, {"as_of", std::string("2022-06-01")}, {"kind", std::string("all")}, {"count", std::int64_t{40}}, {"count_q", std::string("exact")}, {"org_id", of}});
  for (int i = 0; i < 2; ++i) activity("Năm ngoái " + std::to_string(i), of, {}, "2021-04-0" + std::to_string(i + 1));
  for (int i = 0; i < 8; ++i) activity("Năm nay " + std::to_string(i), of, {}, "2022-04-0" + std::to_string(i + 1));
  const std::string page = this->page(at(one));
  EXPECT_GT(planned + undated, 0);
  for (const char* words : {"Đoàn “Đoàn Cuba” chưa ghi nước", "“Không ai giữ” chưa có đơn vị", "Hội viên từ 80 còn 40", "“Dự kiến tháng 3” đã qua ngày", "“Quà chưa rõ ngày” chưa rõ ngày", "kỳ này 8 hoạt động, cùng kỳ 2 hoạt động"})
    EXPECT_TRUE(shows(page, words)) << words;
  EXPECT_FALSE(shows(page, "chưa có việc nào"));
  const auto blocked = send(one, {{"behalf_reason", "giúp hội"}});
  EXPECT_EQ(blocked.status, 422);
  EXPECT_EQ(status(one), "not_opened");
  const std::pair<std::string, std::string> found[] = {{"delegation_without_country", "delegation/" + std::to_string(visit)},
                                                       {"record_without_organisation", "activity/" + std::to_string(number("SELECT id FROM activity WHERE title = 'Không ai giữ'"))},
                                                       {"members_halved", "membership/" + std::to_string(number("SELECT id FROM membership WHERE title = 'Hội viên 2022'"))}};
  for (const auto& [rule, subject] : found) ASSERT_EQ(act(one, "waive", {{"rule", rule}, {"subject", subject}, {"reason", "Đã hỏi hội, đúng như vậy"}}).status, 303) << rule;
  EXPECT_EQ(send(one, {{"behalf_reason", "giúp hội"}}).status, 303) << "waived with reasons";
  sign_in("bao");
  EXPECT_EQ(act(one, "accept").status, 422) << "the jump stands in the way of accepting";
  EXPECT_EQ(act(one, "waive", {{"rule", "value_jump"}, {"subject", "I31/8"}, {"reason", "Năm ngoái giãn cách"}}).status, 303);
  EXPECT_EQ(act(one, "accept").status, 303);
  EXPECT_TRUE(shows(this->page("/report-campaigns/rules"), "Đoàn không ghi nước"));
}

TEST_P(CampaignForms, no_way_of_writing_lets_a_member_move_its_day_or_forget_a_return) {
  open();
  const std::int64_t own = filing("ct-kr");
  const auto write_as_her = [&](const std::function<void(reg::Cells&, const reg::Description&)>& change) {
    bool done = false;
    write([&](db::Tx& tx) {
      Actor anh = actor_of_login(tx, "anh");
      auto cells = reg::load(tx, filings(), anh, own);
      ASSERT_TRUE(cells);
      change(*cells, filings());
      done = reg::save(tx, catalog(), filings(), anh, *cells).has_value();
    });
    return done;
  };
  const auto put = [](reg::Cells& cells, const reg::Description& d, const char* column, const char* value) { cells[static_cast<std::size_t>(d.column(column))] = std::string(value); };
  EXPECT_TRUE(write_as_her([&](reg::Cells& c, const reg::Description& d) { put(c, d, "due", "2030-01-01"); }));
  EXPECT_EQ(text("SELECT due FROM filing WHERE id = $1", {own}), "2022-06-20");
  set_clock_for_test(morning("2022-06-23"));
  EXPECT_TRUE(write_as_her([&](reg::Cells& c, const reg::Description& d) { put(c, d, "filed_on", "2022-06-01"); put(c, d, "status", "filed"); }));
  EXPECT_EQ(number("SELECT late_days FROM filing WHERE id = $1", {own}), 3) << "the clock says when it was filed";
  EXPECT_FALSE(write_as_her([&](reg::Cells& c, const reg::Description& d) { put(c, d, "narrative", "đổi sau khi gửi"); }));
  sign_in();
  ASSERT_EQ(act(own, "return", {{"reason", "thiếu"}}).status, 303);
  sign_in("anh");
  const std::int64_t returned = number("SELECT MAX(seq) FROM change WHERE register_name = 'filing' AND record = $1 AND action = 'return'", {own});
  post(at(own, "/undo"), {{"change", std::to_string(returned)}});
  EXPECT_EQ(number("SELECT returns FROM filing WHERE id = $1", {own}), 1);
  EXPECT_GE(post("/filing-waivers", {{"filing", std::to_string(filing("ct-la"))}, {"rule", "claim_gap"}, {"reason", "x"}}).status, 400) << "not of somebody else's";
}

TEST_P(CampaignForms, one_member_gets_another_day_with_a_reason_and_is_told) {
  open();
  const std::int64_t own = filing("ct-kr");
  EXPECT_EQ(act(own, "extend", {{"due", "24/06/2022"}, {"reason", ""}}).status, 422);
  EXPECT_EQ(act(own, "extend", {{"due", "18/06/2022"}, {"reason", "sớm hơn"}}).status, 422);
  EXPECT_EQ(act(own, "extend", {{"due", "24/06/2022"}, {"reason", "Hội bận đại hội"}}).status, 303);
  set_clock_for_test(morning("2022-06-23"));
  sign_in("anh");
  EXPECT_TRUE(shows(page("/notices"), "gia hạn đến 24/06/2022"));
  EXPECT_EQ(act(own, "extend", {{"due", "30/06/2022"}, {"reason", "x"}}).status, 403) << "not by herself";
  ASSERT_EQ(send(own).status, 303);
  EXPECT_EQ(number("SELECT late_days FROM filing WHERE id = $1", {own}), 0);
  sign_in();
  EXPECT_EQ(act(own, "accept").status, 303) << "giving another day makes nobody a hand in the filing";
}

TEST_P(Campaign, reminders_reach_those_who_have_not_filed_and_nobody_else) {
  const std::int64_t id = open(), own = filing("ct-kr");
  write([&](db::Tx& tx) { tx.exec("UPDATE organisation SET email = 'hoi-lao@example.org' WHERE code = 'ct-la'"); });
  ASSERT_EQ(post(board(id, "/remind")).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'reminder'"), 2) << "an account and an address; the others have neither";
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE campaign = $1 AND reminded_on = '2022-06-10'", {id}), 21);
  sign_in("anh");
  ASSERT_EQ(send(own).status, 303);
  sign_in();
  post(board(id, "/remind"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'reminder'"), 3) << "she filed, the other has not";
  EXPECT_EQ(act(own, "accept").status, 303) << "reminding makes nobody a hand in the filing";
}

TEST_P(CampaignForms, the_caretaker_tells_each_person_once_before_and_once_after_the_day) {
  open();
  const auto chore = [&](const char* day) {
    set_clock_for_test(morning(day));
    int told = 0;
    write([&](db::Tx& tx) { told = remind_members(tx); });
    return told;
  };
  EXPECT_EQ(chore("2022-06-12"), 0);
  EXPECT_EQ(chore("2022-06-18"), 1);
  EXPECT_EQ(chore("2022-06-19"), 0);
  EXPECT_EQ(chore("2022-06-21"), 1);
  EXPECT_EQ(chore("2022-06-22"), 0);
}

TEST_P(Campaign, joint_work_counts_once_for_the_union_and_what_moved_since_is_shown) {
  const std::int64_t id = open(), of = org("ct-cu"), with = org("ct-la");
  const std::int64_t before = count("I31", "ct", "2022-H1");
  activity("Giao lưu chung ba hội", of, "|" + std::to_string(with) + "|" + std::to_string(org("ct-kh")) + "|");
  EXPECT_EQ(count("I31", "ct", "2022-H1"), before + 1);
  EXPECT_TRUE(shows(page(at(filing("ct-la"))), "Giao lưu chung ba hội")) << "a member sees the joint work that another leads";
  send_all(id);
  EXPECT_FALSE(shows(page(board(id, "/consolidated")), "Ghi sau khi nộp"));
  activity("Ghi sau khi nộp", of);
  const std::string page = this->page(board(id, "/consolidated"));
  EXPECT_TRUE(shows(page, "Ghi sau khi nộp")) << "the record that made the difference";
  EXPECT_TRUE(shows(page, "<del lang=\"vi\">1"));
  EXPECT_EQ(get(board(id, "/consolidated?format=csv")).status, 200);
  EXPECT_EQ(get(board(id, "/consolidated?format=xlsx")).status, 200);
  const auto list = get("/filings?campaign=" + std::to_string(id) + "&format=csv&columns=shown");
  EXPECT_EQ(list.status, 200);
  EXPECT_TRUE(shows(list, "Hàn Quốc"));
}

TEST_P(Campaign, proposals_become_petitions_once_with_the_filing_as_their_origin) {
  const std::int64_t id = open(), own = filing("ct-kr");
  sign_in("anh");
  ASSERT_EQ(send(own, {{"proposals", "- Tăng đoàn ra thăm Hàn Quốc\n\n2. Bố trí phòng họp <i>chung</i>"}}).status, 303);
  sign_in();
  const std::int64_t before = number("SELECT COUNT(*) FROM petition");
  ASSERT_EQ(post(board(id, "/petitions")).status, 303);
  EXPECT_EQ(number("SELECT COUNT(*) FROM petition"), before + 2);
  EXPECT_EQ(number("SELECT COUNT(*) FROM petition WHERE filing = $1 AND channel = 'report' AND status = 'submitted' AND org_id = $2", {own, org("ct-kr")}), 2);
  EXPECT_EQ(text("SELECT title FROM petition WHERE filing = $1 ORDER BY id LIMIT 1", {own}), "Tăng đoàn ra thăm Hàn Quốc");
  post(board(id, "/petitions"));
  EXPECT_EQ(number("SELECT COUNT(*) FROM petition"), before + 2);
  EXPECT_TRUE(shows(page(board(id, "/consolidated")), "đã thành yêu cầu"));
}

TEST_P(Campaign, the_unions_report_begins_with_what_the_members_said) {
  const std::int64_t id = open();
  set_clock_for_test(morning("2022-06-22"));
  sign_in("anh");
  ASSERT_EQ(send(filing("ct-kr"), {{"difficulties", "Chưa có {t1} kinh phí đoàn ra."}}).status, 303);
  sign_in();
  const auto version_of = [&] { return std::to_string(number("SELECT version FROM report_campaign WHERE id = $1", {id})); };
  EXPECT_EQ(post(board(id, "/report"), {{"version", version_of()}}).status, 422) << "filings are missing: a reason is needed";
  send_all(id);
  accept_all(id);
  sign_in();
  EXPECT_EQ(post(board(id, "/report"), {{"version", "0"}}).status, 409);
  EXPECT_EQ(number("SELECT COUNT(*) FROM report"), 0) << "a stale form starts nothing";
  const auto r = post(board(id, "/report"), {{"version", version_of()}});
  ASSERT_EQ(r.status, 303) << r.content();
  const std::int64_t report = number("SELECT report FROM report_campaign WHERE id = $1", {id});
  const std::string paper = page("/reports/" + std::to_string(report));
  EXPECT_TRUE(shows(paper, "Đợt báo cáo này có"));
  EXPECT_TRUE(shows(paper, "Chưa có t1 kinh phí đoàn ra"));
  EXPECT_EQ(post(board(id, "/report"), {{"version", version_of()}}).status, 409) << "it has its report";
}

TEST_P(Campaign, its_figures_are_made_of_the_filings) {
  const std::int64_t id = open();
  send_all(id);
  EXPECT_EQ(count("I81", "ct", "2022-H1"), 100);
  set_clock_for_test(morning("2022-06-26"));
  sign_in();
  for (const char* code : {"ct-la", "ct-cu"}) ASSERT_EQ(act(filing(code), "return", {{"reason", "thiếu"}}).status, 303);
  write([&](db::Tx& tx) {
    tx.exec("UPDATE filing SET filed_on = '2022-06-24', late_days = 4 WHERE id = $1", {tx.integer("SELECT MIN(id) FROM filing")});
    tx.exec("UPDATE filing SET filed_on = '2022-06-22', late_days = 2 WHERE id = $1", {tx.integer("SELECT MIN(id) + 1 FROM filing")});
  });
  EXPECT_EQ(count("I83", "ct", "2022-H1"), 2);
  EXPECT_EQ(count("I82", "ct", "2022-H1"), 3);
  EXPECT_EQ(count("I81", "ct", "2022-H1"), 90);
  EXPECT_EQ(count("I83", "ct", "2021-H1"), 0);
  const std::string figure = page("/figures/I81?org=ct&period=2022-H1");
  EXPECT_TRUE(shows(figure, "/filings/"));
  EXPECT_TRUE(shows(page("/report-campaigns/punctuality"), "90%"));
}

TEST_P(CampaignForms, a_closed_one_takes_no_filing_and_a_moved_day_moves_the_open_ones_only) {
  const std::int64_t id = open(), sent = filing("ct-kr"), left = filing("ct-la");
  sign_in("anh");
  ASSERT_EQ(send(sent).status, 303);
  sign_in();
  const auto change = [&](const char* due, const char* state) {
    return post(board(id), {{"version", std::to_string(number("SELECT version FROM report_campaign WHERE id = $1", {id}))}, {"title", "Báo cáo 6 tháng"}, {"due", due}, {"receivers", ""}, {"note", ""}, {"status", state}});
  };
  ASSERT_EQ(change("24/06/2022", "open").status, 303);
  EXPECT_EQ(text("SELECT due FROM filing WHERE id = $1", {sent}), "2022-06-20");
  EXPECT_EQ(text("SELECT due FROM filing WHERE id = $1", {left}), "2022-06-24");
  EXPECT_EQ(post(board(id), {{"version", "1"}, {"title", "Cũ"}, {"due", "24/06/2022"}}).status, 409);
  ASSERT_EQ(change("24/06/2022", "closed").status, 303);
  EXPECT_EQ(send(left, {{"behalf_reason", "x"}}).status, 409);
}

TEST_P(Campaign, a_national_campaign_asks_unions_and_its_readers_see_counts_only) {
  Form form = half_year();
  form[1].second = "unions";
  form[2].second = "vufo";
  const std::int64_t national = open(form);
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE campaign = $1", {national}), number("SELECT COUNT(*) FROM organisation u JOIN organisation v ON v.id = u.parent WHERE v.code = 'vufo' AND u.kind = 'provincial_union' AND u.deleted = 0 AND u.status = 'active'"));
  const std::int64_t own = open();
  send_all(own);
  sign_in("minh");  // reads figures, not records
  const std::string page = this->page(board(national));
  EXPECT_TRUE(shows(page, "Liên hiệp Cần Thơ"));
  EXPECT_TRUE(shows(page, "21/21"));
  EXPECT_TRUE(shows(page, "chưa mở đợt")) << "the other Unions";
  EXPECT_EQ(get(at(filing("ct"))).status, 404);
  EXPECT_EQ(get(board(own)).status, 404) << "a Union's own campaign is internal";
}

TEST_P(Campaign, the_sample_has_members_in_every_state_and_its_removal_takes_all_of_it) {
  set_clock_for_test(0);
  load_sample_campaign(program().database());
  for (const char* state : {"not_opened", "filling", "filed", "returned", "accepted"}) EXPECT_GT(number("SELECT COUNT(*) FROM filing WHERE status = $1", {std::string(state)}), 0) << state;
  EXPECT_EQ(number("SELECT COUNT(*) FROM filing WHERE illustrative = 0"), 0);
  sign_in("anh");
  EXPECT_TRUE(shows(page("/"), "Báo cáo năm 2025"));
  write([](db::Tx& tx) { remove_illustrative(tx); });
  for (const char* left : {"SELECT COUNT(*) FROM filing", "SELECT COUNT(*) FROM report_campaign", "SELECT COUNT(*) FROM report_calendar", "SELECT COUNT(*) FROM filing_waiver"})
    program().database().read([&](db::ReadDb& db) { EXPECT_EQ(db.integer(db::Sql::built(left)), 0) << left; });
}

TEST_P(CampaignForms, a_receivers_calendar_fills_in_the_days) {
  record("report_calendar", {{"title", std::string("6 tháng, kỳ chốt 14/6")}, {"receiver", std::string("Ủy ban nhân dân")}, {"kind", std::string("half_year")}, {"from_day", std::int64_t{15}}, {"from_month", std::int64_t{12}},
                             {"to_day", std::int64_t{14}}, {"to_month", std::int64_t{6}}, {"due_day", std::int64_t{10}}, {"due_month", std::int64_t{6}}, {"org_id", org("ct")}});
  const std::string page = this->page("/report-campaigns/new?calendar=" + std::to_string(number("SELECT MAX(id) FROM report_calendar")) + "&year=2022");
  for (const char* day : {"Từ 15/12/2021 đến 14/06/2022", "2022-06-10"}) EXPECT_TRUE(shows(page, day)) << day;
  const auto refused = post("/report-campaigns", {{"kind", "half_year"}, {"asks", "associations"}, {"org", "ct"}, {"period", "nửa năm nào đó"}, {"due", "20/06/2022"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(refused.content(), "Không đọc được kỳ “nửa năm nào đó”") && shows(refused.content(), "value=\"nửa năm nào đó\"")) << "what was typed stands";
  EXPECT_EQ(get("/report-campaigns/new?calendar=99999&year=-5").status, 200);
  EXPECT_EQ(get("/report-campaigns/new?calendar=1&year=99999999999999999999").status, 200);
}

}  // namespace
}  // namespace nc::app
