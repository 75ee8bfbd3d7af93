// Spreadsheets come into the sample office, request by request: every register has the pages, broken files say what to mend.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "app/program.h"
#include "file/grid.h"
#include "sheets/import_plan.h"
#include "support/import_office.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;
using Form = test::SampleSite::Form;

using Office = test::ImportOffice;

class Spreadsheets : public testing::TestWithParam<db::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, Spreadsheets, testing::ValuesIn(test::engines_under_test()), test::engine_name);

constexpr const char* k_visits =
    "DANH SÁCH ĐOÀN VÀO NĂM 2024\n"
    "TT\tTên đoàn khách\tQuốc tịch\tThời gian\tSố lượng\n"
    "1\tĐoàn Quỹ Busan khảo sát\tHàn Quốc\t12-15/3/2024\t5 người\n"
    "2\tĐoàn tỉnh Champasak\tLào\t18/4/2024\tkhoảng 20\n"
    "Tổng cộng năm 2019\t\t\t\t31\n";

Form columns() {
  return {{"act", "map"}, {"t-0", ""}, {"t-1", "title"}, {"t-2", "countries"}, {"t-3", "from_date..to_date"}, {"t-4", "members"},
          {"x-direction", "in"}, {"x-status", "completed"}};
}

TEST_P(Spreadsheets, are_imported_checked_first_and_taken_back_whole) {
  Office office(GetParam());
  const auto before = office.rows("delegation"), claims = office.rows("claim");
  const auto sent = office.ask("POST", "/delegations/import", {{"pasted", k_visits}});
  ASSERT_EQ(sent.status, 303);
  const std::string job = location(sent);
  const std::string guessed = office.page(job);
  EXPECT_TRUE(shows(guessed, "<option value=\"from_date..to_date\" selected>"));
  EXPECT_TRUE(shows(guessed, "<option value=\"countries\" selected>"));
  const std::string form(office.ask("GET", job).content());
  const auto box = form.find("name=\"empty_clears\"");
  ASSERT_NE(box, std::string::npos);
  EXPECT_EQ(form.substr(box, form.find('>', box) - box).find("checked"), std::string::npos) << "an empty cell keeps what is there unless somebody says otherwise";
  EXPECT_EQ(office.ask("POST", job, columns()).status, 303);
  const std::string checked = office.settled(job);
  EXPECT_TRUE(shows(checked, "Nhập 2 dòng")) << checked.substr(checked.find("<main"), 6000);
  EXPECT_TRUE(shows(checked, "năm 2019"));
  EXPECT_EQ(office.rows("delegation"), before) << "a dry run writes nothing";
  office.ask("POST", job, {{"act", "run"}, {"keep_totals", "1"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã nhập: 2 bản ghi mới"));
  EXPECT_EQ(office.rows("delegation"), before + 2);
  EXPECT_EQ(office.rows("claim"), claims + 1) << "the total of a year is a claim, not rows";
  const std::string again = location(office.ask("POST", "/delegations/import", {{"pasted", k_visits}}));
  EXPECT_TRUE(shows(office.page(again), "<option value=\"from_date..to_date\" selected>")) << "the mapping is remembered";
  office.ask("POST", again, columns());
  EXPECT_TRUE(shows(office.settled(again), "mọi dòng đã có trong sổ")) << "the same file twice makes nothing twice";
  office.ask("POST", job, {{"act", "undo"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã hoàn tác cả lần nhập"));
  EXPECT_EQ(office.rows("delegation"), before);
  EXPECT_EQ(office.rows("claim"), claims);
}

TEST_P(Spreadsheets, have_their_pages_and_template_in_every_register) {
  Office office(GetParam());
  for (const reg::Description* d : catalog().all()) {
    const std::string base = "/" + d->path + "/import";
    EXPECT_TRUE(shows(office.page(base), "multipart/form-data")) << base;
    const auto book = office.ask("GET", base + "/template.xlsx");
    ASSERT_EQ(book.status, 200) << base;
    const auto grid = tables::read_grid(book.content());
    ASSERT_TRUE(grid) << base;
    EXPECT_EQ(tables::sheets_of(book.content())->size(), 3U);
    // What the template calls its columns is what the wizard understands.
    const auto targets = reg::guess_targets(*d, reg::header_at(*grid, 0), *grid);
    for (std::size_t i = 0; i < targets.size(); ++i) EXPECT_FALSE(targets[i].empty()) << d->name << ": " << grid->rows[0][i];
  }
}

TEST_P(Spreadsheets, with_wrong_cells_name_row_and_column_and_are_mended_in_place) {
  Office office(GetParam());
  const auto before = office.rows("delegation");
  const std::string job = location(office.ask("POST", "/delegations/import", {}, "lon-xon.csv",
                                              "Hướng đi;Tên đoàn;Nước;Từ ngày;Số người;Trạng thái;Mã\n"
                                              "đoàn vào;Đoàn một;Lào;31/2/2024;5;đã xong;T-1\n"
                                              "đoàn vào;Đoàn hai;Atlantis;1/2/2024;5;đã xong;T-2\n"
                                              "đoàn vào;;Lào;1/2/0024;5;đã xong;T-3\n"
                                              "đoàn vào;Đoàn bốn;Lào;1/3/2024;-5;đã xong;T-4\n"
                                              "đoàn vào;Đoàn năm;Lào;1/3/2024;5;đã xong;T-4\n"
                                              "đoàn vào;Đoàn sáu;Lào;1/4/2024;5;đã xong;T-6;thừa\n"));
  office.ask("POST", job, {{"act", "map"}, {"t-0", "direction"}, {"t-1", "title"}, {"t-2", "countries"}, {"t-3", "from_date"}, {"t-4", "members"}, {"t-5", "status"}, {"t-6", "code"}});
  const std::string checked = office.settled(job);
  for (const char* words : {"Hàng 2, cột D “Từ ngày”", "Hàng 3, cột C “Nước”", "“Atlantis” không có trong danh mục", "Hàng 4, cột D “Từ ngày”", "Hàng 5, cột E “Số người”", "nằm ngoài các cột"})
    EXPECT_TRUE(shows(checked, words)) << words;
  const auto bad = office.ask("GET", job + "/rows.xlsx");
  ASSERT_EQ(bad.status, 200);
  const auto grid = tables::read_grid(bad.content());
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->rows[0].back(), "Chỗ cần sửa");
  EXPECT_TRUE(shows(grid->rows[1].back(), "Hàng 2")) << grid->rows[1].back();
  office.ask("POST", job, {{"act", "run"}});
  EXPECT_NE(office.settled(job), "never ended");
  EXPECT_EQ(office.rows("delegation"), before) << "rows to mend keep the whole file out";
  const std::string as_it_was = office.settled(job);
  // Places that no sheet has are passed over: a row does not grow to billions of cells.
  EXPECT_EQ(office.ask("POST", job, {{"act", "mend"}, {"c-2-2000000000", "x"}, {"c-99999999999-1", "x"}, {"c-2--1", "x"}}).status, 303);
  EXPECT_EQ(office.settled(job).size(), as_it_was.size());
  office.ask("POST", job, {{"act", "mend"}, {"c-2-3", "28/2/2024"}, {"o-2-3", "31/2/2024"}, {"c-3-2", "Úc"}, {"o-3-2", "Atlantis"}, {"out-4", "1"}, {"c-5-4", "5"}, {"o-5-4", "-5"}, {"c-6-6", "T-5"}, {"o-6-6", "T-4"}, {"out-7", "1"}});
  const std::string mended = office.settled(job);
  EXPECT_TRUE(shows(mended, "Nhập 4 dòng")) << mended.substr(mended.find("<main"), 5000);
  office.ask("POST", job, {{"act", "run"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã nhập: 4 bản ghi mới"));
  EXPECT_EQ(office.rows("delegation"), before + 4);
}

TEST_P(Spreadsheets, of_a_list_hold_its_columns_and_conditions) {
  Office office(GetParam());
  for (const char* format : {"xlsx", "ods", "csv"}) {
    const auto file = office.ask("GET", std::string("/delegations?direction=out&columns=shown&format=") + format);
    ASSERT_EQ(file.status, 200) << format;
    const auto grid = tables::read_grid(file.content());
    ASSERT_TRUE(grid) << format;
    ASSERT_GT(grid->rows.size(), 1U) << format;
    EXPECT_EQ(grid->rows[0][0], "Mã") << format;
    EXPECT_TRUE(std::find(grid->rows[0].begin(), grid->rows[0].end(), "Tên đoàn") != grid->rows[0].end()) << format;
    EXPECT_TRUE(std::find(grid->rows[1].begin(), grid->rows[1].end(), "đoàn ra") != grid->rows[1].end()) << format;
  }
}

TEST_P(Spreadsheets, of_years_and_figures_become_claims_of_an_indicator_and_never_rows) {
  Office office(GetParam());
  const auto delegations = office.rows("delegation"), claims = office.rows("claim");
  const auto counted = office.count("I17", "ct-tp", "2019");
  const std::string job = location(office.ask("POST", "/claims/import", {{"pasted", "Năm\tCon số\tMức\tNguồn\n"
                                                                                    "2019\t310\tgần\tBáo cáo tổng kết 2019\n"
                                                                                    "2020\t45\t\tBáo cáo tổng kết 2020\n"
                                                                                    "2021-H1\thơn 12\t\tBáo cáo sơ kết\n"}}));
  const std::string guessed = office.page(job);
  for (const char* target : {"period_from..period_to", "amount", "amount:q", "note"}) EXPECT_TRUE(shows(guessed, "<option value=\"" + std::string(target) + "\" selected>")) << target;
  office.ask("POST", job, {{"act", "map"}, {"t-0", "period_from..period_to"}, {"t-1", "amount"}, {"t-2", "amount:q"}, {"t-3", "note"},
                           {"x-statement", "Số đoàn vào hằng năm"}, {"x-indicator", "I17"}, {"x-about", "ct-tp"}, {"x-unit", "delegation"}, {"x-status", "done"}});
  EXPECT_TRUE(shows(office.settled(job), "Nhập 3 dòng"));
  office.ask("POST", job, {{"act", "run"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã nhập: 3 bản ghi mới"));
  EXPECT_EQ(office.rows("claim"), claims + 3);
  EXPECT_EQ(office.rows("delegation"), delegations) << "a year's total is never invented rows";
  EXPECT_EQ(office.count("I17", "ct-tp", "2019"), counted) << "and is not counted";
  const auto one = [&](const char* column, const char* until) { return office.text(db::Sql::built(std::string("SELECT ") + column + " FROM claim WHERE indicator = 'I17' AND note LIKE 'Báo cáo%' AND period_to = '" + until + "'")); };
  EXPECT_EQ(one("amount_q", "2019-12-31"), std::string(code(Qualifier::nearly)));
  EXPECT_EQ(one("period_from", "2019-12-31"), "2019-01-01");
  EXPECT_EQ(one("amount_q", "2020-12-31"), std::string(code(Qualifier::exact)));
  EXPECT_EQ(one("amount_q", "2021-06-30"), std::string(code(Qualifier::more_than)));
  EXPECT_EQ(one("note", "2020-12-31"), "Báo cáo tổng kết 2020");
  EXPECT_TRUE(shows(office.page("/figures/I17?org=ct-tp&period=2019"), "310")) << "the claim stands beside the count";
  office.ask("POST", job, {{"act", "undo"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã hoàn tác cả lần nhập"));
  EXPECT_EQ(office.rows("claim"), claims);
}

TEST_P(Spreadsheets, stay_as_evidence_of_every_record_with_its_row_until_taken_back) {
  Office office(GetParam());
  const auto files = office.rows("evidence"), spans = office.rows("evidence_span"), before = office.rows("delegation");
  const std::string job = location(office.ask("POST", "/delegations/import", {}, "doan-2024.tsv", k_visits));
  office.ask("POST", job, columns());
  EXPECT_TRUE(shows(office.settled(job), "name=\"keep_file\" value=\"1\" checked"));
  office.ask("POST", job, {{"act", "run"}, {"_keep_file", "1"}, {"keep_file", "1"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã nhập: 2 bản ghi mới"));
  EXPECT_EQ(office.rows("evidence"), files + 1);
  EXPECT_EQ(office.rows("evidence_span"), spans + 2);
  EXPECT_EQ(office.number("SELECT count(*) FROM evidence_span s JOIN delegation d ON d.id = s.record_id AND s.register_name = 'delegation' WHERE s.deleted = 0 AND "
                          "((d.title = 'Đoàn Quỹ Busan khảo sát' AND s.quote = 'doan-2024.tsv, hàng 3') OR (d.title = 'Đoàn tỉnh Champasak' AND s.quote = 'doan-2024.tsv, hàng 4'))"), 2);
  const auto evidence = office.number("SELECT max(id) FROM evidence");
  EXPECT_TRUE(shows(office.page("/evidence/" + std::to_string(evidence)), "doan-2024.tsv"));
  office.ask("POST", job, {{"act", "undo"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã hoàn tác cả lần nhập")) << office.settled(job).substr(office.settled(job).find("<main"), 3000);
  EXPECT_EQ(office.rows("delegation"), before);
  EXPECT_EQ(office.rows("evidence"), files);
  EXPECT_EQ(office.rows("evidence_span"), spans);
}

TEST_P(Spreadsheets, are_not_kept_beyond_the_room_for_files_and_then_nothing_is_imported) {
  Office office(GetParam());
  office.write([](db::Tx& tx) { app::put_setting(tx, "upload.org_mb", "1"); });
  const auto before = office.rows("delegation");
  const std::string job = location(office.ask("POST", "/delegations/import", {}, "doan-2024.tsv", k_visits + std::string(1'100'000, '\n')));
  office.ask("POST", job, columns());
  office.settled(job);
  office.ask("POST", job, {{"act", "run"}, {"_keep_file", "1"}, {"keep_file", "1"}});
  EXPECT_TRUE(shows(office.settled(job), "Kho tệp của đơn vị đã dùng"));
  EXPECT_EQ(office.rows("delegation"), before);
  office.ask("POST", job, {{"act", "run"}, {"_keep_file", "1"}});
  EXPECT_TRUE(shows(office.settled(job), "Đã nhập: 2 bản ghi mới")) << "without keeping the file there is room";
}

}  // namespace
}  // namespace nc::app
