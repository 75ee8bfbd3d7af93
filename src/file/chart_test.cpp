// A chart: bars as long as their values, words for those who don't see it, in a PDF as text and in Word as a picture.
#include "file/chart.h"

#include <gtest/gtest.h>

#include "fixtures/half_year_paper.h"
#include "fixtures/pdf_view.h"
#include "fixtures/word_view.h"

namespace nc::paper {
namespace {

Block chart_of(const std::vector<std::pair<std::string, std::optional<double>>>& points, bool lines = false) {
  Block b;
  b.kind = Block::Kind::chart;
  b.lines = lines;
  b.runs = {{"Biểu đồ 1. Đoàn vào theo nước", false, false, {}, {}}};
  const auto row = [](const std::string& label, const std::string& shown, bool head) { return TableRow{{TableCell{{{label, false, false, {}, {}}}}, TableCell{{{shown, false, false, {}, {}}}}}, head}; };
  b.rows.push_back(row("Nhóm", "Số liệu", true));
  b.values.push_back(std::nullopt);
  for (const auto& [label, value] : points) {
    b.rows.push_back(row(label, value ? std::to_string(static_cast<int>(*value)) : "…", false));
    b.values.push_back(value);
  }
  return b;
}

TEST(Chart, draws_bars_in_proportion_from_nought) {
  const ChartPlan side = plan_chart(chart_of({{"Hàn Quốc, miền Trung", 14}, {"Nhật Bản", 7}, {"Lào", 0}}), 460);
  ASSERT_EQ(side.bars.size(), 3U);
  EXPECT_DOUBLE_EQ(side.bars[0].width, 2 * side.bars[1].width);
  EXPECT_DOUBLE_EQ(side.bars[2].width, 0);
  const ChartPlan years = plan_chart(chart_of({{"2021", 5}, {"2022", std::nullopt}, {"2023", 20}}), 460);
  ASSERT_EQ(years.bars.size(), 2U) << "no number, no bar";
  EXPECT_NEAR(years.bars[1].height, 4 * years.bars[0].height, 1e-9);
  const ChartPlan line = plan_chart(chart_of({{"2021", 5}, {"2022", std::nullopt}, {"2023", 20}}, true), 460);
  EXPECT_EQ(line.dots.size(), 2U);
  EXPECT_TRUE(std::ranges::none_of(line.strokes, [](const auto& s) { return s.thickness > 1; })) << "a line does not bridge a gap";
  for (const auto& w : side.words) EXPECT_TRUE(w.x >= 0 && w.x <= side.width && w.y <= side.height) << w.text;
}

TEST(Chart, says_in_words_what_it_shows) {
  const std::string svg = chart_svg(chart_of({{"Hàn Quốc <b>", 14}, {"Lào", 7}}), Lang::vi).str();
  EXPECT_NE(svg.find("<title>Biểu đồ 1. Đoàn vào theo nước</title><desc>Hàn Quốc &lt;b&gt;: 14; Lào: 7</desc>"), std::string::npos) << svg;
  EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
  EXPECT_EQ(svg.find("style="), std::string::npos);
}

TEST(Chart, stands_in_a_pdf_as_text_and_in_word_as_a_picture_with_its_relation) {
  Paper paper = fixture::half_year_paper(1);
  paper.blocks = {chart_of({{"Hàn Quốc", 1457}, {"Nhật Bản", 913}})};
  auto made = pdf(paper);
  ASSERT_TRUE(made.has_value());
  const fixture::PdfView view(std::move(*made));
  EXPECT_TRUE(view.has(1, "1457") && view.has(1, "913"));
  EXPECT_LT(view.find(1, "913").left, view.find(1, "1457").left) << "the number stands at the end of its bar";
  auto word = docx(paper);
  ASSERT_TRUE(word.has_value());
  fixture::WordView file(*word);
  const auto blip = file.body().select_node("//a:blip").node();
  ASSERT_TRUE(blip);
  const std::string id = blip.attribute("r:embed").value();
  EXPECT_EQ(std::string(file.part("word/_rels/document.xml.rels").select_node(("//Relationship[@Id='" + id + "']").c_str()).node().attribute("Target").value()), "media/chart1.png");
  EXPECT_EQ(std::string(file.body().select_node("//wp:docPr").node().attribute("descr").value()), "Biểu đồ 1. Đoàn vào theo nước. Hàn Quốc: 1457; Nhật Bản: 913");
  EXPECT_EQ(chart_png(plan_chart(paper.blocks[0], 460)).substr(1, 3), "PNG");
}

}  // namespace
}  // namespace nc::paper
