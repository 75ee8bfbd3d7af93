// The command line: reads the words, calls the command. Modules are listed in app/catalog.cpp and app/figures.cpp.
#include <csignal>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "base/log.h"
#include "db/db.h"

namespace {

using namespace nc::app;

/// All commands with their options; parsing runs the one that was named.
class CommandLine {
 public:
  explicit CommandLine(CLI::App& app) : app_(app) {
    app_.require_subcommand(1);
    add_office();
    add_figures();
    add_transfer();
    add_reading();
    add_accounts();
    add_people();
    add_keeping();
    add_others();
  }
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// What the command that ran answers to the shell.
  int code() const { return code_; }

 private:
  struct None {};

  template <class O, class F>
  CLI::App* command(CLI::App& parent, const char* name, const char* help, O& options, F run) {
    CLI::App* sub = parent.add_subcommand(name, help);
    sub->add_option("--database", common_.database, "SQLite file or postgresql:// address");
    sub->add_flag("--json", common_.json, "one JSON document on standard output");
    sub->callback([this, &options, run] { code_ = run(common_, options); });
    return sub;
  }

  void add_office();
  void add_figures();
  void add_transfer();
  void add_reading();
  void add_accounts();
  void add_people();
  void add_keeping();
  void add_others();

  CLI::App& app_;
  Common common_;
  int code_ = 0;
  None none_;
  InitOptions init_;
  GenerateOptions generate_;
  ServeOptions serve_;
  FigureOptions figure_;
  ReportOptions report_;
  TransferOptions transfer_;
  ReadOptions reading_;
  DeskOptions desk_;
  UserOptions user_;
  PersonOptions person_;
  std::string file_;
  std::string folder_ = "db";
};

void CommandLine::add_office() {
  command(app_, "init", "new database", init_, run_init)->add_flag("--sample", init_.sample, "with the sample office");
  auto* g = command(app_, "generate", "deterministic load data, marked as such", generate_, run_generate);
  g->add_option("--aid", generate_.aid);
  g->add_option("--delegations", generate_.delegations);
  g->add_option("--partners", generate_.partners);
  g->add_option("--seed", generate_.seed);
  auto* s = command(app_, "serve", "the server", serve_, run_serve);
  s->add_option("--listen", serve_.listen, "ADDRESS:PORT");
  s->add_option("--workers", serve_.workers)->check(CLI::Range(1, 64));
  s->add_flag("--quiet", serve_.quiet, "log errors only");
}

void CommandLine::add_figures() {
  auto* f = command(app_, "figure", "one figure", figure_, run_figure);
  f->add_option("code", figure_.code)->required();
  f->add_option("--org", figure_.org)->required();
  f->add_option("--period", figure_.period);
  f->add_option("--from", figure_.from);
  f->add_option("--to", figure_.to);
  f->add_option("--as-of", figure_.as_of);
  f->add_option("--scope", figure_.scope);
  f->add_option("--units", figure_.units, "then (default) or now")->check(CLI::IsMember({"then", "now"}));
  f->add_option("--by", figure_.by);
  f->add_option("--where", figure_.where, "key=value")->take_all();
  f->add_flag("--rows", figure_.rows);
  auto* r = command(app_, "report", "a report", report_, run_report);
  r->add_option("kind", report_.kind)->required()->check(CLI::IsMember({"half_year", "eight_month", "nine_month", "annual", "term"}));
  r->add_option("--org", report_.org)->required();
  r->add_option("--period", report_.period)->required();
  r->add_option("--format", report_.format)->check(CLI::IsMember({"json", "html", "docx", "pdf"}));
  r->add_option("--out", report_.out, "file, - for standard output");
}

void CommandLine::add_transfer() {
  auto* i = command(app_, "import", "records from a table file", transfer_, run_import);
  i->add_option("register", transfer_.register_name)->required();
  i->add_option("file", transfer_.file)->required();
  i->add_flag("--dry-run", transfer_.dry_run);
  auto* e = command(app_, "export", "records to a table file", transfer_, run_export);
  e->add_option("register", transfer_.register_name)->required();
  e->add_option("--where", transfer_.where, "field=value")->take_all();
  e->add_option("--format", transfer_.format)->check(CLI::IsMember({"xlsx", "csv", "json"}));
  e->add_option("--out", transfer_.file, "file, - for standard output");
}

void CommandLine::add_reading() {
  auto* rd = command(app_, "read", "candidate facts of an article or office file", reading_, run_read);
  rd->add_option("file", reading_.file)->required();
  rd->add_option("--published", reading_.published, "day of publication, where the text does not tell it");
  auto* dk = app_.add_subcommand("desk", "articles to be read and decided");
  dk->require_subcommand(1);
  auto* da = command(*dk, "add", "files or folders of articles; those that are there already are left alone", desk_, run_desk_add);
  da->add_option("file", desk_.files)->required();
  da->add_option("--org", desk_.org, "whose work the articles report")->required();
  da->add_option("--user", desk_.user, "account that adds them");
  da->add_option("--published", desk_.published, "day of publication, where the text does not tell it");
  da->add_option("--source", desk_.source, "outlet");
}

void CommandLine::add_accounts() {
  auto* u = app_.add_subcommand("user", "accounts");
  u->require_subcommand(1);
  auto* add = command(*u, "add", "new account; the pass-phrase is read from standard input", user_, run_user_add);
  add->add_option("login", user_.login)->required();
  add->add_option("--name", user_.name)->required();
  add->add_option("--title", user_.title);
  add->add_option("--org", user_.org)->required();
  add->add_option("--role", user_.role, "association_officer, union_specialist, clerk, vice_chair, chair, vufo_reader, auditor, administrator, guest");
  add->add_option("--reach", user_.reach)->check(CLI::IsMember({"own", "below", "union", "all"}));
  add->add_option("--sight", user_.sight)->check(CLI::IsMember({"published", "figures", "internal", "personal"}));
  add->add_option("--functions", user_.functions, "enter,check,approve,number,publish,administer,audit");
  command(*u, "password", "new pass-phrase", user_, run_user_password)->add_option("login", user_.login)->required();
  command(*u, "disable", "no more signing in", user_, run_user_disable)->add_option("login", user_.login)->required();
}

void CommandLine::add_people() {
  auto* pe = app_.add_subcommand("person", "what is held on a person");
  pe->require_subcommand(1);
  auto* px = command(*pe, "export", "everything that names the person", person_, run_person_export);
  px->add_option("who", person_.who, "full name, or number of an account")->required();
  px->add_option("--user", person_.user, "account that asks; without it the whole database is looked through");
  px->add_option("--format", person_.format)->check(CLI::IsMember({"json", "html"}));
  px->add_option("--out", person_.out, "file, - for standard output");
  auto* pr = command(*pe, "erase", "ask to erase the person; a second account confirms", person_, run_person_erase);
  pr->add_option("who", person_.who, "full name, or number of an account")->required();
  pr->add_option("--user", person_.user, "account that asks")->required();
  pr->add_option("--decision", person_.decision, "number of the decision or request")->required();
  pr->add_option("--reason", person_.reason)->required();
  auto* pc = command(*pe, "confirm", "carry out a request to erase, for good", person_, run_person_confirm);
  pc->add_option("request", person_.request)->required();
  pc->add_option("--user", person_.user, "the second account")->required();
}

void CommandLine::add_keeping() {
  command(app_, "backup", "copy while people work", file_, run_backup)->add_option("file", file_)->required();
  command(app_, "restore", "from a backup", file_, run_restore)->add_option("file", file_)->required();
  command(app_, "verify", "database, ledger chain and evidence", none_, [](const Common& c, const None&) { return run_verify(c); });
  command(app_, "drill", "try out a restore: backup, restore elsewhere, check everything", none_, [](const Common& c, const None&) { return run_drill(c); });
  command(app_, "sign", "sign the head of the ledger", none_, [](const Common& c, const None&) { return run_sign(c); });
  command(app_, "migrate", "bring an older database up to date", none_, [](const Common& c, const None&) { return run_migrate(c); });
}

void CommandLine::add_others() {
  auto* mail = app_.add_subcommand("mail", "letters");
  mail->require_subcommand(1);
  command(*mail, "send", "send the letters that wait", none_, [](const Common& c, const None&) { return run_mail_send(c); });
  command(*mail, "test", "send a test letter", file_, run_mail_test)->add_option("address", file_)->required();
  command(app_, "routes", "addresses of the site", none_, [](const Common& c, const None&) { return run_routes(c); });
  auto* illustrative = app_.add_subcommand("illustrative", "rows made up for the sample office");
  illustrative->require_subcommand(1);
  command(*illustrative, "remove", "remove them all", none_, [](const Common& c, const None&) { return run_illustrative_remove(c); });
  command(app_, "plan", "write the schema files from the descriptions", folder_, [](const Common&, const std::string& to) { return run_plan(to); })
      ->add_option("--folder", folder_);
}

}  // namespace

int main(int argc, char** argv) {
  // A mail server, a provider or a reader of the output that hangs up is an error to answer, not a reason to end: TLS writes know no
  // MSG_NOSIGNAL, and libcurl leaves the signal to the program once CURLOPT_NOSIGNAL is set.
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app{"Nhịp Cầu: sổ đăng ký, con số và báo cáo của Liên hiệp các tổ chức hữu nghị"};
  CommandLine line(app);
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
  return line.code();
}
