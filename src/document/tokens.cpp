// Marks in a text and what they print.
#include <algorithm>
#include <cmath>

#include "document/document.h"

namespace nc::doc {

namespace {

constexpr const char* k_nbsp = "\u00A0";
constexpr const char* k_missing = "[chưa có số liệu]";

/// The claim whose words are printed when the count rests on illustrative rows (architecture 6.2.2).
const fig::ClaimSeen* claim_to_print(const fig::Figure& f, const std::string& part) {
  const std::string unit = part.empty() ? f.unit : part;
  for (const auto& c : f.claims)
    if (c.match == "exact" && c.value && c.kept && (c.unit == unit || fig::comparable_units(c.unit, unit))) return &c;
  return nullptr;
}

fig::Figure the_part(const fig::Figure& f, const std::string& part) {
  if (part.empty() || f.unit == part) return f;
  fig::Figure out = f;
  out.parts.clear();
  for (const auto& p : f.parts)
    if (p.unit == part || p.key == part) {
      out.unit = p.unit;
      out.value = p.value;
      out.qualifier = p.qualifier;
    }
  return out;
}

std::string in_words(std::int64_t n, Lang lang) {
  static constexpr Text k_words[] = {{"không", "no"}, {"một", "one"}, {"hai", "two"}, {"ba", "three"}, {"bốn", "four"}, {"năm", "five"}, {"sáu", "six"}, {"bảy", "seven"}, {"tám", "eight"}, {"chín", "nine"}};
  return n >= 0 && n <= 9 ? std::string(k_words[n].in(lang)) : format_int(n, lang);
}

/// "country|countries" or the plural alone, of which one drops its s.
std::string english_noun(const std::string& noun, double n) {
  if (const auto bar = noun.find('|'); bar != std::string::npos) return n == 1 ? noun.substr(0, bar) : noun.substr(bar + 1);
  return n == 1 && noun.size() > 1 && noun.ends_with('s') ? noun.substr(0, noun.size() - 1) : noun;
}

std::string noun_of(const Token& token, const fig::Figure& f, Lang lang) {
  return lang == Lang::vi ? token.noun : token.noun_en.empty() ? std::string() : english_noun(token.noun_en, *f.value);
}

std::string with_noun(const fig::Figure& f, const std::string& noun, Lang lang) {
  if (fig::is_currency(f.unit) || noun.empty()) return fig::in_prose(f, lang, true);
  return count_in_prose(std::llround(*f.value), f.qualifier, lang, true) + k_nbsp + noun;
}

std::string bare_number(const fig::Figure& f, Lang lang) {
  if (fig::is_currency(f.unit) || f.unit == "ratio" || std::abs(*f.value - std::round(*f.value)) > 1e-9) {
    if (fig::is_currency(f.unit)) return fig::in_prose(f, lang, false);
    return f.unit == "ratio" ? fig::in_prose(f, lang, false) : format_decimal(*f.value, 1, lang);
  }
  return count_in_prose(std::llround(*f.value), f.qualifier, lang, false);
}

/// "60th", "31st"
std::string ordinal(int n) {
  const int last = n % 10, teens = n % 100;
  const char* end = teens >= 11 && teens <= 13 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return std::to_string(n) + end;
}

/// The figure in the words of the claim that the token names, while the count keeps what the claim says.
bool put_named_claim(const fig::Figure& whole, std::int64_t claim, fig::Figure& f) {
  for (const auto& c : whole.claims)
    if (c.id == claim && c.value && satisfies(*f.value, *c.value, c.qualifier)) {
      f.value = c.value;
      f.qualifier = c.qualifier;
      return true;
    }
  return false;
}

/// "hơn 50" of 57, while 50 is still one of the forms that 57 allows.
void say_roundly(std::int64_t round, fig::Figure& f) {
  if (round == 0 || f.qualifier != Qualifier::exact || fig::is_currency(f.unit)) return;
  const auto count = std::llround(*f.value);
  for (const auto form : round_forms(count))
    if (form == round) {
      f.qualifier = count > round ? Qualifier::more_than : Qualifier::nearly;
      f.value = static_cast<double>(round);
      return;
    }
}

/// Money without its unit, for columns whose head names it.
std::string bare_money(const fig::Figure& f, double unit, Lang lang) {
  const double n = *f.value / unit;
  const auto word = prose_word(f.qualifier, lang, true);
  const bool small = std::abs(n) < 10 && std::abs(n - std::round(n)) > 0.005;
  const std::string number = small ? format_decimal(n, 1, lang) : format_int(std::llround(n), lang);
  return word.empty() ? number : std::string(word) + k_nbsp + number;
}

std::string print_change(const fig::Engine::Compared* c, Lang lang) {
  const auto said = [lang](Text text) { return std::string(text.in(lang)); };
  if (!c || !c->change) return c && !c->why_not.empty() ? c->why_not.in(lang) : said({"chưa có số liệu", "no figures yet"});
  if (*c->change == 0) return said({"bằng cùng kỳ", "unchanged"});
  const std::string word = *c->change > 0 ? said({"tăng ", "up "}) : said({"giảm ", "down "});
  const double before = c->before && c->before->value ? *c->before->value : 0;
  // Under twenty a percentage misleads: the difference itself is said.
  if (before < 20 || !c->percent) return word + format_int(std::llabs(std::llround(*c->change)), lang);
  return word + format_decimal(std::abs(*c->percent), 1, lang) + "%";
}

}  // namespace

std::string print(const Token& token, const fig::Figure& figure, const fig::Engine::Compared* compared, Lang lang) {
  if (token.style == Style::day) {
    const int years = figure.period.to.year() - token.base.year();
    return lang == Lang::en ? ordinal(years) : std::to_string(years) + k_nbsp + (token.noun.empty() ? "năm" : token.noun);
  }
  // Where the cell beside says that nobody entered anything, nothing went up or down either.
  const bool nothing = figure.row_count == 0 && figure.unit != "ratio";
  if (token.style == Style::change) return print_change(nothing && compared && compared->change ? nullptr : compared, lang);
  const std::string missing(Text(k_missing, "[no figures yet]").in(lang));
  fig::Figure f = the_part(figure, token.part);
  if (!f.value || f.qualifier == Qualifier::unknown || (f.row_count == 0 && f.unit != "ratio")) return missing;
  if (token.claim != 0 && put_named_claim(figure, token.claim, f)) {
    // said as declared
  } else if (f.illustrative_count > 0)
    if (const auto* claim = claim_to_print(figure, token.part)) {
      f.value = claim->value;
      f.qualifier = claim->qualifier;
    }
  say_roundly(token.round, f);
  switch (token.style) {
    case Style::prose: return with_noun(f, noun_of(token, f, lang), lang);
    case Style::number: return bare_number(f, lang);
    case Style::words: {
      const std::string noun = noun_of(token, f, lang);
      return in_words(std::llround(*f.value), lang) + (noun.empty() ? "" : k_nbsp + noun);
    }
    case Style::million: return bare_money(f, 1e6, lang);
    case Style::amount: return bare_money(f, 1, lang);
    case Style::percent: return format_decimal(*f.value, 1, lang) + "%";
    case Style::change:
    case Style::day: break;
  }
  return missing;
}

std::vector<std::int64_t> round_forms(std::int64_t count) {
  if (count < 50) return {};
  std::int64_t step = 10;
  while (step * 10 <= count) step *= 10;
  std::vector<std::int64_t> forms;
  for (const std::int64_t unit : {step, step / 10}) {
    if (unit < 10) continue;
    const std::int64_t below = count / unit * unit, above = below + unit;
    if (below == count) continue;
    const double more = static_cast<double>(count - below) / static_cast<double>(below), less = static_cast<double>(above - count) / static_cast<double>(above);
    if (below > 0 && more <= 0.15 && std::find(forms.begin(), forms.end(), below) == forms.end()) forms.push_back(below);
    if (less <= 0.05 && std::find(forms.begin(), forms.end(), above) == forms.end()) forms.push_back(above);
  }
  return forms;
}

std::vector<std::string> marks_in(std::string_view text) {
  std::vector<std::string> marks;
  while (true) {
    auto open = text.find("{t");
    if (open == std::string_view::npos) return marks;
    auto end = text.find_first_not_of("0123456789", open + 2);
    if (end != std::string_view::npos && end > open + 2 && text[end] == '}') marks.emplace_back(text.substr(open + 1, end - open - 1));
    text.remove_prefix(open + 2);
  }
}

std::string for_editing(std::string_view text, const Document& document, const Look& seen, Lang lang) {
  std::string out(text);
  for (const auto& id : marks_in(text)) {
    const auto it = seen.find(id);
    const Token* token = document.find_token(id);
    const std::string words = it != seen.end() ? (lang == Lang::vi ? it->second.shown : it->second.shown_en) : token ? (lang == Lang::vi ? token->shown : token->shown_en) : "";
    const std::string mark = "{" + id + "}";
    if (auto at = out.find(mark); at != std::string::npos) out.replace(at, mark.size(), "{" + id + ": " + words + "}");
  }
  return out;
}

Result<std::string> from_editing(std::string_view typed, const Document& document) {
  std::string out;
  while (true) {
    auto open = typed.find('{');
    out.append(typed.substr(0, open));
    if (open == std::string_view::npos) return out;
    auto close = typed.find('}', open);
    auto word_end = typed.find_first_of(":}", open);
    if (close == std::string_view::npos)
      return refuse(Code::invalid, Message("Còn một dấu { chưa đóng. Con số sống viết là {t1: 57 đoàn}.",
                                           "A { is not closed. A living figure is written {t1: 57 đoàn}."), "text");
    const std::string id(typed.substr(open + 1, word_end - open - 1));
    if (!document.find_token(id))
      return refuse(Code::invalid, Message("Văn bản không có con số “" + id + "”. Chỉ dùng lại các con số có sẵn của đoạn.",
                                           "The paper has no figure “" + id + "”. Only figures it already has can be used."), "text");
    out += "{" + id + "}";
    typed.remove_prefix(close + 1);
  }
}

const Token* Document::find_token(std::string_view id) const {
  for (const Token& t : tokens)
    if (t.id == id) return &t;
  return nullptr;
}
Token* Document::find_token(std::string_view id) { return const_cast<Token*>(std::as_const(*this).find_token(id)); }

const Section* Document::section_of(std::string_view block_id) const {
  for (const Section& s : sections)
    for (const Block& b : s.blocks)
      if (b.id == block_id) return &s;
  return nullptr;
}

Block* Document::find_block(std::string_view id) {
  for (Section& s : sections)
    for (Block& b : s.blocks)
      if (b.id == id) return &b;
  return nullptr;
}

std::string Document::add(Token token) {
  std::int64_t last = 0;
  for (const Token& t : tokens) last = std::max(last, parse_int(std::string_view(t.id).substr(1)).value_or(0));
  token.id = "t" + std::to_string(last + 1);
  tokens.push_back(std::move(token));
  return "{" + tokens.back().id + "}";
}

}  // namespace nc::doc
