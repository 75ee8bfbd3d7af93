// Programme of a visit in two languages side by side, in one, and as a calendar.
#include "app/delegations/papers.h"

#include "app/delegations/lists.h"
#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

using paper::Block;
using paper::TableCell;
using paper::TableRow;

Block table_block(std::vector<double> widths) {
  Block b;
  b.kind = Block::Kind::table;
  b.widths = std::move(widths);
  return b;
}

TableCell words(std::string text, bool bold = false, TableCell::Align align = TableCell::Align::left, int span = 1) {
  TableCell c;
  c.runs = {{std::move(text), bold, false, {}, {}}};
  c.align = align;
  c.span = span;
  return c;
}

TableRow head_row(const std::vector<std::string>& names) {
  TableRow r;
  r.head = true;
  for (const auto& n : names) r.cells.push_back(words(n, true, TableCell::Align::centre));
  return r;
}

Block prose(Block::Kind kind, std::string text) {
  Block b;
  b.kind = kind;
  b.runs = {{std::move(text), false, false, {}, {}}};
  return b;
}

/// "đón / arrival" when both are wanted.
std::string pick(Tongue tongue, const std::string& vi, const std::string& en) {
  if (tongue == Tongue::vi) return vi;
  if (tongue == Tongue::en) return en;
  return vi == en || en.empty() ? vi : vi.empty() ? en : vi + " / " + en;
}
std::string pick(Tongue tongue, Text t) { return pick(tongue, std::string(t.vi), std::string(t.en)); }

std::string person_line(const VisitFacts::Person& p, Lang lang) {
  const std::string& title = lang == Lang::en ? (p.title_en.empty() ? p.title : p.title_en) : (p.title.empty() ? p.title_en : p.title);
  std::string address = p.address == "ms" ? std::string(Text("Bà", "Ms").in(lang)) : p.address == "he" ? std::string(Text("Ngài", "H.E.").in(lang)) : p.address == "mr" ? std::string(Text("Ông", "Mr").in(lang)) : "";
  if (!address.empty()) address += " ";
  return address + p.name + (title.empty() ? "" : ", " + title) + (p.organisation.empty() ? "" : ", " + p.organisation);
}

std::string head_words(const VisitFacts& v, Lang lang) {
  for (const auto& p : v.people)
    if (p.head) return person_line(p, lang);
  return v.head;
}

void general(const VisitFacts& v, Tongue tongue, paper::Paper& p) {
  Block table = tongue == Tongue::both ? table_block({26, 37, 37}) : table_block({30, 70});
  const auto line = [&](Text name, const std::string& vi, const std::string& en) {
    if (vi.empty() && en.empty()) return;
    TableRow r;
    r.cells = {words(pick(tongue, name), true)};
    if (tongue != Tongue::en) r.cells.push_back(words(vi));
    if (tongue != Tongue::vi) r.cells.push_back(words(en.empty() ? vi : en));
    table.rows.push_back(std::move(r));
  };
  line(Text("Trưởng đoàn", "Head of delegation"), head_words(v, Lang::vi), head_words(v, Lang::en));
  if (!v.members.empty()) line(Text("Số người", "Members"), v.members + " người", v.members);
  line(Text("Nước", "Country"), v.country_names(Lang::vi), v.country_names(Lang::en));
  if (!v.purpose.empty()) line(Text("Mục đích", "Purpose"), capital(delegation_purposes().label(v.purpose, Lang::vi)), capital(delegation_purposes().label(v.purpose, Lang::en)));
  line(v.direction == "in" ? Text("Đơn vị đón", "Host") : Text("Đơn vị cử đoàn", "Sent by"), v.office.name, v.office.in(Lang::en));
  for (std::size_t i = 0; i < v.joint.size(); ++i) line(Text("Phối hợp", "Co-host"), v.joint[i], v.joint_en[i]);
  if (table.rows.empty()) return;
  p.blocks.push_back(std::move(table));
}

std::string detail(const ProgrammeItem& i, Tongue tongue) {
  std::string out = pick(tongue, i.where(Lang::vi), i.where(Lang::en) == i.where(Lang::vi) ? std::string(tongue == Tongue::en ? i.where(Lang::en) : "") : i.where(Lang::en));
  return out;
}

void schedule(const VisitFacts& v, Tongue tongue, paper::Paper& p) {
  const bool both = tongue == Tongue::both;
  Block table = both ? table_block({13, 28, 28, 17, 14}) : table_block({14, 46, 22, 18});
  std::vector<std::string> names{pick(tongue, Text("Giờ", "Time"))};
  if (tongue != Tongue::en) names.emplace_back("Nội dung");
  if (tongue != Tongue::vi) names.emplace_back("Activity");
  names.push_back(pick(tongue, Text("Địa điểm", "Venue")));
  names.push_back(pick(tongue, Text("Chủ trì", "Led by")));
  table.rows.push_back(head_row(names));
  Date day;
  for (const ProgrammeItem& i : v.items) {
    if (i.day != day) {
      day = i.day;
      TableRow r;
      r.cells = {words(pick(tongue, format_date_long(day, Lang::vi), format_date_long(day, Lang::en)), true, TableCell::Align::left, static_cast<int>(names.size()))};
      table.rows.push_back(std::move(r));
    }
    TableRow r;
    r.cells.push_back(words(i.hours(), false, TableCell::Align::centre));
    const auto say = [&](Lang lang, Text who) { return i.say(lang) + (i.attends.empty() ? "" : "\n" + std::string(who.in(lang)) + ": " + i.attends); };
    if (tongue != Tongue::en) r.cells.push_back(words(say(Lang::vi, Text("Thành phần", "With"))));
    if (tongue != Tongue::vi) r.cells.push_back(words(both ? i.say(Lang::en) : say(Lang::en, Text("Thành phần", "With"))));
    r.cells.push_back(words(detail(i, tongue)));
    r.cells.push_back(words(i.host));
    table.rows.push_back(std::move(r));
  }
  p.blocks.push_back(std::move(table));
}

void people(const VisitFacts& v, Tongue tongue, paper::Paper& p) {
  if (v.people.empty()) return;
  p.blocks.push_back(prose(Block::Kind::heading, pick(tongue, Text("Danh sách đoàn", "Members of the delegation"))));
  Block table = table_block({8, 30, 34, 28});
  table.rows.push_back(head_row({pick(tongue, Text("TT", "No.")), pick(tongue, Text("Họ và tên", "Name")), pick(tongue, Text("Chức vụ", "Position")), pick(tongue, Text("Cơ quan", "Organisation"))}));
  int n = 0;
  for (const auto& person : v.people) {
    TableRow r;
    r.cells = {words(std::to_string(++n), false, TableCell::Align::centre), words(person.name, person.head), words(pick(tongue, person.title, person.title_en)), words(person.organisation)};
    table.rows.push_back(std::move(r));
  }
  p.blocks.push_back(std::move(table));
}

}  // namespace

paper::Paper programme_paper(const VisitFacts& v, Tongue tongue) {
  // The English sheet is handed to guests: no national name, number or seal on it.
  const Lang lang = tongue == Tongue::en ? Lang::en : Lang::vi;
  paper::Paper p = paper_from(v.office, lang, tongue == Tongue::en ? "" : "CTr", {});
  p.kind_name = std::string(Text("CHƯƠNG TRÌNH", "PROGRAMME").in(lang));
  const std::string title = v.direction == "in" ? "Đón và làm việc với " + v.title : v.title;
  if (tongue != Tongue::en) p.subject_lines.push_back(title);
  if (tongue == Tongue::both) p.subject_lines.push_back("Programme: " + v.name(Lang::en));
  if (tongue == Tongue::en) p.subject_lines.push_back(v.name(Lang::en));
  p.subject_lines.push_back(v.days(lang));
  if (v.illustrative) p.stamp = "BẢN MẪU";
  general(v, tongue, p);
  p.blocks.push_back(prose(Block::Kind::heading, pick(tongue, Text("Lịch từng giờ", "Hour by hour"))));
  if (v.items.empty()) p.blocks.push_back(prose(Block::Kind::paragraph, pick(tongue, Text("Chưa có lịch trình.", "No programme yet."))));
  else schedule(v, tongue, p);
  people(v, tongue, p);
  if (tongue == Tongue::en) {
    p.authority.clear();
    p.signer.clear();
  } else {
    p.recipients = v.joint;
    p.recipients.emplace_back("Lưu: VT");
  }
  return p;
}

ics::Calendar visit_calendar(const VisitFacts& v, Lang lang, const std::string& base_url) {
  ics::Calendar c;
  c.name = v.name(lang);
  c.description = v.office.in(lang);
  const std::string url = base_url + "/delegations/" + std::to_string(v.id);
  for (const ProgrammeItem& i : v.items) {
    ics::Event e;
    e.uid = "programme-item-" + std::to_string(i.id) + "@nhipcau";
    e.summary = i.say(lang);
    e.location = i.where(lang);
    e.description = (i.host.empty() ? "" : std::string(Text("Chủ trì", "Led by").in(lang)) + ": " + i.host + "\n") +
                    (i.attends.empty() ? "" : std::string(Text("Thành phần", "With").in(lang)) + ": " + i.attends + "\n") + v.name(lang);
    e.url = url;
    e.from = i.day;
    e.from_minute = i.from;
    e.to_minute = i.to;
    c.events.push_back(std::move(e));
  }
  if (c.events.empty() && v.from) {
    ics::Event e;
    e.uid = "delegation-" + std::to_string(v.id) + "@nhipcau";
    e.summary = v.name(lang);
    e.location = v.place;
    e.url = url;
    e.from = v.from;
    e.to = v.to;
    c.events.push_back(std::move(e));
  }
  return c;
}

}  // namespace nc::app
