// Figures that open, badges, evidence chips, direction tiles, the figure strip and the popover.
#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

/// What the look of a figure says, in words for those who don't see it.
void spoken_state(Html& h, const FigureLink& f) {
  if (f.stale) h << Text(", sổ đã đổi", ", the register has changed");
  if (f.disputed) h << Text(", các nguồn ghi khác nhau", ", sources differ");
  if (f.frozen) h << Text(", đã ký, đóng băng", ", signed, frozen");
}

/// A large figure keeps its unit small: "35,84 tỷ đồng".
void shown_number(Html& h, const FigureLink& f) {
  const std::size_t blank = f.shown.find(' ');
  const bool splits = f.large && blank != std::string::npos && f.shown[0] >= '0' && f.shown[0] <= '9';
  if (!splits) {
    h << f.shown;
    return;
  }
  const std::string_view all = f.shown;
  h << all.substr(0, blank) << "<span class=\"u\">"_h << all.substr(blank) << "</span>"_h;
}

}  // namespace

Html figure(Lang lang, const FigureLink& f) {
  Html h(lang);
  if (f.shown.empty()) {
    h << "<span class=\"none\">"_h << Text("chưa có", "none yet") << "</span>"_h;
    return h;
  }
  if (f.href.empty() || f.shown == "0") {
    h << "<span class=\"fig-plain"_h << (f.large ? " xl" : "") << (f.shown == "0" ? " z" : "") << "\">"_h;
    shown_number(h, f);
    h << "</span>"_h;
    return h;
  }
  h << "<a class=\"fig"_h;
  if (f.large) h << " xl"_h;
  if (f.stale) h << " stale"_h;
  if (f.disputed) h << " disputed"_h;
  if (f.frozen) h << " frozen"_h;
  h << "\" href=\""_h << Url{f.href} << "\" data-figure aria-haspopup=\"dialog\""_h;
  if (!f.spoken.empty()) {
    h << " aria-label=\""_h << f.spoken;
    spoken_state(h, f);
    h << "\""_h;
  }
  h << ">"_h;
  shown_number(h, f);
  if (f.frozen) h << icon("lock", "s");
  h << "</a>"_h;
  return h;
}

Html badge(Lang lang, const Message& label, Tone tone, std::string_view icon_name) {
  Html h(lang);
  h << "<span class=\"badge"_h;
  switch (tone) {
    case Tone::neutral:
      break;
    case Tone::ok:
      h << " ok"_h;
      break;
    case Tone::warn:
      h << " warn"_h;
      break;
    case Tone::bad:
      h << " bad"_h;
      break;
    case Tone::info:
      h << " info"_h;
      break;
    case Tone::out:
      h << " out"_h;
      break;
  }
  h << "\">"_h;
  if (!icon_name.empty()) h << icon(icon_name, "s");
  h << "<span>"_h << label << "</span></span>"_h;
  return h;
}

Html illustrative_mark(Lang lang) {
  Html h(lang);
  h << "<span class=\"illus\" title=\""_h
    << Text("Dòng dựng để xem thử, không phải số liệu thật", "Made up to try the system, not a fact") << "\">"_h
    << Text("minh họa", "illustrative") << "</span>"_h;
  return h;
}

Html direction_tile(Lang lang, Direction direction, const Message& spoken) {
  Html h(lang);
  const bool in = direction == Direction::in;
  h << "<span class=\"dir "_h << (in ? "in" : "out") << "\">"_h << icon(in ? "arrow-down-left" : "arrow-up-right");
  if (!spoken.empty()) h << "<span class=\"vh\">"_h << spoken << "</span>"_h;
  h << "</span>"_h;
  return h;
}

Html evidence_chip(Lang lang, std::string_view kind, std::string_view label, std::string_view href) {
  Html h(lang);
  const bool missing = kind == "missing";
  const std::string_view icon_name = kind == "scan"       ? "file-text"
                                     : kind == "press"    ? "news"
                                     : kind == "decision" ? "rubber-stamp"
                                     : kind == "photo"    ? "photo"
                                     : missing            ? "paperclip"
                                                          : "file";
  h << (href.empty() ? "<span class=\"ev"_h : "<a class=\"ev"_h) << (missing ? " none\""_h : "\""_h);
  if (!href.empty()) h << " href=\""_h << Url{href} << "\""_h;
  // Narrow columns cut the label; the whole of it stays within reach.
  if (label.size() > 20) h << " title=\""_h << label << "\""_h;
  h << ">"_h << icon(icon_name, "s") << "<span>"_h;
  if (label.empty() && missing) {
    h << Text("Thiếu chứng cứ", "No evidence");
  } else {
    h << label;
  }
  h << "</span>"_h << (href.empty() ? "</span>"_h : "</a>"_h);
  return h;
}

Html kpi_strip(Lang lang, const std::vector<Kpi>& kpis) {
  Html h(lang);
  h << "<section class=\"card kpis n"_h << kpis.size() << "\" aria-label=\""_h << Text("Con số chính", "Main figures")
    << "\">"_h;
  for (const Kpi& k : kpis) {
    h << "<div class=\"kpi\"><div class=\"l\">"_h;
    if (k.icon == "in" || k.icon == "out") {
      h << direction_tile(lang, k.icon == "in" ? Direction::in : Direction::out);
    } else {
      h << icon(k.icon);
    }
    h << k.label << "</div><div class=\"v\">"_h;
    FigureLink f = k.figure;
    f.large = true;
    h << figure(lang, f);
    if (!k.unit.empty()) h << "<span class=\"u\">"_h << k.unit << "</span>"_h;
    h << "</div>"_h;
    if (k.part >= 0) h << progress(k.part);
    if (!k.sub.empty()) h << "<div class=\"s\">"_h << k.sub << "</div>"_h;
    h << "</div>"_h;
  }
  h << "</section>"_h;
  return h;
}

Html popover(Lang lang, const Popover& p) {
  Html h(lang);
  h << "<div class=\"mo\"><div class=\"mo-h\"><div class=\"grow\"><h2 id=\"mo-title\" tabindex=\"-1\">"_h << p.title
    << "</h2>"_h;
  if (!p.rule.empty()) h << "<p>"_h << p.rule << "</p>"_h;
  h << "</div>"_h << p.badge << "<button type=\"button\" class=\"icb mo-x\" data-close aria-label=\""_h
    << Text("Đóng", "Close") << "\">"_h << icon("x") << "</button></div>"_h;
  if (!p.switches.empty() || !p.note.empty()) {
    h << "<div class=\"mo-s\">"_h << p.switches << "<span class=\"grow\"></span><span class=\"sm m2\">"_h << p.note
      << "</span></div>"_h;
  }
  h << "<div class=\"mo-b\">"_h << p.body << "</div>"_h;
  if (!p.foot.empty()) h << "<div class=\"mo-f\">"_h << p.foot << "</div>"_h;
  h << "</div>"_h;
  return h;
}

Html copy_button(Lang lang, const Message& label, std::string_view text) {
  Html h(lang);
  h << "<button type=\"button\" class=\"btn btn-link copy js-only\" data-copy=\""_h << text << "\" data-done=\""_h
    << Text("Đã chép", "Copied") << "\">"_h << icon("copy") << "<span>"_h << label
    << "</span></button><noscript><span class=\"sm m2\">"_h << text << "</span></noscript>"_h;
  return h;
}

}  // namespace nc
