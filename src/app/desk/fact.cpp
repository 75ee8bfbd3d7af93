// A fact of an article as JSON and back.
#include "app/desk/fact.h"

#include <boost/json.hpp>

#include <array>

#include "base/fold.h"
#include "base/hash.h"
#include "base/number.h"

namespace nc::app {

namespace {

namespace json = boost::json;
using intake::Fact;

/// The members of a fact with their names, told once for both directions.
template <class F, class V>
void visit(F& f, V& v) {
  v.number("count", f.count);
  v.number("count_max", f.count_max);
  v.number("visitors", f.visitors);
  v.number("quantity", f.quantity);
  v.number("count_groups", f.count_groups);
  v.number("count_persons", f.count_persons);
  v.number("years", f.years);
  v.qualifier("qualifier", f.qualifier);
  v.qualifier("count_qualifier", f.count_qualifier);
  v.qualifier("visitors_qualifier", f.visitors_qualifier);
  v.money("amount", f.amount);
  v.money("unit_amount", f.unit_amount);
  v.money("total_budget", f.total_budget);
  v.money("amount_vnd", f.amount_vnd);
  v.money("amount_usd", f.amount_usd);
  v.text("unit", f.unit);
  v.text("phase", f.phase);
  v.text("event", f.event);
  v.text("award", f.award);
  v.text("donor", f.donor);
  v.text("recipient", f.recipient);
  v.text("place", f.place);
  v.text("title", f.title);
  v.text("item", f.item);
  v.text("date", f.date);
  v.texts("countries", f.countries);
  v.texts("orgs", f.orgs);
  v.day("period_start", f.period_start);
  v.day("period_end", f.period_end);
}

struct Writer {
  json::object out;
  void number(const char* name, const std::optional<std::int64_t>& n) {
    if (n) out[name] = *n;
  }
  void qualifier(const char* name, Qualifier q) {
    if (q != Qualifier::exact) out[name] = code(q);
  }
  void money(const char* name, const std::optional<Money>& m) {
    if (m) out[name] = json::object{{"minor", m->minor}, {"currency", m->currency.code()}};
  }
  void text(const char* name, const std::string& t) {
    if (!t.empty()) out[name] = t;
  }
  void texts(const char* name, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json::array items;
    for (const auto& one : list) items.emplace_back(one);
    out[name] = std::move(items);
  }
  void day(const char* name, Date d) {
    if (d) out[name] = d.iso();
  }
};

struct Reader {
  const json::object& in;
  const json::value* find(const char* name) const { return in.if_contains(name); }
  static std::string string_of(const json::value& v) {
    const auto* s = v.if_string();
    return s ? std::string(s->data(), s->size()) : std::string();
  }
  void number(const char* name, std::optional<std::int64_t>& n) const {
    if (const auto* v = find(name)) {
      if (const auto* i = v->if_int64()) n = *i;
      else if (const auto* u = v->if_uint64()) n = static_cast<std::int64_t>(*u);
    }
  }
  void qualifier(const char* name, Qualifier& q) const {
    if (const auto* v = find(name)) qualifier_from_code(string_of(*v), q);
  }
  void money(const char* name, std::optional<Money>& m) const {
    const auto* v = find(name);
    const auto* o = v ? v->if_object() : nullptr;
    if (!o) return;
    const auto* minor = o->if_contains("minor");
    const auto* currency = o->if_contains("currency");
    const auto parsed = currency ? Currency::from_code(string_of(*currency)) : std::nullopt;
    if (minor && minor->is_int64() && parsed) m = Money{minor->as_int64(), *parsed};
  }
  void text(const char* name, std::string& t) const {
    if (const auto* v = find(name)) t = string_of(*v);
  }
  void texts(const char* name, std::vector<std::string>& list) const {
    const auto* v = find(name);
    if (const auto* a = v ? v->if_array() : nullptr)
      for (const auto& one : *a) list.push_back(string_of(one));
  }
  void day(const char* name, Date& d) const {
    if (const auto* v = find(name)) d = Date::from_iso(string_of(*v)).value_or(Date{});
  }
};

constexpr std::array k_kinds{intake::Kind::delegation_in, intake::Kind::delegation_out, intake::Kind::aid_total, intake::Kind::aid_project,
                             intake::Kind::agreement, intake::Kind::activity, intake::Kind::anniversary, intake::Kind::award,
                             intake::Kind::scholarship, intake::Kind::membership, intake::Kind::gift, intake::Kind::partner_count,
                             intake::Kind::event_participants, intake::Kind::signature_campaign};

}  // namespace

std::string fact_to_json(const Fact& fact) {
  Writer w;
  w.out["kind"] = code(fact.kind);
  w.out["status"] = code(fact.status);
  if (fact.subset) w.out["subset"] = true;
  visit(fact, w);
  return json::serialize(w.out);
}

Fact fact_from_json(std::string_view text) {
  Fact fact;
  boost::system::error_code wrong;
  const json::value parsed = json::parse(text, wrong);
  const auto* object = wrong ? nullptr : parsed.if_object();
  if (!object) return fact;
  const Reader r{*object};
  std::string kind, status;
  r.text("kind", kind);
  r.text("status", status);
  for (const auto one : k_kinds)
    if (code(one) == kind) fact.kind = one;
  fact.status = status == "planned" ? intake::Status::planned : status == "cumulative" ? intake::Status::cumulative : intake::Status::done;
  if (const auto* subset = object->if_contains("subset")) fact.subset = subset->is_bool() && subset->as_bool();
  visit(fact, r);
  return fact;
}

Period period_of(const Fact& fact) {
  if (!fact.date.empty())
    if (const auto p = parse_period(fact.date)) return *p;
  if (fact.period_start && fact.period_end) return {fact.period_start, fact.period_end};
  return {};
}

bool is_single(const Fact& f) {
  using enum intake::Kind;
  switch (f.kind) {
    case delegation_in: case delegation_out: return f.count.value_or(1) == 1;
    case aid_project: return f.count.value_or(1) == 1 || !f.donor.empty() || !f.title.empty();
    case activity: return f.count.value_or(1) == 1;
    case agreement: return f.count.value_or(1) == 1;
    case award: case gift: case scholarship: return true;
    case signature_campaign: return !f.title.empty();
    case aid_total: case anniversary: case membership: case partner_count: case event_participants: return false;
  }
  return false;
}

std::string fingerprint(const Fact& f, std::string_view sentence, Date published) {
  std::string mark = std::string(code(f.kind)) + "|" + fold(sentence) + "|" + std::to_string(published ? published.year() : 0);
  for (const auto& n : {f.count, f.visitors, f.quantity, f.years}) mark += "|" + (n ? std::to_string(*n) : "");
  if (f.amount) mark += "|" + std::to_string(f.amount->minor) + std::string(f.amount->currency.code());
  return sha256_hex(mark);
}

}  // namespace nc::app
