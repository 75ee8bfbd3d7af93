// Cards of members on paper: one by one, those chosen, or all of an association, ten on a sheet.
#include "app/members/members.h"
#include "app/members/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "file/cards.h"
#include "html/components.h"

namespace nc::app {

namespace {

constexpr int k_most = 3000;

/// Who hands out the card: the association; a chapter's or a club's members carry the card of the one above it.
struct Issuer {
  Letterhead head;
  bool above = false;  ///< the member belongs to an organisation below the issuer, which the card names
};

Issuer issuer_of(db::ReadDb& db, std::int64_t org) {
  const auto row = db.first("SELECT kind, parent FROM organisation WHERE id = $1", {org});
  const std::string kind = row ? db::as_text((*row)[0]) : std::string();
  const std::int64_t parent = row ? db::as_int((*row)[1]) : 0;
  if ((kind == "chapter" || kind == "club") && parent != 0) return {letterhead_of(db, parent, today()), true};
  return {letterhead_of(db, org, today()), false};
}

/// In both languages where the association has an English name, as its other papers.
paper::SmallCard card_of(const MemberSeen& m, const Issuer& issuer) {
  const bool english = !issuer.head.name_en.empty();
  const auto en = [&](const char* words) { return english ? std::string(words) : std::string(); };
  paper::SmallCard c;
  c.issuer_lines = paper::issuer_lines(issuer.head.name);
  c.issuer_en = issuer.head.name_en;
  c.title = "THẺ HỘI VIÊN";
  c.title_en = en("MEMBERSHIP CARD");
  c.name = m.name;
  c.lines.push_back({"Số thẻ", en("No."), m.card.empty() ? "……………" : m.card});
  if (issuer.above) c.lines.push_back({"Sinh hoạt tại", en("Chapter"), m.org_name});
  c.lines.push_back({"Vào hội", en("Since"), m.joined ? format_date(m.joined, Lang::vi) : "……………"});
  if (!m.roles.empty()) c.lines.push_back({"Chức vụ", en("Role"), m.roles});
  else if (m.kind != "individual") c.lines.push_back({"Loại", en("Kind"), capital(members().find("kind")->opt.options->label(m.kind, Lang::vi))});
  c.authority = "CHỦ TỊCH";
  c.authority_en = en("Chair");
  c.signer = issuer.head.signer;
  if (m.illustrative) c.stamp = "BẢN MẪU";
  return c;
}

web::Response print(db::ReadDb& db, const std::vector<MemberSeen>& all, const std::string& file) {
  if (all.empty()) return web::refusal(409, Text("Không có thẻ để in: chọn người đang là hội viên của hội mình, hoặc thêm hội viên trước.", "There is no card to print: choose present members of your association, or add members first."));
  std::map<std::int64_t, Issuer> issuers;
  std::vector<paper::SmallCard> cards;
  for (const MemberSeen& m : all) {
    auto at = issuers.find(m.org);
    if (at == issuers.end()) at = issuers.emplace(m.org, issuer_of(db, m.org)).first;
    cards.push_back(card_of(m, at->second));
  }
  auto bytes = paper::cards_pdf(cards, "Thẻ hội viên");
  if (!bytes) return web::refusal(bytes.error());
  return web::download(std::move(*bytes), "application/pdf", file + ".pdf");
}

web::Response chosen_cards(const web::Request& r, db::ReadDb& db, const Actor& actor) {
  std::vector<std::int64_t> ids;
  for (const auto& typed : r.query.all("id"))
    if (const auto id = parse_int(typed); id && ids.size() < k_most) ids.push_back(*id);
  return print(db, members_among(db, actor, ids), "The-hoi-vien");
}

web::Response all_cards(const web::Request& r, db::ReadDb& db, const Actor& actor) {
  const std::int64_t id = reg::id_of(r);
  const auto org = reg::load(db, organisations(), actor, id);
  if (!org) return web::refusal(org.error());
  if (!reads_names(db, actor, id)) return web::redirect("/organisations/" + std::to_string(id) + "/members");  // which says who reads names
  return print(db, members_of(db, actor, id, MembersWanted::present, k_most), "The-hoi-vien-" + db::as_text((*org)[reg::k_code]));
}

}  // namespace

Html card_panel(const reg::PanelContext& x) {
  const std::string status = x.what.text(x.cells, "status");
  if (status != "admitted" && status != "active") return Html(x.lang);
  return card(x.lang, {.title = Text("Thẻ hội viên", "Membership card"),
                       .body = Html(x.lang) << "<p class=\"m2 sm\">"_h << Text("Khổ 86 × 54 mm; muốn in nhiều thẻ một tờ thì chọn ở danh sách hội viên.", "86 × 54 mm; choose several in the list of members to print them on one sheet.") << "</p><div class=\"acts\">"_h
                                            << button(x.lang, {.label = Text("In thẻ", "Print the card"), .icon = "id-badge-2", .href = "/members/cards.pdf?id=" + std::to_string(x.id), .small = true}) << "</div>"_h,
                       .id = "card"});
}

void add_card_pages(web::Router& router, const reg::Context& context) {
  router.get("/members/cards.pdf", web::person().seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) { return chosen_cards(r, db, a); }));
  router.get("/organisations/{id}/members/cards.pdf", web::person().of("organisation").seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) { return all_cards(r, db, a); }));
}

}  // namespace nc::app
