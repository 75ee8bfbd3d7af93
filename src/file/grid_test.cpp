// Sheets as grids: every format, and the broken files that offices send.
#include <gtest/gtest.h>

#include "file/grid.h"
#include "file/zip_file.h"

namespace nc::tables {
namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

/// A workbook with one sheet; `after` stands behind the cells (merged blocks).
std::string workbook(const std::string& cells, const std::string& after = "", const std::string& pr = "",
                     const std::string& doctype = "") {
  const std::string relation = "<Relationship Type=\"http://x/relationships/";
  return zip_pack(
      {{"_rels/.rels",
        "<Relationships>" + relation + "officeDocument\" Id=\"a\" Target=\"xl/workbook.xml\"/></Relationships>"},
       {"xl/workbook.xml", "<workbook xmlns:r=\"http://x/relationships\">" + pr +
                               "<sheets><sheet name=\"Đoàn vào\" r:id=\"rId1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels", "<Relationships>" + relation +
                                          "worksheet\" Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>" + relation +
                                          "styles\" Id=\"rId3\" Target=\"styles.xml\"/></Relationships>"},
       {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
       {"xl/worksheets/sheet1.xml",
        doctype + "<worksheet><sheetData>" + cells + "</sheetData>" + after + "</worksheet>"}});
}
std::string text_cell(const std::string& at, const std::string& text) {
  return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string ods(const std::string& tables, const std::string& manifest = "<manifest/>") {
  return zip_pack({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"META-INF/manifest.xml", manifest},
                   {"content.xml", "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
                                   "<office:body><office:spreadsheet>" +
                                       tables + "</office:spreadsheet></office:body></office:document-content>"}});
}

/// What a person reads instead of a table.
std::string refusal(const std::string& bytes, std::string_view sheet = {}) {
  const auto grid = read_grid(bytes, sheet);
  if (grid) return {};
  EXPECT_FALSE(grid.error().message.en.empty());
  return grid.error().message.vi;
}

TEST(Grid, KeepsTitlesAboveTheTableAndTheNumbersOfRows) {
  const auto grid = read_grid(workbook("<row r=\"2\">" + text_cell("A2", "DANH SÁCH ĐOÀN VÀO NĂM 2025") +
                                       "</row><row r=\"5\">" + text_cell("A5", "TT") + text_cell("C5", "Tên đoàn") +
                                       "</row>"));
  ASSERT_TRUE(grid) << grid.error().message.en;
  EXPECT_EQ(grid->sheet, "Đoàn vào");
  EXPECT_EQ(grid->lines, (std::vector<int>{2, 5}));
  EXPECT_EQ(grid->rows[1], (Cells{"TT", "", "Tên đoàn"}));
  EXPECT_EQ(grid->columns, 3U);
}

TEST(Grid, KnowsJoinedCellsAndFormulasWithoutResult) {
  const auto grid = read_grid(workbook("<row r=\"1\">" + text_cell("A1", "Nước") +
                                           "<c r=\"B1\"><f>SUM(C1:C9)</f></c><c r=\"C1\" t=\"e\"><f>X</f><v>#REF!</v></c>"
                                           "<c r=\"D1\"><f>1+1</f><v>2</v></c></row>",
                                       "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>"));
  ASSERT_TRUE(grid);
  ASSERT_EQ(grid->merges.size(), 1U);
  EXPECT_EQ(grid->merges[0].lines, 3);
  EXPECT_EQ(grid->merges[0].columns, 1);
  ASSERT_EQ(grid->faults.size(), 2U);
  EXPECT_EQ(grid->faults[0].kind, CellFault::Kind::formula);
  EXPECT_EQ(grid->faults[0].column, 1);
  EXPECT_EQ(grid->faults[1].kind, CellFault::Kind::error);
  EXPECT_EQ(grid->rows[0][3], "2") << "a calculated formula is its value";
}

TEST(Grid, ReadsOpenDocumentSheets) {
  const std::string bytes = ods(
      "<table:table table:name=\"Bìa\"/><table:table table:name=\"Đoàn ra\"><table:table-row>"
      "<table:table-cell office:value-type=\"string\"><text:p>Tên</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"string\"><text:p>Ngày</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row><table:table-row>"
      "<table:table-cell table:number-rows-spanned=\"2\"><text:p>Hội<text:s/>hữu nghị</text:p><text:p>Lào</text:p>"
      "</table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"2025-12-08T14:30:00\">"
      "<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>8/12</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"float\" office:value=\"1.5E3\"><text:p>1.500</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row></table:table>");
  EXPECT_EQ(*sheets_of(bytes), (std::vector<std::string>{"Bìa", "Đoàn ra"}));
  const auto grid = read_grid(bytes, "Đoàn ra");
  ASSERT_TRUE(grid) << grid.error().message.en;
  EXPECT_EQ(grid->rows, (std::vector<Cells>{{"Tên", "Ngày"}, {"Hội hữu nghị\nLào", "2025-12-08 14:30", "1500"}}));
  EXPECT_EQ(grid->lines, (std::vector<int>{1, 4}));
  EXPECT_EQ(grid->merges.size(), 1U);
}

TEST(Grid, WhatIsWrittenAsOpenDocumentIsReadBackTheSame) {
  const std::vector<Column> columns{{"Tên", Kind::text, 0}, {"Số người", Kind::integer, 0}, {"Ngày", Kind::date, 0}};
  const std::vector<Cells> rows{{"=HYPERLINK(\"x\")", "12", "2025-12-08"}, {"A & <B>\nhai dòng", "hơn 20", ""}};
  const auto bytes = write_ods("Đoàn & khách", columns, rows);
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(bytes->substr(0, 200).find("mimetypeapplication/vnd.oasis") != std::string::npos) << "stored as it stands";
  EXPECT_EQ(ZipReader::open(*bytes)->read("content.xml")->find("formula"), std::string::npos);
  const auto grid = read_grid(*bytes);
  ASSERT_TRUE(grid) << grid.error().message.en;
  EXPECT_EQ(grid->rows[0], (Cells{"Tên", "Số người", "Ngày"}));
  EXPECT_EQ(grid->rows[1], rows[0]);
  EXPECT_EQ(grid->rows[2], (Cells{"A & <B>\nhai dòng", "hơn 20"}));
}

TEST(Grid, ReadsTextFilesWithoutAskingForTheirEncoding) {
  EXPECT_EQ(read_grid("DANH SÁCH ĐOÀN\n\nTT;Tên, chức vụ\n1;Lào")->rows[1], (Cells{"TT", "Tên, chức vụ"}));
  std::string wide;
  for (const char16_t c : std::u16string(u"Tên\tNước\nLào\tViệt\n")) {
    wide += static_cast<char>(c & 0xFF);
    wide += static_cast<char>(c >> 8);
  }
  EXPECT_EQ(read_grid(wide)->rows[1], (Cells{"Lào", "Việt"})) << "UTF-16 without its mark";
  EXPECT_EQ(read_grid("T\xEAn,N\xFD\xF2" "c\nL\xE0o,Vi\xEA\xF2t\n")->rows[1][0], "Lào") << "windows-1258";
}

TEST(Grid, NamesColumnsAsSpreadsheetsDo) {
  EXPECT_EQ(column_letters(0), "A");
  EXPECT_EQ(column_letters(25), "Z");
  EXPECT_EQ(column_letters(26), "AA");
  EXPECT_EQ(column_letters(16383), "XFD");
}

TEST(BrokenFile, EachSaysWhatItIsAndHowToMend) {
  EXPECT_TRUE(has(refusal(""), "Tệp rỗng"));
  EXPECT_TRUE(has(refusal(workbook("")), "không có ô nào có chữ"));
  EXPECT_TRUE(has(refusal(workbook(""), "Đoàn ra"), "tệp có: Đoàn vào"));
  EXPECT_TRUE(has(refusal("\xD0\xCF\x11\xE0 xxxx W\0o\0r\0k\0b\0o\0o\0k"), ".xls cũ"));
  std::string locked = "\xD0\xCF\x11\xE0....";
  for (const char c : std::string("EncryptedPackage")) (locked += c) += '\0';
  EXPECT_TRUE(has(refusal(locked), "bỏ mật khẩu"));
  EXPECT_TRUE(has(refusal(ods("<table:table/>", "<m><encryption-data/></m>")), "bỏ mật khẩu"));
  EXPECT_TRUE(has(refusal("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"), "trang web"));
  EXPECT_TRUE(has(refusal("%PDF-1.7"), "PDF"));
  const std::string whole = workbook("<row r=\"1\">" + text_cell("A1", "Tên") + "</row>");
  EXPECT_TRUE(has(refusal(whole.substr(0, whole.size() / 2)), "hỏng"));
  EXPECT_TRUE(has(refusal("T\xEAn,\xB8\xCC\xB5\n"), "CSV UTF-8")) << "TCVN3";
  EXPECT_TRUE(has(refusal("Tên,Nước\n\"Lào,1\n"), "Dòng 2"));
}

TEST(BrokenFile, BombsDoNotGoOff) {
  EXPECT_TRUE(has(refusal(workbook("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row>", "", "",
                                   "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")),
                  "hỏng"));
  const std::string bomb = workbook(std::string(8U << 20U, ' '));
  Limits limits;
  limits.unpacked_bytes = 1U << 20U;
  const auto grid = read_grid(bomb, {}, limits);
  ASSERT_FALSE(grid);
  EXPECT_TRUE(has(grid.error().message.vi, "quá lớn"));
  EXPECT_TRUE(has(refusal(workbook("<row r=\"7\">" + text_cell("A7", "Tên") + text_cell("XFD7", "x") + "</row>")),
                  "Hàng 7: quá 300 cột"));
  EXPECT_TRUE(has(refusal(ods("<table:table table:name=\"a\"><table:table-row><table:table-cell "
                              "table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>"
                              "</table:table-row></table:table>")),
                  "quá 300 cột"));
  EXPECT_TRUE(has(refusal(ods("<table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"1048576\">"
                              "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>")),
                  "dòng dữ liệu"));
}

TEST(BrokenFile, JoinedAndFaultyCellsOfOpenDocumentSheetsAreCounted) {
  std::string cells;
  for (int i = 0; i < 300; ++i)
    cells += "<table:table-cell table:number-columns-spanned=\"2\" table:formula=\"x\"><text:p>#REF!</text:p></table:table-cell>";
  std::string rows;
  for (int i = 0; i < 200; ++i) rows += "<table:table-row>" + cells + "</table:table-row>";
  const auto grid = read_grid(ods("<table:table table:name=\"a\">" + rows + "</table:table>"));
  ASSERT_TRUE(grid) << grid.error().message.en;
  EXPECT_EQ(grid->faults.size(), 10'000U);
  EXPECT_EQ(grid->merges.size(), 50'000U);
}

TEST(BrokenFile, DaysOfBothCalendarsAndAbsurdOnes) {
  const std::string cells =
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45999</v></c><c r=\"B1\" s=\"1\"><v>-5</v></c>"
      "<c r=\"C1\" s=\"1\"><v>2958465</v></c></row>";
  EXPECT_EQ(read_grid(workbook(cells))->rows[0], (Cells{"2025-12-08", "-5", "2958465"}));
  EXPECT_EQ(read_grid(workbook(cells, "", "<workbookPr date1904=\"1\"/>"))->rows[0][0], "2029-12-09");
}

TEST(Form, IsAWorkbookWithDropDownsAndHints) {
  FormBook form{"Đoàn", "Hướng dẫn", "Danh mục", {{"Hướng đi", "Chọn trong danh sách", Kind::text, true, {"đoàn vào", "đoàn ra"}, false},
                {"Từ ngày", "", Kind::date, true, {}, false}}, {{"Cột", "Bắt buộc"}, {"Hướng đi", "có"}}, "Chọn trong danh sách"};
  const std::string bytes = write_form(form);
  EXPECT_EQ(*sheets_of(bytes), (std::vector<std::string>{"Đoàn", "Hướng dẫn", "Danh mục"}));
  EXPECT_EQ(read_grid(bytes)->rows[0], (Cells{"Hướng đi", "Từ ngày"}));
  EXPECT_EQ(read_grid(bytes, "Danh mục")->rows[2], (Cells{"đoàn ra"}));
  const std::string sheet = *ZipReader::open(bytes)->read("xl/worksheets/sheet1.xml");
  EXPECT_TRUE(has(sheet, "<dataValidation type=\"list\""));
  EXPECT_TRUE(has(sheet, "'Danh mục'!$A$2:$A$3"));
}

}  // namespace
}  // namespace nc::tables
