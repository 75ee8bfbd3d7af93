// The papers of the sample office: drafts, and two that are finished and sealed.
#include <stdexcept>

#include "app/figures.h"
#include "app/reports/report.h"

namespace nc::app {

namespace {

struct Paper { const char *kind, *org, *period; bool sealed; };
constexpr Paper k_papers[] = {{"half_year", "ct", "2022-H1", true}, {"eight_month", "ct", "2022-8M", false}, {"annual", "ct", "2025", false}, {"term", "hp", "2018..2023", false}, {"annual", "hp", "2023", true}};

template <class T>
T taken(tl::expected<T, Problems> result, const Paper& paper) {
  if (!result) throw std::logic_error(std::string("sample report ") + paper.kind + ": " + result.error().front().message.en);
  return std::move(*result);
}

/// What a writer would do before signing: paragraphs that wait for a person's words are taken out.
void finish(doc::Document& d) {
  for (auto& section : d.sections)
    std::erase_if(section.blocks, [&](const doc::Block& b) {
      const bool waits = b.text.find("[chưa có số liệu") != std::string::npos || b.id == "evaluation.causes.title";
      if (waits) d.removed.push_back(b.id);
      return waits;
    });
  doc::renumber(d);
}

void seal_sample(db::Tx& tx, const fig::Engine& engine, std::int64_t id, const Paper& paper) {
  auto loaded = load_report(tx, Actor::system(), id);
  if (!loaded) throw std::logic_error(loaded.error().message.en);
  finish(loaded->document);
  const std::int64_t version = loaded->report.version;
  const auto saved = taken(save_report(tx, Actor::system(), *loaded, version, {}, {}), paper);
  loaded = load_report(tx, Actor::system(), id);
  taken(seal_report(tx, Actor::system(), engine, std::move(*loaded), saved.version, {.sample_office = true}), paper);
}

}  // namespace

void load_sample_reports(db::Database& database) {
  fig::Engine engine;
  add_figures(engine);
  database.write([&](db::Tx& tx) {
    for (const Paper& paper : k_papers) {
      const auto period = parse_period(paper.period);
      const auto saved = taken(create_report(tx, Actor::system(), engine, paper.kind, paper.org, *period), paper);
      if (paper.sealed) seal_sample(tx, engine, saved.id, paper);
    }
    return true;
  });
}

}  // namespace nc::app
