// The certificate of a donor, to hang on a wall: drawn from its entry in the register of recognition.
#include "app/common/paper_file.h"
#include "app/common/within.h"
#include "app/donors/donor.h"
#include "app/donors/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "file/diploma.h"
#include "html/components.h"

namespace nc::app {

namespace {

bool is_certificate(const reg::Cells& cells) { return recognitions().text(cells, "kind") == "certificate"; }

/// "Giấy chứng nhận nhà tài trợ tiêu biểu năm 2025" -> "Nhà tài trợ tiêu biểu năm 2025": the sheet says already that it is a certificate.
std::string honour_of(const std::string& title) {
  constexpr std::string_view k_kind = "Giấy chứng nhận ";
  return title.starts_with(k_kind) && title.size() > k_kind.size() ? capital(title.substr(k_kind.size())) : title;
}

paper::Diploma diploma_of(db::ReadDb& db, const Actor& actor, const reg::Cells& cells) {
  const reg::Description& d = recognitions();
  const Date day = Date::from_iso(d.text(cells, "date")).value_or(today());
  const Letterhead office = letterhead_of(db, db::as_int(cells[reg::k_org]), day);
  paper::Diploma out = diploma_from(office, "GCN", day, db::as_int(cells[reg::k_illustrative]) != 0);
  out.opening = "Trân trọng ghi nhận";
  out.name = d.text(cells, "partner_text");
  std::string english;
  each_within(db, "SELECT p.name, p.name_en FROM partner p WHERE p.deleted = 0 AND p.id = $1", {db::as_int(cells[static_cast<std::size_t>(d.column("partner"))])}, org_scope(actor, "p"), "", [&](const db::Row& r) {
    out.name = r.text(0), english = r.text(1);
    return false;
  });
  if (const std::string to = d.text(cells, "addressee"); !to.empty()) out.name = to;
  out.honour = honour_of(d.text(cells, "title"));
  if (const std::string en = d.text(cells, "title_en"); !en.empty()) {
    out.title_en = "CERTIFICATE OF APPRECIATION";
    out.issuer_en = office.name_en;
    out.reason_en = en;
    if (english != out.name) out.about = english;
  }
  if (const std::string doc = d.text(cells, "doc"); !doc.empty()) out.number = "Số: " + doc;
  return out;
}

}  // namespace

Html donor_certificate_panel(const reg::PanelContext& x) {
  if (!is_certificate(x.cells) || !x.actor.sees(Sight::internal)) return Html(x.lang);
  return card(x.lang, {.title = Text("Giấy chứng nhận", "Certificate"), .note = Text("Tờ A4 ngang để treo; nội dung lấy từ bản ghi này", "An A4 page across, to hang; its words are those of this record"),
                       .body = button(x.lang, {.label = Text("PDF", "PDF"), .icon = "file-type-pdf", .href = "/recognitions/" + std::to_string(x.id) + "/certificate.pdf", .small = true}), .id = "certificate"});
}

void add_donor_certificate(web::Router& router, const reg::Context& context) {
  router.get("/recognitions/{id}/certificate.pdf", web::person().of("recognition").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell&) {
    const auto cells = reg::load(db, recognitions(), actor, reg::id_of(r));
    if (!cells) return web::refusal(cells.error());
    if (!is_certificate(*cells)) return web::refusal(409, Text("Việc tri ân này không phải giấy chứng nhận. Chọn hình thức giấy chứng nhận ở bản ghi.", "This is no certificate: choose that kind in the record first."));
    return paper_download(paper::diploma_pdf(diploma_of(db, actor, *cells)), "Giay chung nhan " + db::as_text((*cells)[reg::k_code]), true);
  }));
}

}  // namespace nc::app
