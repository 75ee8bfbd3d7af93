// Fuzz target: quantities as typed; what is accepted can be printed and typed again.
#include "base/number.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  const auto text = fuzz::text_of(data, size);
  if (const auto plain = parse_int(text)) must(std::to_string(*plain).size() <= text.size());
  const auto quantity = parse_quantity(text);
  if (!quantity) {
    fuzz::must_explain(quantity.error());
    return 0;
  }
  must(quantity->value >= 0 && quantity->value <= 9'000'000'000'000'000);
  for (const Lang lang : {Lang::vi, Lang::en}) {
    const auto back = parse_quantity(count_in_prose(quantity->value, quantity->qualifier, lang, true));
    must(back && back->value == quantity->value && back->qualifier == quantity->qualifier);
  }
  return 0;
}
