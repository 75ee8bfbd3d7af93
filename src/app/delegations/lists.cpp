// Closed lists of the delegation register.
#include "app/delegations/lists.h"

namespace nc::app {

const reg::Options& directions() {
  static const reg::Options options{{"in", {"đoàn vào", "incoming"}}, {"out", {"đoàn ra", "outgoing"}}};
  return options;
}

const reg::Options& delegation_purposes() {
  static const reg::Options options{{"courtesy", {"thăm xã giao", "courtesy"}},
                                    {"working", {"làm việc", "working visit"}},
                                    {"survey", {"khảo sát", "survey"}},
                                    {"aid_monitoring", {"dự án, viện trợ", "aid project"}},
                                    {"cultural_exchange", {"giao lưu văn hóa", "cultural exchange"}},
                                    {"student_exchange", {"trao đổi học sinh, sinh viên", "student exchange"}},
                                    {"education", {"giáo dục", "education"}},
                                    {"trade_investment", {"xúc tiến đầu tư, thương mại", "trade and investment"}},
                                    {"conference", {"dự hội nghị, hội thảo", "conference"}},
                                    {"event", {"dự sự kiện", "event"}},
                                    {"signing", {"ký kết", "signing"}},
                                    {"twinning", {"kết nghĩa", "twinning"}},
                                    {"medical", {"khám chữa bệnh", "medical"}},
                                    {"humanitarian", {"nhân đạo", "humanitarian"}},
                                    {"volunteer", {"tình nguyện", "volunteers"}},
                                    {"veterans", {"thăm chiến trường xưa", "veterans"}},
                                    {"press", {"báo chí", "press"}},
                                    {"sport", {"thể thao", "sport"}},
                                    {"other", {"mục đích khác", "other"}}};
  return options;
}

const reg::Options& protocol_levels() {
  static const reg::Options options{{"head_of_state", {"nguyên thủ", "head of state"}},
                                    {"minister_or_equal", {"bộ trưởng và tương đương", "minister or equal"}},
                                    {"vice_minister", {"thứ trưởng và tương đương", "vice minister"}},
                                    {"province_leader", {"lãnh đạo tỉnh, bang", "provincial leader"}},
                                    {"ambassador", {"đại sứ", "ambassador"}},
                                    {"consul_general", {"tổng lãnh sự", "consul general"}},
                                    {"department", {"cấp sở, ngành", "department"}},
                                    {"ngo", {"tổ chức phi chính phủ", "NGO"}},
                                    {"academic", {"trường, viện", "academic"}},
                                    {"business", {"doanh nghiệp", "business"}},
                                    {"people", {"nhân dân", "people"}},
                                    {"student", {"học sinh, sinh viên", "students"}}};
  return options;
}

const reg::Options& host_roles() {
  static const reg::Options options{
      {"lead_host", {"chủ trì", "lead host"}},
      {"co_host", {"phối hợp", "co-host"}},
      {"attended_with_city", {"tham gia cùng lãnh đạo tỉnh, thành phố", "took part with the city's leaders"}}};
  return options;
}

const reg::Options& delegation_states() {
  static const reg::Options options{
      {"proposed", {"mới đề xuất", "proposed"}},    {"submitted", {"đã gửi duyệt", "submitted"}},
      {"appraising", {"đang xin ý kiến", "under appraisal"}},
      {"approved", {"đã được đồng ý", "approved"}}, {"refused", {"không được đồng ý", "refused"}},
      {"scheduled", {"đã có lịch", "scheduled"}},   {"in_progress", {"đang diễn ra", "in progress"}},
      {"completed", {"đã xong", "completed"}},      {"reported", {"đã báo cáo", "reported"}},
      {"cancelled", {"đã hủy", "cancelled"}},       {"postponed", {"tạm hoãn", "postponed"}}};
  return options;
}

}  // namespace nc::app
