// Thanking donors: what waits, letters with the same figures in two languages, the book of papers, one letter a gift.
#include <gtest/gtest.h>

#include "fixtures/pdf_view.h"
#include "fixtures/word_view.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

std::string word_text(std::string bytes) {
  paper::fixture::WordView view(std::move(bytes));
  std::string out = paper::fixture::WordView::text(view.body());
  for (auto at = out.find("\u00A0"); at != std::string::npos; at = out.find("\u00A0", at)) out.replace(at, 2, " ");
  return out;
}

class Thanking : public testing::TestWithParam<db::Engine> {
 protected:
  Thanking() : site_({.engine = GetParam()}) { site_.sign_in(); }
  std::int64_t aid(const std::string& code) { return site_.number("SELECT id FROM aid WHERE code = $1", {code}); }
  /// A letter drafted for an aid item; its record.
  std::int64_t thank(const std::string& code, const std::string& part = {}) {
    const auto answer = site_.post("/donors/thank", {{"what", "aid"}, {"gift", std::to_string(aid(code))}, {"for", part}});
    EXPECT_EQ(answer.status, 303);
    return site_.number("SELECT MAX(id) FROM recognition WHERE deleted = 0 AND kind = 'letter' AND aid = $1", {aid(code)});
  }
  std::string at(std::int64_t letter, const std::string& more = {}) { return "/recognitions/" + std::to_string(letter) + more; }
  /// The line of an aid item on the list of those that wait; "" when it does not.
  std::string waiting(const std::string& title) {
    const std::string page = site_.page("/donors");
    const auto card = page.find("id=\"to-thank\""), end = page.find("</table>", card), at = page.find(title, card);
    return card == std::string::npos || at > end ? std::string() : page.substr(at, page.find("</tr>", at) - at);
  }
  web::Response send(std::int64_t letter) { return site_.post(at(letter, "/send"), {{"version", std::to_string(site_.number("SELECT version FROM recognition WHERE id = $1", {letter}))}}); }
  SampleSite site_;
};

TEST_P(Thanking, drafts_a_letter_from_the_gift_with_the_same_figures_in_both_languages) {
  const auto letter = thank("F056");
  const std::string vi = site_.text("SELECT letter FROM recognition WHERE id = $1", {letter}), en = site_.text("SELECT letter_en FROM recognition WHERE id = $1", {letter});
  EXPECT_TRUE(shows(vi, "{I42}") && shows(en, "{I42}") && shows(vi, "{I38*}") && shows(en, "{I38*}"));
  const std::string page = site_.page(at(letter));
  EXPECT_TRUE(shows(page, "/figures/I42?org=ct&amp;period=2025&amp;code=F056")) << "the figure opens";
  EXPECT_FALSE(shows(page, "chưa có số liệu"));
}

TEST_P(Thanking, prints_the_letter_of_the_seeds_with_their_words) {
  const auto letter = site_.number("SELECT id FROM recognition WHERE code = 'TA-2022-001'");
  const auto vi = site_.get(at(letter, "/letter.docx?lang=vi")), en = site_.get(at(letter, "/letter.docx?lang=en")), pdf = site_.get(at(letter, "/letter.pdf?lang=en"));
  EXPECT_EQ(vi.status, 200);
  EXPECT_TRUE(shows(word_text(std::string(vi.content())), "1,7 tỷ đồng")) << word_text(std::string(vi.content())).substr(0, 1500);
  EXPECT_TRUE(shows(word_text(std::string(en.content())), "VND 1.7 billion"));
  EXPECT_TRUE(shows(word_text(std::string(en.content())), "The Consul General of Japan"));
  EXPECT_EQ(header(pdf, "content-type"), "application/pdf");
}

TEST_P(Thanking, refuses_two_letters_that_speak_of_different_figures) {
  const auto letter = thank("F056");
  const auto answer = site_.post(at(letter), {{"version", "1"}, {"title", "Thư"}, {"kind", "letter"}, {"partner", "DT-SCHNEIDER"}, {"date", "01/12/2025"}, {"status", "draft"}, {"letter", "Trị giá {I42}."}, {"letter_en", "Worth {I40}."}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(shows(answer, "cùng những con số"));
}

TEST_P(Thanking, writes_a_sent_letter_into_the_book_and_keeps_its_words) {
  const auto letter = thank("F056");
  const auto before = site_.count("I53", "ct", std::to_string(today().year()));
  ASSERT_EQ(send(letter).status, 303);
  EXPECT_EQ(site_.count("I53", "ct", std::to_string(today().year())), before + 1);
  const auto entry = site_.number("SELECT outgoing FROM recognition WHERE id = $1", {letter});
  EXPECT_EQ(site_.text("SELECT kind FROM outgoing WHERE id = $1", {entry}), "thu");
  EXPECT_EQ(site_.text("SELECT status FROM outgoing WHERE id = $1", {entry}), "waiting") << "the clerk numbers it";
  const std::string sent = site_.text("SELECT letter_sent FROM recognition WHERE id = $1", {letter});
  EXPECT_FALSE(shows(sent, "{I"));
  EXPECT_EQ(site_.post("/aid-values", {{"aid", "F056"}, {"basis", "disbursed"}, {"date", "10/12/2025"}, {"amount", "500 triệu đồng"}}).status, 303);
  EXPECT_TRUE(shows(site_.page(at(letter)), sent.substr(0, sent.find('\n')))) << "what was sent stays, whatever the register says later";
  EXPECT_EQ(site_.post("/donors/thank", {{"what", "aid"}, {"gift", std::to_string(aid("F056"))}}).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM recognition WHERE deleted = 0 AND aid = $1", {aid("F056")}), 1) << "a gift is thanked for once";
  EXPECT_EQ(site_.post("/recognitions", {{"title", "Thư thứ hai"}, {"kind", "letter"}, {"partner", "DT-SCHNEIDER"}, {"date", "01/12/2025"}, {"status", "draft"}, {"aid", "F056"}, {"letter", "Cảm ơn."}, {"counted_over", "quý 3/2025"}}).status, 303);
  const auto second = site_.number("SELECT id FROM recognition WHERE title = 'Thư thứ hai'");
  EXPECT_EQ(site_.text("SELECT counted_over FROM recognition WHERE id = $1", {second}), "2025-Q3") << "words are kept as the code";
  EXPECT_TRUE(shows(site_.page(at(second)), "quý III/2025")) << "the letter says it in words";
  EXPECT_TRUE(shows(send(second), "mỗi khoản cảm ơn một lần")) << "whoever writes a second one can't send it";
}

TEST_P(Thanking, takes_a_sending_back_together_with_its_entry_until_that_has_a_number) {
  const auto letter = thank("F056");
  ASSERT_EQ(send(letter).status, 303);
  const auto entry = site_.number("SELECT outgoing FROM recognition WHERE id = $1", {letter});
  const auto change = std::to_string(site_.number("SELECT MAX(seq) FROM change WHERE register_name = 'recognition'"));
  ASSERT_EQ(site_.post(at(letter, "/undo"), {{"change", change}}).status, 303);
  EXPECT_EQ(site_.text("SELECT status FROM recognition WHERE id = $1", {letter}), "draft");
  EXPECT_EQ(site_.number("SELECT deleted FROM outgoing WHERE id = $1", {entry}), 1);
  ASSERT_EQ(send(letter).status, 303);
  const auto again = site_.number("SELECT outgoing FROM recognition WHERE id = $1", {letter});
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE outgoing SET number = 7 WHERE id = $1", {again}); });
  EXPECT_GE(site_.post(at(letter, "/undo"), {{"change", std::to_string(site_.number("SELECT MAX(seq) FROM change WHERE register_name = 'recognition'"))}}).status, 400);
  EXPECT_EQ(site_.text("SELECT status FROM recognition WHERE id = $1", {letter}), "sent");
}

TEST_P(Thanking, shows_a_donor_by_currency) {
  const std::string donor = site_.page("/donors/" + std::to_string(site_.number("SELECT id FROM partner WHERE code = 'DT-SCHNEIDER'")));
  EXPECT_TRUE(shows(donor, "250.000\u00A0EUR")) << "committed and approved, in the donor's own currency";
  EXPECT_TRUE(shows(donor, "Trung tâm Đào tạo xuất sắc"));
}

TEST_P(Thanking, waits_since_the_first_payment_that_nobody_thanked_for) {
  const std::string title = "Người Bảo vệ Đồng bằng Sông Cửu Long";
  site_.write([](db::Tx& tx) {
    tx.exec("DELETE FROM aid_value WHERE aid = (SELECT id FROM aid WHERE code = 'F057') AND code NOT IN ('F057-V2', 'F057-V3')");
    tx.exec("UPDATE aid_value SET basis = 'disbursed', date = $1 WHERE code = 'F057-V2'", {today().plus_days(-100).iso()});
    tx.exec("UPDATE aid_value SET date = $1 WHERE code = 'F057-V3'", {today().plus_days(-5).iso()});
  });
  EXPECT_TRUE(shows(waiting(title), "100 ngày")) << "a payment of last week does not hide the one before: " << waiting(title);
  const auto letter = thank("F057");
  EXPECT_TRUE(shows(waiting(title), "100 ngày")) << "a draft thanks nobody";
  ASSERT_EQ(send(letter).status, 303);
  EXPECT_EQ(waiting(title), "");
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE recognition SET date = $1 WHERE id = $2", {today().plus_days(-50).iso(), letter}); });
  EXPECT_TRUE(shows(waiting(title), "5 ngày")) << "what came after the letter waits for the next one";
  const auto second = thank("F057");
  EXPECT_NE(second, letter);
  EXPECT_EQ(send(second).status, 303);
}

TEST_P(Thanking, offers_the_year_and_the_whole_commitment_each_with_its_figure) {
  const std::string page = site_.page("/donors/thank?what=aid&gift=" + std::to_string(aid("F056")));
  EXPECT_TRUE(shows(page, "/figures/I42?org=ct&amp;period=2025&amp;code=F056") && shows(page, "/figures/I40?org=ct&amp;period=2024&amp;code=F056")) << "both open";
  EXPECT_TRUE(shows(page, "value=\"2025\" checked")) << "the year is meant unless the officer says otherwise";
  const auto letter = thank("F056", "commitment");
  const std::string vi = site_.text("SELECT letter FROM recognition WHERE id = $1", {letter}), en = site_.text("SELECT letter_en FROM recognition WHERE id = $1", {letter});
  EXPECT_TRUE(shows(vi, "với cam kết {I40}") && shows(en, "{I40} committed to our city")) << en;
  EXPECT_FALSE(shows(en, "province")) << "Cần Thơ is a city";
  EXPECT_FALSE(shows(site_.page(at(letter)), "chưa có số liệu"));
  ASSERT_EQ(send(letter).status, 303);
  const std::string day = format_date(today(), Lang::vi);
  EXPECT_EQ(site_.post("/aid-values", {{"aid", "F056"}, {"basis", "disbursed"}, {"date", day}, {"amount", "50 triệu đồng"}}).status, 303);
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE recognition SET date = '2025-01-02' WHERE id = $1", {letter}); });
  EXPECT_EQ(waiting("Trung tâm Đào tạo xuất sắc"), "") << "payments of a commitment that was thanked for as a whole wait for nothing";
}

TEST_P(Thanking, prints_the_certificate_of_a_donor_to_hang_on_a_wall) {
  const auto certificate = site_.number("SELECT id FROM recognition WHERE code = 'TA-2025-001'");
  EXPECT_TRUE(shows(site_.page(at(certificate)), "/certificate.pdf"));
  const auto pdf = site_.get(at(certificate, "/certificate.pdf"));
  ASSERT_EQ(pdf.status, 200);
  const paper::fixture::PdfView view{std::string(pdf.content())};
  EXPECT_NEAR(view.width(1), 297, 0.5);
  EXPECT_TRUE(view.has(1, "18/GCN") && view.has(1, "2025"));
  EXPECT_EQ(site_.get(at(site_.number("SELECT id FROM recognition WHERE code = 'TA-2025-003'"), "/certificate.pdf")).status, 409) << "a dinner is no certificate";
}

TEST_P(Thanking, tells_which_names_the_english_letter_lacks_and_where_to_write_them) {
  const auto partner = site_.number("SELECT donor FROM aid WHERE code = 'F057'");
  site_.write([&](db::Tx& tx) { tx.exec("UPDATE partner SET name = 'Quỹ Thử Nghiệm', name_en = '' WHERE id = $1", {partner}); });
  const std::string mend = "/partners/" + std::to_string(partner) + "/edit#f-name_en";
  EXPECT_TRUE(shows(site_.page("/donors/thank?what=aid&gift=" + std::to_string(aid("F057"))), mend)) << "before the letter is drafted";
  const auto letter = thank("F057");
  EXPECT_TRUE(shows(site_.page(at(letter)), mend)) << "and before it is sent";
  site_.write([&](db::Tx& tx) {
    tx.exec("UPDATE partner SET name_en = 'Trial Fund' WHERE id = $1", {partner});
    tx.exec("UPDATE recognition SET letter_en = 'Thanks to Trial Fund, {I42}, {I38*}.' WHERE id = $1", {letter});
  });
  EXPECT_FALSE(shows(site_.page(at(letter)), "còn in tên tiếng Việt")) << "every name is there now";
}

TEST_P(Thanking, does_not_name_the_value_of_a_gift_that_is_restricted) {
  site_.write([](db::Tx& tx) { tx.exec("UPDATE aid SET confidentiality = 'restricted' WHERE code = 'F056'"); });
  const auto letter = thank("F056");
  EXPECT_FALSE(shows(site_.text("SELECT letter FROM recognition WHERE id = $1", {letter}), "{I42}"));
}

INSTANTIATE_TEST_SUITE_P(Both, Thanking, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
