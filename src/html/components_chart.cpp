// Charts: balance of both directions, bars, and the holder of ECharts charts with its table.
#include <algorithm>
#include <cmath>

#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

/// Where the axis stands and how wide one delegation is, in percent of the drawing.
struct Scale {
  int axis = 80;    ///< a multiple of 5: the width classes w5 ... w95 exist
  double unit = 0;  ///< percent of the whole drawing
};

Scale scale_of(const std::vector<BalanceRow>& rows) {
  std::int64_t in = 0, out = 0;
  for (const BalanceRow& r : rows) {
    in = std::max(in, r.in);
    out = std::max(out, r.out);
  }
  Scale s;
  const double all = static_cast<double>(in + out);
  if (all <= 0) return s;
  s.axis = std::clamp(static_cast<int>(std::lround(20.0 * static_cast<double>(in) / all)) * 5, 15, 85);
  s.unit = 100;
  if (in > 0) s.unit = std::min(s.unit, s.axis / static_cast<double>(in));
  if (out > 0) s.unit = std::min(s.unit, (100 - s.axis) / static_cast<double>(out));
  return s;
}

/// One bar; its width is a share of its side of the axis.
void side_bar(Html& h, std::int64_t n, double unit, int side) {
  if (n <= 0) return;
  h << "<svg class=\"bar\" height=\"13\" aria-hidden=\"true\" focusable=\"false\" width=\""_h
    << parts::percent(static_cast<double>(n) * unit / side) << "\"><rect width=\"100%\" height=\"13\"/></svg>"_h;
}

void side_number(Html& h, std::int64_t n, const std::string& href, const std::string& label, bool in) {
  FigureLink f{.href = href, .shown = format_int(n, h.lang())};
  f.spoken = in ? Message(f.shown + " đoàn đến, " + label, f.shown + " incoming, " + label)
                : Message(f.shown + " đoàn đi, " + label, f.shown + " outgoing, " + label);
  h << "<span class=\"v\">"_h << figure(h.lang(), f) << "</span>"_h;
}

void ratio(Html& h, const BalanceRow& r) {
  if (is_balanced(r.in, r.out)) {
    h << badge(h.lang(), Text("cân bằng", "balanced"), Tone::ok, "check");
    return;
  }
  const bool strong = (r.out == 0 && r.in >= 6) || (r.out > 0 && r.in >= 12 * r.out);
  h << "<span class=\""_h << (strong ? "b6" : "m2") << "\">"_h << format_int(r.in, h.lang()) << " : "_h
    << format_int(r.out, h.lang()) << "</span>"_h;
}

void balance_row(Html& h, const BalanceRow& r, const Scale& s) {
  h << "<tr><th scope=\"row\">"_h << country(r.iso2, r.label)
    << "</th><td class=\"area\"><div class=\"bal-a\"><span class=\"bi w"_h << s.axis << "\">"_h;
  side_number(h, r.in, r.in_href, r.label, true);
  side_bar(h, r.in, s.unit, s.axis);
  h << "</span><span class=\"bo\">"_h;
  side_bar(h, r.out, s.unit, 100 - s.axis);
  side_number(h, r.out, r.out_href, r.label, false);
  h << "</span></div></td><td class=\"num\">"_h;
  ratio(h, r);
  h << "</td></tr>"_h;
}

void strip_segment(Html& h, const BalanceRow& r, std::int64_t n, std::int64_t all, bool in, bool rest = false) {
  const std::string& href = in ? r.in_href : r.out_href;
  const auto share = std::clamp<std::int64_t>((n * 100 + all / 2) / all, 1, 100);
  h << "<li class=\"g"_h << share << (in ? " in" : " out") << (rest ? " rest" : "")
    << "\"><svg class=\"seg-b\" height=\"14\" width=\"100%\" "
       "aria-hidden=\"true\" focusable=\"false\"><rect width=\"100%\" height=\"14\" rx=\"2\"/></svg><span class=\"seg-l\">"_h
    << flag(r.iso2) << "<b>"_h;
  FigureLink f{.href = href, .shown = format_int(n, h.lang())};
  f.spoken = in ? Message(f.shown + " đoàn đến, " + r.label, f.shown + " incoming, " + r.label)
                : Message(f.shown + " đoàn đi, " + r.label, f.shown + " outgoing, " + r.label);
  h << figure(h.lang(), f) << "</b> <span class=\"seg-n\">"_h << r.label << "</span></span></li>"_h;
}

/// One direction; what does not fit is one grey segment at its end.
void strip_side(Html& h, const std::vector<BalanceRow>& rows, std::int64_t all, bool in) {
  const int most = in ? 8 : 3;
  int shown = 0, others = 0;
  std::int64_t rest = 0;
  for (const BalanceRow& r : rows) {
    const std::int64_t n = in ? r.in : r.out;
    if (n <= 0) continue;
    if (shown < most) {
      strip_segment(h, r, n, all, in);
      ++shown;
    } else {
      ++others;
      rest += n;
    }
  }
  if (rest == 0) return;
  const std::string count = std::to_string(others);
  BalanceRow other;
  other.label = h.lang() == Lang::vi ? count + " nước khác" : count + " others";
  strip_segment(h, other, rest, all, in, true);
}

}  // namespace

Html balance(Lang lang, const std::vector<BalanceRow>& rows) {
  Html h(lang);
  const Scale s = scale_of(rows);
  h << "<table class=\"bal\"><thead><tr><th scope=\"col\">"_h << Text("Nước", "Country")
    << "</th><th scope=\"col\" class=\"area\"><div class=\"bal-a\"><span class=\"bi w"_h << s.axis << "\">"_h
    << Text("Đoàn đến (vào)", "Incoming") << "</span><span class=\"bo\">"_h << Text("Đoàn đi (ra)", "Outgoing")
    << "</span></div></th><th scope=\"col\" class=\"num\">"_h << Text("Tỷ lệ", "Ratio")
    << "</th></tr></thead><tbody>"_h;
  for (const BalanceRow& r : rows) balance_row(h, r, s);
  h << "</tbody></table>"_h;
  const std::string visits = std::to_string(k_balance_visits), percent = std::to_string(k_balance_percent);
  if (std::ranges::any_of(rows, [](const BalanceRow& r) { return is_balanced(r.in, r.out); }))
    h << "<p class=\"sm m2\">"_h << Message("Cân bằng: có cả đoàn đến và đoàn đi, chênh nhau không quá " + visits + " đoàn hoặc " + percent + "% bên nhiều hơn.",
                                            "Balanced: some came and some went, and they differ by no more than " + visits + " visit or " + percent + "% of the larger side.") << "</p>"_h;
  return h;
}

Html balance_strip(Lang lang, const std::vector<BalanceRow>& rows) {
  Html h(lang);
  std::int64_t all = 0;
  for (const BalanceRow& r : rows) all += r.in + r.out;
  if (all == 0) return h;
  h << "<ul class=\"strip\">"_h;
  strip_side(h, rows, all, true);
  strip_side(h, rows, all, false);
  h << "</ul>"_h;
  return h;
}

Html progress(double part) { return parts::bar(part, "pbar"); }

Html bars(Lang lang, const std::vector<BarRow>& rows) {
  Html h(lang);
  double most = 0;
  for (const BarRow& r : rows) most = std::max(most, r.value);
  h << "<ul class=\"bars\">"_h;
  for (const BarRow& r : rows) {
    h << "<li><div class=\"bars-h\"><span class=\"grow\">"_h << r.label << "</span>"_h;
    if (!r.sub.empty()) {
      h << "<span class=\"bars-s\">"_h;
      if (r.sub_href.empty()) {
        h << r.sub;
      } else {
        h << figure(
            lang,
            {.href = r.sub_href, .shown = r.sub, .spoken = Message(r.sub + ", " + r.label, r.sub + ", " + r.label)});
      }
      h << "</span>"_h;
    }
    h << "<span class=\"bars-v\">"_h
      << figure(
             lang,
             {.href = r.href, .shown = r.shown, .spoken = Message(r.shown + ", " + r.label, r.shown + ", " + r.label)})
      << "</span></div>"_h << parts::bar(most > 0 ? r.value / most : 0, "pbar") << "</li>"_h;
  }
  h << "</ul>"_h;
  return h;
}

Html chart(Lang lang, std::string_view id, const std::string& option_json, const Message& summary,
           const ChartTable& t) {
  Html h(lang);
  h << "<figure class=\"chart-f\" id=\""_h << id << "\"><div class=\"chart js-only\" role=\"img\" aria-label=\""_h
    << summary << "\" data-chart=\""_h << option_json << "\"></div><details class=\"chart-t\" open><summary>"_h
    << icon("table", "s") << Text("Bảng số", "Table")
    << "</summary><div class=\"tb-w\" tabindex=\"0\" role=\"region\" aria-label=\""_h << summary
    << "\"><table class=\"tb\"><caption class=\"vh\">"_h << summary << "</caption><thead><tr>"_h;
  for (std::size_t i = 0; i < t.head.size(); ++i) {
    h << (i == 0 ? "<th scope=\"col\">"_h : "<th scope=\"col\" class=\"num\">"_h) << t.head[i] << "</th>"_h;
  }
  h << "</tr></thead><tbody>"_h;
  for (const auto& row : t.rows) {
    h << "<tr>"_h;
    for (std::size_t i = 0; i < row.size(); ++i) {
      h << (i == 0 ? "<th scope=\"row\">"_h : "<td class=\"num\">"_h) << row[i] << (i == 0 ? "</th>"_h : "</td>"_h);
    }
    h << "</tr>"_h;
  }
  h << "</tbody></table></div></details></figure>"_h;
  return h;
}

}  // namespace nc
