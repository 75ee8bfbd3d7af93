// Every component in every state on one page, to look at when styles change.
#include "html/assets.h"
#include "html/components.h"

namespace nc {
namespace {

struct Swatch {
  Lit fill;
  Text name, use;
};

Html swatches(Lang lang) {
  static constexpr Swatch k_all[] = {
      {"song"_h, {"Sông", "River"}, {"chính, đoàn vào", "main, incoming"}},
      {"song-tint"_h, {"Sông nhạt", "River tint"}, {"chọn, nền", "selection"}},
      {"nghe-fill"_h, {"Nghệ", "Turmeric"}, {"đoàn ra", "outgoing"}},
      {"nghe-tint"_h, {"Nghệ nhạt", "Turmeric tint"}, {"sắp đến", "coming soon"}},
      {"son"_h, {"Son", "Lacquer"}, {"lỗi, quá hẹn", "error, overdue"}},
      {"lua"_h, {"Lúa", "Rice"}, {"khớp, xong", "matched, done"}},
      {"cuc-tint"_h, {"Cúc nhạt", "Chrysanthemum"}, {"cần xem", "needs a look"}},
      {"ink"_h, {"Mực", "Ink"}, {"chữ", "text"}},
      {"ink-2"_h, {"Mực 2", "Ink 2"}, {"chữ phụ", "secondary text"}},
      {"bg"_h, {"Giấy", "Paper"}, {"nền trang", "page"}},
      {"sunken"_h, {"Trũng", "Sunken"}, {"nền chìm", "tracks"}},
      {"line-input"_h, {"Viền ô", "Box border"}, {"ô nhập", "controls"}},
  };
  Html h(lang);
  h << "<ul class=\"sws\">"_h;
  for (const Swatch& s : k_all) {
    h << "<li><span class=\"sw sw-"_h << s.fill << "\"></span><b>"_h << s.name << "</b><small>"_h << s.use
      << "</small></li>"_h;
  }
  h << "</ul>"_h;
  return h;
}

void state(Html& h, Text name, const FigureLink& f, Text unit) {
  h << "<div><span class=\"sm m2\">"_h << name << "</span><div>"_h << figure(h.lang(), f);
  if (!f.shown.empty()) h << " "_h << unit;
  h << "</div></div>"_h;
}

Html figures(Lang lang) {
  Html h(lang);
  const Message spoken{"57 đoàn vào, năm 2025, mở bản ghi", "57 incoming delegations in 2025, open the records"};
  const Text unit{"đoàn", "delegations"};
  h << "<div class=\"states\">"_h;
  state(h, {"Nghỉ", "Rest"}, {.href = "/figures/I17", .shown = "57", .spoken = spoken}, unit);
  state(h, {"Số đã đổi", "Stale"}, {.href = "/figures/I17", .shown = "57", .spoken = spoken, .stale = true}, unit);
  state(h, {"Lệch nguồn", "Disputed"},
        {.href = "/figures/I17", .shown = "291", .spoken = Text("291 lượt khách", "291 visitors"), .disputed = true},
        unit);
  state(h, {"Đã ký, đóng băng", "Frozen"}, {.href = "/figures/I17", .shown = "57", .spoken = spoken, .frozen = true},
        unit);
  state(h, {"Không", "Zero"}, {.shown = "0"}, unit);
  state(h, {"Chưa có số", "None yet"}, {}, unit);
  h << "</div>"_h;
  return h;
}

Html buttons(Lang lang) {
  Html h(lang);
  h << "<div class=\"wrap\">"_h
    << button(lang, {.label = Text("Lưu đoàn", "Save"), .href = "#main", .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Lưu và ghi tiếp", "Save and add"), .href = "#main"})
    << button(lang, {.label = Text("Bỏ nháp", "Discard"), .href = "#main", .kind = "ghost"})
    << button(lang, {.label = Text("Xóa", "Delete"), .href = "#main", .kind = "danger"})
    << "</div><div class=\"wrap\">"_h << badge(lang, Text("Đã nộp", "Filed"), Tone::ok, "check")
    << badge(lang, Text("Đang điền", "Filling"), Tone::warn, "pencil")
    << badge(lang, Text("Quá hẹn 1 ngày", "1 day overdue"), Tone::bad)
    << badge(lang, Text("Đang thực hiện", "Running"), Tone::info)
    << badge(lang, Text("một chiều", "one way"), Tone::out) << badge(lang, Text("Phi dự án", "Non-project"))
    << illustrative_mark(lang) << "</div><div class=\"wrap\">"_h
    << evidence_chip(lang, "scan", lang == Lang::vi ? "Biên bản" : "Minutes", "#main")
    << evidence_chip(lang, "press", "Thời Đại 08/12", "#main")
    << evidence_chip(lang, "decision", "1642/QĐ-UBND", "#main")
    << evidence_chip(lang, "photo", lang == Lang::vi ? "3 ảnh" : "3 photos", "#main")
    << evidence_chip(lang, "missing", "", "") << "</div><div class=\"wrap\">"_h << direction_tile(lang, Direction::in)
    << Text("đoàn vào", "incoming") << direction_tile(lang, Direction::out) << Text("đoàn ra", "outgoing")
    << "</div>"_h;
  return h;
}

Html notices(Lang lang) {
  Html h(lang), edited(lang), held(lang);
  edited << Text("Bản ghi vừa được sửa lúc 08:47. ", "This record was changed at 08:47. ") << "<a href=\"#main\">"_h
         << Text("Xem hai bản cạnh nhau", "See both versions") << "</a>"_h;
  held << Text("Bản ghi do Hội Việt Nam – Lào giữ. Muốn sửa, ",
               "Held by the Viet Nam – Laos association. To change it, ")
       << "<a href=\"#main\">"_h << Text("gửi đề nghị cho Hội", "ask them") << "</a>."_h;
  h << "<div class=\"stack-8\"><div class=\"toast-n\"><span class=\"grow\">"_h
    << Text("Đã ghi nhận “2 cầu giao thông nông thôn” vào sổ viện trợ.",
            "“2 rural bridges” entered in the aid register.")
    << "</span><button type=\"button\">"_h << Text("Hoàn tác", "Undo") << "</button></div>"_h
    << notice(lang, Tone::warn, "users", edited) << notice(lang, Tone::info, "lock", held) << "</div>"_h;
  return h;
}

Html controls(Lang lang) {
  Html h(lang);
  Html one(lang), two(lang);
  one << control(lang, {.name = "direction",
                        .label = Text("Hướng đi", "Direction"),
                        .value = "out",
                        .required = true,
                        .type = "radio",
                        .options = {{"in", lang == Lang::vi ? "Đoàn vào" : "Incoming"},
                                    {"out", lang == Lang::vi ? "Đoàn ra" : "Outgoing"}}})
      << control(lang, {.name = "title",
                        .label = Text("Tên đoàn", "Delegation name"),
                        .value = "Đoàn Liên hiệp và Hội Việt Nam – Lào thăm tỉnh Champasak",
                        .required = true})
      << control(lang, {.name = "title_en",
                        .label = Text("Tên đoàn bằng tiếng Anh", "Name in English"),
                        .hint = Text("Dùng cho thư mời và bản tiếng Anh", "For invitations and the English pages")})
      << control(lang, {.name = "country",
                        .label = Text("Nước", "Country"),
                        .value = "LA",
                        .required = true,
                        .type = "combo",
                        .options = {{"LA", "Lào"}, {"KR", "Hàn Quốc"}, {"JP", "Nhật Bản"}, {"FR", "Pháp"}},
                        .value_label = "Lào"})
      << control(lang, {.name = "occasion",
                        .label = Text("Dịp", "Occasion"),
                        .value = "b",
                        .type = "select",
                        .options = {{"b", "Bunpimay"}, {"t", "Tết Nguyên đán"}}});
  two << control(lang, {.name = "from",
                        .label = Text("Ngày đi", "Departure"),
                        .value = "14/04/2026",
                        .required = true,
                        .type = "date"})
      << control(lang, {.name = "to",
                        .label = Text("Ngày về", "Return"),
                        .value = "12/04/2026",
                        .error = lang == Lang::vi ? "Chọn từ 14/04/2026 trở đi" : "Choose 14 April 2026 or later",
                        .required = true,
                        .type = "date"})
      << control(lang, {.name = "people",
                        .label = Text("Số người", "People"),
                        .value = "9",
                        .required = true,
                        .type = "number",
                        .suffix = lang == Lang::vi ? "người" : "people"})
      << control(lang, {.name = "sectors",
                        .label = Text("Lĩnh vực", "Sectors"),
                        .type = "multi",
                        .options = {{"edu", lang == Lang::vi ? "Giáo dục" : "Education"},
                                    {"health", lang == Lang::vi ? "Y tế" : "Health"}},
                        .chosen = {"edu"}})
      << control(lang,
                 {.name = "host",
                  .label = Text("Hội, đơn vị chủ trì", "Host organisation"),
                  .error = lang == Lang::vi ? "Chọn một hội hoặc Liên hiệp" : "Choose an association or the Union",
                  .required = true,
                  .type = "select",
                  .options = {{"ct-la", lang == Lang::vi ? "Hội Việt Nam – Lào" : "Viet Nam – Laos association"}}})
      << control(lang, {.name = "note", .label = Text("Ghi chú", "Note"), .type = "textarea"})
      << control(lang, {.name = "public",
                        .label = Text("Hiện trên cổng công khai", "Show on the public portal"),
                        .value = "1",
                        .type = "checkbox"});
  h << error_summary(lang, {{"to", lang == Lang::vi ? "Ngày về sớm hơn ngày đi" : "The return is before the departure"},
                            {"host", lang == Lang::vi ? "Chưa chọn hội hoặc đơn vị chủ trì" : "No host is chosen"}})
    << "<form class=\"card form\" method=\"get\" action=\"/styleguide\" novalidate>"_h
    << form_section(lang, Text("Đoàn và nơi đến", "Delegation and place"), one)
    << form_section(lang, Text("Thời gian và thành phần", "Dates and people"), two) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Lưu đoàn", "Save"), .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Lưu và ghi tiếp", "Save and add"), .name = "next", .value = "1"})
    << "</div></form>"_h;
  return h;
}

Html charts(Lang lang) {
  Html h(lang);
  const bool vi = lang == Lang::vi;
  const std::vector<BalanceRow> rows = {
      {.iso2 = "KR",
       .label = vi ? "Hàn Quốc" : "South Korea",
       .in = 14,
       .out = 1,
       .in_href = "/figures/I17?country=KR",
       .out_href = "/figures/I19?country=KR"},
      {.iso2 = "JP", .label = vi ? "Nhật Bản" : "Japan", .in = 8, .in_href = "/figures/I17?country=JP"},
      {.iso2 = "LA",
       .label = vi ? "Lào" : "Laos",
       .in = 3,
       .out = 2,
       .in_href = "/figures/I17?country=LA",
       .out_href = "/figures/I19?country=LA"},
      {.iso2 = "KH", .label = vi ? "Campuchia" : "Cambodia", .in = 2, .in_href = "/figures/I17?country=KH"}};
  h << "<div class=\"grid two\">"_h
    << card(lang, {.title = Text("Cân bằng đoàn đến và đoàn đi", "Incoming and outgoing"),
                   .note = Text("Một đoàn rộng bằng nhau ở hai bên.", "One delegation is as wide on both sides."),
                   .body = Html(lang) << balance(lang, rows) << balance_strip(lang, rows)})
    << card(lang, {.title = Text("Viện trợ theo lĩnh vực", "Aid by sector"),
                   .body = bars(lang, {{.label = vi ? "Giáo dục, đào tạo nhân lực" : "Education, training",
                                        .href = "/figures/I1",
                                        .shown = vi ? "13,92 tỷ" : "13.92 bn",
                                        .value = 13.92,
                                        .sub = vi ? "9 dự án" : "9 projects",
                                        .sub_href = "/figures/I2"},
                                       {.label = vi ? "Y tế" : "Health",
                                        .href = "/figures/I1",
                                        .shown = vi ? "4,12 tỷ" : "4.12 bn",
                                        .value = 4.12}})})
    << "</div>"_h
    << card(lang,
            {.title = Text("Đoàn theo tháng", "Delegations by month"),
             .body = chart(
                 lang, "by-month",
                 R"({"xAxis":{"type":"category","data":["T1","T2","T3"]},"yAxis":{"type":"value"},)"
                 R"("series":[{"type":"bar","stack":"a","data":[3,2,6]},{"type":"bar","stack":"a","data":[0,1,1]}]})",
                 Text("Ba tháng đầu có 11 đoàn vào và 2 đoàn ra", "11 incoming and 2 outgoing in three months"),
                 {.head = {vi ? "Tháng" : "Month", vi ? "Vào" : "In", vi ? "Ra" : "Out"},
                  .rows = {{"T1", "3", "0"}, {"T2", "2", "1"}, {"T3", "6", "1"}}})});
  return h;
}

Html record_parts(Lang lang) {
  using State = Stage::State;
  Html h(lang), said(lang);
  const bool vi = lang == Lang::vi;
  said << Text("Khai giảng lớp “Thợ điện xanh” thứ tư.", "The fourth “green electricians” course opened.") << " "_h
       << evidence_chip(lang, "photo", vi ? "8 ảnh" : "8 photos", "#main");
  h << card(lang, {.body = stage_bar(
                       lang, {{.label = Text("Vận động", "Mobilising"), .date = "12/09/2024", .state = State::done},
                              {.label = Text("Thẩm định", "Appraisal"), .date = "18/11/2024", .state = State::done},
                              {.label = Text("Phê duyệt", "Approval"),
                               .date = "27/01/2025",
                               .detail = "1642/QĐ-UBND",
                               .href = "#main",
                               .state = State::done},
                              {.label = Text("Thực hiện", "Running"),
                               .date = "03/03/2025",
                               .detail = vi ? "70% đã giải ngân" : "70% disbursed",
                               .state = State::current,
                               .part = 0.7},
                              {.label = Text("Nghiệm thu", "Acceptance"), .date = "31/03/2026"},
                              {.label = Text("Khép hồ sơ", "Closing")}})})
    << "<div class=\"grid two\">"_h
    << card(lang, {.title = Text("Diễn biến", "History"),
                   .body = timeline(lang, {{.when = "03/12/2025", .what = said, .current = true},
                                           {.when = "27/01/2025", .what = said}})})
    << card(lang,
            {.title = Text("Việc cần làm", "To do"),
             .body = item_list(
                 lang, {{.icon = "message-2-question",
                         .tone = Tone::bad,
                         .title = Html(lang) << Text("3 yêu cầu chờ trả lời", "3 requests wait for an answer"),
                         .detail = Html(lang) << Text("Quá hẹn 1 ngày", "1 day overdue"),
                         .end = button(lang, {.label = Text("Trả lời", "Answer"), .href = "#main", .small = true})},
                        {.tone = Tone::warn,
                         .title = Html(lang) << Text("Bunpimay", "Bunpimay"),
                         .detail = Html(lang) << Text("Còn 13 ngày", "In 13 days"),
                         .day = *Date::from_ymd(2026, 4, 14)}})})
    << "</div>"_h;
  return h;
}

Html coming_days(Lang lang) {
  const std::vector<Message> sectors = {Text("Đông Bắc Á", "North-east Asia"), Text("ASEAN", "ASEAN"),
                                        Text("Nam Á", "South Asia"), Text("Châu Âu", "Europe"),
                                        Text("Châu Mỹ", "Americas")};
  const std::vector<ArchPoint> points = {
      {.label = "Hàn Quốc", .href = "#main", .days = 13, .sector = 0, .color = 1},
      {.label = "Tết Nguyên đán", .href = "#main", .days = 70, .sector = 0, .color = 2},
      {.label = "Thái Lan", .href = "#main", .days = 240, .sector = 1, .color = 1, .large = true},
      {.label = "Philippines", .href = "#main", .days = 215, .sector = 1, .color = 1, .large = true},
      {.label = "Bunpimay", .href = "#main", .days = 125, .sector = 1, .color = 2, .large = true},
      {.label = "Ấn Độ", .href = "#main", .days = 48, .sector = 2, .color = 4},
      {.label = "Đan Mạch, Na Uy", .href = "#main", .days = 350, .sector = 3, .color = 1, .large = true},
      {.label = "Chile", .href = "#main", .days = 107, .sector = 4, .color = 1, .large = true}};
  return card(lang,
              {.title = Text("Vòm kỷ niệm", "Arch of anniversaries"),
               .note = Text("Càng gần chân vòm càng sắp đến ngày; chấm to là năm tròn.",
                            "The nearer to the foot, the sooner; a large dot is a round year."),
               .body = arch(lang, Text("Tám ngày trong mười hai tháng tới", "Eight days of the coming twelve months"),
                            sectors, points, *Date::from_ymd(2025, 12, 9))});
}

Html rows(Lang lang) {
  const bool vi = lang == Lang::vi;
  Table t{.caption = Text("Sổ đoàn", "Delegations"),
          .columns = {{.label = Text("Ngày", "Date"), .sort_href = "#main", .sorted = -1},
                      {.label = Text("Đoàn và nội dung", "Delegation"), .key = true},
                      {.label = Text("Nước", "Country")},
                      {.label = Text("Khách", "Visitors"), .number = true},
                      {.label = Text("Chứng cứ", "Evidence")}},
          .select = true};
  const Html visitors = figure(lang, {.href = "/figures/I18", .shown = "6", .spoken = Text("6 khách", "6 visitors")});
  t.rows.push_back({.kind = Row::Kind::group, .cells = {{Html() << "12/2025", 3}, Html() << "11"}});
  t.rows.push_back(
      {.cells = {Html() << "04/12",
                 title_cell("#main", "Tổng Lãnh sự quán Hà Lan", vi ? "Triển lãm ảnh" : "Photo exhibition"),
                 country("NL", vi ? "Hà Lan" : "Netherlands"), visitors,
                 evidence_chip(lang, "press", vi ? "1 báo" : "1 article", "#main")},
       .id = "1",
       .spoken = Text("Tổng Lãnh sự quán Hà Lan", "Consulate General of the Netherlands"),
       .illustrative = true});
  t.rows.push_back(
      {.cells = {Html() << "16/10",
                 title_cell("#main", "Tổng Lãnh sự quán Nhật Bản", vi ? "Làm việc" : "Working visit"),
                 country("JP", vi ? "Nhật Bản" : "Japan"), visitors, evidence_chip(lang, "missing", "", "")},
       .id = "2",
       .spoken = Text("Tổng Lãnh sự quán Nhật Bản", "Consulate General of Japan")});
  t.rows.push_back({.kind = Row::Kind::total,
                    .cells = {{Html(lang) << Text("Tổng theo bộ lọc", "Total of this filter"), 3}, visitors, Html()}});
  Html h(lang);
  h << tabs(lang, Text("Góc nhìn", "Views"),
            {{.label = Text("Năm 2025", "2025"), .href = "#main", .count = "60", .on = true},
             {.label = Text("Đoàn vào", "Incoming"), .href = "#main", .count = "57"}})
    << filter_row(lang, {.action = "/styleguide",
                         .chips = Html(lang)
                                  << filter_chip(lang, {.label = Text("Nước", "Country"),
                                                        .shown = vi ? "Lào" : "Laos",
                                                        .clear_href = "/styleguide",
                                                        .controls = control(lang, {.name = "fc",
                                                                                   .label = Text("Nước", "Country"),
                                                                                   .required = true})})
                                  << filter_chip(lang, {.label = Text("Mục đích", "Purpose"),
                                                        .controls = control(lang, {.name = "fp",
                                                                                   .label = Text("Mục đích", "Purpose"),
                                                                                   .required = true})})})
    << "<form class=\"card\" id=\"list\">"_h << table(lang, t)
    << bulk_bar(lang,
                button(lang, {.label = Text("Đính chứng cứ", "Attach evidence"), .icon = "paperclip", .kind = "link"}))
    << pager(lang, {.shown = Message("1–2 trong 60", "1–2 of 60"), .next = "#main"}) << "</form>"_h;
  return h;
}

Html empty_and_asking(Lang lang) {
  Html h(lang);
  h << "<div class=\"grid two\">"_h
    << card(lang,
            {.title = Text("Trống, lần đầu", "Empty, first use"),
             .body = empty_state(lang, Text("Quý I/2026 chưa có đoàn ra", "No outgoing delegation in Q1 2026 yet"),
                                 Text("Bắt đầu từ một dịp trong lịch.", "Begin with an occasion of the calendar."),
                                 {{Text("Ghi đoàn ra", "New outgoing delegation"), "#main"},
                                  {Text("Mở lịch kỷ niệm", "Open the calendar"), "#main"}})})
    << card(lang,
            {.title = Text("Xác nhận, chỉ khi không hoàn tác được", "Asking, only for what cannot be undone"),
             .body = confirm_form(lang, {.opener = {.label = Text("Ký số", "Sign"), .kind = "primary"},
                                         .title = Text("Ký số và đóng băng 16 con số?", "Sign and freeze 16 figures?"),
                                         .text = Text("Danh sách bản ghi đứng sau mỗi số được lưu cùng văn bản.",
                                                      "The records behind each figure are kept with the document."),
                                         .action = "/styleguide",
                                         .yes = Text("Ký số", "Sign")})})
    << "</div>"_h;
  return h;
}

}  // namespace

Html component_gallery(Lang lang) {
  Html h(lang);
  h << "<div class=\"stack-16 gallery\">"_h << card(lang, {.body = swatches(lang)})
    << kpi_strip(lang, {{.label = Text("Đoàn vào", "Incoming"),
                         .icon = "in",
                         .figure = {.href = "/figures/I17", .shown = "57"},
                         .unit = Text("đoàn", "delegations"),
                         .sub = Html(lang) << Text("291 lượt khách", "291 visitors")},
                        {.label = Text("Đoàn ra", "Outgoing"),
                         .icon = "out",
                         .figure = {.href = "/figures/I19", .shown = "3"},
                         .unit = Text("đoàn", "delegations")},
                        {.label = Text("Báo cáo của hội", "Reports"),
                         .icon = "users-group",
                         .figure = {.href = "/figures/I70", .shown = "14"},
                         .unit = Message("/ 21 hội", "of 21"),
                         .part = 14.0 / 21}})
    << "<div class=\"grid three\">"_h
    << card(lang, {.title = Text("Con số sống", "Living figures"), .body = figures(lang)})
    << card(lang, {.title = Text("Nút và nhãn", "Buttons and marks"), .body = buttons(lang)})
    << card(lang, {.title = Text("Báo sau thao tác", "Messages"), .body = notices(lang)}) << "</div>"_h << charts(lang)
    << record_parts(lang) << coming_days(lang) << rows(lang) << controls(lang) << empty_and_asking(lang) << "</div>"_h;
  return h;
}

}  // namespace nc
