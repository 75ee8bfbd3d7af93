// Contests in the browser: rounds and entrants as grids, the score sheet of a round, who goes on, the prizes.
#include <algorithm>

#include "app/common/grid.h"
#include "app/contests/certificate.h"
#include "app/contests/entry.h"
#include "app/contests/lists.h"
#include "app/contests/panels.h"
#include "app/contests/public.h"
#include "base/hash.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }
std::string base_of(std::int64_t id) { return "/contests/" + std::to_string(id); }

struct View {
  const reg::Context& context;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  std::int64_t id;
  reg::Cells contest;
  std::vector<RoundSeen> rounds;
  std::vector<std::string> jury;
  Lang lang() const { return shell.lang; }
  bool writes() const { return actor.may(Function::enter) && !actor.preview(); }
  std::int64_t max_score() const { return std::max<std::int64_t>(1, db::as_int(contest[at(contests(), "max_score")])); }
};

Result<View> view_of(const reg::Context& c, db::ReadDb& db, const Actor& actor, const Shell& s, std::int64_t id) {
  NC_TRY(cells, reg::load(db, contests(), actor, id));
  const std::string jury = contests().text(cells, "jury");
  return View{c, db, actor, s, id, std::move(cells), rounds_of(db, actor, id), jury_of(jury)};
}

PageHead head_of(const View& x, const Message& title) {
  PageHead head;
  head.title = title;
  head.crumbs = {{contests().plural, "/contests"}, {Message(contests().title_of(x.contest, Lang::vi), contests().title_of(x.contest, Lang::en)), base_of(x.id)}};
  return head;
}

const RoundSeen* asked_round(const View& x, std::string_view asked, bool last) {
  if (const auto id = parse_int(asked))
    for (const RoundSeen& r : x.rounds)
      if (r.id == *id) return &r;
  return x.rounds.empty() ? nullptr : last ? &x.rounds.back() : &x.rounds.front();
}

Html round_tabs(const View& x, const RoundSeen& on, const char* page) {
  std::vector<Tab> items;
  for (const RoundSeen& r : x.rounds) items.push_back({.label = Message(capital(r.name), capital(r.name)), .href = base_of(x.id) + "/" + page + "?round=" + std::to_string(r.id), .count = {}, .on = r.id == on.id});
  return segments(x.lang(), Text("Vòng thi", "Rounds"), items);
}

web::Response needs_rounds(const View& x, const Message& title) {
  Html h(x.lang());
  h << empty_state(x.lang(), Text("Chưa có vòng thi", "There is no round yet"), Text("Ghi các vòng thi trước, rồi chấm điểm từng vòng.", "Write down the rounds first, then score them one by one."), {{Text("Ghi vòng thi", "Write the rounds"), base_of(x.id) + "/rounds"}});
  return reg::respond(x.shell, head_of(x, title), h);
}

// ---- the score sheet ----

Html score_cell(const View& x, const Standing& s, std::size_t juror, const web::Fields* typed, const Problems& problems) {
  const std::string name = "s." + std::to_string(s.entrant) + "." + std::to_string(juror);
  const auto known = s.scores.find(x.jury[juror]);
  std::string value = typed ? std::string(typed->get(name)) : known == s.scores.end() ? std::string() : known->second;
  if (!typed && x.lang() == Lang::vi) std::ranges::replace(value, '.', ',');
  const bool wrong = std::ranges::any_of(problems, [&](const Problem& p) { return p.field == name; });
  Html h(x.lang());
  h << "<input class=\"inp sc\" inputmode=\"decimal\" maxlength=\"8\" autocomplete=\"off\" id=\"f-"_h << name << "\" name=\""_h << name << "\" value=\""_h << value << "\" aria-label=\""_h << Message(s.name + ", " + x.jury[juror], s.name + ", " + x.jury[juror]) << "\""_h;
  if (wrong) h << " aria-invalid=\"true\""_h;
  return h << ">"_h;
}

web::Response scores_page(const View& x, const RoundSeen& round, const web::Fields* typed = nullptr, const Problems& problems = {}, int status = 200) {
  const Lang lang = x.lang();
  const auto all = standings(x.db, x.actor, x.id, x.rounds, round.id);
  PageHead head = head_of(x, Message("Chấm điểm: " + capital(round.name), "Scores: " + capital(round.name)));
  head.actions = round_tabs(x, round, "scores");
  Html h(lang);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : problems) wrong.emplace_back(p.field, p.message.in(lang));
  if (!wrong.empty()) h << error_summary(lang, wrong);
  h << "<div class=\"stack-16\">"_h;
  if (x.jury.empty() || all.empty()) {
    const bool nobody = all.empty();
    h << empty_state(lang, nobody ? Text("Chưa có thí sinh trong vòng này", "Nobody is in this round") : Text("Chưa ghi ban giám khảo", "No jury yet"),
                     nobody ? Text("Xác nhận thí sinh được dự thi, hoặc chọn người từ vòng trước.", "Confirm entrants, or let those of the round before go on.") : Text("Ghi tên giám khảo ở cuộc thi, mỗi người một cột điểm.", "Name the jurors on the contest: each gets a column."),
                     {{nobody ? Text("Về cuộc thi", "To the contest") : Text("Sửa cuộc thi", "Edit the contest"), nobody ? base_of(x.id) : base_of(x.id) + "/edit"}})
      << "</div>"_h;
    return reg::respond(x.shell, head, h, status);
  }
  Table t;
  t.caption = Message("Bảng điểm " + round.name, "Score sheet " + round.name);
  t.columns = {{.label = Text("Thí sinh", "Entrant"), .key = true}};
  for (const std::string& juror : x.jury) t.columns.push_back({.label = Message(juror, juror), .number = true});
  t.columns.push_back({.label = Text("Điểm bình quân", "Mean"), .number = true});
  t.columns.push_back({.label = Text("Hạng", "Place"), .number = true});
  for (const Standing& s : all) {
    Row row;
    row.illustrative = s.illustrative;
    row.cells = {title_cell("/contest-entrants/" + std::to_string(s.entrant), (s.number.empty() ? "" : s.number + ". ") + s.name, s.school)};
    for (std::size_t j = 0; j < x.jury.size(); ++j) {
      if (x.writes()) row.cells.emplace_back(score_cell(x, s, j, typed, problems));
      else row.cells.emplace_back(Html(lang) << (s.scores.contains(x.jury[j]) ? s.scores.at(x.jury[j]) : std::string("–")));
    }
    row.cells.emplace_back(Html(lang) << "<b>"_h << score_words(s.mean, lang) << "</b>"_h);
    row.cells.emplace_back(Html(lang) << (s.place ? std::to_string(s.place) : std::string("–")));
    t.rows.push_back(std::move(row));
  }
  const std::string most = std::to_string(x.max_score());
  Card c{.title = Text("Bảng điểm", "Score sheet"), .note = Message("Điểm từ 0 đến " + most + ", ghi 8,5 hoặc 8.5; để trống là chưa chấm", "From 0 to " + most + "; empty is not scored yet"), .flush = true, .id = "sheet"};
  c.body = Html(lang) << "<div class=\"wide-t\">"_h << table(lang, t) << "</div>"_h;
  if (x.writes()) {
    h << "<form method=\"post\" action=\""_h << Url{base_of(x.id) + "/scores?round=" + std::to_string(round.id)} << "\">"_h << hidden("csrf", x.shell.csrf);
    c.foot = Html(lang) << button(lang, {.label = Text("Lưu bảng điểm", "Save the sheet"), .kind = "primary", .key = "Ctrl ↵"});
  }
  h << card(lang, c);
  if (x.writes()) h << "</form>"_h;
  if (x.writes() && round.id != x.rounds.back().id) {
    const RoundSeen& next = *(std::ranges::find(x.rounds, round.id, &RoundSeen::id) + 1);
    Control places;
    places.name = "places";
    places.type = "number";
    places.label = Message("Số người vào " + next.name, "How many go on to " + next.name);
    places.hint = Text("Bằng điểm người cuối cùng thì cùng được vào", "Those level with the last one go on, too");
    places.value = next.places > 0 ? std::to_string(next.places) : std::string();
    for (const Problem& p : problems)
      if (p.field == "places") places.error = p.message.in(lang);
    h << card(lang, {.title = Text("Vào vòng sau", "Going on"),
                     .body = Html(lang) << "<form method=\"post\" action=\""_h << Url{base_of(x.id) + "/advance?round=" + std::to_string(round.id)} << "\">"_h << hidden("csrf", x.shell.csrf) << control(lang, places) << "<p>"_h
                                        << button(lang, {.label = Text("Chọn theo hạng", "Choose by place"), .icon = "arrow-right", .small = true}) << "</p></form>"_h,
                     .id = "advance"});
  }
  h << "</div>"_h;
  return reg::respond(x.shell, head, h, status);
}

web::Response post_scores(const View& x, const web::Request& r, db::Tx& tx) {
  const RoundSeen* round = asked_round(x, r.query.get("round"), false);
  if (!round) return reg::problem_page(x.shell, {Code::invalid, Text("Cuộc thi chưa có vòng nào. Ghi vòng thi trước.", "The contest has no round yet: write the rounds first."), {}});
  Sheet sheet;
  for (const Standing& s : standings(tx, x.actor, x.id, x.rounds, round->id))
    for (std::size_t j = 0; j < x.jury.size(); ++j) {
      const std::string name = "s." + std::to_string(s.entrant) + "." + std::to_string(j);
      if (r.form.has(name)) sheet[{s.entrant, x.jury[j]}] = {name, std::string(r.form.get(name))};
    }
  const auto kept = keep_scores(tx, *x.context.catalog, x.actor, round->id, x.max_score(), sheet);
  if (!kept) return scores_page(x, *round, &r.form, kept.error(), http_status(kept.error().front().code));
  return web::redirect(base_of(x.id) + "/scores?round=" + std::to_string(round->id) + "&done=saved");
}

web::Response post_advance(const View& x, const web::Request& r, db::Tx& tx) {
  const RoundSeen* round = asked_round(x, r.query.get("round"), false);
  if (!round) return reg::problem_page(x.shell, {Code::invalid, Text("Cuộc thi chưa có vòng nào.", "The contest has no round yet."), {}});
  const auto gone = advance(tx, *x.context.catalog, x.actor, x.id, round->id, static_cast<int>(std::clamp<std::int64_t>(parse_int(r.form.get("places")).value_or(0), 0, 100'000)));
  if (!gone) return scores_page(x, *round, nullptr, gone.error(), http_status(gone.error().front().code));
  const auto next = std::ranges::find(x.rounds, round->id, &RoundSeen::id) + 1;
  return web::redirect(base_of(x.id) + "/scores?round=" + std::to_string(next->id));
}

// ---- results and prizes ----

/// First, second, third by place; consolation for the two behind them.
std::string proposed_prize(const Standing& s) {
  if (s.place == 1) return "first";
  if (s.place == 2) return "second";
  if (s.place == 3) return "third";
  return s.place == 4 || s.place == 5 ? "consolation" : "";
}

web::Response results_page(const View& x, const RoundSeen& round, const Problems& problems = {}, int status = 200) {
  const Lang lang = x.lang();
  const auto all = standings(x.db, x.actor, x.id, x.rounds, round.id);
  const bool none_yet = std::ranges::none_of(all, [](const Standing& s) { return !s.prize.empty(); });
  PageHead head = head_of(x, Text("Kết quả và giải thưởng", "Results and prizes"));
  head.actions = Html(lang) << round_tabs(x, round, "results") << " "_h << button(lang, {.label = Text("Giấy chứng nhận (zip)", "Certificates (zip)"), .icon = "download", .href = base_of(x.id) + "/certificates.zip", .small = true});
  Table t;
  t.caption = Text("Kết quả", "Results");
  t.columns = {{.label = Text("Hạng", "Place"), .number = true}, {.label = Text("Thí sinh", "Entrant"), .key = true}, {.label = Text("Điểm bình quân", "Mean"), .number = true}, {.label = Text("Giải", "Prize")}, {.label = Text("Giấy chứng nhận", "Certificate")}};
  for (const Standing& s : all) {
    Row row;
    row.illustrative = s.illustrative;
    Html choice(lang);
    const std::string id = std::to_string(s.entrant), chosen = none_yet ? proposed_prize(s) : s.prize;
    if (x.writes()) {
      choice << "<span class=\"inp sel\"><select name=\"p."_h << id << "\" aria-label=\""_h << Message("Giải của " + s.name, "Prize of " + s.name) << "\"><option value=\"\">"_h << Text("không", "none") << "</option>"_h;
      for (const auto& o : prizes().all()) choice << "<option value=\""_h << o.code << (o.code == chosen ? "\" selected>"_h : "\">"_h) << o.label << "</option>"_h;
      choice << "</select></span>"_h;
    } else {
      choice << (s.prize.empty() ? std::string("–") : prizes().label(s.prize, lang));
    }
    row.cells = {Html(lang) << (s.place ? std::to_string(s.place) : std::string("–")), title_cell("/contest-entrants/" + id, (s.number.empty() ? "" : s.number + ". ") + s.name, s.school), Html(lang) << score_words(s.mean, lang), std::move(choice),
                 Html(lang) << "<a href=\"/contest-entrants/"_h << id << "/certificate.pdf\">PDF<span class=\"vh\">: "_h << s.name << "</span></a>"_h};
    t.rows.push_back(std::move(row));
  }
  Html h(lang);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : problems) wrong.emplace_back(p.field, p.message.in(lang));
  if (!wrong.empty()) h << error_summary(lang, wrong);
  Card c{.title = Message(capital(round.name), capital(round.name)), .flush = true, .id = "results"};
  if (none_yet && x.writes()) c.note = Text("Giải đề xuất theo hạng; sửa rồi lưu thì mới ghi vào sổ", "Prizes are proposed by place; they are kept once you save");
  c.body = all.empty() ? Html(lang) << "<p class=\"cb m2\">"_h << Text("Chưa có thí sinh trong vòng này.", "Nobody is in this round.") << "</p>"_h : table(lang, t);
  if (x.writes() && !all.empty()) {
    h << "<form method=\"post\" action=\""_h << Url{base_of(x.id) + "/results?round=" + std::to_string(round.id)} << "\">"_h << hidden("csrf", x.shell.csrf);
    c.foot = Html(lang) << button(lang, {.label = Text("Lưu giải thưởng", "Save the prizes"), .icon = "trophy", .kind = "primary"});
  }
  h << card(lang, c);
  if (x.writes() && !all.empty()) h << "</form>"_h;
  return reg::respond(x.shell, head, h, status);
}

web::Response post_results(const View& x, const web::Request& r, db::Tx& tx) {
  const RoundSeen* round = asked_round(x, r.query.get("round"), true);
  if (!round) return reg::problem_page(x.shell, {Code::invalid, Text("Cuộc thi chưa có vòng nào.", "The contest has no round yet."), {}});
  const reg::Description& d = contest_entrants();
  const std::string batch = "prizes-" + random_token(8);
  for (const Standing& s : standings(tx, x.actor, x.id, x.rounds, round->id)) {
    const std::string name = "p." + std::to_string(s.entrant), prize(r.form.get(name));
    if (!r.form.has(name) || prize == s.prize || (!prize.empty() && !prizes().find(prize))) continue;
    auto cells = reg::load(tx, d, x.actor, s.entrant);
    if (!cells) return reg::problem_page(x.shell, cells.error());
    (*cells)[at(d, "prize")] = prize.empty() ? db::Value() : db::Value(prize);
    if (auto saved = reg::save(tx, *x.context.catalog, d, x.actor, std::move(*cells), {.reason = {}, .batch = batch, .action = "prize"}); !saved) return results_page(x, *round, saved.error(), http_status(saved.error().front().code));
  }
  return web::redirect(base_of(x.id) + "/results?round=" + std::to_string(round->id) + "&done=saved");
}

web::Response post_confirm(const View& x, db::Tx& tx) {
  const auto done = confirm_entrants(tx, *x.context.catalog, x.actor, x.id);
  if (!done) return reg::problem_page(x.shell, done.error().front());
  const std::string n = std::to_string(done->done), m = std::to_string(done->lacking);
  const Message said(done->lacking ? n + " thí sinh được dự thi; " + m + " còn thiếu đồng ý của người giám hộ" : n + " thí sinh được dự thi", done->lacking ? n + " confirmed; " + m + " lack the consent of a guardian" : n + " entrants confirmed");
  return web::redirect(base_of(x.id) + "?done=verb&say=" + url_encode(said.in(x.lang())) + "#entrants");
}

using Get = web::Response (*)(const View&, const web::Request&);
using Post = web::Response (*)(const View&, const web::Request&, db::Tx&);

void add_get(web::Router& router, const reg::Context& c, const char* name, Get draw) {
  router.get(std::string("/contests/{id}/") + name, web::person().of("contest").seeing("internal"), reg::page_handler(c, [&c, draw](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    const auto view = view_of(c, db, a, s, reg::id_of(r));
    return view ? draw(*view, r) : reg::problem_page(s, view.error());
  }));
}

void add_post(web::Router& router, const reg::Context& c, const char* name, Post act) {
  router.post(std::string("/contests/{id}/") + name, web::person("enter").of("contest"), reg::act_handler(c, [&c, act](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    const auto view = view_of(c, tx, a, s, reg::id_of(r));
    return view ? act(*view, r, tx) : reg::problem_page(s, view.error());
  }));
}

}  // namespace

void add_contest_pages(web::Router& router, const reg::Context& c) {
  add_grid_pages(router, c, {.what = &contest_rounds(), .name = "rounds", .title = Text("Các vòng thi", "Rounds"), .hint = Text("Mỗi vòng một dòng: sơ khảo, bán kết, chung khảo.", "A line for each round: preliminary, semi-final, final."),
                             .fields = {{"number", 1}, {"name", 3}, {"from_date", 2}, {"to_date", 2}, {"format", 2}, {"places", 2}, {"place", 12}}, .order = {"number"}, .counts = "number", .spare = 3});
  add_grid_pages(router, c, {.what = &contest_entrants(), .name = "entrants", .title = Text("Danh sách thí sinh", "Entrants"),
                             .hint = Text("Danh sách dài thì nhập từ Excel. Người dưới 18 tuổi cần người giám hộ đồng ý mới được dự thi.", "Import a long list from a sheet. Those under 18 take part once a guardian consents."),
                             .fields = {{"number", 1}, {"name", 3}, {"school", 3}, {"grade", 1}, {"born", 2}, {"status", 2}, {"is_minor", 2}, {"guardian", 3}, {"guardian_consent", 3}, {"consent_on", 2}}, .order = {"number"}, .spare = 5});
  add_get(router, c, "scores", [](const View& x, const web::Request& r) {
    const RoundSeen* round = asked_round(x, r.query.get("round"), false);
    return round ? scores_page(x, *round) : needs_rounds(x, Text("Chấm điểm", "Scores"));
  });
  add_get(router, c, "results", [](const View& x, const web::Request& r) {
    const RoundSeen* round = asked_round(x, r.query.get("round"), true);
    return round ? results_page(x, *round) : needs_rounds(x, Text("Kết quả và giải thưởng", "Results and prizes"));
  });
  add_post(router, c, "scores", post_scores);
  add_post(router, c, "advance", post_advance);
  add_post(router, c, "results", post_results);
  add_post(router, c, "confirm", [](const View& x, const web::Request&, db::Tx& tx) { return post_confirm(x, tx); });
  add_certificate_pages(router, c);
  add_entry_pages(router, c);
}

// ---- blocks of the record page ----

Html rounds_panel(const reg::PanelContext& x) {
  const auto rounds = rounds_of(x.db, x.actor, x.id);
  const bool writes = x.actor.may(Function::enter) && !x.actor.preview();
  Html end(x.lang), body(x.lang);
  if (writes) end << button(x.lang, {.label = rounds.empty() ? Text("Ghi vòng thi", "Write the rounds") : Text("Sửa vòng thi", "Edit the rounds"), .icon = "stairs-up", .href = base_of(x.id) + "/rounds", .small = true});
  if (!rounds.empty()) end << " "_h << button(x.lang, {.label = Text("Kết quả", "Results"), .icon = "trophy", .href = base_of(x.id) + "/results", .small = true});
  if (rounds.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có vòng thi. Ghi các vòng, rồi mỗi vòng có một bảng điểm.", "No round yet. Each round gets a score sheet.") << "</p>"_h;
  std::vector<ListItem> items;
  for (const RoundSeen& r : rounds) {
    const auto all = standings(x.db, x.actor, x.id, rounds, r.id);
    const auto scored = std::ranges::count_if(all, [](const Standing& s) { return s.mean >= 0; });
    const std::string n = std::to_string(all.size()), m = std::to_string(scored);
    ListItem item;
    item.icon = "stairs-up";
    item.day = r.from;
    item.title = Html(x.lang) << capital(r.name);
    item.href = base_of(x.id) + "/scores?round=" + std::to_string(r.id);
    item.detail = Html(x.lang) << Message(n + " thí sinh, đã chấm " + m, n + " entrants, " + m + " scored");
    if (const auto best = all.begin(); best != all.end() && best->place == 1) item.end = Html(x.lang) << "<span class=\"m2\">"_h << Text("dẫn đầu", "leads") << "</span> "_h << best->name << " ("_h << score_words(best->mean, x.lang) << ")"_h;
    items.push_back(std::move(item));
  }
  if (!items.empty()) body << item_list(x.lang, items);
  return card(x.lang, {.title = Text("Vòng thi và bảng điểm", "Rounds and score sheets"), .head_end = end, .body = body, .id = "rounds"});
}

Html entrants_panel(const reg::PanelContext& x) {
  const reg::Description& d = contest_entrants();
  constexpr int k_shown = 40;
  reg::ListQuery q;
  // Those who registered by themselves stand in a list of their own until somebody has checked them.
  q.filters = {{"contest", std::to_string(x.id)}, {"status", "registered"}, {"status", "confirmed"}, {"status", "withdrawn"}, {"status", "absent"}};
  q.limit = k_shown;
  const auto page = reg::list(x.db, d, x.actor, q);
  const auto waiting = x.db.integer("SELECT COUNT(*) FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND status = 'registered'", {x.id});
  const auto lacking = x.db.integer("SELECT COUNT(*) FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND is_minor = 1 AND guardian_consent = 0 AND status = 'registered'", {x.id});
  const std::string base = base_of(x.id);
  Html body(x.lang), end(x.lang);
  if (x.actor.may(Function::enter) && !x.actor.preview()) {
    end << button(x.lang, {.label = Text("Sửa danh sách", "Edit the list"), .icon = "users", .href = base + "/entrants", .small = true}) << " "_h
        << button(x.lang, {.label = Text("Nhập từ Excel", "Import a sheet"), .icon = "table-import", .href = "/contest-entrants/import?contest=" + url_encode(db::as_text(x.cells[reg::k_code])), .small = true});
    if (waiting > 0)
      body << "<form class=\"cb\" method=\"post\" action=\""_h << Url{base + "/confirm"} << "\">"_h << hidden("csrf", x.csrf)
           << button(x.lang, {.label = Message("Xác nhận " + std::to_string(waiting) + " thí sinh đã đăng ký", "Confirm " + std::to_string(waiting) + (waiting == 1 ? " registered entrant" : " registered entrants")), .icon = "checks", .small = true}) << "</form>"_h;
  }
  if (lacking > 0) {
    const std::string n = std::to_string(lacking);
    body << "<div class=\"cb\">"_h << notice(x.lang, Tone::warn, "alert-triangle", Html(x.lang) << Message(n + " thí sinh chưa thành niên chưa có đồng ý của người giám hộ, chưa được dự thi.", n + (lacking == 1 ? " minor lacks" : " minors lack") + " the consent of a guardian and can't take part yet.")) << "</div>"_h;
  }
  if (page.rows.empty()) {
    body << "<p class=\"m2 cb\">"_h << Text("Chưa có thí sinh. Gõ vào bảng, hoặc nhập từ Excel.", "No entrants yet. Type them into the grid or import a sheet.") << "</p>"_h;
    return card(x.lang, {.title = Text("Thí sinh", "Entrants"), .head_end = end, .body = body, .flush = true, .id = "entrants"});
  }
  Table t;
  t.caption = d.plural;
  t.columns = {{.label = Text("Thí sinh", "Entrant"), .key = true}, {.label = Text("Trường, đơn vị", "School")}, {.label = Text("Tình trạng", "Status")}, {.label = Text("Giải", "Prize")}};
  for (const reg::Cells& row : page.rows) {
    Row line;
    line.illustrative = db::as_int(row[reg::k_illustrative]) != 0;
    const std::string number = d.text(row, "number"), prize = d.text(row, "prize");
    Html state(x.lang);
    state << capital(reg::show(*d.find("status"), row, x.lang));
    if (db::as_int(row[at(d, "is_minor")]) != 0) state << " "_h << badge(x.lang, db::as_int(row[at(d, "guardian_consent")]) != 0 ? Message(Text("giám hộ đồng ý", "guardian consents")) : Message(Text("chờ giám hộ", "waits for guardian")), db::as_int(row[at(d, "guardian_consent")]) != 0 ? Tone::ok : Tone::warn);
    line.cells = {title_cell(reg::record_url(d, db::as_int(row[reg::k_id])), d.text(row, "name"), number), Html(x.lang) << d.text(row, "school") << "<span class=\"tsub\">"_h << d.text(row, "grade") << "</span>"_h, std::move(state),
                  prize.empty() ? Html(x.lang) : badge(x.lang, Message(prizes().label(prize, Lang::vi), prizes().label(prize, Lang::en)), Tone::ok, "trophy")};
    t.rows.push_back(std::move(line));
  }
  body << table(x.lang, t);
  const std::string n = format_int(page.count, x.lang);
  return card(x.lang, {.title = Message(n + " thí sinh", n + " entrants"), .head_end = end, .body = body,
                       .foot = page.count > k_shown ? more_link(x.lang, Message("Xem đủ " + n, "All " + n), "/contest-entrants?contest=" + std::to_string(x.id)) : Html(x.lang), .flush = true, .id = "entrants"});
}

}  // namespace nc::app
