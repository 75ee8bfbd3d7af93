// The composer: outline, living sheet, panel of the chosen figure. What its files share.
#pragma once
#include "app/evidence/public.h"
#include "app/reports/draft.h"
#include "app/reports/report.h"
#include "app/reports/review.h"
#include "html/components.h"
#include "html/shell.h"

namespace nc::app {

/// What somebody typed and could not be kept as it is: it comes back with a word about it, never lost.
struct TypedBack {
  std::string block;  ///< id of the block, or "head"
  std::string text;
  Message problem;
  web::Fields fields;  ///< head: all fields
};

struct Composer {
  const reg::Context& context;
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  Shell& shell;
  Lang lang;
  std::int64_t id;
  const Loaded& loaded;
  doc::Look seen;
  std::map<std::string, std::string> shown;
  std::vector<Hint> hints;
  std::string chosen;    ///< token, or ""
  std::string pane;      ///< "head" or "" (the figure)
  std::string open;      ///< block whose form stands open
  TypedBack typed;
  Lang paper = Lang::vi; ///< language of the sheet
  std::vector<ReportRemark> remarks{};
  std::vector<KeptFile> kept{};  ///< of a sealed report, as it stands now: sealed, or with its number
  const doc::Document& document() const { return loaded.sealed() ? loaded.seal->document : loaded.document; }
  bool editable() const { return !loaded.sealed() && actor.may(Function::enter); }
  std::string url(const std::string& query = {}) const { return "/reports/" + std::to_string(id) + (query.empty() ? "" : (paper == Lang::en ? "?lang=en&" : "?") + query); }
};

/// Everything the page needs of a stored report.
Composer composer_of(const reg::Context& context, const fig::Engine& engine, db::ReadDb& db, const Actor& actor, Shell& shell, std::int64_t id, const Loaded& loaded, Lang paper = Lang::vi);

web::Response composer_page(Composer& c, int status = 200);
/// Left: sections with their numbers, the state of the figures, format checks, hints.
Html outline_column(const Composer& c, const paper::Paper& paper);
/// Right: the chosen figure with rule, wording, groups, records, claims; or the head's form.
Html side_panel(const Composer& c);
/// Forms to edit a block, behind it on the sheet.
Html block_tools(const Composer& c, const doc::Block& block);
// Remarks of people outside (review_pages.cpp)
Html remarks_beside(const Composer& c, const doc::Block& block);
Html remarks_state(const Composer& c);

// The English side (composer_english.cpp)
Html language_switch(const Composer& c);
/// Form behind a block of the English sheet.
Html translation_tools(const Composer& c, const doc::Block& block);
/// How many paragraphs still wait for a translator, and where.
Html translation_state(const Composer& c);
/// POST /reports/{id}/translation
void add_translation_acts(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// Which files of a sealed report are kept byte by byte, and since when (composer_files.cpp).
Html kept_state(const Composer& c);
/// The menu of files: what is kept comes first, what is drawn anew says so.
Html downloads(const Composer& c);
/// The sheet with the look of each figure (chosen, moved, missing).
paper::Paper composer_paper(const Composer& c);

/// Tokens that stand in the paper, in order of reading.
std::vector<std::string> tokens_in_order(const doc::Document& document);
/// A short mark of a text: was it changed since the form was made?
std::string mark_of(std::string_view text);
/// Numbers typed by people into edited prose: they open nothing.
int typed_numbers(const doc::Document& document);

// acts (composer_acts.cpp)
void add_report_acts(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// "http://office.example" of the request, or the setting base_url.
std::string base_url_of(db::ReadDb& db, const web::Request& request);

}  // namespace nc::app
