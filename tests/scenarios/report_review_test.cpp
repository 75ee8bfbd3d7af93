// A draft goes out for remarks: a secret address shows it to people without an account, who leave remarks at a paragraph; and charts in it.
#include <gtest/gtest.h>

#include "app/reports/charts.h"
#include "app/reports/files.h"
#include "app/reports/review.h"
#include "base/clock.h"
#include "base/hash.h"
#include "file/zip_file.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;

constexpr const char* k_block = "delegations.in";

class ReportReview : public testing::Test, protected test::SampleSite {
 protected:
  ReportReview() : SampleSite({.reports = true}) { sign_in(); }

  /// The secret of a new address of report 3 (a draft).
  std::string ask_for_remarks(const std::string& asked = "Sở Ngoại vụ", const std::string& days = "7") {
    const std::string page(post("/reports/3/review", {{"asked", asked}, {"days", days}}).content());
    const auto at = page.find("/review/", page.find("id=\"review\""));
    return at == std::string::npos ? std::string() : page.substr(at + 8, page.find('<', at) - at - 8);
  }
  /// Somebody who never signed in.
  web::Response stranger(const std::string& target) { return program().site().handle(web::parse_request("GET", target, {{"host", "localhost"}}, "").value()); }
};

TEST_F(ReportReview, a_stranger_with_the_address_reads_the_draft_and_opens_no_record) {
  const std::string secret = ask_for_remarks();
  ASSERT_GE(secret.size(), 32U);
  EXPECT_EQ(number("SELECT COUNT(*) FROM report_share WHERE token_hash = $1", {sha256_hex(secret)}), 1) << "only the hash is kept";
  const auto page = stranger("/review/" + secret);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(shows(page, "57\u00A0đoàn"));
  EXPECT_TRUE(shows(page, "DỰ THẢO"));
  EXPECT_FALSE(shows(page, "/figures/")) << "figures lead nowhere";
  EXPECT_FALSE(shows(page, "href=\"/delegations"));
  EXPECT_TRUE(shows(stranger("/review/" + secret + "?lang=en"), "57\u00A0delegations"));
  EXPECT_EQ(stranger("/review/" + secret.substr(1) + "x").status, 410);
  EXPECT_EQ(stranger("/reports/3").status, 303) << "the address opens the draft and nothing else";
}

TEST_F(ReportReview, an_address_ends_when_it_is_taken_back_or_its_days_are_over) {
  const std::string one = ask_for_remarks("Sở Ngoại vụ"), two = ask_for_remarks("Hội Lào");
  EXPECT_EQ(post("/reports/3/review/revoke", {{"link", text("SELECT CAST(MIN(id) AS text) FROM report_share")}}).status, 303);
  EXPECT_EQ(stranger("/review/" + one).status, 410);
  EXPECT_EQ(stranger("/review/" + two).status, 200);
  write([&](db::Tx& tx) { tx.exec("UPDATE report_share SET expires_at = $1", {now() - 1}); });
  EXPECT_EQ(stranger("/review/" + two).status, 410);
  EXPECT_EQ(post("/reports/3/review", {{"asked", "Ai đó"}, {"days", "400"}}).status, 422);
  EXPECT_EQ(post("/reports/3/review", {{"asked", ""}, {"days", "7"}}).status, 422);
}

TEST_F(ReportReview, a_restricted_report_never_goes_out) {
  const std::string secret = ask_for_remarks();
  write([&](db::Tx& tx) { tx.exec("UPDATE report SET confidentiality = 'restricted' WHERE id = 3"); });
  EXPECT_EQ(stranger("/review/" + secret).status, 410) << "restricted since: the address shows it no more";
  EXPECT_EQ(ask_for_remarks(), "");
  write([&](db::Tx& tx) {
    tx.exec("UPDATE report SET confidentiality = 'internal' WHERE id = 3");
    tx.exec("UPDATE delegation SET confidentiality = 'restricted' WHERE id IN (SELECT MIN(id) FROM delegation WHERE direction = 'in' AND from_date >= '2025-01-01' AND from_date <= '2025-12-31' AND deleted = 0)");
  });
  EXPECT_EQ(post("/reports/3/review", {{"asked", "Sở Ngoại vụ"}, {"days", "7"}}).status, 403) << "a figure counts a restricted record";
}

TEST_F(ReportReview, a_remark_stands_at_its_paragraph_and_is_answered_there) {
  const std::string secret = ask_for_remarks(), address = "/review/" + secret;
  const auto nameless = post(address, {{"block", k_block}, {"author", ""}, {"text", "Nên nêu rõ nước."}});
  EXPECT_EQ(nameless.status, 422);
  EXPECT_TRUE(shows(nameless, "Nên nêu rõ nước.")) << "what was typed comes back";
  ASSERT_EQ(post(address, {{"block", k_block}, {"author", "Ông Bình, Sở Ngoại vụ"}, {"text", "Nên nêu rõ nước <b>."}}).status, 303);
  EXPECT_EQ(post(address, {{"block", "nowhere"}, {"author", "A"}, {"text", "B"}}).status, 409);
  const auto composer = get("/reports/3");
  EXPECT_TRUE(shows(composer, "Nên nêu rõ nước &lt;b&gt;."));
  EXPECT_TRUE(shows(composer, "1 góp ý, 1 chờ trả lời"));
  const std::string id = text("SELECT CAST(MAX(id) AS text) FROM report_remark");
  EXPECT_EQ(post("/reports/3/review/remark", {{"remark", id}, {"block", k_block}, {"verdict", "not_taken"}}).status, 422) << "not taken needs a reason";
  EXPECT_EQ(post("/reports/1/review/remark", {{"remark", id}, {"block", k_block}, {"verdict", "taken"}}).status, 404) << "of another report";
  ASSERT_EQ(post("/reports/3/review/remark", {{"remark", id}, {"block", k_block}, {"verdict", "not_taken"}, {"reason", "Đã nêu ở Bảng 1"}}).status, 303);
  EXPECT_TRUE(shows(get("/reports/3"), "Đã nêu ở Bảng 1"));
  EXPECT_TRUE(shows(stranger(address), "Đã nêu ở Bảng 1")) << "whoever remarked reads the answer";
  EXPECT_EQ(text("SELECT verdict FROM report_remark WHERE id = $1", {*parse_int(id)}), "not_taken");
  // The seal leaves remarks where they are; no more come in.
  write([&](db::Tx& tx) { tx.exec("UPDATE report_share SET report_id = 1"); });
  EXPECT_EQ(post(address, {{"block", k_block}, {"author", "A"}, {"text", "B"}}).status, 409);
}

TEST_F(ReportReview, a_chart_draws_the_values_of_its_figures_in_word_pdf_html_and_json) {
  const auto none = post("/reports/3/charts", {{"choice", "nothing"}, {"version", "1"}});
  EXPECT_EQ(none.status, 422);
  const auto made = post("/reports/3/charts", {{"choice", "delegations-country"}, {"kind", "bars"}, {"version", "1"}});
  ASSERT_EQ(made.status, 303) << made.content().substr(0, 2000);
  program().database().read([&](db::ReadDb& db) {
    Loaded loaded = load_report(db, Actor::system(), 3).value();
    const std::string id = location(made).substr(location(made).find("#b-") + 3);
    doc::Block* block = loaded.document.find_block(id);
    ASSERT_NE(block, nullptr);
    ASSERT_GE(block->rows.size(), 4U);
    const doc::Look seen = doc::look(db, Actor::system(), program().engine(), loaded.document);
    const paper::Paper paper = paper_of(loaded.document, {doc::shown_of(seen), true, false, "http://localhost"});
    const auto drawn = std::find_if(paper.blocks.begin(), paper.blocks.end(), [](const paper::Block& b) { return b.kind == paper::Block::Kind::chart; });
    ASSERT_NE(drawn, paper.blocks.end());
    for (std::size_t r = 1; r < block->rows.size(); ++r) {
      const std::string mark = doc::marks_in(block->rows[r].back()).at(0);
      EXPECT_EQ(drawn->values.at(r), seen.at(mark).figure.value) << "a bar is as long as its figure";
      EXPECT_EQ(drawn->rows[r].cells.back().runs.at(0).text, seen.at(mark).shown);
    }
    EXPECT_EQ(doc::in_english(loaded.document).find_block(id)->rows[1].back(), block->rows[1].back()) << "the same figure in English";
  });
  const std::string word(get("/reports/3/report.docx").content());
  auto zip = ZipReader::open(word);
  ASSERT_TRUE(zip.has_value());
  EXPECT_TRUE(zip->read("word/media/chart1.png").value().starts_with("\x89PNG"));
  EXPECT_NE(zip->read("word/_rels/document.xml.rels").value().find("media/chart1.png"), std::string::npos);
  EXPECT_NE(zip->read("word/document.xml").value().find("r:embed="), std::string::npos);
  EXPECT_NE(zip->read("[Content_Types].xml").value().find("image/png"), std::string::npos);
  const auto html = get("/reports/3/report.html");
  EXPECT_TRUE(shows(html, "<svg class=\"pchart\" role=\"img\""));
  EXPECT_TRUE(shows(html, "<desc>Hàn Quốc: "));
  EXPECT_FALSE(shows(html, " style="));
  EXPECT_TRUE(shows(get("/reports/3/report.json"), "\"kind\":\"chart\""));
  EXPECT_TRUE(std::string(get("/reports/3/report.pdf").content()).starts_with("%PDF"));
}

}  // namespace
}  // namespace nc::app
