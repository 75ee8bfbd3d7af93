// What the program holds on one person, across all registers: found, written out, erased.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/privacy/names.h"
#include "register/store.h"

namespace nc::app {

/// A text in which the person stands.
struct Mention {
  const reg::Description* what = nullptr;
  std::int64_t id = 0;
  std::string code, title;
  const reg::Field* field = nullptr;
  std::string text;
  bool exact = false;     ///< as the name was given; else only nearly
  bool marked = false;    ///< the field is described as personal, so erasing takes it; other texts are for people to look at
  bool removed = false;   ///< the record is in the trash
};
struct AccountHit {
  std::int64_t id = 0;
  std::string login, name, title, email;
  bool disabled = false;
  std::int64_t changes = 0, accesses = 0;  ///< entries of the ledger and of the access log under this account
};
struct PersonFile {
  std::string name;
  std::vector<Mention> mentions;
  std::vector<AccountHit> accounts;
  std::int64_t entries = 0;     ///< of the ledger that hold the name in what they say
  std::int64_t letters = 0;     ///< notices and letters
  bool anything() const { return !mentions.empty() || !accounts.empty() || entries > 0 || letters > 0; }
};
/// Is the record within the actor's reach? Each is looked up once.
class InReach {
 public:
  InReach(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor) : db_(db), catalog_(catalog), actor_(actor) {}
  bool operator()(const std::string& register_name, std::int64_t id);

 private:
  db::ReadDb& db_;
  const reg::Catalog& catalog_;
  const Actor& actor_;
  std::map<std::pair<std::string, std::int64_t>, bool> known_;
};
/// Texts outside of registers that may name people: (id, first, second) of notices, letters and the access log, in reach.
struct Letter {
  const char* table = "";
  std::int64_t id = 0;
  std::string first, second;
};
std::vector<Letter> letters_in_reach(db::ReadDb& db, const Actor& actor, const Named& who);
/// Within the actor's reach. Sensitive fields (telephone, e-mail) of a record come along when the record names the person.
PersonFile find_person(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const Named& who);
/// The name behind an account number; the text itself when it is none within reach.
std::string name_of_person(db::ReadDb& db, const Actor& actor, const std::string& name_or_id);
std::string to_json(const PersonFile& file, const reg::Catalog& catalog);
/// A page of its own to hand to the person.
std::string to_page(const PersonFile& file, Lang lang);

/// A request to erase. The second person's confirmation carries it out.
struct Erasure {
  std::int64_t id = 0, org = 0;
  std::string name;             ///< "" once it is done
  std::string decision, reason;
  std::int64_t asked_by = 0, decided_by = 0;
  std::string asked_name, decided_name;
  Instant asked_at = 0, decided_at = 0;
  std::string state;            ///< waiting, done, refused
  std::int64_t fields = 0, entries = 0, letters = 0;
  std::string pseudonym() const { return "Người đã xóa dữ liệu " + std::to_string(id); }
};
/// Refused without a decision and a reason, and when nothing is found.
Result<std::int64_t> ask_erasure(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const std::string& name, const std::string& decision, const std::string& reason);
/// By somebody else than who asked. Fields described as personal get a pseudonym, sensitive fields beside them become empty, and
/// both leave the ledger's former values too; counts, figures and sealed papers stay as they are.
Result<Erasure> confirm_erasure(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, std::int64_t id);
Result<bool> refuse_erasure(db::Tx& tx, const Actor& actor, std::int64_t id);
std::optional<Erasure> erasure(db::ReadDb& db, const Actor& actor, std::int64_t id);
std::vector<Erasure> erasures(db::ReadDb& db, const Actor& actor);
/// What a field would say afterwards.
std::string erased_text(const Mention& mention, const Named& who, const std::string& pseudonym);

}  // namespace nc::app
