// Own SQL of pages, bound to what the actor may see: the texts are literals, the scope is added in one place.
#pragma once
#include <functional>

#include "auth/actor.h"
#include "db/db.h"

namespace nc::app {

/// Runs "<select> AND <scope> <tail>". `select` ends with a condition, `tail` may be " ORDER BY ..." or " ". The parameters of the
/// scope are numbered behind `params`.
void each_within(db::ReadDb& db, const db::Sql& select, db::Params params, const Condition& scope, const db::Sql& tail, const std::function<bool(const db::Row&)>& row);

/// Numbers of records as a list for IN; "0" when there are none.
std::string id_list(const std::vector<std::int64_t>& ids);

/// Rows whose `column` ("c.org_id") is the organisation of this code or one below it: the same that figures of it count. "" is every row.
Condition of_office(std::string_view column, const std::string& code);

}  // namespace nc::app
