// Papers of an office: what arrives, who deals with it, which paper answers it, in which file both end, what is advised.
#include <gtest/gtest.h>

#include "base/clock.h"
#include "fixtures/word_view.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::shows;
using Form = test::SampleSite::Form;

class Papers : public testing::TestWithParam<db::Engine> {
 protected:
  Papers() : site_(of(GetParam())) { site_.sign_in("loan"); }
  static void TearDownTestSuite() { sites().clear(); }
  /// One office for all tests of an engine: each looks at papers of its own.
  static std::map<db::Engine, std::unique_ptr<test::SampleSite>>& sites() {
    static std::map<db::Engine, std::unique_ptr<test::SampleSite>> all;
    return all;
  }
  static test::SampleSite& of(db::Engine engine) {
    auto& site = sites()[engine];
    if (!site) site = std::make_unique<test::SampleSite>(test::SampleSite::Choices{.engine = engine});
    return *site;
  }

  /// The clerk writes a paper down; its record.
  std::int64_t arrives(const std::string& sender, const std::string& title, const std::string& number = "215/SNgV-VP") {
    const auto made = site_.post("/incoming/quick", {{"sender", sender}, {"title", title}, {"their_number", number}, {"kind", "cv"}, {"urgency", "urgent"}, {"arrived_on", format_date(today(), Lang::vi)}});
    EXPECT_EQ(made.status, 303) << made.content();
    return site_.number("SELECT max(id) FROM incoming_paper");
  }
  web::Response move(const std::string& path, std::int64_t id, const std::string& table, const std::string& act, Form more = {}) {
    more.emplace_back("move", act);
    more.emplace_back("version", std::to_string(site_.number(db::Sql::built("SELECT version FROM " + table + " WHERE id = $1"), {id})));
    return site_.post("/" + path + "/" + std::to_string(id) + "/move", more);
  }
  std::string state(std::int64_t paper) { return site_.text("SELECT status FROM incoming_paper WHERE id = $1", {paper}); }

  test::SampleSite& site_;
};

TEST_P(Papers, an_arrived_paper_is_routed_answered_and_done) {
  const std::int64_t paper = arrives("Sở Ngoại vụ thành phố Cần Thơ", "Đề nghị cử đoàn dự giao lưu");
  EXPECT_TRUE(shows(site_.page("/incoming/quick?last=" + std::to_string(paper)), "Ghi số này vào dấu"));
  site_.sign_in("bao");
  EXPECT_TRUE(shows(site_.page("/"), "chờ phân xử lý"));
  EXPECT_EQ(move("incoming", paper, "incoming_paper", "route", {{"route.instruction", "Văn phòng trả lời"}}).status, 422) << "to whom?";
  const std::string due = format_date(today().plus_days(5), Lang::vi);
  ASSERT_EQ(move("incoming", paper, "incoming_paper", "route", {{"route.routed_to", "ct"}, {"route.owner", "Phạm Minh Thư"}, {"route.instruction", "Soạn công văn trả lời"}, {"route.due", due}}).status, 303);
  EXPECT_EQ(site_.number("SELECT count(*) FROM task WHERE incoming_paper = $1 AND status = 'assigned' AND owner = 'Phạm Minh Thư'", {paper}), 1);
  site_.sign_in();
  EXPECT_TRUE(shows(site_.page("/my-day"), "Đề nghị cử đoàn dự giao lưu"));
  ASSERT_EQ(site_.post("/outgoing", {{"title", "Trả lời về đoàn giao lưu"}, {"kind", "cv"}, {"answers", std::to_string(paper)}, {"signer", "Chủ tịch"}, {"signed_on", format_date(today(), Lang::vi)}, {"org", std::to_string(site_.number("SELECT id FROM organisation WHERE code = 'ct'"))}, {"confidentiality", "internal"}}).status, 303);
  const std::int64_t answer = site_.number("SELECT max(id) FROM outgoing");
  EXPECT_EQ(state(paper), "routed");
  site_.sign_in("loan");
  ASSERT_EQ(move("outgoing", answer, "outgoing", "number").status, 303);
  EXPECT_EQ(state(paper), "done");
  EXPECT_EQ(site_.text("SELECT status FROM task WHERE incoming_paper = $1", {paper}), "submitted");
  EXPECT_TRUE(shows(site_.page("/incoming/" + std::to_string(paper)), site_.text("SELECT full_number FROM outgoing WHERE id = $1", {answer})));
  // The book on paper, and the arrival number that stays for good.
  const std::string days = "?from=" + url_encode(format_date(today(), Lang::vi)) + "&to=" + url_encode(format_date(today(), Lang::vi));
  paper::fixture::WordView book(site_.page("/incoming/book.docx" + days));
  EXPECT_NO_THROW(book.find("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"));
  EXPECT_NO_THROW(book.find("Đề nghị cử đoàn dự giao lưu"));
  EXPECT_TRUE(shows(site_.page("/outgoing/book" + days), "Trả lời về đoàn giao lưu"));
  EXPECT_EQ(site_.get("/incoming/book?from=01/01/2020&to=01/01/2026").status, 422) << "a year at most";
  site_.sign_in();
  site_.sign_in("loan");
  const std::int64_t mistaken = arrives("Sở Tư pháp", "Vào sổ nhầm");
  site_.sign_in();
  EXPECT_EQ(site_.post("/incoming/" + std::to_string(mistaken) + "/delete", {{"version", "1"}, {"reason", "nhầm"}}).status, 403) << "void it instead";
}

TEST_P(Papers, what_is_routed_anew_takes_its_task_along_and_overdue_ones_are_seen) {
  const std::int64_t paper = arrives("Ủy ban nhân dân thành phố", "Giao chuẩn bị hội nghị");
  site_.sign_in("bao");
  ASSERT_EQ(move("incoming", paper, "incoming_paper", "route", {{"route.routed_to", "ct"}, {"route.instruction", "Chuẩn bị"}, {"route.due", format_date(today(), Lang::vi)}}).status, 303);
  ASSERT_EQ(move("incoming", paper, "incoming_paper", "take_back", {{"take_back.reason", "Đúng việc của hội"}}).status, 303);
  ASSERT_EQ(move("incoming", paper, "incoming_paper", "route", {{"route.routed_to", "ct-kr"}, {"route.instruction", "Hội chuẩn bị"}}).status, 303);
  EXPECT_EQ(site_.text("SELECT status FROM task WHERE incoming_paper = $1 ORDER BY id", {paper}), "cancelled");
  EXPECT_EQ(site_.text("SELECT status FROM task WHERE incoming_paper = $1 ORDER BY id DESC", {paper}), "assigned");
  ASSERT_EQ(site_.post("/incoming/" + std::to_string(paper) + "/directive").status, 303);
  EXPECT_EQ(site_.text("SELECT issuer FROM directive ORDER BY id DESC"), "Ủy ban nhân dân thành phố");
  set_clock_for_test(now() + 3LL * 86'400'000);
  site_.sign_in("bao");
  EXPECT_TRUE(shows(site_.page("/"), "quá hạn"));
  EXPECT_TRUE(shows(site_.page("/incoming?is=overdue"), "Giao chuẩn bị hội nghị"));
  set_clock_for_test(0);
}

TEST_P(Papers, a_file_is_closed_once_nothing_in_it_is_open) {
  const std::int64_t letter = arrives("Sở Nội vụ", "Hướng dẫn lập hồ sơ", "77/SNV"), other = arrives("Sở Nội vụ", "Lịch tập huấn", "78/SNV");
  site_.sign_in();
  const std::string org = std::to_string(site_.number("SELECT id FROM organisation WHERE code = 'ct'")), day = format_date(today(), Lang::vi);
  const Form form{{"notation", "03.VP"}, {"title", "Hồ sơ công tác văn phòng"}, {"keeping", "luu-20"}, {"opened_on", day}, {"status", "open"}, {"org", org}, {"confidentiality", "internal"}};
  ASSERT_EQ(site_.post("/paper-files", form).status, 303);
  const std::int64_t file = site_.number("SELECT max(id) FROM paper_file");
  const std::string url = "/paper-files/" + std::to_string(file);
  const auto twice = site_.post("/paper-files", form);
  EXPECT_EQ(twice.status, 422);
  EXPECT_TRUE(shows(std::string(twice.content()), "đã có hồ sơ số 03.VP: “Hồ sơ công tác văn phòng”"));
  EXPECT_TRUE(shows(std::string(twice.content()), "Số kế tiếp còn trống: 04.VP"));
  site_.sign_in("loan");
  const Form both{{"act", "in"}, {"id", "incoming_paper-" + std::to_string(letter)}, {"id", "incoming_paper-" + std::to_string(other)}};
  ASSERT_EQ(site_.post(url + "/papers", both).status, 303);
  EXPECT_EQ(site_.post(url + "/papers", {{"act", "in"}, {"id", "incoming_paper-999999"}}).status, 404);
  const auto refused = move("paper-files", file, "paper_file", "close", {{"close.sheets", "12"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(shows(std::string(refused.content()), "còn 2 văn bản chưa giải quyết xong"));
  site_.sign_in("bao");
  ASSERT_EQ(move("incoming", letter, "incoming_paper", "note").status, 303);
  ASSERT_EQ(move("incoming", other, "incoming_paper", "note").status, 303);
  site_.sign_in("loan");
  ASSERT_EQ(move("paper-files", file, "paper_file", "close", {{"close.sheets", "12"}}).status, 303);
  EXPECT_EQ(site_.text("SELECT keep_until FROM paper_file WHERE id = $1", {file}), std::to_string(today().year() + 20) + "-12-31");
  EXPECT_EQ(site_.post(url + "/papers", {{"act", "out"}, {"id", "incoming_paper-" + std::to_string(letter)}}).status, 409) << "it is closed";
  paper::fixture::WordView contents(site_.page(url + "/papers/contents.docx"));
  EXPECT_NO_THROW(contents.find("77/SNV"));
  EXPECT_NO_THROW(contents.find("Lịch tập huấn"));
  EXPECT_TRUE(shows(site_.page("/paper-files/plan"), "Hồ sơ công tác văn phòng"));
  EXPECT_TRUE(shows(site_.page("/paper-files/handover"), "20 năm"));
  EXPECT_TRUE(site_.page("/paper-files/handover.pdf").starts_with("%PDF-"));
}

TEST_P(Papers, an_advisory_paper_counts_once_it_is_sent_by_its_result) {
  site_.sign_in();
  const std::int64_t sent = site_.count("I91", "ct", "2025"), adopted = site_.number("SELECT count(*) FROM advice WHERE result = 'adopted'");
  EXPECT_EQ(sent, 3) << "what is being written does not count";
  const std::string org = std::to_string(site_.number("SELECT id FROM organisation WHERE code = 'ct'"));
  ASSERT_EQ(site_.post("/advice", {{"title", "Đề án hữu nghị học đường"}, {"kind", "scheme"}, {"requested_on", "01/10/2025"}, {"status", "asked"}, {"org", org}, {"confidentiality", "internal"}}).status, 303);
  const std::int64_t id = site_.number("SELECT max(id) FROM advice");
  ASSERT_EQ(move("advice", id, "advice", "start").status, 303);
  ASSERT_EQ(move("advice", id, "advice", "accept", {{"accept.accepted_on", "20/10/2025"}, {"accept.grade", "good"}}).status, 303);
  ASSERT_EQ(move("advice", id, "advice", "send").status, 303);
  EXPECT_EQ(site_.text("SELECT result FROM advice WHERE id = $1", {id}), "pending");
  const std::string year = std::to_string(today().year());
  EXPECT_EQ(site_.count("I91", "ct", year), 1);
  EXPECT_EQ(move("advice", id, "advice", "conclude", {{"conclude.result", "adopted"}}).status, 422) << "which paper says so?";
  EXPECT_EQ(move("advice", id, "advice", "conclude", {{"conclude.result", "pending"}, {"conclude.result_doc", "12/TB-UBND"}}).status, 422) << "no result is none";
  ASSERT_EQ(move("advice", id, "advice", "conclude", {{"conclude.result", "adopted"}, {"conclude.result_doc", "12/TB-UBND"}}).status, 303);
  EXPECT_EQ(site_.number("SELECT count(*) FROM advice WHERE result = 'adopted'"), adopted + 1);
  EXPECT_TRUE(shows(site_.page("/figures/I91?org=ct&period=" + year + "&result=adopted"), "Đề án hữu nghị học đường"));
  EXPECT_TRUE(shows(site_.page("/advice/board"), "Báo cáo tình hình người nước ngoài"));
}

INSTANTIATE_TEST_SUITE_P(Both, Papers, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
