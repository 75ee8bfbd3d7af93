// A small grammar of Vietnamese and English dates and periods.
#include "intake/moments.h"

#include "intake/moment_reader.h"

namespace nc::intake {

std::optional<Moment> read_moment(const Words& words, std::size_t at, std::size_t end, const Calendar& calendar, bool future) {
  const Token& token = words.tokens[at];
  const MomentReader r{words, end, calendar, future};
  if (token.kind == Token::Kind::number) {
    if (auto m = r.months(at)) return m;
    if (auto m = r.english(at)) return m;
    if (auto m = r.year_words(at)) return m;
    return r.vietnamese_day(at);
  }
  if (token.kind != Token::Kind::word || token.id == 0) return std::nullopt;  // no word of the lexicon
  if (auto m = r.relative(at)) return m;
  if (auto m = r.since(at)) return m;
  if (auto m = r.until(at)) return m;
  if (auto m = r.vietnamese_day(at)) return m;
  if (auto m = r.vietnamese_month(at)) return m;
  if (auto m = r.quarter(at)) return m;
  if (auto m = r.months(at)) return m;
  if (auto m = r.year_words(at)) return m;
  const char first = words.key(at)[0];
  return first >= 'a' && first <= 'z' ? r.english(at) : std::nullopt;
}

}  // namespace nc::intake
