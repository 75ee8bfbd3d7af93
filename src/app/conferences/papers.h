// Papers of a conference: the scheme that goes with the file, and the report of the result.
#pragma once
#include "auth/actor.h"
#include "file/paper.h"
#include "register/store.h"

namespace nc::app {

/// Contents as Decision 06/2020/QĐ-TTg asks: purpose, agenda, days and places, form, participants, origin, cost, opinions.
paper::Paper conference_scheme(db::ReadDb& db, const Actor& actor, std::int64_t id, const reg::Cells& cells);
paper::Paper conference_report(db::ReadDb& db, const Actor& actor, std::int64_t id, const reg::Cells& cells);

}  // namespace nc::app
