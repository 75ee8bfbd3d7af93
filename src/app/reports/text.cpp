// A report as plain text and as the JSON of the command line.
#include "app/reports/text.h"

#include <boost/json.hpp>
#include <cmath>

namespace nc::app {

namespace {

namespace json = boost::json;

json::value number(const std::optional<double>& v) {
  if (!v) return nullptr;
  if (std::abs(*v - std::round(*v)) < 1e-9 && std::abs(*v) < 9e15) return static_cast<std::int64_t>(std::llround(*v));
  return *v;
}

json::value day(const Date& d) { return d ? json::value(d.iso()) : json::value(nullptr); }

json::object claim_json(const fig::ClaimSeen& c) {
  return {{"code", c.code}, {"org", c.org}, {"from", day(c.period.from)}, {"to", day(c.period.to)}, {"unit", c.unit}, {"value", number(c.value)},
          {"qualifier", code(c.qualifier)}, {"difference", number(c.difference)}, {"match", c.match},
          {"source", json::object{{"title", c.source_title}, {"published", c.published}}}, {"evidence", json::object{{"id", c.evidence}, {"quote", c.quote}}}};
}

struct Value { std::string unit; std::optional<double> value; Qualifier qualifier = Qualifier::exact; std::int64_t rows = 0; const std::vector<fig::ClaimSeen>* claims = nullptr; };

/// The number that the token stands for: the figure, or the part of it that is printed.
Value of_figure(const doc::Token& t, const fig::Figure& f) {
  Value v{f.unit, f.value, f.qualifier, f.row_count, &f.claims};
  for (const auto& p : f.parts)
    if (!t.part.empty() && (p.key == t.part || p.unit == t.part)) v.unit = p.unit, v.value = p.value, v.qualifier = p.qualifier;
  return v;
}

json::object figure_json(const doc::Token& t, const Value& v) {
  const Period when = t.ask.period ? *t.ask.period : Period{t.ask.as_of.value_or(Date{}), t.ask.as_of.value_or(Date{})};
  json::object where;
  for (const auto& [key, value] : t.ask.where) where[key] = value;
  json::array claims;
  if (v.claims)
    for (const auto& c : *v.claims) claims.push_back(claim_json(c));
  return {{"token", t.id}, {"code", t.ask.code}, {"org", t.ask.org}, {"from", day(when.from)}, {"to", day(when.to)}, {"where", where}, {"unit", v.unit}, {"value", number(v.value)},
          {"qualifier", v.value ? code(v.qualifier) : code(Qualifier::unknown)}, {"row_count", v.rows}, {"claims", std::move(claims)}};
}

std::string_view kind_word(paper::Block::Kind k) {
  using Kind = paper::Block::Kind;
  switch (k) {
    case Kind::part: return "part";
    case Kind::part_title: return "part_title";
    case Kind::heading: return "heading";
    case Kind::clause: return "clause";
    case Kind::point: return "point";
    case Kind::paragraph: return "paragraph";
    case Kind::item: return "item";
    case Kind::caption: return "caption";
    case Kind::note: return "note";
    case Kind::table: return "table";
    case Kind::annex: return "annex";
    case Kind::chart: return "chart";
  }
  return "paragraph";
}

std::string_view origin_word(doc::Origin o) { return o == doc::Origin::machine ? "M" : o == doc::Origin::mixed ? "MN" : "N"; }

json::array sections_json(const doc::Document& d, const std::map<std::string, std::string>& shown) {
  json::array sections;
  for (const auto& s : d.sections) {
    json::array blocks;
    for (const auto& b : s.blocks) {
      json::object block{{"kind", kind_word(b.kind)}, {"text", resolved(b.text, shown)}, {"origin", origin_word(b.origin)}};
      if (!b.rows.empty()) {
        json::array rows;
        for (const auto& row : b.rows) {
          json::array cells;
          for (const auto& cell : row) cells.emplace_back(resolved(cell, shown));
          rows.push_back(std::move(cells));
        }
        block["rows"] = std::move(rows);
      }
      blocks.push_back(std::move(block));
    }
    sections.push_back(json::object{{"id", s.id}, {"title", s.title}, {"blocks", std::move(blocks)}});
  }
  return sections;
}

std::string whole(const doc::Document& d, bool sealed, json::array figures, const std::map<std::string, std::string>& shown) {
  return json::serialize(json::object{{"kind", d.kind}, {"org", d.org}, {"period", period_code(d.period)}, {"lang", d.lang == Lang::en ? "en" : "vi"}, {"sealed", sealed}, {"number", d.number.empty() ? std::string() : d.number + "/" + d.symbol}, {"issued_on", d.signed_on.iso()}, {"figures", std::move(figures)}, {"sections", sections_json(d, shown)}});
}

}  // namespace

std::string resolved(std::string_view text, const std::map<std::string, std::string>& shown) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find("{t");
    out.append(text.substr(0, open));
    if (open == std::string_view::npos) break;
    const auto close = text.find('}', open);
    const auto it = close == std::string_view::npos ? shown.end() : shown.find(std::string(text.substr(open + 1, close - open - 1)));
    if (it == shown.end()) {
      out.append(text.substr(open, 2));
      text.remove_prefix(open + 2);
      continue;
    }
    out += it->second;
    text.remove_prefix(close + 1);
  }
  for (auto at = out.find("**"); at != std::string::npos; at = out.find("**")) out.erase(at, 2);
  return out;
}

std::string plain_text(const doc::Document& d, const std::map<std::string, std::string>& shown) {
  std::string out;
  auto line = [&](const std::string& text) { out += text + "\n"; };
  for (const auto& l : d.issuer_lines) line(l);
  const auto said = [&d](Text text) { return std::string(text.in(d.lang)); };
  line(said({"Số: ", "No. "}) + (d.number.empty() ? "..." : d.number) + "/" + d.symbol);
  line(d.kind_name);
  for (const auto& l : d.subject_lines) line(l);
  for (const auto& l : d.addressed_to) line(said({"Kính gửi: ", "To: "}) + l);
  for (const auto& s : d.sections) {
    line("");
    for (const auto& b : s.blocks) {
      if (b.kind != paper::Block::Kind::table) line(resolved(b.text, shown));
      if (!b.unit_note.empty()) line("(" + b.unit_note + ")");
      for (const auto& row : b.rows) {
        std::string cells;
        for (const auto& cell : row) cells += (cells.empty() ? "" : " | ") + resolved(cell, shown);
        line(cells);
      }
    }
  }
  line("");
  for (const auto& l : d.recipients) line(said({"Nơi nhận: ", "Recipients: "}) + l);
  for (const auto& l : d.authority) line(l);
  line(d.signer);
  return out;
}

std::string report_json(const doc::Document& d, const doc::Look& seen, Lang lang) {
  json::array figures;
  for (const auto& t : d.tokens)
    if (auto it = seen.find(t.id); it != seen.end()) figures.push_back(figure_json(t, of_figure(t, it->second.figure)));
  return whole(doc::in_language(d, lang), false, std::move(figures), doc::shown_of(seen, lang));
}

std::string report_json(const doc::Seal& seal, Lang lang) {
  json::array figures;
  for (const auto& t : seal.tokens)
    figures.push_back(figure_json(t.token, {t.unit, t.value, t.qualifier, static_cast<std::int64_t>(t.rows.size()), nullptr}));
  return whole(doc::in_language(seal.document, lang), true, std::move(figures), doc::shown_of(seal, lang));
}

}  // namespace nc::app
