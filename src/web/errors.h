// What is said when a request can't be answered. Only web/ includes this.
#pragma once
#include "web/web.h"

namespace nc::web {

/// The usual words for a status from 400 on: what happened and how to mend it.
Message usual_message(int status);

/// Status for what parse_request refused: unreadable is 400 here, whereas a form field that is not right is 422.
int request_status(const Problem& problem);

/// An error page that needs nothing but the request: used when Site::error_page is not set or fails.
Response plain_error(const Request& request, int status, const Message& message);

/// Adds the security headers that are not there yet.
void add_security_headers(Response& r);

}  // namespace nc::web
