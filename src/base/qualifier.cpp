// Words, codes and arithmetic of qualifiers.
#include "base/qualifier.h"

#include <array>
#include <cmath>
#include <stdexcept>

namespace nc {
namespace {

struct Row {
  Qualifier qualifier;
  std::string_view code;
  Text label;
  std::string_view word_vi, word_en, money_vi, money_en;
};

constexpr std::array<Row, 8> k_rows{{
    {Qualifier::exact, "exact", Text("đúng", "exactly"), "", "", "", ""},
    {Qualifier::about, "about", Text("khoảng", "about"), "khoảng", "about", "khoảng", "about"},
    {Qualifier::nearly, "nearly", Text("gần", "nearly"), "gần", "nearly", "gần", "nearly"},
    {Qualifier::more_than, "more_than", Text("hơn, trên", "more than"), "hơn", "more than", "trên", "over"},
    {Qualifier::at_least, "at_least", Text("ít nhất", "at least"), "ít nhất", "at least", "ít nhất", "at least"},
    {Qualifier::at_most, "at_most", Text("không quá", "at most"), "không quá", "at most", "không quá", "at most"},
    {Qualifier::estimate, "estimate", Text("ước", "estimated"), "ước", "an estimated", "ước", "an estimated"},
    {Qualifier::unknown, "unknown", Text("chưa rõ", "not known"), "", "", "", ""},
}};

const Row& row_of(Qualifier q) {
  for (const Row& row : k_rows) {
    if (row.qualifier == q) return row;
  }
  throw std::logic_error("a qualifier outside its list");
}

bool either(Qualifier a, Qualifier b, Qualifier wanted) { return a == wanted || b == wanted; }
bool is_above(Qualifier q) { return q == Qualifier::more_than || q == Qualifier::at_least; }
bool is_below(Qualifier q) { return q == Qualifier::nearly || q == Qualifier::at_most; }

constexpr double k_near = 0.05;  // how far "about" and "nearly" reach

}  // namespace

std::string_view code(Qualifier q) { return row_of(q).code; }

bool qualifier_from_code(std::string_view code, Qualifier& out) {
  for (const Row& row : k_rows) {
    if (row.code == code) {
      out = row.qualifier;
      return true;
    }
  }
  out = Qualifier::unknown;
  return false;
}

Text label(Qualifier q) { return row_of(q).label; }

Qualifier combine(Qualifier a, Qualifier b) {
  if (a == b) return a;
  if (either(a, b, Qualifier::unknown)) return Qualifier::unknown;
  if (a == Qualifier::exact) return b;
  if (b == Qualifier::exact) return a;
  if (either(a, b, Qualifier::estimate)) return Qualifier::estimate;  // a sum with an unsettled part is unsettled
  // Same side: the weaker of the two promises, which says that reports may be missing.
  if (is_above(a) && is_above(b)) return Qualifier::at_least;
  if (is_below(a) && is_below(b)) return Qualifier::at_most;
  return Qualifier::about;
}

std::string_view prose_word(Qualifier q, Lang lang, bool money) {
  const Row& row = row_of(q);
  if (lang == Lang::vi) return money ? row.money_vi : row.word_vi;
  return money ? row.money_en : row.word_en;
}

bool satisfies(double value, double claimed, Qualifier q) {
  const double slack = std::abs(claimed) * 1e-12;  // doubles of whole units, not a tolerance of meaning
  const double reach = std::abs(claimed) * k_near + slack;
  switch (q) {
    case Qualifier::exact:
      return std::abs(value - claimed) <= slack;
    case Qualifier::about:
    case Qualifier::estimate:
      return std::abs(value - claimed) <= reach;
    case Qualifier::nearly:
      return value <= claimed + slack && value >= claimed - reach;
    case Qualifier::more_than:
    case Qualifier::at_least:
      return value >= claimed - slack;
    case Qualifier::at_most:
      return value <= claimed + slack;
    case Qualifier::unknown:
      return true;  // nothing was claimed
  }
  throw std::logic_error("a qualifier outside its list");
}

}  // namespace nc
