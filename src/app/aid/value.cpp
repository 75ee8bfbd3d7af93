// Value entries of aid: each on its own basis, with date, original currency, rate and the amount in dong.
#include <algorithm>
#include <array>
#include <limits>
#include <map>

#include "app/aid/public.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct AidValue : reg::Standard {
  reg::Ref aid;
  std::string basis, item;
  Date date;
  reg::MoneyValue amount;
  reg::Decimal rate;
  Date rate_date;
  reg::MoneyValue vnd;
  std::string doc;
};

constexpr std::array<std::int64_t, 7> k_powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};

/// A rate as an integer and its number of decimals: "25450.5" is 254505 and 1. nullopt when it is no plain decimal.
std::optional<std::pair<std::int64_t, int>> parse_rate(std::string_view text) {
  std::string digits;
  int places = -1;
  for (const char c : text) {
    if (c == '.' && places < 0)
      places = 0;
    else if (c >= '0' && c <= '9') {
      digits += c;
      if (places >= 0) ++places;
    } else
      return std::nullopt;
  }
  places = std::max(places, 0);
  if (digits.empty() || digits.size() > 12 || places > 6) return std::nullopt;
  const auto number = parse_int(digits);
  if (!number || *number == 0) return std::nullopt;
  return std::pair{*number, places};
}

/// amount x rate in whole dong, rounded half up; nullopt when it is out of range.
std::optional<std::int64_t> in_dong(const Money& amount, std::string_view rate_text) {
  const auto rate = parse_rate(rate_text);
  if (!rate) return std::nullopt;
  const auto divisor = k_powers[static_cast<std::size_t>(rate->second)] *
                       k_powers[static_cast<std::size_t>(amount.currency.minor_digits())];
  if (amount.minor > std::numeric_limits<std::int64_t>::max() / rate->first) {
    const long double wide = static_cast<long double>(amount.minor) * static_cast<long double>(rate->first) /
                             static_cast<long double>(divisor);
    if (wide > 9e15L) return std::nullopt;
    return static_cast<std::int64_t>(wide + 0.5L);
  }
  return (amount.minor * rate->first + divisor / 2) / divisor;
}

void check(const AidValue& v, Problems& problems) {
  if (v.amount.value && v.amount.value->minor < 0)
    complain(problems, "amount", "Giá trị không được âm. Khoản giảm ghi ở phần ghi chú.",
             "A value can't be negative. Note reductions in the remark.");
  if (!v.rate.text.empty() && !parse_rate(v.rate.text))
    complain(problems, "rate", "Tỷ giá là một số dương, ví dụ 25450 hoặc 27.600,5.",
             "The rate is a positive number, for example 25450 or 27600.5.");
  if (v.basis == "disbursed" || v.basis == "in_kind") not_in_future(v.date, "date", problems);
}

/// The amount in dong: the same for dong, amount x rate for other currencies, unknown without a rate.
Result<bool> fill_dong(const reg::SaveContext&, const AidValue*, AidValue& now) {
  now.vnd = {std::nullopt, Qualifier::unknown};
  if (!now.amount.value) return true;
  if (now.amount.value->currency == Currency{})
    now.vnd = now.amount;
  else if (const auto dong = in_dong(*now.amount.value, now.rate.text))
    now.vnd = {Money{*dong, Currency{}}, now.amount.qualifier};
  if (now.vnd.value && !now.rate_date && !now.rate.text.empty()) now.rate_date = now.date;
  return true;
}

struct Total {
  std::int64_t dong = 0, original = 0, rows = 0;
  bool all_dong = true, one_currency = true;
  std::string currency;
  Qualifier dong_q = Qualifier::exact, original_q = Qualifier::exact;
};

void add(Total& t, const db::Row& row) {
  Qualifier q = Qualifier::exact;
  qualifier_from_code(row.text(5), q);
  ++t.rows;
  if (row.null(4)) t.all_dong = false;
  t.dong += row.integer(4);
  if (t.currency.empty()) t.currency = row.text(3);
  t.one_currency = t.one_currency && t.currency == row.text(3);
  t.original += row.integer(2);
  t.dong_q = t.original_q = t.rows == 1 ? q : combine(t.dong_q, q);
}

void write_total(db::Tx& tx, std::int64_t aid, const std::map<std::string, Total>& by_basis) {
  const Total* best = nullptr;
  for (const char* basis : {"approved", "committed", "carried_out"})
    if (const auto found = by_basis.find(basis); !best && found != by_basis.end()) best = &found->second;
  db::Value amount, currency, qualifier = std::string(code(Qualifier::unknown));
  if (best && best->all_dong) {
    amount = best->dong, currency = std::string("VND"), qualifier = std::string(code(best->dong_q));
  } else if (best && best->one_currency) {
    amount = best->original, currency = best->currency, qualifier = std::string(code(best->original_q));
  }
  tx.exec("UPDATE aid SET value = $2, value_cur = $3, value_q = $4 WHERE id = $1", {aid, amount, currency, qualifier});
}

void refresh_parent(const reg::SaveContext& save, std::int64_t, const AidValue* before, const AidValue& now) {
  refresh_aid_value(save.tx, now.aid.id);
  if (before && before->aid.id != now.aid.id) refresh_aid_value(save.tx, before->aid.id);
}

}  // namespace

#define NC_VALUE_ENTRIES \
  "SELECT aid, basis, amount, amount_cur, vnd, amount_q FROM aid_value WHERE deleted = 0 AND amount IS NOT NULL"

/// The strongest basis wins: approved, else committed, else what was carried out (disbursed and in kind together).
void refresh_aid_value(db::Tx& tx, std::int64_t aid) {
  std::map<std::int64_t, std::map<std::string, Total>> totals;
  const auto take = [&](const db::Row& row) {
    const std::string basis(row.text(1));
    add(totals[row.integer(0)][basis == "disbursed" || basis == "in_kind" ? "carried_out" : basis], row);
    return true;
  };
  // Two texts: with "one or all" in one text the planner reads the whole table for one item.
  if (aid != 0) {
    totals[aid];
    tx.each(NC_VALUE_ENTRIES " AND aid = $1 ORDER BY id", {aid}, take);
  } else {
    tx.each("SELECT id FROM aid", {}, [&](const db::Row& row) { return totals[row.integer(0)], true; });
    tx.each(NC_VALUE_ENTRIES " ORDER BY aid, id", {}, take);
  }
  for (const auto& [id, by_basis] : totals) write_total(tx, id, by_basis);
}

const reg::Description& aid_values() {
  static const reg::Description description =
      reg::Register<AidValue>("aid_value", "aid-values", {"Giá trị viện trợ", "Aid values"},
                              {"dòng giá trị", "value entry"})
          .icon("coins")
          .field(&AidValue::aid, "aid", {"Khoản viện trợ", "Aid item"},
                 {.required = true, .link = "aid", .filter = true})
          .field(&AidValue::basis, "basis", {"Căn cứ tính", "Basis"},
                 {.required = true,
                  .options = &value_bases(),
                  .filter = true,
                  .hint = Text{"Cam kết là vận động được; giải ngân và hiện vật là đã thực hiện",
                               "Committed is mobilised; disbursed and in kind are carried out"}})
          .field(&AidValue::item, "item", {"Khoản mục", "Item"}, {.search = true})
          .field(&AidValue::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&AidValue::amount, "amount", {"Số tiền", "Amount"},
                 {.sortable = true,
                  .hint = Text{"Nguyên tệ: 250.000 EUR, trên 1,7 tỷ đồng",
                               "Original currency: 250,000 EUR, trên 1,7 tỷ đồng"}})
          .field(&AidValue::rate, "rate", {"Tỷ giá (đồng)", "Rate (dong)"},
                 {.hint = Text{"Bao nhiêu đồng một đơn vị nguyên tệ", "Dong for one unit of the currency"}})
          .field(&AidValue::rate_date, "rate_date", {"Ngày tỷ giá", "Rate of"}, {})
          .field(&AidValue::vnd, "vnd", {"Quy ra đồng", "In dong"}, {.read_only = true})
          .field(&AidValue::doc, "doc", {"Chứng từ", "Paper"}, {.search = true})
          .title("basis")
          .date("date")
          .list({"date", "basis", "item", "amount", "vnd", "doc"})
          .sorted_by("date", true)
          .index({"aid", "basis"})
          // Sums of a period are read off this index alone.
          .index({"basis", "date", "aid", "vnd", "amount", "amount_cur", "amount_q", "illustrative"})
          .part_of("aid")
          .rule(check)
          .before_save(fill_dong)
          .after_save(refresh_parent)
          .done();
  return description;
}

}  // namespace nc::app
