// The boxes that an act asks for, shared by the record page and the page of a refused act.
#pragma once
#include "flow/flow.h"
#include "html/components.h"

namespace nc::flow {

struct MoveForm {
  db::ReadDb& db;
  const reg::Description& what;
  const Flow& flow;
  const Transition& transition;
  const reg::Cells& cells;
  Lang lang;
  const reg::Catalog* catalog = nullptr;  ///< where links are looked up; without it they are typed as codes
};

/// Where acts of a record are posted to.
std::string move_url(const reg::Description& d, std::int64_t id);
/// Hidden fields and the controls of the act: <move>.<field> and <move>.reason. `typed` wins over the record's values.
Html move_fields(const MoveForm& x, const Given& typed, const Problems& problems);

}  // namespace nc::flow
