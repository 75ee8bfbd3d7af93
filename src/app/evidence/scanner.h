// A virus scanner asked about files: clamd's own protocol, or a command.
#pragma once
#include <string>
#include <string_view>

namespace nc::app {

/// $NHIPCAU_SCANNER: "unix:/run/clamav/clamd.ctl", "tcp:127.0.0.1:3310", "command:/usr/bin/scan --stdin"; "" for none. Not a setting
/// in the database: whoever can write there must not choose what the server runs.
std::string scanner_address();

struct Scan {
  enum class Verdict { clean, infected, failed } verdict = Verdict::failed;
  std::string note;  ///< the signature found, or why there is no verdict
};
/// Sends the bytes (clamd: INSTREAM; a command: on standard input, exit 0 clean, 1 infected) and waits up to a minute. Never inside a
/// transaction.
Scan scan(const std::string& address, std::string_view bytes);

}  // namespace nc::app
