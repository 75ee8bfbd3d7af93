// A sealed report gives the very files that were sealed, whatever the program would draw later; damaged bytes are told, not served.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/evidence/public.h"
#include "app/site/safety.h"
#include "base/clock.h"
#include "base/hash.h"
#include "fixtures/word_view.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::shows;

class KeptReport : public testing::TestWithParam<db::Engine>, protected test::SampleSite {
 protected:
  KeptReport() : SampleSite({.engine = GetParam(), .reports = true}) {
    set_clock_for_test(0);  // whatever ran before
    report_ = number("SELECT id FROM report WHERE status = 'sealed' AND kind = 'half_year'");
    sign_in();
  }
  std::string at(const std::string& end) const { return "/reports/" + std::to_string(report_) + end; }
  std::string kept(const std::string& name) { return text("SELECT sha256 FROM kept_file WHERE register_name = 'report' AND record_id = $1 AND name = $2", {report_, name}); }
  /// Everything the paper could be drawn from reads differently now.
  void change_what_it_was_drawn_from() {
    write([&](db::Tx& tx) {
      tx.exec("UPDATE report SET seal = replace(replace(seal, 'Cần Thơ', 'Tây Đô'), 'Can Tho', 'Tay Do') WHERE id = $1", {report_});
      tx.exec("UPDATE organisation SET name = 'Tên khác' WHERE code = 'ct'");
      tx.exec("UPDATE delegation SET members = 999 WHERE id > 0");
    });
  }
  std::vector<std::string> faults() { return check_everything(program().database(), catalog(), {}).faults; }
  bool told(const std::string& words) {
    for (const auto& f : faults())
      if (f.find(words) != std::string::npos) return true;
    return false;
  }
  std::int64_t report_ = 0;
};

TEST_P(KeptReport, is_downloaded_byte_by_byte_as_it_was_sealed_also_after_a_restart) {
  std::map<std::string, std::string> before;
  for (const char* format : {"docx", "pdf", "html", "json"})
    for (const char* lang : {"", "?lang=en"}) {
      const std::string address = at(std::string("/report.") + format + lang);
      before[address] = page(address);
      EXPECT_EQ(sha256_hex(before[address]), kept(std::string("sealed/") + (*lang ? "en." : "vi.") + format)) << address;
    }
  EXPECT_TRUE(faults().empty()) << faults().front();
  EXPECT_TRUE(shows(page(at("")), "đúng tệp đã niêm phong"));
  change_what_it_was_drawn_from();
  restart();
  sign_in();
  for (const auto& [address, bytes] : before) EXPECT_EQ(page(address), bytes) << address;
  EXPECT_NE(page(at("/report.html?anew=1")), before[at("/report.html")]) << "drawn anew it is another paper";
}

TEST_P(KeptReport, keeps_a_second_set_with_its_number_beside_the_first) {
  const std::string sealed = kept("sealed/vi.pdf"), page_sealed = page(at("/report.html"));
  write([&](db::Tx& tx) { tx.exec("UPDATE person SET functions = functions || ',number' WHERE login = 'thu'"); });
  const auto given = post(at("/number"), {{"version", std::to_string(number("SELECT version FROM report WHERE id = $1", {report_}))}});
  ASSERT_EQ(given.status, 303) << given.content();
  EXPECT_EQ(kept("sealed/vi.pdf"), sealed) << "what was sealed stays";
  const std::string numbered = page(at("/report.html"));
  EXPECT_NE(numbered, page_sealed);
  EXPECT_EQ(sha256_hex(numbered), kept("issued/vi.html"));
  paper::fixture::WordView word(page(at("/report.docx")));
  for (const auto link : word.part("word/_rels/document.xml.rels").child("Relationships").children())
    EXPECT_FALSE(shows(link.attribute("Target").value(), "://")) << "no address is set: where the request came in is not kept";
  change_what_it_was_drawn_from();
  EXPECT_EQ(page(at("/report.html")), numbered);
  EXPECT_TRUE(shows(page(at("")), "đúng tệp đã phát hành"));
  EXPECT_EQ(number("SELECT count(*) FROM change WHERE register_name = 'report' AND record = $1 AND action = 'keep_files'", {report_}), 2);
}

TEST_P(KeptReport, whose_bytes_were_changed_says_so_and_offers_a_copy_drawn_anew) {
  const std::string other = sha256_hex("khác"), pdf = kept("sealed/vi.pdf");
  write([&](db::Tx& tx) { tx.exec("UPDATE blob SET content = 'AAAA' WHERE sha256 = $1", {pdf}); });
  const auto refused = get(at("/report.pdf"));
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(shows(std::string(refused.content()), "không còn khớp mã băm"));
  EXPECT_TRUE(page(at("/report.pdf?anew=1")).starts_with("%PDF-"));
  EXPECT_EQ(get(at("/report.docx")).status, 200) << "the others are as they were";
  // Whoever changes the list of hashes along with the bytes is found by the ledger.
  write([&](db::Tx& tx) { tx.exec("UPDATE kept_file SET sha256 = $2 WHERE record_id = $1 AND name = 'sealed/vi.docx'", {report_, other}); });
  EXPECT_TRUE(told("content does not fit its hash"));
  EXPECT_TRUE(told("the list of kept files differs from the ledger"));
  EXPECT_TRUE(told("the kept file is gone"));
  write([&](db::Tx& tx) { tx.exec("DELETE FROM kept_file WHERE record_id = $1", {report_}); });
  EXPECT_TRUE(told("the list of its kept files is gone"));
  // As for reports that were sealed before files were kept: drawn anew, and the page says so.
  EXPECT_TRUE(page(at("/report.pdf")).starts_with("%PDF-"));
  EXPECT_TRUE(shows(page(at("")), "Niêm phong trước khi hệ thống giữ tệp"));
  EXPECT_TRUE(shows(page(at("")), "(vẽ lại)"));
}

INSTANTIATE_TEST_SUITE_P(Both, KeptReport, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
