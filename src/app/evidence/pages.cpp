// Evidence on the site: the text with its marked words, files, and the block on every record.
#include "app/evidence/pages.h"
#include "app/common/fresh_record.h"

#include <algorithm>

#include "app/evidence/files.h"
#include "app/evidence/hooks.h"
#include "app/evidence/public.h"
#include "app/evidence/scanner.h"
#include "app/evidence/uploads.h"
#include "html/assets.h"

namespace nc::app {

namespace {

struct Span { std::int64_t id = 0, start = 0, end = 0, record = 0, claim = 0; std::string quote, fact, register_name; };

/// Byte position of the n-th code point.
std::size_t byte_at(std::string_view text, std::int64_t n) {
  std::size_t i = 0;
  while (i < text.size() && n > 0) {
    ++i;
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
    --n;
  }
  return i;
}

std::vector<Span> spans_of(db::ReadDb& db, const Actor& actor, std::int64_t evidence) {
  std::vector<Span> spans;
  std::string sql = "SELECT s.id, s.start_at, s.end_at, s.record_id, s.claim, s.quote, s.fact, s.register_name FROM evidence_span s WHERE s.deleted = 0 AND s.evidence = $1 AND ";
  db::Params params{evidence};
  append(sql, params, org_scope(actor, "s"));
  db.each(db::Sql::built(sql + " ORDER BY s.start_at, s.id"), params, [&](const db::Row& r) {
    spans.push_back({r.integer(0), r.integer(1), r.integer(2), r.integer(3), r.integer(4), std::string(r.text(5)), std::string(r.text(6)), std::string(r.text(7))});
    return true;
  });
  return spans;
}

std::string address_of(const reg::Catalog& catalog, const Span& s) {
  if (const auto* d = catalog.find(s.register_name); d && s.record > 0) return "/" + d->path + "/" + std::to_string(s.record);
  if (s.claim > 0) return "/claims/" + std::to_string(s.claim);
  return {};
}

/// The text with every proving stretch marked; overlapping stretches are shown one after the other.
Html marked_text(const reg::Catalog& catalog, const std::string& text, const std::vector<Span>& spans, Lang lang) {
  Html h(lang);
  std::size_t at = 0;
  int n = 0;
  h << "<div class=\"art pre\">"_h;
  for (const Span& s : spans) {
    const std::size_t from = byte_at(text, s.start), to = byte_at(text, s.end);
    if (to <= from || from < at || to > text.size()) continue;
    h << std::string_view(text).substr(at, from - at);
    const std::string href = address_of(catalog, s);
    h << "<mark class=\"sp a\" id=\"span-"_h << s.id << "\">"_h;
    if (!href.empty()) h << "<a href=\""_h << Url{href} << "\">"_h << std::string_view(text).substr(from, to - from) << "</a>"_h;
    else h << std::string_view(text).substr(from, to - from);
    h << "<sup>"_h << ++n << "</sup></mark>"_h;
    at = to;
  }
  return h << std::string_view(text).substr(at) << "</div>"_h;
}

Html text_panel(const reg::Catalog& catalog, const reg::PanelContext& x) {
  Html body(x.lang);
  if (x.what.name != "evidence") return body;
  const std::string text = db::as_text(x.cells[static_cast<std::size_t>(x.what.column("text"))]);
  const std::string sha = db::as_text(x.cells[static_cast<std::size_t>(x.what.column("sha256"))]);
  const std::string type = db::as_text(x.cells[static_cast<std::size_t>(x.what.column("media_type"))]);
  if (!sha.empty()) {
    const std::string href = "/evidence/" + std::to_string(x.id) + "/file";
    if (type.starts_with("image/")) body << "<img class=\"scan-view\" src=\""_h << Url{href} << "\" alt=\""_h << x.what.title_of(x.cells, x.lang) << "\">"_h;
    body << "<p>"_h << button(x.lang, {.label = Text("Mở tệp", "Open the file"), .icon = "download", .href = href, .small = true}) << "</p>"_h;
  }
  if (!text.empty()) body << marked_text(catalog, text, spans_of(x.db, x.actor, x.id), x.lang);
  else if (sha.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có nội dung, chưa có tệp.", "No text and no file yet.") << "</p>"_h;
  return card(x.lang, {.title = Text("Nội dung và chữ làm chứng", "Text and proving words"), .body = body});
}

Html attach_form(const reg::PanelContext& x) {
  Html h(x.lang);
  h << "<details class=\"attach\"><summary class=\"btn btn-s\">"_h << icon("paperclip", "s") << Text("Đính chứng cứ", "Attach evidence")
    << "</summary><form method=\"post\" action=\"/evidence/attach\" enctype=\"multipart/form-data\"><input type=\"hidden\" name=\"csrf\" value=\""_h << x.csrf
    << "\"><input type=\"hidden\" name=\"register\" value=\""_h << x.what.name << "\"><input type=\"hidden\" name=\"record\" value=\""_h << x.id << "\">"_h;
  Control title;
  title.name = "title";
  title.label = Text("Tên tài liệu", "Title");
  title.hint = Text("Hoặc mã của chứng cứ đã có trong kho, ví dụ CC-2025-001", "Or the code of evidence already in the store, such as CC-2025-001");
  title.required = true;
  title.max_length = 300;
  Control quote;
  quote.name = "quote";
  quote.label = Text("Nguyên văn làm chứng", "Proving words");
  quote.max_length = 1000;
  h << control(x.lang, title) << control(x.lang, quote) << "<label class=\"lab\">"_h << Text("Tệp (PDF, ảnh, Word)", "File (PDF, picture, Word)") << "<input class=\"inp\" type=\"file\" name=\"file\"></label><button class=\"btn btn-primary btn-s\" type=\"submit\">"_h
    << Text("Đính vào bản ghi", "Attach to the record") << "</button></form></details>"_h;
  return h;
}

const char* icon_of(std::string_view kind) {
  return kind == "article" ? "news" : kind == "decision" ? "rubber-stamp" : kind == "photo" ? "photo" : "file-text";
}

std::vector<ListItem> proofs_of(const reg::PanelContext& x) {
  std::vector<ListItem> items;
  const bool claim = x.what.name == "claim";
  std::string sql = std::string("SELECT e.id, e.title, e.source, e.published, s.quote, s.id, e.kind, e.illustrative FROM evidence_span s JOIN evidence e ON e.id = s.evidence WHERE s.deleted = 0 AND e.deleted = 0 AND ") +
                          (claim ? "s.claim = $1" : "s.record_id = $1 AND s.register_name = $2") + " AND ";
  db::Params params{x.id};
  if (!claim) params.emplace_back(x.what.name);
  append(sql, params, both(org_scope(x.actor, "s"), org_scope(x.actor, "e")));
  x.db.each(db::Sql::built(sql + " ORDER BY e.published, s.id LIMIT 20"), params, [&](const db::Row& r) {
    ListItem item;
    item.icon = icon_of(r.text(6));
    item.tone = Tone::info;
    item.title = Html(x.lang) << r.text(1);
    item.href = "/evidence/" + std::to_string(r.integer(0)) + "?span=" + std::to_string(r.integer(5)) + "#span-" + std::to_string(r.integer(5));
    item.detail = Html(x.lang) << r.text(2);
    if (const auto day = Date::from_iso(r.text(3))) item.detail << (r.text(2).empty() ? "" : ", ") << format_date(*day, x.lang);
    if (!r.text(4).empty()) item.detail << "<q class=\"quote\"><mark class=\"sp\">"_h << r.text(4) << "</mark></q>"_h;
    if (r.integer(7) == 1) item.end = illustrative_mark(x.lang);
    items.push_back(std::move(item));
    return true;
  });
  return items;
}

Html evidence_panel(const reg::PanelContext& x) {
  if (x.what.name == "evidence" || x.what.name == "evidence_span" || x.what.reference) return Html(x.lang);
  const auto items = proofs_of(x);
  Card c;
  c.title = Text("Chứng cứ", "Evidence");
  c.body = Html(x.lang);
  if (items.empty()) c.head_end = evidence_chip(x.lang, "missing", "", "");
  else c.body << item_list(x.lang, items);
  if (x.actor.may(Function::enter)) c.body << attach_form(x);
  return card(x.lang, c);
}

/// Records of other registers that point here, a few of each.
Html related_panel(const reg::Catalog& catalog, const reg::PanelContext& x) {
  std::vector<ListItem> items;
  for (const reg::Description* d : catalog.all()) {
    if (!d->parent_field.empty() || d->name == x.what.name) continue;
    for (const reg::Field& f : d->fields) {
      if (f.kind != reg::Kind::link || x.what.name != f.opt.link) continue;
      if (!f.opt.filter) continue;  // only links that the register's own list can show
      reg::ListQuery q;
      q.filters = {{f.name, std::to_string(x.id)}};
      q.limit = 3;
      const auto page = reg::list(x.db, *d, x.actor, q);
      if (page.rows.empty()) continue;
      ListItem item;
      item.icon = d->icon_name;
      item.title = Html(x.lang) << d->plural;
      item.detail = Html(x.lang);
      for (const auto& row : page.rows) item.detail << "<a class=\"rel\" href=\"/"_h << d->path << "/"_h << db::as_int(row[reg::k_id]) << "\">"_h << d->title_of(row, x.lang) << "</a>"_h;
      item.end = more_link(x.lang, Message("Cả " + format_int(page.count, Lang::vi), "All " + format_int(page.count, Lang::en)), "/" + d->path + "?" + f.name + "=" + std::to_string(x.id));
      items.push_back(std::move(item));
    }
  }
  if (items.empty()) return Html(x.lang);
  return card(x.lang, {.title = Text("Liên quan", "Related"), .body = item_list(x.lang, items)});
}

// ---- acts ----

std::string_view kind_of_file(std::string_view media_type) {
  if (media_type.starts_with("image/")) return "photo";
  return "scan";
}

web::Response refused(const Shell& shell, const Problem& p, const std::string& back) {
  PageHead head;
  head.title = Text("Chưa đính được chứng cứ", "The evidence was not attached");
  return reg::respond(shell, head, empty_state(shell.lang, head.title, p.message, {{Text("Về bản ghi", "Back to the record"), back}}), http_status(p.code));
}

Result<std::int64_t> evidence_for(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor) {
  const auto& d = evidence_items();
  const std::string title(r.form.get("title"));
  if (auto known = reg::load_code(tx, d, actor, title)) return db::as_int((*known)[reg::k_id]);
  reg::Cells cells = fresh_record(d, actor.org);
  auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("title", title);
  put("kind", std::string("other"));
  put("text", std::string(r.form.get("quote")));
  const auto upload = std::find_if(r.uploads.begin(), r.uploads.end(), [](const web::Upload& u) { return u.field == "file" && !u.bytes.empty(); });
  if (upload != r.uploads.end()) {
    NC_TRY(type, media_type_of(upload->bytes));
    NC_CHECKED(fits, has_room(tx, actor.org, upload->bytes.size()));
    put("kind", std::string(kind_of_file(type)));
    put("sha256", keep_file(tx, upload->bytes, type));
    put("file_name", upload->filename);
    put("media_type", type);
    put("size", static_cast<std::int64_t>(upload->bytes.size()));
  }
  auto saved = reg::save(tx, *c.catalog, d, actor, std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  return saved->id;
}

web::Response attach(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const auto* target = c.catalog->find(r.form.get("register"));
  const auto record = parse_int(r.form.get("record"));
  if (!target || !record) return refused(shell, {Code::invalid, Message("Không rõ bản ghi cần đính chứng cứ.", "The record is not named."), {}}, "/");
  const std::string back = "/" + target->path + "/" + std::to_string(*record);
  auto there = reg::load(tx, *target, actor, *record);
  if (!there) return refused(shell, there.error(), "/");
  auto evidence = evidence_for(c, r, tx, actor);
  if (!evidence) return refused(shell, evidence.error(), back);
  const auto& d = evidence_spans();
  reg::Cells cells = fresh_record(d, actor.org);
  auto put = [&](std::string_view column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("evidence", *evidence);
  put("quote", std::string(r.form.get("quote")));
  put("start_at", std::int64_t{0});
  put("end_at", std::int64_t{0});
  put("register_name", target->name);
  put("record_id", *record);
  if (target->name == "claim") put("claim", *record);
  auto saved = reg::save(tx, *c.catalog, d, actor, std::move(cells));
  if (!saved) return refused(shell, saved.error().front(), back);
  return web::redirect(back + "?done=saved");
}

/// Recognises what was sent and draws pictures anew before the act begins: that takes long, and writers would wait for it.
web::Handler prepared_first(const reg::Context& c, web::Handler act) {
  return [&c, act = std::move(act)](const web::Request& r) {
    bool may = false;
    std::int64_t most = 0;
    c.db->read([&](db::ReadDb& db) {
      const Actor actor = c.actor(db, r);
      may = actor.may(Function::enter) && !actor.preview();
      most = room_of(db, actor.org).file;
    });
    if (!may || r.uploads.empty()) return act(r);
    web::Request ready = r;
    for (web::Upload& u : ready.uploads) {
      if (u.bytes.empty()) continue;
      auto kept = prepared(u.bytes, most);
      if (!kept) return web::refusal(kept.error());
      u.bytes = std::move(kept->bytes);
      u.content_type = kept->media_type;
    }
    return act(ready);
  };
}

/// A file that waits is scanned when somebody asks for it, outside of any transaction.
web::Handler scanned_first(const reg::Context& c, web::Handler page) {
  return [&c, page = std::move(page)](const web::Request& r) {
    std::string waiting;
    c.db->read([&](db::ReadDb& db) {
      const auto cells = reg::load(db, evidence_items(), c.actor(db, r), parse_int(r.arg("id")).value_or(0));
      const std::string sha = cells ? evidence_items().text(*cells, "sha256") : "";
      const Quarantine q = quarantine_of(db, sha);
      if (!q.served && (q.state == "waiting" || q.state == "none")) waiting = sha;
    });
    if (!waiting.empty()) scan_file(*c.db, waiting);
    return page(r);
  };
}

web::Response send_file(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  auto cells = reg::load(db, evidence_items(), actor, parse_int(r.arg("id")).value_or(0));
  if (!cells) return refused(shell, cells.error(), "/evidence");
  const auto& d = evidence_items();
  auto file = load_file(db, db::as_text((*cells)[static_cast<std::size_t>(d.column("sha256"))]));
  if (!file) return refused(shell, file.error(), "/evidence");
  std::string name = db::as_text((*cells)[static_cast<std::size_t>(d.column("file_name"))]);
  if (file->media_type.starts_with("image/")) {
    web::Response response;
    response.headers.emplace_back("Content-Type", file->media_type);
    response.headers.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");  // opened by itself it is a picture and nothing else
    response.body = std::move(file->bytes);
    return response;
  }
  return web::download(std::move(file->bytes), file->media_type, name.empty() ? "chung-cu" : name);
}

}  // namespace

void add_evidence_everywhere(reg::Context& context) {
  const reg::Catalog& catalog = *context.catalog;
  context.panels_everywhere.emplace_back(reg::PanelPlace::main, [&catalog](const reg::PanelContext& x) { return text_panel(catalog, x); });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, evidence_panel);
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [&catalog](const reg::PanelContext& x) { return related_panel(catalog, x); });
  context.drawn_elsewhere = [](const reg::Description& d, const reg::Field& f) { return d.name == "evidence" && f.name == "text"; };
  context.list_chips = [](db::ReadDb& db, const Actor& actor, const reg::Description& d, const std::vector<reg::Cells>& rows, Lang lang) {
    std::vector<Html> none;
    if (d.reference || d.name == "evidence" || d.name == "evidence_span" || d.name == "organisation" || d.name == "occasion" || d.name == "report") return none;
    std::vector<RecordKey> keys;
    for (const auto& row : rows) keys.push_back({d.name, db::as_int(row[reg::k_id])});
    return evidence_chips(db, actor, keys, lang, d.name == "delegation" || d.name == "aid");
  };
}

void add_evidence_pages(web::Router& router, const reg::Context& context) {
  router.post("/evidence/attach", web::person("enter"), prepared_first(context, reg::act_handler(context, [&context](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return attach(context, r, tx, a, s); })));
  router.get("/evidence/{id}/file", web::person().of("evidence"), scanned_first(context, reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return send_file(r, db, a, s); })));
}

Html uploads_card(db::ReadDb& db, Lang lang) {
  const UploadFacts facts = upload_facts(db);
  const Room room = room_of(db, 0);
  const std::string scanner = scanner_address();
  const auto mb = [&](std::int64_t bytes) { return format_int(bytes / (1024 * 1024), lang) + " MB"; };
  std::vector<Entry> entries;
  entries.push_back({Text("Quét mã độc", "Virus scanner"), scanner.empty() ? badge(lang, Text("chưa đặt (NHIPCAU_SCANNER)", "not set (NHIPCAU_SCANNER)"), Tone::warn, "alert-triangle")
                                                           : facts.last_failure.empty() ? badge(lang, Text("đang dùng", "in use"), Tone::ok, "check")
                                                                                         : Html(lang) << badge(lang, Text("không trả lời", "does not answer"), Tone::bad, "alert-triangle") << " "_h << facts.last_failure});
  entries.push_back({Text("Chờ quét", "Waiting"), Html(lang) << format_int(facts.waiting, lang)});
  entries.push_back({Text("Bị giữ lại", "Held back"), facts.infected ? badge(lang, Message(format_int(facts.infected, Lang::vi) + " tệp có mã độc", format_int(facts.infected, Lang::en) + " files with malware"), Tone::bad)
                                                                      : Html(lang) << "0"});
  entries.push_back({Text("Chưa quét lần nào", "Never scanned"), Html(lang) << format_int(facts.unscanned, lang)});
  entries.push_back({Text("Chỗ đã dùng", "Room used"), Html(lang) << mb(facts.bytes) << " / "_h << mb(room.total) << ", "_h
                                                                  << Message("mỗi đơn vị " + mb(room.org) + ", mỗi tệp " + mb(room.file), mb(room.org) + " an organisation, " + mb(room.file) + " a file")});
  return card(lang, {.title = Text("Tệp gửi lên", "Files sent in"), .body = definition_list(lang, entries)});
}

void scan_files(db::Database& database) {
  constexpr int k_a_minute = 20;
  scan_waiting(database, k_a_minute);
}

std::vector<std::string> verify_evidence(db::ReadDb& db) {
  std::vector<std::string> faults, hashes;
  db.each("SELECT sha256 FROM blob", {}, [&](const db::Row& r) {
    hashes.emplace_back(r.text(0));
    return true;
  });
  for (const auto& hash : hashes)
    if (!stored_file(db, hash)) faults.push_back("evidence file " + hash + ": content does not fit its hash");
  db.each("SELECT s.id, s.quote, s.start_at, s.end_at, e.text FROM evidence_span s JOIN evidence e ON e.id = s.evidence WHERE s.deleted = 0 AND s.end_at > s.start_at", {}, [&](const db::Row& r) {
    const std::string text(r.text(4));
    const auto from = byte_at(text, r.integer(2)), to = byte_at(text, r.integer(3));
    if (std::string_view(text).substr(from, to - from) != r.text(1)) faults.push_back("evidence span " + std::to_string(r.integer(0)) + ": its words are not at its place in the text");
    return true;
  });
  return faults;
}

}  // namespace nc::app
