// Views of lists that people keep: conditions, order and columns under a name, their own or shared within their organisation.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "register/store.h"

namespace nc::reg {

/// So many views a person may keep of one register.
inline constexpr std::size_t k_views_most = 50;

struct KeptView {
  std::int64_t id = 0, person = 0, org = 0;
  std::string name, query;
  /// "": only the person; "all": everybody of the organisation; a function's code: those of them who have it.
  std::string audience;
  bool usual = false;  ///< the actor's list opens with it
};

/// Those that the actor may use, own ones first, then by name.
std::vector<KeptView> kept_views(db::ReadDb& db, const Description& d, const Actor& actor);
/// Only what kept_views would give: a view of another organisation is not found.
Result<KeptView> find_view(db::ReadDb& db, const Description& d, const Actor& actor, std::string_view id);
/// The actor's own, and shared ones of the organisation for its administrators.
bool may_change(const KeptView& view, const Actor& actor);
/// Those who only read keep views for themselves.
bool may_share(const Actor& actor);

/// Keeps a new view (id 0) or changes one. Its query is brought into the one form; place in the list and chosen rows are left out.
Result<std::int64_t> keep_view(db::Tx& tx, const Description& d, const Actor& actor, KeptView view);
Result<bool> drop_view(db::Tx& tx, const Description& d, const Actor& actor, const KeptView& view);
/// The actor's list opens with this view; nullptr: as the register has it.
void set_usual_view(db::Tx& tx, const Description& d, const Actor& actor, const KeptView* view);
/// What Context::usual_view asks for.
std::string usual_query(db::ReadDb& db, const Actor& actor, const Description& d);

/// The query as it is kept: checked, without its place in the list, chosen rows and the view it was opened from.
Result<ListQuery> query_to_keep(const Description& d, std::string_view query);

}  // namespace nc::reg
