// Forms of the desk: a new article, and a statement edited before it is accepted.
#include "app/desk/pages.h"
#include "app/evidence/public.h"
#include "base/words.h"
#include "html/assets.h"

namespace nc::app {

namespace {

std::string error_of(const Problems& problems, std::string_view field, Lang lang) {
  for (const auto& p : problems)
    if (p.field == field) return p.message.in(lang);
  return {};
}

Html summary_of(const Problems& problems, Lang lang) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const auto& p : problems) lines.emplace_back(p.field, p.message.in(lang));
  return lines.empty() ? Html(lang) : error_summary(lang, lines);
}

/// Organisations articles are about: those of the actor's reach, the own one first.
std::vector<std::pair<std::string, std::string>> organisations(const Desk& x) {
  std::vector<std::pair<std::string, std::string>> out;
  db::Params params{x.actor.org};
  std::string sql = "SELECT o.code, o.name FROM organisation o WHERE o.deleted = 0 AND (";
  append(sql, params, reach_scope(x.actor, "o"));
  x.db.each(db::Sql::built(sql + ") ORDER BY CASE WHEN o.id = $1 THEN 0 ELSE 1 END, CASE o.kind WHEN 'provincial_union' THEN 0 WHEN 'locality' THEN 1 ELSE 2 END, o.id LIMIT 300"), params, [&](const db::Row& row) {
    out.emplace_back(std::string(row.text(0)), std::string(row.text(1)));
    return true;
  });
  return out;
}

Control text_box(const char* name, Text label, const std::string& value, const Problems& problems, Lang lang, int max) {
  Control c;
  c.name = name;
  c.label = label;
  c.value = value;
  c.error = error_of(problems, name, lang);
  c.max_length = max;
  return c;
}

/// The registers a statement may go into, as a small switch above the form.
Html alternatives(const Desk& x, const Candidate& c, const std::string& as, int measure) {
  std::vector<Tab> tabs;
  const std::string here = "/statements/" + std::to_string(c.row.id) + "/edit?as=";
  for (const auto& name : registers_for(c.fact))
    if (const auto* d = x.context.catalog->find(name)) tabs.push_back({d->plural, here + name, {}, as == name});
  const auto numbers = measures_of(c.fact);
  if (numbers.size() < 2) tabs.push_back({Text("Số đã công bố", "Claim"), here + "claim", {}, as == "claim"});
  else
    for (std::size_t i = 0; i < numbers.size(); ++i)
      tabs.push_back({Message("Số đã công bố: " + numbers[i].label.vi, "Claim: " + numbers[i].label.en), here + "claim&m=" + std::to_string(i), {}, as == "claim" && measure == static_cast<int>(i)});
  return segments(x.shell.lang, Text("Ghi vào", "Goes into"), tabs);
}

}  // namespace

Html value_controls(const Desk& x, const ValueEntry& v, const reg::Typed& typed) {
  const Lang lang = x.shell.lang;
  auto given = [&](const char* name, const std::string& otherwise) { return typed.fields && typed.fields->has(name) ? std::string(typed.fields->get(name)) : otherwise; };
  Html fields(lang);
  Control amount = text_box("value.amount", Text("Số tiền", "Amount"), given("value.amount", v.amount), typed.problems, lang, 60);
  amount.hint = Text("Để trống khi bài không nêu", "Empty when the article does not say");
  amount.width = "third";
  Control basis = text_box("value.basis", Text("Căn cứ tính", "Basis"), given("value.basis", v.basis), typed.problems, lang, 0);
  basis.type = "select";
  basis.width = "third";
  if (const auto* d = x.context.catalog->find("aid_value"))
    for (const auto& o : d->find("basis")->opt.options->all()) basis.options.emplace_back(o.code, capital(o.label.in(lang)));
  Control day = text_box("value.date", Text("Ngày", "Date"), given("value.date", v.date.iso()), typed.problems, lang, 0);
  day.type = "date";
  day.width = "third";
  fields << control(lang, amount) << control(lang, basis) << control(lang, day);
  return form_section(lang, Text("Giá trị bài nêu", "Value the article states"), fields);
}

web::Response edit_page(const Desk& x, const Candidate& c, const ReadingSeen& reading, const std::string& as, int measure, const reg::Cells& cells, const reg::Typed& typed, int status) {
  const Lang lang = x.shell.lang;
  const auto* d = x.context.catalog->find(as);
  PageHead head;
  head.title = Text("Sửa rồi nhận", "Edit, then accept");
  head.crumbs = {{Text("Đọc báo", "Press desk"), "/desk"}, {Message(reading.row.title, reading.row.title), "/desk/" + std::to_string(reading.row.id)}};
  Html h(lang);
  h << summary_of(typed.problems, lang) << alternatives(x, c, as, measure) << "<div class=\"form-page\"><form class=\"card form\" method=\"post\" novalidate action=\"/statements/"_h << c.row.id << "/accept\">"_h
    << hidden("csrf", x.shell.csrf) << hidden("as", as) << hidden("m", std::to_string(measure)) << hidden("edited", "1") << reg::form_body(x.context, x.db, x.actor, x.shell, *d, cells, typed);
  if (as == "aid") h << value_controls(x, draft_value(reading, c.fact).value_or(ValueEntry{}), typed);
  h << "<div class=\"ff\">"_h << button(lang, {.label = Text("Nhận", "Accept"), .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Quay lại bài", "Back to the article"), .href = "/desk/" + std::to_string(reading.row.id) + "#c-" + std::to_string(c.row.id), .kind = "ghost"})
    << "</div></form><aside class=\"form-aside\" aria-label=\""_h << Text("Bài viết", "Article") << "\"><section class=\"card\"><div class=\"cb\"><h2>"_h << Text("Bài viết", "Article") << "</h2><blockquote class=\"quote\"><q><mark class=\"sp\">"_h
    << c.row.quote << "</mark></q><footer>"_h << reading.row.title << (reading.row.published ? ", " + format_date(reading.row.published, lang) : std::string()) << "</footer></blockquote>"_h;
  if (const auto missing = missing_fields(c.fact); !missing.empty()) {
    h << "<p class=\"m2 xs\">"_h << Text("Bài không nêu, để trống hoặc ghi từ nguồn khác:", "Not in the article; leave empty or enter from another source:") << " "_h;
    for (std::size_t i = 0; i < missing.size(); ++i) h << (i == 0 ? "" : ", ") << missing[i];
    h << "</p>"_h;
  }
  h << "</div></section></aside></div>"_h;
  return reg::respond(x.shell, head, h, status);
}

web::Response new_article_page(const Desk& x, const NewArticleForm& f, int status) {
  const Lang lang = x.shell.lang;
  Html what(lang), about(lang);
  Control text = text_box("text", Text("Nội dung bài", "Text of the article"), f.text, f.problems, lang, 0);
  text.type = "textarea";
  text.width = "full";
  text.hint = Text("Dán cả bài, hoặc gửi tệp ở dưới", "Paste the whole article, or send a file below");
  Control file = text_box("file", Text("Tệp bài báo, báo cáo", "File of an article or report"), {}, f.problems, lang, 0);
  file.type = "file";
  file.accept = ".txt,.html,.htm,.docx,.odt,.pdf,.xml,.rss,.atom";
  file.hint = Text("Văn bản, trang web đã lưu, Word, OpenDocument, PDF có lớp chữ; tệp nguồn tin RSS, Atom thì mỗi mục là một bài",
                   "Text, a saved page, Word, OpenDocument, PDF with a text layer; of an RSS or Atom feed each entry is an article");
  what << control(lang, text) << control(lang, file);
  Control title = text_box("title", Text("Tít bài", "Title"), f.title, f.problems, lang, 290);
  title.hint = Text("Để trống: lấy từ bài", "Empty: taken from the article");
  Control source = text_box("source", Text("Báo, cơ quan ban hành", "Outlet, issuer"), f.source, f.problems, lang, 200);
  Control author = text_box("author", Text("Tác giả", "Author"), f.author, f.problems, lang, 200);
  Control day = text_box("published", Text("Ngày đăng", "Published"), f.published, f.problems, lang, 0);
  day.type = "date";
  day.hint = Text("“Năm nay”, “sáu tháng đầu năm” tính theo ngày này", "“This year” and “the first half” are read by this day");
  Control url = text_box("url", Text("Đường dẫn", "Address"), f.url, f.problems, lang, 500);
  url.type = "url";
  Control org = text_box("about", Text("Bài nói về đơn vị", "About"), f.about, f.problems, lang, 0);
  org.type = "select";
  org.options = organisations(x);
  org.options.insert(org.options.begin(), {"", lang == Lang::vi ? "Tự nhận ra từ bài" : "Found from the text"});
  about << control(lang, title) << control(lang, source) << control(lang, author) << control(lang, day) << control(lang, url) << control(lang, org);
  Html h(lang);
  h << summary_of(f.problems, lang) << "<form class=\"card form\" method=\"post\" action=\"/desk\" enctype=\"multipart/form-data\" novalidate>"_h << hidden("csrf", x.shell.csrf)
    << form_section(lang, Text("Bài báo, báo cáo", "Article, report"), what) << form_section(lang, Text("Về bài", "About it"), about) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Đọc bài", "Read it"), .kind = "primary", .key = "Ctrl ↵"}) << button(lang, {.label = Text("Quay lại", "Back"), .href = "/desk", .kind = "ghost"}) << "</div></form>"_h;
  PageHead head;
  head.title = Text("Thêm bài báo", "Add an article");
  head.crumbs = {{Text("Đọc báo", "Press desk"), "/desk"}};
  return reg::respond(x.shell, head, h, status);
}

}  // namespace nc::app
