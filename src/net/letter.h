// A letter as SMTP carries it: headers that nothing typed can break, and a plain text.
#pragma once
#include <string>
#include <string_view>

#include "base/clock.h"

namespace nc::net {

struct Letter {
  std::string from, from_name;  ///< address, and the name beside it ("" for none)
  std::string to;
  std::string subject, body;    ///< UTF-8, any content: both are encoded
  std::string message_id;       ///< without <>; the same for every try, so that mailboxes know a repeated letter
  Instant at = 0;
};

/// One plain address "name@example.org", ASCII, at most 254 characters: nothing that could end a header or name a second receiver.
bool is_mail_address(std::string_view address);
/// The part behind the @, in lower case; "" when there is none.
std::string mail_domain(std::string_view address);
/// Headers (RFC 5322, RFC 2047) and the text as base64 (RFC 2045), lines ended by CRLF.
std::string letter_bytes(const Letter& letter);
/// A header value: as it is when it is plain ASCII, else in encoded words; line ends and other control characters become blanks.
std::string header_text(std::string_view utf8);

}  // namespace nc::net
