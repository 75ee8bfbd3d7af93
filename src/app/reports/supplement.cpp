// Supplements of sealed reports.
#include "app/reports/supplement.h"

#include "app/catalog.h"
#include "app/common/within.h"
#include "app/reports/compare.h"
#include "app/reports/moved_list.h"
#include "app/reports/draft.h"
#include "app/reports/sections.h"
#include "app/reports/words.h"
#include "html/assets.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

using Kind = paper::Block::Kind;

doc::Block block(doc::Document& d, Kind kind, const Said& text) {
  doc::Block b;
  b.id = "b" + std::to_string(d.next_block++);
  b.kind = kind;
  b.origin = doc::Origin::mixed;
  b.text = b.en_of = text.vi;
  b.en = b.en_drafted = text.en;
  return b;
}

/// "Báo cáo 6 tháng đầu năm 2022 (số 12/BC-LHHN ngày 05/07/2022)"
Said title_of(const Loaded& base) { return {base.report.title, report_title_said(base.report.kind, {base.report.period_from, base.report.period_to}).en}; }

Said named(const Loaded& base) {
  Said out = title_of(base);
  if (base.numbered()) out += Said(" (số ", " (No. ") + base.seal->document.number + "/" + base.seal->document.symbol + Said(" ngày " + format_date(base.report.signed_on, Lang::vi), ", " + format_date(base.report.signed_on, Lang::en)) + ")";
  return out;
}

/// The head is that of the sealed paper.
doc::Document headed(const Loaded& base, std::int64_t no) {
  doc::Document d = base.seal->document;
  d.kind = "supplement";
  d.number.clear();
  d.signed_on = {};
  d.sections.clear();
  d.tokens.clear();
  d.removed.clear();
  d.next_block = 1;
  d.subject_lines = {"Bổ sung, đính chính lần thứ " + std::to_string(no), words::lower_first(base.report.title)};
  d.en.subject_lines = {"Supplement and correction no. " + std::to_string(no), "to the " + words::lower_first(title_of(base).en)};
  return d;
}

struct Line { const doc::FrozenToken* sealed; const doc::Moved* moved; std::string reason, mark; Said name; };

doc::Section figures_section(doc::Document& d, const std::vector<Line>& lines) {
  doc::Section s{"figures", "Số liệu bổ sung, đính chính", {}, "Figures supplemented and corrected"};
  s.blocks.push_back(block(d, Kind::heading, {"I. SỐ LIỆU BỔ SUNG, ĐÍNH CHÍNH", "I. FIGURES SUPPLEMENTED AND CORRECTED"}));
  doc::Block table = block(d, Kind::table, "");
  table.widths = {6, 32, 16, 16, 30};
  table.align = "clrrl";
  std::vector<Cells> rows{{{"STT", "No."}, {"Số liệu", "Figure"}, {"Đã báo cáo", "As reported"}, {"Nay là", "Now"}, {"Lý do", "Reason"}}};
  for (const Line& l : lines) rows.push_back({std::to_string(rows.size()), l.name, {l.sealed->shown, l.sealed->shown_en.empty() ? l.sealed->shown : l.sealed->shown_en}, l.mark, l.reason});
  fill_table(table, std::move(rows));
  s.blocks.push_back(std::move(table));
  return s;
}

doc::Section records_section(doc::Document& d, const std::vector<Line>& lines) {
  doc::Section s{"records", "Bản ghi làm thay đổi", {}, "Records that moved them"};
  s.blocks.push_back(block(d, Kind::heading, {"II. BẢN GHI LÀM THAY ĐỔI", "II. RECORDS THAT MOVED THEM"}));
  for (const Line& l : lines) {
    const doc::RowsMoved rows{l.moved->added, l.moved->removed, l.moved->changed};
    const Said moved(moved_sentence(rows), moved_sentence(rows, k_english_words));
    s.blocks.push_back(block(d, Kind::item, "- " + l.name + ": " + (moved.empty() ? Said("cách đếm hoặc đơn vị thay đổi, không có bản ghi thêm bớt", "the rule or the unit changed; no record was added or taken out") : moved) + "."));
  }
  return s;
}

doc::Document written(const Loaded& base, std::int64_t no, std::vector<Line>& lines, const fig::Engine& engine, const Said& org_name) {
  doc::Document d = headed(base, no);
  for (Line& l : lines) {
    doc::Token token = l.sealed->token;
    token.shown.clear();
    token.claim = token.round = 0;
    l.mark = d.add(std::move(token));
    const fig::Indicator* indicator = engine.find(l.sealed->token.ask.code);
    l.name = indicator ? words::upper_first(Said(indicator->name)) : Said(l.sealed->token.ask.code);
  }
  doc::Section opening{"opening", "Mở đầu", {}, "Opening"};
  opening.blocks.push_back(block(d, Kind::paragraph, words::upper_first(named(base)) + Said(" đã ký ngày " + format_date(base.report.sealed_on, Lang::vi), " was signed on " + format_date(base.report.sealed_on, Lang::en)) + Said(". Sau ngày ấy, sổ của ", ". Since that day the registers of ") + org_name +
                                                         Said(" có thay đổi. Văn bản này bổ sung, đính chính những số liệu dưới đây; các nội dung khác của báo cáo giữ nguyên.",
                                                              " have changed. This paper supplements and corrects the figures below; all else in the report stays as it is.")));
  d.sections.push_back(std::move(opening));
  d.sections.push_back(figures_section(d, lines));
  d.sections.push_back(records_section(d, lines));
  doc::Section closing{"closing", "Kết thúc", {}, "Closing"};
  closing.blocks.push_back(block(d, Kind::paragraph, org_name + Said(" kính báo cáo./.", " respectfully reports./.")));
  d.sections.push_back(std::move(closing));
  return d;
}

tl::expected<std::vector<Line>, Problems> lines_of(const Loaded& base, const std::vector<doc::Moved>& moved, const std::vector<Correction>& corrections) {
  std::vector<Line> lines;
  Problems problems;
  for (const Correction& c : corrections) {
    const auto m = std::find_if(moved.begin(), moved.end(), [&](const doc::Moved& one) { return one.token == c.token; });
    const auto sealed = std::find_if(base.seal->tokens.begin(), base.seal->tokens.end(), [&](const doc::FrozenToken& t) { return t.token.id == c.token; });
    if (m == moved.end() || sealed == base.seal->tokens.end())
      problems.push_back({Code::conflict, Text("Con số này nay lại khớp sổ, không cần đính chính.", "The figure agrees with the registers again."), "reason." + c.token});
    else if (c.reason.empty())
      problems.push_back({Code::invalid, Message("Ghi lý do của con số " + m->then + " → " + m->now + ".", "Give the reason for " + m->then + " → " + m->now + "."), "reason." + c.token});
    else
      lines.push_back({&*sealed, &*m, c.reason, {}, {}});
  }
  if (corrections.empty()) problems.push_back({Code::invalid, Text("Chọn ít nhất một con số để đính chính.", "Choose at least one figure."), {}});
  if (!problems.empty()) return tl::make_unexpected(std::move(problems));
  return lines;
}

Response begin(const fig::Engine& engine, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const std::int64_t id = reg::id_of(r);
  auto base = load_report(tx, actor, id);
  if (!base) return reg::problem_page(shell, base.error());
  std::vector<Correction> corrections;
  for (const auto& [name, value] : r.form.items())
    if (name.starts_with("take.") && value == "1") corrections.push_back({name.substr(5), std::string(r.form.get("reason." + name.substr(5)))});
  auto saved = start_supplement(tx, actor, engine, id, *base, corrections);
  if (!saved) return base->sealed() ? corrections_to_mend(engine, tx, actor, shell, *base, id, r.form, saved.error()) : reg::problem_page(shell, saved.error().front());
  return web::redirect("/reports/" + std::to_string(saved->id) + "?done=supplement");
}

}  // namespace

std::vector<SupplementSeen> supplements_of(db::ReadDb& db, const Actor& actor, std::int64_t report) {
  std::vector<SupplementSeen> out;
  each_within(db, "SELECT r.id, r.title, r.status, r.number FROM report r WHERE r.deleted = 0 AND r.corrects = $1", {report}, org_scope(actor, "r"), " ORDER BY r.id", [&](const db::Row& r) {
    out.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3))});
    return true;
  });
  return out;
}

tl::expected<reg::Saved, Problems> start_supplement(db::Tx& tx, const Actor& actor, const fig::Engine& engine, std::int64_t base_id, const Loaded& base, const std::vector<Correction>& corrections) {
  if (!base.sealed()) return tl::make_unexpected(Problems{{Code::conflict, Text("Chỉ báo cáo đã niêm phong mới cần bản bổ sung; bản đang soạn thì sửa thẳng.", "Only a sealed report needs a supplement; a draft is simply edited."), {}}});
  const auto moved = doc::moved_since(tx, actor, engine, *base.seal);
  auto lines = lines_of(base, moved, corrections);
  if (!lines) return tl::make_unexpected(lines.error());
  // Numbers are never used again, not even of a draft that was taken away.
  const std::int64_t no = tx.integer("SELECT COUNT(*) FROM report WHERE corrects = $1", {base_id}) + 1;
  const auto org = tx.first("SELECT name, COALESCE(NULLIF(name_en, ''), name) FROM organisation WHERE id = $1", {base.report.org.id});
  const Said org_name = org ? Said(db::as_text((*org)[0]), db::as_text((*org)[1])) : Said();
  doc::Document d = written(base, no, *lines, engine, org_name);
  doc::bring_up_to_date(d, doc::look(tx, actor, engine, d));
  Report r;
  r.org = base.report.org;
  r.confidentiality = base.report.confidentiality;
  r.kind = "supplement";
  r.corrects.id = base_id;
  r.title = "Bản bổ sung số " + std::to_string(no) + " của " + base.report.title;
  r.period_from = base.report.period_from;
  r.period_to = base.report.period_to;
  r.cutoff = base.report.cutoff;
  r.body = doc::to_json(d);
  return reg::save(tx, catalog(), reports(), actor, reg::to_cells(reports(), r), {.reason = "", .batch = {}, .action = "supplement"});
}

Html supplement_links(db::ReadDb& db, const Actor& actor, const Report& report, std::int64_t id, Lang lang) {
  Html h(lang);
  if (report.corrects.id > 0) {
    const std::string title = db::as_text(db.scalar("SELECT title FROM report WHERE id = $1", {report.corrects.id}));
    h << " <a class=\"sm\" href=\"/reports/"_h << report.corrects.id << "\">"_h << icon("link", "s") << " "_h << Text("bổ sung cho:", "supplements:") << " <span lang=\"vi\">"_h << title << "</span></a>"_h;
  }
  for (const SupplementSeen& s : supplements_of(db, actor, id))
    h << " <a class=\"sm\" href=\"/reports/"_h << s.id << "\">"_h << icon("file-text", "s") << " <span lang=\"vi\">"_h << s.title << "</span> ("_h << report_states().label(s.status, lang) << ")</a>"_h;
  return h;
}

void add_supplement_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.post("/reports/{id}/supplement", web::person("enter").of("report").seeing("internal"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return begin(engine, r, tx, actor, shell); }));
}

}  // namespace nc::app
