// Delegations in and out.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "html/components.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& delegations();
/// Parts of a delegation: what it does hour by hour, who comes.
const reg::Description& programme_items();
const reg::Description& delegation_members();
/// States of a delegation and who moves it on.
const flow::Flow& delegation_flow();

/// "57 đoàn đến, 3 đoàn đi, tỷ lệ 19 : 1" and a strip of countries, for the rows that the list shows.
Html delegation_summary(const reg::PanelContext& x, const reg::ListQuery& q);

/// What a form of a delegation says so far.
struct DelegationDraft {
  std::string direction = "in", title;
  std::vector<std::string> countries;
  Date from_date;
};
/// What saving it changes in the balance with its country, and delegations that look the same.
Html delegation_effect(const reg::PanelContext& x, const DelegationDraft& draft);

/// Panels of the record page: programme by day with its clashes and files; people, and whether their number is the declared one.
Html programme_panel(const reg::PanelContext& x);
Html members_panel(const reg::PanelContext& x);
/// Letters and the report of the result, as Word and PDF.
Html papers_panel(const reg::PanelContext& x);
/// Programme and members as grids, papers in two languages (DOCX, PDF), calendar file, result report.
void add_delegation_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
