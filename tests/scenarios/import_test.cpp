// Spreadsheets come into the sample office, request by request: every register has the pages, broken files say what to mend.
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "app/catalog.h"
#include "file/grid.h"
#include "sheets/import_plan.h"
#include "support/sample_site.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;
using Form = test::SampleSite::Form;

class Office : public test::SampleSite {
 public:
  explicit Office(db::Engine engine) : SampleSite({.engine = engine}) { sign_in(); }

  /// A form as browsers send it with a file: every field is a part, `file` too when it has a name.
  web::Response ask(const std::string& method, const std::string& target, Form form = {}, const std::string& file_name = "", const std::string& bytes = "") {
    if (method != "POST") return SampleSite::ask(method, target);
    std::string body;
    form.emplace_back("csrf", token());
    for (const auto& [name, value] : form) body += "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    if (!file_name.empty())
      body += "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file_name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    body += "--XX--\r\n";
    return send(method, target, {{"content-type", "multipart/form-data; boundary=XX"}}, body);
  }
  /// The page once long work is over.
  std::string settled(const std::string& target) {
    for (int i = 0; i < 200; ++i) {
      std::string shown = page(target);
      if (shown.find("value=\"cancel\"") == std::string::npos) return shown;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return "never ended";
  }
  std::int64_t rows(const std::string& table) { return number(db::Sql::built("SELECT count(*) FROM " + table + " WHERE deleted = 0")); }
};

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

TEST_P(Spreadsheets, that_are_broken_say_file_place_and_mend_and_change_nothing) {
  Office office(GetParam());
  const auto before = office.rows("partner");
  const std::vector<std::pair<std::string, std::string>> files{
      {"rong.xlsx", ""}, {"cu.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}, {"gia.xls", "<html><table><tr><td>x</td></tr></table></html>"},
      {"bao-cao.pdf", "%PDF-1.7"}, {"cut.xlsx", std::string("PK\x03\x04", 4) + std::string(60, 'x')}, {"anh.xlsx", "\x89PNG\r\n"},
      {"tcvn3.csv", "T\xEAn,\xB8\xCC\xB5\xB6\xB7\n"}, {"nhay.csv", "Tên,Nước\n\"Lào,1\n"}};
  for (const auto& [name, bytes] : files) {
    const auto answer = office.ask("POST", "/partners/import", {}, name, bytes);
    EXPECT_EQ(answer.status, 422) << name;
    EXPECT_TRUE(shows(std::string(answer.content()), "Tệp “" + name + "”")) << name;
  }
  EXPECT_EQ(office.rows("partner"), before);
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

}  // namespace
}  // namespace nc::app
