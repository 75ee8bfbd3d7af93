// Foreign aid: programmes, projects, non-project items, their values and their beneficiaries.
#pragma once
#include "db/db.h"
#include "flow/flow.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& aids();
/// States of an aid and who moves it on.
const flow::Flow& aid_flow();
const reg::Description& aid_values();
const reg::Description& aid_beneficiaries();

/// Value bases of an aid entry: committed (= mobilised), approved, disbursed, in_kind.
const reg::Options& value_bases();
/// Stages of an item with their days, and what was promised, given and is left: panels of its record page.
Html aid_stages(const reg::PanelContext& x);
Html aid_budget(const reg::PanelContext& x);
/// Writes the summary value of one aid item (aid.value) from its entries; 0 does all of them.
void refresh_aid_value(db::Tx& tx, std::int64_t aid);

}  // namespace nc::app
