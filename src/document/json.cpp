// Documents and seals as JSON text: how they are kept and how other programs read them.
#include <algorithm>

#include <boost/json.hpp>

#include "document/document.h"

namespace nc::doc {

namespace {

namespace json = boost::json;
using Kind = paper::Block::Kind;

constexpr std::pair<Kind, std::string_view> k_kinds[] = {
    {Kind::part, "part"}, {Kind::part_title, "part_title"}, {Kind::heading, "heading"}, {Kind::clause, "clause"},
    {Kind::point, "point"}, {Kind::paragraph, "paragraph"}, {Kind::item, "item"}, {Kind::caption, "caption"},
    {Kind::note, "note"}, {Kind::table, "table"}, {Kind::annex, "annex"}, {Kind::chart, "chart"}};
constexpr std::pair<Style, std::string_view> k_styles[] = {{Style::prose, "prose"}, {Style::number, "number"}, {Style::words, "words"},
                                                           {Style::percent, "percent"}, {Style::change, "change"}, {Style::day, "day"}, {Style::million, "million"}, {Style::amount, "amount"}};
constexpr std::pair<Origin, std::string_view> k_origins[] = {{Origin::machine, "M"}, {Origin::mixed, "MN"}, {Origin::person, "N"}};

template <class E, std::size_t N>
std::string_view word(const std::pair<E, std::string_view> (&table)[N], E value) {
  for (const auto& [v, w] : table)
    if (v == value) return w;
  return table[0].second;
}
template <class E, std::size_t N>
E value_of(const std::pair<E, std::string_view> (&table)[N], std::string_view w) {
  for (const auto& [v, name] : table)
    if (name == w) return v;
  return table[0].first;
}

json::value number(const std::optional<double>& v) { return v ? json::value(*v) : json::value(nullptr); }
json::array strings(const std::vector<std::string>& list) { return json::array(list.begin(), list.end()); }

std::string text(const json::object& o, std::string_view key) {
  const auto* v = o.if_contains(key);
  return v && v->is_string() ? std::string(v->get_string()) : std::string();
}
std::vector<std::string> texts(const json::object& o, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* v = o.if_contains(key); v && v->is_array())
    for (const auto& item : v->get_array())
      if (item.is_string()) out.emplace_back(item.get_string());
  return out;
}
std::optional<double> real(const json::object& o, std::string_view key) {
  const auto* v = o.if_contains(key);
  return v && v->is_number() ? std::optional<double>(v->to_number<double>()) : std::nullopt;
}
std::int64_t integer(const json::object& o, std::string_view key) {
  const auto* v = o.if_contains(key);
  return v && v->is_number() ? v->to_number<std::int64_t>() : 0;
}
Date day(const json::object& o, std::string_view key) { return Date::from_iso(text(o, key)).value_or(Date{}); }
const json::array& array(const json::object& o, std::string_view key) {
  static const json::array empty;
  const auto* v = o.if_contains(key);
  return v && v->is_array() ? v->get_array() : empty;
}

json::object ask_json(const fig::Ask& a) {
  json::object where;
  for (const auto& [k, v] : a.where) where[k] = v;
  json::object out{{"code", a.code}, {"org", a.org}, {"scope", a.scope == fig::Scope::own ? "own" : a.scope == fig::Scope::tree ? "tree" : "distinct"}, {"where", where}};
  if (a.period) out["from"] = a.period->from.iso(), out["to"] = a.period->to.iso();
  if (a.as_of) out["as_of"] = a.as_of->iso();
  return out;
}
fig::Ask ask_of(const json::object& o) {
  fig::Ask a;
  a.code = text(o, "code");
  a.org = text(o, "org");
  a.scope = fig::scope_from(text(o, "scope")).value_or(fig::Scope::tree);
  if (Date from = day(o, "from"), to = day(o, "to"); from && to) a.period = Period{from, to};
  if (Date d = day(o, "as_of")) a.as_of = d;
  if (const auto* w = o.if_contains("where"); w && w->is_object())
    for (const auto& [k, v] : w->get_object())
      if (v.is_string()) a.where.emplace_back(std::string(k), std::string(v.get_string()));
  return a;
}

json::object token_json(const Token& t) {
  return {{"id", t.id}, {"ask", ask_json(t.ask)}, {"style", word(k_styles, t.style)}, {"noun", t.noun}, {"noun_en", t.noun_en}, {"part", t.part},
          {"base", t.base.iso()}, {"claim", t.claim}, {"round", t.round}, {"shown", t.shown}, {"shown_en", t.shown_en}, {"value", number(t.value)}, {"row_count", t.row_count}};
}
Token token_of(const json::object& o) {
  Token t;
  t.id = text(o, "id");
  if (const auto* a = o.if_contains("ask"); a && a->is_object()) t.ask = ask_of(a->get_object());
  t.style = value_of(k_styles, text(o, "style"));
  t.noun = text(o, "noun");
  t.noun_en = text(o, "noun_en");
  t.part = text(o, "part");
  t.base = day(o, "base");
  t.claim = integer(o, "claim");
  t.round = integer(o, "round");
  t.shown = text(o, "shown");
  t.shown_en = text(o, "shown_en");
  t.value = real(o, "value");
  t.row_count = integer(o, "row_count");
  return t;
}

json::array cells_json(const std::vector<std::vector<std::string>>& table) {
  json::array rows;
  for (const auto& row : table) rows.push_back(strings(row));
  return rows;
}
std::vector<std::vector<std::string>> cells_of(const json::object& o, std::string_view key) {
  std::vector<std::vector<std::string>> out;
  for (const auto& row : array(o, key)) {
    std::vector<std::string> cells;
    if (row.is_array())
      for (const auto& cell : row.get_array()) cells.emplace_back(cell.is_string() ? cell.get_string() : json::string());
    out.push_back(std::move(cells));
  }
  return out;
}

json::object block_json(const Block& b) {
  json::object out{{"id", b.id}, {"kind", word(k_kinds, b.kind)}, {"origin", word(k_origins, b.origin)}, {"text", b.text}};
  if (b.edited()) out["drafted"] = b.drafted;
  if (b.wide) out["wide"] = true;
  if (b.lines) out["lines"] = true;
  if (!b.en.empty()) {
    out["en"] = b.en;
    if (b.en != b.en_drafted) out["en_drafted"] = b.en_drafted;
    if (b.en_of != b.text) out["en_of"] = b.en_of;
  }
  if (!b.rows.empty()) {
    json::array widths;
    for (double w : b.widths) widths.push_back(w);
    out["rows"] = cells_json(b.rows);
    if (!b.rows_en.empty()) out["rows_en"] = cells_json(b.rows_en);
    if (!b.unit_note_en.empty()) out["unit_note_en"] = b.unit_note_en;
    out["widths"] = std::move(widths);
    out["align"] = b.align;
    out["unit_note"] = b.unit_note;
    out["head_row"] = b.head_row;
  }
  return out;
}
Block block_of(const json::object& o) {
  Block b;
  b.id = text(o, "id");
  b.kind = value_of(k_kinds, text(o, "kind"));
  b.origin = value_of(k_origins, text(o, "origin"));
  b.text = text(o, "text");
  b.drafted = o.contains("drafted") ? text(o, "drafted") : b.text;
  b.en = text(o, "en");
  b.en_drafted = o.contains("en_drafted") ? text(o, "en_drafted") : b.en;
  b.en_of = b.en.empty() ? std::string() : o.contains("en_of") ? text(o, "en_of") : b.text;
  b.rows = cells_of(o, "rows");
  b.rows_en = cells_of(o, "rows_en");
  b.unit_note_en = text(o, "unit_note_en");
  for (const auto& w : array(o, "widths"))
    if (w.is_number()) b.widths.push_back(w.to_number<double>());
  b.align = text(o, "align");
  b.unit_note = text(o, "unit_note");
  if (const auto* v = o.if_contains("head_row"); v && v->is_bool()) b.head_row = v->get_bool();
  if (const auto* v = o.if_contains("wide"); v && v->is_bool()) b.wide = v->get_bool();
  if (const auto* v = o.if_contains("lines"); v && v->is_bool()) b.lines = v->get_bool();
  return b;
}

json::object head_json(const EnglishHead& h) {
  return {{"issuer_lines", strings(h.issuer_lines)}, {"subject_lines", strings(h.subject_lines)}, {"addressed_to", strings(h.addressed_to)}, {"recipients", strings(h.recipients)},
          {"authority", strings(h.authority)}, {"place", h.place}, {"kind_name", h.kind_name}};
}
EnglishHead head_of(const json::object& o) {
  return {texts(o, "issuer_lines"), texts(o, "subject_lines"), texts(o, "addressed_to"), texts(o, "recipients"), texts(o, "authority"), text(o, "place"), text(o, "kind_name")};
}

json::object document_json(const Document& d) {
  json::array sections, tokens;
  for (const Section& s : d.sections) {
    json::array blocks;
    for (const Block& b : s.blocks) blocks.push_back(block_json(b));
    sections.push_back(json::object{{"id", s.id}, {"title", s.title}, {"title_en", s.title_en}, {"blocks", std::move(blocks)}});
  }
  for (const Token& t : d.tokens) tokens.push_back(token_json(t));
  return {{"kind", d.kind}, {"org", d.org}, {"from", d.period.from.iso()}, {"to", d.period.to.iso()}, {"cutoff", d.cutoff.iso()},
          {"issuer_lines", strings(d.issuer_lines)}, {"subject_lines", strings(d.subject_lines)}, {"addressed_to", strings(d.addressed_to)},
          {"recipients", strings(d.recipients)}, {"authority", strings(d.authority)}, {"number", d.number}, {"symbol", d.symbol},
          {"place", d.place}, {"kind_name", d.kind_name}, {"signer", d.signer}, {"signed_on", d.signed_on.iso()},
          {"en", head_json(d.en)}, {"next_block", d.next_block}, {"removed", strings(d.removed)}, {"sections", std::move(sections)}, {"tokens", std::move(tokens)}};
}

Document document_of(const json::object& o) {
  Document d;
  d.kind = text(o, "kind");
  d.org = text(o, "org");
  d.period = {day(o, "from"), day(o, "to")};
  d.cutoff = day(o, "cutoff");
  d.issuer_lines = texts(o, "issuer_lines");
  d.subject_lines = texts(o, "subject_lines");
  d.addressed_to = texts(o, "addressed_to");
  d.recipients = texts(o, "recipients");
  d.authority = texts(o, "authority");
  d.number = text(o, "number");
  d.symbol = text(o, "symbol");
  d.place = text(o, "place");
  d.kind_name = text(o, "kind_name");
  d.signer = text(o, "signer");
  d.signed_on = day(o, "signed_on");
  d.next_block = static_cast<int>(integer(o, "next_block"));
  d.removed = texts(o, "removed");
  if (const auto* en = o.if_contains("en"); en && en->is_object()) d.en = head_of(en->get_object());
  for (const auto& s : array(o, "sections")) {
    if (!s.is_object()) continue;
    Section section{text(s.get_object(), "id"), text(s.get_object(), "title"), {}, text(s.get_object(), "title_en")};
    for (const auto& b : array(s.get_object(), "blocks"))
      if (b.is_object()) section.blocks.push_back(block_of(b.get_object()));
    d.sections.push_back(std::move(section));
  }
  for (const auto& t : array(o, "tokens"))
    if (t.is_object()) d.tokens.push_back(token_of(t.get_object()));
  return d;
}

json::object frozen_json(const FrozenToken& t) {
  json::array rows;
  for (const FrozenRow& r : t.rows)
    rows.push_back(json::object{{"register", r.register_name}, {"id", r.id}, {"code", r.code}, {"title", r.title}, {"date", r.date},
                                {"amount", r.amount ? json::value(*r.amount) : json::value(nullptr)}, {"unit", r.unit}, {"illustrative", r.illustrative}});
  return {{"token", token_json(t.token)}, {"unit", t.unit}, {"value", number(t.value)}, {"qualifier", code(t.qualifier)},
          {"shown", t.shown}, {"shown_en", t.shown_en}, {"rule_version", t.rule_version}, {"row_count", t.row_count}, {"rows", std::move(rows)}};
}

FrozenToken frozen_of(const json::object& o) {
  FrozenToken t;
  if (const auto* v = o.if_contains("token"); v && v->is_object()) t.token = token_of(v->get_object());
  t.unit = text(o, "unit");
  t.value = real(o, "value");
  qualifier_from_code(text(o, "qualifier"), t.qualifier);
  t.shown = text(o, "shown");
  t.shown_en = text(o, "shown_en");
  t.rule_version = static_cast<int>(integer(o, "rule_version"));
  for (const auto& r : array(o, "rows")) {
    if (!r.is_object()) continue;
    const auto& row = r.get_object();
    FrozenRow f{text(row, "register"), integer(row, "id"), text(row, "code"), text(row, "title"), text(row, "date"), std::nullopt, text(row, "unit")};
    if (const auto* a = row.if_contains("amount"); a && a->is_number()) f.amount = a->to_number<std::int64_t>();
    if (const auto* made_up = row.if_contains("illustrative"); made_up && made_up->is_bool()) f.illustrative = made_up->get_bool();
    t.rows.push_back(std::move(f));
  }
  t.row_count = std::max(integer(o, "row_count"), static_cast<std::int64_t>(t.rows.size()));
  return t;
}

/// The registers keep no no-break spaces in texts (people can't tell them from blanks), papers do: written as an escape
/// they live through the mending and the paper comes back byte by byte.
std::string written(const json::value& value) {
  std::string text = json::serialize(value);
  constexpr std::string_view k_nbsp = "\u00A0";
  for (std::size_t at = text.find(k_nbsp); at != std::string::npos; at = text.find(k_nbsp, at)) text.replace(at, k_nbsp.size(), "\\u00a0");
  return text;
}

Result<json::object> parse_object(std::string_view source) {
  boost::system::error_code error;
  json::value value = json::parse(json::string_view(source.data(), source.size()), error);
  if (error || !value.is_object())
    return refuse(Code::invalid, Message("Nội dung văn bản lưu trong sổ không đọc được.", "The stored text of the paper can't be read."));
  return std::move(value.get_object());
}

}  // namespace

std::string to_json(const Document& document) { return written(document_json(document)); }

Result<Document> from_json(std::string_view source) {
  NC_TRY(object, parse_object(source));
  return document_of(object);
}

std::string to_json(const Seal& s) {
  json::array tokens, snapshot;
  for (const FrozenToken& t : s.tokens) tokens.push_back(frozen_json(t));
  for (const FrozenToken& t : s.snapshot) snapshot.push_back(frozen_json(t));
  return written(json::object{{"document", document_json(s.document)}, {"tokens", std::move(tokens)}, {"snapshot", std::move(snapshot)}, {"sample", s.sample}, {"by", s.by}, {"at", s.at}});
}

Result<Seal> seal_from_json(std::string_view source) {
  NC_TRY(object, parse_object(source));
  Seal s;
  if (const auto* d = object.if_contains("document"); d && d->is_object()) s.document = document_of(d->get_object());
  for (const auto& t : array(object, "tokens"))
    if (t.is_object()) s.tokens.push_back(frozen_of(t.get_object()));
  for (const auto& t : array(object, "snapshot"))
    if (t.is_object()) s.snapshot.push_back(frozen_of(t.get_object()));
  if (const auto* v = object.if_contains("sample"); v && v->is_bool()) s.sample = v->get_bool();
  s.by = text(object, "by");
  s.at = text(object, "at");
  return s;
}

}  // namespace nc::doc
