// A small grammar of Vietnamese and English dates and periods.
#include "intake/moments.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "intake/quantities.h"

namespace nc::intake {
namespace {

constexpr int k_first_year = 1900, k_last_year = 2100;

struct Reader {
  const Words& w;
  std::size_t end;
  const Calendar& calendar;
  bool future;

  /// A number of at most `digits` digits, without separators.
  std::optional<int> plain(std::size_t at, std::size_t digits) const {
    if (at >= end || !w.is_number(at) || w.key(at).size() > digits) return std::nullopt;
    const auto n = parse_int(w.key(at));
    return n ? std::optional<int>(static_cast<int>(*n)) : std::nullopt;
  }
  std::optional<int> year(std::size_t at) const {
    const auto n = plain(at, 4);
    return n && w.key(at).size() == 4 && *n >= k_first_year && *n <= k_last_year ? n : std::nullopt;
  }
  std::optional<int> day(std::size_t at) const {
    const auto n = plain(at, 2);
    return n && *n >= 1 && *n <= 31 ? n : std::nullopt;
  }
  std::optional<int> month(std::size_t at) const {
    const auto n = plain(at, 2);
    return n && *n >= 1 && *n <= 12 ? n : std::nullopt;
  }
  /// "tháng tư", "tháng ba".
  std::optional<int> month_in_words(std::size_t at) const {
    constexpr std::string_view names[] = {"giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "chạp"};
    for (std::size_t i = 0; i < 12; ++i)
      if (w.is(at, names[i]) && i != 4) return static_cast<int>(i) + 1;
    return std::nullopt;
  }
  std::optional<int> english_month(std::size_t at) const {
    if (at >= end) return std::nullopt;
    const auto match = w.lexicon->longest(w.tokens, at, end);
    const Tag* tag = find(match.tags, Cls::month);
    if (tag == nullptr) return std::nullopt;
    return static_cast<int>(parse_int(tag->value).value_or(1));
  }
  /// Monday is 1, Sunday 7.
  std::optional<int> english_weekday(std::size_t at) const {
    constexpr std::string_view names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (int i = 0; i < 7; ++i)
      if (w.is(at, names[i])) return i + 1;
    return std::nullopt;
  }
  bool separator(std::size_t at) const { return at < end && (w.is(at, "/") || w.is(at, "-") || w.is(at, ".")) && w.glued(at); }

  int published_year() const { return calendar.published ? calendar.published.year() : 2020; }

  /// Year of a day without one: the last such day before publication, in plans the next.
  int year_for(int month_number, int day_number) const {
    if (!calendar.published) return 2020;
    const int now = calendar.published.year();
    const auto this_year = Date::from_ymd(now, month_number, std::min(day_number, days_in_month(now, month_number)));
    if (!this_year) return now;
    if (future) return *this_year < calendar.published ? now + 1 : now;
    // A month ahead is still "this year" for an article that announces.
    return *this_year > calendar.published.plus_days(45) ? now - 1 : now;
  }

  static Moment days(std::size_t first, std::size_t last, Date from, Date to) {
    Moment m;
    m.first = static_cast<std::uint32_t>(first);
    m.last = static_cast<std::uint32_t>(last);
    m.kind = Moment::Kind::day;
    m.from = from;
    m.to = to;
    m.date = from.iso();
    return m;
  }
  static Moment stretch(std::size_t first, std::size_t last, Date from, Date to) {
    Moment m = days(first, last, from, to);
    m.kind = Moment::Kind::period;
    m.years = from && to && to.days() - from.days() > 370;
    m.date.clear();
    return m;
  }
  static Moment whole_year(std::size_t first, std::size_t last, int y) {
    Moment m = stretch(first, last, *Date::from_ymd(y, 1, 1), *Date::from_ymd(y, 12, 31));
    m.date = fmt::format("{:04}", y);
    return m;
  }
  static Moment whole_month(std::size_t first, std::size_t last, int y, int m) {
    Moment out = stretch(first, last, *Date::from_ymd(y, m, 1), *Date::from_ymd(y, m, days_in_month(y, m)));
    out.kind = Moment::Kind::month;
    out.date = fmt::format("{:04}-{:02}", y, m);
    return out;
  }
  static Moment years(std::size_t first, std::size_t last, int a, int b) {
    return stretch(first, last, *Date::from_ymd(a, 1, 1), *Date::from_ymd(b, 12, 31));
  }

  struct Part {
    int d = 0, m = 0, y = 0;
    std::size_t next = 0;
  };
  /// "29/6/2022", "29/6", "24-3-2018", "29 tháng 6 năm 2022", "29 June 2022" from `at`; without month only `d` is set.
  std::optional<Part> part(std::size_t at, bool dash_is_month) const {
    const auto d = day(at);
    if (!d) return std::nullopt;
    Part p{*d, 0, 0, at + 1};
    if (separator(at + 1) && (w.is(at + 1, "/") || w.is(at + 1, ".") || dash_is_month) && month(at + 2) && w.glued(at + 2)) {
      p.m = *month(at + 2);
      p.next = at + 3;
      if (separator(p.next) && year(p.next + 1) && w.glued(p.next + 1)) {
        p.y = *year(p.next + 1);
        p.next += 2;
      } else if (w.is(at + 1, ".")) {
        return std::nullopt;  // "12.5" alone is a number
      }
    } else if (w.is(at + 1, "tháng") && month(at + 2)) {
      p.m = *month(at + 2);
      p.next = at + 3;
      if ((w.is(p.next, "/") || w.is(p.next, "-")) && year(p.next + 1)) {
        p.y = *year(p.next + 1);
        p.next += 2;
      }
    } else if (const auto name = english_month(at + 1)) {
      p.m = *name;
      p.next = at + 2;
      if (w.is(p.next, ",") && year(p.next + 1)) ++p.next;
      if (year(p.next)) p.y = *year(p.next++);
    }
    if (p.m != 0 && p.y == 0 && w.is(p.next, "năm") && year(p.next + 1)) {
      p.y = *year(p.next + 1);
      p.next += 2;
    }
    return p;
  }

  /// One day or several ("24 và 25-3", "14 đến 17/5", "28/2 đến 3/3"), from the first day number.
  std::optional<Moment> day_list(std::size_t first, std::size_t at, bool marked, bool range) const {
    auto a = part(at, marked);
    if (!a) return std::nullopt;
    std::optional<Part> b;
    std::size_t i = a->next;
    bool joined = false;
    while (true) {
      std::size_t j = i;
      const bool comma = w.is(j, ",");
      if (comma && a->m != 0 && !w.is_any(j + 1, {"đến"})) break;
      if (comma) ++j;
      const bool link = w.is_any(j, {"đến", "tới", "và", "to"}) || w.is_dash(j) || comma;
      if (!link) break;
      if (w.is_any(j, {"đến", "tới", "và", "to"}) || w.is_dash(j)) ++j;
      while (w.is_any(j, {"hết", "ngày", "các"})) ++j;
      // "5/3 và 7/3" are two days; only open ones and ranges make one stretch.
      if (a->m != 0 && !range && !w.is_any(i, {"đến", "tới", "to"}) && !w.is_dash(i)) break;
      const auto next = part(j, marked);
      if (!next) break;
      b = next;
      i = next->next;
      joined = true;
      if (b->m != 0) break;
    }
    if (joined && b && b->m == 0) b.reset();
    if (a->m == 0 && (!b || b->m == 0)) return std::nullopt;
    if (a->m == 0) a->m = b->m, a->y = b->y;
    if (b && a->y == 0) a->y = b->y;
    const bool stated = a->y != 0;
    if (b && b->y == 0) b->y = a->y != 0 ? a->y : year_for(b->m, b->d);
    if (a->y == 0) a->y = b ? b->y : year_for(a->m, a->d);
    const auto from = Date::from_ymd(a->y, a->m, a->d);
    const auto to = b ? Date::from_ymd(b->y, b->m, b->d) : from;
    if (!from || !to || *to < *from) return std::nullopt;
    Moment m = days(first, b ? b->next : a->next, *from, *to);
    m.year_stated = stated;
    if (m.to.days() - m.from.days() > 31) m.kind = Moment::Kind::period, m.date.clear();
    return m;
  }

  /// "ngày 25.5", "ngày 25.5.2024": the tokenizer took it for one number.
  std::optional<Moment> dotted_day(std::size_t first, std::size_t at) const {
    if (at >= end || !w.is_number(at) || w.key(at).find(',') != std::string_view::npos) return std::nullopt;
    int parts[3] = {0, 0, 0};
    std::size_t n = 0;
    for (const char c : w.key(at)) {
      if (c == '.') {
        if (++n > 2) return std::nullopt;
        continue;
      }
      parts[n] = parts[n] * 10 + (c - '0');
      if (parts[n] > 9999) return std::nullopt;
    }
    if (n == 0 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12) return std::nullopt;
    const int y = n == 2 ? parts[2] : year_for(parts[1], std::max(parts[0], 1));
    const auto date = y >= k_first_year && y <= k_last_year ? Date::from_ymd(y, parts[1], parts[0]) : std::nullopt;
    if (!date) return std::nullopt;
    Moment m = days(first, at + 1, *date, *date);
    m.year_stated = n == 2;
    return m;
  }

  std::optional<Moment> vietnamese_day(std::size_t at) const {
    std::size_t i = at;
    bool marked = false, range = false;
    if (w.is_any(i, {"từ", "trong"})) {
      range = w.is(i, "từ");
      ++i;
    }
    bool part_of_day = false;
    while (find(w.lexicon->longest(w.tokens, i, end).tags, Cls::day_part) != nullptr) {
      i += w.lexicon->longest(w.tokens, i, end).length;
      marked = part_of_day = true;
    }
    if (w.is_any(i, {"hai", "ba"}) && w.is(i + 1, "ngày")) ++i;
    while (w.is_any(i, {"ngày", "hôm", "các"})) ++i, marked = true;
    if (part_of_day && w.is_any(i, {"nay", "qua"})) {
      if (!calendar.published) return std::nullopt;
      const Date d = w.is(i, "qua") ? calendar.published.plus_days(-1) : calendar.published;
      return days(at, i + 1, d, d);
    }
    // "thứ Bảy (5/3)"
    if (marked && w.is(i, "(") && part(i + 1, true)) ++i;
    if (const auto m = marked ? dotted_day(at, i) : std::nullopt) return m;
    if (!day(i)) return std::nullopt;
    bool dotted = false;
    if (!marked && !range) {
      dotted = separator(i + 1) && month(i + 2) && separator(i + 3) && year(i + 4);
      const bool opened = at > 0 && (w.is_any(at - 1, {"(", "đến", "và", ",", "vào", "-", "–", "hôm", "on"}) || w.is_line(at - 1));
      // "(9-11/11)": the days of a stretch, the month behind the second
      const bool stretch_of_days = at > 0 && w.is(at - 1, "(") && w.is_dash(i + 1) && day(i + 2) && w.is(i + 3, "/") && month(i + 4);
      if (!dotted && !stretch_of_days && !(opened && w.is(i + 1, "/"))) return std::nullopt;
    }
    auto m = day_list(at, i, marked || range || dotted, range);
    if (m && w.is(m->last, ")") && at > 0 && w.is(i - 1, "(") && i > at) ++m->last;
    return m;
  }

  std::optional<Moment> vietnamese_month(std::size_t at) const {
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
  int published_month() const { return calendar.published ? calendar.published.month() : 12; }

  std::optional<int> roman(std::size_t at) const {
    constexpr std::string_view names[] = {"i", "ii", "iii", "iv"};
    for (int q = 0; q < 4; ++q)
      if (w.is(at, names[q])) return q + 1;
    const auto n = plain(at, 1);
    return n && *n >= 1 && *n <= 4 ? n : std::nullopt;
  }

  std::optional<Moment> quarter(std::size_t at) const {
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

  /// A small count in digits or words.
  std::optional<int> small_count(std::size_t& i) const {
    const auto q = read_number(i);
    if (!q || *q < 1 || *q > 60) return std::nullopt;
    return q;
  }
  std::optional<int> read_number(std::size_t& i) const {
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

  /// "6 tháng đầu năm 2022", "10 tháng năm 2019", "9 tháng qua", "trong 11 tháng", "nửa đầu năm 2024", "12 tháng".
  std::optional<Moment> months(std::size_t at) const {
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

  std::optional<Moment> since(std::size_t at) const {
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

  /// "năm 2023", "giai đoạn 2018-2023", "nhiệm kỳ 2018 - 2023", "(2014-2021)", "trong năm", "năm qua", "nhiệm kỳ qua".
  std::optional<Moment> year_words(std::size_t at) const {
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
  std::optional<Moment> year_range(std::size_t first, std::size_t at) const {
    const auto a = year(at);
    if (!a || !(w.is_dash(at + 1) || w.is_any(at + 1, {"đến", "to"}))) return std::nullopt;
    const auto b = year(at + 2);
    if (!b || *b <= *a) return std::nullopt;
    return years(first, at + 3, *a, *b);
  }

  /// "đến ngày 15/12", "tính đến hết tháng 10": the end of the running period.
  std::optional<Moment> until(std::size_t at) const {
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

  std::optional<Moment> relative(std::size_t at) const {
    if (!calendar.published) return std::nullopt;
    const Date now = calendar.published;
    if (w.is(at, "hôm") && w.is_any(at + 1, {"nay", "qua"})) {
      const Date d = w.is(at + 1, "nay") ? now : now.plus_days(-1);
      return days(at, at + 2, d, d);
    }
    if (w.is(at, "yesterday")) return days(at, at + 1, now.plus_days(-1), now.plus_days(-1));
    if (w.is(at, "today")) return days(at, at + 1, now, now);
    return std::nullopt;
  }

  /// English: "January 12, 2024", "on 12 January", "14 to 17 May", "May 14-17", "in March 2019", "in 2023", "last year" ...
  std::optional<Moment> english(std::size_t at) const {
    if (const auto m = english_month(at); m && w.capital(at)) return english_from_month(at, *m);
    if (w.is(at, "on") && calendar.published)
      if (const auto weekday = english_weekday(at + 1)) {
        const int back = (calendar.published.weekday() - *weekday + 7) % 7;
        const Date d = calendar.published.plus_days(future ? (back == 0 ? 7 : 7 - back) : -back);
        return days(at, at + 2, d, d);
      }
    if (w.is_any(at, {"on", "from", "of", "between"}) && day(at + 1)) return day_list(at, at + 1, false, true);
    if (day(at) && english_month(at + 1)) return day_list(at, at, false, false);
    if (day(at) && (w.is(at + 1, "to") || w.is_dash(at + 1)) && day(at + 2) && english_month(at + 3)) return day_list(at, at, false, true);
    if (w.is_any(at, {"in", "during", "for", "throughout", "since", "by"}) && year(at + 1)) {
      Moment m = whole_year(at, at + 2, *year(at + 1));
      m.year_stated = true;
      if (w.is(at, "since")) return stretch(at, at + 2, m.from, calendar.published);
      if (w.is_any(at + 2, {"-", "–"}) && year(at + 3)) return years(at, at + 4, *year(at + 1), *year(at + 3));
      return m;
    }
    if (w.is_any(at, {"busy", "the"}) && year(at + 1)) return whole_year(at + 1, at + 2, *year(at + 1));
    if (w.is(at, "from") && year(at + 1) && w.is(at + 2, "to") && year(at + 3)) return years(at, at + 4, *year(at + 1), *year(at + 3));
    if (w.is_any(at, {"last", "this", "next"}) && w.is(at + 1, "year")) {
      return whole_year(at, at + 2, published_year() + (w.is(at, "last") ? -1 : w.is(at, "next") ? 1 : 0));
    }
    if (w.is_any(at, {"during", "over", "throughout"}) && w.is(at + 1, "the") && w.is(at + 2, "year")) return whole_year(at, at + 3, published_month() < 3 ? published_year() - 1 : published_year());
    return english_months(at);
  }
  std::optional<Moment> english_from_month(std::size_t at, int m) const {
    std::size_t i = at + 1;
    const auto d = day(i);
    if (!d || w.key(i).size() > 2) {
      if (w.is(i, ",")) ++i;
      const auto y = year(i);
      Moment out = whole_month(at, y ? i + 1 : at + 1, y.value_or(year_for(m, 1)), m);
      out.year_stated = y.has_value();
      return out;
    }
    ++i;
    int d2 = *d, m2 = m;
    if ((w.is_dash(i) || w.is_any(i, {"to", "and"})) && day(i + 1)) d2 = *day(i + 1), i += 2;
    else if (w.is(i, "to") && english_month(i + 1) && day(i + 2)) m2 = *english_month(i + 1), d2 = *day(i + 2), i += 3;
    int y = 0;
    if (w.is(i, ",") && year(i + 1)) y = *year(i + 1), i += 2;
    else if (year(i)) y = *year(i++);
    const bool stated = y != 0;
    if (y == 0) y = year_for(m, *d);
    const auto from = Date::from_ymd(y, m, *d), to = Date::from_ymd(y, m2, d2);
    if (!from || !to || *to < *from) return std::nullopt;
    Moment out = days(at, i, *from, *to);
    out.year_stated = stated;
    return out;
  }
  /// "the first six months of 2024", "the first half of 2024", "first quarter".
  std::optional<Moment> english_months(std::size_t at) const {
    std::size_t i = at;
    while (w.is_any(i, {"in", "the", "during", "over", "for"})) ++i;
    const bool head = w.is(i, "first"), tail = w.is_any(i, {"last", "second", "final"});
    if (!head && !tail) return std::nullopt;
    ++i;
    int n = 0;
    if (w.is(i, "half")) {
      n = 6;
      ++i;
    } else {
      const auto count = small_count(i);
      if (!count || *count > 12 || !w.is(i, "months")) return std::nullopt;
      n = *count;
      ++i;
    }
    if (w.is(i, "of")) ++i;
    if (w.is_any(i, {"the", "this"}) && w.is(i + 1, "year")) i += 2;
    int y = published_year();
    if (year(i)) y = *year(i++);
    const int first = tail ? 13 - n : 1, last = tail ? 12 : n;
    return stretch(at, i, *Date::from_ymd(y, first, 1), *Date::from_ymd(y, last, days_in_month(y, last)));
  }
};

/// Words a date or period can begin with, so that most tokens are passed over at once.
bool may_begin(const Words& w, std::size_t at) {
  const Token& token = w.tokens[at];
  if (token.kind == Token::Kind::number) return true;
  if (token.kind != Token::Kind::word || token.id == 0) return false;
  return true;
}

}  // namespace

std::optional<Moment> read_moment(const Words& words, std::size_t at, std::size_t end, const Calendar& calendar, bool future) {
  if (!may_begin(words, at)) return std::nullopt;
  const Reader r{words, end, calendar, future};
  const auto k = words.key(at);
  if (words.is_number(at)) {
    if (auto m = r.months(at)) return m;
    if (auto m = r.english(at)) return m;
    if (auto m = r.year_words(at)) return m;
    return r.vietnamese_day(at);
  }
  const std::size_t length = words.lexicon->longest(words.tokens, at, end).length;
  (void)length;
  if (auto m = r.relative(at)) return m;
  if (auto m = r.since(at)) return m;
  if (auto m = r.until(at)) return m;
  if (auto m = r.vietnamese_day(at)) return m;
  if (auto m = r.vietnamese_month(at)) return m;
  if (auto m = r.quarter(at)) return m;
  if (auto m = r.months(at)) return m;
  if (auto m = r.year_words(at)) return m;
  if (k[0] >= 'a' && k[0] <= 'z') return r.english(at);
  return std::nullopt;
}

}  // namespace nc::intake
