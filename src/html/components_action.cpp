// Buttons, menus and forms that ask first.
#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

/// A single key works anywhere on the page; combinations are handled by the form they stand in.
bool is_single_key(std::string_view key) { return key.size() == 1; }

void button_class(Html& h, const Button& b) {
  h << "btn"_h;
  if (b.kind == "primary") h << " btn-primary"_h;
  if (b.kind == "ghost") h << " btn-ghost"_h;
  if (b.kind == "danger") h << " btn-danger-o"_h;
  if (b.kind == "link") h << " btn-link"_h;
  if (b.small) h << " btn-s"_h;
  if (b.icon_only) h << " btn-icon"_h;
}

void button_inside(Html& h, const Button& b) {
  if (!b.icon.empty()) h << icon(b.icon);
  if (b.icon_only) {
    h << "<span class=\"vh\">"_h << b.label << "</span>"_h;
  } else {
    h << "<span>"_h << b.label << "</span>"_h;
  }
  if (!b.key.empty()) h << "<kbd aria-hidden=\"true\">"_h << b.key << "</kbd>"_h;
}

void key_attributes(Html& h, const Button& b) {
  if (is_single_key(b.key)) h << " data-key=\""_h << b.key << "\" aria-keyshortcuts=\""_h << b.key << "\""_h;
}

}  // namespace

Html button(Lang lang, const Button& b) {
  Html h(lang);
  if (b.href.empty()) {
    h << "<button type=\"submit\" class=\""_h;
  } else {
    h << "<a href=\""_h << Url{b.href} << "\" class=\""_h;
  }
  button_class(h, b);
  h << "\""_h;
  if (b.href.empty()) {
    parts::attribute(h, "name="_h, b.name);
    if (!b.name.empty()) h << " value=\""_h << b.value << "\""_h;
  }
  key_attributes(h, b);
  h << ">"_h;
  button_inside(h, b);
  h << (b.href.empty() ? "</button>"_h : "</a>"_h);
  return h;
}

Html confirm_form(Lang lang, const Confirm& c) {
  Html h(lang);
  h << "<details class=\"opens ask\"><summary class=\""_h;
  button_class(h, c.opener);
  h << "\""_h;
  key_attributes(h, c.opener);
  h << ">"_h;
  button_inside(h, c.opener);
  h << "</summary><form method=\"post\" class=\"pane ask-b\" action=\""_h << Url{c.action} << "\">"_h
    << hidden("csrf", c.csrf) << "<p class=\"ask-t\">"_h << c.title << "</p>"_h;
  if (!c.text.empty()) h << "<p class=\"m2\">"_h << c.text << "</p>"_h;
  h << c.fields << "<div class=\"ask-f\"><button type=\"button\" class=\"btn js-only\" data-close>"_h
    << Text("Quay lại", "Go back") << "</button><button type=\"submit\" class=\"btn "_h
    << (c.danger ? "btn-danger" : "btn-primary") << "\">"_h << c.yes << "</button></div></form></details>"_h;
  return h;
}

Html menu(Lang lang, const Button& opener, const std::vector<MenuItem>& items) {
  Html h(lang);
  h << "<details class=\"opens menu\"><summary class=\""_h;
  button_class(h, opener);
  h << "\">"_h;
  button_inside(h, opener);
  h << "</summary><ul class=\"pane menu-b\">"_h;
  for (const MenuItem& item : items) {
    h << "<li>"_h;
    if (item.form.empty()) {
      h << "<a class=\"menu-i\" href=\""_h << Url{item.href} << "\">"_h << icon(item.icon) << item.label << "</a>"_h;
    } else {
      h << item.form;
    }
    h << "</li>"_h;
  }
  h << "</ul></details>"_h;
  return h;
}

}  // namespace nc
