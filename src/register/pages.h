// The pages every register has: list, record, form, history, delete, undo, export, JSON.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/kept.h"
#include "html/components.h"
#include "html/shell.h"
#include "register/store.h"
#include "web/web.h"

namespace nc::reg {

/// What lists counted and added up, kept until some register changes.
struct ListMemory {
  Kept<std::pair<std::int64_t, bool>> totals{5000};                            ///< of a list; true: there are more
  Kept<std::vector<std::int64_t>> views{5000};                                 ///< of the views beside it
  Kept<std::vector<ListPart>> parts{500};                                      ///< its months and sums
  Kept<std::vector<std::pair<std::string, std::int64_t>>> values{5000};        ///< of the values of one field
  Kept<std::string> bodies{250};                                               ///< the drawn list: about 100 KB each
};

class ImportRunner;
struct YearTotal;
/// Keeps a year's total that a spreadsheet states without records, as a claim; `source` names file, sheet and row.
using KeepTotal = std::function<Result<bool>(db::Tx&, const Description&, const Actor&, const YearTotal&, const std::string& source, const SaveOptions&)>;

/// Keeps an imported file as evidence of the records that came from it; `records` are ids with the row of the file, `place` names
/// file and sheet.
using KeepProof = std::function<Result<bool>(db::Tx&, const Actor&, const Description&, const std::vector<std::pair<std::int64_t, int>>& records, const std::string& file, const std::string& place, const std::string& bytes, const SaveOptions&)>;

/// What pages need of the program. One object, made in main.cpp, immutable after start.
struct Context {
  db::Database* db = nullptr;
  const Catalog* catalog = nullptr;
  const web::Site* site = nullptr;
  std::shared_ptr<ListMemory> memory{};  ///< null: everything is counted anew
  /// Who asks: from the session cookie. Id 0 when nobody is signed in.
  std::function<Actor(db::ReadDb&, const web::Request&)> actor;
  /// Called outside of any transaction after a page was answered: keeps long visits signed in.
  std::function<void(const web::Request&)> after_page;
  /// Called outside of any transaction after a page that showed personal fields: writes down who read them.
  std::function<void(const web::Request&, const Actor&, const ReadNotes&)> after_reading;
  /// For routes that want the pass-phrase again (`proved_again()`), when it was not given in the last minutes: the page that asks
  /// for it, or nothing when it came with this request and is right. Called outside of any transaction.
  std::function<std::optional<web::Response>(const web::Request&, const Actor&)> prove;
  /// The frame for this request; counts in the navigation come from `db`.
  std::function<Shell(db::ReadDb&, const web::Request&, const Actor&)> shell;
  /// Blocks that every record page shows, whatever its register (evidence, related records).
  std::vector<std::pair<PanelPlace, Panel>> panels_everywhere;
  /// Extra cell at the end of each list row, whatever the register (evidence chips): given all rows of the page at once.
  std::function<std::vector<Html>(db::ReadDb&, const Actor&, const Description&, const std::vector<Cells>&, Lang)> list_chips;
  /// Drawn above the table of a list, for the same filters (balance of visits). May be empty.
  std::function<Html(const PanelContext&, const ListQuery&)> list_summary;
  /// Behind the conditions of a list: kept views, columns, work with all of its rows.
  std::function<Html(const PanelContext&, const ListQuery&)> list_tools;
  std::function<Html(const PanelContext&)> chosen_tools;  ///< buttons that act on chosen rows
  /// The query that the person's list opens with, its view named in it; "" is the register's own.
  std::function<std::string(db::ReadDb&, const Actor&, const Description&)> usual_view;
  /// Beside the form of any register: what saving changes, what looks like a duplicate.
  std::function<Html(const PanelContext&)> form_aside;
  /// Does a panel draw this field, so that the main facts need not (text of an article)?
  std::function<bool(const Description&, const Field&)> drawn_elsewhere;
  /// The line under the title of a record page: who gives, who hosts.
  std::function<Html(const PanelContext&)> head_line;
  /// Long work of imports; null: there are no import pages.
  std::shared_ptr<ImportRunner> imports{};
  KeepTotal keep_total;  ///< empty: totals are only shown
  KeepProof keep_proof{};  ///< empty: files are not kept
};

/// Adds the routes of every register in the catalogue:
///   GET  /<path>                list (filters, sort, keyset, views, bulk bar); ?format=csv|xlsx|json exports the same view
///   GET  /<path>/new            form (query values prefill: ?direction=out&aid=12)
///   POST /<path>                create -> 303 record; 422 with the form as typed
///   GET  /<path>/{id}           record: definition list, panels, parts
///   GET  /<path>/{id}/edit      form    POST /<path>/{id}   save (field `version`); 409 page shows both versions by field
///   POST /<path>/{id}/undo      field `change`
///   POST /<path>/{id}/delete    field `version`, `reason`  POST /<path>/{id}/<verb>
///   POST /<path>/check          one field typed -> its message (inline validation)
///   GET  /<path>/lookup?q=      options of a combo box (title and code, at most 20)
///   GET  /<path>/import         a spreadsheet comes in: see pages_import.h
///   GET  /search?q=             all registers
void add_routes(web::Router& router, const Context& context);

/// The {id} of the address; 0 when it is no number of a record.
std::int64_t id_of(const web::Request& request);

/// Wraps a page of any module: signed-in check (303 to /sign-in), snapshot, actor, shell; `body` draws.
web::Handler page_handler(const Context& context,
                          std::function<web::Response(const web::Request&, db::ReadDb&, const Actor&, Shell&)> body);
/// The same for POST: CSRF was checked by Site; `body` runs in one transaction, a Response with status >= 400 rolls back.
web::Handler act_handler(const Context& context,
                         std::function<web::Response(const web::Request&, db::Tx&, const Actor&, Shell&)> body);
/// For POSTs that wait for something else than the database (another server, a copy of everything): `body` runs outside of any
/// transaction, after the same checks.
web::Handler slow_handler(const Context& context, std::function<web::Response(const web::Request&, const Actor&)> body);
/// One value as markup: flags before countries, links to records, amounts, marks.
Html value_html(const Context& context, const Description& d, const Field& f, const Cells& cells, Lang lang, const LinkTitles& titles);
/// A finished page as a response.
web::Response respond(const Shell& shell, const PageHead& head, const Html& body, int status = 200);

}  // namespace nc::reg
