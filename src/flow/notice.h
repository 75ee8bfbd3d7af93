// What people are told inside the program, and the letters made of it.
#pragma once
#include "auth/actor.h"
#include "register/describe.h"

namespace nc::flow {

struct Notice {
  std::int64_t id = 0;
  Instant at = 0;
  std::string register_name, act, actor_name;
  std::int64_t record = 0;
  Message words;
  bool read = false;
};

/// Who could act: an account as the actor it is at work. Disabled accounts are left out.
std::vector<Actor> all_actors(db::ReadDb& db);
/// Does the person reach the record's organisation (the access rule)?
bool reaches(db::ReadDb& db, const Actor& actor, const reg::Description& d, std::int64_t record);

/// Tells one person; nobody is told twice of the same act on the same record within a minute.
void tell(db::Tx& tx, std::int64_t person, const reg::Description& d, std::int64_t record, const std::string& act, const std::string& actor_name,
          const Message& words);

/// Newest first; unread ones before read ones.
std::vector<Notice> notices(db::ReadDb& db, std::int64_t person, int limit);
std::int64_t unread(db::ReadDb& db, std::int64_t person);
/// `id` 0 marks all as read.
void mark_read(db::Tx& tx, std::int64_t person, std::int64_t id);
/// Puts one letter into mail_outbox for each person with unread notices that no letter told of yet, a mail address, and no wish
/// to be left alone (person.mail_choice). Returns how many letters.
int write_digests(db::Tx& tx);
/// The same at once for what is overdue, returned, or says one's name, to people who want that (mail_choice "all").
int write_urgent(db::Tx& tx);
bool anything_urgent(db::ReadDb& db);
/// Puts one letter into mail_outbox. `person` 0: to `address`.
void post(db::Tx& tx, const std::string& kind, std::int64_t person, const std::string& address, const std::string& subject, const std::string& body);

}  // namespace nc::flow
