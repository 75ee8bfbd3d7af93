// The columns of a record that is about to be made.
#include "app/common/fresh_record.h"

namespace nc::app {

reg::Cells fresh_record(const reg::Description& d, std::int64_t org, bool illustrative) {
  reg::Cells cells(d.columns().size());
  cells[reg::k_id] = cells[reg::k_version] = std::int64_t{0};
  cells[reg::k_illustrative] = std::int64_t{illustrative ? 1 : 0};
  cells[reg::k_org] = org;
  cells[reg::k_confidentiality] = std::string("internal");
  return cells;
}

}  // namespace nc::app
