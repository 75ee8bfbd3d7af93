// Terms that end, who leads, and completing personnel between congresses.
#pragma once
#include <string>
#include <vector>

#include "register/pages.h"

namespace nc::app {

/// Chair first, then the others as protocol orders them.
const reg::Options& office_titles();

/// The latest term of an organisation.
struct TermSeen { std::int64_t org = 0, term = 0, congress = 0; std::string org_name, org_code, name; Date from, to; bool illustrative = false; };
/// Active associations and Unions below or of the actor, the term that ended or ends first at the top; those without a term last.
std::vector<TermSeen> latest_terms(db::ReadDb& db, const Actor& actor);

struct Officer { std::int64_t id = 0, version = 0; std::string person, title; Date from, to; bool illustrative = false; };
/// Who holds an office of the organisation on the day.
std::vector<Officer> officers_of(db::ReadDb& db, const Actor& actor, std::int64_t org, Date day);

/// Kiện toàn: somebody leaves, somebody comes, or both, by one decision.
struct Personnel { std::int64_t org = 0, leaves = 0; std::string ended_by, comes, title, body, how, decision_no; Date date; };
/// Both halves are one batch. All problems come back together. Returns the batch.
tl::expected<std::string, Problems> complete_personnel(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const Personnel& p);

Html congress_views(const reg::PanelContext& x, const std::string& query);

}  // namespace nc::app
