// A small catalogue that has every kind of field, for tests of the engine itself.
#pragma once
#include "register/store.h"

namespace nc::test {

struct DemoOrganisation : reg::Standard {
  std::string name, name_en;
  reg::Ref parent;
};

struct DemoThing : reg::Standard {
  std::string title, title_en, story, kind, web, tag;
  std::int64_t rank = 0;
  reg::Count people;
  bool open = false;
  Date day, end;
  reg::MoneyValue amount;
  reg::Decimal rate;
  reg::Codes countries;
  reg::Ref parent;
  reg::Refs helpers;
};

struct DemoPart : reg::Standard {
  reg::Ref thing;
  std::string name;
};

inline const reg::Options& demo_kinds() {
  static const reg::Options kinds{{"project", {"Dự án", "Project"}},
                                  {"non_project", {"Phi dự án", "Non-project"}},
                                  {"relief", {"Cứu trợ khẩn cấp", "Relief"}}};
  return kinds;
}

inline const reg::Options& demo_countries() {
  static const reg::Options countries{std::vector<reg::Option>{{"KR", {"Hàn Quốc", "South Korea"}, "dai han dan quoc\nrok"},
                                                               {"LA", {"Lào", "Laos"}, "lao pdr"},
                                                               {"JP", {"Nhật Bản", "Japan"}, ""}}};
  return countries;
}

inline const reg::Description& demo_organisations() {
  static const reg::Description d =
      reg::Register<DemoOrganisation>("organisation", "organisations", {"Tổ chức", "Organisations"}, {"tổ chức", "organisation"})
          .prefix("TC")
          .field(&DemoOrganisation::name, "name", {"Tên", "Name"}, {.required = true})
          .field(&DemoOrganisation::name_en, "name_en", {"Tên tiếng Anh", "English name"}, {})
          .field(&DemoOrganisation::parent, "parent", {"Trực thuộc", "Below"}, {.link = "organisation"})
          .title("name", "name_en")
          .list({"name", "parent"})
          .after_save([](const reg::SaveContext& save, std::int64_t id, const DemoOrganisation* before, const DemoOrganisation& now) {
            if (before) return;  // as the real one: it keeps itself, and those above it reach it
            save.tx.exec("UPDATE organisation SET org_id = $1 WHERE id = $1", {id});
            save.tx.exec("INSERT INTO org_tree (ancestor, descendant, depth) VALUES ($1, $1, 0)", {id});
            save.tx.exec("INSERT INTO org_tree (ancestor, descendant, depth) SELECT ancestor, $1, depth + 1 FROM org_tree WHERE descendant = $2",
                         {id, now.parent.id});
          })
          .done();
  return d;
}

inline const reg::Description& demo_things() {
  static const reg::Description d =
      reg::Register<DemoThing>("demo_thing", "demo-things", {"Sổ thử", "Demo things"}, {"việc thử", "demo thing"})
          .prefix("VT")
          .field(&DemoThing::title, "title", {"Tên việc", "Title"}, {.required = true})
          .field(&DemoThing::title_en, "title_en", {"Tên tiếng Anh", "English title"}, {})
          .field(&DemoThing::story, "story", {"Nội dung", "Story"}, {.long_text = true, .search = true})
          .field(&DemoThing::kind, "kind", {"Loại", "Kind"},
                 {.required = true, .options = &demo_kinds(), .search = true, .filter = true, .sortable = true})
          .field(&DemoThing::web, "web", {"Trang web", "Web page"}, {.url = true})
          .field(&DemoThing::tag, "tag", {"Nhãn", "Tag"}, {.max = 20, .filter = true, .sortable = true})
          .field(&DemoThing::rank, "rank", {"Thứ hạng", "Rank"},
                 {.filter = true, .sortable = true, .min = -5, .max_value = 5000})
          .field(&DemoThing::people, "people", {"Số người", "People"}, {.filter = true, .sortable = true})
          .field(&DemoThing::open, "open", {"Đang mở", "Open"}, {.filter = true})
          .field(&DemoThing::day, "day", {"Ngày", "Day"}, {.filter = true})
          .field(&DemoThing::end, "end_day", {"Đến ngày", "End"}, {})
          .field(&DemoThing::amount, "amount", {"Giá trị", "Amount"}, {.filter = true, .sortable = true})
          .field(&DemoThing::rate, "rate", {"Tỷ giá", "Rate"}, {})
          .field(&DemoThing::countries, "countries", {"Nước", "Countries"},
                 {.options = &demo_countries(), .search = true, .filter = true})
          .field(&DemoThing::parent, "parent", {"Thuộc việc", "Part of"}, {.link = "demo_thing"})
          .field(&DemoThing::helpers, "helpers", {"Phối hợp", "Helpers"}, {.link = "organisation"})
          .title("title", "title_en")
          .date("day")
          .country("countries")
          .list({"day", "title", "kind", "amount"})
          .sorted_by("day", true)
          .index({"kind", "amount", "day"})
          .rule([](const DemoThing& t, Problems& problems) {
            if (t.day && t.end && t.end < t.day)
              problems.push_back({Code::invalid, Text("Ngày kết thúc trước ngày bắt đầu.", "It ends before it begins."), "end_day"});
          })
          .done();
  return d;
}

inline const reg::Description& demo_parts() {
  static const reg::Description d =
      reg::Register<DemoPart>("demo_part", "demo-parts", {"Phần việc", "Parts"}, {"phần việc", "part"})
          .field(&DemoPart::thing, "thing", {"Việc", "Thing"}, {.required = true, .link = "demo_thing"})
          .field(&DemoPart::name, "name", {"Tên phần", "Name"}, {.required = true})
          .title("name")
          .list({"name"})
          .part_of("thing")
          .done();
  return d;
}

inline const reg::Catalog& demo_catalog() {
  static const reg::Catalog catalog = [] {
    reg::Catalog c;
    c.add(demo_organisations());
    c.add(demo_things());
    c.add(demo_parts());
    return c;
  }();
  return catalog;
}

}  // namespace nc::test
