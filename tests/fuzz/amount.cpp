// Fuzz target: amounts as typed; what is accepted can be printed and typed again.
#include "base/number.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  const auto amount = parse_amount(fuzz::text_of(data, size));
  if (!amount) {
    fuzz::must_explain(amount.error());
    return 0;
  }
  must(amount->money.minor >= 0 && amount->money.minor <= 9'000'000'000'000'000);
  must(amount->qualifier != Qualifier::unknown);
  for (const Lang lang : {Lang::vi, Lang::en}) {
    const auto exact = parse_amount(format_money_exact(amount->money, lang));
    must(exact && exact->money == amount->money);
    if (amount->qualifier == Qualifier::exact) continue;
    const auto prose = parse_amount(money_in_prose(amount->money, amount->qualifier, lang));
    must(prose && prose->money == amount->money && prose->qualifier == amount->qualifier);
  }
  return 0;
}
