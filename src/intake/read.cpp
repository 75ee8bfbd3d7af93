// The whole way from bytes to an article with candidate facts.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "intake/decode.h"
#include "intake/document.h"
#include "intake/facts.h"
#include "intake/intake.h"

namespace nc::intake {
namespace {

class SpanMaker {
 public:
  SpanMaker(const Words& words, const Normal& normal) : w_(words), normal_(normal) {}
  /// Tokens to code points of the stored text. The end is where the character behind the last token begins, unless marks
  /// or invisible signs lie between: then right behind the last character.
  Span operator()(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || first >= w_.size()) return {};
    const std::uint32_t begin = w_.tokens[first].begin;
    const std::uint32_t end = w_.tokens[std::min<std::size_t>(last, w_.size()) - 1].end;
    return {normal_.origin[begin], std::max(normal_.origin[end], normal_.origin[begin] + 1)};
  }
  Span operator()(Stretch s) const { return (*this)(s.first, s.last); }

 private:
  const Words& w_;
  const Normal& normal_;
};

std::vector<Distractor> distractors_of(const Document& d, const SpanMaker& span) {
  std::vector<Distractor> out;
  for (const Mention& m : d.mentions) {
    const Quantity* q = d.quantity(m);
    if (q == nullptr) continue;
    const char* why = nullptr;
    if (d.aside[q->digits] && !q->grown) why = "prev_year";
    if (q->type == Quantity::Type::percent) why = "percent";
    if (q->type == Quantity::Type::price) why = "price";
    if (why != nullptr) out.push_back({span(m.first, m.last), why});
  }
  return out;
}

Article read_stored(Stored stored, const Hints& hints) {
  Article article;
  const Normal normal = normalise(stored.text);
  Document d(normal.text);
  understand(d, hints.published);
  const SpanMaker span(d.words, normal);
  article.format = std::move(stored.format);
  article.encoding = std::move(stored.encoding);
  article.title = d.layout.title;
  article.language = d.english ? "en" : "vi";
  article.published = d.layout.published;
  article.publisher_org = d.publisher;
  for (const Stretch s : d.layout.body) article.body.push_back(span(s));
  for (const Stretch s : d.layout.captions) article.captions.push_back(span(s));
  for (const Sentence& s : d.sentences) article.sentences.push_back(span(s.first, s.last));
  for (Candidate& candidate : Extractor(d).run()) {
    Fact fact = std::move(candidate.fact);
    for (const Stretch s : candidate.evidence) fact.evidence.push_back(span(s));
    std::ranges::sort(fact.evidence);
    const auto repeated = std::ranges::unique(fact.evidence);
    fact.evidence.erase(repeated.begin(), repeated.end());
    article.facts.push_back(std::move(fact));
  }
  article.distractors = distractors_of(d, span);
  article.stored = std::move(stored.text);
  return article;
}

}  // namespace

std::string_view code(Kind kind) {
  constexpr std::array k_codes = std::to_array<std::string_view>(
      {"delegation_in", "delegation_out", "aid_total", "aid_project", "agreement", "activity", "anniversary", "award",
       "scholarship", "membership", "gift", "partner_count", "event_participants", "signature_campaign"});
  return k_codes[static_cast<std::size_t>(kind)];
}

std::string_view code(Status status) {
  return status == Status::done ? "done" : status == Status::planned ? "planned" : "cumulative";
}

std::string Article::quote(Span span) const {
  std::string out;
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < stored.size() && index < span.end; ++index) {
    const auto step = utf8::decode(stored, at);
    if (index >= span.start) out.append(stored, at, step.length);
    at += step.length;
  }
  return out;
}

Result<Article> read(std::string_view bytes, std::string_view name, const Hints& hints) {
  NC_TRY(stored, decode_file(bytes, name));
  return read_stored(std::move(stored), hints);
}

Article read_text(std::string_view text, const Hints& hints) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto step = utf8::decode(text, at);
    utf8::append(valid, step.value);
    at += step.length;
  }
  return read_stored({std::move(valid), "text", "utf-8"}, hints);
}

}  // namespace nc::intake
