// Fuzz target: days as typed.
#include "base/date.h"

#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  const auto text = fuzz::text_of(data, size);
  if (const auto iso = Date::from_iso(text)) must(iso->iso() == text);
  const auto date = parse_date(text);
  if (!date) {
    fuzz::must_explain(date.error());
    return 0;
  }
  must(static_cast<bool>(*date) && date->year() >= 1800 && date->year() <= 2200);
  must(Date::from_ymd(date->year(), date->month(), date->day()) == *date);
  for (const auto& written :
       {date->iso(), format_date(*date, Lang::vi), format_date(*date, Lang::en), format_date_paper(*date)}) {
    const auto back = parse_date(written);
    must(back && *back == *date);
  }
  return 0;
}
