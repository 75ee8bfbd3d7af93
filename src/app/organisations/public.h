// The network of organisations: who there is, under which name and when, who succeeded whom, how many members.
#pragma once
#include <optional>
#include <vector>

#include "app/organisations/changes.h"
#include "db/db.h"
#include "figure/figure.h"
#include "file/diploma.h"
#include "file/paper.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& organisations();
const reg::Description& organisation_names();
const reg::Description& organisation_links();
const reg::Description& successions();
const reg::Description& memberships();

/// Writes org_tree and org_home anew from the organisations (see tree.cpp). Called after each change of an
/// organisation, and once after bulk loads.
void rebuild_org_tree(db::Tx& tx);
/// Numbers of the organisations below `org` on that day, itself among them; nullopt when they are those of today.
std::optional<std::vector<std::int64_t>> organisations_below(db::ReadDb& db, std::int64_t org, Date day);

/// GET and POST /organisations/{id}/act: rename, move, merge, split, dissolve, revive, by decision and day.
void add_network_pages(web::Router& router, const reg::Context& context);
/// GET /network: the associations in numbers, and what became of them in the working period: founded, renamed, merged, split ...
void add_network_changes_page(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// Links between the pages of the network, above their lists.
Html network_doors(const reg::PanelContext& x, const std::string& query);
/// Where an organisation comes from and what became of it, on top of its page.
Html lineage(const reg::PanelContext& x);
/// Where the acts begin, for those who may do them.
Html network_button(const reg::PanelContext& x);

/// Code of the organisation whose figures a person opens on: the city or province as a whole where they reach it, else their own.
std::string home_org(db::ReadDb& db, const Actor& actor);

/// Who writes: what the head and the foot of a paper of this organisation say.
struct Letterhead {
  std::int64_t id = 0;
  std::string name, name_en, kind, place, symbol;
  std::string area_en;  ///< "city" or "province": what the place of the Union is, in English; "" when its name does not tell
  std::string signer;  ///< the chair, when the register names one of this year or the year before
  std::string in(Lang lang) const { return lang == Lang::en && !name_en.empty() ? name_en : name; }
};
Letterhead letterhead_of(db::ReadDb& db, std::int64_t organisation, Date on);
/// A paper begun: head, place and day (blank when `on` is empty: written at signing), signature. `sort` is the short form of the
/// kind for the number ("CTr"); "" makes a letter, without national name, motto and number.
paper::Paper paper_from(const Letterhead& head, Lang lang, std::string_view sort, Date on);
/// In capitals, as on the head of papers, on one line.
std::string in_capitals(std::string_view text);
/// A certificate begun: issuer, title, blanks for the number ("" as `sort`: it has none), place and day, signature; "BẢN MẪU" on a made-up one.
paper::Diploma diploma_from(const Letterhead& head, std::string_view sort, Date on, bool illustrative);

}  // namespace nc::app
