// Acts that make work out of what was said, asked or left over.
#pragma once
#include "register/store.h"

namespace nc::app {

/// One directive for each line of `text`: a conclusion is written down one thought a line, so that each can be followed up.
struct Spoken { std::string issuer, text; Date due; };
/// Returns how many were made. Empty lines and lines that the meeting has as a directive already are passed over.
tl::expected<int, Problems> directives_from(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t meeting, const Spoken& spoken);

/// A task given: who leads, who is in charge, what comes out of it, by when. A sentence that gives work names all of them.
struct Given { std::string title, owner, output; std::int64_t lead = 0; Date due; };
/// A task by a directive or a petition (`from` is its register); a directive that was only received becomes assigned.
tl::expected<std::int64_t, Problems> give_task(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const std::string& from, std::int64_t id, const Given& given);

/// Carries the open tasks of a plan over into another one; each keeps the link to where it was. Returns how many.
tl::expected<int, Problems> carry_over(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t plan, std::int64_t into, const std::string& reason);

}  // namespace nc::app
