// The map of Việt Nam: places as dots, values as circles that open.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "html/components.h"

namespace nc {
namespace {

constexpr double k_west = 101.6, k_east = 115.4, k_north = 23.5, k_south = 8.0, k_degree = 34;
const double k_narrow = std::cos(16.0 * 3.14159265358979 / 180);  // a degree of longitude at the middle of the country

std::string number(double n) { return fmt::format("{:.1f}", n); }
double across(double longitude) { return (longitude - k_west) * k_degree * k_narrow; }
double down(double latitude) { return (k_north - latitude) * k_degree; }

/// The archipelagos have no seat of their own: a few of their islands say where they lie.
struct Islands {
  Text name;
  double latitude, longitude;  ///< where the name stands
  std::array<std::array<double, 2>, 5> at;
};
const std::array<Islands, 2> k_islands{
    {{{"QĐ. Hoàng Sa", "Hoàng Sa archipelago"}, 15.1, 112.0, {{{16.5, 111.6}, {16.8, 112.3}, {16.1, 112.5}, {16.95, 111.9}, {15.95, 111.5}}}},
     {{"QĐ. Trường Sa", "Trường Sa archipelago"}, 8.25, 112.7, {{{11.4, 114.3}, {10.2, 113.6}, {9.7, 114.3}, {8.9, 112.9}, {10.7, 114.5}}}}}};

void dot(Html& h, double latitude, double longitude) {
  h << "<circle class=\"map-d\" r=\"2.5\" cx=\""_h << number(across(longitude)) << "\" cy=\""_h << number(down(latitude)) << "\"/>"_h;
}

void name_at(Html& h, double x, double y, const std::string& name) {
  h << "<text class=\"map-n\" x=\""_h << number(x) << "\" y=\""_h << number(y) << "\">"_h << name << "</text>"_h;
}

/// How far a circle reaches from its middle: its area grows with the value.
double reach(const MapPoint& p, double most) { return 5 + 27 * std::sqrt(p.value / most); }

void circle(Html& h, const MapPoint& p, double most) {
  h << "<a href=\""_h << p.href << "\" class=\"map-v\"><title>"_h << p.label << ": "_h << p.shown << "</title><circle r=\""_h << number(reach(p, most)) << "\" cx=\""_h
    << number(across(p.longitude)) << "\" cy=\""_h << number(down(p.latitude)) << "\"/></a>"_h;
}

}  // namespace

Html country_map(Lang lang, const std::vector<MapPoint>& points, const Message& summary) {
  std::vector<MapPoint> valued;
  double most = 0;
  Html h(lang);
  h << "<svg class=\"map\" role=\"group\" aria-label=\""_h << summary << "\" viewBox=\"0 0 "_h << number(across(k_east)) << " "_h << number(down(k_south)) << "\">"_h;
  for (const MapPoint& p : points) {
    dot(h, p.latitude, p.longitude);
    if (p.value <= 0) continue;
    valued.push_back(p);
    most = std::max(most, p.value);
  }
  for (const Islands& i : k_islands) {
    for (const auto& [latitude, longitude] : i.at) dot(h, latitude, longitude);
    h << "<text class=\"map-i\" text-anchor=\"middle\" x=\""_h << number(across(i.longitude)) << "\" y=\""_h << number(down(i.latitude)) << "\">"_h << i.name << "</text>"_h;
  }
  // The largest first, so that smaller ones lie above them and can be reached; names above all, the first few only.
  std::stable_sort(valued.begin(), valued.end(), [](const MapPoint& a, const MapPoint& b) { return a.value > b.value; });
  for (const MapPoint& p : valued) circle(h, p, most);
  constexpr std::size_t k_named = 8;
  for (std::size_t i = 0; i < std::min(k_named, valued.size()); ++i) {
    const auto same_place = [&](const MapPoint& p) { return p.latitude == valued[i].latitude && p.longitude == valued[i].longitude; };
    if (std::any_of(valued.begin(), valued.begin() + static_cast<std::ptrdiff_t>(i), same_place)) continue;
    const double r = reach(valued[i], most) + 4;
    name_at(h, across(valued[i].longitude) + r, down(valued[i].latitude) + 4, valued[i].label);
  }
  h << "</svg>"_h;
  return h;
}

}  // namespace nc
