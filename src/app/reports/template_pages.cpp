// Pages of Word templates: send one in, what it holds, the names that may stand in it.
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/evidence/public.h"
#include "app/reports/templates.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

struct Typed { std::string title, kind = "any"; Problems problems; };

Html names_card(const fig::Engine& engine, Lang lang) {
  Table t;
  t.caption = Text("Các chỗ để điền", "Places");
  t.columns = {{.label = Text("Gõ trong tệp Word", "Type in the Word file"), .key = true}, {.label = Text("Thành", "Becomes")}, {.label = Text("Đặt ở đâu", "Where")}};
  for (const PlaceName& p : place_names(engine)) {
    Row row;
    row.cells = {Html(lang) << "<code>«"_h << p.name << "»</code>"_h, Html(lang) << p.what, Html(lang) << (p.kind == paper::Place::blocks ? Text("một mình một đoạn trong thân văn bản", "alone in a paragraph of the body") : Text("bất cứ đâu, kể cả đầu trang, trong bảng", "anywhere, in page heads and tables too"))};
    t.rows.push_back(std::move(row));
  }
  return card(lang, {.title = Text("Các chỗ để điền", "Places"), .note = Text("Gõ tên giữa hai dấu « ». Chữ trong « » mà không giống tên chỗ thì giữ nguyên.", "Type the name between « and ». Other words between the two marks stay."), .body = table(lang, t), .flush = true});
}

Html upload_form(const Shell& s, const Typed& typed) {
  const auto error_of = [&](std::string_view field) {
    for (const Problem& p : typed.problems)
      if (p.field == field && field != "file") return p.message.in(s.lang);
    return std::string();
  };
  Control title{.name = "title", .label = Text("Tên mẫu", "Title"), .value = typed.title, .error = error_of("title"), .required = true, .width = "half"};
  Control kind{.name = "kind", .label = Text("Dùng cho", "Used for"), .value = typed.kind, .error = error_of("kind"), .required = true, .type = "select", .width = "half"};
  for (const auto& o : report_templates().find("kind")->opt.options->all()) kind.options.emplace_back(o.code, o.label.in(s.lang));
  Control file{.name = "file", .label = Text("Tệp Word (.docx)", "Word file (.docx)"), .required = true, .type = "file", .width = "full", .accept = ".docx"};
  file.hint = Text("Tối đa 5 MB, không có macro", "At most 5 MB, no macros");
  Html h(s.lang);
  if (!typed.problems.empty()) {
    h << "<div class=\"card\"><div class=\"cb\" role=\"alert\"><p>"_h << Message("Mẫu chưa dùng được, còn " + std::to_string(typed.problems.size()) + " chỗ:", "The template can't be used yet, " + std::to_string(typed.problems.size()) + " things to mend:") << "</p><ol class=\"probs\">"_h;
    for (const Problem& p : typed.problems) h << "<li>"_h << p.message << "</li>"_h;
    h << "</ol></div></div>"_h;
  }
  return h << "<form method=\"post\" action=\"/report-templates\" enctype=\"multipart/form-data\" class=\"form-page\"><div>"_h << hidden("csrf", s.csrf) << "<section class=\"card\">"_h
           << form_section(s.lang, Text("Gửi mẫu Word của cơ quan", "Send the office's Word template"), Html(s.lang) << control(s.lang, title) << control(s.lang, kind) << control(s.lang, file)) << "</section><div class=\"bt-b\">"_h
           << button(s.lang, {.label = Text("Kiểm tra và lưu", "Check and save"), .icon = "upload", .kind = "primary"}) << " <a class=\"btn\" href=\"/report-templates\">"_h << Text("Quay lại", "Back") << "</a></div></div></form>"_h;
}

Response form_page(const fig::Engine& engine, const Shell& s, const Typed& typed, int status = 200) {
  PageHead head;
  head.title = Text("Mẫu Word mới", "New Word template");
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {report_templates().plural, "/report-templates"}};
  return reg::respond(s, head, Html(s.lang) << upload_form(s, typed) << names_card(engine, s.lang), status);
}

std::string listed(const std::vector<paper::PlaceSeen>& seen) {
  std::string out;
  for (const auto& p : seen)
    if (const std::string name = "«" + p.name + "»"; out.find(name) == std::string::npos) out += (out.empty() ? "" : ", ") + name;
  return out;
}

Response save_template(const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  Typed typed{std::string(r.form.get("title")), std::string(r.form.get("kind")), {}};
  const web::Upload* sent = nullptr;
  for (const auto& u : r.uploads)
    if (u.field == "file" && !u.bytes.empty()) sent = &u;
  if (!sent) {
    typed.problems.push_back({Code::invalid, Text("Chọn một tệp Word (.docx).", "Choose a Word file (.docx)."), "file"});
    return form_page(engine, shell, typed, 422);
  }
  const auto seen = paper::places_of(sent->bytes, [&engine](std::string_view name) { return place_kind(engine, name); });
  if (!seen) {
    typed.problems = seen.error();
    return form_page(engine, shell, typed, 422);
  }
  if (auto room = has_room(tx, actor.org, sent->bytes.size()); !room) {
    typed.problems.push_back(room.error());
    return form_page(engine, shell, typed, 422);
  }
  const reg::Description& d = report_templates();
  reg::Cells cells = fresh_record(d, actor.org);
  const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("title", typed.title);
  put("kind", typed.kind);
  put("file_name", sent->filename);
  put("sha256", keep_file(tx, sent->bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
  put("places", listed(*seen));
  put("size", static_cast<std::int64_t>(sent->bytes.size()));
  auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) {
    typed.problems = saved.error();
    return form_page(engine, shell, typed, 422);
  }
  return web::redirect("/report-templates/" + std::to_string(saved->id) + "?done=saved");
}

Response template_page(const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const reg::Description& d = report_templates();
  auto cells = reg::load(db, d, actor, reg::id_of(r));
  if (!cells) return reg::problem_page(shell, cells.error());
  if (r.query.get("done") == "saved") shell.toast = Text("Mẫu dùng được: mọi chỗ đều nhận ra.", "The template can be used: every place is known.").in(shell.lang);
  const std::string id = std::to_string(reg::id_of(r));
  Html body(shell.lang);
  body << definition_list(shell.lang, {{Text("Dùng cho", "Used for"), Html(shell.lang) << d.find("kind")->opt.options->label(d.text(*cells, "kind"), shell.lang)}, {Text("Tệp", "File"), Html(shell.lang) << d.text(*cells, "file_name")},
                                       {Text("Chỗ để điền", "Places"), Html(shell.lang) << d.text(*cells, "places")}});
  body << "<p class=\"m2 sm\">"_h << Text("Ở tờ báo cáo, mục Word, PDF có thêm dòng “Word theo mẫu” với tên mẫu này.", "On a report, under Word, PDF, there is a line with this template's name.") << "</p>"_h;
  PageHead head;
  head.title = Message(d.text(*cells, "title"), d.text(*cells, "title"));
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {d.plural, "/report-templates"}};
  head.actions = Html(shell.lang) << "<a class=\"btn\" href=\"/report-templates/"_h << id << "/file.docx\">"_h << icon("download") << Text("Tải tệp mẫu", "Download the file") << "</a> <a class=\"btn\" href=\"/report-templates/"_h << id << "/history\">"_h
                                  << icon("history") << Text("Lịch sử", "History") << "</a>"_h;
  return reg::respond(shell, head, Html(shell.lang) << card(shell.lang, {.title = Text("Mẫu này", "This template"), .body = body}) << names_card(engine, shell.lang));
}

Response template_file(const Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  auto cells = reg::load(db, report_templates(), actor, reg::id_of(r));
  if (!cells) return reg::problem_page(shell, cells.error());
  if (report_templates().text(*cells, "sha256").empty()) return reg::problem_page(shell, {Code::conflict, Text("Mẫu này chưa có tệp. Gửi lại tệp Word.", "The template has no file. Send the Word file again."), {}});
  auto file = load_file(db, report_templates().text(*cells, "sha256"));
  if (!file) return reg::problem_page(shell, file.error());
  const std::string name = report_templates().text(*cells, "file_name");
  return web::download(std::move(file->bytes), file->media_type, name.empty() ? "mau.docx" : name);
}

}  // namespace

void add_template_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/report-templates/new", web::person("enter"), reg::page_handler(context, [&engine](const Request&, db::ReadDb&, const Actor&, Shell& shell) { return form_page(engine, shell, {}); }));
  router.post("/report-templates", web::person("enter"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return save_template(engine, r, tx, actor, shell); }));
  router.get("/report-templates/{id}", web::person().of("report_template"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return template_page(engine, r, db, actor, shell); }));
  router.get("/report-templates/{id}/file.docx", web::person().of("report_template").seeing("internal"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return template_file(r, db, actor, shell); }));
}

}  // namespace nc::app
