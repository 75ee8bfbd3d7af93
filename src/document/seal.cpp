// The seal: values, rows and rule versions frozen; and what has moved since.
#include <algorithm>
#include <set>

#include "base/clock.h"
#include "document/document.h"

namespace nc::doc {

namespace {

/// Rows of a figure that the seal keeps by name; their whole number is kept beside them.
constexpr int k_rows_kept = 20'000;

std::vector<FrozenRow> rows_of(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const fig::Ask& ask) {
  std::vector<FrozenRow> frozen;
  if (auto rows = engine.rows(db, actor, ask, k_rows_kept))
    for (const fig::Row& r : *rows) frozen.push_back({r.register_name, r.id, r.code, r.title, r.date, r.amount, r.unit, r.illustrative});
  return frozen;
}

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

std::vector<FrozenRow> missing_from(const std::vector<FrozenRow>& rows, const std::vector<FrozenRow>& there) {
  std::set<std::pair<std::string_view, std::int64_t>> known;
  for (const auto& t : there) known.emplace(t.register_name, t.id);
  std::vector<FrozenRow> out;
  for (const auto& r : rows)
    if (!known.contains({r.register_name, r.id})) out.push_back(r);
  return out;
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
    FrozenToken frozen{*token, one.figure.unit, one.figure.value, one.figure.qualifier, one.shown, indicator ? indicator->version : 0, one.figure.row_count, {}};
    if (token->style != Style::day) frozen.rows = rows_of(db, actor, engine, token->ask);
    s.tokens.push_back(std::move(frozen));
  }
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  s.by = actor.name;
  s.at = instant_iso(now());
  return s;
}

std::map<std::string, std::string> shown_of(const Seal& seal) {
  std::map<std::string, std::string> shown;
  for (const FrozenToken& t : seal.tokens) shown[t.token.id] = t.shown;
  return shown;
}

std::vector<Moved> moved_since(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Seal& seal) {
  Document as_sealed = seal.document;
  const Look now_seen = look(db, actor, engine, as_sealed);
  std::vector<Moved> moved;
  for (const FrozenToken& t : seal.tokens) {
    const auto it = now_seen.find(t.token.id);
    if (it == now_seen.end() || t.token.style == Style::day) continue;
    const auto rows = rows_of(db, actor, engine, t.token.ask);
    Moved m{t.token.id, t.shown, it->second.shown, missing_from(rows, t.rows), missing_from(t.rows, rows)};
    if (it->second.figure.value != t.value || !m.added.empty() || !m.removed.empty()) moved.push_back(std::move(m));
  }
  return moved;
}

}  // namespace nc::doc
