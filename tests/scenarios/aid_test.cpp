// Aid from the first talk with a donor to what was carried out, request by request.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>

#include "app/catalog.h"
#include "base/clock.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

class Mobilising : public testing::TestWithParam<db::Engine> {
 protected:
  Mobilising() : site_({.engine = GetParam()}) { site_.sign_in(); }
  std::int64_t opportunity(const std::string& code) { return site_.number("SELECT id FROM aid_opportunity WHERE code = $1", {code}); }
  std::string stage(std::int64_t id) { return site_.text("SELECT stage FROM aid_opportunity WHERE id = $1", {id}); }
  web::Response step(std::int64_t id, const std::string& move, SampleSite::Form more = {}) {
    SampleSite::Form form{{"move", move}, {"version", std::to_string(site_.number("SELECT version FROM aid_opportunity WHERE id = $1", {id}))}};
    for (auto& [name, value] : more) form.emplace_back(move + "." + name, value);
    return site_.post("/aid-opportunities/" + std::to_string(id) + "/step", form);
  }
  web::Response commit(std::int64_t id) { return step(id, "commit", {{"committed", "60.000 USD"}, {"rate", "25.400"}, {"committed_on", "15/12/2025"}, {"commitment_doc", "Thư cam kết ngày 15/12/2025"}}); }
  SampleSite site_;
};

TEST_P(Mobilising, shows_every_opportunity_in_the_column_of_its_stage) {
  const std::string page = site_.page("/aid-board");
  const auto column = [&](const char* name) { return page.find("data-stage=\"" + std::string(name) + "\""); };
  const auto card = page.find("Thiết bị vật lý trị liệu");
  EXPECT_TRUE(column("in_discussion") < card && card < column("survey"));
  EXPECT_TRUE(shows(page, "quá hạn")) << "a next step of 2025 is overdue";
  EXPECT_TRUE(shows(page, "Nhà tài trợ đã dùng hết ngân sách")) << "what came to nothing says why";
}

TEST_P(Mobilising, moves_a_card_and_comes_back_to_the_board) {
  const auto id = opportunity("CH-2025-006");
  const auto answer = step(id, "discuss");
  EXPECT_EQ(answer.status, 303);
  EXPECT_TRUE(location(answer).starts_with("/aid-board?moved="));
  EXPECT_EQ(stage(id), "in_discussion");
  EXPECT_EQ(step(id, "propose").status, 303);
  EXPECT_GE(step(id, "discuss").status, 400) << "it has gone past that";
}

TEST_P(Mobilising, turns_a_commitment_into_an_aid_item_that_counts_as_mobilised) {
  const std::int64_t before = site_.count("I39", "ct", "2025"), value = site_.count("I40", "ct", "2025");
  const auto id = opportunity("CH-2025-003");
  EXPECT_EQ(step(id, "commit").status, 422) << "without value and day it is none";
  EXPECT_EQ(commit(id).status, 303);
  const auto aid = site_.number("SELECT aid FROM aid_opportunity WHERE id = $1", {id});
  EXPECT_EQ(site_.text("SELECT status FROM aid WHERE id = $1", {aid}), "mobilising");
  EXPECT_EQ(site_.text("SELECT recipient FROM aid WHERE id = $1", {aid}), "Trung tâm bảo trợ (minh họa)") << "comes from the need";
  EXPECT_EQ(site_.text("SELECT country FROM aid WHERE id = $1", {aid}), "JP") << "comes from the donor";
  EXPECT_EQ(site_.count("I39", "ct", "2025"), before + 1);
  EXPECT_EQ(site_.count("I40", "ct", "2025"), value + 60'000LL * 25'400);
  EXPECT_TRUE(shows(site_.page("/aid/" + std::to_string(aid)), "Thiết bị vật lý trị liệu"));
}

TEST_P(Mobilising, takes_a_commitment_back_with_its_item_until_that_goes_on) {
  const std::int64_t before = site_.count("I39", "ct", "2025");
  const auto id = opportunity("CH-2025-003");
  ASSERT_EQ(commit(id).status, 303);
  const auto change = site_.number("SELECT MAX(seq) FROM change WHERE register_name = 'aid_opportunity'");
  const auto undone = site_.post("/aid-opportunities/" + std::to_string(id) + "/undo", {{"change", std::to_string(change)}});
  EXPECT_EQ(undone.status, 303) << undone.body.substr(0, 2000);
  EXPECT_EQ(stage(id), "in_discussion");
  EXPECT_EQ(site_.count("I39", "ct", "2025"), before);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM aid WHERE deleted = 0 AND title = 'Thiết bị vật lý trị liệu'"), 0);
  ASSERT_EQ(commit(id).status, 303) << "and it can be committed again";
  const std::string aid = std::to_string(site_.number("SELECT aid FROM aid_opportunity WHERE id = $1", {id}));
  ASSERT_EQ(site_.post("/aid/" + aid + "/move", {{"move", "submit"}, {"version", std::to_string(site_.number("SELECT version FROM aid WHERE id = $1", {parse_int(aid).value()}))}}).status, 303);
  const auto late = step(id, "uncommit", {{"reason", "Nhầm"}});
  EXPECT_GE(late.status, 400);
  EXPECT_TRUE(shows(late, "đã có việc tiếp theo"));
  EXPECT_EQ(stage(id), "committed");
}

TEST_P(Mobilising, asks_why_when_it_comes_to_nothing) {
  const auto id = opportunity("CH-2025-005");
  const auto silent = step(id, "lose");
  EXPECT_EQ(silent.status, 422);
  EXPECT_EQ(stage(id), "lead");
  EXPECT_EQ(step(id, "lose", {{"lost_reason", "Không liên lạc được"}}).status, 303);
  EXPECT_TRUE(shows(site_.page("/aid-board"), "Không liên lạc được"));
  EXPECT_EQ(step(id, "reopen").status, 303);
  EXPECT_EQ(stage(id), "in_discussion");
}

INSTANTIATE_TEST_SUITE_P(Both, Mobilising, testing::ValuesIn(engines_under_test()), engine_name);

class Following : public testing::TestWithParam<db::Engine> {
 protected:
  Following() : site_({.engine = GetParam()}) { site_.sign_in(); }
  std::int64_t aid(const std::string& code) { return site_.number("SELECT id FROM aid WHERE code = $1", {code}); }
  std::string at(std::int64_t id, const std::string& more = {}) { return "/aid/" + std::to_string(id) + more; }
  web::Response renew(std::int64_t id, SampleSite::Form form) { return site_.post(at(id, "/renew"), form); }
  /// An approved, running item of the year with 100 million committed.
  std::int64_t running(const std::string& title, const std::string& approved) {
    SampleSite::Form form{{"title", title}, {"kind", "project"}, {"status", "implementing"}, {"donor", "DT-MH-059"}, {"sector", "health"}, {"places", "p92"}, {"from_date", "01/03/2025"}, {"to_date", "28/02/2026"}, {"decision_no", "12/QĐ"}, {"decision_date", approved}};
    EXPECT_EQ(site_.post("/aid", form).status, 303);
    return site_.number("SELECT id FROM aid WHERE title = $1", {title});
  }
  void plan(std::int64_t id, const std::string& day, const std::string& amount) {
    EXPECT_EQ(site_.post(at(id, "/plan"), {{"lines", "1"}, {"r0.id", "0"}, {"r0.version", "0"}, {"r0.date", day}, {"r0.item", "Thiết bị"}, {"r0.amount", amount}}).status, 303);
  }
  fig::Figure figure(const std::string& code, const std::string& by, const std::string& period = "2025") {
    std::optional<fig::Figure> out;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = code, ask.org = "ct", ask.by = by;
      ask.period = *parse_period(period);
      const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
      EXPECT_TRUE(f.has_value());
      if (f) out = *f;
    });
    return out.value_or(fig::Figure{});
  }
  SampleSite site_;
};

TEST_P(Following, names_the_parts_of_both_ledgers_and_what_is_behind_the_plan) {
  const std::string page = site_.page(at(aid("F056")));
  for (const char* part : {"Vận động được", "Phê duyệt", "Giải ngân", "Hiện vật bàn giao", "Cộng hai phần"}) EXPECT_TRUE(shows(page, part)) << part;
  EXPECT_TRUE(shows(page, "so với kế hoạch")) << "the sample is behind its plan";
  EXPECT_TRUE(shows(page, "Kế hoạch, lũy kế")) << "the curve has its table";
  EXPECT_TRUE(shows(page, "Giám sát, kiểm toán"));
}

TEST_P(Following, keeps_a_plan_in_a_grid_and_counts_an_item_behind_it_as_late) {
  const auto id = running("Khoản thử chậm", "15/02/2025");
  const auto before = site_.count("I51", "ct", "2025");
  plan(id, "30/06/2025", "80 triệu đồng");
  EXPECT_EQ(site_.count("I51", "ct", "2025"), before + 1);
  EXPECT_TRUE(shows(site_.page("/figures/I51?org=ct&period=2025"), "Khoản thử chậm"));
  EXPECT_EQ(site_.post("/aid-values", {{"aid", std::to_string(id)}, {"basis", "disbursed"}, {"date", "20/06/2025"}, {"amount", "80 triệu đồng"}}).status, 303);
  EXPECT_EQ(site_.count("I51", "ct", "2025"), before) << "it has caught up";
}

TEST_P(Following, calls_an_instalment_late_from_the_day_after_until_it_has_come_in_full) {
  const auto late = [&] {
    std::vector<std::string> items;
    const auto listed = boost::json::parse(site_.page("/aid-plans?is=late&format=json"));
    for (const auto& row : listed.as_array()) items.emplace_back(row.at("item").as_string());
    const std::string told = std::to_string(items.size()) + " đợt tiền cam kết quá hạn";
    EXPECT_EQ(reads(site_.page("/"), told), !items.empty()) << "the to-do of the overview says the same: " << told;
    EXPECT_EQ(reads(site_.page("/aid-board"), told), !items.empty()) << "and the board";
    std::erase_if(items, [](const std::string& item) { return !item.starts_with("Đợt"); });
    std::ranges::sort(items);
    return items;
  };
  using Late = std::vector<std::string>;
  const auto id = running("Khoản thử đợt tiền", "15/02/2025");
  const auto promise = [&](const char* item, const Date& day, const char* amount) {
    EXPECT_EQ(site_.post("/aid-plans", {{"aid", std::to_string(id)}, {"item", item}, {"date", day.iso()}, {"amount", amount}, {"version", "0"}}).status, 303);
  };
  const auto pay = [&](const char* amount) { EXPECT_EQ(site_.post("/aid-values", {{"aid", std::to_string(id)}, {"basis", "disbursed"}, {"date", today().iso()}, {"amount", amount}}).status, 303); };
  promise("Đợt 1", today().plus_days(-30), "50 triệu đồng");
  pay("50 triệu đồng");
  promise("Đợt 3", today(), "40 triệu đồng");
  EXPECT_EQ(late(), Late{}) << "paid late is paid; on the day itself nothing is late";
  promise("Đợt 2", today().plus_days(-1), "30 triệu đồng");
  EXPECT_EQ(late(), Late{"Đợt 2"}) << "the day after it is";
  pay("10 triệu đồng");
  EXPECT_EQ(late(), Late{"Đợt 2"}) << "a part is not the whole";
  pay("300.000 USD");
  EXPECT_EQ(late(), Late{"Đợt 2"}) << "cents are not dong";
  pay("20 triệu đồng");
  EXPECT_EQ(late(), Late{});
  promise("Đợt chưa rõ", today().plus_days(-2), "chưa rõ");
  EXPECT_EQ(late(), Late{"Đợt chưa rõ"}) << "of an unknown amount only the note that it came settles it";
  site_.write([](db::Tx& tx) { tx.exec("UPDATE aid_plan SET received_on = $1 WHERE item = 'Đợt chưa rõ'", {today().iso()}); });
  promise("Đợt 4", today().plus_days(-1), "5 triệu đồng");
  promise("Đợt 5", today().plus_days(-3), "400.000 USD");
  EXPECT_EQ(late().size(), 3U) << "what came by yesterday no longer covers both of yesterday; dollars wait for dollars";
  const auto noted = site_.number("SELECT id FROM aid_plan WHERE item = 'Đợt 5'");
  EXPECT_EQ(site_.post("/aid-plans/" + std::to_string(noted), {{"version", "1"}, {"aid", std::to_string(id)}, {"item", "Đợt 5"}, {"date", today().plus_days(-3).iso()}, {"amount", "400.000 USD"}, {"received_on", today().iso()}}).status, 303);
  EXPECT_EQ(late(), (Late{"Đợt 2", "Đợt 4"})) << "noted as received";
  EXPECT_EQ(site_.post(at(id, "/move"), {{"move", "suspend"}, {"version", std::to_string(site_.number("SELECT version FROM aid WHERE id = $1", {id}))}, {"suspend.reason", "Bên tài trợ rút lại cam kết"}}).status, 303);
  EXPECT_EQ(late(), Late{}) << "nobody is asked for what has been called off";
}

TEST_P(Following, writes_the_report_days_of_the_decree_that_governs_the_item) {
  const auto id = running("Khoản thử báo cáo", "15/02/2025");
  EXPECT_EQ(site_.text("SELECT decree FROM aid WHERE id = $1", {id}), "80/2020");
  EXPECT_EQ(site_.text("SELECT start_by FROM aid WHERE id = $1", {id}), "2025-08-15");
  ASSERT_EQ(site_.post(at(id, "/report-days")).status, 303);
  EXPECT_EQ(site_.text("SELECT due FROM aid_report WHERE aid = $1 AND kind = 'six_month'", {id}), "2025-07-10");
  EXPECT_EQ(site_.text("SELECT due FROM aid_report WHERE aid = $1 AND kind = 'annual'", {id}), "2026-01-31");
  EXPECT_EQ(site_.text("SELECT due FROM aid_report WHERE aid = $1 AND kind = 'completion'", {id}), "2026-08-28");
  EXPECT_TRUE(shows(site_.page(at(id)), "chưa kiểm chứng")) << "days from memory say so";
  const auto reports = site_.number("SELECT COUNT(*) FROM aid_report WHERE aid = $1", {id});
  ASSERT_EQ(site_.post(at(id, "/report-days")).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM aid_report WHERE aid = $1", {id}), reports) << "asked twice it writes none twice";
  const auto late = site_.count("I51", "ct", "2025");
  const auto report = site_.number("SELECT id FROM aid_report WHERE aid = $1 AND kind = 'six_month'", {id});
  EXPECT_EQ(site_.post("/aid-reports/" + std::to_string(report), {{"version", "1"}, {"aid", std::to_string(id)}, {"kind", "six_month"}, {"due", "10/07/2025"}, {"sent_on", "09/07/2025"}}).status, 303);
  EXPECT_EQ(site_.count("I51", "ct", "2025"), late - 1) << "what was sent is not late";
}

TEST_P(Following, takes_the_days_of_the_newer_decree_for_what_was_approved_under_it) {
  const auto id = running("Khoản theo nghị định mới", "20/12/2025");
  EXPECT_EQ(site_.text("SELECT decree FROM aid WHERE id = $1", {id}), "313/2025");
  site_.write([](db::Tx& tx) { tx.exec("UPDATE aid_term SET day = 15, month = 7, status = 'verified' WHERE decree = '313/2025' AND event = 'six_month'"); });
  ASSERT_EQ(site_.post(at(id, "/report-days")).status, 303);
  EXPECT_EQ(site_.text("SELECT due FROM aid_report WHERE aid = $1 AND kind = 'six_month'", {id}), "2025-07-15") << "a corrected setting is followed";
  EXPECT_EQ(site_.text("SELECT basis FROM aid_report WHERE aid = $1 AND kind = 'six_month'", {id}), "Nghị định 313/2025/NĐ-CP");
}

TEST_P(Following, renews_an_item_once_and_shows_the_chain) {
  const auto eighth = aid("F023");
  const std::string form = site_.page(at(eighth, "/renew"));
  EXPECT_TRUE(shows(form, "năm thứ 9"));
  EXPECT_EQ(renew(eighth, {{"title", "Dinh dưỡng, năm thứ 9"}, {"year", "1"}, {"from", "01/01/2023"}, {"to", "31/12/2023"}}).status, 422);
  const auto answer = renew(eighth, {{"title", "Dinh dưỡng, năm thứ 9"}, {"year", "9"}, {"from", "01/01/2023"}, {"to", "31/12/2023"}, {"amount", "gần 250 triệu đồng"}, {"committed_on", "10/01/2023"}});
  ASSERT_EQ(answer.status, 303);
  const auto ninth = site_.number("SELECT id FROM aid WHERE title = 'Dinh dưỡng, năm thứ 9'");
  EXPECT_EQ(site_.number("SELECT series FROM aid WHERE id = $1", {ninth}), eighth);
  EXPECT_EQ(site_.text("SELECT recipient FROM aid WHERE id = $1", {ninth}), "Nhà nuôi trẻ mồ côi Hướng Dương");
  EXPECT_EQ(site_.number("SELECT value FROM aid WHERE id = $1", {ninth}), 250'000'000);
  EXPECT_EQ(site_.text("SELECT value_q FROM aid WHERE id = $1", {ninth}), "nearly");
  const std::string page = site_.page(at(ninth));
  EXPECT_TRUE(shows(page, "Năm thứ 8") && shows(page, "Năm thứ 9") && shows(page, "Khoản đầu"));
  EXPECT_EQ(site_.count("I46", "ct", "2023"), 1);
  EXPECT_GE(renew(eighth, {{"title", "Lần nữa"}, {"year", "9"}, {"from", "01/01/2023"}, {"to", "31/12/2023"}}).status, 400);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM aid WHERE title = 'Lần nữa'"), 0);
}

TEST_P(Following, tells_by_field_donor_and_place_what_the_total_tells) {
  const auto whole = figure("I41", "");
  ASSERT_TRUE(whole.value.has_value());
  double share = 0;
  for (const auto& g : figure("I48", "sector").groups) share += g.value.value_or(0);
  EXPECT_NEAR(share, 100, 0.001);
  for (const auto& [code, by] : {std::pair{"I49", "donor"}, std::pair{"I49", "country"}, std::pair{"I50", "province"}, std::pair{"I50", "place"}}) {
    double sum = 0;
    for (const auto& g : figure(code, by).groups) sum += g.value.value_or(0);
    EXPECT_NEAR(sum, *whole.value, 1) << code << " by " << by;
  }
}

TEST_P(Following, divides_the_value_of_a_period_by_place_donor_country_and_field) {
  for (const char* by : {"province", "place", "donor", "country", "sector"}) {
    const std::string page = site_.page("/aid-places?period=2025&by=" + std::string(by));
    EXPECT_TRUE(shows(page, fig::on_screen(figure("I41", ""), Lang::vi))) << by << ": the sum is that of the figure";
    EXPECT_TRUE(shows(page, "/figures/I4") || shows(page, "/figures/I50")) << by << ": its numbers open";
  }
  EXPECT_TRUE(shows(site_.page("/aid-places?period=2025"), "Cần Thơ"));
  EXPECT_TRUE(shows(site_.page("/aid-places?period=1990"), "chưa có giá trị viện trợ"));
}

TEST_P(Following, counts_what_was_refused_or_revoked_in_the_period_it_happened) {
  EXPECT_EQ(site_.count("I52", "ct", "2025"), 0);
  const auto id = running("Khoản thử thu hồi", "15/02/2025");
  const auto version = site_.number("SELECT version FROM aid WHERE id = $1", {id});
  site_.sign_in("bao");
  EXPECT_EQ(site_.post(at(id, "/move"), {{"move", "revoke"}, {"version", std::to_string(version)}, {"revoke.reason", "Quá 6 tháng chưa thực hiện"}}).status, 303);
  EXPECT_EQ(site_.count("I52", "ct", std::to_string(today().year())), 1);
}

INSTANTIATE_TEST_SUITE_P(Both, Following, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
