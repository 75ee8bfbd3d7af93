// The arch of coming days: a semicircle whose rings are 30, 90, 180 and 365 days and whose sectors are regions.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

constexpr double k_center_x = 330, k_foot_y = 300, k_radius = 262, k_dome = 27;
constexpr int k_soon = 20, k_year = 365;

struct Spot {
  double x = 0, y = 0;
};

/// Near days get more room than far ones.
double radius_of(int days) {
  return std::max(k_dome + 11, k_radius * std::pow(static_cast<double>(days) / k_year, 0.43));
}

/// `around` is 0 at the left foot and 1 at the right one.
Spot spot(double radius, double around) {
  const double angle = std::numbers::pi * (1 - around);
  return {k_center_x + radius * std::cos(angle), k_foot_y - radius * std::sin(angle)};
}

/// Tenths are enough; written by hand because the decimal point must not depend on the locale.
std::string coordinate(double value) {
  const long tenths = std::lround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (const long rest = std::labs(tenths % 10); rest != 0) text += "." + std::to_string(rest);
  return text;
}

void line(Html& h, Lit open, Spot from, Spot to) {
  h << open << " x1=\""_h << coordinate(from.x) << "\" y1=\""_h << coordinate(from.y) << "\" x2=\""_h
    << coordinate(to.x) << "\" y2=\""_h << coordinate(to.y) << "\"/>"_h;
}

void text(Html& h, Lit open, Spot at, std::string_view anchor, std::string_view words) {
  h << open << " x=\""_h << coordinate(at.x) << "\" y=\""_h << coordinate(at.y) << "\" text-anchor=\""_h << anchor
    << "\">"_h << words << "</text>"_h;
}

void ring(Html& h, Lit open, double radius) {
  const Spot left = spot(radius, 0), right = spot(radius, 1);
  h << open << " d=\"M"_h << coordinate(left.x) << " "_h << coordinate(left.y) << " A"_h << coordinate(radius) << " "_h
    << coordinate(radius) << " 0 0 1 "_h << coordinate(right.x) << " "_h << coordinate(right.y) << "\"/>"_h;
}

void frame(Html& h, const std::vector<Message>& sectors) {
  struct Ring {
    int days;
    Text label;
  };
  static constexpr Ring k_rings[] = {{30, {"30 ngày", "30 days"}},
                                     {90, {"90 ngày", "90 days"}},
                                     {180, {"6 tháng", "6 months"}},
                                     {365, {"12 tháng", "12 months"}}};
  ring(h, "<path class=\"near\""_h, radius_of(30));
  for (const Ring& r : k_rings) {
    ring(h, "<path class=\"ring\""_h, radius_of(r.days));
    text(h, "<text class=\"scale\""_h, {k_center_x + radius_of(r.days), k_foot_y + 18}, "middle", r.label.in(h.lang()));
  }
  const double count = static_cast<double>(std::max<std::size_t>(sectors.size(), 1));
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const double from = static_cast<double>(i) / count;
    if (i > 0) line(h, "<line class=\"ray\""_h, spot(k_dome, from), spot(k_radius, from));
    const double middle = from + 0.5 / count;
    text(h, "<text class=\"sector\""_h, spot(k_radius + 14, middle),
         middle < 0.4   ? "end"
         : middle > 0.6 ? "start"
                        : "middle",
         sectors[i].in(h.lang()));
  }
  line(h, "<line class=\"deck\""_h, {k_center_x - k_radius - 20, k_foot_y}, {k_center_x + k_radius + 20, k_foot_y});
}

/// Room that a label takes, to leave out those that would cover another.
struct Box {
  double left, right, top, bottom;
  bool covers(const Box& o) const { return left < o.right && o.left < right && top < o.bottom && o.top < bottom; }
};

Box box_of(Spot at, const std::string& label, bool to_left) {
  // Bytes overstate the width of Vietnamese: two thirds of them are letters.
  const double wide = 5.2 * static_cast<double>(label.size()) + 10;
  return {to_left ? at.x - wide : at.x, to_left ? at.x : at.x + wide, at.y - 9, at.y + 6};
}

void point(Html& h, const ArchPoint& p, Spot at, std::vector<Box>& taken) {
  const bool to_left = at.x < k_center_x;
  const Box box = box_of(at, p.label, to_left);
  const bool free = std::none_of(taken.begin(), taken.end(), [&](const Box& other) { return other.covers(box); });
  const bool shown = (p.large || p.days <= k_soon) && free;
  if (shown) taken.push_back(box);
  const Message spoken(p.label + ", còn " + std::to_string(p.days) + " ngày",
                       p.label + ", in " + std::to_string(p.days) + " days");
  h << "<a href=\""_h << Url{p.href} << "\" class=\"c"_h << std::clamp(p.color, 1, 6) << "\" aria-label=\""_h << spoken
    << "\"><circle class=\"hit\" r=\"12\" cx=\""_h << coordinate(at.x) << "\" cy=\""_h << coordinate(at.y)
    << "\"/><circle class=\"dot\" r=\""_h << (p.large ? "6.5" : "4") << "\" cx=\""_h << coordinate(at.x) << "\" cy=\""_h
    << coordinate(at.y) << "\"/>"_h;
  text(h, shown ? "<text class=\"name\""_h : "<text class=\"name later\""_h, {at.x + (to_left ? -11 : 11), at.y + 4},
       to_left ? "end" : "start", p.label);
  h << "</a>"_h;
}

}  // namespace

Html arch(Lang lang, const Message& summary, const std::vector<Message>& sectors, const std::vector<ArchPoint>& points,
          Date today) {
  Html h(lang);
  h << "<svg class=\"arch\" viewBox=\"0 0 660 326\" role=\"group\" aria-label=\""_h << summary << "\">"_h;
  frame(h, sectors);
  std::vector<Box> taken;
  const double count = static_cast<double>(std::max<std::size_t>(sectors.size(), 1));
  for (std::size_t s = 0; s < std::max<std::size_t>(sectors.size(), 1); ++s) {
    std::vector<const ArchPoint*> here;
    for (const ArchPoint& p : points) {
      if (p.sector == static_cast<int>(s) && p.days >= 0 && p.days <= k_year) here.push_back(&p);
    }
    std::stable_sort(here.begin(), here.end(),
                     [](const ArchPoint* a, const ArchPoint* b) { return a->days < b->days; });
    // Neighbours in time stand on different rays, so that their dots and names part.
    for (std::size_t i = 0; i < here.size(); ++i) {
      static constexpr double k_places[] = {0.5, 0.22, 0.78, 0.36, 0.64, 0.1, 0.9};
      const double around = (static_cast<double>(s) + k_places[i % std::size(k_places)]) / count;
      point(h, *here[i], spot(radius_of(here[i]->days), around), taken);
    }
  }
  ring(h, "<path class=\"dome\""_h, k_dome);
  text(h, "<text class=\"dome-t\""_h, {k_center_x, k_foot_y - 8}, "middle",
       format_date(today, lang).substr(0, lang == Lang::vi ? 5 : 6));
  text(h, "<text class=\"scale b6\""_h, {k_center_x, k_foot_y + 18}, "middle", Text("Hôm nay", "Today").in(lang));
  h << "</svg>"_h;
  return h;
}

}  // namespace nc
