// Checks that several registers share, each with a message that says how to mend.
#include "app/common/rules.h"

#include "base/clock.h"

namespace nc::app {

void complain(Problems& problems, const char* field, std::string vi, std::string en) {
  problems.push_back({Code::invalid, Message(std::move(vi), std::move(en)), field});
}

void not_before(Date from, Date to, const char* field, Problems& problems) {
  if (!from || !to || from <= to) return;
  complain(problems, field, "Ngày kết thúc sớm hơn ngày bắt đầu. Chọn từ " + format_date(from, Lang::vi) + " trở đi.",
           "The end is before the start. Choose " + format_date(from, Lang::en) + " or later.");
}

void not_in_future(Date day, const char* field, Problems& problems) {
  if (!day || day <= today()) return;
  complain(
      problems, field,
      "Việc đã xong không thể ở ngày " + format_date(day, Lang::vi) + " còn chưa tới. Sửa ngày hoặc đổi trạng thái.",
      "What is done can't be on " + format_date(day, Lang::en) +
          ", which is still to come. Change the day or the status.");
}

void not_absurd(const reg::Count& count, std::int64_t most, const char* field, Problems& problems) {
  if (!count.value) return;
  if (*count.value < 0)
    complain(problems, field, "Số không được âm. Để trống khi chưa biết.",
             "The number can't be negative. Leave it empty when unknown.");
  else if (*count.value > most)
    complain(problems, field, "Số này lớn bất thường (trên " + format_int(most, Lang::vi) + "). Kiểm tra số 0 thừa.",
             "This number is unusually large (above " + format_int(most, Lang::en) + "). Check for extra zeros.");
}

void sensible_year(std::int64_t year, const char* field, Problems& problems) {
  if (year == 0) return;
  const std::int64_t last = today().year() + 1;
  if (year >= 1900 && year <= last) return;
  complain(problems, field, "Năm phải từ 1900 đến " + std::to_string(last) + ".",
           "The year must be between 1900 and " + std::to_string(last) + ".");
}

}  // namespace nc::app
