// The arch of coming days: a semicircle whose rings are 30, 90, 180 and 365 days and whose sectors are regions.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/words.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

constexpr double k_center_x = 330, k_foot_y = 300, k_radius = 262, k_dome = 27;
constexpr double k_left = -36, k_wide = 732;  ///< of the picture
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

/// The name of a sector beside the arch. At the sides a name of two parts takes two lines: there is little room.
struct SectorName {
  Spot at;
  std::string_view anchor;
  std::vector<std::string_view> lines;
};

SectorName sector_name(std::string_view words, double middle) {
  SectorName out{spot(k_radius + 14, middle), middle < 0.4 ? "end" : middle > 0.6 ? "start" : "middle", {words}};
  const auto comma = out.anchor == "middle" ? std::string_view::npos : words.find(", ");
  if (comma != std::string_view::npos) out.lines = {words.substr(0, comma + 1), words.substr(comma + 2)};
  return out;
}

double height_of_line(const SectorName& name, std::size_t line) {
  constexpr double k_line = 13;
  return name.at.y + k_line * (static_cast<double>(line) - static_cast<double>(name.lines.size() - 1) / 2);
}

void draw(Html& h, const SectorName& name) {
  for (std::size_t i = 0; i < name.lines.size(); ++i)
    text(h, "<text class=\"sector\""_h, {name.at.x, height_of_line(name, i)}, name.anchor, name.lines[i]);
}

/// In the middle of its part of the arch, 0 at the left foot and 1 at the right one.
double middle_of(std::size_t sector, std::size_t count) {
  return (static_cast<double>(sector) + 0.5) / static_cast<double>(count);
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
    draw(h, sector_name(sectors[i].in(h.lang()), middle_of(i, sectors.size())));
  }
  line(h, "<line class=\"deck\""_h, {k_center_x - k_radius - 20, k_foot_y}, {k_center_x + k_radius + 20, k_foot_y});
}

/// Room on the picture, to keep names off each other and off the dots.
struct Box {
  double left, right, top, bottom;
  bool covers(const Box& o) const { return left < o.right && o.left < right && top < o.bottom && o.top < bottom; }
};

/// A dot where it stands, and its name once room was found for it.
struct Placed {
  const ArchPoint* point;
  Spot at;
  bool to_left;
  double lower = 0;  ///< the name stands this much below the dot's own height
  bool named = false;
};

double width_of(std::string_view words) {
  constexpr double k_letter = 5.7;
  return k_letter * static_cast<double>(letter_count(words));
}

Box box_of(Spot at, std::string_view words, bool to_left) {
  constexpr double k_gap = 9;
  const double wide = width_of(words) + k_gap;
  return {to_left ? at.x - wide : at.x + k_gap, to_left ? at.x - k_gap : at.x + wide, at.y - 7, at.y + 6};
}

/// Room that the names of the sectors take.
std::vector<Box> sector_boxes(const std::vector<Message>& sectors, Lang lang) {
  std::vector<Box> out;
  for (std::size_t i = 0; i < sectors.size(); ++i) {
    const SectorName name = sector_name(sectors[i].in(lang), middle_of(i, sectors.size()));
    for (std::size_t n = 0; n < name.lines.size(); ++n) {
      const double wide = width_of(name.lines[n]), y = height_of_line(name, n);
      const double left = name.anchor == "end" ? name.at.x - wide : name.anchor == "start" ? name.at.x : name.at.x - wide / 2;
      out.push_back({left, left + wide, y - 10, y + 3});
    }
  }
  return out;
}

Box box_of(const Placed& dot) {
  const double r = dot.point->large ? 6.5 : 4;
  return {dot.at.x - r, dot.at.x + r, dot.at.y - r, dot.at.y + r};
}

/// Where the dots of one sector stand. Neighbours in time stand on different rays, so that their dots and names part.
void place(const std::vector<const ArchPoint*>& here, std::size_t sector, double count, std::vector<Placed>& out) {
  for (std::size_t i = 0; i < here.size(); ++i) {
    static constexpr double k_places[] = {0.5, 0.22, 0.78, 0.36, 0.64, 0.1, 0.9};
    const double around = (static_cast<double>(sector) + k_places[i % std::size(k_places)]) / count;
    const Spot at = spot(radius_of(here[i]->days), around);
    out.push_back({here[i], at, at.x < k_center_x});
  }
}

/// Beside the dot, outwards before inwards; then a little higher or lower.
bool find_room(Placed& dot, const std::vector<Box>& taken) {
  constexpr double k_step = 10;
  const bool outwards = dot.to_left;
  for (const double lower : {0.0, -k_step, k_step})
    for (const bool to_left : {outwards, !outwards}) {
      const Box box = box_of({dot.at.x, dot.at.y + lower}, dot.point->label, to_left);
      if (box.left < k_left || box.right > k_left + k_wide || box.bottom > k_foot_y) continue;
      if (std::ranges::any_of(taken, [&](const Box& other) { return other.covers(box); })) continue;
      dot.to_left = to_left, dot.lower = lower, dot.named = true;
      return true;
    }
  return false;
}

/// Names those that matter, round years first, as long as a name covers nothing; the others show theirs on demand.
void give_names(std::vector<Placed>& dots, std::vector<Box> taken) {
  std::vector<Placed*> order;
  for (Placed& dot : dots)
    if (dot.point->large || dot.point->days <= k_soon) order.push_back(&dot);
  std::ranges::stable_sort(order, [](const Placed* a, const Placed* b) { return std::pair(!a->point->large, a->point->days) < std::pair(!b->point->large, b->point->days); });
  taken.push_back({k_center_x - k_dome - 4, k_center_x + k_dome + 4, k_foot_y - k_dome, k_foot_y + 30});
  for (const Placed& dot : dots) taken.push_back(box_of(dot));
  for (Placed* dot : order)
    if (find_room(*dot, taken)) taken.push_back(box_of({dot->at.x, dot->at.y + dot->lower}, dot->point->label, dot->to_left));
}

void draw(Html& h, const Placed& dot) {
  const ArchPoint& p = *dot.point;
  // Who speaks to the machine says what stands there: the short name first, then the whole.
  const std::string whole = p.full.empty() || p.full == p.label ? p.label : p.label + ": " + p.full;
  const Message spoken(whole + ", còn " + std::to_string(p.days) + " ngày", whole + ", in " + std::to_string(p.days) + " days");
  h << "<a href=\""_h << Url{p.href} << "\" class=\"c"_h << std::clamp(p.color, 1, 6) << "\" aria-label=\""_h << spoken
    << "\"><circle class=\"hit\" r=\"12\" cx=\""_h << coordinate(dot.at.x) << "\" cy=\""_h << coordinate(dot.at.y)
    << "\"/><circle class=\"dot\" r=\""_h << (p.large ? "6.5" : "4") << "\" cx=\""_h << coordinate(dot.at.x) << "\" cy=\""_h
    << coordinate(dot.at.y) << "\"/>"_h;
  text(h, dot.named ? "<text class=\"name\""_h : "<text class=\"name later\""_h, {dot.at.x + (dot.to_left ? -11 : 11), dot.at.y + dot.lower + 4},
       dot.to_left ? "end" : "start", p.label);
  h << "</a>"_h;
}

}  // namespace

Html arch(Lang lang, const Message& summary, const std::vector<Message>& sectors, const std::vector<ArchPoint>& points,
          Date today) {
  Html h(lang);
  h << "<svg class=\"arch\" viewBox=\"-36 0 732 326\" role=\"group\" aria-label=\""_h << summary << "\">"_h;
  frame(h, sectors);
  std::vector<Placed> dots;
  const double count = static_cast<double>(std::max<std::size_t>(sectors.size(), 1));
  for (std::size_t sector = 0; sector < std::max<std::size_t>(sectors.size(), 1); ++sector) {
    std::vector<const ArchPoint*> here;
    for (const ArchPoint& p : points)
      if (p.sector == static_cast<int>(sector) && p.days >= 0 && p.days <= k_year) here.push_back(&p);
    std::ranges::stable_sort(here, {}, &ArchPoint::days);
    place(here, sector, count, dots);
  }
  give_names(dots, sector_boxes(sectors, lang));
  for (const Placed& dot : dots) draw(h, dot);
  ring(h, "<path class=\"dome\""_h, k_dome);
  text(h, "<text class=\"dome-t\""_h, {k_center_x, k_foot_y - 8}, "middle",
       format_date(today, lang).substr(0, lang == Lang::vi ? 5 : 6));
  text(h, "<text class=\"scale b6\""_h, {k_center_x, k_foot_y + 18}, "middle", Text("Hôm nay", "Today").in(lang));
  h << "</svg>"_h;
  return h;
}

}  // namespace nc
