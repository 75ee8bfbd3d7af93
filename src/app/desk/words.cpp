// What a fact says, in words of the card.
#include <fmt/format.h>

#include "app/desk/fact.h"
#include "app/desk/reading.h"
#include "app/reference/public.h"
#include "base/number.h"
#include "base/words.h"

namespace nc::app {

namespace {

using intake::Fact;
using intake::Kind;

std::string number_words(std::int64_t n, Qualifier q, Lang lang) { return count_in_prose(n, q, lang, false); }
Message number_words(std::int64_t n, Qualifier q, Text noun) {
  return {number_words(n, q, Lang::vi) + " " + std::string(noun.vi), number_words(n, q, Lang::en) + " " + std::string(noun.en)};
}
Message money_words(const Money& m, Qualifier q) { return {money_in_prose(m, q, Lang::vi), money_in_prose(m, q, Lang::en)}; }

std::string names_of(const std::vector<std::string>& iso2, Lang lang) {
  std::string out;
  for (const auto& c : iso2) {
    const auto* option = countries().find(c);
    out += (out.empty() ? "" : ", ") + (option ? std::string(option->label.in(lang)) : c);
  }
  return out;
}

Text noun_of(const Fact& f) {
  switch (f.kind) {
    case Kind::delegation_in: return {"đoàn vào", "incoming delegations"};
    case Kind::delegation_out: return {"đoàn ra", "outgoing delegations"};
    case Kind::aid_total: case Kind::aid_project: return {"chương trình, dự án", "programmes and projects"};
    case Kind::agreement: return {"thỏa thuận", "agreements"};
    case Kind::activity: return {"hoạt động", "activities"};
    case Kind::anniversary: return {"năm", "years"};
    case Kind::award: return {"lượt khen thưởng", "awards"};
    case Kind::scholarship: return {"suất học bổng", "scholarships"};
    case Kind::membership:
      if (f.unit.ends_with("branches")) return {"chi hội", "chapters"};
      if (f.unit.ends_with("members")) return {"hội viên", "members"};
      return {"tổ chức thành viên", "member organisations"};
    case Kind::gift: return {"phần quà, hiện vật", "gifts"};
    case Kind::partner_count: return {"đối tác", "partners"};
    case Kind::event_participants: return {"người dự", "participants"};
    case Kind::signature_campaign: return {"chữ ký", "signatures"};
  }
  return {"việc", "things"};
}

void add(Message& to, const Message& part) {
  if (part.empty()) return;
  to.vi += (to.vi.empty() ? "" : ", ") + part.vi;
  to.en += (to.en.empty() ? "" : ", ") + part.en;
}

Qualifier count_qualifier(const Fact& f) { return f.amount ? f.count_qualifier : f.qualifier; }

/// What has a name of its own is called by it.
std::string own_name(const Fact& f) {
  switch (f.kind) {
    case Kind::award: return f.award;
    case Kind::gift: return f.item;
    default: return f.title;
  }
}

Text label_of_event(std::string_view event) {
  if (event == "diplomatic_relations") return {"thiết lập quan hệ ngoại giao", "of diplomatic relations"};
  if (event == "treaty") return {"hiệp ước, hiệp định", "of a treaty"};
  if (event == "founding") return {"thành lập", "since the founding"};
  if (event == "national_day") return {"Quốc khánh", "since the national day"};
  if (event == "victory") return {"chiến thắng", "since the victory"};
  return {"kỷ niệm", "of an event"};
}

Text label_of_phase(std::string_view phase) {
  if (phase == "committed") return {"cam kết", "committed"};
  if (phase == "approved") return {"phê duyệt", "approved"};
  if (phase == "disbursed") return {"giải ngân", "disbursed"};
  if (phase == "mobilised") return {"vận động", "mobilised"};
  return {"đang thực hiện", "under way"};
}

}  // namespace

Message statement_of(const Fact& f, std::string_view quote) {
  Message out;
  const std::string name = own_name(f);
  const bool one = is_single(f) && f.count.value_or(1) == 1;
  if (!name.empty()) out = {capital(name), capital(name)};
  if (f.kind == Kind::anniversary && f.years) add(out, number_words(*f.years, f.qualifier, {"năm", "years"}));
  else if (f.count && !(one && !name.empty())) {
    Message counted = number_words(*f.count, count_qualifier(f), noun_of(f));
    if (f.count_max) {
      const Text noun = noun_of(f);
      counted = {fmt::format("{} đến {} {}", format_int(*f.count, Lang::vi), format_int(*f.count_max, Lang::vi), noun.vi),
                 fmt::format("{} to {} {}", format_int(*f.count, Lang::en), format_int(*f.count_max, Lang::en), noun.en)};
    }
    add(out, counted);
  }
  if (f.kind == Kind::anniversary) {
    const Text event = label_of_event(f.event);
    out.vi += " " + std::string(event.vi);
    out.en += " " + std::string(event.en);
  }
  if (f.visitors) add(out, number_words(*f.visitors, f.visitors_qualifier, f.kind == Kind::delegation_out ? Text{"người đi", "travellers"} : Text{"lượt khách", "visitors"}));
  if (f.quantity) add(out, {number_words(*f.quantity, f.qualifier, Lang::vi) + " " + f.unit, number_words(*f.quantity, f.qualifier, Lang::en) + " " + f.unit});
  if (f.amount) add(out, money_words(*f.amount, f.qualifier));
  if (!f.donor.empty() && f.kind != Kind::award) add(out, {f.donor, f.donor});
  if (!f.countries.empty()) add(out, {names_of(f.countries, Lang::vi), names_of(f.countries, Lang::en)});
  if (out.empty()) out = {std::string(quote), std::string(quote)};
  return {capital(out.vi), capital(out.en)};
}

std::vector<Stated> stated_fields(const Fact& f, Lang lang) {
  std::vector<Stated> out;
  auto say = [&](Text label, std::string value) {
    if (!value.empty()) out.push_back({label, std::move(value)});
  };
  if (!f.title.empty()) say({"Tên", "Title"}, f.title);
  if (f.count) {
    std::string value = number_words(*f.count, count_qualifier(f), lang);
    if (f.count_max) value += " – " + format_int(*f.count_max, lang);
    say({"Số lượng", "Number"}, value + " " + std::string(noun_of(f).in(lang)));
  }
  if (f.visitors) say({"Số người", "People"}, number_words(*f.visitors, f.visitors_qualifier, lang));
  if (f.quantity) say({"Làm được", "Achieved"}, number_words(*f.quantity, f.qualifier, lang) + " " + f.unit);
  if (f.count_groups) say({"Tập thể", "Collectives"}, format_int(*f.count_groups, lang));
  if (f.count_persons) say({"Cá nhân", "Persons"}, format_int(*f.count_persons, lang));
  if (f.years) say({"Tròn", "Years"}, format_int(*f.years, lang) + (lang == Lang::vi ? " năm" : " years"));
  if (f.amount) say({"Số tiền", "Amount"}, money_in_prose(*f.amount, f.qualifier, lang));
  if (f.unit_amount) say({"Mỗi suất", "Each"}, money_in_prose(*f.unit_amount, Qualifier::exact, lang));
  if (f.total_budget) say({"Tổng vốn", "Total budget"}, money_in_prose(*f.total_budget, Qualifier::exact, lang));
  if (!f.phase.empty()) say({"Giai đoạn", "Stage"}, std::string(label_of_phase(f.phase).in(lang)));
  say({"Khen thưởng", "Award"}, f.award);
  say({"Bên trao, tài trợ", "Given by"}, f.donor);
  say({"Bên nhận", "Received by"}, f.recipient);
  say({"Hiện vật", "Item"}, f.item);
  say({"Nước", "Country"}, names_of(f.countries, lang));
  std::string orgs;
  for (const auto& o : f.orgs) orgs += (orgs.empty() ? "" : ", ") + o;
  say({"Tổ chức", "Organisation"}, orgs);
  say({"Nơi", "Place"}, f.place);
  if (const Period p = period_of(f); p.from) say({"Thời gian", "Time"}, p.from == p.to ? format_date(p.from, lang) : period_words(p, lang));
  if (f.status == intake::Status::planned) say({"Tính chất", "Nature"}, lang == Lang::vi ? "dự kiến" : "planned");
  if (f.status == intake::Status::cumulative) say({"Tính chất", "Nature"}, lang == Lang::vi ? "lũy kế, hiện có" : "cumulative, at that time");
  return out;
}

std::vector<Message> missing_fields(const Fact& f) {
  std::vector<Message> out;
  auto need = [&](bool there, Text label) {
    if (!there) out.emplace_back(label);
  };
  const bool dated = static_cast<bool>(period_of(f).from);
  switch (f.kind) {
    case Kind::delegation_in: case Kind::delegation_out:
      if (is_single(f)) need(!f.orgs.empty(), {"tổ chức", "organisation"});
      if (is_single(f)) need(!f.countries.empty(), {"nước", "country"});
      need(f.visitors.has_value(), {"số người", "people"});
      break;
    case Kind::aid_project: need(!f.donor.empty(), {"nhà tài trợ", "donor"}); need(f.amount.has_value(), {"giá trị", "value"}); break;
    case Kind::aid_total: need(f.count.has_value(), {"số dự án", "number of projects"}); need(f.amount.has_value(), {"giá trị", "value"}); break;
    case Kind::agreement: need(!f.orgs.empty(), {"các bên", "parties"}); need(!f.countries.empty(), {"nước", "country"}); break;
    case Kind::award: need(!f.recipient.empty() || !f.orgs.empty(), {"bên được khen", "who was honoured"}); need(!f.donor.empty(), {"cấp khen", "authority"}); break;
    case Kind::scholarship: need(f.count.has_value(), {"số suất", "number"}); need(f.amount.has_value(), {"giá trị", "value"}); need(!f.donor.empty(), {"bên cấp", "giver"}); break;
    case Kind::gift: need(!f.donor.empty(), {"bên tặng", "giver"}); need(f.amount.has_value(), {"giá trị", "value"}); break;
    case Kind::activity: case Kind::event_participants: need(!f.place.empty(), {"nơi", "place"}); break;
    case Kind::anniversary: case Kind::membership: case Kind::partner_count: return out;
    case Kind::signature_campaign: need(!f.title.empty(), {"tên đợt", "title"}); break;
  }
  need(dated, {"thời gian", "time"});
  return out;
}

}  // namespace nc::app
