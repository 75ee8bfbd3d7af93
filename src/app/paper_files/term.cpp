// How long kinds of files are kept: settings with their days of validity and their basis.
#include "app/common/rules.h"
#include "app/paper_files/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct KeepingTerm : reg::Standard {
  std::string title, title_en;
  std::int64_t years = 0;
  Date from_date, to_date;
  std::string basis, status = "recalled";
};

void check(const KeepingTerm& t, Problems& problems) { not_before(t.from_date, t.to_date, "to_date", problems); }

}  // namespace

const reg::Description& keeping_terms() {
  static const reg::Description description =
      reg::Register<KeepingTerm>("keeping_term", "keeping-terms", {"Thời hạn bảo quản hồ sơ", "How long files are kept"}, {"thời hạn bảo quản", "term of keeping"})
          .icon("gavel")
          .field(&KeepingTerm::title, "title", {"Nhóm hồ sơ", "Kind of files"}, {.required = true, .search = true, .sortable = true})
          .field(&KeepingTerm::title_en, "title_en", {"Bằng tiếng Anh", "In English"}, {.search = true})
          .field(&KeepingTerm::years, "years", {"Số năm", "Years"}, {.hint = Text{"0 là vĩnh viễn", "0 is for ever"}, .min = 0, .max_value = 100})
          .field(&KeepingTerm::from_date, "from_date", {"Áp dụng từ", "Valid from"}, {})
          .field(&KeepingTerm::to_date, "to_date", {"Đến", "Until"}, {})
          .field(&KeepingTerm::basis, "basis", {"Căn cứ", "Basis"}, {.search = true})
          .field(&KeepingTerm::status, "status", {"Độ tin cậy", "Reliability"}, {.required = true, .options = &verified_or_recalled(), .filter = true, .preset = "recalled"})
          .title("title", "title_en")
          .list({"title", "years", "from_date", "to_date", "basis", "status"})
          .sorted_by("title")
          .scope(shared_scope)
          .reference()
          .not_in_nav()
          .rule(check)
          .done();
  return description;
}

ReferenceRows keeping_term_rows() {
  return reference_rows("keeping_terms.tsv", {{"code", "code"}, {"title", "title_vi"}, {"title_en", "title_en"}, {"years", "years"}, {"from_date", "from_date"}, {"to_date", "to_date"}, {"basis", "basis"}, {"status", "status"}});
}

}  // namespace nc::app
