// Head, opening, situation, closing: the frame of a report.
#include <algorithm>

#include "app/reports/facts.h"
#include "app/reports/sections.h"
#include "file/paper.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;
using doc::Origin;

std::string setting(Drafter& d, const std::string& name) {
  return db::as_text(d.db.scalar("SELECT value FROM setting WHERE name = $1", {name + "." + d.office.code}));
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (auto line = text.substr(0, end); !line.empty()) out.emplace_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

/// The chair, as the organisation's record names them ("Lê Thị Thanh Giang, Chủ tịch (2022)"): only while that year fits the
/// paper. An old name is never signed under a new report.
std::string signer_of(const Office& office, const Period& period) {
  const auto comma = office.contact.find(',');
  if (comma == std::string::npos || office.contact.find("Chủ tịch", comma) == std::string::npos) return {};
  if (const auto open = office.contact.rfind('('); open != std::string::npos) {
    const auto year = parse_int(std::string_view(office.contact).substr(open + 1, 4));
    if (!year || *year < period.to.year() || *year > period.to.year() + 1) return {};
  }
  return office.contact.substr(0, comma);
}

std::vector<std::string> addressed_to(Drafter& d) {
  if (auto own = lines_of(setting(d, "report.addressed_to")); !own.empty()) return own;
  if (d.is_term()) return {};
  if (!d.office.is_union()) return d.office.parent_name.empty() ? std::vector<std::string>{} : std::vector<std::string>{d.office.parent_name};
  std::vector<std::string> out;
  if (!d.office.area_word().empty()) {
    out.push_back((d.office.area_word() == "tỉnh" ? "Thường trực Tỉnh ủy " : "Thường trực Thành ủy ") + d.office.place_name());
    out.push_back("Ủy ban nhân dân " + d.office.area());
  }
  if (!d.office.parent_name.empty()) out.push_back(d.office.parent_name);
  return out;
}

std::vector<std::string> recipients(Drafter& d) {
  if (auto own = lines_of(setting(d, "report.recipients")); !own.empty()) return own;
  std::vector<std::string> out;
  if (d.is_term()) out = {"Đại biểu Đại hội", d.office.parent_name};
  else out = {"Như trên"};
  if (d.office.is_union()) out.emplace_back("Các tổ chức thành viên");
  std::erase(out, "");
  out.emplace_back("Lưu: VT");
  return out;
}

std::string about(Drafter& d) { return words::period_name(d.kind, d.document.period); }

}  // namespace

void fill_head(Drafter& d, Date cutoff) {
  doc::Document& p = d.document;
  p.cutoff = cutoff;
  p.issuer_lines = paper::issuer_lines(d.office.name);
  p.symbol = "BC-" + (d.office.symbol.empty() ? std::string(d.office.is_union() ? "LHHN" : "HHN") : d.office.symbol);
  p.place = d.office.place_name();
  p.kind_name = "BÁO CÁO";
  p.subject_lines = {"Kết quả công tác " + about(d), "và phương hướng, nhiệm vụ " + words::plan_name(d.kind, p.period)};
  p.addressed_to = addressed_to(d);
  p.recipients = recipients(d);
  p.authority = {d.is_term() ? "TM. BAN CHẤP HÀNH" : "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"};
  p.signer = signer_of(d.office, p.period);
  if (p.signer.empty())
    d.hint("Chưa ghi người ký: điền họ và tên Chủ tịch tại ngày ký.", "The signer is not named: enter the chair on the day of signing.");
}

void write_opening(Drafter& d, Date cutoff) {
  d.begin("opening", "Mở đầu");
  std::string text = d.office.name + " (sau đây gọi là " + d.office.self() + ") báo cáo kết quả công tác " + about(d) + " và phương hướng, nhiệm vụ " +
                     words::plan_name(d.kind, d.document.period) + " như sau:";
  if (d.office.self() == "đơn vị") text = d.office.name + " báo cáo kết quả công tác " + about(d) + " như sau:";
  d.paragraph("who", text, Origin::mixed);
  if (cutoff && cutoff != d.document.period.to) d.paragraph("cutoff", "Số liệu tính đến " + format_date_paper(cutoff) + ".");
  const auto merged = merged_areas(d);
  if (merged.empty()) return;
  std::vector<std::string> names;
  for (const auto& m : merged) names.push_back(words::lower_first(m.name));
  d.paragraph("territory", "Từ " + format_date_paper(merged.front().date) + ", số liệu gồm cả địa bàn " + words::enumerated(names) +
                               " trước sắp xếp, nên không so sánh với kỳ trước.");
}

namespace {

/// What everybody knows of those years and the registers say of the area. The rest is for people to write.
std::string circumstances(Drafter& d) {
  const int from = d.period.from.year(), to = d.period.to.year();
  std::vector<std::string> sentences;
  const auto merged = merged_areas(d);
  if (!merged.empty())
    sentences.push_back(words::upper_first(about(d)) + ", " + d.office.area() + " được sắp xếp lại đơn vị hành chính; địa bàn và số đầu mối mà " + d.office.self() +
                        " phục vụ rộng hơn trước.");
  if (from <= 2020 && to >= 2022)
    sentences.push_back(words::upper_first(about(d)) +
                        " đi qua những năm dịch COVID-19: việc đi lại quốc tế bị gián đoạn, nhiều cuộc gặp phải chuyển sang hình thức trực tuyến, từ năm 2022 mới nối lại.");
  else if (from == 2022 && to == 2022)
    sentences.push_back("Trong " + about(d) + ", dịch COVID-19 được kiểm soát, việc đi lại quốc tế nối lại dần; gặp gỡ trực tiếp trở lại bên cạnh hình thức trực tuyến.");
  else if (from >= 2020 && to <= 2021)
    sentences.push_back("Trong " + about(d) + ", dịch COVID-19 làm gián đoạn việc đi lại quốc tế; nhiều hoạt động chuyển sang hình thức trực tuyến.");
  if (sentences.empty())
    return "Trong " + about(d) + ", " + d.office.self() + " thực hiện chương trình công tác trong bối cảnh " +
           blank("nêu ngắn tình hình quốc tế, trong nước và địa phương có tác động đến công tác") + ".";
  sentences.push_back("Đối ngoại nhân dân cùng đối ngoại Đảng và ngoại giao Nhà nước tiếp tục là ba trụ cột của công tác đối ngoại.");
  return words::joined(sentences, " ");
}

}  // namespace

std::string members_noun(Drafter& d) {
  fig::Ask ask = d.ask("I01", d.office.code);
  ask.by = "kind";
  const auto& groups = d.figure(ask).groups;
  return groups.size() == 1 && groups[0].key == "bilateral_association" ? "Hội hữu nghị thành viên" : "tổ chức thành viên";
}

void write_situation(Drafter& d) {
  d.begin("situation", d.is_term() ? "Bối cảnh" : "Đặc điểm tình hình");
  d.head(Kind::part, "Phần I");
  d.head(Kind::part_title, words::upper("Kết quả công tác " + about(d)));
  d.head(Kind::heading, d.is_term() ? "I. BỐI CẢNH" : "I. ĐẶC ĐIỂM TÌNH HÌNH");
  d.paragraph("circumstances", circumstances(d), Origin::person);
  if (d.known("I01"))
    d.paragraph("network", d.office.self() + " cùng " + d.token("I01", members_noun(d)) + " phân công theo nước, theo lĩnh vực; việc chung do " + d.office.self() +
                               " điều phối với sở, ngành và địa phương.",
                Origin::mixed);
}

void write_leadership(Drafter& d) {
  const auto held = meetings_of(d);
  d.begin("leadership", "Lãnh đạo, chỉ đạo");
  d.head(Kind::heading, "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ");
  if (held.empty()) return d.nothing("Hội nghị, cuộc họp", "Meetings", "/meetings");
  d.head(Kind::clause, "1. Lãnh đạo, chỉ đạo, điều hành");
  std::vector<std::string> list;
  for (const auto& m : held) list.push_back(in_sentence(m.title) + " (" + words::on_day(m.date, d.is_term() ? 0 : d.period.to.year()) + ")");
  d.paragraph("meetings", std::string(d.pick({"Ban Thường vụ chủ trì ", "Trong kỳ đã họp: "})) + words::joined(list, "; ") + ".");
}

void write_closing(Drafter& d) {
  d.begin("closing", "Kết thúc");
  d.paragraph("end", d.office.name + (d.is_term() ? " kính trình Đại hội xem xét./." : " kính báo cáo./."), Origin::mixed);
}

// ---- small parts -----------------------------------------------------------------------------------------

doc::Block& put_table(Drafter& d, std::string_view name, std::vector<Cells> rows, std::vector<double> widths, std::string align, std::string unit_note) {
  doc::Block& b = d.put(name, Kind::table, "");
  b.rows = std::move(rows);
  b.widths = std::move(widths);
  b.align = std::move(align);
  b.unit_note = std::move(unit_note);
  return b;
}

void put_caption(Drafter& d, std::string_view name, const std::string& text) { d.put(name, Kind::caption, d.next_table() + ". " + text); }
void put_note(Drafter& d, std::string_view name, const std::string& text) { d.put(name, Kind::note, "Ghi chú: " + text); }
void put_item(Drafter& d, std::string_view name, const std::string& text, Origin origin) { d.put(name, Kind::item, "- " + text, origin); }

std::string short_name(const Drafter& d, const std::string& name) {
  const std::string tail = " " + d.office.area();
  return name.size() > tail.size() && name.ends_with(tail) ? name.substr(0, name.size() - tail.size()) : name;
}

std::string in_sentence(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == ';')) text.pop_back();
  constexpr std::string_view k_dash = " – ";
  for (auto at = text.find(k_dash); at != std::string::npos; at = text.find(k_dash, at)) text.replace(at, k_dash.size(), " - ");
  return text;
}

}  // namespace nc::app
