// Acts on records that forms post: create, update, delete, undo, verbs, checks of one field.
#include "register/pages_act.h"

#include <boost/json.hpp>

#include "base/fold.h"

namespace nc::reg {

namespace {

/// Back to the record with what was done in words; the change number offers the undo.
web::Response done(const Description& d, const Saved& saved, std::string_view what) {
  return web::redirect(record_url(d, saved.id) + "?done=" + std::string(what) + "&change=" + std::to_string(saved.change));
}

/// A part is shown on its parent's page: people come back there.
std::string after_saving(const Description& d, const Cells& cells, const Catalog& catalog) {
  if (d.parent_field.empty()) return {};
  const Field* f = d.find(d.parent_field);
  const Description* parent = f && f->opt.link ? catalog.find(f->opt.link) : nullptr;
  const std::int64_t id = f ? db::as_int(cells[static_cast<std::size_t>(f->first)]) : 0;
  return parent && id ? record_url(*parent, id) : std::string();
}

web::Response saved_page(const Context& c, const Description& d, const Cells& cells, const Saved& saved, std::string_view what,
                         const web::Request& r) {
  if (r.form.has("again")) return web::redirect(list_url(d) + "/new?done=" + std::string(what));
  if (std::string parent = after_saving(d, cells, *c.catalog); !parent.empty()) return web::redirect(parent + "?done=" + std::string(what));
  return done(d, saved, what);
}

bool is_conflict(const Problems& problems) {
  for (const Problem& p : problems)
    if (p.code == Code::conflict && p.field.empty()) return true;
  return false;
}

}  // namespace

web::Response create(const Context& c, const web::Request& r, db::Tx& tx, const Actor& a, Shell& s, const Description& d) {
  Cells cells = new_cells(c, tx, a, d, {});
  Typed typed{&r.form, read_form(c, tx, a, d, r.form, cells)};
  if (typed.problems.empty()) {
    auto saved = save(tx, *c.catalog, d, a, cells);
    if (saved) return saved_page(c, d, cells, *saved, "created", r);
    typed.problems = saved.error();
  }
  return form_page(c, tx, a, s, d, cells, typed, 422);
}

web::Response update(const Context& c, const web::Request& r, db::Tx& tx, const Actor& a, Shell& s, const Description& d, std::int64_t id) {
  auto current = load(tx, d, a, id);
  if (!current) return problem_page(s, current.error());
  Cells mine = *current;
  Typed typed{&r.form, read_form(c, tx, a, d, r.form, mine)};
  auto version = parse_int(r.form.get("version"));
  if (!version) typed.problems.push_back({Code::invalid, Message("Biểu mẫu thiếu số phiên bản. Mở lại bản ghi rồi sửa.",
                                                                 "The form has no version. Open the record again to edit it."), {}});
  if (typed.problems.empty()) {
    mine[k_version] = *version;
    auto saved = save(tx, *c.catalog, d, a, mine, {.reason = std::string(r.form.get("reason")), .batch = {}, .action = {}});
    if (saved) return saved_page(c, d, mine, *saved, "saved", r);
    if (is_conflict(saved.error())) return conflict_page(c, tx, a, s, d, *current, mine, saved.error().front());
    typed.problems = saved.error();
  }
  if (version) mine[k_version] = *version;
  return form_page(c, tx, a, s, d, mine, typed, 422);
}

web::Response erase(const Context& c, const web::Request& r, db::Tx& tx, const Actor& a, Shell& s, const Description& d, std::int64_t id) {
  auto before = load(tx, d, a, id);
  if (!before) return problem_page(s, before.error());
  auto version = parse_int(r.form.get("version"));
  auto removed = remove(tx, *c.catalog, d, a, id, version.value_or(-1), std::string(r.form.get("reason")));
  if (!removed) return problem_page(s, removed.error());
  const std::string parent = after_saving(d, *before, *c.catalog);
  return web::redirect((parent.empty() ? list_url(d) : parent) + "?done=removed&change=" + std::to_string(removed->change) +
                       "&of=" + std::to_string(id));
}

web::Response take_back(const Context& c, const web::Request& r, db::Tx& tx, const Actor& a, Shell& s, const Description& d, std::int64_t id) {
  if (auto there = load(tx, d, a, id, Hidden::yes); !there) return problem_page(s, there.error());
  auto change = parse_int(r.form.get("change"));
  if (!change) return problem_page(s, {Code::invalid, Message("Thiếu số của lần sửa cần hoàn tác.", "The change to undo is not named."), {}});
  auto undone = undo(tx, *c.catalog, d, a, *change);
  if (!undone) return problem_page(s, undone.error());
  auto still_there = load(tx, d, a, id);
  return web::redirect((still_there ? record_url(d, id) : list_url(d)) + "?done=undone");
}

web::Response do_verb(const Context& c, const web::Request& r, db::Tx& tx, const Actor& a, Shell& s, const Description& d, const Verb& verb,
                      std::int64_t id) {
  (void)c;
  auto cells = load(tx, d, a, id);
  if (!cells) return problem_page(s, cells.error());
  if (verb.offered && !verb.offered(a, *cells))
    return problem_page(s, {Code::forbidden, Message("Việc này không làm được với bản ghi ở trạng thái hiện nay.",
                                                     "This can't be done with the record as it stands."), {}});
  auto said = verb.act({tx, a, d, nullptr}, id, std::string(r.form.get("reason")));
  if (!said) return problem_page(s, said.error());
  return web::redirect(record_url(d, id) + "?done=verb&say=" + url_encode(said->in(s.lang)));
}

web::Response check_field(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& a, const Shell& s, const Description& d) {
  const std::string name(r.form.get("field"));
  const Field* f = d.find(name);
  Html h(s.lang);
  if (f) {
    Cells cells = new_cells(c, db, a, d, {});
    if (auto wrong = set_text(db, *c.catalog, a, *f, r.form.get(name), cells)) h << *wrong;
    else if (f->opt.required && r.form.get(name).empty()) h << Text("Ô này cần có giá trị.", "This field is needed.");
  }
  return web::html(std::move(h).str());
}

web::Response lookup(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& a, const Shell& s, const Description& d) {
  (void)c;
  ListQuery q;
  q.words = std::string(r.query.get("q"));
  q.limit = 20;
  if (fold(q.words).size() < 2) q.words.clear();
  boost::json::array options;
  for (const Cells& cells : list(db, d, a, q).rows)
    options.push_back({{"value", db::as_text(cells[k_code])}, {"label", d.title_of(cells, s.lang)}});
  return web::json(boost::json::serialize(options));
}

}  // namespace nc::reg
