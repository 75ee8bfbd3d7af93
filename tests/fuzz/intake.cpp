// Fuzz target: any bytes sent as an article give facts whose evidence lies in the text, or a reason.
#include "fuzz.h"
#include "intake/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  const auto text = fuzz::text_of(data, size);
  const auto article = intake::read(text, "a.txt");
  if (!article) {
    fuzz::must_explain(article.error());
    return 0;
  }
  must(is_utf8(article->stored) || article->encoding == "utf-8");
  std::uint32_t length = 0;
  for (const char c : article->stored) length += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1U : 0U;
  const auto inside = [&](intake::Span s) { must(s.start < s.end && s.end <= length); };
  for (const auto& s : article->body) inside(s);
  for (const auto& s : article->sentences) inside(s);
  for (const auto& fact : article->facts) {
    must(!fact.evidence.empty());
    for (const auto& s : fact.evidence) inside(s);
  }
  must(!intake::to_json(*article).empty());
  return 0;
}
