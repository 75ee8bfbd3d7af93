// Tables that belong to the program itself, not to a register.
#pragma once
#include <string>

#include "db/db.h"

namespace nc::ledger {

/// DDL of person, passkey, session, change, chain_head, signed_head, org_tree, org_home, blob, kept_file, number_gap, setting, flow_clock, notice,
/// mail_outbox, safety_run and generation. Statements end with ";\n".
///
/// org_tree(ancestor, descendant, depth) and org_home(org_id, locality_id) are kept by the module of organisations;
/// `setting` is a plain list of names and values.
std::string core_schema_sql(db::Engine engine);

}  // namespace nc::ledger
