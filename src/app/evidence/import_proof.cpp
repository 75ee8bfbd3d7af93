// The spreadsheet that records came from, kept as their evidence row by row.
#include <fmt/format.h>

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/evidence/public.h"
#include "app/evidence/uploads.h"
#include "sheets/import.h"

namespace nc::app {

namespace {

/// The sheet as evidence: one record an import, so that each import is taken back alone. The bytes are kept once.
Result<std::string> evidence_of(db::Tx& tx, const Actor& actor, const std::string& file, const std::string& place, const std::string& bytes,
                                const reg::SaveOptions& options) {
  const reg::Description& d = evidence_items();
  NC_CHECKED(room, has_room(tx, actor.org, bytes.size()));
  NC_TRY(type, media_type_of(bytes));
  const std::string hash = keep_file(tx, bytes, type);
  reg::Cells cells = fresh_record(d, actor.org);
  const auto put = [&](const char* column, db::Value value) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(value); };
  put("kind", std::string("other"));
  put("title", place);
  put("source", std::string("Bảng tính đã nhập vào sổ"));
  put("language", std::string("vi"));
  put("file_name", file);
  put("media_type", type);
  put("size", static_cast<std::int64_t>(bytes.size()));
  put("sha256", hash);
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells), options);
  if (!saved) return tl::make_unexpected(saved.error().front());
  return saved->code;
}

}  // namespace

Result<bool> proof_of_import(db::Tx& tx, const Actor& actor, const reg::Description& of, const std::vector<std::pair<std::int64_t, int>>& records,
                             const std::string& file, const std::string& place, const std::string& bytes, const reg::SaveOptions& options) {
  NC_TRY(evidence, evidence_of(tx, actor, file, place, bytes, options));
  reg::ImportTable table;
  table.targets = {"evidence", "register_name", "record_id", "quote"};
  for (const auto& [record, line] : records)
    table.rows.push_back({evidence, of.name, std::to_string(record), fmt::format("{}, hàng {}", place, line)});
  reg::ImportOptions how;
  how.dry_run = false;
  how.source = options.reason;
  how.batch = options.batch;
  const reg::ImportResult result = reg::import_table(tx, catalog(), evidence_spans(), actor, table, how);
  if (result.failed > 0) return tl::make_unexpected(result.rows.front().problems.empty() ? Problem{} : result.rows.front().problems.front());
  return true;
}

}  // namespace nc::app
