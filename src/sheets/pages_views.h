// Pages around the lists of every register: kept views and the choice of columns. Work without scripts.
//   GET  /<path>/views                     one's views; ?list=QUERY offers to keep that list
//   POST /<path>/views                     fields list, name, audience, usual -> 303 to the list
//   POST /<path>/views/{view}              field act: rename (name, audience), replace (list), usual, unusual, drop
//   GET  /<path>/columns?QUERY             which columns, in which order; ?set=1&list=QUERY&c=FIELD&n-FIELD=1 -> 303 to the list
#pragma once
#include "register/pages.h"

namespace nc::reg {

/// What lists show of it, and which list opens by itself.
void add_view_tools(Context& context);
void add_view_pages(web::Router& router, const Context& context);

}  // namespace nc::reg
