// A spreadsheet comes in, for any register: send, columns, dry run, mend, do, take back. Works without scripts.
//   GET  /<path>/import                    send a file or paste rows; earlier imports
//   POST /<path>/import                    fields file, pasted -> 303 to the import
//   GET  /<path>/import/grid               a grid to type or paste into; POST: field act (check, more, spread), g-ROW-COLUMN, pasted
//   GET  /<path>/import/template.xlsx      a workbook to fill in, with drop-downs and hints
//   GET  /<path>/import/{job}              where it stands: columns (?step=columns), checked, running, done
//   POST /<path>/import/{job}              field act: look, map, mend, run, run_good, cancel, undo, undo_rest, drop, next (field sheet)
//   GET  /<path>/import/{job}/rows.xlsx    rows with something to mend, what is wrong beside each; also rows.ods, rows.csv
#pragma once
#include "sheets/import_jobs.h"
#include "register/pages_parts.h"

namespace nc::reg {

/// For every register of the catalogue.
void add_import_pages(web::Router& router, const Context& context);

/// What the pages of one import share.
struct ImportVisit {
  const Context& c;
  const Description& d;
  const Actor& actor;
  const Shell& shell;
  Lang lang() const { return shell.lang; }
  std::string base() const { return list_url(d) + "/import"; }
  std::string url(const ImportJob& job) const { return base() + "/" + job.id; }
};

web::Response import_start_page(const ImportVisit& v, const Problem* problem, int status);
web::Response import_columns_page(const ImportVisit& v, const ImportJob& job, const Problem* problem);
web::Response import_checked_page(const ImportVisit& v, const ImportJob& job);
web::Response import_running_page(const ImportVisit& v, const ImportJob& job, const ImportRunner::Progress& progress);
web::Response import_done_page(const ImportVisit& v, const ImportJob& job);
/// The steps at the top of every page; `at` from 0.
Html import_steps(Lang lang, int at);
PageHead import_head(const ImportVisit& v);
/// Opens a form that posts to the import.
Html import_form(const ImportVisit& v, const ImportJob& job);

web::Response import_grid(const ImportVisit& v);
web::Response import_grid_act(const web::Request& r, const ImportVisit& v);
/// Keeps file and choices as a new import.
ImportJob begin_import(const ImportVisit& v, const std::string& name, const std::string& bytes, const ImportChoices& choices);

/// Starts "check", "import", "undo" or "undo_rest" of the job behind the pages, and waits a moment for it.
void launch_import(const Context& c, const Description& d, const Actor& actor, const ImportJob& job, const std::string& what);
/// The sheet that was chosen, with its header.
struct ChosenSheet {
  tables::Grid grid;
  Header header;
};
Result<ChosenSheet> chosen_sheet(const ImportJob& job, const std::string& bytes);
/// Header, columns and common values as they are guessed for the chosen sheet.
Result<bool> guess_choices(db::ReadDb& db, const Description& d, ImportJob& job, const std::string& bytes);

/// The workbook to fill in; links offer the titles of small registers.
std::string import_template(db::ReadDb& db, const Catalog& catalog, const Description& d, const Actor& actor);
/// Rows of the outcome that have problems, with a column that says what to mend: "xlsx", "ods" or "csv".
Result<std::string> bad_rows_book(const ImportOutcome& outcome, Lang lang, std::string_view format);
std::string bad_rows_column(Lang lang);

}  // namespace nc::reg
