// Decisions about statements: accept, join, reject, take back.
#include "app/desk/decide.h"
#include "app/common/fresh_record.h"

#include <algorithm>

#include "app/desk/draft.h"
#include "app/desk/match.h"
#include "app/evidence/public.h"

namespace nc::app {

namespace {

constexpr std::size_t k_spans_kept = 3, k_quote_points = 900;

tl::unexpected<Problems> all_refused(Problem p) { return tl::make_unexpected(Problems{std::move(p)}); }

Problem decided_already() {
  return {Code::conflict, Message("Dữ kiện này đã được quyết định. Hoàn tác quyết định trước rồi làm lại.", "This statement is decided already. Take the decision back first."), {}};
}

Problem may_not() { return {Code::forbidden, Message("Tài khoản này chỉ được xem.", "This account may only read."), {}}; }

/// One decision under way: what it writes is noted so that it can be taken back.
class Decision {
 public:
  Decision(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, ReadingSeen reading, Candidate candidate)
      : tx_(tx), catalog_(catalog), actor_(actor), reading_(std::move(reading)), candidate_(std::move(candidate)),
        spans_(spans_from(candidate_.row.spans)) {}

  bool waits() const { return candidate_.row.state == "waiting"; }

  tl::expected<Decided, Problems> accept(Choice choice) {
    matcher_.emplace(tx_, actor_, catalog_, nullptr, reading_, Lang::vi);
    const Match match = matcher_->of(candidate_);
    if (choice.as.empty()) suggest(choice, match);
    auto done = choice.as == "link" ? link(choice) : choice.as == "claim" ? claim(choice, match) : create(choice);
    if (!done) return done;
    candidate_.row.state = "accepted";
    candidate_.row.target_register = done->register_name;
    candidate_.row.target_id = done->id;
    for (const auto change : changes_) candidate_.row.changes += (candidate_.row.changes.empty() ? "" : ";") + std::to_string(change);
    if (auto p = keep("accept", {})) return tl::make_unexpected(*p);
    return done;
  }

  tl::expected<bool, Problems> reject(const std::string& reason) {
    candidate_.row.state = "rejected";
    if (auto p = keep("reject", reason)) return tl::make_unexpected(*p);
    return true;
  }

  tl::expected<bool, Problems> take_back() {
    if (auto p = others_lean_on_it()) return all_refused(*p);
    auto changes = changes_of(candidate_.row.changes);
    for (auto it = changes.rbegin(); it != changes.rend(); ++it) {
      const auto change = ledger::find(tx_, *it);
      const auto* d = change ? catalog_.find(change->register_name) : nullptr;
      if (!d) continue;
      auto undone = reg::undo(tx_, catalog_, *d, actor_, *it);
      if (!undone) return all_refused(undone.error());
    }
    candidate_.row.state = "waiting";
    candidate_.row.target_register.clear();
    candidate_.row.target_id = 0;
    candidate_.row.changes.clear();
    if (auto p = keep("take_back", {})) return tl::make_unexpected(*p);
    return true;
  }

 private:
  static std::vector<std::int64_t> changes_of(std::string_view text) {
    std::vector<std::int64_t> out;
    while (!text.empty()) {
      const auto one = text.substr(0, text.find(';'));
      text.remove_prefix(std::min(text.size(), one.size() + 1));
      if (const auto n = parse_int(one)) out.push_back(*n);
    }
    return out;
  }

  std::string batch() const { return "desk-" + std::to_string(reading_.row.id); }

  /// Writes a record and notes the change.
  tl::expected<reg::Saved, Problems> write(const reg::Description& d, reg::Cells cells) {
    auto saved = reg::save(tx_, catalog_, d, actor_, std::move(cells), {.reason = reading_.row.title, .batch = batch(), .action = {}});
    if (saved) changes_.push_back(saved->change);
    return saved;
  }

  std::optional<Problems> keep(const std::string& action, const std::string& reason) {
    auto saved = reg::save(tx_, catalog_, article_candidates(), actor_, reg::to_cells(article_candidates(), candidate_.row), {.reason = reason, .batch = batch(), .action = action});
    if (!saved) return saved.error();
    return std::nullopt;
  }

  void suggest(Choice& choice, const Match& match) const {
    const auto registers = registers_for(candidate_.fact);
    if (match.id != 0 && match.register_name != "claim" && match.verdict != Verdict::fresh) {
      choice.as = "link";
      choice.link_register = match.register_name;
      choice.link_id = match.id;
    } else if (match.measures.empty() && match.id != 0) {
      choice.as = "link";
      choice.link_register = match.register_name;
      choice.link_id = match.id;
    } else {
      choice.as = is_single(candidate_.fact) && match.measures.empty() && !registers.empty() ? registers.front() : "claim";
    }
  }

  /// The article's words beside the record or claim; nothing when they stand there already.
  std::optional<Problems> prove(const std::string& register_name, std::int64_t id) {
    if (matcher_->has_span(register_name, id, spans_)) return std::nullopt;
    const auto& d = evidence_spans();
    for (std::size_t i = 0; i < spans_.size() && i < k_spans_kept; ++i) {
      intake::Span span = spans_[i];
      span.end = std::min(span.end, span.start + static_cast<std::uint32_t>(k_quote_points));
      reg::Cells cells = fresh_record(d, reading_.row.org.id);
      auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
      put("evidence", reading_.row.evidence.id);
      put("quote", cut(reading_.text, span));
      put("start_at", std::int64_t{span.start});
      put("end_at", std::int64_t{span.end});
      if (register_name == "claim") {
        put("claim", id);
      } else {
        put("register_name", register_name);
        put("record_id", id);
      }
      if (auto saved = write(d, std::move(cells)); !saved) return saved.error();
    }
    return std::nullopt;
  }

  tl::expected<Decided, Problems> link(const Choice& choice) {
    const auto* d = catalog_.find(choice.link_register);
    if (!d) return all_refused({Code::invalid, Message("Không rõ nối vào sổ nào.", "The register to join is not named."), "record"});
    auto there = reg::load(tx_, *d, actor_, choice.link_id);
    if (!there) return all_refused({there.error().code, there.error().message, "record"});
    if (auto p = prove(d->name, choice.link_id)) return tl::make_unexpected(*p);
    return Decided{d->name, choice.link_id, false};
  }

  tl::expected<Decided, Problems> one_claim(reg::Cells cells) {
    auto saved = write(claims(), std::move(cells));
    if (!saved) return tl::make_unexpected(saved.error());
    if (auto p = prove("claim", saved->id)) return tl::make_unexpected(*p);
    return Decided{"claim", saved->id, true};
  }

  tl::expected<Decided, Problems> claim(const Choice& choice, const Match& match) {
    std::optional<Decided> first;
    std::vector<MeasureMatch> numbers = match.measures;
    if (numbers.empty())
      for (const Measure& m : measures_of(candidate_.fact)) numbers.push_back({m});
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const bool typed = choice.cells && static_cast<int>(i) == choice.measure;
      tl::expected<Decided, Problems> one = Decided{"claim", numbers[i].claim, false};
      if (numbers[i].claim != 0 && !typed) {
        if (auto p = prove("claim", numbers[i].claim)) return tl::make_unexpected(*p);
      } else {
        one = one_claim(typed ? *choice.cells : draft_claim(tx_, catalog_, actor_, reading_, candidate_, &numbers[i].measure));
        if (!one) return one;
      }
      if (!first || (one->created && !first->created)) first = *one;
    }
    if (first) return *first;
    return one_claim(choice.cells ? *choice.cells : draft_claim(tx_, catalog_, actor_, reading_, candidate_, nullptr));
  }

  tl::expected<Decided, Problems> create(const Choice& choice) {
    const auto registers = registers_for(candidate_.fact);
    const auto* d = std::ranges::find(registers, choice.as) != registers.end() ? catalog_.find(choice.as) : nullptr;
    if (!d) return all_refused({Code::invalid, Message("Dữ kiện này không ghi vào sổ ấy được.", "This statement can't go into that register."), "as"});
    auto saved = write(*d, choice.cells ? *choice.cells : draft_record(tx_, catalog_, actor_, *d, reading_, candidate_));
    if (!saved) return tl::make_unexpected(saved.error());
    if (d->name == "aid")
      if (auto p = value(choice, saved->id)) return tl::make_unexpected(*p);
    if (auto p = prove(d->name, saved->id)) return tl::make_unexpected(*p);
    return Decided{d->name, saved->id, true};
  }

  std::optional<Problems> value(const Choice& choice, std::int64_t aid) {
    ValueEntry v;
    if (choice.cells) {
      if (choice.amount.empty()) return std::nullopt;
      v.amount = choice.amount;
      v.basis = choice.basis.empty() ? "committed" : choice.basis;
    } else {
      const auto stated = draft_value(reading_, candidate_.fact);
      if (!stated) return std::nullopt;
      v = *stated;
    }
    const auto* d = catalog_.find("aid_value");
    reg::Cells cells = fresh_record(*d, reading_.row.about.id != 0 ? reading_.row.about.id : reading_.row.org.id);
    Problems wrong;
    auto put = [&](const char* field, const char* shown_as, const std::string& text) {
      if (auto message = reg::set_text(tx_, catalog_, actor_, *d->find(field), text, cells)) wrong.push_back({Code::invalid, *message, shown_as});
    };
    put("amount", "value.amount", v.amount);
    put("basis", "value.basis", v.basis);
    put("date", "value.date", choice.cells ? choice.date : v.date.iso());
    cells[static_cast<std::size_t>(d->column("aid"))] = aid;
    if (!wrong.empty()) return wrong;
    if (auto saved = write(*d, std::move(cells)); !saved) {
      Problems renamed = saved.error();
      for (auto& p : renamed)
        if (!p.field.empty()) p.field = "value." + p.field;
      return renamed;
    }
    return std::nullopt;
  }

  /// A record that other articles were joined to is taken back only after those.
  std::optional<Problem> others_lean_on_it() {
    const auto& row = candidate_.row;
    if (row.target_id == 0 || row.target_register.empty()) return std::nullopt;
    bool made_here = false;
    for (const auto seq : changes_of(row.changes))
      if (const auto change = ledger::find(tx_, seq); change && change->register_name == row.target_register && change->before.empty()) made_here = true;
    if (!made_here) return std::nullopt;
    auto other = tx_.first(
        "SELECT r.title FROM article_candidate c JOIN article_reading r ON r.id = c.reading WHERE c.deleted = 0 AND c.state = 'accepted' AND c.target_register = $1 AND c.target_id = $2 "
        "AND c.id <> $3 ORDER BY c.id LIMIT 1",
        {row.target_register, row.target_id, row.id});
    if (!other) return std::nullopt;
    const std::string title = db::as_text((*other)[0]);
    return Problem{Code::conflict,
                   {"Bản ghi này còn được bài “" + title + "” làm chứng. Hoàn tác ở bài ấy trước.", "The article “" + title + "” also proves this record. Take it back there first."},
                   {}};
  }

  db::Tx& tx_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
  ReadingSeen reading_;
  Candidate candidate_;
  std::optional<Matcher> matcher_;  ///< made by accept(): reading claims and spans is not for nothing
  std::vector<intake::Span> spans_;
  std::vector<std::int64_t> changes_;
};

tl::expected<Decision, Problems> decision(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate) {
  if (!actor.may(Function::enter)) return all_refused(may_not());
  auto c = load_candidate(tx, actor, candidate);
  if (!c) return all_refused(c.error());
  auto seen = load_reading(tx, actor, c->row.reading.id);
  if (!seen) return all_refused(seen.error());
  return Decision(tx, catalog, actor, std::move(*seen), std::move(*c));
}

}  // namespace

tl::expected<Decided, Problems> accept_statement(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate, const Choice& choice) {
  auto d = decision(tx, catalog, actor, candidate);
  if (!d) return tl::make_unexpected(d.error());
  if (!d->waits()) return all_refused(decided_already());
  return d->accept(choice);
}

tl::expected<bool, Problems> reject_statement(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate, const std::string& reason) {
  auto d = decision(tx, catalog, actor, candidate);
  if (!d) return tl::make_unexpected(d.error());
  if (!d->waits()) return all_refused(decided_already());
  return d->reject(reason);
}

tl::expected<bool, Problems> take_back_statement(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t candidate) {
  auto d = decision(tx, catalog, actor, candidate);
  if (!d) return tl::make_unexpected(d.error());
  if (d->waits()) return all_refused({Code::conflict, Message("Dữ kiện này chưa được quyết định.", "This statement is not decided yet."), {}});
  return d->take_back();
}

tl::expected<int, Problems> take_back_article(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t reading) {
  if (!actor.may(Function::enter)) return all_refused(may_not());
  if (auto there = reg::load(tx, article_readings(), actor, reading); !there) return all_refused(there.error());
  std::vector<std::pair<std::int64_t, std::int64_t>> decided;  // last entry of the decision, candidate
  for (const auto& c : candidates_of(tx, actor, reading)) {
    if (c.row.state == "waiting" || c.row.state == "skipped") continue;
    const auto last = c.row.changes.rfind(';');
    decided.emplace_back(parse_int(last == std::string::npos ? c.row.changes : c.row.changes.substr(last + 1)).value_or(0), c.row.id);
  }
  std::ranges::sort(decided, std::greater{});
  for (const auto& [_, id] : decided)
    if (auto done = take_back_statement(tx, catalog, actor, id); !done) return tl::make_unexpected(done.error());
  return static_cast<int>(decided.size());
}

tl::expected<int, Problems> reject_rest(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t reading) {
  if (!actor.may(Function::enter)) return all_refused(may_not());
  if (auto there = reg::load(tx, article_readings(), actor, reading); !there) return all_refused(there.error());
  int n = 0;
  for (const auto& c : candidates_of(tx, actor, reading)) {
    if (c.row.state != "waiting") continue;
    if (auto done = reject_statement(tx, catalog, actor, c.row.id, {}); !done) return tl::make_unexpected(done.error());
    ++n;
  }
  return n;
}

}  // namespace nc::app
