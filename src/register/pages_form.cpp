// The form of a register: made from the description, keeps everything typed, explains every refusal.
#include <algorithm>

#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

constexpr int k_select_at_most = 60, k_multi_at_most = 300, k_listed_at_most = 300;

bool people_set(const Field& f) { return f.name == "org" || f.name == "code" || f.name == "note" || f.name == "confidentiality"; }

std::string typed_value(const Typed& typed, const Field& f, const Cells& cells, const LinkTitles& codes) {
  if (typed.fields && typed.fields->has(f.name)) return std::string(typed.fields->get(f.name));
  return plain(f, cells, codes);
}

/// Records a link may point to, as (code, title), when they are few enough for a list box.
std::vector<std::pair<std::string, std::string>> link_options(db::ReadDb& db, const Actor& actor, const Description& target, int at_most, Lang lang) {
  ListQuery q;
  q.limit = at_most + 1;
  auto page = list(db, target, actor, q);
  if (static_cast<int>(page.rows.size()) > at_most) return {};
  std::vector<std::pair<std::string, std::string>> options;
  for (const Cells& row : page.rows) options.emplace_back(db::as_text(row[k_code]), target.title_of(row, lang));
  return options;
}

std::vector<std::string> split_codes(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (char c : text + ";") {
    if (c != ';') word += c;
    else {
      while (!word.empty() && word.front() == ' ') word.erase(0, 1);
      if (!word.empty()) out.push_back(word);
      word.clear();
    }
  }
  return out;
}

struct FormContext {
  const Context& context;
  db::ReadDb& db;
  const Actor& actor;
  Lang lang;
  const Cells& cells;
  const Typed& typed;
  LinkTitles codes, titles;
};

void fill_options(Control& c, const Field& f, Lang lang) {
  if (c.type == "select") c.options.emplace_back("", "");
  const bool named = c.type == "combo";  // by its words: nobody looks through hundreds of lines
  for (const Option& o : f.opt.options->all()) c.options.emplace_back(named ? capital(o.label.in(lang)) : o.code, capital(o.label.in(lang)));
  if (named) c.value = capital(f.opt.options->label(c.value, lang));
}

void fill_link(Control& c, const Field& f, FormContext& x) {
  const Description* target = x.context.catalog->find(f.opt.link);
  if (!target) return;
  const bool many = f.kind == Kind::links;
  auto options = link_options(x.db, x.actor, *target, many ? k_multi_at_most : k_select_at_most, x.lang);
  if (!options.empty()) {
    c.type = many ? "multi" : "select";
    c.options = std::move(options);
    if (!many) c.options.insert(c.options.begin(), {"", ""});
    return;
  }
  c.type = "combo";
  c.lookup = "/" + target->path + "/lookup";
  const auto id = db::as_int(x.cells[static_cast<std::size_t>(f.first)]);
  if (auto it = x.titles.find({f.opt.link, id}); it != x.titles.end()) c.value_label = it->second;
}

void fill_kind(Control& c, const Field& f, FormContext& x) {
  switch (f.kind) {
    case Kind::long_text: c.type = "textarea"; break;
    case Kind::boolean:
      c.type = "checkbox";
      c.value = c.value == "1" || c.value == "có" ? "1" : "";
      break;
    case Kind::date:
      c.type = "date";
      if (auto d = Date::from_iso(c.value)) c.value = x.typed.fields ? c.value : d->iso();
      break;
    case Kind::choice:
      c.type = f.opt.required && f.opt.options->all().size() <= 3 ? "radio" : f.opt.options->all().size() > k_listed_at_most ? "combo" : "select";
      fill_options(c, f, x.lang);
      break;
    case Kind::choices:
      c.type = "multi";
      fill_options(c, f, x.lang);
      break;
    case Kind::link:
    case Kind::links: fill_link(c, f, x); break;
    case Kind::integer: case Kind::count: case Kind::decimal:
      if (c.width.empty()) c.width = "third";
      break;
    case Kind::money:
      if (c.width.empty()) c.width = "half";
      break;
    case Kind::text: case Kind::url: break;
  }
  if (c.type == "multi") c.chosen = x.typed.fields && x.typed.fields->has(f.name) ? x.typed.fields->all(f.name) : split_codes(c.value);
}

Message default_hint(const Field& f) {
  if (f.opt.hint) return *f.opt.hint;
  if (f.kind == Kind::money) return Text("Ví dụ: 3,2 tỷ; gần 30 triệu; 9,5 triệu USD", "For example: 250,000 EUR; 9.5 million USD; 3.2 billion VND");
  if (f.kind == Kind::count) return Text("Số, có thể kèm mức: hơn 291, gần 200", "A number, with its qualifier if any: more than 291, nearly 200");
  return {};
}

/// In and out as two large tiles: the first thing to decide about a delegation.
Html direction_tiles(const Control& c, const Field& f, Lang lang) {
  Html h(lang);
  h << "<fieldset class=\"fld w-full\" data-field=\""_h << c.name << "\" id=\"f-"_h << c.name << "\" tabindex=\"-1\" aria-describedby=\"e-"_h << c.name << "\"><legend class=\"vh\">"_h
    << c.label << "</legend><div class=\"rads dirs\">"_h;
  for (const auto& [value, label] : c.options) {
    const Option* option = f.opt.options->find(value);
    h << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"radio\" name=\""_h << c.name << "\" value=\""_h << value << "\""_h << (value == c.value ? " checked"_h : ""_h)
      << "><span class=\"grow\"><b>"_h << label << "</b>"_h;
    if (option) h << " <span class=\"m2\" lang=\""_h << (lang == Lang::vi ? "en" : "vi") << "\">"_h << capital(option->label.in(lang == Lang::vi ? Lang::en : Lang::vi)) << "</span>"_h;
    h << "</span>"_h << direction_tile(lang, value == "in" ? Direction::in : Direction::out) << "</label>"_h;
  }
  h << "</div>"_h;
  if (!c.hint.empty()) h << "<p class=\"hint\">"_h << c.hint << "</p>"_h;
  return h << "<p class=\"err\" id=\"e-"_h << c.name << "\">"_h << c.error << "</p></fieldset>"_h;
}

Control control_of(const Field& f, FormContext& x) {
  Control c;
  c.name = f.name;
  c.label = f.label;
  c.hint = default_hint(f);
  c.required = f.opt.required;
  c.max_length = f.opt.max;
  c.value = typed_value(x.typed, f, x.cells, x.codes);
  c.error = x.typed.error_of(f.name, x.lang);
  c.width = f.opt.width;
  if (f.opt.unit) c.suffix = std::string(f.opt.unit->in(x.lang));
  if (f.name == "code") c.placeholder = x.lang == Lang::vi ? "tự đặt khi lưu" : "given when saved";
  // Short boxes for short things, so that a form is not a tower of wide boxes.
  if (c.width.empty() && (f.name == "code" || (f.kind == Kind::text && f.opt.max > 0 && f.opt.max <= 120))) c.width = "half";
  fill_kind(c, f, x);
  return c;
}

Html one_control(const Field& f, FormContext& x) {
  const Control c = control_of(f, x);
  Html h(x.lang);
  h << (f.opt.arrows ? direction_tiles(c, f, x.lang) : control(x.lang, c));
  if (f.kind == Kind::choices || f.kind == Kind::links || f.kind == Kind::boolean) h << hidden("_" + f.name, "1");
  return h;
}

/// The keys that work in a form.
Html keys_box(Lang lang) {
  Html h(lang);
  h << "<section class=\"card keys-box\"><div class=\"cb\"><h2>"_h << Text("Phím tắt trong biểu mẫu", "Keys in this form") << "</h2><dl class=\"keys-l\">"_h;
  for (const auto& [key, what] : {std::pair{"Ctrl ↵", Text("Lưu", "Save")}, std::pair{"Alt L", Text("Đổi nhãn Việt, Việt + Anh", "Labels in one or two languages")},
                                  std::pair{"Esc", Text("Đóng danh sách đang mở", "Close the open list")}})
    h << "<div><dt><kbd>"_h << key << "</kbd></dt><dd>"_h << what << "</dd></div>"_h;
  return h << "</dl></div></section>"_h;
}

}  // namespace

std::string Typed::error_of(const std::string& field, Lang lang) const {
  for (const Problem& p : problems)
    if (p.field == field) return p.message.in(lang);
  return {};
}

std::vector<const Field*> form_fields(const Description& d) {
  std::vector<const Field*> out;
  for (const Field& f : d.fields)
    if (!f.opt.read_only) out.push_back(&f);
  for (const Field& f : Description::standard_fields())
    if (people_set(f)) out.push_back(&f);
  return out;
}

Cells new_cells(const Context& context, db::ReadDb& db, const Actor& actor, const Description& d, const web::Fields& given) {
  Cells cells(d.columns().size());
  cells[k_id] = std::int64_t{0};
  cells[k_version] = std::int64_t{0};
  cells[k_illustrative] = std::int64_t{0};
  cells[k_org] = actor.org;
  cells[k_confidentiality] = std::string("internal");
  for (const Field& f : d.fields) {
    std::string value = f.opt.preset ? (std::string_view(f.opt.preset) == "today" ? today().iso() : f.opt.preset) : "";
    if (given.has(f.name)) value = std::string(given.get(f.name));
    // A prefill that can't be read is simply not filled in: nobody typed it.
    if (!value.empty()) (void)set_text(db, *context.catalog, actor, f, value, cells);
  }
  if (given.has("org")) (void)set_text(db, *context.catalog, actor, *d.find("org"), given.get("org"), cells);
  return cells;
}

Problems read_form(const Context& context, db::ReadDb& db, const Actor& actor, const Description& d, const web::Fields& form, Cells& cells) {
  Problems problems;
  for (const Field* f : form_fields(d)) {
    const bool many = f->kind == Kind::choices || f->kind == Kind::links;
    const bool sent = form.has(f->name) || ((many || f->kind == Kind::boolean) && form.has("_" + f->name));
    if (!sent) continue;  // a field that the form did not show keeps its value
    auto wrong = many ? set_texts(db, *context.catalog, actor, *f, form.all(f->name), cells)
                      : set_text(db, *context.catalog, actor, *f, form.get(f->name), cells);
    if (wrong) problems.push_back({Code::invalid, *wrong, f->name});
  }
  return problems;
}

Html form_body(const Context& context, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d,
               const Cells& cells, const Typed& typed) {
  FormContext x{context, db, actor, shell.lang, cells, typed, link_codes(db, *context.catalog, d, {cells}),
                link_titles(db, *context.catalog, d, {cells}, shell.lang)};
  Html h(shell.lang), controls(shell.lang);
  Message heading;
  auto section = [&](const Message& next) {
    if (!controls.empty()) h << form_section(shell.lang, heading, controls);
    controls = Html(shell.lang);
    heading = next;
  };
  for (const Field* f : form_fields(d)) {
    if (f->opt.section) section(*f->opt.section);
    else if (f->name == "code" && f->first < k_own) section(Text("Nơi giữ sổ", "Keeping"));
    else if (heading.empty()) heading = Text("Nội dung", "Content");
    controls << one_control(*f, x);
  }
  section({});
  return h;
}

web::Response form_page(const Context& context, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d,
                        const Cells& cells, const Typed& typed, int status) {
  const std::int64_t id = db::as_int(cells[k_id]);
  const Lang lang = shell.lang;
  PageHead head;
  head.title = id ? Message("Sửa " + d.singular.vi, "Edit " + d.singular.en) : Message("Ghi " + d.singular.vi + " mới", "New " + d.singular.en);
  head.crumbs = {{d.plural, list_url(d)}};
  if (id) head.crumbs.emplace_back(Message(db::as_text(cells[k_code]), db::as_text(cells[k_code])), record_url(d, id));
  if (lang == Lang::vi && !id) head.beside = Html(lang) << "<span class=\"h1-en\" lang=\"en\">"_h << head.title.en << "</span>"_h;
  head.sub = Html(lang) << Text("Các ô đều bắt buộc, trừ ô ghi “không bắt buộc”.", "Every field is needed unless it says “optional”.");
  Html h(lang);
  if (!typed.problems.empty()) {
    std::vector<std::pair<std::string, std::string>> lines;
    for (const Problem& p : typed.problems) lines.emplace_back(p.field, p.message.in(lang));
    h << error_summary(lang, lines);
  }
  h << "<div class=\"form-page\"><form class=\"card form\" method=\"post\" novalidate data-draft=\""_h << (d.name + ":" + std::to_string(id))
    << "\" data-check=\""_h << (list_url(d) + "/check") << "\" action=\""_h << Url{id ? record_url(d, id) : list_url(d)}
    << "\"><input type=\"hidden\" name=\"csrf\" value=\""_h << shell.csrf << "\"><input type=\"hidden\" name=\"version\" value=\""_h
    << db::as_int(cells[k_version]) << "\">"_h << form_body(context, db, actor, shell, d, cells, typed) << "<div class=\"ff\">"_h
    << button(lang, {.label = Message("Lưu " + d.singular.vi, "Save " + d.singular.en), .kind = "primary", .key = "Ctrl ↵"});
  if (!id) h << button(lang, {.label = Text("Lưu và ghi tiếp", "Save and add another"), .name = "again", .value = "1"});
  h << "<span class=\"grow\"></span>"_h << button(lang, {.label = Text("Bỏ", "Cancel"), .href = id ? record_url(d, id) : list_url(d), .kind = "ghost"})
    << "</div></form><aside class=\"form-aside\" aria-label=\""_h << Text("Khi lưu", "When saved") << "\">"_h;
  const PanelContext panel{db, actor, d, id, cells, lang, shell.csrf};
  if (d.form_aside) h << d.form_aside(panel);
  if (context.form_aside) h << context.form_aside(panel);
  h << keys_box(lang) << "</aside></div>"_h;
  return respond(shell, head, h, status);
}

web::Response conflict_page(const Context& context, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d,
                            const Cells& current, const Cells& mine, const Problem& problem) {
  (void)actor;
  const Lang lang = shell.lang;
  const auto titles = link_titles(db, *context.catalog, d, {current, mine}, lang);
  const auto codes = link_codes(db, *context.catalog, d, {current, mine});
  PageHead head{Text("Có người đã sửa trước", "Somebody changed it first"), {{d.plural, list_url(d)}}};
  Table t;
  t.caption = Text("Hai bản cạnh nhau", "Both versions");
  t.columns = {{.label = Text("Ô", "Field"), .key = true}, {.label = Text("Trong sổ bây giờ", "In the register now")}, {.label = Text("Đã gõ", "Typed")}};
  for (const Field* f : form_fields(d)) {
    const std::string theirs = plain(*f, current, codes), ours = plain(*f, mine, codes);
    if (theirs == ours) continue;
    auto choice = [&](const std::string& value, const Cells& cells, bool chosen) {
      const std::string shown = show(*f, cells, lang, titles);
      Html c(lang);
      c << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"radio\" name=\""_h << f->name << "\" value=\""_h << value << "\""_h << (chosen ? " checked"_h : ""_h)
        << "><span>"_h;
      if (shown.empty()) c << "<span class=\"m3\">"_h << Text("để trống", "empty") << "</span>"_h;
      else c << shown;
      return c << "</span></label>"_h;
    };
    Row row;
    row.cells = {Html(lang) << "<span class=\"tt\">"_h << f->label << "</span>"_h, choice(theirs, current, false), choice(ours, mine, true)};
    t.rows.push_back(std::move(row));
  }
  Html h(lang);
  h << notice(lang, Tone::bad, "users", Html(lang) << problem.message) << "<form class=\"card\" method=\"post\" action=\""_h << Url{record_url(d, db::as_int(current[k_id]))} << "\">"_h
    << hidden("csrf", shell.csrf) << hidden("version", std::to_string(db::as_int(current[k_version]))) << "<p class=\"cb m2\">"_h
    << Text("Chọn giá trị giữ lại cho từng ô rồi lưu. Những gì đã gõ vẫn còn ở cột bên phải.",
            "Choose the value to keep for each field, then save. What was typed is in the right-hand column.")
    << "</p>"_h << table(lang, t) << "<div class=\"ff\">"_h << button(lang, {.label = Text("Lưu lựa chọn", "Save the choice"), .kind = "primary"})
    << button(lang, {.label = Text("Giữ bản trong sổ", "Keep the register's"), .href = record_url(d, db::as_int(current[k_id])), .kind = "ghost"}) << "</div></form>"_h;
  return respond(shell, head, h, 409);
}

}  // namespace nc::reg
