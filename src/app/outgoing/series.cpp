// Kinds of papers, and the counter behind each series of numbers.
#include "app/outgoing/series.h"

namespace nc::app {

namespace {

std::string name_of(const Series& s) { return s.book + "/" + std::to_string(s.org) + "/" + s.kind + "/" + std::to_string(s.year); }

}  // namespace

const Options& paper_kinds() {
  static const Options options{{"cv", {"công văn", "official letter"}},
                               {"bc", {"báo cáo", "report"}},
                               {"tb", {"thông báo", "announcement"}},
                               {"kh", {"kế hoạch", "plan"}},
                               {"ttr", {"tờ trình", "proposal"}},
                               {"qd", {"quyết định", "decision"}},
                               {"nq", {"nghị quyết", "resolution"}},
                               {"hd", {"hướng dẫn", "guidance"}},
                               {"ctr", {"chương trình", "programme"}},
                               {"da", {"đề án", "scheme"}},
                               {"qc", {"quy chế", "regulation"}},
                               {"bb", {"biên bản", "minutes"}},
                               {"thu", {"thư", "letter"}},
                               {"gm", {"giấy mời", "invitation"}},
                               {"ggt", {"giấy giới thiệu", "letter of introduction"}}};
  return options;
}

std::string letters_of(const std::string& kind) {
  if (kind == "cv" || kind == "thu") return {};
  if (kind == "ttr") return "TTr";
  if (kind == "ctr") return "CTr";
  if (kind == "qd") return "QĐ";
  if (kind == "da") return "ĐA";
  std::string out = kind;
  for (char& c : out) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return out;
}

std::int64_t last_of(db::ReadDb& db, const Series& series) {
  return db::as_int(db.scalar("SELECT last FROM code_sequence WHERE name = $1", {name_of(series)}));
}

std::int64_t take_next(db::Tx& tx, const Series& series) {
  return tx.integer("INSERT INTO code_sequence (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = code_sequence.last + 1 RETURNING last", {name_of(series)});
}

bool go_on_behind(db::Tx& tx, const Series& series, std::int64_t last) {
  return tx.exec("INSERT INTO code_sequence (name, last) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", {name_of(series), last}) > 0;
}

std::string printed(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace nc::app
