// Closed lists of the aid registers.
#include "app/aid/lists.h"

#include "app/aid/public.h"

namespace nc::app {

const reg::Options& aid_kinds() {
  static const reg::Options options{{"programme", {"chương trình", "programme"}},
                                    {"project", {"dự án", "project"}},
                                    {"non_project", {"phi dự án", "non-project item"}},
                                    {"emergency_relief", {"cứu trợ khẩn cấp", "emergency relief"}},
                                    {"donation_small", {"khoản nhỏ ngoài quy trình", "small donation"}}};
  return options;
}

const reg::Options& provider_classes() {
  static const reg::Options options{
      {"ingo", {"tổ chức phi chính phủ nước ngoài", "international NGO"}},
      {"foundation", {"quỹ", "foundation"}},
      {"foreign_government_mission", {"cơ quan đại diện ngoại giao", "diplomatic mission"}},
      {"foreign_local_government", {"chính quyền địa phương nước ngoài", "foreign local government"}},
      {"intl_organisation", {"tổ chức quốc tế", "international organisation"}},
      {"company", {"doanh nghiệp", "company"}},
      {"foreign_individual", {"cá nhân người nước ngoài", "foreign individual"}},
      {"overseas_vietnamese", {"người Việt Nam ở nước ngoài", "overseas Vietnamese"}},
      {"mixed", {"nhiều loại", "mixed"}}};
  return options;
}

const reg::Options& union_roles() {
  static const reg::Options options{{"owner", {"chủ khoản viện trợ", "owner"}},
                                    {"mobiliser", {"vận động", "mobiliser"}},
                                    {"coordinator", {"điều phối", "coordinator"}},
                                    {"monitor", {"theo dõi", "monitor"}},
                                    {"co_signer", {"đồng ký", "co-signer"}}};
  return options;
}

const reg::Options& aid_states() {
  static const reg::Options options{
      {"mobilising", {"đang vận động", "mobilising"}}, {"appraising", {"đang thẩm định", "under appraisal"}},
      {"approved", {"đã phê duyệt", "approved"}},      {"implementing", {"đang thực hiện", "implementing"}},
      {"suspended", {"tạm dừng", "suspended"}},        {"completed", {"đã hoàn thành", "completed"}},
      {"closed", {"đã khép hồ sơ", "closed"}},         {"refused", {"không được phê duyệt", "refused"}},
      {"revoked", {"bị thu hồi", "revoked"}}};
  return options;
}

const reg::Options& value_bases() {
  static const reg::Options options{{"committed", {"cam kết (vận động được)", "committed (mobilised)"}},
                                    {"approved", {"phê duyệt", "approved"}},
                                    {"disbursed", {"giải ngân", "disbursed"}},
                                    {"in_kind", {"hiện vật đã bàn giao", "in kind, handed over"}}};
  return options;
}

}  // namespace nc::app
