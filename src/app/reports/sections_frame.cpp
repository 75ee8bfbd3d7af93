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

std::vector<Said> said_lines(const std::vector<std::string>& lines) { return {lines.begin(), lines.end()}; }

std::vector<Said> addressed_to(Drafter& d) {
  if (auto own = lines_of(setting(d, "report.addressed_to")); !own.empty()) return said_lines(own);
  if (d.is_term()) return {};
  const Said parent(d.office.parent_name, d.office.parent_name_en);
  if (!d.office.is_union()) return parent.empty() ? std::vector<Said>{} : std::vector<Said>{parent};
  std::vector<Said> out;
  if (!d.office.area_word().empty()) {
    out.push_back(Said(d.office.area_word() == "tỉnh" ? "Thường trực Tỉnh ủy " : "Thường trực Thành ủy ", "Standing Committee of the Party Committee of ") + Said(d.office.place_name(), d.office.area_said().en));
    out.push_back(Said("Ủy ban nhân dân ", "People's Committee of ") + d.office.area_said());
  }
  if (!parent.empty()) out.push_back(parent);
  return out;
}

std::vector<Said> recipients(Drafter& d) {
  if (auto own = lines_of(setting(d, "report.recipients")); !own.empty()) return said_lines(own);
  std::vector<Said> out;
  if (d.is_term()) out = {Said("Đại biểu Đại hội", "Delegates of the Congress"), Said(d.office.parent_name, d.office.parent_name_en)};
  else out = {Said("Như trên", "As above")};
  if (d.office.is_union()) out.push_back({"Các tổ chức thành viên", "Member organisations"});
  std::erase_if(out, [](const Said& line) { return line.empty(); });
  out.push_back({"Lưu: VT", "On file"});
  return out;
}

Said about(Drafter& d) { return words::period_said(d.kind, d.document.period); }

void put_lines(const std::vector<Said>& lines, std::vector<std::string>& vi, std::vector<std::string>& en) {
  vi.clear();
  en.clear();
  for (const Said& line : lines) {
    vi.push_back(line.vi);
    en.push_back(line.en);
  }
}

}  // namespace

void fill_head(Drafter& d, Date cutoff) {
  doc::Document& p = d.document;
  p.cutoff = cutoff;
  p.issuer_lines = paper::issuer_lines(d.office.name);
  p.symbol = "BC-" + (d.office.symbol.empty() ? std::string(d.office.is_union() ? "LHHN" : "HHN") : d.office.symbol);
  p.en.issuer_lines = paper::issuer_lines(d.office.name_en);
  p.place = d.office.place_name();
  p.en.place = words::without_marks(p.place);
  p.kind_name = "BÁO CÁO";
  p.en.kind_name = "REPORT";
  put_lines({Said("Kết quả công tác ", "Results of work in ") + about(d), Said("và phương hướng, nhiệm vụ ", "and tasks for ") + words::plan_said(d.kind, p.period)}, p.subject_lines, p.en.subject_lines);
  put_lines(addressed_to(d), p.addressed_to, p.en.addressed_to);
  put_lines(recipients(d), p.recipients, p.en.recipients);
  put_lines({d.is_term() ? Said("TM. BAN CHẤP HÀNH", "FOR THE EXECUTIVE COMMITTEE") : Said("TM. BAN THƯỜNG VỤ", "FOR THE STANDING BOARD"), Said("CHỦ TỊCH", "CHAIR")}, p.authority, p.en.authority);
  p.signer = signer_of(d.office, p.period);
  if (p.signer.empty())
    d.hint("Chưa ghi người ký: điền họ và tên Chủ tịch tại ngày ký.", "The signer is not named: enter the chair on the day of signing.");
}

void write_opening(Drafter& d, Date cutoff) {
  d.begin("opening", {"Mở đầu", "Opening"});
  const Said reports(" báo cáo kết quả công tác ", " reports on its work in ");
  Said text = d.office.full() + Said(" (sau đây gọi là ", " (hereafter ") + d.office.we() + ")" + reports + about(d) + Said(" và phương hướng, nhiệm vụ ", " and on its tasks for ") +
              words::plan_said(d.kind, d.document.period) + Said(" như sau:", " as follows:");
  if (d.office.self() == "đơn vị") text = d.office.full() + reports + about(d) + Said(" như sau:", " as follows:");
  d.paragraph("who", text, Origin::mixed);
  if (cutoff && cutoff != d.document.period.to) d.paragraph("cutoff", Said("Số liệu tính đến ", "Figures are counted up to ") + words::paper_day(cutoff) + ".");
  const auto merged = merged_areas(d);
  if (merged.empty()) return;
  std::vector<Said> names;
  for (const auto& m : merged) names.push_back({words::lower_first(m.name), m.name_en.empty() ? words::without_marks(m.name) : m.name_en});
  d.paragraph("territory", Said("Từ ", "Since ") + words::paper_day(merged.front().date) + Said(", số liệu gồm cả địa bàn ", " the figures include the former area of ") + words::enumerated(names) +
                               Said(" trước sắp xếp, nên không so sánh với kỳ trước.", ", so they are not compared with an earlier period."));
}

namespace {

/// What everybody knows of those years and the registers say of the area. The rest is for people to write.
Said circumstances(Drafter& d) {
  const int from = d.period.from.year(), to = d.period.to.year();
  std::vector<Said> sentences;
  const auto merged = merged_areas(d);
  const Said when = about(d), in = Said("Trong ", "In ") + when;
  if (!merged.empty())
    sentences.push_back(Said(words::upper_first(when.vi), "In " + when.en) + ", " + d.office.area_said() +
                        Said(" được sắp xếp lại đơn vị hành chính; địa bàn và số đầu mối mà ", " was reorganised as an administrative unit; the area and the number of partners that ") + d.office.we() +
                        Said(" phục vụ rộng hơn trước.", " serves are wider than before."));
  if (from <= 2020 && to >= 2022)
    sentences.push_back(words::upper_first(when) +
                        Said(" đi qua những năm dịch COVID-19: việc đi lại quốc tế bị gián đoạn, nhiều cuộc gặp phải chuyển sang hình thức trực tuyến, từ năm 2022 mới nối lại.",
                             " went through the years of COVID-19: international travel was interrupted, many meetings moved online, and contacts in person resumed only in 2022."));
  else if (from == 2022 && to == 2022)
    sentences.push_back(in + Said(", dịch COVID-19 được kiểm soát, việc đi lại quốc tế nối lại dần; gặp gỡ trực tiếp trở lại bên cạnh hình thức trực tuyến.",
                                  ", COVID-19 was under control and international travel resumed step by step; people met in person again, beside meetings online."));
  else if (from >= 2020 && to <= 2021)
    sentences.push_back(in + Said(", dịch COVID-19 làm gián đoạn việc đi lại quốc tế; nhiều hoạt động chuyển sang hình thức trực tuyến.", ", COVID-19 interrupted international travel; many activities moved online."));
  if (sentences.empty())
    return in + ", " + d.office.we() + Said(" thực hiện chương trình công tác trong bối cảnh ", " carried out its programme of work while ") +
           blank({"nêu ngắn tình hình quốc tế, trong nước và địa phương có tác động đến công tác", "the international, national and local situation that affected the work, in short"}) + ".";
  sentences.push_back({"Đối ngoại nhân dân cùng đối ngoại Đảng và ngoại giao Nhà nước tiếp tục là ba trụ cột của công tác đối ngoại.",
                       "People-to-people diplomacy, Party diplomacy and State diplomacy remained the three pillars of external relations."});
  return words::joined(sentences, " ");
}

}  // namespace

Said members_noun(Drafter& d) {
  fig::Ask ask = d.ask("I01", d.office.code);
  ask.by = "kind";
  const auto& groups = d.figure(ask).groups;
  return groups.size() == 1 && groups[0].key == "bilateral_association" ? Said("Hội hữu nghị thành viên", "member friendship associations") : Said("tổ chức thành viên", "member organisations");
}

void write_situation(Drafter& d) {
  d.begin("situation", d.is_term() ? Said("Bối cảnh", "Background") : Said("Đặc điểm tình hình", "Situation"));
  d.head(Kind::part, {"Phần I", "Part I"});
  d.head(Kind::part_title, words::upper(Said("Kết quả công tác ", "Results of work in ") + about(d)));
  d.head(Kind::heading, d.is_term() ? Said("I. BỐI CẢNH", "I. BACKGROUND") : Said("I. ĐẶC ĐIỂM TÌNH HÌNH", "I. SITUATION"));
  d.paragraph("circumstances", circumstances(d), Origin::person);
  if (d.known("I01"))
    d.paragraph("network", d.office.We() + Said(" cùng ", " and ") + d.token("I01", members_noun(d)) + Said(" phân công theo nước, theo lĩnh vực; việc chung do ", " share their work by country and by field; what is common is coordinated by ") + d.office.we() +
                               Said(" điều phối với sở, ngành và địa phương.", " with departments and localities."),
                Origin::mixed);
}

void write_leadership(Drafter& d) {
  const auto held = meetings_of(d);
  d.begin("leadership", {"Lãnh đạo, chỉ đạo", "Leadership"});
  d.head(Kind::heading, {"II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "II. RESULTS"});
  if (held.empty()) return d.nothing("Hội nghị, cuộc họp", "Meetings", "/meetings");
  d.head(Kind::clause, {"1. Lãnh đạo, chỉ đạo, điều hành", "1. Leadership and direction"});
  std::vector<Said> list;
  for (const auto& m : held) list.push_back(titled(in_sentence(m.title), {}) + " (" + words::on_day_said(m.date, d.is_term() ? 0 : d.period.to.year()) + ")");
  d.paragraph("meetings", d.pick({{"Ban Thường vụ chủ trì ", "The Standing Board chaired "}, {"Trong kỳ đã họp: ", "Meetings held in the period: "}}) + words::joined(list, "; ") + ".");
}

void write_closing(Drafter& d) {
  d.begin("closing", {"Kết thúc", "Closing"});
  d.paragraph("end", d.office.full() + (d.is_term() ? Said(" kính trình Đại hội xem xét./.", " respectfully submits this report to the Congress./.") : Said(" kính báo cáo./.", " respectfully reports./.")), Origin::mixed);
}

// ---- small parts -----------------------------------------------------------------------------------------

void fill_table(doc::Block& b, std::vector<Cells> rows) {
  b.rows.clear();
  b.rows_en.clear();
  for (Cells& row : rows) {
    std::vector<std::string> vi, en;
    for (Said& cell : row) {
      vi.push_back(std::move(cell.vi));
      en.push_back(std::move(cell.en));
    }
    b.rows.push_back(std::move(vi));
    b.rows_en.push_back(std::move(en));
  }
  if (b.rows_en == b.rows) b.rows_en.clear();
}

doc::Block& put_table(Drafter& d, std::string_view name, std::vector<Cells> rows, std::vector<double> widths, std::string align, const Said& unit_note) {
  doc::Block& b = d.put(name, Kind::table, "");
  fill_table(b, std::move(rows));
  b.widths = std::move(widths);
  b.align = std::move(align);
  b.unit_note = unit_note.vi;
  b.unit_note_en = unit_note.en;
  return b;
}

void put_caption(Drafter& d, std::string_view name, const Said& text) { d.put(name, Kind::caption, d.next_table() + ". " + text); }
void put_note(Drafter& d, std::string_view name, const Said& text) { d.put(name, Kind::note, Said("Ghi chú: ", "Note: ") + text); }
void put_item(Drafter& d, std::string_view name, const Said& text, Origin origin) { d.put(name, Kind::item, "- " + text, origin); }

doc::Block& put_annex_head(Drafter& d, const Said& name, int year) {
  const std::string& symbol = d.document.symbol;
  const Said goes_with("(Kèm theo Báo cáo số       /" + symbol + " ngày       tháng       năm " + std::to_string(year) + " của " + d.office.name + ")",
                       "(With Report No.       /" + symbol + " of " + d.office.name_en + ", dated      )");
  doc::Block& head = d.put("head", Kind::annex, Said("Phụ lục\n", "Annex\n") + words::upper(name) + "\n" + goes_with);
  head.wide = true;
  return head;
}

std::string short_name(const Drafter& d, const std::string& name) {
  const std::string tail = " " + d.office.area();
  return name.size() > tail.size() && name.ends_with(tail) ? name.substr(0, name.size() - tail.size()) : name;
}

Said short_name_said(const Drafter& d, const std::string& name, const std::string& name_en) {
  return {short_name(d, name), name_en.empty() ? short_name(d, name) : name_en};
}

Said in_sentence(const Said& text) { return {in_sentence(text.vi), in_sentence(text.en)}; }

std::string in_sentence(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == ';')) text.pop_back();
  constexpr std::string_view k_dash = " – ";
  for (auto at = text.find(k_dash); at != std::string::npos; at = text.find(k_dash, at)) text.replace(at, k_dash.size(), " - ");
  return text;
}

}  // namespace nc::app
