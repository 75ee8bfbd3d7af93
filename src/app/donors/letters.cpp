// Letters of thanks in two languages with the same figures: drafted from the gift, printed, sent into the book of papers.
#include <algorithm>

#include "app/aid/public.h"
#include "app/catalog.h"
#include "app/common/english_names.h"
#include "app/common/fact_table.h"
#include "app/common/fresh_record.h"
#include "app/common/paper_file.h"
#include "app/common/within.h"
#include "app/donors/donor.h"
#include "app/donors/public.h"
#include "app/outgoing/public.h"
#include "base/clock.h"
#include "html/assets.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using paper::Block;
using web::Request;
using web::Response;

/// Splits a text at its marks: called with words and with marks in turn.
template <class Words, class Mark>
void walk(const std::string& text, Words words, Mark mark) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto open = text.find('{', at), close = open == std::string::npos ? open : text.find('}', open);
    if (close == std::string::npos) break;
    const std::string name = text.substr(open + 1, close - open - 1);
    const bool known = name.size() > 1 && name[0] == 'I' && std::all_of(name.begin() + 1, name.end() - (name.ends_with('*') ? 1 : 0), [](char c) { return c >= '0' && c <= '9'; });
    words(text.substr(at, (known ? open : close + 1) - at));
    if (known) mark(name);
    at = close + 1;
  }
  if (at < text.size()) words(text.substr(at));
}

std::string lines_of(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& l : lines) out += (out.empty() ? "" : "\n") + l;
  return out;
}

void put_living(paper::Paper& p, const LetterWriter& writer, const std::string& text, Lang lang) {
  each_paragraph(text, [&](const std::string& line) {
    Block b;
    walk(line, [&](const std::string& words) { b.runs.push_back({words, false, false, {}, {}}); },
         [&](const std::string& mark) { b.runs.push_back({writer.words("{" + mark + "}", lang).text, false, false, mark, fig::ask_url(writer.ask(mark))}); });
    p.blocks.push_back(std::move(b));
  });
}

struct Partner { std::string name, name_en; };

Partner partner_of(db::ReadDb& db, const Actor& actor, const reg::Cells& cells) {
  Partner out{recognitions().text(cells, "partner_text"), {}};
  const auto id = db::as_int(cells[static_cast<std::size_t>(recognitions().column("partner"))]);
  each_within(db, "SELECT p.name, p.name_en FROM partner p WHERE p.deleted = 0 AND p.id = $1", {id}, org_scope(actor, "p"), "", [&](const db::Row& r) {
    out = {std::string(r.text(0)), std::string(r.text(1))};
    return false;
  });
  return out;
}

paper::Paper letter_paper(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const reg::Cells& cells, Lang lang) {
  const reg::Description& d = recognitions();
  const bool sent = d.text(cells, "status") == "sent", vi = lang == Lang::vi;
  const Date day = Date::from_iso(d.text(cells, "date")).value_or(today());
  paper::Paper p = paper_from(letterhead_of(db, db::as_int(cells[reg::k_org]), day), lang, "", sent ? day : Date{});
  const Partner partner = partner_of(db, actor, cells);
  const std::string to = d.text(cells, vi ? "addressee" : "addressee_en");
  p.addressed_to = {!to.empty() ? to : !vi && !partner.name_en.empty() ? partner.name_en : partner.name};
  const LetterWriter writer(engine, db, actor, cells);
  if (db::as_int(cells[reg::k_illustrative]) != 0 || writer.words(d.text(cells, "letter"), Lang::vi).illustrative) p.stamp = "BẢN MẪU";
  if (sent) put_paragraphs(p, d.text(cells, vi ? "letter_sent" : "letter_sent_en"));
  else put_living(p, writer, d.text(cells, vi ? "letter" : "letter_en"), lang);
  return p;
}

std::string url_of(std::int64_t id, const std::string& more = {}) { return "/recognitions/" + std::to_string(id) + more; }

/// Whatever was given is thanked for once; what came after a letter waits for the next one.
std::optional<Problem> sent_before(db::ReadDb& db, const Actor& actor, const reg::Cells& cells) {
  const auto link = [&](const char* column) { return db::as_int(cells[static_cast<std::size_t>(recognitions().column(column))]); };
  const auto there = db.first(
      "SELECT code FROM recognition WHERE deleted = 0 AND kind = 'letter' AND status = 'sent' AND id <> $4 AND ((aid = $1 AND $1 <> 0) OR (charity = $2 AND $2 <> 0) OR (scholarship = $3 AND $3 <> 0)) ORDER BY date DESC, id DESC",
      {link("aid"), link("charity"), link("scholarship"), db::as_int(cells[reg::k_id])});
  if (!there) return std::nullopt;
  if (const auto gift = link("aid") ? gift_of(db, actor, "aid", link("aid")) : std::nullopt; gift && gift->waits()) return std::nullopt;
  const std::string code = db::as_text((*there)[0]);
  return Problem{Code::conflict, {"Khoản này đã có thư cảm ơn " + code + " gửi rồi, từ đó chưa nhận thêm gì; mỗi khoản cảm ơn một lần.", "Letter " + code + " was sent for this gift already and nothing has come since; a gift is thanked for once."}, {}};
}

/// Freezes both letters and writes the paper into the book; the clerk numbers it there.
Result<bool> send(const fig::Engine& engine, db::Tx& tx, const Actor& actor, reg::Cells cells, std::int64_t version) {
  const reg::Description& d = recognitions();
  const auto put = [&](const char* column, db::Value v) { cells[static_cast<std::size_t>(d.column(column))] = std::move(v); };
  if (d.text(cells, "letter").empty()) return refuse(Code::invalid, Text("Viết lời thư trước khi gửi.", "Write the letter before sending it."));
  if (auto twice = sent_before(tx, actor, cells)) return tl::make_unexpected(std::move(*twice));
  const LetterWriter writer(engine, tx, actor, cells);
  const LetterWords vi = writer.words(d.text(cells, "letter"), Lang::vi), en = writer.words(d.text(cells, "letter_en"), Lang::en);
  if (!vi.missing.empty()) return refuse(Code::invalid, Message("Con số " + vi.missing.front() + " chưa có giá trị trong kỳ này. Sửa kỳ hoặc bỏ mã ấy.", "Figure " + vi.missing.front() + " has no value in this period. Change the period or leave it out."));
  const reg::Description& book = outgoing_papers();
  reg::Cells entry = fresh_record(book, db::as_int(cells[reg::k_org]), db::as_int(cells[reg::k_illustrative]) != 0);
  const auto write = [&](const char* column, db::Value v) { entry[static_cast<std::size_t>(book.column(column))] = std::move(v); };
  const Letterhead head = letterhead_of(tx, db::as_int(cells[reg::k_org]), today());
  write("title", d.text(cells, "title"));
  write("kind", std::string("thu"));
  write("signed_on", today().iso());
  if (!head.signer.empty()) write("signer", head.signer);
  write("recipients", partner_of(tx, actor, cells).name);
  auto kept = reg::save(tx, catalog(), book, actor, std::move(entry));
  if (!kept) return tl::make_unexpected(kept.error().front());
  put("letter_sent", vi.text);
  put("letter_sent_en", en.text);
  put("status", std::string("sent"));
  put("date", today().iso());
  put("outgoing", kept->id);
  cells[reg::k_version] = version;
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells), {.reason = {}, .batch = {}, .action = "send"});
  if (!saved) return tl::make_unexpected(saved.error().front());
  return true;
}

}  // namespace

std::vector<std::string> marks_of(const std::string& text) {
  std::vector<std::string> out;
  walk(text, [](const std::string&) {}, [&](const std::string& mark) { out.push_back(mark); });
  return out;
}

LetterWriter::LetterWriter(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const reg::Cells& cells) : engine_(engine), db_(db), actor_(actor) {
  const reg::Description& d = recognitions();
  org_ = db::as_text(db.scalar("SELECT code FROM organisation WHERE id = $1", {db::as_int(cells[reg::k_org])}));
  const int year = Date::from_iso(d.text(cells, "date")).value_or(today()).year();
  period_ = {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
  if (const auto period = parse_period(d.text(cells, "counted_over"))) period_ = *period;
  const auto of = [&](const char* column, const db::Sql& code) {
    if (const auto id = db::as_int(cells[static_cast<std::size_t>(d.column(column))])) code_ = db::as_text(db.scalar(code, {id}));
  };
  of("aid", "SELECT code FROM aid WHERE id = $1");
  of("charity", "SELECT code FROM charity WHERE id = $1");
  of("scholarship", "SELECT code FROM scholarship WHERE id = $1");
}

fig::Ask LetterWriter::ask(const std::string& mark) const {
  fig::Ask out;
  const bool whole = mark.ends_with('*');
  out.code = whole ? mark.substr(0, mark.size() - 1) : mark;
  out.org = org_;
  out.period = period_;
  if (!whole && !code_.empty()) out.where = {{"code", code_}};
  return out;
}

LetterWords LetterWriter::words(const std::string& text, Lang lang) const {
  LetterWords out;
  walk(text, [&](const std::string& words) { out.text += words; },
       [&](const std::string& mark) {
         const auto f = engine_.evaluate(db_, actor_, ask(mark));
         if (f && f->illustrative_count > 0) out.illustrative = true;
         if (f && f->value) out.text += fig::in_prose(*f, lang);
         else out.missing.push_back(mark), out.text += lang == Lang::vi ? "[chưa có số liệu]" : "[no figure yet]";
       });
  return out;
}

Html LetterWriter::on_page(const std::string& text, Lang lang, Lang page) const {
  Html h(page);
  walk(text, [&](const std::string& words) { h << words; },
       [&](const std::string& mark) {
         const LetterWords w = words("{" + mark + "}", lang);
         if (!w.missing.empty()) h << badge(page, Message("{" + mark + "} chưa có số liệu", "{" + mark + "} has no value"), Tone::bad);
         else h << figure(page, {.href = fig::ask_url(ask(mark)), .shown = w.text, .spoken = {mark + ": " + w.text + ", mở bản ghi", mark + ": " + w.text + ", open the records"}});
       });
  return h;
}

fig::Ask ask_of(db::ReadDb& db, const Gift& g, const ThanksFor& what) {
  fig::Ask out;
  out.code = what.mark;
  out.org = db::as_text(db.scalar("SELECT code FROM organisation WHERE id = $1", {g.org}));
  out.period = parse_period(what.period).value_or(Period{});
  out.where = {{"code", g.code}};
  return out;
}

namespace {

/// ", với {I42} đã nhận trong năm 2026": what the letter thanks for, in words of both languages.
Message worth_words(const Gift& g, const ThanksFor& what, const Letterhead& office) {
  if (what.mark.empty()) return {};
  const std::string mark = "{" + what.mark + "}", ours = office.area_en.empty() ? "to us" : "to our " + office.area_en;
  if (g.what != "aid") return {", trị giá " + mark, ", worth " + mark + ", given " + ours};
  if (what.whole()) return {", với cam kết " + mark, ", with " + mark + " committed " + ours};
  return {", với " + mark + " đã nhận trong năm " + what.code, ", with " + mark + " given " + ours + " in " + what.code};
}

}  // namespace

std::vector<NameInEnglish> names_of(const Gift& g, const std::string& letter) {
  const std::string gift = (g.what == "aid" ? "/aid/" : g.what == "charity" ? "/charity/" : "/scholarships/") + std::to_string(g.id) + "/edit#f-" + (g.what == "scholarship" ? "programme_en" : "title_en");
  std::vector<NameInEnglish> out{{Text("Nhà tài trợ", "Donor"), g.donor, g.donor_en, "/partners/" + std::to_string(g.partner) + "/edit#f-name_en"}, {Text("Tên khoản", "Gift"), g.title, g.title_en, gift}};
  // Registers keep no English name of who received it: it is written in the letter itself.
  if (!letter.empty()) out.push_back({Text("Nơi nhận", "Recipient"), g.recipient, {}, letter});
  return out;
}

LetterDraft thank_letter(const Gift& g, const ThanksFor& what, const Letterhead& office) {
  const Message worth = worth_words(g, what, office);
  const std::string to_vi = g.recipient.empty() ? "" : " dành cho " + g.recipient, to_en = g.recipient.empty() ? "" : " for " + g.recipient;
  const bool years = what.period.find("..") != std::string::npos;
  LetterDraft d;
  d.title = "Thư cảm ơn " + g.donor + ": " + g.title;
  d.title_en = "Letter of thanks to " + g.giver(Lang::en) + ": " + g.name(Lang::en);
  d.period = what.period;
  d.letter = lines_of({"Kính thưa Quý vị,", "Thay mặt " + office.name + ", tôi trân trọng cảm ơn " + g.donor + " về “" + g.title + "”" + to_vi + worth.vi + ".",
                       g.what == "aid" ? std::string("Khoản này nằm trong {I38*} mà địa phương thực hiện cùng bạn bè quốc tế ") + (years ? "trong những năm ấy" : "trong năm") + ". Sự giúp đỡ của Quý vị đến được đúng nơi đang cần." : "Sự giúp đỡ của Quý vị đến được đúng nơi đang cần.",
                       "Chúng tôi sẽ gửi Quý vị thông tin, hình ảnh về kết quả, và mong được đón Quý vị đến thăm.", "Kính chúc Quý vị sức khỏe, thành công. Trân trọng./."});
  d.letter_en = lines_of({"Dear friends,", "On behalf of the " + office.in(Lang::en) + ", I wish to thank " + g.giver(Lang::en) + " for “" + g.name(Lang::en) + "”" + to_en + worth.en + ".",
                          g.what == "aid" ? std::string("It is among {I38*} carried out here with international friends in ") + (years ? "those years" : "the year") + ". Your help reaches those who need it." : "Your help reaches those who need it.",
                          "We will send you news and photographs of what becomes of it, and would be honoured to welcome you here.", "With our best wishes. Yours sincerely,"});
  return d;
}

namespace {

/// Names that the English letter of a draft prints in Vietnamese.
std::vector<NameInEnglish> unnamed_in(const reg::PanelContext& x) {
  const reg::Description& d = recognitions();
  const std::string text = d.text(x.cells, "letter_en"), edit = url_of(x.id, "/edit#f-letter_en");
  std::vector<NameInEnglish> out;
  const Partner partner = partner_of(x.db, x.actor, x.cells);
  out.push_back({Text("Kính gửi", "Addressed to"), partner.name, d.text(x.cells, "addressee_en") + partner.name_en, url_of(x.id, "/edit#f-addressee_en")});
  for (const char* what : {"aid", "charity", "scholarship"}) {
    const auto id = db::as_int(x.cells[static_cast<std::size_t>(d.column(what))]);
    const auto gift = id ? gift_of(x.db, x.actor, what, id) : std::nullopt;
    if (!gift) continue;
    for (NameInEnglish& n : names_of(*gift, edit)) {
      if (n.vi.empty() || text.find(n.vi) == std::string::npos) continue;
      if (!n.en.empty()) n.en.clear(), n.mend = edit;  // named meanwhile: the words of the draft are still the old ones
      out.push_back(std::move(n));
    }
  }
  return out;
}

}  // namespace

Html letter_panel_of(const reg::PanelContext& x, const fig::Engine& engine) {
  const reg::Description& d = recognitions();
  const std::string vi = d.text(x.cells, "letter"), en = d.text(x.cells, "letter_en");
  if (vi.empty() && en.empty()) return Html(x.lang);
  const bool sent = d.text(x.cells, "status") == "sent";
  const LetterWriter writer(engine, x.db, x.actor, x.cells);
  Html body(x.lang), foot(x.lang);
  body << "<div class=\"two-l\">"_h;
  for (const auto& [lang, title, column, text] : {std::tuple{Lang::vi, Text("Tiếng Việt", "Vietnamese"), "letter_sent", &vi}, {Lang::en, Text("Tiếng Anh", "English"), "letter_sent_en", &en}}) {
    const std::string tag = lang == Lang::vi ? "vi" : "en";
    body << "<section><h3>"_h << title << "</h3><p class=\"pre\" lang=\""_h << tag << "\">"_h;
    if (sent) body << d.text(x.cells, column);
    else body << writer.on_page(*text, lang, x.lang);
    body << "</p><p class=\"sm\"><a href=\""_h << Url{url_of(x.id, "/letter.docx?lang=" + tag)} << "\">Word<span class=\"vh\">: "_h << title << "</span></a> · <a href=\""_h << Url{url_of(x.id, "/letter.pdf?lang=" + tag)} << "\">PDF<span class=\"vh\">: "_h << title << "</span></a></p></section>"_h;
  }
  body << "</div>"_h;
  const bool writes = !sent && x.actor.may(Function::enter) && !x.actor.preview();
  if (writes) body << english_names_notice(x.lang, Text("Thư tiếng Anh còn in tên tiếng Việt", "The English letter still prints Vietnamese names"), unnamed_in(x));
  if (writes)
    foot << "<form method=\"post\" action=\""_h << Url{url_of(x.id, "/send")} << "\">"_h << hidden("csrf", x.csrf) << hidden("version", std::to_string(db::as_int(x.cells[reg::k_version])))
         << button(x.lang, {.label = Text("Đã ký và gửi, vào sổ công văn đi", "Signed and sent, into the book"), .icon = "mail-forward", .kind = "primary"}) << "</form>"_h;
  const auto counted = parse_period(d.text(x.cells, "counted_over"));
  const Message note = counted ? Message("các con số của " + period_words(*counted, Lang::vi), "figures of " + period_words(*counted, Lang::en)) : Message();
  return card(x.lang, {.title = sent ? Text("Thư đã gửi", "Letter as sent") : Text("Thư, hai bản cùng con số", "The letter, both with the same figures"), .note = note, .body = body, .foot = foot, .id = "letter"});
}

void add_letter_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  for (const bool pdf : {false, true})
    router.get(std::string("/recognitions/{id}/letter") + (pdf ? ".pdf" : ".docx"), web::person().of("recognition").seeing("internal"), reg::page_handler(context, [&engine, pdf](const Request& r, db::ReadDb& db, const Actor& actor, Shell&) {
      const auto cells = reg::load(db, recognitions(), actor, reg::id_of(r));
      if (!cells) return web::refusal(cells.error());
      const Lang lang = r.query.get("lang") == "en" ? Lang::en : Lang::vi;
      const paper::Paper p = letter_paper(engine, db, actor, *cells, lang);
      return paper_download(paper_bytes(p, pdf), "Thu cam on " + db::as_text((*cells)[reg::k_code]) + (lang == Lang::en ? " en" : ""), pdf);
    }));
  router.post("/recognitions/{id}/send", web::person("enter").of("recognition"), reg::act_handler(context, [&engine](const Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
    auto cells = reg::load(tx, recognitions(), actor, reg::id_of(r));
    if (!cells) return reg::problem_page(s, cells.error());
    const auto done = send(engine, tx, actor, std::move(*cells), parse_int(r.form.get("version")).value_or(-1));
    if (!done) return reg::problem_page(s, done.error());
    return web::redirect(url_of(reg::id_of(r)) + "#letter");
  }));
}

}  // namespace nc::app
