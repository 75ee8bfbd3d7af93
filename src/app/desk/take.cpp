// Articles come in: stored as evidence, read into candidates.
#include "app/desk/take.h"
#include "app/common/fresh_record.h"

#include <algorithm>
#include <set>

#include "app/desk/fact.h"
#include "app/desk/reading.h"
#include "app/evidence/public.h"
#include "base/fold.h"
#include "base/hash.h"
#include "intake/decode.h"
#include "intake/feed.h"

namespace nc::app {

namespace {

constexpr std::size_t k_most_statements = 300, k_quote_points = 900, k_title_points = 290;

tl::unexpected<Problems> all_refused(Problem p) { return tl::make_unexpected(Problems{std::move(p)}); }

Problem may_not() {
  return {Code::forbidden, Message("Tài khoản này chỉ được xem.", "This account may only read."), {}};
}

std::string shortened(const std::string& text, std::size_t points) {
  const std::string part = cut(text, {0, static_cast<std::uint32_t>(points)});
  return part.empty() ? text : part.size() < text.size() ? part + "…" : part;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// The organisation whose name the reader found, within what the actor may see.
std::int64_t organisation_named(db::ReadDb& db, const Actor& actor, const std::string& name) {
  if (name.empty()) return 0;
  const std::string wanted = fold(name);
  db::Params params;
  std::string sql = "SELECT o.id, o.name, o.short_name, o.aliases FROM organisation o WHERE o.deleted = 0 AND o.kind <> 'locality' AND (";
  append(sql, params, org_scope(actor, "o"));
  std::int64_t found = 0;
  db.each(db::Sql::built(sql + ") ORDER BY o.id"), params, [&](const db::Row& row) {
    for (int column = 1; column <= 2; ++column)
      if (const std::string known = fold(row.text(column)); !known.empty() && known == wanted) found = row.integer(0);
    const std::string aliases = " " + fold(row.text(3)) + " ";
    if (found == 0 && aliases.find(" " + wanted + " ") != std::string::npos) found = row.integer(0);
    return found == 0;
  });
  return found;
}

/// The sentence around a place, for the mark of the fact.
std::string sentence_at(const intake::Article& article, const intake::Fact& fact) {
  if (fact.evidence.empty()) return {};
  for (const auto& s : article.sentences)
    if (s.overlaps(fact.evidence.front())) return article.quote(s);
  return article.quote(fact.evidence.front());
}

bool rejected_before(db::ReadDb& db, const Actor& actor, const std::string& mark) {
  db::Params params{mark};
  std::string sql = "SELECT COUNT(*) FROM article_candidate t WHERE t.deleted = 0 AND t.fingerprint = $1 AND t.state IN ('rejected', 'skipped') AND (";
  append(sql, params, article_candidates().scope(actor, "t"));
  return db.integer(db::Sql::built(sql + ")"), params) > 0;
}

class Taking {
 public:
  Taking(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor) : tx_(tx), catalog_(catalog), actor_(actor) {}

  tl::expected<std::int64_t, Problems> save_one(const reg::Description& d, const reg::Cells& cells) {
    auto saved = reg::save(tx_, catalog_, d, actor_, cells, {.reason = {}, .batch = {}, .action = {}});
    if (!saved) return tl::make_unexpected(saved.error());
    return saved->id;
  }

  /// Candidates of the facts that are not among `known`; returns how many were added, and the marks seen.
  tl::expected<int, Problems> add_statements(const ArticleReading& reading, const intake::Article& article, const std::set<std::string>& known,
                                             std::set<std::string>& seen) {
    int added = 0;
    for (const auto& fact : article.facts) {
      if (seen.size() >= k_most_statements) break;
      if (fact.evidence.empty()) continue;
      ArticleCandidate c;
      c.fingerprint = fingerprint(fact, sentence_at(article, fact), article.published);
      if (!seen.insert(c.fingerprint).second || known.contains(c.fingerprint)) continue;
      c.org = reading.org;
      c.reading.id = reading.id;
      c.kind = code(fact.kind);
      std::string quote;
      for (const auto& span : fact.evidence) quote += (quote.empty() ? "" : " … ") + article.quote(span);
      c.quote = shortened(quote, k_quote_points);
      const Message words = statement_of(fact, c.quote);
      c.title = shortened(words.vi, k_title_points);
      c.title_en = shortened(words.en, k_title_points);
      c.spans = spans_text(fact.evidence);
      c.fact = fact_to_json(fact);
      if (rejected_before(tx_, actor_, c.fingerprint)) c.state = "skipped";
      auto saved = save_one(article_candidates(), reg::to_cells(article_candidates(), c));
      if (!saved) return tl::make_unexpected(saved.error());
      ++added;
    }
    return added;
  }

  /// `article` is the reading of `text`, the text of `evidence`.
  tl::expected<Taken, Problems> queue(std::int64_t evidence, const std::string& text, const intake::Article& article, std::int64_t about, const std::string& title) {
    ArticleReading r;
    r.about.id = about != 0 ? about : organisation_named(tx_, actor_, article.publisher_org);
    if (r.about.id == 0) r.about.id = actor_.org;
    r.org.id = actor_.org != 0 ? actor_.org : r.about.id;
    r.title = title;
    r.published = article.published;
    r.evidence.id = evidence;
    r.text_hash = sha256_hex(fold(text));
    r.body = spans_text(article.body, k_body_spans_max);
    auto saved = save_one(article_readings(), reg::to_cells(article_readings(), r));
    if (!saved) return tl::make_unexpected(saved.error());
    r.id = *saved;
    std::set<std::string> seen;
    auto added = add_statements(r, article, {}, seen);
    if (!added) return tl::make_unexpected(added.error());
    // An article without any statement has nothing to decide.
    if (*added == 0) tx_.exec("UPDATE article_reading SET state = 'done', waiting = 0, accepted = 0, rejected = 0 WHERE id = $1", {r.id});
    return Taken{r.id, false, *added};
  }

  /// The reading of the same text, or 0.
  std::int64_t on_the_desk(const std::string& text) {
    db::Params params{sha256_hex(fold(text))};
    std::string sql = "SELECT t.id FROM article_reading t WHERE t.deleted = 0 AND t.text_hash = $1 AND (";
    append(sql, params, article_readings().scope(actor_, "t"));
    return tx_.integer(db::Sql::built(sql + ") ORDER BY t.id LIMIT 1"), params);
  }

  /// Evidence that holds the same text, or 0: then the article is read where it is.
  std::int64_t in_the_store(const std::string& text, Date published) {
    db::Params params{published ? db::Value(published.iso()) : db::Value(std::monostate{}), text};
    std::string sql = "SELECT t.id FROM evidence t WHERE t.deleted = 0 AND t.kind = 'article' AND t.published IS NOT DISTINCT FROM CAST($1 AS TEXT) AND t.text = $2 AND (";
    append(sql, params, evidence_items().scope(actor_, "t"));
    return tx_.integer(db::Sql::built(sql + ") ORDER BY t.id LIMIT 1"), params);
  }

  /// Stores it, with its file when it came as one.
  tl::expected<std::int64_t, Problems> store(const NewArticle& a, const std::string& text, const std::string& title, Date published, const std::string& language) {
    const auto& d = evidence_items();
    reg::Cells cells = fresh_record(d, actor_.org != 0 ? actor_.org : a.about);
    auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
    put("kind", std::string("article"));
    put("title", title);
    put("source", a.source);
    put("author", a.author);
    put("url", a.url);
    put("text", text);
    put("language", language);
    if (published) put("published", published.iso());
    if (!a.bytes.empty()) {
      if (auto room = has_room(tx_, db::as_int(cells[reg::k_org]), a.bytes.size()); !room) return tl::make_unexpected(Problems{room.error()});
      const auto type = media_type_of(a.bytes);
      const std::string media = type ? *type : std::string("text/plain");
      put("sha256", keep_file(tx_, a.bytes, media));
      put("media_type", media);
      put("file_name", a.file_name);
      put("size", static_cast<std::int64_t>(a.bytes.size()));
    }
    return save_one(d, cells);
  }

 private:
  db::Tx& tx_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
};

}  // namespace

tl::expected<Taken, Problems> take_article(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const NewArticle& a) {
  if (!actor.may(Function::enter)) return all_refused(may_not());
  std::string text = a.text;
  Date published = a.published;
  std::string title = a.title, language = "vi";
  if (!a.bytes.empty()) {
    auto decoded = intake::decode_file(a.bytes, a.file_name);
    if (!decoded) return all_refused({decoded.error().code, decoded.error().message, "file"});
    text = std::move(decoded->text);
  }
  // Spans are positions in the text as it is stored, so it is brought into its stored form before it is read.
  text = mended(text);
  if (text.empty()) return all_refused({Code::invalid, Message("Dán nội dung bài hoặc chọn tệp.", "Paste the text of the article or choose a file."), "text"});
  const auto article = intake::read_text(text, {a.published});
  if (!published) published = article.published;
  if (title.empty()) title = article.title.empty() ? first_line(text) : article.title;
  title = shortened(mended(title), k_title_points);
  language = article.language;
  Taking taking(tx, catalog, actor);
  if (const auto there = taking.on_the_desk(text)) return Taken{there, true, 0};
  std::int64_t evidence = taking.in_the_store(text, published);
  if (evidence == 0) {
    auto stored = taking.store(a, text, title, published, language);
    if (!stored) return tl::make_unexpected(stored.error());
    evidence = *stored;
  } else if (a.title.empty()) {
    title = shortened(db::as_text(tx.scalar("SELECT title FROM evidence WHERE id = $1", {evidence})), k_title_points);
  }
  return taking.queue(evidence, text, article, a.about, title);
}

Result<std::vector<NewArticle>> articles_in(const NewArticle& sent) {
  if (!intake::looks_like_feed(sent.bytes)) return std::vector<NewArticle>{sent};
  NC_TRY(feed, intake::read_feed(sent.bytes));
  std::vector<NewArticle> out;
  for (auto& entry : feed.entries) {
    NewArticle a = sent;
    a.bytes.clear();
    a.file_name.clear();
    a.title = entry.title;
    const bool address = entry.url.starts_with("https://") || entry.url.starts_with("http://");
    a.url = address && entry.url.find(' ') == std::string::npos ? entry.url : std::string();
    if (!entry.author.empty()) a.author = entry.author;
    if (a.source.empty()) a.source = feed.title;
    if (entry.published) a.published = entry.published;
    // As on paper: headline, then the text. The day is told apart, so that it is no part of what is read.
    a.text = entry.title + "\n\n" + entry.text;
    out.push_back(std::move(a));
  }
  return out;
}

tl::expected<Taken, Problems> take_stored(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t evidence) {
  if (!actor.may(Function::enter)) return all_refused(may_not());
  const auto& d = evidence_items();
  auto cells = reg::load(tx, d, actor, evidence);
  if (!cells) return all_refused(cells.error());
  const auto text_of = [&](std::string_view column) { return db::as_text((*cells)[static_cast<std::size_t>(d.column(column))]); };
  const std::string text = text_of("text");
  if (text.empty())
    return all_refused({Code::invalid, Message("Bản lưu này chưa có nội dung chữ để đọc.", "This piece of evidence has no text to read."), {}});
  Taking taking(tx, catalog, actor);
  if (const auto there = taking.on_the_desk(text)) return Taken{there, true, 0};
  const auto article = intake::read_text(text, {Date::from_iso(text_of("published")).value_or(Date{})});
  return taking.queue(evidence, text, article, db::as_int((*cells)[reg::k_org]), text_of("title"));
}

tl::expected<int, Problems> read_again(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t id) {
  if (!actor.may(Function::enter)) return all_refused(may_not());
  auto reading = load_reading(tx, actor, id);
  if (!reading) return all_refused(reading.error());
  const auto article = intake::read_text(reading->text, {reading->row.published});
  std::set<std::string> decided, seen;
  std::vector<Candidate> waiting;
  for (auto& c : candidates_of(tx, actor, id)) {
    if (c.row.state == "waiting") waiting.push_back(std::move(c));
    else decided.insert(c.row.fingerprint);
  }
  for (const auto& c : waiting) {
    auto gone = reg::remove(tx, catalog, article_candidates(), actor, c.row.id, c.row.version, "đọc lại");
    if (!gone) return all_refused(gone.error());
  }
  reading->row.org.id = reading->row.org.id != 0 ? reading->row.org.id : actor.org;
  return Taking(tx, catalog, actor).add_statements(reading->row, article, decided, seen);
}

}  // namespace nc::app
