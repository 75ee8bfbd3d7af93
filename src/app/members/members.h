// What the files of members share. Inside this module only.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "file/paper.h"
#include "register/pages.h"

namespace nc::app {

/// Who reads members: people of the association itself (and of those above it that are no Union), and those of the Union with the
/// right to personal data. Everybody else in reach counts them and reads no names.
Condition members_scope(const Actor& actor, std::string_view alias);

/// Other memberships of the same person, and what was paid: on the page of a member.
Html member_elsewhere(const reg::PanelContext& x);

/// A member of an organisation or of one below it, as lists show it.
struct MemberSeen {
  std::int64_t id = 0, org = 0, born_year = 0;
  std::string name, card, kind, status, roles, org_name, org_name_en, workplace;
  Date joined;
  bool illustrative = false;
  /// Where the member belongs, as the page speaks.
  const std::string& where(Lang lang) const { return lang == Lang::vi ? org_name : org_name_en; }
};
/// What lists of members are about.
enum class MembersWanted { present, applied };
/// By name, at most `most`; only those that the actor may read.
std::vector<MemberSeen> members_of(db::ReadDb& db, const Actor& actor, std::int64_t org, MembersWanted wanted, int most);
/// Those of these numbers who are members now and whom the actor may read, by name.
std::vector<MemberSeen> members_among(db::ReadDb& db, const Actor& actor, const std::vector<std::int64_t>& ids);

/// Dues paid for a year, by member.
struct DuePaid {
  std::int64_t id = 0, version = 0;
  std::optional<Money> amount;
  Date paid;
};
std::map<std::int64_t, DuePaid> dues_of(db::ReadDb& db, const Actor& actor, int year);

/// The list of members on paper, as of today.
paper::Paper member_list_paper(db::ReadDb& db, const Actor& actor, std::int64_t org);

/// Does the actor read names of members at all, and those of this organisation?
bool reads_names(db::ReadDb& db, const Actor& actor, std::int64_t org);

/// GET /members/cards.pdf?id=&id= (those chosen) and /organisations/{id}/members/cards.pdf (all of an association).
void add_card_pages(web::Router& router, const reg::Context& context);
/// "Print the card" on the page of a member.
Html card_panel(const reg::PanelContext& x);

/// GET and POST /organisations/{id}/dues.
void add_dues_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
