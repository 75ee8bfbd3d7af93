// An office's own Word templates: uploaded, checked, used for the Word file of reports.
#pragma once
#include "app/reports/files.h"
#include "app/reports/report.h"
#include "file/docx_template.h"

namespace nc::app {

struct TemplateName { std::int64_t id = 0; std::string title; };
/// Templates that an organisation has for a kind of report (or for all kinds).
std::vector<TemplateName> templates_for(db::ReadDb& db, const Actor& actor, std::int64_t org, const std::string& kind);

/// Names that may stand in a template, with what they become.
struct PlaceName { std::string name; paper::Place kind; Message what; };
std::vector<PlaceName> place_names(const fig::Engine& engine);
paper::Place place_kind(const fig::Engine& engine, std::string_view name);

/// The Word file of a report in the office's template. Figures named «figure:I17» are the report's own; of a sealed report only sealed ones.
Result<std::string> report_in_template(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const Printing& how, std::int64_t template_id);

/// GET /report-templates/new, POST /report-templates, GET /report-templates/{id}, GET /report-templates/{id}/file.docx
void add_template_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
