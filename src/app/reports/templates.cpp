// The register of Word templates, what their places mean, and a report written into one.
#include "app/reports/templates.h"

#include "app/common/within.h"
#include "app/evidence/public.h"
#include "app/reports/tables.h"
#include "app/reports/text.h"

namespace nc::app {

namespace {

struct ReportTemplate : reg::Standard {
  std::string title, kind, file_name, sha256, places;
  std::int64_t size = 0;
};

struct SectionName { const char* id; Text title; };
constexpr const char* k_section = "section:";
constexpr const char* k_figure = "figure:";
constexpr const char* k_table = "table:";

const std::vector<SectionName>& section_names() {
  static const std::vector<SectionName> all{{"opening", {"mở đầu", "opening"}}, {"situation", {"đặc điểm tình hình", "situation"}}, {"leadership", {"lãnh đạo, chỉ đạo", "leadership"}}, {"activities", {"hoạt động hữu nghị", "activities"}},
                                            {"anniversaries", {"ngày kỷ niệm", "anniversaries"}}, {"delegations", {"đoàn vào, đoàn ra", "delegations"}}, {"peace", {"hòa bình", "peace"}}, {"agreements", {"thỏa thuận", "agreements"}},
                                            {"aid", {"viện trợ", "foreign aid"}}, {"charity", {"nhân đạo", "charity"}}, {"economic", {"kinh tế", "economic work"}}, {"education", {"giáo dục", "education"}},
                                            {"information", {"thông tin", "information"}}, {"network", {"tổ chức, hội viên", "network"}}, {"emulation", {"thi đua", "emulation"}}, {"evaluation", {"đánh giá chung", "evaluation"}},
                                            {"petitions", {"kiến nghị", "petitions"}}, {"plan", {"phương hướng", "plan"}}, {"closing", {"kết thúc", "closing"}}, {"annex", {"phụ lục viện trợ", "annex of aid"}},
                                            {"years", {"phụ lục từng năm", "annex of years"}}, {"changes", {"phụ lục thay đổi", "annex of changes"}}, {"tables", {"các bảng đã thêm", "tables added"}}};
  return all;
}

const std::vector<PlaceName>& word_places() {
  static const std::vector<PlaceName> all{{"issuer", paper::Place::words, Text("tên cơ quan ban hành, từng dòng", "issuer, line by line")},
                                          {"number", paper::Place::words, Text("số và ký hiệu: 12/BC-LHHN", "number and symbol")},
                                          {"place_date", paper::Place::words, Text("địa danh, ngày tháng năm", "place and date")},
                                          {"kind", paper::Place::words, Text("tên loại: BÁO CÁO", "kind of paper")},
                                          {"title", paper::Place::words, Text("trích yếu", "subject")},
                                          {"period", paper::Place::words, Text("kỳ báo cáo", "period")},
                                          {"addressed_to", paper::Place::words, Text("kính gửi", "addressed to")},
                                          {"recipients", paper::Place::words, Text("nơi nhận", "recipients")},
                                          {"authority", paper::Place::words, Text("quyền hạn, chức vụ người ký", "authority of the signer")},
                                          {"signer", paper::Place::words, Text("họ tên người ký", "signer")}};
  return all;
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& l : lines) out += (out.empty() ? "" : "\n") + l;
  return out;
}

/// A report and what its places are made of.
class Source {
 public:
  Source(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const Printing& how)
      : db_(db), actor_(actor), engine_(engine), loaded_(loaded), document_(loaded.sealed() ? loaded.seal->document : loaded.document), how_(how), paper_(paper_of(document_, how)) {}

  std::string words(std::string_view name) const {
    if (name == "issuer") return joined_lines(paper_.issuer_lines);
    if (name == "number") return (paper_.number.empty() ? std::string("      ") : paper_.number) + "/" + paper_.symbol;
    if (name == "place_date") return paper_.place_date;
    if (name == "kind") return paper_.kind_name;
    if (name == "title") return joined_lines(paper_.subject_lines);
    if (name == "period") return period_words(document_.period, Lang::vi);
    if (name == "addressed_to") return joined_lines(paper_.addressed_to);
    if (name == "recipients") return joined_lines(paper_.recipients);
    if (name == "authority") return joined_lines(paper_.authority);
    if (name == "signer") return paper_.signer;
    if (name.starts_with(k_figure)) return figure(name.substr(std::string_view(k_figure).size()));
    return {};
  }

  paper::Paper blocks(std::string_view name) const {
    paper::Paper out;
    out.lang = paper_.lang;
    if (name == "signature") {
      out.recipients = paper_.recipients;
      out.authority = paper_.authority;
      out.signer = paper_.signer;
      return out;
    }
    doc::Document part = document_;
    if (name.starts_with(k_table)) {
      only_table(part, "Bảng " + std::string(name.substr(std::string_view(k_table).size())) + ".");
      out.blocks = paper_of(part, how_).blocks;
      return out;
    }
    if (name != "body") std::erase_if(part.sections, [&](const doc::Section& s) { return k_section + s.id != name; });
    out.blocks = paper_of(part, how_).blocks;
    return out;
  }

 private:
  /// The blocks from that caption to the next one.
  static void only_table(doc::Document& part, const std::string& caption) {
    std::erase_if(part.sections, [](const doc::Section& s) { return s.id != "tables"; });
    for (doc::Section& s : part.sections) {
      bool wanted = false;
      std::erase_if(s.blocks, [&](const doc::Block& b) {
        if (b.kind == paper::Block::Kind::caption) wanted = b.text.starts_with(caption);
        return !wanted;
      });
    }
  }

  std::string figure(std::string_view code) const {
    if (loaded_.seal) {
      const auto* kept = doc::sealed_figure(*loaded_.seal, code);
      if (!kept) return "…";
      for (const auto& t : loaded_.seal->tokens)
        if (&t == kept) return t.shown;
      return kept->shown + (fig::is_currency(kept->unit) ? std::string() : " " + fig::unit_name(kept->unit, Lang::vi));
    }
    const fig::Indicator* indicator = engine_.find(code);
    fig::Ask ask;
    ask.code = code;
    ask.org = loaded_.org_code;
    const Period period{loaded_.report.period_from, loaded_.report.cutoff ? loaded_.report.cutoff : loaded_.report.period_to};
    if (indicator && indicator->at_day) ask.as_of = period.to;
    else ask.period = period;
    auto f = engine_.evaluate(db_, actor_, ask);
    doc::Token token;
    token.ask = ask;
    return f ? doc::print(token, *f) : "…";
  }

  db::ReadDb& db_;
  const Actor& actor_;
  const fig::Engine& engine_;
  const Loaded& loaded_;
  const doc::Document& document_;
  const Printing& how_;
  paper::Paper paper_;
};

const reg::Options& template_kinds() {
  static const reg::Options options = [] {
    std::vector<reg::Option> all{{"any", {"mọi loại báo cáo", "all kinds of report"}, {}}};
    for (const auto& o : report_kinds().all()) all.push_back({o.code, o.label, {}});
    return reg::Options(std::move(all));
  }();
  return options;
}

}  // namespace

const reg::Description& report_templates() {
  static const reg::Description description = reg::Register<ReportTemplate>("report_template", "report-templates", {"Mẫu Word của cơ quan", "Word templates"}, {"mẫu Word", "Word template"})
                                                  .icon("template")
                                                  .prefix("MW")
                                                  .field(&ReportTemplate::title, "title", {"Tên mẫu", "Title"}, {.required = true, .search = true, .sortable = true})
                                                  .field(&ReportTemplate::kind, "kind", {"Dùng cho", "Used for"}, {.required = true, .options = &template_kinds(), .filter = true, .preset = "any"})
                                                  .field(&ReportTemplate::file_name, "file_name", {"Tên tệp", "File"}, {.read_only = true})
                                                  .field(&ReportTemplate::sha256, "sha256", {"Mã băm tệp", "Hash of the file"}, {.max = 64, .read_only = true, .inner = true})
                                                  .field(&ReportTemplate::places, "places", {"Chỗ để điền", "Places"}, {.long_text = true, .read_only = true})
                                                  .field(&ReportTemplate::size, "size", {"Cỡ tệp (byte)", "Size (bytes)"}, {.read_only = true})
                                                  .title("title")
                                                  .list({"title", "kind", "org", "places"})
                                                  .own_pages()
                                                  .not_in_nav()
                                                  .done();
  return description;
}

std::vector<TemplateName> templates_for(db::ReadDb& db, const Actor& actor, std::int64_t org, const std::string& kind) {
  std::vector<TemplateName> out;
  each_within(db, "SELECT t.id, t.title FROM report_template t WHERE t.deleted = 0 AND t.org_id = $1 AND t.kind IN ('any', $2)", {org, kind}, org_scope(actor, "t"), " ORDER BY t.id LIMIT 20", [&](const db::Row& r) {
    out.push_back({r.integer(0), std::string(r.text(1))});
    return true;
  });
  return out;
}

std::vector<PlaceName> place_names(const fig::Engine& engine) {
  std::vector<PlaceName> all = word_places();
  all.push_back({"body", paper::Place::blocks, Text("toàn bộ nội dung", "the whole text")});
  all.push_back({"signature", paper::Place::blocks, Text("nơi nhận và chữ ký", "recipients and signature")});
  for (const SectionName& s : section_names()) all.push_back({k_section + std::string(s.id), paper::Place::blocks, Message("mục: " + std::string(s.title.vi), "section: " + std::string(s.title.en))});
  for (const StandardTable& t : standard_tables()) all.push_back({k_table + t.code, paper::Place::blocks, Message("bảng đã thêm: " + std::string(t.title.vi), "table added: " + std::string(t.title.en))});
  for (const fig::Indicator& i : engine.all())
    if (i.code != "I92") all.push_back({k_figure + i.code, paper::Place::words, i.name});
  return all;
}

paper::Place place_kind(const fig::Engine& engine, std::string_view name) {
  if (name.starts_with(k_figure)) {
    const auto code = name.substr(std::string_view(k_figure).size());
    return engine.find(code) && code != "I92" ? paper::Place::words : paper::Place::unknown;
  }
  for (const StandardTable& t : standard_tables())
    if (k_table + t.code == name) return paper::Place::blocks;
  if (name == "body" || name == "signature") return paper::Place::blocks;
  for (const SectionName& s : section_names())
    if (k_section + std::string(s.id) == name) return paper::Place::blocks;
  for (const PlaceName& p : word_places())
    if (p.name == name) return p.kind;
  return paper::Place::unknown;
}

Result<std::string> report_in_template(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const Printing& how, std::int64_t template_id) {
  NC_TRY(cells, reg::load(db, report_templates(), actor, template_id));
  NC_TRY(file, load_file(db, report_templates().text(cells, "sha256")));
  const Source source(db, actor, engine, loaded, how);
  return paper::filled(file.bytes, {[&engine](std::string_view name) { return place_kind(engine, name); }, [&source](std::string_view name) { return source.words(name); }, [&source](std::string_view name) { return source.blocks(name); }});
}

}  // namespace nc::app
