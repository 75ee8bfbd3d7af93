// Thanking donors: what waits, letters with the same figures in two languages, the book of papers, one letter a gift.
#include <gtest/gtest.h>

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
  std::int64_t thank(const std::string& code) {
    const auto answer = site_.post("/donors/thank", {{"what", "aid"}, {"gift", std::to_string(aid(code))}});
    EXPECT_EQ(answer.status, 303);
    return site_.number("SELECT id FROM recognition WHERE deleted = 0 AND kind = 'letter' AND aid = $1", {aid(code)});
  }
  std::string at(std::int64_t letter, const std::string& more = {}) { return "/recognitions/" + std::to_string(letter) + more; }
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
  EXPECT_EQ(site_.post("/recognitions", {{"title", "Thư thứ hai"}, {"kind", "letter"}, {"partner", "DT-SCHNEIDER"}, {"date", "01/12/2025"}, {"status", "draft"}, {"aid", "F056"}, {"letter", "Cảm ơn."}}).status, 303);
  const auto second = site_.number("SELECT id FROM recognition WHERE title = 'Thư thứ hai'");
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

TEST_P(Thanking, lists_what_waits_and_shows_a_donor_by_currency) {
  site_.write([](db::Tx& tx) { tx.exec("UPDATE aid_value SET date = $1 WHERE code = 'F057-V3'", {today().plus_days(-30).iso()}); });
  const std::string page = site_.page("/donors");
  EXPECT_TRUE(shows(page, "Người Bảo vệ Đồng bằng Sông Cửu Long") && shows(page, "30 ngày"));
  const std::string donor = site_.page("/donors/" + std::to_string(site_.number("SELECT id FROM partner WHERE code = 'DT-SCHNEIDER'")));
  EXPECT_TRUE(shows(donor, "250.000\u00A0EUR")) << "committed and approved, in the donor's own currency";
  EXPECT_TRUE(shows(donor, "Trung tâm Đào tạo xuất sắc"));
}

TEST_P(Thanking, does_not_name_the_value_of_a_gift_that_is_restricted) {
  site_.write([](db::Tx& tx) { tx.exec("UPDATE aid SET confidentiality = 'restricted' WHERE code = 'F056'"); });
  const auto letter = thank("F056");
  EXPECT_FALSE(shows(site_.text("SELECT letter FROM recognition WHERE id = $1", {letter}), "trị giá"));
}

INSTANTIATE_TEST_SUITE_P(Both, Thanking, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
