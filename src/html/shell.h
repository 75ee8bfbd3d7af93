// The frame of every page: sidebar, top bar, tab bar of phones, toast, scripts.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace nc {

struct NavItem {
  Message label{};
  std::string href{}, icon{};
  std::string badge{};      ///< "" or a count
  bool alert = false;       ///< badge in red
  std::string key{};        ///< letter after G that goes there: "D"
};
struct NavGroup {
  Message label{};          ///< may be empty
  std::vector<NavItem> items{};
  bool open = false;        ///< begins open; so do the group of the current page and groups without a label
};

/// What the frame needs to know of the request, the person and the office.
struct Shell {
  Lang lang = Lang::vi;
  bool dark = false;
  bool rail = false;                 ///< narrow sidebar (composer, intake)
  std::string path;                  ///< current path and query: marks the nav item, language links return here
  std::vector<NavGroup> nav;
  Message office;                    ///< "Liên hiệp hữu nghị Cần Thơ"
  std::string person, person_title;  ///< empty person: not signed in
  std::string period_code;           ///< working period "2025"
  Message period_label;              ///< "Năm 2025"
  std::vector<std::string> period_choices;  ///< codes offered by the period switch
  std::string csrf;
  std::string toast;                 ///< "Đã lưu đoàn." with...
  std::string toast_undo;            ///< ...the address to post to for undo, or ""
  bool sample = false;               ///< sample office: says so in the frame
  Message seen_as{};                 ///< an administrator sees the site as somebody else: says whom, with a way to end it
  std::string notices_href;          ///< where the bell leads; "" for no bell
  bool notices_new = false;          ///< red dot on the bell
  std::string new_href;              ///< the + of phones: what there is to enter; "" leaves it out
  std::vector<NavItem> tab_bar;      ///< three items of the tab bar of phones; empty: the first ones of `nav`
};

struct PageHead {
  Message title;                     ///< <title> and h1 (page() prints crumbs, h1, beside, sub and actions: class "ph")
  std::vector<std::pair<Message, std::string>> crumbs{};  ///< label, href
  Html beside{};                     ///< right after the h1: badges
  Html sub{};                        ///< the line under it
  Html actions{};                    ///< buttons at the right end
  bool bare = false;                 ///< the body draws its own h1 (composer, sign-in)
  std::vector<std::string> scripts{};///< more asset bundles that this page needs: "chart.js"
};

/// The whole page as HTML text. With an empty `nav` there is no sidebar (sign-in, errors before sign-in).
/// Switches are links: /set?lang=en&back=PATH, /set?theme=dark&back=PATH, /set?period=2025&back=PATH; signing out posts to
/// /sign-out. The search box asks GET /search?q=.
std::string page(const Shell& shell, const PageHead& head, const Html& body);

}  // namespace nc
