// One edit for many records: tried first, refusals in words, done as one batch that is taken back whole, never beyond one's rights.
#include <gtest/gtest.h>

#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;
using Form = test::SampleSite::Form;

class BulkEdits : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override {
    office_ = std::make_unique<test::SampleSite>(test::SampleSite::Choices{.engine = GetParam()});
    office_->sign_in();
  }
  std::int64_t of(const std::string& where) { return office_->number(db::Sql::built("SELECT count(*) FROM delegation WHERE deleted = 0 AND " + where)); }
  static Form notes(const std::string& list, const std::string& note) { return {{"list", list}, {"what", "set"}, {"set-note", "1"}, {"v-note", note}, {"reason", "sửa cả loạt"}}; }
  web::Response preview(Form form) {
    form.emplace_back("step", "preview");
    return office_->post("/delegations/bulk", form);
  }
  static std::string seen_in(const web::Response& r) {
    const std::string page(r.content());
    const std::string mark = "name=\"seen\" value=\"";
    const auto at = page.find(mark);
    return at == std::string::npos ? std::string() : page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
  }
  web::Response run(Form form, const std::string& seen) {
    form.emplace_back("step", "run");
    form.emplace_back("seen", seen);
    return office_->post("/delegations/bulk", form);
  }
  std::unique_ptr<test::SampleSite> office_;
};
INSTANTIATE_TEST_SUITE_P(Both, BulkEdits, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(BulkEdits, are_previewed_done_as_one_batch_and_taken_back_whole) {
  const std::int64_t out = of("direction = 'out'");
  ASSERT_GT(out, 1);
  const Form form = notes("direction=out", "ghi chú chung");
  const auto shown = preview(form);
  ASSERT_EQ(shown.status, 200);
  EXPECT_TRUE(shows(shown, "Làm với " + std::to_string(out) + " bản ghi"));
  EXPECT_TRUE(shows(shown, "ghi chú chung"));
  EXPECT_EQ(of("note = 'ghi chú chung'"), 0) << "a preview writes nothing";
  const auto done = run(form, seen_in(shown));
  ASSERT_EQ(done.status, 303);
  EXPECT_EQ(of("note = 'ghi chú chung' AND direction = 'out'"), out);
  EXPECT_EQ(of("note = 'ghi chú chung'"), out) << "only what the list holds";
  const std::string batch = location(done).substr(location(done).find("batch=") + 6);
  EXPECT_EQ(office_->number("SELECT count(*) FROM change WHERE batch = $1 AND reason = 'sửa cả loạt'", {batch}), out);
  EXPECT_TRUE(shows(office_->page(location(done)), "Hoàn tác cả lần làm"));
  EXPECT_EQ(preview(form).status, 200);
  EXPECT_TRUE(shows(preview(form), "0 bản ghi sẽ đổi, " + std::to_string(out) + " không đổi"));
  EXPECT_EQ(office_->post("/changes/undo", {{"batch", batch}}).status, 303);
  EXPECT_EQ(of("note = 'ghi chú chung'"), 0);
}

TEST_P(BulkEdits, of_chosen_rows_leave_the_others_alone_and_stop_when_somebody_was_faster) {
  const auto first = office_->number("SELECT min(id) FROM delegation WHERE deleted = 0"), last = office_->number("SELECT max(id) FROM delegation WHERE deleted = 0");
  const Form form = notes("id=" + std::to_string(first) + "&id=" + std::to_string(last), "hai dòng");
  const std::string seen = seen_in(preview(form));
  office_->write([&](db::Tx& tx) { tx.exec("UPDATE delegation SET version = version + 1 WHERE id = $1", {last}); });
  const auto stopped = run(form, seen);
  EXPECT_EQ(stopped.status, 409);
  EXPECT_TRUE(shows(stopped, "Chưa ghi gì"));
  EXPECT_EQ(of("note = 'hai dòng'"), 0);
  // What was previewed is what is done: another value under the same preview is a new preview.
  EXPECT_EQ(run(notes("id=" + std::to_string(first), "giá trị khác"), seen).status, 409);
  EXPECT_EQ(run(form, seen_in(stopped)).status, 303);
  EXPECT_EQ(of("note = 'hai dòng'"), 2);
}

TEST_P(BulkEdits, name_each_record_that_refuses_and_do_the_others) {
  const auto early = of("from_date <= '2025-06-01' AND from_date >= '2025-01-01'"), late = of("from_date > '2025-06-01' AND from_date <= '2025-12-31'");
  ASSERT_GT(early, 0);
  ASSERT_GT(late, 0);
  const Form form{{"list", "period=2025"}, {"what", "set"}, {"set-to_date", "1"}, {"v-to_date", "2025-06-01"}};
  const auto shown = preview(form);
  ASSERT_EQ(shown.status, 200);
  EXPECT_TRUE(shows(shown, std::to_string(late) + " bản ghi không làm được"));
  const auto done = run(form, seen_in(shown));
  ASSERT_EQ(done.status, 303);
  EXPECT_EQ(of("to_date = '2025-06-01' AND from_date > '2025-06-01'"), 0);
  EXPECT_EQ(of("to_date = '2025-06-01' AND from_date <= '2025-06-01' AND from_date >= '2025-01-01'"), early);
  // A value that no record takes: nothing to do, and why.
  const auto wrong = preview({{"list", "direction=out"}, {"what", "set"}, {"set-from_date", "1"}, {"v-from_date", "31/2/2025"}});
  EXPECT_TRUE(shows(wrong, "0 bản ghi sẽ đổi"));
  EXPECT_FALSE(shows(wrong, "value=\"run\""));
}

TEST_P(BulkEdits, move_records_along_their_flow_and_say_who_stands_elsewhere) {
  const auto one = office_->number("SELECT min(id) FROM delegation WHERE deleted = 0 AND status = 'completed'"), two = office_->number("SELECT max(id) FROM delegation WHERE deleted = 0 AND status = 'completed'");
  office_->write([&](db::Tx& tx) { tx.exec("UPDATE delegation SET status = 'proposed' WHERE id = $1", {one}); });
  const std::string list = "id=" + std::to_string(one) + "&id=" + std::to_string(two);
  const Form form{{"list", list}, {"what", "submit"}, {"reason", "gửi cả loạt"}};
  const auto shown = preview(form);
  ASSERT_EQ(shown.status, 200);
  EXPECT_TRUE(shows(shown, "Làm với 1 bản ghi"));
  EXPECT_TRUE(shows(shown, "1 bản ghi không làm được"));
  EXPECT_EQ(of("status = 'submitted' AND id = " + std::to_string(one)), 0);
  const auto done = run(form, seen_in(shown));
  ASSERT_EQ(done.status, 303);
  EXPECT_EQ(office_->text("SELECT status FROM delegation WHERE id = $1", {one}), "submitted");
  EXPECT_EQ(office_->text("SELECT status FROM delegation WHERE id = $1", {two}), "completed");
  EXPECT_EQ(office_->text("SELECT action FROM change WHERE register_name = 'delegation' AND record = $1 ORDER BY seq DESC LIMIT 1", {one}), "submit");
  // A reason that the act takes is asked for, per record in words.
  EXPECT_TRUE(shows(preview({{"list", list}, {"what", "return"}}), "cần lý do"));
  EXPECT_EQ(preview({{"list", list}, {"what", "no-such-act"}}).status, 404);
}

TEST_P(BulkEdits, never_go_beyond_ones_rights) {
  const auto before = office_->number("SELECT count(*) FROM change");
  office_->sign_in("hanh");  // the auditor reads
  EXPECT_EQ(preview(notes("", "x")).status, 403);
  EXPECT_FALSE(shows(office_->page("/delegations"), "Sửa hàng loạt"));
  office_->sign_in("anh");  // an association's officer: the Union's records are seen, not written
  const auto shown = preview(notes("", "x"));
  const auto own = office_->number("SELECT count(*) FROM delegation d JOIN organisation o ON o.id = d.org_id WHERE d.deleted = 0 AND o.code = 'ct-kr'");
  if (shown.status == 200) {
    const auto done = run(notes("", "x"), seen_in(shown));
    EXPECT_TRUE(done.status == 303 || own == 0);
    EXPECT_EQ(office_->number("SELECT count(*) FROM delegation d JOIN organisation o ON o.id = d.org_id WHERE d.note = 'x' AND o.code <> 'ct-kr'"), 0);
    EXPECT_EQ(of("note = 'x'"), own);
  }
  office_->sign_in();
  EXPECT_EQ(preview({{"list", ""}, {"what", "set"}, {"set-version", "1"}, {"v-version", "9"}}).status, 403);
  EXPECT_EQ(preview({{"list", "id=999999"}, {"what", "set"}, {"set-note", "1"}, {"v-note", "x"}}).status, 404);
  EXPECT_EQ(preview({{"list", "direction=out"}, {"what", "set"}}).status, 422);
  EXPECT_GE(office_->number("SELECT count(*) FROM change"), before);
}

}  // namespace
}  // namespace nc::app
