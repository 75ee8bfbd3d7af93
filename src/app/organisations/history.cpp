// Names an organisation had, and what became of it: rename, merger, split, dissolution, revival.
#include "app/common/rules.h"
#include "app/organisations/figures.h"
#include "app/organisations/public.h"

namespace nc::app {

namespace {

struct OrganisationName : reg::Standard {
  reg::Ref organisation;
  std::string name, name_en;
  Date valid_from, valid_to;
  std::string decision_no;
};

struct OrganisationLink : reg::Standard {
  reg::Ref organisation, parent;
  Date valid_from, valid_to;
  std::string decision_no;
};

struct Succession : reg::Standard {
  reg::Ref from_org, to_org;
  std::string kind;
  Date date;
  std::string decision_no, description;
};

const reg::Options& succession_kinds() {
  static const reg::Options options{{"rename", {"đổi tên", "renamed"}},
                                    {"merge", {"hợp nhất, sáp nhập", "merged"}},
                                    {"split", {"chia, tách", "split"}},
                                    {"dissolve", {"giải thể", "dissolved"}},
                                    {"revive", {"khôi phục", "revived"}}};
  return options;
}

void check_name(const OrganisationName& n, Problems& problems) {
  not_before(n.valid_from, n.valid_to, "valid_to", problems);
}

void check_link(const OrganisationLink& l, Problems& problems) {
  not_before(l.valid_from, l.valid_to, "valid_to", problems);
  if (l.organisation.id != 0 && l.organisation.id == l.parent.id)
    complain(problems, "parent", "Một tổ chức không thể trực thuộc chính mình. Chọn tổ chức cấp trên.",
             "An organisation can't be below itself. Choose the one above it.");
}

/// Mergers say who is below whom.
void follow(const reg::SaveContext& save, std::int64_t, const Succession*, const Succession&) { rebuild_org_tree(save.tx); }

void check_succession(const Succession& s, Problems& problems) {
  if (s.kind != "dissolve" && s.to_org.id == 0)
    complain(problems, "to_org", "Chọn tổ chức kế thừa, hoặc chọn “giải thể” nếu không có.",
             "Choose the successor, or “dissolved” when there is none.");
  if (s.kind != "rename" && s.kind != "revive" && s.to_org.id != 0 && s.from_org.id == s.to_org.id)
    complain(problems, "to_org", "Tổ chức kế thừa phải khác tổ chức cũ. Chỉ đổi tên và khôi phục mới giữ nguyên tổ chức.",
             "The successor must differ from the former organisation. Only a rename or a revival keeps it.");
}

}  // namespace

const reg::Description& organisation_names() {
  static const reg::Description description =
      reg::Register<OrganisationName>("organisation_name", "organisation-names",
                                      {"Các tên theo thời gian", "Names over time"},
                                      {"tên theo thời gian", "dated name"})
          .icon("signature")
          .field(&OrganisationName::organisation, "organisation", {"Tổ chức", "Organisation"},
                 {.required = true, .link = "organisation"})
          .field(&OrganisationName::name, "name", {"Tên", "Vietnamese name"}, {.required = true, .search = true})
          .field(&OrganisationName::name_en, "name_en", {"Tên tiếng Anh", "English name"}, {.search = true})
          .field(&OrganisationName::valid_from, "valid_from", {"Từ ngày", "From"}, {})
          .field(&OrganisationName::valid_to, "valid_to", {"Đến hết ngày", "Until"},
                 {.hint = Text{"Để trống khi còn dùng", "Leave empty while in use"}})
          .field(&OrganisationName::decision_no, "decision_no", {"Quyết định", "Decision"}, {})
          .title("name", "name_en")
          .date("valid_from")
          .list({"valid_from", "valid_to", "name", "name_en", "decision_no"})
          .sorted_by("valid_from", true)
          .part_of("organisation")
          .rule(check_name)
          .done();
  return description;
}

const reg::Description& organisation_links() {
  static const reg::Description description =
      reg::Register<OrganisationLink>("organisation_link", "organisation-links",
                                      {"Trực thuộc trước đây", "Former organisations above"},
                                      {"trực thuộc trước đây", "former place in the network"})
          .icon("sitemap")
          .field(&OrganisationLink::organisation, "organisation", {"Tổ chức", "Organisation"},
                 {.required = true, .link = "organisation"})
          .field(&OrganisationLink::parent, "parent", {"Trực thuộc", "Member of"},
                 {.required = true, .link = "organisation"})
          .field(&OrganisationLink::valid_from, "valid_from", {"Từ ngày", "From"},
                 {.hint = Text{"Để trống khi từ đầu", "Leave empty when from the beginning"}})
          .field(&OrganisationLink::valid_to, "valid_to", {"Đến hết ngày", "Until"}, {.required = true})
          .field(&OrganisationLink::decision_no, "decision_no", {"Quyết định", "Decision"}, {.required = true})
          .title("decision_no")
          .date("valid_to")
          .list({"valid_from", "valid_to", "parent", "decision_no"})
          .sorted_by("valid_to", true)
          .part_of("organisation")
          .rule(check_link)
          .done();
  return description;
}

const reg::Description& successions() {
  static const reg::Description description =
      reg::Register<Succession>("succession", "successions", {"Hợp nhất, đổi tên", "Successions"},
                                {"biến động tổ chức", "succession"})
          .icon("git-merge")
          .field(&Succession::from_org, "from_org", {"Tổ chức cũ", "Former organisation"},
                 {.required = true, .link = "organisation", .filter = true})
          .field(&Succession::to_org, "to_org", {"Tổ chức kế thừa", "Successor"},
                 {.link = "organisation", .filter = true})
          .field(&Succession::kind, "kind", {"Hình thức", "Kind"},
                 {.required = true, .options = &succession_kinds(), .filter = true})
          .field(&Succession::date, "date", {"Ngày hiệu lực", "Effective on"}, {.required = true, .filter = true})
          .field(&Succession::decision_no, "decision_no", {"Quyết định", "Decision"}, {.search = true})
          .field(&Succession::description, "description", {"Nội dung", "What happened"},
                 {.required = true, .search = true})
          .title("description")
          .date("date")
          .list({"date", "kind", "from_org", "to_org", "decision_no"})
          .sorted_by("date", true)
          .condition("association", {"của hội, ủy ban; một lần chia tách kể một dòng", "of associations; a split told by one row"}, told_once("{t}"))
          .summary(network_doors)
          .rule(check_succession)
          .after_save(follow)
          .not_in_nav()
          .done();
  return description;
}

}  // namespace nc::app
