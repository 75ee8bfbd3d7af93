// From what was said at a conference to the report that it is done: directives, tasks, plans, my day.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

class Work : public testing::TestWithParam<db::Engine> {
 protected:
  Work() : site_({.engine = GetParam()}) {
    site_.sign_in();
    meeting_ = site_.number("SELECT id FROM meeting WHERE code = 'F017'");
  }

  web::Response said(const std::string& text, const std::string& issuer = "Phó Chủ tịch UBND thành phố") {
    return site_.post("/meetings/" + std::to_string(meeting_) + "/directives", {{"text", text}, {"issuer", issuer}, {"due", "2022-12-15"}});
  }
  std::int64_t directive(const std::string& title) { return site_.number("SELECT id FROM directive WHERE deleted = 0 AND title = $1", {title}); }
  web::Response give(std::int64_t directive, const std::string& title, const std::string& lead, const std::string& due = "2022-09-30") {
    return site_.post("/directives/" + std::to_string(directive) + "/tasks", {{"title", title}, {"lead", lead}, {"owner", "Nguyễn Kim Anh"}, {"output", "Kế hoạch"}, {"due", due}});
  }
  std::int64_t task(const std::string& title) { return site_.number("SELECT id FROM task WHERE deleted = 0 AND title = $1 AND status <> 'carried_over'", {title}); }
  std::string status_of(const std::string& table, std::int64_t id) { return site_.text(db::Sql::built("SELECT status FROM " + table + " WHERE id = $1"), {id}); }

  web::Response move(const std::string& path, const std::string& table, std::int64_t id, const std::string& act, SampleSite::Form more = {}) {
    SampleSite::Form form{{"move", act}, {"version", std::to_string(site_.number(db::Sql::built("SELECT version FROM " + table + " WHERE id = $1"), {id}))}};
    for (auto& [name, value] : more) form.emplace_back(act + "." + name, value);
    return site_.post("/" + path + "/" + std::to_string(id) + "/move", form);
  }

  double figure(const std::string& code, const std::string& org, const std::string& period) {
    double value = -1;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = code;
      ask.org = org;
      ask.period = *parse_period(period);
      const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
      if (f && f->value) value = *f->value;
    });
    return value;
  }

  SampleSite site_;
  std::int64_t meeting_ = 0;
};

TEST_P(Work, each_line_of_a_conclusion_becomes_a_directive_once) {
  const auto count = [&] { return site_.number("SELECT COUNT(*) FROM directive WHERE deleted = 0 AND meeting = $1", {meeting_}); };
  const auto before = count();
  ASSERT_EQ(said("- Hỗ trợ các hội hơn nữa.\n\n+ Rà soát đoàn ra\n").status, 303);
  EXPECT_EQ(count(), before + 2);
  EXPECT_NE(directive("Hỗ trợ các hội hơn nữa"), 0);
  EXPECT_EQ(site_.text("SELECT date FROM directive WHERE title = 'Rà soát đoàn ra'"), "2022-06-29");
  const auto twice = said("ra soat doan ra");
  EXPECT_EQ(twice.status, 422) << "the same thought in other letters";
  EXPECT_TRUE(shows(twice, "mỗi ý một dòng") || shows(twice, "Mỗi ý một dòng"));
  EXPECT_EQ(said("Ý mới", "").status, 422);
  EXPECT_EQ(count(), before + 2);
}

TEST_P(Work, a_directive_becomes_tasks_which_are_done_accepted_and_reported_back) {
  ASSERT_EQ(said("Cân đối đoàn vào và đoàn ra").status, 303);
  const auto id = directive("Cân đối đoàn vào và đoàn ra");
  ASSERT_EQ(give(id, "Đề xuất đoàn ra năm 2023", "ct-kr").status, 303);
  EXPECT_EQ(status_of("directive", id), "assigned");
  const auto work = task("Đề xuất đoàn ra năm 2023");
  EXPECT_EQ(site_.number("SELECT org_id FROM task WHERE id = $1", {work}), site_.number("SELECT id FROM organisation WHERE code = 'ct-kr'")) << "those who lead keep the record";

  site_.sign_in("anh");
  EXPECT_TRUE(shows(site_.page("/my-day"), "Đề xuất đoàn ra năm 2023"));
  ASSERT_EQ(move("tasks", "task", work, "accept").status, 303);
  EXPECT_EQ(move("tasks", "task", work, "accept_result").status, 403) << "who does it does not accept it";
  EXPECT_EQ(move("tasks", "task", work, "submit").status, 422) << "without a result there is nothing to accept";
  ASSERT_EQ(move("tasks", "task", work, "submit", {{"result", "Đã gửi đề xuất ba đoàn ra"}}).status, 303);

  site_.sign_in();
  ASSERT_EQ(move("tasks", "task", work, "accept_result").status, 303);
  EXPECT_EQ(site_.number("SELECT progress FROM task WHERE id = $1", {work}), 100);
  EXPECT_TRUE(shows(site_.page("/directives/" + std::to_string(id)), "Mọi việc đã xong"));
  ASSERT_EQ(move("directives", "directive", id, "report_back", {{"response", "Ba đoàn ra đã vào kế hoạch năm 2023"}}).status, 303);
  EXPECT_NE(site_.text("SELECT reported_on FROM directive WHERE id = $1", {id}), "");
  EXPECT_NE(move("directives", "directive", id, "close").status, 303) << "who reported back does not close it";
  site_.sign_in("bao");
  EXPECT_EQ(move("directives", "directive", id, "close").status, 303);
}

TEST_P(Work, a_task_without_lead_or_day_is_not_given_and_nothing_typed_is_lost) {
  ASSERT_EQ(said("Một ý").status, 303);
  const auto id = directive("Một ý");
  const auto refused = give(id, "Việc thiếu hạn", "ct-kr", "");
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(refused, "Việc thiếu hạn"));
  EXPECT_TRUE(shows(refused, "hạn hoàn thành"));
  EXPECT_EQ(give(id, "Việc", "không-có").status, 422);
  EXPECT_EQ(give(id, "Việc", "ct-kr", "40/13/2022").status, 422);
  EXPECT_EQ(task("Việc thiếu hạn"), 0);
  EXPECT_EQ(status_of("directive", id), "received");
}

TEST_P(Work, a_petition_becomes_a_task_of_the_union) {
  const auto petition = site_.number("SELECT id FROM petition WHERE code = 'F026'");
  ASSERT_EQ(site_.post("/petitions/" + std::to_string(petition) + "/tasks", {{"title", "Chỉ định đầu mối cho từng hội"}, {"lead", "ct"}, {"due", "2022-07-15"}}).status, 303);
  EXPECT_TRUE(shows(site_.page("/petitions/" + std::to_string(petition)), "Chỉ định đầu mối cho từng hội"));
}

TEST_P(Work, what_is_not_finished_is_carried_over_with_its_reason) {
  const auto from = site_.number("SELECT id FROM work_plan WHERE code = 'KH-2025-001'"), into = site_.number("SELECT id FROM work_plan WHERE code = 'KH-2026-001'");
  const auto open = site_.number("SELECT COUNT(*) FROM task WHERE deleted = 0 AND plan = $1 AND status IN ('assigned', 'in_progress')", {from});
  ASSERT_GT(open, 1);
  EXPECT_EQ(site_.post("/plans/" + std::to_string(from) + "/carry", {{"into", "KH-2026-001"}, {"reason", ""}}).status, 422);
  EXPECT_EQ(site_.post("/plans/" + std::to_string(from) + "/carry", {{"into", "KH-2025-001"}, {"reason", "nhầm"}}).status, 422);
  ASSERT_EQ(site_.post("/plans/" + std::to_string(from) + "/carry", {{"into", "KH-2026-001"}, {"reason", "Đối tác lùi sang năm sau"}}).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM task WHERE deleted = 0 AND plan = $1", {into}), open);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM task WHERE deleted = 0 AND plan = $1 AND status = 'carried_over'", {from}), open);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM task t JOIN task o ON o.id = t.carried_from WHERE t.plan = $1 AND o.plan = $2", {into, from}), open);
  EXPECT_EQ(site_.post("/plans/" + std::to_string(from) + "/carry", {{"into", "KH-2026-001"}, {"reason", "lần nữa"}}).status, 404) << "there is nothing left";
}

TEST_P(Work, figures_of_work_are_made_of_their_rows) {
  EXPECT_EQ(figure("I77", "ct", "2022"), 100);
  EXPECT_EQ(figure("I80", "ct", "2022"), 100);
  EXPECT_EQ(figure("I84", "ct", "2022"), 1) << "the conference of 29 June 2022";
  EXPECT_EQ(figure("I86", "ct", "2025"), 14) << "asked on 5, answered on 19 September";
  EXPECT_EQ(figure("I87", "ct", "2025"), 5);
  EXPECT_EQ(figure("I79", "ct", "2025"), 0);
  const auto late = figure("I78", "ct", "2025");
  ASSERT_EQ(said("Ý thêm").status, 303);
  ASSERT_EQ(give(directive("Ý thêm"), "Việc trễ", "ct", "2025-06-01").status, 303);
  EXPECT_EQ(figure("I78", "ct", "2025"), late + 1);
}

TEST_P(Work, an_officer_gives_no_work_and_forged_numbers_find_nothing) {
  const auto id = directive("Các hội xác nhận số liệu năm 2025 trước ngày 15/12");
  EXPECT_EQ(site_.post("/directives/999999/tasks", {{"title", "a"}, {"lead", "ct"}, {"due", "2026-01-01"}}).status, 404);
  site_.sign_in("anh");
  EXPECT_EQ(give(id, "Việc lạ", "ct-kr").status, 403);
  EXPECT_EQ(said("Ý lạ").status, 403);
  EXPECT_EQ(task("Việc lạ"), 0);
}

TEST_P(Work, what_waits_stands_by_urgency_with_the_next_act_and_each_register_alone) {
  ASSERT_EQ(said("Việc của trang chờ").status, 303);
  ASSERT_EQ(give(directive("Việc của trang chờ"), "Việc đã muộn", "ct", "2022-09-30").status, 303);
  ASSERT_EQ(give(directive("Việc của trang chờ"), "Việc còn xa", "ct", today().plus_days(200).iso()).status, 303);
  const std::string page = site_.page("/work");
  const auto late = page.find("<b>Quá hạn</b>"), later = page.find("<b>Đến hạn về sau</b>");
  const auto first = page.find("Việc đã muộn"), second = page.find("Việc còn xa");
  ASSERT_NE(late, std::string::npos);
  ASSERT_NE(later, std::string::npos);
  EXPECT_TRUE(late < first && first < later && later < second);
  const auto row = page.substr(first, page.find("</tr>", first) - first);
  EXPECT_TRUE(shows(row, "Bắt đầu làm")) << "the act of the task that leads on: " << row;
  const std::string tasks = site_.page("/work?of=task");
  EXPECT_TRUE(shows(tasks, "Việc đã muộn"));
  EXPECT_FALSE(shows(tasks, "/petitions/")) << "only the tasks";
  EXPECT_TRUE(shows(site_.page("/work?of=no_such_register"), "Việc đã muộn")) << "an unknown register is none: all are shown";
}

INSTANTIATE_TEST_SUITE_P(Both, Work, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
