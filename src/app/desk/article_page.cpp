// The article with its numbered words, the queue at its left and the cards at its right.
#include <algorithm>

#include "app/desk/pages.h"
#include "html/assets.h"

namespace nc::app {

namespace {

struct Mark { intake::Span span; std::int64_t candidate; int number; std::string css; bool first; };

/// Byte positions of ascending code-point positions, found in one walk.
class Positions {
 public:
  explicit Positions(std::string_view text) : text_(text) {}
  std::size_t operator()(std::uint32_t point) {
    while (point_ < point && byte_ < text_.size()) {
      ++byte_;
      while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0U) == 0x80U) ++byte_;
      ++point_;
    }
    return byte_;
  }

 private:
  std::string_view text_;
  std::size_t byte_ = 0;
  std::uint32_t point_ = 0;
};

Html article_text(const std::string& text, std::vector<Mark> marks, Lang lang) {
  std::ranges::sort(marks, [](const Mark& a, const Mark& b) { return a.span < b.span; });
  Html h(lang);
  Positions byte_of(text);
  std::size_t at = 0;
  std::uint32_t done = 0;
  h << "<div class=\"art\">"_h;
  for (const Mark& m : marks) {
    const std::uint32_t start = std::max(m.span.start, done);
    if (m.span.end <= start) {  // inside words that are marked already: only its number is added
      h << "<a class=\"also\" id=\"s-"_h << m.candidate << "\" href=\"#c-"_h << m.candidate << "\"><sup>"_h << m.number << "</sup></a>"_h;
      continue;
    }
    const std::size_t from = byte_of(start), to = byte_of(m.span.end);
    h << std::string_view(text).substr(at, from - at) << "<mark class=\"sp"_h << m.css << "\""_h;
    if (m.first) h << " id=\"s-"_h << m.candidate << "\""_h;
    h << " data-card=\"c-"_h << m.candidate << "\">"_h << std::string_view(text).substr(from, to - from) << "<a href=\"#c-"_h << m.candidate << "\"><sup>"_h << m.number << "</sup></a></mark>"_h;
    at = to;
    done = m.span.end;
  }
  return h << std::string_view(text).substr(at) << "</div>"_h;
}

Html queue(const Desk& x, std::int64_t current) {
  const Lang lang = x.shell.lang;
  const auto& d = article_readings();
  reg::ListQuery q;
  q.filters = {{"state", "new"}, {"state", "in_work"}};
  q.limit = 14;
  q.sort = "-published";
  auto rows = reg::list(x.db, d, x.actor, q).rows;
  if (std::ranges::none_of(rows, [&](const reg::Cells& c) { return db::as_int(c[reg::k_id]) == current; }))
    if (auto here = reg::load(x.db, d, x.actor, current)) rows.insert(rows.begin(), *here);
  Html h(lang);
  h << "<ol class=\"queue\">"_h;
  for (const auto& cells : rows) {
    const auto r = reg::from_cells<ArticleReading>(cells);
    h << "<li><a href=\"/desk/"_h << r.id << "\""_h << (r.id == current ? " aria-current=\"true\""_h : ""_h) << "><b>"_h << r.title << "</b>"_h << (r.published ? format_date(r.published, lang) : std::string()) << " "_h
      << (r.state == "done" ? badge(lang, Text("Đã xong", "Done"), Tone::ok, "check")
                            : badge(lang, Message(format_int(r.waiting, Lang::vi) + " dữ kiện chờ", format_int(r.waiting, Lang::en) + " waiting"), r.state == "new" ? Tone::info : Tone::neutral))
      << "</a></li>"_h;
  }
  return h << "</ol><p>"_h << button(lang, {.label = Text("Cả hàng đợi", "The whole queue"), .href = "/desk", .kind = "ghost", .small = true}) << "</p>"_h;
}

Html act_button(const Desk& x, std::int64_t id, const char* what, Message label) {
  Html h(x.shell.lang);
  h << "<form method=\"post\" action=\"/desk/"_h << id << "/"_h << what << "\">"_h << hidden("csrf", x.shell.csrf) << "<button class=\"btn btn-s btn-ghost\" type=\"submit\">"_h << label << "</button></form>"_h;
  return h;
}

Html keys_line(Lang lang) {
  Html h(lang);
  h << "<p class=\"desk-keys m3 xs\">"_h;
  for (const auto& [label, keys] : {std::pair{Text("Chọn", "Move"), "J K"}, std::pair{Text("Nhận", "Accept"), "A"}, std::pair{Text("Sửa", "Edit"), "E"}, std::pair{Text("Bỏ", "Reject"), "X"},
                                    std::pair{Text("Hoàn tác", "Undo"), "U"}}) {
    h << "<span>"_h << label << " "_h;
    std::string_view rest = keys;
    while (!rest.empty()) {
      h << "<kbd>"_h << rest.substr(0, 1) << "</kbd>"_h;
      rest.remove_prefix(std::min<std::size_t>(2, rest.size()));
    }
    h << "</span>"_h;
  }
  return h << "</p>"_h;
}

Message said(std::string_view done) {
  const std::pair<std::string_view, Text> words[] = {{"taken", {"Đã đọc bài. Duyệt từng dữ kiện ở cột bên phải.", "The article was read. Go through the statements at the right."}},
                                                     {"feed", {"Các bài trong nguồn tin đã vào hàng đợi.", "The articles of the feed are in the queue."}},
                                                     {"known", {"Bài này đã có trên bàn đọc báo.", "This article is on the desk already."}},
                                                     {"created", {"Đã nhận và ghi vào sổ.", "Accepted and entered."}},
                                                     {"linked", {"Đã đính chứng cứ.", "The proof is attached."}},
                                                     {"rejected", {"Đã bỏ dữ kiện.", "The statement is rejected."}},
                                                     {"undone", {"Đã hoàn tác.", "Undone."}},
                                                     {"again", {"Đã đọc lại bài.", "The article was read again."}}};
  for (const auto& [word, text] : words)
    if (word == done) return text;
  return {};
}

bool shown_under(const Candidate& c, std::string_view tab) {
  if (tab == "waiting") return c.row.state == "waiting";
  if (tab == "accepted") return c.row.state == "accepted";
  if (tab == "rejected") return c.row.state == "rejected" || c.row.state == "skipped";
  return true;
}

}  // namespace

web::Response article_page(const Desk& x, const web::Request& r, std::int64_t id) {
  const Lang lang = x.shell.lang;
  auto reading = load_reading(x.db, x.actor, id);
  if (!reading) return reg::problem_page(x.shell, reading.error());
  const auto all = candidates_of(x.db, x.actor, id);
  const Matcher matcher(x.db, x.actor, *x.context.catalog, &x.engine, *reading, lang);
  const std::string tab(r.query.get("show"));
  std::vector<Mark> marks;
  Html cards(lang);
  int number = 0, waiting = 0, accepted = 0, gone = 0, shown_cards = 0;
  for (const Candidate& c : all) {
    ++number;
    const bool open = c.row.state == "waiting";
    (open ? waiting : c.row.state == "accepted" ? accepted : gone) += 1;
    const Match match = open ? matcher.of(c) : Match{};
    const std::string css = !open ? (c.row.state == "accepted" ? " a" : " r") : match.verdict == Verdict::differs ? " w" : match.verdict == Verdict::fresh ? "" : " a";
    bool first = true;
    for (const auto& span : spans_from(c.row.spans)) {
      marks.push_back({span, c.row.id, number, css, first});
      first = false;
    }
    if (!shown_under(c, tab)) continue;
    ++shown_cards;
    cards << (open ? statement_card(x, c, match, number) : decided_card(x, c, number));
  }
  const std::string here = "/desk/" + std::to_string(id);
  auto tab_of = [&](Text label, const char* name, int n) { return Tab{label, *name ? here + "?show=" + name : here, std::to_string(n), tab == name}; };
  Html h(lang);
  h << "<div class=\"bench intake\"><header class=\"bench-h\"><h1>"_h << reading->row.title << "</h1><p class=\"m2 sm\">"_h
    << Message(std::to_string(all.size()) + " dữ kiện trong bài, đã nhận " + std::to_string(accepted) + ", đã bỏ " + std::to_string(gone) + ", còn " + std::to_string(waiting),
               std::to_string(all.size()) + " statements, " + std::to_string(accepted) + " accepted, " + std::to_string(gone) + " rejected, " + std::to_string(waiting) + " left")
    << "</p><span class=\"grow\"></span>"_h << keys_line(lang) << button(lang, {.label = Text("Thêm bài báo", "Add an article"), .icon = "plus", .href = "/desk/new", .key = "N"})
    << "</header><nav class=\"bench-l\" aria-label=\""_h << Text("Hàng đợi", "Queue") << "\">"_h << queue(x, id) << "</nav><section class=\"bench-c\" aria-label=\""_h << Text("Nội dung bài", "Text of the article")
    << "\" tabindex=\"0\"><p class=\"m2 sm\">"_h;
  if (!reading->source.empty()) h << reading->source;
  if (reading->row.published) h << (reading->source.empty() ? "" : ", ") << format_date(reading->row.published, lang);
  if (!reading->author.empty()) h << ", "_h << Text("tác giả", "by") << " "_h << reading->author;
  h << ". <a href=\"/evidence/"_h << reading->row.evidence.id << "\">"_h << Text("Bản lưu trong kho", "Stored text") << "</a>"_h;
  if (!reading->url.empty()) h << " · <a href=\""_h << Url{reading->url} << "\" rel=\"noreferrer noopener\">"_h << Text("Trang gốc", "Original page") << "</a>"_h;
  h << "</p>"_h << article_text(reading->text, std::move(marks), lang) << "</section><section class=\"bench-r\" aria-label=\""_h << Text("Dữ kiện", "Statements") << "\" tabindex=\"0\"><div class=\"desk-t\"><h2>"_h
    << Text("Dữ kiện đề xuất", "Statements") << "</h2>"_h
    << segments(lang, Text("Lọc dữ kiện", "Which statements"),
                {tab_of({"Tất cả", "All"}, "", static_cast<int>(all.size())), tab_of({"Chờ", "Waiting"}, "waiting", waiting), tab_of({"Đã nhận", "Accepted"}, "accepted", accepted),
                 tab_of({"Đã bỏ", "Rejected"}, "rejected", gone)})
    << "</div>"_h << cards;
  if (shown_cards == 0)
    h << "<p class=\"m2\">"_h << (all.empty() ? Text("Không đọc được dữ kiện nào trong bài.", "No statement was found in the article.") : Text("Không có dữ kiện nào ở mục này.", "Nothing here.")) << "</p>"_h;
  if (x.actor.may(Function::enter)) {
    h << "<div class=\"desk-all\">"_h;
    if (waiting > 0) h << act_button(x, id, "reject-rest", Text("Bỏ hết phần còn lại", "Reject the rest"));
    if (accepted + gone > 0) h << act_button(x, id, "take-back", Text("Hoàn tác cả bài", "Undo the whole article"));
    h << act_button(x, id, "again", Text("Đọc lại bài", "Read again")) << "</div>"_h;
  }
  h << "</section></div>"_h;
  Shell shell = x.shell;
  shell.rail = true;
  if (const Message message = said(r.query.get("done")); !message.empty()) {
    shell.toast = message.in(lang);
    if (const auto c = parse_int(r.query.get("c")); c && *c > 0 && r.query.get("done") != "undone") shell.toast_undo = "/statements/" + std::to_string(*c) + "/take-back";
  }
  PageHead head;
  head.title = Message(reading->row.title, reading->row.title);
  head.bare = true;
  return reg::respond(shell, head, h);
}

}  // namespace nc::app
