// Acts on records that forms post: create, update, delete, undo, verbs, checks of one field.
#pragma once
#include "register/pages_parts.h"

namespace nc::reg {

web::Response create(const Context&, const web::Request&, db::Tx&, const Actor&, Shell&, const Description&);
web::Response update(const Context&, const web::Request&, db::Tx&, const Actor&, Shell&, const Description&, std::int64_t id);
web::Response erase(const Context&, const web::Request&, db::Tx&, const Actor&, Shell&, const Description&, std::int64_t id);
web::Response take_back(const Context&, const web::Request&, db::Tx&, const Actor&, Shell&, const Description&, std::int64_t id);
web::Response do_verb(const Context&, const web::Request&, db::Tx&, const Actor&, Shell&, const Description&, const Verb&, std::int64_t id);
/// Answers with the message of one field, or nothing: inline validation.
web::Response check_field(const Context&, const web::Request&, db::ReadDb&, const Actor&, const Shell&, const Description&);
/// Options of a combo box as JSON: [{"value": "DT-012", "label": "Quỹ Schneider"}].
web::Response lookup(const Context&, const web::Request&, db::ReadDb&, const Actor&, const Shell&, const Description&);

}  // namespace nc::reg
