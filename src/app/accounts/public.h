// What other modules may use of the pages of accounts.
#pragma once
#include "auth/access_log.h"
#include "html/components.h"
#include "html/shell.h"
#include "web/web.h"

namespace nc::app {

/// A box of a form with its name, label and type, required.
Control typed_control(const char* name, const Message& label, const std::string& type, const std::string& value = {});
/// A form of one button.
Html post_button(const Shell& s, const std::string& action, const Html& fields, const Button& b);
/// One line of the access log, with the address it came from.
void note_on_access(db::Tx& tx, const Actor& actor, const web::Request& request, std::string act, std::string detail, std::string register_name = {}, std::int64_t record = 0);

}  // namespace nc::app
