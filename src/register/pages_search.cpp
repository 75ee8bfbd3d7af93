// The search page and the hits of the palette: all registers, newest first.
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

Html hits_of(const std::vector<Hit>& hits, const std::string& words, Lang lang) {
  Html h(lang);
  const Description* last = nullptr;
  for (const Hit& hit : hits) {
    if (hit.what != last) {
      if (last) h << "</ul></section>"_h;
      h << "<section class=\"hits\"><h2>"_h << icon(hit.what->icon_name, "s") << "<a href=\""_h << Url{list_url(*hit.what) + "?q=" + url_encode(words)} << "\">"_h << hit.what->plural << "</a></h2><ul>"_h;
      last = hit.what;
    }
    h << "<li><a href=\""_h << Url{record_url(*hit.what, hit.id)} << "\"><span class=\"tt\">"_h << hit.title << "</span><span class=\"tsub\">"_h << hit.code;
    if (auto day = Date::from_iso(hit.date)) h << " · "_h << format_date(*day, lang);
    h << "</span></a>"_h;
    if (hit.illustrative) h << illustrative_mark(lang);
    h << "</li>"_h;
  }
  if (last) h << "</ul></section>"_h;
  return h;
}

}  // namespace

web::Response search_page(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  const std::string words(r.query.get("q"));
  const auto hits = search(db, *c.catalog, actor, words, r.partial() ? 5 : 20, shell.lang);
  const Html found = hits_of(hits, words, shell.lang);
  if (r.partial()) return web::html(found.str()).with("Vary", "HX-Request");
  PageHead head;
  head.title = words.empty() ? Message(Text("Tìm", "Search")) : Message("Tìm “" + words + "”", "Search “" + words + "”");
  if (!hits.empty()) {
    const std::string n = std::to_string(hits.size());
    head.sub = Html(shell.lang) << Message(n + " bản ghi, mới nhất trước, mỗi sổ nhiều nhất 20", n + " records, newest first, at most 20 of each register");
  }
  Html body(shell.lang);
  body << "<form class=\"fls\" method=\"get\" action=\"/search\" role=\"search\"><label class=\"fl fl-q\">"_h << icon("search", "s") << "<span class=\"vh\">"_h
       << Text("Từ cần tìm", "Words") << "</span><input type=\"search\" name=\"q\" value=\""_h << words
       << "\"></label><button class=\"btn btn-s\" type=\"submit\">"_h << Text("Tìm", "Search") << "</button></form><div class=\"card\">"_h;
  if (hits.empty() && !words.empty())
    body << empty_state(shell.lang, Message("Không thấy “" + words + "”", "Nothing found for “" + words + "”"),
                        Text("Gõ không dấu cũng được; thử ít chữ hơn, hoặc một phần của tên.", "Diacritics don't matter; try fewer words, or part of a name."), {});
  else if (words.empty())
    body << empty_state(shell.lang, Text("Gõ tên đoàn, đối tác, số quyết định", "Type the name of a delegation, a partner, a decision number"),
                        Text("Tìm trong mọi sổ cùng lúc; không cần dấu.", "All registers are searched at once; diacritics don't matter."), {});
  else
    body << "<div class=\"cb\">"_h << found << "</div>"_h;
  return respond(shell, head, body << "</div>"_h);
}

}  // namespace nc::reg
