// Compatriots abroad, research and advice.
#include "app/compatriots/public.h"
#include "app/reference/public.h"
#include "app/reports/facts.h"
#include "app/reports/sections.h"

namespace nc::app {

namespace {

using Kind = paper::Block::Kind;

/// "ở Seoul (Hàn Quốc) khoảng 450 người (hội tự khai, 30/6/2025)"
Said declared(Drafter& d, const EstimateFact& e) {
  const Message nation(countries().label(e.country, Lang::vi), countries().label(e.country, Lang::en));
  const Said place = e.city.empty() ? Said(nation) : Said(e.city + " (" + nation.vi + ")", e.city + " (" + nation.en + ")");
  const reg::Options& sure = *diaspora_estimates().find("confidence")->opt.options;
  return Said("ở ", "in ") + place + " " + d.token("I70C", {"người", "people"}, {{"code", e.code}}) + " (" + Said(sure.label(e.confidence, Lang::vi), sure.label(e.confidence, Lang::en)) + ", " + words::day_said(e.as_of) + ")";
}

void write_associations(Drafter& d) {
  const auto names = compatriot_associations_of(d);
  d.paragraph("associations", Said("Đến ", "On ") + words::paper_day(d.period.to) + ", " + d.office.we() + Said(" giữ liên hệ với ", " kept in touch with ") +
                                  d.token("I70", {"hội đồng hương, hội người Việt Nam ở nước ngoài", "association of compatriots abroad|associations of compatriots abroad"}) +
                                  (names.empty() ? Said() : Said(": ", ": ") + words::joined(names, "; ")) + ".");
}

void write_estimates(Drafter& d) {
  const auto list = estimates_of(d);
  std::vector<std::string> codes;
  for (const EstimateFact& e : list) codes.push_back(e.code);
  d.read_items("I70C", codes);
  std::vector<Said> parts;
  for (const EstimateFact& e : list) parts.push_back(declared(d, e));
  if (parts.empty()) return;
  d.paragraph("people", Said("Số đồng bào như nguồn đã nêu, không phải số đếm: ", "Compatriots as sources told of them, not counts: ") + words::joined(parts, "; ") + ".");
}

void write_cases(Drafter& d) {
  std::vector<Said> parts;
  if (d.known("I70B")) parts.push_back(d.in_period() + Said(" giải quyết xong ", ", settled: ") + d.token("I70B", {"việc đồng bào nhờ giúp", "request for help|requests for help"}));
  if (d.known("I70A")) parts.push_back((parts.empty() ? Said("Cuối kỳ còn ", "Open at the end: ") : Said("cuối kỳ còn ", "open at the end: ")) + d.token("I70A", {"việc đang mở", "case|cases"}));
  if (!parts.empty()) d.paragraph("cases", words::joined(parts, "; ") + ".");
}

}  // namespace

void write_compatriots(Drafter& d) {
  d.begin("compatriots", {"Người Việt Nam ở nước ngoài", "Compatriots abroad"});
  const bool associations = d.known("I70"), people = d.known("I70C");
  if (!associations && !people && !d.known("I70A") && !d.known("I70B")) return d.nothing("Công tác người Việt Nam ở nước ngoài", "Compatriots abroad", "/compatriots");
  d.head(Kind::clause, {"1. Công tác người Việt Nam ở nước ngoài", "1. Compatriots abroad"});
  if (associations) write_associations(d);
  if (people) write_estimates(d);
  write_cases(d);
}

void write_advice(Drafter& d) {
  d.begin("advice", {"Nghiên cứu, tham mưu", "Research and advice"});
  if (!d.known("I91")) return d.nothing("Nghiên cứu, tham mưu", "Research and advice", "/advice/board");
  d.head(Kind::clause, {"1. Nghiên cứu, tham mưu", "1. Research and advice"});
  Said text = d.in_period() + Said(" gửi ", ", sent: ") + d.token("I91", {"văn bản tham mưu, đề tài nghiên cứu", "advisory paper or research topic|advisory papers and research topics"});
  if (d.known("I91", {{"result", "adopted"}})) text += Said("; được tiếp thu ", "; adopted: ") + d.token("I91", {"văn bản", "paper|papers"}, {{"result", "adopted"}});
  d.paragraph("sent", text + ".");
}

}  // namespace nc::app
