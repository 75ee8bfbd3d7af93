// Money is an integer of minor units with its currency. Never a float in storage or sums.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc {

/// ISO 4217 code, three upper-case letters.
class Currency {
 public:
  Currency() = default;  ///< VND
  static std::optional<Currency> from_code(std::string_view code);
  std::string_view code() const { return {letters_.data(), 3}; }
  /// 0 for VND, JPY, KRW, LAK...; 2 for the rest.
  int minor_digits() const;
  bool operator==(const Currency&) const = default;

 private:
  std::array<char, 3> letters_{'V', 'N', 'D'};
};

struct Money {
  std::int64_t minor = 0;
  Currency currency;
  bool operator==(const Money&) const = default;
};

/// Whole units as a number for JSON ("values are whole currency units").
double whole_units(const Money& m);

}  // namespace nc
