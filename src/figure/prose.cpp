// How a figure is printed: in prose with its word and unit, on screens short, as JSON for programs.
#include <cmath>

#include <boost/json.hpp>

#include "figure/figure.h"

namespace nc::fig {

namespace {

constexpr const char* k_nbsp = "\u00A0";

std::optional<Money> as_money(const Figure& f) {
  if (!f.value || !is_currency(f.unit)) return std::nullopt;
  auto currency = Currency::from_code(f.unit);
  if (!currency) return std::nullopt;
  const double scale = std::pow(10.0, currency->minor_digits());
  return Money{static_cast<std::int64_t>(std::llround(*f.value * scale)), *currency};
}

std::string singular(std::string unit, double n, Lang lang) {
  // English names of units are stored in the plural; one of them drops its s.
  if (lang == Lang::en && n == 1 && unit.size() > 1 && unit.ends_with("s")) unit.pop_back();
  return unit;
}

bool is_whole(double v) { return std::abs(v - std::round(v)) < 1e-9; }

}  // namespace

std::string in_prose(const Figure& f, Lang lang, bool pad) {
  if (!f.value || (f.row_count == 0 && f.parts.empty() && f.unit != "ratio")) return lang == Lang::vi ? "chưa có số liệu" : "no figures yet";
  if (auto money = as_money(f)) return money_in_prose(*money, f.qualifier, lang);
  if (f.unit == "ratio") return format_decimal(*f.value, is_whole(*f.value) ? 0 : 1, lang) + k_nbsp + ":" + k_nbsp + "1";
  const std::string unit = singular(unit_name(f.unit, lang), *f.value, lang);
  if (!is_whole(*f.value)) return format_decimal(*f.value, 1, lang) + k_nbsp + unit;
  return count_in_prose(std::llround(*f.value), f.qualifier, lang, pad && lang == Lang::vi) + k_nbsp + unit;
}

std::string on_screen(const Figure& f, Lang lang) {
  if (!f.value) return lang == Lang::vi ? "chưa có" : "none yet";
  if (auto money = as_money(f)) return format_money_short(*money, lang);
  if (!is_whole(*f.value)) return format_decimal(*f.value, 1, lang);
  return format_int(std::llround(*f.value), lang);
}

namespace {

namespace json = boost::json;

/// Whole numbers are printed as integers, so that 57 is 57 and not 5.7E1.
json::value number(const std::optional<double>& v) {
  if (!v) return nullptr;
  if (is_whole(*v) && std::abs(*v) < 9e15) return static_cast<std::int64_t>(std::llround(*v));
  return *v;
}

json::value day(const Date& d) { return d ? json::value(d.iso()) : json::value(nullptr); }

json::object row_json(const Row& r) {
  std::optional<double> amount;
  if (r.amount) {
    auto currency = is_currency(r.unit) ? Currency::from_code(r.unit) : std::nullopt;
    amount = currency ? whole_units(Money{*r.amount, *currency}) : static_cast<double>(*r.amount);
  }
  return {{"register", r.register_name}, {"id", r.id}, {"code", r.code}, {"title", r.title}, {"date", r.date},
          {"amount", number(amount)}, {"unit", r.unit}, {"qualifier", code(r.qualifier)}, {"illustrative", r.illustrative}};
}

json::object claim_json(const ClaimSeen& c) {
  return {{"code", c.code}, {"org", c.org}, {"from", day(c.period.from)}, {"to", day(c.period.to)}, {"unit", c.unit},
          {"value", number(c.value)}, {"qualifier", code(c.qualifier)}, {"difference", number(c.difference)},
          {"match", c.match}, {"status", c.status},
          {"source", json::object{{"title", c.source_title}, {"published", c.published}}},
          {"evidence", json::object{{"id", c.evidence}, {"quote", c.quote}}}};
}

std::string_view word(Scope s) { return s == Scope::own ? "own" : s == Scope::tree ? "tree" : "distinct"; }

}  // namespace

std::string to_json(const Figure& f, const std::vector<Row>& rows) {
  json::object out{{"code", f.ask.code}, {"org", f.ask.org}, {"scope", word(f.ask.scope)}, {"from", day(f.period.from)},
                   {"to", day(f.period.to)}, {"unit", f.unit}, {"value", number(f.value)},
                   {"qualifier", f.value ? code(f.qualifier) : code(Qualifier::unknown)},
                   {"row_count", f.row_count}, {"illustrative_count", f.illustrative_count}};
  json::array rows_out, groups, parts, claims;
  for (const Row& r : rows) rows_out.push_back(row_json(r));
  for (const Group& g : f.groups)
    groups.push_back({{"key", g.key}, {"label", g.label.vi}, {"label_en", g.label.en}, {"value", number(g.value)}, {"rows", g.rows}});
  for (const Part& p : f.parts)
    parts.push_back({{"key", p.key}, {"unit", p.unit}, {"value", number(p.value)}, {"qualifier", code(p.qualifier)}});
  for (const ClaimSeen& c : f.claims) claims.push_back(claim_json(c));
  out["rows"] = std::move(rows_out);
  out["groups"] = std::move(groups);
  out["parts"] = std::move(parts);
  out["claims"] = std::move(claims);
  if (!f.note_vi.empty()) out["note"] = f.note_vi;
  return json::serialize(out);
}

}  // namespace nc::fig
