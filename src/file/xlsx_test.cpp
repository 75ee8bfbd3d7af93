// Excel files in and out, broken ones too.
#include <gtest/gtest.h>
#include <zip.h>

#include <pugixml.hpp>

#include "file/table.h"
#include "file/table_cells.h"
#include "file/zip_file.h"

namespace nc::tables {
namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

const std::vector<Column> k_columns{{"Tên", Kind::text, 0},
                                    {"Lượt khách", Kind::integer, 0},
                                    {"Tỷ giá", Kind::decimal, 2},
                                    {"Ngày đến", Kind::date, 0}};
const std::vector<Cells> k_rows{{"Đoàn Tổng Lãnh sự quán Hàn Quốc", "1000", "25450.5", "2025-12-08"},
                                {"=HYPERLINK(\"x\")", "hơn 291", "", "1950-01-18"},
                                {"hai\ndòng", "-5", "0.25", "đầu năm 2025"},
                                {"A & <B>", "35842600000", "3", "1899-05-01"}};

std::string part(const std::string& bytes, const std::string& name) {
  return ZipReader::open(bytes)->read(name).value();
}

/// A workbook made by hand from the given sheet, styles and shared strings.
struct Handmade {
  std::string sheet_data, shared, cell_formats, formats, workbook = "<workbookPr/>";
  std::string sheets = "<sheet name=\"Một\" sheetId=\"1\" r:id=\"rId1\"/>";
  std::string doctype;
  std::string make() const {
    const std::string relation = "<Relationship Type=\"http://x/relationships/";
    return zip_pack({{"[Content_Types].xml", "<Types/>"},
                     {"_rels/.rels", "<Relationships>" + relation +
                                         "officeDocument\" Id=\"a\" Target=\"xl/workbook.xml\"/></Relationships>"},
                     {"xl/workbook.xml", "<workbook xmlns:r=\"http://x/relationships\">" + workbook + "<sheets>" +
                                             sheets + "</sheets></workbook>"},
                     {"xl/_rels/workbook.xml.rels",
                      "<Relationships>" + relation + "worksheet\" Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>" +
                          relation + "worksheet\" Id=\"rId4\" Target=\"/xl/worksheets/sheet1.xml\"/>" + relation +
                          "sharedStrings\" Id=\"rId2\" Target=\"sharedStrings.xml\"/>" + relation +
                          "styles\" Id=\"rId3\" Target=\"styles.xml\"/></Relationships>"},
                     {"xl/sharedStrings.xml", doctype + "<sst>" + shared + "</sst>"},
                     {"xl/styles.xml", "<styleSheet><numFmts>" + formats +
                                           "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
                                           cell_formats + "</cellXfs></styleSheet>"},
                     {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet_data + "</sheetData></worksheet>"}});
  }
};

TEST(Xlsx, WhatIsWrittenIsReadBackTheSame) {
  const auto bytes = write_xlsx("Đoàn vào", k_columns, k_rows);
  ASSERT_TRUE(bytes);
  const auto table = read_xlsx(*bytes);
  ASSERT_TRUE(table) << table.error().message.en;
  EXPECT_EQ(table->header, (Cells{"Tên", "Lượt khách", "Tỷ giá", "Ngày đến"}));
  EXPECT_EQ(table->rows, k_rows);
  EXPECT_EQ(table->lines, (std::vector<int>{2, 3, 4, 5}));
  EXPECT_EQ(*sheet_names(*bytes), (std::vector<std::string>{"Đoàn vào"}));
}

TEST(Xlsx, CellsHaveTheirTypesAndTextIsNeverAFormula) {
  const std::string sheet = part(*write_xlsx("Đoàn", k_columns, k_rows), "xl/worksheets/sheet1.xml");
  pugi::xml_document xml;
  ASSERT_TRUE(xml.load_string(sheet.c_str()));
  EXPECT_EQ(xml.select_nodes("//f").size(), 0U);
  EXPECT_EQ(std::string(xml.select_node("//c[@r='B2']/v").node().text().get()), "1000");
  EXPECT_EQ(std::string(xml.select_node("//c[@r='B2']").node().attribute("t").value()), "");
  EXPECT_EQ(std::string(xml.select_node("//c[@r='D2']/v").node().text().get()), "45999") << "8 December 2025";
  EXPECT_EQ(std::string(xml.select_node("//c[@r='B3']").node().attribute("t").value()), "inlineStr") << "hơn 291";
  EXPECT_EQ(std::string(xml.select_node("//pane").node().attribute("state").value()), "frozen");
  EXPECT_EQ(std::string(xml.select_node("//autoFilter").node().attribute("ref").value()), "A1:D5");
  EXPECT_EQ(xml.select_nodes("//cols/col").size(), 4U);
  const std::string styles = part(*write_xlsx("Đoàn", k_columns, k_rows), "xl/styles.xml");
  EXPECT_TRUE(has(styles, "dd/mm/yyyy"));
  EXPECT_TRUE(has(styles, "#,##0.00") || has(styles, "numFmtId=\"4\""));
}

TEST(Xlsx, TheSameRowsGiveTheSameBytes) {
  EXPECT_EQ(*write_xlsx("Đoàn", k_columns, k_rows), *write_xlsx("Đoàn", k_columns, k_rows));
}

TEST(Xlsx, ASheetNameIsCutToWhatExcelTakes) {
  const auto bytes = write_xlsx("Viện trợ [2025]: tổng hợp / chi tiết theo từng nhà tài trợ", k_columns, {});
  const auto names = sheet_names(*bytes);
  ASSERT_TRUE(names);
  EXPECT_EQ(names->front(), "Viện trợ  2025   tổng hợp   chi");
  EXPECT_TRUE(write_xlsx("", k_columns, {}));
}

TEST(Xlsx, WhatExcelCannotHoldIsRefused) {
  const auto bytes = write_xlsx("A", {{"Tên", Kind::text, 0}}, {{std::string(40'000, 'x')}});
  ASSERT_FALSE(bytes);
  EXPECT_TRUE(has(bytes.error().message.vi, "Dòng 2, cột “Tên”"));
}

TEST(Xlsx, StringsOfEveryKindAreRead) {
  Handmade book;
  book.shared = "<si><t>tên</t></si><si><r><t>Hội </t></r><r><t>hữu nghị</t></r><rPh><t>sai</t></rPh></si><si/>";
  book.sheet_data =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>nước</t></is></c><c r=\"C1\" "
      "t=\"str\"><f>A1</f><v>kết "
      "quả</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>"
      "<row r=\"4\"><c t=\"s\"><v>99</v></c><c t=\"e\"><v>#N/A</v></c><c><v>1.5E3</v></c></row>";
  const auto table = read_xlsx(book.make());
  ASSERT_TRUE(table) << table.error().message.en;
  EXPECT_EQ(table->header, (Cells{"tên", "nước", "kết quả"}));
  EXPECT_EQ(table->rows, (std::vector<Cells>{{"Hội hữu nghị", "", "1"}, {"", "#N/A", "1500"}}));
  EXPECT_EQ(table->lines, (std::vector<int>{3, 4}));
}

TEST(Xlsx, DaysAreToldByTheirFormatInBothCalendars) {
  Handmade book;
  book.formats =
      "<numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd&quot; tháng &quot;mm\"/><numFmt numFmtId=\"165\" "
      "formatCode=\"#,##0&quot; "
      "đồng&quot;\"/>";
  book.cell_formats =
      "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/>";
  book.sheet_data =
      "<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c><c t=\"str\"><v>c</v></c><c t=\"str\"><v>d</v></c><c "
      "t=\"str\"><v>e</v></c></row><row><c s=\"0\"><v>45999</v></c><c s=\"1\"><v>45999</v></c><c "
      "s=\"2\"><v>59</v></c><c "
      "s=\"3\"><v>45999</v></c><c s=\"4\"><v>45999.604166666664</v></c></row>";
  EXPECT_EQ(read_xlsx(book.make())->rows[0], (Cells{"45999", "2025-12-08", "1900-02-28", "45999", "2025-12-08 14:30"}));
  book.workbook = "<workbookPr date1904=\"1\"/>";
  EXPECT_EQ(read_xlsx(book.make())->rows[0][1], "2029-12-09");
}

TEST(Xlsx, TheFirstVisibleSheetIsReadUnlessOneIsNamed) {
  Handmade book;
  book.sheets =
      "<sheet name=\"Ẩn\" sheetId=\"1\" state=\"hidden\" r:id=\"rId9\"/><sheet name=\"Hiện\" sheetId=\"2\" "
      "r:id=\"rId4\"/>";
  book.sheets += "<sheet name=\"Ẩn 2\" sheetId=\"3\" state=\"veryHidden\" r:id=\"rId1\"/>";
  book.sheet_data = "<row><c t=\"str\"><v>a</v></c></row>";
  const auto bytes = book.make();
  EXPECT_TRUE(read_xlsx(bytes));
  EXPECT_EQ(*sheet_names(bytes), (std::vector<std::string>{"Hiện"}));
  const auto missing = read_xlsx(bytes, "Đoàn");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::not_found);
  EXPECT_TRUE(has(missing.error().message.vi, "Hiện"));
}

TEST(Xlsx, BrokenFilesAreRefusedInWords) {
  const std::string good = *write_xlsx("Đoàn", k_columns, k_rows);
  EXPECT_TRUE(has(read_xlsx("").error().message.vi, "rỗng"));
  EXPECT_TRUE(has(read_xlsx("tên;nước").error().message.vi, "không phải tệp Office"));
  for (const std::size_t cut : {good.size() / 2, good.size() - 10, std::size_t{100}}) {
    const auto read = read_xlsx(std::string_view(good).substr(0, cut));
    ASSERT_FALSE(read) << cut;
    EXPECT_FALSE(read.error().message.vi.empty());
  }
  EXPECT_EQ(read_xlsx(zip_pack({{"a.txt", "x"}})).error().code, Code::unsupported);
  Handmade open_tag;
  open_tag.sheet_data = "<row><c t=\"str\"><v>a</v>";
  EXPECT_TRUE(has(read_xlsx(open_tag.make()).error().message.vi, "hỏng bên trong"));
  Handmade empty;
  EXPECT_TRUE(has(read_xlsx(empty.make()).error().message.vi, "tiêu đề"));
}

TEST(Xlsx, EveryMutationEndsInATableOrAReason) {
  const std::string good = *write_xlsx("Đoàn", k_columns, k_rows);
  for (std::size_t i = 0; i < 400; ++i) {
    std::string bad = good;
    bad[(i * 7919) % bad.size()] = static_cast<char>(bad[(i * 7919) % bad.size()] ^ static_cast<char>(1U << (i % 8)));
    const auto read = read_xlsx(bad);
    EXPECT_TRUE(read || !read.error().message.vi.empty());
  }
}

TEST(Xlsx, ASmallFileThatUnpacksToALotIsRefused) {
  Handmade bomb;
  bomb.sheet_data = "<row><c t=\"str\"><v>a</v></c></row><!--" + std::string(40U << 20U, ' ') + "-->";
  const std::string bytes = bomb.make();
  ASSERT_LT(bytes.size(), 200'000U);
  Limits limits;
  limits.unpacked_bytes = 8U << 20U;
  const auto read = read_xlsx(bytes, {}, limits);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Code::too_large);
}

TEST(Xlsx, EntitiesAreNotExpanded) {
  Handmade laughs;
  laughs.doctype = "<!DOCTYPE sst [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
  laughs.shared = "<si><t>&b;</t></si>";
  laughs.sheet_data = "<row><c t=\"s\"><v>0</v></c></row>";
  EXPECT_TRUE(has(read_xlsx(laughs.make()).error().message.vi, "hỏng bên trong"));
}

TEST(Xlsx, LimitsNameTheRow) {
  Handmade wide;
  wide.sheet_data =
      "<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"7\"><c r=\"ZZ7\" t=\"str\"><v>x</v></c></row>";
  EXPECT_TRUE(has(read_xlsx(wide.make()).error().message.vi, "Hàng 7"));
  wide.sheet_data =
      "<row r=\"1\"><c t=\"str\"><v>a</v></c></row><row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"XFD7\" s=\"1\"/></row>";
  EXPECT_TRUE(read_xlsx(wide.make())) << "formatting far to the right is no value";
}

TEST(Tables, AFileIsTakenForWhatItIs) {
  EXPECT_TRUE(read_table(*write_xlsx("Đoàn", k_columns, k_rows)));
  EXPECT_TRUE(read_table("a;b\n1;2\n"));
  EXPECT_TRUE(has(read_table("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").error().message.vi, ".xls cũ"));
  EXPECT_TRUE(has(read_table("%PDF-1.5").error().message.vi, "PDF"));
  EXPECT_TRUE(has(read_table("<!DOCTYPE html><table>").error().message.vi, "trang web"));
  EXPECT_TRUE(has(read_table(zip_pack({{"mimetype", "x"}, {"content.xml", "<a/>"}})).error().message.vi, "trang tính"));
}

TEST(Tables, SpreadsheetNumbersAreWrittenPlainly) {
  EXPECT_EQ(plain_text(35842600000.0), "35842600000");
  EXPECT_EQ(plain_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(plain_text(-12.5), "-12.5");
  EXPECT_EQ(plain_text(1e21), "1000000000000000000000");
  EXPECT_EQ(plain_text(0.000001), "0.000001");
  EXPECT_FALSE(plain_number("007"));
  EXPECT_FALSE(plain_number("1e5"));
  EXPECT_FALSE(plain_number("1.000.000"));
  EXPECT_FALSE(plain_number("12345678901234567"));
  EXPECT_EQ(plain_number("-0.5"), -0.5);
}

TEST(Tables, DayNumbersAgreeWithExcel) {
  EXPECT_EQ(excel_serial(*Date::from_ymd(1900, 1, 1)), 1);
  EXPECT_EQ(excel_serial(*Date::from_ymd(1900, 2, 28)), 59);
  EXPECT_EQ(excel_serial(*Date::from_ymd(1900, 3, 1)), 61);
  EXPECT_EQ(excel_serial(*Date::from_ymd(2025, 12, 8)), 45999);
  for (const int day : {1, 59, 61, 45999}) EXPECT_EQ(excel_serial(*Date::from_iso(*excel_moment(day, false))), day);
  EXPECT_FALSE(excel_moment(60, false)) << "29 February 1900 never was";
  EXPECT_FALSE(excel_moment(-1, false));
  EXPECT_EQ(excel_moment(0.5, false), "12:00");
  for (const char* code : {"dd/mm/yyyy", "m/d/yy h:mm", "[$-42A]d mmmm", "[h]:mm:ss", "mm:ss"})
    EXPECT_TRUE(is_date_format(code)) << code;
  for (const char* code : {"General", "#,##0.00", "0%", "[Red]#,##0", "#,##0\" đồng\"", "@", "\\d0", "0.00E+00"}) {
    EXPECT_FALSE(is_date_format(code)) << code;
  }
}

}  // namespace
}  // namespace nc::tables
