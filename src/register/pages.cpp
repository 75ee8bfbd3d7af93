// Routes of the registers, and the wrappers every page of the program goes through.
#include "register/pages.h"

#include "auth/access.h"
#include "auth/read_notes.h"
#include "html/assets.h"
#include "register/pages_act.h"
#include "register/pages_parts.h"

namespace nc::reg {

std::string list_url(const Description& d) { return "/" + d.path; }
std::string record_url(const Description& d, std::int64_t id) { return "/" + d.path + "/" + std::to_string(id); }

namespace {

web::Response to_sign_in(const web::Request& request) {
  return web::redirect("/sign-in?back=" + url_encode(request.method == "GET" ? request.target : "/"));
}

/// Form and record, unless the module draws its own.
void add_record_pages_of(web::Router& router, const Context& c, const Description& d) {
  const std::string base = list_url(d);
  router.get(base + "/new", web::person("enter"), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return form_page(c, db, a, s, d, new_cells(c, db, a, d, r.query), {}, 200);
  }));
  router.get(base + "/{id}", web::person().of(d.name).of_nobody(d.reference), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return record_page(c, r, db, a, s, d, id_of(r));
  }));
  router.get(base + "/{id}/edit", web::person("enter").of(d.name).of_nobody(d.reference), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    auto cells = load(db, d, a, id_of(r));
    return cells ? form_page(c, db, a, s, d, *cells, {}, 200) : problem_page(s, cells.error());
  }));
}

void add_pages_of(web::Router& router, const Context& c, const Description& d) {
  const std::string base = list_url(d);
  router.get(base, web::person(), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return list_page(c, r, db, a, s, d);
  }));
  if (!d.own_pages) add_record_pages_of(router, c, d);
  router.get(base + "/lookup", web::person(), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return lookup(c, r, db, a, s, d);
  }));
}

void add_acts_of(web::Router& router, const Context& c, const Description& d) {
  const std::string base = list_url(d);
  if (!d.own_pages)
    router.post(base, web::person("enter"), act_handler(c, [&c, &d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
      return create(c, r, tx, a, s, d);
    }));
  router.post(base + "/check", web::person("enter"), page_handler(c, [&c, &d](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return check_field(c, r, db, a, s, d);
  }));
  if (!d.own_pages)
    router.post(base + "/{id}", web::person("enter").of(d.name).of_nobody(d.reference), act_handler(c, [&c, &d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
      return update(c, r, tx, a, s, d, id_of(r));
    }));
  router.post(base + "/{id}/delete", web::person("enter").of(d.name).of_nobody(d.reference), act_handler(c, [&c, &d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    return erase(c, r, tx, a, s, d, id_of(r));
  }));
  router.post(base + "/{id}/undo", web::person("enter").of(d.name).of_nobody(d.reference), act_handler(c, [&c, &d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    return take_back(c, r, tx, a, s, d, id_of(r));
  }));
  for (const Verb& verb : d.verbs)
    router.post(base + "/{id}/" + verb.name, web::person(functions_text(verb.need)).of(d.name), act_handler(c, [&c, &d, &verb](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
      return do_verb(c, r, tx, a, s, d, verb, id_of(r));
    }));
}

}  // namespace

namespace {

/// The page that asks for the pass-phrase again, when the route wants it and the person may use the route at all.
std::optional<web::Response> ask_again(const Context& context, const web::Request& request, bool writes) {
  if (request.access == nullptr || !request.access->again || !context.prove) return std::nullopt;
  Actor actor;
  context.db->read([&](db::ReadDb& db) { actor = context.actor(db, request); });
  if (actor.id == 0 || refusal_of(request.access, actor, writes) || !proof_is_due(request.access, actor)) return std::nullopt;
  return context.prove(request, actor);
}

std::optional<Problem> refused(const web::Request& request, const Actor& actor, bool writes) {
  if (auto no = refusal_of(request.access, actor, writes)) return no;
  return proof_is_due(request.access, actor) ? std::optional(proof_missing()) : std::nullopt;
}

}  // namespace

web::Handler page_handler(const Context& context,
                          std::function<web::Response(const web::Request&, db::ReadDb&, const Actor&, Shell&)> body) {
  return [&context, body = std::move(body)](const web::Request& request) {
    if (auto first = ask_again(context, request, false)) return *first;
    web::Response response;
    Actor actor;
    context.db->read([&](db::ReadDb& db) {
      actor = context.actor(db, request);
      actor.notes = std::make_shared<ReadNotes>();
      if (actor.id == 0) {
        response = to_sign_in(request);
        return;
      }
      Shell shell = context.shell(db, request, actor);
      const auto no = refused(request, actor, false);
      response = no ? problem_page(shell, *no) : body(request, db, actor, shell);
    });
    if (context.after_page) context.after_page(request);
    if (context.after_reading && actor.notes && !actor.notes->records.empty()) context.after_reading(request, actor, *actor.notes);
    return response;
  };
}

web::Handler act_handler(const Context& context,
                         std::function<web::Response(const web::Request&, db::Tx&, const Actor&, Shell&)> body) {
  return [&context, body = std::move(body)](const web::Request& request) {
    if (auto first = ask_again(context, request, true)) return *first;
    web::Response response;
    context.db->write([&](db::Tx& tx) {
      const Actor actor = context.actor(tx, request);
      if (actor.id == 0) {
        response = to_sign_in(request);
        return false;
      }
      Shell shell = context.shell(tx, request, actor);
      const auto no = refused(request, actor, true);
      response = no ? problem_page(shell, *no) : body(request, tx, actor, shell);
      return response.status < 400;
    });
    return response;
  };
}

web::Handler slow_handler(const Context& context, std::function<web::Response(const web::Request&, const Actor&)> body) {
  return [&context, body = std::move(body)](const web::Request& request) {
    if (auto first = ask_again(context, request, true)) return *first;
    Actor actor;
    context.db->read([&](db::ReadDb& db) { actor = context.actor(db, request); });
    if (actor.id == 0) return to_sign_in(request);
    if (const auto no = refused(request, actor, true)) return web::refusal(*no);
    return body(request, actor);
  };
}

web::Response respond(const Shell& shell, const PageHead& head, const Html& body, int status) {
  return web::html(page(shell, head, body), status);
}

web::Response problem_page(const Shell& shell, const Problem& problem) {
  Html h(shell.lang);
  PageHead head;
  switch (problem.code) {
    case Code::not_found: head.title = Text("Không thấy", "Not found"); break;
    case Code::forbidden: head.title = Text("Chưa được phép", "Not allowed"); break;
    case Code::conflict: head.title = Text("Có người đã sửa trước", "Somebody changed it first"); break;
    case Code::invalid:
    case Code::too_large:
    case Code::unsupported: head.title = Text("Chưa làm được", "Could not be done"); break;
  }
  h << empty_state(shell.lang, head.title, problem.message, {{Text("Về tổng quan", "To the overview"), "/"}});
  return respond(shell, head, h, http_status(problem.code));
}

std::int64_t id_of(const web::Request& r) {
  const auto id = parse_int(r.arg("id"));
  return id && *id > 0 ? *id : 0;
}

void add_routes(web::Router& router, const Context& context) {
  for (const Description* d : context.catalog->all()) {
    add_pages_of(router, context, *d);
    add_acts_of(router, context, *d);
  }
  router.get("/search", web::person(), page_handler(context, [&context](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return search_page(context, r, db, a, s);
  }));
}

}  // namespace nc::reg
