// Scopes that several registers share.
#include "app/common/scopes.h"

namespace nc::app {

Condition own_and_above(const Actor& actor, std::string_view alias) {
  const Condition own = org_scope(actor, alias);
  if (own.sql == "TRUE" || own.sql == "FALSE" || actor.org == 0 || !actor.sees(Sight::internal)) return own;
  Condition out{"(" + own.sql + " OR (", own.params};
  append(out.sql, out.params,
         {std::string(alias) + ".confidentiality <> 'restricted' AND " + std::string(alias) + ".org_id IN (SELECT ancestor FROM org_tree WHERE descendant = $1)", {actor.org}});
  out.sql += "))";
  return out;
}

}  // namespace nc::app
