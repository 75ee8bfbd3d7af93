// Blocks of a page: cards, definition lists, notices, item lists, stage bar, timeline, empty state.
#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

Lit tone_class(Tone tone) {
  switch (tone) {
    case Tone::ok:
      return " ok"_h;
    case Tone::warn:
      return " warn"_h;
    case Tone::bad:
      return " bad"_h;
    case Tone::info:
      return " info"_h;
    case Tone::out:
      return " out"_h;
    case Tone::neutral:
      break;
  }
  return ""_h;
}

/// "22 / Th 12" as a tile.
void date_tile(Html& h, Date day, Tone tone) {
  static constexpr std::string_view k_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  h << "<time class=\"dt"_h << (tone == Tone::warn || tone == Tone::out ? " hot" : "") << "\" datetime=\""_h
    << day.iso() << "\"><b>"_h << day.day() << "</b><small>"_h;
  if (h.lang() == Lang::vi) {
    h << "Th "_h << day.month();
  } else {
    h << k_months[day.month() - 1];
  }
  h << "</small></time>"_h;
}

void stage(Html& h, const Stage& s, std::size_t number) {
  const bool done = s.state == Stage::State::done;
  const bool current = s.state == Stage::State::current;
  h << "<li class=\"stg-i"_h << (done ? " done" : current ? " cur" : "") << "\""_h;
  if (current) h << " aria-current=\"step\""_h;
  h << "><span class=\"stg-l\"><span class=\"stg-n\">"_h;
  if (done) {
    h << icon("check", "s") << "<span class=\"vh\">"_h << Text("Xong", "Done") << "</span>"_h;
  } else {
    h << number;
  }
  h << "</span><svg class=\"stg-s\" height=\"2\" aria-hidden=\"true\" focusable=\"false\">"
       "<rect class=\"track\" width=\"100%\" height=\"2\"/>"_h;
  const double part = done ? 1 : current ? s.part : 0;
  if (part > 0) h << "<rect class=\"fill\" width=\""_h << parts::percent(part) << "\" height=\"2\"/>"_h;
  h << "</svg></span><span class=\"stg-t\">"_h << s.label << "</span>"_h;
  if (!s.date.empty()) h << "<span class=\"stg-d\">"_h << s.date << "</span>"_h;
  if (!s.detail.empty() && !s.href.empty()) {
    h << "<a class=\"stg-d\" href=\""_h << Url{s.href} << "\">"_h << s.detail << "</a>"_h;
  } else if (!s.detail.empty()) {
    h << "<span class=\"stg-d\">"_h << s.detail << "</span>"_h;
  }
  h << "</li>"_h;
}

}  // namespace

Html card(Lang lang, const Card& c) {
  Html h(lang);
  h << "<section class=\"card\""_h;
  parts::attribute(h, "id="_h, c.id);
  h << ">"_h;
  if (!c.title.empty()) {
    h << "<div class=\"ch\"><div class=\"grow\"><h2>"_h << c.title << "</h2>"_h;
    if (!c.note.empty()) h << "<p>"_h << c.note << "</p>"_h;
    h << "</div>"_h << c.head_end << "</div>"_h;
  }
  if (!c.body.empty()) h << "<div class=\"cb"_h << (c.flush ? " flush" : "") << "\">"_h << c.body << "</div>"_h;
  if (!c.foot.empty()) h << "<div class=\"cf\">"_h << c.foot << "</div>"_h;
  h << "</section>"_h;
  return h;
}

Html more_link(Lang lang, const Message& label, const std::string& href) {
  Html h(lang);
  h << "<a class=\"more\" href=\""_h << Url{href} << "\">"_h << label << "</a>"_h;
  return h;
}

Html definition_list(Lang lang, const std::vector<Entry>& entries) {
  Html h(lang);
  h << "<dl class=\"dl\">"_h;
  for (const Entry& e : entries) {
    h << "<dt>"_h << e.label << "</dt><dd>"_h;
    if (e.value.empty()) {
      h << "<span class=\"none\">"_h << Text("chưa có", "none yet") << "</span>"_h;
    } else {
      h << e.value;
    }
    h << "</dd>"_h;
  }
  h << "</dl>"_h;
  return h;
}

Html notice(Lang lang, Tone tone, std::string_view icon_name, const Html& text) {
  Html h(lang);
  h << "<div class=\"note"_h << tone_class(tone) << "\""_h;
  if (tone == Tone::bad) h << " role=\"alert\""_h;
  h << ">"_h;
  if (!icon_name.empty()) h << icon(icon_name);
  h << "<div class=\"grow\">"_h << text << "</div></div>"_h;
  return h;
}

Html item_list(Lang lang, const std::vector<ListItem>& items) {
  Html h(lang);
  h << "<ul class=\"lis\">"_h;
  for (const ListItem& item : items) {
    h << "<li class=\"li\">"_h;
    if (item.day) {
      date_tile(h, item.day, item.tone);
    } else if (!item.icon.empty()) {
      h << "<span class=\"tk"_h << tone_class(item.tone) << "\">"_h << icon(item.icon) << "</span>"_h;
    }
    h << "<div class=\"grow\">"_h;
    if (item.href.empty()) {
      h << "<span class=\"li-t\">"_h << item.title << "</span>"_h;
    } else {
      h << "<a class=\"li-t\" href=\""_h << Url{item.href} << "\">"_h << item.title << "</a>"_h;
    }
    if (!item.detail.empty()) h << "<span class=\"li-d\">"_h << item.detail << "</span>"_h;
    h << "</div>"_h;
    if (!item.end.empty()) h << "<div class=\"li-e\">"_h << item.end << "</div>"_h;
    h << "</li>"_h;
  }
  h << "</ul>"_h;
  return h;
}

Html stage_bar(Lang lang, const std::vector<Stage>& stages) {
  Html h(lang);
  h << "<ol class=\"stg\" aria-label=\""_h << Text("Các bước", "Stages") << "\">"_h;
  std::size_t number = 0;
  for (const Stage& s : stages) stage(h, s, ++number);
  h << "</ol>"_h;
  return h;
}

Html timeline(Lang lang, const std::vector<TimelineItem>& items) {
  Html h(lang);
  h << "<ol class=\"tl\">"_h;
  for (const TimelineItem& item : items) {
    h << "<li class=\"tl-i"_h << (item.current ? " cur" : "") << "\"><div class=\"tl-h\"><b>"_h << item.when
      << "</b>"_h;
    if (!item.who.empty()) h << " "_h << item.who;
    h << "</div><div class=\"tl-b\">"_h << item.what << "</div></li>"_h;
  }
  h << "</ol>"_h;
  return h;
}

Html empty_state(Lang lang, const Message& title, const Message& hint,
                 const std::vector<std::pair<Message, std::string>>& actions) {
  Html h(lang);
  h << "<div class=\"empty\"><span class=\"empty-i\">"_h << icon("inbox", "l") << "</span><p class=\"empty-t\">"_h
    << title << "</p>"_h;
  if (!hint.empty()) h << "<p class=\"m2\">"_h << hint << "</p>"_h;
  if (!actions.empty()) {
    h << "<div class=\"empty-a\">"_h;
    bool first = true;
    for (const auto& [label, href] : actions) {
      h << button(lang, {.label = label, .href = href, .kind = first ? "primary" : ""});
      first = false;
    }
    h << "</div>"_h;
  }
  h << "</div>"_h;
  return h;
}

}  // namespace nc
