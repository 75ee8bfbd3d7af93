// The broken files that offices send, through the wizard's requests: each is answered with file, place and mend, nothing changes.
#include <gtest/gtest.h>

#include "file/grid.h"
#include "file/zip_file.h"
#include "support/import_office.h"

namespace nc::app {
namespace {

using test::location;
using test::shows;
using Office = test::ImportOffice;
using Form = test::SampleSite::Form;

/// A workbook with one sheet; `after` stands behind the cells (joined blocks), `pr` before the sheets (1904).
std::string workbook(const std::string& cells, const std::string& after = "", const std::string& pr = "") {
  const std::string relation = "<Relationship Type=\"http://x/relationships/";
  return zip_pack({{"_rels/.rels", "<Relationships>" + relation + "officeDocument\" Id=\"a\" Target=\"xl/workbook.xml\"/></Relationships>"},
                   {"xl/workbook.xml", "<workbook xmlns:r=\"http://x/relationships\">" + pr + "<sheets><sheet name=\"Đoàn vào\" r:id=\"rId1\"/></sheets></workbook>"},
                   {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation + "worksheet\" Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>" + relation +
                                                      "styles\" Id=\"rId3\" Target=\"styles.xml\"/></Relationships>"},
                   {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
                   {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + cells + "</sheetData>" + after + "</worksheet>"}});
}

std::string text_cell(char column, int row, const std::string& text) {
  return std::string("<c r=\"") + column + std::to_string(row) + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string row_of(int row, const std::vector<std::string>& cells) {
  std::string out = "<row r=\"" + std::to_string(row) + "\">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const char column = static_cast<char>('A' + i);
    if (cells[i].starts_with("<")) out += "<c r=\"" + std::string(1, column) + std::to_string(row) + "\"" + cells[i].substr(1) + "</c>";
    else if (!cells[i].empty()) out += text_cell(column, row, cells[i]);
  }
  return out + "</row>";
}

const std::vector<std::string> k_heads{"Tên đoàn", "Nước", "Từ ngày", "Số người", "Mã"};

/// Heads in row 1, then these rows.
std::string book(const std::vector<std::vector<std::string>>& rows, const std::string& after = "", const std::string& pr = "") {
  std::string cells = row_of(1, k_heads);
  for (std::size_t i = 0; i < rows.size(); ++i) cells += row_of(static_cast<int>(i) + 2, rows[i]);
  return workbook(cells, after, pr);
}

std::string locked() {
  std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (const char c : std::string("EncryptedPackage")) (out += c) += '\0';
  return out;
}

struct Case {
  std::string file, bytes;
  std::vector<std::string> says;  ///< where, what, how to mend
  bool at_once = true;            ///< refused when it is sent; else in the dry run
};

std::vector<Case> cases() {
  const std::string whole = book({{"Đoàn một", "Lào", "1/2/2024", "5", "T-1"}});
  std::vector<Case> all{
      {"rong.xlsx", "", {"Tệp rỗng", "chọn tệp khác"}},
      {"trang-trang.xlsx", workbook(""), {"Trang tính “Đoàn vào”", "chọn trang khác"}},
      {"bom.xlsx", workbook(std::string(130U << 20U, ' ')), {}},
      {"tcvn3.csv", "T\xEAn,\xB8\xCC\xB5\xB6\xB7\n", {"Dòng 1", "CSV UTF-8"}},
      {"utf16-cut.csv", std::string("\xFF\xFE" "T\0x", 5), {"UTF-16 bị cắt cụt", "CSV UTF-8"}},
      {"mat-khau.xlsx", locked(), {"có mật khẩu", "bỏ mật khẩu"}},
      {"cu.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", {".xls cũ", "lưu lại dạng .xlsx"}},
      {"trang-web.xls", "<html><table><tr><td>x</td></tr></table></html>", {"trang web", "lưu lại dạng .xlsx"}},
      {"cut.xlsx", whole.substr(0, whole.size() / 2), {"hỏng", "lưu lại rồi gửi lại"}},
      {"thieu-phan.xlsx", zip_pack({{"_rels/.rels", "<Relationships/>"}}), {"không phải bảng tính .xlsx"}},
      {"nhay-ho.csv", "Tên,Nước\n\"Lào,1\n", {"Dòng 2"}},
      {"bao-cao.pdf", "%PDF-1.7", {"PDF"}},
      {"anh.xlsx", "\x89PNG\r\n", {"ảnh"}},
      {"o-khong-lo.csv", "Tên đoàn,Nước\nĐoàn một,Lào\nĐoàn hai," + std::string(70'000, 'x') + "\n", {"Dòng 3", "một ô dài quá 64 KB"}},
      {"qua-rong.xlsx", workbook("<row r=\"7\"><c r=\"XFD7\" t=\"inlineStr\"><is><t>x</t></is></c></row>"), {"Hàng 7", "quá 300 cột"}}};
  const std::vector<Case> later{
      {"ngay-chu.xlsx", book({{"Đoàn một", "Lào", "31/2/2024", "5", ""}}), {"Hàng 2, cột C “Từ ngày”", "31/2/2024"}, false},
      {"cong-thuc.xlsx", book({{"Đoàn một", "Lào", "1/2/2024", "<><f>SUM(A1:A2)</f>", ""}, {"Đoàn hai", "Lào", "1/2/2024", "< t=\"e\"><f>X</f><v>#REF!</v>", ""}}),
       {"Hàng 2, cột D “Số người”", "công thức chưa có kết quả", "Hàng 3, cột D", "Gõ giá trị đúng"}, false},
      {"trung-ma.xlsx", book({{"Đoàn một", "Lào", "1/2/2024", "5", "T-9"}, {"Đoàn hai", "Lào", "2/2/2024", "5", "T-9"}}), {"Hàng 3, cột E “Mã”", "Mã T-9 đã có ở dòng 2"}, false},
      {"dau-thap-phan.xlsx", book({{"Đoàn một", "Lào", "1/2/2024", "1,5", ""}, {"Đoàn hai", "Lào", "1/2/2024", "2.5", ""}}), {"Hàng 2, cột D “Số người”", "Hàng 3, cột D “Số người”"}, false},
      {"vo-ly.xlsx", book({{"Đoàn một", "Lào", "1/2/0024", "5", ""}, {"Đoàn hai", "Lào", "1/2/2024", "99999999999999999999", ""}, {"Đoàn ba", "Lào", "1/2/2024", "-4", ""}}),
       {"Hàng 2, cột C “Từ ngày”", "Hàng 3, cột D “Số người”", "Hàng 4, cột D “Số người”"}, false}};
  all.insert(all.end(), later.begin(), later.end());
  return all;
}

Form columns() {
  return {{"act", "map"}, {"t-0", "title"}, {"t-1", "countries"}, {"t-2", "from_date"}, {"t-3", "members"}, {"t-4", "code"}, {"x-direction", "in"}, {"x-status", "completed"}};
}

class BrokenFiles : public testing::TestWithParam<db::Engine> {};
INSTANTIATE_TEST_SUITE_P(Both, BrokenFiles, testing::ValuesIn(test::engines_under_test()), test::engine_name);

TEST_P(BrokenFiles, say_file_place_and_mend_and_change_nothing) {
  Office office(GetParam());
  const auto before = office.rows("delegation"), changes = office.number("SELECT count(*) FROM change");
  for (const Case& c : cases()) {
    SCOPED_TRACE(c.file);
    const auto sent = office.ask("POST", "/delegations/import", {}, c.file, c.bytes);
    std::string page(sent.content());
    if (c.at_once) {
      EXPECT_EQ(sent.status, 422);
    } else {
      ASSERT_EQ(sent.status, 303);
      office.ask("POST", location(sent), columns());
      office.ask("POST", location(sent), {{"act", "run"}});
      page = office.settled(location(sent));
    }
    EXPECT_TRUE(shows(page, c.at_once ? "Tệp “" + c.file + "”" : c.file)) << "the file is named";
    for (const std::string& words : c.says) EXPECT_TRUE(shows(page, words)) << words;
  }
  EXPECT_EQ(office.rows("delegation"), before);
  EXPECT_EQ(office.number("SELECT count(*) FROM change"), changes);
}

TEST_P(BrokenFiles, of_shapes_that_can_be_read_are_read_as_people_mean_them) {
  Office office(GetParam());
  const auto send = [&](const std::string& name, const std::string& bytes) { return location(office.ask("POST", "/delegations/import", {}, name, bytes)); };
  const auto dry = [&](const std::string& job) {
    office.ask("POST", job, columns());
    return office.settled(job);
  };
  // Joined cells: the title over the table is no record, a country that stands for three rows is given to each.
  const std::string joined = workbook(row_of(1, {"DANH SÁCH ĐOÀN VÀO NĂM 2024"}) + row_of(2, k_heads) + row_of(3, {"Đoàn một", "Lào", "1/2/2024", "5", ""}) +
                                          row_of(4, {"Đoàn hai", "", "2/2/2024", "6", ""}) + row_of(5, {"Đoàn ba", "", "3/2/2024", "7", ""}),
                                      "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"B3:B5\"/></mergeCells>");
  const std::string merged = dry(send("o-gop.xlsx", joined));
  EXPECT_TRUE(shows(merged, "Nhập 3 dòng"));
  EXPECT_TRUE(shows(merged, "Ô gộp được chép xuống"));
  // Two rows of heads.
  const std::string two = workbook(row_of(1, {"Tên đoàn", "Nước", "Thời gian", "", "Số người"}) + row_of(2, {"", "", "Từ ngày", "Đến ngày", ""}) +
                                       row_of(3, {"Đoàn một", "Lào", "1/2/2024", "3/2/2024", "5"}),
                                   "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:E2\"/></mergeCells>");
  const std::string heads = office.page(send("hai-hang.xlsx", two));
  EXPECT_TRUE(shows(heads, "Thời gian – Từ ngày"));
  EXPECT_TRUE(shows(heads, "Thời gian – Đến ngày"));
  // Both calendars of Excel.
  EXPECT_TRUE(shows(office.page(send("1900.xlsx", book({{"Đoàn một", "Lào", "< s=\"1\"><v>45999</v>", "5", ""}}))), "2025-12-08"));
  EXPECT_TRUE(shows(office.page(send("1904.xlsx", book({{"Đoàn một", "Lào", "< s=\"1\"><v>44537</v>", "5", ""}}, "", "<workbookPr date1904=\"1\"/>"))), "2025-12-08"));
  // A sheet that isn't there names those that are; a row that is empty is no header.
  const std::string job = send("dung.xlsx", book({{"Đoàn một", "Lào", "1/2/2024", "5", ""}}));
  EXPECT_TRUE(shows(office.ask("POST", job, {{"act", "look"}, {"sheet", "Đoàn ra"}}), "tệp có: Đoàn vào"));
  EXPECT_TRUE(shows(office.ask("POST", job, {{"act", "look"}, {"sheet", "Đoàn vào"}, {"header", "9"}}), "Hàng 9 trống"));
  // No row of heads: nothing is guessed, and without any column nothing runs.
  const std::string headless = send("khong-tieu-de.csv", "Đoàn một,Lào,1/2/2024\nĐoàn hai,Lào,2/2/2024\n");
  const auto unnamed = office.ask("POST", headless, {{"act", "map"}, {"t-0", ""}, {"t-1", ""}, {"t-2", ""}});
  EXPECT_EQ(unnamed.status, 422);
  EXPECT_TRUE(shows(unnamed, "Chưa cột nào được nhận"));
  // Control characters are no part of a name.
  const std::string controls = send("dieu-khien.csv", "Tên đoàn,Nước,Từ ngày,Số người,Mã\n\"Đoàn\x01 lạ\x7F\",Lào,1/2/2024,5,DK-1\n");
  EXPECT_FALSE(shows(dry(controls), "\x01"));
  office.ask("POST", controls, {{"act", "run"}});
  office.settled(controls);
  EXPECT_EQ(office.number("SELECT count(*) FROM delegation WHERE title LIKE $1", {std::string("%\x01%")}), 0);
}

TEST_P(BrokenFiles, give_their_bad_rows_back_in_each_format_to_be_mended_and_sent_again) {
  Office office(GetParam());
  const auto before = office.rows("delegation");
  int made = 0;
  for (const char* format : {"xlsx", "ods", "csv"}) {
    SCOPED_TRACE(format);
    const std::string name = std::string("Đoàn sửa qua ") + format;
    const std::string job = location(office.ask("POST", "/delegations/import", {}, "sua.xlsx", book({{name, "Atlantis", "1/2/2024", "5", ""}, {name + " hai", "Lào", "2/2/2024", "5", ""}})));
    office.ask("POST", job, columns());
    office.settled(job);
    const auto bad = office.ask("GET", job + "/rows." + format);
    ASSERT_EQ(bad.status, 200);
    auto grid = tables::read_grid(bad.content());
    ASSERT_TRUE(grid) << grid.error().message.en;
    ASSERT_EQ(grid->rows.size(), 2U) << "the heads and the bad row";
    EXPECT_EQ(grid->rows[0].back(), "Chỗ cần sửa");
    EXPECT_TRUE(shows(grid->rows[1].back(), "Hàng 2")) << grid->rows[1].back();
    grid->rows[1][1] = "Lào";
    std::vector<tables::Column> heads;
    for (const std::string& head : grid->rows[0]) heads.push_back({head, tables::Kind::text, 0});
    const std::vector<tables::Cells> rows{grid->rows[1]};
    const std::string again = std::string(format) == "csv" ? tables::write_csv(heads, rows) : std::string(format) == "ods" ? *tables::write_ods("Sửa", heads, rows) : *tables::write_xlsx("Sửa", heads, rows);
    const std::string second = location(office.ask("POST", "/delegations/import", {}, std::string("da-sua.") + format, again));
    EXPECT_TRUE(shows(office.page(second), "<option value=\"countries\" selected>")) << "the columns are known again";
    Form map = columns();
    map.emplace_back("t-5", "");
    office.ask("POST", second, map);
    EXPECT_TRUE(shows(office.settled(second), "Nhập 1 dòng"));
    office.ask("POST", second, {{"act", "run"}});
    EXPECT_TRUE(shows(office.settled(second), "Đã nhập: 1 bản ghi mới"));
    ++made;
    EXPECT_EQ(office.rows("delegation"), before + made);
  }
}

}  // namespace
}  // namespace nc::app
