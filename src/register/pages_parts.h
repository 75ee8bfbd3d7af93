// What the pages of registers share among themselves.
#pragma once
#include "register/pages.h"

namespace nc::reg {

std::string list_url(const Description& d);
std::string record_url(const Description& d, std::int64_t id);

/// Where a page can't go on: 404, 403, 409 ... in the site's shell.
web::Response problem_page(const Shell& shell, const Problem& problem);

/// The values of a form as typed, so that nothing is lost when it comes back with messages.
struct Typed {
  const web::Fields* fields = nullptr;  ///< nullptr: show the record's own values
  Problems problems;
  std::string error_of(const std::string& field, Lang lang) const;
};

Html form_body(const Context& context, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d,
               const Cells& cells, const Typed& typed);
web::Response form_page(const Context& context, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d,
                        const Cells& cells, const Typed& typed, int status);
web::Response conflict_page(const Context& context, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d,
                            const Cells& current, const Cells& mine, const Problem& problem);
web::Response record_page(const Context& context, const web::Request& request, db::ReadDb& db, const Actor& actor, Shell& shell,
                          const Description& d, std::int64_t id);
web::Response list_page(const Context& context, const web::Request& request, db::ReadDb& db, const Actor& actor, Shell& shell,
                        const Description& d);
web::Response search_page(const Context& context, const web::Request& request, db::ReadDb& db, const Actor& actor, const Shell& shell);
web::Response export_list(const Context& context, const web::Request& request, db::ReadDb& db, const Actor& actor, const Description& d,
                          const ListQuery& query);

/// Cells of a new record: presets, the actor's organisation, and values given in the query (?direction=out&aid=12).
Cells new_cells(const Context& context, db::ReadDb& db, const Actor& actor, const Description& d, const web::Fields& given);
/// Reads a posted form into `cells`; problems are collected, none thrown.
Problems read_form(const Context& context, db::ReadDb& db, const Actor& actor, const Description& d, const web::Fields& form, Cells& cells);
/// Fields a form shows: own fields and the standard ones that people set.
std::vector<const Field*> form_fields(const Description& d);

/// Colour of a status code: finished, running, waiting, refused.
Tone status_tone(const std::string& status);

}  // namespace nc::reg
