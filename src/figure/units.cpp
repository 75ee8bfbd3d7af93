// Names of units, from the reference table that is built in.
#include <map>

#include "base/embedded.h"
#include "figure/figure.h"

namespace nc::fig {

namespace {

struct Name { std::string vi, en; };

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    auto tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::map<std::string, Name, std::less<>> read_units() {
  std::map<std::string, Name, std::less<>> names;
  for (const auto& file : embedded_reference()) {
    if (!file.name.ends_with("units.tsv")) continue;
    std::string_view rest = file.bytes;
    while (!rest.empty()) {
      auto end = rest.find('\n');
      auto cells = cells_of(rest.substr(0, end));
      if (cells.size() > 2) names[std::string(cells[0])] = {std::string(cells[1]), std::string(cells[2])};
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  names.erase("code");
  // Units of figures that no article needs as a word of its own.
  const std::pair<const char*, Name> more[] = {
      {"ratio", {"lần", "times"}},        {"contact", {"cuộc tiếp xúc", "contacts"}}, {"agreement", {"thỏa thuận", "agreements"}},
      {"petition", {"kiến nghị", "petitions"}}, {"award", {"hình thức khen thưởng", "awards"}},
      {"item", {"sản phẩm", "items"}}, {"filing", {"báo cáo", "filings"}}, {"task", {"nhiệm vụ", "tasks"}}, {"paper", {"văn bản", "papers"}}, {"directive", {"ý kiến chỉ đạo", "directives"}}, {"meeting", {"cuộc họp", "meetings"}}, {"grade", {"điểm", "points"}}, {"school", {"điểm trường", "school sites"}}, {"return", {"lần trả lại", "returns"}},    {"event", {"hoạt động", "activities"}},     {"renewal", {"khoản tái ký", "renewals"}}, {"campaign", {"đợt", "campaigns"}}, {"percent", {"%", "%"}},
      {"consulate", {"cơ quan", "missions"}}, {"person_per_delegation", {"khách một đoàn", "visitors each"}},
      {"group", {"nhóm", "groups"}}, {"company", {"doanh nghiệp", "companies"}}, {"lead", {"kết nối", "leads"}}, {"plan", {"phương hướng, kế hoạch", "plans"}}, {"register", {"sổ theo dõi", "registers"}}, {"report", {"báo cáo", "reports"}},
      {"case", {"việc", "cases"}}, {"visit", {"lượt truy cập", "visits"}}, {"issue", {"số, ấn phẩm", "issues"}}, {"file", {"ảnh, phim", "files"}},
      {"commitment", {"cam kết", "commitments"}}, {"conference", {"hội nghị, hội thảo", "conferences"}}, {"congress", {"đại hội", "congresses"}}, {"succession", {"biến động", "changes"}}, {"appointment", {"biến động nhân sự", "changes of personnel"}}};
  for (const auto& [code, name] : more) names[code] = name;
  return names;
}

}  // namespace

std::string unit_name(std::string_view unit, Lang lang) {
  static const auto names = read_units();
  if (auto it = names.find(unit); it != names.end()) return lang == Lang::vi ? it->second.vi : it->second.en;
  return std::string(unit);
}

}  // namespace nc::fig
