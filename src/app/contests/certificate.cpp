// Certificates of contests: one each as PDF or Word, and those of all prizes in one archive.
#include "app/common/paper_file.h"
#include "app/contests/certificate.h"

#include "app/common/within.h"
#include "app/contests/lists.h"
#include "app/contests/panels.h"
#include "app/contests/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/words.h"
#include "file/zip_file.h"
#include "html/components.h"

namespace nc::app {

namespace {

using paper::Block;

Block line(Block::Kind kind, std::string text) {
  Block b;
  b.kind = kind;
  b.runs = {{std::move(text), false, false, {}, {}}};
  return b;
}

/// "Nguyen-Van-A": fit for the name of a file everywhere.
std::string file_name(const std::string& name) {
  std::string out = fold(name);
  for (char& c : out)
    if (c == ' ') c = '-';
  return out.empty() ? "thi-sinh" : out;
}

/// The year in which it ended; "" while that is not known.
std::string year_of(const reg::Cells& contest) {
  const reg::Description& d = contests();
  const auto day = Date::from_iso(d.text(contest, "to_date").empty() ? d.text(contest, "from_date") : d.text(contest, "to_date"));
  return day ? std::to_string(day->year()) : std::string();
}

std::string edition_words(const reg::Cells& contest) {
  const reg::Description& d = contests();
  const std::int64_t edition = db::as_int(contest[static_cast<std::size_t>(d.column("edition"))]);
  std::string out = d.text(contest, "title");
  if (edition > 0 && out.find("lần thứ") == std::string::npos) out += " lần thứ " + std::to_string(edition);
  const std::string year = year_of(contest);
  if (!year.empty() && out.find(year) == std::string::npos) out += ", năm " + year;
  return out;
}

web::Response one_certificate(const web::Request& r, db::ReadDb& db, const Actor& actor, bool pdf) {
  const reg::Description& d = contest_entrants();
  const auto entrant = reg::load(db, d, actor, reg::id_of(r));
  if (!entrant) return web::refusal(entrant.error());
  const auto contest = reg::load(db, contests(), actor, db::as_int((*entrant)[static_cast<std::size_t>(d.column("contest"))]));
  if (!contest) return web::refusal(contest.error());
  if (d.text(*entrant, "status") != "confirmed") return web::refusal(409, Text("Chỉ thí sinh được dự thi mới có giấy chứng nhận.", "Only confirmed entrants get a certificate."));
  return paper_download(pdf ? paper::diploma_pdf(diploma_of(db, *entrant, *contest)) : paper::docx(certificate_of(db, *entrant, *contest)), "Chung-nhan-" + file_name(d.text(*entrant, "name")), pdf);
}

/// Those with a prize; ?all=1 takes everybody who took part.
web::Response all_certificates(const web::Request& r, db::ReadDb& db, const Actor& actor) {
  const auto contest = reg::load(db, contests(), actor, reg::id_of(r));
  if (!contest) return web::refusal(contest.error());
  const reg::Description& d = contest_entrants();
  reg::ListQuery q;
  q.filters = {{"contest", std::to_string(reg::id_of(r))}, {"status", "confirmed"}};
  q.limit = 500;
  const bool all = r.query.get("all") == "1";
  std::vector<std::pair<std::string, std::string>> parts;
  for (const reg::Cells& entrant : reg::list(db, d, actor, q).rows) {
    if (!all && d.text(entrant, "prize").empty()) continue;
    auto bytes = paper::diploma_pdf(diploma_of(db, entrant, *contest));
    if (!bytes) return web::refusal(bytes.error());
    const std::string number = std::to_string(parts.size() + 1);
    parts.emplace_back((number.size() < 2 ? "0" : "") + number + "-" + file_name(d.text(entrant, "name")) + ".pdf", std::move(*bytes));
  }
  if (parts.empty()) return web::refusal(409, Text("Chưa có thí sinh nào được giải. Xếp giải ở trang Kết quả trước.", "Nobody has a prize yet: give the prizes on the page of results first."));
  return web::download(zip_pack(parts), "application/zip", "Giay-chung-nhan-" + db::as_text((*contest)[reg::k_code]) + ".zip");
}

}  // namespace

paper::Diploma diploma_of(db::ReadDb& db, const reg::Cells& entrant, const reg::Cells& contest) {
  const reg::Description& d = contest_entrants();
  const auto text = [&](const char* column) { return d.text(entrant, column); };
  const Date day = Date::from_iso(contests().text(contest, "awarded_on")).value_or(Date{});
  const Letterhead office = letterhead_of(db, db::as_int(contest[reg::k_org]), day);
  const std::string prize = text("prize"), note = text("prize_note"), school = text("school"), grade = text("grade"), english = contests().text(contest, "title_en");
  paper::Diploma out = diploma_from(office, "GCN", day, db::as_int(entrant[reg::k_illustrative]) != 0);
  out.opening = text("kind") == "team" ? "Chứng nhận đội" : db::as_int(entrant[static_cast<std::size_t>(d.column("is_minor"))]) != 0 ? "Chứng nhận em" : "Chứng nhận";
  out.name = text("name");
  out.about = grade.empty() ? school : grade + (school.empty() ? "" : ", " + school);
  out.deed = prize.empty() ? "đã tham gia" : "đã đạt";
  if (!prize.empty()) out.honour = in_capitals(prizes().label(prize, Lang::vi));
  out.reason = {edition_words(contest)};
  if (!note.empty()) out.reason.push_back(note);
  if (!english.empty()) {
    out.title_en = "CERTIFICATE";
    out.issuer_en = office.name_en;
    out.reason_en = (prize.empty() ? std::string() : capital(prizes().label(prize, Lang::en)) + ", ") + english;
    if (const std::string year = year_of(contest); !year.empty() && english.find(year) == std::string::npos) out.reason_en += ", " + year;
  }
  return out;
}

paper::Paper certificate_of(db::ReadDb& db, const reg::Cells& entrant, const reg::Cells& contest) {
  const reg::Description& d = contest_entrants();
  const Date day = Date::from_iso(contests().text(contest, "awarded_on")).value_or(Date{});
  paper::Paper p = paper_from(letterhead_of(db, db::as_int(contest[reg::k_org]), day), Lang::vi, "GCN", day);
  p.kind_name = "GIẤY CHỨNG NHẬN";
  p.subject_lines = {edition_words(contest)};
  const std::string prize = d.text(entrant, "prize"), note = d.text(entrant, "prize_note"), school = d.text(entrant, "school"), grade = d.text(entrant, "grade");
  p.blocks.push_back(line(Block::Kind::part, d.text(entrant, "kind") == "team" ? "Chứng nhận đội" : "Chứng nhận"));
  p.blocks.push_back(line(Block::Kind::part_title, in_capitals(d.text(entrant, "name"))));
  std::string from = grade.empty() ? school : grade + (school.empty() ? "" : ", " + school);
  if (!from.empty()) p.blocks.push_back(line(Block::Kind::part, from));
  p.blocks.push_back(line(Block::Kind::part, prize.empty() ? "đã tham gia" : "đã đạt"));
  p.blocks.push_back(line(Block::Kind::part_title, in_capitals(prize.empty() ? std::string("Cuộc thi") : prizes().label(prize, Lang::vi))));
  p.blocks.push_back(line(Block::Kind::part, edition_words(contest)));
  if (!note.empty()) p.blocks.push_back(line(Block::Kind::part, note));
  p.recipients = {};
  if (db::as_int(entrant[reg::k_illustrative]) != 0) p.stamp = "BẢN MẪU";
  return p;
}

Html certificate_panel(const reg::PanelContext& x) {
  if (x.what.text(x.cells, "status") != "confirmed" || !x.actor.sees(Sight::internal)) return Html(x.lang);
  const std::string base = "/contest-entrants/" + std::to_string(x.id) + "/certificate";
  Html body(x.lang);
  body << "<div class=\"acts\">"_h << button(x.lang, {.label = Text("PDF", "PDF"), .icon = "file-type-pdf", .href = base + ".pdf", .small = true}) << button(x.lang, {.label = Text("Word", "Word"), .icon = "file-type-docx", .href = base + ".docx", .small = true})
       << "</div>"_h;
  return card(x.lang, {.title = Text("Giấy chứng nhận", "Certificate"), .body = body, .id = "certificate"});
}

void add_certificate_pages(web::Router& router, const reg::Context& context) {
  for (const bool pdf : {false, true})
    router.get(std::string("/contest-entrants/{id}/certificate") + (pdf ? ".pdf" : ".docx"), web::person().of("contest_entrant").seeing("internal"),
               reg::page_handler(context, [pdf](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) { return one_certificate(r, db, a, pdf); }));
  router.get("/contests/{id}/certificates.zip", web::person().of("contest").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) { return all_certificates(r, db, a); }));
}

}  // namespace nc::app
