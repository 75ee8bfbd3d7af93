// nhipcau figure: one figure as JSON, or in words.
#include <cstdio>

#include "app/commands/commands.h"
#include "app/program.h"

namespace nc::app {

int refused(const Problem& problem) {
  std::fprintf(stderr, "%s\n%s\n", problem.message.vi.c_str(), problem.message.en.c_str());
  return 1;
}

namespace {

Result<fig::Ask> ask_of(const FigureOptions& o) {
  std::vector<std::pair<std::string, std::string>> query{{"org", o.org}, {"period", o.period}, {"from", o.from}, {"to", o.to},
                                                         {"as_of", o.as_of}, {"scope", o.scope}, {"units", o.units}, {"by", o.by}};
  for (const auto& pair : o.where) {
    auto equals = pair.find('=');
    if (equals == std::string::npos)
      return refuse(Code::invalid, Message("--where cần dạng khóa=giá trị, nhận được “" + pair + "”.", "--where takes key=value, got “" + pair + "”."));
    query.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return fig::parse_ask(query, o.code);
}

void print_words(const fig::Figure& f, const fig::Indicator& i) {
  std::printf("%s  %s, %s: %s\n", f.ask.code.c_str(), i.name.vi.c_str(), f.org_name_vi.c_str(), fig::in_prose(f, Lang::vi).c_str());
  for (const auto& g : f.groups) std::printf("  %-40s %s\n", g.label.vi.c_str(), g.value ? format_decimal(*g.value, 0, Lang::vi).c_str() : "–");
  for (const auto& c : f.claims)
    std::printf("  công bố: %s (%s) “%s” – %s\n", c.value ? format_decimal(*c.value, 0, Lang::vi).c_str() : "chưa rõ", c.match.c_str(), c.quote.c_str(), c.source_title.c_str());
}

}  // namespace

int run_figure(const Common& common, const FigureOptions& o) {
  auto ask = ask_of(o);
  if (!ask) return refused(ask.error());
  auto program = Program::open(database_url(common.database), {.readers = 1, .busy_ms = 15000, .create = false, .read_only = false});
  if (!program) return refused(program.error());
  int exit = 0;
  (*program)->database().read([&](db::ReadDb& db) {
    const Actor actor = Actor::system();
    auto figure = (*program)->engine().evaluate(db, actor, *ask);
    if (!figure) {
      exit = refused(figure.error());
      return;
    }
    std::vector<fig::Row> rows;
    if (o.rows)
      if (auto r = (*program)->engine().rows(db, actor, *ask, 1'000'000)) rows = std::move(*r);
    if (common.json) std::printf("%s\n", fig::to_json(*figure, rows).c_str());
    else print_words(*figure, *(*program)->engine().find(ask->code));
  });
  return exit;
}

}  // namespace nc::app
