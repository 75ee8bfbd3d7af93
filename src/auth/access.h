// The right that a route declares, held against who asks.
#pragma once
#include <optional>

#include "auth/actor.h"
#include "web/web.h"

namespace nc {

/// Why the actor may not use the route, or nothing. A route without a declaration is for administrators only. `writes`:
/// refused too while an administrator sees the site as somebody else.
std::optional<Problem> refusal_of(const web::Access* access, const Actor& actor, bool writes);

/// Does the route want the pass-phrase again, and was it given too long ago in this visit? Always true for programs on such routes.
bool proof_is_due(const web::Access* access, const Actor& actor);
/// What a request gets that went round the page which asks.
Problem proof_missing();

}  // namespace nc
