// Files of papers (hồ sơ công việc): the plan of a year, what lies in each, how long it is kept, when it goes to the archive.
#pragma once
#include "app/common/table.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& paper_files();
/// How long kinds of files are kept: dated settings that an office corrects when it has the text at hand.
const reg::Description& keeping_terms();
/// Rows of the register `keeping_term` as an import wants them.
ReferenceRows keeping_term_rows();
/// Open, closed once nothing in it is open, handed over to the archive.
const flow::Flow& paper_file_flow();

/// GET and POST /paper-files/{id}/papers (many papers into the file or out of it at once), the contents of a file on paper, and the
/// lists of a year: /paper-files/plan and /paper-files/handover.
void add_paper_file_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
