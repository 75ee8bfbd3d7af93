// What the components promise: nothing typed by people is markup, and those who don't see can use them.
#include "html/components.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

constexpr const char* k_attack = "\"><script>alert(1)</script>";

int count(const std::string& text, const std::string& word) {
  int n = 0;
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++n;
  return n;
}

bool has(const Html& h, const std::string& part) { return h.str().find(part) != std::string::npos; }

TEST(Figure, is_a_link_with_a_spoken_name_that_says_it_opens) {
  const Html h = figure(Lang::vi, {.href = "/figures/I17?period=2025",
                                   .shown = "57",
                                   .spoken = {"57 đoàn vào, năm 2025, mở bản ghi", "57 incoming"},
                                   .stale = true});
  EXPECT_TRUE(has(h, "href=\"/figures/I17?period=2025\""));
  EXPECT_TRUE(has(h, "aria-haspopup=\"dialog\""));
  EXPECT_TRUE(has(h, "aria-label=\"57 đoàn vào, năm 2025, mở bản ghi, sổ đã đổi\""));
  EXPECT_TRUE(has(h, "class=\"fig stale\""));
}

TEST(Figure, of_zero_or_of_nothing_is_not_a_link) {
  EXPECT_FALSE(has(figure(Lang::vi, {.href = "/figures/I17", .shown = "0"}), "<a"));
  EXPECT_TRUE(has(figure(Lang::vi, {}), "chưa có"));
  EXPECT_TRUE(has(figure(Lang::en, {}), "none yet"));
}

TEST(Figure, does_not_follow_a_foreign_scheme) {
  EXPECT_TRUE(has(figure(Lang::vi, {.href = "javascript:alert(1)", .shown = "5"}), "href=\"#\""));
}

TEST(Control, of_every_type_escapes_what_was_typed) {
  for (const char* type : {"text", "textarea", "date", "number", "select", "multi", "checkbox", "radio", "combo",
                           "email", "url", "hidden"}) {
    Control c{.name = "field",
              .label = {k_attack, k_attack},
              .hint = {k_attack, k_attack},
              .value = k_attack,
              .error = k_attack,
              .type = type,
              .options = {{k_attack, k_attack}},
              .chosen = {k_attack},
              .suffix = k_attack,
              .placeholder = k_attack,
              .lookup = k_attack,
              .value_label = k_attack};
    EXPECT_EQ(count(control(Lang::vi, c).str(), "<script"), 0) << type;
  }
}

TEST(Control, names_its_message_and_says_that_it_is_wrong) {
  const Html h =
      control(Lang::vi,
              {.name = "to", .label = Text("Ngày về", "Return"), .error = "Chọn từ 14/04/2026 trở đi", .type = "date"});
  EXPECT_TRUE(has(h, "aria-invalid=\"true\""));
  EXPECT_TRUE(has(h, "aria-describedby=\"e-to\""));
  EXPECT_TRUE(has(h, "id=\"e-to\""));
  EXPECT_TRUE(has(h, "for=\"f-to\""));
  EXPECT_TRUE(has(h, "id=\"f-to\""));
  EXPECT_FALSE(
      has(control(Lang::vi, {.name = "to", .label = Text("Ngày về", "Return"), .type = "date"}), "aria-invalid"));
}

TEST(Control, shows_the_language_of_the_page_first_and_marks_the_other) {
  const Control c{.name = "to", .label = Text("Ngày về", "Return")};
  EXPECT_TRUE(has(control(Lang::vi, c), ">Ngày về <span class=\"alt\" lang=\"en\">Return</span>"));
  EXPECT_TRUE(has(control(Lang::en, c), ">Return <span class=\"alt\" lang=\"vi\">Ngày về</span>"));
}

TEST(Control, keeps_the_choice_made) {
  const Html h = control(Lang::vi, {.name = "kind",
                                    .label = Text("Loại", "Kind"),
                                    .value = "b",
                                    .type = "select",
                                    .options = {{"a", "A"}, {"b", "B"}}});
  EXPECT_TRUE(has(h, "<option value=\"b\" selected>"));
  EXPECT_EQ(count(h.str(), " selected"), 1);
  const Html many = control(Lang::vi, {.name = "kind",
                                       .label = Text("Loại", "Kind"),
                                       .type = "multi",
                                       .options = {{"a", "A"}, {"b", "B"}},
                                       .chosen = {"b"}});
  EXPECT_EQ(count(many.str(), " checked"), 1);
}

TEST(Control, keeps_a_first_empty_line_of_a_long_text) {
  EXPECT_TRUE(
      has(control(Lang::vi, {.name = "note", .label = Text("Ghi chú", "Note"), .value = "\nhai", .type = "textarea"}),
          ">\n\nhai</textarea>"));
}

TEST(ErrorSummary, links_to_the_fields_and_is_announced) {
  const Html h = error_summary(Lang::vi, {{"to", "Ngày về sớm hơn ngày đi"}, {"host", "Chưa chọn hội"}});
  EXPECT_TRUE(has(h, "role=\"alert\""));
  EXPECT_TRUE(has(h, "Còn 2 chỗ cần sửa"));
  EXPECT_TRUE(has(h, "href=\"#f-host\""));
  EXPECT_TRUE(error_summary(Lang::vi, {}).empty());
}

TEST(Balance, draws_both_directions_to_one_scale) {
  // 14 in and 2 out: the axis stands at 90% (15..85 allowed: 85), so one delegation is 85/14 = 6.07% of the drawing.
  const std::string h =
      balance(Lang::vi, {{.label = "Hàn Quốc", .in = 14, .out = 1}, {.label = "Lào", .in = 3, .out = 2}}).str();
  EXPECT_EQ(count(h, "bi w85"), 3);
  EXPECT_NE(h.find("width=\"100.0%\""), std::string::npos);  // 14 of 14 on the side of 85%
  EXPECT_NE(h.find("width=\"40.5%\""), std::string::npos);   // 1 x 6.07 of the side of 15%
  EXPECT_NE(h.find("width=\"81.0%\""), std::string::npos);   // 2 are twice as wide as 1
  EXPECT_NE(h.find("width=\"21.4%\""), std::string::npos);   // 3 of 14
}

TEST(Balance, shows_zero_outgoing_and_survives_an_empty_register) {
  EXPECT_TRUE(has(balance(Lang::vi, {{.label = "Nhật Bản", .in = 8}}), ">0</span>"));
  EXPECT_TRUE(has(balance(Lang::vi, {{.label = "Nhật Bản"}}), "Nhật Bản"));
  EXPECT_TRUE(balance_strip(Lang::vi, {{.label = "Nhật Bản"}}).empty());
}

TEST(Balance, is_called_so_when_the_directions_differ_by_one_visit_or_a_fifth) {
  const auto badge = [](std::int64_t in, std::int64_t out) { return has(balance(Lang::vi, {{.label = "Lào", .in = in, .out = out}}), "cân bằng</span>"); };
  EXPECT_TRUE(badge(3, 2) && badge(2, 3) && badge(10, 8) && badge(4, 4));
  EXPECT_FALSE(badge(6, 3)) << "twice as many came";
  EXPECT_FALSE(badge(10, 7));
  EXPECT_FALSE(badge(1, 0)) << "nobody went";
  EXPECT_TRUE(has(balance(Lang::en, {{.label = "Laos", .in = 3, .out = 2}}), "no more than 1 visit or 20% of the larger side")) << "the page says what it means";
}

TEST(BalanceStrip, puts_what_does_not_fit_into_one_segment_with_the_same_total) {
  std::vector<BalanceRow> rows;
  for (int i = 0; i < 12; ++i) rows.push_back({.label = "Nước " + std::to_string(i), .in = 3});
  const std::string h = balance_strip(Lang::vi, rows).str();
  EXPECT_EQ(count(h, "<li"), 9);
  EXPECT_NE(h.find("4 nước khác"), std::string::npos);
  EXPECT_NE(h.find(">12</span>"), std::string::npos);  // 4 countries with 3 each
}

TEST(Bars, are_svg_without_style_and_the_longest_is_full) {
  const std::string h = bars(Lang::vi, {{.label = "Giáo dục", .shown = "13,92", .value = 13.92},
                                        {.label = "Y tế", .shown = "6,96", .value = 6.96}})
                            .str();
  EXPECT_NE(h.find("width=\"100.0%\""), std::string::npos);
  EXPECT_NE(h.find("width=\"50.0%\""), std::string::npos);
  EXPECT_EQ(h.find("style="), std::string::npos);
}

TEST(Chart, carries_its_data_escaped_and_a_table_with_the_same_numbers) {
  const Html h = chart(Lang::vi, "c", R"({"a":"</div><script>"})", Text("Tóm tắt", "Summary"),
                       {.head = {"Tháng", "Vào"}, .rows = {{"T1", "3"}}});
  EXPECT_FALSE(has(h, "<script"));
  EXPECT_TRUE(has(h, "role=\"img\" aria-label=\"Tóm tắt\""));
  EXPECT_TRUE(has(h, "<th scope=\"row\">T1</th><td class=\"num\">3</td>"));
}

TEST(StageBar, says_which_step_is_now) {
  const Html h =
      stage_bar(Lang::vi, {{.label = Text("Vận động", "Mobilising"), .state = Stage::State::done},
                           {.label = Text("Thực hiện", "Running"), .state = Stage::State::current, .part = 0.7}});
  EXPECT_EQ(count(h.str(), "aria-current=\"step\""), 1);
  EXPECT_TRUE(has(h, "width=\"70.0%\""));
}

TEST(Table, marks_made_up_rows_and_names_its_check_boxes) {
  Table t{.caption = Text("Sổ đoàn", "Delegations"),
          .columns = {{.label = Text("Ngày", "Date")}, {.label = Text("Đoàn", "Name"), .key = true}},
          .select = true};
  t.rows.push_back({.cells = {Html() << "04/12", title_cell("/delegations/1", k_attack)},
                    .id = "1",
                    .spoken = {"Đoàn A", "A"},
                    .illustrative = true});
  t.rows.push_back({.kind = Row::Kind::total, .cells = {Html() << "Tổng"}});
  const Html h = table(Lang::vi, t);
  EXPECT_EQ(count(h.str(), "minh họa"), 1);
  EXPECT_TRUE(has(h, "aria-label=\"Chọn Đoàn A\""));
  EXPECT_TRUE(has(h, "data-label=\"Ngày\""));
  EXPECT_TRUE(has(h, "<tfoot>"));
  EXPECT_TRUE(has(h, "colspan=\"2\">Tổng"));
  EXPECT_FALSE(has(h, "<script"));
}

TEST(Table, says_how_it_is_sorted) {
  const Html h =
      table(Lang::vi, {.caption = Text("Sổ", "Register"),
                       .columns = {{.label = Text("Ngày", "Date"), .sort_href = "?sort=date", .sorted = -1}}});
  EXPECT_TRUE(has(h, "aria-sort=\"descending\""));
}

TEST(Confirm, carries_the_token_and_posts) {
  const Html h = confirm_form(Lang::vi, {.opener = {.label = Text("Xóa", "Delete")},
                                         .title = Text("Xóa đoàn này?", "Delete it?"),
                                         .action = "/delegations/1/delete",
                                         .csrf = "token",
                                         .yes = Text("Xóa", "Delete"),
                                         .danger = true});
  EXPECT_TRUE(has(h, "method=\"post\""));
  EXPECT_TRUE(has(h, "name=\"csrf\" value=\"token\""));
}

TEST(Arch, puts_near_days_near_its_foot_and_leaves_out_what_is_beyond_a_year) {
  const auto radius = [](int days) {
    const std::string h = arch(Lang::vi, Text("Tóm tắt", "Summary"), {Text("Á", "Asia")},
                               {{.label = "Ngày", .href = "#main", .days = days}}, *Date::from_ymd(2025, 12, 9))
                              .str();
    const auto at = h.find("class=\"dot\"");
    if (at == std::string::npos) return -1;
    const auto y = h.find("cy=\"", at) + 4;
    return 300 - static_cast<int>(*parse_int(h.substr(y, h.find_first_of(".\"", y) - y)));
  };
  EXPECT_GT(radius(300), radius(100));
  EXPECT_GT(radius(100), radius(10));
  EXPECT_EQ(radius(400), -1);
}

TEST(Arch, names_every_day_for_those_who_listen_and_hides_names_that_would_cover_others) {
  std::vector<ArchPoint> points;
  for (int i = 0; i < 12; ++i)
    points.push_back({.label = "Ngày trùng " + std::to_string(i), .href = "#main", .days = 15, .large = true});
  const Html h = arch(Lang::vi, Text("Tóm tắt", "Summary"), {Text("Á", "Asia")}, points, *Date::from_ymd(2025, 12, 9));
  EXPECT_EQ(count(h.str(), "aria-label=\"Ngày trùng"), 12);
  EXPECT_GT(count(h.str(), "name later"), 0);
}

TEST(Arch, keeps_names_within_the_picture_and_off_other_dots) {
  const std::string wide(40, 'W');
  const auto drawn = [&](std::vector<ArchPoint> points) { return arch(Lang::vi, Text("Tóm tắt", "Summary"), {Text("Á", "Asia"), Text("Âu", "Europe")}, points, *Date::from_ymd(2025, 12, 9)).str(); };
  const std::string outwards = drawn({{.label = "50 năm Lào", .href = "#main", .days = 300, .large = true}});
  EXPECT_EQ(count(outwards, "name later"), 0);
  EXPECT_EQ(count(outwards, "text-anchor=\"end\">50 năm Lào"), 1) << "away from the middle";
  const std::string inwards = drawn({{.label = wide, .href = "#main", .days = 300, .large = true}});
  EXPECT_EQ(count(inwards, "text-anchor=\"start\">" + wide), 1) << "outwards there is no room for it";
  const std::string nowhere = drawn({{.label = wide + wide + wide, .full = "Tên đầy đủ", .href = "#main", .days = 300, .large = true}});
  EXPECT_EQ(count(nowhere, "name later"), 1);
  EXPECT_EQ(count(nowhere, ": Tên đầy đủ, còn 300 ngày\""), 1);
}

TEST(Gallery, has_no_inline_style_or_script_in_either_language) {
  for (const Lang lang : {Lang::vi, Lang::en}) {
    const std::string h = component_gallery(lang).str();
    EXPECT_EQ(h.find(" style="), std::string::npos);
    EXPECT_EQ(h.find("<script"), std::string::npos);
    EXPECT_EQ(h.find(" onclick"), std::string::npos);
  }
}

TEST(CountryMap, draws_circles_that_open_and_whose_area_tells_the_value) {
  const std::string page = country_map(Lang::vi, {{.latitude = 21.03, .longitude = 105.85},
                                                  {.latitude = 10.03, .longitude = 105.78, .label = "Cần Thơ", .href = "/figures/I50?where=p92", .shown = "4 tỷ đồng", .value = 4},
                                                  {.latitude = 10.78, .longitude = 106.70, .label = "Hồ Chí Minh", .href = "/x", .shown = "1 tỷ đồng", .value = 1}},
                                       Text("Bản đồ", "Map"))
                               .str();
  EXPECT_NE(page.find("<a href=\"/figures/I50?where=p92\" class=\"map-v\"><title>Cần Thơ: 4 tỷ đồng</title><circle r=\"32.0\""), std::string::npos) << page;
  EXPECT_NE(page.find("<circle r=\"18.5\""), std::string::npos) << "a quarter of the value is half as wide above the least circle";
  EXPECT_NE(page.find("Hoàng Sa"), std::string::npos);
  EXPECT_NE(page.find("Trường Sa"), std::string::npos);
  EXPECT_EQ(page.find("style="), std::string::npos);
}

}  // namespace
}  // namespace nc
