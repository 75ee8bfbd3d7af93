// The calendar, request by request: days with their rules and overrides, round years, greetings, plans, the subscription, reminders.
#include <gtest/gtest.h>

#include "app/calendar/days.h"
#include "app/calendar/public.h"
#include "base/hash.h"
#include "file/ics.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::header;
using test::location;
using test::shows;

class Days : public testing::TestWithParam<db::Engine> {
 protected:
  Days() : site_({.engine = GetParam()}) {
    set_clock_for_test(1'765'238'400'000);  // 9 December 2025, 07:00 at UTC+7
    site_.sign_in();
  }
  ~Days() override { set_clock_for_test(0); }
  std::string occasion(const std::string& code) { return "/occasions/" + std::to_string(site_.number("SELECT id FROM occasion WHERE code = $1", {code})); }
  std::vector<CalendarDay> days(const CalendarWish& wish) {
    std::vector<CalendarDay> out;
    site_.program().database().read([&](db::ReadDb& db) { out = calendar_days(db, Actor::system(), wish); });
    return out;
  }
  const CalendarDay* find(const std::vector<CalendarDay>& all, const std::string& name) {
    for (const CalendarDay& d : all)
      if (d.name.vi.find(name) != std::string::npos) return &d;
    return nullptr;
  }
  static CalendarWish year(int y) {
    CalendarWish w;
    w.from = *Date::from_ymd(y, 1, 1);
    w.to = *Date::from_ymd(y, 12, 31);
    return w;
  }
  std::string feed() {
    const auto page = site_.post("/calendar/feed");
    const std::string text(page.content());
    const auto from = text.find("/calendar/feed/", text.find("id=\"feed\""));
    return text.substr(from, text.find('<', from) - from);
  }
  test::SampleSite site_;
};

TEST_P(Days, tell_round_years_eighteen_months_ahead_and_group_them_by_year) {
  const std::string page = site_.page("/calendar");
  EXPECT_TRUE(shows(page, "Vòm kỷ niệm"));
  EXPECT_TRUE(shows(page, "Năm tròn trong 18 tháng tới"));
  const auto all = days(year(2027));
  const CalendarDay* laos = find(all, "quan hệ ngoại giao Việt Nam - Lào");
  ASSERT_NE(laos, nullptr);
  EXPECT_EQ(laos->ordinal, 65) << "2027 - 1962";
  EXPECT_TRUE(laos->round());
  EXPECT_EQ(laos->title(Lang::vi), "65 năm quan hệ ngoại giao Việt Nam - Lào");
  CalendarWish round = year(2027);
  round.only_round = true;
  for (const CalendarDay& d : days(round)) EXPECT_EQ(d.ordinal % 5, 0) << d.name.vi;
}

TEST_P(Days, show_our_countries_first_and_every_country_on_demand) {
  const auto ours = days(year(2026));
  CalendarWish wish = year(2026);
  wish.every_country = true;
  const auto all = days(wish);
  EXPECT_GT(all.size(), ours.size() + 50);
  EXPECT_NE(find(all, "Quốc khánh Fiji"), nullptr);
  EXPECT_EQ(find(ours, "Quốc khánh Fiji"), nullptr);
  EXPECT_NE(find(ours, "Tết Nguyên đán"), nullptr) << "days at home are everybody's";
  EXPECT_EQ(find(ours, "Tết Nguyên đán")->from.iso(), "2026-02-17");
}

TEST_P(Days, follow_a_day_that_was_entered_for_one_year_and_say_its_source) {
  const auto saved = site_.post("/occasion-dates", {{"occasion", "bunpimay"}, {"date", "15/04/2026"}, {"source", "Tổng Lãnh sự quán Lào, công hàm 12"}, {"status", "verified"}});
  EXPECT_EQ(saved.status, 303) << saved.content();
  const auto d2026 = days(year(2026)), d2027 = days(year(2027));
  ASSERT_NE(find(d2026, "Bunpimay"), nullptr);
  EXPECT_EQ(find(d2026, "Bunpimay")->from.iso(), "2026-04-15");
  EXPECT_TRUE(find(d2026, "Bunpimay")->sure);
  EXPECT_EQ(find(d2027, "Bunpimay")->from.iso(), "2027-04-14") << "other years keep their rule";
  EXPECT_TRUE(shows(site_.page("/calendar?view=list&country=LA"), "công hàm 12"));
  EXPECT_TRUE(shows(site_.page(occasion("bunpimay")), "Ghi riêng năm này, nguồn: Tổng Lãnh sự quán Lào"));
}

TEST_P(Days, of_occasions_are_told_and_entered_in_words_never_in_codes) {
  const std::string page = occasion("victory_7_1");
  EXPECT_TRUE(test::reads(site_.page(page), "Ngày 7 tháng 1 hằng năm"));
  EXPECT_TRUE(test::reads(site_.page(page), "ặp cựu chiến binh, cựu chuyên gia; thư, lời chúc mừng"));
  EXPECT_TRUE(test::reads(site_.page(occasion("peace_day")), "chưa có văn bản, cần kiểm chứng"));
  EXPECT_TRUE(test::reads(site_.page("/occasions?q=7+January"), "Ngày 7 tháng 1 hằng năm"));
  EXPECT_FALSE(test::reads(site_.page(page), "fixed:01-07"));
  EXPECT_TRUE(shows(site_.page(page + "/edit"), "value=\"Ngày 7 tháng 1 hằng năm\""));
  const auto saved = site_.post("/occasions", {{"code", "qa-moi"}, {"name", "Ngày thử"}, {"kind", "other"}, {"rule", "Rằm tháng 8 âm lịch"}, {"typical_use", "gathering"}, {"days", "1"}, {"status", "recalled"}});
  ASSERT_EQ(saved.status, 303) << saved.content();
  EXPECT_EQ(site_.text("SELECT rule FROM occasion WHERE code = 'qa-moi'"), "lunar:UTC+7:08-15");
  const auto refused = site_.post("/occasions", {{"code", "qa-hai"}, {"name", "Ngày thử"}, {"kind", "other"}, {"rule", "hôm nào đó"}, {"days", "1"}, {"status", "recalled"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(shows(std::string(refused.content()), "ghi riêng từng năm")) << "examples are words too";
}

TEST_P(Days, say_on_screen_which_are_not_verified) {
  site_.write([](db::Tx& tx) { tx.exec("UPDATE occasion SET status = 'recalled' WHERE code = 'bunpimay'"); });
  EXPECT_TRUE(shows(site_.page("/calendar?view=list&country=LA"), "Ngày chưa kiểm chứng"));
  EXPECT_TRUE(shows(site_.page("/calendar?view=month&month=2026-04"), "(chưa kiểm chứng)"));
}

TEST_P(Days, stand_in_a_month_with_visits_activities_and_due_days_beside_them_on_demand) {
  const std::string plain = site_.page("/calendar?view=month&month=2025-12");
  EXPECT_FALSE(shows(plain, "Quỹ Schneider"));
  EXPECT_TRUE(shows(site_.page("/calendar?view=month&month=2025-12&with=delegation"), "Quỹ Schneider"));
  EXPECT_EQ(site_.get("/calendar?view=month&month=2026-02").status, 200);
  EXPECT_EQ(site_.get("/calendar?view=month&month=th%C3%A1ng").status, 200) << "an address that was mistyped shows this month";
}

TEST_P(Days, have_greetings_drafted_for_the_partners_concerned_and_kept_as_courtesies) {
  const std::string page = site_.page(occasion("laos_national_day") + "/greetings?year=2026");
  EXPECT_TRUE(shows(page, "DT-TLS-LA"));
  EXPECT_FALSE(shows(page, "DT-SCHNEIDER")) << "a French fund";
  EXPECT_TRUE(shows(page, "{đối tác}") && shows(page, "On the occasion of"));
  const test::SampleSite::Form form{{"year", "2026"}, {"vi", "Kính gửi {đối tác},\nLời chúc tốt đẹp nhất."}, {"en", "Dear {partner},\nOur best wishes."}, {"partner", "DT-TLS-LA"}};
  EXPECT_EQ(site_.post(occasion("laos_national_day") + "/greetings", form).status, 303);
  const auto id = site_.number("SELECT id FROM courtesy WHERE deleted = 0 AND occasion = (SELECT id FROM occasion WHERE code = 'laos_national_day') AND date = '2026-12-02' AND status = 'planned'");
  ASSERT_GT(id, 0);
  const std::string letter = site_.text("SELECT letter FROM courtesy WHERE id = $1", {id});
  EXPECT_TRUE(letter.starts_with("Kính gửi Tổng Lãnh sự quán")) << letter;
  EXPECT_EQ(letter.find("{đối tác}"), std::string::npos);
  for (const char* paper : {"/letter.docx", "/letter.pdf", "/letter.pdf?lang=en", "/letter.docx?lang=vi"}) EXPECT_EQ(site_.get("/courtesies/" + std::to_string(id) + paper).status, 200) << paper;
  EXPECT_EQ(site_.post(occasion("laos_national_day") + "/greetings", form).status, 303);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM courtesy WHERE deleted = 0 AND occasion = (SELECT id FROM occasion WHERE code = 'laos_national_day') AND date = '2026-12-02'"), 1) << "nobody is greeted twice";
  EXPECT_TRUE(shows(site_.page("/calendar?view=list&country=LA"), "Thư: 0/1 đã gửi"));
}

TEST_P(Days, refuse_greetings_without_words_or_addressees_and_keep_what_was_written) {
  const auto nobody = site_.post(occasion("laos_national_day") + "/greetings", {{"year", "2026"}, {"vi", "Lời rất riêng"}, {"en", ""}});
  EXPECT_EQ(nobody.status, 422);
  EXPECT_TRUE(shows(nobody, "Chọn ít nhất một nơi nhận") && shows(nobody, "Lời rất riêng"));
  EXPECT_EQ(site_.get(occasion("diwali") + "/greetings?year=2026").status, 422) << "a day that has to be entered first";
}

TEST_P(Days, become_a_planned_activity_by_one_button) {
  const auto all = days(year(2027));
  const CalendarDay* laos = find(all, "quan hệ ngoại giao Việt Nam - Lào");
  ASSERT_NE(laos, nullptr);
  const auto planned = site_.post("/calendar/plan", {{"sort", laos->kind}, {"record", std::to_string(laos->record)}, {"year", "2027"}});
  EXPECT_EQ(planned.status, 303);
  EXPECT_TRUE(location(planned).starts_with("/activities/"));
  EXPECT_EQ(site_.text("SELECT status FROM activity WHERE occasion = $1", {laos->record}), "planned");
  EXPECT_EQ(site_.text("SELECT from_date FROM activity WHERE occasion = $1", {laos->record}), laos->from.iso());
  EXPECT_EQ(site_.post("/calendar/plan", {{"sort", "diplomatic_relation"}, {"record", "999999"}, {"year", "2027"}}).status, 422);
}

TEST_P(Days, are_read_by_other_programs_at_a_secret_address_that_can_be_renewed) {
  const std::string first = feed();
  ASSERT_TRUE(first.ends_with("/nhip-cau.ics")) << first;
  auto file = site_.send("GET", first, {}, "");
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(header(file, "content-type"), ics::k_type);
  EXPECT_TRUE(shows(file, "SUMMARY:Tết Nguyên đán"));
  EXPECT_TRUE(shows(file, "DTSTART;VALUE=DATE:20260217"));
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM calendar_feed WHERE token_hash LIKE '%nhip%'"), 0);
  const std::string secret = first.substr(15, first.rfind('/') - 15);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM calendar_feed WHERE token_hash = $1", {sha256_hex(secret)}), 1) << "only the hash is kept";
  const std::string second = feed();
  EXPECT_NE(first, second);
  EXPECT_EQ(site_.send("GET", first, {}, "").status, 410);
  EXPECT_EQ(site_.send("GET", second, {}, "").status, 200);
  site_.post("/calendar/feed/end");
  EXPECT_EQ(site_.send("GET", second, {}, "").status, 410);
}

TEST_P(Days, show_in_a_subscription_only_what_that_person_may_see) {
  site_.write([](db::Tx& tx) { tx.exec("UPDATE delegation SET confidentiality = 'restricted', org_id = (SELECT id FROM organisation WHERE code = 'ct-la') WHERE code = 'DV-2025-101'"); });
  EXPECT_TRUE(shows(site_.send("GET", feed(), {}, ""), "Schneider"));
  site_.sign_in("anh");  // of the association with Korea
  const auto file = site_.send("GET", feed(), {}, "");
  EXPECT_EQ(file.status, 200);
  EXPECT_FALSE(shows(file, "Schneider"));
  site_.write([](db::Tx& tx) { tx.exec("UPDATE person SET disabled = 1 WHERE login = 'anh'"); });
  site_.sign_in("thu");
}

TEST_P(Days, are_not_asked_for_without_end) {
  const std::string address = feed();
  int answered = 0;
  for (int i = 0; i < 70; ++i) answered += site_.send("GET", address, {}, "").status == 200;
  EXPECT_EQ(answered, 60);
  EXPECT_EQ(site_.send("GET", address, {}, "").status, 429);
}

TEST_P(Days, remind_once_of_round_years_without_a_plan) {
  set_clock_for_test(1'772'323'200'000);  // 1 March 2026
  const auto remind = [&] {
    int n = 0;
    site_.write([&](db::Tx& tx) { n = remind_of_occasions(tx); });
    return n;
  };
  EXPECT_GT(remind(), 0);
  EXPECT_EQ(remind(), 0) << "each once";
  EXPECT_GT(site_.number("SELECT COUNT(*) FROM notice WHERE register_name = 'occasion' AND act LIKE 'round%'"), 0);
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE n.register_name = 'occasion' AND p.login = 'hanh'"), 0) << "auditors neither plan nor write";
}

INSTANTIATE_TEST_SUITE_P(Both, Days, testing::ValuesIn(test::engines_under_test()), test::engine_name);

}  // namespace
}  // namespace nc::app
