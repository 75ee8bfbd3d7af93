// Fuzz target: period codes of the command line and address bar.
#include "base/date.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  const auto text = fuzz::text_of(data, size);
  const auto period = parse_period(text);
  if (!period) {
    fuzz::must_explain(period.error());
    return 0;
  }
  must(period->from && period->to && period->from <= period->to);
  const std::string code = period_code(*period);
  const auto back = parse_period(code);
  must(back && *back == *period);
  const Period before = period->year_before();
  must(!before.from || !before.to || before.from <= before.to);
  must(!period_words(*period, Lang::vi).empty() && !period_words(*period, Lang::en).empty());
  return 0;
}
