// Sidebar, top bar, tab bar and dialogs of the frame.
#include "html/shell_parts.h"

#include <algorithm>
#include <string_view>

#include "base/period_typed.h"
#include "base/words.h"
#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc::shell {
namespace {

std::string_view path_only(std::string_view address) { return address.substr(0, address.find_first_of("?#")); }

/// Is the page at `path` this item or below it? "/" is only itself.
bool is_current(std::string_view path, std::string_view href) {
  const std::string_view here = path_only(path), there = path_only(href);
  if (there == "/") return here == "/";
  return here == there || (here.size() > there.size() && here.starts_with(there) && here[there.size()] == '/');
}

/// The item with the longest address that fits.
std::string_view current_href(const Shell& s) {
  std::string_view best;
  for (const NavGroup& group : s.nav) {
    for (const NavItem& item : group.items) {
      if (is_current(s.path, item.href) && item.href.size() > best.size()) best = item.href;
    }
  }
  return best;
}

std::string set_link(const Shell& s, std::string_view name, std::string_view value) {
  std::string link = "/set?";
  link.append(name)
      .append("=")
      .append(url_encode(value))
      .append("&back=")
      .append(url_encode(s.path.empty() ? "/" : s.path));
  return link;
}

void nav_item(Html& h, const NavItem& item, bool on) {
  h << "<a href=\""_h << Url{item.href} << "\""_h;
  if (on) h << " class=\"on\" aria-current=\"page\""_h;
  parts::attribute(h, "data-go="_h, item.key);
  h << ">"_h << icon(item.icon) << "<span class=\"t\">"_h << item.label << "</span>"_h;
  if (!item.badge.empty())
    h << "<span class=\"c"_h << (item.alert ? " hot" : "") << "\">"_h << item.badge << "</span>"_h;
  h << "</a>"_h;
}

/// Works without scripts: a closed group is a closed <details>. What is alarming inside shows on its head.
void nav_group(Html& h, const NavGroup& group, std::string_view here) {
  const auto is_here = [&](const NavItem& item) { return !here.empty() && item.href == here; };
  const bool current = std::any_of(group.items.begin(), group.items.end(), is_here);
  if (group.label.empty()) {
    h << "<div class=\"side-d\">"_h;
  } else {
    h << "<details class=\"side-d\""_h << (current || group.open ? " open" : "") << "><summary class=\"side-g\"><span class=\"t\">"_h << group.label << "</span>"_h;
    for (const NavItem& item : group.items)
      if (item.alert && !item.badge.empty()) h << "<span class=\"c hot\">"_h << item.badge << "</span>"_h;
    h << icon("chevron-down", "s") << "</summary>"_h;
  }
  for (const NavItem& item : group.items) nav_item(h, item, is_here(item));
  h << (group.label.empty() ? "</div>"_h : "</details>"_h);
}

void brand(Html& h, const Shell& s) {
  h << "<a class=\"brand\" href=\"/\">"_h << logo() << "<span class=\"brand-w\"><b>Nhịp Cầu</b>"_h;
  if (!s.office.empty()) h << "<small>"_h << s.office << "</small>"_h;
  h << "</span></a>"_h;
}

std::string initials(const std::string& name) {
  // First letters of the last two words: "Phạm Minh Thư" is MT.
  std::vector<std::string> letters;
  bool start = true;
  for (std::size_t i = 0; i < name.size();) {
    const auto c = static_cast<unsigned char>(name[i]);
    const std::size_t n = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (c == ' ') {
      start = true;
    } else if (start) {
      letters.push_back(name.substr(i, n));
      start = false;
    }
    i += n;
  }
  std::string out;
  for (std::size_t i = letters.size() > 2 ? letters.size() - 2 : 0; i < letters.size(); ++i) out += letters[i];
  return out;
}

void period_switch(Html& h, const Shell& s) {
  if (s.period_code.empty()) return;
  h << "<details class=\"opens period\"><summary class=\"btn btn-ghost\">"_h << icon("calendar")
    << "<span class=\"m2 wide\">"_h << Text("Kỳ:", "Period:") << "</span> <b>"_h << s.period_label << "</b>"_h
    << icon("chevron-down", "s") << "</summary><div class=\"pane\"><ul class=\"menu-b\">"_h;
  for (const std::string& code : s.period_choices) {
    const auto period = parse_period(code);
    h << "<li><a class=\"menu-i\" href=\""_h << Url{set_link(s, "period", code)} << "\""_h
      << (code == s.period_code ? " aria-current=\"true\""_h : ""_h) << ">"_h
      << icon(code == s.period_code ? "check" : "point") << (period ? period_words(*period, s.lang) : code)
      << "</a></li>"_h;
  }
  h << "</ul><form class=\"period-f\" method=\"get\" action=\"/set\">"_h << hidden("back", s.path)
    << "<label class=\"sm\" for=\"period-x\">"_h << Text("Kỳ khác, ví dụ quý II/2022, 8 tháng 2022", "Another, for example Q2 2022, first 8 months of 2022")
    << "</label><span class=\"row-f\"><input class=\"inp\" id=\"period-x\" name=\"period\" list=\"period-l\" autocomplete=\"off\"><button class=\"btn\">"_h
    << Text("Đổi", "Change") << "</button></span><datalist id=\"period-l\">"_h;
  const auto now = parse_period(s.period_code);
  for (const Period& p : usual_periods(now ? now->to.year() : 2025)) h << "<option value=\""_h << capital(period_words(p, s.lang)) << "\"></option>"_h;
  h << "</datalist></form></div></details>"_h;
}

void language_switch(Html& h, const Shell& s) {
  h << "<nav class=\"seg lang\" aria-label=\""_h << Text("Ngôn ngữ", "Language") << "\">"_h;
  for (const Lang lang : {Lang::vi, Lang::en}) {
    h << "<a href=\""_h << Url{set_link(s, "lang", parts::code(lang))} << "\" lang=\""_h << parts::code(lang)
      << "\" hreflang=\""_h << parts::code(lang) << "\""_h
      << (lang == s.lang ? " class=\"on\" aria-current=\"true\""_h : ""_h) << " aria-label=\""_h
      << (lang == Lang::vi ? "VI, Tiếng Việt" : "EN, English") << "\">"_h << (lang == Lang::vi ? "VI" : "EN")
      << "</a>"_h;
  }
  h << "</nav>"_h;
}

void theme_link(Html& h, const Shell& s) {
  h << "<a class=\"icb\" href=\""_h << Url{set_link(s, "theme", s.dark ? "light" : "dark")} << "\" aria-label=\""_h
    << (s.dark ? Text("Nền sáng", "Light theme") : Text("Nền tối", "Dark theme")) << "\">"_h
    << icon(s.dark ? "sun" : "moon") << "</a>"_h;
}

void bell(Html& h, const Shell& s) {
  if (s.notices_href.empty()) return;
  h << "<a class=\"icb\" href=\""_h << Url{s.notices_href} << "\" aria-label=\""_h
    << (s.notices_new ? Text("Thông báo, có tin mới", "Notices, new ones") : Text("Thông báo", "Notices")) << "\">"_h
    << icon("bell");
  if (s.notices_new) h << "<span class=\"dot\"></span>"_h;
  h << "</a>"_h;
}

void person_menu(Html& h, const Shell& s) {
  if (s.person.empty()) return;
  h << "<details class=\"opens person\"><summary><span class=\"ava\" aria-hidden=\"true\">"_h << initials(s.person)
    << "</span><span class=\"person-n\"><b>"_h << s.person << "</b>"_h;
  if (!s.person_title.empty()) h << "<small>"_h << s.person_title << "</small>"_h;
  h << "</span></summary><ul class=\"pane menu-b\">"_h
    << "<li class=\"phone\"><a class=\"menu-i\" href=\""_h << Url{set_link(s, "lang", s.lang == Lang::vi ? "en" : "vi")}
    << "\" lang=\""_h << parts::code(parts::other(s.lang)) << "\">"_h << icon("language")
    << (s.lang == Lang::vi ? "English" : "Tiếng Việt") << "</a></li><li class=\"phone\"><a class=\"menu-i\" href=\""_h
    << Url{set_link(s, "theme", s.dark ? "light" : "dark")} << "\">"_h << icon(s.dark ? "sun" : "moon")
    << (s.dark ? Text("Nền sáng", "Light theme") : Text("Nền tối", "Dark theme"))
    << "</a></li><li><a class=\"menu-i\" href=\"/account\">"_h << icon("user") << Text("Tài khoản của tôi", "My account")
    << "</a></li>"
       "<li><form method=\"post\" action=\"/sign-out\">"_h
    << hidden("csrf", s.csrf) << "<button class=\"menu-i\">"_h << icon("logout") << Text("Đăng xuất", "Sign out")
    << "</button></form></li></ul></details>"_h;
}

void search_box(Html& h) {
  h << "<form class=\"search\" role=\"search\" aria-label=\""_h << Text("Tìm trong mọi sổ", "Search every register")
    << "\" method=\"get\" action=\"/search\"><label class=\"grow\">"_h << icon("search") << "<span class=\"vh\">"_h
    << Text("Tìm trong mọi sổ", "Search every register")
    << "</span><input type=\"search\" name=\"q\" autocomplete=\"off\" data-palette-open placeholder=\""_h
    << Text("Tìm đoàn, dự án, đối tác, số quyết định…", "Find delegations, projects, partners, decisions…")
    << "\"></label><kbd aria-hidden=\"true\">Ctrl K</kbd></form>"_h;
}

/// The three items of the tab bar beside + and "more".
std::vector<NavItem> tab_items(const Shell& s) {
  if (!s.tab_bar.empty()) return s.tab_bar;
  std::vector<NavItem> items;
  for (const NavGroup& group : s.nav) {
    for (const NavItem& item : group.items) {
      if (items.size() < 3) items.push_back(item);
    }
  }
  return items;
}

void key_row(Html& h, std::string_view keys, Text what) {
  h << "<tr><th scope=\"row\"><kbd>"_h << keys << "</kbd></th><td>"_h << what << "</td></tr>"_h;
}

}  // namespace

Html logo() {
  Html h;
  h << "<svg class=\"logo\" viewBox=\"0 0 36 36\" width=\"36\" height=\"36\" aria-hidden=\"true\" focusable=\"false\">"
       "<rect width=\"36\" height=\"36\" rx=\"8\" fill=\"#0B5F73\"/><g fill=\"none\" stroke=\"#fff\" "
       "stroke-width=\"2.2\" "
       "stroke-linecap=\"round\"><path d=\"M6.5 25a11.5 11.5 0 0 1 23 0\"/><path d=\"M5.5 25.2h25\"/>"
       "<path d=\"M12.2 25v-9M18 25V15M23.8 25v-9\" stroke-width=\"1.7\"/></g>"
       "<path d=\"M15.9 11.2h4.2l-.7 4h-2.8z\" fill=\"#F0A33C\"/></svg>"_h;
  return h;
}

void sidebar(Html& h, const Shell& s) {
  const std::string_view here = current_href(s);
  h << "<nav class=\"side"_h << (s.rail ? " rail" : "") << "\" id=\"nav\" aria-label=\""_h << Text("Chính", "Main")
    << "\"><div class=\"side-h\">"_h;
  brand(h, s);
  h << "<a class=\"icb phone\" href=\"#main\" aria-label=\""_h << Text("Đóng danh mục", "Close the menu") << "\">"_h
    << icon("x") << "</a></div>"_h;
  for (const NavGroup& group : s.nav) nav_group(h, group, here);
  h << "<div class=\"side-d\"><a href=\"#keys\" class=\"keys-a\" data-keys>"_h << icon("keyboard") << "<span class=\"t\">"_h
    << Text("Phím tắt", "Shortcuts") << "</span><kbd class=\"c\" aria-hidden=\"true\">?</kbd></a></div></nav>"_h;
}

void top_bar(Html& h, const Shell& s) {
  h << "<header class=\"top\">"_h;
  if (s.nav.empty()) {
    brand(h, s);
    h << "<span class=\"grow\"></span>"_h;
  } else {
    h << "<a class=\"brand phone\" href=\"/\">"_h << logo() << "<b>Nhịp Cầu</b></a>"_h;
    search_box(h);
    h << "<span class=\"grow\"></span><a class=\"icb phone\" href=\"/search\" data-palette-open aria-label=\""_h
      << Text("Tìm", "Search") << "\">"_h << icon("search", "l") << "</a>"_h;
    period_switch(h, s);
  }
  language_switch(h, s);
  theme_link(h, s);
  bell(h, s);
  person_menu(h, s);
  h << "</header>"_h;
}

void tab_bar(Html& h, const Shell& s) {
  const std::string_view here = current_href(s);
  const std::vector<NavItem> items = tab_items(s);
  h << "<nav class=\"tabbar\" aria-label=\""_h << Text("Thanh dưới", "Bottom bar") << "\">"_h;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i == 2 && !s.new_href.empty()) {
      h << "<a class=\"plus\" href=\""_h << Url{s.new_href} << "\" aria-label=\""_h << Text("Ghi vào sổ", "New entry")
        << "\">"_h << icon("plus", "l") << "</a>"_h;
    }
    const bool on = items[i].href == here;
    h << "<a href=\""_h << Url{items[i].href} << "\""_h << (on ? " class=\"on\" aria-current=\"page\""_h : ""_h)
      << ">"_h << icon(items[i].icon, "l") << "<span>"_h << items[i].label << "</span></a>"_h;
  }
  h << "<a href=\"#nav\">"_h << icon("menu-2", "l") << "<span>"_h << Text("Thêm", "More") << "</span></a></nav>"_h;
}

void dialogs(Html& h) {
  h << "<dialog class=\"pal\" id=\"palette\" aria-label=\""_h << Text("Tìm và làm", "Search and commands")
    << "\"><div class=\"pal-h\">"_h << icon("search")
    << "<input type=\"text\" role=\"combobox\" aria-expanded=\"true\" "
       "aria-controls=\"pal-l\" aria-autocomplete=\"list\" autocomplete=\"off\" aria-label=\""_h
    << Text("Tìm đoàn, dự án, đối tác hoặc lệnh", "Find delegations, projects, partners or commands")
    << "\" placeholder=\""_h
    << Text("Tìm đoàn, dự án, đối tác hoặc lệnh", "Find delegations, projects, partners or commands")
    << "\"><kbd>Esc</kbd></div><div class=\"pal-l\" id=\"pal-l\" role=\"listbox\" aria-label=\""_h
    << Text("Kết quả", "Results") << "\" data-commands=\""_h << Text("Đi tới và lệnh", "Go to and commands")
    << "\" data-records=\""_h << Text("Bản ghi", "Records") << "\" data-none=\""_h
    << Text("Không có gì khớp", "Nothing matches") << "\" data-all=\""_h
    << Text("Tìm khắp các sổ", "Search every register") << "\"></div></dialog>"_h;
  h << "<dialog class=\"keys\" id=\"keys\" aria-labelledby=\"keys-t\"><div class=\"row-f\"><h2 class=\"grow\" id=\"keys-t\">"_h
    << Text("Phím tắt", "Shortcuts") << "</h2><a class=\"icb\" href=\"#main\" data-close aria-label=\""_h
    << Text("Đóng", "Close") << "\">"_h << icon("x") << "</a></div><table class=\"keys-l\"><tbody>"_h;
  key_row(h, "Ctrl K", Text("Tìm và làm", "Search and commands"));
  key_row(h, "/", Text("Lọc danh sách đang mở", "Filter the list on screen"));
  key_row(h, "J K", Text("Dòng sau, dòng trước", "Next and previous row"));
  key_row(h, "Enter", Text("Mở dòng đang chọn", "Open the current row"));
  key_row(h, "X", Text("Chọn dòng", "Select the row"));
  key_row(h, "O", Text("Mở bản ghi sau con số", "Open the records behind a figure"));
  key_row(h, "N", Text("Ghi mới", "New record"));
  key_row(h, "E", Text("Sửa", "Edit"));
  key_row(h, "G T",
          Text("Về Tổng quan (G rồi D V H B L: đoàn, viện trợ, hội, báo cáo, lịch)",
               "Go to the overview (G then D V H B L: delegations, aid, associations, reports, calendar)"));
  key_row(h, "Ctrl ↵", Text("Lưu, gửi", "Save, send"));
  key_row(h, "Alt L", Text("Đổi nhãn: một hoặc hai thứ tiếng", "Labels in one or both languages"));
  key_row(h, "Esc", Text("Đóng, về chỗ cũ", "Close, back to where you were"));
  h << "</tbody></table><label class=\"opt-l js-only\"><input type=\"checkbox\" class=\"form-check-input\" data-single-keys> <span>"_h
    << Text("Dùng phím một chữ", "Use single-letter keys") << "</span></label></dialog>"_h;
}

}  // namespace nc::shell
