// The pages of an import: sending, columns, what the dry run said, running, done.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.h"
#include "sheets/pages_import.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_rows_shown = 100;

Message counted(int n, const char* vi, const char* en) {
  return {format_int(n, Lang::vi) + " " + vi, format_int(n, Lang::en) + " " + en};
}

Html note(Lang lang, Tone tone, const Message& words) {
  return notice(lang, tone, tone == Tone::bad ? "alert-triangle" : tone == Tone::ok ? "check" : "info-circle", Html(lang) << words);
}

Message state_words(const ImportJob& job) {
  if (job.state == "done") return Text("đã nhập", "imported");
  if (job.state == "undone") return Text("đã hoàn tác", "taken back");
  if (job.state == "checked") return Text("đã chạy thử", "dry run done");
  return Text("đang chuẩn bị", "being prepared");
}

Html select_of(Lang lang, const std::string& name, const Message& label, const std::string& value,
               std::vector<std::pair<std::string, std::string>> options) {
  Control s;
  s.type = "select";
  s.name = name;
  s.label = label;
  s.value = value;
  s.options = std::move(options);
  return control(lang, s);
}

Html act_button(Lang lang, const char* act, const Message& label, const char* kind, std::string icon = {}) {
  return button(lang, {.label = label, .icon = std::move(icon), .kind = kind, .name = "act", .value = act});
}

}  // namespace

PageHead import_head(const ImportVisit& v) {
  PageHead head;
  head.title = {"Nhập " + v.d.plural.vi + " từ bảng tính", "Import " + v.d.plural.en + " from a spreadsheet"};
  head.crumbs = {{v.d.plural, list_url(v.d)}, {Text("Nhập", "Import"), v.base()}};
  return head;
}

Html import_steps(Lang lang, int at) {
  std::vector<Stage> stages;
  const Message names[] = {Text("Gửi tệp", "File"), Text("Nhận cột", "Columns"), Text("Chạy thử, sửa", "Dry run, mend"), Text("Nhập", "Import")};
  for (int i = 0; i < 4; ++i) {
    Stage s;
    s.label = names[i];
    s.state = i < at ? Stage::State::done : i == at ? Stage::State::current : Stage::State::todo;
    stages.push_back(std::move(s));
  }
  return stage_bar(lang, stages);
}

Html import_form(const ImportVisit& v, const ImportJob& job) {
  return Html(v.lang()) << "<form class=\"form\" method=\"post\" action=\""_h << Url{v.url(job)} << "\">"_h << hidden("csrf", v.shell.csrf);
}

// ---- sending ---------------------------------------------------------------------------------------------

namespace {

/// "?delegation=DV-2025-101" of the address: all rows become parts of that record.
std::string asked_for(const ImportVisit& v) {
  const auto at = v.shell.path.find('?');
  return at == std::string::npos || v.d.parent_field.empty() ? std::string() : v.shell.path.substr(at);
}

Html send_form(const ImportVisit& v) {
  const Lang lang = v.lang();
  Control file;
  file.type = "file";
  file.name = "file";
  file.label = Text("Tệp bảng tính", "Spreadsheet file");
  file.hint = Text("Excel (.xlsx), LibreOffice (.ods), CSV hoặc chữ cách nhau dấu tab; nhiều nhất 32 MB, 200.000 dòng",
                   "Excel (.xlsx), LibreOffice (.ods), CSV or tab-separated text; at most 32 MB, 200,000 rows");
  file.accept = ".xlsx,.ods,.csv,.tsv,.txt";
  file.width = "full";
  Control pasted;
  pasted.type = "textarea";
  pasted.name = "pasted";
  pasted.label = Text("Hoặc dán các dòng chép từ Excel", "Or paste rows copied from Excel");
  pasted.hint = Text("Chép cả dòng tên cột", "Copy the row of column names too");
  pasted.width = "full";
  Html h(lang);
  h << "<form class=\"form card\" method=\"post\" enctype=\"multipart/form-data\" action=\""_h << Url{v.base() + asked_for(v)} << "\">"_h << hidden("csrf", v.shell.csrf)
    << form_section(lang, Text("Tệp hoặc khối dán", "File or pasted rows"), Html(lang) << control(lang, file) << control(lang, pasted))
    << "<div class=\"ff\">"_h << button(lang, {.label = Text("Đọc bảng tính", "Read the spreadsheet"), .kind = "primary"})
    << button(lang, {.label = Text("Gõ hoặc dán vào lưới", "Type or paste into a grid"), .icon = "table", .href = v.base() + "/grid"})
    << button(lang, {.label = Text("Tải mẫu Excel của sổ này", "Get this register's Excel template"), .icon = "download", .href = v.base() + "/template.xlsx"})
    << "</div></form>"_h;
  return h;
}

Html earlier(const ImportVisit& v, const std::vector<ImportJob>& jobs) {
  std::vector<ListItem> items;
  for (const ImportJob& job : jobs) {
    ListItem item;
    item.icon = "table-import";
    item.title = Html(v.lang()) << job.file_name;
    item.href = v.url(job);
    item.detail = Html(v.lang()) << state_words(job) << ", "_h << format_instant(job.created, v.lang());
    items.push_back(std::move(item));
  }
  return card(v.lang(), {.title = Text("Các lần nhập của bạn", "Your imports"), .body = item_list(v.lang(), items)});
}

}  // namespace

web::Response import_start_page(const ImportVisit& v, const Problem* problem, int status) {
  std::vector<ImportJob> jobs;
  v.c.db->read([&](db::ReadDb& db) { jobs = jobs_of(db, v.d, v.actor); });
  Html h(v.lang());
  h << "<div class=\"stack-16\">"_h << import_steps(v.lang(), 0);
  if (problem) h << note(v.lang(), Tone::bad, problem->message);
  h << send_form(v);
  if (!jobs.empty()) h << earlier(v, jobs);
  h << "</div>"_h;
  PageHead head = import_head(v);
  head.crumbs.pop_back();
  return respond(v.shell, head, h, status);
}

// ---- columns ---------------------------------------------------------------------------------------------

namespace {

Html sheet_form(const ImportVisit& v, const ImportJob& job, const std::vector<std::string>& sheets) {
  const Lang lang = v.lang();
  Html fields(lang);
  if (sheets.size() > 1) {
    std::vector<std::pair<std::string, std::string>> options;
    for (const auto& s : sheets) options.emplace_back(s, s);
    fields << select_of(lang, "sheet", Text("Trang tính", "Sheet"), job.choices.sheet, std::move(options));
  }
  Control line;
  line.type = "number";
  line.name = "header";
  line.label = Text("Hàng có tên cột", "Row with the column names");
  line.value = std::to_string(job.choices.header_line);
  line.width = "third";
  fields << control(lang, line);
  Html h(lang);
  h << import_form(v, job);
  if (sheets.size() <= 1) h << hidden("sheet", job.choices.sheet);
  h << form_section(lang, Text("Trang và hàng tiêu đề", "Sheet and header"), fields) << "<div class=\"ff\">"_h
    << act_button(lang, "look", Text("Đọc lại", "Read again"), "") << "</div></form>"_h;
  return Html(lang) << "<div class=\"card\">"_h << h << "</div>"_h;
}

std::vector<std::pair<std::string, std::string>> target_options(const Description& d, Lang lang) {
  std::vector<std::pair<std::string, std::string>> out{{"", std::string(Text("— bỏ qua cột này —", "— leave out —").in(lang))}};
  for (const auto& [from, until] : day_spans(d))
    out.emplace_back(from->name + ".." + until->name, from->label.in(lang) + " – " + until->label.in(lang) + std::string(Text(" (trong một ô)", " (in one cell)").in(lang)));
  for (const std::vector<Field>* list : {&d.fields, &Description::standard_fields()})
    for (const Field& f : *list)
      if (!f.opt.inner && !f.opt.read_only) {
        out.emplace_back(f.name, f.label.in(lang) + (f.opt.required ? " *" : ""));
        if (f.kind == Kind::count) out.emplace_back(f.name + std::string(k_qualifier_of), f.label.in(lang) + std::string(Text(": mức (gần, hơn, trên)", ": qualifier (gần, hơn, trên)").in(lang)));
      }
  return out;
}

std::string sample_of(const ChosenSheet& sheet, std::size_t column) {
  std::string out;
  int taken = 0;
  for (std::size_t i = sheet.header.first + sheet.header.rows; i < sheet.grid.rows.size() && taken < 3; ++i) {
    if (column >= sheet.grid.rows[i].size() || sheet.grid.rows[i][column].empty()) continue;
    out += (taken++ ? " · " : "") + sheet.grid.rows[i][column].substr(0, 60);
  }
  return is_utf8(out) ? out : mended(out);
}

Html columns_table(const ImportVisit& v, const ImportJob& job, const ChosenSheet& sheet) {
  const Lang lang = v.lang();
  const auto options = target_options(v.d, lang);
  Table t;
  t.caption = Text("Cột của tệp và ô của sổ", "Columns of the file and fields of the register");
  t.columns = {{.label = Text("Cột trong tệp", "Column of the file"), .key = true}, {.label = Text("Vài giá trị", "Some values")}, {.label = Text("Là ô nào của sổ", "Field of the register")}};
  for (std::size_t i = 0; i < sheet.header.names.size(); ++i) {
    const std::string letters = tables::column_letters(i), name = sheet.header.names[i];
    Html choice(lang);
    choice << "<div class=\"inp\"><select name=\"t-"_h << static_cast<int>(i) << "\" aria-label=\""_h << Message("Cột " + letters + " " + name, "Column " + letters + " " + name) << "\">"_h;
    const std::string chosen = i < job.choices.targets.size() ? job.choices.targets[i] : "";
    for (const auto& [value, label] : options)
      choice << "<option value=\""_h << value << "\""_h << (value == chosen ? " selected"_h : ""_h) << ">"_h << label << "</option>"_h;
    choice << "</select></div>"_h;
    Row row;
    row.cells = {Html(lang) << "<span class=\"tt\">"_h << (name.empty() ? std::string(Text("(không tên)", "(no name)").in(lang)) : name) << "</span> <span class=\"m3\">"_h << letters << "</span>"_h,
                 Html(lang) << "<span class=\"m2\">"_h << sample_of(sheet, i) << "</span>"_h, choice};
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

/// One value for all rows: required fields that no column gives and those that were guessed; then, folded, the others.
Html fixed_fields(const ImportVisit& v, const ImportJob& job) {
  const Lang lang = v.lang();
  Html h(lang), more(lang);
  for (const Field& f : v.d.fields) {
    const bool given = std::any_of(job.choices.targets.begin(), job.choices.targets.end(), [&](const std::string& t) { return t.substr(0, t.find("..")) == f.name; });
    const auto kept = job.choices.fixed.find(f.name);
    if (f.opt.inner || f.opt.read_only || (given && kept == job.choices.fixed.end())) continue;
    const bool first = f.opt.required || kept != job.choices.fixed.end();
    if (!first && f.kind == Kind::long_text) continue;
    Control c;
    c.name = "x-" + f.name;
    c.label = f.label;
    c.value = kept == job.choices.fixed.end() ? "" : kept->second;
    c.width = "half";
    if (f.kind == Kind::choice || f.kind == Kind::choices) {
      c.type = "select";
      c.options.emplace_back("", Text("để trống", "empty").in(lang));
      for (const Option& o : f.opt.options->all()) c.options.emplace_back(o.code, o.label.in(lang));
    }
    (first ? h : more) << control(lang, c);
  }
  if (!more.empty())
    h << "<details class=\"fld w-full\"><summary>"_h << Text("Thêm giá trị chung cho ô khác", "A common value for other fields") << "</summary><div class=\"fgrid\">"_h << more << "</div></details>"_h;
  return h;
}

}  // namespace

web::Response import_columns_page(const ImportVisit& v, const ImportJob& job, const Problem* problem) {
  const Lang lang = v.lang();
  std::string bytes;
  v.c.db->read([&](db::ReadDb& db) { bytes = file_of_job(db, job.id); });
  const auto sheets = tables::sheets_of(bytes);
  const auto sheet = chosen_sheet(job, bytes);
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << import_steps(lang, 1);
  if (problem) h << note(lang, Tone::bad, problem->message);
  else if (!sheet) h << note(lang, Tone::bad, sheet.error().message);
  h << sheet_form(v, job, sheets.value_or(std::vector<std::string>{}));
  if (sheet) {
    h << "<form class=\"form card\" method=\"post\" action=\""_h << Url{v.url(job)} << "\">"_h << hidden("csrf", v.shell.csrf)
      << "<div class=\"cb flush\">"_h << columns_table(v, job, *sheet) << "</div>"_h;
    if (const Html fixed = fixed_fields(v, job); !fixed.empty())
      h << form_section(lang, Text("Giá trị chung cho mọi dòng", "One value for all rows"), fixed);
    Control clears;
    clears.type = "checkbox";
    clears.name = "empty_clears";
    clears.label = Text("Khi cập nhật, ô trống xóa giá trị đang có", "When updating, empty cells clear what is there");
    if (job.choices.empty_clears) clears.value = "1";  // ticked only when it was asked for: an empty cell keeps what is there
    clears.width = "full";
    h << form_section(lang, Text("Khi cập nhật", "When updating"), control(lang, clears)) << "<div class=\"ff\">"_h
      << act_button(lang, "map", Text("Chạy thử", "Dry run"), "primary") << act_button(lang, "drop", Text("Bỏ lần nhập này", "Drop this import"), "ghost")
      << "</div></form>"_h;
  }
  h << "</div>"_h;
  PageHead head = import_head(v);
  head.sub = Html(lang) << job.file_name << (job.choices.sheet.empty() ? "" : " · ") << job.choices.sheet;
  return respond(v.shell, head, h, problem && job.state == "open" ? 422 : 200);
}

// ---- what the dry run said -------------------------------------------------------------------------------

namespace {

std::string cell_of(const OutcomeRow& row, int column) {
  return column >= 0 && static_cast<std::size_t>(column) < row.cells.size() ? row.cells[static_cast<std::size_t>(column)] : std::string();
}

std::string first_words(const OutcomeRow& row) {
  std::string out;
  for (const std::string& c : row.cells)
    if (!c.empty() && out.size() < 80) out += (out.empty() ? "" : " · ") + c;
  return out;
}

/// A cell to mend: what stands there, what is wrong, and whether all like it are meant.
Html mend_cell(const ImportVisit& v, const ImportOutcome& out, const OutcomeRow& row, int column, const Message& wrong) {
  const Lang lang = v.lang();
  const std::string at = std::to_string(row.line) + "-" + std::to_string(column), was = cell_of(row, column);
  const std::string head = static_cast<std::size_t>(column) < out.header.size() ? out.header[static_cast<std::size_t>(column)] : "";
  Control c;
  c.name = "c-" + at;
  c.label = {"Hàng " + std::to_string(row.line) + ", cột " + tables::column_letters(static_cast<std::size_t>(column)) + " “" + head + "”",
             "Row " + std::to_string(row.line) + ", column " + tables::column_letters(static_cast<std::size_t>(column)) + " “" + head + "”"};
  c.value = was;
  c.error = wrong.in(lang);
  c.width = "half";
  Html h(lang);
  h << control(lang, c) << hidden("o-" + at, was);
  if (!was.empty())
    h << "<label class=\"opt-l m2\"><input class=\"form-check-input\" type=\"checkbox\" name=\"all-"_h << at << "\" value=\"1\"><span>"_h
      << Text("sửa mọi ô giống vậy trong cột", "mend every cell like it in the column") << "</span></label>"_h;
  return h;
}

Html bad_row(const ImportVisit& v, const ImportOutcome& out, const OutcomeRow& row) {
  const Lang lang = v.lang();
  Html fields(lang), others(lang);
  std::vector<int> done;
  for (const auto& [column, message] : row.problems) {
    if (column < 0 || std::find(done.begin(), done.end(), column) != done.end()) others << "<p class=\"m2\">"_h << message << "</p>"_h;
    else fields << mend_cell(v, out, row, column, message);
    done.push_back(column);
  }
  Html h(lang);
  h << "<fieldset class=\"mend-row\"><legend>"_h << Message("Hàng " + std::to_string(row.line), "Row " + std::to_string(row.line)) << "</legend><p class=\"m2\">"_h
    << first_words(row) << "</p>"_h << others << fields << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" name=\"out-"_h << row.line
    << "\" value=\"1\"><span>"_h << Text("bỏ dòng này", "leave this row out") << "</span></label></fieldset>"_h;
  return h;
}

std::vector<std::pair<std::string, std::string>> fates(Lang lang) {
  return {{"skip", std::string(Text("bỏ qua", "skip").in(lang))},
          {"update", std::string(Text("cập nhật bản ghi đã có", "update the record").in(lang))},
          {"create", std::string(Text("tạo bản ghi mới", "create a new record").in(lang))}};
}

Html twins_table(const ImportVisit& v, const ImportJob& job, const ImportOutcome& out) {
  const Lang lang = v.lang();
  Table t;
  t.caption = Text("Dòng trùng", "Repeated rows");
  t.columns = {{.label = Text("Dòng của tệp", "Row of the file"), .key = true}, {.label = Text("Giống với", "Like")}, {.label = Text("Làm gì", "What to do")}};
  for (const OutcomeRow& row : out.shown) {
    if (row.twin.id == 0 && row.twin.line == 0) continue;
    if (t.rows.size() >= k_rows_shown) break;
    const auto own = job.choices.fates.find(row.line);
    const OnDuplicate fate = own != job.choices.fates.end() ? own->second : row.twin.sure ? job.choices.sure : job.choices.likely;
    Html twin(lang), choice(lang);
    if (row.twin.id != 0) twin << "<a href=\""_h << Url{record_url(v.d, row.twin.id)} << "\">"_h << row.twin.title << "</a> <span class=\"m3\">"_h << row.twin.code << "</span> "_h;
    else twin << Message("hàng " + std::to_string(row.twin.line) + " của tệp", "row " + std::to_string(row.twin.line) + " of the file") << " "_h;
    twin << badge(lang, row.twin.sure ? Message(Text("trùng", "the same")) : Message(Text("gần giống", "alike")), row.twin.sure ? Tone::warn : Tone::neutral);
    choice << "<div class=\"inp\"><select name=\"fate-"_h << row.line << "\" aria-label=\""_h << Message("Hàng " + std::to_string(row.line), "Row " + std::to_string(row.line)) << "\">"_h;
    for (const auto& [value, label] : fates(lang)) {
      if (value == "update" && row.twin.id == 0) continue;
      choice << "<option value=\""_h << value << "\""_h << (value == code_of(fate) ? " selected"_h : ""_h) << ">"_h << label << "</option>"_h;
    }
    choice << "</select></div>"_h;
    Row line;
    line.cells = {Html(lang) << "<span class=\"tt\">"_h << Message("Hàng " + std::to_string(row.line), "Row " + std::to_string(row.line)) << "</span> <span class=\"m2\">"_h << first_words(row) << "</span>"_h, twin, choice};
    t.rows.push_back(std::move(line));
  }
  return table(lang, t);
}

Html totals_card(const ImportVisit& v, const ImportJob& job, const ImportOutcome& out) {
  const Lang lang = v.lang();
  Html body(lang);
  body << "<ul>"_h;
  for (std::size_t i = 0; i < out.totals.size() && i < k_rows_shown; ++i) {
    const YearTotal& t = out.totals[i];
    body << "<li>"_h << Message(fmt::format("Hàng {}: năm {}, {} {}", t.line, t.year, t.words, format_int(t.value.value.value_or(0), Lang::vi)),
                                fmt::format("Row {}: {}, {} {}", t.line, t.year, t.words, format_int(t.value.value.value_or(0), Lang::en))) << "</li>"_h;
  }
  body << "</ul>"_h;
  if (v.c.keep_total)
    body << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" name=\"keep_totals\" value=\"1\""_h << (job.choices.keep_totals ? " checked"_h : ""_h) << "><span>"_h
         << Text("Ghi các tổng này thành số đã công bố; không tạo bản ghi nào từ chúng", "Keep these totals as claims; no records are made from them") << "</span></label>"_h;
  return card(lang, {.title = Text("Tổng của cả năm, không có từng bản ghi", "Totals of whole years without records"), .body = body});
}

Html others_list(Lang lang, const ImportOutcome& out) {
  Html body(lang);
  body << "<details><summary>"_h << counted(static_cast<int>(out.no_records.size()), "dòng không phải bản ghi (tiêu đề nhóm, dòng tổng)", "rows that are no records (headings, sums)") << "</summary><ul>"_h;
  for (const auto& [line, text] : out.no_records)
    body << "<li>"_h << Message("Hàng ", "Row ") << line << ": "_h << text.substr(0, 200) << "</li>"_h;
  return body << "</ul></details>"_h;
}

Html summary_of(const ImportVisit& v, const ImportOutcome& out) {
  std::vector<Entry> entries{{Text("Dòng", "Rows"), Html(v.lang()) << format_int(out.rows, v.lang())},
                             {Text("Tạo mới", "To create"), Html(v.lang()) << format_int(out.created, v.lang())},
                             {Text("Cập nhật", "To update"), Html(v.lang()) << format_int(out.updated, v.lang())},
                             {Text("Không đổi", "Unchanged"), Html(v.lang()) << format_int(out.unchanged, v.lang())},
                             {Text("Bỏ qua vì trùng", "Skipped as repeated"), Html(v.lang()) << format_int(out.skipped, v.lang())},
                             {Text("Cần sửa", "To mend"), Html(v.lang()) << format_int(out.failed, v.lang())}};
  if (out.filled_down > 0) entries.push_back({Text("Ô gộp được chép xuống", "Joined cells filled down"), Html(v.lang()) << format_int(out.filled_down, v.lang())});
  return card(v.lang(), {.title = Text("Kết quả chạy thử", "What the dry run says"), .note = Text("chưa có gì được ghi", "nothing is written yet"), .body = definition_list(v.lang(), entries)});
}

Html bad_rows_card(const ImportVisit& v, const ImportJob& job, const ImportOutcome& out) {
  const Lang lang = v.lang();
  Html body(lang);
  std::size_t shown = 0;
  for (const OutcomeRow& row : out.shown)
    if (!row.problems.empty() && shown++ < k_rows_shown) body << bad_row(v, out, row);
  if (shown > k_rows_shown)
    body << "<p class=\"m2\">"_h << Message(fmt::format("Hiện {} dòng đầu; sửa rồi chạy thử lại, hoặc tải tệp các dòng lỗi.", k_rows_shown),
                                            fmt::format("The first {} rows are shown; mend and run again, or get the file of bad rows.", k_rows_shown)) << "</p>"_h;
  Card c;
  c.title = counted(out.failed, "dòng cần sửa", "rows to mend");
  c.head_end = Html(lang);
  for (const char* format : {"xlsx", "ods", "csv"})
    c.head_end << button(lang, {.label = {std::string("Tải các dòng lỗi (") + format + ")", std::string("Get the bad rows (") + format + ")"}, .icon = "download", .href = v.url(job) + "/rows." + format, .small = true});
  c.body = body;
  return card(lang, c);
}

Html run_buttons(Lang lang, const ImportOutcome& out) {
  Html h(lang);
  const int good = out.created + out.updated;
  h << "<div class=\"ff\">"_h;
  if (out.failed == 0 && (good > 0 || !out.totals.empty()))
    h << act_button(lang, "run", {"Nhập " + format_int(good, Lang::vi) + " dòng", "Import " + format_int(good, Lang::en) + " rows"}, "primary");
  h << act_button(lang, "mend", Text("Chạy thử lại", "Dry run again"), out.failed == 0 ? "" : "primary");
  if (out.failed > 0 && good > 0 && out.failed <= static_cast<int>(k_rows_kept))
    h << act_button(lang, "run_good", {"Nhập " + format_int(good, Lang::vi) + " dòng đúng, bỏ " + format_int(out.failed, Lang::vi) + " dòng lỗi",
                                       "Import the " + format_int(good, Lang::en) + " good rows, leave out " + format_int(out.failed, Lang::en)}, "");
  return h << act_button(lang, "drop", Text("Bỏ lần nhập này", "Drop this import"), "ghost") << "</div>"_h;
}

}  // namespace

web::Response import_checked_page(const ImportVisit& v, const ImportJob& job) {
  const Lang lang = v.lang();
  const ImportOutcome out = outcome_from(job.outcome);
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << import_steps(lang, out.failed == 0 && out.refused.empty() ? 3 : 2);
  if (!out.refused.empty()) h << note(lang, Tone::bad, out.refused);
  else if (out.failed == 0 && out.created + out.updated == 0) h << note(lang, Tone::info, Text("Không có dòng nào để ghi: mọi dòng đã có trong sổ.", "There is nothing to write: every row is in the register already."));
  h << summary_of(v, out) << import_form(v, job) << "<div class=\"stack-16\">"_h;
  if (out.failed > 0) h << bad_rows_card(v, job, out);
  if (out.repeated > 0) {
    Html body(lang);
    body << "<div class=\"fgrid\">"_h << select_of(lang, "sure", Text("Dòng trùng hẳn", "Rows that are the same"), code_of(job.choices.sure), fates(lang))
         << select_of(lang, "likely", Text("Dòng gần giống", "Rows that are alike"), code_of(job.choices.likely), fates(lang)) << "</div>"_h << twins_table(v, job, out);
    h << card(lang, {.title = counted(out.repeated, "dòng giống bản ghi đã có hoặc dòng khác", "rows like a record or another row"), .body = body});
  }
  if (!out.totals.empty()) h << totals_card(v, job, out);
  if (!out.no_records.empty()) h << others_list(lang, out);
  if (v.c.keep_proof && out.refused.empty())
    h << hidden("_keep_file", "1") << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" name=\"keep_file\" value=\"1\""_h << (job.choices.keep_file ? " checked"_h : ""_h) << "><span>"_h
      << Text("Giữ tệp này làm chứng cứ của các bản ghi, kèm hàng của từng bản ghi", "Keep this file as evidence of the records, with the row of each") << "</span></label>"_h;
  h << run_buttons(lang, out) << "</div></form></div>"_h;
  PageHead head = import_head(v);
  head.sub = Html(lang) << job.file_name << (out.sheet.empty() ? "" : " · ") << out.sheet;
  head.actions = button(lang, {.label = Text("Sửa cách nhận cột", "Change the columns"), .href = v.url(job) + "?step=columns"});
  return respond(v.shell, head, h);
}

// ---- running and done ------------------------------------------------------------------------------------

web::Response import_running_page(const ImportVisit& v, const ImportJob& job, const ImportRunner::Progress& progress) {
  const Lang lang = v.lang();
  const std::size_t done = progress.done, all = std::max<std::size_t>(1, progress.all);
  const Message what = progress.doing == "check" ? Message(Text("Đang chạy thử", "Dry run under way"))
                       : progress.doing == "import" ? Message(Text("Đang nhập", "Importing"))
                                                    : Message(Text("Đang hoàn tác", "Taking back"));
  Html body(lang);
  body << "<p role=\"status\">"_h << what << ": "_h << format_int(static_cast<std::int64_t>(done), lang) << " / "_h << format_int(static_cast<std::int64_t>(all), lang) << "</p>"_h
       << nc::progress(static_cast<double>(std::min(done, all)) / static_cast<double>(all)) << import_form(v, job)
       << "<div class=\"ff\">"_h << act_button(lang, "cancel", Text("Dừng, không ghi gì", "Stop, write nothing"), "") << "</div></form>"_h;
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << import_steps(lang, progress.doing == "check" ? 2 : 3) << card(lang, {.title = what, .body = body}) << "</div>"_h;
  // The page asks again by itself, with or without scripts.
  return respond(v.shell, import_head(v), h).with("Refresh", "1");
}

/// Other sheets of a file that waits for them.
Html next_sheets(const ImportVisit& v, const ImportJob& job) {
  std::string bytes;
  v.c.db->read([&](db::ReadDb& db) { bytes = file_of_job(db, job.id); });
  const auto sheets = bytes.empty() ? Result<std::vector<std::string>>(std::vector<std::string>{}) : tables::sheets_of(bytes);
  if (!sheets || sheets->size() < 2) return Html(v.lang());
  Html body(v.lang());
  body << import_form(v, job) << hidden("act", "next") << "<div class=\"ff\">"_h;
  for (const std::string& name : *sheets)
    if (name != job.choices.sheet) body << button(v.lang(), {.label = Message(name, name), .icon = "table", .name = "sheet", .value = name});
  body << "</div></form>"_h;
  return card(v.lang(), {.title = Text("Nhập tiếp một trang khác của tệp này", "Import another sheet of this file"), .body = body});
}

web::Response import_done_page(const ImportVisit& v, const ImportJob& job) {
  const Lang lang = v.lang();
  const ImportOutcome out = outcome_from(job.outcome);
  const bool undone = job.state == "undone";
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << import_steps(lang, 4);
  if (!out.refused.empty()) h << note(lang, Tone::bad, out.refused);
  else if (undone) h << note(lang, Tone::ok, Message(fmt::format("Đã hoàn tác cả lần nhập: bỏ {} bản ghi đã tạo, trả lại {} bản ghi đã sửa.", out.created, out.updated),
                                                     fmt::format("The whole import was taken back: {} created records removed, {} edited ones set back.", out.created, out.updated)));
  else h << note(lang, Tone::ok, Message(fmt::format("Đã nhập: {} bản ghi mới, {} bản ghi cập nhật, {} dòng bỏ qua vì trùng.", out.created, out.updated, out.skipped),
                                         fmt::format("Imported: {} new records, {} updated, {} skipped as repeated.", out.created, out.updated, out.skipped)));
  if (out.totals_kept > 0 && !undone)
    h << note(lang, Tone::info, counted(out.totals_kept, "tổng của năm đã ghi thành số đã công bố.", "totals of years were kept as claims."));
  if (!out.shown.empty() && !undone) {
    Html body(lang);
    body << "<ul>"_h;
    for (const OutcomeRow& row : out.shown)
      for (const auto& problem : row.problems) body << "<li>"_h << problem.second << "</li>"_h;
    const bool undo_stopped = out.shown.front().line == 0;
    if (undo_stopped) {
      h << card(lang, {.title = Text("Chưa hoàn tác được, chưa có gì thay đổi", "It could not be taken back; nothing was changed"), .body = body << "</ul>"_h << import_form(v, job) << "<div class=\"ff\">"_h
          << act_button(lang, "undo_rest", Text("Hoàn tác phần còn lại, để nguyên các bản ghi này", "Take back the rest, leave these as they are"), "") << "</div></form>"_h});
    }
  }
  h << next_sheets(v, job);
  Html acts(lang);
  acts << "<div class=\"ff\">"_h << button(lang, {.label = Text("Mở sổ", "Open the register"), .href = list_url(v.d), .kind = "primary"})
       << button(lang, {.label = Text("Nhập tệp khác", "Import another file"), .href = v.base()});
  if (!undone)
    acts << confirm_form(lang, {.opener = {.label = Text("Hoàn tác cả lần nhập", "Take back the whole import"), .icon = "arrow-back-up"},
                                .title = Text("Hoàn tác cả lần nhập?", "Take back the whole import?"),
                                .text = Text("Bản ghi đã tạo được bỏ khỏi sổ, bản ghi đã sửa về giá trị trước. Lịch sử vẫn còn.",
                                             "Created records are removed, edited ones get their former values. The history stays."),
                                .action = v.url(job), .csrf = v.shell.csrf, .fields = hidden("act", "undo"), .yes = Text("Hoàn tác", "Take back"), .danger = true});
  h << acts << "</div></div>"_h;
  PageHead head = import_head(v);
  head.sub = Html(lang) << job.file_name << (out.sheet.empty() ? "" : " · ") << out.sheet;
  return respond(v.shell, head, h);
}

}  // namespace nc::reg
