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

std::string in_words(std::int64_t n) {
  static const char* k_words[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  return n >= 0 && n <= 9 ? k_words[n] : format_int(n, Lang::vi);
}

std::string with_noun(const fig::Figure& f, const std::string& noun, bool pad) {
  if (fig::is_currency(f.unit) || noun.empty()) return fig::in_prose(f, Lang::vi, pad);
  return count_in_prose(std::llround(*f.value), f.qualifier, Lang::vi, pad) + k_nbsp + noun;
}

std::string bare_number(const fig::Figure& f) {
  if (fig::is_currency(f.unit) || f.unit == "ratio" || std::abs(*f.value - std::round(*f.value)) > 1e-9) {
    if (fig::is_currency(f.unit)) return fig::in_prose(f, Lang::vi, false);
    return f.unit == "ratio" ? fig::in_prose(f, Lang::vi, false) : format_decimal(*f.value, 1, Lang::vi);
  }
  return count_in_prose(std::llround(*f.value), f.qualifier, Lang::vi, false);
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
std::string bare_money(const fig::Figure& f, double unit) {
  const double n = *f.value / unit;
  const auto word = prose_word(f.qualifier, Lang::vi, true);
  const bool small = std::abs(n) < 10 && std::abs(n - std::round(n)) > 0.005;
  const std::string number = small ? format_decimal(n, 1, Lang::vi) : format_int(std::llround(n), Lang::vi);
  return word.empty() ? number : std::string(word) + k_nbsp + number;
}

std::string print_change(const fig::Engine::Compared* c) {
  if (!c || !c->change) return c && !c->why_not.empty() ? c->why_not.vi : "chưa có số liệu";
  if (*c->change == 0) return "bằng cùng kỳ";
  const std::string word = *c->change > 0 ? "tăng " : "giảm ";
  const double before = c->before && c->before->value ? *c->before->value : 0;
  // Under twenty a percentage misleads: the difference itself is said.
  if (before < 20 || !c->percent) return word + format_int(std::llabs(std::llround(*c->change)), Lang::vi);
  return word + format_decimal(std::abs(*c->percent), 1, Lang::vi) + "%";
}

}  // namespace

std::string print(const Token& token, const fig::Figure& figure, const fig::Engine::Compared* compared) {
  if (token.style == Style::day) {
    const int years = figure.period.to.year() - token.base.year();
    return std::to_string(years) + k_nbsp + (token.noun.empty() ? "năm" : token.noun);
  }
  if (token.style == Style::change) return print_change(compared);
  fig::Figure f = the_part(figure, token.part);
  if (!f.value || f.qualifier == Qualifier::unknown || (f.row_count == 0 && f.unit != "ratio")) return k_missing;
  if (token.claim != 0 && put_named_claim(figure, token.claim, f)) {
    // said as declared
  } else if (f.illustrative_count > 0)
    if (const auto* claim = claim_to_print(figure, token.part)) {
      f.value = claim->value;
      f.qualifier = claim->qualifier;
    }
  say_roundly(token.round, f);
  switch (token.style) {
    case Style::prose: return with_noun(f, token.noun, true);
    case Style::number: return bare_number(f);
    case Style::words: return in_words(std::llround(*f.value)) + (token.noun.empty() ? "" : k_nbsp + token.noun);
    case Style::million: return bare_money(f, 1e6);
    case Style::amount: return bare_money(f, 1);
    case Style::percent: return format_decimal(*f.value, 1, Lang::vi) + "%";
    case Style::change:
    case Style::day: break;
  }
  return k_missing;
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

std::string for_editing(std::string_view text, const Document& document, const Look& seen) {
  std::string out(text);
  for (const auto& id : marks_in(text)) {
    const auto it = seen.find(id);
    const Token* token = document.find_token(id);
    const std::string words = it != seen.end() ? it->second.shown : token ? token->shown : "";
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
