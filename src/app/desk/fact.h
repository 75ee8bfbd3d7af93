// A fact of an article as it is kept, and in words.
#pragma once
#include <string>

#include "base/text.h"
#include "intake/intake.h"

namespace nc::app {

/// Everything the article states of a fact; what it does not state is not in the document.
std::string fact_to_json(const intake::Fact& fact);
/// The same back. Unknown members are left out; a document that can't be read gives an empty fact.
intake::Fact fact_from_json(std::string_view json);

/// "57 đoàn vào, hơn 291 lượt khách": what the card says, with its qualifiers.
Message statement_of(const intake::Fact& fact, std::string_view quote);

/// The stretch of days the fact itself states (period, year, month or day); no dates when it states none.
Period period_of(const intake::Fact& fact);

/// One visit, project, event ...: something with a record of its own, not a number over many.
bool is_single(const intake::Fact& fact);

/// One stated field in words, for the card: label and value. Only what the article states.
struct Stated { Message label; std::string value; };
std::vector<Stated> stated_fields(const intake::Fact& fact, Lang lang);
/// What such a statement usually tells and this one does not: labels, to be shown as empty.
std::vector<Message> missing_fields(const intake::Fact& fact);

/// The same fact in the same sentence has the same mark, whatever article prints it.
std::string fingerprint(const intake::Fact& fact, std::string_view sentence, Date published);

}  // namespace nc::app
