// Courtesy contacts: calls, greetings, gifts, visits together with the city's leaders.
#pragma once
#include "register/pages.h"

namespace nc::app {

const reg::Description& courtesies();

/// The greeting of a courtesy contact as a letter: /courtesies/{id}/letter.docx and .pdf with ?lang=vi, en; both without.
void add_courtesy_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
