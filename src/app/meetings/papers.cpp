// Papers of a meeting: invitation, minutes (form 1.9, two signatures), notice of conclusions with its table of tasks, list of seats.
#include <algorithm>

#include "app/common/within.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

using paper::Block;
using paper::TableCell;

std::string lower_first(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string without_stop(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == '\n' || text.back() == ';' || text.back() == '/')) text.pop_back();
  return text;
}

struct Facts {
  Letterhead office;
  std::string title, place, chair, secretary, from, to, conclusions, kind;
  Date day, to_day;
  std::vector<AgendaPoint> agenda;
  std::vector<Invitee> people;
};

Facts facts_of(const PaperAsk& ask) {
  const reg::Description& d = meetings();
  const auto text = [&](const char* column) { return d.text(ask.cells, column); };
  Facts f;
  f.day = Date::from_iso(text("date")).value_or(Date{});
  f.to_day = Date::from_iso(text("to_date")).value_or(Date{});
  f.office = letterhead_of(ask.db, db::as_int(ask.cells[reg::k_org]), f.day);
  f.title = text("title");
  f.place = text("place");
  f.chair = text("chair");
  f.secretary = text("secretary");
  f.from = text("from_time");
  f.to = text("to_time");
  f.conclusions = text("conclusions");
  f.kind = meetings().find("kind")->opt.options->label(text("kind"), Lang::vi);
  f.agenda = agenda_of(ask.db, ask.actor, ask.id);
  f.people = invitees_of(ask.db, ask.actor, ask.id);
  return f;
}

/// "08 giờ 00" for "08:00".
std::string hour_words(const std::string& clock) { return clock.size() == 5 ? clock.substr(0, 2) + " giờ " + clock.substr(3) : std::string("[điền: giờ]"); }
std::string day_words(Date day) { return day ? format_date_paper(day) : std::string("[điền: ngày]"); }
std::string or_blank(const std::string& value, const char* what) { return value.empty() ? "[điền: " + std::string(what) + "]" : value; }

/// "Lê Văn A, Chủ tịch Hội, Hội hữu nghị ..."; whoever is invited by office alone is named by it: "Chủ tịch Hội hữu nghị ...".
std::string named(const Invitee& i, bool with_unit = true) {
  if (!with_unit || i.unit_full.empty()) return i.who();
  if (i.title.empty() && i.person == "Chủ tịch Hội") return "Chủ tịch " + i.unit_full;
  return i.who() + ", " + i.unit_full;
}

void add(paper::Paper& p, Block::Kind kind, std::string text) { p.blocks.push_back(words_block(kind, std::move(text))); }
void say(paper::Paper& p, std::string text) { add(p, Block::Kind::paragraph, std::move(text)); }

/// "Ông" and "Bà" are not in the register: names stand as they were written down.
std::string said_by(const AgendaPoint& i) { return i.speaker.empty() ? std::string() : i.speaker + ": "; }

// ---- invitation ------------------------------------------------------------------------------------------

void agenda_table(const Facts& f, paper::Paper& p) {
  if (f.agenda.empty()) return;
  say(p, "Chương trình dự kiến:");
  Block table = table_of({"Giờ", "Nội dung", "Người trình bày"}, {18, 54, 28});
  for (const AgendaPoint& i : f.agenda)
    table.rows.push_back({{words_cell(i.from.empty() ? "" : i.to.empty() ? i.from : i.from + "–" + i.to, TableCell::Align::centre), words_cell(i.title), words_cell(i.speaker)}, false});
  p.blocks.push_back(std::move(table));
}

Result<Drawn> invitation(const PaperAsk& ask) {
  const Facts f = facts_of(ask);
  paper::Paper p = paper_from(f.office, Lang::vi, "GM", {});
  p.kind_name = "GIẤY MỜI";
  p.subject_lines = {"Dự " + f.title};
  const auto wanted = parse_int(ask.query.get("to")).value_or(0);
  const auto one = std::ranges::find(f.people, wanted, &Invitee::id);
  if (one != f.people.end()) p.addressed_to = {named(*one)};
  else p.addressed_to = {"Như danh sách kèm theo"};
  say(p, f.office.name + " trân trọng kính mời " + (one != f.people.end() ? "Ông (Bà)" : std::string("các đại biểu")) + " dự " + f.title + ".");
  add(p, Block::Kind::item, "- Thời gian: " + (f.from.empty() ? std::string() : hour_words(f.from) + ", ") + day_words(f.day) + (f.to_day && f.to_day != f.day ? " đến " + day_words(f.to_day) : ""));
  add(p, Block::Kind::item, "- Địa điểm: " + or_blank(f.place, "nơi họp"));
  if (!f.chair.empty()) add(p, Block::Kind::item, "- Chủ trì: " + f.chair);
  agenda_table(f, p);
  const bool list = one == f.people.end() && !f.people.empty();
  say(p, std::string("Đề nghị đại biểu dự họp đúng thời gian, thành phần; không dự được thì cử người dự thay và báo trước với Liên hiệp") + (list ? " (Phụ lục kèm theo)" : "") + "./.");
  if (list) {
    Block annex = words_block(Block::Kind::annex, "Phụ lục\nDANH SÁCH MỜI HỌP");
    p.blocks.push_back(std::move(annex));
    Block table = table_of({"STT", "Họ và tên", "Chức vụ", "Đơn vị"}, {8, 30, 30, 32});
    int n = 0;
    for (const Invitee& i : f.people) table.rows.push_back({{words_cell(std::to_string(++n), TableCell::Align::centre), words_cell(i.person), words_cell(i.title), words_cell(i.unit_full)}, false});
    p.blocks.push_back(std::move(table));
  }
  p.recipients = {one != f.people.end() ? "Như trên" : "Như danh sách", "Lưu: VT"};
  return Drawn{std::move(p), f.office.id};
}

std::vector<AddressedCopy> invitations(const PaperAsk& ask) {
  std::vector<AddressedCopy> out;
  for (const Invitee& i : invitees_of(ask.db, ask.actor, ask.id)) out.push_back({i.id, named(i)});
  return out;
}

// ---- minutes ---------------------------------------------------------------------------------------------

void attendance(const Facts& f, paper::Paper& p) {
  add(p, Block::Kind::clause, "Thành phần tham dự:");
  int n = 0;
  for (const auto& group : invitee_groups().all()) {
    std::string names;
    int here = 0;
    for (const Invitee& i : f.people) {
      if (i.group != group.code || !i.came()) continue;
      const std::string who = named(i, i.group != "presidium");
      names += (here++ ? "; " : "") + (i.status == "substituted" ? i.substitute + " (dự thay " + who + ")" : who);
    }
    if (here == 0) continue;
    add(p, Block::Kind::paragraph, std::to_string(++n) + ". " + capital(group.label.vi) + " (" + std::to_string(here) + "): " + names + ".");
  }
  if (n == 0) say(p, "[điền: thành phần tham dự]");
  std::string missing;
  for (const Invitee& i : f.people)
    if (i.status == "absent") missing += (missing.empty() ? "" : "; ") + named(i) + (i.excuse.empty() ? "" : " (" + lower_first(i.excuse) + ")");
  if (!f.people.empty()) say(p, "Vắng: " + (missing.empty() ? std::string("không") : missing) + ".");
  say(p, "Chủ trì (chủ tọa): " + or_blank(f.chair, "người chủ trì") + ".");
  say(p, "Thư ký (người ghi biên bản): " + or_blank(f.secretary, "thư ký") + ".");
}

void course(const Facts& f, paper::Paper& p) {
  add(p, Block::Kind::clause, "Nội dung (theo diễn biến):");
  int n = 0;
  std::string last;
  char letter = 'a';
  for (const AgendaPoint& i : f.agenda) {
    const bool speech = i.kind == "speech";
    if (!speech || last != "speech") {
      add(p, Block::Kind::clause, std::to_string(++n) + ". " + (speech ? std::string("Ý kiến của các hội, đơn vị") : capital(i.title)));
      letter = 'a';
    }
    last = i.kind;
    const std::string words = without_stop(i.summary);
    if (speech) add(p, Block::Kind::point, std::string(1, letter++) + ") " + said_by(i) + (words.empty() ? i.title : words) + ".");
    else if (!words.empty()) say(p, said_by(i) + words + (i.paper.empty() ? "" : " (kèm theo " + i.paper + ")") + ".");
    else if (!i.speaker.empty()) say(p, "Người trình bày: " + i.speaker + ".");
  }
  if (n == 0) say(p, "[điền: diễn biến cuộc họp]");
}

void raised(const PaperAsk& ask, paper::Paper& p) {
  Block table = table_of({"Số", "Hội", "Nội dung", "Nơi giải quyết", "Hạn trả lời"}, {8, 26, 36, 18, 12});
  int n = 0;
  each_within(ask.db, "SELECT o.name, k.title, k.addressed_to, k.due FROM petition k JOIN organisation o ON o.id = k.from_org WHERE k.deleted = 0 AND k.meeting = $1", {ask.id},
              org_scope(ask.actor, "k"), "ORDER BY k.id", [&](const db::Row& r) {
                const auto due = Date::from_iso(r.text(3));
                table.rows.push_back({{words_cell(std::to_string(++n), TableCell::Align::centre), words_cell(std::string(r.text(0))), words_cell(std::string(r.text(1))), words_cell(std::string(r.text(2))),
                                       words_cell(due ? format_date(*due, Lang::vi) : "", TableCell::Align::centre)}, false});
                return true;
              });
  if (n == 0) return;
  add(p, Block::Kind::clause, "Kiến nghị ghi nhận:");
  p.blocks.push_back(std::move(table));
}

struct Spoken { std::int64_t id = 0; std::string code, text, issuer, due; };

std::vector<Spoken> directives_of(const PaperAsk& ask) {
  std::vector<Spoken> out;
  each_within(ask.db, "SELECT d.id, d.code, d.text, d.issuer, d.due FROM directive d WHERE d.deleted = 0 AND d.meeting = $1", {ask.id}, org_scope(ask.actor, "d"), "ORDER BY d.id", [&](const db::Row& r) {
    out.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4))});
    return true;
  });
  return out;
}

void spoken(const PaperAsk& ask, paper::Paper& p) {
  const auto all = directives_of(ask);
  if (all.empty()) return;
  add(p, Block::Kind::clause, "Ý kiến chỉ đạo, kết luận:");
  for (const Spoken& s : all) add(p, Block::Kind::item, "- " + s.issuer + ": " + without_stop(s.text) + ".");
}

Result<Drawn> minutes(const PaperAsk& ask) {
  const Facts f = facts_of(ask);
  paper::Paper p = paper_from(f.office, Lang::vi, "BB", f.day);
  p.place_date.clear();
  p.kind_name = "BIÊN BẢN";
  p.subject_lines = {f.title};
  say(p, "Thời gian bắt đầu: " + (f.from.empty() ? std::string("[điền: giờ]") : hour_words(f.from)) + ", " + day_words(f.day) + ".");
  say(p, "Địa điểm: " + or_blank(f.place, "nơi họp") + ".");
  attendance(f, p);
  course(f, p);
  raised(ask, p);
  spoken(ask, p);
  say(p, "Cuộc họp kết thúc vào " + hour_words(f.to) + ", " + day_words(f.to_day ? f.to_day : f.day) + "./.");
  p.left_authority = {"THƯ KÝ"};
  p.left_signer = f.secretary.substr(0, f.secretary.find(','));
  p.authority = {"CHỦ TỌA"};
  p.signer = f.chair.substr(0, f.chair.find(','));
  p.recipients = {"Các đơn vị dự họp", "Lưu: VT, hồ sơ cuộc họp"};
  return Drawn{std::move(p), f.office.id};
}

// ---- notice of conclusions -------------------------------------------------------------------------------

/// The tasks by a directive, a row each; a directive without one has its own row.
void task_rows(const PaperAsk& ask, const std::vector<Spoken>& all, Block& table) {
  int n = 0;
  const auto row = [&](const Spoken& s, std::string what, std::string lead, std::string output, const std::string& due) {
    const auto day = Date::from_iso(due);
    table.rows.push_back({{words_cell(std::to_string(++n), TableCell::Align::centre), words_cell(std::move(what)), words_cell(s.code), words_cell(std::move(lead)), words_cell(std::move(output)),
                           words_cell(day ? format_date(*day, Lang::vi) : "", TableCell::Align::centre)}, false});
  };
  for (const Spoken& s : all) {
    bool any = false;
    each_within(ask.db, "SELECT t.title, o.name, t.owner, t.output, t.due FROM task t LEFT JOIN organisation o ON o.id = t.lead WHERE t.deleted = 0 AND t.status <> 'cancelled' AND t.directive = $1", {s.id},
                org_scope(ask.actor, "t"), "ORDER BY t.id", [&](const db::Row& r) {
                  any = true;
                  const std::string owner(r.text(2));
                  row(s, std::string(r.text(0)), std::string(r.text(1)) + (owner.empty() ? "" : ", " + owner), std::string(r.text(3)), std::string(r.text(4)));
                  return true;
                });
    if (!any) row(s, s.text, "", "", s.due);
  }
}

Result<Drawn> conclusions(const PaperAsk& ask) {
  const Facts f = facts_of(ask);
  const auto all = directives_of(ask);
  paper::Paper p = paper_from(f.office, Lang::vi, "TB", {});
  p.kind_name = "THÔNG BÁO";
  p.subject_lines = {"Kết luận tại " + f.title};
  say(p, capital(day_words(f.day)) + ", tại " + or_blank(f.place, "nơi họp") + ", " + or_blank(f.chair, "người chủ trì") + " chủ trì " + f.title + ".");
  say(p, "Sau khi nghe báo cáo và ý kiến của các đại biểu, cuộc họp kết luận như sau:");
  add(p, Block::Kind::heading, "I. NHỮNG VIỆC PHẢI LÀM");
  if (all.empty()) say(p, "[điền: ghi ý kiến chỉ đạo, kết luận ở trang cuộc họp]");
  int n = 0;
  for (const Spoken& s : all) {
    const auto due = Date::from_iso(s.due);
    add(p, Block::Kind::paragraph, std::to_string(++n) + ". " + without_stop(s.text) + (due ? ", báo cáo trước ngày " + format_date(*due, Lang::vi) : "") + ".");
  }
  add(p, Block::Kind::heading, "II. TỔ CHỨC THỰC HIỆN");
  say(p, "Các đơn vị được giao chủ trì thực hiện theo bảng giao nhiệm vụ (Phụ lục kèm theo). Đơn vị nào không bảo đảm thời hạn thì báo cáo lý do trước khi đến hạn.");
  say(p, f.office.name + " thông báo để các đơn vị biết, thực hiện./.");
  p.blocks.push_back(words_block(Block::Kind::annex, "Phụ lục\nBẢNG GIAO NHIỆM VỤ"));
  Block table = table_of({"STT", "Nội dung", "Xuất xứ", "Chủ trì", "Sản phẩm", "Hạn"}, {7, 34, 14, 20, 13, 12});
  task_rows(ask, all, table);
  p.blocks.push_back(std::move(table));
  p.recipients = {"Các đơn vị có việc được giao", "Thường trực Liên hiệp", "Lưu: VT"};
  return Drawn{std::move(p), f.office.id};
}

// ---- seats -----------------------------------------------------------------------------------------------

Result<Drawn> seats(const PaperAsk& ask) {
  const Facts f = facts_of(ask);
  paper::Paper p = paper_from(f.office, Lang::vi, "DS", f.day);
  p.symbol.clear();
  p.kind_name = "DANH SÁCH ĐẠI BIỂU";
  p.subject_lines = {f.title};
  Block table = table_of({"Ghế", "Họ và tên", "Chức vụ, đơn vị", "Ký nhận"}, {10, 32, 40, 18});
  for (const auto& group : invitee_groups().all()) {
    bool first = true;
    for (const Invitee& i : f.people) {
      if (i.group != group.code || i.status == "absent") continue;
      if (std::exchange(first, false)) {
        TableCell head = words_cell(capital(group.label.vi), TableCell::Align::left, true);
        head.span = 4;
        table.rows.push_back({{std::move(head)}, false});
      }
      const std::string post = i.title.empty() || i.unit_full.empty() ? i.title + i.unit_full : i.title + ", " + i.unit_full;
      table.rows.push_back({{words_cell(i.seat, TableCell::Align::centre), words_cell(i.status == "substituted" ? i.substitute + " (dự thay " + i.person + ")" : i.person), words_cell(post), words_cell("")}, false});
    }
  }
  p.blocks.push_back(std::move(table));
  p.authority.clear();
  p.signer.clear();
  return Drawn{std::move(p), f.office.id};
}

}  // namespace

const std::vector<RecordPaper>& meeting_papers() {
  static const std::vector<RecordPaper> all{{&meetings(), "invitation", "gm", {"Giấy mời", "Invitation"}, invitation, {}, invitations},
                                            {&meetings(), "minutes", "bb", {"Biên bản", "Minutes"}, minutes},
                                            {&meetings(), "conclusions", "tb", {"Thông báo kết luận", "Notice of conclusions"}, conclusions},
                                            {&meetings(), "seats", "", {"Danh sách đại biểu, chỗ ngồi", "List of delegates and seats"}, seats}};
  return all;
}

Html meeting_papers_panel(const reg::PanelContext& x) {
  const std::string state = x.what.text(x.cells, "status");
  const bool over = state == "held" || state == "minutes_signed" || state == "conclusion_issued";
  std::vector<RecordPaper> offered;
  for (const RecordPaper& p : meeting_papers())
    if (over || p.name == "invitation" || p.name == "seats") offered.push_back(p);
  return papers_card(x, offered);
}

}  // namespace nc::app
