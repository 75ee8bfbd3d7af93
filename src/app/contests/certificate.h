// Certificates of contests on paper.
#pragma once
#include "app/contests/standing.h"
#include "file/diploma.h"
#include "file/paper.h"
#include "register/pages.h"

namespace nc::app {

/// The certificate of one entrant, of the prize or of taking part: as a page to hang (PDF), and as a paper to be edited (Word). The cells
/// are those of the entrant and of the contest.
paper::Diploma diploma_of(db::ReadDb& db, const reg::Cells& entrant, const reg::Cells& contest);
paper::Paper certificate_of(db::ReadDb& db, const reg::Cells& entrant, const reg::Cells& contest);

/// GET /contest-entrants/{id}/certificate.pdf and .docx, GET /contests/{id}/certificates.zip.
void add_certificate_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
