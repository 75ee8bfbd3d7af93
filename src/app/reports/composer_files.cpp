// The files of a report on its page: what is kept byte by byte since the seal, what is drawn anew.
#include <algorithm>

#include "app/reports/composer.h"
#include "app/reports/templates.h"
#include "html/assets.h"

namespace nc::app {

namespace {

struct Format { const char* code; Text name; };
const std::vector<Format>& formats() {
  static const std::vector<Format> all{{"docx", {"Word (DOCX)", "Word (DOCX)"}}, {"pdf", {"PDF", "PDF"}}, {"html", {"Trang HTML", "HTML page"}}, {"json", {"Dữ liệu JSON", "JSON data"}}};
  return all;
}

const KeptFile* kept_one(const Composer& c, Lang paper, const char* format) {
  const std::string end = std::string(paper == Lang::vi ? "/vi." : "/en.") + format;
  const auto it = std::ranges::find_if(c.kept, [&](const KeptFile& f) { return f.name.ends_with(end); });
  return it == c.kept.end() ? nullptr : &*it;
}

std::string address(const Composer& c, Lang paper, const char* format) { return c.url() + "/report." + format + (paper == Lang::en ? "?lang=en" : ""); }

Html menu_line(const Composer& c, Lang paper, const Format& format) {
  Html h(c.lang);
  h << "<li><a href=\""_h << Url{address(c, paper, format.code)} << "\">"_h << format.name << (paper == Lang::en ? Message(Text(", bản tiếng Anh", ", in English")) : Message());
  if (c.loaded.sealed() && !kept_one(c, paper, format.code)) h << Text(" (vẽ lại)", " (drawn anew)");
  return h << "</a></li>"_h;
}

/// "Word · PDF · HTML · JSON" of one language.
Html links_of(const Composer& c, Lang paper) {
  Html h(c.lang);
  for (const auto& [format, label] : {std::pair{"docx", "Word"}, {"pdf", "PDF"}, {"html", "HTML"}, {"json", "JSON"}})
    if (kept_one(c, paper, format)) h << " <a href=\""_h << Url{address(c, paper, format)} << "\">"_h << label << "</a>"_h;
  return h;
}

Html line(const Composer& c, const char* icon_name, const char* tone, const Html& text) {
  return Html(c.lang) << "<li class=\""_h << tone << "\">"_h << icon(icon_name, "s") << "<span>"_h << text << "</span></li>"_h;
}

}  // namespace

Html downloads(const Composer& c) {
  Html h(c.lang);
  h << "<details class=\"opens menu\"><summary class=\"btn\">"_h << icon("download") << Text("Word, PDF", "Word, PDF") << "</summary><ul class=\"pane menu-b\">"_h;
  for (const bool kept : {true, false})
    for (const Lang paper : {Lang::vi, Lang::en})
      for (const Format& f : formats())
        if ((kept_one(c, paper, f.code) != nullptr) == kept) h << menu_line(c, paper, f);
  for (const TemplateName& t : templates_for(c.db, c.actor, c.loaded.report.org.id, c.loaded.report.kind))
    h << "<li><a href=\""_h << Url{c.url() + "/report.docx?template=" + std::to_string(t.id)} << "\">"_h << Message("Word theo mẫu: " + t.title, "Word, template: " + t.title)
      << (c.loaded.sealed() ? Message(Text(" (vẽ lại)", " (drawn anew)")) : Message()) << "</a></li>"_h;
  return h << "</ul></details>"_h;
}

Html kept_state(const Composer& c) {
  Html h(c.lang);
  if (!c.loaded.sealed()) return h;
  h << "<h2>"_h << Text("Tệp giữ nguyên", "Files kept") << "</h2><ul class=\"ck\" id=\"kept\">"_h;
  if (c.kept.empty())
    return h << line(c, "info-circle", "tip", Html(c.lang) << Text("Niêm phong trước khi hệ thống giữ tệp: Word, PDF tải về được vẽ lại từ con số đã đóng băng.", "Sealed before files were kept: Word and PDF are drawn anew from the frozen figures.")) << "</ul>"_h;
  const Date day = day_of(c.kept.front().kept_at);
  h << line(c, "lock", "ok", Html(c.lang) << (c.loaded.numbered() ? Message("Tải về là đúng tệp đã phát hành ngày " + format_date(day, Lang::vi) + ", từng byte", "Downloads are the files as issued on " + format_date(day, Lang::en) + ", byte by byte")
                                                                 : Message("Tải về là đúng tệp đã niêm phong ngày " + format_date(day, Lang::vi) + ", từng byte", "Downloads are the files as sealed on " + format_date(day, Lang::en) + ", byte by byte")));
  h << line(c, "file-text", "ok", Html(c.lang) << Text("Tiếng Việt:", "Vietnamese:") << links_of(c, Lang::vi));
  if (kept_one(c, Lang::en, "pdf")) h << line(c, "file-text", "ok", Html(c.lang) << Text("Tiếng Anh:", "English:") << links_of(c, Lang::en));
  if (const KeptFile* pdf = kept_one(c, Lang::vi, "pdf"))
    h << line(c, "hash", "ok", Html(c.lang) << Text("SHA-256 của PDF", "SHA-256 of the PDF") << " <code class=\"xs\">"_h << pdf->sha256.substr(0, 16) << "…</code>"_h);
  return h << "</ul>"_h;
}

}  // namespace nc::app
