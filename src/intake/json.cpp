// The article as JSON: the schema evaluation articles use, with our qualifier beside their "approx".
#include <boost/json.hpp>

#include "intake/intake.h"

namespace nc::intake {
namespace {

namespace json = boost::json;

json::array spans(const std::vector<Span>& list) {
  json::array out;
  for (const Span s : list) out.push_back(json::array{s.start, s.end});
  return out;
}

std::string_view approx(Qualifier q) {
  switch (q) {
    case Qualifier::more_than: case Qualifier::at_least: return "at_least";
    case Qualifier::nearly: return "nearly";
    case Qualifier::about: case Qualifier::estimate: case Qualifier::at_most: return "about";
    case Qualifier::exact: case Qualifier::unknown: break;
  }
  return "exact";
}

json::value number(const Money& money) {
  const double whole = whole_units(money);
  const auto rounded = static_cast<std::int64_t>(whole);
  if (static_cast<double>(rounded) == whole) return rounded;
  return whole;
}

struct Writer {
  json::object out;
  void put(const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
  }
  void put(const char* name, const std::optional<std::int64_t>& n) {
    if (n) out[name] = *n;
  }
  void put(const char* name, const std::optional<Money>& money) {
    if (money) out[name] = number(*money);
  }
  void put(const char* name, Date date) {
    if (date) out[name] = date.iso();
  }
  void put(const char* name, const std::vector<std::string>& list) {
    if (list.empty()) return;
    json::array items;
    for (const auto& item : list) items.emplace_back(item);
    out[name] = std::move(items);
  }
  void qualifier(const char* name, const char* approx_name, Qualifier q, bool always) {
    if (!always && q == Qualifier::exact) return;
    out[approx_name] = approx(q);
    out[name] = code(q);
  }
};

json::object fields(const Fact& f) {
  Writer w;
  w.out["status"] = code(f.status);
  w.qualifier("qualifier", "approx", f.qualifier, true);
  w.put("count", f.count);
  w.put("count_max", f.count_max);
  w.qualifier("count_qualifier", "count_approx", f.count_qualifier, false);
  w.put("visitors", f.visitors);
  w.qualifier("visitors_qualifier", "visitors_approx", f.visitors_qualifier, false);
  w.put("quantity", f.quantity);
  w.put("count_groups", f.count_groups);
  w.put("count_persons", f.count_persons);
  w.put("years", f.years);
  w.put("amount", f.amount);
  w.put("unit_amount", f.unit_amount);
  w.put("total_budget", f.total_budget);
  w.put("amount_vnd", f.amount_vnd);
  w.put("amount_usd", f.amount_usd);
  if (f.amount || f.unit_amount) w.out["currency"] = (f.amount ? *f.amount : *f.unit_amount).currency.code();
  w.put("unit", f.unit);
  w.put("phase", f.phase);
  w.put("event", f.event);
  w.put("award", f.award);
  w.put("donor", f.donor);
  w.put("recipient", f.recipient);
  w.put("place", f.place);
  w.put("title", f.title);
  w.put("item", f.item);
  w.put("country", f.countries);
  w.put("orgs", f.orgs);
  w.put("date", f.date);
  w.put("period_start", f.period_start);
  w.put("period_end", f.period_end);
  if (f.subset) w.out["subset"] = true;
  return std::move(w.out);
}

}  // namespace

std::string to_json(const Article& a) {
  json::object out;
  out["title"] = a.title;
  out["published"] = a.published ? json::value(a.published.iso()) : json::value(nullptr);
  out["publisher_org"] = a.publisher_org;
  out["lang"] = a.language;
  out["format"] = a.format;
  out["encoding"] = a.encoding;
  out["body_start"] = a.body.empty() ? 0 : a.body.front().start;
  out["body_end"] = a.body.empty() ? 0 : a.body.back().end;
  out["body_spans"] = spans(a.body);
  out["body_optional"] = spans(a.captions);
  json::array facts;
  for (const Fact& f : a.facts)
    facts.push_back(json::object{{"kind", code(f.kind)}, {"fields", fields(f)}, {"evidence", spans(f.evidence)}});
  out["facts"] = std::move(facts);
  json::array distractors;
  for (const Distractor& d : a.distractors) distractors.push_back(json::array{d.span.start, d.span.end, d.why});
  out["distractors"] = std::move(distractors);
  // Offsets of converted files (Word, PDF, web pages, old fonts) count in the converted text, so it comes along.
  if (a.format != "text" || a.encoding != "utf-8") out["text"] = a.stored;
  return json::serialize(out);
}

}  // namespace nc::intake
