// Members of an association: who reads their names, how they are counted, dues of a year, moving elsewhere.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "base/clock.h"
#include "fixtures/pdf_view.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::shows;
using Form = test::SampleSite::Form;

class Members : public testing::TestWithParam<db::Engine> {
 protected:
  Members() : site_({.engine = GetParam()}) {
    site_.sign_in();
    korea_ = site_.number("SELECT id FROM organisation WHERE code = 'ct-kr'");
  }

  std::string at(const std::string& rest) const { return "/organisations/" + std::to_string(korea_) + rest; }
  std::int64_t member(const std::string& code) { return site_.number("SELECT id FROM member WHERE code = $1", {code}); }
  std::int64_t add(const Form& form) {
    const auto made = site_.post("/members", form);
    EXPECT_EQ(made.status, 303) << made.content();
    return site_.number("SELECT MAX(id) FROM member");
  }

  test::SampleSite site_;
  std::int64_t korea_ = 0;
};

TEST_P(Members, are_read_by_their_association_and_counted_by_the_union) {
  const std::string who = "Trần Hải Minh Họa", record = "/members/" + std::to_string(member("HVN-MH-01"));
  site_.sign_in("anh");  // officer of the association
  EXPECT_TRUE(shows(site_.page(at("/members")), who));
  EXPECT_TRUE(shows(site_.page(record), who));
  EXPECT_EQ(site_.get(at("/members.pdf")).status, 200);
  site_.sign_in("quan");  // administrator at the Union, without the right to personal data
  EXPECT_EQ(site_.get(record).status, 404);
  EXPECT_FALSE(shows(site_.page("/members"), who));
  EXPECT_FALSE(shows(site_.page(at("/members")), who));
  EXPECT_TRUE(shows(site_.page(at("/members")), "chỉ người của hội đọc"));
  EXPECT_EQ(site_.get(at("/members.pdf")).status, 303) << "to the page that says who reads names";
  const std::string figure = site_.page("/figures/I07?org=ct-kr&as_of=2025-12-31");
  EXPECT_TRUE(shows(figure, "8")) << "the count is whole";
  EXPECT_FALSE(shows(figure, "HVN-MH-01")) << "its rows are not listed";
  site_.sign_in("hanh");  // with the right
  EXPECT_TRUE(shows(site_.page(record), who));
}

TEST_P(Members, carry_cards_that_their_association_prints) {
  const std::string one = std::to_string(member("HVN-MH-01")), two = std::to_string(member("HVN-MH-02"));
  const auto words_of = [](const web::Response& r) {
    const paper::fixture::PdfView view{std::string(r.content())};
    std::string out;
    for (int page = 1; page <= view.pages(); ++page) out += view.text(page) + " ";
    return out;
  };
  site_.sign_in("anh");
  const auto chosen = site_.get("/members/cards.pdf?id=" + one + "&id=" + two);
  ASSERT_EQ(chosen.status, 200);
  const std::string words = words_of(chosen);
  EXPECT_TRUE(shows(words, "Trần Hải Minh Họa") && shows(words, "KR-001") && shows(words, "KR-002")) << words;
  EXPECT_TRUE(shows(words, "MEMBERSHIP CARD")) << "the association has an English name";
  EXPECT_FALSE(shows(words, "KR-003")) << "who was not chosen";
  EXPECT_TRUE(shows(words_of(site_.get(at("/members/cards.pdf"))), "KR-003")) << "all of the association";
  EXPECT_TRUE(shows(site_.page("/members/" + one), "/members/cards.pdf?id=" + one));
  EXPECT_EQ(site_.get("/members/cards.pdf").status, 409) << "nobody was chosen";
  // who applied has no card yet
  const std::string applicant = std::to_string(site_.number("SELECT id FROM member WHERE status = 'applied' AND org_id = $1", {korea_}));
  EXPECT_EQ(site_.get("/members/cards.pdf?id=" + applicant).status, 409);
  site_.sign_in("quan");  // at the Union, without the right to personal data
  EXPECT_EQ(site_.get("/members/cards.pdf?id=" + one).status, 409) << "names he may not read are on no card of his";
  EXPECT_EQ(site_.get(at("/members/cards.pdf")).status, 303);
  // the Union sees the numbers on the tile of the association, and they open
  const std::string overview = site_.page("/");
  const auto tile = overview.find("/figures/I06?org=ct-kr");
  ASSERT_NE(tile, std::string::npos);
  EXPECT_TRUE(test::reads(overview.substr(overview.rfind('<', tile), 200), "210"));
  EXPECT_FALSE(shows(overview, "Trần Hải Minh Họa"));
  site_.sign_in("anh");
  EXPECT_TRUE(shows(site_.page("/"), "/figures/I06?org=ct-kr")) << "the association sees its own";
}

TEST_P(Members, count_by_the_declared_number_until_the_list_is_complete) {
  EXPECT_EQ(site_.count("I06", "ct-kr", "2025"), 210);
  EXPECT_EQ(site_.count("I07", "ct-kr", "2025"), 8);
  EXPECT_EQ(site_.count("I08", "ct-kr", "2025"), 2);
  const std::string year = std::to_string(today().year());
  const std::string shares = site_.page(at("/members"));
  EXPECT_TRUE(shows(shares, "24,8%") && shows(shares, "52 trên 210 hội viên")) << "the young, and out of how many";
  EXPECT_TRUE(shows(shares, "33,3%") && shows(shares, "70 trên 210 hội viên")) << "women";
  ASSERT_EQ(site_.post(at("/members/count")).status, 303);
  EXPECT_EQ(site_.count("I06", "ct-kr", year), 8);
  EXPECT_EQ(site_.count("I06", "ct-kr", "2025"), today().year() == 2025 ? 8 : 210) << "what was said before stays as it was";
  // Three of eight are under 35 in the year of the test whatever that is, as long as it is before 2033.
  EXPECT_TRUE(shows(site_.page("/figures/I09?org=ct-kr&period=" + year), "/8")) << "the share tells both of its parts";
  const auto before = site_.count("I07", "ct", year), memberships = site_.count("I06", "ct-la", year);
  const std::string laos = std::to_string(site_.number("SELECT id FROM organisation WHERE code = 'ct-la'"));
  const auto second = add({{"org", laos}, {"name", "Trần Hải Minh Họa"}, {"kind", "individual"}, {"status", "active"}, {"joined_on", "2020-01-01"}, {"same_as", std::to_string(member("HVN-MH-01"))}});
  EXPECT_EQ(site_.count("I07", "ct", year), before) << "a person in two associations counts once";
  EXPECT_EQ(site_.count("I07", "ct-la", year), 1);
  EXPECT_EQ(site_.count("I06", "ct-la", year), memberships) << "its declared count stands";
  EXPECT_TRUE(shows(site_.page("/members/" + std::to_string(second)), "Còn là hội viên ở"));
}

TEST_P(Members, pay_their_dues_on_one_page) {
  const std::string one = std::to_string(member("HVN-MH-01")), two = std::to_string(member("HVN-MH-02"));
  const db::Sql paid = "SELECT COUNT(*) FROM member_due WHERE deleted = 0 AND year = 2026";
  const auto year = [&](Form form) {
    form.insert(form.end(), {{"on", "01/03/2026"}, {"rate", "150.000"}});
    return site_.post(at("/dues?year=2026"), form);
  };
  EXPECT_EQ(year({{"p." + one, "1"}, {"p." + two, "1"}, {"a." + two, "nhiều"}}).status, 422);
  EXPECT_EQ(site_.number(paid), 0) << "all or nothing";
  ASSERT_EQ(year({{"p." + one, "1"}, {"p." + two, "1"}, {"a." + two, "200.000"}}).status, 303);
  EXPECT_EQ(site_.number(paid), 2);
  EXPECT_EQ(site_.number("SELECT amount FROM member_due WHERE year = 2026 AND member = $1", {member("HVN-MH-01")}), 150'000);
  EXPECT_EQ(site_.number("SELECT amount FROM member_due WHERE year = 2026 AND member = $1", {member("HVN-MH-02")}), 200'000);
  const std::string due = std::to_string(site_.number("SELECT id FROM member_due WHERE year = 2026 AND member = $1", {member("HVN-MH-02")}));
  ASSERT_EQ(year({{"p." + one, "1"}}).status, 303) << "a page that did not know of it takes nothing away";
  EXPECT_EQ(site_.number(paid), 2);
  ASSERT_EQ(year({{"p." + one, "1"}, {"w." + two, due}}).status, 303);
  EXPECT_EQ(site_.number(paid), 1);
}

TEST_P(Members, move_to_another_association_with_their_history) {
  const std::int64_t id = member("HVN-MH-05"), laos = site_.number("SELECT id FROM organisation WHERE code = 'ct-la'");
  const std::string version = std::to_string(site_.number("SELECT version FROM member WHERE id = $1", {id}));
  ASSERT_EQ(site_.post("/members/" + std::to_string(id) + "/move", {{"move", "transfer"}, {"version", version}, {"transfer.left_on", "2026-01-15"}, {"transfer.moved_to", std::to_string(laos)}}).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM member WHERE deleted = 0 AND org_id = $1 AND same_as = $2 AND status = 'active' AND joined_on = '2026-01-15' AND card_no = 'KR-005'", {laos, id}), 1);
  EXPECT_EQ(site_.count("I07", "ct", "2026"), 8);
}

TEST_P(Members, and_their_clubs_and_scholarships_are_followed) {
  // a club that has been quiet, then meets; paused, it is no living language club
  const std::int64_t club = site_.number("SELECT id FROM organisation WHERE code = 'hp-clb-tieng-han'");
  EXPECT_EQ(site_.count("I61", "hp", "2026"), 1);
  EXPECT_TRUE(shows(site_.page("/clubs?of=all"), "chưa ghi buổi nào"));
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE organisation SET club_state = 'paused' WHERE id = $1", {club}); });
  EXPECT_TRUE(shows(site_.page("/clubs?of=all"), "Tạm nghỉ"));
  // a programme: what was awarded of its quota
  const std::int64_t programme = site_.number("SELECT id FROM scholarship_programme WHERE code = 'CTHB-MH-1'");
  const std::string page = site_.page("/scholarship-programmes/" + std::to_string(programme));
  EXPECT_TRUE(shows(page, "/ 60"));
  EXPECT_NE(page.find("of_programme=" + std::to_string(programme)), std::string::npos) << "the number opens those of the programme";
}

TEST_P(Members, and_reports_on_their_students_are_late_from_the_day_after_until_they_are_sent) {
  const std::string programme = "/scholarship-programmes/" + std::to_string(site_.number("SELECT id FROM scholarship_programme WHERE code = 'CTHB-MH-1'"));
  const auto late = [&] {
    std::vector<std::string> codes;
    const auto listed = boost::json::parse(site_.page("/scholarships?is=late_report&format=json"));
    for (const auto& row : listed.as_array()) codes.emplace_back(row.at("code").as_string());
    const std::string told = std::to_string(codes.size()) + " báo cáo theo dõi học bổng quá hạn";
    EXPECT_EQ(test::reads(site_.page("/"), told), !codes.empty()) << "the to-do of the overview says the same: " << told;
    std::erase_if(codes, [](const std::string& code) { return !code.starts_with("HB-Q"); });
    return codes;
  };
  using Late = std::vector<std::string>;
  const auto fields = [&](const char* version, const char* status, const std::string& due, const std::string& sent) {
    return Form{{"code", "HB-Q1"}, {"programme", "Đợt thử"}, {"direction", "for_vietnamese"}, {"grants", "5"}, {"date", today().plus_days(-90).iso()}, {"status", status}, {"of_programme", "CTHB-MH-1"}, {"report_due", due}, {"report_on", sent}, {"org", "ct"}, {"version", version}};
  };
  ASSERT_EQ(site_.post("/scholarships", fields("0", "awarded", today().iso(), "")).status, 303);
  const std::string record = "/scholarships/" + std::to_string(site_.number("SELECT id FROM scholarship WHERE code = 'HB-Q1'"));
  EXPECT_EQ(late(), Late{}) << "on the day itself it is not late";
  EXPECT_TRUE(test::reads(site_.page(programme), "báo cáo trước " + format_date(today(), Lang::vi)));
  const Date before = today().plus_days(-1);
  ASSERT_EQ(site_.post(record, fields("1", "monitoring", before.iso(), "")).status, 303);
  EXPECT_EQ(late(), Late{"HB-Q1"}) << "the day after it is";
  EXPECT_TRUE(test::reads(site_.page(programme), "báo cáo quá hạn " + format_date(before, Lang::vi)));
  ASSERT_EQ(site_.post(record, fields("2", "stopped", before.iso(), "")).status, 303);
  EXPECT_EQ(late(), Late{}) << "a grant that was stopped owes none";
  ASSERT_EQ(site_.post(record, fields("3", "monitoring", before.iso(), today().iso())).status, 303);
  EXPECT_EQ(late(), Late{}) << "sent late is sent";
  EXPECT_TRUE(test::reads(site_.page(programme), "đã báo cáo " + format_date(today(), Lang::vi)));
}

INSTANTIATE_TEST_SUITE_P(Both, Members, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
