// Charts in a report: groups of a figure as bars or a line, each point a figure of its own.
#pragma once
#include "app/reports/report.h"

namespace nc::app {

/// "Delegations by country": what can be drawn. `dimension` is one of the indicator's, or "year" for the same stretch of
/// the years before (of a term: its years).
struct ChartChoice { const char *key, *indicator, *dimension, *section; Text title; };
const std::vector<ChartChoice>& chart_choices();

/// What a writer asks for. Empty captions take the title of the choice.
struct ChartWish { std::string choice, section, caption, caption_en; bool lines = false; };
/// Puts the chart at the end of the section (the last one before the closing when there is none) and returns its block.
/// Refused: an unknown choice, fewer than two points with a number.
Result<std::string> add_chart(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, Loaded& loaded, const ChartWish& wish);

/// GET, POST /reports/{id}/charts
void add_chart_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
