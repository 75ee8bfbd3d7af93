// Register of evidence (files and texts that prove something) and of the spans in them.
#include "app/common/rules.h"
#include "app/evidence/public.h"

namespace nc::app {

namespace {

struct Evidence : reg::Standard {
  std::string kind, title, source, author;
  Date published;
  std::string number, url, text, language = "vi", caption, credit, file_name, media_type;
  std::int64_t size = 0;
  std::string sha256;
};

struct EvidenceSpan : reg::Standard {
  reg::Ref evidence;
  std::string fact, quote;
  std::int64_t start_at = 0, end_at = 0;
  std::string register_name;
  std::int64_t record_id = 0;
  reg::Ref claim;
};

const reg::Options& evidence_kinds() {
  static const reg::Options options{{"article", {"bài báo", "article"}},  {"decision", {"quyết định", "decision"}},
                                    {"scan", {"bản scan", "scan"}},       {"photo", {"ảnh", "photo"}},
                                    {"minutes", {"biên bản", "minutes"}}, {"letter", {"công văn, thư", "letter"}},
                                    {"report", {"báo cáo", "report"}},    {"other", {"tài liệu khác", "other"}}};
  return options;
}

void check(const Evidence& e, Problems& problems) {
  not_in_future(e.published, "published", problems);
  if (e.text.empty() && e.sha256.empty() && e.url.empty() && e.number.empty() && !e.illustrative)
    complain(problems, "text", "Chứng cứ cần ít nhất một trong bốn: tệp, nội dung, đường dẫn, số văn bản.",
             "Evidence needs at least one of four: a file, a text, an address, the number of a paper.");
}

void check_span(const EvidenceSpan& s, Problems& problems) {
  if (s.start_at < 0 || s.end_at < s.start_at)
    complain(problems, "end_at", "Đoạn trích kết thúc trước khi bắt đầu. Chọn lại đoạn trong bài.",
             "The span ends before it begins. Select the words again.");
}

}  // namespace

// As many characters as an upload may have bytes: whole reports are kept as they were sent.
constexpr int k_longest_text = 32 * 1024 * 1024;

const reg::Description& evidence_items() {
  static const reg::Description description =
      reg::Register<Evidence>("evidence", "evidence", {"Kho chứng cứ", "Evidence"}, {"chứng cứ", "evidence"})
          .icon("archive")
          .holds({"tác giả, người chụp, người ký", "authors, photographers, signers"}, {"nguồn và quyền của chứng cứ", "source and rights of evidence"}, "evidence")
          .prefix("CC")
          .field(
              &Evidence::kind, "kind", {"Loại", "Kind"},
              {.required = true, .options = &evidence_kinds(), .filter = true, .section = Text{"Chứng cứ", "Evidence"}})
          .field(&Evidence::title, "title", {"Tên tài liệu", "Title"},
                 {.required = true, .search = true, .sortable = true})
          .field(&Evidence::source, "source", {"Nguồn, nơi ban hành", "Source, issuer"},
                 {.search = true, .filter = true})
          .field(&Evidence::author, "author", {"Tác giả, người ký", "Author, signer"}, {.search = true, .personal = true})
          .field(&Evidence::published, "published", {"Ngày đăng, ngày ban hành", "Published, issued"}, {.filter = true})
          .field(&Evidence::number, "number", {"Số, ký hiệu", "Number"}, {.search = true})
          .field(&Evidence::url, "url", {"Đường dẫn", "Address"}, {.url = true})
          .field(&Evidence::text, "text", {"Nội dung rút gọn", "Short form"},
                 {.max = k_longest_text,
                  .long_text = true,
                  .search = true,
                  .hint = Text{"Tóm tắt bằng lời của mình, giữ nguyên văn những chữ làm chứng",
                               "In our own words, keeping the words that prove something"},
                  .section = Text{"Nội dung", "Content"}})
          .field(&Evidence::language, "language", {"Ngôn ngữ", "Language"}, {.max = 10})
          .field(&Evidence::caption, "caption", {"Chú thích ảnh", "Caption"}, {.search = true})
          .field(&Evidence::credit, "credit", {"Người chụp", "Credit"}, {.personal = true})
          .field(&Evidence::file_name, "file_name", {"Tên tệp", "File name"},
                 {.search = true, .read_only = true, .section = Text{"Tệp", "File"}})
          .field(&Evidence::media_type, "media_type", {"Loại tệp", "File type"}, {.read_only = true})
          .field(&Evidence::size, "size", {"Cỡ tệp", "Size"}, {.read_only = true, .unit = Text{"byte", "bytes"}})
          .field(&Evidence::sha256, "sha256", {"Mã băm SHA-256", "SHA-256"}, {.read_only = true})
          .title("title")
          .date("published")
          .list({"published", "title", "kind", "source", "author", "org"})
          .sorted_by("published", true)
          .index({"sha256"})
          .view({"Bài báo", "Articles"}, "kind=article")
          .view({"Quyết định", "Decisions"}, "kind=decision")
          .view({"Ảnh", "Photos"}, "kind=photo")
          .rule(check)
          .done();
  return description;
}

const reg::Description& evidence_spans() {
  static const reg::Description description =
      reg::Register<EvidenceSpan>("evidence_span", "evidence-spans", {"Chữ làm chứng", "Proving words"},
                                  {"đoạn trích", "span"})
          .icon("quote")
          .field(&EvidenceSpan::evidence, "evidence", {"Chứng cứ", "Evidence"}, {.required = true, .link = "evidence"})
          .field(&EvidenceSpan::fact, "fact", {"Dữ kiện", "Fact"}, {.max = 20, .search = true, .filter = true})
          .field(&EvidenceSpan::quote, "quote", {"Nguyên văn", "Exact words"}, {.max = 1000, .search = true})
          .field(&EvidenceSpan::start_at, "start_at", {"Từ ký tự", "From character"}, {.min = 0})
          .field(&EvidenceSpan::end_at, "end_at", {"Đến ký tự", "To character"}, {.min = 0})
          .field(&EvidenceSpan::register_name, "register_name", {"Sổ", "Register"}, {.max = 60, .filter = true})
          .field(&EvidenceSpan::record_id, "record_id", {"Bản ghi", "Record"}, {.filter = true, .min = 0})
          .field(&EvidenceSpan::claim, "claim", {"Số đã công bố", "Claim"}, {.link = "claim"})
          .title("quote")
          .list({"fact", "quote", "register_name", "claim"})
          .index({"register_name", "record_id"})
          .index({"evidence"})
          .index({"claim"})
          .index({"fact"})
          .part_of("evidence")
          .rule(check_span)
          .done();
  return description;
}

}  // namespace nc::app
