// The letter of invitation as those invited get it: their own copy, from the page of their invitation.
#include "app/common/paper_file.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "app/outgoing/public.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

const RecordPaper& letter() { return meeting_papers().front(); }

Problem not_issued() {
  return {Code::conflict, Text("Giấy mời chưa phát hành. Khi văn thư cấp số, tệp có ở trang này.", "The letter of invitation is not issued yet. Once it has its number the file is on this page."), {}};
}

web::Response file(const web::Request& r, db::ReadDb& db, const Actor& actor, bool pdf) {
  const auto mine = reg::load(db, meeting_invitees(), actor, reg::id_of(r));
  if (!mine) return web::refusal(mine.error());
  // Those invited don't reach the meeting, which is the Union's record: their letter is read for them.
  const std::int64_t meeting = db::as_int((*mine)[static_cast<std::size_t>(meeting_invitees().column("meeting"))]);
  const auto cells = reg::load(db, meetings(), Actor::system(), meeting);
  if (!cells) return web::refusal(not_issued());
  const web::Fields none;
  auto bytes = issued_copy(letter(), {db, Actor::system(), meeting, *cells, none}, reg::id_of(r), pdf);
  if (!bytes) return web::refusal(not_issued());
  return paper_download(std::move(*bytes), "giay-moi-" + db::as_text((*mine)[reg::k_code]), pdf);
}

}  // namespace

bool letter_is_issued(db::ReadDb& db, std::int64_t meeting) {
  const auto entry = book_entry(db, meetings().name, meeting, letter().kind);
  return entry && entry->issued_on;
}

void add_letter_files(web::Router& router, const reg::Context& context) {
  for (const bool pdf : {false, true})
    router.get(std::string("/invitations/{id}/letter") + (pdf ? ".pdf" : ".docx"), web::person().of("meeting_invitee").seeing("internal"),
               reg::page_handler(context, [pdf](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell&) { return file(r, db, actor, pdf); }));
}

}  // namespace nc::app
