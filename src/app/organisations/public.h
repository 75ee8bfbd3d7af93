// The network of organisations: who there is, under which name and when, who succeeded whom, how many members.
#pragma once
#include "db/db.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& organisations();
const reg::Description& organisation_names();
const reg::Description& successions();
const reg::Description& memberships();

/// Writes org_tree and org_home anew from the organisations (see tree.cpp). Called after each change of an
/// organisation, and once after bulk loads.
void rebuild_org_tree(db::Tx& tx);

}  // namespace nc::app
