// Reports: drafted from the registers, finished by people, sealed; their pages, files and sample.
#pragma once
#include "document/document.h"
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"
#include "register/store.h"

namespace nc::app {

const reg::Description& reports();
/// Word templates of an office for its reports.
const reg::Description& report_templates();
/// States of a report and who moves it on: the composer draws the buttons.
const flow::Flow& report_flow();

/// Composer, seal, differences and files of reports (GET /reports/new, /reports/{id} ...). The list, the history and the
/// removal are the register's own.
/// What people outside remarked on drafts.
const reg::Description& report_remarks();
void add_report_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

/// Words that another module adds to a draft, at the end of that section. `{0}`, `{1}` stand for the tokens.
struct MoreText {
  std::string section, text;
  std::vector<doc::Token> tokens{};
  enum class Kind { paragraph, clause, item } kind = Kind::paragraph;
  std::string en{};  ///< the same in English with the same tokens; "" leaves it to a translator
};
/// Drafts and stores a new report as the form of new reports does, with these words in it. Problems name kind, org, period, cutoff.
tl::expected<reg::Saved, Problems> start_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, const std::string& kind, const std::string& org, const Period& period, Date cutoff,
                                                const std::vector<MoreText>& more);

/// The papers of the sample office: half a year, eight months and a year of one Union, the term of another. The first one
/// is finished and sealed. For the end of the sample, once all registers are filled.
void load_sample_reports(db::Database& database);

}  // namespace nc::app
