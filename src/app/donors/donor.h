// Gifts of donors and the letters that thank for them. Inside this module only.
#pragma once
#include <string>
#include <vector>

#include "app/common/english_names.h"
#include "app/organisations/public.h"
#include "figure/figure.h"
#include "file/paper.h"
#include "register/pages.h"

namespace nc::app {

const reg::Options& recognition_kinds();

/// Something given: an aid item, a charity act, a round of scholarships.
struct Gift {
  std::string what, code, title, title_en, recipient, confidentiality, donor, donor_en, country;  ///< what: register name
  std::int64_t id = 0, partner = 0, org = 0, recognised = 0;  ///< the latest letter that thanks for it, 0 for none
  Date given, first;        ///< the latest and the earliest day of it
  Date waiting;             ///< the first commitment or payment since the asked day that no letter sent has thanked for; empty when there is none
  std::optional<Money> value;
  Qualifier qualifier = Qualifier::exact;
  bool illustrative = false;
  std::string state;        ///< of that recognition: "draft", "sent"
  bool waits() const { return static_cast<bool>(waiting); }
  bool drafted() const { return recognised != 0 && state == "draft"; }
  const std::string& name(Lang lang) const { return lang == Lang::en && !title_en.empty() ? title_en : title; }
  const std::string& giver(Lang lang) const { return lang == Lang::en && !donor_en.empty() ? donor_en : donor; }
};
/// Gifts since a day, newest first; of one partner, or of all (0).
std::vector<Gift> gifts_since(db::ReadDb& db, const Actor& actor, Date since, std::int64_t partner = 0);
/// One gift by its record.
std::optional<Gift> gift_of(db::ReadDb& db, const Actor& actor, const std::string& what, std::int64_t id);

/// Within how many days a donor is thanked (setting thank.days, 10 when it is not set).
int thank_days(db::ReadDb& db);

/// A letter in both languages; figures stand as {I42}: of this gift, {I38*}: of the whole office over the period.
struct LetterDraft { std::string title, title_en, letter, letter_en, period; };
/// What a letter can thank for: what came in one year, or the whole commitment of an aid item.
struct ThanksFor {
  std::string code;   ///< "2026", or "commitment"
  std::string mark;   ///< the figure that says what it comes to; "" when no value is known or the donor asked not to name it
  std::string period; ///< over which it is counted
  bool whole() const { return code == "commitment"; }
};
/// The latest three years with a payment, the last one first (what is meant when nobody chooses), then the whole commitment. One choice
/// for gifts that are no aid.
std::vector<ThanksFor> thanks_choices(db::ReadDb& db, const Gift& gift);
/// The names that a letter prints: donor, gift and, once there is a letter (the address where its words are edited), who received it.
std::vector<NameInEnglish> names_of(const Gift& gift, const std::string& letter = {});
LetterDraft thank_letter(const Gift& gift, const ThanksFor& what, const Letterhead& office);
/// The question whose answer stands in the letter.
fig::Ask ask_of(db::ReadDb& db, const Gift& gift, const ThanksFor& what);
/// The figures of a text in the order in which they stand, as written between the braces.
std::vector<std::string> marks_of(const std::string& text);

struct LetterWords { std::string text; std::vector<std::string> missing; bool illustrative = false; };  ///< rests on made-up rows
/// The letter with its figures in words of that language; `missing` are those that have no value.
class LetterWriter {
 public:
  LetterWriter(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const reg::Cells& recognition);
  fig::Ask ask(const std::string& mark) const;
  LetterWords words(const std::string& text, Lang lang) const;
  /// The same on a page: each figure opens.
  Html on_page(const std::string& text, Lang lang, Lang page) const;

 private:
  const fig::Engine& engine_;
  db::ReadDb& db_;
  const Actor& actor_;
  std::string org_, code_;
  Period period_;
};

/// The letter of a recognition, both languages, with its files and the button that sends it.
Html letter_panel_of(const reg::PanelContext& x, const fig::Engine& engine);
/// Whether a gift was thanked for, on its own page.
Html thanks_panel(const reg::PanelContext& x);
/// The certificate of a donor: its block on the record page, and GET /recognitions/{id}/certificate.pdf.
Html donor_certificate_panel(const reg::PanelContext& x);
void add_donor_certificate(web::Router& router, const reg::Context& context);
void add_letter_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
