// A meeting as work: its agenda and people, and what is done with them. Inside this module only.
#pragma once
#include <string>
#include <vector>

#include "app/outgoing/public.h"
#include "app/organisations/public.h"
#include "register/store.h"

namespace nc::app {

/// Groups of people at a meeting, in the order of precedence; kinds of points of an agenda; what became of an invitation.
const reg::Options& invitee_groups();
const reg::Options& item_kinds_of_meetings();
const reg::Options& invitee_states();

struct AgendaPoint { std::int64_t id = 0; std::string from, to, kind, title, speaker, paper, summary; };
struct Invitee {
  std::int64_t id = 0, version = 0, unit = 0, org = 0;
  std::string person, title, group, status, substitute, excuse, seat, unit_name, unit_full;  ///< short for pages, in full for papers
  bool came() const { return status == "attended" || status == "substituted"; }
  std::string who() const { return title.empty() ? person : person + ", " + title; }
};
/// In the order of the day; in the order of groups, then as entered. Through the actor's scope.
std::vector<AgendaPoint> agenda_of(db::ReadDb& db, const Actor& actor, std::int64_t meeting);
std::vector<Invitee> invitees_of(db::ReadDb& db, const Actor& actor, std::int64_t meeting);

/// Hook behind a meeting's save: once invitations are sent, everybody listed is invited, and the people of their organisations
/// are told.
void invite_those_listed(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);
/// Lists the chair of every active association of the Union that keeps the meeting, but not twice. Returns how many.
tl::expected<int, Problems> list_associations(db::Tx& tx, const Actor& actor, std::int64_t meeting);
/// Numbers the seats of those who are expected, by precedence. Returns how many.
tl::expected<int, Problems> number_seats(db::Tx& tx, const Actor& actor, std::int64_t meeting);

/// A petition raised at the meeting.
struct Raised { std::string title, text, person, kind; std::int64_t from = 0; };
tl::expected<std::int64_t, Problems> raise_petition(db::Tx& tx, const Actor& actor, std::int64_t meeting, const Raised& raised);

Html agenda_panel(const reg::PanelContext& x);
Html invitees_panel(const reg::PanelContext& x);
Html raised_panel(const reg::PanelContext& x);
Html meeting_papers_panel(const reg::PanelContext& x);
/// On the page of an invitation: to what, when, where.
Html invitation_panel(const reg::PanelContext& x);

/// GET /invitations/{id}/letter.docx and .pdf: the letter of invitation to that addressee once it is issued, for whoever may see the
/// invitation and nobody else (404); 409 until then.
void add_letter_files(web::Router& router, const reg::Context& context);
/// Is the letter of invitation of this meeting issued?
bool letter_is_issued(db::ReadDb& db, std::int64_t meeting);

void add_attendance_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
