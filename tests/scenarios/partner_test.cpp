// The memory of partners: contacts and what follows from them, who was not heard of for long, both ways by country, and two
// partners that are one.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/partners/facts.h"
#include "app/partners/merge.h"
#include "app/partners/public.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;

TEST(Lapse, is_told_in_words_and_whole_months) {
  EXPECT_EQ(months_between(*Date::from_ymd(2023, 3, 12), *Date::from_ymd(2024, 11, 30)), 20);
  EXPECT_EQ(months_between(*Date::from_ymd(2023, 3, 31), *Date::from_ymd(2023, 4, 30)), 0);
  LinkedFact visit;
  visit.register_name = "delegation";
  visit.way = "in";
  visit.day = *Date::from_ymd(2023, 3, 12);
  EXPECT_EQ(reason_words(&visit, {}, *Date::from_ymd(2024, 11, 30)).vi, "lần cuối: đoàn vào 3/2023, 20 tháng trước");
  EXPECT_EQ(reason_words(&visit, {}, *Date::from_ymd(2024, 11, 30)).en, "last: incoming delegation 3/2023, 20 months ago");
  EXPECT_EQ(reason_words(nullptr, {}, *Date::from_ymd(2024, 11, 30)).vi, "sổ chưa ghi việc nào");
}

class Partners : public testing::TestWithParam<db::Engine> {
 protected:
  Partners() : site_({.engine = GetParam()}) { site_.sign_in(); }

  std::int64_t found(const std::string& code, const std::string& name, test::SampleSite::Form more = {}) {
    test::SampleSite::Form form{{"code", code}, {"name", name}, {"kind", "foreign_foundation"}};
    if (std::ranges::none_of(more, [](const auto& f) { return f.first == "status"; })) form.emplace_back("status", "cooperating");
    form.insert(form.end(), more.begin(), more.end());
    const auto made = site_.post("/partners", form);
    EXPECT_EQ(made.status, 303) << made.content();
    return site_.number("SELECT id FROM partner WHERE code = $1 AND deleted = 0", {code});
  }

  void logs(std::int64_t partner, const std::string& day, const std::string& summary, test::SampleSite::Form more = {}) {
    test::SampleSite::Form form{{"partner", std::to_string(partner)}, {"date", day}, {"channel", "phone"}, {"summary", summary}};
    form.insert(form.end(), more.begin(), more.end());
    const auto made = site_.post("/contact-logs", form);
    ASSERT_EQ(made.status, 303) << made.content();
  }

  /// Every column of partners and of all that names one, without versions and times.
  std::string content() {
    std::string out;
    site_.program().database().read([&](db::ReadDb& db) {
      for (const reg::Description* d : catalog().all()) {
        std::string columns;
        for (const auto& column : d->columns())
          if (column != "version") columns += (columns.empty() ? "" : ", ") + column;
        bool names = d->name == "partner" || d->name == "evidence_span";
        for (const auto& f : d->fields) names = names || (f.opt.link && std::string_view(f.opt.link) == "partner");
        if (!names) continue;
        for (const auto& row : db.all(db::Sql::built("SELECT " + columns + ", search_text FROM " + d->name + " WHERE deleted = 0 ORDER BY id")).rows) {
          out += d->name;
          for (const auto& value : row) out += "/" + db::as_text(value);
          out += "\n";
        }
      }
    });
    return out;
  }

  test::SampleSite site_;
};

TEST_P(Partners, what_follows_from_a_contact_becomes_a_task_that_is_found_again) {
  const auto partner = found("QA-Q1", "Quỹ Cầu Vồng Xanh", {{"country", "DE"}});
  logs(partner, "2025-11-03", "Bàn kế hoạch năm 2026", {{"follow_up", "Gửi đề cương dự án"}, {"follow_up_due", "2025-12-20"}});
  EXPECT_EQ(site_.text("SELECT t.title FROM task t JOIN contact_log l ON l.task = t.id WHERE l.partner = $1", {partner}), "Gửi đề cương dự án");
  EXPECT_EQ(site_.text("SELECT t.due FROM task t JOIN contact_log l ON l.task = t.id WHERE l.partner = $1", {partner}), "2025-12-20");
  EXPECT_TRUE(shows(site_.page("/partners/" + std::to_string(partner)), "Gửi đề cương dự án"));
  const auto again = site_.number("SELECT id FROM contact_log WHERE partner = $1", {partner});
  const auto saved = site_.post("/contact-logs/" + std::to_string(again), {{"version", "1"}, {"partner", std::to_string(partner)}, {"date", "2025-11-03"}, {"channel", "meeting"}, {"summary", "Bàn kế hoạch"},
                                                                           {"follow_up", "Gửi đề cương dự án"}, {"follow_up_due", "2025-12-20"}});
  EXPECT_EQ(saved.status, 303) << saved.content();
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM task WHERE title = 'Gửi đề cương dự án'"), 1) << "editing the contact gives no second task";
  const auto without_day = site_.post("/contact-logs", {{"partner", std::to_string(partner)}, {"date", "2025-11-04"}, {"channel", "phone"}, {"summary", "Gọi lại"}, {"follow_up", "Hẹn gặp"}});
  EXPECT_EQ(without_day.status, 422);
}

TEST_P(Partners, how_to_reach_a_person_is_kept_only_with_their_consent) {
  const auto partner = std::to_string(found("QA-Q2", "Quỹ Hoa Sen Trắng"));
  test::SampleSite::Form form{{"partner", partner}, {"name", "Anna Thử Nghiệm"}, {"position", "Giám đốc"}, {"preferred_language", "de"}, {"phone", "+49 30 1234"}};
  EXPECT_EQ(site_.post("/partner-contacts", form).status, 422);
  form.emplace_back("consent", "1");
  form.emplace_back("consent_on", "2025-11-01");
  const auto made = site_.post("/partner-contacts", form);
  EXPECT_EQ(made.status, 303) << made.content();
  EXPECT_TRUE(shows(site_.page("/partners/" + partner), "Anna Thử Nghiệm"));
}

TEST_P(Partners, not_heard_of_for_long_are_listed_with_the_reason) {
  const auto asleep = found("QA-Q3", "Quỹ Ngủ Quên", {{"priority", "strategic"}}), awake = found("QA-Q4", "Quỹ Đang Thức");
  const int year = today().year();
  logs(asleep, std::to_string(year - 4) + "-03-05", "Gặp ở hội thảo");
  logs(awake, today().plus_days(-20).iso(), "Gọi điện");
  const std::string page = site_.page("/partners/radar?months=24");
  EXPECT_TRUE(shows(page, "Quỹ Ngủ Quên"));
  EXPECT_TRUE(shows(page, "Lần cuối: liên hệ 3/" + std::to_string(year - 4)));
  EXPECT_FALSE(shows(page, "Quỹ Đang Thức"));
  EXPECT_LT(page.find("Quỹ Ngủ Quên"), page.find("Sổ chưa ghi việc nào")) << "an important partner stands first";
}

TEST_P(Partners, registrations_that_run_out_are_seen_in_time) {
  const Date soon = today().plus_days(60), far = today().plus_days(400);
  found("QA-Q5", "Tổ chức Sắp Hết Hạn", {{"registration_no", "12/UBND"}, {"registration_expires", soon.iso()}});
  found("QA-Q6", "Tổ chức Còn Lâu", {{"registration_no", "13/UBND"}, {"registration_expires", far.iso()}});
  const std::string page = site_.page("/partners/radar"), list = site_.page("/partners?is=registration_due");
  EXPECT_TRUE(shows(page, "còn 60 ngày"));
  EXPECT_TRUE(shows(list, "Tổ chức Sắp Hết Hạn"));
  EXPECT_FALSE(shows(list, "Tổ chức Còn Lâu"));
}

TEST_P(Partners, the_ledger_of_both_ways_shows_the_same_numbers_as_the_figures) {
  const auto came = site_.count("I17", "ct-tp", "2023..2025");
  const std::string page = site_.page("/partners/reciprocity?years=3&to=2025");
  ASSERT_GT(came, 0);
  EXPECT_TRUE(shows(page, "/figures/I17?org=ct-tp&amp;period=2023..2025&amp;country=KR"));
  const auto gifts = site_.number("SELECT COUNT(*) FROM gift g JOIN partner p ON p.id = g.partner WHERE g.deleted = 0 AND g.status <> 'planned' AND p.country = 'LA' AND g.direction = 'given' AND g.date >= '2023-01-01' AND g.date <= '2025-12-31'");
  ASSERT_GT(gifts, 0);
  EXPECT_TRUE(shows(page, "Quà trao " + std::to_string(gifts) + ", mở bản ghi"));
}

TEST_P(Partners, new_and_ended_ones_are_counted_by_their_days) {
  found("QA-N1", "Quỹ Mới Một", {{"relation_since", "2031-02-01"}});
  found("QA-N2", "Quỹ Mới Hai", {{"relation_since", "2031-11-30"}});
  found("QA-E1", "Quỹ Đã Thôi", {{"relation_since", "2019-01-01"}, {"status", "ended"}, {"relation_ended", "2031-05-01"}});
  EXPECT_EQ(site_.count("I14", "ct", "2031"), 2);
  EXPECT_EQ(site_.count("I15", "ct", "2031"), 1);
  EXPECT_EQ(site_.count("I14", "ct", "2031-H1"), 1);
}

TEST_P(Partners, that_look_alike_are_proposed_until_somebody_sets_them_apart) {
  const auto one = found("QA-D1", "Quỹ Bình Minh Xanh Đức", {{"country", "DE"}}), two = found("QA-D2", "Quy Binh Minh Xanh Duc", {{"country", "DE"}});
  const auto other = found("QA-D3", "Quỹ Hoàng Hôn Tím", {{"country", "DE"}, {"aliases", "HHT"}}), alias = found("QA-D4", "Tổ chức Chiều Tà", {{"country", "DE"}, {"aliases", "CT; HHT"}});
  const auto pairs = [&] {
    std::set<std::pair<std::int64_t, std::int64_t>> out;
    site_.program().database().read([&](db::ReadDb& db) {
      for (const Alike& a : partners_alike(db, Actor::system(), 500)) out.emplace(a.first, a.second);
    });
    return out;
  };
  EXPECT_TRUE(pairs().contains({one, two})) << "the same name without marks";
  EXPECT_TRUE(pairs().contains({other, alias})) << "the same short name";
  EXPECT_FALSE(pairs().contains({one, other}));
  EXPECT_EQ(site_.post("/partners/" + std::to_string(one) + "/distinct", {{"with", std::to_string(two)}}).status, 303);
  EXPECT_FALSE(pairs().contains({one, two}));
}

TEST_P(Partners, are_merged_with_every_link_and_taken_back_with_equal_content) {
  const auto keep = found("QA-M1", "Quỹ Sông Lành", {{"country", "DE"}, {"website", "https://song-lanh.example"}});
  const auto lose = found("QA-M2", "Quỹ Sông Lành (CHLB Đức)", {{"city", "Berlin"}, {"aliases", "SL"}, {"fields", "health"}});
  logs(lose, "2024-05-01", "Gặp lần đầu", {{"follow_up", "Gửi thư cảm ơn"}, {"follow_up_due", "2024-06-01"}});
  const auto add = [&](const std::string& path, const test::SampleSite::Form& form) {
    const auto made = site_.post(path, form);
    ASSERT_EQ(made.status, 303) << path << made.content();
  };
  const std::string id = std::to_string(lose), both_ids = std::to_string(keep);
  add("/partner-contacts", {{"partner", id}, {"name", "Hans Thử Nghiệm"}});
  add("/gifts", {{"code", "QA-G1"}, {"direction", "given"}, {"partner", id}, {"what", "Sách ảnh"}, {"date", "2024-05-01"}, {"status", "given"}});
  add("/agreements", {{"code", "QA-A1"}, {"kind", "mou"}, {"title", "Bản ghi nhớ thử"}, {"vn_party", "Liên hiệp"}, {"foreign_party", "Quỹ"}, {"partner", id}, {"country", "DE"}, {"status", "in_force"}, {"signed_on", "2024-05-02"}});
  add("/activities", {{"code", "QA-H1"}, {"title", "Hoạt động chung"}, {"kind", "talk"}, {"from_date", "2024-05-03"}, {"status", "done"}, {"partner_links", both_ids}, {"partner_links", id}});
  const std::string before = content();

  const auto page = site_.page("/partners/" + both_ids + "/merge?with=" + id);
  EXPECT_TRUE(shows(page, "Berlin"));
  EXPECT_TRUE(shows(page, "https://song-lanh.example"));
  const auto done = site_.post("/partners/" + both_ids + "/merge", {{"with", id}, {"f.city", "lose"}, {"f.name", "lose"}, {"f.country", "keep"}, {"reason", "Nhập hai lần"}});
  ASSERT_EQ(done.status, 303) << done.content();

  EXPECT_EQ(site_.text("SELECT name FROM partner WHERE id = $1", {keep}), "Quỹ Sông Lành (CHLB Đức)");
  EXPECT_EQ(site_.text("SELECT city FROM partner WHERE id = $1", {keep}), "Berlin");
  EXPECT_EQ(site_.text("SELECT country FROM partner WHERE id = $1", {keep}), "DE");
  EXPECT_TRUE(shows(site_.text("SELECT aliases FROM partner WHERE id = $1", {keep}), "SL"));
  EXPECT_TRUE(shows(site_.text("SELECT aliases FROM partner WHERE id = $1", {keep}), "Quỹ Sông Lành"));
  EXPECT_EQ(site_.number("SELECT merged_into FROM partner WHERE id = $1", {lose}), keep);
  for (const char* sql : {"SELECT partner FROM gift WHERE code = 'QA-G1'", "SELECT partner FROM agreement WHERE code = 'QA-A1'", "SELECT partner FROM contact_log WHERE summary = 'Gặp lần đầu'",
                          "SELECT partner FROM partner_contact WHERE name = 'Hans Thử Nghiệm'"})
    EXPECT_EQ(site_.number(db::Sql::built(sql)), keep) << sql;
  EXPECT_EQ(site_.text("SELECT partner_links FROM activity WHERE code = 'QA-H1'"), "|" + both_ids + "|") << "named once, not twice";
  EXPECT_TRUE(shows(site_.page("/partners?q=quy+song+lanh+chlb"), "QA-M1"));
  EXPECT_TRUE(shows(site_.page("/partners/" + id), "Quỹ Sông Lành (CHLB Đức)</a>"));
  EXPECT_EQ(site_.post("/partners/" + both_ids + "/merge", {{"with", id}}).status, 409) << "a merged one is merged once";

  const std::string landed = site_.page(location(done)), mark = "/changes?batch=";
  EXPECT_TRUE(shows(landed, "Đã hợp nhất hai đối tác."));
  const auto from = landed.find(mark) + mark.size();
  const auto undone = site_.post("/changes/undo", {{"batch", landed.substr(from, landed.find('"', from) - from)}});
  ASSERT_EQ(undone.status, 303) << undone.content();
  EXPECT_EQ(content(), before);
}

TEST_P(Partners, are_merged_only_by_those_who_check) {
  const auto keep = found("QA-R1", "Quỹ Một Mình"), lose = found("QA-R2", "Quỹ Hai Mình");
  site_.sign_in("loan");
  EXPECT_EQ(site_.post("/partners/" + std::to_string(keep) + "/merge", {{"with", std::to_string(lose)}}).status, 403);
}

INSTANTIATE_TEST_SUITE_P(Both, Partners, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
