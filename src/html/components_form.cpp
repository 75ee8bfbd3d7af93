// Controls of forms with label, hint and message, and the summary of what is to be mended.
#include <algorithm>

#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

std::string field_id(const Control& c) { return "f-" + c.name; }

/// How much of the six columns a control takes.
std::string_view width_class(const Control& c) {
  if (c.width == "full") return "w-full";
  if (c.width == "half") return "w-half";
  if (c.width == "third") return "w-third";
  if (c.type == "date" || c.type == "number") return "w-third";
  if (c.type == "select" || c.type == "combo" || c.type == "multi") return "w-half";
  return "w-full";
}

bool has_hint(const Control& c) { return !c.hint.empty(); }

/// aria-describedby and aria-invalid, required, name and id.
void common_attributes(Html& h, const Control& c) {
  h << " id=\""_h << field_id(c) << "\" name=\""_h << c.name << "\""_h;
  const std::string hint_id = has_hint(c) ? "h-" + c.name + " " : "";
  h << " aria-describedby=\""_h << hint_id << "e-"_h << c.name << "\""_h;
  if (!c.error.empty()) h << " aria-invalid=\"true\""_h;
  if (c.required && c.type != "checkbox") h << " aria-required=\"true\""_h;
  if (c.max_length > 0) h << " maxlength=\""_h << c.max_length << "\""_h;
  parts::attribute(h, "placeholder="_h, c.placeholder);
  parts::attribute(h, "autocomplete="_h, c.autocomplete);
  if (c.autofocus) h << " autofocus"_h;
}

void label_words(Html& h, Lang lang, const Control& c) {
  parts::both_languages(h, lang, c.label);
  if (!c.required) h << " <span class=\"opt\">"_h << Text("(không bắt buộc)", "(optional)") << "</span>"_h;
}

void hint_line(Html& h, const Control& c) {
  if (has_hint(c)) h << "<p class=\"hint\" id=\"h-"_h << c.name << "\">"_h << c.hint << "</p>"_h;
}

/// Always printed, so that a message found while typing has a place to appear.
void error_line(Html& h, const Control& c) {
  h << "<p class=\"err\" id=\"e-"_h << c.name << "\">"_h;
  if (!c.error.empty()) h << icon("alert-circle", "s") << "<span>"_h << c.error << "</span>"_h;
  h << "</p>"_h;
}

void box_open(Html& h, const Control& c) { h << "<span class=\"inp"_h << (c.error.empty() ? "" : " bad") << "\">"_h; }

void box_close(Html& h, const Control& c) {
  if (!c.suffix.empty()) h << "<span class=\"suf\">"_h << c.suffix << "</span>"_h;
  h << "</span>"_h;
}

void plain_input(Html& h, const Control& c) {
  box_open(h, c);
  h << "<input"_h;
  if (c.type == "password" || c.type == "email" || c.type == "url" || c.type == "file") {
    h << " type=\""_h << c.type << "\""_h;
  } else {
    h << " type=\"text\""_h;
  }
  if (c.type == "number") h << " inputmode=\"numeric\" autocomplete=\"off\""_h;
  common_attributes(h, c);
  parts::attribute(h, "accept="_h, c.accept);
  if (c.type != "file" && c.type != "password") h << " value=\""_h << c.value << "\""_h;
  h << ">"_h;
  box_close(h, c);
}

/// Typed as people write days; scripts add a calendar and say the weekday.
void date_input(Html& h, const Control& c) {
  box_open(h, c);
  h << "<button type=\"button\" class=\"cal js-only\" tabindex=\"-1\" aria-label=\""_h
    << Text("Mở lịch", "Open the calendar") << "\">"_h << icon("calendar")
    << "</button><input type=\"text\" inputmode=\"numeric\" data-date"_h;
  Control with = c;
  if (with.placeholder.empty()) with.placeholder = Text("ngày/tháng/năm", "day/month/year").in(h.lang());
  if (with.autocomplete.empty()) with.autocomplete = "off";
  common_attributes(h, with);
  h << " value=\""_h << c.value << "\"><span class=\"suf\" data-weekday></span>"_h;
  box_close(h, c);
}

void text_area(Html& h, const Control& c) {
  h << "<textarea class=\"inp"_h << (c.error.empty() ? "" : " bad") << "\" rows=\"4\""_h;
  common_attributes(h, c);
  // A newline right after the tag is dropped by browsers: one more keeps a first empty line.
  h << ">\n"_h << c.value << "</textarea>"_h;
}

void select_box(Html& h, const Control& c) {
  h << "<span class=\"inp sel"_h << (c.error.empty() ? "" : " bad") << "\"><select"_h;
  common_attributes(h, c);
  h << ">"_h;
  const bool offers_empty =
      std::any_of(c.options.begin(), c.options.end(), [](const auto& o) { return o.first.empty(); });
  if (!offers_empty) {
    h << "<option value=\"\">"_h;
    if (c.placeholder.empty()) {
      h << Text("Chọn", "Choose");
    } else {
      h << c.placeholder;
    }
    h << "</option>"_h;
  }
  for (const auto& [value, label] : c.options) {
    h << "<option value=\""_h << value << "\""_h << (value == c.value && !value.empty() ? " selected"_h : ""_h) << ">"_h
      << label << "</option>"_h;
  }
  h << "</select>"_h << icon("selector", "s");
  box_close(h, c);
}

/// A text box that takes a code or an exact title; scripts put a list box over it.
void combo_box(Html& h, const Control& c) {
  h << "<span class=\"inp sel combo"_h << (c.error.empty() ? "" : " bad")
    << "\"><input type=\"text\" autocomplete=\"off\" data-combo"_h;
  Control with = c;
  if (with.placeholder.empty()) with.placeholder = Text("Gõ để tìm", "Type to search").in(h.lang());
  with.max_length = 0;
  common_attributes(h, with);
  parts::attribute(h, "data-lookup="_h, c.lookup);
  parts::attribute(h, "data-label="_h, c.value_label);
  if (!c.options.empty()) h << " list=\"l-"_h << c.name << "\""_h;
  h << " value=\""_h << c.value << "\">"_h << icon("selector", "s");
  box_close(h, c);
  if (!c.options.empty()) {
    h << "<datalist id=\"l-"_h << c.name << "\">"_h;
    for (const auto& [value, label] : c.options)
      h << "<option value=\""_h << value << "\">"_h << label << "</option>"_h;
    h << "</datalist>"_h;
  }
  if (!c.value_label.empty() && c.value_label != c.value) {
    h << "<p class=\"now no-js\">"_h << Text("Đang chọn: ", "Chosen: ") << c.value_label << "</p>"_h;
  }
}

void check_option(Html& h, const Control& c, Lit type, const std::string& value, const std::string& label, bool on) {
  h << "<label class=\"opt-l\"><input class=\"form-check-input\" type="_h << type << " name=\""_h << c.name
    << "\" value=\""_h << value << "\""_h << (on ? " checked"_h : ""_h) << "><span>"_h << label << "</span></label>"_h;
}

/// What is chosen, in words, for the closed box.
std::string chosen_words(const Control& c) {
  std::string words;
  for (const auto& [value, label] : c.options) {
    if (std::find(c.chosen.begin(), c.chosen.end(), value) == c.chosen.end()) continue;
    if (!words.empty()) words += ", ";
    words += label;
  }
  return words;
}

void multi_box(Html& h, const Control& c) {
  const std::string words = chosen_words(c);
  h << "<details class=\"multi\" data-multi"_h;
  parts::attribute(h, "data-lookup="_h, c.lookup);
  h << " data-name=\""_h << c.name << "\"><summary class=\"inp sel"_h << (c.error.empty() ? "" : " bad") << "\" id=\""_h
    << field_id(c) << "\" aria-describedby=\"e-"_h << c.name << "\"><span class=\"grow\" data-words data-none=\""_h;
  if (c.placeholder.empty()) {
    h << Text("Chọn một hoặc nhiều", "Choose one or more");
  } else {
    h << c.placeholder;
  }
  h << "\">"_h;
  if (words.empty()) {
    h << "<span class=\"m3\">"_h
      << (c.placeholder.empty() ? std::string(Text("Chọn một hoặc nhiều", "Choose one or more").in(h.lang()))
                                : c.placeholder)
      << "</span>"_h;
  } else {
    h << words;
  }
  h << "</span>"_h << icon("selector", "s") << "</summary><div class=\"multi-b\">"_h;
  if (c.lookup.empty()) {
    h << "<input type=\"search\" class=\"inp multi-q js-only\" data-narrow autocomplete=\"off\" placeholder=\""_h
      << Text("Lọc", "Filter") << "\" aria-label=\""_h << Text("Lọc ", "Filter ") << c.label << "\">"_h;
  } else {
    h << "<input type=\"text\" class=\"inp multi-q\" data-narrow autocomplete=\"off\" name=\""_h << c.name
      << "\" placeholder=\""_h << Text("Gõ tên hoặc mã", "Type a name or code") << "\" aria-label=\""_h
      << Text("Thêm ", "Add ") << c.label << "\">"_h;
  }
  h << "<div class=\"multi-l\">"_h;
  for (const auto& [value, label] : c.options) {
    check_option(h, c, "\"checkbox\""_h, value, label,
                 std::find(c.chosen.begin(), c.chosen.end(), value) != c.chosen.end());
  }
  h << "</div></div></details>"_h;
}

/// A group of boxes has no single control to label, so its name is an element of its own.
void group(Html& h, Lang lang, const Control& c) {
  const bool radio = c.type == "radio";
  h << "<div class=\"fld "_h << width_class(c) << "\" data-field=\""_h << c.name << "\" role=\""_h
    << (radio ? "radiogroup" : "group") << "\" aria-labelledby=\"g-"_h << c.name << "\""_h;
  if (radio) {
    h << " id=\""_h << field_id(c) << "\" tabindex=\"-1\" aria-describedby=\"e-"_h << c.name << "\""_h;
    if (!c.error.empty()) h << " aria-invalid=\"true\""_h;
  }
  h << "><span class=\"lab\" id=\"g-"_h << c.name << "\">"_h;
  label_words(h, lang, c);
  h << "</span>"_h;
  hint_line(h, c);
  if (!radio) {
    multi_box(h, c);
  } else {
    h << "<div class=\"rads\">"_h;
    for (const auto& [value, label] : c.options) check_option(h, c, "\"radio\""_h, value, label, value == c.value);
    h << "</div>"_h;
  }
  error_line(h, c);
  h << "</div>"_h;
}

void check_box(Html& h, Lang lang, const Control& c) {
  const bool on = !c.value.empty() && c.value != "0" && c.value != "false";
  h << "<div class=\"fld "_h << width_class(c) << "\" data-field=\""_h << c.name
    << "\"><label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" value=\"1\""_h;
  Control with = c;
  with.placeholder.clear();
  common_attributes(h, with);
  h << (on ? " checked"_h : ""_h) << "><span class=\"lab\">"_h;
  parts::both_languages(h, lang, c.label);
  h << "</span></label>"_h;
  hint_line(h, c);
  error_line(h, c);
  h << "</div>"_h;
}

}  // namespace

Html hidden(std::string_view name, std::string_view value) {
  Html h;
  h << "<input type=\"hidden\" name=\""_h << name << "\" value=\""_h << value << "\">"_h;
  return h;
}

Html control(Lang lang, const Control& c) {
  if (c.type == "hidden") return hidden(c.name, c.value);
  Html h(lang);
  if (c.type == "radio" || c.type == "multi") {
    group(h, lang, c);
    return h;
  }
  if (c.type == "checkbox") {
    check_box(h, lang, c);
    return h;
  }
  h << "<div class=\"fld "_h << width_class(c) << "\" data-field=\""_h << c.name << "\"><label class=\"lab\" for=\""_h
    << field_id(c) << "\">"_h;
  label_words(h, lang, c);
  h << "</label>"_h;
  hint_line(h, c);
  if (c.type == "textarea") {
    text_area(h, c);
  } else if (c.type == "select") {
    select_box(h, c);
  } else if (c.type == "combo") {
    combo_box(h, c);
  } else if (c.type == "date") {
    date_input(h, c);
  } else {
    plain_input(h, c);
  }
  error_line(h, c);
  h << "</div>"_h;
  return h;
}

Html error_summary(Lang lang, const std::vector<std::pair<std::string, std::string>>& field_and_message) {
  Html h(lang);
  if (field_and_message.empty()) return h;
  const std::string count = format_int(static_cast<std::int64_t>(field_and_message.size()), lang);
  const bool one = field_and_message.size() == 1;
  h << "<div class=\"sum-e\" role=\"alert\" tabindex=\"-1\" data-focus><h2>"_h
    << Message("Còn " + count + " chỗ cần sửa", count + (one ? " thing to mend" : " things to mend")) << "</h2><ul>"_h;
  for (const auto& [field, message] : field_and_message) {
    h << "<li>"_h;
    if (field.empty()) {
      h << message;
    } else {
      h << "<a href=\"#f-"_h << field << "\">"_h << message << "</a>"_h;
    }
    h << "</li>"_h;
  }
  h << "</ul></div>"_h;
  return h;
}

Html form_section(Lang lang, const Message& heading, const Html& controls) {
  Html h(lang);
  h << "<section class=\"fsec\">"_h;
  if (!heading.empty()) h << "<h2>"_h << heading << "</h2>"_h;
  h << "<div class=\"fgrid\">"_h << controls << "</div></section>"_h;
  return h;
}

}  // namespace nc
