// Inside this module only: what lies in a file, and the parts of its pages.
#pragma once
#include <string>
#include <vector>

#include "app/outgoing/public.h"

namespace nc::app {

/// A paper of either book as a line of the contents.
struct FiledPaper {
  std::string register_name;   ///< "incoming_paper", "outgoing"
  std::int64_t id = 0, version = 0, pages = 0;
  std::string number, author, kind, title, status;
  Date day;
  bool open = false;           ///< not yet dealt with, or waiting for its number
  bool illustrative = false;
};
/// Papers in a file, oldest first; void and recalled ones too.
std::vector<FiledPaper> papers_in(db::ReadDb& db, const Actor& actor, std::int64_t file);
/// The newest papers of the organisation that lie in no file, at most 200.
std::vector<FiledPaper> papers_unfiled(db::ReadDb& db, const Actor& actor, std::int64_t org);

/// Warns of a second file with the same number, then lists the papers.
Html contents_panel(const reg::PanelContext& x);
/// Above the list: the plan and the hand-over list of a year.
Html file_doors(const reg::PanelContext& x, const std::string& query);

/// Table of contents of a file, plan of files, list handed over to the archive.
const std::vector<RecordPaper>& paper_file_papers();
void add_year_lists(web::Router& router, const reg::Context& context);

}  // namespace nc::app
