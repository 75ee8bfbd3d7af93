// Each figure of a report in two periods: what changed, and which records moved it.
#pragma once
#include "app/reports/report.h"

namespace nc::app {

struct FigureCompared {
  std::string token;                 ///< of the report
  const fig::Indicator* indicator = nullptr;
  fig::Ask before_ask, now_ask;
  std::string before, now;           ///< as printed
  std::optional<double> before_value, now_value;
  std::int64_t before_rows = 0, now_rows = 0;
  bool at_day = false;
  doc::RowsMoved moved;              ///< left: only before; added: only now
  bool listed = true;                ///< false: too many rows to be told apart
};

struct Comparison {
  Period before, now;
  Message why_not;                   ///< why the two are not of the same area; empty when they are
  std::vector<FigureCompared> figures;
};

/// Figures of the report's own period against those of `other`. A sealed report keeps its sealed numbers and rows.
Comparison compare_with(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const Period& other);

/// The page of what moved since the seal with a form of corrections as it was typed, and what is to be mended in it.
web::Response corrections_to_mend(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const Shell& shell, const Loaded& loaded, std::int64_t id, const web::Fields& typed, const Problems& problems);

/// GET and POST /reports/{id}/difference
void add_difference_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
