// Personal fields: masked for those without the right, and each reading noted for those with it.
#include "auth/read_notes.h"
#include "register/parts.h"

namespace nc::reg {

bool has_sensitive(const Description& d) {
  return std::any_of(d.fields.begin(), d.fields.end(), [](const Field& f) { return f.opt.sensitive; });
}

namespace detail {

namespace {

db::Value& first_of(const Field& f, Cells& cells) { return cells.at(static_cast<std::size_t>(f.first)); }

bool is_words(const Field& f) { return f.kind == Kind::text || f.kind == Kind::long_text || f.kind == Kind::url; }

}  // namespace

void guard(const Description& d, const Actor& actor, Cells& cells, Noted noted) {
  bool told = false;
  for (const Field& f : d.fields) {
    if (!f.opt.sensitive || db::is_null(first_of(f, cells))) continue;
    told = true;
    if (actor.sees(Sight::personal) && !(actor.behind && !actor.behind->sees(Sight::personal))) continue;
    for (int i = 0; i < f.width(); ++i) cells.at(static_cast<std::size_t>(f.first + i)) = db::Value();
    if (is_words(f)) first_of(f, cells) = std::string(k_masked);
  }
  if (told && noted == Noted::yes && actor.notes && actor.sees(Sight::personal))
    actor.notes->add(d.name, db::as_int(cells.at(k_id)));
}

void keep_masked(const Description& d, const Actor& actor, const Cells* before, Cells& cells) {
  for (const Field& f : d.fields) {
    if (!f.opt.sensitive) continue;
    const bool masked = db::as_text(first_of(f, cells)) == k_masked;
    if (before ? actor.sees(Sight::personal) && !masked : !masked) continue;
    for (int i = 0; i < f.width(); ++i) {
      const auto at = static_cast<std::size_t>(f.first + i);
      cells.at(at) = before ? before->at(at) : db::Value();
    }
  }
}

}  // namespace detail

}  // namespace nc::reg
