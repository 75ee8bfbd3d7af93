// Kinds of external information and what is to be known of each. Inside this module only.
#pragma once
#include <string>
#include <vector>

#include "register/describe.h"

namespace nc::app {

const reg::Options& info_kinds();
/// The fields that a product of this kind can't do without, beside those that every record has.
const std::vector<std::string>& needs_of_kind(const std::string& kind);
/// Those of them that the record leaves empty, in the order of the form.
std::vector<const reg::Field*> missing_fields(const reg::Cells& cells);
/// SQL over {t}: a field that its kind needs is empty.
std::string incomplete_condition();

/// On the page of a record: what its kind needs and is not there yet.
Html completeness_panel(const reg::PanelContext& x);
/// Beside the form: which kind needs what.
Html needs_aside(const reg::PanelContext& x);
/// Above the list: list, months.
Html information_views(const reg::PanelContext& x, const std::string& query);
Html information_tabs(Lang lang, std::string_view on);

}  // namespace nc::app
