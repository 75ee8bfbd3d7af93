// CSV files in and out, as people send them.
#include <gtest/gtest.h>

#include "file/table.h"

namespace nc::tables {
namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

std::string refusal(std::string_view bytes, const Limits& limits = {}) {
  const auto read = read_csv(bytes, limits);
  return read ? "" : read.error().message.vi;
}

TEST(Csv, SemicolonCommaAndTabAreTold) {
  for (const char* text : {"tên;nước\nHội A;Lào\n", "tên,nước\nHội A,Lào\n", "tên\tnước\nHội A\tLào\n"}) {
    const auto table = read_csv(text);
    ASSERT_TRUE(table) << text;
    EXPECT_EQ(table->header, (Cells{"tên", "nước"}));
    EXPECT_EQ(table->rows, (std::vector<Cells>{{"Hội A", "Lào"}}));
  }
}

TEST(Csv, DelimitersInsideQuotesDoNotCount) {
  const auto table = read_csv("tên;\"a, b, c \"\"d\"\"\"\n1;2\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->header, (Cells{"tên", "a, b, c \"d\""}));
}

TEST(Csv, TheHintOfExcelDecides) {
  const auto table = read_csv("sep=,\r\na;b,c\r\n1;2,3\r\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->header, (Cells{"a;b", "c"}));
  EXPECT_EQ(table->lines, (std::vector<int>{3}));
}

TEST(Csv, QuotesHoldDelimitersQuotesAndLineEnds) {
  const auto table = read_csv("a,b\r\n\"x, \"\"y\"\"\",\"một\r\nhai\"\r\n3,4");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0], (Cells{"x, \"y\"", "một\nhai"}));
  EXPECT_EQ(table->rows[1], (Cells{"3", "4"}));
  EXPECT_EQ(table->lines, (std::vector<int>{2, 4})) << "lines of the file, not rows";
}

TEST(Csv, OldMacLineEndsAreRead) {
  const auto table = read_csv("a,b\r1,2\r3,4\r");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows.size(), 2U);
}

TEST(Csv, EmptyLinesArePassedOverAndShortRowsFilled) {
  const auto table = read_csv("\n;;\na;b;c\n1;2\n\n;;\n4;5;6;;\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows, (std::vector<Cells>{{"1", "2", ""}, {"4", "5", "6"}}));
}

TEST(Csv, EncodingsOfOfficeProgramsAreRead) {
  const std::string expected = "Đoàn đến từ Cần Thơ";
  const std::string utf8 = "tên\nĐoàn đến từ Cần Thơ\n";
  EXPECT_EQ(read_csv(utf8)->rows[0][0], expected);
  EXPECT_EQ(read_csv("\xEF\xBB\xBF" + utf8)->rows[0][0], expected);
  EXPECT_EQ(read_csv("\xEF\xBB\xBF" + utf8)->header[0], "tên");
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char16_t c : std::u16string_view(u"tên\nĐoàn đến từ Cần Thơ\n")) {
    little += {static_cast<char>(c & 0xff), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xff)};
  }
  EXPECT_EQ(read_csv(little)->rows[0][0], expected);
  EXPECT_EQ(read_csv(big)->rows[0][0], expected);
  // windows-1258 writes a tone as a mark after its letter: â + ̀, ơ.
  EXPECT_EQ(read_csv("t\xEAn\n\xD0o\xE0n \xF0\xEA\xECn t\xFD\xCC C\xE2\xCCn Th\xF5\n")->rows[0][0], expected);
}

TEST(Csv, OtherEncodingsAreRefusedWithTheLineAndTheMend) {
  // TCVN3 (.VnTime): "Việt Nam" is "ViÖt Nam"; "Cần Thơ" is "CÇn Th¬".
  const std::string message = refusal("ten;noi\nHoi Vi\xD6t Nam;C\xC7n Th\xAC\n");
  EXPECT_TRUE(has(message, "Dòng 2")) << message;
  EXPECT_TRUE(has(message, "UTF-8")) << message;
  EXPECT_TRUE(has(refusal("\xFF\xFE"
                          "a"),
                  "UTF-16"));
  EXPECT_TRUE(has(refusal(std::string("a\0b\n", 4)), "không phải tệp chữ"));
  EXPECT_TRUE(has(refusal("\xEF\xBB\xBFt\xEAn\n"), "Dòng 1"));
}

TEST(Csv, TextIsComposedAndEthMended) {
  const auto table = read_csv("t\nCa\u0302\u0300n Th\u01A1 \u00D0\n");
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows[0][0], "Cần Thơ Đ");
}

TEST(Csv, FaultsNameTheirLine) {
  EXPECT_TRUE(has(refusal("a,b\n1,\"mở\n2,3\n"), "Dòng 2"));
  EXPECT_TRUE(has(refusal("a,b\n1,2\n\"x\"y,3\n"), "Dòng 3"));
  EXPECT_TRUE(has(refusal("a,b\n1,2,3\n"), "Dòng 2: có 3 ô"));
  EXPECT_TRUE(has(refusal("a,,b\n1,2,3\n"), "Dòng 1: cột 2"));
  EXPECT_TRUE(has(refusal("Nước,nuoc\n1,2\n"), "hai lần")) << "names that differ only in marks are one column";
  EXPECT_TRUE(has(refusal(""), "rỗng"));
  EXPECT_TRUE(has(refusal("\n\n  \n"), "tiêu đề"));
}

TEST(Csv, LimitsAreKept) {
  Limits limits;
  limits.rows = 2;
  limits.columns = 3;
  limits.cell_bytes = 1024;
  limits.bytes = 10'000;
  EXPECT_TRUE(has(refusal("a\n1\n2\n3\n", limits), "Dòng 4: quá 2 dòng"));
  EXPECT_TRUE(has(refusal("a,b,c,d\n", limits), "quá 3 cột"));
  EXPECT_TRUE(has(refusal("a\n" + std::string(2000, 'x') + "\n", limits), "quá 1 KB"));
  const auto big = read_csv(std::string(20'000, 'x'), limits);
  ASSERT_FALSE(big);
  EXPECT_EQ(big.error().code, Code::too_large);
}

TEST(Csv, WhatASpreadsheetWouldRunIsGuarded) {
  const std::vector<Column> columns{{"tên", Kind::text, 0}, {"số", Kind::integer, 0}, {"=tên", Kind::text, 0}};
  const std::string out = write_csv(columns, {{"=HYPERLINK(\"http://x\")", "-5", "@a"}, {"+84 292", "=1+1", "- gạch"}});
  EXPECT_EQ(out, "\xEF\xBB\xBFtên;số;'=tên\r\n\"'=HYPERLINK(\"\"http://x\"\")\";-5;'@a\r\n'+84 292;'=1+1;'- gạch\r\n");
}

TEST(Csv, WhatIsWrittenIsReadBackTheSame) {
  const std::vector<Column> columns{
      {"Tên đoàn", Kind::text, 0}, {"Số khách", Kind::integer, 0}, {"Ngày", Kind::date, 0}};
  const std::vector<Cells> rows{{"Đoàn; \"A\"", "291", "2025-12-08"},
                                {"hai\ndòng", "", ""},
                                {"=1+1", "hơn 291", "2025"},
                                {"'nháy", "-3", "1950-01-18"},
                                {"'=1+1", "''@x", "sep=;"}};
  for (const char delimiter : {';', ','}) {
    const auto table = read_csv(write_csv(columns, rows, {delimiter, delimiter == ';'}));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->header, (Cells{"Tên đoàn", "Số khách", "Ngày"}));
    EXPECT_EQ(table->rows, rows);
  }
}

TEST(Csv, RowsAreStreamed) {
  std::vector<std::size_t> parts;
  CsvWriter writer([&](std::string_view part) { parts.push_back(part.size()); }, {{"a", Kind::text, 0}}, {',', false});
  for (int i = 0; i < 1000; ++i) writer.row({"x"});
  EXPECT_EQ(parts.size(), 1001U);
}

}  // namespace
}  // namespace nc::tables
