// The network changes: associations are renamed, moved, merged, split, dissolved and revived, figures are read as then and
// as now, and every act can be taken back.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/reports/draft.h"
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

  /// The banner of the page one lands on leads to all that was written.
  std::string batch_of(const web::Response& r) {
    const std::string page = site_.page(location(r)), mark = "/changes?batch=";
    const auto from = page.find(mark);
    return from == std::string::npos ? std::string() : page.substr(from + mark.size(), page.find('"', from) - from - mark.size());
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

TEST_P(Network, acts_are_counted_by_kind_until_they_are_taken_back) {
  const auto of_kind = [&](const std::string& kind) {
    std::int64_t value = -1;
    site_.program().database().read([&](db::ReadDb& db) {
      fig::Ask ask;
      ask.code = "I03", ask.org = "ct", ask.period = *parse_period("2024"), ask.where = {{"kind", kind}};
      value = static_cast<std::int64_t>(*site_.program().engine().evaluate(db, Actor::system(), ask)->value);
    });
    return value;
  };
  const std::int64_t before = figure("I03", "ct", "2024"), of_another_year = figure("I03", "ct", "2023");
  ASSERT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên thứ hai"}, {"date", "2024-02-01"}}).status, 303);
  ASSERT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên thứ ba"}, {"date", "2024-03-01"}, {"decision_no", "77/QĐ-UBND"}}).status, 303);
  EXPECT_EQ(figure("I03", "ct", "2024"), before + 2) << "an association renamed twice: two acts";
  EXPECT_EQ(figure("I03", "qa-lao", "2024"), 2);
  const auto same = act(laos_, {{"kind", "rename"}, {"name", "Tên thứ ba"}, {"date", "2024-04-01"}});
  EXPECT_EQ(same.status, 422);
  EXPECT_TRUE(shows(same, "Tên mới trùng tên đang dùng")) << "no act that changes nothing";
  EXPECT_EQ(figure("I03", "ct", "2024"), before + 2);
  EXPECT_EQ(figure("I03", "ct", "2023"), of_another_year) << "nothing in other years";
  const auto merged = act(laos_, {{"kind", "merge"}, {"other1", "qa-trung"}, {"name", "Hội hữu nghị quốc tế quận A"}, {"code", "qa-moi"}});
  ASSERT_EQ(merged.status, 303) << merged.content();
  EXPECT_EQ(figure("I03", "ct", "2024"), before + 4) << "two associations were merged";
  EXPECT_EQ(of_kind("merge"), 2);
  EXPECT_EQ(figure("I03", "qa-moi", "2024"), 4) << "the one that carries on tells what it came from";
  EXPECT_EQ(figure("I03", "qa-trung", "2024"), 1) << "and so does each of those it came from";
  EXPECT_EQ(figure("I02", "qa-moi", "2024"), 0);
  const std::string page = site_.page("/network?period=2024"), opened = site_.page("/figures/I03?org=ct&period=2024"), list = site_.page("/successions?is=association&period=2024");
  for (const char* words : {"Tên thứ hai", "77/QĐ-UBND", "Hội hữu nghị quốc tế quận A"}) EXPECT_TRUE(shows(page, words)) << words;
  for (const std::string* one : {&opened, &list}) EXPECT_TRUE(shows(*one, "Tên thứ hai") && shows(*one, "Hội hữu nghị quốc tế quận A"));
  take_back(merged);
  EXPECT_EQ(figure("I03", "ct", "2024"), before + 2) << "a merger that was taken back is not counted";
  EXPECT_EQ(of_kind("merge"), 0);
  ASSERT_EQ(act(china_, {{"kind", "split"}, {"part1.name", "Hội một"}, {"part2.name", "Hội hai"}, {"part2.code", "qa-hai"}}).status, 303);
  EXPECT_EQ(of_kind("split"), 1) << "one association was divided, whatever the number of its parts";
  EXPECT_EQ(figure("I03", "qa-hai", "2024"), 1) << "each part was made by it";
  EXPECT_TRUE(shows(site_.page("/network?period=2024"), "Hội hai"));
}

TEST_P(Network, what_a_decision_founded_is_new_and_what_a_merger_made_is_not) {
  const std::int64_t before = figure("I02", "ct", "2024");
  const auto made = site_.post("/organisations", {{"code", "qa-han"}, {"name", "Hội hữu nghị Việt Nam - Hàn Quốc quận A"}, {"kind", "bilateral_association"}, {"status", "active"}, {"parent", "ct"}, {"country_focus", "KR"},
                                                  {"established", "2024-05-02"}, {"decision_no", "31/QĐ-SNV"}});
  ASSERT_EQ(made.status, 303) << made.content();
  ASSERT_EQ(site_.post("/organisations", {{"code", "qa-van-dong"}, {"name", "Hội đang vận động"}, {"kind", "bilateral_association"}, {"status", "proposed"}, {"parent", "ct"}, {"country_focus", "JP"}, {"established", "2024-05-03"}}).status, 303);
  ASSERT_EQ(site_.post("/organisations", {{"code", "qa-chi-hoi"}, {"name", "Chi hội mới"}, {"kind", "chapter"}, {"status", "active"}, {"parent", "qa-lao"}, {"established", "2024-05-04"}}).status, 303);
  EXPECT_EQ(figure("I02", "ct", "2024"), before + 1) << "neither a proposed one nor a chapter";
  EXPECT_EQ(figure("I02", "ct", "2025"), 0);
  ASSERT_EQ(act(laos_, {{"kind", "merge"}, {"other1", "qa-trung"}, {"name", "Hội mới do hợp nhất"}, {"code", "qa-moi"}}).status, 303);
  EXPECT_EQ(site_.text("SELECT established FROM organisation WHERE code = 'qa-moi'"), "2024-07-01");
  EXPECT_EQ(figure("I02", "ct", "2024"), before + 1);
  const std::string list = site_.page("/organisations?is=newly_founded&established=2024");
  EXPECT_TRUE(shows(list, "Hàn Quốc quận A"));
  EXPECT_FALSE(shows(list, "Hội mới do hợp nhất"));
  EXPECT_TRUE(shows(site_.page("/network?period=2024"), "31/QĐ-SNV"));
  EXPECT_TRUE(shows(site_.page("/network?period=2021"), "Chưa có hội nào thành lập")) << "an empty period says how the figures come about";

  // the report of that year names both, with their decisions
  site_.program().database().read([&](db::ReadDb& db) {
    const auto year = *parse_period("2024");
    const auto drafted = app::draft_report(db, Actor::system(), site_.program().engine(), "annual", "ct", year);
    ASSERT_TRUE(drafted.has_value());
    std::string vi, en;
    for (const auto& section : drafted->document.sections)
      if (section.id == "network")
        for (const auto& block : section.blocks) vi += block.text + "\n", en += block.en + "\n";
    EXPECT_TRUE(shows(vi, "Hội hữu nghị Việt Nam - Hàn Quốc quận A (Quyết định số 31/QĐ-SNV, từ ngày 02/5/2024)")) << vi;
    EXPECT_TRUE(shows(vi, "Lào quận A hợp nhất vào Hội mới do hợp nhất (Quyết định số 12/QĐ-UBND, từ ngày 01/7/2024)")) << vi;
    EXPECT_TRUE(shows(en, "was merged into Hội mới do hợp nhất (Decision 12/QĐ-UBND, from 1 July 2024)")) << en;
  });
}

TEST_P(Network, an_association_officer_may_not_act_on_the_network) {
  site_.sign_in("loan");
  EXPECT_EQ(act(laos_, {{"kind", "rename"}, {"name", "Tên khác"}}).status, 403);
}

INSTANTIATE_TEST_SUITE_P(Both, Network, testing::ValuesIn(engines_under_test()), engine_name);

}  // namespace
}  // namespace nc::test
