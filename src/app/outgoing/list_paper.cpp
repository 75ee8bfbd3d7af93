// Pages and files of papers drawn from many records.
#include "app/common/paper_file.h"
#include "app/outgoing/papers.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

web::Response page(const ListPaper& p, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const auto drawn = p.draw(db, actor, r.query);
  PageHead head;
  head.title = p.title;
  head.crumbs = p.crumbs;
  Html h(s.lang);
  h << "<form class=\"card form\" method=\"get\" action=\""_h << Url{p.address} << "\">"_h << form_section(s.lang, p.title, p.ask(db, actor, s, r.query)) << "<div class=\"ff\">"_h
    << button(s.lang, {.label = Text("Lập", "Draw up"), .icon = "refresh", .kind = "primary"}) << "</div></form>"_h;
  if (!drawn) {
    h << notice(s.lang, Tone::bad, "alert-circle", Html(s.lang) << drawn.error().message);
    return reg::respond(s, head, h, http_status(drawn.error().code));
  }
  const std::string query = query_of(r.query);
  head.actions = Html(s.lang) << button(s.lang, {.label = Text("Tải Word", "Word"), .icon = "file-type-docx", .href = p.address + ".docx" + query})
                              << button(s.lang, {.label = Text("Tải PDF", "PDF"), .icon = "file-type-pdf", .href = p.address + ".pdf" + query});
  h << "<div class=\"wb-desk\" tabindex=\"0\" role=\"region\" aria-label=\""_h << Text("Tờ văn bản", "The paper") << "\">"_h << paper::sheet(*drawn, s.lang) << "</div>"_h;
  return reg::respond(s, head, h);
}

}  // namespace

void add_list_paper(web::Router& router, const reg::Context& context, const ListPaper& p) {
  const auto seen = [] { return web::person().seeing("internal"); };
  router.get(p.address, seen(), reg::page_handler(context, [p](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return page(p, r, db, a, s); }));
  for (const bool pdf : {false, true})
    router.get(p.address + (pdf ? ".pdf" : ".docx"), seen(), reg::page_handler(context, [p, pdf](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) {
      const auto drawn = p.draw(db, a, r.query);
      if (!drawn) return web::refusal(drawn.error());
      return paper_download(paper_bytes(*drawn, pdf), p.file_name, pdf);
    }));
}

}  // namespace nc::app
