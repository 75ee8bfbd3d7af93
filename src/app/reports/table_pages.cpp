// The page where standard tables are chosen for a report.
#include "app/reports/tables.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

Response choose(const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_report(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const std::string address = "/reports/" + std::to_string(reg::id_of(r));
  if (loaded->sealed()) return web::redirect(address);
  Html fields(shell.lang);
  for (const StandardTable& t : standard_tables()) fields << control(shell.lang, {.name = t.code, .label = Message(t.code + ". " + std::string(t.title.vi), t.code + ". " + std::string(t.title.en)), .value = "1", .type = "checkbox", .width = "half"});
  Html h(shell.lang);
  h << "<form method=\"post\" class=\"form-page\" action=\""_h << Url{address + "/tables"} << "\"><div>"_h << hidden("csrf", shell.csrf) << hidden("version", std::to_string(loaded->report.version)) << "<section class=\"card\">"_h
    << form_section(shell.lang, Text("Bảng số liệu đưa vào phụ lục", "Tables for the annex"), fields) << "</section><p class=\"m2 sm\">"_h
    << Text("Mỗi bảng có kỳ này, cùng kỳ năm trước và lũy kế; ô nào cũng là con số mở được bản ghi. Bảng chưa có số liệu thì không viết. Chọn lại sẽ thay các bảng đã thêm.",
            "Each table has this period, the same one a year before and all up to its end; every cell opens its records. Tables without figures are left out. Choosing again replaces those added before.")
    << "</p><div class=\"bt-b\">"_h << button(shell.lang, {.label = Text("Thêm các bảng đã chọn", "Add the chosen tables"), .icon = "table", .kind = "primary"}) << " <a class=\"btn\" href=\""_h << Url{address} << "\">"_h << Text("Quay lại", "Back") << "</a></div></div></form>"_h;
  PageHead head;
  head.title = Text("Bảng số liệu B1 đến B11", "Tables B1 to B11");
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(loaded->report.title, loaded->report.title), address}};
  return reg::respond(shell, head, h);
}

Response add(const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_report(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  if (loaded->sealed()) return reg::problem_page(shell, {Code::forbidden, Text("Báo cáo đã niêm phong, không sửa được.", "The report is sealed and can't be changed."), {}});
  std::vector<std::string> codes;
  for (const StandardTable& t : standard_tables())
    if (r.form.has(t.code)) codes.push_back(t.code);
  if (codes.empty()) return reg::problem_page(shell, {Code::invalid, Text("Chọn ít nhất một bảng.", "Choose at least one table."), {}});
  auto written = add_standard_tables(tx, actor, engine, *loaded, codes);
  if (!written) return reg::problem_page(shell, written.error());
  if (*written == 0) return reg::problem_page(shell, {Code::invalid, Text("Các sổ chưa có số liệu nào cho những bảng đã chọn trong kỳ này.", "The registers have no figures for these tables in the period."), {}});
  const std::string anchor = loaded->document.sections.back().blocks.front().id;
  loaded->report.status = "draft";
  auto saved = save_report(tx, actor, std::move(*loaded), parse_int(r.form.get("version")).value_or(-1), {}, std::to_string(*written) + " bảng số liệu");
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect("/reports/" + std::to_string(reg::id_of(r)) + "?done=tables#b-" + anchor);
}

}  // namespace

void add_table_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/reports/{id}/tables", web::person("enter").of("report"), reg::page_handler(context, [](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return choose(r, db, actor, shell); }));
  router.post("/reports/{id}/tables", web::person("enter").of("report"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return add(engine, r, tx, actor, shell); }));
}

}  // namespace nc::app
