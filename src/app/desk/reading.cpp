// Registers of the desk: articles that were read, and the statements found in them.
#include "app/desk/reading.h"

#include <algorithm>

#include "app/desk/fact.h"
#include "app/evidence/public.h"
#include "app/reference/public.h"
#include "base/number.h"

namespace nc::app {

namespace {

constexpr int k_fact_max = 20'000;

const reg::Options& reading_states() {
  static const reg::Options options{
      {"new", {"mới", "new"}}, {"in_work", {"đang đọc", "in work"}}, {"done", {"đã xong", "done"}}};
  return options;
}

const reg::Options& candidate_states() {
  static const reg::Options options{{"waiting", {"chờ quyết định", "waiting"}},
                                    {"accepted", {"đã nhận", "accepted"}},
                                    {"rejected", {"đã bỏ", "rejected"}},
                                    {"skipped", {"đã bỏ từ lần trước", "rejected before"}}};
  return options;
}

/// Counts and state of the article follow its candidates; they are no change of the article itself.
void count_again(const reg::SaveContext& save, std::int64_t, const ArticleCandidate*, const ArticleCandidate& now) {
  if (now.reading.id == 0) return;
  auto row = save.tx.first(
      "SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(CASE WHEN state = 'accepted' THEN 1 END), "
      "COUNT(CASE WHEN state = 'rejected' THEN 1 END), COUNT(CASE WHEN state = 'skipped' THEN 1 END) "
      "FROM article_candidate WHERE deleted = 0 AND reading = $1",
      {now.reading.id});
  const std::int64_t waiting = db::as_int(row->at(0)), accepted = db::as_int(row->at(1)), rejected = db::as_int(row->at(2));
  const std::string state = waiting == 0 ? "done" : accepted + rejected == 0 ? "new" : "in_work";
  save.tx.exec("UPDATE article_reading SET waiting = $2, accepted = $3, rejected = $4, state = $5 WHERE id = $1",
               {now.reading.id, waiting, accepted, rejected + db::as_int(row->at(3)), state});
}

}  // namespace

const reg::Options& fact_kinds() {
  static const reg::Options options{{"delegation_in", {"đoàn vào", "incoming delegation"}},
                                    {"delegation_out", {"đoàn ra", "outgoing delegation"}},
                                    {"aid_total", {"tổng viện trợ", "aid total"}},
                                    {"aid_project", {"khoản viện trợ", "aid item"}},
                                    {"agreement", {"thỏa thuận", "agreement"}},
                                    {"activity", {"hoạt động", "activity"}},
                                    {"anniversary", {"ngày kỷ niệm", "anniversary"}},
                                    {"award", {"khen thưởng", "award"}},
                                    {"scholarship", {"học bổng", "scholarship"}},
                                    {"membership", {"hội viên, tổ chức thành viên", "membership"}},
                                    {"gift", {"quà, từ thiện", "gift"}},
                                    {"partner_count", {"số đối tác", "number of partners"}},
                                    {"event_participants", {"số người dự", "participants"}},
                                    {"signature_campaign", {"thu thập chữ ký", "signatures"}}};
  return options;
}

const reg::Description& article_readings() {
  static const reg::Description description =
      reg::Register<ArticleReading>("article_reading", "desk", {"Đọc báo", "Press desk"}, {"bài báo", "article"})
          .icon("news")
          .prefix("DB")
          .field(&ArticleReading::title, "title", {"Bài", "Article"}, {.required = true, .search = true, .sortable = true})
          .field(&ArticleReading::published, "published", {"Ngày đăng", "Published"}, {.filter = true})
          .field(&ArticleReading::evidence, "evidence", {"Bản lưu trong kho", "Stored text"},
                 {.required = true, .link = "evidence", .filter = true})
          .field(&ArticleReading::about, "about", {"Bài nói về đơn vị", "About"}, {.link = "organisation", .filter = true})
          .field(&ArticleReading::state, "state", {"Tình trạng", "State"},
                 {.options = &reading_states(), .filter = true, .read_only = true, .preset = "new"})
          .field(&ArticleReading::waiting, "waiting", {"Chờ", "Waiting"}, {.sortable = true, .read_only = true, .min = 0})
          .field(&ArticleReading::accepted, "accepted", {"Đã nhận", "Accepted"}, {.read_only = true, .min = 0})
          .field(&ArticleReading::rejected, "rejected", {"Đã bỏ", "Rejected"}, {.read_only = true, .min = 0})
          .field(&ArticleReading::text_hash, "text_hash", {"Dấu của bài", "Mark of the text"}, {.max = 64, .read_only = true, .inner = true})
          .field(&ArticleReading::body, "body", {"Thân bài", "Body"}, {.max = k_body_spans_max, .long_text = true, .read_only = true, .inner = true})
          .title("title")
          .date("published")
          .list({"published", "title", "about", "state", "waiting", "accepted", "rejected"})
          .sorted_by("published", true)
          .index({"text_hash"})
          .index({"evidence"})
          .view({"Mới", "New"}, "state=new")
          .view({"Đang đọc", "In work"}, "state=in_work")
          .view({"Đã xong", "Done"}, "state=done")
          .own_pages()
          .not_in_nav()
          .done();
  return description;
}

const reg::Description& article_candidates() {
  static const reg::Description description =
      reg::Register<ArticleCandidate>("article_candidate", "statements", {"Dữ kiện trong bài", "Statements of articles"},
                                      {"dữ kiện", "statement"})
          .icon("quote")
          .prefix("DK")
          .field(&ArticleCandidate::reading, "reading", {"Bài", "Article"}, {.required = true, .link = "article_reading"})
          .field(&ArticleCandidate::kind, "kind", {"Loại", "Kind"}, {.options = &fact_kinds(), .filter = true, .read_only = true})
          .field(&ArticleCandidate::title, "title", {"Nội dung", "Statement"}, {.required = true, .max = 600, .search = true})
          .field(&ArticleCandidate::title_en, "title_en", {"Bằng tiếng Anh", "In English"}, {.max = 600})
          .field(&ArticleCandidate::quote, "quote", {"Nguyên văn", "Exact words"}, {.max = 1000, .search = true, .read_only = true})
          .field(&ArticleCandidate::state, "state", {"Quyết định", "Decision"},
                 {.options = &candidate_states(), .filter = true, .read_only = true, .preset = "waiting"})
          .field(&ArticleCandidate::target_register, "target_register", {"Sổ", "Register"}, {.max = 60, .read_only = true})
          .field(&ArticleCandidate::target_id, "target_id", {"Bản ghi", "Record"}, {.read_only = true, .min = 0})
          .field(&ArticleCandidate::spans, "spans", {"Vị trí", "Position"}, {.max = k_spans_max, .read_only = true, .inner = true})
          .field(&ArticleCandidate::fact, "fact", {"Điều đã đọc", "What was read"},
                 {.max = k_fact_max, .long_text = true, .read_only = true, .inner = true})
          .field(&ArticleCandidate::fingerprint, "fingerprint", {"Dấu", "Mark"}, {.max = 64, .read_only = true, .inner = true})
          .field(&ArticleCandidate::changes, "changes", {"Các lần ghi", "Entries"}, {.max = 2000, .read_only = true, .inner = true})
          .title("title", "title_en")
          .list({"kind", "title", "quote", "state"})
          .index({"reading"})
          .index({"fingerprint"})
          .part_of("reading")
          .own_pages()
          .after_save(count_again)
          .done();
  return description;
}

std::string spans_text(const std::vector<intake::Span>& spans, int most) {
  std::string out;
  for (const auto& s : spans) {
    const std::string one = (out.empty() ? "" : ";") + std::to_string(s.start) + "-" + std::to_string(s.end);
    if (out.size() + one.size() > static_cast<std::size_t>(most)) break;
    out += one;
  }
  return out;
}

std::vector<intake::Span> spans_from(std::string_view text) {
  std::vector<intake::Span> out;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(text.size(), one.size() + 1));
    const auto dash = one.find('-');
    if (dash == std::string_view::npos) continue;
    const auto from = parse_int(one.substr(0, dash)), to = parse_int(one.substr(dash + 1));
    if (from && to && *from >= 0 && *to >= *from && *to < INT32_MAX)
      out.push_back({static_cast<std::uint32_t>(*from), static_cast<std::uint32_t>(*to)});
  }
  return out;
}

std::string cut(std::string_view text, intake::Span span) {
  std::size_t from = text.size(), to = text.size();
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    if (index == span.start) from = at;
    if (index == span.end) {
      to = at;
      break;
    }
    ++index;
  }
  return from < to ? std::string(text.substr(from, to - from)) : std::string();
}

std::vector<Candidate> candidates_of(db::ReadDb& db, const Actor& actor, std::int64_t reading) {
  const auto& d = article_candidates();
  db::Params params{reading};
  std::string sql = "SELECT t.id FROM article_candidate t WHERE t.deleted = 0 AND t.reading = $1 AND (";
  append(sql, params, d.scope(actor, "t"));
  std::vector<std::int64_t> ids;
  db.each(db::Sql::built(sql + ") ORDER BY t.id"), params, [&](const db::Row& row) { return ids.push_back(row.integer(0)), true; });
  std::vector<Candidate> out;
  for (std::size_t from = 0; from < ids.size(); from += 400) {
    reg::ListQuery q;
    q.ids.assign(ids.begin() + static_cast<std::ptrdiff_t>(from), ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), from + 400)));
    q.limit = 400;
    for (const auto& cells : reg::list(db, d, actor, q).rows) {
      Candidate c{reg::from_cells<ArticleCandidate>(cells), {}};
      c.fact = fact_from_json(c.row.fact);
      out.push_back(std::move(c));
    }
  }
  std::ranges::sort(out, [](const Candidate& a, const Candidate& b) {
    const auto x = spans_from(a.row.spans), y = spans_from(b.row.spans);
    const std::uint32_t from = x.empty() ? 0 : x.front().start, other = y.empty() ? 0 : y.front().start;
    return from != other ? from < other : a.row.id < b.row.id;
  });
  return out;
}

Result<Candidate> load_candidate(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  NC_TRY(cells, reg::load(db, article_candidates(), actor, id));
  Candidate c{reg::from_cells<ArticleCandidate>(cells), {}};
  c.fact = fact_from_json(c.row.fact);
  return c;
}

Result<ReadingSeen> load_reading(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  NC_TRY(cells, reg::load(db, article_readings(), actor, id));
  ReadingSeen seen;
  seen.row = reg::from_cells<ArticleReading>(cells);
  NC_TRY(stored, reg::load(db, evidence_items(), actor, seen.row.evidence.id));
  const auto text = [&, &stored = stored](std::string_view column) {
    return db::as_text(stored[static_cast<std::size_t>(evidence_items().column(column))]);
  };
  seen.text = text("text");
  seen.source = text("source");
  seen.author = text("author");
  seen.url = text("url");
  return seen;
}

}  // namespace nc::app
