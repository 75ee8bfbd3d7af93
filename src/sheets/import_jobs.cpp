// Where imports wait: their tables, their JSON.
#include "sheets/import_jobs.h"

#include <boost/json.hpp>

#include "base/base64.h"
#include "base/fold.h"
#include "base/hash.h"

namespace nc::reg {

namespace json = boost::json;

namespace {

std::string text_in(const json::object& o, const char* name) {
  const auto* v = o.if_contains(name);
  return v && v->is_string() ? std::string(v->get_string()) : std::string();
}
int int_in(const json::object& o, const char* name) {
  const auto* v = o.if_contains(name);
  return v && v->is_int64() ? static_cast<int>(v->get_int64()) : 0;
}
bool flag_in(const json::object& o, const char* name) {
  const auto* v = o.if_contains(name);
  return v && v->is_bool() && v->get_bool();
}
const json::array& list_in(const json::object& o, const char* name) {
  static const json::array none;
  const auto* v = o.if_contains(name);
  return v && v->is_array() ? v->get_array() : none;
}
json::object object_of(const std::string& text) {
  boost::system::error_code broken;
  json::value v = json::parse(text, broken);
  return !broken && v.is_object() ? std::move(v.get_object()) : json::object{};
}
std::string text_at(const json::value& v, std::size_t i) { return std::string(v.get_array().at(i).get_string()); }
int int_at(const json::value& v, std::size_t i) { return static_cast<int>(v.get_array().at(i).get_int64()); }

std::string choices_json(const ImportChoices& c) {
  json::object o{{"sheet", c.sheet}, {"header", c.header_line}, {"sure", code_of(c.sure)}, {"likely", code_of(c.likely)},
                 {"empty_clears", c.empty_clears}, {"keep_totals", c.keep_totals}, {"keep_file", c.keep_file}};
  json::array targets, fixed, fates, edits, replace, out;
  for (const auto& t : c.targets) targets.emplace_back(t);
  for (const auto& [name, value] : c.fixed) fixed.push_back(json::array{name, value});
  for (const auto& [line, fate] : c.fates) fates.push_back(json::array{line, code_of(fate)});
  for (const auto& [at, value] : c.edits) edits.push_back(json::array{at.first, at.second, value});
  for (const auto& [at, value] : c.replace) replace.push_back(json::array{at.first, at.second, value});
  for (const int line : c.left_out) out.emplace_back(line);
  o["targets"] = std::move(targets);
  o["fixed"] = std::move(fixed);
  o["fates"] = std::move(fates);
  o["edits"] = std::move(edits);
  o["replace"] = std::move(replace);
  o["left_out"] = std::move(out);
  return json::serialize(o);
}

ImportChoices choices_from(const std::string& text) {
  const json::object o = object_of(text);
  ImportChoices c;
  c.sheet = text_in(o, "sheet");
  c.header_line = int_in(o, "header");
  c.sure = fate_of(text_in(o, "sure"));
  c.likely = fate_of(text_in(o, "likely"));
  c.empty_clears = flag_in(o, "empty_clears");
  c.keep_totals = flag_in(o, "keep_totals");
  c.keep_file = flag_in(o, "keep_file");
  for (const auto& v : list_in(o, "targets")) c.targets.emplace_back(v.get_string());
  for (const auto& v : list_in(o, "fixed")) c.fixed[text_at(v, 0)] = text_at(v, 1);
  for (const auto& v : list_in(o, "fates")) c.fates[int_at(v, 0)] = fate_of(text_at(v, 1));
  for (const auto& v : list_in(o, "edits")) c.edits[{int_at(v, 0), int_at(v, 1)}] = text_at(v, 2);
  for (const auto& v : list_in(o, "replace")) c.replace[{int_at(v, 0), text_at(v, 1)}] = text_at(v, 2);
  for (const auto& v : list_in(o, "left_out")) c.left_out.push_back(static_cast<int>(v.get_int64()));
  return c;
}

json::object row_json(const OutcomeRow& r) {
  json::object o{{"line", r.line}, {"skipped", r.skipped}};
  json::array cells, problems;
  for (const auto& c : r.cells) cells.emplace_back(c);
  for (const auto& [column, message] : r.problems) problems.push_back(json::array{column, message.vi, message.en});
  o["cells"] = std::move(cells);
  o["problems"] = std::move(problems);
  if (r.twin.id != 0 || r.twin.line != 0)
    o["twin"] = json::object{{"id", r.twin.id}, {"code", r.twin.code}, {"title", r.twin.title}, {"line", r.twin.line}, {"sure", r.twin.sure}};
  return o;
}

OutcomeRow row_from(const json::object& o) {
  OutcomeRow r;
  r.line = int_in(o, "line");
  r.skipped = flag_in(o, "skipped");
  for (const auto& v : list_in(o, "cells")) r.cells.emplace_back(v.get_string());
  for (const auto& v : list_in(o, "problems")) r.problems.emplace_back(int_at(v, 0), Message(text_at(v, 1), text_at(v, 2)));
  if (const auto* twin = o.if_contains("twin")) {
    const json::object& t = twin->get_object();
    r.twin = {t.at("id").get_int64(), text_in(t, "code"), text_in(t, "title"), int_in(t, "line"), flag_in(t, "sure")};
  }
  return r;
}

ImportJob job_of(const db::Row& row) {
  ImportJob job;
  job.id = row.text(0);
  job.register_name = row.text(1);
  job.person = row.integer(2);
  job.file_name = row.text(3);
  job.state = row.text(4);
  job.batch = row.text(5);
  job.created = row.integer(6);
  job.choices = choices_from(std::string(row.text(7)));
  job.outcome = row.text(8);
  return job;
}

}  // namespace

std::string outcome_json(const ImportOutcome& x) {
  json::object o{{"file", x.file}, {"sheet", x.sheet}, {"rows", x.rows}, {"created", x.created}, {"updated", x.updated},
                 {"unchanged", x.unchanged}, {"failed", x.failed}, {"skipped", x.skipped}, {"repeated", x.repeated},
                 {"filled_down", x.filled_down}, {"totals_kept", x.totals_kept}, {"done", x.done},
                 {"refused_vi", x.refused.vi}, {"refused_en", x.refused.en}};
  json::array header, shown, totals, others;
  for (const auto& h : x.header) header.emplace_back(h);
  for (const auto& r : x.shown) shown.push_back(row_json(r));
  for (const auto& t : x.totals)
    totals.push_back(json::array{t.line, t.year, t.words, t.field, t.value.value.value_or(0), std::string(code(t.value.qualifier))});
  for (const auto& [line, text] : x.no_records) others.push_back(json::array{line, text});
  o["header"] = std::move(header);
  o["shown"] = std::move(shown);
  o["totals"] = std::move(totals);
  o["no_records"] = std::move(others);
  return json::serialize(o);
}

ImportOutcome outcome_from(const std::string& text) {
  const json::object o = object_of(text);
  ImportOutcome x;
  x.file = text_in(o, "file");
  x.sheet = text_in(o, "sheet");
  x.rows = int_in(o, "rows");
  x.created = int_in(o, "created");
  x.updated = int_in(o, "updated");
  x.unchanged = int_in(o, "unchanged");
  x.failed = int_in(o, "failed");
  x.skipped = int_in(o, "skipped");
  x.repeated = int_in(o, "repeated");
  x.filled_down = int_in(o, "filled_down");
  x.totals_kept = int_in(o, "totals_kept");
  x.done = flag_in(o, "done");
  x.refused = {text_in(o, "refused_vi"), text_in(o, "refused_en")};
  for (const auto& v : list_in(o, "header")) x.header.emplace_back(v.get_string());
  for (const auto& v : list_in(o, "shown")) x.shown.push_back(row_from(v.get_object()));
  for (const auto& v : list_in(o, "totals")) {
    YearTotal t{int_at(v, 0), int_at(v, 1), text_at(v, 2), text_at(v, 3), {v.get_array().at(4).get_int64(), Qualifier::exact}};
    qualifier_from_code(text_at(v, 5), t.value.qualifier);
    x.totals.push_back(std::move(t));
  }
  for (const auto& v : list_in(o, "no_records")) x.no_records.emplace_back(int_at(v, 0), text_at(v, 1));
  return x;
}

std::int64_t prune_jobs(db::Tx& tx) {
  const Instant at = now();
  return tx.exec("DELETE FROM import_file WHERE job IN (SELECT id FROM import_job WHERE created_at < $1)", {at - k_file_life}) +
         tx.exec("DELETE FROM import_job WHERE created_at < $1 OR (created_at < $2 AND batch = '')", {at - k_job_life, at - k_file_life});
}

ImportJob start_job(db::Tx& tx, const Description& d, const Actor& actor, std::string file_name, std::string_view bytes) {
  const Instant at = now();
  prune_jobs(tx);
  // Room for ten files a person; the oldest make way.
  std::vector<std::string> crowd;
  tx.each("SELECT f.job FROM import_file f JOIN import_job j ON j.id = f.job WHERE j.person = $1 ORDER BY j.created_at DESC LIMIT 100",
          {actor.id}, [&](const db::Row& row) {
            crowd.emplace_back(row.text(0));
            return true;
          });
  for (std::size_t i = 9; i < crowd.size(); ++i) drop_job(tx, crowd[i]);
  ImportJob job;
  job.id = random_token(12);
  job.register_name = d.name;
  job.person = actor.id;
  job.file_name = std::move(file_name);
  job.created = at;
  tx.exec("INSERT INTO import_job (id, register_name, person, file_name, state, batch, created_at, choices, outcome) "
          "VALUES ($1, $2, $3, $4, $5, '', $6, '', '')",
          {job.id, job.register_name, job.person, job.file_name, job.state, job.created});
  tx.exec("INSERT INTO import_file (job, content) VALUES ($1, $2)", {job.id, base64_of(bytes)});
  return job;
}

#define NC_JOB_COLUMNS "SELECT id, register_name, person, file_name, state, batch, created_at, choices, outcome FROM import_job "

std::optional<ImportJob> find_job(db::ReadDb& db, const Description& d, const Actor& actor, std::string_view id) {
  std::optional<ImportJob> out;
  db.each(NC_JOB_COLUMNS "WHERE id = $1 AND register_name = $2 AND person = $3", {std::string(id), d.name, actor.id},
          [&](const db::Row& row) {
            out = job_of(row);
            return false;
          });
  return out;
}

std::vector<ImportJob> jobs_of(db::ReadDb& db, const Description& d, const Actor& actor) {
  std::vector<ImportJob> out;
  db.each(NC_JOB_COLUMNS "WHERE register_name = $1 AND person = $2 ORDER BY created_at DESC LIMIT 10", {d.name, actor.id},
          [&](const db::Row& row) {
            out.push_back(job_of(row));
            return true;
          });
  return out;
}

std::string file_of_job(db::ReadDb& db, std::string_view id) {
  return from_base64(db::as_text(db.scalar("SELECT content FROM import_file WHERE job = $1", {std::string(id)}))).value_or("");
}

void keep_job(db::Tx& tx, const ImportJob& job) {
  tx.exec("UPDATE import_job SET state = $2, batch = $3, choices = $4, outcome = $5 WHERE id = $1",
          {job.id, job.state, job.batch, choices_json(job.choices), job.outcome});
}

void drop_file(db::Tx& tx, std::string_view id) { tx.exec("DELETE FROM import_file WHERE job = $1", {std::string(id)}); }

void drop_job(db::Tx& tx, std::string_view id) {
  drop_file(tx, id);
  tx.exec("DELETE FROM import_job WHERE id = $1", {std::string(id)});
}

std::map<std::string, std::string> remembered_mapping(db::ReadDb& db, const Description& d, const Header& header) {
  std::map<std::string, std::string> out;
  const json::object kept = object_of(db::as_text(db.scalar("SELECT mapping FROM import_mapping WHERE register_name = $1 AND header = $2",
                                                            {d.name, header_key(header)})));
  for (const auto& item : kept)
    if (item.value().is_string()) out[std::string(item.key())] = std::string(item.value().get_string());
  return out;
}

void remember_mapping(db::Tx& tx, const Description& d, const Header& header, const std::vector<std::string>& targets) {
  json::object kept;
  for (std::size_t i = 0; i < header.names.size() && i < targets.size(); ++i)
    if (!header.names[i].empty()) kept[fold(header.names[i])] = targets[i];
  tx.exec("INSERT INTO import_mapping (register_name, header, mapping) VALUES ($1, $2, $3) "
          "ON CONFLICT (register_name, header) DO UPDATE SET mapping = excluded.mapping",
          {d.name, header_key(header), json::serialize(kept)});
}

}  // namespace nc::reg
