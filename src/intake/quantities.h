// Numbers in running text: value, range, qualifier, currency or unit; and the numbers that only name something.
#pragma once
#include <cstdint>
#include <optional>

#include "base/money.h"
#include "base/qualifier.h"
#include "intake/words.h"

namespace nc::intake {

struct Quantity {
  enum class Type {
    count,    ///< counts what stands behind it
    money,
    percent,
    years,    ///< "8 năm liền", "55 năm thiết lập quan hệ": a stretch of years
    measure,  ///< metres, degrees, hectares, hours
    price,    ///< "210.000 đồng/m3"
    label,    ///< names or orders something: Quốc lộ 19, lần thứ 4, 80/2020/NĐ-CP
  };
  std::uint32_t first = 0, last = 0;  ///< tokens, with qualifier and unit
  std::uint32_t digits = 0;           ///< token the value begins at
  Type type = Type::count;
  std::int64_t value = 0;             ///< whole; of money the minor units
  bool whole = true;                  ///< false: a fraction of a thing ("2,5"), no count
  std::optional<std::int64_t> max;    ///< upper end of a range, like value
  Currency currency;
  Qualifier qualifier = Qualifier::exact;
  bool in_words = false;    ///< "hai", "twenty"
  bool indefinite = false;  ///< "một", "one"
  bool grown = false;        ///< "tăng từ 6 lên 10": the value is the ten
  bool each = false;        ///< "2 triệu đồng/suất", "5 million dong each"

  Money money() const { return {value, currency}; }
};

/// The number that begins at token `at` (with its qualifier, currency sign or word); nullopt when none does.
/// Rules: db/reference/qualifiers.tsv for qualifiers; a dot or comma before three digits groups thousands (base/number.h).
std::optional<Quantity> read_quantity(const Words& words, std::size_t at, std::size_t end);

}  // namespace nc::intake
