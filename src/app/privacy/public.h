// Personal data: what is held on whom and why, found and erased for a person, kept no longer than decided.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// /privacy: the list of processing, the search for a person, requests to erase, retention.
void add_privacy_pages(web::Router& router, const reg::Context& context);

/// Deletes entries of the access log that are past their clock; how many went.
std::int64_t prune_access_log(db::Tx& tx);

}  // namespace nc::app
