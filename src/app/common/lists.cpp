// Closed lists that several modules use.
#include "app/common/lists.h"

namespace nc::app {

const reg::Options& cost_sources() {
  static const reg::Options options{
      {"state", {"ngân sách nhà nước", "state budget"}}, {"partner", {"phía bạn chi", "paid by the partner"}},
      {"socialised", {"xã hội hóa", "contributions"}},   {"self", {"tự túc", "self-financed"}},
      {"project", {"kinh phí dự án", "project funds"}},  {"mixed", {"nhiều nguồn", "several sources"}}};
  return options;
}

const reg::Options& languages() {
  static const reg::Options options{{"vi", {"tiếng Việt", "Vietnamese"}},
                                    {"en", {"tiếng Anh", "English"}},
                                    {"fr", {"tiếng Pháp", "French"}},
                                    {"ko", {"tiếng Hàn", "Korean"}},
                                    {"ja", {"tiếng Nhật", "Japanese"}},
                                    {"zh", {"tiếng Trung", "Chinese"}},
                                    {"lo", {"tiếng Lào", "Lao"}},
                                    {"km", {"tiếng Khmer", "Khmer"}},
                                    {"ru", {"tiếng Nga", "Russian"}},
                                    {"de", {"tiếng Đức", "German"}},
                                    {"es", {"tiếng Tây Ban Nha", "Spanish"}},
                                    {"th", {"tiếng Thái", "Thai"}},
                                    {"nl", {"tiếng Hà Lan", "Dutch"}},
                                    {"other", {"tiếng khác", "other"}}};
  return options;
}

const reg::Options& formats() {
  static const reg::Options options{{"onsite", {"trực tiếp", "on site"}},
                                    {"online", {"trực tuyến", "online"}},
                                    {"hybrid", {"trực tiếp và trực tuyến", "hybrid"}}};
  return options;
}

}  // namespace nc::app
