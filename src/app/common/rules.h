// Checks that several registers share, each with a message that says how to mend.
#pragma once
#include "register/describe.h"

namespace nc::app {

/// `to` may not be before `from`; the message stands at `field`.
void not_before(Date from, Date to, const char* field, Problems& problems);
/// The day may not be later than today (office calendar).
void not_in_future(Date day, const char* field, Problems& problems);
/// Counts above `most` are taken for slips of the pen.
void not_absurd(const reg::Count& count, std::int64_t most, const char* field, Problems& problems);
/// A year of merit, a base year: between 1900 and the next year; 0 means none.
void sensible_year(std::int64_t year, const char* field, Problems& problems);
/// Adds a problem in one line.
void complain(Problems& problems, const char* field, std::string vi, std::string en);

}  // namespace nc::app
