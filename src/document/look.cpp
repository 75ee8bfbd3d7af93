// Looking at a paper: every token evaluated, each different question once.
#include <algorithm>

#include "base/clock.h"
#include "document/document.h"

namespace nc::doc {

namespace {

struct Answer { fig::Figure figure; std::optional<fig::Engine::Compared> compared; };

std::string code_of(const fig::Ask& ask) {
  for (const auto& [key, value] : ask.where)
    if (key == "code") return value;
  return {};
}

/// Tokens of single records (the lines of a table) that ask the same but for the record.
std::map<std::string, std::vector<const Token*>> by_table_column(const Document& document) {
  std::map<std::string, std::vector<const Token*>> columns;
  for (const Token& token : document.tokens) {
    if (token.style == Style::day || token.style == Style::change || code_of(token.ask).empty()) continue;
    fig::Ask ask = token.ask;
    std::erase_if(ask.where, [](const auto& w) { return w.first == "code"; });
    columns[fig::ask_url(ask)].push_back(&token);
  }
  return columns;
}

class Answers {
 public:
  Answers(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const std::map<std::string, fig::Figure>& known)
      : db_(db), actor_(actor), engine_(engine) {
    for (const auto& [key, figure] : known) known_.emplace(key, Answer{figure, std::nullopt});
  }
  const Answer* of(const Token& token) {
    const std::string key = fig::ask_url(token.ask) + (token.style == Style::change ? "#change" : "");
    if (auto it = known_.find(key); it != known_.end()) return &it->second;
    const auto plain = known_.find(fig::ask_url(token.ask));
    std::optional<fig::Figure> figure;
    if (plain != known_.end()) figure = plain->second.figure;
    else if (auto fresh = engine_.evaluate(db_, actor_, token.ask)) figure = std::move(*fresh);
    if (!figure) return nullptr;
    Answer answer{*figure, std::nullopt};
    if (token.style == Style::change) answer.compared = engine_.compare(db_, actor_, *figure);
    return &known_.emplace(key, std::move(answer)).first->second;
  }
  /// A table of records is read with one grouped question a column instead of one a line.
  void read_columns(const Document& document) {
    for (const auto& [key, tokens] : by_table_column(document))
      if (std::count_if(tokens.begin(), tokens.end(), [&](const Token* t) { return !known_.contains(fig::ask_url(t->ask)); }) > 2) read_column(tokens);
  }

 private:
  void read_column(const std::vector<const Token*>& tokens) {
    fig::Ask ask = tokens.front()->ask;
    std::erase_if(ask.where, [](const auto& w) { return w.first == "code"; });
    std::string codes;
    for (const Token* t : tokens) codes += (codes.empty() ? "" : "|") + code_of(t->ask);
    ask.where.emplace_back("code", codes);
    ask.by = "code";
    auto all = engine_.evaluate(db_, actor_, ask);
    if (!all) return;
    for (const Token* t : tokens) known_.emplace(fig::ask_url(t->ask), Answer{one_line(*all, t->ask), std::nullopt});
  }

  static fig::Figure one_line(const fig::Figure& all, const fig::Ask& ask) {
    fig::Figure f = all;
    f.ask = ask;
    f.groups.clear();
    f.parts.clear();
    f.value = 0;
    f.row_count = f.illustrative_count = 0;
    for (const fig::Group& g : all.groups)
      if (g.key == code_of(ask)) {
        f.value = g.value;
        f.unit = g.unit;
        f.qualifier = g.qualifier;
        f.row_count = g.rows;
        f.illustrative_count = g.illustrative;
      }
    return f;
  }

  db::ReadDb& db_;
  const Actor& actor_;
  const fig::Engine& engine_;
  std::map<std::string, Answer> known_;
};

fig::Figure anniversary(const Token& token) {
  fig::Figure f;
  f.ask = token.ask;
  const Date day = token.ask.as_of.value_or(token.ask.period ? token.ask.period->to : today());
  f.period = {day, day};
  f.unit = "year";
  f.value = day.year() - token.base.year();
  f.row_count = 1;
  return f;
}

}  // namespace

Look look(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document) { return look(db, actor, engine, document, {}); }

Look look(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document, const std::map<std::string, fig::Figure>& known) {
  Answers answers(db, actor, engine, known);
  answers.read_columns(document);
  Look seen;
  for (const Token& token : document.tokens) {
    Seen one;
    if (token.style == Style::day) {
      one.figure = anniversary(token);
      one.shown = print(token, one.figure);
      one.shown_en = print(token, one.figure, nullptr, Lang::en);
    } else if (const Answer* answer = answers.of(token)) {
      one.figure = answer->figure;
      const auto* compared = answer->compared ? &*answer->compared : nullptr;
      one.shown = print(token, answer->figure, compared);
      one.shown_en = print(token, answer->figure, compared, Lang::en);
      one.by_claim = answer->figure.illustrative_count > 0 && !answer->figure.claims.empty();
    } else {
      one.shown = "[chưa có số liệu]";
      one.shown_en = "[no figures yet]";
    }
    one.missing = one.shown.starts_with("[");
    one.stale = !token.shown.empty() && token.shown != one.shown;
    seen.emplace(token.id, std::move(one));
  }
  return seen;
}

void bring_up_to_date(Document& document, const Look& seen) {
  for (Token& token : document.tokens)
    if (auto it = seen.find(token.id); it != seen.end()) {
      token.shown = it->second.shown;
      token.shown_en = it->second.shown_en;
      token.value = it->second.figure.value;
      token.row_count = it->second.figure.row_count;
    }
}

std::map<std::string, std::string> shown_of(const Look& seen, Lang lang) {
  std::map<std::string, std::string> shown;
  for (const auto& [id, one] : seen) shown[id] = lang == Lang::vi ? one.shown : one.shown_en;
  return shown;
}

std::map<std::string, std::string> shown_last(const Document& document, Lang lang) {
  std::map<std::string, std::string> shown;
  for (const Token& t : document.tokens) shown[t.id] = lang == Lang::vi ? t.shown : t.shown_en;
  return shown;
}

}  // namespace nc::doc
