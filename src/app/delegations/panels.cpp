// Panels of a delegation: its programme by day with clashes and files, and its people against the declared number.
#include <set>

#include "app/common/within.h"
#include "app/delegations/programme.h"
#include "app/delegations/public.h"
#include "app/reference/public.h"
#include "base/words.h"
#include "html/assets.h"

namespace nc::app {

namespace {

std::string base_of(const reg::PanelContext& x) { return "/delegations/" + std::to_string(x.id); }

Html files_menu(const reg::PanelContext& x) {
  const std::string base = base_of(x) + "/programme";
  return menu(x.lang, {.label = Text("Tải về", "Download"), .icon = "download", .small = true},
              {{.label = Text("Word, hai ngôn ngữ", "Word, two languages"), .icon = "file-type-docx", .href = base + ".docx"},
               {.label = Text("Word, tiếng Việt", "Word, Vietnamese"), .icon = "file-type-docx", .href = base + ".docx?lang=vi"},
               {.label = Text("Word, bản tiếng Anh phát cho khách", "Word, English for the guests"), .icon = "file-type-docx", .href = base + ".docx?lang=en"},
               {.label = Text("PDF, hai ngôn ngữ", "PDF, two languages"), .icon = "file-type-pdf", .href = base + ".pdf"},
               {.label = Text("PDF, bản tiếng Anh phát cho khách", "PDF, English for the guests"), .icon = "file-type-pdf", .href = base + ".pdf?lang=en"},
               {.label = Text("Lịch cho điện thoại (.ics)", "Calendar file (.ics)"), .icon = "calendar", .href = base + ".ics"}});
}

void day_list(Html& h, const std::vector<ProgrammeItem>& items, const std::set<std::int64_t>& clashing) {
  const Lang lang = h.lang();
  Date day;
  for (const ProgrammeItem& i : items) {
    if (i.day != day) {
      if (day) h << "</ol>"_h;
      day = i.day;
      h << "<h3>"_h << format_date_long(day, lang) << "</h3><ol class=\"prog\">"_h;
    }
    h << "<li"_h << (clashing.contains(i.id) ? " class=\"clash\""_h : ""_h) << "><span class=\"prog-t\">"_h << (i.hours().empty() ? "–" : i.hours()) << "</span><div><a href=\"/programme-items/"_h << i.id << "\">"_h
      << i.say(lang) << "</a>"_h;
    if (i.illustrative) h << " "_h << illustrative_mark(lang);
    const std::string other = lang == Lang::vi ? i.what_en : i.what;
    if (!other.empty()) h << "<span class=\"prog-o\" lang=\""_h << (lang == Lang::vi ? "en" : "vi") << "\">"_h << other << "</span>"_h;
    std::string line = i.where(lang);
    for (const std::string& part : {i.host, i.attends, i.needs})
      if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
    if (!line.empty()) h << "<span class=\"prog-d\">"_h << line << "</span>"_h;
    h << "</div></li>"_h;
  }
  if (day) h << "</ol>"_h;
}

}  // namespace

Html programme_panel(const reg::PanelContext& x) {
  const auto items = programme_of(x.db, x.actor, x.id);
  const auto date = [&](const char* column) { return Date::from_iso(x.what.text(x.cells, column)).value_or(Date{}); };
  const auto clashes = clashes_of(x.db, x.actor, x.id, date("from_date"), date("to_date"));
  std::set<std::int64_t> clashing;
  Html body(x.lang);
  if (!clashes.empty()) {
    Html lines(x.lang);
    for (std::size_t i = 0; i < clashes.size() && i < 8; ++i) {
      if (i) lines << "<br>"_h;
      lines << clashes[i].words;
      if (clashes[i].other) lines << " <a href=\"/delegations/"_h << clashes[i].other << "\">"_h << Text("Mở đoàn kia", "Open the other visit") << "</a>"_h;
    }
    for (const Clash& c : clashes) clashing.insert(c.first), clashing.insert(c.second);
    body << notice(x.lang, Tone::warn, "alert-triangle", lines);
  }
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có lịch từng giờ. Ghi một lần, in được tiếng Việt, tiếng Anh và lịch điện thoại.", "No programme yet. Written once, it prints in Vietnamese, in English and as a calendar.") << "</p>"_h;
  day_list(body, items, clashing);
  const auto untold = std::count_if(items.begin(), items.end(), [](const ProgrammeItem& i) { return i.what_en.empty(); });
  if (untold > 0) {
    const std::string n = std::to_string(untold);
    body << "<p class=\"sm m2\">"_h << Message(n + " mục chưa có tiếng Anh; bản tiếng Anh in loại việc thay lời.", n + (untold == 1 ? " item has" : " items have") + " no English yet; the English sheet prints the kind instead.") << "</p>"_h;
  }
  Html end(x.lang);
  if (x.actor.may(Function::enter))
    end << button(x.lang, {.label = items.empty() ? Text("Lập lịch trình", "Write the programme") : Text("Sửa lịch trình", "Edit the programme"), .icon = "calendar-time", .href = base_of(x) + "/programme", .small = true});
  if (!items.empty()) end << " "_h << files_menu(x);
  return card(x.lang, {.title = Text("Lịch trình từng giờ", "Programme hour by hour"), .head_end = end, .body = body, .id = "programme"});
}

namespace {

/// "Sổ ghi 12 người, danh sách có 9: thiếu 3."
void against_declared(Html& h, const reg::PanelContext& x, std::int64_t listed) {
  const auto at = static_cast<std::size_t>(x.what.column("members"));
  if (db::is_null(x.cells[at]) || listed == 0) return;
  const std::int64_t declared = db::as_int(x.cells[at]), missing = declared - listed;
  const std::string d = format_int(declared, x.lang), n = format_int(listed, x.lang), m = format_int(missing < 0 ? -missing : missing, x.lang);
  if (missing == 0) {
    h << "<p class=\"sm ok-line\">"_h << Message("Danh sách đủ " + n + " người như đã ghi.", "The list has all " + n + " people.") << "</p>"_h;
    return;
  }
  const Message differs = missing > 0 ? Message("Sổ ghi " + d + " người, danh sách có " + n + ": còn thiếu " + m + ".", d + " people are declared, " + n + " are listed: " + m + " missing.")
                                      : Message("Sổ ghi " + d + " người, danh sách có " + n + ": thừa " + m + ".", d + " people are declared, " + n + " are listed: " + m + " too many.");
  h << notice(x.lang, Tone::warn, "users", Html(x.lang) << differs);
}

}  // namespace

Html members_panel(const reg::PanelContext& x) {
  Table t;
  t.caption = delegation_members().plural;
  t.columns = {{.label = Text("Họ và tên", "Name"), .key = true}, {.label = Text("Chức vụ", "Position")}, {.label = Text("Cơ quan", "Organisation")}, {.label = Text("Quốc tịch", "Nationality")}};
  std::int64_t listed = 0;
  each_within(x.db, "SELECT m.id, m.name, m.title, m.title_en, m.organisation, m.nationality, m.is_head, m.illustrative FROM delegation_member m WHERE m.deleted = 0 AND m.delegation = $1", {x.id},
              org_scope(x.actor, "m"), "ORDER BY m.is_head DESC, m.id", [&](const db::Row& r) {
    if (++listed > 60) return true;
    Row row;
    row.illustrative = r.integer(7) != 0;
    const std::string_view title = x.lang == Lang::en && !r.text(3).empty() ? r.text(3) : r.text(2);
    row.cells = {title_cell("/delegation-members/" + std::to_string(r.integer(0)), r.text(1), r.integer(6) != 0 ? Text("Trưởng đoàn", "Head of delegation").in(x.lang) : std::string_view()), Html(x.lang) << title,
                 Html(x.lang) << r.text(4), country(r.text(5), r.text(5).empty() ? std::string() : countries().label(r.text(5), x.lang))};
    t.rows.push_back(std::move(row));
    return true;
  });
  Html body(x.lang), end(x.lang);
  against_declared(body, x, listed);
  if (listed == 0) body << "<p class=\"m2\">"_h << Text("Chưa có danh sách. Gõ vào bảng, hoặc nhập từ Excel. Hộ chiếu, ngày sinh được che và ghi lại ai đã xem.", "No list yet. Type it into the grid or import a sheet. Passports and births are masked, and who read them is noted.") << "</p>"_h;
  else body << table(x.lang, t);
  if (x.actor.may(Function::enter))
    end << button(x.lang, {.label = Text("Sửa danh sách", "Edit the list"), .icon = "users", .href = base_of(x) + "/members", .small = true}) << " "_h
        << button(x.lang, {.label = Text("Nhập từ Excel", "Import a sheet"), .icon = "table-import", .href = "/delegation-members/import?delegation=" + url_encode(db::as_text(x.cells[reg::k_code])), .small = true});
  return card(x.lang, {.title = Text("Thành viên đoàn", "Members"), .head_end = end, .body = body, .id = "members"});
}

}  // namespace nc::app
