// Routes and acts of imports: what people post, step by step.
#include "sheets/pages_import.h"

#include <algorithm>

#include "auth/access.h"
#include "base/fold.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_name_most = 120;

Problem no_job() {
  return {Code::not_found,
          Text("Lần nhập này không còn hoặc là của người khác. Gửi lại tệp.",
               "This import is gone or belongs to somebody else. Send the file again."),
          {}};
}

/// "thư mục\Đoàn vào.xlsx" -> "Đoàn vào.xlsx".
std::string short_name(const std::string& sent) {
  std::string name = mended(sent.substr(sent.find_last_of("/\\") + 1));
  while (name.size() > k_name_most) name.pop_back();
  return is_utf8(name) && !name.empty() ? name : "bang-tinh";
}

/// Signed in, but outside any transaction: reading a file takes long.
web::Handler visit_handler(const Context& c, const Description& d, std::function<web::Response(const web::Request&, const ImportVisit&)> body) {
  return [&c, &d, body = std::move(body)](const web::Request& r) {
    Actor actor;
    Shell shell;
    c.db->read([&](db::ReadDb& db) {
      actor = c.actor(db, r);
      if (actor.id != 0) shell = c.shell(db, r, actor);
    });
    if (actor.id == 0) return web::redirect("/sign-in?back=" + url_encode(r.method == "GET" ? r.target : "/"));
    if (const auto refused = refusal_of(r.access, actor, r.method == "POST")) return problem_page(shell, *refused);
    web::Response response = body(r, {c, d, actor, shell});
    if (c.after_page && r.method == "GET") c.after_page(r);
    return response;
  };
}

// ---- sending ---------------------------------------------------------------------------------------------

struct Sent {
  std::string name, bytes;
};

Result<Sent> sent_file(const web::Request& r, Lang lang) {
  const auto upload = std::find_if(r.uploads.begin(), r.uploads.end(), [](const web::Upload& u) { return u.field == "file" && !u.filename.empty(); });
  if (upload != r.uploads.end()) return Sent{short_name(upload->filename), upload->bytes};
  const std::string pasted(r.form.get("pasted"));
  if (!pasted.empty()) return Sent{std::string(Text("Khối dán", "Pasted rows").in(lang)), pasted};
  return refuse(Code::invalid, Text("Chọn một tệp, hoặc dán các dòng chép từ Excel.", "Choose a file, or paste rows copied from Excel."), "file");
}

/// Opened from the page of a record (?delegation=DV-2025-101): all rows become parts of it.
void fix_parent(const web::Request& r, const Description& d, ImportChoices& choices) {
  if (!d.parent_field.empty() && r.query.has(d.parent_field)) choices.fixed[d.parent_field] = std::string(r.query.get(d.parent_field));
}

web::Response send(const web::Request& r, const ImportVisit& v) {
  auto sent = sent_file(r, v.lang());
  if (!sent) return import_start_page(v, &sent.error(), 422);
  const auto named = [&](Problem p) {
    p.message = {"Tệp “" + sent->name + "”: " + p.message.vi, "File “" + sent->name + "”: " + p.message.en};
    return p;
  };
  auto sheets = tables::sheets_of(sent->bytes);
  ImportJob guess;
  guess.file_name = sent->name;
  Result<bool> guessed = true;
  if (sheets && !sheets->empty()) guess.choices.sheet = sheets->front();
  if (sheets) v.c.db->read([&](db::ReadDb& db) { guessed = guess_choices(db, v.d, guess, sent->bytes); });
  // An empty first sheet is common; the first with something in it is taken.
  for (std::size_t i = 1; sheets && !guessed && i < sheets->size() && i < 20; ++i) {
    guess.choices.sheet = (*sheets)[i];
    v.c.db->read([&](db::ReadDb& db) { guessed = guess_choices(db, v.d, guess, sent->bytes); });
  }
  if (!sheets || !guessed) {
    const Problem wrong = named(sheets ? guessed.error() : sheets.error());
    return import_start_page(v, &wrong, 422);
  }
  fix_parent(r, v.d, guess.choices);
  return web::redirect(v.url(begin_import(v, sent->name, sent->bytes, guess.choices)));
}

// ---- acts on one import ----------------------------------------------------------------------------------

void read_targets(const web::Request& r, const Description& d, ImportChoices& c) {
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < c.targets.size(); ++i) {
    const std::string name(r.form.get("t-" + std::to_string(i)));
    const Field* f = d.find(name.substr(0, name.find_first_of(".:")));
    c.targets[i] = f && !f->opt.inner ? name : "";
  }
  c.fixed.clear();
  for (const auto& [name, value] : r.form.items())
    if (name.starts_with("x-") && !value.empty() && d.find(name.substr(2))) c.fixed[name.substr(2)] = value;
  c.empty_clears = r.form.get("empty_clears") == "1";
}

/// Two columns for one field, or no column at all.
std::optional<Problem> check_targets(const Description& d, const ImportChoices& c) {
  std::vector<std::string> used;
  for (const std::string& t : c.targets) {
    if (t.empty() || t.ends_with(k_qualifier_of)) continue;
    const std::string name = t.substr(0, t.find(".."));
    if (std::find(used.begin(), used.end(), name) != used.end()) {
      const Field* f = d.find(name);
      return Problem{Code::invalid, {"Hai cột cùng là “" + f->label.vi + "”. Bỏ qua một cột.", "Two columns are “" + f->label.en + "”. Leave one out."}, {}};
    }
    used.push_back(name);
  }
  if (used.empty()) return Problem{Code::invalid, Text("Chưa cột nào được nhận. Chọn ô của sổ cho ít nhất một cột.", "No column is used yet. Choose a field for at least one."), {}};
  return std::nullopt;
}

/// Could a sheet have this cell? A forged place must not grow a row to billions of cells.
bool is_place(std::int64_t line, std::int64_t column) {
  const tables::Limits limits;
  return line >= 1 && line <= static_cast<std::int64_t>(limits.rows) && column >= 0 && column < static_cast<std::int64_t>(limits.columns);
}

/// Cells named c-LINE-COLUMN that differ from what was there (o-LINE-COLUMN); all-LINE-COLUMN mends every cell like it.
void read_mends(const web::Request& r, ImportChoices& c) {
  for (const auto& [name, value] : r.form.items()) {
    if (name.starts_with("fate-")) {
      if (const auto line = parse_int(name.substr(5))) c.fates[static_cast<int>(*line)] = fate_of(value);
    } else if (name.starts_with("out-")) {
      if (const auto line = parse_int(name.substr(4))) c.left_out.push_back(static_cast<int>(*line));
    } else if (name.starts_with("c-")) {
      const std::size_t dash = name.find('-', 2);
      if (dash == std::string::npos) continue;
      const auto line = parse_int(name.substr(2, dash - 2)), column = parse_int(name.substr(dash + 1));
      const std::string was(r.form.get("o-" + name.substr(2)));
      if (!line || !column || !is_place(*line, *column) || value == was) continue;
      if (r.form.get("all-" + name.substr(2)) == "1" && !was.empty()) c.replace[{static_cast<int>(*column), was}] = value;
      else c.edits[{static_cast<int>(*line), static_cast<int>(*column)}] = value;
    }
  }
  if (r.form.has("sure")) c.sure = fate_of(r.form.get("sure"));
  if (r.form.has("likely")) c.likely = fate_of(r.form.get("likely"));
  c.keep_totals = r.form.get("keep_totals") == "1";
  if (r.form.has("_keep_file")) c.keep_file = r.form.get("keep_file") == "1";
}

void keep(const ImportVisit& v, const ImportJob& job) {
  v.c.db->write([&](db::Tx& tx) {
    keep_job(tx, job);
    return true;
  });
}

web::Response look_again(const web::Request& r, const ImportVisit& v, ImportJob job) {
  const std::string sheet(r.form.get("sheet"));
  const auto line = parse_int(r.form.get("header"));
  const bool same_sheet = sheet == job.choices.sheet;
  const auto parent = job.choices.fixed.find(v.d.parent_field);
  const std::string of = parent == job.choices.fixed.end() ? std::string() : parent->second;
  job.choices = {};
  job.choices.sheet = sheet;
  // Another sheet has its header elsewhere.
  if (same_sheet && line && *line > 0 && *line < 2'000'000) job.choices.header_line = static_cast<int>(*line);
  std::string bytes;
  Result<bool> guessed = true;
  v.c.db->read([&](db::ReadDb& db) {
    bytes = file_of_job(db, job.id);
    guessed = guess_choices(db, v.d, job, bytes);
  });
  if (!guessed) return import_columns_page(v, job, &guessed.error());
  if (!of.empty()) job.choices.fixed[v.d.parent_field] = of;
  job.state = "open";
  job.outcome.clear();
  keep(v, job);
  return web::redirect(v.url(job) + "?step=columns");
}

web::Response map_columns(const web::Request& r, const ImportVisit& v, ImportJob job) {
  read_targets(r, v.d, job.choices);
  if (const auto problem = check_targets(v.d, job.choices)) return import_columns_page(v, job, &*problem);
  std::string bytes;
  v.c.db->read([&](db::ReadDb& db) { bytes = file_of_job(db, job.id); });
  const auto sheet = chosen_sheet(job, bytes);
  if (!sheet) return import_columns_page(v, job, &sheet.error());
  v.c.db->write([&](db::Tx& tx) {
    remember_mapping(tx, v.d, sheet->header, job.choices.targets);
    keep_job(tx, job);
    return true;
  });
  launch_import(v.c, v.d, v.actor, job, "check");
  return web::redirect(v.url(job));
}

/// Another sheet of a file that was imported: an import of its own.
web::Response next_sheet(const web::Request& r, const ImportVisit& v, const ImportJob& job) {
  ImportJob next;
  next.file_name = job.file_name;
  next.choices.sheet = std::string(r.form.get("sheet"));
  std::string bytes;
  Result<bool> guessed = true;
  v.c.db->read([&](db::ReadDb& db) {
    bytes = file_of_job(db, job.id);
    guessed = guess_choices(db, v.d, next, bytes);
  });
  if (!guessed) return problem_page(v.shell, guessed.error());
  return web::redirect(v.url(begin_import(v, next.file_name, bytes, next.choices)));
}

web::Response act(const web::Request& r, const ImportVisit& v, ImportJob job) {
  const std::string what(r.form.get("act"));
  if (const auto running = v.c.imports->find(job.id)) {
    if (what == "cancel") running->cancel = true;
    v.c.imports->wait(job.id, 1000);
    return web::redirect(v.url(job));
  }
  const bool before = job.state == "open" || job.state == "checked";
  if (what == "look" && before) return look_again(r, v, std::move(job));
  if (what == "map" && before) return map_columns(r, v, std::move(job));
  if (what == "drop" && before) {
    v.c.db->write([&](db::Tx& tx) {
      drop_job(tx, job.id);
      return true;
    });
    return web::redirect(v.base());
  }
  if ((what == "mend" || what == "run" || what == "run_good") && before) {
    read_mends(r, job.choices);
    if (what == "run_good")
      for (const OutcomeRow& row : outcome_from(job.outcome).shown)
        if (!row.problems.empty()) job.choices.left_out.push_back(row.line);
    keep(v, job);
    launch_import(v.c, v.d, v.actor, job, what == "mend" ? "check" : "import");
    return web::redirect(v.url(job));
  }
  if (what == "next" && job.state == "done") return next_sheet(r, v, job);
  if ((what == "undo" || what == "undo_rest") && job.state == "done") launch_import(v.c, v.d, v.actor, job, what);
  return web::redirect(v.url(job));
}

web::Response show(const web::Request& r, const ImportVisit& v, const ImportJob& job) {
  if (const auto running = v.c.imports->find(job.id)) return import_running_page(v, job, *running);
  if (job.state == "done" || job.state == "undone") return import_done_page(v, job);
  const bool refused = !job.outcome.empty() && !outcome_from(job.outcome).refused.empty();
  if (job.state == "open" || r.query.get("step") == "columns") {
    if (!refused) return import_columns_page(v, job, nullptr);
    const Problem why{Code::invalid, outcome_from(job.outcome).refused, {}};
    return import_columns_page(v, job, &why);
  }
  return import_checked_page(v, job);
}

/// Handlers of one import: it must be the person's own.
web::Handler job_handler(const Context& c, const Description& d, std::function<web::Response(const web::Request&, const ImportVisit&, ImportJob)> body) {
  return visit_handler(c, d, [body = std::move(body)](const web::Request& r, const ImportVisit& v) {
    std::optional<ImportJob> job;
    v.c.db->read([&](db::ReadDb& db) { job = find_job(db, v.d, v.actor, r.arg("job")); });
    return job ? body(r, v, std::move(*job)) : problem_page(v.shell, no_job());
  });
}

constexpr const char* k_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* k_ods = "application/vnd.oasis.opendocument.spreadsheet";

void add_pages_of(web::Router& router, const Context& c, const Description& d) {
  const std::string base = list_url(d) + "/import";
  router.get(base, web::person("enter"), visit_handler(c, d, [](const web::Request&, const ImportVisit& v) { return import_start_page(v, nullptr, 200); }));
  router.post(base, web::person("enter"), visit_handler(c, d, send));
  router.get(base + "/grid", web::person("enter"), visit_handler(c, d, [](const web::Request&, const ImportVisit& v) { return import_grid(v); }));
  router.post(base + "/grid", web::person("enter"), visit_handler(c, d, import_grid_act));
  router.get(base + "/template.xlsx", web::person("enter"), visit_handler(c, d, [](const web::Request&, const ImportVisit& v) {
    std::string book;
    v.c.db->read([&](db::ReadDb& db) { book = import_template(db, *v.c.catalog, v.d, v.actor); });
    return web::download(std::move(book), k_xlsx, "mau-" + v.d.path + ".xlsx");
  }));
  router.get(base + "/{job}", web::person("enter"), job_handler(c, d, [](const web::Request& r, const ImportVisit& v, ImportJob job) { return show(r, v, job); }));
  router.post(base + "/{job}", web::person("enter"), job_handler(c, d, act));
  for (const auto& [format, type] : {std::pair{"xlsx", k_xlsx}, std::pair{"ods", k_ods}, std::pair{"csv", "text/csv; charset=utf-8"}})
    router.get(base + "/{job}/rows." + format, web::person("enter"), job_handler(c, d, [format = std::string(format), type = std::string(type)](const web::Request&, const ImportVisit& v, ImportJob job) {
      auto book = bad_rows_book(outcome_from(job.outcome), v.lang(), format);
      return book ? web::download(std::move(*book), type, "can-sua-" + v.d.path + "." + format) : problem_page(v.shell, book.error());
    }));
}

}  // namespace

ImportJob begin_import(const ImportVisit& v, const std::string& name, const std::string& bytes, const ImportChoices& choices) {
  ImportJob job;
  v.c.db->write([&](db::Tx& tx) {
    job = start_job(tx, v.d, v.actor, name, bytes);
    job.choices = choices;
    keep_job(tx, job);
    return true;
  });
  return job;
}

void add_import_pages(web::Router& router, const Context& context) {
  for (const Description* d : context.catalog->all()) add_pages_of(router, context, *d);
}

}  // namespace nc::reg
