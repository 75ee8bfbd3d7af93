// The network changes: associations are renamed, moved, merged, split, dissolved and revived, figures are read as then and
// as now, and every act can be taken back.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

class Network : public testing::TestWithParam<db::Engine> {
 protected:
  Network() : site_({.engine = GetParam()}) {
    site_.sign_in();
    laos_ = found("qa-lao", "Hội hữu nghị Việt Nam - Lào quận A", "LA");
    china_ = found("qa-trung", "Hội hữu nghị Việt Nam - Trung Quốc quận A", "CN");
  }

  std::int64_t id_of(const std::string& code) { return site_.number("SELECT id FROM organisation WHERE code = $1 AND deleted = 0", {code}); }

  std::int64_t found(const std::string& code, const std::string& name, const std::string& country, const std::string& parent = "ct",
                     const std::string& kind = "bilateral_association") {
    const auto made = site_.post("/organisations", {{"code", code}, {"name", name}, {"kind", kind}, {"status", "active"}, {"parent", parent}, {"country_focus", country}});
    EXPECT_EQ(made.status, 303) << made.content();
    return id_of(code);
  }

  void receives(const std::string& org, const std::string& code, const std::string& day) {
    const auto made = site_.post("/delegations", {{"code", code}, {"direction", "in"}, {"title", "Đoàn " + code}, {"countries", "LA"}, {"from_date", day},
                                                  {"members", "5"}, {"status", "completed"}, {"org", org}});
    ASSERT_EQ(made.status, 303) << made.content();
  }

  web::Response act(std::int64_t id, SampleSite::Form form) {
    for (const auto& [name, value] : SampleSite::Form{{"decision_no", "12/QĐ-UBND"}, {"date", "2024-07-01"}})
      if (std::ranges::none_of(form, [&name = name](const auto& f) { return f.first == name; })) form.emplace_back(name, value);
    return site_.post("/organisations/" + std::to_string(id) + "/act", form);
  }

  static std::string batch_of(const web::Response& r) {
    const std::string to = location(r);
    const auto from = to.find("batch=");
    return from == std::string::npos ? std::string() : to.substr(from + 6, to.find('&', from) - from - 6);
  }

  void take_back(const web::Response& r) {
    ASSERT_EQ(r.status, 303) << r.content();
    const auto undone = site_.post("/changes/undo", {{"batch", batch_of(r)}});
    ASSERT_EQ(undone.status, 303) << undone.content();
  }

  /// Everything the acts may touch, without versions and times.
  std::string content() {
    std::string out;
    site_.program().database().read([&](db::ReadDb& db) {
      for (const char* sql : {"SELECT code || '/' || name || '/' || COALESCE(name_en, '') || '/' || COALESCE(aliases, '') || '/' || status || '/' || COALESCE(parent, 0) || '/' || "
                              "COALESCE(country_focus, '') || '/' || COALESCE(ended, '') FROM organisation WHERE deleted = 0 ORDER BY id",
                              "SELECT 'link/' || organisation || '/' || parent || '/' || valid_to FROM organisation_link WHERE deleted = 0 ORDER BY id",
                              "SELECT 'name/' || organisation || '/' || name || '/' || COALESCE(valid_to, '') FROM organisation_name WHERE deleted = 0 ORDER BY id",
                              "SELECT 'succession/' || from_org || '/' || COALESCE(to_org, 0) || '/' || kind FROM succession WHERE deleted = 0 ORDER BY id",
                              "SELECT 'tree/' || ancestor || '/' || descendant || '/' || depth FROM org_tree t WHERE EXISTS (SELECT 1 FROM organisation o WHERE o.id = t.descendant AND o.deleted = 0) "
                              "AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = t.ancestor AND o.deleted = 0) ORDER BY ancestor, descendant"})
        db.each(db::Sql::built(sql), {}, [&](const db::Row& row) {
          out += std::string(row.text(0)) + "\n";
          return true;
        });
    });
    return out;
  }

  std::int64_t figure(const std::string& code, const std::string& org, const std::string& period, fig::Units units = fig::Units::then) {
    std::int64_t value = -1;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = code;
      ask.org = org;
      ask.period = *parse_period(period);
      ask.units = units;
      const auto f = site_.program().engine().evaluate(db, Actor::system(), ask);
      if (f && f->value) value = static_cast<std::int64_t>(*f->value);
    });
    return value;
  }

  SampleSite site_;
  std::int64_t laos_ = 0, china_ = 0;
};

TEST_P(Network, a_merger_keeps_both_histories_and_figures_are_read_as_then_and_as_now) {
  receives("qa-lao", "QA-1", "2023-03-01");
  receives("qa-trung", "QA-2", "2023-04-01");
  const std::int64_t union_before = figure("I17", "ct", "2023");
  const auto merged = act(laos_, {{"kind", "merge"}, {"other1", "qa-trung"}, {"name", "Hội hữu nghị quốc tế quận A"}, {"code", "qa-moi"}});
  ASSERT_EQ(merged.status, 303) << merged.content();
  receives("qa-moi", "QA-3", "2024-09-01");

  EXPECT_EQ(figure("I17", "qa-moi", "2023"), 0) << "it did not exist then";
  EXPECT_EQ(figure("I17", "qa-moi", "2023", fig::Units::now), 2);
  EXPECT_EQ(figure("I17", "qa-moi", "2024"), 1) << "the year of the merger, by its last day";
  EXPECT_EQ(figure("I17", "qa-lao", "2023"), 1) << "facts stay with the organisation that had them";
  EXPECT_EQ(figure("I17", "ct", "2023"), union_before) << "a merger below changes no sum above";
  EXPECT_EQ(figure("I17", "ct", "2023", fig::Units::now), union_before);

  const std::string page = site_.page("/organisations/" + std::to_string(id_of("qa-moi")));
  EXPECT_TRUE(shows(page, "Hội hữu nghị Việt Nam - Lào quận A"));
  EXPECT_TRUE(shows(page, "Hội hữu nghị Việt Nam - Trung Quốc quận A"));
  EXPECT_TRUE(shows(site_.page("/organisations/" + std::to_string(laos_)), "Hội hữu nghị quốc tế quận A"));
  EXPECT_TRUE(shows(site_.page("/organisations?q=trung+quoc+quan+a"), "qa-moi")) << "the old name leads to the new organisation";
  EXPECT_TRUE(shows(site_.page("/figures/I17?org=qa-moi&period=2023"), "units=now"));
  EXPECT_EQ(site_.text("SELECT country_focus FROM organisation WHERE code = 'qa-moi'"), "|CN|LA|");
}

TEST_P(Network, organisations_below_go_along_and_are_counted_where_they_stood) {
  const std::int64_t chapter = found("qa-chi-hoi", "Chi hội phường B", "", "qa-lao", "chapter");
  receives("qa-chi-hoi", "QA-4", "2023-05-01");
  ASSERT_EQ(act(laos_, {{"kind", "merge"}, {"into", "qa-trung"}}).status, 303);
  EXPECT_EQ(site_.number("SELECT parent FROM organisation WHERE id = $1", {chapter}), china_);
  EXPECT_EQ(figure("I17", "qa-lao", "2023"), 1);
  EXPECT_EQ(figure("I17", "qa-trung", "2023"), 0);
  EXPECT_EQ(figure("I17", "qa-trung", "2023", fig::Units::now), 1) << "counted once, though it came on two ways";
  EXPECT_EQ(figure("I17", "qa-trung", "2024-06"), 0) << "the day before the merger";
}

TEST_P(Network, every_act_is_taken_back_with_equal_content) {
  found("qa-1", "Chi hội một", "", "qa-lao", "chapter");
  const std::int64_t second = found("qa-2", "Chi hội hai", "", "qa-lao", "chapter");
  const std::string before = content();
  const std::string goes = "goes." + std::to_string(second);
  const std::vector<SampleSite::Form> acts{
      {{"kind", "rename"}, {"name", "Hội hữu nghị Việt - Lào quận A"}, {"short_name", "Hội Việt Lào"}},
      {{"kind", "move"}, {"into", "vufo"}},
      {{"kind", "merge"}, {"into", "qa-trung"}},
      {{"kind", "merge"}, {"other1", "qa-trung"}, {"name", "Hội mới"}, {"code", "qa-moi"}},
      {{"kind", "split"}, {"carries_on", "1"}, {"part1.name", "Hội tách ra"}, {"part1.code", "qa-tach"}, {goes, "1"}},
      {{"kind", "dissolve"}, {"into", "ct"}},
  };
  for (const auto& form : acts) {
    const auto done = act(laos_, form);
    ASSERT_EQ(done.status, 303) << form[0].second << done.content();
    EXPECT_NE(content(), before) << form[0].second;
    take_back(done);
    EXPECT_EQ(content(), before) << form[0].second;
  }
}

TEST_P(Network, a_name_is_kept_with_its_days_through_several_renames) {
  ASSERT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên thứ hai"}, {"date", "2023-01-01"}}).status, 303);
  ASSERT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên thứ ba"}, {"date", "2025-01-01"}}).status, 303);
  EXPECT_EQ(site_.text("SELECT name FROM organisation WHERE id = $1", {laos_}), "Tên thứ ba");
  EXPECT_EQ(site_.text("SELECT name FROM organisation_name WHERE deleted = 0 AND organisation = $1 AND (valid_from IS NULL OR valid_from <= '2024-06-30') AND (valid_to IS NULL OR valid_to >= '2024-06-30')", {laos_}),
            "Tên thứ hai");
  EXPECT_EQ(site_.number("SELECT COUNT(*) FROM organisation_name WHERE deleted = 0 AND organisation = $1", {laos_}), 3);
  EXPECT_TRUE(shows(site_.page("/organisations?q=ten+thu+hai"), "qa-lao"));
}

TEST_P(Network, a_division_needs_a_place_for_everybody_below) {
  const std::int64_t chapter = found("qa-1", "Chi hội một", "", "qa-lao", "chapter");
  const auto homeless = act(laos_, {{"kind", "split"}, {"part1.name", "Hội một"}, {"part2.name", "Hội hai"}});
  EXPECT_EQ(homeless.status, 422);
  EXPECT_TRUE(shows(homeless, "Chi hội một"));
  EXPECT_TRUE(shows(homeless, "value=\"Hội hai\"")) << "what was typed is still there";
  const auto done = act(laos_, {{"kind", "split"}, {"part1.name", "Hội một"}, {"part2.name", "Hội hai"}, {"part2.code", "qa-hai"}, {"goes." + std::to_string(chapter), "2"}});
  ASSERT_EQ(done.status, 303) << done.content();
  EXPECT_EQ(site_.number("SELECT parent FROM organisation WHERE id = $1", {chapter}), id_of("qa-hai"));
  EXPECT_EQ(site_.text("SELECT status || ' ' || ended FROM organisation WHERE id = $1", {laos_}), "dissolved 2024-06-30");
}

TEST_P(Network, an_ended_organisation_is_revived_and_nothing_else_is_done_to_it) {
  ASSERT_EQ(act(laos_, {{"kind", "dissolve"}}).status, 303);
  EXPECT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên khác"}}).status, 409);
  EXPECT_EQ(act(china_, {{"kind", "revive"}}).status, 422) << "it never ended";
  ASSERT_EQ(act(laos_, {{"kind", "revive"}, {"date", "2025-01-01"}}).status, 303);
  EXPECT_EQ(site_.text("SELECT status FROM organisation WHERE id = $1", {laos_}), "active");
}

TEST_P(Network, what_can_not_be_is_refused_in_words_and_changes_nothing) {
  const std::string before = content();
  const std::int64_t chapter = found("qa-1", "Chi hội một", "", "qa-lao", "chapter");
  const std::string with_chapter = content();
  const std::vector<std::pair<SampleSite::Form, std::string>> cases{
      {{{"kind", "merge"}, {"into", "qa-lao"}}, "phải khác"},
      {{{"kind", "merge"}}, "Chọn tổ chức tiếp nhận"},
      {{{"kind", "merge"}, {"into", "qa-trung"}, {"name", "Hội mới"}}, "Chỉ một trong hai"},
      {{{"kind", "merge"}, {"into", "qa-trung"}, {"other1", "qa-1"}}, "khác loại"},
      {{{"kind", "move"}, {"into", "qa-1"}}, "vòng tròn"},
      {{{"kind", "move"}, {"into", "không-có"}}, "f-into"},
      {{{"kind", "move"}, {"into", "ct"}, {"date", "31/02/2024"}}, "f-date"},
      {{{"kind", "move"}, {"into", "ct"}, {"date", "2032-01-01"}}, "hai năm"},
      {{{"kind", "move"}, {"into", "ct"}, {"decision_no", ""}}, "số, ký hiệu"},
      {{{"kind", "dissolve"}}, "Còn tổ chức trực thuộc"},
      {{{"kind", "rename"}, {"name", ""}}, "Ghi tên mới"},
      {{{"kind", "nuốt"}}, "Không có việc này"},
  };
  for (const auto& [form, words] : cases) {
    const auto answer = act(laos_, form);
    EXPECT_GE(answer.status, 400) << words;
    EXPECT_TRUE(shows(answer, words)) << words << "\n" << answer.content();
    EXPECT_EQ(content(), with_chapter) << words;
  }
  EXPECT_GT(chapter, 0);
  EXPECT_NE(before, with_chapter);
}

TEST_P(Network, an_association_officer_may_not_act_on_the_network) {
  site_.sign_in("loan");
  EXPECT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên khác"}}).status, 403);
}

INSTANTIATE_TEST_SUITE_P(Both, Network, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
