// Gifts given and received, and the memory that keeps anybody from giving the same twice.
#pragma once
#include "html/components.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& gifts();

/// A gift that somebody got before.
struct GiftBefore {
  std::int64_t id = 0;
  std::string what, what_en, direction, person;
  Date date;
  bool planned = false;
  bool alike = false;  ///< the same as, or much like, the one asked about
};
/// What a partner (or, without one, a person by name) was given and gave, newest first. `what` marks those that are alike.
std::vector<GiftBefore> gifts_before(db::ReadDb& db, const Actor& actor, std::int64_t partner, const std::string& person, const std::string& what, std::int64_t but = 0);
/// Gifts that others were given and this partner never, the most usual first.
std::vector<std::string> never_given(db::ReadDb& db, const Actor& actor, std::int64_t partner, const std::string& person, std::size_t most);
/// The same thing in other words: "Bộ ấm trà Bát Tràng" and "ấm trà gốm Bát Tràng".
bool same_gift(std::string_view a, std::string_view b);

/// Who is to be thanked or greeted: the titles that the registers know.
struct KnownPerson { std::string name, title, title_en, from; };
std::vector<KnownPerson> people_of_partner(db::ReadDb& db, const Actor& actor, std::int64_t partner);

/// On the page of a delegation: gifts of this visit, and the memory of its partner.
Html gifts_panel(const reg::PanelContext& x);
/// GET /gifts/memory: the aside of the form again, for what is typed.
void add_gift_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
