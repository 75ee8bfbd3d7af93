// The files of a paper as it was issued, kept as evidence of its entry in the book.
#include "app/awards/public.h"
#include "app/common/paper_file.h"
#include "app/evidence/public.h"
#include "app/meetings/public.h"
#include "app/outgoing/public.h"
#include "app/petitions/public.h"
#include "base/log.h"

namespace nc::app {

namespace {

constexpr const char* k_issued = "issued";

/// The record that an entry of the book was drawn from, and how.
struct Source {
  const RecordPaper* paper = nullptr;
  std::int64_t record = 0;
};

Source source_of(const reg::Description& d, const reg::Cells& entry) {
  const std::string kind = d.text(entry, "kind");
  for (const auto& [column, papers] : {std::pair{"meeting", &meeting_papers()}, {"petition", &petition_papers()}, {"award", &award_papers()}}) {
    const std::int64_t record = db::as_int(entry[static_cast<std::size_t>(d.column(column))]);
    if (record == 0) continue;
    for (const RecordPaper& p : *papers)
      if (p.kind == kind) return {&p, record};
  }
  return {};
}

std::string with_dashes(std::string number) {
  for (char& c : number)
    if (c == '/') c = '-';
  return number;
}

/// A paper that can't be kept is no reason to refuse its number: it is drawn anew then, as before.
void keep(const reg::SaveContext& save, std::int64_t id, const reg::Cells& now, const Result<std::string>& bytes, bool pdf) {
  const reg::Description& d = save.what;
  const std::string number = d.text(now, "full_number");
  const KeptPaper kept{.org = db::as_int(now[reg::k_org]), .register_name = d.name, .record = id, .kind = "letter", .title = number + ", bản phát hành (" + (pdf ? "PDF" : "Word") + ")", .source = "Sổ công văn đi", .number = number,
                       .published = Date::from_iso(d.text(now, "issued_on")).value_or(Date{}), .file_name = with_dashes(number) + paper_ending(pdf), .fact = k_issued,
                       .confidentiality = db::as_text(now[reg::k_confidentiality]), .illustrative = db::as_int(now[reg::k_illustrative]) == 1};
  if (!bytes) return log::error("the file of " + number + " could not be drawn: " + bytes.error().message.en);
  if (const auto hash = keep_as_evidence(save.tx, save.actor, kept, *bytes); !hash) log::error("the file of " + number + " could not be kept: " + hash.error().message.en);
}

/// The copies for single addressees, each as Word and PDF.
void keep_copies(const reg::SaveContext& save, std::int64_t id, const Source& source, const reg::Cells& record) {
  if (!source.paper->copies) return;
  const web::Fields none;
  std::vector<DrawnFile> files;
  for (const AddressedCopy& copy : source.paper->copies({save.tx, save.actor, source.record, record, none})) {
    web::Fields query;
    query.add("to", std::to_string(copy.to));
    const auto paper = issued_paper(*source.paper, {save.tx, save.actor, source.record, record, query});
    if (!paper) {
      log::error("a copy of an issued paper could not be drawn: " + paper.error().message.en);
      continue;  // the others are kept all the same
    }
    for (const bool pdf : {false, true}) {
      auto bytes = paper_bytes(*paper, pdf);
      if (!bytes) log::error("a copy of an issued paper could not be drawn: " + bytes.error().message.en);
      else files.push_back({copy_name(copy.to, pdf), paper_type(pdf), std::move(*bytes)});
    }
  }
  if (!files.empty()) keep_files(save.tx, save.actor, save.what.name, id, files);
}

}  // namespace

std::string copy_name(std::int64_t to, bool pdf) { return "to=" + std::to_string(to) + paper_ending(pdf); }

void freeze_paper(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now) {
  const auto number = [&](const reg::Cells& cells) { return db::as_int(cells[static_cast<std::size_t>(save.what.column("number"))]); };
  if (!before || number(*before) != 0 || number(now) == 0) return;
  const Source source = source_of(save.what, now);
  if (!source.paper) return;
  const auto record = reg::load(save.tx, *source.paper->what, save.actor, source.record);
  if (!record) return;
  const web::Fields none;
  const auto paper = issued_paper(*source.paper, {save.tx, save.actor, source.record, *record, none});
  if (!paper) return log::error("an issued paper could not be drawn: " + paper.error().message.en);
  for (const bool pdf : {false, true}) keep(save, id, now, paper_bytes(*paper, pdf), pdf);
  keep_copies(save, id, source, *record);
}

std::string frozen_file(db::ReadDb& db, std::int64_t entry, bool pdf) {
  // The first one: what somebody links to the entry later is not what was issued. Kept even when its card was removed.
  const auto row = db.first("SELECT e.sha256 FROM evidence_span s JOIN evidence e ON e.id = s.evidence WHERE s.register_name = 'outgoing' AND s.record_id = $1 AND s.fact = $2 AND e.media_type = $3 ORDER BY s.id",
                            {entry, std::string(k_issued), std::string(paper_type(pdf))});
  return row ? db::as_text((*row)[0]) : std::string();
}

}  // namespace nc::app
