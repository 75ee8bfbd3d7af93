// Routes of the desk: what people send, turned into the decisions of decide.h and take.h.
#include "app/desk/pages.h"
#include "app/desk/public.h"
#include "html/assets.h"

namespace nc::app {

namespace {

using web::Request;
using web::Response;

/// The statement that waits next, so that the page opens on it.
std::int64_t next_waiting(db::ReadDb& db, const Actor& actor, std::int64_t reading, std::int64_t after) {
  std::int64_t first = 0;
  bool passed = false;
  for (const auto& c : candidates_of(db, actor, reading)) {
    if (c.row.id == after) passed = true;
    if (c.row.state != "waiting") continue;
    if (passed) return c.row.id;
    if (first == 0) first = c.row.id;
  }
  return first;
}

Response back(db::ReadDb& db, const Actor& actor, std::int64_t reading, std::int64_t candidate, const char* done, bool stay = false) {
  const std::int64_t to = stay ? candidate : next_waiting(db, actor, reading, candidate);
  return web::redirect("/desk/" + std::to_string(reading) + "?done=" + done + (candidate ? "&c=" + std::to_string(candidate) : "") + (to ? "#c-" + std::to_string(to) : ""));
}

Response refused(const Shell& shell, const Problems& problems) { return reg::problem_page(shell, problems.front()); }

std::int64_t org_of_code(db::ReadDb& db, const Actor& actor, const std::string& code) {
  if (code.empty()) return 0;
  db::Params params{code};
  std::string sql = "SELECT o.id FROM organisation o WHERE o.deleted = 0 AND o.code = $1 AND (";
  append(sql, params, reach_scope(actor, "o"));
  return db.integer(db::Sql::built(sql + ")"), params);
}

Response take(const Desk& x, const Request& r, db::Tx& tx) {
  NewArticleForm f{std::string(r.form.get("title")), std::string(r.form.get("source")), std::string(r.form.get("author")), std::string(r.form.get("url")),
                   std::string(r.form.get("published")), std::string(r.form.get("about")), std::string(r.form.get("text")), {}};
  NewArticle a{f.title, f.source, f.author, f.url, f.text, {}, {}, {}, 0};
  if (!f.published.empty()) {
    if (const auto day = parse_date(f.published)) a.published = *day;
    else f.problems.push_back({Code::invalid, day.error().message, "published"});
  }
  a.about = org_of_code(tx, x.actor, f.about);
  if (!f.about.empty() && a.about == 0) f.problems.push_back({Code::invalid, Message("Chọn đơn vị trong danh sách.", "Choose an organisation from the list."), "about"});
  if (const auto* upload = r.upload("file"); upload && !upload->bytes.empty()) {
    a.file_name = upload->filename;
    a.bytes = upload->bytes;
  }
  if (f.problems.empty()) {
    if (auto sent = articles_in(a); !sent) {
      f.problems.push_back({sent.error().code, sent.error().message, "file"});
    } else {
      std::int64_t first = 0;
      for (const auto& article : *sent) {
        auto taken = take_article(tx, *x.context.catalog, x.actor, article);
        if (!taken) {
          f.problems = taken.error();
          break;
        }
        const bool alone = sent->size() == 1;
        if (alone) return web::redirect("/desk/" + std::to_string(taken->reading) + (taken->known ? "?done=known" : "?done=taken"));
        if (first == 0 || !taken->known) first = taken->reading;
      }
      if (f.problems.empty() && first != 0) return web::redirect("/desk/" + std::to_string(first) + "?done=feed");
      if (f.problems.empty()) f.problems.push_back({Code::invalid, Message("Nguồn tin không có bài nào.", "The feed has no articles."), "file"});
    }
  }
  return new_article_page(x, f, 422);
}

/// The cells a form begins with: what the article states.
reg::Cells drafted(const Desk& x, const ReadingSeen& reading, const Candidate& c, const reg::Description& d, int measure) {
  if (d.name != "claim") return draft_record(x.db, *x.context.catalog, x.actor, d, reading, c);
  const auto numbers = measures_of(c.fact);
  const bool has = measure >= 0 && static_cast<std::size_t>(measure) < numbers.size();
  return draft_claim(x.db, *x.context.catalog, x.actor, reading, c, has ? &numbers[static_cast<std::size_t>(measure)] : nullptr);
}

/// The register a statement may be edited for; nullptr when it is none of its own.
const reg::Description* target_of(const Desk& x, const Candidate& c, const std::string& as) {
  const auto names = registers_for(c.fact);
  if (as != "claim" && std::find(names.begin(), names.end(), as) == names.end()) return nullptr;
  return x.context.catalog->find(as);
}

Response edit(const Desk& x, const Request& r) {
  auto c = load_candidate(x.db, x.actor, reg::id_of(r));
  if (!c) return reg::problem_page(x.shell, c.error());
  auto reading = load_reading(x.db, x.actor, c->row.reading.id);
  if (!reading) return reg::problem_page(x.shell, reading.error());
  std::string as(r.query.get("as"));
  const int measure = static_cast<int>(parse_int(r.query.get("m")).value_or(0));
  if (!target_of(x, *c, as)) as = registers_for(c->fact).empty() ? "claim" : registers_for(c->fact).front();
  const auto* d = target_of(x, *c, as);
  return edit_page(x, *c, *reading, as, measure, drafted(x, *reading, *c, *d, measure), {}, 200);
}

/// A record named by its code.
Problems find_record(const Desk& x, const Request& r, db::ReadDb& db, Choice& choice) {
  choice.link_register = r.form.get("register");
  if (const auto id = parse_int(r.form.get("record_id"))) {
    choice.link_id = *id;
    return {};
  }
  const auto* d = x.context.catalog->find(choice.link_register);
  auto cells = d ? reg::load_code(db, *d, x.actor, r.form.get("record")) : Result<reg::Cells>(refuse(Code::invalid, Message("Chọn sổ của bản ghi.", "Choose the register."), "register"));
  if (!cells) return {{Code::invalid, cells.error().message, "record"}};
  choice.link_id = db::as_int((*cells)[reg::k_id]);
  return {};
}

Response accept(const Desk& x, const Request& r, db::Tx& tx) {
  auto c = load_candidate(tx, x.actor, reg::id_of(r));
  if (!c) return reg::problem_page(x.shell, c.error());
  auto reading = load_reading(tx, x.actor, c->row.reading.id);
  if (!reading) return reg::problem_page(x.shell, reading.error());
  Choice choice;
  choice.as = r.form.get("as");
  choice.measure = static_cast<int>(parse_int(r.form.get("m")).value_or(0));
  const bool edited = r.form.has("edited");
  const auto* d = choice.as == "link" || choice.as.empty() ? nullptr : target_of(x, *c, choice.as);
  reg::Typed typed;
  reg::Cells cells;
  if (choice.as == "link") typed.problems = find_record(x, r, tx, choice);
  if (d) cells = drafted(x, *reading, *c, *d, choice.measure);
  if (edited && d) {
    typed.fields = &r.form;
    typed.problems = reg::read_form(x.context, tx, x.actor, *d, r.form, cells);
    choice.cells = cells;
    choice.amount = r.form.get("value.amount");
    choice.basis = r.form.get("value.basis");
    choice.date = r.form.get("value.date");
  }
  if (typed.problems.empty()) {
    auto done = accept_statement(tx, *x.context.catalog, x.actor, c->row.id, choice);
    if (done) return back(tx, x.actor, reading->row.id, c->row.id, done->created ? "created" : "linked");
    typed.problems = done.error();
  }
  const bool mendable = d && typed.problems.front().code == Code::invalid;
  return mendable ? edit_page(x, *c, *reading, choice.as, choice.measure, cells, typed, 422) : refused(x.shell, typed.problems);
}

Html desk_panel(const reg::PanelContext& p) {
  Html h(p.lang);
  if (p.what.name != "evidence") return h;
  const auto text_of = [&](std::string_view column) { return db::as_text(p.cells[static_cast<std::size_t>(p.what.column(column))]); };
  if (text_of("kind") != "article" || text_of("text").empty()) return h;
  db::Params params{p.id};
  std::string sql = "SELECT t.id, t.waiting FROM article_reading t WHERE t.deleted = 0 AND t.evidence = $1 AND (";
  append(sql, params, article_readings().scope(p.actor, "t"));
  const auto row = p.db.first(db::Sql::built(sql + ") ORDER BY t.id LIMIT 1"), params);
  Html body(p.lang);
  if (row) {
    const std::int64_t waiting = db::as_int((*row)[1]);
    body << "<p>"_h << button(p.lang, {.label = Text("Mở trên bàn đọc báo", "Open on the press desk"), .icon = "news", .href = "/desk/" + std::to_string(db::as_int((*row)[0])), .small = true}) << "</p>"_h;
    if (waiting > 0) body << "<p class=\"m2 sm\">"_h << Message("Còn " + format_int(waiting, Lang::vi) + " dữ kiện chờ quyết định.", format_int(waiting, Lang::en) + " statements wait.") << "</p>"_h;
  } else if (p.actor.may(Function::enter)) {
    body << "<form method=\"post\" action=\"/desk/read\">"_h << hidden("csrf", p.csrf) << hidden("evidence", std::to_string(p.id)) << "<button class=\"btn btn-s\" type=\"submit\">"_h << icon("news", "s")
         << Text("Đọc bài này", "Read this article") << "</button></form>"_h;
  } else {
    return h;
  }
  return card(p.lang, {.title = Text("Đọc báo", "Press desk"), .body = body});
}

}  // namespace

void add_desk_everywhere(reg::Context& context) { context.panels_everywhere.emplace_back(reg::PanelPlace::side, desk_panel); }

void add_desk_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  const auto page = [&](auto body) {
    return reg::page_handler(context, [&context, &engine, body](const Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return body(Desk{context, engine, db, a, s}, r); });
  };
  const auto act = [&](auto body) {
    return reg::act_handler(context, [&context, &engine, body](const Request& r, db::Tx& tx, const Actor& a, Shell& s) { return body(Desk{context, engine, tx, a, s}, r, tx); });
  };
  router.get("/desk/new", web::person("enter"), page([](const Desk& x, const Request&) { return new_article_page(x, {}, 200); }));
  router.post("/desk", web::person("enter"), act(take));
  router.post("/desk/read", web::person("enter"), act([](const Desk& x, const Request& r, db::Tx& tx) {
                auto taken = take_stored(tx, *x.context.catalog, x.actor, parse_int(r.form.get("evidence")).value_or(0));
                return taken ? web::redirect("/desk/" + std::to_string(taken->reading)) : taken.error().front().code == Code::not_found ? web::redirect("/evidence") : refused(x.shell, taken.error());
              }));
  router.get("/desk/{id}", web::person().of("article_reading"), page([](const Desk& x, const Request& r) { return article_page(x, r, reg::id_of(r)); }));
  router.post("/desk/{id}/again", web::person("enter").of("article_reading"), act([](const Desk& x, const Request& r, db::Tx& tx) {
                auto n = read_again(tx, *x.context.catalog, x.actor, reg::id_of(r));
                return n ? back(tx, x.actor, reg::id_of(r), 0, "again") : refused(x.shell, n.error());
              }));
  router.post("/desk/{id}/take-back", web::person("enter").of("article_reading"), act([](const Desk& x, const Request& r, db::Tx& tx) {
                auto n = take_back_article(tx, *x.context.catalog, x.actor, reg::id_of(r));
                return n ? back(tx, x.actor, reg::id_of(r), 0, "undone") : refused(x.shell, n.error());
              }));
  router.post("/desk/{id}/reject-rest", web::person("enter").of("article_reading"), act([](const Desk& x, const Request& r, db::Tx& tx) {
                auto n = reject_rest(tx, *x.context.catalog, x.actor, reg::id_of(r));
                return n ? back(tx, x.actor, reg::id_of(r), 0, "rejected") : refused(x.shell, n.error());
              }));
  router.get("/statements/new", web::person("enter"), page([](const Desk&, const Request&) { return web::redirect("/desk/new"); }));
  router.get("/statements/{id}", web::person().of("article_candidate"), page([](const Desk& x, const Request& r) {
               auto c = load_candidate(x.db, x.actor, reg::id_of(r));
               return c ? web::redirect("/desk/" + std::to_string(c->row.reading.id) + "#c-" + std::to_string(c->row.id)) : reg::problem_page(x.shell, c.error());
             }));
  router.get("/statements/{id}/edit", web::person("enter").of("article_candidate"), page(edit));
  router.post("/statements/{id}/accept", web::person("enter").of("article_candidate"), act(accept));
  router.post("/statements/{id}/reject", web::person("enter").of("article_candidate"), act([](const Desk& x, const Request& r, db::Tx& tx) {
                auto c = load_candidate(tx, x.actor, reg::id_of(r));
                auto done = reject_statement(tx, *x.context.catalog, x.actor, reg::id_of(r), std::string(r.form.get("reason")));
                return done ? back(tx, x.actor, c->row.reading.id, reg::id_of(r), "rejected") : refused(x.shell, done.error());
              }));
  router.post("/statements/{id}/take-back", web::person("enter").of("article_candidate"), act([](const Desk& x, const Request& r, db::Tx& tx) {
                auto c = load_candidate(tx, x.actor, reg::id_of(r));
                auto done = take_back_statement(tx, *x.context.catalog, x.actor, reg::id_of(r));
                return done ? back(tx, x.actor, c->row.reading.id, reg::id_of(r), "undone", true) : refused(x.shell, done.error());
              }));
}

}  // namespace nc::app
