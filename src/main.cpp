// The command line: reads the words, calls the command. Modules are listed in app/catalog.cpp and app/figures.cpp.
#include <csignal>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "base/log.h"
#include "db/db.h"

namespace {

using namespace nc::app;

template <class O, class F>
CLI::App* command(CLI::App& app, const char* name, const char* help, Common& common, int& code, O& options, F run) {
  CLI::App* sub = app.add_subcommand(name, help);
  sub->add_option("--database", common.database, "SQLite file or postgresql:// address");
  sub->add_flag("--json", common.json, "one JSON document on standard output");
  sub->callback([&code, &common, &options, run] { code = run(common, options); });
  return sub;
}

struct None {};

}  // namespace

int main(int argc, char** argv) {
  // A mail server, a provider or a reader of the output that hangs up is an error to answer, not a reason to end: TLS writes know no
  // MSG_NOSIGNAL, and libcurl leaves the signal to the program once CURLOPT_NOSIGNAL is set.
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app{"Nhịp Cầu: sổ đăng ký, con số và báo cáo của Liên hiệp các tổ chức hữu nghị"};
  app.require_subcommand(1);
  Common common;
  int code = 0;
  None none;

  InitOptions init;
  command(app, "init", "new database", common, code, init, run_init)->add_flag("--sample", init.sample, "with the sample office");

  GenerateOptions generate;
  auto* g = command(app, "generate", "deterministic load data, marked as such", common, code, generate, run_generate);
  g->add_option("--aid", generate.aid);
  g->add_option("--delegations", generate.delegations);
  g->add_option("--partners", generate.partners);
  g->add_option("--seed", generate.seed);

  ServeOptions serve;
  auto* s = command(app, "serve", "the server", common, code, serve, run_serve);
  s->add_option("--listen", serve.listen, "ADDRESS:PORT");
  s->add_option("--workers", serve.workers)->check(CLI::Range(1, 64));
  s->add_flag("--quiet", serve.quiet, "log errors only");

  FigureOptions figure;
  auto* f = command(app, "figure", "one figure", common, code, figure, run_figure);
  f->add_option("code", figure.code)->required();
  f->add_option("--org", figure.org)->required();
  f->add_option("--period", figure.period);
  f->add_option("--from", figure.from);
  f->add_option("--to", figure.to);
  f->add_option("--as-of", figure.as_of);
  f->add_option("--scope", figure.scope);
  f->add_option("--units", figure.units, "then (default) or now")->check(CLI::IsMember({"then", "now"}));
  f->add_option("--by", figure.by);
  f->add_option("--where", figure.where, "key=value")->take_all();
  f->add_flag("--rows", figure.rows);

  ReportOptions report;
  auto* r = command(app, "report", "a report", common, code, report, run_report);
  r->add_option("kind", report.kind)->required()->check(CLI::IsMember({"half_year", "eight_month", "nine_month", "annual", "term"}));
  r->add_option("--org", report.org)->required();
  r->add_option("--period", report.period)->required();
  r->add_option("--format", report.format)->check(CLI::IsMember({"json", "html", "docx", "pdf"}));
  r->add_option("--out", report.out, "file, - for standard output");

  TransferOptions transfer;
  auto* i = command(app, "import", "records from a table file", common, code, transfer, run_import);
  i->add_option("register", transfer.register_name)->required();
  i->add_option("file", transfer.file)->required();
  i->add_flag("--dry-run", transfer.dry_run);
  auto* e = command(app, "export", "records to a table file", common, code, transfer, run_export);
  e->add_option("register", transfer.register_name)->required();
  e->add_option("--where", transfer.where, "field=value")->take_all();
  e->add_option("--format", transfer.format)->check(CLI::IsMember({"xlsx", "csv", "json"}));
  e->add_option("--out", transfer.file, "file, - for standard output");

  ReadOptions reading;
  auto* rd = command(app, "read", "candidate facts of an article or office file", common, code, reading, run_read);
  rd->add_option("file", reading.file)->required();
  rd->add_option("--published", reading.published, "day of publication, where the text does not tell it");

  DeskOptions desk;
  auto* dk = app.add_subcommand("desk", "articles to be read and decided");
  dk->require_subcommand(1);
  auto* da = command(*dk, "add", "files or folders of articles; those that are there already are left alone", common, code, desk, run_desk_add);
  da->add_option("file", desk.files)->required();
  da->add_option("--org", desk.org, "whose work the articles report")->required();
  da->add_option("--user", desk.user, "account that adds them");
  da->add_option("--published", desk.published, "day of publication, where the text does not tell it");
  da->add_option("--source", desk.source, "outlet");

  UserOptions user;
  auto* u = app.add_subcommand("user", "accounts");
  u->require_subcommand(1);
  auto* add = command(*u, "add", "new account; the pass-phrase is read from standard input", common, code, user, run_user_add);
  add->add_option("login", user.login)->required();
  add->add_option("--name", user.name)->required();
  add->add_option("--title", user.title);
  add->add_option("--org", user.org)->required();
  add->add_option("--role", user.role, "association_officer, union_specialist, clerk, vice_chair, chair, vufo_reader, auditor, administrator, guest");
  add->add_option("--reach", user.reach)->check(CLI::IsMember({"own", "below", "union", "all"}));
  add->add_option("--sight", user.sight)->check(CLI::IsMember({"published", "figures", "internal", "personal"}));
  add->add_option("--functions", user.functions, "enter,check,approve,number,publish,administer,audit");
  command(*u, "password", "new pass-phrase", common, code, user, run_user_password)->add_option("login", user.login)->required();
  command(*u, "disable", "no more signing in", common, code, user, run_user_disable)->add_option("login", user.login)->required();

  PersonOptions person;
  auto* pe = app.add_subcommand("person", "what is held on a person");
  pe->require_subcommand(1);
  auto* px = command(*pe, "export", "everything that names the person", common, code, person, run_person_export);
  px->add_option("who", person.who, "full name, or number of an account")->required();
  px->add_option("--user", person.user, "account that asks; without it the whole database is looked through");
  px->add_option("--format", person.format)->check(CLI::IsMember({"json", "html"}));
  px->add_option("--out", person.out, "file, - for standard output");
  auto* pr = command(*pe, "erase", "ask to erase the person; a second account confirms", common, code, person, run_person_erase);
  pr->add_option("who", person.who, "full name, or number of an account")->required();
  pr->add_option("--user", person.user, "account that asks")->required();
  pr->add_option("--decision", person.decision, "number of the decision or request")->required();
  pr->add_option("--reason", person.reason)->required();
  auto* pc = command(*pe, "confirm", "carry out a request to erase, for good", common, code, person, run_person_confirm);
  pc->add_option("request", person.request)->required();
  pc->add_option("--user", person.user, "the second account")->required();

  std::string file;
  command(app, "backup", "copy while people work", common, code, file, run_backup)->add_option("file", file)->required();
  command(app, "restore", "from a backup", common, code, file, run_restore)->add_option("file", file)->required();
  command(app, "verify", "database, ledger chain and evidence", common, code, none, [](const Common& c, const None&) { return run_verify(c); });
  command(app, "drill", "try out a restore: backup, restore elsewhere, check everything", common, code, none, [](const Common& c, const None&) { return run_drill(c); });
  command(app, "sign", "sign the head of the ledger", common, code, none, [](const Common& c, const None&) { return run_sign(c); });
  command(app, "migrate", "bring an older database up to date", common, code, none, [](const Common& c, const None&) { return run_migrate(c); });
  auto* mail = app.add_subcommand("mail", "letters");
  mail->require_subcommand(1);
  command(*mail, "send", "send the letters that wait", common, code, none, [](const Common& c, const None&) { return run_mail_send(c); });
  command(*mail, "test", "send a test letter", common, code, file, run_mail_test)->add_option("address", file)->required();
  command(app, "routes", "addresses of the site", common, code, none, [](const Common& c, const None&) { return run_routes(c); });
  auto* illustrative = app.add_subcommand("illustrative", "rows made up for the sample office");
  illustrative->require_subcommand(1);
  command(*illustrative, "remove", "remove them all", common, code, none, [](const Common& c, const None&) { return run_illustrative_remove(c); });
  std::string folder = "db";
  command(app, "plan", "write the schema files from the descriptions", common, code, folder, [](const Common&, const std::string& to) { return run_plan(to); })
      ->add_option("--folder", folder);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const nc::db::Outage& outage) {
    nc::log::error(outage.what());
    std::fprintf(stderr, "%s\n%s\n", outage.message.vi.c_str(), outage.message.en.c_str());
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return code;
}
