// Pages of what changed: since the seal, against another period; the same as an annex of the report.
#include "app/common/page_visit.h"
#include "app/reports/compare.h"
#include "app/reports/moved_list.h"
#include "app/reports/sections.h"
#include "app/reports/supplement.h"
#include "app/reports/words.h"
#include "base/words.h"
#include "html/assets.h"
#include "html/period_box.h"
#include "register/pages_parts.h"

#include <set>

namespace nc::app {

using web::Request;
using web::Response;

namespace {

constexpr std::size_t k_named = 4;  ///< records named in a cell

struct DifferencePage : PageVisit {
  const Loaded& loaded;
  std::int64_t id;
  std::optional<Period> other;  ///< none: since the seal
  std::string typed, problem;
  const web::Fields* form = nullptr;  ///< corrections as typed, when they come back
  const Problems* problems = nullptr;
  std::string url(const std::string& against) const { return "/reports/" + std::to_string(id) + "/difference?against=" + url_encode(against); }
  Period own() const { return {loaded.report.period_from, loaded.report.cutoff ? loaded.report.cutoff : loaded.report.period_to}; }
};

Html switches(const DifferencePage& p) {
  const std::string before = period_code(p.own().year_before());
  std::vector<Tab> items;
  if (p.loaded.sealed()) items.push_back({.label = Text("Từ lúc niêm phong", "Since the seal"), .href = p.url("seal"), .count = {}, .on = !p.other});
  items.push_back({.label = Text("So cùng kỳ năm trước", "Against a year before"), .href = p.url(before), .count = {}, .on = p.other && *p.other == p.own().year_before()});
  Control against{.name = "against", .label = Text("So với kỳ", "Against the period"), .value = p.typed, .error = p.problem, .required = true, .width = "third"};
  Html h(p.lang());
  return h << segments(p.lang(), Text("So với", "Against"), items) << "<form method=\"get\" class=\"per-f\" action=\"/reports/"_h << p.id << "/difference\"><div class=\"fgrid\">"_h << control(p.lang(), period_box(p.lang(), std::move(against), p.own().to.year())) << "</div><div class=\"bt-b\">"_h
           << button(p.lang(), {.label = Text("So", "Compare"), .icon = "arrows-left-right"}) << "</div></form>"_h;
}

/// Take this figure into a supplement, and why.
Html correction_of(const DifferencePage& p, const std::string& token) {
  const Lang lang = p.lang();
  Control take{.name = "take." + token, .label = Text("Đưa vào bản bổ sung", "Into the supplement"), .value = p.form && p.form->get("take." + token) == "1" ? "1" : "0", .type = "checkbox", .width = "full"};
  Control reason{.name = "reason." + token, .label = Text("Lý do", "Reason"), .value = p.form ? std::string(p.form->get("reason." + token)) : std::string(), .required = true, .max_length = 300, .width = "full"};
  // The form insists only on what is ticked: the server says which reason is missing.
  if (p.problems)
    for (const Problem& one : *p.problems)
      if (one.field == reason.name) reason.error = one.message.in(lang);
  return Html(lang) << "<div class=\"fgrid\">"_h << control(lang, take) << control(lang, reason) << "</div>"_h;
}

Html since_seal(const DifferencePage& p) {
  const auto moved = doc::moved_since(p.db, p.actor, p.engine, *p.loaded.seal);
  Html h(p.lang());
  h << "<p>"_h
    << Message("Niêm phong ngày " + format_date(p.loaded.report.sealed_on, Lang::vi) + " bởi " + p.loaded.report.sealed_by + ". Văn bản giữ nguyên; dưới đây là chỗ sổ nay đã khác.",
               "Sealed on " + format_date(p.loaded.report.sealed_on, Lang::en) + " by " + p.loaded.report.sealed_by + ". The paper stays; below is where the registers now differ.")
    << "</p>"_h;
  if (moved.empty()) h << "<p>"_h << icon("circle-check", "s") << Text(" Mọi con số vẫn đúng như sổ hôm nay.", " Every figure still agrees with the registers.") << "</p>"_h;
  const bool may = p.actor.may(Function::enter) && !p.actor.preview() && !moved.empty();
  if (may) h << "<form method=\"post\" novalidate action=\"/reports/"_h << p.id << "/supplement\">"_h << hidden("csrf", p.shell.csrf);
  h << "<ul class=\"diffs\">"_h;
  std::set<std::string> told;  // a figure that the paper prints in several places is corrected once
  for (const auto& m : moved) {
    const auto* token = p.loaded.seal->document.find_token(m.token);
    if (token && !told.insert(fig::ask_url(token->ask) + token->part).second) continue;
    const fig::Indicator* indicator = token ? p.engine.find(token->ask.code) : nullptr;
    h << "<li><span class=\"m2 xs\">"_h << (token ? token->ask.code : m.token) << "</span> "_h;
    if (indicator) h << indicator->name << ": "_h;
    h << "<del lang=\"vi\">"_h << m.then << "</del> <span aria-hidden=\"true\">→</span> <ins lang=\"vi\">"_h << m.now << "</ins>"_h;
    if (token) h << " <a class=\"xs\" href=\""_h << Url{fig::ask_url(token->ask)} << "\">"_h << Text("mở bản ghi", "open records") << "</a>"_h;
    h << moved_list(p.lang(), {m.added, m.removed, m.changed});
    if (may) h << correction_of(p, m.token);
    h << "</li>"_h;
  }
  h << "</ul>"_h;
  if (may)
    h << "<p class=\"sm m2\">"_h << Text("Báo cáo đã ký không sửa. Bản bổ sung là một văn bản riêng, có số riêng, nêu số đã báo cáo, số nay, bản ghi và lý do.", "A signed report is never changed. A supplement is a paper with a number of its own: sealed value, new value, records and reason.")
      << "</p><div class=\"bt-b\">"_h << button(p.lang(), {.label = Text("Lập bản bổ sung", "Write a supplement"), .icon = "file-text", .kind = "primary"}) << "</div></form>"_h;
  return h;
}

MoveWords words_of(const FigureCompared& c) {
  if (c.at_day) return {Text("Thêm:", "Added:"), Text("Không còn:", "Left:"), Text("Đổi:", "Changed:")};
  return {Text("Chỉ có ở kỳ này:", "Only in this period:"), Text("Chỉ có ở kỳ kia:", "Only in the other:"), Text("Có ở cả hai, số đổi:", "In both, changed:")};
}

Message change_of(const FigureCompared& c) {
  if (!c.before_value || !c.now_value || c.before_rows == 0) return Text("kỳ kia chưa có số liệu", "no figures for the other period");
  if (*c.before_value == *c.now_value) return Text("không đổi", "unchanged");
  if (*c.before_value == 0) return Text("tăng từ 0", "up from 0");
  const double percent = 100.0 * (*c.now_value - *c.before_value) / *c.before_value;
  const auto words = [&](Lang lang) { return std::string(percent > 0 ? "+" : "") + format_decimal(percent, 1, lang) + "%"; };
  return {words(Lang::vi), words(Lang::en)};
}

Html number(Lang lang, const fig::Ask& ask, const std::string& shown, const FigureCompared& c) {
  return figure(lang, {.href = fig::ask_url(ask), .shown = shown, .spoken = Message(c.indicator->name.vi + ": " + shown + ", mở bản ghi", c.indicator->name.en + ": " + shown + ", open the records")});
}

Html between_periods(const DifferencePage& p, const Comparison& all) {
  const Lang lang = p.lang();
  Table t;
  t.caption = Text("Hai kỳ cạnh nhau", "Two periods side by side");
  t.columns = {{.label = Text("Chỉ tiêu", "Figure"), .key = true}, {.label = Message(capital(period_words(all.before, Lang::vi)), capital(period_words(all.before, Lang::en))), .number = true},
               {.label = Message(capital(period_words(all.now, Lang::vi)), capital(period_words(all.now, Lang::en))), .number = true}, {.label = Text("Thay đổi", "Change"), .number = true}, {.label = Text("Bản ghi làm đổi", "Records that moved it")}};
  for (const FigureCompared& c : all.figures) {
    Row row;
    Html records(lang);
    if (!c.listed) records << Text("Quá nhiều bản ghi để kể tên: mở từng số.", "Too many records to name: open the numbers.");
    else records << moved_list(lang, c.moved, words_of(c), k_named);
    row.cells = {title_cell("/reports/" + std::to_string(p.id) + "?t=" + c.token + "#fig", capital(c.indicator->name.in(lang)), c.indicator->code), number(lang, c.before_ask, c.before, c), number(lang, c.now_ask, c.now, c),
                 Html(lang) << change_of(c), std::move(records)};
    t.rows.push_back(std::move(row));
  }
  return table(lang, t);
}

Html annex_form(const DifferencePage& p) {
  if (p.loaded.sealed() || !p.actor.may(Function::enter) || !p.other) return Html(p.lang());
  return Html(p.lang()) << "<form method=\"post\" class=\"bt-b\" action=\"/reports/"_h << p.id << "/difference\">"_h << hidden("csrf", p.shell.csrf) << hidden("version", std::to_string(p.loaded.report.version)) << hidden("against", period_code(*p.other))
                        << button(p.lang(), {.label = Text("Thêm thành phụ lục của báo cáo", "Add as an annex of the report"), .icon = "plus"}) << "</form>"_h;
}

Response difference_page(const DifferencePage& p, int status = 200) {
  Html h(p.lang());
  if (p.problems) {
    std::vector<std::pair<std::string, std::string>> summary;
    for (const Problem& one : *p.problems) summary.emplace_back(one.field, one.message.in(p.lang()));
    h << error_summary(p.lang(), summary);
  }
  h << card(p.lang(), {.body = switches(p)});
  if (!p.problem.empty()) {
    // only the question again
  } else if (!p.other) {
    h << card(p.lang(), {.body = since_seal(p)});
  } else {
    const Comparison all = compare_with(p.db, p.actor, p.engine, p.loaded, *p.other);
    if (!all.why_not.empty()) h << notice(p.lang(), Tone::warn, "alert-triangle", Html(p.lang()) << Message("Hai kỳ không cùng địa bàn, chỉ đặt cạnh nhau (" + all.why_not.vi + ").", "The two periods are not of one territory and only stand side by side (" + all.why_not.en + ")."));
    if (all.figures.empty()) h << empty_state(p.lang(), Text("Báo cáo chưa có con số nào của kỳ", "The report has no figures of its period"), Text("Cập nhật số rồi xem lại.", "Refresh the figures first."), {{Text("Về báo cáo", "Back to the report"), "/reports/" + std::to_string(p.id)}});
    else h << "<div class=\"card\">"_h << between_periods(p, all) << "</div>"_h << annex_form(p);
  }
  PageHead head;
  head.title = Text("Số liệu thay đổi và bản ghi làm đổi", "What changed, and which records moved it");
  head.sub = supplement_links(p.db, p.actor, p.loaded.report, p.id, p.lang());
  head.crumbs = {{Text("Báo cáo", "Reports"), "/reports"}, {Message(p.loaded.report.title, p.loaded.report.title), "/reports/" + std::to_string(p.id)}};
  return reg::respond(p.shell, head, h, status);
}

Response show(const fig::Engine& engine, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_report(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  DifferencePage p{engine, db, actor, shell, *loaded, reg::id_of(r), std::nullopt, std::string(r.query.get("against")), {}};
  if (p.typed == "seal") p.typed.clear();
  if (!p.typed.empty()) {
    const auto period = parse_period(p.typed);
    if (!period) {
      p.problem = period.error().message.in(shell.lang);
      return difference_page(p, 422);
    }
    p.other = *period;
  } else if (!loaded->sealed()) {
    p.other = p.own().year_before();
  }
  return difference_page(p);
}

// ---- the annex -------------------------------------------------------------------------------------------

doc::Block own_block(doc::Document& d, paper::Block::Kind kind, const Said& text) {
  doc::Block b;
  b.id = "b" + std::to_string(d.next_block++);
  b.kind = kind;
  b.origin = doc::Origin::person;  // a new draft leaves it where it is
  b.text = b.en_of = text.vi;
  b.en = b.en_drafted = text.en;
  return b;
}

std::string mark(doc::Document& d, const FigureCompared& c, const fig::Ask& ask) {
  doc::Token t;
  t.ask = ask;
  t.style = doc::Style::number;
  if (const auto* of = d.find_token(c.token)) t.part = of->part;
  return d.add(std::move(t));
}

/// Puts the comparison in as the last section, in place of an earlier one.
void put_annex(doc::Document& d, const Comparison& all, const Said& org_name) {
  std::erase_if(d.sections, [](const doc::Section& s) { return s.id == "changes"; });
  doc::Section section{"changes", "Phụ lục: số liệu thay đổi", {}, "Annex: figures that changed"};
  const auto period = [](const Period& p) { return Said(period_words(p, Lang::vi), period_words(p, Lang::en)); };
  const Said title = words::upper(Said("số liệu thay đổi so với ", "figures that changed against ") + period(all.before));
  const Said goes_with = Said("(Kèm theo Báo cáo số       /" + d.symbol + " ngày       tháng       năm " + std::to_string(all.now.to.year()) + " của ", "(With Report No.       /" + d.symbol + " of ") + org_name + Said(")", ", dated      )");
  doc::Block head = own_block(d, paper::Block::Kind::annex, Said("Phụ lục\n", "Annex\n") + title + "\n" + goes_with);
  head.wide = true;
  doc::Block table = own_block(d, paper::Block::Kind::table, "");
  table.widths = {26, 13, 13, 48};
  table.align = "lrrl";
  std::vector<Cells> rows{{{"Chỉ tiêu", "Figure"}, words::upper_first(period(all.before)), words::upper_first(period(all.now)), {"Bản ghi làm đổi", "Records that moved it"}}};
  for (const FigureCompared& c : all.figures) {
    if (c.before_rows == 0 && c.now_rows == 0) continue;
    const Said moved = c.at_day ? Said(moved_sentence(c.moved, SentenceWords{}), moved_sentence(c.moved, k_english_words))
                                : Said(moved_sentence(c.moved, {"kỳ này: ", "kỳ trước: ", "đổi: "}), moved_sentence(c.moved, {"this period: ", "the one before: ", "changed: ", Lang::en}));
    const Said then = c.before_rows == 0 ? std::string("…") : mark(d, c, c.before_ask), now = c.now_rows == 0 ? std::string("…") : mark(d, c, c.now_ask);
    rows.push_back({words::upper_first(Said(c.indicator->name)), then, now, c.listed ? words::upper_first(moved) : Said("…")});
  }
  fill_table(table, std::move(rows));
  section.blocks.push_back(std::move(head));
  section.blocks.push_back(std::move(table));
  section.blocks.push_back(own_block(d, paper::Block::Kind::note, {"Ghi chú: dấu “…” là chưa có bản ghi; mỗi ô kể tối đa năm bản ghi mỗi loại.", "Note: “…” means no records yet; a cell names five records of each kind at most."}));
  d.sections.push_back(std::move(section));
}

Response add_annex(const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_report(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  if (loaded->sealed()) return reg::problem_page(shell, {Code::forbidden, Text("Báo cáo đã niêm phong, không sửa được.", "The report is sealed and can't be changed."), {}});
  const auto period = parse_period(r.form.get("against"));
  if (!period) return reg::problem_page(shell, period.error());
  const Comparison all = compare_with(tx, actor, engine, *loaded, *period);
  const auto org = tx.first("SELECT name, COALESCE(NULLIF(name_en, ''), name) FROM organisation WHERE id = $1", {loaded->report.org.id});
  put_annex(loaded->document, all, org ? Said(db::as_text((*org)[0]), db::as_text((*org)[1])) : Said());
  doc::bring_up_to_date(loaded->document, doc::look(tx, actor, engine, loaded->document));
  const std::string anchor = loaded->document.sections.back().blocks.front().id;
  loaded->report.status = "draft";
  auto saved = save_report(tx, actor, std::move(*loaded), parse_int(r.form.get("version")).value_or(-1), {}, "phụ lục thay đổi");
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect("/reports/" + std::to_string(reg::id_of(r)) + "?done=changes#b-" + anchor);
}

}  // namespace

web::Response corrections_to_mend(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const Shell& shell, const Loaded& loaded, std::int64_t id, const web::Fields& typed, const Problems& problems) {
  DifferencePage p{engine, db, actor, shell, loaded, id, std::nullopt, {}, {}};
  p.form = &typed;
  p.problems = &problems;
  return difference_page(p, http_status(problems.front().code));
}

void add_difference_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/reports/{id}/difference", web::person().of("report").seeing("internal"), reg::page_handler(context, [&engine](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return show(engine, r, db, actor, shell); }));
  router.post("/reports/{id}/difference", web::person("enter").of("report").seeing("internal"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return add_annex(engine, r, tx, actor, shell); }));
}

}  // namespace nc::app
