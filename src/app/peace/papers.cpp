// The letter with which signatures are sent to whoever called for them: totals by organisation, in Vietnamese or in English.
#include "app/organisations/public.h"
#include "app/peace/panels.h"
#include "app/peace/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

using paper::Block;
using paper::TableCell;

std::string either(const std::string& first, const std::string& second) { return first.empty() ? second : first; }

Block totals(const std::vector<Collected>& all, Lang lang) {
  const bool vi = lang == Lang::vi;
  Block table = vi ? table_of({"STT", "Đơn vị", "Số chữ ký", "Đã kiểm"}, {8, 56, 18, 18}) : table_of({"No.", "Organisation", "Signatures", "Verified"}, {8, 56, 18, 18});
  std::int64_t verified = 0;
  int n = 0;
  for (const Collected& c : all) {
    verified += c.verified;
    table.rows.push_back({{words_cell(std::to_string(++n), TableCell::Align::centre), words_cell(vi ? c.name : either(c.name_en, c.name)), words_cell(format_int(c.quantity, lang), TableCell::Align::right),
                           words_cell(format_int(c.verified, lang), TableCell::Align::right)},
                          false});
  }
  table.rows.push_back({{words_cell(""), words_cell(vi ? "Cộng" : "Total", TableCell::Align::left, true), words_cell(format_int(total_of(all), lang), TableCell::Align::right, true),
                         words_cell(format_int(verified, lang), TableCell::Align::right, true)},
                        false});
  return table;
}

Drawn letter(const PaperAsk& ask, Lang lang) {
  const bool vi = lang == Lang::vi;
  const reg::Description& d = campaigns();
  const auto text = [&](const char* name) { return d.text(ask.cells, name); };
  const Letterhead office = letterhead_of(ask.db, db::as_int(ask.cells[reg::k_org]), {});
  const auto all = collected_for(ask.db, ask.actor, ask.id);
  paper::Paper p = paper_from(office, lang, "", Date::from_iso(text("sent_on")).value_or(Date{}));
  p.kind_name = vi ? "THƯ GỬI CHỮ KÝ" : "LETTER OF TRANSMITTAL";
  const std::string to = vi ? text("initiator") : either(text("initiator_en"), text("initiator"));
  p.addressed_to = {to.empty() ? (vi ? "[điền: tổ chức phát động]" : "[initiator]") : to};
  const std::string title = vi ? text("title") : either(text("title_en"), text("title")), theme = vi ? text("theme") : either(text("theme_en"), text("theme"));
  const std::string total = format_int(total_of(all), lang), units = std::to_string(all.size());
  const auto say = [&](std::string words) { p.blocks.push_back(words_block(Block::Kind::paragraph, std::move(words))); };
  if (vi) {
    say("Hưởng ứng lời kêu gọi của Quý tổ chức, " + office.name + " và các đơn vị thành viên đã thực hiện đợt “" + title + "”" + (theme.empty() ? "." : ", với mục đích: " + theme + "."));
    say("Chúng tôi trân trọng gửi tới Quý tổ chức " + total + " chữ ký do " + units + " đơn vị thu thập, như sau:");
  } else {
    say("In answer to your appeal, the " + office.in(lang) + " and its member organisations carried out the campaign “" + title + "”" + (theme.empty() ? "." : ". Its aim: " + theme + "."));
    say("We have the honour to send you " + total + " signatures collected by " + units + (all.size() == 1 ? " organisation:" : " organisations:"));
  }
  if (!all.empty()) p.blocks.push_back(totals(all, lang));
  if (vi) say("Bản ký gửi kèm thư này. Mong Quý tổ chức báo lại khi đã nhận. Xin gửi tới Quý tổ chức lời chào hòa bình, hữu nghị./.");
  else say("The signed sheets go with this letter. We would be grateful for a word that they have arrived. With our wishes of peace and friendship,");
  return {std::move(p), office.id};
}

}  // namespace

const std::vector<RecordPaper>& campaign_papers() {
  static const std::vector<RecordPaper> all{{&campaigns(), "letter", "", {"Thư gửi chữ ký", "Letter in Vietnamese"}, [](const PaperAsk& ask) -> Result<Drawn> { return letter(ask, Lang::vi); }},
                                            {&campaigns(), "letter-en", "", {"Thư gửi chữ ký, tiếng Anh", "Letter in English"}, [](const PaperAsk& ask) -> Result<Drawn> { return letter(ask, Lang::en); }}};
  return all;
}

}  // namespace nc::app
