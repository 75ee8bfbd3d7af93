// Lists as people want them: columns in the address, views kept under a name, shared within one organisation and nowhere else.
#include <gtest/gtest.h>

#include "app/catalog.h"
#include "file/grid.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

TwoOffices& offices(db::Engine engine) {
  static std::map<db::Engine, std::unique_ptr<TwoOffices>> all;
  auto& one = all[engine];
  if (!one) one = std::make_unique<TwoOffices>(engine);
  return *one;
}

class KeptViews : public testing::TestWithParam<db::Engine> {
 protected:
  TwoOffices& both() { return offices(GetParam()); }
  TwoOffices::Persona person(const std::string& side, std::string_view role) {
    for (auto& p : both().personas(side))
      if (p.role->code == role) return p;
    throw std::runtime_error("no such role");
  }
  std::string page(const TwoOffices::Persona& who, const std::string& target) {
    const auto r = both().ask(who, "GET", target);
    EXPECT_EQ(r.status, 200) << target;
    return std::string(r.content());
  }
  /// The address of the list under the view that was just kept.
  std::string keep(const TwoOffices::Persona& who, const std::string& list, const std::string& name, const std::string& audience, bool usual = false) {
    TwoOffices::Form form{{"list", list}, {"name", name}, {"audience", audience}};
    if (usual) form.emplace_back("usual", "1");
    const auto r = both().ask(who, "POST", "/partners/views", form);
    EXPECT_EQ(r.status, 303);
    return location(r);
  }
  static std::string heads_of(const std::string& list) {
    const auto from = list.find("<thead"), to = list.find("</thead>");
    EXPECT_NE(from, std::string::npos);
    return from == std::string::npos ? std::string() : list.substr(from, to - from);
  }
  static std::string id_in(const std::string& address) { return address.substr(address.find("view=") + 5); }
};
INSTANTIATE_TEST_SUITE_P(Both, KeptViews, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(KeptViews, keep_conditions_order_and_columns_and_the_address_says_them) {
  const auto me = person("ct", "union_specialist");
  const std::string address = keep(me, "sort=-name&cols=name%2Cstatus&id=5&view=3&q=zkctz", "Đối tác gần đây", "");
  EXPECT_TRUE(shows(address, "q=zkctz")) << address;
  EXPECT_TRUE(shows(address, "sort=-name")) << address;
  EXPECT_TRUE(shows(address, "cols=name%2Cstatus")) << address;
  EXPECT_FALSE(shows(address, "id=5")) << "chosen rows are no part of a view: " << address;
  const std::string list = page(me, address);
  EXPECT_TRUE(shows(list, "Đối tác gần đây"));
  EXPECT_TRUE(shows(heads_of(list), "Tình trạng quan hệ"));
  EXPECT_FALSE(shows(heads_of(list), "Quan hệ từ")) << "a column that was not chosen";
  // Same name twice, no name: refused in words, and nothing typed is lost.
  const auto twice = both().ask(me, "POST", "/partners/views", {{"list", "q=abc"}, {"name", "ĐỐI TÁC gần đây"}});
  EXPECT_EQ(twice.status, 409);
  EXPECT_TRUE(shows(twice, "Bạn đã có góc nhìn"));
  EXPECT_TRUE(shows(twice, "abc"));
  EXPECT_EQ(both().ask(me, "POST", "/partners/views", {{"list", ""}, {"name", " "}}).status, 422);
  EXPECT_EQ(both().ask(me, "POST", "/partners/views", {{"list", "cols=password"}, {"name", "x"}}).status, 422) << "a column the register does not have";
  // Renamed, put anew, dropped.
  const std::string one = "/partners/views/" + id_in(address);
  EXPECT_EQ(both().ask(me, "POST", one, {{"act", "rename"}, {"name", "Tên mới"}, {"audience", ""}}).status, 303);
  EXPECT_TRUE(shows(page(me, "/partners/views"), "Tên mới"));
  EXPECT_TRUE(shows(location(both().ask(me, "POST", one, {{"act", "replace"}, {"list", "q=khác"}})), "q=kh%C3%A1c"));
  EXPECT_EQ(both().ask(me, "POST", one, {{"act", "drop"}}).status, 303);
  EXPECT_FALSE(shows(page(me, "/partners/views"), "Tên mới"));
}

TEST_P(KeptViews, are_shared_by_function_within_an_organisation_and_unknown_to_others) {
  const auto owner = person("ct", "union_specialist"), colleague = person("ct", "chair"), other = person("hp", "union_specialist"), reader = person("ct", "auditor");
  const auto admin = person("ct", "administrator");
  const std::string id = id_in(keep(owner, "q=zkctz", "Của cả đơn vị", "all")), own = id_in(keep(owner, "q=rieng", "Chỉ của tôi", "")),
                    for_approvers = id_in(keep(owner, "q=duyet", "Cho người duyệt", "approve"));
  EXPECT_TRUE(shows(page(colleague, "/partners/views"), "Của cả đơn vị"));
  EXPECT_TRUE(shows(page(colleague, "/partners/views"), "Cho người duyệt"));
  EXPECT_FALSE(shows(page(reader, "/partners/views"), "Cho người duyệt")) << "shared with those who approve only";
  EXPECT_FALSE(shows(page(colleague, "/partners/views"), "Chỉ của tôi"));
  EXPECT_FALSE(shows(page(other, "/partners/views"), "Của cả đơn vị"));
  for (const std::string& forged : {id, own, for_approvers}) {
    for (const char* act : {"rename", "replace", "usual", "drop"})
      EXPECT_EQ(both().ask(other, "POST", "/partners/views/" + forged, {{"act", act}, {"name", "cướp"}, {"list", ""}}).status, 404) << act;
    EXPECT_FALSE(shows(page(other, "/partners/views?list=&view=" + forged), "Ghi vào góc nhìn"));
  }
  EXPECT_EQ(both().ask(colleague, "POST", "/partners/views/" + own, {{"act", "drop"}}).status, 404);
  EXPECT_EQ(both().ask(colleague, "POST", "/partners/views/" + id, {{"act", "rename"}, {"name", "đổi"}}).status, 404) << "usable, but not theirs to change";
  EXPECT_EQ(both().ask(admin, "POST", "/partners/views/" + id, {{"act", "rename"}, {"name", "Tên chung"}, {"audience", "all"}}).status, 303);
  EXPECT_EQ(both().ask(reader, "POST", "/partners/views", {{"list", ""}, {"name", "chia"}, {"audience", "all"}}).status, 403) << "who only reads keeps views for themselves";
  EXPECT_EQ(both().ask(reader, "POST", "/partners/views", {{"list", ""}, {"name", "riêng"}}).status, 303);
  EXPECT_TRUE(shows(page(owner, "/partners/views"), "Tên chung"));
  // A view made for another register is not found here.
  EXPECT_EQ(both().ask(owner, "POST", "/agreements/views/" + id, {{"act", "drop"}}).status, 404);
}

TEST_P(KeptViews, open_the_register_when_they_are_the_usual_one_and_never_trap_anybody) {
  const auto me = person("ct", "union_specialist");
  const std::string address = keep(me, "q=zkctz&cols=status", "Thường dùng", "", true), id = id_in(address);
  const auto opened = both().ask(me, "GET", "/partners");
  EXPECT_EQ(opened.status, 303);
  EXPECT_EQ(location(opened), address);
  EXPECT_EQ(both().ask(me, "GET", "/partners?view=all").status, 200);
  EXPECT_EQ(both().ask(me, "GET", "/partners?q=").status, 200);
  // From the view, "clear all" leads to the whole list and not back to the view.
  EXPECT_TRUE(shows(page(me, address), "href=\"/partners?cols=status&amp;view=all\""));
  EXPECT_EQ(both().ask(person("ct", "chair"), "GET", "/partners").status, 200) << "a usual view is one person's";
  both().ask(me, "POST", "/partners/views/" + id, {{"act", "unusual"}});
  EXPECT_EQ(both().ask(me, "GET", "/partners").status, 200);
  both().ask(me, "POST", "/partners/views/" + id, {{"act", "usual"}});
  both().ask(me, "POST", "/partners/views/" + id, {{"act", "drop"}});
  EXPECT_EQ(both().ask(me, "GET", "/partners").status, 200) << "a view that is gone opens nothing";
}

TEST_P(KeptViews, choose_columns_and_files_hold_exactly_those_in_that_order) {
  const auto me = person("ct", "union_specialist");
  const auto chosen = both().ask(me, "GET", "/partners/columns?set=1&list=q%3Dzkctz&c=name&c=status&c=code&n-status=1&n-name=2");
  ASSERT_EQ(chosen.status, 303);
  EXPECT_EQ(location(chosen), "/partners?q=zkctz&cols=status%2Cname%2Ccode");
  for (const char* format : {"xlsx", "ods", "csv"}) {
    const auto file = both().ask(me, "GET", "/partners?q=zkctz&cols=status%2Cname%2Ccode&columns=shown&format=" + std::string(format));
    ASSERT_EQ(file.status, 200) << format;
    const auto grid = tables::read_grid(file.content());
    ASSERT_TRUE(grid) << format;
    EXPECT_EQ(grid->rows[0], (std::vector<std::string>{"Tình trạng quan hệ", "Tên đối tác", "Mã"})) << format;
    EXPECT_GT(grid->rows.size(), 1U);
  }
  const auto json = both().ask(me, "GET", "/partners?cols=status%2Cname%2Ccode&columns=shown&format=json");
  EXPECT_TRUE(shows(json, "[{\"status\":")) << json.content().substr(0, 200);
  EXPECT_FALSE(shows(json, "\"kind\"")) << json.content().substr(0, 400);
  EXPECT_EQ(both().ask(me, "GET", "/partners?cols=nothing").status, 422);
}

TEST_P(KeptViews, never_show_personal_columns_to_those_without_the_right) {
  for (const auto& who : both().personas("ct")) {
    if (who.role->sight < Sight::internal) continue;
    const bool may = who.role->sight >= Sight::personal;
    const std::string list = page(who, "/partners?cols=name%2Cphone%2Cemail&q=zkctz");
    EXPECT_EQ(shows(heads_of(list), "Điện thoại"), may) << who.name;
    EXPECT_EQ(shows(page(who, "/partners/columns"), "value=\"phone\""), may) << who.name;
    for (const char* format : {"csv", "json"}) {
      const std::string file = page(who, "/partners?cols=name%2Cphone&columns=shown&format=" + std::string(format));
      EXPECT_EQ(shows(file, "phone") || shows(file, "Điện thoại"), may) << who.name << " " << format;
    }
  }
}

}  // namespace
}  // namespace nc::test
