// Closed lists of activities and charity.
#include "app/activities/lists.h"

namespace nc::app {

const reg::Options& activity_kinds() {
  static const reg::Options options{{"gathering", {"họp mặt hữu nghị", "friendship gathering"}},
                                    {"anniversary", {"lễ kỷ niệm", "anniversary"}},
                                    {"cultural_show", {"giao lưu văn nghệ", "cultural show"}},
                                    {"festival_day", {"ngày hội", "festival day"}},
                                    {"talk", {"tọa đàm", "talk"}},
                                    {"exhibition", {"triển lãm", "exhibition"}},
                                    {"student_exchange", {"giao lưu học sinh, sinh viên", "student exchange"}},
                                    {"volunteer_programme", {"chương trình tình nguyện", "volunteer programme"}},
                                    {"homestay", {"ở cùng gia đình", "homestay"}},
                                    {"sport_event", {"giải thể thao", "sport event"}},
                                    {"yoga_day", {"ngày Yoga", "yoga day"}},
                                    {"film_week", {"tuần phim", "film week"}},
                                    {"food_fair", {"lễ hội ẩm thực", "food fair"}},
                                    {"business_forum", {"diễn đàn doanh nghiệp", "business forum"}},
                                    {"conference", {"hội nghị, hội thảo quốc tế", "international conference"}},
                                    {"alumni_meeting", {"gặp mặt cựu du học sinh", "alumni meeting"}},
                                    {"veterans_meeting", {"gặp mặt chuyên gia, quân tình nguyện", "veterans' meeting"}},
                                    {"memorial", {"lễ tưởng niệm", "memorial"}},
                                    {"requiem", {"lễ cầu siêu", "requiem"}},
                                    {"peace_prayer", {"cầu nguyện hòa bình", "prayer for peace"}},
                                    {"song_festival", {"liên hoan tiếng hát", "song festival"}},
                                    {"training", {"tập huấn", "training"}},
                                    {"contest", {"cuộc thi", "contest"}},
                                    {"tree_planting", {"trồng cây", "tree planting"}},
                                    {"charity", {"hoạt động nhân đạo", "charity"}},
                                    {"medical_camp", {"khám chữa bệnh", "medical camp"}},
                                    {"inauguration", {"khánh thành", "inauguration"}},
                                    {"signing_ceremony", {"lễ ký kết", "signing ceremony"}},
                                    {"plaque_ceremony", {"gắn biển", "plaque ceremony"}},
                                    {"launch", {"ra mắt", "launch"}},
                                    {"congress", {"đại hội", "congress"}},
                                    {"award_ceremony", {"lễ trao thưởng", "award ceremony"}},
                                    {"other", {"hoạt động khác", "other"}}};
  return options;
}

const reg::Options& activity_states() {
  static const reg::Options options{
      {"idea", {"ý tưởng", "idea"}},          {"planned", {"trong kế hoạch", "planned"}},
      {"approved", {"đã duyệt", "approved"}}, {"preparing", {"đang chuẩn bị", "preparing"}},
      {"done", {"đã tổ chức", "done"}},       {"reported", {"đã báo cáo", "reported"}},
      {"cancelled", {"đã hủy", "cancelled"}}, {"postponed", {"tạm hoãn", "postponed"}}};
  return options;
}

const reg::Options& charity_kinds() {
  static const reg::Options options{{"gift", {"quà", "gifts"}},        {"cash", {"tiền mặt", "cash"}},
                                    {"tree", {"cây xanh", "trees"}},   {"house", {"nhà tình nghĩa, hữu nghị", "house"}},
                                    {"bridge", {"cầu", "bridge"}},     {"school", {"điểm trường", "school site"}},
                                    {"water", {"nước sạch", "water"}}, {"medical", {"khám chữa bệnh", "medical"}},
                                    {"relief", {"cứu trợ", "relief"}}, {"equipment", {"thiết bị", "equipment"}}};
  return options;
}

const reg::Options& charity_states() {
  static const reg::Options options{{"planned", {"trong kế hoạch", "planned"}},
                                    {"funded", {"đã có nguồn", "funded"}},
                                    {"delivered", {"đã trao", "delivered"}},
                                    {"reported", {"đã báo cáo", "reported"}},
                                    {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

}  // namespace nc::app
