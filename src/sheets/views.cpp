// Kept views in the database, always within the actor's organisation.
#include "sheets/views.h"

#include <algorithm>

#include "base/fold.h"
#include "ledger/generation.h"
#include "web/decode.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_name_most = 80, k_query_most = 4000;

Problem no_view() {
  return {Code::not_found, Text("Góc nhìn này không còn, hoặc không phải của bạn hay của đơn vị bạn.",
                                "This view is gone, or it is neither yours nor your organisation's."), {}};
}

bool for_actor(const KeptView& v, const Actor& actor) {
  if (v.person == actor.id) return true;
  if (v.audience.empty() || v.org != actor.org) return false;
  const auto f = function_from_code(v.audience);
  return v.audience == "all" || actor.may(Function::administer) || (f && actor.may(*f));
}

std::optional<Problem> fault_in(const KeptView& v, const Actor& actor) {
  if (v.name.empty()) return Problem{Code::invalid, Text("Đặt tên cho góc nhìn.", "Give the view a name."), "name"};
  if (static_cast<std::size_t>(std::ranges::count_if(v.name, [](char c) { return (c & 0xC0) != 0x80; })) > k_name_most)
    return Problem{Code::invalid, Text("Tên góc nhìn dài nhất 80 chữ. Rút ngắn tên.", "A view's name has at most 80 letters. Shorten it."), "name"};
  if (v.audience.empty()) return std::nullopt;
  if (v.audience != "all" && !function_from_code(v.audience))
    return Problem{Code::invalid, Text("Chọn lại người được dùng góc nhìn.", "Choose again who may use the view."), "audience"};
  if (!may_share(actor))
    return Problem{Code::forbidden, Text("Bạn giữ được góc nhìn cho riêng mình; chia sẻ cần người nhập liệu, kiểm tra, phê duyệt hoặc quản trị.",
                                         "You can keep views for yourself; sharing takes someone who enters, checks, approves or administers."), "audience"};
  return std::nullopt;
}

}  // namespace

std::vector<KeptView> kept_views(db::ReadDb& db, const Description& d, const Actor& actor) {
  std::vector<KeptView> own, shared;
  db.each("SELECT v.id, v.person, v.org_id, v.name, v.query, v.audience, CASE WHEN u.view IS NULL THEN 0 ELSE 1 END FROM saved_view v "
          "LEFT JOIN usual_view u ON u.view = v.id AND u.person = $2 AND u.register_name = v.register_name "
          "WHERE v.register_name = $1 AND (v.person = $2 OR (v.org_id = $3 AND v.audience <> '')) ORDER BY v.id",
          {d.name, actor.id, actor.org}, [&](const db::Row& row) {
            KeptView v{row.integer(0), row.integer(1), row.integer(2), std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)), row.integer(6) != 0};
            if (for_actor(v, actor)) (v.person == actor.id ? own : shared).push_back(std::move(v));
            return true;
          });
  const auto by_name = [](const KeptView& a, const KeptView& b) { return collation_key(a.name) < collation_key(b.name); };
  std::stable_sort(own.begin(), own.end(), by_name);
  std::stable_sort(shared.begin(), shared.end(), by_name);
  own.insert(own.end(), std::make_move_iterator(shared.begin()), std::make_move_iterator(shared.end()));
  return own;
}

Result<KeptView> find_view(db::ReadDb& db, const Description& d, const Actor& actor, std::string_view id) {
  const auto number = parse_int(id);
  for (KeptView& v : kept_views(db, d, actor))
    if (number && v.id == *number) return std::move(v);
  return tl::make_unexpected(no_view());
}

bool may_change(const KeptView& view, const Actor& actor) {
  return view.person == actor.id || (!view.audience.empty() && view.org == actor.org && actor.may(Function::administer));
}

bool may_share(const Actor& actor) {
  return actor.org != 0 && (actor.may(Function::enter) || actor.may(Function::check) || actor.may(Function::approve) || actor.may(Function::administer));
}

Result<std::int64_t> keep_view(db::Tx& tx, const Description& d, const Actor& actor, KeptView view) {
  view.name = mended(view.name);
  if (auto fault = fault_in(view, actor)) return tl::make_unexpected(std::move(*fault));
  NC_TRY(query, query_to_keep(d, view.query));
  const auto known = kept_views(tx, d, actor);
  std::size_t own = 0;
  for (const KeptView& other : known) {
    if (other.person != actor.id || other.id == view.id) continue;
    ++own;
    if (fold(other.name) == fold(view.name))
      return refuse(Code::conflict, Message("Bạn đã có góc nhìn “" + other.name + "”. Đặt tên khác.", "You have a view “" + other.name + "” already. Choose another name."), "name");
  }
  ledger::touched(tx, "saved_view");
  if (view.id != 0) {
    if (!may_change(view, actor)) return tl::make_unexpected(no_view());
    tx.exec("UPDATE saved_view SET name = $2, query = $3, audience = $4 WHERE id = $1", {view.id, view.name, query_string(query), view.audience});
    return view.id;
  }
  if (own >= k_views_most)
    return refuse(Code::too_large, Text("Bạn đã giữ 50 góc nhìn của sổ này. Bỏ một góc nhìn không dùng nữa.",
                                        "You keep 50 views of this register already. Drop one you no longer use."));
  return tx.integer("INSERT INTO saved_view (register_name, person, org_id, name, query, audience) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                    {d.name, actor.id, actor.org, view.name, query_string(query), view.audience});
}

Result<bool> drop_view(db::Tx& tx, const Description&, const Actor& actor, const KeptView& view) {
  if (!may_change(view, actor)) return tl::make_unexpected(no_view());
  tx.exec("DELETE FROM usual_view WHERE view = $1", {view.id});
  tx.exec("DELETE FROM saved_view WHERE id = $1", {view.id});
  ledger::touched(tx, "saved_view");
  return true;
}

void set_usual_view(db::Tx& tx, const Description& d, const Actor& actor, const KeptView* view) {
  tx.exec("DELETE FROM usual_view WHERE person = $1 AND register_name = $2", {actor.id, d.name});
  if (view) tx.exec("INSERT INTO usual_view (person, register_name, view) VALUES ($1, $2, $3)", {actor.id, d.name, view->id});
  ledger::touched(tx, "saved_view");
}

std::string usual_query(db::ReadDb& db, const Actor& actor, const Description& d) {
  const auto id = db.first("SELECT view FROM usual_view WHERE person = $1 AND register_name = $2", {actor.id, d.name});
  if (!id) return {};
  // It may have been shared with the person once, or name a field that is no more: then the list opens as the register has it.
  const auto view = find_view(db, d, actor, std::to_string(db::as_int((*id)[0])));
  if (!view || !query_to_keep(d, view->query)) return {};
  return view->query + (view->query.empty() ? "" : "&") + "view=" + std::to_string(view->id);
}

Result<ListQuery> query_to_keep(const Description& d, std::string_view query) {
  if (query.size() > k_query_most)
    return refuse(Code::too_large, Text("Danh sách này có quá nhiều điều kiện để giữ. Bỏ bớt điều kiện.", "This list has too many conditions to keep. Drop some."));
  NC_TRY(items, web::urlencoded_fields(query, Text("góc nhìn", "the view")));
  NC_TRY(q, parse_list_query(d, items.items()));
  q.after.clear();
  q.before.clear();
  q.first_row = 1;
  q.ids.clear();
  q.view.clear();
  return q;
}

}  // namespace nc::reg
