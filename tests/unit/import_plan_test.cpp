// What a sheet means: days in one cell, headers in two lines, joined cells, sums, names that only look like sums.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "base/fold.h"
#include "register/parts.h"
#include "sheets/duplicates.h"
#include "sheets/import_plan.h"
#include "sheets/import_values.h"

namespace nc::reg {
namespace {

const Description& visits() { return *app::catalog().find("delegation"); }

std::string span(const char* typed) {
  const auto p = parse_day_span(typed);
  return p ? p->from.iso() + ".." + p->to.iso() : "none";
}

TEST(DaySpan, is_read_as_offices_write_it) {
  EXPECT_EQ(span("12-15/3/2024"), "2024-03-12..2024-03-15");
  EXPECT_EQ(span("28/2 – 3/3/2024"), "2024-02-28..2024-03-03");
  EXPECT_EQ(span("30/12-2/1/2025"), "2024-12-30..2025-01-02");
  EXPECT_EQ(span("từ ngày 1/3/2025 đến ngày 5/3/2025"), "2025-03-01..2025-03-05");
  EXPECT_EQ(span("2025-12-08"), "2025-12-08..2025-12-08");
  EXPECT_EQ(span("08-12-2025"), "2025-12-08..2025-12-08") << "one day, not a span";
  EXPECT_EQ(span("2025-12-08 14:30"), "2025-12-08..2025-12-08");
  EXPECT_EQ(span("45999"), "2025-12-08..2025-12-08") << "a day number of Excel";
  for (const char* none : {"", "15-12/3/2024", "31/6/2024", "đầu năm 2024", "3/2024", "1/1/0024 - 3/1/0024"}) EXPECT_EQ(span(none), "none") << none;
}

TEST(OfficeValue, takes_units_and_hours_off_and_nothing_else) {
  const Field& people = *visits().find("members");
  EXPECT_EQ(mended(office_value(people, "12 người")), "12");
  EXPECT_EQ(office_value(people, "12 xe"), "12 xe");
  EXPECT_EQ(office_value(people, "khoảng 20"), "khoảng 20");
  EXPECT_EQ(office_value(*visits().find("from_date"), "45999"), "2025-12-08");
  EXPECT_EQ(office_value(*visits().find("title"), "45999"), "45999");
}

tables::Grid grid_of(std::vector<tables::Cells> rows) {
  tables::Grid grid;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    grid.columns = std::max(grid.columns, rows[i].size());
    grid.lines.push_back(static_cast<int>(i) + 1);
  }
  grid.rows = std::move(rows);
  return grid;
}

ImportPlan planned(tables::Grid grid) {
  const Header header = header_at(grid, guess_header(visits(), grid));
  ImportChoices choices;
  choices.targets = guess_targets(visits(), header, grid);
  return make_plan(visits(), std::move(grid), header, choices);
}

TEST(Plan, finds_the_header_under_titles_and_in_two_lines) {
  auto grid = grid_of({{"UBND THÀNH PHỐ"}, {"DANH SÁCH ĐOÀN VÀO"}, {"TT", "Tên đoàn", "Thời gian", "", "Nước"}, {"", "", "Từ ngày", "Đến ngày", ""}, {"1", "Đoàn A", "1/2/2024", "3/2/2024", "Lào"}});
  grid.merges = {{3, 0, 2, 1}, {3, 1, 2, 1}, {3, 2, 1, 2}, {3, 4, 2, 1}};
  const Header header = header_at(grid, guess_header(visits(), grid));
  EXPECT_EQ(header.first, 2U);
  EXPECT_EQ(header.rows, 2U);
  EXPECT_EQ(header.names[3], "Thời gian – Đến ngày");
  EXPECT_EQ(guess_targets(visits(), header, grid), (std::vector<std::string>{"", "title", "from_date", "to_date", "countries"}));
}

TEST(Plan, tells_rows_from_headings_sums_and_the_header_printed_again) {
  auto grid = grid_of({{"TT", "Tên đoàn", "Nước", "Từ ngày", "Số người"}, {"I. Quý một"}, {"1", "Tổng lãnh sự quán Hàn Quốc", "Hàn Quốc", "", "5"},
                       {"TT", "Tên đoàn", "Nước", "Từ ngày", "Số người"}, {"2", "Đoàn B", "", "1/2/2024", "3"}, {"Tổng cộng năm 2024", "", "", "", "8"}, {"", "2019", "", "", "310"}});
  grid.merges = {{2, 0, 1, 5}, {3, 2, 3, 1}};
  const ImportPlan plan = planned(grid);
  ASSERT_EQ(plan.table.rows.size(), 2U) << "a name that begins like a sum is a record";
  EXPECT_EQ(plan.table.lines, (std::vector<int>{3, 5}));
  EXPECT_EQ(plan.table.rows[1][2], "Hàn Quốc") << "joined cells stand for every row they cover";
  ASSERT_EQ(plan.totals.size(), 2U);
  EXPECT_EQ(plan.totals[0].year, 2024);
  EXPECT_EQ(plan.totals[0].value.value, 8);
  EXPECT_EQ(plan.totals[1].year, 2019);
  EXPECT_EQ(plan.totals[1].value.value, 310);
  EXPECT_EQ(plan.totals[1].field, "members");
}

TEST(Plan, leaves_out_sums_of_quarters_and_never_takes_them_for_the_year) {
  auto grid = grid_of({{"TT", "Tên đoàn", "Nước", "Từ ngày", "Số người"}, {"1", "Đoàn A", "Lào", "1/2/2024", "5"}, {"Cộng quý I năm 2024", "", "", "", "5"},
                       {"2", "Đoàn B", "Séc", "1/5/2024", "3"}, {"Cộng 6 tháng", "", "", "", "8"}, {"Tổng cộng năm 2024", "", "", "", "8"}, {"3", "Cộng hòa Séc: đoàn nghị sĩ", "Séc", "", "4"}});
  ImportChoices choices;
  choices.targets = {"", "title", "countries", "from_date", "members"};
  const Header header = header_at(grid, 0);
  const ImportPlan plan = make_plan(*app::catalog().find("delegation"), std::move(grid), header, choices);
  EXPECT_EQ(plan.table.rows.size(), 3U);
  EXPECT_EQ(plan.no_records.size(), 3U);
  ASSERT_EQ(plan.totals.size(), 1U);
  EXPECT_EQ(plan.totals[0].value.value, 8);
}

TEST(Plan, lays_mended_cells_over_the_file) {
  auto grid = grid_of({{"Tên đoàn", "Nước"}, {"A", "Atlantis"}, {"B", "Atlantis"}, {"C", "Lào"}});
  const Header header = header_at(grid, 0);
  ImportChoices choices;
  choices.targets = {"title", "countries"};
  choices.replace[{1, "Atlantis"}] = "Úc";
  choices.edits[{3, 1}] = "Nhật Bản";
  choices.left_out = {4};
  const ImportPlan plan = make_plan(visits(), grid, header, choices);
  ASSERT_EQ(plan.table.rows.size(), 2U);
  EXPECT_EQ(plan.table.rows[0][1], "Úc");
  EXPECT_EQ(plan.table.rows[1][1], "Nhật Bản") << "the cell itself comes before cells like it";
}

TEST(Plan, takes_the_direction_from_the_title_above_the_table) {
  auto grid = grid_of({{"DANH SÁCH ĐOÀN RA NĂM 2024"}, {"Tên đoàn", "Nước", "Từ ngày"}, {"A", "Lào", "1/2/2024"}});
  const Header header = header_at(grid, 1);
  EXPECT_EQ(guess_fixed(visits(), {"title", "countries", "from_date"}, grid, header, "a.xlsx").at("direction"), "out");
}

TEST(Likeness, counts_words_in_common) {
  EXPECT_DOUBLE_EQ(detail::likeness("doan hoi huu nghi lao", "doan hoi huu nghi lao"), 1);
  EXPECT_GT(detail::likeness("doan hoi huu nghi lao", "hoi huu nghi lao"), 0.7);
  EXPECT_LT(detail::likeness("doan hoi huu nghi lao", "doan doanh nghiep nhat"), 0.3);
}

}  // namespace
}  // namespace nc::reg
