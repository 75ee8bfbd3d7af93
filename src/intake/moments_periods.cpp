// Vietnamese months, quarters, years and stretches of them.
#include "intake/moment_reader.h"

#include "intake/quantities.h"

namespace nc::intake {

std::optional<Moment> MomentReader::vietnamese_month(std::size_t at) const {
  std::size_t i = at;
  bool from = false;
  while (w.is_any(i, {"từ", "đầu", "cuối", "giữa", "trung", "thượng", "hạ", "tuần", "trong", "vào", "hồi"})) from |= w.is(i++, "từ");
  if (!w.is(i, "tháng")) return std::nullopt;
  ++i;
  auto m = month(i);
  if (!m) m = month_in_words(i);
  if (!m && w.is_any(i, {"này", "qua", "trước"}) && calendar.published) {
    const Date base = w.is(i, "này") ? calendar.published : calendar.published.plus_months(-1);
    return whole_month(at, i + 1, base.year(), base.month());
  }
  if (!m) return std::nullopt;
  ++i;
  int y = 0;
  const auto take_year = [&] {
    if ((w.is(i, "/") || w.is(i, "-") || w.is(i, ".")) && year(i + 1)) {
      y = *year(i + 1);
      i += 2;
    } else if (w.is(i, "năm") && year(i + 1)) {
      y = *year(i + 1);
      i += 2;
    }
  };
  take_year();
  if (from && w.is_any(i, {"đến", "tới", "-", "–"})) {
    std::size_t j = i + 1;
    while (w.is_any(j, {"hết", "tháng"})) ++j;
    if (const auto last = month(j)) {
      i = j + 1;
      const int y1 = y;
      take_year();
      const int end_year = y != 0 ? y : *last > published_month() && !future ? published_year() - 1 : published_year();
      const int start_year = y1 != 0 ? y1 : end_year;
      if (start_year < k_first_year) return std::nullopt;
      return stretch(at, i, *Date::from_ymd(start_year, *m, 1), *Date::from_ymd(end_year, *last, days_in_month(end_year, *last)));
    }
    if (w.is(j, "nay") && calendar.published) return stretch(at, j + 1, *Date::from_ymd(y != 0 ? y : year_for(*m, 1), *m, 1), calendar.published);
  }
  const bool stated = y != 0;
  if (y == 0 && w.is_any(i, {"này", "tới"}) && calendar.published) {  // "tháng 8 này", "tháng 10 tới"
    y = published_year() + (w.is(i, "tới") && *m <= published_month() ? 1 : 0);
    ++i;
  }
  if (y == 0) y = year_for(*m, 1);
  Moment out = whole_month(at, i, y, *m);
  out.year_stated = stated;
  return out;
}

std::optional<int> MomentReader::roman(std::size_t at) const {
  constexpr std::string_view names[] = {"i", "ii", "iii", "iv"};
  for (int q = 0; q < 4; ++q)
    if (w.is(at, names[q])) return q + 1;
  const auto n = plain(at, 1);
  return n && *n >= 1 && *n <= 4 ? n : std::nullopt;
}

std::optional<Moment> MomentReader::quarter(std::size_t at) const {
  std::size_t i = at;
  while (w.is_any(i, {"trong", "vào", "đầu", "cuối", "giữa"})) ++i;
  if (!w.is_any(i, {"quý", "quí"})) return std::nullopt;
  const auto q = roman(i + 1);
  if (!q) return std::nullopt;
  i += 2;
  int y = 0;
  if (w.is_any(i, {"/", "-", "năm", ","}) && year(i + 1)) y = *year(i + 1), i += 2;
  if (y == 0) y = year_for(*q * 3, 1);
  return stretch(at, i, *Date::from_ymd(y, *q * 3 - 2, 1), *Date::from_ymd(y, *q * 3, days_in_month(y, *q * 3)));
}

std::optional<int> MomentReader::small_count(std::size_t& i) const {
  const auto q = read_number(i);
  if (!q || *q < 1 || *q > 60) return std::nullopt;
  return q;
}

std::optional<int> MomentReader::read_number(std::size_t& i) const {
  if (const auto n = plain(i, 2)) {
    ++i;
    return n;
  }
  if (w.is_any(i, {"một", "năm"})) return std::nullopt;
  const auto q = w.is_number(i) ? std::nullopt : read_quantity(w, i, end);
  if (!q || !q->in_words || q->value > 60) return std::nullopt;
  // A unit of time that the number took along is for the caller to read.
  i = q->type == Quantity::Type::measure ? q->last - 1 : q->last;
  return static_cast<int>(q->value);
}

std::optional<Moment> MomentReader::months(std::size_t at) const {
  std::size_t i = at;
  bool within = false;
  while (w.is_any(i, {"trong", "qua", "vòng", "suốt"})) within = true, ++i;
  int n = 0;
  if (w.is(i, "nửa") && w.is_any(i + 1, {"đầu", "cuối"}) && w.is(i + 2, "năm")) {
    n = 6;
    ++i;
  } else {
    const auto count = small_count(i);
    const bool quarters = count && *count <= 4 && w.is_any(i, {"quý", "quí"});
    if (!count || *count > 12 || !(quarters || w.is(i, "tháng"))) return std::nullopt;
    n = quarters ? *count * 3 : *count;
    ++i;
  }
  const bool head = w.is(i, "đầu"), tail = w.is(i, "cuối");
  const bool past = w.is(i, "qua");
  if (past) ++i;
  if (w.is(i, "vừa") && w.is(i + 1, "qua")) i += 2;
  if (head || tail) ++i;
  int y = 0;
  if (w.is(i, "năm")) {
    ++i;
    if (year(i)) y = *year(i++);
    else if (w.is(i, "nay")) ++i;
    else if (w.is_any(i, {"ngoái", "trước"})) y = published_year() - 1, ++i;
  } else if (w.is(i, "/") && year(i + 1)) {
    y = *year(i + 1);
    i += 2;
  }
  if (!head && !tail && !past && y == 0 && !within && n != 12) return std::nullopt;
  if (y == 0) y = !tail && n > published_month() && !future ? published_year() - 1 : published_year();
  if (n == 12 && y == published_year() && published_month() < 3 && !future) y -= 1;
  const int first = tail ? 13 - n : 1, last = tail ? 12 : n;
  return stretch(at, i, *Date::from_ymd(y, first, 1), *Date::from_ymd(y, last, days_in_month(y, last)));
}

std::optional<Moment> MomentReader::since(std::size_t at) const {
  std::size_t i = at;
  while (w.is_any(i, {"từ", "kể", "tính"})) ++i;
  if (i == at && !w.is(i, "đầu")) return std::nullopt;
  const Date now = calendar.published ? calendar.published : Date{};
  const auto until_now = [&](std::size_t j, std::size_t& last) {
    if (w.is(j, "cho")) ++j;
    if (w.is_any(j, {"đến", "tới"}) && w.is_any(j + 1, {"nay", "giờ"})) return last = j + 2, true;
    return false;
  };
  std::size_t last = 0;
  if (w.is(i, "đầu") && w.is(i + 1, "năm")) {
    const auto y = year(i + 2);
    std::size_t j = i + (y ? 3 : 2);
    if (!until_now(j, last)) {
      if (i == at) return std::nullopt;
      last = j;
    }
    return stretch(at, last, *Date::from_ymd(y.value_or(published_year()), 1, 1), now);
  }
  if (w.is(i, "đầu") && w.is(i + 1, "nhiệm") && w.is(i + 2, "kỳ")) {
    Moment m = stretch(at, i + 3 + (until_now(i + 3, last) ? last - i - 3 : 0), Date{}, now);
    m.years = true;
    return m;
  }
  if (w.is(i, "năm")) ++i;
  const auto y = i > at ? year(i) : std::nullopt;
  if (!y) return std::nullopt;
  if (until_now(i + 1, last)) return stretch(at, last, *Date::from_ymd(*y, 1, 1), now);
  if (w.is_any(i + 1, {"đến", "tới", "-", "–"})) {
    std::size_t j = i + 2;
    while (w.is_any(j, {"hết", "năm"})) ++j;
    if (const auto z = year(j); z && *z > *y) return years(at, j + 1, *y, *z);
  }
  return std::nullopt;
}

std::optional<Moment> MomentReader::year_words(std::size_t at) const {
  std::size_t i = at;
  while (w.is_any(i, {"trong", "cả", "suốt", "sang", "bước", "cuối", "đầu"})) ++i;
  const bool term = (w.is(i, "giai") && w.is(i + 1, "đoạn")) || (w.is(i, "nhiệm") && w.is(i + 1, "kỳ"));
  if (term) {
    const bool office = w.is(i, "nhiệm");
    i += 2;
    if (w.is(i, "năm")) ++i;
    if (const auto m = year_range(at, i)) return m;
    if (office && (i - 2 > at || w.is_any(i, {"qua", "vừa"}))) {
      Moment m = stretch(at, i + (w.is(i, "qua") ? 1U : w.is(i, "vừa") ? 2U : 0U), Date{}, calendar.published);
      m.years = true;
      return m;
    }
    return std::nullopt;
  }
  if (!w.is(i, "năm")) {
    // years in brackets, or "2018-2023" behind "giai đoạn" already taken
    return w.is(at, "(") ? std::nullopt : at > 0 && w.is(at - 1, "(") ? year_range(at, at) : std::nullopt;
  }
  ++i;
  if (const auto m = year_range(at, i)) return m;
  if (w.is(i, "học") && year(i + 1)) return year_range(at, i + 1);
  if (const auto y = year(i)) {
    Moment m = whole_year(at, i + 1, *y);
    m.year_stated = true;
    return m;
  }
  if (w.is_any(i, {"ngoái", "trước"})) {
    Moment m = whole_year(at, i + 1, published_year() - 1);
    m.before = true;
    return m;
  }
  if (w.is_any(i, {"nay", "qua"})) return whole_year(at, i + 1, w.is(i, "qua") && published_month() < 3 ? published_year() - 1 : published_year());
  if (w.is_any(i, {"tới", "sau"})) return whole_year(at, i + 1, published_year() + 1);
  const bool bare = w.is_any(at, {"trong", "cả"}) && i == at + 2;
  const bool closed = w.is_any(i, {",", "đã", ".", ";"}) || !w.is_word(i) || w.capital(i);
  if (bare && closed) return whole_year(at, i, published_month() < 3 ? published_year() - 1 : published_year());
  return std::nullopt;
}

std::optional<Moment> MomentReader::year_range(std::size_t first, std::size_t at) const {
  const auto a = year(at);
  if (!a || !(w.is_dash(at + 1) || w.is_any(at + 1, {"đến", "to"}))) return std::nullopt;
  const auto b = year(at + 2);
  if (!b || *b <= *a) return std::nullopt;
  return years(first, at + 3, *a, *b);
}

std::optional<Moment> MomentReader::until(std::size_t at) const {
  std::size_t i = at;
  if (w.is(i, "tính")) ++i;
  if (!w.is_any(i, {"đến", "tới"})) return std::nullopt;
  ++i;
  while (w.is_any(i, {"hết", "thời", "điểm"})) ++i;
  if (w.is(i, "nay") && i > at + 1) {
    if (!calendar.published) return std::nullopt;
    Moment m = stretch(at, i + 1, Date{}, calendar.published);
    m.kind = Moment::Kind::until;
    return m;
  }
  auto m = vietnamese_day(i);
  if (!m) m = vietnamese_month(i);
  if (!m && w.is(i, "năm") && year(i + 1)) m = whole_year(i, i + 2, *year(i + 1));
  if (!m) return std::nullopt;
  m->first = static_cast<std::uint32_t>(at);
  m->kind = Moment::Kind::until;
  m->from = Date{};
  return m;
}

}  // namespace nc::intake
