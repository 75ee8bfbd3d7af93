// The profile of a country as a paper of one or two pages, in Vietnamese and in English: what a host reads before a delegation comes.
#include "app/countries/profile.h"
#include "app/countries/public.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;
using Align = paper::TableCell::Align;

class Writer {
 public:
  Writer(paper::Paper& paper, const Profile& profile, Lang lang) : paper_(paper), p_(profile), lang_(lang) {}

  void write() {
    relation();
    numbers();
    facts(Text("Gần đây", "Lately"), p_.recent);
    facts(Text("Thỏa thuận còn hiệu lực", "Agreements in force"), p_.agreements);
    facts(Text("Đối tác", "Partners"), p_.partners);
    facts(Text("Nhà tài trợ", "Donors"), p_.donors);
    facts(Text("Thông tin đã làm về nước này", "Information made about it"), p_.information);
    compatriots();
  }

 private:
  std::string in(const Message& m) const { return m.in(lang_); }
  void line(Kind kind, std::string text) { paper_.blocks.push_back(words_block(kind, std::move(text))); }
  void head(const Message& title) { line(Kind::clause, std::to_string(++heads_) + ". " + in(title)); }

  void relation() {
    head(Text("Quan hệ, ngày kỷ niệm", "Relations, days to remember"));
    if (!p_.official.empty() && lang_ == Lang::vi) line(Kind::item, "- Tên đầy đủ: " + p_.official + ".");
    if (!p_.relation.empty()) line(Kind::item, "- " + in(Text("Lập quan hệ ngoại giao với Việt Nam: ", "Diplomatic relations with Viet Nam since ")) + p_.relation + (p_.relation_sure ? "" : in(Text(" (cần đối chiếu)", " (to be checked)"))) + ".");
    if (!p_.round.empty()) line(Kind::item, "- " + in(Text("Năm tròn sắp tới: ", "Next round year: ")) + in(p_.round) + ".");
    if (!p_.national_day.empty()) line(Kind::item, "- " + in(Text("Quốc khánh: ", "National day: ")) + p_.national_day + ".");
    for (const ProfileFact& d : p_.days) line(Kind::item, "- " + format_date(d.day, lang_) + ": " + d.title + (d.beside.empty() ? "" : " (" + d.beside + ")") + ".");
  }

  void numbers() {
    head(Text("Con số", "Figures"));
    std::vector<std::string> names{in(Text("Nội dung", "What"))};
    for (const Period& s : p_.stretches) names.push_back(in(stretch_words(s)));
    paper::Block table = table_of(names, {46, 18, 18, 18});
    for (const ProfileNumber& n : p_.numbers) {
      paper::TableRow row;
      row.cells.push_back(words_cell(in(n.label)));
      bool any = false;
      for (const auto& seen : n.seen) {
        paper::TableCell cell = words_cell(seen.shown, Align::right);
        if (!seen.href.empty()) cell.runs.front().figure = seen.href, cell.runs.front().href = seen.href, any = true;
        row.cells.push_back(std::move(cell));
      }
      if (any) table.rows.push_back(std::move(row));
    }
    if (table.rows.size() == 1) return line(Kind::paragraph, in(Text("Sổ chưa ghi việc nào với nước này.", "The registers know of nothing with this country.")));
    paper_.blocks.push_back(std::move(table));
  }

  void facts(const Message& title, const std::vector<ProfileFact>& all) {
    if (all.empty()) return;
    head(title);
    for (const ProfileFact& f : all) {
      std::string text = "- ";
      if (f.day) text += format_date(f.day, lang_) + ": ";
      if (!f.what.empty()) text += in(f.what) + ", ";
      line(Kind::item, text + f.title + (f.beside.empty() ? "" : " (" + f.beside + ")") + ".");
    }
  }

  void compatriots() {
    if (p_.associations.empty() && p_.estimates.empty()) return;
    head(Text("Kiều bào", "Compatriots"));
    for (const auto& a : p_.associations) line(Kind::item, "- " + a.name + ".");
    for (const auto& e : p_.estimates) line(Kind::item, "- " + e.title + ": " + e.shown(lang_) + in(Text(" người, khai đến ", " people, declared as of ")) + format_date(e.as_of, lang_) + (e.source.empty() ? "" : " (" + e.source + ")") + ".");
    if (const Message sum = sum_with_parts(p_.estimates); !sum.empty()) line(Kind::note, in(sum));
  }

  paper::Paper& paper_;
  const Profile& p_;
  Lang lang_;
  int heads_ = 0;
};

Drawn draw(const fig::Engine& engine, const PaperAsk& ask, Lang lang) {
  const Profile p = profile_of({engine, ask.db, ask.actor, lang, ask.cells}, ProfilePart::all);
  const Letterhead office = letterhead_of(ask.db, ask.actor.org, today());
  paper::Paper paper = paper_from(office, lang, "", today());
  paper.kind_name = lang == Lang::vi ? "HỒ SƠ NƯỚC" : "COUNTRY PROFILE";
  paper.subject_lines = {p.name(lang)};
  paper.authority.clear();  // a sheet to read from: nobody signs it
  paper.signer.clear();
  paper.body_size_pt = "13";
  if (p.illustrative) paper.stamp = "BẢN MẪU";
  Writer(paper, p, lang).write();
  return {std::move(paper), office.id};
}

}  // namespace

std::vector<RecordPaper> country_papers(const fig::Engine& engine) {
  return {{&country_register(), "profile", "", {"Hồ sơ nước", "Profile in Vietnamese"}, [&engine](const PaperAsk& ask) -> Result<Drawn> { return draw(engine, ask, Lang::vi); }},
          {&country_register(), "profile-en", "", {"Hồ sơ nước, tiếng Anh", "Profile in English"}, [&engine](const PaperAsk& ask) -> Result<Drawn> { return draw(engine, ask, Lang::en); }}};
}

}  // namespace nc::app
