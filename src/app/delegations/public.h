// Delegations in and out.
#pragma once
#include "flow/flow.h"
#include "html/components.h"
#include "register/store.h"

namespace nc::app {

const reg::Description& delegations();
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

}  // namespace nc::app
