// Values as people type and read them: forms, spreadsheets, lists.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

using detail::get;
using detail::put;

constexpr Text k_unknown{"chưa rõ", "not known"};

bool says_unknown(std::string_view typed) {
  const std::string words = fold(typed);
  return typed == "?" || words == "chua ro" || words == "khong ro" || words == "unknown" || words == "not known";
}

/// "57 (chưa rõ)": a number that stands, with its certainty unknown. Cuts the mark off.
bool take_unknown_mark(std::string& typed) {
  for (const std::string_view mark : {"(chưa rõ)", "(not known)"}) {
    if (!typed.ends_with(mark)) continue;
    typed = mended(std::string_view(typed).substr(0, typed.size() - mark.size()));
    return true;
  }
  return false;
}

std::optional<Message> labelled(const Field& f, const Message& m) {
  return Message{f.label.vi + ": " + m.vi, f.label.en + ": " + m.en};
}

std::optional<Message> set_number(const Field& f, std::string typed, Cells& cells) {
  if (says_unknown(typed)) {
    if (f.kind == Kind::count) put(cells, f.first, Count{std::nullopt, Qualifier::unknown});
    else put(cells, f.first, MoneyValue{std::nullopt, Qualifier::unknown});
    return std::nullopt;
  }
  const bool unsure = take_unknown_mark(typed);
  if (f.kind == Kind::count) {
    const auto quantity = parse_quantity(typed);
    if (!quantity) return labelled(f, quantity.error().message);
    put(cells, f.first, Count{quantity->value, unsure ? Qualifier::unknown : quantity->qualifier});
  } else {
    const auto amount = parse_amount(typed);
    if (!amount) return labelled(f, amount.error().message);
    put(cells, f.first, MoneyValue{amount->money, unsure ? Qualifier::unknown : amount->qualifier});
  }
  return std::nullopt;
}

std::optional<Message> set_integer(const Field& f, std::string typed, Cells& cells) {
  auto& cell = cells.at(static_cast<std::size_t>(f.first));
  // What stands behind the box may be typed too: "30%", "30 %".
  if (f.opt.unit && typed.ends_with(f.opt.unit->vi)) typed.resize(typed.find_last_not_of(' ', typed.size() - f.opt.unit->vi.size() - 1) + 1);
  if (const auto n = parse_int(typed)) return cell = *n, std::nullopt;
  const auto quantity = parse_quantity(typed);
  if (!quantity) return labelled(f, quantity.error().message);
  if (quantity->qualifier != Qualifier::exact)
    return labelled(f, Text("ô này chỉ nhận con số đúng, không kèm “gần”, “hơn”.",
                            "only an exact number is taken here, without “gần” or “hơn”."));
  cell = quantity->value;
  return std::nullopt;
}

std::optional<Message> set_boolean(const Field& f, std::string_view typed, Cells& cells) {
  const std::string word = fold(typed);
  const auto any = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (any({"co", "yes", "y", "true", "1", "x", "dung", "on"})) put(cells, f.first, true);
  else if (any({"", "khong", "no", "n", "false", "0", "sai", "off"})) put(cells, f.first, false);
  else
    return labelled(f, {"“" + std::string(typed) + "” không rõ là có hay không. Ghi có hoặc không.",
                        "“" + std::string(typed) + "” is neither yes nor no. Write yes or no."});
  return std::nullopt;
}

std::optional<Message> set_decimal(const Field& f, const std::string& typed, Cells& cells) {
  const auto decimal = parse_decimal(typed);
  if (!decimal)
    return labelled(f, {"“" + typed + "” không phải số. Viết như 24.515,5.", "“" + typed + "” is no number. Write 24515.5."});
  put(cells, f.first, *decimal);
  return std::nullopt;
}

std::optional<Message> not_listed(const Field& f, std::string_view typed) {
  std::string vi, en;
  for (std::size_t i = 0; i < f.opt.options->all().size() && i < 8; ++i) {
    const Option& o = f.opt.options->all()[i];
    vi += (i ? ", " : "") + o.label.vi;
    en += (i ? ", " : "") + o.label.en;
  }
  const std::string more = f.opt.options->all().size() > 8 ? " …" : "";
  return labelled(f, {fmt::format("“{}” không có trong danh mục. Các giá trị: {}{}.", typed, vi, more),
                      fmt::format("“{}” is not in the list. It has: {}{}.", typed, en, more)});
}

std::vector<std::string> split_list(std::string_view typed) {
  std::vector<std::string> out;
  std::string piece;
  const auto flush = [&] {
    if (std::string kept = mended(piece); !kept.empty()) out.push_back(std::move(kept));
    piece.clear();
  };
  for (const char c : typed) {
    if (c == ';' || c == '|' || c == '\n') flush();
    else piece += c;
  }
  flush();
  return out;
}

std::optional<Message> set_choices(const Field& f, const std::vector<std::string>& typed, Cells& cells) {
  Codes codes;
  for (const std::string& one : typed) {
    if (mended(one).empty()) continue;
    const std::string code = f.opt.options->code_of(mended(one));
    if (!code.empty()) {
      codes.push_back(code);
      continue;
    }
    // "Hàn Quốc, Lào" in one cell; commas may also belong to a label, so they part only what is no label.
    for (std::size_t from = 0; from <= one.size();) {
      const std::size_t to = std::min(one.find(',', from), one.size());
      const std::string part = mended(std::string_view(one).substr(from, to - from));
      const std::string found = f.opt.options->code_of(part);
      if (found.empty() && !part.empty()) return not_listed(f, part);
      if (!found.empty()) codes.push_back(found);
      from = to + 1;
    }
  }
  put(cells, f.first, codes);
  return std::nullopt;
}

/// Finds the record that was meant: #12, a code, an exact title in either language.
class LinkFinder {
 public:
  LinkFinder(db::ReadDb& db, const Actor& actor, const Description& target) : db_(db), actor_(actor), d_(target) {}

  /// The id, or the message.
  tl::expected<std::int64_t, Message> find(const std::string& typed) {
    if (typed.starts_with("#")) return by_number(typed);
    std::string_view code = typed;
    for (const std::string_view prefix : {"code:", "mã:"})
      if (code.starts_with(prefix)) code.remove_prefix(prefix.size());
    std::vector<Candidate> found = candidates("t.code = $1", {std::string(code)});
    if (code.size() == typed.size()) {
      if (const auto id = parse_int(typed)) join(found, candidates("t.id = $1", {*id}));
      if (found.empty()) found = by_title(typed);
    }
    if (found.empty()) return tl::make_unexpected(none(typed));
    if (found.size() > 1) return tl::make_unexpected(several(typed, found));
    return found.front().id;
  }

 private:
  struct Candidate {
    std::int64_t id;
    std::string code, title, title_en;
  };

  tl::expected<std::int64_t, Message> by_number(const std::string& typed) {
    const auto id = parse_int(std::string_view(typed).substr(1));
    if (!id || candidates("t.id = $1", {*id}).empty()) return tl::make_unexpected(none(typed));
    return *id;
  }

  static void join(std::vector<Candidate>& all, std::vector<Candidate> more) {
    for (Candidate& c : more)
      if (std::none_of(all.begin(), all.end(), [&](const Candidate& a) { return a.id == c.id; })) all.push_back(std::move(c));
  }

  std::vector<Candidate> by_title(const std::string& typed) {
    const Field* title = d_.find(d_.title_field);
    std::vector<Candidate> found;
    if (title && title->kind == Kind::text && detail::has_key(d_, *title))
      found = exact(candidates("t." + detail::sort_column(d_, *title) + " = $1", {collation_key(typed)}), typed);
    if (!found.empty()) return found;
    const auto words = detail::words_condition(d_, db_.engine(), "t", typed);
    return words ? exact(candidates(words->sql, words->params), typed) : found;
  }

  static std::vector<Candidate> exact(std::vector<Candidate> all, const std::string& typed) {
    const std::string name = fold(typed);
    std::erase_if(all, [&](const Candidate& c) { return fold(c.title) != name && fold(c.title_en) != name; });
    return all;
  }

  std::vector<Candidate> candidates(const std::string& condition, const db::Params& params) {
    detail::Piece q;
    q.sql = "SELECT t.id, t.code, t." + d_.find(d_.title_field)->column_names().front() + ", " +
            (d_.title_en_field.empty() ? std::string("''") : "t." + d_.title_en_field) + " FROM " + d_.name +
            " t WHERE t.deleted = 0 AND ";
    q.add({condition, params});
    q.sql += " AND ";
    q.add(d_.scope(actor_, "t"));
    q.sql += " ORDER BY t.id LIMIT 1000";
    std::vector<Candidate> out;
    db_.each(db::Sql::built(q.sql), q.params, [&](const db::Row& row) {
      out.push_back({row.integer(0), std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3))});
      return true;
    });
    return out;
  }

  Message none(const std::string& typed) const {
    return {fmt::format("không thấy {} “{}”. Ghi mã, tên đầy đủ, hoặc thêm vào sổ {} trước.", d_.singular.vi, typed, d_.plural.vi),
            fmt::format("no {} “{}” was found. Write its code or full name, or add it to {} first.", d_.singular.en, typed,
                        d_.plural.en)};
  }

  static Message several(const std::string& typed, const std::vector<Candidate>& found) {
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < 5; ++i)
      list += fmt::format("{}#{} {} ({})", i ? "; " : "", found[i].id, found[i].title, found[i].code);
    if (found.size() > 5) list += " …";
    return {fmt::format("“{}” có thể là: {}. Ghi rõ số hiệu, ví dụ #{}.", typed, list, found[0].id),
            fmt::format("“{}” may be: {}. Write the number, for example #{}.", typed, list, found[0].id)};
  }

  db::ReadDb& db_;
  const Actor& actor_;
  const Description& d_;
};

std::optional<Message> set_links(db::ReadDb& db, const Catalog& catalog, const Actor& actor, const Field& f,
                                 const std::vector<std::string>& typed, Cells& cells) {
  const Description* target = catalog.find(f.opt.link);
  Refs ids;
  for (const std::string& one : typed) {
    const std::string kept = mended(one);
    if (kept.empty()) continue;
    if (!target) return labelled(f, {"chưa có sổ để chọn.", "there is no register to choose from."});
    const auto id = LinkFinder(db, actor, *target).find(kept);
    if (!id) return labelled(f, id.error());
    ids.push_back(*id);
  }
  if (f.kind == Kind::links) put(cells, f.first, ids);
  else put(cells, f.first, Ref{ids.empty() ? 0 : ids.front()});
  return std::nullopt;
}

std::string link_words(const Field& f, std::int64_t id, const LinkTitles& titles) {
  const auto title = titles.find({f.opt.link, id});
  return title == titles.end() ? "#" + std::to_string(id) : title->second;
}

std::string join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& p : parts) out += (out.empty() ? "" : "; ") + p;
  return out;
}

std::string with_word(Qualifier q, std::string number, Lang lang, bool money) {
  const std::string_view word = prose_word(q, lang, money);
  if (!word.empty()) return std::string(word) + " " + number;
  if (q == Qualifier::unknown) return number + " (" + std::string(k_unknown.in(lang)) + ")";
  return number;
}

/// 1234567,50 without grouping: what parse_amount reads back exactly.
std::string plain_amount(const Money& m) {
  const int digits = m.currency.minor_digits();
  std::int64_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  std::string out = std::to_string(m.minor / scale);
  if (m.minor % scale != 0) out += fmt::format(",{:0{}}", m.minor % scale, digits);
  return out + " " + std::string(m.currency.code());
}

std::string show_number(const Field& f, const Cells& cells, Lang lang, bool plainly) {
  if (f.kind == Kind::count) {
    Count c;
    get(cells, f.first, c);
    if (!c.value) return c.qualifier == Qualifier::unknown ? std::string(k_unknown.in(lang)) : std::string();
    return with_word(c.qualifier, plainly ? std::to_string(*c.value) : format_int(*c.value, lang), lang, false);
  }
  MoneyValue m;
  get(cells, f.first, m);
  if (!m.value) return m.qualifier == Qualifier::unknown ? std::string(k_unknown.in(lang)) : std::string();
  return with_word(m.qualifier, plainly ? plain_amount(*m.value) : format_money_exact(*m.value, lang), lang, true);
}

}  // namespace

std::optional<Message> set_text(db::ReadDb& db, const Catalog& catalog, const Actor& actor, const Field& f,
                                std::string_view typed, Cells& cells) {
  if (!is_utf8(typed))
    return labelled(f, Text("chữ bị hỏng bảng mã, hãy gõ lại.", "the characters are broken; type it again."));
  std::string kept = mended(typed);
  if (f.kind == Kind::boolean) return set_boolean(f, kept, cells);
  if (kept.empty()) {
    for (int i = 0; i < f.width(); ++i) cells.at(static_cast<std::size_t>(f.first + i)) = std::monostate{};
    return std::nullopt;
  }
  switch (f.kind) {
    case Kind::text: std::replace(kept.begin(), kept.end(), '\n', ' '); [[fallthrough]];
    case Kind::long_text:
    case Kind::url: put(cells, f.first, kept); return std::nullopt;
    case Kind::integer: return set_integer(f, kept, cells);
    case Kind::count:
    case Kind::money: return set_number(f, kept, cells);
    case Kind::boolean: return std::nullopt;  // above
    case Kind::decimal: return set_decimal(f, kept, cells);
    case Kind::date: {
      const auto date = parse_date(kept);
      if (!date) return labelled(f, date.error().message);
      put(cells, f.first, *date);
      return std::nullopt;
    }
    case Kind::choice: {
      const std::string code = f.opt.options->code_of(kept);
      if (code.empty()) return not_listed(f, kept);
      put(cells, f.first, code);
      return std::nullopt;
    }
    case Kind::choices: return set_choices(f, split_list(kept), cells);
    case Kind::link: return set_links(db, catalog, actor, f, {kept}, cells);
    case Kind::links: return set_links(db, catalog, actor, f, split_list(kept), cells);
  }
  return std::nullopt;
}

std::optional<Message> set_texts(db::ReadDb& db, const Catalog& catalog, const Actor& actor, const Field& f,
                                 const std::vector<std::string>& typed, Cells& cells) {
  for (const std::string& one : typed)
    if (!is_utf8(one))
      return labelled(f, Text("chữ bị hỏng bảng mã, hãy gõ lại.", "the characters are broken; type it again."));
  if (f.kind == Kind::choices) return set_choices(f, typed, cells);
  if (f.kind == Kind::links) return set_links(db, catalog, actor, f, typed, cells);
  return set_text(db, catalog, actor, f, typed.empty() ? std::string() : typed.front(), cells);
}

std::string show(const Field& f, const Cells& cells, Lang lang, const LinkTitles& titles) {
  const db::Value& cell = cells.at(static_cast<std::size_t>(f.first));
  std::vector<std::string> parts;
  switch (f.kind) {
    case Kind::text:
    case Kind::long_text:
    case Kind::url: return db::as_text(cell);
    case Kind::integer: return db::is_null(cell) ? "" : std::to_string(db::as_int(cell));
    case Kind::count:
    case Kind::money: return show_number(f, cells, lang, false);
    case Kind::boolean: return std::string((db::as_int(cell) != 0 ? Text("có", "yes") : Text("không", "no")).in(lang));
    case Kind::date: {
      const auto date = Date::from_iso(db::as_text(cell));
      return date ? format_date(*date, lang) : "";
    }
    case Kind::decimal: {
      std::string text = db::as_text(cell);
      if (lang == Lang::vi) std::replace(text.begin(), text.end(), '.', ',');
      return text;
    }
    case Kind::choice: return f.opt.options->label(db::as_text(cell), lang);
    case Kind::choices: {
      Codes codes;
      get(cells, f.first, codes);
      for (const std::string& c : codes) parts.push_back(f.opt.options->label(c, lang));
      return join(parts);
    }
    case Kind::link: return db::as_int(cell) == 0 ? "" : link_words(f, db::as_int(cell), titles);
    case Kind::links: {
      Refs ids;
      get(cells, f.first, ids);
      for (const std::int64_t id : ids) parts.push_back(link_words(f, id, titles));
      return join(parts);
    }
  }
  return {};
}

std::string plain(const Field& f, const Cells& cells, const LinkTitles& titles) {
  switch (f.kind) {
    case Kind::count:
    case Kind::money: return show_number(f, cells, Lang::vi, true);
    case Kind::boolean: return db::as_int(cells.at(static_cast<std::size_t>(f.first))) != 0 ? "1" : "0";
    case Kind::choices: {
      Codes codes;
      get(cells, f.first, codes);
      return join(codes);
    }
    case Kind::date:
    case Kind::choice: return db::as_text(cells.at(static_cast<std::size_t>(f.first)));
    default: return show(f, cells, Lang::vi, titles);
  }
}

}  // namespace nc::reg
