// What the approval of a visit settled: whoever goes beyond it asks for the approval anew. Inside this module only.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// Hook behind flow::guard: other days, a further country or more people of an approved visit that is not over bring it back to
/// those who approve, whoever changes it and by whatever way; the decision it had stays in the history.
Result<bool> ask_again(const reg::SaveContext& save, const reg::Cells* before, reg::Cells& now);

/// Hook behind flow::watch: opinions are due before the visit begins; when no day is left, on the day they were asked for.
void due_before_it_begins(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);

/// What was changed since the approval and has to be approved again; that the due day was drawn nearer, or that no day is left.
Html settled_panel(const reg::PanelContext& x);

}  // namespace nc::app
