// Keeps a file as evidence of a record.
#include "app/evidence/keep.h"

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/evidence/public.h"

namespace nc::app {

namespace {

Result<std::int64_t> saved_as(db::Tx& tx, const Actor& actor, const reg::Description& d, const KeptPaper& paper, const std::vector<std::pair<const char*, db::Value>>& values) {
  reg::Cells cells = fresh_record(d, paper.org, paper.illustrative);
  cells[reg::k_confidentiality] = paper.confidentiality;
  for (const auto& [column, value] : values) cells.at(static_cast<std::size_t>(d.column(column))) = value;
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  return saved->id;
}

}  // namespace

Result<std::string> keep_as_evidence(db::Tx& tx, const Actor& actor, const KeptPaper& paper, std::string_view bytes) {
  NC_TRY(type, media_type_of(bytes));
  NC_CHECKED(fits, has_room(tx, paper.org, bytes.size()));
  const std::string hash = keep_file(tx, bytes, type);
  Actor writing = actor;
  writing.functions.insert(Function::enter);
  std::vector<std::pair<const char*, db::Value>> values{{"kind", paper.kind}, {"title", paper.title}, {"source", paper.source}, {"number", paper.number}, {"language", std::string("vi")},
                                                        {"file_name", paper.file_name}, {"media_type", type}, {"size", static_cast<std::int64_t>(bytes.size())}, {"sha256", hash}};
  if (paper.published) values.emplace_back("published", paper.published.iso());
  NC_TRY(evidence, saved_as(tx, writing, evidence_items(), paper, values));
  NC_CHECKED(linked, saved_as(tx, writing, evidence_spans(), paper, {{"evidence", evidence}, {"register_name", paper.register_name}, {"record_id", paper.record}, {"fact", paper.fact}}));
  return hash;
}

}  // namespace nc::app
