// Foreign aid: programmes, projects, non-project items, their values and their beneficiaries.
#pragma once
#include "app/common/table.h"
#include "db/db.h"
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/describe.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& aids();
/// States of an aid and who moves it on.
const flow::Flow& aid_flow();
const reg::Description& aid_values();
const reg::Description& aid_beneficiaries();
/// The catalogue of what is asked for, and the talks with donors about it.
const reg::Description& aid_needs();
const reg::Description& aid_opportunities();
/// Stages of an opportunity; its commitment makes the aid item.
const flow::Flow& opportunity_flow();

/// What is planned to come, reports owed, and the time limits of the decrees.
const reg::Description& aid_plans();
const reg::Description& aid_reports();
const reg::Description& aid_terms();
/// Rows of the register `aid_term` as an import wants them.
ReferenceRows aid_term_rows();

/// Value bases of an aid entry: committed (= mobilised), approved, disbursed, in_kind.
const reg::Options& value_bases();
/// Stages of an item with their days, and what was promised, given and is left: panels of its record page.
Html aid_stages(const reg::PanelContext& x);
Html aid_budget(const reg::PanelContext& x);
/// Writes the summary value of one aid item (aid.value) from its entries; 0 does all of them.
void refresh_aid_value(db::Tx& tx, std::int64_t aid);

/// Pages of aid beyond the registers.
void add_aid_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
