// Totals of whole years that spreadsheets state: declared numbers, never rows.
#include <fmt/format.h>

#include "app/catalog.h"
#include "app/evidence/public.h"

namespace nc::app {

Result<bool> claim_of_total(db::Tx& tx, const reg::Description& of, const Actor& actor, const reg::YearTotal& total,
                            const std::string& source, const reg::SaveOptions& options) {
  const reg::Description& d = claims();
  const reg::Field* counted = of.find(total.field);
  reg::Cells cells(d.columns().size());
  const auto put = [&](const char* column, db::Value value) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(value); };
  cells[reg::k_id] = cells[reg::k_version] = std::int64_t{0};
  cells[reg::k_confidentiality] = std::string("internal");
  const std::string what = total.words.empty() ? of.plural.vi : total.words;
  put("statement", fmt::format("{}, năm {}: {} ({})", of.plural.vi, total.year, total.value.value.value_or(0), what));
  put("about", actor.org);
  put("amount", total.value.value ? db::Value(*total.value.value) : db::Value{});
  put("amount_q", std::string(code(total.value.qualifier)));
  const std::string unit = counting_units().code_of(counted && counted->opt.unit ? std::string(counted->opt.unit->vi) : of.name);
  put("unit", unit.empty() ? std::string("record") : unit);
  put("period_from", fmt::format("{}-01-01", total.year));
  put("period_to", fmt::format("{}-12-31", total.year));
  put("status", std::string("done"));
  put("clash_note", "Tổng số trong bảng tính, chưa có từng bản ghi: " + source);
  auto saved = reg::save(tx, catalog(), d, actor, std::move(cells), options);
  if (!saved) return tl::make_unexpected(saved.error().front());
  return true;
}

}  // namespace nc::app
