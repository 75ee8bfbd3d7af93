// nhipcau person export, erase, confirm: what is held on a person, taken out by two.
#include <cstdio>
#include <fstream>

#include "app/catalog.h"
#include "app/commands/commands.h"
#include "app/privacy/person.h"
#include "app/program.h"

namespace nc::app {

namespace {

Result<Actor> actor_named(db::ReadDb& db, const std::string& login) {
  if (login.empty()) return Actor::system();
  const Actor actor = actor_of_login(db, login);
  if (actor.id == 0) return refuse(Code::not_found, Message("Không có tài khoản “" + login + "”.", "There is no account “" + login + "”."));
  return actor;
}

Result<std::string> written_out(Program& program, const PersonOptions& o) {
  Result<std::string> out = std::string();
  program.database().read([&](db::ReadDb& db) {
    const auto actor = actor_named(db, o.user);
    const auto who = actor ? Named::of(name_of_person(db, *actor, o.who)) : tl::make_unexpected(actor.error());
    if (!who) {
      out = tl::make_unexpected(who.error());
      return;
    }
    const PersonFile file = find_person(db, program.catalog(), *actor, *who);
    out = o.format == "html" ? to_page(file, Lang::vi) : to_json(file, program.catalog());
  });
  return out;
}

/// In one transaction that goes back when the act is refused.
template <class T, class Body>
Result<T> acted(Program& program, const std::string& login, Body body) {
  Result<T> out = T{};
  program.database().write([&](db::Tx& tx) {
    const auto actor = actor_named(tx, login);
    out = actor ? body(tx, *actor) : Result<T>(tl::make_unexpected(actor.error()));
    return out.has_value();
  });
  return out;
}

}  // namespace

int run_person_export(const Common& common, const PersonOptions& o) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  const auto text = written_out(**program, o);
  if (!text) return refused(text.error());
  if (o.out == "-") return std::fwrite(text->data(), 1, text->size(), stdout) == text->size() && std::puts("") >= 0 ? 0 : 1;
  std::ofstream file(o.out, std::ios::binary);
  file << *text;
  return file.flush() ? 0 : refused({Code::invalid, Message("Không ghi được tệp " + o.out, "The file " + o.out + " can't be written"), {}});
}

int run_person_erase(const Common& common, const PersonOptions& o) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  const auto asked = acted<std::int64_t>(**program, o.user, [&](db::Tx& tx, const Actor& a) { return ask_erasure(tx, catalog(), a, name_of_person(tx, a, o.who), o.decision, o.reason); });
  if (!asked) return refused(asked.error());
  std::printf("Đề nghị số %lld chờ người thứ hai: nhipcau person confirm %lld --user ...\nRequest %lld waits for a second person.\n", static_cast<long long>(*asked), static_cast<long long>(*asked),
              static_cast<long long>(*asked));
  return 0;
}

int run_person_confirm(const Common& common, const PersonOptions& o) {
  auto program = Program::open(database_url(common.database));
  if (!program) return refused(program.error());
  const auto done = acted<Erasure>(**program, o.user, [&](db::Tx& tx, const Actor& a) { return confirm_erasure(tx, catalog(), a, o.request); });
  if (!done) return refused(done.error());
  std::printf("Đã xóa / erased: %lld ô / fields, %lld mục nhật ký / ledger entries, %lld thư / letters\n", static_cast<long long>(done->fields), static_cast<long long>(done->entries),
              static_cast<long long>(done->letters));
  return 0;
}

}  // namespace nc::app
