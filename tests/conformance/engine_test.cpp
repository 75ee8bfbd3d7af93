// The register engine on its demo catalogue: typed text, codes under concurrency, search, links, undo, schema.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

#include "base/clock.h"
#include "conformance/demo_registers.h"
#include "conformance/world.h"
#include "db/full_text.h"
#include "register/parts.h"
#include "sheets/import.h"

namespace nc::test {
namespace {

using reg::Cells;
using reg::ListQuery;

class Engine : public testing::TestWithParam<db::Engine> {
 protected:
  void SetUp() override { a_ = World::for_new_test(demo_catalog(), GetParam()).two_unions().a; }
  World& world() { return World::of(demo_catalog(), GetParam()); }
  const reg::Description& things() const { return demo_things(); }

  Cells thing(const std::string& title) const {
    DemoThing t;
    t.title = title;
    t.kind = "project";
    t.org.id = a_.org;
    return reg::to_cells(things(), t);
  }
  reg::Saved saved(const Cells& cells) {
    auto out = world().save(things(), a_, cells);
    if (!out) throw std::runtime_error(words(out.error()));
    return *out;
  }
  std::optional<Message> type(const char* field, std::string_view text, Cells& cells) {
    return world().read([&](db::ReadDb& r) { return reg::set_text(r, world().catalog(), a_, *things().find(field), text, cells); });
  }
  /// What the field holds after typing, as it would be shown for editing.
  std::string typed(const char* field, std::string_view text) {
    Cells cells = thing("x");
    if (const auto message = type(field, text, cells)) return "! " + message->vi;
    return reg::plain(*things().find(field), cells);
  }
  std::string shown(const char* field, std::string_view text, Lang lang) {
    Cells cells = thing("x");
    type(field, text, cells);
    return reg::show(*things().find(field), cells, lang);
  }
  std::vector<std::string> titles(const ListQuery& q) {
    std::vector<std::string> out;
    for (const Cells& c : world().read([&](db::ReadDb& r) { return reg::list(r, things(), a_, q); }).rows)
      out.push_back(things().title_of(c, Lang::vi));
    return out;
  }
  std::vector<std::string> found(const std::string& words) {
    ListQuery q;
    q.words = words;
    q.sort = "title";
    return titles(q);
  }

  Actor a_;
};

INSTANTIATE_TEST_SUITE_P(Both, Engine, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Engine, amounts_and_counts_keep_their_qualifier) {
  EXPECT_EQ(typed("amount", "gần 36 tỷ đồng"), "gần 36000000000 VND");
  EXPECT_EQ(typed("amount", "9,5 triệu USD"), "9500000 USD");
  EXPECT_EQ(typed("amount", "1.234,50 USD"), "1234,50 USD");
  EXPECT_EQ(typed("people", "hơn 291"), "hơn 291");
  EXPECT_EQ(typed("people", "chưa rõ"), "chưa rõ");
  EXPECT_EQ(typed("people", "57 (chưa rõ)"), "57 (chưa rõ)");
  EXPECT_EQ(shown("amount", "gần 36 tỷ đồng", Lang::vi), "gần 36.000.000.000\u00A0đ");
  EXPECT_EQ(shown("people", "hơn 1291", Lang::en), "more than 1,291");
}

TEST_P(Engine, every_qualifier_survives_editing_and_files) {
  for (const Qualifier q : {Qualifier::exact, Qualifier::about, Qualifier::nearly, Qualifier::more_than, Qualifier::at_least,
                            Qualifier::at_most, Qualifier::estimate, Qualifier::unknown}) {
    Cells cells = thing("x"), back = cells;
    reg::detail::put(cells, things().find("people")->first, reg::Count{291, q});
    reg::detail::put(cells, things().find("amount")->first, reg::MoneyValue{Money{123456789, *Currency::from_code("USD")}, q});
    for (const char* field : {"people", "amount"}) {
      const auto message = type(field, reg::plain(*things().find(field), cells), back);
      EXPECT_FALSE(message) << message->en;
    }
    EXPECT_EQ(back, cells) << code(q);
  }
}

TEST_P(Engine, dates_choices_and_yes_no_are_read_as_people_write_them) {
  EXPECT_EQ(typed("day", "29/6/2022"), "2022-06-29");
  EXPECT_EQ(typed("kind", "phi du an"), "non_project");
  EXPECT_EQ(typed("kind", "Relief"), "relief");
  EXPECT_EQ(typed("countries", "Hàn Quốc, lao"), "KR; LA");
  EXPECT_EQ(typed("countries", "ROK"), "KR") << "former names and abbreviations";
  EXPECT_EQ(typed("open", "có"), "1");
  EXPECT_EQ(typed("open", "x"), "1");
  EXPECT_EQ(typed("open", "không"), "0");
  EXPECT_EQ(typed("rate", "24.515"), "24515") << "a dot before three digits groups";
  EXPECT_EQ(typed("rate", "24515,5"), "24515,5");
  EXPECT_TRUE(typed("kind", "gì đó").starts_with("! Loại: “gì đó” không có trong danh mục. Các giá trị: Dự án"));
}

TEST_P(Engine, text_is_mended_before_it_is_kept) {
  const auto id = saved(thing("Ðại học\tCần Thơ  ")).id;  // U+00D0 for Đ
  EXPECT_EQ(db::as_text(world().load(things(), a_, id)[reg::k_own]), "Đại học Cần Thơ");
}

TEST_P(Engine, a_link_takes_a_number_a_code_or_a_title_and_names_candidates) {
  Cells first = thing("Cầu Hữu nghị");
  const reg::Saved one = saved(first);
  Cells cells = thing("x");
  const auto at = static_cast<std::size_t>(things().find("parent")->first);
  for (const std::string& text : {"#" + std::to_string(one.id), one.code, std::string("Cầu Hữu nghị"), std::string("cau huu nghi")}) {
    cells[at] = std::monostate{};
    const auto message = type("parent", text, cells);
    EXPECT_FALSE(message) << message->en;
    EXPECT_EQ(db::as_int(cells[at]), one.id) << text;
  }
  const reg::Saved two = saved(thing("Cầu hữu nghị"));
  const auto several = type("parent", "cau huu nghi", cells);
  ASSERT_TRUE(several);
  EXPECT_NE(several->vi.find(one.code), std::string::npos) << several->vi;
  EXPECT_NE(several->vi.find(two.code), std::string::npos) << several->vi;
}

TEST_P(Engine, codes_stay_unique_when_many_save_at_once) {
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::set<std::string> codes;
  constexpr int k_threads = 4, k_each = 10;
  for (int t = 0; t < k_threads; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < k_each; ++i) {
        Cells cells = thing("Cùng lúc");
        reg::detail::put(cells, things().find("day")->first, *Date::from_iso("2024-03-01"));
        const auto out = world().save(things(), a_, cells);
        const std::lock_guard lock(mutex);
        EXPECT_TRUE(out) << words(out.error());
        if (out) codes.insert(out->code);
      }
    });
  for (std::thread& t : threads) t.join();
  EXPECT_EQ(codes.size(), std::size_t{k_threads * k_each});
  EXPECT_TRUE(codes.begin()->starts_with("VT-2024-")) << *codes.begin();
}

TEST_P(Engine, given_codes_go_on_behind_typed_ones) {
  Cells cells = thing("Mã tự ghi");
  reg::detail::put(cells, things().find("day")->first, *Date::from_iso("2019-03-01"));
  cells[reg::k_code] = std::string("VT-2019-001");
  saved(cells);
  cells[reg::k_code] = std::string("VT-2019-041");
  saved(cells);
  cells[reg::k_code] = std::monostate{};
  EXPECT_EQ(saved(cells).code, "VT-2019-042");
  EXPECT_EQ(saved(cells).code, "VT-2019-043");
}

TEST_P(Engine, search_finds_beginnings_of_words_in_any_spelling) {
  for (const char* title : {"Trường học Đồng Tháp", "Hoà bình", "Nước sạch cho trẻ em", "Nuôi dưỡng"}) saved(thing(title));
  EXPECT_EQ(found("dong"), std::vector<std::string>{"Trường học Đồng Tháp"});
  EXPECT_EQ(found("ĐỒNG tháp"), std::vector<std::string>{"Trường học Đồng Tháp"});
  EXPECT_EQ(found("hòa"), std::vector<std::string>{"Hoà bình"}) << "both typing styles";
  EXPECT_EQ(found("nu"), (std::vector<std::string>{"Nuôi dưỡng", "Nước sạch cho trẻ em"}));
  EXPECT_EQ(found("sach nuoc"), std::vector<std::string>{"Nước sạch cho trẻ em"}) << "in any order";
  EXPECT_EQ(found("phi du an"), std::vector<std::string>{}) << "another kind";
  EXPECT_EQ(found("s"), std::vector<std::string>{}) << "one letter is a word, not a beginning";
  EXPECT_EQ(found("\"'; DROP *:&|!"), std::vector<std::string>{}) << "signs are no words";
}

TEST_P(Engine, walking_rows_and_the_index_find_the_same_words) {
  for (const char* title : {"An Giang", "Ân cần giúp đỡ", "Ba an toàn", "xe 4 bánh", "xe 40 chỗ"}) saved(thing(title));
  for (const char* words : {"an", "an gi", "xe 4", "4", "xe", "toan ba"}) {
    const auto row_words = db::row_words(words);
    std::set<std::int64_t> by_rows, by_index;
    world().read([&](db::ReadDb& r) {
      std::string sql = "SELECT id FROM demo_thing t WHERE org_id = $1";
      db::Params params{a_.org};
      for (const std::string& word : row_words) {
        params.emplace_back(word);
        sql += " AND " + db::row_condition(r.engine(), "t", "$" + std::to_string(params.size()));
      }
      r.each(db::Sql::built(sql), params, [&](const db::Row& row) { return by_rows.insert(row.integer(0)), true; });
      Condition c = *reg::detail::words_condition(things(), r.engine(), "t", words);
      std::string indexed = "SELECT id FROM demo_thing t WHERE org_id = $1 AND ";
      db::Params more{a_.org};
      append(indexed, more, c);
      r.each(db::Sql::built(indexed), more, [&](const db::Row& row) { return by_index.insert(row.integer(0)), true; });
      return true;
    });
    EXPECT_EQ(by_rows, by_index) << words;
    EXPECT_FALSE(by_index.empty()) << words;
  }
}

TEST_P(Engine, search_follows_an_edit_and_forgets_what_is_removed) {
  Cells cells = thing("Cầu treo");
  const reg::Saved made = saved(cells);
  cells = world().load(things(), a_, made.id);
  cells[reg::k_own] = std::string("Nhà văn hóa");
  const reg::Saved edited = saved(cells);
  EXPECT_TRUE(found("treo").empty());
  EXPECT_EQ(found("van hoa").size(), 1U);
  ASSERT_TRUE(world().database().write_result([&](db::Tx& tx) { return reg::remove(tx, world().catalog(), things(), a_, made.id, edited.version, ""); }));
  EXPECT_TRUE(found("van hoa").empty());
}

TEST_P(Engine, titles_stand_in_vietnamese_order) {
  const std::vector<std::string> ordered{"An", "Ăn", "Ân", "Ba", "Dân", "Đà Nẵng", "Đạt", "Ê", "Nga", "Ơn", "Ưu tú"};
  std::vector<std::string> shuffled(ordered.rbegin(), ordered.rend());
  std::swap(shuffled[1], shuffled[6]);
  for (const std::string& t : shuffled) saved(thing(t));
  ListQuery q;
  q.sort = "title";
  EXPECT_EQ(titles(q), ordered);
  q.sort = "-title";
  EXPECT_EQ(titles(q), std::vector<std::string>(ordered.rbegin(), ordered.rend()));
}

TEST_P(Engine, a_stretch_of_days_narrows_the_list) {
  for (const auto& [title, day] : std::vector<std::pair<const char*, const char*>>{{"a", "2024-12-31"}, {"b", "2025-01-01"}, {"c", "2025-06-30"}, {"d", "2025-07-01"}, {"e", ""}}) {
    Cells cells = thing(title);
    if (*day) reg::detail::put(cells, things().find("day")->first, *Date::from_iso(day));
    reg::detail::put(cells, things().find("amount")->first, reg::MoneyValue{Money{title[0], Currency{}}});
    saved(cells);
  }
  using Names = std::vector<std::string>;
  const auto of = [&](std::vector<std::pair<std::string, std::string>> query) {
    query.emplace_back("sort", "amount");
    const auto q = reg::parse_list_query(things(), query);
    EXPECT_TRUE(q) << q.error().message.en;
    return titles(*q);
  };
  EXPECT_EQ(of({{"period", "2025-H1"}}), (Names{"b", "c"}));
  EXPECT_EQ(of({{"period", "2025"}}), (Names{"b", "c", "d"}));
  EXPECT_EQ(of({{"day", "2025-06-30..2025-07-01"}}), (Names{"c", "d"}));
  EXPECT_EQ(of({{"from", "2025-01-02"}, {"to", "30/6/2025"}}), (Names{"c"}));
  EXPECT_EQ(of({{"day", "..2024-12-31"}}), (Names{"a"}));
  EXPECT_EQ(of({{"day", "-"}}), (Names{"e"}));
  EXPECT_FALSE(reg::parse_list_query(things(), {{"period", "2025-H3"}}));
  EXPECT_FALSE(reg::parse_list_query(things(), {{"day", "hôm nay"}}));
  const auto q = reg::parse_list_query(things(), {{"q", "đoàn vào"}, {"period", "2025-H1"}, {"kind", "du an"}, {"sort", "-day"}});
  EXPECT_EQ(reg::query_string(*q).find("period=2025-H1&kind=project&sort=-day") != std::string::npos, true) << reg::query_string(*q);
}

TEST_P(Engine, organisations_below_are_included_when_asked_for) {
  DemoOrganisation child;
  child.name = "Hội thành viên";
  child.parent.id = a_.org;
  const auto below = world().save(demo_organisations(), a_, reg::to_cells(demo_organisations(), child));
  ASSERT_TRUE(below) << words(below.error());
  Cells own = thing("của Liên hiệp"), other = thing("của hội");
  other[reg::k_org] = below->id;
  saved(own);
  saved(other);
  const auto of = [&](const char* with_below) {
    return titles(*reg::parse_list_query(things(), {{"org", a_.org_code}, {"below", with_below}, {"sort", "title"}}));
  };
  EXPECT_EQ(of("0"), std::vector<std::string>{"của Liên hiệp"});
  EXPECT_EQ(of("1"), (std::vector<std::string>{"của hội", "của Liên hiệp"}));
}

TEST_P(Engine, rows_of_a_file_may_link_to_each_other) {
  const std::vector<std::string> header{"Mã", "Tên việc", "Loại", "Thuộc việc", "Ngày"};
  const std::string u = a_.org_code;
  const auto import = [&](const std::vector<std::vector<std::string>>& rows) {
    return world().write([&](db::Tx& tx) { return reg::import_rows(tx, world().catalog(), things(), a_, header, rows, false, "việc.xlsx"); });
  };
  const auto result = import({{u + "-2", "Con", "Dự án", u + "-1", "1/2/2025"}, {u + "-1", "Mẹ", "Dự án", "", ""}, {"", "", "", "", ""}});
  for (const auto& row : result.rows) EXPECT_TRUE(row.problems.empty()) << "line " << row.line << ": " << words(row.problems);
  EXPECT_EQ(result.created, 2);
  ASSERT_TRUE(result.done);
  const auto bad = import({{u + "-3", "Tốt", "Dự án", "", ""}, {u + "-4", "", "Dự án", "", "31/2/2025"}, {u + "-3", "Lặp", "Dự án", "", ""}});
  EXPECT_FALSE(bad.done);
  EXPECT_EQ(bad.failed, 2);
  ASSERT_EQ(bad.rows.size(), 3U);
  EXPECT_EQ(bad.rows[1].line, 3);
  EXPECT_EQ(bad.rows[1].problems.front().field, "day");
  EXPECT_NE(bad.rows[2].problems.front().message.vi.find("dòng 2"), std::string::npos) << bad.rows[2].problems.front().message.vi;
  EXPECT_FALSE(world().read([&](db::ReadDb& r) { return reg::load_code(r, things(), a_, u + "-3"); })) << "nothing is kept";
}

TEST_P(Engine, all_problems_of_a_record_come_together) {
  Cells cells = thing("");
  cells[static_cast<std::size_t>(things().find("kind")->first)] = std::string("nonsense");
  reg::detail::put(cells, things().find("day")->first, *Date::from_iso("2025-02-01"));
  reg::detail::put(cells, things().find("end_day")->first, *Date::from_iso("2025-01-01"));
  const auto refused = world().save(things(), a_, cells);
  ASSERT_FALSE(refused);
  std::set<std::string> fields;
  for (const Problem& p : refused.error()) fields.insert(p.field);
  EXPECT_EQ(fields, (std::set<std::string>{"title", "kind", "end_day"}));
}

TEST_P(Engine, an_undone_edit_can_be_done_again) {
  Cells cells = thing("một");
  const reg::Saved made = saved(cells);
  cells = world().load(things(), a_, made.id);
  cells[reg::k_own] = std::string("hai");
  const reg::Saved edit = saved(cells);
  const auto undo = [&](std::int64_t change) { return world().database().write_result([&](db::Tx& tx) { return reg::undo(tx, world().catalog(), things(), a_, change); }); };
  const auto undone = undo(edit.change);
  ASSERT_TRUE(undone);
  EXPECT_FALSE(undo(edit.change)) << "it is taken back already";
  const auto again = undo(undone->change);
  ASSERT_TRUE(again) << again.error().message.en;
  EXPECT_EQ(db::as_text(world().load(things(), a_, made.id)[reg::k_own]), "hai");
}

TEST_P(Engine, the_schema_agrees_with_the_descriptions_and_a_difference_is_named) {
  EXPECT_EQ(world().read([&](db::ReadDb& r) { return reg::schema_differences(r, demo_catalog()); }), std::vector<std::string>{});
  auto other = fresh_database(GetParam());
  other->write([&](db::Tx& tx) {
    tx.script(db::Sql::built(reg::schema_sql(demo_catalog(), GetParam())));
    tx.exec("ALTER TABLE demo_part ADD COLUMN stray TEXT");
    tx.exec("ALTER TABLE demo_thing RENAME COLUMN web TO page");
    return true;
  });
  std::vector<std::string> differences;
  other->read([&](db::ReadDb& r) { differences = reg::schema_differences(r, demo_catalog()); });
  EXPECT_EQ(differences, (std::vector<std::string>{"demo_part.stray: column is not described", "demo_thing.web: column is missing",
                                                   "demo_thing.page: column is not described"}));
}

TEST_P(Engine, other_programs_get_a_record_as_json) {
  Cells cells = thing("Xây “cầu”");
  type("amount", "gần 36 tỷ", cells);
  type("countries", "KR; LA", cells);
  cells = world().load(things(), a_, saved(cells).id);
  const std::string json = world().read([&](db::ReadDb& r) {
    return reg::to_json(things(), cells, reg::link_titles(r, demo_catalog(), things(), {cells}, Lang::vi));
  });
  EXPECT_NE(json.find(R"("amount":{"value":3.6E10,"qualifier":"nearly","currency":"VND"})"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("countries":["KR","LA"])"), std::string::npos) << json;
  EXPECT_NE(json.find(R"("org":{"id":)" + std::to_string(a_.org)), std::string::npos) << json;
}

TEST(Descriptions, a_wrong_description_stops_the_program_at_start) {
  const auto made = [](auto&& change) {
    return [change] {
      reg::Register<DemoPart> r("broken", "broken", {"Hỏng", "Broken"}, {"hỏng", "broken"});
      change(r);
      return r.done();
    };
  };
  using R = reg::Register<DemoPart>;
  EXPECT_NO_THROW(made([](R& r) { r.field(&DemoPart::name, "name", {"Tên", "Name"}).title("name"); })());
  EXPECT_THROW(made([](R& r) { r.field(&DemoPart::name, "name", {"Tên", "Name"}); })(), std::logic_error) << "no title";
  EXPECT_THROW(made([](R& r) { r.field(&DemoPart::name, "order", {"Tên", "Name"}).title("order"); })(), std::logic_error) << "reserved";
  EXPECT_THROW(made([](R& r) { r.field(&DemoPart::name, "code", {"Tên", "Name"}).title("code"); })(), std::logic_error) << "standard";
  EXPECT_THROW(made([](R& r) { r.field(&DemoPart::name, "name", {"Tên", "Name"}).title("name").list({"nam"}); })(), std::logic_error);
  EXPECT_THROW(made([](R& r) { r.field(&DemoPart::thing, "thing", {"Việc", "Thing"}).title("thing"); })(), std::logic_error) << "no register";
}

}  // namespace
}  // namespace nc::test
