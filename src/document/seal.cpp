// The seal: values, rows and rule versions frozen.
#include <algorithm>

#include "base/clock.h"
#include "document/document.h"

namespace nc::doc {

namespace {

/// Texts that must never reach a signed paper.
bool has_blank(std::string_view text) {
  for (std::string_view mark : {"[chưa có số liệu", "[minh họa", "[điền"})
    if (text.find(mark) != std::string_view::npos) return true;
  return false;
}

void check_blanks(const Document& d, Problems& problems) {
  for (const Section& s : d.sections)
    for (const Block& b : s.blocks) {
      bool blank = has_blank(b.text);
      for (const auto& row : b.rows)
        for (const auto& cell : row) blank |= has_blank(cell);
      if (blank)
        problems.push_back({Code::invalid, Message("Mục “" + s.title + "” còn chỗ chưa có số liệu. Điền vào, hoặc bỏ câu đó.",
                                                   "Section “" + s.title + "” still has a blank. Fill it in or drop the sentence."), b.id});
    }
}

/// Tokens that stand in some text; others are left over from edits and are not frozen.
std::vector<std::string> used_tokens(const Document& d) {
  std::vector<std::string> used;
  auto take = [&](std::string_view text) {
    for (auto& id : marks_in(text))
      if (std::find(used.begin(), used.end(), id) == used.end()) used.push_back(id);
  };
  for (const Section& s : d.sections)
    for (const Block& b : s.blocks) {
      take(b.text);
      for (const auto& row : b.rows)
        for (const auto& cell : row) take(cell);
    }
  return used;
}

}  // namespace

tl::expected<Seal, Problems> seal(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document, bool sample_office) {
  Problems problems;
  check_blanks(document, problems);
  const Look seen = look(db, actor, engine, document);
  Seal s;
  s.document = document;
  for (const auto& id : used_tokens(document)) {
    const auto it = seen.find(id);
    const Token* token = document.find_token(id);
    if (it == seen.end() || !token) continue;
    const Seen& one = it->second;
    if (one.missing)
      problems.push_back({Code::invalid, Message("Con số " + token->ask.code + " chưa có số liệu. Ghi bản ghi còn thiếu, hoặc bỏ câu có con số này.",
                                                 "Figure " + token->ask.code + " has nothing to count. Enter the records, or drop the sentence."), id});
    if (one.stale)
      problems.push_back({Code::invalid, Message("Con số " + token->shown + " nay là " + one.shown + ". Bấm Cập nhật số rồi đọc lại.",
                                                 "The figure " + token->shown + " is now " + one.shown + ". Refresh the figures and read again."), id});
    if (one.figure.illustrative_count > 0) {
      s.sample = true;
      if (!sample_office)
        problems.push_back({Code::invalid, Message("Con số " + one.shown + " dựa trên dòng minh họa, không thể ký.",
                                                   "The figure " + one.shown + " rests on illustrative rows and can't be signed."), id});
    }
    const fig::Indicator* indicator = engine.find(token->ask.code);
    FrozenToken frozen{*token, one.figure.unit, one.figure.value, one.figure.qualifier, one.shown, one.shown_en, indicator ? indicator->version : 0, one.figure.row_count, {}};
    if (token->style != Style::day) frozen.rows = rows_of(db, actor, engine, token->ask);
    s.tokens.push_back(std::move(frozen));
  }
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  bring_up_to_date(s.document, seen);  // words are the same, or it were stale; the values behind them stand with them
  s.by = actor.name;
  s.at = instant_iso(now());
  return s;
}

std::map<std::string, std::string> shown_of(const Seal& seal, Lang lang) {
  std::map<std::string, std::string> shown;
  // Seals that are older than the English papers have the Vietnamese words only.
  for (const FrozenToken& t : seal.tokens) shown[t.token.id] = lang == Lang::vi || t.shown_en.empty() ? t.shown : t.shown_en;
  return shown;
}

}  // namespace nc::doc
