// A submitted report goes back to its writer with a reason, whoever wrote it does not seal it outside the sample office, and
// markup typed into it is text on the page, in Word and in PDF.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/reports/public.h"
#include "fixtures/pdf_view.h"
#include "fixtures/word_view.h"
#include "flow/notice.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

class ReportReturn : public testing::Test, protected test::SampleSite {
 protected:
  ReportReturn() : SampleSite({.reports = true}) {
    write([&](db::Tx& tx) {
      report_ = tx.integer("SELECT min(id) FROM report WHERE status = 'draft'");
      const std::int64_t org = tx.integer("SELECT org_id FROM report WHERE id = $1", {report_});
      const auto add = [&](const char* login, const char* functions) {
        return tx.integer("INSERT INTO person (login, name, org_id, reach, functions, password_hash, created_at) VALUES ($1, $1, $2, 'all', $3, '', 1) RETURNING id",
                          {std::string(login), org, std::string(functions)});
      };
      writer_ = add("soan.thao", "enter,approve");
      chair_ = add("chu.tich", "approve");
      reader_ = add("nguoi.xem", "audit");
    });
    submit(writer_);
  }

  /// As the writer's own submission leaves it.
  void submit(std::int64_t who) {
    write([&](db::Tx& tx) {
      Actor a = Actor::system();
      a.id = who;
      a.name = "soan.thao";
      auto cells = reg::load(tx, reports(), a, report_);
      (*cells)[static_cast<std::size_t>(reports().column("status"))] = std::string("submitted");
      EXPECT_TRUE(reg::save(tx, catalog(), reports(), a, *cells, {.reason = {}, .batch = {}, .action = "submit"}));
    });
  }
  std::string status() { return text("SELECT status FROM report WHERE id = $1", {report_}); }
  std::string address(const std::string& end) const { return "/reports/" + std::to_string(report_) + end; }
  web::Response act(std::int64_t who, const std::string& what, Form form) {
    sign_in(who);
    form.emplace_back("version", std::to_string(number("SELECT version FROM report WHERE id = $1", {report_})));
    return post(address("/" + what), form);
  }

  std::int64_t report_ = 0, writer_ = 0, chair_ = 0, reader_ = 0;
};

TEST_F(ReportReturn, needs_a_reason_and_somebody_who_checks_or_approves) {
  EXPECT_GE(act(reader_, "return", {{"reason", "x"}}).status, 400);
  EXPECT_GE(act(chair_, "return", {{"reason", ""}}).status, 400);
  EXPECT_EQ(status(), "submitted");
  EXPECT_EQ(act(chair_, "return", {{"reason", "Thiếu số liệu tháng 6"}}).status, 303);
  EXPECT_EQ(status(), "draft");
  program().database().read([&](db::ReadDb& db) {
    const auto told = flow::notices(db, writer_, 10);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_NE(told[0].words.vi.find("Thiếu số liệu tháng 6"), std::string::npos);
  });
  EXPECT_GE(act(chair_, "return", {{"reason", "x"}}).status, 400) << "a draft is with its writer already";
}

TEST_F(ReportReturn, leaves_markup_that_was_typed_as_text_in_every_form_of_the_paper) {
  const std::string hostile = "=1+1<script>alert(9)</script><w:br/>&amp;";
  Form form{{"place", "Cần Thơ"}, {"signed_on", ""}, {"number", ""}};
  for (const char* name : {"issuer", "subject", "addressed_to", "recipients", "authority", "signer"}) form.emplace_back(name, hostile);
  ASSERT_EQ(act(writer_, "head", form).status, 303);
  const auto get = [&](const std::string& end) { return page(address(end)); };
  for (const char* page : {"", "/report.html", "/history"}) EXPECT_EQ(get(page).find("<script>alert(9)"), std::string::npos) << page;
  EXPECT_NE(get("").find("&lt;script&gt;alert(9)"), std::string::npos) << "the page shows it";
  paper::fixture::WordView word(get("/report.docx"));
  EXPECT_NO_THROW(word.find("<script>alert(9)</script><w:br/>&amp;"));
  paper::fixture::PdfView pdf(get("/report.pdf"));
  std::string printed;
  for (int i = 1; i <= pdf.pages(); ++i) printed += pdf.text(i);
  EXPECT_NE(printed.find("alert(9)"), std::string::npos);
}

TEST_F(ReportReturn, is_the_only_way_for_the_writer_who_also_approves) {
  write([](db::Tx& tx) { put_setting(tx, "sample", "0"); });
  const auto refused = act(writer_, "seal", {});
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(status(), "submitted");
}

}  // namespace
}  // namespace nc::app
