// The composer's left column: outline, state of the figures, format checks, hints.
#include <algorithm>

#include "app/reports/composer.h"
#include "html/assets.h"

namespace nc::app {

namespace {

int numbers_in(const doc::Section& section) {
  std::size_t n = 0;
  for (const auto& b : section.blocks) {
    n += doc::marks_in(b.text).size();
    for (const auto& row : b.rows)
      for (const auto& cell : row) n += doc::marks_in(cell).size();
  }
  return static_cast<int>(n);
}

Html line(const Composer& c, const char* icon_name, const char* tone, const Html& text) {
  Html h(c.lang);
  return h << "<li class=\""_h << tone << "\">"_h << icon(icon_name, "s") << "<span>"_h << text << "</span></li>"_h;
}

Html outline(const Composer& c) {
  Html h(c.lang);
  const doc::Section* of_chosen = nullptr;
  for (const auto& s : c.document().sections)
    for (const auto& b : s.blocks) {
      const auto has = [&](const std::string& text) { return text.find("{" + c.chosen + "}") != std::string::npos; };
      bool here = !c.chosen.empty() && has(b.text);
      for (const auto& row : b.rows)
        for (const auto& cell : row) here = here || (!c.chosen.empty() && has(cell));
      if (here && !of_chosen) of_chosen = &s;
    }
  h << "<h2>"_h << Text("Mục lục", "Outline") << "</h2><ol class=\"ol\">"_h;
  if (c.editable()) {
    h << "<li><a href=\""_h << Url{c.url("p=head#fig")} << "\""_h;
    if (c.pane == "head") h << " aria-current=\"true\""_h;
    h << "><span>"_h << Text("Đầu văn bản, nơi nhận, ký", "Head, recipients, signature") << "</span></a></li>"_h;
  }
  for (const auto& s : c.document().sections) {
    if (s.blocks.empty()) continue;
    h << "<li><a href=\"#b-"_h << s.blocks.front().id << "\""_h;
    if (&s == of_chosen && c.pane != "head") h << " class=\"on\""_h;
    h << "><span lang=\""_h << (c.paper == Lang::en && !s.title_en.empty() ? "en" : "vi") << "\">"_h << (c.paper == Lang::en && !s.title_en.empty() ? s.title_en : s.title) << "</span><span class=\"n\">"_h << numbers_in(s) << "</span></a></li>"_h;
  }
  h << "</ol>"_h;
  if (c.editable()) h << "<p class=\"ol-more\"><a class=\"btn btn-s\" href=\""_h << Url{c.url() + "/tables"} << "\">"_h << icon("table", "s") << Text("Thêm bảng B1–B11", "Add tables B1–B11") << "</a> <a class=\"btn btn-s\" href=\""_h << Url{c.url() + "/charts"} << "\">"_h << icon("chart-bar", "s") << Text("Thêm biểu đồ", "Add a chart") << "</a></p>"_h;
  return h;
}

Html figures(const Composer& c) {
  const auto order = tokens_in_order(c.document());
  Html h(c.lang);
  h << "<h2>"_h << Text("Con số", "Figures") << "</h2><ul class=\"ck\">"_h;
  if (c.loaded.sealed()) {
    h << line(c, "lock", "ok", Html(c.lang) << Message(std::to_string(order.size()) + " số đã đóng băng cùng danh sách bản ghi", std::to_string(order.size()) + " figures frozen with their records"));
    return h << "</ul>"_h;
  }
  std::vector<std::string> stale, missing;
  for (const auto& id : order) {
    const auto it = c.seen.find(id);
    if (it == c.seen.end()) continue;
    if (it->second.missing) missing.push_back(id);
    else if (it->second.stale) stale.push_back(id);
  }
  const auto match = order.size() - stale.size() - missing.size();
  h << line(c, "circle-check", "ok", Html(c.lang) << Message(std::to_string(match) + " số khớp sổ", std::to_string(match) + " match the registers"));
  auto links = [&](const std::vector<std::string>& ids) {
    Html list(c.lang);
    for (std::size_t i = 0; i < ids.size() && i < 6; ++i) {
      const auto& one = c.seen.at(ids[i]);
      const auto* token = c.document().find_token(ids[i]);
      list << " <a href=\""_h << Url{c.url("t=" + ids[i] + "#fig")} << "\">"_h << (token && !token->shown.empty() ? token->shown : one.shown) << "</a>"_h;
    }
    return list;
  };
  if (!stale.empty())
    h << line(c, "alert-triangle", "warn", Html(c.lang) << Message(std::to_string(stale.size()) + " số đã đổi trong sổ:", std::to_string(stale.size()) + " have moved:") << links(stale));
  if (!missing.empty())
    h << line(c, "alert-triangle", "bad", Html(c.lang) << Message(std::to_string(missing.size()) + " số chưa có bản ghi:", std::to_string(missing.size()) + " have no records:") << links(missing));
  const int typed = typed_numbers(c.document());
  h << line(c, typed ? "alert-triangle" : "circle-check", typed ? "warn" : "ok", Html(c.lang) << Message(std::to_string(typed) + " số gõ tay", std::to_string(typed) + " typed by hand"));
  return h << "</ul>"_h;
}

Html checks(const Composer& c, const paper::Paper& paper) {
  Html h(c.lang);
  h << "<h2>"_h << Text("Thể thức, Nghị định 30/2020", "Form, Decree 30/2020") << "</h2><ul class=\"ck\">"_h;
  for (const auto& check : paper::format_checks(paper))
    h << line(c, check.waiting ? "clock" : check.ok ? "circle-check" : "alert-triangle", check.waiting ? "wait" : check.ok ? "ok" : "bad", Html(c.lang) << check.what);
  return h << "</ul>"_h;
}

Html hints(const Composer& c) {
  Html h(c.lang);
  if (c.hints.empty()) return h;
  h << "<h2>"_h << Text("Nhắc khi soạn", "Hints") << "</h2><ul class=\"ck\">"_h;
  for (const auto& hint : c.hints) {
    Html text(c.lang);
    if (hint.href.empty()) text << hint.text;
    else text << "<a href=\""_h << Url{hint.href} << "\">"_h << hint.text << "</a>"_h;
    h << line(c, "info-circle", "tip", text);
  }
  return h << "</ul>"_h;
}

}  // namespace

Html outline_column(const Composer& c, const paper::Paper& paper) {
  Html h(c.lang);
  return h << outline(c) << figures(c) << kept_state(c) << remarks_state(c) << translation_state(c) << checks(c, paper) << hints(c);
}

}  // namespace nc::app
