// Who else reads a record: rules that several registers share.
#pragma once
#include "auth/actor.h"

namespace nc::app {

/// Own records, and those that an organisation above keeps unless they are restricted: what a Union runs is read by those who take part.
Condition own_and_above(const Actor& actor, std::string_view alias);

}  // namespace nc::app
