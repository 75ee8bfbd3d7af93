// The same statement told twice is one fact.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

template <class T>
bool compatible(const std::optional<T>& a, const std::optional<T>& b) {
  return !a || !b || *a == *b;
}

/// Same kind, nothing in the key values contradicts, and they share a number that tells something.
bool same_statement(const Fact& a, const Fact& b) {
  if (a.kind != b.kind || (a.status == Status::planned) != (b.status == Status::planned)) return false;
  switch (a.kind) {
    case Kind::anniversary:
      return a.years == b.years && a.countries == b.countries;
    case Kind::delegation_in:
    case Kind::delegation_out:
      if (a.count.value_or(0) < 2 && b.count.value_or(0) < 2)
        return a.visitors && a.visitors == b.visitors && a.countries == b.countries;
      return a.count == b.count && compatible(a.visitors, b.visitors) && a.subset == b.subset &&
             (!a.subset || a.countries == b.countries);
    case Kind::aid_total:
      if (a.amount && b.amount) return *a.amount == *b.amount && compatible(a.count, b.count);
      return a.count && a.count == b.count && *a.count > 3 && a.phase == b.phase;
    case Kind::aid_project:
      return a.amount && a.amount == b.amount && a.donor == b.donor;
    case Kind::membership:
      return a.count == b.count && a.unit == b.unit;
    case Kind::partner_count:
    case Kind::signature_campaign:
      return a.count == b.count;
    case Kind::agreement:
      return a.count == b.count && a.countries == b.countries && !a.countries.empty() && (a.date == b.date || a.date.empty() || b.date.empty());
    case Kind::activity:
      if (a.quantity || b.quantity) return a.quantity == b.quantity;
      if (a.count.value_or(1) > 1) return a.count == b.count;
      return a.date == b.date && a.title == b.title;
    case Kind::event_participants:
      return a.count == b.count && a.unit == b.unit;
    case Kind::award:
      return a.count == b.count && a.award == b.award && a.donor == b.donor;
    case Kind::scholarship:
    case Kind::gift:
      return a.count && a.count == b.count && compatible(a.amount, b.amount) && compatible(a.unit_amount, b.unit_amount) &&
             (a.item == b.item || a.item.empty() || b.item.empty());
  }
  return false;
}

template <class T>
void fill(std::optional<T>& into, const std::optional<T>& from) {
  if (!into) into = from;
}
void fill(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}

void merge(Candidate& into, const Candidate& from) {
  Fact& a = into.fact;
  const Fact& b = from.fact;
  fill(a.visitors, b.visitors);
  fill(a.count, b.count);
  fill(a.amount, b.amount);
  fill(a.unit_amount, b.unit_amount);
  fill(a.amount_vnd, b.amount_vnd);
  fill(a.amount_usd, b.amount_usd);
  fill(a.donor, b.donor);
  fill(a.recipient, b.recipient);
  fill(a.place, b.place);
  fill(a.title, b.title);
  fill(a.item, b.item);
  fill(a.date, b.date);
  fill(a.phase, b.phase);
  if (a.countries.empty()) a.countries = b.countries;
  into.evidence.insert(into.evidence.end(), from.evidence.begin(), from.evidence.end());
}

/// "Năm 2023 đón 31 đoàn; 9 tháng năm 2024 đã đón 44 đoàn": the first is told to compare with.
bool only_compared_with(const Candidate& a, const Candidate& b) {
  const bool counted = a.fact.kind == Kind::delegation_in || a.fact.kind == Kind::delegation_out || a.fact.kind == Kind::aid_total;
  if (!counted || a.fact.kind != b.fact.kind || a.fact.status != Status::done || b.fact.status != Status::done) return false;
  if (b.sentence < a.sentence || b.sentence > a.sentence + 1 || a.fact.count.value_or(2) < 2 || b.fact.count.value_or(2) < 2) return false;
  // "Hai tháng đầu năm nay có thêm 4 khoản": a year just over is news of its own.
  if (b.fact.period_start && b.fact.period_end && b.fact.period_end.days() - b.fact.period_start.days() < 150) return false;
  return a.fact.period_start && a.fact.period_end && b.fact.period_start && b.fact.period_end && a.fact.period_end < b.fact.period_start &&
         a.fact.period_end.year() < b.fact.period_end.year();
}

}  // namespace

std::vector<Candidate> without_repeats(std::vector<Candidate> facts) {
  std::vector<Candidate> out;
  // An office's text has some dozens of facts; a hostile one many, so only the last few hundred are compared.
  constexpr std::size_t k_window = 300;
  for (Candidate& fact : facts) {
    const auto from = out.size() > k_window ? out.end() - k_window : out.begin();
    const auto same = std::find_if(from, out.end(), [&](const Candidate& c) { return same_statement(c.fact, fact.fact); });
    if (same != out.end()) {
      merge(*same, fact);
    } else {
      out.push_back(std::move(fact));
    }
  }
  std::ranges::stable_sort(out, {}, &Candidate::at);
  std::vector<Candidate> kept;
  for (std::size_t i = 0; i < out.size(); ++i) {
    bool compared = false;
    for (std::size_t k = i + 1; k < std::min(out.size(), i + 5) && !compared; ++k) compared = only_compared_with(out[i], out[k]);
    if (!compared) kept.push_back(std::move(out[i]));
  }
  return kept;
}

}  // namespace nc::intake
