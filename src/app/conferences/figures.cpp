// Figures of international conferences: how many, how many foreign delegates, how many files in time.
#include "app/conferences/figures.h"

#include "app/common/figure_parts.h"
#include "app/conferences/public.h"

namespace nc::app {

namespace {

std::string rows(const std::string& amount, const std::string& unit, const std::string& qualifier, const std::string& condition) {
  return "SELECT 'conference' AS register, c.id, c.code, c.title, c.from_date AS date, " + amount + " AS amount, '" + unit + "' AS unit, " + qualifier + " AS qualifier, c.illustrative, c.org_id, c.authority, c.format, c.countries AS country, "
         "CASE WHEN c.filed_on IS NOT NULL AND c.filed_on <= c.latest_filing THEN 'on_time' ELSE 'late' END AS state FROM conference c "
         "WHERE c.deleted = 0 AND c.from_date >= {from} AND c.from_date <= {to} AND {orgs:c:joint} AND " + condition;
}

fig::Indicator base(std::string code, Text name, Text rule, std::string unit, std::string sql) {
  fig::Indicator i = counted(std::move(code), name, rule, std::move(unit), std::move(sql), {"conference"}, "conferences");
  i.dimensions = {by_field(conferences(), "authority"), by_field(conferences(), "format"), by_field(conferences(), "countries", "country")};
  return i;
}

constexpr const char* k_held = "c.status IN ('held', 'reported')";

}  // namespace

void add_conference_figures(fig::Engine& engine) {
  engine.add(base("I28", {"Số hội nghị, hội thảo quốc tế", "International conferences"}, {"Đếm hội nghị, hội thảo quốc tế đã tổ chức, có ngày đầu trong kỳ.", "Counts international conferences held whose first day is in the period."}, "conference",
                  rows("1", "conference", "'exact'", k_held)));
  auto people = base("I29", {"Đại biểu quốc tế dự hội nghị, hội thảo", "Foreign delegates at conferences"}, {"Cộng số đại biểu quốc tế của các hội nghị, hội thảo ở I28.", "Adds the foreign delegates of the conferences of I28."}, "person",
                     rows("c.foreign_people", "person", "c.foreign_people_q", std::string(k_held) + " AND (c.foreign_people IS NOT NULL OR c.foreign_people_q = 'unknown')"));
  people.measure = fig::Measure::sum;
  engine.add(std::move(people));
  auto in_time = base("I30", {"Hồ sơ hội nghị, hội thảo nộp đúng hạn", "Conference files in time"},
                      {"Số hồ sơ nộp không muộn hơn ngày chậm nhất, chia cho số hội nghị, hội thảo trong kỳ đã nộp hồ sơ hoặc đã tổ chức.", "Files in by the latest day, divided by the conferences of the period that were filed or held."}, "percent",
                      rows("1", "conference", "'exact'", "c.status NOT IN ('drafting', 'cancelled') AND (c.filed_on IS NOT NULL OR c.status IN ('held', 'reported'))"));
  in_time.dimensions.push_back({"state", Text("Nộp hồ sơ", "Filing"), [](const std::string& key) { return key == "on_time" ? Message(Text("đúng hạn", "in time")) : Message(Text("muộn, chưa ghi", "late or unknown")); }, false});
  as_share(in_time, "on_time", "conference");
  engine.add(std::move(in_time));
}

}  // namespace nc::app
