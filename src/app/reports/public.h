// Reports: drafted from the registers, finished by people, sealed; their pages, files and sample.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& reports();
/// States of a report and who moves it on: the composer draws the buttons.
const flow::Flow& report_flow();

/// Composer, seal, differences and files of reports (GET /reports/new, /reports/{id} ...). The list, the history and the
/// removal are the register's own.
void add_report_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

/// The papers of the sample office: half a year, eight months and a year of one Union, the term of another. The first one
/// is finished and sealed. For the end of the sample, once all registers are filled.
void load_sample_reports(db::Database& database);

}  // namespace nc::app
