// Records as JSON: column by column for the ledger, field by field for other programs.
#include <boost/json.hpp>

#include "register/parts.h"

namespace nc::reg {

namespace json = boost::json;

namespace {

json::value json_value(const db::Value& v) {
  if (const auto* n = std::get_if<std::int64_t>(&v)) return *n;
  if (const auto* x = std::get_if<double>(&v)) return *x;
  if (const auto* s = std::get_if<std::string>(&v)) return json::string(*s);
  return nullptr;
}

db::Value cell_value(const json::value& v) {
  if (v.is_int64()) return v.get_int64();
  if (v.is_uint64()) return static_cast<std::int64_t>(v.get_uint64());
  if (v.is_double()) return v.get_double();
  if (v.is_string()) return std::string(v.get_string());
  return std::monostate{};
}

json::value link_json(const Field& f, std::int64_t id, const LinkTitles& titles) {
  if (id == 0) return nullptr;
  json::object out{{"id", id}};
  const auto title = titles.find({f.opt.link ? f.opt.link : "", id});
  if (title != titles.end()) out["title"] = title->second;
  return out;
}

json::value number_json(json::value value, Qualifier q) {
  return json::object{{"value", std::move(value)}, {"qualifier", std::string(code(q))}};
}

json::value field_json(const Field& f, const Cells& cells, const LinkTitles& titles) {
  const db::Value& first = cells.at(static_cast<std::size_t>(f.first));
  switch (f.kind) {
    case Kind::count: {
      Count c;
      detail::get(cells, f.first, c);
      if (!c.value && c.qualifier != Qualifier::unknown) return nullptr;
      return number_json(c.value ? json::value(*c.value) : json::value(nullptr), c.qualifier);
    }
    case Kind::money: {
      MoneyValue m;
      detail::get(cells, f.first, m);
      if (!m.value && m.qualifier != Qualifier::unknown) return nullptr;
      json::value out = number_json(m.value ? json::value(whole_units(*m.value)) : json::value(nullptr), m.qualifier);
      if (m.value) out.as_object()["currency"] = std::string(m.value->currency.code());
      return out;
    }
    case Kind::boolean: return db::as_int(first) != 0;
    case Kind::choices: {
      Codes codes;
      detail::get(cells, f.first, codes);
      json::array out;
      for (const std::string& c : codes) out.emplace_back(c);
      return out;
    }
    case Kind::link: return link_json(f, db::as_int(first), titles);
    case Kind::links: {
      Refs ids;
      detail::get(cells, f.first, ids);
      json::array out;
      for (const std::int64_t id : ids) out.push_back(link_json(f, id, titles));
      return out;
    }
    default: return json_value(first);
  }
}

}  // namespace

namespace detail {

std::string json_of(const Description& d, const Cells& cells, const std::function<bool(std::size_t)>& wanted) {
  const std::vector<std::string> names = d.columns();
  json::object out;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (wanted(i)) out[names[i]] = json_value(cells.at(i));
  return json::serialize(out);
}

std::vector<std::string> read_json(const Description& d, std::string_view text, Cells& cells,
                                   std::vector<std::size_t>* touched) {
  std::vector<std::string> unknown;
  boost::system::error_code broken;
  const json::value parsed = json::parse(json::string_view(text.data(), text.size()), broken);
  if (broken || !parsed.is_object()) return {"?"};
  for (const auto& item : parsed.get_object()) {
    const int at = d.column(std::string_view(item.key().data(), item.key().size()));
    if (at < 0) {
      unknown.emplace_back(item.key());
      continue;
    }
    if (at == k_id || at == k_version) continue;
    cells.at(static_cast<std::size_t>(at)) = cell_value(item.value());
    if (touched) touched->push_back(static_cast<std::size_t>(at));
  }
  return unknown;
}

}  // namespace detail

std::string to_json(const Description& d, const Cells& cells, const LinkTitles& titles) {
  json::object out{{"register", d.name}, {"id", db::as_int(cells.at(k_id))}};
  for (const std::vector<Field>* list : {&Description::standard_fields(), &d.fields})
    for (const Field& f : *list)
      if (!f.opt.inner) out[f.name] = field_json(f, cells, titles);
  out["version"] = db::as_int(cells.at(k_version));
  return json::serialize(out);
}

}  // namespace nc::reg
