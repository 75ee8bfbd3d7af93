// Numbers of outgoing papers: one series for each organisation, kind and year, without a gap and never the same twice, given
// only after signing, printed in the paper without touching what was sealed.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <thread>

#include "app/catalog.h"
#include "app/outgoing/public.h"
#include "app/reports/public.h"
#include "base/clock.h"
#include "base/hash.h"
#include "fixtures/pdf_view.h"
#include "fixtures/word_view.h"
#include "support/sample_site.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

using reg::Cells;

/// Entries of the book that wait for the clerk, written down at the Union; the last `unsigned_ones` have no signature yet.
std::vector<std::int64_t> waiting_papers(TwoOffices& office, std::int64_t org, const std::string& kind, int n, int unsigned_ones) {
  std::vector<std::int64_t> out;
  const reg::Description& d = app::outgoing_papers();
  office.program().database().write([&](db::Tx& tx) {
    Actor writer = Actor::system();
    writer.id = 4711;
    for (int i = 0; i < n; ++i) {
      Cells cells(d.columns().size());
      const auto put = [&](const char* column, db::Value v) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(v); };
      put("org_id", org);
      put("title", "Mời họp số " + std::to_string(i));
      put("kind", kind);
      put("illustrative", std::int64_t{0});
      if (i < n - unsigned_ones) put("signer", std::string("Chủ tịch")), put("signed_on", today().iso());
      cells[reg::k_id] = std::int64_t{0};
      const auto saved = reg::save(tx, app::catalog(), d, writer, cells);
      if (!saved) throw std::runtime_error(words(saved.error()));
      out.push_back(saved->id);
    }
    return true;
  });
  return out;
}

class Numbering : public testing::TestWithParam<db::Engine> {
 protected:
  Numbering() : office(GetParam()) {
    for (auto& p : office.personas("ct")) people[std::string(p.role->code)] = p;
    union_ = number("SELECT id FROM organisation WHERE code = 'ct'");
  }
  std::int64_t number(const db::Sql& sql, const db::Params& params = {}) {
    std::int64_t out = 0;
    office.program().database().read([&](db::ReadDb& db) { out = db.integer(sql, params); });
    return out;
  }
  std::string text(const db::Sql& sql, const db::Params& params = {}) {
    std::string out;
    office.program().database().read([&](db::ReadDb& db) { out = db::as_text(db.scalar(sql, params)); });
    return out;
  }
  web::Response move(const std::string& role, std::int64_t id, const std::string& what, TwoOffices::Form more = {}) {
    more.emplace_back("move", what);
    more.emplace_back("version", std::to_string(number("SELECT version FROM outgoing WHERE id = $1", {id})));
    return office.ask(people.at(role), "POST", "/outgoing/" + std::to_string(id) + "/move", more);
  }

  TwoOffices office;
  std::map<std::string, TwoOffices::Persona> people;
  std::int64_t union_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Both, Numbering, testing::ValuesIn(engines_under_test()), engine_name);

/// So many clients at the same moment, each with a number of its own from 0; what they were answered.
std::map<int, int> all_at_once(std::size_t clients, const std::function<web::Response(std::size_t)>& ask) {
  std::vector<int> statuses(clients);
  std::vector<std::thread> running;
  running.reserve(clients);
  for (std::size_t i = 0; i < clients; ++i) running.emplace_back([&, i] { statuses[i] = ask(i).status; });
  for (auto& c : running) c.join();
  std::map<int, int> out;
  for (const int status : statuses) ++out[status];
  return out;
}

TEST_P(Numbering, fifty_clients_at_once_get_fifty_numbers_without_a_gap) {
  constexpr int k_clients = 50, k_unsigned = 10;
  const auto papers = waiting_papers(office, union_, "gm", k_clients + k_unsigned, k_unsigned);
  const auto answers = all_at_once(papers.size(), [&](std::size_t i) {
    return office.ask(people.at("clerk"), "POST", "/outgoing/" + std::to_string(papers[i]) + "/move", {{"move", "number"}, {"version", "1"}});
  });
  EXPECT_EQ(answers, (std::map<int, int>{{303, k_clients}, {422, k_unsigned}})) << "what is not signed takes no number with it";
  EXPECT_EQ(number("SELECT count(DISTINCT number) FROM outgoing WHERE org_id = $1 AND kind = 'gm'", {union_}), k_clients);
  EXPECT_EQ(number("SELECT min(number) FROM outgoing WHERE org_id = $1 AND kind = 'gm'", {union_}), 1);
  EXPECT_EQ(number("SELECT max(number) FROM outgoing WHERE org_id = $1 AND kind = 'gm'", {union_}), k_clients);
  EXPECT_EQ(number("SELECT count(*) FROM outgoing WHERE full_number = '05/GM-LHHN' AND org_id = $1", {union_}), 1);
  EXPECT_EQ(number("SELECT count(*) FROM outgoing WHERE full_number = '50/GM-LHHN' AND org_id = $1", {union_}), 1);
}

TEST_P(Numbering, fifty_papers_that_arrive_at_once_get_fifty_arrival_numbers) {
  constexpr int k_clients = 50, k_refused = 10;
  const std::string day = format_date(today(), Lang::vi);
  const auto answers = all_at_once(k_clients + k_refused, [&](std::size_t i) {
    const TwoOffices::Form form{{"sender", i < k_clients ? "Sở Ngoại vụ" : ""}, {"title", "Công văn " + std::to_string(i)}, {"kind", "cv"}, {"urgency", "normal"}, {"arrived_on", day}};
    return office.ask(people.at("clerk"), "POST", "/incoming/quick", form);
  });
  EXPECT_EQ(answers, (std::map<int, int>{{303, k_clients}, {422, k_refused}})) << "what is refused takes no number with it";
  EXPECT_EQ(number("SELECT count(DISTINCT number) FROM incoming_paper WHERE org_id = $1 AND sender = 'Sở Ngoại vụ'", {union_}), k_clients);
  EXPECT_EQ(number("SELECT max(number) - min(number) + 1 FROM incoming_paper WHERE org_id = $1 AND sender = 'Sở Ngoại vụ'", {union_}), k_clients);
  const TwoOffices::Form secret{{"sender", "Công an"}, {"title", "Thông báo (MẬT) về đoàn"}, {"kind", "tb"}, {"urgency", "normal"}, {"arrived_on", day}};
  const auto refused = office.ask(people.at("clerk"), "POST", "/incoming/quick", secret);
  EXPECT_EQ(refused.status, 422);
  EXPECT_NE(std::string(refused.content()).find("Văn bản mật không ghi vào hệ thống này"), std::string::npos);
  EXPECT_EQ(office.ask(people.at("chair"), "POST", "/incoming/quick", secret).status, 403) << "the chair routes, the clerk writes down";
}

TEST_P(Numbering, each_office_kind_and_year_has_a_series_of_its_own) {
  const auto decisions = waiting_papers(office, union_, "qd", 2, 0), plans = waiting_papers(office, union_, "kh", 1, 0);
  const auto theirs = waiting_papers(office, number("SELECT id FROM organisation WHERE code = 'ct-kr'"), "qd", 1, 0);
  for (const auto id : {decisions[0], decisions[1], plans[0], theirs[0]}) EXPECT_EQ(move("clerk", id, "number").status, 303);
  const auto full = [&](std::int64_t id) { return text("SELECT full_number FROM outgoing WHERE id = $1", {id}); };
  EXPECT_EQ(full(decisions[0]), "01/QĐ-LHHN");
  EXPECT_EQ(full(decisions[1]), "02/QĐ-LHHN");
  EXPECT_EQ(full(plans[0]), "01/KH-LHHN");
  EXPECT_EQ(full(theirs[0]), "01/QĐ-HHN");
  const Instant now_then = now();
  set_clock_for_test(now_then + 366LL * 86'400'000);
  office.renew(people.at("clerk"));
  const auto next_year = waiting_papers(office, union_, "qd", 1, 0);
  EXPECT_EQ(move("clerk", next_year[0], "number").status, 303);
  set_clock_for_test(0);
  EXPECT_EQ(full(next_year[0]), "01/QĐ-LHHN");
  // The clock was turned back: the days of a series of next year don't bind this one, those of this year do.
  const auto third = waiting_papers(office, union_, "qd", 1, 0);
  office.renew(people.at("clerk"));
  EXPECT_EQ(move("clerk", third[0], "number").status, 303);
  EXPECT_EQ(full(third[0]), "03/QĐ-LHHN");
}

TEST_P(Numbering, only_the_clerk_numbers_and_a_number_stays_for_good) {
  const auto papers = waiting_papers(office, union_, "tb", 3, 0);
  for (const char* role : {"association_officer", "union_specialist", "chair", "auditor", "administrator"}) EXPECT_GE(move(role, papers[0], "number").status, 400) << role;
  ASSERT_EQ(move("clerk", papers[0], "number").status, 303);
  const std::string paper = "/outgoing/" + std::to_string(papers[0]);
  auto& specialist = people.at("union_specialist");
  const auto form = [&](const std::string& title) {
    return TwoOffices::Form{{"version", std::to_string(number("SELECT version FROM outgoing WHERE id = $1", {papers[0]}))}, {"title", title}, {"kind", "tb"}, {"symbol", "TB-LHHN"},
                            {"signer", "Chủ tịch"}, {"signed_on", format_date(today(), Lang::vi)}, {"org", std::to_string(union_)}, {"confidentiality", "internal"}};
  };
  EXPECT_EQ(office.ask(specialist, "POST", paper, form("Trích yếu khác")).status, 422);
  EXPECT_EQ(office.ask(specialist, "POST", paper + "/delete", {{"version", "2"}, {"reason", "ghi nhầm"}}).status, 403);
  const std::int64_t created = number("SELECT min(seq) FROM change WHERE register_name = 'outgoing' AND record = $1", {papers[0]});
  EXPECT_GE(office.ask(specialist, "POST", paper + "/undo", {{"change", std::to_string(created)}}).status, 400);
  EXPECT_GE(office.ask(specialist, "POST", paper + "/undo", {{"change", std::to_string(number("SELECT max(seq) FROM change WHERE register_name = 'outgoing' AND record = $1", {papers[0]}))}}).status, 400);
  EXPECT_GE(move("chair", papers[0], "recall").status, 400) << "needs a reason";
  EXPECT_EQ(move("chair", papers[0], "recall", {{"recall.reason", "Gửi nhầm nơi nhận"}}).status, 303);
  EXPECT_EQ(text("SELECT full_number FROM outgoing WHERE id = $1", {papers[0]}), "01/TB-LHHN");
  EXPECT_EQ(move("clerk", papers[1], "number").status, 303);
  EXPECT_EQ(text("SELECT full_number FROM outgoing WHERE id = $1", {papers[1]}), "02/TB-LHHN") << "the recalled number is not given again";
  // Past the program: the database itself takes no number twice.
  EXPECT_ANY_THROW(office.program().database().write([&](db::Tx& tx) {
    tx.exec("UPDATE outgoing SET number = 2, year = $2 WHERE id = $1", {papers[2], std::int64_t{today().year()}});
    return true;
  }));
}

TEST_P(Numbering, a_series_goes_on_behind_the_paper_book_and_only_forward) {
  auto& clerk = people.at("clerk");
  const auto set = [&](const std::string& kind, const std::string& next, const std::string& reason = "Từ tháng 8 mới dùng hệ thống") {
    return office.ask(clerk, "POST", "/outgoing/series", {{"org", std::to_string(union_)}, {"kind", kind}, {"next", next}, {"reason", reason}});
  };
  const TwoOffices::Form form{{"org", std::to_string(union_)}, {"kind", "ttr"}, {"next", "125"}, {"reason", "thử"}};
  EXPECT_EQ(office.ask(people.at("chair"), "POST", "/outgoing/series", form).status, 403);
  EXPECT_EQ(office.ask(clerk, "POST", "/outgoing/series", {{"org", std::to_string(number("SELECT id FROM organisation WHERE code = 'hp'"))}, {"kind", "ttr"}, {"next", "125"}, {"reason", "thử"}}).status, 422) << "another Union";
  EXPECT_EQ(set("ttr", "125", "").status, 422) << "without a reason";
  EXPECT_EQ(set("ttr", "125").status, 303);
  const auto papers = waiting_papers(office, union_, "ttr", 2, 0);
  ASSERT_EQ(move("clerk", papers[0], "number").status, 303);
  EXPECT_EQ(text("SELECT full_number FROM outgoing WHERE id = $1", {papers[0]}), "125/TTr-LHHN");
  for (const char* used : {"3", "125", "126"}) EXPECT_EQ(set("ttr", used).status, 422) << used << " is used, or comes next anyway";
  EXPECT_EQ(set("ttr", "200").status, 303) << "forward again";
  ASSERT_EQ(move("clerk", papers[1], "number").status, 303);
  EXPECT_EQ(text("SELECT full_number FROM outgoing WHERE id = $1", {papers[1]}), "200/TTr-LHHN");
  const std::string page(office.ask(clerk, "GET", "/outgoing/series").content());
  EXPECT_NE(page.find("Số 1–124 ở sổ giấy: Từ tháng 8 mới dùng hệ thống"), std::string::npos);
  EXPECT_NE(page.find("Số 126–199 ở sổ giấy"), std::string::npos);
  const std::string year = std::to_string(today().year()), days = "?from=" + url_encode("01/01/" + year) + "&to=" + url_encode("31/12/" + year);
  EXPECT_NE(std::string(office.ask(clerk, "GET", "/outgoing/book" + days).content()).find("Tờ trình. Số 1–124 ở sổ giấy"), std::string::npos);
  EXPECT_EQ(number("SELECT count(*) FROM change WHERE register_name = 'outgoing' AND action = 'series'"), 2) << "the ledger tells of both";
}

TEST_P(Numbering, arrivals_go_on_behind_the_paper_book_while_fifty_papers_come_in) {
  auto& clerk = people.at("clerk");
  constexpr int k_clients = 50;
  const std::string day = format_date(today(), Lang::vi);
  const auto answers = all_at_once(k_clients + 1, [&](std::size_t i) {
    if (i == 10) return office.ask(clerk, "POST", "/outgoing/series", {{"org", std::to_string(union_)}, {"kind", "in"}, {"next", "318"}, {"reason", "Sổ giấy dừng ở 317"}});
    return office.ask(clerk, "POST", "/incoming/quick", {{"sender", "Sở Nội vụ"}, {"title", "Công văn " + std::to_string(i)}, {"kind", "cv"}, {"urgency", "normal"}, {"arrived_on", day}});
  });
  EXPECT_EQ(answers, (std::map<int, int>{{303, k_clients + 1}}));
  EXPECT_EQ(number("SELECT count(DISTINCT number) FROM incoming_paper WHERE org_id = $1", {union_}), k_clients);
  const std::int64_t first = number("SELECT first_number FROM number_gap WHERE last_number = 317");
  EXPECT_EQ(number("SELECT count(*) FROM incoming_paper WHERE org_id = $1 AND number >= $2 AND number < 318", {union_, first}), 0) << "no paper stands in the gap";
  EXPECT_EQ(number("SELECT count(*) FROM incoming_paper WHERE org_id = $1 AND number < $2", {union_, first}), first - 1);
  // However late the clerk was among the fifty: the next paper comes behind the paper book and behind all that overtook it.
  EXPECT_EQ(office.ask(clerk, "POST", "/incoming/quick", {{"sender", "Sở Nội vụ"}, {"title", "Công văn sau cùng"}, {"kind", "cv"}, {"urgency", "normal"}, {"arrived_on", day}}).status, 303);
  EXPECT_EQ(number("SELECT max(number) FROM incoming_paper WHERE org_id = $1", {union_}), 317 + (k_clients - (first - 1)) + 1);
  EXPECT_NE(std::string(office.ask(clerk, "GET", "/incoming").content()).find("–317 ở sổ giấy: Sổ giấy dừng ở 317"), std::string::npos);
  EXPECT_NE(std::string(office.ask(clerk, "GET", "/incoming/book").content()).find("–317 ở sổ giấy"), std::string::npos);
}

TEST_P(Numbering, ten_clients_at_once_open_one_file_of_a_number) {
  const auto answers = all_at_once(10, [&](std::size_t i) {
    return office.ask(people.at("union_specialist"), "POST", "/paper-files", {{"notation", "03.VP"}, {"title", "Hồ sơ " + std::to_string(i)}, {"opened_on", format_date(today(), Lang::vi)}, {"status", "open"}, {"org", std::to_string(union_)}, {"confidentiality", "internal"}});
  });
  EXPECT_EQ(answers, (std::map<int, int>{{303, 1}, {422, 9}}));
  EXPECT_EQ(number("SELECT count(*) FROM paper_file WHERE org_id = $1", {union_}), 1);
  // Removed, its number is free; it can't come back onto a new one.
  const std::int64_t first = number("SELECT max(id) FROM paper_file");
  auto& specialist = people.at("union_specialist");
  ASSERT_EQ(office.ask(specialist, "POST", "/paper-files/" + std::to_string(first) + "/delete", {{"version", "1"}, {"reason", "nhầm"}}).status, 303);
  ASSERT_EQ(office.ask(specialist, "POST", "/paper-files", {{"notation", "03.vp"}, {"title", "Hồ sơ mới"}, {"opened_on", format_date(today(), Lang::vi)}, {"status", "open"}, {"org", std::to_string(union_)}, {"confidentiality", "internal"}}).status, 303);
  const std::int64_t removal = number("SELECT max(seq) FROM change WHERE register_name = 'paper_file' AND record = $1", {first});
  const auto back = office.ask(specialist, "POST", "/paper-files/" + std::to_string(first) + "/undo", {{"change", std::to_string(removal)}});
  EXPECT_EQ(back.status, 409) << "03.VP and 03.vp are one number";
  EXPECT_NE(std::string(back.content()).find("nay có cùng “Năm”, “Số, ký hiệu hồ sơ”"), std::string::npos);
}

/// The sealed report of the sample.
class NumberedReport : public testing::Test, protected SampleSite {
 protected:
  NumberedReport() : SampleSite({.reports = true}) {
    report_ = number("SELECT id FROM report WHERE status = 'sealed'");
    draft_ = number("SELECT min(id) FROM report WHERE status = 'draft'");
    write([&](db::Tx& tx) {
      const std::int64_t org = tx.integer("SELECT org_id FROM report WHERE id = $1", {report_});
      clerk_ = tx.integer("INSERT INTO person (login, name, org_id, reach, functions, password_hash, created_at) VALUES ('van.thu', 'Văn thư', $1, 'union', 'number', '', 1) RETURNING id", {org});
    });
    sign_in(clerk_);
  }
  std::string address(const std::string& end, std::int64_t id) const { return "/reports/" + std::to_string(id) + end; }
  web::Response give(std::int64_t id) { return post(address("/number", id), {{"version", std::to_string(number("SELECT version FROM report WHERE id = $1", {id}))}}); }
  std::string printed_pdf() {
    paper::fixture::PdfView pdf(page(address("/report.pdf", report_)));
    std::string out;
    for (int i = 1; i <= pdf.pages(); ++i) out += pdf.text(i);
    return out;
  }
  std::int64_t report_ = 0, draft_ = 0, clerk_ = 0;
};

TEST_F(NumberedReport, prints_number_and_day_everywhere_and_keeps_what_was_sealed) {
  const std::string sealed = text("SELECT seal FROM report WHERE id = $1", {report_}), hash = text("SELECT seal_hash FROM report WHERE id = $1", {report_});
  const std::string figures_before = page(address("/report.json", report_));
  EXPECT_EQ(give(draft_).status, 409) << "a draft has no number";
  EXPECT_NE(page(address("", report_)).find("01/BC-LHHN"), std::string::npos) << "the clerk sees which number comes";
  const auto given = give(report_);
  ASSERT_EQ(given.status, 303) << given.content();
  EXPECT_EQ(text("SELECT status FROM report WHERE id = $1", {report_}), "numbered");
  EXPECT_EQ(text("SELECT seal FROM report WHERE id = $1", {report_}), sealed);
  EXPECT_EQ(text("SELECT seal_hash FROM report WHERE id = $1", {report_}), hash);
  EXPECT_EQ(sha256_hex(sealed), hash);
  const std::string day = format_date_paper(today());
  paper::fixture::WordView word(page(address("/report.docx", report_)));
  EXPECT_NO_THROW(word.find("Số: 01/BC-LHHN"));
  EXPECT_NO_THROW(word.find("Cần Thơ, " + day));
  const std::string pdf = printed_pdf();
  EXPECT_NE(pdf.find("01/BC-LHHN"), std::string::npos);
  EXPECT_NE(pdf.find(day), std::string::npos) << pdf.substr(0, 800);
  const std::string html = page(address("/report.html", report_));
  EXPECT_NE(html.find("01/BC-LHHN"), std::string::npos);
  EXPECT_NE(html.find(day), std::string::npos);
  const std::string json = page(address("/report.json", report_));
  EXPECT_NE(json.find("\"number\":\"01/BC-LHHN\""), std::string::npos);
  const auto figures = [](const std::string& whole) { return whole.substr(whole.find("\"figures\"")); };
  EXPECT_EQ(figures(json), figures(figures_before));
  EXPECT_EQ(give(report_).status, 409) << "one number only";
  EXPECT_EQ(number("SELECT count(*) FROM outgoing WHERE report = $1 AND status = 'issued'", {report_}), 1);
}

TEST_F(NumberedReport, can_neither_be_removed_nor_lose_its_number) {
  ASSERT_EQ(give(report_).status, 303);
  sign_in();
  const std::string version = std::to_string(number("SELECT version FROM report WHERE id = $1", {report_}));
  EXPECT_GE(post(address("/delete", report_), {{"version", version}, {"reason", "thử"}}).status, 400);
  EXPECT_EQ(number("SELECT deleted FROM report WHERE id = $1", {report_}), 0);
  const std::int64_t last = number("SELECT max(seq) FROM change WHERE register_name = 'report' AND record = $1", {report_});
  EXPECT_GE(post(address("/undo", report_), {{"change", std::to_string(last)}}).status, 400);
  EXPECT_EQ(text("SELECT number FROM report WHERE id = $1", {report_}), "01");
}

}  // namespace
}  // namespace nc::test
