// The sub-commands of the program. Each returns the exit code: 0 done, 1 refused with a message on stderr.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace nc::app {

struct Common { std::string database; bool json = false; };

struct InitOptions { bool sample = false; };
int run_init(const Common&, const InitOptions&);

struct GenerateOptions { std::int64_t aid = 0, delegations = 0, partners = 0; unsigned seed = 1; };
/// Deterministic load data, every row marked illustrative.
int run_generate(const Common&, const GenerateOptions&);

struct ServeOptions { std::string listen; int workers = 4; bool quiet = false; };
int run_serve(const Common&, const ServeOptions&);

struct FigureOptions {
  std::string code, org, period, from, to, as_of, scope = "tree", units, by;
  std::vector<std::string> where;
  bool rows = false;
};
int run_figure(const Common&, const FigureOptions&);

struct ReportOptions { std::string kind, org, period, format = "json", out = "-"; };
int run_report(const Common&, const ReportOptions&);

struct TransferOptions { std::string register_name, file, format = "csv"; std::vector<std::string> where; bool dry_run = false; };
int run_import(const Common&, const TransferOptions&);
int run_export(const Common&, const TransferOptions&);

struct ReadOptions { std::string file, published; };
/// Candidate facts of an article or office file (src/intake); needs no database.
int run_read(const Common&, const ReadOptions&);

struct DeskOptions { std::vector<std::string> files; std::string org, user, published, source; };
/// Files and folders to the press desk; what is there already is left alone, so a folder may be given again and again.
int run_desk_add(const Common&, const DeskOptions&);

/// What is left empty comes from the role, or is own organisation, entering, internal sight.
struct UserOptions { std::string login, name, title, org, role, reach, sight, functions; };
int run_user_add(const Common&, const UserOptions&);
int run_user_password(const Common&, const UserOptions&);
int run_user_disable(const Common&, const UserOptions&);
int run_backup(const Common&, const std::string& file);
int run_restore(const Common&, const std::string& file);
int run_verify(const Common&);
/// Tries out a restore.
int run_drill(const Common& common);
/// Signs the head of the ledger.
int run_sign(const Common& common);
int run_migrate(const Common&);
/// Sends the letters that wait, or one test letter.
int run_mail_send(const Common&);
int run_mail_test(const Common&, const std::string& to);
int run_routes(const Common&);
int run_illustrative_remove(const Common&);
/// Writes the schema of the described registers: db/schema/*.sql, and db/migrations/0001_first.*.sql while nothing is released.
int run_plan(const std::string& folder);

struct PersonOptions { std::string who, user, decision, reason, format = "json", out = "-"; std::int64_t request = 0; };
/// What is held on a person; asking to erase; the second person's confirmation.
int run_person_export(const Common&, const PersonOptions&);
int run_person_erase(const Common&, const PersonOptions&);
int run_person_confirm(const Common&, const PersonOptions&);

/// Prints a problem on stderr in both languages and returns 1.
int refused(const Problem& problem);

}  // namespace nc::app
