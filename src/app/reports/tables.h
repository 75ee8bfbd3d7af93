// The standard tables B1 to B11 as parts of a report: each cell a figure of its own.
#pragma once
#include <vector>

#include "app/reports/drafter.h"
#include "app/reports/report.h"

namespace nc::app {

struct StandardTable { std::string code; Text title; };
const std::vector<StandardTable>& standard_tables();

/// Writes the table into the drafter's present section; false (and nothing written) when the registers have nothing for it.
bool write_standard_table(Drafter& d, std::string_view code);
/// Adds tables to a draft, in its section "tables" behind the text; those already there are written anew. Returns how many have something to say.
Result<int> add_standard_tables(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, Loaded& loaded, const std::vector<std::string>& codes);

/// GET and POST /reports/{id}/tables
void add_table_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
