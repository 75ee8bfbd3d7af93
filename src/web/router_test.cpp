// Which handler answers which path.
#include <gtest/gtest.h>

#include <stdexcept>

#include "web/web.h"

namespace nc::web {
namespace {

class Routes : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* pattern : {"/", "/delegations", "/delegations/new", "/delegations/{id}", "/delegations/{id}/edit",
                                "/{page}", "/assets/{file...}", "/assets/app.css"}) {
      router_.get(pattern, [pattern](const Request&) { return text(pattern); });
    }
    router_.post("/delegations/{id}", [](const Request&) { return text("saved"); });
  }

  /// What answers; "405 ..." or "404" when nothing does. The request stays in `request_`.
  std::string asked(std::string method, const std::string& target) {
    request_ = parse_request(std::move(method), target, {}, "").value();
    std::string allowed;
    const Handler* handler = router_.find(request_, allowed);
    if (handler != nullptr) return (*handler)(request_).body;
    return allowed.empty() ? "404" : "405 " + allowed;
  }

  Router router_;
  Request request_;
};

TEST_F(Routes, literal_segments_win_over_arguments) {
  EXPECT_EQ(asked("GET", "/"), "/");
  EXPECT_EQ(asked("GET", "/delegations"), "/delegations");
  EXPECT_EQ(asked("GET", "/delegations/new"), "/delegations/new");
  EXPECT_EQ(asked("GET", "/delegations/12"), "/delegations/{id}");
  EXPECT_EQ(request_.arg("id"), "12");
  EXPECT_EQ(asked("GET", "/aid"), "/{page}");
  EXPECT_EQ(request_.arg("page"), "aid");
}

TEST_F(Routes, arguments_are_never_empty_and_paths_fit_whole) {
  EXPECT_EQ(asked("GET", "/delegations/"), "404");
  EXPECT_EQ(asked("GET", "/delegations//edit"), "404");
  EXPECT_EQ(asked("GET", "/delegations/1/edit/x"), "404");
  EXPECT_EQ(asked("GET", "/delegations/1/edit"), "/delegations/{id}/edit");
}

TEST_F(Routes, the_rest_of_a_path_is_one_argument) {
  EXPECT_EQ(asked("GET", "/assets/fonts/be-vietnam.woff2"), "/assets/{file...}");
  EXPECT_EQ(request_.arg("file"), "fonts/be-vietnam.woff2");
  EXPECT_EQ(asked("GET", "/assets/app.css"), "/assets/app.css");
  EXPECT_EQ(asked("GET", "/assets/other.css"), "/assets/{file...}");
}

TEST_F(Routes, a_slash_inside_a_code_stays_inside_its_segment) {
  EXPECT_EQ(asked("GET", "/delegations/12%2FQ%C4%90-UBND/edit"), "/delegations/{id}/edit");
  EXPECT_EQ(request_.arg("id"), "12/QĐ-UBND");
}

TEST_F(Routes, another_method_names_those_that_are_taken) {
  EXPECT_EQ(asked("POST", "/delegations/12"), "saved");
  EXPECT_EQ(asked("DELETE", "/delegations/12"), "405 GET, HEAD, POST");
  EXPECT_EQ(asked("POST", "/delegations/12/edit"), "405 GET, HEAD");
  EXPECT_EQ(asked("HEAD", "/delegations/12"), "/delegations/{id}");
}

TEST_F(Routes, lines_are_sorted_and_doubles_are_a_mistake_of_the_program) {
  const auto lines = router_.lines();
  EXPECT_EQ(lines.front(), "GET /");
  EXPECT_EQ(lines.back(), "POST /delegations/{id}");
  EXPECT_THROW(router_.get("/delegations/{id}", {}), std::logic_error);
  EXPECT_THROW(router_.get("/x/{rest...}/y", {}), std::logic_error);
}

}  // namespace
}  // namespace nc::web
