// Register of organisations: unions, associations, committees, chapters, clubs, and the localities they belong to.
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/congresses/public.h"
#include "app/organisations/figures.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Organisation : reg::Standard {
  std::string name, name_en, short_name, aliases, kind, level, status = "active";
  reg::Ref parent, locality;
  reg::Codes country_focus;
  std::string topic, club_state, club_language, legal_status;
  Date established, ended;
  std::string decision_no, place, address, phone, email, website, contact, liaison, symbol;
};

const reg::Options& organisation_kinds() {
  static const reg::Options options{
      {"national_union", {"Liên hiệp toàn quốc", "national union"}},
      {"provincial_union", {"Liên hiệp tỉnh, thành phố", "provincial union"}},
      {"bilateral_association", {"Hội hữu nghị song phương", "bilateral association"}},
      {"multilateral_association", {"Hội đa phương", "multilateral association"}},
      {"peace_committee", {"Ủy ban Hòa bình", "peace committee"}},
      {"solidarity_committee", {"Ủy ban Đoàn kết", "solidarity committee"}},
      {"chapter", {"Chi hội", "chapter"}},
      {"club", {"Câu lạc bộ", "club"}},
      {"liaison_board", {"Ban liên lạc", "liaison board"}},
      {"unit", {"Ban, phòng", "internal unit"}},
      {"foundation", {"Quỹ", "foundation"}},
      {"overseas_vn_association",
       {"Hội người Việt Nam ở nước ngoài, hội đồng hương", "overseas Vietnamese association"}},
      {"locality", {"Toàn tỉnh, thành phố", "city or province as a whole"}}};
  return options;
}

const reg::Options& organisation_levels() {
  static const reg::Options options{
      {"central", {"trung ương", "central"}},
      {"provincial", {"cấp tỉnh", "provincial"}},
      {"district_historic", {"cấp huyện (đến 30/6/2025)", "district (until 30 June 2025)"}},
      {"commune", {"cấp xã", "commune"}},
      {"grassroots", {"cơ sở", "grassroots"}},
      {"abroad", {"ở nước ngoài", "abroad"}}};
  return options;
}

const reg::Options& organisation_states() {
  static const reg::Options options{{"proposed", {"đang vận động thành lập", "proposed"}},
                                    {"campaign_board", {"ban vận động được công nhận", "campaign board recognised"}},
                                    {"established", {"đã thành lập", "established"}},
                                    {"active", {"đang hoạt động", "active"}},
                                    {"suspended", {"tạm ngừng", "suspended"}},
                                    {"merged", {"đã hợp nhất", "merged"}},
                                    {"renamed", {"đã đổi tên", "renamed"}},
                                    {"dissolved", {"đã giải thể", "dissolved"}}};
  return options;
}

const reg::Options& legal_statuses() {
  static const reg::Options options{
      {"party_state_assigned",
       {"hội được Đảng, Nhà nước giao nhiệm vụ", "association assigned tasks by Party and State"}},
      {"association", {"hội có tư cách pháp nhân", "association with legal personality"}},
      {"member_without_seal", {"thành viên không có con dấu riêng", "member without its own seal"}},
      {"internal", {"trực thuộc tổ chức khác", "part of another organisation"}},
      {"foreign_law", {"theo luật nước ngoài", "under foreign law"}}};
  return options;
}

const reg::Options& club_states() {
  static const reg::Options options{{"pilot", {"thí điểm", "pilot"}}, {"regular", {"sinh hoạt đều", "regular"}}, {"paused", {"tạm nghỉ", "paused"}}, {"closed", {"đã khép", "closed"}}};
  return options;
}

const reg::Options& topics() {
  static const reg::Options options{
      {"language", {"ngoại ngữ", "language"}},    {"arts", {"văn nghệ", "arts"}},
      {"peace", {"hòa bình", "peace"}},           {"alumni", {"cựu du học sinh", "alumni"}},
      {"business", {"doanh nghiệp", "business"}}, {"sport", {"thể thao", "sport"}}};
  return options;
}

void check(const Organisation& o, Problems& problems) {
  not_before(o.established, o.ended, "ended", problems);
  if (o.id != 0 && o.parent.id == o.id)
    complain(problems, "parent", "Một tổ chức không thể trực thuộc chính mình. Chọn tổ chức cấp trên.",
             "An organisation can't be below itself. Choose the one above it.");
  if (o.kind == "bilateral_association" && o.country_focus.empty())
    complain(problems, "country_focus", "Hội song phương cần ít nhất một nước. Chọn nước.",
             "A bilateral association needs at least one country. Choose it.");
  if (o.kind == "locality" && o.parent.id != 0)
    complain(problems, "parent", "Tỉnh, thành phố không trực thuộc Liên hiệp. Bỏ trống ô này.",
             "A city or province is not below a Union. Leave this empty.");
  if ((o.status == "merged" || o.status == "dissolved") && !o.ended)
    complain(problems, "ended", "Tổ chức đã hợp nhất hoặc giải thể cần ngày kết thúc.",
             "A merged or dissolved organisation needs the day it ended.");
}

/// A new organisation keeps its own record: its people see it even before it has others.
Result<bool> belongs_somewhere(const reg::SaveContext&, const Organisation*, Organisation& now) {
  if (now.org.id == 0) now.org = now.parent;
  return true;
}

void own_record(const reg::SaveContext& save, std::int64_t id, const Organisation* before, const Organisation&) {
  if (!before) save.tx.exec("UPDATE organisation SET org_id = $1 WHERE id = $1", {id});
  rebuild_org_tree(save.tx);
}

/// Everybody sees the organisations above the own one: who they are is no secret, and papers are addressed to them.
Condition self_and_above(const Actor& actor, std::string_view alias) {
  const Condition own = org_scope(actor, alias);
  if (own.sql == "TRUE" || own.sql == "FALSE" || actor.org == 0) return own;
  Condition out{"(" + own.sql + " OR (", own.params};
  append(out.sql, out.params,
         {std::string(alias) + ".confidentiality <> 'restricted' AND " + std::string(alias) +
              ".id IN (SELECT ancestor FROM org_tree WHERE descendant = $1)",
          {actor.org}});
  out.sql += "))";
  return out;
}

}  // namespace

const reg::Description& organisations() {
  static const reg::Description description =
      reg::Register<Organisation>("organisation", "organisations", {"Tổ chức thành viên", "Organisations"},
                                  {"tổ chức", "organisation"})
          .icon("users-group")
          .holds({"người liên hệ của hội", "contact persons of associations"}, {"liên lạc với hội thành viên", "staying in touch with members"}, "contacts")
          .field(&Organisation::name, "name", {"Tên", "Vietnamese name"},
                 {.required = true,
                  .search = true,
                  .sortable = true,
                  .hint = Text{"Ghi đúng như quyết định thành lập và điều lệ",
                               "Exactly as in the founding decision and the statute"},
                  .section = Text{"Tổ chức", "Organisation"}})
          .field(&Organisation::name_en, "name_en", {"Tên tiếng Anh", "English name"}, {.search = true})
          .field(&Organisation::short_name, "short_name", {"Tên gọi tắt", "Short name"}, {.search = true})
          .field(&Organisation::aliases, "aliases", {"Tên cũ, tên viết tắt", "Former names, abbreviations"},
                 {.max = 600,
                  .search = true,
                  .hint = Text{"Cách nhau bằng dấu phẩy: LHHN Cần Thơ, Liên hiệp hữu nghị Cần Thơ",
                               "Separated by commas: LHHN Cần Thơ, Liên hiệp hữu nghị Cần Thơ"}})
          .field(&Organisation::kind, "kind", {"Loại tổ chức", "Kind"},
                 {.required = true, .options = &organisation_kinds(), .filter = true})
          .field(&Organisation::level, "level", {"Cấp", "Level"}, {.options = &organisation_levels(), .filter = true})
          .field(&Organisation::status, "status", {"Tình trạng", "Status"},
                 {.required = true, .options = &organisation_states(), .filter = true, .preset = "active"})
          .field(&Organisation::parent, "parent", {"Trực thuộc", "Member of"},
                 {.link = "organisation",
                  .filter = true,
                  .hint = Text{"Tổ chức cấp trên trực tiếp", "The organisation directly above"},
                  .section = Text{"Vị trí trong mạng lưới", "Place in the network"}})
          .field(&Organisation::locality, "locality", {"Thuộc tỉnh, thành phố", "City or province"},
                 {.link = "organisation",
                  .filter = true,
                  .hint = Text{"Chỉ ghi cho Liên hiệp: số liệu của Liên hiệp là một phần số liệu toàn tỉnh, thành phố",
                               "For a Union only: its figures are part of those of the whole city or province"}})
          .field(&Organisation::country_focus, "country_focus", {"Nước quan hệ", "Countries"},
                 {.options = &countries(), .filter = true})
          .field(&Organisation::topic, "topic", {"Chủ đề (câu lạc bộ)", "Topic (clubs)"},
                 {.options = &topics(), .filter = true})
          .field(&Organisation::club_state, "club_state", {"Sinh hoạt (câu lạc bộ)", "State (clubs)"}, {.options = &club_states(), .filter = true})
          .field(&Organisation::club_language, "club_language", {"Ngôn ngữ (câu lạc bộ)", "Language (clubs)"}, {.options = &languages(), .filter = true})
          .field(&Organisation::legal_status, "legal_status", {"Tư cách pháp lý", "Legal status"},
                 {.options = &legal_statuses(), .section = Text{"Thành lập", "Founding"}})
          .field(&Organisation::established, "established", {"Ngày thành lập", "Established on"},
                 {.filter = true, .hint = Text{"Để trống khi chưa biết", "Leave empty when unknown"}})
          .field(&Organisation::ended, "ended", {"Ngày kết thúc", "Ended on"}, {})
          .field(&Organisation::decision_no, "decision_no", {"Quyết định thành lập", "Founding decision"},
                 {.search = true})
          .field(&Organisation::symbol, "symbol", {"Ký hiệu văn bản", "Document symbol"}, {.max = 40})
          .field(&Organisation::place, "place", {"Địa bàn", "Area"},
                 {.search = true, .section = Text{"Liên hệ", "Contact"}})
          .field(&Organisation::address, "address", {"Trụ sở", "Office"}, {.search = true})
          .field(&Organisation::contact, "contact", {"Người liên hệ", "Contact person"}, {.search = true, .personal = true})
          .field(&Organisation::liaison, "liaison", {"Đầu mối tại Liên hiệp", "Liaison at the Union"}, {.search = true, .personal = true, .hint = Text{"Ai ở Liên hiệp nghe điện thoại của hội này", "Who at the Union takes this association's calls"}})
          .field(&Organisation::phone, "phone", {"Điện thoại", "Telephone"}, {.max = 60, .sensitive = true})
          .field(&Organisation::email, "email", {"Thư điện tử", "E-mail"}, {.max = 120, .sensitive = true})
          .field(&Organisation::website, "website", {"Trang thông tin điện tử", "Website"}, {.url = true})
          .title("name", "name_en")
          .short_title("short_name")
          .list({"name", "kind", "parent", "country_focus", "status", "contact"})
          .subtitle("name_en")
          .sorted_by("name")
          .index({"parent", "kind"})
          .view({"Hội hữu nghị", "Associations"}, "kind=bilateral_association")
          .view({"Liên hiệp", "Unions"}, "kind=provincial_union&kind=national_union")
          .view({"Chi hội, câu lạc bộ", "Chapters and clubs"}, "kind=chapter&kind=club")
          .view({"Đã kết thúc", "Ended"}, "status=merged&status=renamed&status=dissolved")
          .condition("newly_founded", {"hội thành lập mới, không do hợp nhất, chia tách", "founded as such, not made by a merger or a split"}, newly_founded("{t}"))
          .summary(network_doors)
          .rule(check)
          .before_save(belongs_somewhere)
          .after_save(own_record)
          .scope(self_and_above)
          .panel(reg::PanelPlace::top, lineage)
          .panel(reg::PanelPlace::side, leadership_panel)
          .panel(reg::PanelPlace::side, network_button)
          .done();
  return description;
}

}  // namespace nc::app
