// An office's own Word file: its places found, checked with the paragraph named, filled.
#include "file/docx_template.h"

#include <gtest/gtest.h>

#include "file/zip_file.h"

namespace nc::paper {
namespace {

std::string paragraph(const std::string& inner) { return "<w:p>" + inner + "</w:p>"; }
std::string run(const std::string& text) { return "<w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r>"; }

std::string word_file(const std::string& body, std::vector<std::pair<std::string, std::string>> more = {}) {
  const std::string names = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  std::vector<std::pair<std::string, std::string>> parts{{"[Content_Types].xml", "<Types/>"},
                                                         {"word/document.xml", "<?xml version=\"1.0\"?><w:document" + names + "><w:body>" + body + "<w:sectPr/></w:body></w:document>"},
                                                         {"word/styles.xml", "<w:styles" + names + "><w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:name w:val=\"their own\"/></w:style></w:styles>"}};
  for (auto& m : more) parts.push_back(std::move(m));
  return zip_pack(parts);
}

Place kind_of(std::string_view name) {
  if (name == "title" || name == "figure:I17") return Place::words;
  return name == "body" ? Place::blocks : Place::unknown;
}

Filling filling() {
  Filling f;
  f.kind_of = kind_of;
  f.words = [](std::string_view name) { return name == "title" ? std::string("Kết quả <6> & tháng\nđầu năm") : std::string("24 đoàn"); };
  f.blocks = [](std::string_view) {
    Paper p;
    Block heading;
    heading.kind = Block::Kind::heading;
    heading.runs = {Run{"I. KẾT QUẢ", false, false, "", ""}};
    Block table;
    table.kind = Block::Kind::table;
    for (const char* words : {"Năm", "2025"}) {
      TableCell cell;
      cell.runs = {Run{words, false, false, "", ""}};
      TableRow row;
      row.cells = {cell};
      row.head = table.rows.empty();
      table.rows.push_back(row);
    }
    table.widths = {100};
    p.blocks = {heading, table};
    return p;
  };
  return f;
}

std::string part(const std::string& docx, const std::string& name) { return ZipReader::open(docx)->read(name).value(); }
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

TEST(WordTemplate, is_filled_where_its_places_stand_even_when_word_split_them_into_runs) {
  const std::string file = word_file(paragraph(run("Về «ti") + run("tle») và ") + run("«figure:I17» khách")) + paragraph(run("«body»")) + paragraph(run("Chữ của cơ quan")));
  ASSERT_EQ(places_of(file, kind_of)->size(), 3U);
  const std::string made = filled(file, filling()).value();
  const std::string document = part(made, "word/document.xml");
  EXPECT_TRUE(has(document, "Về Kết quả &lt;6&gt; &amp; tháng")) << document;
  EXPECT_TRUE(has(document, "<w:br/>"));
  EXPECT_TRUE(has(document, "24 đoàn khách"));
  EXPECT_TRUE(has(document, "I. KẾT QUẢ"));
  EXPECT_TRUE(has(document, "2025"));
  EXPECT_TRUE(has(document, "Chữ của cơ quan"));
  EXPECT_FALSE(has(document, "«"));
  EXPECT_LT(document.find("I. KẾT QUẢ"), document.find("Chữ của cơ quan"));
  const std::string styles = part(made, "word/styles.xml");
  EXPECT_TRUE(has(styles, "their own")) << "the office's own look of a style stays";
  EXPECT_TRUE(has(styles, "w:styleId=\"OBang\"")) << "styles that the file lacks are added";
}

TEST(WordTemplate, names_the_paragraph_of_each_unknown_or_misplaced_place) {
  const std::string file = word_file(paragraph(run("Mở đầu")) + paragraph(run("Báo cáo «titel»")) + paragraph(run("Xem «body» dưới đây")) + "<w:tbl><w:tr><w:tc>" + paragraph(run("«body»")) + "</w:tc></w:tr></w:tbl>" + paragraph(run("«title")));
  const auto found = places_of(file, kind_of);
  ASSERT_FALSE(found.has_value());
  const Problems& problems = found.error();
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_TRUE(has(problems[0].message.vi, "Đoạn 2")) << problems[0].message.vi;
  EXPECT_TRUE(has(problems[0].message.vi, "«titel»"));
  EXPECT_TRUE(has(problems[1].message.vi, "Đoạn 3"));
  EXPECT_TRUE(has(problems[1].message.vi, "phải chỉ có «body»"));
  EXPECT_TRUE(has(problems[2].message.vi, "Đoạn 4"));
  EXPECT_TRUE(has(problems[2].message.vi, "nằm trong bảng"));
  EXPECT_TRUE(has(problems[3].message.vi, "Đoạn 5"));
}

TEST(WordTemplate, leaves_quoted_words_that_are_no_places) {
  const std::string file = word_file(paragraph(run("Phong trào «Vì hòa bình» theo «title»")));
  ASSERT_TRUE(places_of(file, kind_of).has_value());
  EXPECT_TRUE(has(part(filled(file, filling()).value(), "word/document.xml"), "«Vì hòa bình» theo Kết quả"));
}

TEST(WordTemplate, is_refused_when_it_is_no_word_file_or_holds_programs_or_has_no_place) {
  const auto refused = [](const std::string& bytes) { return !places_of(bytes, kind_of).has_value(); };
  EXPECT_TRUE(refused("not a file"));
  EXPECT_TRUE(refused(zip_pack({{"a.txt", "a"}})));
  EXPECT_TRUE(refused(word_file(paragraph(run("Không có chỗ nào")))));
  EXPECT_TRUE(refused(word_file(paragraph(run("«title»")), {{"word/vbaProject.bin", "x"}})));
  EXPECT_TRUE(refused(word_file(paragraph(run("«title»")), {{"word/_rels/settings.xml.rels", "<Relationships><Relationship Type=\"x/attachedTemplate\" Target=\"http://evil\"/></Relationships>"}})));
  EXPECT_TRUE(refused(zip_pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>"}})));
  EXPECT_TRUE(refused(zip_pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", std::string(40U << 20U, ' ')}}))) << "a small file that unpacks to much";
}

}  // namespace
}  // namespace nc::paper
