// What the members filed, put together: figures counted once, what moved since, their words; from here the Union's report begins.
#include <algorithm>
#include <map>

#include "app/campaigns/filing_page.h"
#include "app/campaigns/proposals.h"
#include "app/catalog.h"
#include "app/reports/public.h"
#include "html/assets.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

struct FiledBy {
  LoadedFiling f;
  FormSeen now;
  std::vector<KeptFigure> kept;
};

struct Whole {
  const CampaignSite& site;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  LoadedCampaign loaded;
  std::vector<FiledBy> all;
  FormSeen of_union;
  Lang lang;
  const ReportCampaign& campaign() const { return loaded.campaign; }
};

Whole gather(const CampaignSite& site, db::ReadDb& db, const Actor& actor, const Shell& shell, LoadedCampaign loaded) {
  Whole w{site, db, actor, shell, std::move(loaded), {}, {}, shell.lang};
  const Period period = w.campaign().counted();
  w.of_union = look_at_form(db, site.engine, actor, w.loaded.org_code, period);
  for (const Filing& filing : filings_of(db, actor, w.campaign().id)) {
    auto f = load_filing(db, actor, filing.id);
    if (!f) continue;
    FiledBy one{std::move(*f), {}, {}};
    one.now = look_at_form(db, site.engine, one.f.counting, one.f.org_code, period);
    if (one.f.filing.filed()) one.kept = read_snapshot(one.f.filing.snapshot);
    w.all.push_back(std::move(one));
  }
  return w;
}

const KeptFigure* kept_of(const FiledBy& one, const std::string& code) {
  for (const KeptFigure& k : one.kept)
    if (k.code == code) return &k;
  return nullptr;
}

std::string shown(const fig::Figure& like, double value, Lang lang) {
  fig::Figure f = like;
  f.value = value;
  f.qualifier = Qualifier::exact;
  return fig::on_screen(f, lang);
}

Html figures_card(const Whole& w) {
  Table t;
  t.caption = Text("Số của cả đợt", "Figures of the campaign");
  t.columns = {{.label = Text("Chỉ tiêu", "Figure"), .key = true},
               {.label = Text("Liên hiệp (việc chung đếm một lần)", "The Union (joint work once)"), .number = true},
               {.label = Text("Cộng sổ của các nơi nộp", "Sum of the members' registers"), .number = true},
               {.label = Text("Đã nộp", "As filed"), .number = true},
               {.label = Text("Đổi từ lúc nộp", "Moved since"), .number = true}};
  for (const SectionSeen& section : w.of_union.sections)
    for (const fig::Figure& f : section.figures) {
      const fig::Indicator* indicator = w.site.engine.find(f.ask.code);
      double now = 0, filed = 0, now_of_filed = 0;
      for (const FiledBy& one : w.all) {
        const fig::Figure* of = one.now.find(f.ask.code);
        const double value = of && of->value && of->unit == f.unit ? *of->value : 0;
        now += value;
        if (const KeptFigure* kept = kept_of(one, f.ask.code)) filed += kept->unit == f.unit ? kept->value.value_or(0) : 0, now_of_filed += value;
      }
      Row row;
      const double moved = now_of_filed - filed;
      row.cells = {Html(w.lang) << "<span class=\"tt\">"_h << (indicator ? indicator->name : Message(f.ask.code, f.ask.code)) << "</span> <span class=\"m2 xs\">"_h << f.ask.code << "</span>"_h,
                   figure_cell(w.site.engine, f, w.lang), Html(w.lang) << shown(f, now, w.lang), Html(w.lang) << shown(f, filed, w.lang),
                   moved == 0 ? Html(w.lang) << "<span class=\"none\">–</span>"_h : badge(w.lang, Message((moved > 0 ? "+" : "−") + shown(f, std::abs(moved), Lang::vi), (moved > 0 ? "+" : "−") + shown(f, std::abs(moved), Lang::en)), Tone::warn)};
      t.rows.push_back(std::move(row));
    }
  Card c;
  c.title = Text("Số của cả đợt", "Figures of the campaign");
  c.note = Text("Số của Liên hiệp gồm việc Liên hiệp tự làm và việc của các hội; việc nhiều nơi cùng làm đếm một lần, nên không bằng tổng cộng.",
                "The Union's figures hold its own work and the members'; work done together counts once, so they are not the sum.");
  c.body = table(w.lang, t);
  c.flush = true;
  return card(w.lang, c);
}

std::vector<std::string> names_of(const Whole& w, const std::function<bool(const Filing&)>& which) {
  std::vector<std::string> out;
  for (const FiledBy& one : w.all)
    if (which(one.f.filing)) out.push_back(one.f.org_short);
  return out;
}

std::string joined(const std::vector<std::string>& names, const char* between = ", ") {
  std::string out;
  for (const std::string& n : names) out += (out.empty() ? "" : between) + n;
  return out;
}

Html missing_note(const Whole& w) {
  const auto missing = names_of(w, [](const Filing& f) { return !f.filed(); }), waiting = names_of(w, [](const Filing& f) { return f.status == "filed"; });
  Html h(w.lang);
  if (!missing.empty())
    h << notice(w.lang, Tone::warn, "clock-exclamation", Html(w.lang) << Message("Chưa gồm báo cáo của " + std::to_string(missing.size()) + " nơi (không coi là 0): ", "Without the filings of " + std::to_string(missing.size()) + " (not taken for 0): ") << joined(missing) << "."_h);
  if (!waiting.empty()) h << notice(w.lang, Tone::info, "info-circle", Html(w.lang) << Message(std::to_string(waiting.size()) + " báo cáo đã nộp, chưa nhận: ", std::to_string(waiting.size()) + " filed but not accepted: ") << joined(waiting) << "."_h);
  return h;
}

Html drift_cards(const Whole& w) {
  Html body(w.lang);
  for (const FiledBy& one : w.all) {
    if (one.kept.empty()) continue;
    const auto moved = drift_of(w.db, w.site.engine, one.f);
    if (moved.empty()) continue;
    body << "<h3><a href=\""_h << Url{filing_url(one.f.filing.id)} << "\">"_h << one.f.org_short << "</a></h3>"_h << drift_list(w.site.engine, moved, w.lang);
  }
  const bool none = body.empty();
  if (none) body << "<p>"_h << icon("circle-check", "s") << " "_h << Text("Mọi số đã nộp vẫn đúng như sổ bây giờ.", "Every figure filed is as the registers are now.") << "</p>"_h;
  return card(w.lang, {.title = Text("Đã nộp và sổ bây giờ", "As filed and now"), .body = body});
}

/// Numbers of papers beside what the registers count, and what was waived.
Html claims_card(const Whole& w) {
  std::vector<ListItem> items;
  for (const FiledBy& one : w.all) {
    for (const SectionSeen& section : one.now.sections)
      for (const fig::Figure& f : section.figures)
        for (const fig::ClaimSeen& c : f.claims) {
          if (c.match != "exact" || !c.value) continue;
          const fig::Indicator* indicator = w.site.engine.find(f.ask.code);
          ListItem item;
          item.icon = "quote";
          item.tone = c.kept || c.settled ? Tone::ok : Tone::warn;
          item.title = Html(w.lang) << one.f.org_short << ": "_h << (indicator ? indicator->name : Message(f.ask.code, f.ask.code));
          item.detail = Html(w.lang) << Text("khai", "declared") << " "_h << declared_words(f, *c.value, c.qualifier, c.unit, w.lang) << ", "_h << Text("sổ đếm", "counted") << " "_h << in_words(f, w.lang);
          item.href = "/claims/" + std::to_string(c.id);
          items.push_back(std::move(item));
        }
    for (const Finding& x : check_filing(w.db, w.site.engine, one.f, one.now)) {
      if (!x.waived()) continue;
      ListItem item;
      item.icon = "flag";
      item.title = Html(w.lang) << one.f.org_short << ": "_h << x.words;
      item.detail = Html(w.lang) << Text("Bỏ qua:", "Waived:") << " "_h << x.reason << " ("_h << x.waived_by << ")"_h;
      item.href = filing_url(one.f.filing.id, "#checks");
      items.push_back(std::move(item));
    }
  }
  if (items.empty()) return Html(w.lang);
  return card(w.lang, {.title = Text("Số khai trên giấy, cảnh báo đã bỏ qua", "Declared numbers, waived checks"), .body = item_list(w.lang, items)});
}

Html words_card(const Whole& w) {
  Html body(w.lang);
  for (const FiledBy& one : w.all) {
    const Filing& f = one.f.filing;
    if (!f.filed() || (f.difficulties.empty() && f.narrative.empty())) continue;
    body << "<h3><a href=\""_h << Url{filing_url(f.id)} << "\">"_h << one.f.org_short << "</a></h3>"_h;
    if (!f.narrative.empty()) body << "<p class=\"pre\">"_h << f.narrative << "</p>"_h;
    if (!f.difficulties.empty()) body << "<p class=\"pre\"><b>"_h << Text("Khó khăn:", "Difficulties:") << "</b> "_h << f.difficulties << "</p>"_h;
  }
  if (body.empty()) body << "<p class=\"m2\">"_h << Text("Các hội không viết gì thêm.", "The members wrote nothing more.") << "</p>"_h;
  return card(w.lang, {.title = Text("Lời của các hội", "In the members' words"), .body = body});
}

bool may_run(const Whole& w) { return w.actor.may(Function::check) && !w.actor.preview() && reaches_organisation(w.db, w.actor, w.campaign().org.id); }

Html proposals_card(const Whole& w) {
  std::vector<ListItem> items;
  std::size_t open = 0;
  for (const FiledBy& one : w.all) {
    if (!one.f.filing.filed()) continue;
    for (const Proposal& p : proposals_of(w.db, one.f.filing)) {
      ListItem item;
      item.icon = "message-2-question";
      item.title = Html(w.lang) << p.text;
      item.detail = Html(w.lang) << one.f.org_short;
      if (p.petition > 0) {
        item.href = "/petitions/" + std::to_string(p.petition);
        item.end = badge(w.lang, Text("đã thành yêu cầu", "a petition now"), Tone::ok);
      } else {
        ++open;
      }
      items.push_back(std::move(item));
    }
  }
  Card c;
  c.title = Message("Kiến nghị của các hội: " + std::to_string(items.size()), "Proposals of the members: " + std::to_string(items.size()));
  c.body = items.empty() ? Html(w.lang) << "<p class=\"m2\">"_h << Text("Không có kiến nghị.", "No proposals.") << "</p>"_h : item_list(w.lang, items);
  if (open > 0 && may_run(w))
    c.head_end = Html(w.lang) << "<form method=\"post\" action=\""_h << Url{campaign_url(w.campaign().id, "/petitions")} << "\">"_h << hidden("csrf", w.shell.csrf)
                              << button(w.lang, {.label = Message("Chuyển " + std::to_string(open) + " kiến nghị thành yêu cầu", "Make " + std::to_string(open) + " petitions"), .icon = "send", .small = true}) << "</form>"_h;
  return card(w.lang, c);
}

Html report_action(const Whole& w) {
  const ReportCampaign& c = w.campaign();
  if (c.report.id > 0) return button(w.lang, {.label = Text("Mở báo cáo của Liên hiệp", "Open the Union's report"), .icon = "file-text", .href = "/reports/" + std::to_string(c.report.id), .kind = "primary"});
  if (!may_run(w) || !w.actor.may(Function::enter)) return Html(w.lang);
  const auto open = std::count_if(w.all.begin(), w.all.end(), [](const FiledBy& one) { return one.f.filing.status != "accepted"; });
  const Button go{.label = Text("Soạn báo cáo của Liên hiệp", "Start the Union's report"), .icon = "file-text", .kind = "primary"};
  const std::string action = campaign_url(c.id, "/report");
  if (open == 0) return Html(w.lang) << "<form method=\"post\" action=\""_h << Url{action} << "\">"_h << hidden("csrf", w.shell.csrf) << hidden("version", std::to_string(c.version)) << button(w.lang, go) << "</form>"_h;
  Control why;
  why.name = "reason";
  why.label = Message("Còn " + std::to_string(open) + " báo cáo chưa nhận: vì sao soạn luôn", std::to_string(open) + " filings are not accepted: why start now");
  why.required = true;
  why.max_length = 1000;
  why.width = "full";
  return confirm_form(w.lang, {.opener = go, .title = Text("Soạn khi chưa đủ báo cáo?", "Start without all filings?"), .action = action, .csrf = w.shell.csrf,
                               .fields = Html(w.lang) << hidden("version", std::to_string(c.version)) << control(w.lang, why), .yes = Text("Soạn báo cáo", "Start")});
}

/// One line a member and figure: filed, now.
Response export_whole(const Whole& w, const std::string& format) {
  const auto word = [&](Text t) { return std::string(t.in(w.lang)); };
  std::vector<std::vector<std::string>> rows;
  for (const FiledBy& one : w.all)
    for (const SectionSeen& s : one.now.sections)
      for (const fig::Figure& f : s.figures) {
        const fig::Indicator* indicator = w.site.engine.find(f.ask.code);
        const KeptFigure* kept = kept_of(one, f.ask.code);
        rows.push_back({one.f.org_name, filing_states().label(one.f.filing.status, w.lang), f.ask.code, indicator ? indicator->name.in(w.lang) : f.ask.code, kept ? kept->shown : "", in_words(f, w.lang)});
      }
  return table_file(format, word({"Tổng hợp", "Consolidated"}),
                    {word({"Nơi nộp", "From"}), word({"Tình trạng", "State"}), word({"Mã", "Code"}), word({"Chỉ tiêu", "Figure"}), word({"Đã nộp", "As filed"}), word({"Sổ bây giờ", "Now"})}, rows);
}

Message said(std::string_view done, std::string_view n) {
  if (done == "petitions") return {"Đã chuyển " + std::string(n) + " kiến nghị thành yêu cầu, chờ trả lời.", std::string(n) + " petitions made; they wait for an answer."};
  return {};
}

Response consolidated_page(const CampaignSite& site, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(db, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  if (!reaches_organisation(db, actor, loaded->campaign.org.id))
    return reg::problem_page(shell, {Code::forbidden, Text("Bản tổng hợp là của nơi mở đợt. Hội xem báo cáo của mình.", "The consolidation is for those who opened the campaign. A member sees its own filing."), {}});
  shell.toast = said(r.query.get("done"), r.query.get("n")).in(shell.lang);
  const Whole w = gather(site, db, actor, shell, std::move(*loaded));
  if (const std::string format(r.query.get("format")); format == "xlsx" || format == "csv") return export_whole(w, format);
  PageHead head;
  head.title = Message("Tổng hợp: " + w.campaign().title, "Consolidated: " + w.campaign().title);
  head.crumbs = {{report_campaigns().plural, "/report-campaigns"}, {Message(w.campaign().title, w.campaign().title), campaign_url(w.campaign().id)}};
  head.actions = button(w.lang, {.label = Text("Xuất xlsx", "Export xlsx"), .icon = "table-export", .href = campaign_url(w.campaign().id, "/consolidated?format=xlsx")}) << " "_h << report_action(w);
  Html h(w.lang);
  h << missing_note(w) << figures_card(w) << drift_cards(w) << claims_card(w) << proposals_card(w) << words_card(w);
  return reg::respond(shell, head, h);
}

// ---- acts ------------------------------------------------------------------------------------------------

Response make_petitions(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  int made = 0;
  for (const Filing& f : filings_of(tx, actor, loaded->campaign.id)) {
    if (!f.filed()) continue;
    auto n = petitions_from(tx, actor, f);
    if (!n) return reg::problem_page(shell, n.error());
    made += *n;
  }
  return web::redirect(campaign_url(loaded->campaign.id, "/consolidated?done=petitions&n=" + std::to_string(made)));
}

doc::Token token_of(const Whole& w, const char* code, const char* part, Text noun) {
  doc::Token t;
  t.ask.code = code;
  t.ask.org = w.loaded.org_code;
  t.ask.period = Period{w.campaign().period_from, w.campaign().period_to};
  t.ask.where = {{"campaign", w.campaign().code}};
  t.noun = noun.vi;
  t.noun_en = noun.en;
  t.part = part;
  return t;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  // Braces would be taken for tokens.
  std::erase_if(text, [](char c) { return c == '{' || c == '}'; });
  return text;
}

/// What the members' filings add to the Union's report.
std::vector<MoreText> words_of(const Whole& w) {
  std::vector<MoreText> out;
  const auto late = std::count_if(w.all.begin(), w.all.end(), [](const FiledBy& one) { return one.f.filing.filed() && one.f.filing.late_days > 0; });
  const auto missing = names_of(w, [](const Filing& f) { return !f.filed(); });
  const Text noun = w.loaded.union_asks ? Text("Liên hiệp", "Unions") : Text("Hội", "associations");
  MoreText filed{"network", "Đợt báo cáo này có {0} nộp báo cáo trên {1} phải nộp; {2} nộp đúng hạn" + std::string(late > 0 ? ", {3} nộp chậm." : "."),
                 {token_of(w, "I81", "filed", noun), token_of(w, "I81", "expected", noun), token_of(w, "I81", "on_time", noun)}};
  filed.en = "In this campaign {0} filed of {1} expected; {2} in time" + std::string(late > 0 ? ", {3} late." : ".");
  if (late > 0) filed.tokens.push_back(token_of(w, "I81", "late", noun));
  if (!missing.empty()) {
    filed.text += " Số liệu chưa gồm báo cáo của: " + joined(missing) + ".";
    filed.en += " The figures do not yet include the filings of: " + joined(missing) + ".";
  }
  out.push_back(std::move(filed));
  bool head = false;
  for (const FiledBy& one : w.all) {
    const std::string text = one_line(one.f.filing.difficulties);
    if (!one.f.filing.filed() || text.empty()) continue;
    if (!head) out.push_back({"evaluation", "1. Khó khăn các Hội nêu", {}, MoreText::Kind::clause, "1. Difficulties named by the associations"});
    head = true;
    out.push_back({"evaluation", "- " + one.f.org_short + ": " + text + ".", {}, MoreText::Kind::item});
  }
  return out;
}

Response start_union_report(const CampaignSite& site, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto loaded = load_campaign(tx, actor, reg::id_of(r));
  if (!loaded) return reg::problem_page(shell, loaded.error());
  const auto version = parse_int(r.form.get("version"));
  if (!version) return reg::problem_page(shell, {Code::invalid, Text("Biểu mẫu thiếu số phiên bản. Mở lại trang rồi làm lại.", "The form has no version. Open the page again."), {}});
  if (loaded->campaign.report.id > 0) return reg::problem_page(shell, {Code::conflict, Text("Đợt này đã có báo cáo của Liên hiệp. Mở lại trang tổng hợp để vào báo cáo ấy.", "The campaign has its report already. Open the consolidation again to get there."), {}});
  const Whole w = gather(site, tx, actor, shell, std::move(*loaded));
  const std::string reason(r.form.get("reason"));
  const bool all = std::all_of(w.all.begin(), w.all.end(), [](const FiledBy& one) { return one.f.filing.status == "accepted"; });
  if (!all && reason.empty()) return reg::problem_page(shell, {Code::invalid, Text("Còn báo cáo chưa nhận: ghi một câu vì sao soạn luôn.", "Some filings are not accepted: say in a sentence why it starts now."), "reason"});
  ReportCampaign c = w.campaign();
  auto report = start_report(tx, actor, site.engine, c.kind, w.loaded.org_code, {c.period_from, c.period_to}, c.cutoff, words_of(w));
  if (!report) return reg::problem_page(shell, report.error().front());
  c.version = *version;
  c.report.id = report->id;
  auto saved = reg::save(tx, catalog(), report_campaigns(), actor, reg::to_cells(report_campaigns(), c), {.reason = reason, .batch = {}, .action = "consolidate"});
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect("/reports/" + std::to_string(report->id) + "?done=created");
}

}  // namespace

// ---- roll-up of Unions -----------------------------------------------------------------------------------

Html roll_up_card(const CampaignSite& site, db::ReadDb& db, const Actor& actor, const LoadedCampaign& c, Lang lang) {
  constexpr const char* k_compared[] = {"I17", "I31", "I38", "I40", "I54"};
  constexpr double k_times = 3;
  struct Line { std::string name, code; std::int64_t expected = 0, filed = 0, accepted = 0; bool asks = false; std::vector<fig::Figure> figures; };
  std::vector<Line> lines;
  const Period period = c.campaign.counted();
  for (const Tile& t : tiles_of(db, actor, c.campaign.id)) {
    Line line{t.name, db::as_text(db.scalar("SELECT code FROM organisation WHERE id = $1", {t.org})), 0, 0, 0, false, {}};
    if (const auto row = db.first("SELECT COUNT(f.id), SUM(CASE WHEN f.status IN ('filed', 'accepted') THEN 1 ELSE 0 END), SUM(CASE WHEN f.status = 'accepted' THEN 1 ELSE 0 END) FROM report_campaign c JOIN filing f ON f.campaign = c.id AND f.deleted = 0 "
                                  "WHERE c.deleted = 0 AND c.org_id = $1 AND c.kind = $2 AND c.period_from <= $4 AND c.period_to >= $3",
                                  {t.org, c.campaign.kind, period.from.iso(), period.to.iso()}); row && db::as_int((*row)[0]) > 0) {
      line.asks = true;
      line.expected = db::as_int((*row)[0]);
      line.filed = db::as_int((*row)[1]);
      line.accepted = db::as_int((*row)[2]);
    }
    for (const char* code : k_compared)
      if (auto f = site.engine.evaluate(db, actor, form_ask(site.engine, code, line.code, period))) line.figures.push_back(std::move(*f));
    lines.push_back(std::move(line));
  }
  std::map<std::string, double> middle;
  for (const char* code : k_compared) {
    std::vector<double> values;
    for (const Line& line : lines)
      for (const fig::Figure& f : line.figures)
        if (f.ask.code == code && f.value && *f.value > 0) values.push_back(*f.value);
    std::sort(values.begin(), values.end());
    if (values.size() >= 3) middle[code] = values[values.size() / 2];
  }
  Table t;
  t.caption = Text("Các Liên hiệp", "The Unions");
  t.columns = {{.label = Text("Liên hiệp", "Union"), .key = true}, {.label = Text("Hội đã nộp cho Liên hiệp", "Their members filed"), .number = true}};
  for (const char* code : k_compared)
    if (const fig::Indicator* indicator = site.engine.find(code)) t.columns.push_back({.label = indicator->name, .number = true});
  for (const Line& line : lines) {
    Row row;
    Html filed(lang);
    if (!line.asks) filed << badge(lang, Text("chưa mở đợt", "no campaign yet"));
    else filed << line.filed << "/"_h << line.expected << " "_h << progress(static_cast<double>(line.filed) / static_cast<double>(line.expected));
    row.cells = {Html(lang) << "<span class=\"tt\">"_h << line.name << "</span>"_h, filed};
    for (const fig::Figure& f : line.figures) {
      Html cell = figure_cell(site.engine, f, lang);
      const auto it = middle.find(f.ask.code);
      if (it != middle.end() && f.value && (*f.value > it->second * k_times || *f.value * k_times < it->second))
        cell << " "_h << badge(lang, *f.value > it->second ? Text("cao hơn hẳn mức giữa", "far above the middle") : Text("thấp hơn hẳn mức giữa", "far below the middle"), Tone::warn);
      row.cells.emplace_back(std::move(cell));
    }
    t.rows.push_back(std::move(row));
  }
  Card card_of;
  card_of.title = Text("Các Liên hiệp trong kỳ", "The Unions in the period");
  card_of.note = Text("Mức giữa là trung vị của các Liên hiệp; khác hẳn là gấp ba hoặc chưa đến một phần ba.", "The middle is the median of the Unions; far is three times or less than a third of it.");
  card_of.body = table(lang, t);
  card_of.flush = true;
  return card(lang, card_of);
}

void add_consolidated_pages(web::Router& router, const CampaignSite& site) {
  const reg::Context& context = site.context;
  router.get("/report-campaigns/{id}/consolidated", web::person().of("report_campaign").seeing("internal"),
             reg::page_handler(context, [site](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return consolidated_page(site, r, db, actor, shell); }));
  router.post("/report-campaigns/{id}/petitions", web::person("check").of("report_campaign"), reg::act_handler(context, make_petitions));
  router.post("/report-campaigns/{id}/report", web::person("enter").of("report_campaign"),
              reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return start_union_report(site, r, tx, actor, shell); }));
}

}  // namespace nc::app
