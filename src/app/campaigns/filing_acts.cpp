// What is posted to a filing: saved, signed and sent, accepted, returned, taken back, a check waived, a paper entered.
#include <algorithm>

#include "app/campaigns/filing_page.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/evidence/public.h"
#include "flow/notice.h"
#include "html/assets.h"

namespace nc::app {

using web::Request;
using web::Response;

namespace {

FilingView view_of(const CampaignSite& site, db::ReadDb& db, const Actor& actor, Shell& shell, LoadedFiling f) {
  FilingView v{site, db, actor, shell, std::move(f), {}, {}, shell.lang};
  const Period period = v.f.campaign.counted();
  v.seen = look_at_form(db, site.engine, actor, v.f.org_code, period);
  v.findings = check_filing(db, site.engine, v.f, look_at_form(db, site.engine, v.f.counting, v.f.org_code, period));
  v.editable = may_fill(actor, v.f.filing) && v.f.campaign.status == "open" && reaches_organisation(db, actor, v.f.filing.from_org.id);
  v.own_hand = flow::hands(db, filing_flow(), v.f.filing.id).contains(actor.id);
  v.version = v.f.filing.version;
  return v;
}

Message said(std::string_view done) {
  const std::pair<std::string_view, Text> words[] = {{"saved", {"Đã lưu. Điền tiếp lúc nào cũng được.", "Saved. Go on whenever you like."}},
                                                     {"filed", {"Đã ký và gửi Liên hiệp.", "Signed and sent."}},
                                                     {"accepted", {"Đã nhận báo cáo.", "Accepted."}},
                                                     {"returned", {"Đã trả lại, hội được báo lý do.", "Returned; the member is told why."}},
                                                     {"taken", {"Đã lấy lại để sửa.", "Taken back."}},
                                                     {"extended", {"Đã gia hạn, hội được báo.", "The day is moved; the member is told."}},
                                                     {"waived", {"Đã bỏ qua, lý do được giữ lại.", "Waived; the reason is kept."}}};
  for (const auto& [word, text] : words)
    if (word == done) return text;
  return {};
}

Response filing_page(const CampaignSite& site, const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  auto f = load_filing(db, actor, reg::id_of(r));
  if (!f) return reg::problem_page(shell, f.error());
  shell.toast = said(r.query.get("done")).in(shell.lang);
  return draw_filing(view_of(site, db, actor, shell, std::move(*f)));
}

Problem no_version() {
  return {Code::invalid, Text("Biểu mẫu thiếu số phiên bản. Mở lại trang rồi làm lại.", "The form has no version. Open the page again."), {}};
}

Problem not_to_be_filled() {
  return {Code::conflict, Text("Báo cáo này không còn điền được: đã nộp, đã nhận, hoặc đợt đã khép. Mở lại trang để xem.", "This filing can't be filled in any more: it was sent or accepted, or the campaign is closed. Open the page again."), {}};
}

/// What was typed, put into the filing.
void take_typed(const Request& r, Filing& f, Problems& problems, bool behalf) {
  const std::pair<const char*, std::string Filing::*> texts[] = {{"narrative", &Filing::narrative}, {"difficulties", &Filing::difficulties}, {"plans", &Filing::plans},
                                                                 {"proposals", &Filing::proposals}, {"signer", &Filing::signer}};
  for (const auto& [name, member] : texts)
    if (r.form.has(name)) f.*member = std::string(r.form.get(name));
  if (behalf && r.form.has("behalf_reason")) f.behalf_reason = std::string(r.form.get("behalf_reason"));
  if (const std::string day(r.form.get("filed_on")); behalf && !day.empty() && f.returns == 0) {
    auto read = parse_date(day);
    if (!read) problems.push_back({Code::invalid, read.error().message, "filed_on"});
    else if (*read > today()) problems.push_back({Code::invalid, Text("Ngày gửi không thể ở sau hôm nay.", "It can't have been sent after today."), "filed_on"});
    else f.filed_on = *read;
  }
  for (const FormSection& s : form_sections()) {
    const std::string name = "s." + std::string(s.code), code(s.code);
    if (!r.form.has(name)) continue;
    std::erase(f.confirmed, code);
    std::erase(f.doubted, code);
    if (r.form.get(name) == "ok") f.confirmed.push_back(code);
    if (r.form.get(name) == "fix") f.doubted.push_back(code);
  }
  if (!r.form.has("all")) return;
  for (const FormSection& s : form_sections()) {
    const std::string code(s.code);
    const bool told = std::find(f.confirmed.begin(), f.confirmed.end(), code) != f.confirmed.end() || std::find(f.doubted.begin(), f.doubted.end(), code) != f.doubted.end();
    if (!told) f.confirmed.push_back(code);
  }
}

/// What stands in the way of signing.
void check_signing(const LoadedFiling& f, bool behalf, Problems& problems) {
  if (f.filing.signer.empty()) problems.push_back({Code::invalid, Text("Ghi ai ký báo cáo này.", "Say who signs it."), "signer"});
  if (behalf && f.filing.behalf_reason.empty()) problems.push_back({Code::invalid, Text("Điền giúp hội thì ghi một câu vì sao.", "Say in a sentence why you fill it in for the member."), "behalf_reason"});
  const std::size_t left = form_sections().size() - f.filing.confirmed.size() - f.filing.doubted.size();
  if (left > 0)
    problems.push_back({Code::invalid, Message("Còn " + std::to_string(left) + " mục chưa xác nhận. Đánh dấu từng mục, hoặc ô “Đã xem từng mục”.",
                                               std::to_string(left) + " sections are not confirmed. Mark each, or the box “I have looked at each section”."), "all"});
}

void tell_what_blocks(const std::vector<Finding>& findings, Blocks of, Problems& problems) {
  for (const Finding& x : findings)
    if (!x.waived() && (x.rule->blocks == Blocks::sending || (of == Blocks::accepting && x.rule->blocks == Blocks::accepting)))
      problems.push_back({Code::invalid, {x.words.vi + " Sửa bản ghi, hoặc bỏ qua và ghi lý do ở phần “Cần xem lại”.", x.words.en + " Correct the records, or waive it with a reason under “To look at”."}, "checks"});
}

/// Field by field where somebody else's words stand now and others were typed.
void tell_clashes(const Filing& stored, const Filing& typed, Problems& problems) {
  struct Part { const char* name; Text label; std::string Filing::*member; };
  for (const Part& p : {Part{"narrative", {"Việc làm được", "What was done"}, &Filing::narrative}, Part{"difficulties", {"Khó khăn", "Difficulties"}, &Filing::difficulties},
                        Part{"plans", {"Việc sẽ làm", "What comes next"}, &Filing::plans}, Part{"proposals", {"Kiến nghị", "Proposals"}, &Filing::proposals}, Part{"signer", {"Người ký", "Signer"}, &Filing::signer}})
    if (stored.*p.member != typed.*p.member)
      problems.push_back({Code::conflict, {std::string(p.label.vi) + ": bản đang lưu ghi “" + stored.*p.member + "”. Ô dưới đây giữ chữ bạn gõ; gửi lại để ghi đè.",
                                           std::string(p.label.en) + ": what is stored now says “" + stored.*p.member + "”. The box keeps what you typed; send again to replace it."}, p.name});
}

Response back_with(const CampaignSite& site, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell, const LoadedFiling& typed, Problems problems) {
  auto stored = load_filing(tx, actor, typed.filing.id);
  if (!stored) return reg::problem_page(shell, stored.error());
  const bool stale = std::any_of(problems.begin(), problems.end(), [](const Problem& p) { return p.code == Code::conflict && p.field.empty(); });
  if (stale) tell_clashes(stored->filing, typed.filing, problems);
  FilingView v = view_of(site, tx, actor, shell, std::move(*stored));
  if (!v.editable) return reg::problem_page(shell, not_to_be_filled());
  v.typed = &r.form;
  v.problems = std::move(problems);
  return draw_filing(v, stale ? http_status(Code::conflict) : http_status(v.problems.front().code));
}

/// Saves what was typed and, with `send`, signs and sends it. The filing is as the person saw it.
tl::expected<reg::Saved, Problems> store(const CampaignSite& site, db::Tx& tx, const Actor& actor, LoadedFiling& f, bool send) {
  const bool behalf = on_behalf(actor, f);
  if (send) {
    f.filing.filed_by = actor.name;
    if (f.filing.channel != "paper") f.filing.channel = behalf ? "behalf" : "system";
    f.filing.snapshot = snapshot_of(tx, site.engine, f.counting, look_at_form(tx, site.engine, f.counting, f.org_code, f.campaign.counted()));
  }
  const bool begins = f.filing.status == "not_opened";
  if (begins) f.filing.status = "filling";
  auto saved = save_filing(tx, actor, f.filing, begins ? "fill" : "");
  if (!saved || !send) return saved;
  return move_filing(tx, actor, f.filing.id, saved->version, "file", {});
}

Response save(const CampaignSite& site, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto f = load_filing(tx, actor, reg::id_of(r));
  if (!f) return reg::problem_page(shell, f.error());
  const auto version = parse_int(r.form.get("version"));
  if (!version) return reg::problem_page(shell, no_version());
  if (!may_fill(actor, f->filing) || f->campaign.status != "open") return reg::problem_page(shell, not_to_be_filled());
  const bool send = r.form.get("act") == "file", behalf = on_behalf(actor, *f);
  Problems problems;
  take_typed(r, f->filing, problems, behalf);
  f->filing.version = *version;
  if (send) {
    check_signing(*f, behalf, problems);
    const auto findings = check_filing(tx, site.engine, *f, look_at_form(tx, site.engine, f->counting, f->org_code, f->campaign.counted()));
    if (stands_in_the_way(findings, Blocks::sending)) tell_what_blocks(findings, Blocks::sending, problems);
  }
  if (!problems.empty()) return back_with(site, r, tx, actor, shell, *f, std::move(problems));
  auto saved = store(site, tx, actor, *f, send);
  if (!saved) return back_with(site, r, tx, actor, shell, *f, saved.error());
  return web::redirect(filing_url(f->filing.id, send ? "?done=filed" : "?done=saved"));
}

Response decide(const CampaignSite& site, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell, const std::string& act, const std::string& done) {
  auto f = load_filing(tx, actor, reg::id_of(r));
  if (!f) return reg::problem_page(shell, f.error());
  const auto version = parse_int(r.form.get("version"));
  if (!version) return reg::problem_page(shell, no_version());
  if (act == "accept" && f->filing.status == "filed") {
    const auto findings = check_filing(tx, site.engine, *f, look_at_form(tx, site.engine, f->counting, f->org_code, f->campaign.counted()));
    if (stands_in_the_way(findings, Blocks::accepting)) {
      FilingView v = view_of(site, tx, actor, shell, std::move(*f));
      tell_what_blocks(findings, Blocks::accepting, v.problems);
      return draw_filing(v, http_status(Code::invalid));
    }
  }
  auto moved = move_filing(tx, actor, f->filing.id, *version, act, std::string(r.form.get("reason")));
  if (!moved) return reg::problem_page(shell, moved.error().front());
  return web::redirect(filing_url(f->filing.id, "?done=" + done));
}

/// Another day for one member, with the reason; the campaign's day stays.
Response extend(const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto f = load_filing(tx, actor, reg::id_of(r));
  if (!f) return reg::problem_page(shell, f.error());
  const auto version = parse_int(r.form.get("version"));
  if (!version) return reg::problem_page(shell, no_version());
  const std::string reason(r.form.get("reason"));
  const auto due = parse_date(std::string(r.form.get("due")));
  if (f->filing.filed()) return reg::problem_page(shell, not_to_be_filled());
  if (!due) return reg::problem_page(shell, due.error());
  if (reason.empty()) return reg::problem_page(shell, {Code::invalid, Text("Gia hạn cần lý do: một câu là đủ.", "Another day needs a reason: one sentence will do."), "reason"});
  if (*due <= f->filing.due) return reg::problem_page(shell, {Code::invalid, Text("Ngày mới phải sau hạn đang có.", "The new day has to be after the present one."), "due"});
  f->filing.due = *due;
  f->filing.version = *version;
  auto saved = save_filing(tx, actor, f->filing, "extend", reason);
  if (!saved) return reg::problem_page(shell, saved.error().front());
  for (const std::int64_t person : people_of(tx, f->filing.from_org.id))
    flow::tell(tx, person, filings(), f->filing.id, "extend", actor.name, {f->campaign.title + ": gia hạn đến " + format_date(*due, Lang::vi) + ".", f->campaign.title + ": the day is now " + format_date(*due, Lang::en) + "."});
  return web::redirect(filing_url(f->filing.id, "?done=extended"));
}

Response waive_act(const CampaignSite& site, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto f = load_filing(tx, actor, reg::id_of(r));
  if (!f) return reg::problem_page(shell, f.error());
  if (f->filing.status == "accepted") return reg::problem_page(shell, not_to_be_filled());
  auto done = waive(tx, site.engine, actor, *f, std::string(r.form.get("rule")), std::string(r.form.get("subject")), std::string(r.form.get("reason")));
  return done ? web::redirect(filing_url(f->filing.id, "?done=waived#checks")) : reg::problem_page(shell, done.error());
}

// ---- on paper --------------------------------------------------------------------------------------------

struct Declared { std::string code, typed; };

Html paper_form(const CampaignSite& site, const Shell& shell, const LoadedFiling& f, const FormSeen& seen, const web::Fields* typed, const Problems& problems) {
  const Lang lang = shell.lang;
  const auto value = [&](const std::string& name, const std::string& otherwise = {}) { return typed && typed->has(name) ? std::string(typed->get(name)) : otherwise; };
  const auto box = [&](const char* name, Message label, Message hint, const char* type, const std::string& otherwise = {}) {
    Control c;
    c.name = name;
    c.label = std::move(label);
    c.hint = std::move(hint);
    c.type = type;
    c.value = value(name, otherwise);
    c.error = problem_text(problems, name, lang);
    c.width = std::string_view(type) == "textarea" ? "full" : "half";
    return control(lang, c);
  };
  Html about(lang), numbers(lang), words(lang), h(lang);
  about << box("filed_on", Text("Ngày nhận bản giấy", "Received on"), {}, "date", today().iso()) << box("signer", Text("Người ký", "Signed by"), {}, "text", f.filing.signer)
        << box("number", Text("Số, ký hiệu", "Number of the paper"), Text("Không có thì để trống", "Leave empty if it has none"), "text")
        << box("behalf_reason", Text("Vì sao nộp giấy", "Why on paper"), {}, "text", lang == Lang::vi ? "Hội gửi bản giấy" : "The member sent a paper");
  Control file;
  file.name = "file";
  file.type = "file";
  file.label = Text("Ảnh hoặc bản scan", "Picture or scan");
  file.hint = Text("PDF hoặc ảnh; giữ trong kho chứng cứ", "PDF or picture; kept with the evidence");
  file.error = problem_text(problems, "file", lang);
  file.accept = ".pdf,.jpg,.jpeg,.png,.webp";
  file.width = "half";
  about << control(lang, file);
  for (const SectionSeen& s : seen.sections)
    for (const fig::Figure& figure : s.figures) {
      const fig::Indicator* indicator = site.engine.find(figure.ask.code);
      if (!indicator) continue;
      Control c;
      c.name = "declared." + figure.ask.code;
      c.label = indicator->name;
      c.hint = Message("Sổ đếm " + in_words(figure, Lang::vi), "Counted: " + in_words(figure, Lang::en));
      c.value = value(c.name);
      c.error = problem_text(problems, c.name, lang);
      c.suffix = fig::is_currency(figure.unit) ? figure.unit : fig::unit_name(figure.unit, lang);
      c.width = "third";
      numbers << control(lang, c);
    }
  words << box("narrative", Text("Việc làm được", "What was done"), {}, "textarea", f.filing.narrative) << box("difficulties", Text("Khó khăn", "Difficulties"), {}, "textarea", f.filing.difficulties)
        << box("proposals", Text("Kiến nghị, đề xuất", "Proposals"), Text("Mỗi dòng một kiến nghị", "One a line"), "textarea", f.filing.proposals);
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : problems) lines.emplace_back(p.field, p.message.in(lang));
  if (!lines.empty()) h << error_summary(lang, lines);
  h << notice(lang, Tone::info, "info-circle", Html(lang) << Text("Số trên giấy được giữ là số đã khai, đặt cạnh số đếm từ sổ; không thay số đếm.", "Numbers of the paper are kept as declared, beside the counts; they never replace them."))
    << "<form method=\"post\" enctype=\"multipart/form-data\" class=\"form card\" action=\""_h << Url{filing_url(f.filing.id, "/paper")} << "\">"_h << hidden("csrf", shell.csrf)
    << hidden("version", value("version", std::to_string(f.filing.version))) << form_section(lang, Text("Bản giấy", "The paper"), about) << form_section(lang, Text("Số hội khai (chỉ ghi số có trên giấy)", "Declared numbers (those on the paper)"), numbers)
    << form_section(lang, Text("Lời của hội", "In its words"), words) << "<div class=\"ff\">"_h << button(lang, {.label = Text("Ghi nhận bản giấy", "Enter the paper"), .icon = "file-import", .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Quay lại", "Back"), .href = filing_url(f.filing.id), .kind = "ghost"}) << "</div></form>"_h;
  return h;
}

Response paper_page(const CampaignSite& site, db::ReadDb& db, Shell& shell, const LoadedFiling& f, const web::Fields* typed = nullptr, const Problems& problems = {}, int status = 200) {
  PageHead head;
  head.title = Message("Nhập bản giấy: " + f.org_short, "Enter a paper: " + f.org_short);
  head.crumbs = {{Message(f.campaign.title, f.campaign.title), campaign_url(f.filing.campaign.id)}, {Message(f.org_short, f.org_short), filing_url(f.filing.id)}};
  return reg::respond(shell, head, paper_form(site, shell, f, look_at_form(db, site.engine, f.counting, f.org_code, f.campaign.counted()), typed, problems), status);
}

Result<std::int64_t> keep_paper(const Request& r, db::Tx& tx, const Actor& actor, const LoadedFiling& f) {
  const auto& d = evidence_items();
  reg::Cells cells = fresh_record(d, f.filing.from_org.id, f.filing.illustrative);
  const auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("kind", std::string("report"));
  put("title", f.filing.title + " (bản giấy)");
  put("source", f.org_name);
  put("author", f.filing.signer);
  put("number", std::string(r.form.get("number")));
  put("published", f.filing.filed_on.iso());
  put("text", "Bản giấy nhận ngày " + format_date(f.filing.filed_on, Lang::vi) + ", người nhập: " + actor.name + ".");
  const auto upload = std::find_if(r.uploads.begin(), r.uploads.end(), [](const web::Upload& u) { return u.field == "file" && !u.bytes.empty(); });
  if (upload != r.uploads.end()) {
    NC_TRY(type, media_type_of(upload->bytes));
    NC_TRY(kept, without_hidden_data(upload->bytes, type));
    put("sha256", keep_file(tx, kept, type));
    put("file_name", upload->filename);
    put("media_type", type);
    put("size", static_cast<std::int64_t>(kept.size()));
  }
  auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  return saved->id;
}

/// A declared number: never mixed into the count, shown beside it wherever the figure is.
Result<bool> keep_claim(const CampaignSite& site, db::Tx& tx, const Actor& actor, const LoadedFiling& f, const fig::Figure& figure, std::int64_t amount, Qualifier qualifier) {
  const auto& d = claims();
  const fig::Indicator* indicator = site.engine.find(figure.ask.code);
  const Period period = indicator->at_day ? Period{f.campaign.counted().to, f.campaign.counted().to} : f.campaign.counted();
  reg::Cells cells = fresh_record(d, f.filing.from_org.id, f.filing.illustrative);
  const auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("statement", f.org_short + " khai trong báo cáo giấy: " + indicator->name.vi + " " + declared_words(figure, static_cast<double>(amount), qualifier, figure.unit, Lang::vi));
  put("indicator", figure.ask.code);
  put("about", f.filing.from_org.id);
  put("amount", amount);
  put("amount_q", std::string(code(qualifier)));
  put("unit", figure.unit);
  put("period_from", period.from.iso());
  put("period_to", period.to.iso());
  put("status", std::string(indicator->at_day ? "current" : "done"));
  put("evidence", f.filing.evidence.id);
  auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  const auto& s = evidence_spans();
  reg::Cells span(s.columns().size());
  const auto put_span = [&](std::string_view column, db::Value value) { span[static_cast<std::size_t>(s.column(column))] = std::move(value); };
  span[reg::k_id] = span[reg::k_version] = std::int64_t{0};
  span[reg::k_illustrative] = std::int64_t{f.filing.illustrative ? 1 : 0};
  span[reg::k_org] = f.filing.from_org.id;
  span[reg::k_confidentiality] = std::string("internal");
  put_span("evidence", f.filing.evidence.id);
  put_span("start_at", std::int64_t{0});
  put_span("end_at", std::int64_t{0});
  put_span("register_name", std::string("filing"));
  put_span("record_id", f.filing.id);
  put_span("claim", saved->id);
  auto spanned = reg::save(tx, catalog(), s, actor, std::move(span));
  if (!spanned) return tl::make_unexpected(spanned.error().front());
  return true;
}

struct DeclaredNumber { const fig::Figure* figure; std::int64_t amount; Qualifier qualifier; };

std::vector<DeclaredNumber> read_declared(const Request& r, const FormSeen& seen, Problems& problems) {
  std::vector<DeclaredNumber> out;
  for (const SectionSeen& s : seen.sections)
    for (const fig::Figure& figure : s.figures) {
      const std::string name = "declared." + figure.ask.code, typed(r.form.get(name));
      if (typed.empty()) continue;
      if (fig::is_currency(figure.unit)) {
        auto amount = parse_amount(typed);
        if (!amount) problems.push_back({Code::invalid, amount.error().message, name});
        else if (amount->money.currency.code() != figure.unit) problems.push_back({Code::invalid, Message("Ghi bằng " + figure.unit + ".", "Say it in " + figure.unit + "."), name});
        else out.push_back({&figure, static_cast<std::int64_t>(whole_units(amount->money)), amount->qualifier});
      } else {
        auto quantity = parse_quantity(typed);
        if (!quantity) problems.push_back({Code::invalid, quantity.error().message, name});
        else out.push_back({&figure, quantity->value, quantity->qualifier});
      }
    }
  return out;
}

Response enter_paper(const CampaignSite& site, const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  auto f = load_filing(tx, actor, reg::id_of(r));
  if (!f) return reg::problem_page(shell, f.error());
  const auto version = parse_int(r.form.get("version"));
  if (!version) return reg::problem_page(shell, no_version());
  if (!may_fill(actor, f->filing) || f->campaign.status != "open") return reg::problem_page(shell, not_to_be_filled());
  const FormSeen seen = look_at_form(tx, site.engine, f->counting, f->org_code, f->campaign.counted());
  Problems problems;
  take_typed(r, f->filing, problems, true);
  const auto declared = read_declared(r, seen, problems);
  f->filing.version = *version;
  f->filing.channel = "paper";
  if (!f->filing.filed_on) f->filing.filed_on = today();
  // The paper is signed as a whole: it confirms what it holds.
  f->filing.doubted.clear();
  f->filing.confirmed.clear();
  for (const FormSection& s : form_sections()) f->filing.confirmed.emplace_back(s.code);
  check_signing(*f, true, problems);
  if (problems.empty()) {
    auto paper = keep_paper(r, tx, actor, *f);
    if (!paper) problems.push_back({paper.error().code, paper.error().message, "file"});
    else f->filing.evidence.id = *paper;
  }
  for (const DeclaredNumber& number : declared) {
    if (!problems.empty()) break;
    if (auto kept = keep_claim(site, tx, actor, *f, *number.figure, number.amount, number.qualifier); !kept) problems.push_back({kept.error().code, kept.error().message, "declared." + number.figure->ask.code});
  }
  if (problems.empty())
    if (auto saved = store(site, tx, actor, *f, true); !saved) problems = saved.error();
  if (!problems.empty()) return paper_page(site, tx, shell, *f, &r.form, problems, http_status(problems.front().code));
  return web::redirect(filing_url(f->filing.id, "?done=filed"));
}

}  // namespace

void add_filing_pages(web::Router& router, const CampaignSite& site) {
  const reg::Context& context = site.context;
  router.get("/filings/new", web::person("enter"), reg::page_handler(context, [](const Request&, db::ReadDb&, const Actor&, Shell&) { return web::redirect("/report-campaigns"); }));
  router.get("/filings/{id}", web::person().of("filing"), reg::page_handler(context, [site](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) { return filing_page(site, r, db, actor, shell); }));
  router.post("/filings/{id}", web::person("enter").of("filing"), reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return save(site, r, tx, actor, shell); }));
  router.get("/filings/{id}/paper", web::person("enter").of("filing"), reg::page_handler(context, [site](const Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    auto f = load_filing(db, actor, reg::id_of(r));
    if (!f) return reg::problem_page(shell, f.error());
    if (!may_fill(actor, f->filing) || f->campaign.status != "open") return reg::problem_page(shell, not_to_be_filled());
    return paper_page(site, db, shell, *f);
  }));
  router.post("/filings/{id}/paper", web::person("enter").of("filing"), reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return enter_paper(site, r, tx, actor, shell); }));
  router.post("/filings/{id}/accept", web::person("check,approve").of("filing"), reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return decide(site, r, tx, actor, shell, "accept", "accepted"); }));
  router.post("/filings/{id}/return", web::person("check,approve").of("filing"), reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return decide(site, r, tx, actor, shell, "return", "returned"); }));
  router.post("/filings/{id}/take-back", web::person("enter").of("filing"), reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return decide(site, r, tx, actor, shell, "take_back", "taken"); }));
  router.post("/filings/{id}/extend", web::person("check").of("filing"), reg::act_handler(context, extend));
  router.post("/filings/{id}/waive", web::person("enter,check,approve").of("filing"), reg::act_handler(context, [site](const Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return waive_act(site, r, tx, actor, shell); }));
}

}  // namespace nc::app
