// The frame of every page.
#include "html/shell.h"

#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"
#include "html/shell_parts.h"

namespace nc {
namespace {

void head(Html& h, const Shell& s, const PageHead& p) {
  h << "<!DOCTYPE html>\n<html lang=\""_h << parts::code(s.lang) << "\" data-bs-theme=\""_h
    << (s.dark ? "dark" : "light") << "\"><head><meta charset=\"utf-8\"><title>"_h << p.title
    << " · Nhịp Cầu</title>"
       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
       "<meta name=\"color-scheme\" content=\""_h
    << (s.dark ? "dark" : "light") << "\"><meta name=\"theme-color\" content=\""_h << (s.dark ? "#131A1E" : "#FCFBF8")
    << "\">"_h;
  // Without the picture an empty one keeps browsers from asking for /favicon.ico.
  const std::string favicon = asset_url("favicon.svg");
  h << "<link rel=\"icon\" type=\"image/svg+xml\" href=\""_h << (favicon.empty() ? "data:," : favicon) << "\">"_h;
  for (const std::string_view font : {"fonts/be-vietnam-vietnamese-400.woff2", "fonts/be-vietnam-latin-400.woff2"}) {
    const std::string url = asset_url(font);
    if (!url.empty())
      h << "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\""_h << url << "\">"_h;
  }
  const std::string css = asset_url("app.css"), js = asset_url("app.js"), chart_js = asset_url("chart.js");
  h << "<link rel=\"stylesheet\" href=\""_h << (css.empty() ? "/assets/app.css" : css)
    << "\">"
       "<script defer src=\""_h
    << (js.empty() ? "/assets/app.js" : js) << "\"></script>"_h;
  for (const std::string& name : p.scripts) {
    const std::string url = asset_url(name);
    if (!url.empty()) h << "<script defer src=\""_h << url << "\"></script>"_h;
  }
  // Charts may also arrive in parts of a page, so the address of their script is always known.
  if (!chart_js.empty()) h << "<meta name=\"nc-chart\" content=\""_h << chart_js << "\">"_h;
  h << "</head>"_h;
}

void crumbs(Html& h, const PageHead& p) {
  if (p.crumbs.empty()) return;
  h << "<nav class=\"crumb\" aria-label=\""_h << Text("Đường dẫn", "Breadcrumb") << "\"><ol>"_h;
  bool first = true;
  for (const auto& [label, href] : p.crumbs) {
    h << "<li>"_h;
    if (!first) h << icon("chevron-right", "s");
    if (href.empty()) {
      h << "<span>"_h << label << "</span>"_h;
    } else {
      h << "<a href=\""_h << Url{href} << "\">"_h << label << "</a>"_h;
    }
    h << "</li>"_h;
    first = false;
  }
  h << "</ol></nav>"_h;
}

void page_head(Html& h, const PageHead& p) {
  if (p.bare) return;
  h << "<div class=\"ph\"><div class=\"grow\">"_h;
  crumbs(h, p);
  h << "<div class=\"ph-t\"><h1>"_h << p.title << "</h1>"_h << p.beside << "</div>"_h;
  if (!p.sub.empty()) h << "<div class=\"ph-s\">"_h << p.sub << "</div>"_h;
  h << "</div>"_h;
  if (!p.actions.empty()) h << "<div class=\"ph-a\">"_h << p.actions << "</div>"_h;
  h << "</div>"_h;
}

void seen_as_strip(Html& h, const Shell& s) {
  if (s.seen_as.empty()) return;
  h << "<aside class=\"sample\" aria-label=\""_h << Text("Xem thử", "Seeing as") << "\"><form method=\"post\" action=\"/see-as/end\">"_h << hidden("csrf", s.csrf) << s.seen_as
    << " <button class=\"btn btn-s\" type=\"submit\">"_h << Text("Thôi xem thử", "End it") << "</button></form></aside>"_h;
}

void sample_strip(Html& h, const Shell& s) {
  if (!s.sample) return;
  h << "<aside class=\"sample\" aria-label=\""_h << Text("Cơ sở mẫu", "Sample office") << "\">"_h
    << icon("info-circle", "s") << "<span><b>"_h << Text("BẢN MẪU", "SAMPLE") << "</b> "_h
    << Text("Dòng có dấu “minh họa” dựng để xem thử, không phải số liệu thật.",
            "Rows marked “illustrative” are made up to try the system; they are not facts.")
    << "</span></aside>"_h;
}

void toast(Html& h, const Shell& s) {
  h << "<div class=\"toasts\" id=\"toasts\" role=\"status\" aria-live=\"polite\">"_h;
  if (!s.toast.empty()) {
    h << "<div class=\"toast-n\"><span class=\"grow\">"_h << s.toast << "</span>"_h;
    if (!s.toast_undo.empty()) {
      h << "<form method=\"post\" action=\""_h << Url{s.toast_undo} << "\">"_h << hidden("csrf", s.csrf)
        << "<button type=\"submit\">"_h << Text("Hoàn tác", "Undo") << "</button></form>"_h;
    }
    h << "</div>"_h;
  }
  h << "</div>"_h;
}

}  // namespace

std::string page(const Shell& s, const PageHead& p, const Html& body) {
  Html h(s.lang);
  h.reserve(body.str().size() + 24 * 1024);
  head(h, s, p);
  const bool plain = s.nav.empty();
  h << "<body"_h;
  if (!s.csrf.empty()) h << " hx-headers=\"{&quot;x-csrf-token&quot;:&quot;"_h << s.csrf << "&quot;}\""_h;
  h << "><a class=\"skip\" href=\"#main\">"_h << Text("Đến nội dung", "Skip to content") << "</a><div class=\"nc"_h
    << (plain    ? " nc-plain"
        : s.rail ? " nc-rail"
                 : "")
    << "\">"_h;
  if (!plain) shell::sidebar(h, s);
  h << "<div class=\"col\">"_h;
  shell::top_bar(h, s);
  seen_as_strip(h, s);
  sample_strip(h, s);
  h << "<main class=\"main\" id=\"main\" tabindex=\"-1\">"_h;
  page_head(h, p);
  h << body << "</main></div></div>"_h;
  if (!plain) shell::tab_bar(h, s);
  toast(h, s);
  h << "<div id=\"mo\"></div>"_h;
  if (!plain) shell::dialogs(h);
  h << "</body></html>\n"_h;
  return std::move(h).str();
}

}  // namespace nc
