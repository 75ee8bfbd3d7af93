// Writes workbooks to be filled in: heads with notes, drop-downs over a sheet of lists, a sheet of hints.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

#include "file/grid.h"
#include "file/temporary_file.h"

namespace nc::tables {
namespace {

constexpr lxw_row_t k_last_row = 2000;  // how far down the drop-downs reach
constexpr time_t k_no_date = 946684800;

class Form {
 public:
  explicit Form(const FormBook& form) : form_(form) {
    book_ = workbook_new(file_.path().c_str());
    if (book_ == nullptr) throw std::runtime_error("can't write " + file_.path());
    lxw_doc_properties properties{};
    properties.created = k_no_date;
    workbook_set_properties(book_, &properties);
    head_ = format(true);
    required_ = format(true);
    format_set_bg_color(required_, 0xFFF2CC);
    wrapped_ = format(false);
    day_ = workbook_add_format(book_);
    format_set_num_format(day_, "dd/mm/yyyy");
  }
  ~Form() {
    if (book_ != nullptr) workbook_close(book_);
  }
  Form(const Form&) = delete;
  Form& operator=(const Form&) = delete;

  std::string write() {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, form_.sheet.c_str());
    hints(workbook_add_worksheet(book_, form_.hints_sheet.c_str()));
    lxw_worksheet* lists = workbook_add_worksheet(book_, form_.lists_sheet.c_str());
    for (std::size_t i = 0; i < form_.columns.size(); ++i) column(sheet, lists, i);
    worksheet_freeze_panes(sheet, 1, 0);
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("can't write the template: ") + lxw_strerror(error));
    return file_.content();
  }

 private:
  lxw_format* format(bool bold) {
    lxw_format* out = workbook_add_format(book_);
    if (bold) {
      format_set_bold(out);
      format_set_bottom(out, LXW_BORDER_THIN);
    }
    format_set_text_wrap(out);
    format_set_align(out, LXW_ALIGN_VERTICAL_TOP);
    return out;
  }

  void hints(lxw_worksheet* sheet) {
    for (std::size_t row = 0; row < form_.hints.size(); ++row)
      for (std::size_t i = 0; i < form_.hints[row].size(); ++i)
        worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(i),
                               form_.hints[row][i].c_str(), row == 0 ? head_ : wrapped_);
    worksheet_set_column(sheet, 0, 0, 32, nullptr);
    worksheet_set_column(sheet, 1, 2, 18, nullptr);
    worksheet_set_column(sheet, 3, 4, 60, nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
  }

  void column(lxw_worksheet* sheet, lxw_worksheet* lists, std::size_t i) {
    const FormColumn& c = form_.columns[i];
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_write_string(sheet, 0, at, c.name.c_str(), c.required ? required_ : head_);
    if (!c.hint.empty()) worksheet_write_comment(sheet, 0, at, c.hint.c_str());
    const double width = std::clamp(static_cast<double>(c.name.size()) * 0.9 + 4, 12.0, 40.0);
    worksheet_set_column(sheet, at, at, width, c.kind == Kind::date ? day_ : nullptr);
    if (!c.choices.empty()) drop_down(sheet, lists, i);
  }

  void drop_down(lxw_worksheet* sheet, lxw_worksheet* lists, std::size_t i) {
    const FormColumn& c = form_.columns[i];
    const lxw_col_t at = lists_++;
    worksheet_write_string(lists, 0, at, c.name.c_str(), head_);
    for (std::size_t row = 0; row < c.choices.size(); ++row)
      worksheet_write_string(lists, static_cast<lxw_row_t>(row + 1), at, c.choices[row].c_str(), nullptr);
    worksheet_set_column(lists, at, at, 24, nullptr);
    std::string formula = fmt::format("='{}'!${}$2:${}${}", form_.lists_sheet, column_letters(at), column_letters(at),
                                      c.choices.size() + 1);
    std::string said = form_.bad_choice;
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    rule.value_formula = formula.data();
    rule.error_type = c.open ? LXW_VALIDATION_ERROR_TYPE_INFORMATION : LXW_VALIDATION_ERROR_TYPE_STOP;
    rule.error_message = said.data();
    rule.ignore_blank = LXW_VALIDATION_ON;
    if (c.open) rule.show_error = LXW_VALIDATION_OFF;
    worksheet_data_validation_range(sheet, 1, static_cast<lxw_col_t>(i), k_last_row, static_cast<lxw_col_t>(i), &rule);
    offer_as_list(sheet);
  }

  /// Turns the rule added last into a drop-down. Asked for a list outright, the library copies the formula twice and
  /// forgets the first copy (1.1.4): each template would leak a little.
  static void offer_as_list(lxw_worksheet* sheet) {
    lxw_data_val_obj* last = nullptr;
    for (lxw_data_val_obj* at = STAILQ_FIRST(sheet->data_validations); at != nullptr;
         at = STAILQ_NEXT(at, list_pointers))
      last = at;
    if (last != nullptr) last->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  }

  const FormBook& form_;
  TemporaryFile file_;
  lxw_workbook* book_ = nullptr;
  lxw_format *head_ = nullptr, *required_ = nullptr, *wrapped_ = nullptr, *day_ = nullptr;
  lxw_col_t lists_ = 0;
};

}  // namespace

std::string write_form(const FormBook& book) { return Form(book).write(); }

}  // namespace nc::tables
