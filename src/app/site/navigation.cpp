// The sidebar: what there is to open, in groups.
#include "app/site/navigation.h"

#include <algorithm>

namespace nc::app {

namespace {

/// A register by its name, or a page by its address; labels and icon are told for pages only.
struct Place {
  const char* target;
  const char* vi = "";
  const char* en = "";
  const char* icon = "";
};

/// One line a place: add yours where people who do that work look for it.
struct Section {
  Message label;
  bool open = false;
  std::vector<Place> places;
};

const std::vector<Section>& sections() {
  static const std::vector<Section> all{
      {Message(), true,
       {{"/", "Tổng quan", "Overview", "layout-dashboard"},
        {"/work", "Việc chờ xử lý", "Waiting work", "inbox"},
        {"/my-day", "Việc của tôi", "My day", "sun"},
        {"/wall", "Giao ban tuần", "The week", "presentation"},
        {"/notices", "Thông báo", "Notices", "bell"},
        {"/calendar", "Lịch", "Calendar", "calendar-heart"}}},
      {Text("Đối ngoại", "Exchanges"), true,
       {{"delegation"},
        {"activity"},
        {"courtesy"},
        {"gift"},
        {"conference"},
        {"contest"},
        {"partner"},
        {"agreement"},
        {"business_lead"}}},
      {Text("Viện trợ, tri ân", "Aid and thanks"), true,
       {{"aid"},
        {"/aid-board", "Vận động viện trợ", "Mobilising aid", "target-arrow"},
        {"/donors", "Nhà tài trợ", "Donors", "certificate"},
        {"charity"},
        {"scholarship_programme"},
        {"scholarship"},
        {"foreign_student"}}},
      {Text("Tổ chức, hội viên", "Organisations and members"), false,
       {{"organisation"},
        {"/network", "Biến động mạng lưới", "Changes of the network", "git-merge"},
        {"congress"},
        {"member"},
        {"membership"},
        {"/clubs", "Câu lạc bộ", "Clubs", "language"},
        {"/help-desk", "Bàn hỗ trợ các hội", "Help desk", "lifebuoy"}}},
      {Text("Điều hành, phối hợp", "Running the office"), true,
       {{"report_campaign"},
        {"petition"},
        {"meeting"},
        {"directive"},
        {"task"},
        {"work_plan"},
        {"award"},
        {"/emulation", "Thi đua", "Emulation", "trophy"}}},
      {Text("Thông tin, hòa bình, kiều bào", "Information, peace, compatriots"), false,
       {{"information"},
        {"portal_count"},
        {"/compatriots", "Kiều bào", "Compatriots", "users-group"},
        {"support_case"},
        {"diaspora_estimate"},
        {"campaign"}}},
      {Text("Nguồn và chứng cứ", "Sources and evidence"), true,
       {{"article_reading"},
        {"evidence"},
        {"claim"},
        {"/claims-desk", "Đối chiếu số công bố", "Claims desk", "scale"}}},
      {Text("Báo cáo, văn bản", "Reports and papers"), true,
       {{"/reports", "Soạn báo cáo", "Reports", "file-text"},
        {"incoming_paper"},
        {"/outgoing", "Sổ công văn đi", "Outgoing papers", "mail-forward"},
        {"paper_file"},
        {"/advice/board", "Nghiên cứu, tham mưu", "Research and advice", "writing-sign"},
        {"/figures", "Chỉ tiêu", "Indicators", "sum"}}},
      {Text("Danh mục, hệ thống", "Reference and system"), false,
       {{"country"},
        {"place"},
        {"/changes", "Nhật ký thay đổi", "Log of changes", "history"},
        {"/trash", "Thùng rác", "Trash", "trash"}}},
  };
  return all;
}

bool belongs_to_a_year(const reg::Description& d) {
  constexpr const char* k_yearly[] = {"delegation", "activity", "charity", "courtesy", "meeting", "information"};
  return std::any_of(std::begin(k_yearly), std::end(k_yearly), [&](const char* name) { return d.name == name; });
}

std::optional<NavItem> item_of(const Place& place, const reg::Catalog& catalog, const std::string& period) {
  if (place.target[0] == '/') return NavItem{Message(place.vi, place.en), place.target, place.icon};
  const reg::Description* d = catalog.find(place.target);
  if (!d) return std::nullopt;
  return NavItem{d->plural, "/" + d->path + (belongs_to_a_year(*d) ? "?period=" + url_encode(period) : ""), d->icon_name};
}

void count_in(NavItem& item, std::int64_t n) {
  item.badge = n > 0 ? format_int(n, Lang::vi) : "";
  item.alert = n > 0;
}

}  // namespace

std::vector<NavGroup> navigation(const reg::Catalog& catalog, const NavCounts& counts, const std::string& period) {
  std::vector<NavGroup> out;
  for (const Section& section : sections()) {
    NavGroup g{section.label, {}, section.open};
    for (const Place& place : section.places) {
      auto item = item_of(place, catalog, period);
      if (!item) continue;
      if (item->href == "/notices") count_in(*item, counts.unread);
      if (item->href == "/petitions") count_in(*item, counts.open_petitions);
      g.items.push_back(std::move(*item));
    }
    out.push_back(std::move(g));
  }
  return out;
}

}  // namespace nc::app
