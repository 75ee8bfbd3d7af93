// Numbers of a fact as claims: which figure each of them speaks of.
#include "app/desk/measure.h"

#include "base/fold.h"
#include "figure/figure.h"

namespace nc::app {

namespace {

using intake::Fact;
using intake::Kind;

Qualifier of_count(const Fact& f) { return f.amount ? f.count_qualifier : f.qualifier; }

void count(std::vector<Measure>& out, const Fact& f, Text label, std::vector<std::string> indicators, const char* name, const char* unit, bool standing = false) {
  if (f.count) out.push_back({label, std::move(indicators), name, unit, *f.count, of_count(f), standing, false});
}

void amount(std::vector<Measure>& out, const Fact& f, Text label, std::vector<std::string> indicators, const char* name) {
  if (!f.amount) return;
  std::int64_t whole = f.amount->minor;
  for (int i = 0; i < f.amount->currency.minor_digits(); ++i) whole /= 10;
  out.push_back({label, std::move(indicators), name, std::string(f.amount->currency.code()), whole, f.qualifier, false, true});
}

/// What a gift was counted in.
const char* unit_of_gift(const Fact& f) {
  const std::string words = " " + fold(f.item + " " + f.unit + " " + f.recipient) + " ";
  if (words.find(" cay ") != std::string::npos) return "tree";
  if (words.find(" ho ") != std::string::npos) return "household";
  return "gift";
}

void delegations(std::vector<Measure>& out, const Fact& f, bool in) {
  count(out, f, in ? Text{"Số đoàn vào", "Incoming delegations"} : Text{"Số đoàn ra", "Outgoing delegations"}, {in ? "I17" : "I23"},
        in ? "delegations_in" : "delegations_out", "delegation");
  if (f.visitors)
    out.push_back({in ? Text{"Số lượt khách", "Visitors"} : Text{"Số người đi", "Travellers"}, {in ? "I18" : "I24"}, in ? "visitors_in" : "travellers_out",
                   in ? "visitor_turn" : "person", *f.visitors, f.visitors_qualifier, false, false});
}

void aid_total(std::vector<Measure>& out, const Fact& f) {
  const bool fresh = f.phase == "mobilised" || f.phase == "committed";
  std::vector<std::string> items{"I38", "I39"}, values{"I41", "I40"};
  if (fresh) items = {"I39", "I38"};
  if (f.phase == "approved") items = values = {"I43"};
  if (f.phase == "disbursed") values = {"I42", "I41"};
  count(out, f, {"Số khoản viện trợ", "Aid items"}, items, "aid_project_count", "project");
  amount(out, f, {"Giá trị viện trợ", "Value of aid"}, values, "aid_value");
}

void membership(std::vector<Measure>& out, const Fact& f) {
  if (f.unit.starts_with("new_")) count(out, f, {"Số mới kết nạp", "Newly joined"}, {}, "new_members", "member");
  else if (f.unit == "members") count(out, f, {"Số hội viên", "Members"}, {"I06"}, "members", "member", true);
  else if (f.unit == "branches") count(out, f, {"Số chi hội", "Chapters"}, {"I04"}, "chapters", "chapter", true);
  else count(out, f, {"Số tổ chức thành viên", "Member organisations"}, {"I01"}, "association_count", "association", true);
}

void gift(std::vector<Measure>& out, const Fact& f) {
  const std::string unit = unit_of_gift(f);
  if (unit == "tree") count(out, f, {"Số cây", "Trees"}, {"I56"}, "trees", "tree");
  else if (unit == "household") count(out, f, {"Số hộ", "Households"}, {"I55"}, "households", "household");
  else count(out, f, {"Số phần quà", "Gifts"}, {"I55"}, "gifts", "gift");
  amount(out, f, {"Giá trị", "Value"}, {"I54"}, "gift_value");
}

}  // namespace

std::vector<Measure> measures_of(const Fact& f) {
  std::vector<Measure> out;
  switch (f.kind) {
    case Kind::delegation_in: delegations(out, f, true); break;
    case Kind::delegation_out: delegations(out, f, false); break;
    case Kind::aid_total: aid_total(out, f); break;
    case Kind::aid_project: amount(out, f, {"Giá trị", "Value"}, {}, "aid_value"); break;
    case Kind::agreement: count(out, f, {"Số thỏa thuận", "Agreements"}, {"I65", "I64"}, "agreement_count", "agreement"); break;
    case Kind::activity:
      if (f.count.value_or(0) > 1) count(out, f, {"Số hoạt động", "Activities"}, {"I31"}, "activities", "event");
      if (f.quantity && fold(f.unit) == "cay") out.push_back({Text{"Số cây", "Trees"}, {"I56"}, "trees", "tree", *f.quantity, f.qualifier, false, false});
      break;
    case Kind::anniversary:
      if (f.years) out.push_back({Text{"Số năm", "Years"}, {}, "years", "year", *f.years, f.qualifier, true, false});
      break;
    case Kind::award: count(out, f, {"Khen thưởng", "Awards"}, {"I88", "I89"}, "award", "award"); break;
    case Kind::scholarship:
      count(out, f, {"Số suất học bổng", "Scholarships"}, {"I58"}, "scholarships", "scholarship");
      amount(out, f, {"Giá trị học bổng", "Value of scholarships"}, {"I59"}, "scholarship_value");
      break;
    case Kind::membership: membership(out, f); break;
    case Kind::gift: gift(out, f); break;
    case Kind::partner_count: count(out, f, {"Số đối tác", "Partners"}, {"I13"}, "partner_count", "partner", true); break;
    case Kind::event_participants: count(out, f, {"Số người dự", "Participants"}, {"I32"}, "participants", "person"); break;
    case Kind::signature_campaign: count(out, f, {"Số chữ ký", "Signatures"}, {"I62"}, "signatures", "signature"); break;
  }
  return out;
}

std::string shown(std::int64_t value, Qualifier q, const std::string& unit, Lang lang) {
  if (fig::is_currency(unit))
    if (const auto currency = Currency::from_code(unit)) {
      std::int64_t minor = value;
      for (int i = 0; i < currency->minor_digits(); ++i) minor *= 10;
      const std::string_view word = prose_word(q, lang, true);
      return (word.empty() ? "" : std::string(word) + " ") + format_money_short({minor, *currency}, lang);
    }
  const std::string name = fig::unit_name(unit, lang);
  return count_in_prose(value, q, lang, false) + (name.empty() ? "" : " " + name);
}

std::string shown(const Measure& m, Lang lang) { return shown(m.value, m.qualifier, m.unit, lang); }

}  // namespace nc::app
