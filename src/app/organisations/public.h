// The network of organisations: who there is, under which name and when, who succeeded whom, how many members.
#pragma once
#include <optional>
#include <vector>

#include "db/db.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& organisations();
const reg::Description& organisation_names();
const reg::Description& organisation_links();
const reg::Description& successions();
const reg::Description& memberships();

/// Writes org_tree and org_home anew from the organisations (see tree.cpp). Called after each change of an
/// organisation, and once after bulk loads.
void rebuild_org_tree(db::Tx& tx);
/// Numbers of the organisations below `org` on that day, itself among them; nullopt when they are those of today.
std::optional<std::vector<std::int64_t>> organisations_below(db::ReadDb& db, std::int64_t org, Date day);

/// GET and POST /organisations/{id}/act: rename, move, merge, split, dissolve, revive, by decision and day.
void add_network_pages(web::Router& router, const reg::Context& context);
/// Where an organisation comes from and what became of it, on top of its page.
Html lineage(const reg::PanelContext& x);
/// Where the acts begin, for those who may do them.
Html network_button(const reg::PanelContext& x);

}  // namespace nc::app
