// What a person is told when the database itself fails.
#include "db/outage.h"

namespace nc::db {

Message words(Failure failure) {
  switch (failure) {
    case Failure::full:
      return Text("Ổ đĩa chứa cơ sở dữ liệu đã đầy nên thay đổi chưa được lưu. Hãy giải phóng dung lượng rồi làm lại.",
                  "The disk that holds the database is full, so nothing was saved. Free some space and try again.");
    case Failure::read_only:
      return Text(
          "Cơ sở dữ liệu chỉ cho phép đọc nên thay đổi chưa được lưu. Hãy cấp quyền ghi cho tệp và thư mục chứa nó.",
          "The database can only be read, so nothing was saved. Give write permission on its file and folder.");
    case Failure::io:
      return Text("Không đọc hoặc ghi được ổ đĩa chứa cơ sở dữ liệu. Hãy kiểm tra ổ đĩa rồi làm lại.",
                  "The disk that holds the database can't be read or written. Check the disk and try again.");
    case Failure::corrupt:
      return Text("Tệp cơ sở dữ liệu bị hỏng hoặc không phải là cơ sở dữ liệu. Hãy phục hồi từ bản sao lưu gần nhất.",
                  "The database file is damaged or is not a database. Restore the most recent backup.");
    case Failure::busy:
      return Text("Cơ sở dữ liệu đang bận vì một chương trình khác giữ khóa. Hãy đợi một lát rồi làm lại.",
                  "The database is busy because another program holds its lock. Wait a moment and try again.");
    case Failure::cannot_open:
      return Text("Không mở được tệp cơ sở dữ liệu. Hãy kiểm tra đường dẫn và quyền đọc, ghi.",
                  "The database file can't be opened. Check its path and permissions.");
    case Failure::out_of_memory:
      return Text("Máy chủ không đủ bộ nhớ cho thao tác này. Hãy thu hẹp yêu cầu hoặc thêm bộ nhớ.",
                  "The server has too little memory for this. Ask for less at once or add memory.");
    case Failure::gone:
      return Text("Mất kết nối với máy chủ cơ sở dữ liệu. Hãy kiểm tra máy chủ PostgreSQL rồi làm lại.",
                  "The connection to the database server is lost. Check the PostgreSQL server and try again.");
    case Failure::newer:
      return Text("Cơ sở dữ liệu này do phiên bản mới hơn của chương trình tạo ra. Hãy cập nhật chương trình.",
                  "This database was made by a newer version of the program. Update the program.");
    case Failure::unknown_commit:
      return Text(
          "Mất kết nối đúng lúc đang lưu, chưa rõ thay đổi đã được lưu hay chưa. Hãy tải lại trang để kiểm tra trước "
          "khi làm lại.",
          "The connection was lost while saving, so it is not known whether the change was kept. Reload the page and "
          "look before trying again.");
  }
  return {};
}

void throw_outage(Failure failure, const std::string& detail) { throw Outage(detail, words(failure)); }

}  // namespace nc::db
