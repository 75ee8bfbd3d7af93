// Reading and writing records of any register, always through the actor's scope.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "register/describe.h"

namespace nc::reg {

// ---- one record ------------------------------------------------------------------------------------------

/// Are records that were removed (hidden) wanted too?
enum class Hidden { no, yes };
/// The record through the actor's scope; not_found when it is not there or not visible.
Result<Cells> load(db::ReadDb& db, const Description& d, const Actor& actor, std::int64_t id, Hidden hidden = Hidden::no);
/// By code ("DV-2025-007"), same rules.
Result<Cells> load_code(db::ReadDb& db, const Description& d, const Actor& actor, std::string_view code);

struct Saved { std::int64_t id = 0; std::int64_t version = 0; std::int64_t change = 0; std::string code; };
struct SaveOptions { std::string reason, batch, action; };

/// The straight save pipeline: kinds, rules, before_save, code, write with version, ledger, search words, after_save.
/// id 0 creates. `cells[k_version]` must be the version the person saw: otherwise conflict, naming who changed it and when.
/// All problems of the record come back together.
tl::expected<Saved, Problems> save(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, Cells cells,
                                   const SaveOptions& options = {});
/// Hides the record (history and undo remain). Refused while other records are part of it or link to it.
Result<Saved> remove(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, std::int64_t id, std::int64_t version,
                     const std::string& reason);
/// Takes back one change (by ledger number): a creation is removed, a removal restored, an edit set back. Refused as a
/// conflict when a later change touched the same fields.
Result<Saved> undo(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, std::int64_t change);

/// Has the register fields that are masked for those without the right?
bool has_sensitive(const Description& d);

// ---- text of a field -------------------------------------------------------------------------------------

/// Puts what was typed (form, spreadsheet, API) into the record. Links take an id, a code or an exact title.
/// nullopt when fine, else the message.
std::optional<Message> set_text(db::ReadDb& db, const Catalog& catalog, const Actor& actor, const Field& f, std::string_view typed, Cells& cells);
/// Several values (choices, links from a multi select).
std::optional<Message> set_texts(db::ReadDb& db, const Catalog& catalog, const Actor& actor, const Field& f, const std::vector<std::string>& typed, Cells& cells);
/// For people: labels, formatted numbers and dates. Link titles come from `titles` (see link_titles).
using LinkTitles = std::map<std::pair<std::string, std::int64_t>, std::string>;  ///< (register, id) -> title
std::string show(const Field& f, const Cells& cells, Lang lang, const LinkTitles& titles = {});
/// For editing and for files: parses back to the same value.
std::string plain(const Field& f, const Cells& cells, const LinkTitles& titles = {});
/// Titles of everything the rows link to, one statement a register.
/// `brief` takes the short title where a register has one (cells of lists).
LinkTitles link_titles(db::ReadDb& db, const Catalog& catalog, const Description& d, const std::vector<Cells>& rows, Lang lang, bool brief = false);

/// For other programs: one JSON object by field. Amounts are whole units with currency and qualifier, links {id, title}.
std::string to_json(const Description& d, const Cells& cells, const LinkTitles& titles);

// ---- lists -----------------------------------------------------------------------------------------------

/// A list as the address bar says it: ?q=words&country=KR&from=2025-01-01&to=...&sort=-from_date&after=KEY&limit=50&period=2025
struct ListQuery {
  std::string words;
  std::vector<std::pair<std::string, std::string>> filters;  ///< field, code/id/"from..to"; several of one field mean "or"
  std::string sort;            ///< field, "-field" for descending; "" is the register's own
  std::string after, before;   ///< keyset
  int limit = 50;              ///< at most 500
  bool deleted = false;
  std::vector<std::int64_t> ids{};  ///< ?id=12&id=15: only these records (chosen rows)
  std::int64_t first_row = 1;  ///< ?at=51: how many rows stand before the keyset; only said, never computed with
  std::vector<std::string> columns{};  ///< ?cols=title,countries: which columns, in this order; empty: the register's own
  std::string view{};          ///< ?view=12: the kept view it was opened from; "all": not the person's usual one
};
/// Refuses unknown fields, sorts and columns that are not offered, bad values: a message for each.
Result<ListQuery> parse_list_query(const Description& d, const std::vector<std::pair<std::string, std::string>>& query);
std::string query_string(const ListQuery& q);  ///< without the keyset
std::string columns_text(const std::vector<std::string>& columns);  ///< "title,countries"

struct ListPage {
  std::vector<Cells> rows;
  std::string next, previous;  ///< keys; "" at the ends
  std::int64_t count = 0;      ///< counted up to 10,000
  bool count_is_more = false;
};
ListPage list(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q);
/// The same with a count that is known from before (ListPage::count and count_is_more of the same query).
ListPage list(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q, std::pair<std::int64_t, bool> counted);
/// Every row in the order of the list, in portions (exports).
void each(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q, const std::function<bool(const Cells&)>& row);
/// The list's FROM/WHERE as a condition on `alias`, scope included: for summaries and totals.
Condition where(const Description& d, db::Engine engine, const Actor& actor, const ListQuery& q, std::string_view alias);

/// How many records each query has, counted up to `at_most`, in one statement.
std::vector<std::int64_t> counts(db::ReadDb& db, const Description& d, const Actor& actor, const std::vector<ListQuery>& queries, std::int64_t at_most);
/// Part of the sums of a list: a month ("2025-12", "" without a date) and a value of the split field ("" without one). A sum is
/// nothing when no record says a number: unknown is not zero.
struct ListPart { std::string month, split; std::int64_t records = 0; std::vector<std::optional<std::int64_t>> sums; };
/// Fields of the list whose values add up: counts (money never, its currencies differ). `columns` as in ListQuery.
std::vector<const Field*> summed_fields(const Description& d, const std::vector<std::string>& columns = {});
/// Sums of all records of the list, newest month first; one statement. For lists that are not too long.
std::vector<ListPart> parts_of_list(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q);

/// Search over all registers: at most `each_limit` hits a register, newest first.
struct Hit { const Description* what; std::int64_t id; std::string code, title, date; bool illustrative = false; };
std::vector<Hit> search(db::ReadDb& db, const Catalog& catalog, const Actor& actor, std::string_view words, int each_limit, Lang lang);

// ---- schema ----------------------------------------------------------------------------------------------

/// DDL of the described registers and of the engine's own tables for one engine: what a fresh database has.
/// db/migrations/0001_first.*.sql and db/schema/*.sql are written from it (`nhipcau plan`).
std::string schema_sql(const Catalog& catalog, db::Engine engine);
/// Differences between the description and a live database, one line each; empty when they agree.
std::vector<std::string> schema_differences(db::ReadDb& db, const Catalog& catalog);

// ---- files -----------------------------------------------------------------------------------------------

/// Header of field names and rows that import_rows reads back to the same records.
std::vector<std::string> export_header(const Description& d);
std::vector<std::string> export_row(const Description& d, const Cells& cells, const LinkTitles& codes);
/// As link_titles, but codes: what exports carry.
LinkTitles link_codes(db::ReadDb& db, const Catalog& catalog, const Description& d, const std::vector<Cells>& rows);

}  // namespace nc::reg
