// A visit from its programme to its report, request by request: lines edited together, clashes, people, gifts, papers, calendar.
#include <gtest/gtest.h>

#include "app/delegations/programme.h"
#include "app/gifts/public.h"
#include "fixtures/pdf_view.h"
#include "file/ics.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::header;
using test::location;
using test::shows;

TEST(Times, are_read_as_people_write_them) {
  for (const auto& [typed, minutes] : {std::pair{"8:30", 510}, {"08h30", 510}, {"8h", 480}, {"8 giờ 30 phút", 510}, {"0830", 510}, {"14.05", 845}, {"0h00", 0}, {"23:59", 1439}}) EXPECT_EQ(minutes_of(typed), minutes) << typed;
  for (const char* none : {"", "24:00", "8:60", "sáng", "8:30:15", "123", "-", "8h30 hoặc 9h"}) EXPECT_EQ(minutes_of(none), std::nullopt) << none;
  EXPECT_EQ(clock_words(485), "08:05");
}

TEST(Gifts, are_the_same_thing_in_other_words) {
  EXPECT_TRUE(same_gift("Bộ ấm trà Bát Tràng", "Ấm trà gốm Bát Tràng"));
  EXPECT_TRUE(same_gift("Tranh sơn mài chợ nổi Cái Răng", "Bức tranh sơn mài Chợ nổi Cái Răng (nhỏ)"));
  EXPECT_FALSE(same_gift("Tranh sơn mài chợ nổi", "Tranh thêu hoa sen"));
  EXPECT_FALSE(same_gift("Bộ ấm trà", "Bộ đĩa sứ"));
  EXPECT_FALSE(same_gift("", ""));
}

class Visits : public testing::TestWithParam<db::Engine> {
 protected:
  Visits() : site_({.engine = GetParam()}) { site_.sign_in(); }
  std::int64_t id(const std::string& code) { return site_.number("SELECT id FROM delegation WHERE code = $1", {code}); }
  std::string visit() { return "/delegations/" + std::to_string(id("DV-2025-101")); }  // 3 December 2025, of DT-SCHNEIDER
  std::int64_t items() { return site_.number("SELECT COUNT(*) FROM programme_item WHERE deleted = 0 AND what LIKE 'Việc%'"); }
  using Form = test::SampleSite::Form;
  static void line(Form& form, int row, const std::string& day, const std::string& from, const std::string& to, const std::string& what, const std::string& host = "", const std::string& en = "") {
    const std::string r = "r" + std::to_string(row) + ".";
    for (const auto& [name, value] : Form{{"id", "0"}, {"version", "0"}, {"day", day}, {"from_time", from}, {"to_time", to}, {"what", what}, {"what_en", en}, {"host", host}}) form.emplace_back(r + name, value);
  }
  void write_programme() {
    Form form{{"lines", "4"}};
    line(form, 0, "03/12/2025", "8h30", "10:00", "Việc chào xã giao", "Chủ tịch Liên hiệp", "Courtesy call, tea");
    line(form, 1, "", "9:30", "11:00", "Việc làm việc tại trường");
    line(form, 2, "", "", "", "");
    line(form, 3, "04/12/2025", "06:15", "", "Việc tiễn đoàn");
    EXPECT_EQ(site_.post(visit() + "/programme", form).status, 303);
  }
  test::SampleSite site_;
};

TEST_P(Visits, have_a_programme_that_is_written_in_one_form) {
  write_programme();
  EXPECT_EQ(items(), 3) << "an empty line is no item";
  EXPECT_EQ(site_.text("SELECT day FROM programme_item WHERE what = 'Việc làm việc tại trường'"), "2025-12-03") << "an empty day is that of the line above";
  EXPECT_EQ(site_.text("SELECT from_time FROM programme_item WHERE what = 'Việc chào xã giao'"), "08:30");
  const std::string page = site_.page(visit());
  EXPECT_TRUE(shows(page, "08:30–10:00"));
  EXPECT_TRUE(shows(page, "Courtesy call, tea"));
  EXPECT_TRUE(shows(page, "Trùng giờ ngày 03/12/2025"));
  EXPECT_TRUE(shows(page, "ngoài thời gian của đoàn")) << "the visit lasts one day";
  const std::string grid = site_.page(visit() + "/programme");
  EXPECT_LT(grid.find("Việc chào xã giao"), grid.find("Việc tiễn đoàn"));
}

TEST_P(Visits, keep_every_line_typed_when_one_is_wrong_and_save_none) {
  Form form{{"lines", "2"}};
  line(form, 0, "03/12/2025", "8:30", "10:00", "Việc đầu");
  line(form, 1, "03/12/2025", "11:00", "10:00", "Việc sau");
  const auto answer = site_.post(visit() + "/programme", form);
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(shows(answer, "Việc đầu") && shows(answer, "Việc sau") && shows(answer, "11:00"));
  EXPECT_TRUE(shows(answer, "Dòng 2: Giờ xong phải sau giờ bắt đầu"));
  EXPECT_EQ(items(), 0);
}

TEST_P(Visits, lose_a_line_that_is_ticked_and_keep_the_others_untouched) {
  write_programme();
  const auto one = site_.number("SELECT id FROM programme_item WHERE what = 'Việc tiễn đoàn'"), version = site_.number("SELECT version FROM programme_item WHERE id = $1", {one});
  const std::string number = std::to_string(one);
  EXPECT_EQ(site_.post(visit() + "/programme", {{"lines", "1"}, {"r0.id", number}, {"r0.version", std::to_string(version)}, {"r0.day", "04/12/2025"}, {"r0.from_time", "06:15"}, {"r0.what", "Việc tiễn đoàn"}, {"r0.remove", "1"}}).status, 303);
  EXPECT_EQ(items(), 2);
  EXPECT_EQ(site_.post("/programme-items/" + number + "/undo", {{"change", std::to_string(site_.number("SELECT MAX(seq) FROM change WHERE register_name = 'programme_item'"))}}).status, 303);
  EXPECT_EQ(items(), 3) << "and can be brought back like any record";
}

TEST_P(Visits, warn_when_one_host_receives_two_delegations_at_one_hour) {
  write_programme();
  const std::string other = "/delegations/" + std::to_string(id("DV-2025-100"));
  Form form{{"lines", "1"}};
  line(form, 0, "03/12/2025", "9:45", "10:30", "Việc khác", "chủ tịch liên hiệp");
  EXPECT_EQ(site_.post(other + "/programme", form).status, 303);
  EXPECT_TRUE(shows(site_.page(visit()), "Chủ tịch Liên hiệp còn tiếp"));
}

TEST_P(Visits, say_how_the_list_of_people_differs_from_the_declared_number) {
  Form form{{"lines", "2"}};
  for (int i = 0; i < 2; ++i)
    for (const auto& [name, value] : Form{{"id", "0"}, {"name", "Người thứ " + std::to_string(i)}, {"nationality", i ? "Pháp" : "FR"}, {"is_head", i ? "" : "1"}, {"passport_no", "P12345" + std::to_string(i)}, {"born", "01/02/1970"}})
      form.emplace_back("r" + std::to_string(i) + "." + name, value);
  EXPECT_EQ(site_.post(visit() + "/members", form).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM delegation_member WHERE nationality = 'FR' AND passport_no LIKE 'P12345_'"), 2);
  EXPECT_TRUE(shows(site_.page(visit()), "Sổ ghi 5 người, danh sách có 2: còn thiếu 3."));
  EXPECT_TRUE(shows(site_.page(visit() + "/members"), "P123450"));
  EXPECT_GT(site_.number("SELECT COUNT(*) FROM access_log WHERE register_name = 'delegation_member'"), 0) << "who read passports is noted";
  EXPECT_FALSE(shows(site_.page(visit()), "P123450")) << "the page of the visit shows none";
}

TEST_P(Visits, hide_passports_from_those_who_may_not_see_personal_data_and_keep_them_through_their_edits) {
  Form form{{"lines", "1"}};
  for (const auto& [name, value] : Form{{"id", "0"}, {"name", "Bà Anne"}, {"passport_no", "P999"}, {"born", "01/02/1970"}}) form.emplace_back("r0." + name, value);
  EXPECT_EQ(site_.post(visit() + "/members", form).status, 303);
  site_.write([](db::Tx& tx) { tx.exec("UPDATE person SET sight = 'internal', functions = 'enter' WHERE login = 'loan'"); });
  site_.sign_in("loan");
  const std::string page = site_.page(visit() + "/members");
  EXPECT_TRUE(shows(page, "Bà Anne"));
  EXPECT_FALSE(shows(page, "P999") || shows(page, "01/02/1970"));
  const auto member = site_.number("SELECT id FROM delegation_member WHERE name = 'Bà Anne'");
  const auto box = page.find("name=\"r0.passport_no\"");
  ASSERT_NE(box, std::string::npos);
  const auto from = page.find("value=\"", box) + 7;
  const std::string masked = page.substr(from, page.find('"', from) - from);
  EXPECT_EQ(site_.post(visit() + "/members", {{"lines", "1"}, {"r0.id", std::to_string(member)}, {"r0.version", "1"}, {"r0.name", "Bà Anne Dupont"}, {"r0.passport_no", masked}, {"r0.born", ""}}).status, 303);
  EXPECT_EQ(site_.text("SELECT passport_no FROM delegation_member WHERE name = 'Bà Anne Dupont'"), "P999");
  EXPECT_EQ(site_.text("SELECT born FROM delegation_member WHERE name = 'Bà Anne Dupont'"), "1970-02-01");
}

TEST_P(Visits, tell_what_their_english_papers_print_in_vietnamese_before_they_go_out) {
  const auto made = site_.post("/delegations", {{"direction", "in"}, {"title", "Đoàn Quỹ Thử Nghiệm"}, {"countries", "FR"}, {"from_date", "2030-05-02"}, {"purpose", "working"}, {"host_role", "lead_host"}, {"status", "proposed"}, {"members", "5"}});
  ASSERT_EQ(made.status, 303) << made.content();
  const std::string id = std::to_string(site_.number("SELECT id FROM delegation WHERE title = 'Đoàn Quỹ Thử Nghiệm'")), at = "/delegations/" + id;
  EXPECT_TRUE(shows(site_.page(at), at + "/edit#f-title_en"));
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE delegation SET title_en = 'Delegation of the Trial Fund' WHERE title = 'Đoàn Quỹ Thử Nghiệm'"); });
  EXPECT_FALSE(shows(site_.page(at), "còn in chữ tiếng Việt"));
  EXPECT_FALSE(shows(site_.page(visit()), "còn in chữ tiếng Việt")) << "the letters of a visit that is over have gone";
}

TEST_P(Visits, leave_as_papers_in_two_languages_and_as_a_calendar) {
  write_programme();
  const auto pdf = site_.get(visit() + "/programme.pdf");
  EXPECT_EQ(header(pdf, "content-type"), "application/pdf");
  const auto text = [](const web::Response& r) { return paper::fixture::PdfView(std::string(r.content())).text(1); };
  const std::string both = text(pdf);
  for (const char* words : {"CHƯƠNG TRÌNH", "Việc chào xã giao", "Courtesy call, tea", "08:30–10:00", "Giờ / Time"}) EXPECT_NE(both.find(words), std::string::npos) << words << " is not in\n" << both;
  const std::string english = text(site_.get(visit() + "/programme.pdf?lang=en"));
  EXPECT_NE(english.find("PROGRAMME"), std::string::npos);
  EXPECT_EQ(english.find("CỘNG HÒA"), std::string::npos) << "the sheet for guests has no national name";
  EXPECT_EQ(english.find("Việc chào"), std::string::npos);
  for (const char* paper : {"/programme.docx", "/programme.docx?lang=vi", "/result.docx", "/result.pdf", "/letter.docx?lang=vi", "/letter.pdf?lang=en"}) EXPECT_EQ(site_.get(visit() + paper).status, 200) << paper;
  const auto ics = site_.get(visit() + "/programme.ics");
  EXPECT_EQ(header(ics, "content-type"), ics::k_type);
  EXPECT_TRUE(shows(ics, "DTSTART:20251203T013000Z\r\nDTEND:20251203T030000Z\r\nSUMMARY:Việc chào xã giao\r\n")) << ics.content();
  EXPECT_TRUE(shows(ics, "DTSTART:20251203T231500Z")) << "a quarter past six in the morning is the day before in UTC";
}

TEST_P(Visits, do_not_bring_the_same_gift_twice) {
  const auto gift = [&](const std::string& what, const std::string& date, const std::string& status, const std::string& why = "") {
    return site_.post("/gifts", {{"direction", "given"}, {"partner", "DT-SCHNEIDER"}, {"what", what}, {"date", date}, {"status", status}, {"repeat_reason", why}});
  };
  EXPECT_EQ(gift("Bộ ấm trà Bát Tràng", "10/05/2023", "given").status, 303);
  const auto aside = site_.get("/gifts/memory?partner=DT-SCHNEIDER&direction=given&what=" + url_encode("Ấm trà gốm Bát Tràng"));
  EXPECT_TRUE(shows(aside, "đã nhận món như vậy năm 2023")) << aside.content();
  const auto refused = gift("Ấm trà gốm Bát Tràng", "03/12/2025", "planned");
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(refused, "Đã tặng “Bộ ấm trà Bát Tràng” năm 2023"));
  EXPECT_EQ(gift("Ấm trà gốm Bát Tràng", "03/12/2025", "planned", "Bạn xin thêm một bộ").status, 303);
  EXPECT_EQ(gift("Tranh thêu hoa sen", "03/12/2025", "planned").status, 303);
  EXPECT_EQ(gift("Ấm trà Bát Tràng", "01/12/2025", "given").status, 303) << "what was given is told as it was";
}

TEST_P(Visits, propose_gifts_that_were_never_given_and_know_the_right_titles) {
  for (const char* what : {"Tranh sơn mài chợ nổi", "Sách ảnh Cần Thơ"})
    EXPECT_EQ(site_.post("/gifts", {{"direction", "given"}, {"partner", "DT-MYI"}, {"what", what}, {"date", "01/03/2024"}, {"status", "given"}}).status, 303);
  EXPECT_EQ(site_.post("/gifts", {{"direction", "given"}, {"partner", "DT-SCHNEIDER"}, {"what", "Bức tranh sơn mài chợ nổi"}, {"date", "01/03/2023"}, {"status", "given"}}).status, 303);
  Form form{{"lines", "1"}};
  for (const auto& [name, value] : Form{{"id", "0"}, {"name", "Marc Durand"}, {"title", "Giám đốc Quỹ"}, {"is_head", "1"}}) form.emplace_back("r0." + name, value);
  EXPECT_EQ(site_.post(visit() + "/members", form).status, 303);
  const auto aside = site_.get("/gifts/memory?partner=DT-SCHNEIDER&direction=given");
  EXPECT_TRUE(shows(aside, "Sách ảnh Cần Thơ"));
  const std::string page(aside.content());
  const auto ideas = page.find("Chưa tặng đối tác này bao giờ");
  ASSERT_NE(ideas, std::string::npos);
  EXPECT_EQ(page.find("Tranh sơn mài chợ nổi", ideas), std::string::npos) << "they have that one";
  EXPECT_TRUE(shows(page, "Marc Durand, Giám đốc Quỹ"));
}

TEST_P(Visits, are_balanced_by_country_and_what_would_mend_it_is_planned_by_one_button) {
  const std::string page = site_.page("/delegations/balance?year=2025");
  EXPECT_TRUE(shows(page, "Đề xuất cho năm 2026"));
  EXPECT_TRUE(shows(page, "3 năm qua"));
  EXPECT_TRUE(shows(page, "/figures/I17?")) << "every figure opens";
  const auto at = page.find("name=\"country\" value=\"");
  ASSERT_NE(at, std::string::npos);
  const std::string code = page.substr(at + 22, 2);
  const auto made = site_.post("/delegations/propose", {{"country", code}, {"direction", "out"}, {"year", "2026"}});
  EXPECT_EQ(made.status, 303) << made.content();
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM delegation WHERE deleted = 0 AND status = 'proposed' AND direction = 'out' AND countries = $1", {"|" + code + "|"}), 1);
  EXPECT_TRUE(shows(site_.text("SELECT note FROM delegation WHERE deleted = 0 AND status = 'proposed' AND countries = $1", {"|" + code + "|"}), "Đề xuất để cân đối"));
  const auto again = site_.post("/delegations/propose", {{"country", code}, {"direction", "out"}, {"year", "2026"}});
  EXPECT_EQ(location(again), location(made).substr(0, location(made).find('?'))) << "it is planned once";
  EXPECT_EQ(site_.post("/delegations/propose", {{"country", "FJ"}, {"direction", "out"}, {"year", "2026"}}).status, 422);
}

TEST_P(Visits, have_a_day_by_which_their_result_is_reported) {
  const auto one = id("DV-2025-101");
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE delegation SET status = 'in_progress', report_due = NULL WHERE id = $1", {one}); });
  const auto version = std::to_string(site_.number("SELECT version FROM delegation WHERE id = $1", {one}));
  const auto moved = site_.post(visit() + "/move", {{"move", "complete"}, {"version", version}, {"complete.members", "5"}, {"complete.result", "Tốt đẹp"}});
  EXPECT_EQ(moved.status, 303) << moved.content();
  EXPECT_EQ(site_.text("SELECT report_due FROM delegation WHERE id = $1", {one}), "2025-12-18") << "15 days after the last day";
  EXPECT_EQ(site_.count("I22A", "ct", "2025"), 1);
  EXPECT_EQ(site_.count("I22", "ct", "2025"), 0);
  const auto now_version = std::to_string(site_.number("SELECT version FROM delegation WHERE id = $1", {one}));
  EXPECT_EQ(site_.post(visit() + "/move", {{"move", "report"}, {"version", now_version}, {"report.report_sent", "17/12/2025"}}).status, 303);
  EXPECT_EQ(site_.count("I22", "ct", "2025"), 100);
}

INSTANTIATE_TEST_SUITE_P(Both, Visits, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
