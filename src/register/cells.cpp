// How values of each kind lie in the columns of a record. Empty values are NULL, except booleans.
#include "register/parts.h"

namespace nc::reg::detail {

namespace {

std::size_t at_of(int at) { return static_cast<std::size_t>(at); }

void put_text(Cells& cells, int at, std::string text) {
  if (text.empty())
    cells.at(at_of(at)) = std::monostate{};
  else
    cells.at(at_of(at)) = std::move(text);
}

void put_qualifier(Cells& cells, int at, bool known, Qualifier q) {
  if (!known && q == Qualifier::exact)
    cells.at(at_of(at)) = std::monostate{};
  else
    cells.at(at_of(at)) = std::string(code(q));
}

Qualifier get_qualifier(const Cells& cells, int at) {
  Qualifier q = Qualifier::exact;
  const std::string text = db::as_text(cells.at(at_of(at)));
  if (!text.empty()) qualifier_from_code(text, q);
  return q;
}

template <class Each>
void each_part(std::string_view joined, Each each) {
  std::size_t from = 0;
  while (from < joined.size()) {
    std::size_t to = joined.find('|', from);
    if (to == std::string_view::npos) to = joined.size();
    if (to > from) each(joined.substr(from, to - from));
    from = to + 1;
  }
}

}  // namespace

void put(Cells& cells, int at, const std::string& v) { put_text(cells, at, v); }

void put(Cells& cells, int at, std::int64_t v) {
  if (v == 0)
    cells.at(at_of(at)) = std::monostate{};
  else
    cells.at(at_of(at)) = v;
}

void put(Cells& cells, int at, const Count& v) {
  if (v.value)
    cells.at(at_of(at)) = *v.value;
  else
    cells.at(at_of(at)) = std::monostate{};
  put_qualifier(cells, at + 1, v.value.has_value(), v.qualifier);
}

void put(Cells& cells, int at, bool v) { cells.at(at_of(at)) = std::int64_t{v ? 1 : 0}; }

void put(Cells& cells, int at, const Date& v) { put_text(cells, at, v.iso()); }

void put(Cells& cells, int at, const MoneyValue& v) {
  if (v.value) {
    cells.at(at_of(at)) = v.value->minor;
    cells.at(at_of(at + 1)) = std::string(v.value->currency.code());
  } else {
    cells.at(at_of(at)) = std::monostate{};
    cells.at(at_of(at + 1)) = std::monostate{};
  }
  put_qualifier(cells, at + 2, v.value.has_value(), v.qualifier);
}

void put(Cells& cells, int at, const Decimal& v) { put_text(cells, at, v.text); }

void put(Cells& cells, int at, const Codes& v) {
  std::string joined;
  for (const std::string& c : v)
    if (!c.empty()) joined += (joined.empty() ? "|" : "") + c + "|";
  put_text(cells, at, std::move(joined));
}

void put(Cells& cells, int at, const Ref& v) { put(cells, at, v.id); }

void put(Cells& cells, int at, const Refs& v) {
  std::string joined;
  for (const std::int64_t id : v)
    if (id != 0) joined += (joined.empty() ? "|" : "") + std::to_string(id) + "|";
  put_text(cells, at, std::move(joined));
}

void get(const Cells& cells, int at, std::string& v) { v = db::as_text(cells.at(at_of(at))); }
void get(const Cells& cells, int at, std::int64_t& v) { v = db::as_int(cells.at(at_of(at))); }

void get(const Cells& cells, int at, Count& v) {
  const db::Value& value = cells.at(at_of(at));
  v.value = db::is_null(value) ? std::nullopt : std::optional<std::int64_t>(db::as_int(value));
  v.qualifier = get_qualifier(cells, at + 1);
}

void get(const Cells& cells, int at, bool& v) { v = db::as_int(cells.at(at_of(at))) != 0; }

void get(const Cells& cells, int at, Date& v) { v = Date::from_iso(db::as_text(cells.at(at_of(at)))).value_or(Date{}); }

void get(const Cells& cells, int at, MoneyValue& v) {
  const db::Value& value = cells.at(at_of(at));
  v.value.reset();
  if (!db::is_null(value)) {
    const auto currency = Currency::from_code(db::as_text(cells.at(at_of(at + 1))));
    v.value = Money{db::as_int(value), currency.value_or(Currency{})};
  }
  v.qualifier = get_qualifier(cells, at + 2);
}

void get(const Cells& cells, int at, Decimal& v) { v.text = db::as_text(cells.at(at_of(at))); }

void get(const Cells& cells, int at, Codes& v) {
  v.clear();
  const std::string joined = db::as_text(cells.at(at_of(at)));
  each_part(joined, [&](std::string_view part) { v.emplace_back(part); });
}

void get(const Cells& cells, int at, Ref& v) { v.id = db::as_int(cells.at(at_of(at))); }

void get(const Cells& cells, int at, Refs& v) {
  v.clear();
  const std::string joined = db::as_text(cells.at(at_of(at)));
  each_part(joined, [&](std::string_view part) {
    std::int64_t id = 0;
    for (const char c : part) id = c >= '0' && c <= '9' && id < INT64_MAX / 16 ? id * 10 + (c - '0') : 0;
    if (id > 0) v.push_back(id);
  });
}

Kind kind_of(const std::string*, const Opt& opt) {
  if (opt.options) return Kind::choice;
  if (opt.url) return Kind::url;
  return opt.long_text ? Kind::long_text : Kind::text;
}
Kind kind_of(const std::int64_t*, const Opt&) { return Kind::integer; }
Kind kind_of(const Count*, const Opt&) { return Kind::count; }
Kind kind_of(const bool*, const Opt&) { return Kind::boolean; }
Kind kind_of(const Date*, const Opt&) { return Kind::date; }
Kind kind_of(const MoneyValue*, const Opt&) { return Kind::money; }
Kind kind_of(const Decimal*, const Opt&) { return Kind::decimal; }
Kind kind_of(const Codes*, const Opt&) { return Kind::choices; }
Kind kind_of(const Ref*, const Opt&) { return Kind::link; }
Kind kind_of(const Refs*, const Opt&) { return Kind::links; }

void put_standard(Cells& cells, const Standard& s) {
  cells.at(k_id) = s.id;
  put(cells, k_code, s.code);
  put(cells, k_org, s.org);
  put(cells, k_note, s.note);
  put(cells, k_confidentiality, s.confidentiality);
  put(cells, k_illustrative, s.illustrative);
  cells.at(k_version) = s.version;
}

void get_standard(const Cells& cells, Standard& s) {
  get(cells, k_id, s.id);
  get(cells, k_code, s.code);
  get(cells, k_org, s.org);
  get(cells, k_note, s.note);
  get(cells, k_confidentiality, s.confidentiality);
  get(cells, k_illustrative, s.illustrative);
  get(cells, k_version, s.version);
}

void take_changes(Cells& cells, const Cells& was, const Cells& is) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (was[i] != is[i]) cells[i] = is[i];
}

}  // namespace nc::reg::detail
