// Currencies of ISO 4217 and their smallest units.
#include "base/money.h"

#include <algorithm>

namespace nc {
namespace {

constexpr std::string_view k_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL ";
/// Currencies that nobody counts in hundredths.
constexpr std::string_view k_whole = "BIF CLP DJF GNF ISK JPY KMF KRW LAK PYG RWF UGX VND VUV XAF XOF XPF ";

/// Both lists are in the order of the alphabet, four characters an entry: every amount on a page is looked up here.
bool listed(std::string_view list, std::string_view code) {
  std::size_t from = 0, to = list.size() / 4;
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    const int order = list.substr(middle * 4, 3).compare(code);
    if (order == 0) return true;
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return false;
}

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
  if (code.size() != 3 || !listed(k_codes, code)) return std::nullopt;
  Currency currency;
  std::copy(code.begin(), code.end(), currency.letters_.begin());
  return currency;
}

int Currency::minor_digits() const { return listed(k_whole, code()) ? 0 : 2; }

double whole_units(const Money& m) {
  const auto minor = static_cast<double>(m.minor);
  return m.currency.minor_digits() == 0 ? minor : minor / 100.0;
}

}  // namespace nc
