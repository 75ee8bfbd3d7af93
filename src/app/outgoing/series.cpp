// Kinds of papers, and the counter behind each series of numbers.
#include "app/outgoing/series.h"

#include "ledger/ledger.h"

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

Series arrivals(std::int64_t org, int year) { return {org, "in", year, "incoming"}; }

std::int64_t last_of(db::ReadDb& db, const Series& series) {
  return db::as_int(db.scalar("SELECT last FROM code_sequence WHERE name = $1", {name_of(series)}));
}

std::int64_t take_next(db::Tx& tx, const Series& series) {
  return tx.integer("INSERT INTO code_sequence (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = code_sequence.last + 1 RETURNING last", {name_of(series)});
}

std::int64_t hold(db::Tx& tx, const Series& series) {
  return tx.integer("INSERT INTO code_sequence (name, last) VALUES ($1, 0) ON CONFLICT (name) DO UPDATE SET last = code_sequence.last RETURNING last", {name_of(series)});
}

Result<Gap> go_on_from(db::Tx& tx, const Actor& actor, const Series& series, std::int64_t next, const std::string& reason, const std::string& what) {
  const std::int64_t last = hold(tx, series);
  if (next <= last + 1) {
    const std::string n = std::to_string(last);
    if (next == last + 1) return refuse(Code::conflict, Message("Số kế tiếp đã là " + std::to_string(next) + ", không cần đặt.", "The next number is " + std::to_string(next) + " already."), "next");
    return refuse(Code::conflict, Message("Dãy này đã dùng đến số " + n + ": chỉ đặt tiếp được từ số lớn hơn.", "The series has used its numbers up to " + n + ": it only goes on from a higher one."), "next");
  }
  const Gap gap{last + 1, next - 1, reason, actor.name, now()};
  tx.exec("UPDATE code_sequence SET last = $2 WHERE name = $1", {name_of(series), gap.last});
  tx.exec("INSERT INTO number_gap (series, first_number, last_number, reason, set_by, set_at) VALUES ($1, $2, $3, $4, $5, $6)", {name_of(series), gap.first, gap.last, gap.reason, gap.set_by, gap.set_at});
  ledger::Change change;
  change.register_name = what;
  change.action = "series";
  change.reason = name_of(series) + ": số " + std::to_string(gap.first) + "–" + std::to_string(gap.last) + " ở sổ giấy. " + reason;
  ledger::append(tx, actor, std::move(change));
  return gap;
}

std::vector<Gap> gaps_of(db::ReadDb& db, const Series& series) {
  std::vector<Gap> out;
  db.each("SELECT first_number, last_number, reason, set_by, set_at FROM number_gap WHERE series = $1 ORDER BY first_number", {name_of(series)}, [&](const db::Row& r) {
    out.push_back({r.integer(0), r.integer(1), std::string(r.text(2)), std::string(r.text(3)), r.integer(4)});
    return true;
  });
  return out;
}

Message gap_words(const Gap& gap) {
  const std::string numbers = gap.first == gap.last ? std::to_string(gap.first) : std::to_string(gap.first) + "–" + std::to_string(gap.last);
  const auto by = [&](Lang lang) { return ": " + gap.reason + " (" + gap.set_by + ", " + format_date(day_of(gap.set_at), lang) + ")"; };
  return {"Số " + numbers + " ở sổ giấy" + by(Lang::vi), "Numbers " + numbers + " kept on paper" + by(Lang::en)};
}

std::string printed(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace nc::app
