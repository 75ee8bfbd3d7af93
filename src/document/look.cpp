// Looking at a paper: every token evaluated, each different question once.
#include "base/clock.h"
#include "document/document.h"

namespace nc::doc {

namespace {

struct Answer { fig::Figure figure; std::optional<fig::Engine::Compared> compared; };

class Answers {
 public:
  Answers(db::ReadDb& db, const Actor& actor, const fig::Engine& engine) : db_(db), actor_(actor), engine_(engine) {}
  const Answer* of(const Token& token) {
    const std::string key = fig::ask_url(token.ask) + (token.style == Style::change ? "#change" : "");
    if (auto it = known_.find(key); it != known_.end()) return &it->second;
    auto figure = engine_.evaluate(db_, actor_, token.ask);
    if (!figure) return nullptr;
    Answer answer{*figure, std::nullopt};
    if (token.style == Style::change) answer.compared = engine_.compare(db_, actor_, *figure);
    return &known_.emplace(key, std::move(answer)).first->second;
  }

 private:
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

Look look(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Document& document) {
  Answers answers(db, actor, engine);
  Look seen;
  for (const Token& token : document.tokens) {
    Seen one;
    if (token.style == Style::day) {
      one.figure = anniversary(token);
      one.shown = print(token, one.figure);
    } else if (const Answer* answer = answers.of(token)) {
      one.figure = answer->figure;
      one.shown = print(token, answer->figure, answer->compared ? &*answer->compared : nullptr);
      one.by_claim = answer->figure.illustrative_count > 0 && !answer->figure.claims.empty();
    } else {
      one.shown = "[chưa có số liệu]";
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
      token.value = it->second.figure.value;
      token.row_count = it->second.figure.row_count;
    }
}

std::map<std::string, std::string> shown_of(const Look& seen) {
  std::map<std::string, std::string> shown;
  for (const auto& [id, one] : seen) shown[id] = one.shown;
  return shown;
}

}  // namespace nc::doc
