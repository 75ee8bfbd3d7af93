// Greeting letters on paper, in Vietnamese, in English, or one after the other.
#include "app/common/english_names.h"
#include "app/common/fact_table.h"
#include "app/common/paper_file.h"
#include "app/common/within.h"
#include "app/courtesy/panel.h"
#include "app/courtesy/public.h"
#include "app/organisations/public.h"
#include "html/assets.h"
#include "html/components.h"

namespace nc::app {

namespace {

using paper::Block;

struct Addressee { std::string name, name_en, contact; };

Addressee addressee_of(db::ReadDb& db, const Actor& actor, std::int64_t partner) {
  Addressee out;
  each_within(db, "SELECT p.name, p.name_en, p.contact FROM partner p WHERE p.id = $1 AND p.deleted = 0", {partner}, org_scope(actor, "p"), "", [&](const db::Row& r) {
    out = {std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2))};
    return false;
  });
  return out;
}

std::string to_line(const Addressee& a, Lang lang) {
  const std::string& name = lang == Lang::en && !a.name_en.empty() ? a.name_en : a.name;
  return a.contact.empty() ? name : a.contact + ", " + name;
}

paper::Paper letter_paper(db::ReadDb& db, const Actor& actor, const reg::Cells& cells, std::string_view wanted) {
  const reg::Description& d = courtesies();
  const Date date = Date::from_iso(d.text(cells, "date")).value_or(Date{});
  const Letterhead head = letterhead_of(db, db::as_int(cells[reg::k_org]), date);
  const Addressee to = addressee_of(db, actor, db::as_int(cells[static_cast<std::size_t>(d.column("partner"))]));
  const std::string vi = d.text(cells, "letter"), en = d.text(cells, "letter_en");
  const Lang first = wanted == "en" || vi.empty() ? Lang::en : Lang::vi;
  paper::Paper p = paper_from(head, first, "", date);
  if (const std::string line = to_line(to, first); !line.empty()) p.addressed_to = {line};
  if (db::as_int(cells[reg::k_illustrative]) != 0) p.stamp = "BẢN MẪU";
  put_paragraphs(p, first == Lang::vi ? vi : en);
  if (first == Lang::vi && wanted != "vi" && !en.empty()) {
    Block page;
    page.kind = Block::Kind::annex;
    page.runs = {{head.in(Lang::en) + "\n" + (to.name_en.empty() ? to.name : to.name_en), false, false, {}, {}}};
    p.blocks.push_back(std::move(page));
    put_paragraphs(p, en);
  }
  return p;
}

}  // namespace

Html letter_panel(const reg::PanelContext& x) {
  if (x.what.text(x.cells, "letter").empty() && x.what.text(x.cells, "letter_en").empty()) return Html(x.lang);
  const std::string base = "/courtesies/" + std::to_string(x.id) + "/letter";
  std::vector<ListItem> items;
  for (const auto& [title, query] : {std::pair{Text("Hai ngôn ngữ", "Two languages"), ""}, {Text("Tiếng Việt", "Vietnamese"), "?lang=vi"}, {Text("Tiếng Anh", "English"), "?lang=en"}}) {
    ListItem i;
    i.icon = "mail";
    i.title = Html(x.lang) << title;
    i.end = Html(x.lang) << "<a href=\""_h << Url{base + ".docx" + query} << "\">Word<span class=\"vh\">: "_h << title << "</span></a> · <a href=\""_h << Url{base + ".pdf" + query} << "\">PDF<span class=\"vh\">: "_h << title << "</span></a>"_h;
    items.push_back(std::move(i));
  }
  Html names(x.lang);
  const std::int64_t partner = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("partner"))]);
  if (const Addressee to = addressee_of(x.db, x.actor, partner); x.actor.may(Function::enter) && !x.what.text(x.cells, "letter_en").empty())
    names << english_names_notice(x.lang, Text("Thư tiếng Anh in tên tiếng Việt", "The English letter prints a Vietnamese name"), {{Text("Kính gửi", "Addressed to"), to.name, to.name_en, "/partners/" + std::to_string(partner) + "/edit#f-name_en"}});
  return card(x.lang, {.title = Text("Thư để in", "The letter on paper"), .body = item_list(x.lang, items), .foot = std::move(names), .id = "letter"});
}

void add_courtesy_pages(web::Router& router, const reg::Context& context) {
  for (const bool pdf : {false, true})
    router.get(std::string("/courtesies/{id}/letter") + (pdf ? ".pdf" : ".docx"), web::person().of("courtesy").seeing("internal"), reg::page_handler(context, [pdf](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell&) {
      const auto cells = reg::load(db, courtesies(), actor, reg::id_of(r));
      if (!cells) return web::refusal(cells.error());
      const paper::Paper p = letter_paper(db, actor, *cells, r.query.get("lang"));
      return paper_download(paper_bytes(p, pdf), "Thu " + db::as_text((*cells)[reg::k_code]), pdf);
    }));
}

}  // namespace nc::app
