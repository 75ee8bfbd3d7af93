// Pango at work: the only file, with pdf_draw.cpp, that includes its headers.
#include "file/text_measure.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <map>

#include "file/paper_words.h"

namespace nc::paper {
namespace {

// Liberation Serif (as Times New Roman): ascent, descent and line gap of the em.
constexpr double k_ascent = 0.891, k_descent = 0.216, k_natural = 1.149;
constexpr const char* k_family = "Liberation Serif,Tinos,Times New Roman,serif";

/// Font map of 72 dpi without hinting, so that one Pango unit is 1/1024 pt and widths don't depend on a screen.
PangoContext* context() {
  static PangoContext* const made = [] {
    PangoFontMap* map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    PangoContext* ctx = pango_font_map_create_context(map);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(ctx, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(ctx, FALSE);
    pango_context_set_language(ctx, pango_language_from_string("vi"));
    return ctx;
  }();
  return made;
}

struct Unref {
  void operator()(PangoLayout* p) const { g_object_unref(p); }
};

PangoFontDescription* font(double pt, bool bold, bool italic) {
  PangoFontDescription* face = pango_font_description_from_string(k_family);
  pango_font_description_set_size(face, static_cast<int>(pt * PANGO_SCALE));
  if (bold) pango_font_description_set_weight(face, PANGO_WEIGHT_BOLD);
  if (italic) pango_font_description_set_style(face, PANGO_STYLE_ITALIC);
  return face;
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

/// A line must not start with the hyphen of "Việt Nam - Lào": no break at the blank before it.
void forbid_leading_hyphens(PangoAttrList* list, const std::string& text) {
  for (std::size_t at = text.find(" - ", 1); at != std::string::npos; at = text.find(" - ", at + 2)) {
    add(list, pango_attr_allow_breaks_new(FALSE), at, at + 2);
  }
}

PangoAttrList* attributes(const Runs& runs, const std::string& text) {
  PangoAttrList* list = pango_attr_list_new();
  std::size_t at = 0;
  for (const auto& run : runs) {
    const std::size_t end = at + run.text.size();
    if (run.bold) add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), at, end);
    if (run.italic) add(list, pango_attr_style_new(PANGO_STYLE_ITALIC), at, end);
    at = end;
  }
  forbid_leading_hyphens(list, text);
  return list;
}

double pt_of(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

}  // namespace

std::recursive_mutex& font_lock() {
  static std::recursive_mutex lock;
  return lock;
}

bool face_has_vietnamese() {
  const std::scoped_lock hold(font_lock());
  static const bool has = [] {
    PangoFontDescription* wanted = font(12, false, false);
    PangoFont* face = pango_context_load_font(context(), wanted);
    const bool ok = face != nullptr && pango_font_has_char(face, 0x1EC7) && pango_font_has_char(face, 0x01B0);
    if (face != nullptr) g_object_unref(face);
    pango_font_description_free(wanted);
    return ok;
  }();
  return has;
}

TextBox::TextBox(const Runs& runs, double width_pt, const TextLook& look)
    : layout_(pango_layout_new(context()), Unref{}),
      line_height_(look.pt * k_natural * look.line_factor),
      baseline_((line_height_ - look.pt * (k_ascent + k_descent)) / 2 + look.pt * k_ascent) {
  PangoLayout* layout = layout_.get();
  PangoFontDescription* face = font(look.pt, look.bold, look.italic);
  pango_layout_set_font_description(layout, face);
  pango_font_description_free(face);
  const std::string text = plain(runs);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  PangoAttrList* list = attributes(runs, text);
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
  pango_layout_set_width(layout, width_pt > 0 ? static_cast<int>(width_pt * PANGO_SCALE) : -1);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_indent(layout, static_cast<int>(look.first_line_pt * PANGO_SCALE));
  pango_layout_set_justify(layout, look.align == Align::justified);
  pango_layout_set_alignment(layout, look.align == Align::centre  ? PANGO_ALIGN_CENTER
                                     : look.align == Align::right ? PANGO_ALIGN_RIGHT
                                                                  : PANGO_ALIGN_LEFT);
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  do {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter);
    std::size_t at = 0;
    for (const auto& run : runs) {
      const std::size_t end = at + run.text.size();
      const int first = std::max(line->start_index, static_cast<int>(at));
      const int last = std::min(line->start_index + line->length, static_cast<int>(end));
      if (!run.href.empty() && first < last) {
        int* ranges = nullptr;
        int n = 0;
        pango_layout_line_get_x_ranges(line, first, last, &ranges, &n);
        for (int i = 0; i < n; ++i) {
          links_.push_back({lines_.size(), pt_of(ranges[2 * i]), pt_of(ranges[2 * i + 1] - ranges[2 * i]), run.href});
        }
        g_free(ranges);
      }
      at = end;
    }
    lines_.push_back({pt_of(logical.x), pt_of(logical.width)});
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
}

double TextBox::last_line_width() const { return lines_.empty() ? 0 : lines_.back().width; }

double text_width_mm(std::string_view text, double pt, bool bold, bool italic) {
  const std::scoped_lock hold(font_lock());
  return TextBox({Run{std::string(text), bold, italic, {}, {}}}, 0, {.pt = pt}).last_line_width() / k_pt_per_mm;
}

namespace {

/// Width of one character in em.
double em_of(char32_t c, bool bold) {
  static std::map<std::pair<char32_t, bool>, double> known;
  auto [found, fresh] = known.try_emplace({c, bold});
  if (fresh) {
    char utf8[6];
    const int length = g_unichar_to_utf8(c, utf8);
    const std::string text(utf8, static_cast<std::size_t>(length));
    found->second = TextBox({Run{text, bold, false, {}, {}}}, 0, {.pt = 100}).last_line_width() / 100;
  }
  return found->second;
}

}  // namespace

TextSpan span_mm(std::string_view text, double pt, bool bold) {
  const std::scoped_lock hold(font_lock());
  TextSpan span;
  double word = 0;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_find_next_char(at, nullptr)) {
    const gunichar c = g_utf8_get_char_validated(at, end - at);
    if (c >= 0xfffffffeU) continue;  // not UTF-8: no width of its own
    const double width = em_of(c == '\n' ? U' ' : c, bold);
    span.all += width;
    word = c == ' ' || c == '\n' ? 0 : word + width;
    span.longest_word = std::max(span.longest_word, word);
  }
  span.all *= pt / k_pt_per_mm;
  span.longest_word *= pt / k_pt_per_mm;
  return span;
}

double last_line_mm(std::string_view text, double pt, bool bold, double width_mm) {
  const std::scoped_lock hold(font_lock());
  const TextBox box({Run{std::string(text), bold, false, {}, {}}}, width_mm * k_pt_per_mm,
                    {.pt = pt, .align = Align::centre});
  return box.last_line_width() / k_pt_per_mm;
}

}  // namespace nc::paper
